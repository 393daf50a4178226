//go:build !amd64 || purego

package csvmark

func best() marking { return markWords }

// ways are all that this processor can run, by name.
func ways() map[string]marking { return map[string]marking{"words": markWords} }

func bestNumbers() func([]byte, []Span, []Number) { return numbersWords }

func bestSame() func(data []byte, a, b []Span) uint64 { return sameWords }

// sameWays are all that this processor can run, by name.
func sameWays() map[string]func(data []byte, a, b []Span) uint64 {
	return map[string]func(data []byte, a, b []Span) uint64{"words": sameWords}
}

// numberWays are all that this processor can run, by name.
func numberWays() map[string]func([]byte, []Span, []Number) {
	return map[string]func([]byte, []Span, []Number){"words": numbersWords}
}
