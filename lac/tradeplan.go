package lac

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/column"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// Totals returns exact totals of the trade records that q selects, a key for
// each combination of the dimensions that occurs. Without a dimension there is
// one key, the zero [TradeKey]; if q selects nothing there is none.
//
// What must not be added up within a key is refused with [*UnsafeSumError] or
// counted once; [Guard] lists the rules. Records marked [Unconfirmed] are always
// left out. The answer does not depend on the number of processors, which it
// all uses.
func (d *Dataset) Totals(q TradeQuery, by ...Dimension) (TradeTotals, error) {
	p := newPlan(d.index(), q, by)
	if err := p.run(); err != nil {
		return TradeTotals{}, err
	}
	return p.totals(), nil
}

// Select returns the trade records that [Dataset.Totals] adds up for q with no
// dimension, after every rule, in the order of [Dataset.Trade], and errs as it does.
func (d *Dataset) Select(q TradeQuery) ([]TradeRecord, error) {
	p := newPlan(d.index(), q, nil)
	if err := p.run(); err != nil {
		return nil, err
	}
	var records []TradeRecord
	for b, block := range p.view.blocks {
		p.rows(b, 0, block.Rows, func(r planRow) {
			if r.fate == fateAdded || r.fate == fateMissing {
				records = append(records, p.view.record(rowAt{b, r.row}))
			}
		})
	}
	return records, nil
}

// A plan answers one question about an indexed table.
type plan struct {
	*tradeIndex
	q           TradeQuery
	figure      int
	keys        keyMaker
	byCommodity bool

	heads       *headSelector
	slotOf      []uint32 // by head; 0: not selected
	slots       []slot   // the first is that of heads that are not selected
	units       []uint32 // by kind
	unitNumbers numbering[kindUnit]
	flowNumbers column.Index
	slotNumbers column.Index

	wanted  int         // the good that is asked for, -1 if there is no such row
	matches []bool      // by good: whether the query selects it; nil: all
	codes   []lineCodes // by line, in place of the index's; nil: the index's
	ruled   bool        // rows must be looked at one by one
	kept    []bool      // by head: whether a row of it is in the sum, or missing in it
	inSum   []bool      // by line: the same

	sums planSums
	// recordsOf returns the records of a line where they are not in the view.
	recordsOf func(line uint32, kept bool) []*TradeRecord
}

// A slot is what is counted together: rows of one key and flow, in one unit and
// on one valuation, with one fate.
type slot struct {
	key  uint32 // number of a key
	flow TradeFlow
	fate fate
	kindUnit
}

// A kindUnit is what figures of one flow must share to be added up.
type kindUnit struct {
	unit      Unit      // empty: not reported
	valuation Valuation // of values
}

func (k *kind) unitOf(figure int) kindUnit {
	u := kindUnit{unit: k.measure(figure)}
	if figure == figureValue && u.unit != "" {
		u.valuation = k.valuation
	}
	return u
}

// A fate is what becomes of a row in a total.
type fate uint8

const (
	fateAdded fate = iota
	fateMissing
	fateUnconfirmed
	fateRegion
	fateCommodity
	fateBreakdown
	fateDuplicate
	fateRefused
)

// guard returns the rule by which a row with this fate is left out.
func (f fate) guard() Guard {
	switch f {
	case fateUnconfirmed:
		return GuardUnconfirmed
	case fateRegion:
		return GuardRegion
	case fateCommodity:
		return GuardCommodity
	case fateBreakdown:
		return GuardBreakdown
	case fateDuplicate:
		return GuardDuplicate
	}
	return ""
}

func newPlan(x *tradeIndex, q TradeQuery, by []Dimension) *plan {
	p := &plan{
		tradeIndex:  x,
		q:           q,
		figure:      q.Figure.column(),
		keys:        newKeyMaker(&x.view.dict, by),
		heads:       newHeadSelector(q, &x.view.dict),
		byCommodity: slices.Contains(by, ByCommodity),
		slots:       []slot{{}},
		kept:        x.kept,
	}
	p.selectHeads()
	return p
}

