package lac

import (
	"fmt"
	"strconv"
)

// A TradeSink takes trade records in bulk: a [TradeTable] keeps them, a
// [TradeStream] adds them up. Readers of formats write to sinks.
//
// Most records of a file are alike but for their commodity and figures. What
// they have in common is a head, which is given once, as commodities are; then
// each record is a row of [TradeRows], which costs no allocation.
type TradeSink interface {
	// Needs reports whether the sink looks at a figure. What it does not need
	// may be left out of rows and records.
	Needs(f Figure) bool
	// Head returns the sink's number for head: a record without ID, Commodity,
	// NetWeight and Quantity, whose Value says the currency that its rows'
	// values are in and nothing else. Equal heads have the same number, and Head
	// may be asked again for a head that the sink knows. It errs with
	// [*FieldError] as [TradeRecord.Validate] does.
	Head(head TradeRecord) (int32, error)
	// Commodity returns the sink's number for c, as Head does for a head.
	Commodity(c Commodity) (int32, error)
	// AppendRows appends records. It must neither keep nor change rows, which are
	// the caller's, and other sinks'. If a row is not valid, or columns are not of
	// one length, it errs with [*FieldError], and no row is appended.
	AppendRows(rows *TradeRows) error
	// Append appends one record of whatever form. If it is not valid it errs as
	// [TradeRecord.Validate] does.
	Append(r TradeRecord) error
}

// A TradeRow is a trade record in short: its head and what is its own.
type TradeRow struct {
	Head      int32       // from [TradeSink.Head]
	Number    uint32      // the record's ID is its source, "#" and this number
	Commodity int32       // from [TradeSink.Commodity]
	Value     Coefficient // in the head's currency
	NetWeight Coefficient // kilograms
	Quantity  Coefficient
	Unit      Unit // of Quantity, if that is reported
}

// TradeRows are rows in columns, a column for each field of [TradeRow]: element i is
// what row i says. A column of figures, or of units, may be nil: then no row reports
// any.
type TradeRows struct {
	Heads       []int32
	Numbers     []uint32
	Commodities []int32
	Values      []Coefficient
	NetWeights  []Coefficient
	Quantities  []Coefficient
	Units       []Unit
}

// Len returns the number of rows.
func (r *TradeRows) Len() int { return len(r.Heads) }

// At returns row i.
func (r *TradeRows) At(i int) TradeRow {
	return TradeRow{r.Heads[i], r.Numbers[i], r.Commodities[i], elementOf(r.Values, i), elementOf(r.NetWeights, i), elementOf(r.Quantities, i), elementOf(r.Units, i)}
}

// elementOf returns an element of a column that may be nil.
func elementOf[T any](column []T, i int) (v T) {
	if column != nil {
		v = column[i]
	}
	return v
}

// Append appends a row.
func (r *TradeRows) Append(row TradeRow) {
	n := r.Len()
	r.Heads = append(r.Heads, row.Head)
	r.Numbers = append(r.Numbers, row.Number)
	r.Commodities = append(r.Commodities, row.Commodity)
	r.Values = appendElement(r.Values, n, row.Value)
	r.NetWeights = appendElement(r.NetWeights, n, row.NetWeight)
	r.Quantities = appendElement(r.Quantities, n, row.Quantity)
	r.Units = appendElement(r.Units, n, row.Unit)
}

// appendElement appends element n to a column, which stays nil as long as there is
// nothing in it.
func appendElement[T comparable](column []T, n int, v T) []T {
	if column == nil {
		var none T
		if v == none {
			return nil
		}
		column = make([]T, n, n+1)
	}
	return append(column, v)
}

// Slice returns rows i to j, which it shares with r. Their columns have no room
// for more.
func (r *TradeRows) Slice(i, j int) TradeRows {
	return TradeRows{r.Heads[i:j:j], r.Numbers[i:j:j], r.Commodities[i:j:j],
		partOf(r.Values, i, j), partOf(r.NetWeights, i, j), partOf(r.Quantities, i, j), partOf(r.Units, i, j)}
}

// partOf returns a part of a column that may be nil.
func partOf[T any](column []T, i, j int) []T {
	if column == nil {
		return nil
	}
	return column[i:j:j]
}

// figure returns a column of figures; nil if no row reports one.
func (r *TradeRows) figure(figure int) []Coefficient {
	switch figure {
	case figureWeight:
		return r.NetWeights
	case figureQuantity:
		return r.Quantities
	}
	return r.Values
}

// checkColumns says which column is not as long as others.
func (r *TradeRows) checkColumns() error {
	n := r.Len()
	for _, c := range []struct {
		field    string
		len      int
		optional bool // where nil
	}{
		{"numbers", len(r.Numbers), false},
		{"commodities", len(r.Commodities), false},
		{"values", len(r.Values), r.Values == nil},
		{"net_weights", len(r.NetWeights), r.NetWeights == nil},
		{"quantities", len(r.Quantities), r.Quantities == nil},
		{"units", len(r.Units), r.Units == nil},
	} {
		if c.len != n && !c.optional {
			return &FieldError{Field: c.field, Text: strconv.Itoa(c.len), Err: fmt.Errorf("%w: a column of %d rows", ErrRange, n)}
		}
	}
	return nil
}

// A Coefficient is the number Units × 10^-Places, with at most 18 places; the
// zero Coefficient is not reported. It has several forms of one number: 1.50 has
// the units 150 and 2 places, or 15 and 1.
type Coefficient struct {
	Units    int64
	Places   uint8
	Reported bool
}
