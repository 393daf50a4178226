package tally

import (
	"iter"
	"math"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A StreamRow is a row of a stream. If its figures are forgotten it says by Rule what
// became of it among the rows of its good.
type StreamRow struct {
	Row
	Spent bool
	Rule  RowRule
}

// A PastSum is a sum of figures that are forgotten, of rows which a question counts
// together: those of Head, which stands for others if the question is by goods, with
// Form, unless that is NoForm.
type PastSum struct {
	Head, Form, Good uint32
	Exact            bool // of the good that is asked for, where others are apart
	Added, Missing   uint32
	Sum              fixed.Sum
}

// NoForm stands for rows of all forms.
const NoForm = math.MaxUint32

// Rows returns all rows of s.
func (s *Stream) Rows() iter.Seq[StreamRow] {
	return func(yield func(StreamRow) bool) {
		var columns [4][]uint32
		var coefs [NumFigures][]int64
		for _, b := range s.View().Blocks {
			for i, ids := range []*IDs{&b.Heads, &b.Forms, &b.Goods, &b.Numbers} {
				columns[i] = append(columns[i][:0], make([]uint32, b.Rows)...)
				ids.Unpack(columns[i], 0)
			}
			for f := range coefs {
				b = b.unpacked(f, &coefs[f])
			}
			for i := range b.Rows {
				r := StreamRow{Row: Row{Head: columns[0][i], Form: columns[1][i], Good: columns[2][i], Number: columns[3][i]}, Spent: b.spent}
				switch {
				case !b.spent:
					for f := range r.Figures {
						r.Figures[f] = b.Figures[f].At(i)
					}
				case b.rules != nil:
					r.Rule = b.rules[i]
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Past returns the sums of what question i has forgotten. By goods the head that
// stands for others is the one of the least place of those that have one.
func (s *Stream) Past(i int, place func(head uint32) (uint64, bool)) []PastSum {
	if s.past == nil {
		return nil
	}
	past := s.past[i]
	p := past.adder.Plan
	p.selectHeads()
	heads := make([]uint32, len(p.slots)) // by slot: one of its heads
	least := make([]uint64, len(p.slots)) // 1 + its place
	for h, n := range p.slotOf {
		if at, ok := place(uint32(h)); ok && (least[n] == 0 || at+1 < least[n]) {
			heads[n], least[n] = uint32(h), at+1
		}
	}
	units := map[uint32]uint32{} // by slot: a form that has its unit
	for of, own := range p.unitSlots {
		n := uint32(of >> 32)
		if least[n] > 0 && (least[own] == 0 || least[n] <= least[own]) {
			heads[own], least[own] = heads[n], least[n]
		}
		units[own] = uint32(of)
	}
	var all []PastSum
	for cell := range uint64(past.numCells()) {
		sum := PastSum{Added: uint32(past.count(cell)), Missing: past.missed(cell)}
		if sum.Added == 0 && sum.Missing == 0 {
			continue
		}
		if past.adder.byHead {
			sum.Head, sum.Form, sum.Exact = past.key(cell)
			if past.sparse == nil {
				sum.Form = NoForm
			}
		} else {
			place := past.placeOf(cell)
			slot := uint32(place / past.stride)
			sum.Head, sum.Form, sum.Good = heads[slot], NoForm, uint32(place%past.stride)
			if form, ok := units[slot]; ok {
				sum.Form = form
			}
		}
		for scale, cells := range past.dense {
			if cell < uint64(len(cells)) {
				cells[cell].AddTo(&sum.Sum, scale)
			}
		}
		if wide := past.wide[cell]; wide != nil {
			sum.Sum.Merge(*wide)
		}
		all = append(all, sum)
	}
	return all
}

// Join adds rows to s, and by question the sums of those that are spent, as another
// stream had them. From then on s forgets nothing more: rows that are to come may
// belong to lines that are spent.
func (s *Stream) Join(rows iter.Seq[StreamRow], past [][]PastSum) {
	s.keepAll()
	before := s.rows
	var spent Table
	var rules []RowRule
	flush := func() {
		n := len(spent.open.heads)
		if n == 0 {
			return
		}
		b := spent.open.block(n)
		b.own()
		spent.open.drop(n)
		b.Figures, b.spent = [NumFigures]Figures{}, true
		for i, r := range rules {
			if r != RowKept && b.rules == nil {
				b.rules = make([]RowRule, n)
			}
			if r != RowKept {
				b.rules[i] = r
			}
		}
		rules = rules[:0]
		s.blocks = append(s.blocks, b)
		s.rows += n
	}
	for r := range rows {
		if !r.Spent {
			s.Table.Append(&r.Row)
			continue
		}
		spent.Append(&r.Row)
		if rules = append(rules, r.Rule); len(rules) == BlockRows {
			flush()
		}
	}
	flush()
	gone := s.rows - before
	for i, sums := range past {
		if len(sums) > 0 {
			s.remember()
			s.past[i].join(sums, uint64(gone))
		}
	}
}

// Renumber gives each row another number: what number returns for its head and the one
// that it has.
func (s *Stream) Renumber(number func(head, number uint32) uint32) {
	s.keepAll()
	var heads, numbers []uint32
	for i, b := range s.blocks {
		heads, numbers = slices.Grow(heads[:0], b.Rows)[:b.Rows], slices.Grow(numbers[:0], b.Rows)[:b.Rows]
		b.Heads.Unpack(heads, 0)
		b.Numbers.Unpack(numbers, 0)
		changed := false
		for row, n := range numbers {
			numbers[row] = number(heads[row], n)
			changed = changed || numbers[row] != n
		}
		if changed {
			other := *b // which somebody may have
			other.Numbers = packIDs(numbers)
			s.blocks[i] = &other
		}
	}
}

// AppendSums adds rows of which each stands for as many as counts says, with their
// sums for figures. From then on s forgets nothing more, as after [Stream.Join].
func (s *Stream) AppendSums(rows []Row, counts []uint32) {
	s.keepAll()
	s.remember()
	var t Table
	for len(rows) > 0 {
		n := min(len(rows), BlockRows)
		for i := range rows[:n] {
			t.Append(&rows[i])
		}
		b := t.open.block(n)
		s.spend(b, nil, counts[:n])
		t.open.drop(n)
		s.blocks = append(s.blocks, b)
		s.rows += n
		rows, counts = rows[n:], counts[n:]
	}
}

// keepAll keeps the rows in the table, and all that are still to come.
func (s *Stream) keepAll() {
	s.Table.Seal()
	for _, b := range s.Table.blocks {
		s.blocks = append(s.blocks, b)
		s.rows += b.Rows
	}
	s.Table.blocks, s.Table.sealed = nil, 0
	s.untidy = true
}

// join adds sums of another stream's, of some rows.
func (s *pastSums) join(sums []PastSum, rows uint64) {
	a := &s.adder
	a.selectHeads()
	s.rows += rows
	for _, sum := range sums {
		if sum.Exact && s.sparse == nil && !a.exact {
			s.tellExact()
		}
		if !a.byHead {
			a.pastSlot(&sum) // so that there is one
		}
	}
	if !a.byHead && s.layOut() {
		a.places = a.places[:0]
	}
	for _, sum := range sums {
		var place uint64
		switch {
		case !a.byHead:
			place = a.place(&s.sums, a.pastSlot(&sum), sum.Good)
		case s.sparse == nil && !a.exact:
			place = uint64(sum.Head)
		default:
			place = pastPlace(sum.Head, sum.Form, sum.Exact, s.sparse != nil)
		}
		coef, scale := int64(0), 0
		whole := false
		if d, err := sum.Sum.Dec(); err == nil {
			if coef, scale, whole = d.Coef(); scale > maxScale || coef == math.MinInt64 {
				whole = false
			}
		}
		if !whole {
			coef, scale = 0, 0
		}
		cell, n := s.cellAt(scale, place)
		if sum.Added > 0 {
			cell.Add(coef)
			cell.n += sum.Added - 1
		}
		if !whole {
			s.mergeWide(n, &sum.Sum)
		}
		s.missN(n, sum.Missing)
	}
}

// pastSlot returns the slot of a sum by goods.
func (p *Plan) pastSlot(sum *PastSum) uint32 {
	if sum.Form == NoForm {
		return p.slotOf[sum.Head]
	}
	return p.rowSlot(p.slotOf[sum.Head], sum.Form)
}
