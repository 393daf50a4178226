package lac

// StreamOfFew returns a stream that forgets rows as soon as it may.
func StreamOfFew(q TradeQuery, by ...Dimension) *TradeStream { return StreamOfBlocks(1, q, by...) }

// StreamOfBlocks returns a stream that forgets so many rows together, as soon as it may.
func StreamOfBlocks(rows int, q TradeQuery, by ...Dimension) *TradeStream {
	s := NewTradeStream(q, by...)
	s.rows.Keep(1, rows)
	return s
}
