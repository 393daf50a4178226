package lac

import "github.com/sinolac/sinolac/lac/internal/fixed"

// AppendRows implements [TradeSink].
func (s *TradeStream) AppendRows(rows []TradeRow) error {
	if err := s.check(rows); err != nil {
		return err
	}
	forms := s.forms
	for len(rows) > 0 {
		of := s.headOf(uint32(rows[0].Head))
		n := 1
		for n < len(rows) && rows[n].Head == rows[0].Head {
			n++
		}
		switch {
		case of.slot == 0:
		case s.isPlain(&of):
			s.appendPlain(&of, rows[:n])
		default:
			s.appendRows(&of, rows[:n], forms)
		}
		rows = rows[n:]
		if forms != nil {
			forms = forms[n:]
		}
	}
	return nil
}

// check says what is wrong with rows. Where quantities are added up it finds the
// rows' forms.
func (s *TradeStream) check(rows []TradeRow) error {
	d := s.dict()
	if s.plan.figure == figureQuantity {
		var err error
		s.forms, err = d.check(s.forms[:0], rows)
		return err
	}
	heads, goods := uint32(d.heads.len()), uint32(len(d.goods.values))
	head, currency := int32(-1), false
	for i := range rows {
		r := &rows[i]
		if r.Head != head && uint32(r.Head) < heads {
			head, currency = r.Head, d.kindOf(uint32(r.Head)).currency != 0
		}
		c := s.figureOf(r)
		if uint32(r.Head) >= heads || uint32(r.Commodity) >= goods ||
			c.Reported && (!c.isValid() || !currency && s.plan.figure == figureValue) {
			_, err := d.check(nil, rows[i:])
			return err
		}
	}
	return nil
}

// figureOf returns the figure of a row that is added up.
func (s *TradeStream) figureOf(r *TradeRow) *Coefficient {
	switch s.plan.figure {
	case figureWeight:
		return &r.NetWeight
	case figureQuantity:
		return &r.Quantity
	}
	return &r.Value
}

// isPlain reports whether rows with a head are for appendPlain: they are to be
// added, whatever commodity they are of, and need be told apart by nothing else.
func (s *TradeStream) isPlain(of *rowsOf) bool {
	return of.fate == fateAdded && !of.head.isPart && s.plan.figure != figureQuantity && s.plan.q.Commodity == 0
}

// appendPlain appends rows with one head as appendRows does.
func (s *TradeStream) appendPlain(of *rowsOf, rows []TradeRow) {
	of.head.rows = true
	alike, exact := false, false
	for i := range rows {
		n := uint32(rows[i].Commodity)
		good := &s.goods[n]
		if good.code <= of.last || !alike || good.exact || good.level != of.line.level {
			s.addToLine(of, good, streamRow{of.number, n, rows[i].Number})
			alike = of.line.codes == codesLevel && !of.line.mixed
			exact = exact || good.exact
		}
		of.line.last, of.last = n, good.code
	}
	if s.plan.byCommodity {
		s.addByGood(of.slot, rows)
		return
	}
	cells := s.sums.at(s.scale, int(of.number)+1)
	for i := range rows {
		c := s.figureOf(&rows[i])
		sums := &s.sums
		if exact && s.goods[rows[i].Commodity].exact {
			sums = &s.exact
		} else if coef, ok := fixed.Rescale(c.Units, s.scale-int(c.Places)); ok && c.Reported {
			cells[of.number].Add(coef)
			continue
		}
		s.addOrMiss(sums, uint64(of.number), c)
		cells = s.sums.at(s.scale, int(of.number)+1)
	}
}

