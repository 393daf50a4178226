package lac

import (
	"slices"
	"strings"
)

// findLines sorts the heads into lines: by flow, reporter, partner, source and
// period.
func (x *tradeIndex) findLines() {
	d := &x.view.dict
	areas := ranks(d.areas.values, Area.Compare)
	periods := ranks(d.periods.values, Period.Compare)
	flows := ranksBy(d.kinds.values, func(k kind) string { return string(k.flow) }, strings.Compare)
	sources := ranksBy(d.kinds.values, func(k kind) string { return k.source }, strings.Compare)
	order := make([]uint32, d.heads.len())
	for i := range order {
		order[i] = uint32(i)
	}
	room := make([]uint32, len(order))
	for _, rankOf := range []func(head) uint32{
		func(h head) uint32 { return periods[h.period] },
		func(h head) uint32 { return sources[h.kind] },
		func(h head) uint32 { return areas[h.partner] },
		func(h head) uint32 { return areas[h.reporter] },
		func(h head) uint32 { return flows[h.kind] },
	} {
		order, room = sortByRank(order, room, func(i uint32) uint32 { return rankOf(d.heads.at(i)) })
	}
	sameLine := func(a, b head) bool {
		return a.reporter == b.reporter && a.partner == b.partner && periods[a.period] == periods[b.period] &&
			(a.kind == b.kind || flows[a.kind] == flows[b.kind] && sources[a.kind] == sources[b.kind])
	}
	x.lineOf = make([]uint32, len(order))
	firsts := room[:0] // heads of lines
	for i, n := range order {
		if i == 0 || !sameLine(d.heads.at(order[i-1]), d.heads.at(n)) {
			firsts = append(firsts, n)
		}
		x.lineOf[n] = uint32(len(firsts) - 1)
	}
	x.lines = make([]lineIndex, len(firsts))
	for i, n := range firsts {
		x.lines[i].head = n
	}
}

// sortByRank sorts numbers by the rank that each has. It is stable, and goes
// through all a few times, however they stand. It returns them and room for as
// many: it uses that which it is given.
func sortByRank(numbers, room []uint32, rankOf func(uint32) uint32) (sorted, rest []uint32) {
	var starts []int // of each rank
	last, inOrder := 0, true
	for _, n := range numbers {
		rank := int(rankOf(n))
		for rank+1 >= len(starts) {
			starts = append(starts, 0)
		}
		starts[rank+1]++
		inOrder = inOrder && rank >= last
		last = rank
	}
	if inOrder {
		return numbers, room
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	for _, n := range numbers {
		rank := rankOf(n)
		room[starts[rank]] = n
		starts[rank]++
	}
	return room, numbers
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
