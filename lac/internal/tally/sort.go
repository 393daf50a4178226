package tally

import (
	"math/bits"
	"slices"
)

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

// Ranks returns the place of each value in the order of all; equal values share
// one.
func Ranks[T any](values []T, compare func(a, b T) int) []uint32 {
	order := make([]uint32, len(values))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return compare(values[a], values[b]) })
	rank := make([]uint32, len(values))
	for i, v := range order {
		rank[v] = uint32(i)
		if i > 0 && compare(values[order[i-1]], values[v]) == 0 {
			rank[v] = rank[order[i-1]]
		}
	}
	return rank
}
