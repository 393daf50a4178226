package lac

import (
	"slices"
)

// A pairIndex has the rows of a view by reporter and partner.
type pairIndex struct {
	areas  []Area
	pairs  []areaPair
	starts []uint32 // of the pairs' rows in order, and its end
	order  []uint32 // rows, those of a pair in the order of the view
}

type areaPair struct{ reporter, partner uint16 } // numbers of areas

func newPairIndex(v *tradeView) *pairIndex {
	x := &pairIndex{areas: v.dict.areas.Values}
	number := map[areaPair]uint32{}
	pairOf := make([]uint32, v.dict.ids.Heads.Len())
	for i := range pairOf {
		h := v.dict.ids.Heads.At(uint32(i))
		p := areaPair{h.Reporter, h.Partner}
		n, ok := number[p]
		if !ok {
			n = uint32(len(x.pairs))
			number[p] = n
			x.pairs = append(x.pairs, p)
		}
		pairOf[i] = n
	}
	x.starts = make([]uint32, len(x.pairs)+1)
	for _, b := range v.Blocks {
		for i := range b.Rows {
			x.starts[pairOf[b.Heads.At(i)]+1]++
		}
	}
	for i := range x.pairs {
		x.starts[i+1] += x.starts[i]
	}
	next := slices.Clone(x.starts)
	x.order = make([]uint32, v.Len())
	row := uint32(0)
	for _, b := range v.Blocks {
		for i := range b.Rows {
			p := pairOf[b.Heads.At(i)]
			x.order[next[p]] = row
			next[p]++
			row++
		}
	}
	return x
}

// rows returns the rows of the pairs that the areas may stand for, in order.
func (x *pairIndex) rows(reporter, partner Area) []uint32 {
	reporters, partners := x.mayBe(reporter), x.mayBe(partner)
	var rows []uint32
	for i, p := range x.pairs {
		if reporters[p.reporter] && partners[p.partner] {
			rows = append(rows, x.order[x.starts[i]:x.starts[i+1]]...)
		}
	}
	slices.Sort(rows)
	return rows
}

// mayBe returns of each area whether a query for a may select it, on whatever
// day.
func (x *pairIndex) mayBe(a Area) []bool {
	ever := map[Area]bool{}
	for m := range a.Memberships() {
		ever[m.Member] = true
	}
	out := make([]bool, len(x.areas))
	for i, b := range x.areas {
		switch {
		case a == 0 || a == b:
			out[i] = true
		case a.IsRegion(): // its countries have no dates
			out[i] = isGroup(b) || a.Contains(b, DateOf(2000, 1, 1))
		case a.IsBloc():
			out[i] = isGroup(b) || ever[b]
		}
	}
	return out
}