// selectHeads gives a slot to each head that the query selects.
func (p *plan) selectHeads() {
	d := &p.view.dict
	p.slotOf = slices.Grow(p.slotOf, d.heads.len()-len(p.slotOf))
	for i := len(p.slotOf); i < d.heads.len(); i++ {
		h := d.heads.at(uint32(i))
		fate, ok := p.heads.fate(h, p.figure)
		if !ok {
			p.slotOf = append(p.slotOf, 0)
			continue
		}
		flow := d.kinds.values[h.kind].flow
		key := p.keys.number(h)
		for len(p.units) <= int(h.kind) {
			k := &d.kinds.values[len(p.units)]
			p.units = append(p.units, p.unitNumbers.of(k.unitOf(p.figure)))
		}
		n, _ := p.flowNumbers.Number(uint64(key)<<16 | uint64(flowPlace(flow))<<8 | uint64(fate))
		n, isNew := p.slotNumbers.Number(uint64(n)<<32 | uint64(p.units[h.kind]))
		if isNew {
			p.slots = append(p.slots, slot{key, flow, fate, d.kinds.values[h.kind].unitOf(p.figure)})
		}
		p.slotOf = append(p.slotOf, n+1)
	}
}

// selectGoods finds what the commodity of the query means for the rows.
func (p *plan) selectGoods() {
	p.wanted = slices.Index(p.view.dict.goods.values, p.wantedCommodity())
	if c := p.q.Commodity; c != 0 && !c.IsTotal() {
		p.ruled = true
		p.matches = make([]bool, len(p.view.dict.goods.values))
		for i, g := range p.view.dict.goods.values {
			p.matches[i] = c.Contains(g)
		}
		p.scanLines()
	}
	if !p.byCommodity {
		for i, l := range p.lines {
			if p.slotOf[l.head] == 0 {
				continue
			}
			if p.codesOf(uint32(i)) == codesBeside {
				p.ruled = true
			}
		}
	}
}

func (p *plan) wantedCommodity() Commodity { return cmp.Or(p.q.Commodity, AllGoods) }

func (p *plan) codesOf(line uint32) lineCodes {
	if p.codes != nil {
		return p.codes[line]
	}
	return p.lines[line].codes
}

// scanLines finds the codes of the lines for a commodity other than AllGoods.
func (p *plan) scanLines() {
	scan := newLineScan(len(p.lines))
	for _, b := range p.view.blocks {
		if !p.touches(b) {
			continue
		}
		for i := range b.Rows {
			h, g := b.Heads.At(i), b.Goods.At(i)
			n := p.slotOf[h]
			if n == 0 || !p.matches[g] || p.slots[n].fate > fateMissing {
				continue
			}
			scan.add(p.lineOf[h], int(g) == p.wanted, p.level[g])
		}
	}
	p.codes = scan.codes
}

// touches reports whether a block may have rows that are selected.
func (p *plan) touches(b *column.Block) bool {
	for _, n := range p.slotOf[b.LeastHead : b.MostHead+1] {
		if n != 0 {
			return true
		}
	}
	return false
}

// A planRow is a row of a block with its fate.
type planRow struct {
	row  int
	head uint32
	good uint32
	fate fate
}

// rows calls f for the rows of a part of a block that are selected, in order.
func (p *plan) rows(block, from, to int, f func(planRow)) {
	b := p.view.blocks[block]
	rules := p.rules[block]
	for i := from; i < to; i++ {
		r := planRow{row: i, head: b.Heads.At(i)}
		n := p.slotOf[r.head]
		if n == 0 {
			continue
		}
		r.good = b.Goods.At(i)
		if p.matches != nil && !p.matches[r.good] {
			continue
		}
		r.fate = p.slots[n].fate
		if r.fate <= fateMissing {
			if !p.byCommodity && int(r.good) != p.wanted && p.codesOf(p.lineOf[r.head]) == codesBeside {
				r.fate = fateCommodity
			} else if rules != nil {
				switch rules[i] {
				case rowRepeated:
					r.fate = fateDuplicate
				case rowPart:
					r.fate = fateBreakdown
				case rowDiffers, rowShape:
					r.fate = fateRefused
				}
			}
		}
		f(r)
	}
}

