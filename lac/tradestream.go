package lac

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/sink"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A TradeStream answers one question about records that are read once, in any
// order, as [Dataset.Totals] does for a dataset of them: with the same totals, the
// same coverage and the same refusals.
//
//	s := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Import}, lac.ByReporter, lac.ByYear)
//	rejected, err := reader.ReadInto(ctx, s)
//	totals, err := s.Totals()
//
// It keeps the rows that the question selects in columns. Of a long file in order,
// in which the rows of a line (reporter, partner, flow, period and source) follow
// one another or have ascending codes, it forgets figures that it has added up, and
// keeps three bytes a row, which say which codes a line has. One thing is then
// beyond it: if a row comes again far from the first, it cannot tell whether both
// say the same, and refuses their line with [GuardDuplicate].
//
// A stream adds up one figure, or several ([TradeStream.Also]), and is used by one
// goroutine at a time. [NewTradeStream] makes one; the zero TradeStream is for
// [TradeStream.UnmarshalBinary] alone.
type TradeStream struct {
	q       TradeQuery
	by      []Dimension
	dict    *tradeDict
	rows    *tally.Stream
	figures []streamFigure
	forms   []uint32 // of rows that are appended
	goods   []bool   // whether the query selects a commodity
	selects int      // of how many heads it was asked whether the query selects them
	some    bool     // there is a head or a commodity that it does not select
	asked   streamLines

	inputs, expected []TradeInput // in order

	summed map[uint32]bool // heads of records that were added up elsewhere
	more   uint64          // records beyond the rows that stand for them
}

// streamLines are the lines of the records that a stream had when it was asked last.
type streamLines struct {
	records, heads int
	view           *tradeView
	lines          *tally.Lines
}

// A streamFigure is a figure that is added up. Its question is number i of the rows.
type streamFigure struct {
	asked *question
	late  bool // the stream had records before
}

// NewTradeStream returns a stream that answers as [Dataset.Totals] does for q
// and by.
func NewTradeStream(q TradeQuery, by ...Dimension) *TradeStream {
	s := &TradeStream{q: q, by: by, dict: &tradeDict{}}
	s.rows = tally.NewStream(&s.dict.ids)
	s.dict.goods.of(wantedCommodity(q)) // the first
	s.dict.grow()
	return s.Also(q.Figure)
}

// Also makes s add up one more figure of the records that the question selects,
// for [TradeStream.TotalsOf], and returns s. What s was given before lacks the
// figure: it is to be called first.
func (s *TradeStream) Also(f Figure) *TradeStream {
	if s.number(f) >= 0 {
		return s
	}
	q := s.q
	q.Figure = f
	asked := newQuestion(s.dict, q, s.by)
	s.figures = append(s.figures, streamFigure{asked, s.dict.ids.Heads.Len() > 0})
	s.rows.Ask(asked.query(0))
	return s
}

// number returns the number of a figure; -1 if it is not added up.
func (s *TradeStream) number(f Figure) int {
	return slices.IndexFunc(s.figures, func(of streamFigure) bool { return of.asked.q.Figure == f })
}

// Bulk returns the way in for this module's readers. It is not for others.
func (s *TradeStream) Bulk() sink.Sink[TradeRecord, Commodity, Figure] { return streamSink{s} }

// A streamSink appends to a stream in bulk.
type streamSink struct{ *TradeStream }

// Needs reports that a stream needs every figure, to tell whether a row says again
// what another says.
func (s streamSink) Needs(Figure) bool { return true }

func (s streamSink) Head(head TradeRecord) (int32, error) {
	head.Note, head.Status = "", Normal
	return s.dict.head(&head)
}

func (s streamSink) Commodity(c Commodity) (int32, error) { return s.dict.commodity(c) }

// selected returns by head and by commodity whether the query selects them: of heads
// those whose number here is not 0.
func (s *TradeStream) selected() (heads []uint32, goods []bool) {
	for _, c := range s.dict.goods.values[len(s.goods):] {
		selected := wantedCommodity(s.q).Contains(c)
		s.goods, s.some = append(s.goods, selected), s.some || !selected
	}
	heads = s.rows.Selected()
	for ; s.selects < len(heads); s.selects++ {
		s.some = s.some || heads[s.selects] == 0
	}
	return heads, s.goods
}

// fewRows is how many rows a stream takes at a time.
const fewRows = 1 << 12

func (s streamSink) AppendRows(rows *sink.Rows) error {
	var err error
	if s.forms, err = s.dict.check(s.forms[:0], rows); err != nil {
		return err
	}
	n := rows.Len()
	if err := s.room(uint64(n)); err != nil {
		return err
	}
	heads, goods := s.selected()
	selects := func(i int) bool { return !s.some || heads[rows.Heads[i]] != 0 && goods[rows.Commodities[i]] }
	for from := 0; from < n; {
		to := from
		for to < min(n, from+fewRows) && selects(to) {
			to++
		}
		if to > from {
			some := rows
			if from > 0 || to < n {
				part := rows.Slice(from, to)
				some = &part
			}
			appendRows(&s.rows.Table, some, s.forms[from:to])
			s.rows.Forget()
		}
		for from = to; from < n && !selects(from); {
			from++
		}
	}
	return nil
}

// Append takes one record. If that is not valid it errs as [TradeRecord.Validate]
// does.
func (s *TradeStream) Append(r TradeRecord) error {
	if err := r.Validate(); err != nil {
		return err
	}
	if err := s.room(1); err != nil {
		return err
	}
	r.Note, r.Status = "", Normal // no question looks at them
	row, err := s.dict.row(&r)
	if err != nil {
		return err
	}
	if heads, goods := s.selected(); heads[row.Head] != 0 && goods[row.Good] {
		s.rows.Table.Append(&row)
		s.rows.Forget()
	}
	return nil
}

// Totals returns the totals of the records so far. It errs as [Dataset.Totals].
func (s *TradeStream) Totals() (TradeTotals, error) { return s.TotalsOf(s.q.Figure) }

// TotalsOf returns what [TradeStream.Totals] would if the question were about
// figure f. It errs with [ErrMissing] if the stream has not added f up from the
// first record on.
func (s *TradeStream) TotalsOf(f Figure) (TradeTotals, error) {
	i := s.number(f)
	if i < 0 || s.figures[i].late {
		return TradeTotals{}, fmt.Errorf("totals: figure %s: %w: the stream did not add it up from the first record on", quote(string(f)), ErrMissing)
	}
	asked := s.figures[i].asked
	if err := asked.q.validate(s.by); err != nil {
		return TradeTotals{}, err
	}
	if err := missingInput(s.expected, s.inputs); err != nil {
		return TradeTotals{}, err
	}
	s.findLines()
	p := &tradePlan{s.rows.Plan(i, s.asked.lines), asked, s.asked.view}
	if err := p.run(); err != nil {
		return TradeTotals{}, err
	}
	return p.totals(), nil
}

// findLines finds the lines of the records so far, if it has not.
func (s *TradeStream) findLines() {
	if a := &s.asked; a.lines == nil || a.records != s.rows.Len() || a.heads != s.dict.ids.Heads.Len() {
		view := &tradeView{s.rows.View(), s.dict.snapshot()}
		s.asked = streamLines{s.rows.Len(), s.dict.ids.Heads.Len(), view, view.lines(wantedCommodity(s.q))}
	}
}

// room returns an error if there is no room for n records more.
func (s *TradeStream) room(n uint64) error {
	return roomFor(s.rows.Len(), int(min(s.more+n, maxRecords+1)))
}
