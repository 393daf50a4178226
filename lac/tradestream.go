package lac

import (
	"fmt"

	"github.com/sinolac/sinolac/lac/internal/sink"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A TradeStream answers one question about records that are read once, in any
// order, as [Dataset.Totals] does for a dataset of them: with the same totals,
// and the same refusals.
//
//	s := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Import}, lac.ByReporter, lac.ByYear)
//	rejected, err := reader.ReadInto(ctx, s)
//	totals, err := s.Totals()
//
// It keeps the rows that the question selects in columns, to find those that must
// not be added up, as long as it cannot forget them. Of a long file in order, in
// which each line (reporter, partner, flow, period and source) has its codes in
// ascending order and none is broken down, it forgets rows that it has added up:
// its memory then grows with the lines, the commodities and the keys alone. If a
// row of a forgotten stretch comes after all, its line is refused with
// [GuardDuplicate], for it might be a repetition.
//
// A stream adds up one figure, or several ([TradeStream.Also]), and is used by one
// goroutine at a time.
type TradeStream struct {
	q       TradeQuery
	by      []Dimension
	table   TradeTable // rows that are not forgotten
	figures []streamFigure
	forms   []uint32 // of rows that are appended

	plan  *plan        // says which heads and goods are selected
	goods []bool       // whether the query selects a commodity
	lines []streamLine // by number in lineOf
	// lineOf has the line of each head; lineNumbers numbers them by a head with a
	// book in place of its kind.
	lineOf      []uint32
	lineNumbers tally.Heads
	books       tally.Numbering[streamBook]

	untidy bool      // rows did not come in order: none is forgotten any more
	keep   int       // rows that are kept in any case
	past   *pastRows // what is known of forgotten rows, if there are any
}

type streamFigure struct {
	figure Figure
	late   bool // the stream had records before
}

type streamBook struct {
	source string
	flow   TradeFlow
}

// A streamLine is how far a line has come.
type streamLine struct {
	last Commodity // of the last row
	met  bool
}

// keepRows is how many rows a stream keeps before it forgets any.
const keepRows = 1 << 16

// NewTradeStream returns a stream that answers as [Dataset.Totals] does for q
// and by.
func NewTradeStream(q TradeQuery, by ...Dimension) *TradeStream {
	s := &TradeStream{q: q, by: by, keep: keepRows}
	s.plan = s.newPlan(q.Figure)
	return s.Also(q.Figure)
}

// newPlan returns a plan that selects heads as they come.
func (s *TradeStream) newPlan(f Figure) *plan {
	q := s.q
	q.Figure = f
	return newPlan(&tradeIndex{view: &tradeView{dict: &s.table.dict}}, q, s.by)
}

// Also makes s add up one more figure of the records that the question selects,
// for [TradeStream.TotalsOf], and returns s. What s was given before lacks the
// figure: it is to be called first.
func (s *TradeStream) Also(f Figure) *TradeStream {
	for _, of := range s.figures {
		if of.figure == f {
			return s
		}
	}
	s.figures = append(s.figures, streamFigure{f, s.table.dict.heads.Len() > 0})
	return s
}

// Bulk returns the way in for this module's readers. It is not for others.
func (s *TradeStream) Bulk() sink.Sink[TradeRecord, Commodity, Figure] { return streamSink{s} }

// A streamSink appends to a stream in bulk.
type streamSink struct{ *TradeStream }

// Needs reports that a stream needs every figure, to tell whether a row says again
// what another says.
func (s streamSink) Needs(Figure) bool { return true }

func (s streamSink) Head(head TradeRecord) (int32, error) {
	n, err := s.table.dict.head(relevant(head))
	s.extend()
	return n, err
}

func (s streamSink) Commodity(c Commodity) (int32, error) {
	n, err := s.table.dict.commodity(c)
	s.extend()
	return n, err
}

// relevant returns r without what no question looks at.
func relevant(r TradeRecord) TradeRecord {
	r.Note, r.Status = "", Normal
	return r
}

// extend makes room for what the dictionary has got to know.
func (s *TradeStream) extend() {
	d := &s.table.dict
	for i := len(s.lineOf); i < d.heads.Len(); i++ {
		h := d.heads.At(uint32(i))
		k := &d.kinds.Values[h.Kind]
		h.Kind = s.books.Of(streamBook{k.source, k.flow})
		line := s.lineNumbers.Of(h)
		if int(line) == len(s.lines) {
			s.lines = append(s.lines, streamLine{})
		}
		s.lineOf = append(s.lineOf, line)
	}
	for _, c := range d.goods.values[len(s.goods):] {
		s.goods = append(s.goods, s.q.Commodity == 0 || s.q.Commodity.Contains(c))
	}
	s.plan.selectHeads()
}

func (s streamSink) AppendRows(rows *sink.Rows) error {
	var err error
	if s.forms, err = s.table.dict.check(s.forms[:0], rows); err != nil {
		return err
	}
	n := rows.Len()
	for from := 0; from < n; {
		to := from
		for to < n && s.selects(rows.Heads[to], rows.Commodities[to]) {
			to++
		}
		some := rows
		if from > 0 || to < n {
			part := rows.Slice(from, to)
			some = &part
		}
		if err := s.table.room(to - from); err != nil {
			return err
		}
		s.watch(some.Heads, some.Commodities, some.Numbers)
		s.table.appendChecked(some, s.forms[from:to])
		for from = to; from < n && !s.selects(rows.Heads[from], rows.Commodities[from]); {
			from++
		}
	}
	s.forget()
	return nil
}

func (s *TradeStream) selects(head, good int32) bool {
	return s.plan.slotOf[head] != 0 && s.goods[good]
}

// Append implements [TradeSink].
func (s *TradeStream) Append(r TradeRecord) error {
	if err := r.Validate(); err != nil {
		return err
	}
	if err := s.table.room(1); err != nil {
		return err
	}
	r = relevant(r)
	row, err := s.table.dict.row(&r)
	if err != nil {
		return err
	}
	s.extend()
	if s.selects(int32(row.Head), int32(row.Good)) {
		s.watch([]int32{int32(row.Head)}, []int32{int32(row.Good)}, []uint32{row.Number})
		s.table.rows.Append(&row)
		s.forget()
	}
	return nil
}

// watch looks whether rows come in order.
func (s *TradeStream) watch(heads, goods []int32, numbers []uint32) {
	if s.untidy && s.past == nil {
		return
	}
	d := &s.table.dict
	head := int32(-1)
	var k *kind
	var number uint32
	var line *streamLine
	for i, g := range goods {
		if heads[i] != head {
			head = heads[i]
			k = d.kindOf(uint32(head))
			number = s.lineOf[head]
			line = &s.lines[number]
		}
		if k.evidence == Unconfirmed {
			continue // no rule looks at it
		}
		c := d.goods.values[g]
		if s.past != nil {
			s.past.meet(d, number, pastRow{uint32(head), uint32(g), numbers[i]})
		}
		if line.met && c <= line.last || k.breakdown != (Breakdown{}) {
			s.untidy = true
		}
		line.last, line.met = c, true
	}
}

// forget forgets rows, if there are many and all came in order.
func (s *TradeStream) forget() {
	if s.untidy || s.table.Len() < s.keep {
		return
	}
	if s.past == nil {
		s.past = newPastRows(s)
	}
	s.past.take(s)
	s.table.rows.Forget()
}

// Totals returns the totals of the records so far. It errs as [Dataset.Totals].
func (s *TradeStream) Totals() (TradeTotals, error) { return s.TotalsOf(s.q.Figure) }

// TotalsOf returns what [TradeStream.Totals] would if the question were about
// figure f. It errs with [ErrMissing] if the stream has not added f up from the
// first record on.
func (s *TradeStream) TotalsOf(f Figure) (TradeTotals, error) {
	known := false
	for _, of := range s.figures {
		known = known || of.figure == f && !of.late
	}
	if !known {
		return TradeTotals{}, fmt.Errorf("totals: figure %s: %w: the stream did not add it up from the first record on", quote(string(f)), ErrMissing)
	}
	q := s.q
	q.Figure = f
	p := newPlan(newTradeIndex(s.table.view()), q, s.by)
	p.past = s.past
	if err := p.run(); err != nil {
		return TradeTotals{}, err
	}
	return p.totals(), nil
}
