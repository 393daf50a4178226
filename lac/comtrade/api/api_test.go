package api_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade/api"
)

const answer = `{"elapsedTime":"0.1 secs","count":1,"data":[{"period":"2022","reporterCode":604,"flowCode":"X","partnerCode":156,"classificationCode":"H6","cmdCode":"TOTAL","primaryValue":5}],"error":""}`

// A server answers with what it is told, one after another, the last again and again.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
	keys  []string
	next  []func(http.ResponseWriter)
}

func newServer(t *testing.T, answers ...func(http.ResponseWriter)) *server {
	s := &server{next: answers}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.asked = append(s.asked, r.URL.Path+" "+r.URL.Query().Get("period")+" "+r.URL.Query().Get("reporterCode")+" "+r.URL.Query().Get("partnerCode")+" "+r.URL.Query().Get("flowCode")+" "+r.URL.Query().Get("cmdCode"))
		s.keys = append(s.keys, r.Header.Get("Ocp-Apim-Subscription-Key"))
		f := s.next[0]
		if len(s.next) > 1 {
			s.next = s.next[1:]
		}
		f(w)
	}))
	t.Cleanup(s.Close)
	return s
}

func says(body string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) { _, _ = fmt.Fprint(w, body) }
}

func fails(status int, header ...string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = fmt.Fprint(w, "said why")
	}
}

func (s *server) client(key string) *api.Client {
	return &api.Client{URL: s.URL, Key: key, Pause: time.Millisecond}
}

func area(t *testing.T, code string) lac.Area {
	t.Helper()
	a, err := lac.ParseArea(code)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAQueryBecomesRequests(t *testing.T) {
	goods, err := lac.ParseCommodity("H5:2603")
	if err != nil {
		t.Fatal(err)
	}
	months, err := lac.ParsePeriod("2023-11/2024-01")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		key  string
		q    lac.TradeQuery
		want []string
	}{
		{"years, twelve in a request", "k", lac.TradeQuery{Reporter: area(t, "PER"), Partner: lac.China, Flow: lac.Export, Period: lac.Years(2009, 2021)},
			[]string{"/data/v1/get/C/A/HS 2009,2010,2011,2012,2013,2014,2015,2016,2017,2018,2019,2020 604 156 X TOTAL", "/data/v1/get/C/A/HS 2021 604 156 X TOTAL"}},
		{"a preview of months in an edition", "", lac.TradeQuery{Reporter: lac.UnitedStates, Partner: lac.World, Commodity: goods, Period: months},
			[]string{"/public/v1/preview/C/M/H5 202311,202312,202401 842 0 M,X 2603"}},
		{"all partners", "k", lac.TradeQuery{Reporter: lac.France, Flow: lac.Import, Period: lac.Year(2020)},
			[]string{"/data/v1/get/C/A/HS 2020 251  M TOTAL"}},
	} {
		s := newServer(t, says(answer))
		answers, err := s.client(tt.key).Get(t.Context(), tt.q)
		if diff := cmp.Diff(tt.want, s.asked); err != nil || diff != "" || len(answers) != len(tt.want) {
			t.Errorf("%s: %v (-want +got):\n%s", tt.name, err, diff)
		}
		for _, a := range answers {
			if string(a.Body) != answer || a.Records != 1 || tt.key != "" && strings.Contains(a.Address, "key") {
				t.Errorf("%s: %+v", tt.name, a)
			}
		}
		if s.keys[0] != tt.key {
			t.Errorf("%s: key %q", tt.name, s.keys[0])
		}
	}
}

