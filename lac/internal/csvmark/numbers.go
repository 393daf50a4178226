package csvmark

import (
	"encoding/binary"
	"math/bits"
)

// A Span is a part of a text.
type Span struct{ Begin, End int32 }

// A Number is Units × 10^-Places.
type Number struct {
	Units    int64
	Places   uint8
	Reported bool
}

// NoNumber stands for a text that [ReadNumbers] does not read.
var NoNumber = Number{Units: -1}

// ReadNumbers puts into numbers what the parts of data spell: the zero Number if a
// part is empty, and [NoNumber] if it is anything but digits, with or without a
// point between them, sixteen bytes at most. It gives NoNumber, too, for what ends
// among the first sixteen bytes of data. There must be as many numbers as parts.
func ReadNumbers(data []byte, parts []Span, numbers []Number) {
	numbersFastest(data, parts, numbers[:len(parts)])
}

// numbersWords reads numbers without vector instructions.
func numbersWords(data []byte, parts []Span, numbers []Number) {
	for i, s := range parts {
		numbers[i] = readNumber(data, s)
	}
}

// readNumber looks at eight bytes at a time, and has no branch that goes by what
// they are: numbers have no pattern that a processor could foresee.
func readNumber(data []byte, s Span) Number {
	n := int(s.End - s.Begin)
	if n == 0 {
		return Number{}
	}
	if n > 16 || s.End < 16 {
		return NoNumber
	}
	mask := &lasts[n]
	low := binary.LittleEndian.Uint64(data[s.End-16:]) & mask.low
	high := binary.LittleEndian.Uint64(data[s.End-8:]) & mask.high
	// From here on digits are what they stand for.
	low ^= '0' * ones & mask.low
	high ^= '0' * ones & mask.high
	// The digits after the point; 16 if there is none.
	places := bits.LeadingZeros64(zeros(high^('.'^'0')*ones)) / 8
	places += bits.LeadingZeros64(zeros(low^('.'^'0')*ones)) / 8 & -(places / 8)
	if places == 0 || places == n-1 {
		return NoNumber
	}
	// Take the point out.
	stay := &lasts[places]
	low, high = low&stay.low|low<<8&^stay.low, high&stay.high|(high<<8|low>>56)&^stay.high
	if ((low+0x76*ones)|low|(high+0x76*ones)|high)&highs != 0 {
		return NoNumber
	}
	return Number{Units: int64(eight(low)*1e8 + eight(high)), Places: uint8(places & 15), Reported: true}
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

// numbersFastest reads numbers with what the processor has; numberWays are all that it can
// run, by name.
var (
	numbersFastest = numbersWords
	numberWays     = map[string]func([]byte, []Span, []Number){"words": numbersWords}
)
