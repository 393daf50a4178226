package load

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/claimreview"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/tabular"
)

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
		records, rejected, err := r.ReadAll(o.ctx)
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

// table reads a table of whichever family has its columns, or of a form that is known.
// Records that name no source of their own name the file.
func (o opening) table(f *File) error {
	text := o.in.Start
	var header []byte
	header, o.Mapping = headerOf(text, o.Mapping)
	family := familyOf(text, o.Mapping)
	if family == nil && o.Mapping.Columns == nil {
		if form := formOf(text); form != nil {
			f.Report.Form = form.Title
			f.Records.Sources = []lac.Source{form.source(o.Source, o.name)}
			_, o.Mapping = headerOf(text, form.Mapping)
			return familyOf(text, o.Mapping).read(o, f)
		}
	}
	if family == nil {
		return fmt.Errorf("%s: %w: no family of records has the columns %q", o.name, lac.ErrSyntax, shorten(strings.TrimSpace(string(header))))
	}
	f.Records.Sources = []lac.Source{{ID: o.Source, Publisher: "not stated", Title: "Table of " + family.name + ", file " + o.name, Basis: "file " + o.name}}
	return family.read(o, f)
}
