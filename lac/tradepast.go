package lac

import (
	"slices"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// pastRows are what a stream knows of rows that it has forgotten: their sums, by
// head or by slot and good, and of each line its ends. The rows of a line came in
// ascending order of their codes, each code once and none broken down.
type pastRows struct {
	wanted  Commodity
	levels  []commodityLevel // by good
	sums    []pastSums       // by figure of the stream
	lines   []pastLine       // by number in the stream
	lineOf  []uint32         // by head: the number of its line in the stream
	kept    []bool           // by head: whether a row of it was added or missing
	refused map[uint32]lostRow
}

// A pastRow is what is kept of a row to name it by.
type pastRow struct{ head, good, number uint32 }

type pastLine struct {
	rows, mixed         bool
	first, second, last pastRow // second: the first of another level than the first
	exact, finer        bool    // it has a row of the code asked for, and another
	asked               pastRow // the one of the code asked for
}

// A lostRow is one that came in the midst of forgotten ones.
type lostRow struct{ first, row pastRow }

// pastSums are the sums of a figure by cell.
type pastSums struct {
	planSums
	figure int
	plan   *plan       // of the figure: it gives heads the slots that every plan gives them
	places tally.Index // of the cells, but for their goods
	keys   []pastKey   // of the cells
	direct [][]uint32  // by place and good: 1 + cell
}

// A pastKey is what a cell is of. With ByCommodity place is a slot, else a head.
type pastKey struct {
	place, form, good uint32
	exact             bool
}

func newPastRows(s *TradeStream) *pastRows {
	p := &pastRows{wanted: s.plan.wantedCommodity(), refused: map[uint32]lostRow{}}
	for _, f := range s.figures {
		p.sums = append(p.sums, pastSums{figure: f.figure.column(), plan: s.newPlan(f.figure), planSums: planSums{dense: make([][]tally.Cell, maxScale+1)}})
	}
	return p
}

// take takes over all rows of a stream's table.
func (p *pastRows) take(s *TradeStream) {
	d := &s.table.dict
	p.lineOf = s.lineOf
	for _, c := range d.goods.values[len(p.levels):] {
		p.levels = append(p.levels, c.level())
	}
	p.lines = append(p.lines, make([]pastLine, len(s.lines)-len(p.lines))...)
	p.kept = append(p.kept, make([]bool, d.heads.Len()-len(p.kept))...)
	for _, b := range s.table.rows.Blocks() {
		for i := range b.Rows {
			r := pastRow{b.Heads.At(i), b.Goods.At(i), b.Numbers.At(i)}
			if fate := s.plan.slots[s.plan.slotOf[r.head]].fate; fate <= fateMissing {
				p.kept[r.head] = true
				p.note(d, &p.lines[p.lineOf[r.head]], r)
			}
		}
		for i := range p.sums {
			p.sums[i].take(d, b, p.wanted)
		}
	}
}

// note notes a row of a line.
func (p *pastRows) note(d *tradeDict, l *pastLine, r pastRow) {
	switch {
	case !l.rows:
		l.first, l.rows = r, true
	case !l.mixed && p.levels[r.good] != p.levels[l.first.good]:
		l.second, l.mixed = r, true
	}
	l.last = r
	if d.goods.values[r.good] == p.wanted {
		l.exact, l.asked = true, r
	} else {
		l.finer = true
	}
}

// meet looks whether a row comes in the midst of forgotten ones of its line.
func (p *pastRows) meet(d *tradeDict, line uint32, r pastRow) {
	if int(line) >= len(p.lines) || !p.lines[line].rows {
		return
	}
	l, c := &p.lines[line], d.goods.values[r.good]
	if c < d.goods.values[l.first.good] || c > d.goods.values[l.last.good] {
		return
	}
	if _, ok := p.refused[line]; !ok {
		p.refused[line] = lostRow{l.first, r}
	}
}

// take adds up a block.
func (s *pastSums) take(d *tradeDict, b *tally.Block, wanted Commodity) {
	p := s.plan
	p.selectHeads()
	good := slices.Index(d.goods.values, wanted)
	scale := b.Scale(s.figure)
	reports := make([]bool, len(d.forms.Values))
	for i := range reports {
		reports[i] = d.forms.Values[i].reports(s.figure)
	}
	var last pastKey // of the row before, but for its good, as most rows share that
	place, known := uint32(0), false
	for i := range b.Rows {
		k := pastKey{place: b.Heads.At(i)}
		slot := p.slotOf[k.place]
		fate := p.slots[slot].fate
		row := b.Goods.At(i)
		form := b.Forms.At(i)
		if p.byCommodity {
			k.place, k.good = slot, row
		} else {
			k.exact = int(row) == good
		}
		if s.figure == figureQuantity {
			k.form = form
		}
		if of := (pastKey{place: k.place, form: k.form, exact: k.exact}); !known || of != last {
			last, place, known = of, s.placeOf(of), true
		}
		cell := s.cellOf(place, k)
		switch cells := s.at(scale, len(s.keys)); {
		case fate != fateAdded:
			cells[cell].Add(0)
		case !reports[form]:
			s.miss(cell)
		default:
			f := b.Figures[s.figure].At(i)
			if f.Wide != nil {
				s.addWide(cell, *f.Wide)
			}
			cells[cell].Add(f.Coef)
		}
	}
}

// placeOf returns the place of the cells of a key, whatever their goods.
func (s *pastSums) placeOf(k pastKey) uint32 {
	exact := uint64(0)
	if k.exact {
		exact = 1
	}
	place, isNew := s.places.Number(uint64(k.place)<<32 | uint64(k.form)<<1 | exact)
	if isNew {
		s.direct = append(s.direct, nil)
	}
	return place
}

// cellOf returns the cell of a key that has the place given.
func (s *pastSums) cellOf(place uint32, k pastKey) uint64 {
	of := &s.direct[place]
	if n := int(k.good) + 1; len(*of) < n {
		*of = append(*of, make([]uint32, n-len(*of))...)
	}
	if (*of)[k.good] == 0 {
		s.keys = append(s.keys, k)
		(*of)[k.good] = uint32(len(s.keys))
	}
	return uint64((*of)[k.good] - 1)
}

// addPast adds to the sums of p what is known of forgotten rows.
func (p *plan) addPast() {
	if p.past == nil {
		return
	}
	p.kept = slices.Clone(p.kept)
	if p.byCommodity {
		for h, kept := range p.past.kept {
			p.kept[h] = p.kept[h] || kept
		}
	}
	i := slices.IndexFunc(p.past.sums, func(s pastSums) bool { return s.figure == p.figure })
	s := &p.past.sums[i]
	for cell, k := range s.keys {
		slot := k.place
		if !p.byCommodity {
			slot = p.slotOf[k.place]
		}
		n := s.count(uint64(cell))
		if cell < len(s.missing) {
			n += int(s.missing[cell])
		}
		if fate := p.slots[slot].fate; !p.byCommodity && fate <= fateMissing {
			if !k.exact && p.codesOf(p.lineOf[k.place]) == codesBeside {
				p.sums.exclude(uint64(slot), fateCommodity, n)
				continue
			}
			p.kept[k.place] = true
		}
		place := p.place(p.rowSlot(slot, k.form), k.good)
		if p.sums.sparse != nil {
			number, _ := p.sums.sparse.Number(place)
			place = uint64(number)
		}
		for scale, cells := range s.dense {
			if cell < len(cells) && !cells[cell].IsEmpty() {
				p.sums.at(scale, int(place)+1)[place].Merge(cells[cell])
			}
		}
		if cell < len(s.missing) {
			for range s.missing[cell] {
				p.sums.miss(place)
			}
		}
		if wide := s.wide[uint64(cell)]; wide != nil {
			p.sums.mergeWide(place, wide)
		}
	}
	for h, line := range p.past.lineOf {
		if _, lost := p.past.refused[line]; lost {
			if p.sums.refused == nil {
				p.sums.refused = map[uint32]bool{}
			}
			p.sums.refused[p.lineOf[h]] = true
		}
	}
}

// pastLine returns what is known of the forgotten rows of a line; nil if none are.
func (p *plan) pastLine(n uint32) (*pastLine, uint32) {
	h := p.lines[n].head
	if p.past == nil || int(h) >= len(p.past.lineOf) {
		return nil, 0
	}
	line := p.past.lineOf[h]
	if int(line) >= len(p.past.lines) || !p.past.lines[line].rows {
		return nil, 0
	}
	return &p.past.lines[line], line
}

// pastRecords returns records that stand for the forgotten rows of a line, or for
// those that are kept of them.
func (p *plan) pastRecords(n uint32, kept bool) []*TradeRecord {
	l, _ := p.pastLine(n)
	switch {
	case l == nil || kept && !p.byCommodity && p.codesOf(n) == codesBeside && !l.exact:
		return nil
	case kept && !p.byCommodity && p.codesOf(n) == codesBeside:
		return []*TradeRecord{p.pastRecord(l.asked)}
	}
	records := []*TradeRecord{p.pastRecord(l.first)}
	if l.mixed {
		records = append(records, p.pastRecord(l.second))
	}
	return records
}

func (p *plan) pastRecord(r pastRow) *TradeRecord {
	d := p.view.dict
	record := d.headRecord(r.head)
	record.ID, record.Commodity = d.id(r.head, r.number), d.goods.values[r.good]
	return &record
}

// refusePast returns why the lines of a key must not be added up, where rows are
// forgotten. It does not tell one commodity of a key from another between lines,
// nor names records by unit.
func (p *plan) refusePast(key uint32, lines []uint32) error {
	forgotten := false
	for _, n := range lines {
		l, line := p.pastLine(n)
		if l == nil {
			continue
		}
		forgotten = true
		if lost, ok := p.past.refused[line]; ok {
			d := p.view.dict
			return refuse(GuardDuplicate, d.id(lost.first.head, lost.first.number), d.id(lost.row.head, lost.row.number),
				"%v comes after rows that a stream has forgotten, and might say again what one of them says", d.goods.values[lost.row.good])
		}
	}
	if !forgotten {
		return nil
	}
	for a := range p.slots {
		for b := range a {
			s, t := &p.slots[a], &p.slots[b]
			if b == 0 || s.key != key || t.key != key || s.fate != fateAdded || t.fate != fateAdded {
				continue
			}
			if p.disagree(uint32(a), uint32(b)) && p.meet(uint32(a), uint32(b)) {
				if s.unit != t.unit {
					return mixedUnits(t.unit, s.unit)
				}
				return refuse(GuardValuation, "", "", "%s valued %q and %q", s.flow, t.valuation, s.valuation)
			}
		}
	}
	return guardLines(p.linesOf(lines, anyGood))
}

// codes returns what the rows of a line are to the code asked for.
func (l *pastLine) codes() lineCodes {
	switch {
	case l.exact && l.finer:
		return codesBeside
	case l.exact:
		return codesExact
	case l.mixed:
		return codesMixed
	}
	return codesLevel
}
