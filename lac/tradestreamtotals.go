package lac

import (
	"fmt"

	"github.com/sinolac/sinolac/lac/internal/column"
)

// Totals returns the totals of the records so far. It errs as [Dataset.Totals],
// and as [NewTradeStream] says.
func (s *TradeStream) Totals() (TradeTotals, error) { return s.TotalsOf(s.q.Figure) }

// TotalsOf returns what [TradeStream.Totals] would if the question were about
// figure f. It errs with [ErrMissing] if the stream has not added f up from the
// first record on.
func (s *TradeStream) TotalsOf(f Figure) (TradeTotals, error) {
	m := s.sumsOf(f)
	switch {
	case m == nil || m.late:
		return TradeTotals{}, fmt.Errorf("totals: figure %s: %w: the stream did not add it up from the first record on", quote(string(f)), ErrMissing)
	case m.plan.err != nil:
		return TradeTotals{}, m.plan.err
	}
	p := *m.plan
	p.tradeIndex = s.endedIndex()
	p.kept = make([]bool, s.heads.len())
	p.ownCodes = make([]lineCodes, len(p.lines))
	lineOf := make([]uint32, len(p.lines)) // the stream's number of a line
	for h, n := range p.lineOf {
		lineOf[n] = s.heads.at(uint32(h)).line
		p.ownCodes[n] = s.lines.at(lineOf[n]).codes
	}
	p.sums = p.newSums()
	if p.byCommodity {
		s.sumsByGood(m, &p)
	} else {
		m.sumsByHead(&p)
	}
	if len(s.refused) > 0 {
		p.sums.refused, p.whyRefused = map[uint32]bool{}, map[uint32]error{}
		for n, line := range lineOf {
			if err := s.refused[line]; err != nil {
				p.sums.refused[uint32(n)], p.whyRefused[uint32(n)] = true, err
			}
		}
	}
	p.recordsOf = func(n uint32, kept bool) []*TradeRecord { return s.lineRecords(lineOf[n], kept) }
	if err := p.check(); err != nil {
		return TradeTotals{}, err
	}
	return p.totals(), nil
}

// endedIndex returns an index of the lines so far.
func (s *TradeStream) endedIndex() *tradeIndex {
	if x := s.ended; x != nil && len(x.lineOf) == s.dict().heads.len() && len(x.level) == len(s.goods) {
		return x
	}
	x := &tradeIndex{view: s.index.view}
	x.findCodes()
	x.findLines()
	x.findNeighbours()
	s.ended = x
	return x
}

// sumsByHead puts the sums of heads into the slots of a plan.
func (m *streamSums) sumsByHead(p *plan) {
	n := len(p.slotOf)
	if p.figure == figureQuantity {
		n = len(m.keys)
	}
	for _, sums := range []*streamCells{&m.all, &m.exact} {
		for cell := range uint64(min(n, sums.len())) {
			h, form, exact := uint32(cell), uint32(0), sums == &m.exact
			if p.figure == figureQuantity {
				key := m.keys[cell]
				h, form, exact = uint32(key>>33), uint32(key), key>>32&1 == 1
			}
			m.sumOfHead(p, sums, cell, h, form, exact)
		}
	}
}

// sumOfHead puts what a cell has of the rows with head h into its slot.
func (m *streamSums) sumOfHead(p *plan, sums *streamCells, cell uint64, h, form uint32, exact bool) {
	n := sums.count(cell) + sums.missed(cell)
	if n == 0 {
		return
	}
	slot := p.slotOf[h]
	if !exact && p.slots[slot].fate == fateAdded && p.ownCodes[p.lineOf[h]] == codesBeside {
		p.sums.exclude(uint64(slot), fateCommodity, n)
		return
	}
	p.kept[h] = true
	place := p.rowSlot(slot, form) // which may be a new one
	sums.addTo(&p.sums, uint64(place), int(p.places()), cell)
}

// sumsByGood puts the sums of slots and goods into the cells of a plan.
func (s *TradeStream) sumsByGood(m *streamSums, p *plan) {
	for h := range p.kept {
		p.kept[h] = s.heads.at(uint32(h)).rows
	}
	n := len(m.keys)
	p.sums.sparse = nil
	if p.places() > denseLimit+4*uint64(n) {
		p.sums.sparse = &column.Index{}
	} else {
		n = int(p.places())
	}
	for cell, key := range m.keys {
		place := p.place(uint32(key>>32), uint32(key))
		if p.sums.sparse != nil {
			number, _ := p.sums.sparse.Number(place)
			place = uint64(number)
		}
		m.all.addTo(&p.sums, place, n, uint64(cell))
	}
}

// lineRecords returns records that stand for a line: its first one, or with it
// the first of another level.
func (s *TradeStream) lineRecords(line uint32, first bool) []*TradeRecord {
	d := s.dict()
	record := func(r streamRow) *TradeRecord {
		t := d.headRecord(r.head)
		t.ID, t.Commodity = d.id(r.head, r.number), d.goods.values[r.good]
		return &t
	}
	l := s.lines.at(line)
	if first {
		return []*TradeRecord{record(l.first)}
	}
	return []*TradeRecord{record(l.first), record(s.seconds[line])}
}
