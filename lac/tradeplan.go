package lac

import (
	"cmp"
	"fmt"
	"iter"
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
	unitSlots   map[uint64]uint32 // by a head's slot and a row's form
	flowNumbers column.Index
	slotNumbers column.Index

	wanted  int         // the good that is asked for, -1 if there is no such row
	matches []bool      // by good: whether the query selects it; nil: all
	codes   []lineCodes // by line, in place of the index's; nil: the index's
	ruled   bool        // rows must be looked at one by one
	kept    []bool      // by head: whether a row of it is in the sum, or missing in it
	inSum   []bool      // by line: the same

	sums planSums
	// Where the rows are not in the view: recordsOf returns records that stand
	// for those of a line, and whyRefused has the lines that are refused.
	recordsOf  func(line uint32, kept bool) []*TradeRecord
	whyRefused map[uint32]error
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

// unitOf returns what figures of a kind are in; of quantities, that is the rows'
// own.
func (k *kind) unitOf(figure int) kindUnit {
	switch figure {
	case figureValue:
		if k.currency != 0 {
			return kindUnit{UnitOf(k.currency), k.valuation}
		}
	case figureWeight:
		return kindUnit{unit: UnitKilograms}
	}
	return kindUnit{}
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
	// Most heads differ from the one before in what is not asked for.
	var mask head
	if p.q.Reporter != 0 || p.keys.by[ByReporter] {
		mask.reporter = math.MaxUint16
	}
	if p.q.Partner != 0 || p.keys.by[ByPartner] {
		mask.partner = math.MaxUint16
	}
	var last head
	var n uint32
	known := false
	for i := len(p.slotOf); i < d.heads.len(); {
		for _, h := range d.heads.from(i) {
			h.reporter &= mask.reporter
			h.partner &= mask.partner
			if !known || h != last {
				n = p.headSlot(h)
				last, known = h, true
			}
			p.slotOf = append(p.slotOf, n)
			i++
		}
	}
}

// headSlot returns the slot of a head.
func (p *plan) headSlot(h head) uint32 {
	d := &p.view.dict
	fate, ok := p.heads.fate(h)
	if !ok {
		return 0
	}
	for len(p.units) <= int(h.kind) {
		k := &d.kinds.values[len(p.units)]
		p.units = append(p.units, p.unitNumbers.of(k.unitOf(p.figure)))
	}
	unit := p.units[h.kind]
	return p.slotNumber(slot{p.keys.number(h), d.kinds.values[h.kind].flow, fate, p.unitNumbers.values[unit]}, unit)
}

// slotNumber returns the number of a slot, whose unit has the number given.
func (p *plan) slotNumber(s slot, unit uint32) uint32 {
	n, _ := p.flowNumbers.Number(uint64(s.key)<<16 | uint64(flowPlace(s.flow))<<8 | uint64(s.fate))
	n, isNew := p.slotNumbers.Number(uint64(n)<<32 | uint64(unit))
	if isNew {
		p.slots = append(p.slots, s)
	}
	return n + 1
}

// rowSlot returns the slot of a row, of which its head is in slot n: the same,
// but for quantities, where it has the row's unit.
func (p *plan) rowSlot(n uint32, form uint32) uint32 {
	u := p.view.dict.forms.values[form].unit
	if p.figure != figureQuantity || u == "" || p.slots[n].fate != fateAdded {
		return n
	}
	place := uint64(n)<<32 | uint64(form)
	own, ok := p.unitSlots[place]
	if !ok {
		s := p.slots[n]
		s.unit = u
		own = p.slotNumber(s, p.unitNumbers.of(s.kindUnit))
		if p.unitSlots == nil {
			p.unitSlots = map[uint64]uint32{}
		}
		p.unitSlots[place] = own
	}
	return own
}

// findRowSlots finds the slots of rows before rows are added in parallel.
func (p *plan) findRowSlots() {
	if p.figure != figureQuantity {
		return
	}
	p.ruled = true
	for _, b := range p.view.blocks {
		if p.touches(b) {
			for i := range b.Rows {
				if n := p.slotOf[b.Heads.At(i)]; n != 0 {
					p.rowSlot(n, b.Forms.At(i))
				}
			}
		}
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
	if !p.byCommodity && (p.codes != nil || p.beside) {
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
	least, most := b.Heads.Bounds()
	for _, n := range p.slotOf[least : most+1] {
		if n != 0 {
			return true
		}
	}
	return false
}

// A planRow is a row of a block with its fate.
type planRow struct {
	row        int
	head, good uint32
	slot       uint32
	fate       fate
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
		form := b.Forms.At(i)
		r.slot = p.rowSlot(n, form)
		r.fate = p.slots[n].fate
		if r.fate == fateAdded && !p.view.dict.forms.values[form].reports(p.figure) {
			r.fate = fateMissing
		}
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
	p.findRowSlots()
	p.add()
	return p.check()
}

// planSums are sums by slot, or by slot and good.
type planSums struct {
	dense    [][]column.Cell // by scale
	wide     map[uint64]*fixed.Sum
	missing  []uint32 // by cell
	excluded map[excludedAt]int
	refused  map[uint32]bool // lines of which a row must not be added up
	kept     []bool          // by head, if rows are looked at one by one
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

// add adds up all rows, on all processors: each takes some of the blocks, or, if
// there are so many cells that each cannot have its own, some of the slots.
func (p *plan) add() {
	workers := max(1, min(runtime.GOMAXPROCS(0), len(p.view.blocks)))
	p.sums = p.newSums()
	bySlots := workers > 1 && p.sums.sparse == nil && p.places() >= manyCells
	if bySlots {
		for _, b := range p.view.blocks {
			p.sums.at(b.Scale(p.figure), int(p.places()))
		}
	}
	blocks := make(chan int, len(p.view.blocks))
	for b := range p.view.blocks {
		blocks <- b
	}
	close(blocks)
	sums := make([]planSums, workers)
	var wait sync.WaitGroup
	for w := range sums {
		wait.Go(func() {
			s := p.newSums()
			if bySlots {
				s.dense = p.sums.dense
				p.ofSlots(w, workers).addBlocks(&s, func(yield func(int) bool) {
					for b := range p.view.blocks {
						if !yield(b) {
							return
						}
					}
				})
				s.dense = nil
			} else {
				p.addBlocks(&s, func(yield func(int) bool) {
					for b := range blocks {
						if !yield(b) {
							return
						}
					}
				})
			}
			sums[w] = s
		})
	}
	wait.Wait()
	for i := range sums {
		if i == 0 && !bySlots {
			p.sums = sums[0]
		} else {
			p.sums.merge(&sums[i])
		}
	}
	if p.ruled {
		p.kept = p.sums.kept
	}
}

// manyCells is the number of cells from which on the processors share them.
const manyCells = 1 << 18

// ofSlots returns the plan for one in n of the slots.
func (p *plan) ofSlots(i, n int) *plan {
	some := *p
	some.slotOf = make([]uint32, len(p.slotOf))
	for h, slot := range p.slotOf {
		if int(slot)%n == i {
			some.slotOf[h] = slot
		}
	}
	return &some
}

func (p *plan) addBlocks(s *planSums, blocks iter.Seq[int]) {
	var bases []uint32
	if p.byCommodity {
		bases = make([]uint32, len(p.slotOf))
		for h, n := range p.slotOf {
			bases[h] = uint32(p.place(n, 0))
		}
	}
	var scratch column.Scratch
	for b := range blocks {
		p.addBlock(s, b, bases, &scratch)
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
	least, most := b.Forms.Bounds()
	for f := least; f <= most; f++ {
		if !p.view.dict.forms.values[f].reports(p.figure) {
			p.uncountMissing(s, b, cells)
			break
		}
	}
	b.Wide(p.figure, func(row int, d fixed.Dec) {
		if n := p.slotOf[b.Heads.At(row)]; n != 0 {
			s.addWide(p.place(n, b.Goods.At(row)), d)
		}
	})
}

// uncountMissing takes the rows of a block that do not report the figure, which
// were added as 0, out of the cells again and counts them as missing.
func (p *plan) uncountMissing(s *planSums, b *column.Block, cells []column.Cell) {
	reports := make([]bool, len(p.view.dict.forms.values))
	for i := range reports {
		reports[i] = p.view.dict.forms.values[i].reports(p.figure)
	}
	for i := range b.Rows {
		if reports[b.Forms.At(i)] {
			continue
		}
		if n := p.slotOf[b.Heads.At(i)]; n != 0 && p.slots[n].fate == fateAdded {
			place := p.place(n, b.Goods.At(i))
			cells[place].Uncount(1)
			s.miss(place)
		}
	}
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
		place := p.place(r.slot, r.good)
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
		case fateMissing:
			s.miss(place)
		case fateUnconfirmed, fateRegion:
			cells[place].Add(0)
		case fateRefused:
			if s.refused == nil {
				s.refused = map[uint32]bool{}
			}
			s.refused[p.lineOf[r.head]] = true
		default:
			s.exclude(place, r.fate, 1)
		}
	})
}

func (s *planSums) miss(cell uint64) {
	if cell >= uint64(len(s.missing)) {
		s.missing = append(s.missing, make([]uint32, cell+1-uint64(len(s.missing)))...)
	}
	s.missing[cell]++
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

// numCells returns how many cells there are.
func (s *planSums) numCells() int {
	n := 0
	for _, cells := range s.dense {
		n = max(n, len(cells))
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
	for cell, n := range t.missing {
		for range n {
			s.miss(to(uint64(cell)))
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