// run adds up, or returns why it must not.
func (p *plan) run() error {
	if !p.q.Figure.IsValid() {
		return fmt.Errorf("totals: figure %s: %w", quote(string(p.q.Figure)), ErrUnknownCode)
	}
	p.selectGoods()
	p.add()
	return p.check()
}

// planSums are sums by slot, or by slot and good.
type planSums struct {
	dense    [][]column.Cell // by scale
	wide     map[uint64]*fixed.Sum
	excluded map[excludedAt]int
	refused  map[uint32]error // lines that must not be added up; why, if that is known
	kept     []bool           // by head, if rows are looked at one by one
	// sparse numbers the cells that have rows; nil: a cell is its place.
	sparse *column.Index
}

type excludedAt struct {
	cell uint64
	fate fate
}

// maxScale is the greatest scale of a column.
const maxScale = 18

// denseLimit is the number of cells up to which there is one for each slot and
// good, whether rows are there or not, beside four for each row.
const denseLimit = 1 << 16

func (p *plan) newSums() planSums {
	s := planSums{dense: make([][]column.Cell, maxScale+1)}
	if p.ruled {
		s.kept = make([]bool, len(p.slotOf))
	}
	if p.byCommodity && p.places() > min(denseLimit+4*uint64(p.view.n), math.MaxUint32) {
		s.sparse = &column.Index{}
	}
	return s
}

// places returns the number of cells if each slot has one for each good.
func (p *plan) places() uint64 {
	if !p.byCommodity {
		return uint64(len(p.slots))
	}
	return uint64(len(p.slots)) * uint64(len(p.view.dict.goods.values))
}

// place returns the place of a slot and good among all.
func (p *plan) place(slot, good uint32) uint64 {
	if !p.byCommodity {
		return uint64(slot)
	}
	return uint64(slot)*uint64(len(p.view.dict.goods.values)) + uint64(good)
}

// at returns the cells of a scale.
func (s *planSums) at(scale, n int) []column.Cell {
	if len(s.dense[scale]) < n {
		s.dense[scale] = append(s.dense[scale], make([]column.Cell, n-len(s.dense[scale]))...)
	}
	return s.dense[scale]
}

// add adds up all rows, on all processors.
func (p *plan) add() {
	var bases []uint32
	if p.byCommodity {
		bases = make([]uint32, len(p.slotOf))
		for h, n := range p.slotOf {
			bases[h] = uint32(p.place(n, 0))
		}
	}
	blocks := make(chan int, len(p.view.blocks))
	for b := range p.view.blocks {
		blocks <- b
	}
	close(blocks)
	workers := make([]planSums, max(1, min(runtime.GOMAXPROCS(0), len(p.view.blocks))))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			s := p.newSums()
			var scratch column.Scratch
			for b := range blocks {
				p.addBlock(&s, b, bases, &scratch)
			}
			workers[w] = s
		})
	}
	wait.Wait()
	p.sums = workers[0]
	for i := range workers[1:] {
		p.sums.merge(&workers[i+1])
	}
	if p.ruled {
		p.kept = p.sums.kept
	}
}

func (p *plan) addBlock(s *planSums, block int, bases []uint32, scratch *column.Scratch) {
	b := p.view.blocks[block]
	if !p.touches(b) {
		return
	}
	if p.ruled || p.rules[block] != nil || s.sparse != nil {
		p.addRows(s, block)
		return
	}
	cells := s.at(b.Scale(p.figure), int(p.places()))
	if p.byCommodity {
		b.AddByHeadAndGood(cells, bases, p.figure, scratch)
	} else {
		b.AddByHead(cells, p.slotOf, p.figure)
	}
	b.Wide(p.figure, func(row int, d fixed.Dec) {
		if n := p.slotOf[b.Heads.At(row)]; n != 0 {
			s.addWide(p.place(n, b.Goods.At(row)), d)
		}
	})
}

