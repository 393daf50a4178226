package lac

import (
	"iter"
	"maps"
	"math"
	"runtime"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// planSums are sums by slot, or by slot and good.
type planSums struct {
	dense    [][]tally.Cell // by scale
	wide     map[uint64]*fixed.Sum
	missing  []uint32 // by cell
	excluded map[excludedAt]int
	refused  map[uint32]bool // lines of which a row must not be added up
	kept     []bool          // by head, if rows are looked at one by one
	// sparse numbers the cells that have rows; nil: a cell is its place.
	sparse *tally.Index
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
	s := planSums{dense: make([][]tally.Cell, maxScale+1)}
	if p.ruled {
		s.kept = make([]bool, len(p.slotOf))
	}
	if p.byCommodity && p.places() > min(denseLimit+4*uint64(p.view.n), math.MaxUint32) {
		s.sparse = &tally.Index{}
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
func (s *planSums) at(scale, n int) []tally.Cell {
	if len(s.dense[scale]) < n {
		s.dense[scale] = append(s.dense[scale], make([]tally.Cell, n-len(s.dense[scale]))...)
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
	var scratch tally.Scratch
	for b := range blocks {
		p.addBlock(s, b, bases, &scratch)
	}
}

func (p *plan) addBlock(s *planSums, block int, bases []uint32, scratch *tally.Scratch) {
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
		if !p.view.dict.forms.Values[f].reports(p.figure) {
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
func (p *plan) uncountMissing(s *planSums, b *tally.Block, cells []tally.Cell) {
	reports := make([]bool, len(p.view.dict.forms.Values))
	for i := range reports {
		reports[i] = p.view.dict.forms.Values[i].reports(p.figure)
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
