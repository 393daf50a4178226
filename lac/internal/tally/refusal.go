package tally

import (
	"slices"
)

// check returns why what was added up must not be. It tells that from the heads,
// the lines and what was counted; rows are looked at only to name those that must
// not be added.
func (p *Plan) check() *Refusal {
	doubtful := make([]bool, p.keys)
	p.findUnits(doubtful)
	compare := p.contended || p.mirrored
	mixed := p.ownCodes != nil || p.mixedCodes
	if !compare && !mixed && len(p.sums.refused) == 0 && !slices.Contains(doubtful, true) {
		return nil
	}
	p.inSum = make([]bool, len(p.lines))
	for h, n := range p.slotOf {
		if n == 0 || p.slots[n].fate > Missing || !p.rowKept[h] {
			continue
		}
		line := p.lineOf[h]
		p.inSum[line] = true
		if p.mixed(line) {
			doubtful[p.slots[n].key] = true
		}
	}
	for line := range p.sums.refused {
		doubtful[p.slots[p.slotOf[p.lines[line].head]].key] = true
	}
	if compare {
		p.findConflicts(doubtful)
	}
	if !slices.Contains(doubtful, true) {
		return nil
	}
	byKey := p.linesByKey()
	for _, key := range p.keysInOrder() {
		if doubtful[key] {
			if r := p.refuseKey(byKey[key]); r != nil {
				return r
			}
		}
	}
	return nil
}

// keysInOrder returns the keys in order.
func (p *Plan) keysInOrder() []uint32 {
	rank := p.query.KeyRanks()
	sorted := make([]uint32, len(rank))
	for key, r := range rank {
		sorted[r] = uint32(key)
	}
	return sorted
}

// mixed reports whether a line has goods of several levels without the one that is
// asked for.
func (p *Plan) mixed(line uint32) bool { return !p.query.ByGood && p.codesOf(line) == CodesMixed }

// findUnits marks the keys within which two units, or two valuations of a flow,
// are added.
func (p *Plan) findUnits(doubtful []bool) {
	byKey := make([][]uint32, p.keys) // slots
	for n, s := range p.slots[1:] {
		if s.fate == Added {
			byKey[s.key] = append(byKey[s.key], uint32(n+1))
		}
	}
	for key, slots := range byKey {
		for i, a := range slots {
			for _, b := range slots[:i] {
				s, t := &p.slots[a], &p.slots[b]
				if (s.unit != t.unit || s.flow == t.flow && s.valuation != t.valuation) && p.meet(a, b) {
					doubtful[key] = true
				}
			}
		}
	}
}

// meet reports whether both slots have something of one good.
func (p *Plan) meet(a, b uint32) bool {
	goods := uint32(1) // which stands for all
	if p.query.ByGood {
		goods = uint32(len(p.dict.Goods))
	}
	for good := range goods {
		if p.count(a, good) > 0 && p.count(b, good) > 0 {
			return true
		}
	}
	return false
}

// count returns how many rows were added in a slot, of a good if it is by goods.
func (p *Plan) count(slot, good uint32) int {
	cell, ok := p.sums.cell(p.place(&p.sums, slot, good))
	if !ok {
		return 0
	}
	return p.sums.count(cell)
}

// findConflicts marks the keys within which a rule between lines may be broken.
// Mostly the lines tell that none is.
func (p *Plan) findConflicts(doubtful []bool) {
	contended, groups := false, false
	for i := range p.lines {
		if p.inSum[i] {
			h := p.dict.Heads.At(p.lines[i].head)
			contended = contended || p.lines[i].contended
			groups = groups || p.order.Groups[h.Reporter] || p.order.Groups[h.Partner]
		}
	}
	if !contended && !groups && (!p.mirrored || p.query.ByReporter) {
		return
	}
	g := lineGuard{Plan: p}
	for key, lines := range p.linesByKey() {
		doubtful[key] = doubtful[key] || g.guard(lines, anyGood) != nil
	}
}

// linesByKey returns the lines that have rows that are added or missing, in
// order, by key without its good.
func (p *Plan) linesByKey() [][]uint32 {
	byKey := make([][]uint32, p.keys)
	for i := range p.lines {
		if p.inSum[i] {
			key := p.slots[p.slotOf[p.lines[i].head]].key
			byKey[key] = append(byKey[key], uint32(i))
		}
	}
	return byKey
}

