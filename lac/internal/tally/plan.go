package tally

import (
	"math"
	"slices"
)

// A Query is what is asked of rows.
type Query struct {
	Figure int
	// Select returns the number of the key under which rows with a head are added up
	// and what is done with those that report the figure; false if they are not asked
	// for. Keys are numbered from 0 up as they come.
	Select func(h Head) (key uint32, fate Fate, ok bool)
	// Reporters and Partners are whether Select looks at them.
	Reporters, Partners bool
	// ByReporter says that no key has rows of two reporters.
	ByReporter bool
	// ByGood keeps goods apart within a key.
	ByGood bool
	// Wanted is the good that is asked for, -1 if no row has it; without Matches the
	// one that the lines were found for.
	Wanted int
	// KeyRanks returns the place of each key in their order.
	KeyRanks func() []uint32
	// Matches is by good whether it is asked for; nil if all are.
	Matches []bool
}

// A Plan answers one question about rows.
type Plan struct {
	*Lines
	dict  *Dict // of the lines, if there are any
	query Query

	slotOf      []uint32 // by head; 0: not selected
	slots       []slot   // the first is that of heads that are not selected
	keys        int
	unitSlots   map[uint64]uint32 // by a head's slot and a row's form
	flowNumbers Index
	slotNumbers Index

	ownCodes []LineCodes        // by line, in place of the lines' codes; nil: those
	ruled    bool               // rows must be looked at one by one
	rowKept  []bool             // by head: whether a row of it is in the sum, or missing in it
	inSum    []bool             // by line: the same
	overlaps map[[2]uint16]bool // of areas that were asked for, in any period

	sums sums
	past interface{ addTo(*Plan) } // the sums of rows that are forgotten; nil if there are none
}

// A slot is what is counted together: rows of one key and flow, in one unit and
// on one valuation, with one fate.
type slot struct {
	key       uint32
	unit      uint32
	flow      uint8
	valuation uint8
	fate      Fate
}

// NewPlan returns the plan for a question about the rows of lines.
func NewPlan(x *Lines, q Query) *Plan {
	p := &Plan{Lines: x, dict: x.dict, query: q, slots: []slot{{}}, rowKept: x.kept}
	p.selectHeads()
	return p
}

