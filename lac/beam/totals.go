package lacbeam

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/sinolac/sinolac/lac"
)

func init() {
	register.Combiner2[state, *lac.TradeStream](&mergeFn{})
	register.DoFn5x1[context.Context, []byte, func(*state) bool, func(*lac.TradeInput) bool, func(lac.TradeTotals), error](&askFn{})
	register.Iter1[state]()
	register.Iter1[lac.TradeInput]()
	register.Emitter1[*lac.TradeStream]()
	register.Emitter1[lac.TradeTotals]()
	beam.RegisterType(reflect.TypeFor[lac.TradeInput]())
	beam.RegisterType(reflect.TypeFor[lac.TradeStream]())
	beam.RegisterType(reflect.TypeFor[state]())
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
	return ask(s, asked, streams, files), read
}

// TotalsOfStreams answers q as [Totals] does, of streams: a collection of
// [*lac.TradeStream] of the same question, which somebody else has read from whatever
// there is. What they say that they have read ([lac.TradeStream.AddInput]) must not
// be read twice, and what they expect ([lac.TradeStream.Expect]) must be read.
func TotalsOfStreams(s beam.Scope, streams beam.PCollection, q lac.TradeQuery, by ...lac.Dimension) beam.PCollection {
	s = s.Scope("sinolac.TotalsOfStreams")
	return ask(s, question{q, by}, streams, beam.CreateList(s, []lac.TradeInput{}))
}

// ask merges streams and asks what came of it, which must have read the files.
func ask(s beam.Scope, asked question, streams, files beam.PCollection) beam.PCollection {
	merged := beam.Combine(s, &mergeFn{asked}, streams)
	return beam.ParDo(s, &askFn{asked}, beam.Impulse(s), beam.SideInput{Input: merged}, beam.SideInput{Input: files})
}

// A question is what is asked, on its way to the workers.
type question struct {
	Query lac.TradeQuery
	By    []lac.Dimension
}

func (q question) stream() *lac.TradeStream { return lac.NewTradeStream(q.Query, q.By...) }

// A state is what a worker has read, or workers have, and how often streams were merged
// there.
type state struct {
	Stream *lac.TradeStream
	// Added are streams of the worker that merged them, Received states of workers.
	Added, Received int64
}

// A mergeFn merges the streams of a worker, and those of workers.
type mergeFn struct{ Asked question }

func (f *mergeFn) CreateAccumulator() state { return state{Stream: f.Asked.stream()} }

func (f *mergeFn) AddInput(all state, part *lac.TradeStream) (state, error) {
	all.Added++
	return all, all.Stream.Merge(part)
}

func (f *mergeFn) MergeAccumulators(all, part state) (state, error) {
	all.Added += part.Added
	all.Received += part.Received + 1
	return all, all.Stream.Merge(part.Stream)
}

// Counts of a pipeline, as its runner shows them.
var (
	filesRead       = beam.NewCounter("sinolac", "files read")
	rowsRead        = beam.NewCounter("sinolac", "rows read")
	rowsRejected    = beam.NewCounter("sinolac", "rows rejected")
	streamsMerged   = beam.NewCounter("sinolac", "streams merged where they were read")
	streamsReceived = beam.NewCounter("sinolac", "streams received and merged")
)

// An askFn asks what was merged.
type askFn struct{ Asked question }

func (f *askFn) ProcessElement(ctx context.Context, _ []byte, merged func(*state) bool, files func(*lac.TradeInput) bool, emit func(lac.TradeTotals)) error {
	all := f.Asked.stream()
	for part := (state{}); merged(&part); { // one; none if there were no streams
		streamsMerged.Inc(ctx, part.Added)
		streamsReceived.Inc(ctx, part.Received)
		if err := all.Merge(part.Stream); err != nil {
			return err
		}
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
