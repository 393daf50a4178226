package lac

// StreamOfFew returns a stream that forgets rows as soon as it may.
func StreamOfFew(q TradeQuery, by ...Dimension) *TradeStream {
	s := NewTradeStream(q, by...)
	s.rows.Keep(1, 1)
	return s
}
