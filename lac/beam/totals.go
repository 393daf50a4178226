package lacbeam

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/sinolac/sinolac/lac"
)

func init() {
	register.DoFn3x1[context.Context, *lac.TradeStream, func(*lac.TradeStream), error](&mergeFn{})
	register.DoFn5x1[context.Context, []byte, func(**lac.TradeStream) bool, func(*lac.TradeInput) bool, func(lac.TradeTotals), error](&askFn{})
	register.Iter1[*lac.TradeStream]()
	register.Iter1[lac.TradeInput]()
	register.Emitter1[*lac.TradeStream]()
	register.Emitter1[lac.TradeTotals]()
	beam.RegisterType(reflect.TypeFor[lac.TradeInput]())
	beam.RegisterType(reflect.TypeFor[lac.TradeStream]())
	beam.RegisterType(reflect.TypeFor[lac.TradeTotals]())
}

// Totals answers q by the dimensions, as [lac.Dataset.Totals] does, of files of UN
// Comtrade: a collection of [lac.TradeInput], of which each is a whole file by its name
// and, if that is known, its SHA-256. A file is read by one worker, into one
// [lac.TradeStream]; streams are merged, and asked once, at the end.
//
// Totals is a collection of one [lac.TradeTotals]. What must not be added up is
// refused: the pipeline fails with the words of the [*lac.UnsafeSumError]. It fails too
// if a file is not there, is not what its SHA-256 says, was not read, or was read twice,
// by one name or by two: what a failed
// pipeline has written is no answer. Read is a collection of [FileRead], one for each file, with the
// rows that were rejected there: the totals rest on the others.
func Totals(s beam.Scope, files beam.PCollection, q lac.TradeQuery, by ...lac.Dimension) (totals, read beam.PCollection) {
	s = s.Scope("sinolac.Totals")
	asked := question{q, by}
	streams, read := beam.ParDo2(s, &readFn{asked}, beam.Reshuffle(s, files))
	return ask(s, asked, beam.ParDo(s, &mergeFn{Asked: asked}, streams), files), read
}

// TotalsOfStreams answers q as [Totals] does, of streams: a collection of
// [*lac.TradeStream] of the same question, which somebody else has read from whatever
// there is. What they say that they have read ([lac.TradeStream.AddInput]) must not
// be read twice, and what they expect ([lac.TradeStream.Expect]) must be read.
func TotalsOfStreams(s beam.Scope, streams beam.PCollection, q lac.TradeQuery, by ...lac.Dimension) beam.PCollection {
	s = s.Scope("sinolac.TotalsOfStreams")
	asked := question{q, by}
	return ask(s, asked, beam.ParDo(s, &mergeFn{Asked: asked}, streams), beam.CreateList(s, []lac.TradeInput{}))
}

// ask merges what workers have read and asks, once the files were read. States go to the one that
// asks and nowhere else: to send them costs more than to merge them.
func ask(s beam.Scope, asked question, merged, files beam.PCollection) beam.PCollection {
	return beam.ParDo(s, &askFn{asked}, beam.Impulse(s), beam.SideInput{Input: merged}, beam.SideInput{Input: files})
}

// A mergeFn merges the streams of a bundle, which is what a worker does at a time.
type mergeFn struct {
	Asked question
	all   *lac.TradeStream
}

func (f *mergeFn) StartBundle(func(*lac.TradeStream)) { f.all = f.Asked.stream() }

func (f *mergeFn) ProcessElement(ctx context.Context, part *lac.TradeStream, _ func(*lac.TradeStream)) error {
	streamsMerged.Inc(ctx, 1)
	return f.all.Merge(part) // part may be somebody else's too
}

func (f *mergeFn) FinishBundle(emit func(*lac.TradeStream)) {
	emit(f.all)
	f.all = nil
}

// An askFn merges what workers have read, and asks.
type askFn struct{ Asked question }

func (f *askFn) ProcessElement(ctx context.Context, _ []byte, merged func(**lac.TradeStream) bool, files func(*lac.TradeInput) bool, emit func(lac.TradeTotals)) error {
	var all *lac.TradeStream
	for part := (*lac.TradeStream)(nil); merged(&part); {
		streamsReceived.Inc(ctx, 1)
		if all == nil {
			all = part // nobody else has it
		} else if err := all.Merge(part); err != nil {
			return err
		}
	}
	if all == nil {
		all = f.Asked.stream()
	}
	for in := (lac.TradeInput{}); files(&in); {
		all.Expect(in)
	}
	totals, err := all.Totals()
	if err != nil {
		return err
	}
	emit(totals)
	return nil
}