// selectHeads gives a slot to each head that the query selects.
func (p *Plan) selectHeads() {
	d := p.dict
	if more := d.Heads.Len() - len(p.slotOf); more > cap(p.slotOf)-len(p.slotOf) {
		p.slotOf = slices.Grow(p.slotOf, max(more, len(p.slotOf)/4))
	}
	// Most heads differ from the one before in what is not asked for.
	var mask Head
	if p.query.Reporters {
		mask.Reporter = math.MaxUint16
	}
	if p.query.Partners {
		mask.Partner = math.MaxUint16
	}
	var last Head
	var n uint32
	known := false
	for i := len(p.slotOf); i < d.Heads.Len(); {
		for _, h := range d.Heads.From(i) {
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
func (p *Plan) headSlot(h Head) uint32 {
	key, fate, ok := p.query.Select(h)
	if !ok {
		return 0
	}
	k := &p.dict.Kinds[h.Kind]
	s := slot{key: key, flow: k.Flow, fate: fate}
	switch {
	case p.query.Figure == figureWeight:
		s.unit = UnitWeight
	case p.query.Figure == figureValue && k.Unit != 0:
		s.unit, s.valuation = k.Unit, k.Valuation
	}
	return p.slotNumber(s)
}

// slotNumber returns the number of a slot.
func (p *Plan) slotNumber(s slot) uint32 {
	n, _ := p.flowNumbers.Number(uint64(s.key)<<16 | uint64(s.flow)<<8 | uint64(s.fate))
	n, isNew := p.slotNumbers.Number(uint64(n)<<32 | uint64(s.unit)<<8 | uint64(s.valuation))
	if isNew {
		p.slots = append(p.slots, s)
		p.keys = max(p.keys, int(s.key)+1)
	}
	return n + 1
}

// rowSlot returns the slot of a row, of which its head is in slot n: the same,
// but for the third figure, where it has the row's unit.
func (p *Plan) rowSlot(n uint32, form uint32) uint32 {
	if p.query.Figure != figureQuantity || p.slots[n].fate != Added {
		return n
	}
	unit := p.dict.Forms[form].Unit
	if unit == 0 {
		return n
	}
	place := uint64(n)<<32 | uint64(form)
	own, ok := p.unitSlots[place]
	if !ok {
		s := p.slots[n]
		s.unit = unit
		own = p.slotNumber(s)
		if p.unitSlots == nil {
			p.unitSlots = map[uint64]uint32{}
		}
		p.unitSlots[place] = own
	}
	return own
}

// findRowSlots finds the slots of rows before rows are added in parallel.
func (p *Plan) findRowSlots() {
	if p.query.Figure != figureQuantity {
		return
	}
	p.ruled = true
	for _, b := range p.Blocks {
		if p.touches(b) {
			for i := range b.Rows {
				if n := p.slotOf[b.Heads.At(i)]; n != 0 {
					p.rowSlot(n, b.Forms.At(i))
				}
			}
		}
	}
}

// selectGoods finds what the good of the query means for the rows.
func (p *Plan) selectGoods() {
	if p.query.Matches != nil {
		p.ruled = true
		p.scanLines()
	}
	if !p.query.ByGood && (p.ownCodes != nil || p.beside) {
		for i, l := range p.lines {
			if p.slotOf[l.head] != 0 && p.codesOf(uint32(i)) == CodesBeside {
				p.ruled = true
			}
		}
	}
}

func (p *Plan) codesOf(line uint32) LineCodes {
	if p.ownCodes != nil {
		return p.ownCodes[line]
	}
	return p.codes[line]
}

// scanLines finds the codes of the lines where those known are of another good, or
// of some rows only.
func (p *Plan) scanLines() {
	scan := newLineScan(len(p.lines))
	for _, b := range p.Blocks {
		if !p.touches(b) {
			continue
		}
		for i := range b.Rows {
			h, g := b.Heads.At(i), b.Goods.At(i)
			n := p.slotOf[h]
			if n == 0 || !p.query.Matches[g] || p.slots[n].fate > Missing {
				continue
			}
			scan.add(p.lineOf[h], int(g) == p.query.Wanted, p.dict.Goods[g].Level)
		}
	}
	p.ownCodes = scan.codes
}

// touches reports whether a block may have rows that are selected.
func (p *Plan) touches(b *Block) bool {
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
	row              int
	head, good, form uint32
	slot             uint32
	fate             Fate
}

// rows calls f for the rows of a part of a block that are selected, in order.
func (p *Plan) rows(b *Block, rules []RowRule, from, to int, f func(planRow)) {
	if to-from < fewUnpacked {
		for i := from; i < to; i++ {
			p.ifSelected(rules, i, b.Heads.At(i), b.Goods.At(i), b.Forms.At(i), f)
		}
		return
	}
	var room Scratch
	for begin := from; begin < to; begin += len(room.heads) {
		heads, goods, forms := b.unpackAll(&room, begin, to)
		for i, h := range heads {
			p.ifSelected(rules, begin+i, h, goods[i], forms[i], f)
		}
	}
}

// ifSelected calls f for a row if it is selected.
func (p *Plan) ifSelected(rules []RowRule, i int, head, good, form uint32, f func(planRow)) {
	if n := p.slotOf[head]; n != 0 && (p.query.Matches == nil || p.query.Matches[good]) {
		f(p.row(rules, i, head, good, form))
	}
}

// fewUnpacked is how many rows are not worth the room to unpack them in.
const fewUnpacked = 64

// row returns a row that is selected.
func (p *Plan) row(rules []RowRule, i int, head, good, form uint32) planRow {
	r := planRow{row: i, head: head, good: good, form: form}
	r.slot = p.rowSlot(p.slotOf[head], r.form)
	r.fate = p.slots[r.slot].fate
	switch {
	case r.fate > Missing:
		return r
	case r.fate == Added && !p.dict.Forms[r.form].Reports[p.query.Figure]:
		r.fate = Missing
	}
	switch {
	case !p.query.ByGood && p.Lines != nil && int(good) != p.query.Wanted && p.codesOf(p.lineOf[head]) == CodesBeside:
		r.fate = Finer
	case rules != nil && rules[i] != RowKept:
		r.fate = rules[i].fate()
	}
	return r
}

// Rows calls f for the places of the rows that are added up, or missing in it.
func (p *Plan) Rows(f func(RowAt)) {
	for block, b := range p.Blocks {
		p.rows(b, p.rules[block], 0, b.Rows, func(r planRow) {
			if r.fate <= Missing {
				f(RowAt{block, r.row})
			}
		})
	}
}
