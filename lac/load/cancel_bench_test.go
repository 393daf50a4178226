package load_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/sinolac/sinolac/lac/load"
)

// An endless file is a fixture whose middle is repeated. Its reader's context is
// cancelled when so much of it was read.
type endless struct {
	head, middle []byte
	rest         []byte
	until        int
	cancel       context.CancelFunc
	cancelled    time.Time
}

func (e *endless) Read(b []byte) (int, error) {
	if e.head != nil {
		e.rest, e.head = e.head, nil
	}
	if len(e.rest) == 0 {
		e.rest = e.middle
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	if e.until -= n; e.until <= 0 && e.cancelled.IsZero() {
		e.cancelled = time.Now()
		e.cancel()
	}
	if e.until < -1<<30 {
		return n, io.ErrUnexpectedEOF
	}
	return n, nil
}

// split returns what of a fixture stands once, and what may stand again and again.
func split(text []byte) (head, middle []byte) {
	for _, mark := range [][2]string{
		{"<iati-activity ", "</iati-activity>"}, // activities
		{"<iati-activity>", "</iati-activity>"},
		{`{"typeCode"`, "},"}, {`{"refYear"`, "},"}, // objects of a list
	} {
		i := bytes.Index(text, []byte(mark[0]))
		if i < 0 {
			continue
		}
		if j := bytes.Index(text[i:], []byte(mark[1])); j > 0 {
			end := i + j + len(mark[1])
			return text[:i], text[i:end]
		}
	}
	if lines := bytes.SplitAfter(text, []byte("\n")); len(lines) > 2 {
		last := lines[len(lines)-2]
		return text[:len(text)-len(lines[len(lines)-1])], last
	}
	return text, nil
}

// BenchmarkCancelledRead reads a file without end of each form, and says how long
// after the context was done the read ended.
func BenchmarkCancelledRead(b *testing.B) {
	var names []string
	for _, pattern := range []string{"*/*.csv", "*/*.tsv", "*/*.jsonl", "*/*.json", "*/*.xml", "tabular/records/*.csv"} {
		found, err := filepath.Glob("../../testdata/" + pattern)
		if err != nil {
			b.Fatal(err)
		}
		names = append(names, found...)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		head, middle := split(text)
		if middle == nil {
			continue
		}
		short, _ := filepath.Rel("../../testdata", name)
		b.Run(short, func(b *testing.B) {
			var worst time.Duration
			for b.Loop() {
				ctx, cancel := context.WithCancel(b.Context())
				in := &endless{head: head, middle: middle, until: 16 << 20, cancel: cancel}
				_, err := load.Read(ctx, in, filepath.Base(name), load.Options{})
				ended := time.Now()
				cancel()
				if in.cancelled.IsZero() {
					b.Skipf("it is not read to here: %v", err)
				}
				if !errors.Is(err, context.Canceled) {
					b.Skipf("%v", err)
				}
				worst = max(worst, ended.Sub(in.cancelled))
			}
			b.ReportMetric(float64(worst.Microseconds())/1000, "ms-to-end")
		})
	}
}