// addByGood adds rows to the cells of their goods in a slot.
func (s *TradeStream) addByGood(slot uint32, rows []TradeRow) {
	cells, direct := s.sums.dense[s.scale], s.directOf(slot)
	for i := range rows {
		c, good := s.figureOf(&rows[i]), uint32(rows[i].Commodity)
		coef, ok := fixed.Rescale(c.Units, s.scale-int(c.Places))
		if ok && c.Reported && int(good) < len(direct) {
			if n := uint64(direct[good]); n-1 < uint64(len(cells)) {
				cells[n-1].Add(coef)
				continue
			}
		}
		s.addOrMiss(&s.sums, s.goodCell(slot, good), c)
		cells, direct = s.sums.dense[s.scale], s.directOf(slot)
	}
}

// appendRows appends rows with one head, which the query selects. It needs their
// forms if these are of quantities.
func (s *TradeStream) appendRows(of *rowsOf, rows []TradeRow, forms []uint32) {
	for i := range rows {
		r := &rows[i]
		form := uint32(0)
		if forms != nil {
			form = forms[i]
		}
		c := s.figureOf(r)
		if sums, cell := s.place(of, rowIDs{uint32(r.Commodity), form}, r.Number, c.Reported); sums != nil {
			s.add(sums, cell, c)
		}
	}
}

// Append implements [TradeSink].
func (s *TradeStream) Append(r TradeRecord) error {
	if err := r.Validate(); err != nil {
		return err
	}
	r = s.relevant(r)
	row, err := s.dict().row(&r)
	if err != nil {
		return err
	}
	s.extend()
	reported := s.dict().forms.values[row.Form].reports(s.plan.figure)
	of := s.headOf(row.Head)
	if of.slot == 0 {
		return nil
	}
	sums, cell := s.place(&of, rowIDs{row.Good, row.Form}, row.Number, reported)
	if sums == nil {
		return nil
	}
	f := &row.Figures[s.plan.figure]
	if f.Wide != nil {
		sums.addWide(cell, *f.Wide)
		s.add(sums, cell, &Coefficient{Places: uint8(s.scale)})
		return nil
	}
	s.add(sums, cell, &Coefficient{f.Coef, f.Places, true})
	return nil
}

// A rowIDs is how a dictionary numbers what a row says.
type rowIDs struct{ good, form uint32 }

// A rowsOf is what rows with one head have in common.
type rowsOf struct {
	number uint32
	head   *streamHead
	line   *streamLine
	last   Commodity // of the line
	slot   uint32
	fate   fate
}

func (s *TradeStream) headOf(number uint32) rowsOf {
	h := s.heads.at(number)
	n := s.plan.slotOf[number]
	of := rowsOf{number: number, head: h, line: s.lines.at(h.line), slot: n, fate: s.plan.slots[n].fate}
	if of.line.first != noRow {
		of.last = s.goods[of.line.last].code
	}
	return of
}

// place notes a row and returns the cell in which its figure is to be added; no
// sums if it is not to be.
func (s *TradeStream) place(of *rowsOf, ids rowIDs, number uint32, reported bool) (*planSums, uint64) {
	good := &s.goods[ids.good]
	if !good.matches {
		return nil, 0
	}
	if of.fate <= fateMissing {
		if !of.line.isAlike(good) || of.head.isPart || good.code <= of.last {
			s.addToLine(of, good, streamRow{of.number, ids.good, number})
		}
		of.line.last, of.last = ids.good, good.code
	}
	of.head.rows = true
	sums, cell := &s.sums, uint64(of.number)
	if s.plan.byCommodity || s.plan.figure == figureQuantity || good.exact {
		sums, cell = s.cellOf(of, ids, good.exact)
	}
	if of.fate == fateAdded && !reported {
		sums.miss(cell)
		return nil, 0
	}
	return sums, cell
}

// addOrMiss adds a figure to a cell, or counts it as missing there.
func (s *TradeStream) addOrMiss(sums *planSums, cell uint64, c *Coefficient) {
	if !c.Reported {
		sums.miss(cell)
		return
	}
	s.add(sums, cell, c)
}

