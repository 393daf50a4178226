package comtrade

import (
	"math/bits"

	"github.com/sinolac/sinolac/lac"
)

// equal reports whether a and b are one number, or both not reported.
func equal(a, b lac.Coefficient) bool {
	if a.Places == b.Places {
		return a == b
	}
	return shortest(a) == shortest(b)
}

func shortest(a lac.Coefficient) lac.Coefficient {
	for a.Places > 0 && a.Units%10 == 0 {
		a.Units /= 10
		a.Places--
	}
	return a
}

// amountOf returns the number that the first n of sixteen bytes spell, not
// reported if there are none; false if they are not digits with or without a
// point between them. The other bytes are zero.
//
// It looks at eight bytes at a time, and has hardly a branch that goes by what
// they are: numbers have no pattern that a processor could foresee.
func amountOf(low, high uint64, n int) (lac.Coefficient, bool) {
	if n == 0 {
		return lac.Coefficient{}, true
	}
	// Take the point out.
	const points = '.' * ones
	places := 0
	if point := firstZero(low^points, high^points); point < n {
		if point == 0 || point == n-1 {
			return lac.Coefficient{}, false
		}
		keepLow, keepHigh := first(point), first(point-8)
		nextLow, nextHigh := low>>8|high<<56, high>>8
		low, high = low&keepLow|nextLow&^keepLow, high&keepHigh|nextHigh&^keepHigh
		n--
		places = n - point
	}
	// Put zeros before the digits, so that there are sixteen.
	low, high = low^'0'*ones&first(n), high^'0'*ones&first(n-8)
	gap := uint(8 * (16 - n))
	high = high<<gap | low<<(gap-64) | low>>(64-gap)
	low <<= gap
	if ((low+0x76*ones)|low|(high+0x76*ones)|high)&highs != 0 {
		return lac.Coefficient{}, false
	}
	units := eight(low)*1e8 + eight(high)
	return lac.Coefficient{Units: int64(units), Places: uint8(places), Reported: true}, true
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// first returns a mask of the first n bytes of a word, none if n is negative.
func first(n int) uint64 {
	if n <= 0 {
		return 0
	}
	return 1<<(8*uint(n)) - 1
}

// firstZero returns which of the sixteen bytes of low and high is the first that
// is zero; 16 if none is.
func firstZero(low, high uint64) int {
	low = (low - ones) &^ low & highs
	high = (high - ones) &^ high & highs
	if low != 0 {
		return bits.TrailingZeros64(low) / 8
	}
	return 8 + bits.TrailingZeros64(high)/8
}

// eight returns the number of eight digits, the first in the lowest byte.
func eight(w uint64) uint64 {
	w = w*10 + w>>8
	const pairs = 0x000000ff000000ff
	return ((w&pairs)*(100+1000000<<32) + (w>>16&pairs)*(1+10000<<32)) >> 32
}
