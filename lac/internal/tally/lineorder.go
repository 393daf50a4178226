package tally

import (
	"math"
	"slices"
)

// findLines sorts the heads into lines: by flow, reporter, partner, source and
// period.
func (x *Lines) findLines() { x.findLinesBy(1 << 32) }

// findLinesBy sorts with keys below most, which is at most 2^32, so that a key and
// the number of a head are one word.
func (x *Lines) findLinesBy(most uint64) {
	d, o := x.dict, x.order
	flows := make([]uint32, len(d.Kinds))
	sources := make([]uint32, len(d.Kinds))
	for i, k := range d.Kinds {
		flows[i], sources[i] = uint32(k.Flow), o.Sources[k.Source]
	}
	words := make([]uint64, d.Heads.Len())
	for i := range words {
		words[i] = uint64(i)
	}
	const number, key = math.MaxUint32, math.MaxUint32 << 32
	size, whole := uint64(1), true
	for _, field := range []struct {
		ranks []uint32
		of    func(Head) uint32
	}{
		{o.Periods, func(h Head) uint32 { return h.Period }},
		{sources, func(h Head) uint32 { return h.Kind }},
		{o.Areas, func(h Head) uint32 { return uint32(h.Partner) }},
		{o.Areas, func(h Head) uint32 { return uint32(h.Reporter) }},
		{flows, func(h Head) uint32 { return h.Kind }},
	} {
		most1 := uint64(1) // ranks are below it
		for _, r := range field.ranks {
			most1 = max(most1, uint64(r)+1)
		}
		if size > 1 && size*most1 > most {
			// The later fields come first: what they leave equal stays in order.
			Sort(words, key)
			for i := range words {
				words[i] &= number
			}
			size, whole = 1, false
		}
		for i, w := range words {
			words[i] += uint64(field.ranks[field.of(d.Heads.At(uint32(w)))]) * size << 32
		}
		size *= most1
	}
	Sort(words, key)
	sameLine := func(a, b Head) bool {
		return a.Reporter == b.Reporter && a.Partner == b.Partner && o.Periods[a.Period] == o.Periods[b.Period] &&
			flows[a.Kind] == flows[b.Kind] && sources[a.Kind] == sources[b.Kind]
	}
	x.lineOf = make([]uint32, len(words))
	x.lines = make([]lineIndex, 0, len(words))
	for i, w := range words {
		if i == 0 || words[i-1]&key != w&key || !whole && !sameLine(d.Heads.At(uint32(words[i-1])), d.Heads.At(uint32(w))) {
			x.lines = append(x.lines, lineIndex{head: uint32(w)})
		}
		x.lineOf[uint32(w)] = uint32(len(x.lines) - 1)
	}
}

// findNeighbours finds the lines that overlap others of their pair, and whether
// there are pairs that report on one another.
func (x *Lines) findNeighbours() {
	d := x.dict
	pairs := map[[2]uint16]bool{}
	for start := 0; start < len(x.lines); {
		h := d.Heads.At(x.lines[start].head)
		flow := d.Kinds[h.Kind].Flow
		end := start + 1
		for ; end < len(x.lines); end++ {
			e := d.Heads.At(x.lines[end].head)
			if e.Reporter != h.Reporter || e.Partner != h.Partner || d.Kinds[e.Kind].Flow != flow {
				break
			}
		}
		x.contend(x.lines[start:end])
		if x.order.Groups[h.Reporter] || x.order.Groups[h.Partner] {
			x.mirrored = true
		}
		if pairs[[2]uint16{h.Partner, h.Reporter}] {
			x.mirrored = true
		}
		pairs[[2]uint16{h.Reporter, h.Partner}] = true
		start = end
	}
}

// contend marks the lines of a pair that overlap one another.
func (x *Lines) contend(pair []lineIndex) {
	d := x.dict
	days := func(l lineIndex) Days { return d.Days[d.Heads.At(l.head).Period] }
	apart := true // and in order: so they are if one source gives one kind of period
	for i := range pair[1:] {
		if days(pair[i]).Last >= days(pair[i+1]).First {
			apart = false
			break
		}
	}
	if apart {
		return
	}
	order := make([]int, len(pair))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return days(pair[a]).compare(days(pair[b])) })
	latest := order[0]
	for _, i := range order[1:] {
		if days(pair[latest]).overlap(days(pair[i])) {
			pair[latest].contended, pair[i].contended = true, true
			x.contended = true
		}
		if days(pair[i]).Last > days(pair[latest]).Last {
			latest = i
		}
	}
}
