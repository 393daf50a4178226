package gacc

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// maxRows is how many rows a table may have that is held against its own totals: that
// of a year has some 3,000.
const maxRows = 100_000

// A kept row is one that waits until all are read.
type keptRow struct {
	results []feed.Result[lac.TradeRecord]
	month   int // 0 if the row is rejected
	line    int
}

// checked returns the results of a whole table, with those of a month rejected that is
// in another unit than the others. The error is what ended reading.
//
// It tells by the row of all partners: the year up to a month, divided by the number of
// months, must be what it is in the other months, within a fifth. Ten thousand yuan
// and a thousand dollars differ by two fifths, and the seasons by less than a tenth.
func (t *table) checked() ([]feed.Result[lac.TradeRecord], error) {
	var rows []keptRow
	upTo := map[int]decimal.Decimal{} // by month, of all partners
	var err error
	for err == nil {
		var r keptRow
		if r.results, err = t.nextRow(nil); err != nil {
			break
		}
		if len(rows) == maxRows {
			err = fmt.Errorf("%w: a table of more than %d rows", lac.ErrRange, maxRows)
			break
		}
		r.month, r.line = t.lastMonth, t.lastLine
		if r.month > 0 && t.lastPartner == lac.World && t.lastUpTo.IsReported() {
			upTo[r.month] = t.lastUpTo.Amount()
		}
		rows = append(rows, r)
	}
	odd := oddMonths(upTo)
	var all []feed.Result[lac.TradeRecord]
	for _, r := range rows {
		why := odd[r.month]
		for _, result := range r.results {
			if why != "" && result.Rejected == nil {
				result = feed.Result[lac.TradeRecord]{Rejected: &lac.RowError{
					Line: r.line, Field: "month", Text: strconv.Itoa(r.month),
					Err: fmt.Errorf("%w: month %d is in another unit than the others: %s", lac.ErrUnitMismatch, r.month, why),
				}}
			}
			all = append(all, result)
		}
	}
	return all, err
}

// oddMonths says of which months the totals are in another unit than those of most
// others, and why. Of fewer than three months none is.
func oddMonths(upTo map[int]decimal.Decimal) map[int]string {
	if len(upTo) < 3 {
		return nil
	}
	means := make([]decimal.Decimal, 0, len(upTo))
	for month, total := range upTo {
		means = append(means, total.DivRound(decimal.NewFromInt(int64(month)), 4))
	}
	slices.SortFunc(means, decimal.Decimal.Cmp)
	middle := means[len(means)/2]
	if middle.Sign() <= 0 {
		return nil
	}
	odd := map[int]string{}
	for month, total := range upTo {
		times := total.DivRound(decimal.NewFromInt(int64(month)), 4).DivRound(middle, 2)
		if times.Cmp(decimal.New(12, -1)) > 0 || times.Cmp(decimal.New(8, -1)) < 0 {
			odd[month] = fmt.Sprintf("the total of the year up to it is, for a month, %v times what it is in the others", times)
		}
	}
	if 2*len(odd) >= len(upTo) {
		return nil // which of them are in the unit that is meant is not to be told
	}
	return odd
}
