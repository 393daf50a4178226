package lac

import (
	"cmp"
	"math"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/tally"
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
	err         error // why q cannot be answered
	figure      int
	keys        keyMaker
	byCommodity bool

	heads       *headSelector
	slotOf      []uint32 // by head; 0: not selected
	slots       []slot   // the first is that of heads that are not selected
	units       []uint32 // by kind
	unitNumbers tally.Numbering[kindUnit]
	unitSlots   map[uint64]uint32 // by a head's slot and a row's form
	flowNumbers tally.Index
	slotNumbers tally.Index

	wanted   int         // the good that is asked for, -1 if there is no such row
	matches  []bool      // by good: whether the query selects it; nil: all
	ownCodes []lineCodes // by line, in place of the index's codes; nil: those
	ruled    bool        // rows must be looked at one by one
	kept     []bool      // by head: whether a row of it is in the sum, or missing in it
	inSum    []bool      // by line: the same

	sums planSums
	past *pastRows // rows that are not in the view; nil if there are none
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
	return newPlanWithout(x, q, by, nil)
}

// newPlanWithout is newPlan but for records of pairs that without reports.
func newPlanWithout(x *tradeIndex, q TradeQuery, by []Dimension, without func(reporter, partner Area) bool) *plan {
	p := &plan{
		tradeIndex:  x,
		q:           q,
		err:         q.validate(by),
		figure:      q.Figure.column(),
		keys:        newKeyMaker(x.view.dict, by),
		heads:       newHeadSelector(q, x.view.dict),
		byCommodity: slices.Contains(by, ByCommodity),
		slots:       []slot{{}},
		kept:        x.kept,
	}
	p.heads.without = without
	p.selectHeads()
	return p
}

// selectHeads gives a slot to each head that the query selects.
func (p *plan) selectHeads() {
	d := p.view.dict
	if more := d.heads.Len() - len(p.slotOf); more > cap(p.slotOf)-len(p.slotOf) {
		p.slotOf = slices.Grow(p.slotOf, max(more, len(p.slotOf)))
	}
	// Most heads differ from the one before in what is not asked for.
	var mask tally.Head
	if p.q.Reporter != 0 || p.keys.by[ByReporter] || p.heads.without != nil {
		mask.Reporter = math.MaxUint16
	}
	if p.q.Partner != 0 || p.keys.by[ByPartner] || p.heads.without != nil {
		mask.Partner = math.MaxUint16
	}
	var last tally.Head
	var n uint32
	known := false
	for i := len(p.slotOf); i < d.heads.Len(); {
		for _, h := range d.heads.From(i) {
			h.Reporter &= mask.Reporter
			h.Partner &= mask.Partner
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
func (p *plan) headSlot(h tally.Head) uint32 {
	d := p.view.dict
	fate, ok := p.heads.fate(h)
	if !ok {
		return 0
	}
	for len(p.units) <= int(h.Kind) {
		k := &d.kinds.Values[len(p.units)]
		p.units = append(p.units, p.unitNumbers.Of(k.unitOf(p.figure)))
	}
	unit := p.units[h.Kind]
	return p.slotNumber(slot{p.keys.number(h), d.kinds.Values[h.Kind].flow, fate, p.unitNumbers.Values[unit]}, unit)
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
	if p.figure != figureQuantity || p.slots[n].fate != fateAdded {
		return n
	}
	u := p.view.dict.forms.Values[form].unit
	if u == "" {
		return n
	}
	place := uint64(n)<<32 | uint64(form)
	own, ok := p.unitSlots[place]
	if !ok {
		s := p.slots[n]
		s.unit = u
		own = p.slotNumber(s, p.unitNumbers.Of(s.kindUnit))
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
	}
	if p.matches != nil || p.past != nil {
		p.scanLines()
	}
	if !p.byCommodity && (p.ownCodes != nil || p.beside) {
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
	if p.ownCodes != nil {
		return p.ownCodes[line]
	}
	return p.codes[line]
}

// scanLines finds the codes of the lines where those of the index are of another
// commodity, or of some rows only.
func (p *plan) scanLines() {
	scan := newLineScan(len(p.lines))
	for n := range p.lines {
		if l, _ := p.pastLine(uint32(n)); l != nil {
			scan.codes[n], scan.levels[n] = l.codes(), p.level[l.first.good]
		}
	}
	for _, b := range p.view.blocks {
		if !p.touches(b) {
			continue
		}
		for i := range b.Rows {
			h, g := b.Heads.At(i), b.Goods.At(i)
			n := p.slotOf[h]
			if n == 0 || p.matches != nil && !p.matches[g] || p.slots[n].fate > fateMissing {
				continue
			}
			scan.add(p.lineOf[h], int(g) == p.wanted, p.level[g])
		}
	}
	p.ownCodes = scan.codes
}

// touches reports whether a block may have rows that are selected.
func (p *plan) touches(b *tally.Block) bool {
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
		if r.fate == fateAdded && !p.view.dict.forms.Values[form].reports(p.figure) {
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
	if p.err != nil {
		return p.err
	}
	p.selectGoods()
	p.findRowSlots()
	p.add()
	p.addPast()
	return p.check()
}
