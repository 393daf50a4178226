package lac

import (
	"math"

	"github.com/sinolac/sinolac/lac/internal/column"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A TradeStream answers one question about records that are read once and not
// kept. Its memory grows with the lines (reporter, partner, flow, period and
// source) and the keys that it meets, not with the records: a file of any size
// is added up in little memory.
//
//	s := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Import}, lac.ByReporter, lac.ByYear)
//	rejected, err := reader.ReadInto(s)
//	totals, err := s.Totals()
//
// A stream is used by one goroutine at a time.
type TradeStream struct {
	plan *plan
	ids  []rowIDs

	heads chunkList[streamHead]
	lines chunkList[streamLine]
	goods []streamGood
	// lineNumbers numbers lines: heads with a book in place of a kind. It is
	// empty while lines and heads have the same numbers.
	lineNumbers headList
	books       numbering[streamBook]
	bookOf      []uint32 // by kind

	// sums are by head, and those of the code asked for apart in exact; but with
	// ByCommodity by slot and good, or of quantities by head and form, which
	// cells numbers.
	sums, exact planSums
	cells       column.Index
	direct      [][]uint32           // 1 + cell, by slot and good
	refused     map[uint32]error     // by line
	seconds     map[uint32]streamRow // by line: the first row of another level than the first
	scale       int                  // that coefficients are brought to, where they fit
}

type streamHead struct {
	line   uint32
	isPart bool // it has a breakdown
	rows   bool // it has been met in a row
}

type streamLine struct {
	first streamRow
	last  uint32 // good of the last row
	level uint32 // of the first row that is not of the code asked for
	codes lineCodes
	mixed bool // it has an entry among the seconds
}

// A streamRow is what is kept of a row to name it by.
type streamRow struct{ head, good, number uint32 }

// noRow stands for a row that was not met.
var noRow = streamRow{head: math.MaxUint32}

type streamBook struct {
	source string
	flow   TradeFlow
}

// A streamGood is what the query makes of a good.
type streamGood struct {
	matches, exact bool
	level          uint32
}

// NewTradeStream returns a stream that answers as [Dataset.Totals] does for q
// and by, or refuses. It refuses more, for it does not have the records that it
// would compare: [GuardBreakdown] if there are breakdown rows, [GuardDuplicate]
// if the rows of a line do not come in ascending order of their codes, as any of
// them might then be a repetition, and with [ByCommodity] what lines of a key
// must not be added whether or not they share a commodity.
func NewTradeStream(q TradeQuery, by ...Dimension) *TradeStream {
	s := &TradeStream{plan: newPlan(&tradeIndex{view: &tradeView{}}, q, by)}
	s.sums.dense = make([][]column.Cell, maxScale+1)
	s.exact.dense = make([][]column.Cell, maxScale+1)
	return s
}

func (s *TradeStream) dict() *tradeDict { return &s.plan.view.dict }

// Needs implements [TradeSink]: a stream needs the figure that it adds up.
func (s *TradeStream) Needs(f Figure) bool { return f == s.plan.q.Figure }

// Head implements [TradeSink].
func (s *TradeStream) Head(head TradeRecord) (int32, error) {
	n, err := s.dict().head(s.relevant(head))
	s.extend()
	return n, err
}

// relevant returns r without what the question does not look at.
func (s *TradeStream) relevant(r TradeRecord) TradeRecord {
	r.Note, r.Status = "", Normal
	if s.plan.figure != figureValue {
		r.Valuation = NotStated
	}
	return r
}

// extend makes room for what the dictionary has got to know.
func (s *TradeStream) extend() {
	d := s.dict()
	s.plan.selectHeads()
	for i := s.heads.len(); i < d.heads.len(); i++ {
		h := d.heads.at(uint32(i))
		k := &d.kinds.values[h.kind]
		line := s.lineOf(uint32(i), h)
		if int(line) == s.lines.len() {
			s.lines.add(streamLine{first: noRow})
		}
		s.heads.add(streamHead{line: line, isPart: k.breakdown != Breakdown{}})
	}
	wanted := s.plan.wantedCommodity()
	for _, c := range d.goods.values[len(s.goods):] {
		s.goods = append(s.goods, streamGood{
			matches: s.plan.q.Commodity == 0 || s.plan.q.Commodity.Contains(c),
			exact:   c == wanted,
			level:   s.plan.levels.of(c.level()),
		})
	}
}

// lineOf returns the number of the line of a head that is not in s.heads yet.
// While every kind is a book of its own, each head is a line of its own.
func (s *TradeStream) lineOf(number uint32, h head) uint32 {
	kinds := s.dict().kinds.values
	for len(s.bookOf) < len(kinds) {
		k := &kinds[len(s.bookOf)]
		s.bookOf = append(s.bookOf, s.books.of(streamBook{k.source, k.flow}))
	}
	if len(s.books.values) == len(kinds) {
		return number
	}
	for n := s.lineNumbers.len(); n < s.lines.len(); n++ {
		earlier := s.dict().heads.at(uint32(n))
		earlier.kind = s.bookOf[earlier.kind]
		s.lineNumbers.of(earlier)
	}
	h.kind = s.bookOf[h.kind]
	return s.lineNumbers.of(h)
}

// AppendRows implements [TradeSink].
func (s *TradeStream) AppendRows(rows []TradeRow) error {
	var err error
	if s.ids, err = s.dict().check(s.ids[:0], rows); err != nil {
		return err
	}
	ids := s.ids
	s.extend()
	for len(rows) > 0 {
		of := s.headOf(uint32(rows[0].Head))
		n := 1
		for n < len(rows) && rows[n].Head == rows[0].Head {
			n++
		}
		if of.slot != 0 {
			s.appendRows(&of, rows[:n], ids[:n])
		}
		rows, ids = rows[n:], ids[n:]
	}
	return nil
}

// appendRows appends rows with one head, which the query selects.
func (s *TradeStream) appendRows(of *rowsOf, rows []TradeRow, ids []rowIDs) {
	for i := range rows {
		r := &rows[i]
		c := &r.Value
		switch s.plan.figure {
		case figureWeight:
			c = &r.NetWeight
		case figureQuantity:
			c = &r.Quantity
		}
		if sums, cell := s.place(of, ids[i], r.Commodity, r.Number, c.Reported); sums != nil {
			s.add(sums, cell, c.Units, int(c.Places))
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
	sums, cell := s.place(&of, rowIDs{row.Good, row.Form}, r.Commodity, row.Number, reported)
	if sums == nil {
		return nil
	}
	f := &row.Figures[s.plan.figure]
	if f.Wide != nil {
		sums.addWide(cell, *f.Wide)
		s.add(sums, cell, 0, s.scale)
		return nil
	}
	s.add(sums, cell, f.Coef, int(f.Places))
	return nil
}

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
		of.last = s.dict().goods.values[of.line.last]
	}
	return of
}

// place notes a row and returns the cell in which its figure is to be added; no
// sums if it is not to be.
func (s *TradeStream) place(of *rowsOf, ids rowIDs, c Commodity, number uint32, reported bool) (*planSums, uint64) {
	good := &s.goods[ids.good]
	if !good.matches {
		return nil, 0
	}
	if of.fate <= fateMissing {
		if !of.line.isAlike(good) || of.head.isPart || c <= of.last {
			s.addToLine(of, good, c, streamRow{of.number, ids.good, number})
		}
		of.line.last, of.last = ids.good, c
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

func (s *TradeStream) add(sums *planSums, cell uint64, coef int64, scale int) {
	if scale < s.scale {
		if c, ok := fixed.Rescale(coef, s.scale-scale); ok {
			coef, scale = c, s.scale
		}
	} else {
		s.scale = scale
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
	of := s.direct[slot]
	for int(good) >= len(of) {
		of = append(of, 0)
		s.direct[slot] = of
	}
	if of[good] == 0 {
		cell, _ := s.cells.Number(uint64(slot)<<32 | uint64(good))
		of[good] = cell + 1
	}
	return uint64(of[good] - 1)
}

// directSlots is the number of slots whose goods' cells are found directly.
const directSlots = 64

// isAlike reports whether all rows of a line are of one level and none is of the
// code asked for, with a row of a good too.
func (l *streamLine) isAlike(good *streamGood) bool {
	return l.codes == codesLevel && !l.mixed && !good.exact && good.level == l.level
}

// addToLine notes what a row is to its line.
func (s *TradeStream) addToLine(of *rowsOf, good *streamGood, c Commodity, row streamRow) {
	l := of.line
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
