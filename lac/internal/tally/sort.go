package tally

import "math/bits"

// digitBits is how many bits [Sort] looks at together.
const digitBits = 11

// Sort sorts words by those of their bits that are set in by. It is stable, and
// goes through all words a few times, however they stand.
func Sort(words []uint64, by uint64) {
	varying, last, sorted := uint64(0), uint64(0), true
	for _, w := range words {
		varying |= w ^ words[0]
		sorted = sorted && last&by <= w&by
		last = w
	}
	if sorted {
		return
	}
	from, to := words, make([]uint64, len(words))
	for varying &= by; varying != 0; {
		shift := bits.TrailingZeros64(varying)
		digit := func(w uint64) uint64 { return w & by >> shift & (1<<digitBits - 1) }
		var starts [1<<digitBits + 1]uint32
		for _, w := range from {
			starts[digit(w)+1]++
		}
		for i := range starts[1:] {
			starts[i+1] += starts[i]
		}
		for _, w := range from {
			at := &starts[digit(w)]
			to[*at] = w
			*at++
		}
		from, to = to, from
		varying &^= (1<<digitBits - 1) << shift
	}
	if &from[0] != &words[0] {
		copy(words, from)
	}
}
