// Package feed is what readers of formats have in common: opening and closing,
// compression and encodings, rows with their places, the names of columns, the
// statistics, and the sequence of records and rejected rows.
//
// It stands above package lac, whose errors and statistics it gives, and below the
// formats.
package feed

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A Feed reads the records of one file. The reader of a format has one, and says
// with a [Format] what its file is made of.
type Feed[R any] struct {
	in     io.Reader
	closer io.Closer
	ctx    context.Context // of the sequence that reads
	next   Next[R]
	stats  lac.Stats
	end    error // why reading has ended, io.EOF included
}

// A Format is what the feed must know of the reader that has it. It is made anew
// for each sequence, so that it has the reader's fields as they are set by then.
type Format[R any] struct {
	Name   string // of the file, for errors
	Strict bool
	Unit   string // what is counted, in the plural; empty: rows
	// Raw is of formats that say in the text in which encoding it is.
	Raw bool
	// Encoding is that of the text, in the name of an Encoding; empty: see OpenText.
	Encoding string
	// Begin reads as far as the first record, and returns what reads on. An error
	// is why the file cannot be read.
	Begin func(text *Text) (Next[R], error)
}

// A Next gives the next record, or why its row is rejected, or what ends reading.
type Next[R any] func() (R, *lac.RowError, error)

// New returns a feed of r.
func New[R any](r io.Reader) Feed[R] { return Feed[R]{in: r} }

// Rows returns a feed of rows that come from elsewhere than a text, of which Begin is
// called without one. Closing it calls stop.
func Rows[R any](stop func()) Feed[R] { return Feed[R]{closer: closing(stop)} }

type closing func()

func (stop closing) Close() error {
	stop()
	return nil
}

// Open returns a feed of a file and the name of the file. It errs as [OpenFile],
// with the format's name before it.
func Open[R any](format, path string) (Feed[R], string, error) {
	f, _, err := OpenFile(path)
	if err != nil {
		return Feed[R]{}, "", fmt.Errorf("%s: %w", format, err)
	}
	return Feed[R]{in: f, closer: f}, filepath.Base(path), nil
}

// Close closes the file, if Open has opened it.
func (f *Feed[R]) Close() error {
	if f.closer == nil {
		return nil
	}
	return f.closer.Close()
}

// Stats returns the counts so far.
func (f *Feed[R]) Stats() lac.Stats { return f.stats }

// Count returns the counts, for the format to add to LeftOut.
func (f *Feed[R]) Count() *lac.Stats { return &f.stats }

// All returns the records that are still to be read.
func (f *Feed[R]) All(ctx context.Context, format Format[R]) iter.Seq2[R, error] {
	return All(func() (R, error) {
		f.ctx = ctx
		return f.read(&format)
	}, f.ended)
}

// ReadAll returns the records that are still to be read, and beside them what
// [Collect] does.
func (f *Feed[R]) ReadAll(ctx context.Context, format Format[R]) ([]R, []*lac.RowError, error) {
	return Collect(f.All(ctx, format), f.ended)
}

// Each calls do for the records that are still to be read, as the function [Each]
// does. An error of do ends reading.
func (f *Feed[R]) Each(ctx context.Context, format Format[R], do func(R) error) ([]*lac.RowError, error) {
	return Each(f.All(ctx, format), f.ended, func(record R) error {
		err := do(record)
		if err != nil {
			f.end = err
		}
		return err
	})
}

func (f *Feed[R]) ended() bool { return f.end != nil }

// read returns the next record, a [*lac.RowError], or what ends reading.
func (f *Feed[R]) read(format *Format[R]) (R, error) {
	var zero R
	if f.end != nil {
		return zero, f.end
	}
	if f.next == nil {
		if err := f.begin(format); err != nil {
			f.end = fmt.Errorf("%s: %w", format.Name, err)
			return zero, f.end
		}
	}
	err := f.ctx.Err()
	var record R
	var rejected *lac.RowError
	if err == nil {
		record, rejected, err = f.next()
	}
	switch {
	case err == io.EOF:
		f.end = err
		return zero, err
	case err != nil:
		f.end = Stopped(format.Name, f.stats.Rows, cmp.Or(format.Unit, "rows"), err)
		return zero, f.end
	}
	f.stats.Add(rejected)
	if rejected == nil {
		return record, nil
	}
	rejected.Source = format.Name
	if format.Strict {
		f.end = rejected
	}
	return zero, rejected
}

// begin opens the text and begins to read it.
func (f *Feed[R]) begin(format *Format[R]) (err error) {
	if f.in == nil {
		f.next, err = format.Begin(nil)
		return err
	}
	open := OpenText
	if format.Raw {
		open = Unpack
	}
	text, err := open(f.in, format.Encoding)
	if err != nil {
		return err
	}
	// A sequence may be left, and another one begun, so that contexts come and go.
	text.Reader = reading[R]{f, text.Reader}
	f.next, err = format.Begin(text)
	return err
}

// A reading reads until the context of the sequence that reads is done.
type reading[R any] struct {
	f  *Feed[R]
	in io.Reader
}

func (r reading[R]) Read(b []byte) (int, error) {
	if err := r.f.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(b)
}

// A Result is what became of one figure of a row that has several.
type Result[R any] struct {
	Record   R
	Rejected *lac.RowError
}

// Several returns a Next of rows that have several results, or none. The function
// appends those of the next row.
func Several[R any](row func(into []Result[R]) ([]Result[R], error)) Next[R] {
	var results []Result[R]
	at := 0
	return func() (R, *lac.RowError, error) {
		for at == len(results) {
			var err error
			at = 0
			if results, err = row(results[:0]); err != nil {
				var zero R
				results = nil
				return zero, nil, err
			}
		}
		at++
		return results[at-1].Record, results[at-1].Rejected, nil
	}
}

// Title returns the title of a source: what it is and the file that it is read from.
func Title(what, name string) string {
	if name == "" {
		return what
	}
	return what + ", file " + strings.ToValidUTF8(String([]byte(name)), "\uFFFD")
}

// Note counts a note and gives it to the reader's function of notes, if there is one.
func (f *Feed[R]) Note(to func(*lac.RowError), name string, note *lac.RowError) {
	f.stats.Notes++
	if to != nil {
		note.Source = name
		to(note)
	}
}