func (s *TradeStream) add(sums *planSums, cell uint64, c *Coefficient) {
	coef, scale := c.Units, int(c.Places)
	if scaled, ok := fixed.Rescale(coef, s.scale-scale); ok {
		coef, scale = scaled, s.scale
	} else {
		s.scale = max(s.scale, scale)
	}
	cells := sums.dense[scale]
	if cell >= uint64(len(cells)) {
		cells = sums.at(scale, int(cell)+1)
	}
	cells[cell].Add(coef)
}

// cellOf returns the cell of a row.
func (s *TradeStream) cellOf(of *rowsOf, ids rowIDs, exact bool) (*planSums, uint64) {
	slot := s.plan.rowSlot(of.slot, ids.form)
	switch {
	case s.plan.byCommodity:
		return &s.sums, s.goodCell(slot, ids.good)
	case s.plan.figure == figureQuantity:
		key := uint64(of.number) << 33
		if exact {
			key |= 1 << 32
		}
		n, _ := s.cells.Number(key | uint64(ids.form))
		return &s.sums, uint64(n)
	case exact:
		return &s.exact, uint64(of.number)
	}
	return &s.sums, uint64(of.number)
}

// goodCell returns the cell of a good in a slot.
func (s *TradeStream) goodCell(slot, good uint32) uint64 {
	if slot >= directSlots {
		cell, _ := s.cells.Number(uint64(slot)<<32 | uint64(good))
		return uint64(cell)
	}
	for int(slot) >= len(s.direct) {
		s.direct = append(s.direct, nil)
	}
	of := &s.direct[slot]
	if n := len(s.goods); len(*of) < n {
		*of = append(*of, make([]uint32, n-len(*of))...)
	}
	if (*of)[good] == 0 {
		cell, _ := s.cells.Number(uint64(slot)<<32 | uint64(good))
		(*of)[good] = cell + 1
	}
	return uint64((*of)[good] - 1)
}

// directOf returns the direct cells of a slot, as far as there are any.
func (s *TradeStream) directOf(slot uint32) []uint32 {
	if int(slot) < len(s.direct) {
		return s.direct[slot]
	}
	return nil
}

// directSlots is the number of slots whose goods' cells are found directly.
const directSlots = 64

// isAlike reports whether all rows of a line are of one level and none is of the
// code asked for, with a row of a good too.
func (l *streamLine) isAlike(good *streamGood) bool {
	return l.codes == codesLevel && !l.mixed && !good.exact && good.level == l.level
}

// addToLine notes what a row is to its line.
func (s *TradeStream) addToLine(of *rowsOf, good *streamGood, row streamRow) {
	l, c := of.line, good.code
	switch {
	case l.first == noRow:
		l.first = row
	case c.Compare(of.last) <= 0:
		s.refuse(of.head.line, GuardDuplicate, row, "%v after %v of one line: a stream must have them in ascending order, a dataset takes any", c, of.last)
	case !l.mixed && good.level != s.goods[l.first.good].level:
		l.mixed = true
		if s.seconds == nil {
			s.seconds = map[uint32]streamRow{}
		}
		s.seconds[of.head.line] = row
	}
	if of.head.isPart {
		s.refuse(of.head.line, GuardBreakdown, row, "%v by breakdown: whether its total is there a stream cannot tell, a dataset can", c)
	}
	if !good.exact && (l.codes == codesNone || l.codes == codesExact) {
		l.level = good.level
	}
	l.codes = l.codes.with(good.exact, l.level, good.level)
}

// refuse notes why a line must not be in a sum, if that is not known yet.
func (s *TradeStream) refuse(line uint32, g Guard, row streamRow, format string, args ...any) {
	if s.refused[line] != nil {
		return
	}
	if s.refused == nil {
		s.refused = map[uint32]error{}
	}
	first := s.lines.at(line).first
	s.refused[line] = refuse(g, s.dict().id(first.head, first.number), s.dict().id(row.head, row.number), format, args...)
}