// addRows adds a block up row by row.
func (p *plan) addRows(s *planSums, block int) {
	b := p.view.blocks[block]
	scale := b.Scale(p.figure)
	n := int(p.places())
	if s.sparse != nil {
		n = 0
	}
	cells := s.at(scale, n)
	p.rows(block, 0, b.Rows, func(r planRow) {
		if p.ruled && (r.fate <= fateMissing || r.fate == fateRefused) {
			s.kept[r.head] = true
		}
		place := p.place(p.slotOf[r.head], r.good)
		if s.sparse != nil {
			n, _ := s.sparse.Number(place)
			if place = uint64(n); int(n) >= len(cells) {
				cells = s.at(scale, 2*int(n)+16)
			}
		}
		switch r.fate {
		case fateAdded:
			f := b.Figures[p.figure].At(r.row)
			if f.Wide != nil {
				s.addWide(place, *f.Wide)
			}
			cells[place].Add(f.Coef)
		case fateMissing, fateUnconfirmed, fateRegion:
			cells[place].Add(0)
		case fateRefused:
			if s.refused == nil {
				s.refused = map[uint32]error{}
			}
			s.refused[p.lineOf[r.head]] = nil
		default:
			s.exclude(place, r.fate, 1)
		}
	})
}

func (s *planSums) addWide(cell uint64, d fixed.Dec) {
	var sum fixed.Sum
	sum.Add(d)
	s.mergeWide(cell, &sum)
}

func (s *planSums) mergeWide(cell uint64, sum *fixed.Sum) {
	if s.wide == nil {
		s.wide = map[uint64]*fixed.Sum{}
	}
	if s.wide[cell] == nil {
		s.wide[cell] = &fixed.Sum{}
	}
	s.wide[cell].Merge(*sum)
}

// cell returns the number of the cell at a place; false if it has none.
func (s *planSums) cell(place uint64) (uint64, bool) {
	if s.sparse == nil {
		return place, true
	}
	n, ok := s.sparse.Find(place)
	return uint64(n), ok
}

// count returns how many rows were added in a cell.
func (s *planSums) count(cell uint64) int {
	n := 0
	for _, cells := range s.dense {
		if cell < uint64(len(cells)) {
			n += cells[cell].Count()
		}
	}
	return n
}

func (s *planSums) exclude(cell uint64, f fate, n int) {
	if s.excluded == nil {
		s.excluded = map[excludedAt]int{}
	}
	s.excluded[excludedAt{cell, f}] += n
}

// merge adds the sums of t, which has the same plan.
func (s *planSums) merge(t *planSums) {
	to := func(cell uint64) uint64 { return cell }
	if s.sparse != nil {
		to = func(cell uint64) uint64 {
			n, _ := s.sparse.Number(t.sparse.Key(int(cell)))
			return uint64(n)
		}
		for n := range t.sparse.Len() {
			s.sparse.Number(t.sparse.Key(n))
		}
	}
	for scale, from := range t.dense {
		if len(from) == 0 {
			continue
		}
		n := len(from)
		if s.sparse != nil {
			n, from = s.sparse.Len(), from[:min(len(from), t.sparse.Len())]
		}
		cells := s.at(scale, n)
		for i, c := range from {
			if !c.IsEmpty() {
				cells[to(uint64(i))].Merge(c)
			}
		}
	}
	for cell, sum := range t.wide {
		s.mergeWide(to(cell), sum)
	}
	for at, n := range t.excluded {
		s.exclude(to(at.cell), at.fate, n)
	}
	if s.refused == nil {
		s.refused = t.refused
	}
	maps.Copy(s.refused, t.refused)
	for h, kept := range t.kept {
		s.kept[h] = s.kept[h] || kept
	}
}
