package main

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/load"
)

// Peru's own books have 36.598 bn USD of trade with China in 2023.
const sentence = "Trade between China and Peru reached $36 billion in 2023."

// sharedDesk is made once: the almanac takes a moment.
var sharedDesk = sync.OnceValues(func() (*desk, error) {
	facts, err := almanac.Records()
	if err != nil {
		return nil, err
	}
	return newDesk(context.Background(), []*load.File{{Records: facts}}, check.Default(), limits{body: 1 << 20})
})

func open(t testing.TB) (*desk, *httptest.Server) {
	t.Helper()
	d, err := sharedDesk()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(d.handler())
	t.Cleanup(server.Close)
	return d, server
}

// A part of a form is a field, or a file if it has a name.
type part struct{ field, file, text string }

// form returns a form and its content type.
func form(parts ...part) (io.Reader, string) {
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for _, p := range parts {
		var to io.Writer
		if p.file != "" {
			to, _ = w.CreateFormFile(p.field, p.file)
		} else {
			to, _ = w.CreateFormField(p.field)
		}
		_, _ = io.WriteString(to, p.text)
	}
	_ = w.Close()
	return &out, w.FormDataContentType()
}

// answer reads a response whole.
func answer(t testing.TB, r *http.Response, err error) (*http.Response, string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(text)
}

// settled follows a page of progress to the briefing.
func settled(t testing.TB, r *http.Response, text string) (*http.Response, string) {
	t.Helper()
	for r.Header.Get("Refresh") != "" {
		next, err := http.Get(r.Request.URL.String())
		r, text = answer(t, next, err)
	}
	return r, text
}

func post(t testing.TB, address string, parts ...part) (*http.Response, string) {
	t.Helper()
	body, kind := form(parts...)
	r, err := http.Post(address, kind, body)
	return settledOf(t, r, err)
}

func settledOf(t testing.TB, r *http.Response, err error) (*http.Response, string) {
	t.Helper()
	response, text := answer(t, r, err)
	return settled(t, response, text)
}

func get(t testing.TB, address string) (*http.Response, string) {
	t.Helper()
	r, err := http.Get(address)
	return answer(t, r, err)
}

func has(t *testing.T, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(html.UnescapeString(text), w) && !strings.Contains(text, w) {
			t.Errorf("no %q in\n%.2000s", w, text[max(0, strings.Index(text, "<body")):])
		}
	}
}

func TestPaste(t *testing.T) {
	_, server := open(t)
	r, page := post(t, server.URL+"/briefings", part{"text", "", sentence}, part{"on", "", "2025-06-09"}, part{"policy", "", "default"})
	if r.StatusCode != http.StatusOK || !strings.HasPrefix(r.Request.URL.Path, "/briefings/") {
		t.Fatalf("%s at %s\n%s", r.Status, r.Request.URL, page)
	}
	has(t, page, "1 claim holds", "Supported: trade between China and Peru in 2023", "36.598 bn USD", `id="claim-level-1"`, `href="/"`)
	_, page = post(t, server.URL+"/briefings", part{"text", "", sentence}, part{"lang", "", "zh"})
	has(t, page, `<html lang="zh">`, "概览")
	// The same as a form without files, whose lines end as browsers end them.
	plain, err := http.PostForm(server.URL+"/briefings", url.Values{"text": {"\r\n" + sentence + "\r\n"}, "speaker": {"Ana Ruiz"}})
	if _, page = settledOf(t, plain, err); !strings.Contains(page, "Ana Ruiz") || !strings.Contains(page, "1 claim holds") {
		t.Errorf("%.2000s", page)
	}
}

// The records of a file are readings beside the almanac's, and a text in a file is the
// statement.
func TestFiles(t *testing.T) {
	_, server := open(t)
	const head = "refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,primaryValue,cifvalue,fobvalue\n"
	rows := head + "2023,2023,156,CHN,X,604,PER,0,H6,TOTAL,C00,0,0,12000000000,,12000000000\n" +
		"2023,2023,156,CHN,M,604,PER,0,H6,TOTAL,C00,0,0,24700000000,24700000000,\n"
	r, page := post(t, server.URL+"/briefings", part{"text", "", sentence}, part{"files", "peru.csv", rows}, part{"files", "", ""})
	if r.StatusCode != http.StatusOK {
		t.Fatalf("%s\n%s", r.Status, page)
	}
	has(t, page, "36.7 bn USD", "peru.csv: UN Comtrade", "2 rows = 2 records + 0 rejected")
	_, page = post(t, server.URL+"/briefings", part{"files", "said.txt", sentence})
	has(t, page, "1 claim holds")
	_, page = post(t, server.URL+"/briefings", part{"files", "peru.csv", rows})
	has(t, page, "Linjia 7 Salon", "peru.csv")
	// Rejected rows are told of.
	_, page = post(t, server.URL+"/briefings", part{"text", "", sentence}, part{"files", "peru.csv", rows + "2023,2023,156,CHN,X,7777,QQQ,0,H6,TOTAL,C00,0,0,1,,1\n"})
	has(t, page, "3 rows = 2 records + 1 rejected", "peru.csv:4:")
}

