package tally

import (
	"iter"
	"math"
	"runtime"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// An adder adds up rows block by block: those of a dataset, and those of a stream
// before it forgets them.
type adder struct {
	*Plan
	sums   *sums
	places []uint32 // by head: of its cell, or of that of good 0
	// byHead says that each head has a cell, and one more for the good that is asked
	// for if exact.
	byHead, exact bool
	scratch       Scratch
	coefs         []int64 // room for those of a block
}

// add adds a block up, whose rules are nil if all rows are kept. Unless rows must be
// looked at one by one, it adds up all of them, and takes out again what is not to
// be there.
func (a *adder) add(b *Block, rules []RowRule) {
	figure := a.query.Figure
	b = b.unpacked(figure, &a.coefs)
	if a.ruled || b.spent || a.sums.sparse != nil {
		a.addRows(b, rules)
		return
	}
	cells := a.sums.at(b.Scale(figure), int(a.size()))
	switch {
	case a.query.ByGood:
		b.AddByHeadAndGood(cells, a.places, figure, &a.scratch)
	case a.exact:
		b.addByHeadAndExact(cells, a.places, uint32(a.query.Wanted), figure, &a.scratch)
	default:
		b.AddByHead(cells, a.places, figure)
	}
	least, most := b.Forms.Bounds()
	for f := least; f <= most; f++ {
		if !a.dict.Forms[f].Reports[figure] {
			a.uncountMissing(b, rules, cells)
			break
		}
	}
	left := func(row int) bool { return rules != nil && rules[row] != RowKept }
	b.Wide(figure, func(row int, d fixed.Dec) {
		if h := b.Heads.At(row); a.slotOf[h] != 0 && !(left(row) && a.adds(h)) {
			a.sums.addWide(a.cellOf(h, b.Goods.At(row)), d)
		}
	})
	for row, rule := range rules {
		if rule == RowKept {
			continue
		}
		if h := b.Heads.At(row); a.adds(h) {
			a.takeOut(b, row, h, rule, cells)
		}
	}
}

// adds reports whether rows with a head are added up if no rule leaves them out.
func (a *adder) adds(head uint32) bool {
	n := a.slotOf[head]
	return n != 0 && a.slots[n].fate <= Missing
}

// takeOut takes a row that a rule leaves out from its cell.
func (a *adder) takeOut(b *Block, row int, head uint32, rule RowRule, cells []Cell) {
	cell := a.cellOf(head, b.Goods.At(row))
	cells[cell].Remove(b.Figures[a.query.Figure].coef(row))
	switch {
	case rule.refuses():
		a.sums.refuse(a.lineOf[head])
	case !a.byHead: // else it is counted at the end
		a.sums.exclude(cell, rule.fate(), 1)
	}
}

// size returns the number of cells that there are to be.
func (a *adder) size() uint64 {
	if a.byHead {
		return uint64(a.width() * len(a.slotOf))
	}
	return a.Plan.places(a.sums)
}

// cellOf returns the cell of a row where cells are places.
func (a *adder) cellOf(head, good uint32) uint64 {
	place := uint64(a.places[head])
	if a.query.ByGood {
		place += uint64(good)
	} else if a.exact && int(good) == a.query.Wanted {
		place++
	}
	return place
}

// hasWanted reports whether a block may have a row of the good that is asked for.
func (a *adder) hasWanted(b *Block) bool {
	least, most := b.Goods.Bounds()
	if a.query.Wanted < int(least) || a.query.Wanted > int(most) {
		return false
	}
	for i := range b.Rows {
		if int(b.Goods.At(i)) == a.query.Wanted {
			return true
		}
	}
	return false
}

// uncountMissing takes the rows of a block that do not report the figure, which
// were added as 0, out of the cells again and counts them as missing.
func (a *adder) uncountMissing(b *Block, rules []RowRule, cells []Cell) {
	reports := make([]bool, len(a.dict.Forms))
	for i := range reports {
		reports[i] = a.dict.Forms[i].Reports[a.query.Figure]
	}
	for i := range b.Rows {
		if reports[b.Forms.At(i)] || rules != nil && rules[i] != RowKept {
			continue
		}
		h := b.Heads.At(i)
		if n := a.slotOf[h]; n != 0 && a.slots[n].fate == Added {
			cell := a.cellOf(h, b.Goods.At(i))
			cells[cell].Uncount(1)
			a.sums.miss(cell)
		}
	}
}

// rowPlace returns the place of a row's cell.
func (a *adder) rowPlace(r *planRow) uint64 {
	if !a.byHead {
		return a.place(a.sums, r.slot, r.good)
	}
	if a.sums.sparse == nil && !a.exact {
		return uint64(r.head)
	}
	return pastPlace(r.head, r.form, int(r.good) == a.query.Wanted, a.sums.sparse != nil)
}

// width returns how many cells a head has.
func (a *adder) width() int {
	if a.exact {
		return 2
	}
	return 1
}

// addRows adds a block up row by row. Of a spent block it counts what is left out.
func (a *adder) addRows(b *Block, rules []RowRule) {
	s := a.sums
	figure := a.query.Figure
	scale := b.Scale(figure)
	add := func(r planRow) {
		if s.kept != nil && (r.fate <= Missing || r.fate == refused) {
			s.kept[r.head] = true
		}
		if b.spent && r.fate != refused && (a.slots[r.slot].fate > Missing || b.rules == nil || b.rules[r.row] == RowKept) {
			return // it is in the sums of what is past
		}
		if a.byHead && r.fate > OfGroup {
			return // what is left out is counted at the end
		}
		place := a.rowPlace(&r)
		switch r.fate {
		case Added:
			f := b.Figures[figure].At(r.row)
			cell, n := s.cellAt(scale, place)
			if f.Wide != nil {
				s.addWide(n, *f.Wide)
			}
			cell.Add(f.Coef)
		case Missing:
			s.miss(s.number(place))
		case Unconfirmed, OfGroup:
			cell, _ := s.cellAt(scale, place)
			cell.Add(0)
		case refused:
			s.refuse(a.lineOf[r.head])
		default:
			s.exclude(s.number(place), r.fate, 1)
		}
	}
	if !b.spent || s.kept != nil {
		a.rows(b, rules, 0, b.Rows, add)
		return
	}
	var heads, goods, forms []uint32 // of up to fewUnpacked rows
	for i, rule := range rules {
		if i%fewUnpacked == 0 {
			heads, goods, forms = b.unpackAll(&a.scratch, i, min(i+fewUnpacked, b.Rows))
		}
		if rule != RowKept {
			a.ifSelected(rules, i, heads[i%fewUnpacked], goods[i%fewUnpacked], forms[i%fewUnpacked], add)
		}
	}
}

func (p *Plan) newSums() sums {
	s := newSums()
	if p.ruled {
		s.kept = make([]bool, len(p.slotOf))
	}
	if p.query.ByGood {
		s.stride = uint64(len(p.dict.Goods))
		if p.places(&s) > min(denseLimit+4*uint64(p.Len()), math.MaxUint32) {
			s.sparse, s.stride = &Index{}, sparseStride
		}
	}
	return s
}

// places returns the number of cells if each slot has one for each good.
func (p *Plan) places(s *sums) uint64 { return uint64(len(p.slots)) * s.stride }

// place returns the place of a slot and good among all.
func (p *Plan) place(s *sums, slot, good uint32) uint64 {
	if !p.query.ByGood {
		return uint64(slot)
	}
	return uint64(slot)*s.stride + uint64(good)
}

// add adds up all rows that are not spent, on all processors: each takes some of
// the blocks, or, if there are so many cells that each cannot have its own, some of
// the slots.
func (p *Plan) add() {
	var unspent []int
	for i, b := range p.Blocks {
		if !b.spent || p.rules[i] != nil {
			unspent = append(unspent, i)
		}
	}
	workers := max(1, min(runtime.GOMAXPROCS(0), len(unspent)))
	p.sums = p.newSums()
	bySlots := workers > 1 && p.sums.sparse == nil && p.places(&p.sums) >= manyCells
	if bySlots {
		for _, b := range p.Blocks {
			p.sums.at(b.Scale(p.query.Figure), int(p.places(&p.sums)))
		}
	}
	blocks := make(chan int, len(unspent))
	for _, b := range unspent {
		blocks <- b
	}
	close(blocks)
	all := make([]sums, workers)
	var wait sync.WaitGroup
	for w := range all {
		wait.Go(func() {
			s := p.newSums()
			if bySlots {
				s.dense = p.sums.dense
				p.ofSlots(w, workers).addBlocks(&s, func(yield func(int) bool) {
					for _, b := range unspent {
						if !yield(b) {
							return
						}
					}
				})
				s.dense = nil
			} else {
				p.addBlocks(&s, func(yield func(int) bool) {
					for b := range blocks {
						if !yield(b) {
							return
						}
					}
				})
			}
			all[w] = s
		})
	}
	wait.Wait()
	for i := range all {
		if i == 0 && !bySlots {
			p.sums = all[0]
		} else {
			p.sums.merge(&all[i])
		}
	}
	if p.ruled {
		p.rowKept = p.sums.kept
	}
}

// ofSlots returns the plan for one in n of the slots.
func (p *Plan) ofSlots(i, n int) *Plan {
	some := *p
	some.slotOf = make([]uint32, len(p.slotOf))
	for h, slot := range p.slotOf {
		if int(slot)%n == i {
			some.slotOf[h] = slot
		}
	}
	return &some
}

func (p *Plan) addBlocks(s *sums, blocks iter.Seq[int]) {
	a := adder{Plan: p, sums: s, places: p.slotOf}
	if p.query.ByGood {
		a.places = make([]uint32, len(p.slotOf))
		for h, n := range p.slotOf {
			a.places[h] = uint32(p.place(s, n, 0))
		}
	}
	for b := range blocks {
		if p.touches(p.Blocks[b]) {
			a.add(p.Blocks[b], p.rules[b])
		}
	}
}

// pastPlace returns the place of a row's cell where it is by head.
func pastPlace(head, form uint32, exact, byForm bool) uint64 {
	place := uint64(head) << 1
	if byForm {
		place = uint64(head)<<32 | uint64(form)<<1
	}
	if exact {
		place++
	}
	return place
}
