package lac

// A TradeSink takes trade records in bulk: a [TradeTable] keeps them, a
// [TradeStream] adds them up. Readers of formats write to sinks.
//
// Most records of a file are alike but for their commodity and figures. What
// they have in common is a head, which is given once, as commodities are; then
// each record is a [TradeRow], which costs no allocation.
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
	// the caller's, and other sinks'. If a row is not valid it errs with
	// [*FieldError], and no row is appended.
	AppendRows(rows []TradeRow) error
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

// A Coefficient is the number Units × 10^-Places, with at most 18 places; the
// zero Coefficient is not reported. It has several forms of one number: 1.50 has
// the units 150 and 2 places, or 15 and 1.
type Coefficient struct {
	Units    int64
	Places   uint8
	Reported bool
}