func TestRealComtradeFile(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set: the real file is not at hand")
	}
	text, err := os.ReadFile(filepath.Join(dir, "comtrade", "annual-2022-chn-usa-deu.csv"))
	if err != nil {
		t.Fatal(err)
	}
	_, server := open(t)
	_, page := post(t, server.URL+"/briefings", part{"text", "", "Trade between China and Chile reached $67 billion in 2022."}, part{"files", "annual.csv", string(text)})
	has(t, page, "1352 rows = 1352 records + 0 rejected", "China’s books")
}

// Nothing that is pasted becomes part of a page's code.
func TestHostileInput(t *testing.T) {
	_, server := open(t)
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>{{.}}<style>*{display:none}</style>` + "\x00\u202e"
	_, page := post(t, server.URL+"/briefings", part{"text", "", evil + sentence + evil}, part{"speaker", "", evil}, part{"files", `x"><script>.csv`, "id,source,reporter,partner,flow,period,commodity,value,value.currency\na,<script>alert(3)</script>,CHN,PER,export,2023,TOTAL,12.50,USD\n"})
	_, again := post(t, server.URL+"/briefings", part{"text", "", evil}, part{"date", "", evil}, part{"lang", "", evil})
	_, replays := post(t, server.URL+"/replay", part{"findings", "", `{"claim":{"id":"<script>alert(4)</script>"}}` + "\n" + evil})
	for _, p := range []string{page, again, replays} {
		for _, bad := range []string{"<script", "<img", "onerror=alert(2)>", "display:none}</style>"} {
			if strings.Contains(p, bad) {
				t.Errorf("%q in\n%.1500s", bad, p[max(0, strings.Index(p, bad)-200):])
			}
		}
	}
	has(t, again, "&lt;script&gt;")
}

// No page asks the network for anything: what is not in it is of the desk.
func TestNoOutsideRequest(t *testing.T) {
	_, server := open(t)
	_, page := post(t, server.URL+"/briefings", part{"text", "", sentence})
	loads := regexp.MustCompile(`(?i)<(script|iframe|img|object|embed|audio|video|source|base)\b|<link [^>]*href="[^d]|@import|url\(`)
	pages := []string{page}
	for _, path := range []string{"/", "/replay", "/api"} {
		_, text := get(t, server.URL+path)
		pages = append(pages, text)
	}
	for _, p := range pages {
		if at := loads.FindString(p); at != "" {
			t.Errorf("%q", at)
		}
	}
}

func TestHeaders(t *testing.T) {
	_, server := open(t)
	for _, path := range []string{"/", "/replay", "/api", "/openapi.json", "/briefings/none", "/none"} {
		r, _ := get(t, server.URL+path)
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
			"X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if !strings.Contains(r.Header.Get(name), want) {
				t.Errorf("%s: %s: %q", path, name, r.Header.Get(name))
			}
		}
	}
}

