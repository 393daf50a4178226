package lac

import (
	"iter"
	"math"
	"slices"
	"sort"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// TradeTotals are the totals of a query, in the order of their keys. The zero
// TradeTotals has none.
type TradeTotals struct {
	// Keys and totals are put together when they are asked for: of a million
	// totals, most are not.
	groups  []totalGroup // keys but for the commodity, in order
	goods   []totalGood  // in order; without ByCommodity a zero one
	entries []uint64     // group and good of each key, in order
	sums    *planSums
	stride  uint64 // cells from slot to slot
	cover   *coverer
}

type totalGroup struct {
	key   TradeKey
	slots []totalSlot
}

type totalSlot struct {
	slot
	number uint32
}

type totalGood struct {
	commodity Commodity
	number    uint32
}

// totals puts together what was added up.
func (p *plan) totals() TradeTotals {
	t := TradeTotals{sums: &p.sums, stride: 1, goods: []totalGood{{}}}
	if p.byCommodity {
		t.goods = p.goodsInOrder()
		t.stride = uint64(len(t.goods))
	}
	rank := ranks(p.keys.keys, TradeKey.Compare)
	t.cover = &coverer{plan: p, rank: rank}
	t.groups = make([]totalGroup, len(rank))
	for n, s := range p.slots {
		if n > 0 {
			g := &t.groups[rank[s.key]]
			g.key = p.keys.keys[s.key]
			g.slots = append(g.slots, totalSlot{s, uint32(n)})
		}
	}
	if p.sums.sparse == nil {
		t.findDense()
	} else {
		t.findSparse(rank, p.slots)
	}
	return t
}

// findDense lists the keys that occur where every slot and good has a cell.
func (t *TradeTotals) findDense() {
	rows := t.sums.rows()
	n := 0
	for _, occurs := range rows {
		if occurs {
			n++
		}
	}
	t.entries = make([]uint64, 0, n)
	for g := range t.groups {
		for i, good := range t.goods {
			for _, s := range t.groups[g].slots {
				if at := uint64(s.number)*t.stride + uint64(good.number); at < uint64(len(rows)) && rows[at] {
					t.entries = append(t.entries, uint64(g)<<32|uint64(i))
					break
				}
			}
		}
	}
}

// rows returns by cell whether it has any row, added or not.
func (s *planSums) rows() []bool {
	n := max(s.numCells(), len(s.missing))
	for at := range s.excluded {
		n = max(n, int(at.cell)+1)
	}
	occurs := make([]bool, n)
	for _, cells := range s.dense {
		for i := range cells {
			if !cells[i].IsEmpty() {
				occurs[i] = true
			}
		}
	}
	for i, n := range s.missing {
		if n > 0 {
			occurs[i] = true
		}
	}
	for at := range s.excluded {
		occurs[at.cell] = true
	}
	return occurs
}

// findSparse lists the keys that occur where cells are numbered.
func (t *TradeTotals) findSparse(rank []uint32, slots []slot) {
	place := make([]uint32, len(t.goods))
	for i, g := range t.goods {
		place[g.number] = uint32(i)
	}
	for n := range t.sums.sparse.Len() {
		at := t.sums.sparse.Key(n)
		t.entries = append(t.entries, uint64(rank[slots[at/t.stride].key])<<32|uint64(place[at%t.stride]))
	}
	tally.Sort(t.entries, math.MaxUint64)
	t.entries = slices.Compact(t.entries)
}

// Len returns the number of keys.
func (t TradeTotals) Len() int { return len(t.entries) }

// All returns every key with its total, in the order of the keys.
func (t TradeTotals) All() iter.Seq2[TradeKey, TradeTotal] {
	return func(yield func(TradeKey, TradeTotal) bool) {
		for _, e := range t.entries {
			if !yield(t.key(e), t.total(e)) {
				return
			}
		}
	}
}

// Get returns the total of one key; false if it does not occur. Without a
// dimension the key is the zero TradeKey.
func (t TradeTotals) Get(k TradeKey) (TradeTotal, bool) {
	e, ok := t.find(k)
	if !ok {
		return TradeTotal{}, false
	}
	return t.total(e), true
}

// find returns the entry of a key; false if it does not occur.
func (t *TradeTotals) find(k TradeKey) (uint64, bool) {
	i, ok := sort.Find(len(t.entries), func(i int) int { return k.Compare(t.key(t.entries[i])) })
	if !ok {
		return 0, false
	}
	return t.entries[i], true
}

// Equal reports whether t and u have the same keys with the same totals.
func (t TradeTotals) Equal(u TradeTotals) bool {
	if len(t.entries) != len(u.entries) {
		return false
	}
	for i, e := range t.entries {
		f := u.entries[i]
		if t.key(e) != u.key(f) {
			return false
		}
		a, b := t.total(e), u.total(f)
		if !a.Exports.Equal(b.Exports) || !a.Imports.Equal(b.Imports) || !a.ReExports.Equal(b.ReExports) ||
			!a.ReImports.Equal(b.ReImports) || !a.Published.Equal(b.Published) {
			return false
		}
	}
	return true
}

func (t *TradeTotals) key(entry uint64) TradeKey {
	k := t.groups[entry>>32].key
	k.Commodity = t.goods[uint32(entry)].commodity
	return k
}

func (t *TradeTotals) total(entry uint64) TradeTotal {
	var total TradeTotal
	good := uint64(t.goods[uint32(entry)].number)
	for _, s := range t.groups[entry>>32].slots {
		if cell, ok := t.sums.cell(uint64(s.number)*t.stride + good); ok {
			t.sums.addTo(total.flow(s.flow), cell, &s.slot)
		}
	}
	return total
}

// addTo adds what a cell has to a total.
func (s *planSums) addTo(t *Total, cell uint64, slot *slot) {
	n := s.count(cell)
	if n > 0 && slot.fate == fateAdded {
		for scale, cells := range s.dense {
			if cell < uint64(len(cells)) {
				cells[cell].AddTo(&t.sum, scale)
			}
		}
		if wide := s.wide[cell]; wide != nil {
			t.sum.Merge(*wide)
		}
	}
	switch {
	case n == 0:
	case slot.fate == fateAdded:
		t.Records += n
		t.unit = slot.unit
	default:
		t.excludeN(slot.fate, n)
	}
	if cell < uint64(len(s.missing)) {
		t.Missing += int(s.missing[cell])
	}
	if len(s.excluded) > 0 {
		for f := fateCommodity; f <= fateDuplicate; f++ {
			t.excludeN(f, s.excluded[excludedAt{cell, f}])
		}
	}
}

func (t *Total) excludeN(f fate, n int) {
	if n == 0 {
		return
	}
	if t.excluded == nil {
		t.excluded = map[Guard]int{}
	}
	t.excluded[f.guard()] += n
}
