package comtrade

// SetPieceBytes sets the size of the pieces in which r reads into sinks.
func (r *Reader) SetPieceBytes(n int) { r.limits.PieceBytes = n }

// SetMostNumber sets the line above which r writes no sink.Row.
func (r *Reader) SetMostNumber(n int64) { r.limits.Lines = n }

// SetMostGoods sets how many commodities r numbers.
func (r *Reader) SetMostGoods(n int) { r.limits.Goods = n }
