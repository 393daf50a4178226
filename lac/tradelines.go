package lac

import (
	"math"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// findLines sorts the heads into lines: by flow, reporter, partner, source and
// period.
func (x *tradeIndex) findLines() { x.findLinesBy(1 << 32) }

// findLinesBy sorts with keys below most, which is at most 2^32, so that a key and
// the number of a head are one word.
func (x *tradeIndex) findLinesBy(most uint64) {
	d := x.view.dict
	areas := ranks(d.areas.Values, Area.Compare)
	periods := ranks(d.periods.Values, Period.Compare)
	flows := ranksBy(d.kinds.Values, func(k kind) string { return string(k.flow) }, strings.Compare)
	sources := ranksBy(d.kinds.Values, func(k kind) string { return k.source }, strings.Compare)
	words := make([]uint64, d.heads.Len())
	for i := range words {
		words[i] = uint64(i)
	}
	const number, key = math.MaxUint32, math.MaxUint32 << 32
	size, whole := uint64(1), true
	for _, field := range []struct {
		ranks []uint32
		of    func(tally.Head) uint32
	}{
		{periods, func(h tally.Head) uint32 { return h.Period }},
		{sources, func(h tally.Head) uint32 { return h.Kind }},
		{areas, func(h tally.Head) uint32 { return uint32(h.Partner) }},
		{areas, func(h tally.Head) uint32 { return uint32(h.Reporter) }},
		{flows, func(h tally.Head) uint32 { return h.Kind }},
	} {
		if size > 1 && size*uint64(len(field.ranks)) > most {
			// The later fields come first: what they leave equal stays in order.
			tally.Sort(words, key)
			for i := range words {
				words[i] &= number
			}
			size, whole = 1, false
		}
		for i, w := range words {
			words[i] += uint64(field.ranks[field.of(d.heads.At(uint32(w)))]) * size << 32
		}
		size *= uint64(len(field.ranks))
	}
	tally.Sort(words, key)
	sameLine := func(a, b tally.Head) bool {
		return a.Reporter == b.Reporter && a.Partner == b.Partner && periods[a.Period] == periods[b.Period] &&
			flows[a.Kind] == flows[b.Kind] && sources[a.Kind] == sources[b.Kind]
	}
	x.lineOf = make([]uint32, len(words))
	x.lines = make([]lineIndex, 0, len(words))
	for i, w := range words {
		if i == 0 || words[i-1]&key != w&key || !whole && !sameLine(d.heads.At(uint32(words[i-1])), d.heads.At(uint32(w))) {
			x.lines = append(x.lines, lineIndex{head: uint32(w)})
		}
		x.lineOf[uint32(w)] = uint32(len(x.lines) - 1)
	}
}

// ranks returns the place of each value in the order of all.
func ranks[T any](values []T, compare func(a, b T) int) []uint32 {
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

func ranksBy[T, U any](values []T, key func(T) U, compare func(a, b U) int) []uint32 {
	keys := make([]U, len(values))
	for i, v := range values {
		keys[i] = key(v)
	}
	return ranks(keys, compare)
}