// refuseKey returns why a key must not be added up; by goods, why the first of its
// goods must not.
func (p *Plan) refuseKey(lines []uint32) *Refusal {
	if !p.query.ByGood {
		return p.refuseCell(lines, anyGood)
	}
	byGood := make([][]uint32, len(p.dict.Goods))
	for _, n := range lines {
		p.eachOfLine(n, func(_ RowAt, r planRow) {
			g := &byGood[r.good]
			if (r.fate <= Missing || r.fate == refused) && (len(*g) == 0 || (*g)[len(*g)-1] != n) {
				*g = append(*g, n)
			}
		})
	}
	inOrder, _ := p.goods()
	for _, good := range inOrder {
		if r := p.refuseCell(byGood[good], int(good)); r != nil {
			return r
		}
	}
	return nil
}

func (p *Plan) refuseCell(lines []uint32, good int) *Refusal {
	for _, n := range lines {
		if p.sums.refused[n] || p.mixed(n) {
			if r := p.refuseLine(n, good); r != nil {
				return r
			}
		}
	}
	if r := p.refuseUnits(lines, good); r != nil {
		return r
	}
	g := lineGuard{Plan: p}
	return g.guard(lines, good)
}

// refuseLine returns why the rows of a line must not be added up.
func (p *Plan) refuseLine(n uint32, good int) *Refusal {
	rows := p.rowsOfLine(n, good, false)
	if !p.query.ByGood {
		exact := rows[:0:0]
		for _, r := range rows {
			if int(r.good) == p.query.Wanted {
				exact = append(exact, r)
			}
		}
		if len(exact) > 0 {
			rows = exact
		} else {
			for _, r := range rows {
				if p.dict.Goods[r.good].Level != p.dict.Goods[rows[0].good].Level {
					return &Refusal{Levels, rows[0].at, r.at}
				}
			}
		}
	}
	first := 0
	for i, r := range rows {
		if r.good != rows[first].good {
			first = i
		}
		switch r.rule {
		case RowDiffers:
			return &Refusal{Differ, rows[i-1].at, r.at}
		case RowShape:
			return &Refusal{Breakdowns, rows[first].at, r.at}
		case RowLost:
			return &Refusal{Forgotten, rows[max(i-1, first)].at, r.at}
		}
	}
	return nil
}

// refuseUnits returns the first two rows of the lines that are in two units, or on
// two valuations of one flow. Of the lines it reads those alone that this takes.
func (p *Plan) refuseUnits(lines []uint32, good int) *Refusal {
	type flowUnit struct {
		flow uint8
		kindUnit
	}
	kinds := map[uint32][]flowUnit{} // of lines
	for h, n := range p.slotOf {
		if n != 0 && p.slots[n].fate == Added && p.rowKept[h] {
			k := p.dict.KindOf(uint32(h))
			kinds[p.lineOf[h]] = append(kinds[p.lineOf[h]], flowUnit{k.Flow, p.unitOf(k, 0)})
		}
	}
	var units unitGuard
	known := map[flowUnit]bool{}
	for _, n := range lines {
		// It may be the first that has the good, or a unit.
		tells := good != anyGood || p.query.Figure == figureQuantity
		for _, k := range kinds[n] {
			tells = tells || !known[k]
			known[k] = true
		}
		if !tells {
			continue
		}
		for _, r := range p.rowsOfLine(n, good, true) {
			if !p.dict.Forms[r.form].Reports[p.query.Figure] {
				continue
			}
			k := p.dict.KindOf(r.head)
			if refusal := units.check(r.at, k.Flow, p.unitOf(k, r.form)); refusal != nil {
				return refusal
			}
		}
	}
	return nil
}

// A kindUnit is what figures of one flow must share to be added up.
type kindUnit struct {
	unit      uint32
	valuation uint8
}

// unitOf returns what a figure is in.
func (p *Plan) unitOf(k *Kind, form uint32) kindUnit {
	switch p.query.Figure {
	case figureWeight:
		return kindUnit{unit: UnitWeight}
	case figureQuantity:
		return kindUnit{unit: p.dict.Forms[form].Unit}
	}
	return kindUnit{k.Unit, k.Valuation}
}

// A unitGuard refuses two units in a cell and two valuations in a flow.
type unitGuard struct {
	any   bool
	first RowAt
	unit  uint32
	flows [Turnover + 1]struct {
		known     bool
		first     RowAt
		valuation uint8
	}
}

// check looks at the next row of the cell that reports the figure.
func (g *unitGuard) check(at RowAt, flow uint8, u kindUnit) *Refusal {
	if !g.any {
		g.any, g.first, g.unit = true, at, u.unit
	}
	if g.unit != u.unit {
		return &Refusal{Units, g.first, at}
	}
	f := &g.flows[flow]
	if !f.known {
		f.known, f.first, f.valuation = true, at, u.valuation
	}
	if f.valuation != u.valuation {
		return &Refusal{Valuations, f.first, at}
	}
	return nil
}
