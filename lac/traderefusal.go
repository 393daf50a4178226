package lac

import (
	"cmp"
	"slices"
)

// check returns why what was added up must not be. It tells that from the heads,
// the lines and what was counted; rows are read only to name those that must not
// be added.
func (p *plan) check() error {
	doubtful := make([]bool, len(p.keys.keys))
	p.findUnits(doubtful)
	compare := p.contended || p.grouped || p.mirrored && !p.keys.by[ByReporter]
	mixed := !p.byCommodity && (p.ownCodes != nil || p.mixedCodes)
	if !compare && !mixed && len(p.sums.refused) == 0 && !slices.Contains(doubtful, true) {
		return nil
	}
	p.inSum = make([]bool, len(p.lines))
	for h, n := range p.slotOf {
		if n == 0 || p.slots[n].fate > fateMissing || !p.kept[h] {
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
	order := ranks(p.keys.keys, TradeKey.Compare)
	sorted := make([]uint32, len(order))
	for key, rank := range order {
		sorted[rank] = uint32(key)
	}
	byKey := p.linesByKey()
	for _, key := range sorted {
		if doubtful[key] {
			if err := p.refuseKey(key, byKey[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

// mixed reports whether a line has codes of several levels without the code that
// is asked for.
func (p *plan) mixed(line uint32) bool { return !p.byCommodity && p.codesOf(line) == codesMixed }

// findUnits marks the keys within which two units, or two valuations of a flow,
// are added.
func (p *plan) findUnits(doubtful []bool) {
	byKey := make([][]uint32, len(p.keys.keys)) // slots
	for n, s := range p.slots[1:] {
		if s.fate == fateAdded {
			byKey[s.key] = append(byKey[s.key], uint32(n+1))
		}
	}
	for key, slots := range byKey {
		for i, a := range slots {
			for _, b := range slots[:i] {
				if p.disagree(a, b) && p.meet(a, b) {
					doubtful[key] = true
				}
			}
		}
	}
}

// disagree reports whether what is in two slots of one key must not be added.
func (p *plan) disagree(a, b uint32) bool {
	s, t := &p.slots[a], &p.slots[b]
	return s.unit != t.unit || s.flow == t.flow && s.valuation != t.valuation
}

// meet reports whether both slots have something of one good.
func (p *plan) meet(a, b uint32) bool {
	if !p.byCommodity {
		return p.count(a, 0) > 0 && p.count(b, 0) > 0
	}
	for good := range uint32(len(p.view.dict.goods.values)) {
		if p.count(a, good) > 0 && p.count(b, good) > 0 {
			return true
		}
	}
	return false
}

// count returns how many rows were added in a slot, of a good if it is by goods.
func (p *plan) count(slot, good uint32) int {
	cell, ok := p.sums.cell(p.place(slot, good))
	if !ok {
		return 0
	}
	return p.sums.count(cell)
}

// findConflicts marks the keys within which a rule between lines may be broken.
// Mostly the index tells that none is.
func (p *plan) findConflicts(doubtful []bool) {
	d := p.view.dict
	contended, groups := false, false
	for i := range p.lines {
		l := &p.lines[i]
		if p.inSum[i] {
			h := d.heads.At(l.head)
			contended = contended || l.contended
			groups = groups || p.groups[h.Reporter] || p.groups[h.Partner]
		}
	}
	if !contended && !groups && (!p.mirrored || p.keys.by[ByReporter]) {
		return
	}
	for key, lines := range p.linesByKey() {
		doubtful[key] = doubtful[key] || guardLines(p.linesOf(lines, anyGood)) != nil
	}
}

// guardLines applies the rules between the lines of one key.
func guardLines(lines []line) error {
	return cmp.Or(guardSources(lines), guardRegions(lines), guardBooks(lines))
}

// linesByKey returns the lines that have rows that are added or missing, in
// order, by key without its commodity.
func (p *plan) linesByKey() [][]uint32 {
	byKey := make([][]uint32, len(p.keys.keys))
	for i := range p.lines {
		if p.inSum[i] {
			key := p.slots[p.slotOf[p.lines[i].head]].key
			byKey[key] = append(byKey[key], uint32(i))
		}
	}
	return byKey
}

// anyGood stands for all goods.
const anyGood = -1

// linesOf returns lines of the index with the IDs of their first rows, of a
// good, that are added or missing, found when asked for.
func (p *plan) linesOf(indexed []uint32, good int) []line {
	lines := make([]line, len(indexed))
	for i, n := range indexed {
		lines[i] = p.lineAt(n)
		lines[i].id = func() string { return p.lineRecords(n, good, true)[0].ID }
	}
	return lines
}

// lineRecords returns the records of a line, and of a good if one is given, in
// the order of compareTrade: all that are selected and confirmed, or those that
// are kept of them.
func (p *plan) lineRecords(n uint32, good int, kept bool) []*TradeRecord {
	var records []*TradeRecord
	if good < 0 {
		records = p.pastRecords(n, kept)
	}
	p.lineRows(n, func(at rowAt, r planRow) {
		if r.fate == fateUnconfirmed || r.fate == fateRegion || kept && r.fate > fateMissing || good >= 0 && r.good != uint32(good) {
			return
		}
		record := p.view.record(at)
		records = append(records, &record)
	})
	slices.SortFunc(records, compareTrade)
	return records
}

// lineRows calls f for the rows of a line that are selected.
func (p *plan) lineRows(n uint32, f func(rowAt, planRow)) {
	for _, row := range p.rowsOf(n) {
		at := p.view.at(int(row))
		p.rows(at.block, at.row, at.row+1, func(r planRow) { f(at, r) })
	}
	s := p.spans[n]
	if s.rows == 0 || len(p.rowsOf(n)) > 0 {
		return
	}
	first, last := p.view.at(int(s.first)), p.view.at(int(s.last))
	for block := first.block; block <= last.block; block++ {
		from, to := 0, p.view.blocks[block].Rows
		if block == first.block {
			from = first.row
		}
		if block == last.block {
			to = last.row + 1
		}
		p.rows(block, from, to, func(r planRow) {
			if p.lineOf[r.head] == n {
				f(rowAt{block, r.row}, r)
			}
		})
	}
}

// refuseKey returns why a key must not be added up; with ByCommodity, why the
// first of its commodities must not.
func (p *plan) refuseKey(key uint32, lines []uint32) error {
	if !p.byCommodity {
		return cmp.Or(p.refuseCell(lines, anyGood), p.refusePast(key, lines))
	}
	byGood := make([][]uint32, len(p.view.dict.goods.values))
	for _, n := range lines {
		p.lineRows(n, func(_ rowAt, r planRow) {
			g := &byGood[r.good]
			if (r.fate <= fateMissing || r.fate == fateRefused) && (len(*g) == 0 || (*g)[len(*g)-1] != n) {
				*g = append(*g, n)
			}
		})
	}
	for _, good := range p.goodsInOrder() {
		if err := p.refuseCell(byGood[good.number], int(good.number)); err != nil {
			return err
		}
	}
	return p.refusePast(key, lines)
}

func (p *plan) refuseCell(lines []uint32, good int) error {
	wanted := p.wantedCommodity()
	if p.byCommodity {
		wanted = 0
	}
	for _, n := range lines {
		if !p.sums.refused[n] && !p.mixed(n) {
			continue
		}
		if _, err := guardLine(p.lineRecords(n, good, false), wanted, func(*TradeRecord, Guard) {}); err != nil {
			return err
		}
	}
	if err := p.refuseUnits(lines, good); err != nil {
		return err
	}
	return guardLines(p.linesOf(lines, good))
}

// refuseUnits returns the error of the first record of the lines that the
// [unitGuard] refuses. Of the lines it reads those alone that this takes.
func (p *plan) refuseUnits(lines []uint32, good int) error {
	d := p.view.dict
	kinds := map[uint32][]kindUnit{} // of lines
	for h, n := range p.slotOf {
		if n != 0 && p.slots[n].fate == fateAdded && p.kept[h] {
			kinds[p.lineOf[h]] = append(kinds[p.lineOf[h]], d.kindOf(uint32(h)).unitOf(p.figure))
		}
	}
	var g unitGuard
	type kindOf struct {
		flow TradeFlow
		kindUnit
	}
	known := map[kindOf]bool{}
	for _, n := range lines {
		flow := p.lineAt(n).flow
		// It may be the first that has the good, or a unit.
		tells := good != anyGood || p.figure == figureQuantity
		for _, k := range kinds[n] {
			tells = tells || !known[kindOf{flow, k}]
			known[kindOf{flow, k}] = true
		}
		if !tells {
			continue
		}
		for _, r := range p.lineRecords(n, good, true) {
			if err := g.check(r, p.q.Figure); err != nil {
				return err
			}
		}
	}
	return nil
}
