package csvmark

// Same returns of up to 64 parts of data which are equal: bit i says whether a[i]
// and b[i] have the same bytes. A part that ends before it begins is equal to none
// that does not.
func Same(data []byte, a, b []Span) uint64 {
	return sameFastest(data, a, b[:len(a)])
}

// sameFastest compares with what the processor has; sameWays are all that it can run, by
// name.
var (
	sameFastest = sameWords
	sameWays    = map[string]func(data []byte, a, b []Span) uint64{"words": sameWords}
)

// sameWords compares parts without vector instructions.
func sameWords(data []byte, a, b []Span) uint64 {
	same := uint64(0)
	for i, s := range a {
		t := b[i]
		if s.End-s.Begin == t.End-t.Begin && (s.End <= s.Begin || string(data[s.Begin:s.End]) == string(data[t.Begin:t.End])) {
			same |= 1 << i
		}
	}
	return same
}