func TestRefused(t *testing.T) {
	_, server := open(t)
	for _, tt := range []struct {
		name   string
		parts  []part
		status int
		want   string
	}{
		{"nothing", nil, 400, "paste a statement, or give a file"},
		{"blank", []part{{"text", "", " \n"}}, 400, "paste a statement"},
		{"no day", []part{{"text", "", sentence}, {"date", "", "2025-02-30"}}, 400, "2025-02-30"},
		{"no language", []part{{"text", "", sentence}, {"lang", "", "fr"}}, 400, "want en, es, pt or zh"},
		{"no policy", []part{{"text", "", sentence}, {"policy", "", "lax"}}, 400, "want default, strict or loose"},
		{"a long name", []part{{"text", "", sentence}, {"speaker", "", strings.Repeat("x", 201)}}, 400, "longer than 200 bytes"},
		{"a long text", []part{{"text", "", strings.Repeat("x", maxText+1)}}, 413, "more than 1 MB"},
		{"a large file", []part{{"files", "x.csv", strings.Repeat("x", 2<<20)}}, 413, "more than 1 MB"},
		{"no records", []part{{"text", "", sentence}, {"files", "x.bin", "\x00\x01\x02"}}, 422, "x.bin"},
		{"two texts", []part{{"text", "", sentence}, {"files", "x.txt", sentence}}, 422, "one at a time"},
		{"many files", slices.Repeat([]part{{"files", "x.txt", "x"}}, 17), 400, "at most 16"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, page := post(t, server.URL+"/briefings", tt.parts...)
			if r.StatusCode != tt.status || !strings.Contains(page, tt.want) || !strings.Contains(page, `role="alert"`) {
				t.Errorf("%s, want %d, %q\n%.3000s", r.Status, tt.status, tt.want, page[max(0, strings.Index(page, "<main")):])
			}
			r, text := post(t, server.URL+"/api/briefings", tt.parts...)
			var e struct{ Error string }
			if err := json.Unmarshal([]byte(text), &e); err != nil || r.StatusCode != tt.status || !strings.Contains(e.Error, tt.want) {
				t.Errorf("API: %s, %q", r.Status, text)
			}
		})
	}
	r, err := http.Post(server.URL+"/briefings", "text/plain", strings.NewReader(sentence))
	if r, _ := answer(t, r, err); r.StatusCode != http.StatusUnsupportedMediaType {
		t.Error(r.Status)
	}
}

// Names of other machines, and pages of other sites, get no answer.
func TestOtherSites(t *testing.T) {
	_, server := open(t)
	ask := func(change func(*http.Request)) int {
		body, kind := form(part{"text", "", sentence})
		r, err := http.NewRequest(http.MethodPost, server.URL+"/briefings", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", kind)
		change(r)
		response, err := http.DefaultClient.Do(r)
		response, _ = answer(t, response, err)
		return response.StatusCode
	}
	if got := ask(func(r *http.Request) { r.Host = "desk.example:8787" }); got != http.StatusMisdirectedRequest {
		t.Errorf("another name: %d", got)
	}
	if got := ask(func(r *http.Request) { r.Header.Set("Origin", "https://news.example") }); got != http.StatusForbidden {
		t.Errorf("another origin: %d", got)
	}
	if got := ask(func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }); got != http.StatusForbidden {
		t.Errorf("another site: %d", got)
	}
	for host, want := range map[string]bool{"localhost:1": true, "127.0.0.1": true, "[::1]:8": true, "[::1]": true, "localhost.example": false, "10.0.0.1:1": false, "": false} {
		if isLocal(host) != want {
			t.Errorf("%q: %v", host, !want)
		}
	}
}

// A briefing that takes long shows how far it is; too many at once are refused, and
// the oldest are forgotten.
func TestProgressAndLimits(t *testing.T) {
	facts, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDesk(t.Context(), []*load.File{{Records: facts}}, check.Default(), limits{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(d.handler())
	defer server.Close()
	for range cap(d.turns) {
		d.turns <- struct{}{} // all are taken
	}
	q := question{request: request{Text: sentence}, policy: check.Default()}
	var jobs []*job
	for range maxWaiting {
		j, err := d.start(q)
		if err != nil {
			t.Fatal(err)
		}
		jobs = append(jobs, j)
	}
	r, page := get(t, server.URL+"/briefings/"+jobs[0].ID)
	if r.Header.Get("Refresh") != "1" || !strings.Contains(page, "waiting for its turn") {
		t.Errorf("%v\n%s", r.Header, page)
	}
	r, page = post(t, server.URL+"/briefings", part{"text", "", sentence})
	if r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" {
		t.Errorf("%s\n%s", r.Status, page)
	}
	stop, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.finish(stop); err == nil {
		t.Error("finished with briefings at work")
	}
	for range cap(d.turns) {
		<-d.turns
	}
	if err := d.finish(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := d.start(q); err != nil {
		t.Error(err)
	}
	if n := len(d.jobs); n != maxKept || len(d.order) != n {
		t.Errorf("%d briefings are kept, %d in order", n, len(d.order))
	}
	if r, page := get(t, server.URL+"/briefings/"+jobs[0].ID); r.StatusCode != http.StatusNotFound || !strings.Contains(page, "newest 100") {
		t.Errorf("%s\n%s", r.Status, page)
	}
	j := &job{begun: time.Now()}
	j.file, j.size, j.fileBegun = "long.csv", 1_000_000_000, time.Now().Add(-5*time.Second)
	j.read.Store(250_000_000)
	if got := j.Progress(); !strings.HasPrefix(got, "long.csv: 250 of 1000 MB read") {
		t.Error(got)
	}
}
