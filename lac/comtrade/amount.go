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

// amountOf returns the number that the last n of sixteen bytes spell, at least
// one; false if they are not digits with or without a point between them. The
// other bytes are zero.
//
// It looks at eight bytes at a time, and has hardly a branch that goes by what
// they are: numbers have no pattern that a processor could foresee.
func amountOf(low, high uint64, n int) (lac.Coefficient, bool) {
	// From here on digits are what they stand for.
	low ^= '0' * ones & last(n-8)
	high ^= '0' * ones & last(n)
	// Take the point out.
	inLow, inHigh := zeros(low^('.'^'0')*ones), zeros(high^('.'^'0')*ones)
	places := 0
	if inLow|inHigh != 0 {
		places = bits.LeadingZeros64(inHigh) / 8
		places += bits.LeadingZeros64(inLow) / 8 & -(places / 8)
		if places == 0 || places == n-1 {
			return lac.Coefficient{}, false
		}
		keepLow, keepHigh := last(places-8), last(places)
		low, high = low&keepLow|low<<8&^keepLow, high&keepHigh|(high<<8|low>>56)&^keepHigh
	}
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

// last returns a mask of the last n bytes of a word, none if n is negative.
func last(n int) uint64 {
	return ^uint64(0) << uint(64-8*min(max(n, 0), 8))
}

// zeros marks the high bits of the bytes of w that are zero.
func zeros(w uint64) uint64 { return ^(w&^highs + ^uint64(highs) | w | ^uint64(highs)) }

// eight returns the number of eight digits, the first in the lowest byte.
func eight(w uint64) uint64 {
	w = w*10 + w>>8
	const pairs = 0x000000ff000000ff
	return ((w&pairs)*(100+1000000<<32) + (w>>16&pairs)*(1+10000<<32)) >> 32
}
