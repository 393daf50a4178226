package lac

import (
	"fmt"
	"slices"

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
	plan  *plan
	batch []column.Row

	heads []streamHead
	lines []streamLine
	goods []streamGood
	// lineNumbers numbers lines: heads with a book in place of a kind.
	lineNumbers headList
	books       numbering[streamBook]

	// sums are by head, those of the code asked for apart from others, or with
	// ByCommodity by slot and good, which cells numbers.
	sums  planSums
	cells column.Index
	scale int // that coefficients are brought to, where they fit
}

type streamHead struct {
	line  uint32
	first streamRow
}

// A streamRow is what is kept of a row to name it by.
type streamRow struct {
	head, good, number uint32
	isSet              bool
}

type streamLine struct {
	codes  lineCodes
	level  uint32    // of the first row that is not of the code asked for
	last   Commodity // of the last row
	first  streamRow
	second streamRow // the first row of another level than the first
}

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
// would compare: [GuardBreakdown] if there are breakdown rows, and
// [GuardDuplicate] if the rows of a line do not come in ascending order of
// their codes, as any of them might then be a repetition.
func NewTradeStream(q TradeQuery, by ...Dimension) *TradeStream {
	s := &TradeStream{plan: newPlan(&tradeIndex{view: &tradeView{}}, q, by)}
	s.sums.dense = make([][]column.Cell, maxScale+1)
	return s
}

func (s *TradeStream) dict() *tradeDict { return &s.plan.view.dict }

// Head implements [TradeSink].
func (s *TradeStream) Head(head TradeRecord) (int32, error) {
	n, err := s.dict().head(s.relevant(head))
	s.extend()
	return n, err
}

// relevant returns r without what the question does not look at.
func (s *TradeStream) relevant(r TradeRecord) TradeRecord {
	r.Note, r.Status = "", Normal
	switch s.plan.figure {
	case figureValue:
		r.NetWeight, r.Quantity = Quantity{}, Quantity{}
	case figureWeight:
		r.Value, r.Quantity, r.Valuation = Money{}, Quantity{}, NotStated
	case figureQuantity:
		r.Value, r.NetWeight, r.Valuation = Money{}, Quantity{}, NotStated
	}
	return r
}

