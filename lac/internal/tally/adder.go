package tally

import "github.com/sinolac/sinolac/lac/internal/fixed"

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
}

// add adds a block up, whose rules are nil if all rows are kept. Unless rows must be
// looked at one by one, it adds up all of them, and takes out again what is not to
// be there.
func (a *adder) add(b *Block, rules []RowRule) {
	figure := a.query.Figure
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
	for i, rule := range rules {
		if rule != RowKept {
			a.rows(b, rules, i, i+1, add)
		}
	}
}
