package load

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/claimreview"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/tabular"
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

// read reads the file into f. The error is what ended reading before its end.
func (o opening) read(f *File) error {
	switch o.Format {
	case Comtrade:
		return o.comtrade(f)
	case ClaimReview:
		r := claimreview.NewReader(o.in)
		r.Source, r.Name, r.Strict, r.Notes = o.Source, o.name, o.Strict, f.Report.Notes.add
		f.Records.Sources = []lac.Source{{ID: o.Source, Publisher: "fact checkers", Title: "ClaimReviews, file " + o.name, Basis: "ClaimReview"}}
		err := collect(f, r.All(o.ctx), o.Strict, func(r claimreview.Review) { f.Records.Statements = append(f.Records.Statements, r.Statement) })
		f.Report.Stats = r.Stats()
		return err
	case Lines, Bundle:
		r := tabular.NewLineReader(o.in)
		r.Name, r.Strict = o.name, o.Strict
		records, rejected, err := r.ReadAllContext(o.ctx)
		f.Records = records
		f.Report.count(rejected, r.Stats())
		return err
	case Table:
		return o.table(f)
	}
	for _, s := range sources {
		if s.format == o.Format {
			return s.read(o, f)
		}
	}
	return fmt.Errorf("format %q: %w", o.Format, lac.ErrUnknownCode)
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

// comtrade reads trade into a table, from the file itself where there is one: by
// several goroutines.
func (o opening) comtrade(f *File) error {
	r := comtrade.NewReader(o.in)
	if o.path != "" && o.in.Plain {
		var err error
		if r, err = comtrade.Open(o.path); err != nil {
			return err
		}
		defer r.Close()
	}
	r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
	f.Records.Sources = []lac.Source{r.SourceRecord()}
	f.Records.TradeTable = new(lac.TradeTable)
	rejected, err := r.ReadInto(o.ctx, f.Records.TradeTable)
	f.Report.count(rejected, r.Stats())
	return err
}
