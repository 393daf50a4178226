package load

import (
	"bytes"
	"context"
	"io"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/aduana"
	"github.com/sinolac/sinolac/lac/atlas"
	"github.com/sinolac/sinolac/lac/baci"
	"github.com/sinolac/sinolac/lac/census"
	"github.com/sinolac/sinolac/lac/comexstat"
	"github.com/sinolac/sinolac/lac/comext"
	"github.com/sinolac/sinolac/lac/crs"
	"github.com/sinolac/sinolac/lac/dots"
	"github.com/sinolac/sinolac/lac/gacc"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/iati"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/wits"
)

// A source is a format whose reader gives records of one family.
type source struct {
	format Format
	// begins reports whether the reader takes what a file begins with for the
	// beginning of one of its own.
	begins func(text *feed.Text) bool
	read   func(o opening, f *File) error
}

// sourceOf returns the source whose records go to a list. The function returns its
// reader; to tell the format of a file, it is called with options that have all that a
// file may lack.
func sourceOf[R any, T reader[R]](format Format, open func(in io.Reader, o opening) T, list func(*lac.Records) *[]R) source {
	return source{
		format: format,
		begins: func(text *feed.Text) bool {
			start := &feed.Text{Reader: begun{bytes.NewReader(text.Start)}, Start: text.Start, Title: text.Title}
			o := opening{name: "probe", probing: true, Options: Options{Source: "probe", Flow: lac.Export, Edition: "H0"}}
			return begins(open(start, o).All(context.Background()))
		},
		read: func(o opening, f *File) error { return each(o, f, open(o.in, o), list(&f.Records)) },
	}
}

func tradeRecords(r *lac.Records) *[]lac.TradeRecord { return &r.Trade }

func projectRecords(r *lac.Records) *[]lac.Project { return &r.Projects }

// sources are in the order in which a file is held against them.
var sources = []source{
	sourceOf(GCDF, func(in io.Reader, o opening) *gcdf.Reader {
		r := gcdf.NewReader(in)
		r.Source, r.Name, r.Strict, r.Notes = o.Source, o.name, o.Strict, o.note
		return r
	}, projectRecords),
	sourceOf(GACC, func(in io.Reader, o opening) *gacc.Reader {
		r := gacc.NewReader(in)
		r.Source, r.Name, r.Strict, r.Flow = o.Source, o.name, o.Strict, o.Flow
		if o.probing {
			r.Year, r.Currency = 2000, lac.CNY
		}
		return r
	}, tradeRecords),
	sourceOf(WITS, func(in io.Reader, o opening) *wits.Reader {
		r := wits.NewReader(in)
		r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
		if o.probing {
			r.Reporter = lac.World
		}
		return r
	}, tradeRecords),
	sourceOf(ComexStat, func(in io.Reader, o opening) *comexstat.Reader {
		r := comexstat.NewReader(in)
		r.Source, r.Name, r.Strict, r.Flow = o.Source, o.name, o.Strict, o.Flow
		return r
	}, tradeRecords),
	sourceOf(BACI, func(in io.Reader, o opening) *baci.Reader {
		r := baci.NewReader(in)
		r.Source, r.Name, r.Strict, r.Edition = o.Source, o.name, o.Strict, o.Edition
		return r
	}, tradeRecords),
	sourceOf(Atlas, func(in io.Reader, o opening) *atlas.Reader {
		r := atlas.NewReader(in)
		r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
		return r
	}, tradeRecords),
	sourceOf(DOTS, func(in io.Reader, o opening) *dots.Reader {
		r := dots.NewReader(in)
		r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
		return r
	}, tradeRecords),
	sourceOf(Comext, func(in io.Reader, o opening) *comext.Reader {
		r := comext.NewReader(in)
		r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
		return r
	}, tradeRecords),
	sourceOf(Census, func(in io.Reader, o opening) *census.Reader {
		r := census.NewReader(in)
		r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
		return r
	}, tradeRecords),
	sourceOf(Aduana, func(in io.Reader, o opening) *aduana.Reader {
		r := aduana.NewReader(in)
		r.Source, r.Name, r.Strict = o.Source, o.name, o.Strict
		return r
	}, tradeRecords),
	sourceOf(CRS, func(in io.Reader, o opening) *crs.Reader {
		r := crs.NewReader(in)
		r.Source, r.Name, r.Strict, r.Pivot = o.Source, o.name, o.Strict, o.CRS
		if o.probing {
			r.Pivot = crs.Pivot{Flow: lac.Disbursement, Year: 2000}
			r.Pivot.Unit, _ = lac.QuantityOf(1, lac.UnitOf(lac.USD)).Money()
		}
		return r
	}, func(r *lac.Records) *[]lac.Observation { return &r.Observations }),
	sourceOf(IATI, newIATI, projectRecords),
}

func newIATI(in io.Reader, o opening) *iati.Reader {
	r := iati.NewReader(in)
	r.Source, r.Name, r.Strict, r.Notes = o.Source, o.name, o.Strict, o.note
	return r
}
