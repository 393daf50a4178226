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
// It looks at eight bytes at a time, and has no branch that goes by what they are:
// numbers have no pattern that a processor could foresee.
func amountOf(low, high uint64, n int) (lac.Coefficient, bool) {
	// From here on digits are what they stand for.
	low ^= '0' * ones & lasts[n].low
	high ^= '0' * ones & lasts[n].high
	// The digits after the point; 16 if there is none.
	places := bits.LeadingZeros64(zeros(high^('.'^'0')*ones)) / 8
	places += bits.LeadingZeros64(zeros(low^('.'^'0')*ones)) / 8 & -(places / 8)
	if places == 0 || places == n-1 {
		return lac.Coefficient{}, false
	}
	// Take the point out.
	stay := &lasts[places]
	low, high = low&stay.low|low<<8&^stay.low, high&stay.high|(high<<8|low>>56)&^stay.high
	if ((low+0x76*ones)|low|(high+0x76*ones)|high)&highs != 0 {
		return lac.Coefficient{}, false
	}
	units := eight(low)*1e8 + eight(high)
	return lac.Coefficient{Units: int64(units), Places: uint8(places & 15), Reported: true}, true
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// lasts are masks of the last bytes of sixteen, by their number.
var lasts = func() (all [17]struct{ low, high uint64 }) {
	for n := range all {
		all[n].low = ^uint64(0) << (64 - 8*max(n-8, 0))
		all[n].high = ^uint64(0) << (64 - 8*min(n, 8))
	}
	return all
}()

// zeros marks the high bits of the bytes of w that are zero.
func zeros(w uint64) uint64 { return ^(w&^highs + ^uint64(highs) | w | ^uint64(highs)) }

// eight returns the number of eight digits, the first in the lowest byte.
func eight(w uint64) uint64 {
	w = w*10 + w>>8
	const pairs = 0x000000ff000000ff
	return ((w&pairs)*(100+1000000<<32) + (w>>16&pairs)*(1+10000<<32)) >> 32
}
