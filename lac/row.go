package lac

// A TradeSink takes trade records in bulk: a [TradeTable] keeps them, a
// [TradeStream] adds them up. Readers of formats write to sinks.
//
// Most records of a file are alike but for their commodity and figures. What
// they have in common is a head, which is given once; then each record is a
// [TradeRow], which has no pointers and costs no allocation.
type TradeSink interface {
	// Head returns the sink's number for head, a record without ID and
	// Commodity whose Value, NetWeight and Quantity say only whether its rows
	// have that figure, and in which currency or unit: their amounts are not
	// looked at. Equal heads have the same number. It errs with [*FieldError]
	// as [TradeRecord.Validate] does.
	Head(head TradeRecord) (int32, error)
	// AppendRows appends records. If a row is not valid it errs with
	// [*FieldError], and no row is appended.
	AppendRows(rows []TradeRow) error
	// Append appends one record of whatever form. If it is not valid it errs as
	// [TradeRecord.Validate] does.
	Append(r TradeRecord) error
}

// A TradeRow is a trade record in short: its head and what is its own.
type TradeRow struct {
	Head      int32  // from [TradeSink.Head]
	Number    uint32 // the record's ID is its source, "#" and this number
	Commodity Commodity
	// The figures that the head has; the others are not looked at.
	Value, NetWeight, Quantity Coefficient
}

// A Coefficient is the number Units × 10^-Places, with at most 18 places. It has
// several forms of one number: 1.50 is {150, 2} or {15, 1}.
type Coefficient struct {
	Units  int64
	Places uint8
}
