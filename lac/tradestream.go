package lac

import (
	"math"
)

// A TradeStream answers one question about records that are read once and not
// kept. Its memory grows with the lines (reporter, partner, flow, period and
// source), the commodities and the keys that it meets, not with the records: a
// file of any size is added up in little memory.
//
//	s := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Import}, lac.ByReporter, lac.ByYear)
//	rejected, err := reader.ReadInto(s)
//	totals, err := s.Totals()
//
// A stream adds up one figure, or several ([TradeStream.Also]), and is used by one
// goroutine at a time.
type TradeStream struct {
	q     TradeQuery
	by    []Dimension
	index *tradeIndex   // of the dictionary alone
	sums  []*streamSums // of each figure that is added up, the question's first
	forms []uint32      // of rows, where quantities are added up

	heads chunkList[streamHead]
	lines chunkList[streamLine]
	goods []streamGood
	// lineNumbers numbers lines: heads with a book in place of a kind. It is
	// empty while lines and heads have the same numbers.
	lineNumbers headList
	books       numbering[streamBook]
	bookOf      []uint32 // by kind

	refused map[uint32]error     // by line
	seconds map[uint32]streamRow // by line: the first row of another level than the first
	// ended is an index of the heads and goods when totals were last asked for.
	ended *tradeIndex
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
	code           Commodity
	level          uint32
	matches, exact bool
}

// NewTradeStream returns a stream that answers as [Dataset.Totals] does for q
// and by, or refuses. It refuses more, for it does not have the records that it
// would compare: [GuardBreakdown] if there are breakdown rows, [GuardDuplicate]
// if the rows of a line do not come in ascending order of their codes, as any of
// them might then be a repetition, and with [ByCommodity] what lines of a key
// must not be added whether or not they share a commodity.
func NewTradeStream(q TradeQuery, by ...Dimension) *TradeStream {
	s := &TradeStream{q: q, by: by, index: &tradeIndex{view: &tradeView{}}}
	return s.Also(q.Figure)
}

// Also makes s add up one more figure of the records that the question selects,
// for [TradeStream.TotalsOf], and returns s. What s was given before lacks the
// figure: it is to be called first.
func (s *TradeStream) Also(f Figure) *TradeStream {
	if s.sumsOf(f) == nil {
		s.sums = append(s.sums, newStreamSums(s, f))
	}
	return s
}

// sumsOf returns the sums of a figure; nil if it is not added up.
func (s *TradeStream) sumsOf(f Figure) *streamSums {
	for _, sums := range s.sums {
		if sums.plan.q.Figure == f {
			return sums
		}
	}
	return nil
}

func (s *TradeStream) dict() *tradeDict { return &s.index.view.dict }

// plan returns that of the question. Those of other figures differ in units.
func (s *TradeStream) plan() *plan { return s.sums[0].plan }

// Needs implements [TradeSink]: a stream needs the figures that it adds up.
func (s *TradeStream) Needs(f Figure) bool { return s.sumsOf(f) != nil }

// Head implements [TradeSink].
func (s *TradeStream) Head(head TradeRecord) (int32, error) {
	n, err := s.dict().head(s.relevant(head))
	s.extend()
	return n, err
}

// Commodity implements [TradeSink].
func (s *TradeStream) Commodity(c Commodity) (int32, error) {
	n, err := s.dict().commodity(c)
	s.extend()
	return n, err
}

// relevant returns r without what the question does not look at.
func (s *TradeStream) relevant(r TradeRecord) TradeRecord {
	r.Note, r.Status = "", Normal
	if !s.Needs(FigureValue) {
		r.Valuation = NotStated
	}
	return r
}

// extend makes room for what the dictionary has got to know.
func (s *TradeStream) extend() {
	d := s.dict()
	for _, sums := range s.sums {
		sums.plan.selectHeads()
	}
	for i := s.heads.len(); i < d.heads.len(); i++ {
		h := d.heads.at(uint32(i))
		k := &d.kinds.values[h.kind]
		line := s.lineOf(uint32(i), h)
		if int(line) == s.lines.len() {
			s.lines.add(streamLine{first: noRow})
		}
		s.heads.add(streamHead{line: line, isPart: k.breakdown != Breakdown{}})
	}
	wanted := s.plan().wantedCommodity()
	for _, c := range d.goods.values[len(s.goods):] {
		s.goods = append(s.goods, streamGood{
			code:    c,
			matches: s.q.Commodity == 0 || s.q.Commodity.Contains(c),
			exact:   c == wanted,
			level:   s.index.levels.of(c.level()),
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
