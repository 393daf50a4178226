package tally

import "math"

// pastSums are the sums of rows that a stream has forgotten: by slot and good, or
// by head and whether rows are of the good that is asked for, as it is not known
// before the end whether a line has such a row.
type pastSums struct {
	sums
	adder adder
	rows  uint64
}

// newPastSums returns sums for a plan that has no lines yet.
func newPastSums(p *Plan) *pastSums {
	s := &pastSums{sums: newSums()}
	s.adder = adder{Plan: p, sums: &s.sums, byHead: !p.query.ByGood}
	if s.adder.byHead && p.query.Figure == figureQuantity {
		s.sparse = &Index{}
	}
	return s
}

// take adds up a block that is about to be spent.
func (s *pastSums) take(b *Block, rules []RowRule) {
	a := &s.adder
	a.selectHeads()
	s.rows += uint64(b.Rows)
	if a.byHead {
		if s.sparse == nil && !a.exact && a.hasWanted(b) {
			s.tellExact()
		}
		for h := len(a.places); h < len(a.slotOf); h++ {
			a.places = append(a.places, uint32(h*a.width()))
		}
		a.add(b, rules)
		return
	}
	if a.query.Figure == figureQuantity {
		for i := range b.Rows { // so that there is a slot for each unit
			a.rowSlot(a.slotOf[b.Heads.At(i)], b.Forms.At(i))
		}
	}
	if s.layOut() {
		a.places = a.places[:0]
	}
	for _, n := range a.slotOf[len(a.places):] {
		a.places = append(a.places, uint32(a.place(&s.sums, n, 0)))
	}
	if a.query.Figure == figureQuantity {
		a.addRows(b, rules)
		return
	}
	a.add(b, rules)
}

// countMore counts the rows of a block, which were taken as one each, as many as they
// stand for.
func (s *pastSums) countMore(b *Block, counts []uint32) {
	if counts == nil {
		return
	}
	a := &s.adder
	scale := b.Scale(a.query.Figure)
	a.rows(b, nil, 0, b.Rows, func(r planRow) {
		more := counts[r.row] - 1
		place := a.rowPlace(&r)
		if r.fate == Missing {
			s.missN(s.number(place), more)
			return
		}
		cell, _ := s.cellAt(scale, place)
		cell.n += more
	})
}

// tellExact gives each head two cells, of which the second is of the good that is
// asked for.
func (s *pastSums) tellExact() {
	old := s.sums
	s.sums = newSums()
	s.mergeCells(&old, func(cell uint64) uint64 { return 2 * cell })
	s.adder.exact, s.adder.places = true, s.adder.places[:0]
}

// layOut makes room for all goods and slots. It reports whether places are others
// than before.
func (s *pastSums) layOut() bool {
	if s.sparse != nil {
		return false
	}
	goods := uint64(len(s.adder.dict.Goods))
	stride := s.stride
	for stride < goods {
		stride *= 2
	}
	sparse := uint64(len(s.adder.slots))*stride > min(4*(denseLimit+s.rows), math.MaxUint32)
	if stride == s.stride && !sparse {
		return false
	}
	old := s.sums
	s.sums = newSums()
	s.stride = stride
	if sparse {
		s.sparse, s.stride = &Index{}, sparseStride
	}
	s.mergeCells(&old, func(cell uint64) uint64 { return cell/old.stride*s.stride + cell%old.stride })
	return true
}

// addTo adds the sums to those of p, which has the lines of all rows.
func (s *pastSums) addTo(p *Plan) {
	if p.query.ByGood {
		if p.ruled {
			for h, kept := range p.kept {
				p.rowKept[h] = p.rowKept[h] || kept
			}
		}
		p.sums.mergeCells(&s.sums, func(cell uint64) uint64 {
			place := s.placeOf(cell)
			return p.place(&p.sums, uint32(place/s.stride), uint32(place%s.stride))
		})
		return
	}
	for cell := range uint64(s.numCells()) {
		n := s.count(cell) + int(s.missed(cell))
		if n == 0 {
			continue
		}
		head, form, exact := s.key(cell)
		slot := p.rowSlot(p.slotOf[head], form)
		if p.slots[slot].fate <= Missing {
			if !exact && p.codesOf(p.lineOf[head]) == CodesBeside {
				p.sums.exclude(uint64(slot), Finer, n)
				continue
			}
			if p.ruled {
				p.rowKept[head] = true
			}
		}
		for scale, cells := range s.dense {
			if cell < uint64(len(cells)) && !cells[cell].IsEmpty() {
				to, _ := p.sums.cellAt(scale, uint64(slot))
				to.Merge(cells[cell])
			}
		}
		p.sums.missN(uint64(slot), s.missed(cell))
		if wide := s.wide[cell]; wide != nil {
			p.sums.mergeWide(uint64(slot), wide)
		}
	}
}

// key returns what a cell by head is of.
func (s *pastSums) key(cell uint64) (head, form uint32, exact bool) {
	place := s.placeOf(cell)
	if s.sparse != nil {
		return uint32(place >> 32), uint32(place) >> 1, place&1 != 0
	}
	if !s.adder.exact {
		return uint32(place), 0, false
	}
	return uint32(place >> 1), 0, place&1 != 0
}
