package tally

import (
	"cmp"
	"slices"
)

// A codeRow is a row among those of its line.
type codeRow struct {
	at        RowAt
	block     *Block
	head      uint32
	good      uint32
	breakdown uint32
}

// ruleRows applies the rules among rows of one good to the rows of a line, which it
// sorts. ranks are those of the breakdowns. It tells set the rule for each but the first of its good.
func (d *Dict) ruleRows(rows []codeRow, ranks []uint32, set func(row *codeRow, rule RowRule)) {
	slices.SortFunc(rows, func(a, b codeRow) int {
		if a.good != b.good {
			return cmp.Compare(a.good, b.good)
		}
		if a.breakdown != b.breakdown {
			return order(ranks[a.breakdown], ranks[b.breakdown])
		}
		return d.CompareIDs(a.id(), b.id())
	})
	for from := 0; from < len(rows); {
		first, kept := &rows[from], &rows[from]
		to := from + 1
		for ; to < len(rows) && rows[to].good == first.good; to++ {
			rule := d.nextRow(first, kept, &rows[to-1], &rows[to])
			if rule == RowKept {
				kept = &rows[to]
			}
			set(&rows[to], rule)
		}
		from = to
	}
}

func (r *codeRow) id() ID { return ID{r.head, r.block.Numbers.At(r.at.Row)} }

// rule returns what became of a row when its block was spent.
func (r *codeRow) rule() RowRule {
	if r.block.rules == nil {
		return RowKept
	}
	return r.block.rules[r.at.Row]
}

// nextRow returns the rule for a row, given the good's first row, the last that is
// kept and the row before.
func (d *Dict) nextRow(first, kept, previous, own *codeRow) RowRule {
	switch {
	case own.breakdown == previous.breakdown:
		if own.block.spent || previous.block.spent {
			if own.block == previous.block && own.rule() == RowRepeated {
				return RowRepeated
			}
			return RowLost
		}
		if d.sameFigures(previous, own) {
			return RowRepeated
		}
		return RowDiffers
	case first.breakdown == 0 || d.Holds(kept.breakdown, own.breakdown):
		if own.block.spent && own.rule() == RowKept {
			return RowLost // it was added up
		}
		return RowPart
	case d.Shapes[first.breakdown] != d.Shapes[own.breakdown]:
		return RowShape
	}
	return RowKept
}

// sameFigures reports whether two rows report the same figures.
func (d *Dict) sameFigures(a, b *codeRow) bool {
	f := &d.Forms[a.block.Forms.At(a.at.Row)]
	if *f != d.Forms[b.block.Forms.At(b.at.Row)] {
		return false
	}
	if f.Reports[figureValue] && d.KindOf(a.head).Unit != d.KindOf(b.head).Unit {
		return false
	}
	for i, reports := range f.Reports {
		if reports && a.block.Figures[i].At(a.at.Row).Dec() != b.block.Figures[i].At(b.at.Row).Dec() {
			return false
		}
	}
	return true
}
