package main

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// What is downloaded is the briefing: findings replay as they are, and a changed one
// does not.
func TestDownloadsAndReplay(t *testing.T) {
	_, server := open(t)
	r, _ := post(t, server.URL+"/briefings", part{"text", "", sentence}, part{"speaker", "", "Ana Ruiz"}, part{"date", "", "2024-03-01"})
	at := r.Request.URL.String()
	r, lines := get(t, at+"/findings.jsonl")
	if !strings.Contains(r.Header.Get("Content-Disposition"), `attachment; filename="findings.jsonl"`) || strings.Count(lines, "\n") != 1 {
		t.Errorf("%v\n%s", r.Header, lines)
	}
	_, text := get(t, at+"/briefing.json")
	var whole struct {
		Findings []json.RawMessage
		Sources  []json.RawMessage
	}
	if err := json.Unmarshal([]byte(text), &whole); err != nil || len(whole.Findings) != 1 || len(whole.Sources) == 0 {
		t.Errorf("%v\n%.500s", err, text)
	}
	_, text = get(t, at+"/claimreview.json")
	has(t, text, `"@type": "ClaimReview"`, "Ana Ruiz", at+"#claim-level-1")
	_, text = get(t, at+"/page.html")
	if strings.Contains(text, `href="/`) || !strings.Contains(text, "1 claim holds") {
		t.Errorf("the page to keep leads back, or has no finding:\n%.2000s", text)
	}
	if r, _ := get(t, at+"/other"); r.StatusCode != http.StatusNotFound {
		t.Error(r.Status)
	}
	_, page := post(t, server.URL+"/replay", part{"file", "findings.jsonl", lines})
	has(t, page, "As written:", "level-1")
	forged := strings.Replace(lines, `"verdict":"supported"`, `"verdict":"contradicted"`, 1)
	_, page = post(t, server.URL+"/replay", part{"findings", "", forged})
	has(t, page, "Differs:", "verdict", "supported")
	response, err := http.Post(server.URL+"/api/replays", "application/jsonl", strings.NewReader(lines+forged+"{}\n"))
	_, text = answer(t, response, err)
	var results struct{ Findings []replayed }
	if err := json.Unmarshal([]byte(text), &results); err != nil || len(results.Findings) != 3 || !results.Findings[0].Same || results.Findings[1].Same || results.Findings[2].Error == "" {
		t.Errorf("%v\n%s", err, text)
	}
	if r, page := post(t, server.URL+"/replay", part{"findings", "", ""}); r.StatusCode != 400 || !strings.Contains(page, "no findings") {
		t.Error(r.Status)
	}
}

func TestAPI(t *testing.T) {
	_, server := open(t)
	for _, tt := range []struct {
		body   string
		status int
		want   string
	}{
		{`{"text":"` + sentence + `","on":"2025-06-09","policy":"strict"}`, 200, `"name": "strict"`},
		{`{"text":"` + sentence + `","lang":"en"}`, 200, `"verdict": "supported"`},
		{`{"txt":""}`, 400, "unknown field"},
		{`{"text":"x"}{}`, 400, "follows"},
		{`{"text":5}`, 400, "cannot unmarshal"},
		{"{", 400, "EOF"},
		{`{"text":"` + strings.Repeat("x", maxText) + `"}`, 413, "more than 1 MB"},
	} {
		r, err := http.Post(server.URL+"/api/briefings", "application/json; charset=utf-8", strings.NewReader(tt.body))
		r, text := answer(t, r, err)
		if r.StatusCode != tt.status || !strings.Contains(text, tt.want) || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%.80s: %s, want %d, %s\n%.1000s", tt.body, r.Status, tt.status, tt.want, text)
		}
	}
}

// The description has every route of the API, with each field of a request.
func TestOpenAPI(t *testing.T) {
	_, server := open(t)
	_, text := get(t, server.URL+"/openapi.json")
	calls, err := callsOf([]byte(text))
	if err != nil || len(calls) != 2 || calls[0].Path != "/api/briefings" || calls[1].Path != "/api/replays" {
		t.Fatalf("%v, %+v", err, calls)
	}
	var asked map[string]any
	whole, _ := json.Marshal(request{})
	if err := json.Unmarshal(whole, &asked); err != nil {
		t.Fatal(err)
	}
	for _, f := range calls[0].Fields {
		if _, ok := asked[f.Name]; !ok || f.Text == "" {
			t.Errorf("field %q", f.Name)
		}
	}
	if len(calls[0].Fields) != len(asked) {
		t.Errorf("%d fields of %d", len(calls[0].Fields), len(asked))
	}
	_, page := get(t, server.URL+"/api")
	has(t, page, "/api/briefings", "/api/replays", "The language of the briefing", "<code>413</code>")
}
