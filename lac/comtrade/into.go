package comtrade

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade/internal/bulk"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A Sink takes trade records: a [lac.TradeTable] keeps them, a [lac.TradeStream] adds
// them up, a type of one's own does as it likes.
type Sink interface {
	// Append takes one record. If that is not valid it errs as
	// [lac.TradeRecord.Validate] does.
	Append(r lac.TradeRecord) error
}

// ReadInto hands the records that are still to be read to every sink, in the
// order of the file. It returns what [Reader.ReadAll] does, and ends as that
// does, or with the error of a sink. The sinks are called from the calling
// goroutine.
//
// Net weights and quantities that no sink needs are not looked at, and so not
// rejected.
//
// It is the way to read large files: pieces of the table are read by several
// goroutines, in some megabytes of memory whatever the size of the table. If
// [Reader.All] has begun to read, if the file is JSON or not separated by commas,
// or a sink is neither a [lac.TradeTable] nor a [lac.TradeStream], ReadInto goes on
// as that does, without these.
func (r *Reader) ReadInto(ctx context.Context, sinks ...Sink) ([]*lac.RowError, error) {
	r.ctx = ctx
	begun := r.begun() || r.end != nil
	if !begun {
		if err := r.begin(); err != nil {
			return nil, err
		}
	}
	ways, ok := inBulk(sinks)
	if begun || !ok || r.plainOnly() {
		return r.each(ctx, func(record lac.TradeRecord) error { return appendTo(sinks, record) })
	}
	r.table.leaveOut(ways)
	b := bulk.Reader{
		Layout:      r.table.bulkLayout(),
		Table:       bulkTable{&r.table, r.source()},
		Source:      bulk.Source{In: r.scan.Rest(), Line: r.scan.Line()},
		Name:        r.name(),
		Strict:      r.Strict,
		MaxRowBytes: r.MaxRowBytes,
		Limits:      r.limits,
	}
	switch {
	case r.part != nil:
		b.Source.Places, b.Source.End = r.part, r.part.Size()
	case r.places.in != nil && !r.packed:
		b.Source.Places, b.Source.Begin, b.Source.End = r.places.in, r.places.start+int64(r.scan.Offset()), r.places.size
	}
	rejected, err := b.ReadInto(ctx, ways...)
	r.stats, r.line, r.end = b.Stats, b.Line, cmp.Or(err, io.EOF)
	return rejected, err
}

// inBulk returns the sinks' ways in for many records; false if one has none.
func inBulk(sinks []Sink) ([]bulk.Sink, bool) {
	var ways []bulk.Sink
	for _, to := range sinks {
		s, ok := to.(interface{ Bulk() bulk.Sink })
		if !ok {
			return nil, false
		}
		ways = append(ways, s.Bulk())
	}
	return ways, true
}

func appendTo(sinks []Sink, record lac.TradeRecord) error {
	for _, to := range sinks {
		if err := to.Append(record); err != nil {
			return err
		}
	}
	return nil
}

// leaveOut leaves out columns of figures that no sink needs.
func (t *table) leaveOut(sinks []bulk.Sink) {
	needs := func(f lac.Figure) bool {
		return slices.ContainsFunc(sinks, func(s bulk.Sink) bool { return s.Needs(f) })
	}
	if !needs(lac.FigureNetWeight) {
		t.index[colNetWeight], t.index[colWeightEstimated] = -1, -1
	}
	if !needs(lac.FigureQuantity) {
		t.index[colQuantity], t.index[colUnit], t.index[colQuantityEstimated] = -1, -1, -1
	}
	if t.index[colNetWeight] < 0 && t.index[colQuantity] < 0 {
		t.index[colFlag] = -1
	}
}

// bulkTexts are the columns that say all of a record but its commodity and figures,
// beside those of the reporter and the partner.
var bulkTexts = [bulk.MaxTexts]column{
	colFreq, colRefYear, colRefMonth, colPeriod, colFlow,
	colPartner2Code, colPartner2ISO, colReported, colAggregate, colCustoms, colSupply, colTransport,
	colFlag, colQuantityEstimated, colWeightEstimated,
}

// bulkLayout returns where the fields stand, as package bulk has it.
func (t *table) bulkLayout() bulk.Layout {
	at := t.index
	l := bulk.Layout{
		Header:    t.header,
		Reporter:  [2]int{at[colReporterISO], at[colReporterCode]},
		Partner:   [2]int{at[colPartnerISO], at[colPartnerCode]},
		Flagged:   at[colFlag] >= 0 || at[colQuantityEstimated] >= 0 || at[colWeightEstimated] >= 0,
		Edition:   at[colClassification],
		Commodity: at[colCommodity],
		Value:     at[colValue],
		CIF:       at[colCIF],
		FOB:       at[colFOB],
		NetWeight: at[colNetWeight],
		Quantity:  at[colQuantity],
		Unit:      at[colUnit],
	}
	for i, c := range bulkTexts {
		l.Texts[i] = at[c]
	}
	return l
}

// A bulkTable says what the rows of a table mean, as package bulk asks it.
type bulkTable struct {
	*table
	source string
}

func (t bulkTable) Record(row *csvscan.Row) (lac.TradeRecord, *lac.RowError) {
	return t.record(row, t.source)
}

func (bulkTable) Edition(text string) string { return editionOf(strings.TrimSpace(text)) }

func (bulkTable) Unit(text string) (unit lac.Unit, ok bool) {
	text = strings.TrimSpace(text)
	switch kindOf(text) {
	case validUnit:
		return unitOf(text), true
	case notedUnit:
		return "", false
	}
	return "", true
}
