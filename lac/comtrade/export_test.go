package comtrade

// SetPieceBytes sets the size of the pieces in which r reads into sinks.
func (r *Reader) SetPieceBytes(n int) { r.pieceBytes = n }

// SetMostNumber sets the line above which r writes no lac.TradeRow.
func (r *Reader) SetMostNumber(n int64) { r.mostNumber = n }

// SetLearning sets the number of rows after which r looks which fields change,
// of which it then compares one in every other row.
func (r *Reader) SetLearning(n int) { r.learning = n }
