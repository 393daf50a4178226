package lacbeam

import (
	"fmt"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/sinolac/sinolac/lac"
)

func init() {
	register.Function1x2(lineOf)
	register.DoFn3x1[line, func(*lac.TradeRecord) bool, func(*lac.TradeStream), error](&lineFn{})
	register.Iter1[lac.TradeRecord]()
	beam.RegisterType(reflect.TypeFor[line]())
	beam.RegisterType(reflect.TypeFor[lac.TradeRecord]())
}

// TotalsOfRecords answers q as [Totals] does, of records: a collection of
// [lac.TradeRecord], which are grouped by line (reporter, partner, flow, period and source)
// first, so that a worker has all of a line and keeps little of it. It is for records
// that a pipeline has made; those of files are added up by [Totals] with a small part of the
// work. The pipeline fails too if a record is not valid. A record that is lost on the way
// is not missed: only files can be counted.
func TotalsOfRecords(s beam.Scope, records beam.PCollection, q lac.TradeQuery, by ...lac.Dimension) beam.PCollection {
	s = s.Scope("sinolac.TotalsOfRecords")
	asked := question{q, by}
	lines := beam.GroupByKey(s, beam.ParDo(s, lineOf, records))
	return ask(s, asked, beam.ParDo(s, &lineFn{Asked: asked}, lines), beam.CreateList(s, []lac.TradeInput{}))
}

// A line is what the rows of one reporter's trade with one partner have in common.
type line struct {
	Source            string
	Reporter, Partner lac.Area
	Flow              lac.TradeFlow
	Period            lac.Period
}

func lineOf(r lac.TradeRecord) (line, lac.TradeRecord) {
	return line{r.Source, r.Reporter, r.Partner, r.Flow, r.Period}, r
}

// A lineFn reads the lines of a bundle into one stream: not one a line, for there are
// millions.
type lineFn struct {
	Asked  question
	stream *lac.TradeStream
}

func (f *lineFn) StartBundle(func(*lac.TradeStream)) { f.stream = f.Asked.stream() }

func (f *lineFn) ProcessElement(_ line, records func(*lac.TradeRecord) bool, _ func(*lac.TradeStream)) error {
	for r := (lac.TradeRecord{}); records(&r); {
		if err := f.stream.Append(r); err != nil {
			return fmt.Errorf("record %q: %w", r.ID, err)
		}
	}
	return nil
}

func (f *lineFn) FinishBundle(emit func(*lac.TradeStream)) {
	emit(f.stream)
	f.stream = nil
}
