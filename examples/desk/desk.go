package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"mime/multipart"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
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

// finish waits for the briefings that are at work now, until ctx is done.
func (d *desk) finish(ctx context.Context) error {
	d.mu.Lock()
	jobs := slices.Collect(maps.Values(d.jobs))
	d.mu.Unlock()
	for _, j := range jobs {
		select {
		case <-j.done:
			continue
		default:
		}
		select {
		case <-j.done:
		case <-ctx.Done():
			return errors.New("briefings were at work when the desk stopped")
		}
	}
	return nil
}

// A job is a briefing at work, or done.
type job struct {
	ID      string
	asked   request
	begun   time.Time
	done    chan struct{} // closed when the rest no longer changes
	reports []load.Report
	result  brief.Briefing
	err     error

	mu        sync.Mutex
	doing     string // in words
	file      string // that is read
	size      int64
	fileBegun time.Time
	read      atomic.Int64 // bytes of the file
	rejected  int
}

// A request is what somebody asks of the desk, as it was typed.
type request struct {
	Text    string `json:"text"`
	Speaker string `json:"speaker"` // where the text names none
	Date    string `json:"date"`    // of the text
	On      string `json:"on"`      // as of which pledges stand; today without it
	Lang    string `json:"lang"`    // of the page and of reviews; without it, the text's own
	Policy  string `json:"policy"`

	form *multipart.Form // has the files
}
