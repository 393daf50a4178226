package tally

import (
	"math"
	"slices"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// Run adds up. It returns why that must not be, if it must not.
func (p *Plan) Run() *Refusal {
	p.selectGoods()
	p.findRowSlots()
	p.add()
	if p.past != nil {
		p.past.addTo(p)
	}
	return p.check()
}

// Totals are what a plan has added up, in the order of keys and goods.
type Totals struct {
	plan    *Plan
	rank    []uint32   // by key: its place in order
	groups  [][]uint32 // slots of the keys, in order
	keys    []uint32   // in order
	goods   []uint32   // in order; without ByGood one that stands for all
	entries []Entry    // in order
	cover   func() map[Entry][]uint32
}

// An Entry is a key and a good that occur together.
type Entry uint64

// Totals puts together what was added up by [Plan.Run].
func (p *Plan) Totals() Totals {
	t := Totals{plan: p, rank: p.query.KeyRanks(), goods: []uint32{0}}
	if p.query.ByGood {
		t.goods, _ = p.goods()
	}
	t.groups, t.keys = make([][]uint32, len(t.rank)), make([]uint32, len(t.rank))
	for key, r := range t.rank {
		t.keys[r] = uint32(key)
	}
	for n, s := range p.slots {
		if n > 0 {
			t.groups[t.rank[s.key]] = append(t.groups[t.rank[s.key]], uint32(n))
		}
	}
	if p.sums.sparse == nil {
		t.findDense()
	} else {
		t.findSparse()
	}
	t.cover = sync.OnceValue(t.findHeads)
	return t
}

// findDense lists the keys that occur where every slot and good has a cell.
func (t *Totals) findDense() {
	rows := t.plan.sums.rows()
	n := 0
	for _, occurs := range rows {
		if occurs {
			n++
		}
	}
	t.entries = make([]Entry, 0, n)
	for g, slots := range t.groups {
		for i, good := range t.goods {
			for _, s := range slots {
				if at := t.plan.place(&t.plan.sums, s, good); at < uint64(len(rows)) && rows[at] {
					t.entries = append(t.entries, Entry(g)<<32|Entry(i))
					break
				}
			}
		}
	}
}

// rows returns by cell whether it has any row, added or not.
func (s *sums) rows() []bool {
	n := s.numCells()
	for _, counts := range s.excluded {
		n = max(n, len(counts))
	}
	occurs := make([]bool, n)
	for _, cells := range s.dense {
		for i := range cells {
			if !cells[i].IsEmpty() {
				occurs[i] = true
			}
		}
	}
	for _, counts := range append(s.excluded[:], s.missing) {
		for i, n := range counts {
			if n > 0 {
				occurs[i] = true
			}
		}
	}
	return occurs
}

// findSparse lists the keys that occur where cells are numbered.
func (t *Totals) findSparse() {
	p := t.plan
	_, place := p.goods()
	entries := make([]uint64, 0, p.sums.sparse.Len())
	for n := range p.sums.sparse.Len() {
		at := p.sums.sparse.Key(n)
		entries = append(entries, uint64(t.rank[p.slots[at/p.sums.stride].key])<<32|uint64(place[at%p.sums.stride]))
	}
	Sort(entries, math.MaxUint64)
	entries = slices.Compact(entries)
	t.entries = make([]Entry, len(entries))
	for i, e := range entries {
		t.entries[i] = Entry(e)
	}
}

// Len returns the number of entries.
func (t *Totals) Len() int { return len(t.entries) }

// At returns entry i, in order.
func (t *Totals) At(i int) Entry { return t.entries[i] }

// Key returns the number of the key of an entry.
func (t *Totals) Key(e Entry) uint32 { return t.keys[e>>32] }

// Good returns the good of an entry; with ByGood alone it is one.
func (t *Totals) Good(e Entry) uint32 { return t.goods[uint32(e)] }

// An Amount is what an entry has of one flow, in one unit and with one fate.
type Amount struct {
	Flow    uint8
	Fate    Fate
	Unit    uint32
	Rows    int // that were added up, or left out by their fate
	Missing int // rows that do not report the figure
	sums    *sums
	cell    uint64
}

// Amounts calls f for the amounts of an entry.
func (t *Totals) Amounts(e Entry, f func(*Amount)) {
	s := &t.plan.sums
	for _, n := range t.groups[e>>32] {
		cell, ok := s.cell(t.plan.place(s, n, t.Good(e)))
		if !ok {
			continue
		}
		slot := &t.plan.slots[n]
		f(&Amount{slot.flow, slot.fate, slot.unit, s.count(cell), int(s.missed(cell)), s, cell})
	}
}

// AddTo adds the sum to total.
func (p *Amount) AddTo(total *fixed.Sum) {
	for scale, cells := range p.sums.dense {
		if p.cell < uint64(len(cells)) {
			cells[p.cell].AddTo(total, scale)
		}
	}
	if wide := p.sums.wide[p.cell]; wide != nil {
		total.Merge(*wide)
	}
}

// LeftOut calls f for each fate for which rows are left out beside it.
func (p *Amount) LeftOut(f func(Fate, int)) {
	for fate := Finer; fate <= Duplicate; fate++ {
		if n := p.sums.leftOut(p.cell, fate); n > 0 {
			f(fate, n)
		}
	}
}

// Heads returns the heads of an entry of which a row is added up, or missing in it.
func (t *Totals) Heads(e Entry) []uint32 {
	if !t.plan.query.ByGood {
		e &^= math.MaxUint32
	}
	return t.cover()[e]
}

func (t *Totals) findHeads() map[Entry][]uint32 {
	p := t.plan
	heads := map[Entry][]uint32{}
	if p.query.ByGood {
		_, place := p.goods()
		for block, b := range p.Blocks {
			p.rows(b, p.rules[block], 0, b.Rows, func(r planRow) {
				if r.fate > Missing {
					return
				}
				e := Entry(t.rank[p.slots[r.slot].key])<<32 | Entry(place[r.good])
				if of := heads[e]; len(of) == 0 || of[len(of)-1] != r.head {
					heads[e] = append(of, r.head)
				}
			})
		}
		return heads
	}
	for h, n := range p.slotOf {
		if n != 0 && p.slots[n].fate <= Missing && p.rowKept[h] {
			e := Entry(t.rank[p.slots[n].key]) << 32
			heads[e] = append(heads[e], uint32(h))
		}
	}
	return heads
}

// CodesOf returns what the rows of a head's line are to the good that is asked for.
func (t *Totals) CodesOf(head uint32) LineCodes { return t.plan.codesOf(t.plan.lineOf[head]) }
