package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/load"
)

// start puts a question to work. It errs where too many wait.
func (d *desk) start(q question) (*job, error) {
	j := &job{ID: rand.Text(), asked: q.request, begun: time.Now(), done: make(chan struct{}), doing: "waiting for its turn"}
	d.mu.Lock()
	if d.waiting >= maxWaiting {
		d.mu.Unlock()
		return nil, &mistake{http.StatusServiceUnavailable, errors.New("too many briefings are waiting; try again in a moment")}
	}
	j.asked.form = nil
	d.waiting++
	d.jobs[j.ID] = j
	d.order = append(d.order, j.ID)
	d.forget()
	d.mu.Unlock()
	go func() {
		d.turns <- struct{}{}
		defer func() {
			<-d.turns
			d.mu.Lock()
			d.waiting--
			d.mu.Unlock()
			q.remove()
			close(j.done)
		}()
		ctx, cancel := context.WithTimeout(d.ctx, maxTime)
		defer cancel()
		j.err = j.run(ctx, d, q)
	}()
	return j, nil
}

// forget drops the oldest jobs that are done, where more are kept than may be.
func (d *desk) forget() {
	d.order = slices.DeleteFunc(d.order, func(id string) bool {
		if len(d.jobs) <= maxKept {
			return false
		}
		select {
		case <-d.jobs[id].done:
			delete(d.jobs, id)
			return true
		default:
			return false
		}
	})
}

// find returns a job that is kept.
func (d *desk) find(id string) (*job, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	j, ok := d.jobs[id]
	return j, ok
}

// run makes the briefing. A fault of the library ends the one briefing, not the desk.
func (j *job) run(ctx context.Context, d *desk, q question) (err error) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "desk: %v\n%s", r, debug.Stack())
			err = errors.New("a fault in the program ended this briefing")
		}
	}()
	base, text, err := j.open(ctx, d, q)
	if err != nil {
		return err
	}
	if base != d.base {
		defer func() { j.result = j.result.Apart() }() // a hundred files would be too much to keep
	}
	defer func() {
		if j.result.Lang = q.lang; q.lang == language.Und {
			j.result.Lang = spoken(j.result.Statement)
		}
	}()
	if strings.TrimSpace(text) == "" {
		s, ok := base.Data().Record(almanac.Statement20250609).(lac.Statement)
		if !ok {
			return mistaken("paste a statement: the desk has no almanac, and so none of its own")
		}
		j.now("holding the almanac's statement against the records")
		j.result, err = base.Briefing(s, q.on, q.policy)
		return err
	}
	j.now("reading the text")
	o := extract.Options{Date: q.date, Records: base.Data()} // the text says by itself which language it is in
	s, left := program.ReadText(text, titleOf(text), o)
	if len(s.Speakers) == 0 && q.Speaker != "" {
		s.Speakers = []lac.Speaker{{Name: q.Speaker}}
	}
	j.now("holding the claims against the records")
	j.result, err = base.Briefing(s, q.on, q.policy)
	if err != nil { // the policy may not know a vague word of the text
		s, left = program.Checkable(base.Data(), s, left, q.policy)
		j.result, err = base.Briefing(s, q.on, q.policy)
	}
	j.result.Unchecked = left
	if err == nil {
		err = ctx.Err()
	}
	return err
}

// titleOf returns the first words of a text.
func titleOf(text string) string {
	const most = 72
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	runes := []rune(strings.ToValidUTF8(line, "\ufffd"))
	if len(runes) <= most {
		return string(runes)
	}
	short := string(runes[:most])
	if i := strings.LastIndexByte(short, ' '); i > most/2 {
		short = short[:i]
	}
	return short + "…"
}

// open reads the files of a question: those with records add to the base, and a plain
// text is the statement.
func (j *job) open(ctx context.Context, d *desk, q question) (*brief.Base, string, error) {
	text := q.Text
	var files []*load.File
	for _, header := range q.files {
		file, words, err := j.openOne(ctx, header)
		if err != nil {
			return nil, "", &mistake{http.StatusUnprocessableEntity, err}
		}
		if file == nil && strings.TrimSpace(text) != "" {
			return nil, "", &mistake{http.StatusUnprocessableEntity, fmt.Errorf("%s: a second text: give one at a time", header.Filename)}
		}
		if file == nil {
			text = words
			continue
		}
		j.reports = append(j.reports, file.Report)
		j.rejected += file.Report.Rejected
		files = append(files, file)
	}
	if len(files) == 0 {
		return d.base, text, nil
	}
	j.now("putting the records together")
	data, err := load.Dataset(slices.Concat(d.files, files)...)
	if err != nil {
		return nil, "", &mistake{http.StatusUnprocessableEntity, err}
	}
	base, err := brief.On(data)
	return base, text, err
}

// openOne reads one file: records, or the words of a text that is none.
func (j *job) openOne(ctx context.Context, header *multipart.FileHeader) (*load.File, string, error) {
	in, err := header.Open()
	if err != nil {
		return nil, "", err
	}
	defer in.Close()
	j.mu.Lock()
	j.file, j.size, j.fileBegun = header.Filename, header.Size, time.Now()
	j.read.Store(0)
	j.mu.Unlock()
	file, err := load.Read(ctx, counted{in, &j.read}, header.Filename, load.Options{})
	if err == nil {
		return file, "", nil
	}
	if file.Report.Rows > 0 || header.Size > maxText {
		return nil, "", err
	}
	if _, again := in.Seek(0, io.SeekStart); again != nil {
		return nil, "", errors.Join(err, again)
	}
	raw, again := readAll(in, maxText)
	if again != nil {
		return nil, "", err
	}
	words, again := figure.Decode(raw)
	if again != nil || !isProse(words) {
		return nil, "", err
	}
	return nil, words, nil
}

// isProse reports whether what is no records looks like a text that somebody wrote.
func isProse(s string) bool {
	begin := strings.TrimSpace(s)
	return begin != "" && !strings.ContainsRune(s, 0) && !strings.ContainsAny(begin[:1], "{[<")
}

// counted counts the bytes that are read.
type counted struct {
	multipart.File
	n *atomic.Int64
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.File.Read(p)
	c.n.Add(int64(n))
	return n, err
}

func (j *job) now(doing string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.doing, j.file = doing, ""
}

// Progress says what a job is at.
func (j *job) Progress() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.file != "" {
		return program.Rate(j.file, j.read.Load(), j.size, time.Since(j.fileBegun))
	}
	return fmt.Sprintf("%s, %d s", j.doing, time.Since(j.begun)/time.Second)
}

// Reports returns what became of the files.
func (j *job) Reports() []load.Report { return j.reports }
