package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"sync"
	"time"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/load"
)

//go:embed pages.html.tmpl openapi.json
var assets embed.FS

// limits bound what one request may cost.
type limits struct {
	body int64 // bytes of a request with files
}

// parseBody reads the flag -body.
func (l *limits) parseBody(text string) error {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 1 || n > 4096 {
		return fmt.Errorf("%q: want MB from 1 to 4096", text)
	}
	l.body = n << 20
	return nil
}

const (
	maxText    = 1 << 20   // bytes of a pasted text, and of a JSON request
	maxFinding = 16 << 20  // bytes of the findings of one replay
	maxBody    = 256 << 20 // bytes of a request with files, unless -body says another
	maxFiles   = 16        // of one request
	maxWaiting = 256       // briefings that are at work or wait
	maxKept    = 100       // briefings that are kept
	maxTime    = 5 * time.Minute
)

// A desk makes briefings. As many are made at once as there are processors, and the
// others wait: so memory stays bounded, and each is done the sooner.
type desk struct {
	files  []*load.File // the records that every briefing rests on
	base   *brief.Base  // of these
	policy check.Policy
	limits limits
	pages  *template.Template
	ctx    context.Context // ends what is at work

	turns chan struct{} // one for each briefing that may be made at once
	work  sync.WaitGroup

	mu      sync.Mutex
	jobs    map[string]*job
	order   []string // of the jobs, the oldest first
	waiting int
}

func newDesk(ctx context.Context, files []*load.File, policy check.Policy, l limits) (*desk, error) {
	data, err := load.Dataset(files...)
	if err != nil {
		return nil, err
	}
	base, err := brief.On(data)
	if err != nil {
		return nil, err
	}
	if l.body == 0 {
		l.body = maxBody
	}
	pages, err := template.New("").ParseFS(assets, "pages.html.tmpl")
	if err != nil {
		return nil, err
	}
	return &desk{
		files: files, base: base, policy: policy, limits: l, pages: pages, jobs: map[string]*job{},
		ctx: context.WithoutCancel(ctx), turns: make(chan struct{}, runtime.GOMAXPROCS(0)),
	}, nil
}

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

// finish waits for the briefings at work, until ctx is done.
func (d *desk) finish(ctx context.Context) error {
	done := make(chan struct{})
	go func() { d.work.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return errors.New("briefings were at work when the desk stopped")
	}
}
