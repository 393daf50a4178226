package lac

import (
	"fmt"
	"strconv"

	"github.com/sinolac/sinolac/lac/internal/sink"
)

// A TradeSink takes trade records: a [TradeTable] keeps them, a [TradeStream] adds
// them up, a type of one's own does as it likes. Readers of formats write to sinks;
// to tables and streams in bulk, several times as fast.
type TradeSink interface {
	// Append takes one record. If that is not valid it errs as
	// [TradeRecord.Validate] does.
	Append(r TradeRecord) error
}

// columnOf returns a column of figures; nil if no row reports one.
func columnOf(r *sink.Rows, figure int) []sink.Coefficient {
	switch figure {
	case figureWeight:
		return r.NetWeights
	case figureQuantity:
		return r.Quantities
	}
	return r.Values
}

// checkColumns says which column is not as long as others.
func checkColumns(r *sink.Rows) error {
	if column, n, uneven := r.Uneven(); uneven {
		return &FieldError{Field: column, Text: strconv.Itoa(n), Err: fmt.Errorf("%w: a column of %d rows", ErrRange, r.Len())}
	}
	return nil
}
