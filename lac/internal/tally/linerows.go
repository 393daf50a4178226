package tally

import (
	"cmp"
	"slices"
)

// anyGood stands for all goods.
const anyGood = -1

// A lineRow is a row of a line.
type lineRow struct {
	codeRow
	form uint32
	rule RowRule
}

// rowsOfLine returns the rows of a line, and of a good if one is given, in order:
// all that are selected and confirmed, or those that are kept of them.
func (p *Plan) rowsOfLine(n uint32, good int, kept bool) []lineRow {
	var rows []lineRow
	p.eachOfLine(n, func(at RowAt, r planRow) {
		if r.fate == Unconfirmed || r.fate == OfGroup || kept && r.fate > Missing || good >= 0 && r.good != uint32(good) {
			return
		}
		row := lineRow{codeRow: codeRow{at, p.Blocks[at.Block], r.head, r.good, p.dict.KindOf(r.head).Breakdown}, form: r.form}
		if rules := p.rules[at.Block]; rules != nil {
			row.rule = rules[at.Row]
		}
		rows = append(rows, row)
	})
	_, place := p.goods()
	slices.SortFunc(rows, func(a, b lineRow) int {
		if a.good != b.good {
			return cmp.Compare(place[a.good], place[b.good])
		}
		if a.breakdown != b.breakdown {
			return p.dict.CompareBreakdowns(a.breakdown, b.breakdown)
		}
		return p.dict.CompareIDs(a.id(), b.id())
	})
	return rows
}

// eachOfLine calls f for the rows of a line that are selected.
func (p *Plan) eachOfLine(n uint32, f func(RowAt, planRow)) {
	if p.apart[n] {
		lists := p.lists()
		for _, row := range lists.of(n) {
			at := p.At(int(row))
			p.rows(p.Blocks[at.Block], p.rules[at.Block], at.Row, at.Row+1, func(r planRow) { f(at, r) })
		}
		return
	}
	s := p.spans[n]
	if s.rows == 0 {
		return
	}
	first, last := p.At(int(s.first)), p.At(int(s.last))
	for block := first.Block; block <= last.Block; block++ {
		from, to := 0, p.Blocks[block].Rows
		if block == first.Block {
			from = first.Row
		}
		if block == last.Block {
			to = last.Row + 1
		}
		p.rows(p.Blocks[block], p.rules[block], from, to, func(r planRow) { f(RowAt{block, r.row}, r) })
	}
}
