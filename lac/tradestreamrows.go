package lac

// AppendRows implements [TradeSink].
func (s *TradeStream) AppendRows(rows *TradeRows) error {
	if err := s.check(rows); err != nil {
		return err
	}
	for from, n := 0, rows.Len(); from < n; {
		head, to := rows.Heads[from], from+1
		for to < n && rows.Heads[to] == head {
			to++
		}
		of := s.headOf(uint32(head))
		switch {
		case !of.selected:
		case s.isPlain(&of):
			s.appendPlain(&of, rows, from, to)
		default:
			s.appendRows(&of, rows, from, to)
		}
		from = to
	}
	return nil
}

// check says what is wrong with rows. Where quantities are added up it finds the
// rows' forms.
func (s *TradeStream) check(rows *TradeRows) error {
	if err := rows.checkColumns(); err != nil {
		return err
	}
	quantities := s.Needs(FigureQuantity)
	if !quantities && s.areValid(rows) {
		return nil
	}
	needed := *rows
	if !s.Needs(FigureValue) {
		needed.Values = nil
	}
	if !s.Needs(FigureNetWeight) {
		needed.NetWeights = nil
	}
	if !quantities {
		needed.Quantities, needed.Units = nil, nil
	}
	var err error
	s.forms, err = s.dict().check(s.forms[:0], &needed)
	return err
}

// areValid reports whether what a stream without quantities needs of rows is
// valid. It may return false if it is: it looks at all rows alike.
func (s *TradeStream) areValid(rows *TradeRows) bool {
	d := s.dict()
	heads, head, currencies := uint32(d.heads.len()), int32(-1), true
	for _, h := range rows.Heads {
		if h != head {
			if uint32(h) >= heads {
				return false
			}
			currencies = currencies && d.kindOf(uint32(h)).currency != 0
			head = h
		}
	}
	most := uint32(0)
	for _, g := range rows.Commodities {
		most = max(most, uint32(g))
	}
	if most >= uint32(len(s.goods)) && rows.Len() > 0 {
		return false
	}
	for _, m := range s.sums {
		negative := int64(0)
		for _, c := range rows.figure(m.plan.figure) {
			negative |= c.Units | 18 - int64(c.Places)
		}
		if negative < 0 || m.plan.figure == figureValue && !currencies && rows.Values != nil {
			return false
		}
	}
	return true
}

// isPlain reports whether rows with a head are for appendPlain: they are to be
// added, whatever commodity they are of, and need be told apart by nothing else.
func (s *TradeStream) isPlain(of *rowsOf) bool {
	return of.fate == fateAdded && !of.head.isPart && s.q.Commodity == 0
}

// appendPlain appends rows with one head as appendRows does.
func (s *TradeStream) appendPlain(of *rowsOf, rows *TradeRows, from, to int) {
	of.head.rows = true
	goods := rows.Commodities[from:to]
	alike, exact := false, false
	for i, n := range goods {
		good := &s.goods[n]
		if good.code <= of.last || !alike || good.exact || good.level != of.line.level {
			s.addToLine(of, good, streamRow{of.number, uint32(n), rows.Numbers[from+i]})
			alike = of.line.codes == codesLevel && !of.line.mixed
			exact = exact || good.exact
		}
		of.line.last, of.last = uint32(n), good.code
	}
	for _, m := range s.sums {
		figures := rows.figure(m.plan.figure)
		switch {
		case figures == nil || m.plan.figure == figureQuantity:
			for i := from; i < to; i++ {
				s.addRow(m, of, rows, i)
			}
		case m.plan.byCommodity:
			m.addByGood(m.plan.slotOf[of.number], figures[from:to], goods)
		default:
			m.addByHead(of.number, figures[from:to], goods, s.goods, exact)
		}
	}
}

// appendRows appends rows with one head, which the query selects.
func (s *TradeStream) appendRows(of *rowsOf, rows *TradeRows, from, to int) {
	for i := from; i < to; i++ {
		if s.note(of, uint32(rows.Commodities[i]), rows.Numbers[i]) {
			for _, m := range s.sums {
				s.addRow(m, of, rows, i)
			}
		}
	}
}

// addRow adds the figure of a row with a head.
func (s *TradeStream) addRow(m *streamSums, of *rowsOf, rows *TradeRows, i int) {
	ids := rowIDs{good: uint32(rows.Commodities[i])}
	if m.plan.figure == figureQuantity {
		ids.form = s.forms[i]
	}
	c := elementOf(rows.figure(m.plan.figure), i)
	m.addRow(of, ids, s.goods[ids.good].exact, &c)
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
	of := s.headOf(row.Head)
	if !of.selected || !s.note(&of, row.Good, row.Number) {
		return nil
	}
	form := &s.dict().forms.values[row.Form]
	for _, m := range s.sums {
		figure := m.plan.figure
		m.addFigure(&of, rowIDs{row.Good, row.Form}, s.goods[row.Good].exact, form.reports(figure), &row.Figures[figure])
	}
	return nil
}

// A rowIDs is how a dictionary numbers what a row says.
type rowIDs struct{ good, form uint32 }

// A rowsOf is what rows with one head have in common.
type rowsOf struct {
	number   uint32
	head     *streamHead
	line     *streamLine
	last     Commodity // of the line
	selected bool
	fate     fate
}

func (s *TradeStream) headOf(number uint32) rowsOf {
	h := s.heads.at(number)
	p := s.plan()
	slot := p.slotOf[number]
	of := rowsOf{number: number, head: h, line: s.lines.at(h.line), selected: slot != 0, fate: p.slots[slot].fate}
	if of.line.first != noRow {
		of.last = s.goods[of.line.last].code
	}
	return of
}

// note notes a row of a good and reports whether the query selects it.
func (s *TradeStream) note(of *rowsOf, n, number uint32) bool {
	good := &s.goods[n]
	if !good.matches {
		return false
	}
	if of.fate <= fateMissing {
		if !of.line.isAlike(good) || of.head.isPart || good.code <= of.last {
			s.addToLine(of, good, streamRow{of.number, n, number})
		}
		of.line.last, of.last = n, good.code
	}
	of.head.rows = true
	return true
}

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