func TestWhatTheAPICannotAnswerIsNotAsked(t *testing.T) {
	open, err := lac.ParsePeriod("2020/..")
	if err != nil {
		t.Fatal(err)
	}
	days, err := lac.ParsePeriod("2020-01-05/2020-03-01")
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(t, says(answer))
	for name, tt := range map[string]struct {
		q    lac.TradeQuery
		want error
	}{
		"no period":    {lac.TradeQuery{Reporter: lac.China}, lac.ErrMissing},
		"an open one":  {lac.TradeQuery{Reporter: lac.China, Period: open}, lac.ErrRange},
		"days":         {lac.TradeQuery{Reporter: lac.China, Period: days}, lac.ErrRange},
		"a bloc":       {lac.TradeQuery{Reporter: lac.CELAC, Period: lac.Year(2020)}, lac.ErrUnknownCode},
		"a region":     {lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, Period: lac.Year(2020)}, lac.ErrUnknownCode},
		"no such flow": {lac.TradeQuery{Reporter: lac.China, Flow: lac.Balance, Period: lac.Year(2020)}, lac.ErrUnknownCode},
	} {
		if _, err := s.client("k").Get(t.Context(), tt.q); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	if s.asked != nil {
		t.Errorf("asked %q", s.asked)
	}
}

var oneYear = lac.TradeQuery{Reporter: lac.China, Partner: lac.World, Period: lac.Year(2022)}

func TestRequestsAreRepeatedWhereThatMayHelp(t *testing.T) {
	for name, tt := range map[string]struct {
		answers []func(http.ResponseWriter)
		asked   int
		want    error
	}{
		"the limit of a minute": {[]func(http.ResponseWriter){fails(429), fails(429, "Retry-After", "0"), says(answer)}, 3, nil},
		"a fault of theirs":     {[]func(http.ResponseWriter){fails(502), says(answer)}, 2, nil},
		"for ever":              {[]func(http.ResponseWriter){fails(500)}, 5, api.ErrRefused},
		"a wrong key":           {[]func(http.ResponseWriter){fails(401)}, 1, api.ErrRefused},
		"an error as an answer": {[]func(http.ResponseWriter){says(`{"count":0,"data":[],"error":"no quota"}`)}, 1, api.ErrRefused},
		"no JSON":               {[]func(http.ResponseWriter){says("<html>")}, 1, lac.ErrSyntax},
		"half an answer":        {[]func(http.ResponseWriter){says(`{"data":[` + strings.Repeat("{},", 499) + `{}]}`)}, 1, nil},
	} {
		s := newServer(t, tt.answers...)
		_, err := s.client("secret").Get(t.Context(), oneYear)
		if !errors.Is(err, tt.want) || len(s.asked) != tt.asked {
			t.Errorf("%s: asked %d times, %v", name, len(s.asked), err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the key is in %v", name, err)
		}
	}
	// Without a key 500 records are as many as there may be.
	s := newServer(t, says(`{"data":[`+strings.Repeat("{},", 499)+`{}]}`))
	if _, err := s.client("").Get(t.Context(), oneYear); !errors.Is(err, api.ErrTruncated) {
		t.Errorf("cut off: %v", err)
	}
}

func TestAContextEndsWaiting(t *testing.T) {
	s := newServer(t, fails(429, "Retry-After", "60"))
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begin := time.Now()
	if _, err := s.client("k").Get(ctx, oneYear); !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > 10*time.Second {
		t.Errorf("%v after %v", err, time.Since(begin))
	}
}

type memory map[string][]byte

func (m memory) Get(address string) ([]byte, error) { return m[address], nil }

func (m memory) Put(address string, body []byte) error {
	m[address] = bytes.Clone(body)
	return nil
}

func TestACachedAnswerIsNotAskedForAgain(t *testing.T) {
	s := newServer(t, says(answer), fails(500))
	client := s.client("secret")
	kept := memory{}
	client.Cache = kept
	for i := range 2 {
		answers, err := client.Get(t.Context(), oneYear)
		if err != nil || len(answers) != 1 || answers[0].Cached != (i == 1) || string(answers[0].Body) != answer {
			t.Errorf("%d: %+v, %v", i, answers, err)
		}
	}
	for address := range kept {
		if strings.Contains(address, "secret") {
			t.Errorf("the key is in %s", address)
		}
	}
	if len(s.asked) != 1 || len(kept) != 1 {
		t.Errorf("asked %d times, kept %d", len(s.asked), len(kept))
	}
}
