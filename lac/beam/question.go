package lacbeam

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/sinolac/sinolac/lac"
)

// A question is what is asked, on its way to the workers.
type question struct {
	Query lac.TradeQuery
	By    []lac.Dimension
}

func (q question) stream() *lac.TradeStream { return lac.NewTradeStream(q.Query, q.By...) }

// Counts of a pipeline, as its runner shows them.
var (
	filesRead       = beam.NewCounter("sinolac", "files read")
	rowsRead        = beam.NewCounter("sinolac", "rows read")
	rowsRejected    = beam.NewCounter("sinolac", "rows rejected")
	streamsMerged   = beam.NewCounter("sinolac", "streams merged where they were read")
	streamsReceived = beam.NewCounter("sinolac", "streams received and merged")
)