// extend makes room for what the dictionary has got to know.
func (s *TradeStream) extend() {
	d := s.dict()
	s.plan.selectHeads()
	for i := len(s.heads); i < d.heads.len(); i++ {
		h := d.heads.at(uint32(i))
		k := &d.kinds.values[h.kind]
		h.kind = s.books.of(streamBook{k.source, k.flow})
		line := s.lineNumbers.of(h)
		if int(line) == len(s.lines) {
			s.lines = append(s.lines, streamLine{})
		}
		s.heads = append(s.heads, streamHead{line: line})
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

// AppendRows implements [TradeSink].
func (s *TradeStream) AppendRows(rows []TradeRow) error {
	var err error
	if s.batch, err = s.dict().rows(s.batch[:0], rows); err != nil {
		return err
	}
	s.extend()
	for i := range s.batch {
		s.add(&s.batch[i])
	}
	return nil
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
	s.add(&row)
	return nil
}

func (s *TradeStream) add(row *column.Row) {
	n := s.plan.slotOf[row.Head]
	good := &s.goods[row.Good]
	if n == 0 || !good.matches {
		return
	}
	h := &s.heads[row.Head]
	if !h.first.isSet {
		h.first = streamRow{row.Head, row.Good, row.Number, true}
	}
	if s.plan.slots[n].fate <= fateMissing {
		s.addToLine(h.line, good, row)
	}
	var cell uint64
	if s.plan.byCommodity {
		n, _ := s.cells.Number(uint64(n)<<32 | uint64(row.Good))
		cell = uint64(n)
	} else {
		cell = 2 * uint64(row.Head)
		if !good.exact {
			cell++
		}
	}
	f := &row.Figures[s.plan.figure]
	coef, scale := f.Coef, int(f.Places)
	if f.Wide != nil {
		s.sums.addWide(cell, *f.Wide)
		coef, scale = 0, s.scale
	}
	if scale > s.scale {
		s.scale = scale
	} else if c, ok := fixed.Rescale(coef, s.scale-scale); ok {
		coef, scale = c, s.scale
	}
	cells := s.sums.dense[scale]
	if cell >= uint64(len(cells)) {
		cells = s.sums.at(scale, int(cell)+1)
	}
	cells[cell].Add(coef)
}

// addToLine notes what a row is to its line.
func (s *TradeStream) addToLine(n uint32, good *streamGood, row *column.Row) {
	l := &s.lines[n]
	this := streamRow{row.Head, row.Good, row.Number, true}
	c := s.dict().goods.values[row.Good]
	switch {
	case !l.first.isSet:
		l.first = this
	case c.Compare(l.last) <= 0:
		s.refuse(n, GuardDuplicate, this, "%v after %v of one line: a stream must have them in ascending order, a dataset takes any", c, l.last)
	case !l.second.isSet && good.level != s.goods[l.first.good].level:
		l.second = this
	}
	if (s.dict().kindOf(row.Head).breakdown != Breakdown{}) {
		s.refuse(n, GuardBreakdown, this, "%v by breakdown: whether its total is there a stream cannot tell, a dataset can", c)
	}
	l.last = c
	if !good.exact && (l.codes == codesNone || l.codes == codesExact) {
		l.level = good.level
	}
	l.codes = l.codes.with(good.exact, l.level, good.level)
}

// refuse notes why a line must not be in a sum, if that is not known yet.
func (s *TradeStream) refuse(line uint32, g Guard, row streamRow, format string, args ...any) {
	if s.sums.refused[line] != nil {
		return
	}
	if s.sums.refused == nil {
		s.sums.refused = map[uint32]error{}
	}
	first := s.lines[line].first
	s.sums.refused[line] = refuse(g, s.dict().id(first.head, first.number), s.dict().id(row.head, row.number), format, args...)
}

// Totals returns the totals of the records so far. It errs as [Dataset.Totals],
// and as [NewTradeStream] says.
func (s *TradeStream) Totals() (TradeTotals, error) {
	if f := s.plan.q.Figure; !f.IsValid() {
		return TradeTotals{}, fmt.Errorf("totals: figure %s: %w", quote(string(f)), ErrUnknownCode)
	}
	x := &tradeIndex{view: s.plan.view}
	x.findCodes()
	x.findLines()
	x.findNeighbours()
	p := *s.plan
	p.tradeIndex = x
	p.kept = make([]bool, len(s.heads))
	p.codes = make([]lineCodes, len(x.lines))
	lineOf := make([]uint32, len(x.lines)) // the stream's number of a line
	for h, n := range x.lineOf {
		lineOf[n] = s.heads[h].line
		p.codes[n] = s.lines[lineOf[n]].codes
	}
	p.sums = p.newSums()
	if s.plan.byCommodity {
		s.sumsByGood(&p)
	} else {
		s.sumsByHead(&p)
	}
	p.sums.refused = map[uint32]error{}
	if len(s.sums.refused) > 0 {
		for n, line := range lineOf {
			if err := s.sums.refused[line]; err != nil {
				p.sums.refused[uint32(n)] = err
			}
		}
	}
	p.recordsOf = func(n uint32, kept bool) []*TradeRecord { return s.lineRecords(&p, n, lineOf[n], kept) }
	if err := p.check(); err != nil {
		return TradeTotals{}, err
	}
	return p.totals(), nil
}

// sumsByHead puts the sums of heads into the slots of a plan.
func (s *TradeStream) sumsByHead(p *plan) {
	for scale, cells := range s.sums.dense {
		for i := range cells {
			c := &cells[i]
			h := i / 2
			if c.IsEmpty() {
				continue
			}
			n := uint64(p.slotOf[h])
			if i%2 == 1 && p.slots[n].fate <= fateMissing && p.codes[p.lineOf[h]] == codesBeside {
				p.sums.exclude(n, fateCommodity, c.Count())
				continue
			}
			p.kept[h] = true
			p.sums.at(scale, int(p.places()))[n].Merge(*c)
			if sum := s.sums.wide[uint64(i)]; sum != nil && scale == s.firstScale(i) {
				p.sums.mergeWide(n, sum)
			}
		}
	}
}

// firstScale returns the least scale at which a cell has something.
func (s *TradeStream) firstScale(cell int) int {
	return slices.IndexFunc(s.sums.dense, func(cells []column.Cell) bool { return cell < len(cells) && !cells[cell].IsEmpty() })
}

// sumsByGood puts the sums of slots and goods into the cells of a plan.
func (s *TradeStream) sumsByGood(p *plan) {
	for h := range s.heads {
		p.kept[h] = s.heads[h].first.isSet
	}
	p.sums.sparse = &column.Index{}
	for n := range s.cells.Len() {
		key := s.cells.Key(n)
		p.sums.sparse.Number(p.place(uint32(key>>32), uint32(key)))
	}
	for scale, cells := range s.sums.dense {
		p.sums.dense[scale] = slices.Clone(cells)
	}
	for cell, sum := range s.sums.wide {
		p.sums.mergeWide(cell, sum)
	}
}

// lineRecords returns records that stand for a line: those that tell its units,
// or those that tell its codes.
func (s *TradeStream) lineRecords(p *plan, n, line uint32, kept bool) []*TradeRecord {
	d := s.dict()
	record := func(r streamRow) *TradeRecord {
		t := d.record(&column.Row{Head: r.head, Good: r.good, Number: r.number})
		return &t
	}
	l := &s.lines[line]
	if !kept {
		return []*TradeRecord{record(l.first), record(l.second)}
	}
	var records []*TradeRecord
	for h := range s.heads {
		if p.lineOf[h] == n && p.kept[h] && p.slots[p.slotOf[h]].fate <= fateMissing {
			records = append(records, record(s.heads[h].first))
		}
	}
	slices.SortFunc(records, compareTrade)
	return records
}
