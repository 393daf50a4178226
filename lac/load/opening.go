package load

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// An opening is a file to be read.
type opening struct {
	ctx  context.Context
	in   *feed.Text
	path string // where a reader can open the file itself; empty: nowhere
	name string
	// probing is of a file whose format is being told: what its reader needs and the
	// file may lack is made up.
	probing bool
	note    func(*lac.RowError) // of notes
	Options
}

// A reader is what the readers of formats have in common.
type reader[R any] interface {
	All(ctx context.Context) iter.Seq2[R, error]
	Stats() lac.Stats
	SourceRecord() lac.Source
}

// each adds the records of a reader to a list, and counts the rows that it rejects.
func each[R any](o opening, f *File, r reader[R], to *[]R) error {
	err := collect(f, r.All(o.ctx), o.Strict, func(record R) { *to = append(*to, record) })
	f.Records.Sources = []lac.Source{r.SourceRecord()} // which may know more now
	f.Report.Stats = r.Stats()
	return err
}

// collect adds the records of a sequence, and counts the rows that it rejects.
func collect[R any](f *File, all iter.Seq2[R, error], strict bool, add func(R)) error {
	for r, err := range all {
		var row *lac.RowError
		switch {
		case err == nil:
			f.Report.Stats.Add(nil)
			add(r)
		case errors.As(err, &row):
			f.Report.Stats.Add(row)
			f.Report.Rejects.add(row)
			if strict {
				return row
			}
		default:
			return err
		}
	}
	return nil
}

// A begun is the beginning of a file, which does not end as a file does.
type begun struct{ *bytes.Reader }

func (b begun) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = errCut
	}
	return n, err
}

// errCut ends the beginning of a file that is given to readers.
var errCut = errors.New("the beginning of the file ends here")

// begins reports whether a reader takes what it is given for the beginning of a
// file of its format: whether it finds a record, a row to reject, or no fault
// before its end.
func begins[R any](all iter.Seq2[R, error]) bool {
	for _, err := range all {
		var row *lac.RowError
		return err == nil || errors.As(err, &row) || errors.Is(err, errCut)
	}
	return true
}
