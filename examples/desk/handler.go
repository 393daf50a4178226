package main

import (
	"net"
	"net/http"
)

// handler returns the desk's routes behind what guards them all.
func (d *desk) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", d.home)
	mux.HandleFunc("POST /briefings", d.post)
	mux.HandleFunc("GET /briefings/{id}", d.briefing)
	mux.HandleFunc("GET /briefings/{id}/{form}", d.download)
	mux.HandleFunc("GET /replay", d.replayForm)
	mux.HandleFunc("POST /replay", d.replay)
	mux.HandleFunc("GET /api", d.apiPage)
	mux.HandleFunc("GET /openapi.json", d.openapi)
	mux.HandleFunc("POST /api/briefings", d.apiBriefing)
	mux.HandleFunc("POST /api/replays", d.apiReplay)
	// A page of another site may not make a browser post here.
	return guarded(http.NewCrossOriginProtection().Handler(mux))
}

// guarded refuses names that are not of this machine, which a page elsewhere may have
// made point here, and sets the headers that keep a page from loading, sending and
// framing anything else.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-store")
		if !isLocal(r.Host) {
			http.Error(w, "The desk answers to localhost and 127.0.0.1 alone.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// isLocal reports whether a Host header names this machine.
func isLocal(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	if len(name) > 2 && name[0] == '[' && name[len(name)-1] == ']' {
		name = name[1 : len(name)-1]
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}
