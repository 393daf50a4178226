package tally

import (
	"maps"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// sums are sums by slot, or by slot and good.
type sums struct {
	dense    [][]Cell // by scale
	wide     map[uint64]*fixed.Sum
	missing  []uint32          // by cell
	excluded [refused][]uint32 // by fate and cell
	refused  map[uint32]bool   // lines of which a row must not be added up
	kept     []bool            // by head, if rows are looked at one by one
	stride   uint64            // places from slot to slot
	// sparse numbers the cells that have rows, by place; nil: a cell is its place.
	sparse *Index
}

// maxScale is the greatest scale of a column.
const maxScale = 18

// denseLimit is the number of cells up to which there is one for each slot and
// good, whether rows are there or not, beside four for each row.
const denseLimit = 1 << 16

// sparseStride is the stride where cells are numbered.
const sparseStride = 1 << 32

func newSums() sums { return sums{dense: make([][]Cell, maxScale+1), stride: 1} }

// at returns the cells of a scale.
func (s *sums) at(scale, n int) []Cell {
	s.dense[scale] = atLeast(s.dense[scale], n)
	return s.dense[scale]
}

// atLeast returns a slice with n elements or more, of which those that were not there
// are zero.
func atLeast[T any](s []T, n int) []T {
	if n > cap(s) {
		s = slices.Grow(s, max(n, 2*len(s))-len(s)) // or much of it would be copied often
	}
	if n > len(s) {
		old := len(s)
		s = s[:n]
		clear(s[old:])
	}
	return s
}

// number returns the number of the cell of a place.
func (s *sums) number(place uint64) uint64 {
	if s.sparse == nil {
		return place
	}
	n, _ := s.sparse.Number(place)
	return uint64(n)
}

// placeOf returns the place of a cell.
func (s *sums) placeOf(cell uint64) uint64 {
	if s.sparse == nil {
		return cell
	}
	return s.sparse.Key(int(cell))
}

// cellAt returns the cell of a place, which it makes if there is none.
func (s *sums) cellAt(scale int, place uint64) (*Cell, uint64) {
	place = s.number(place)
	cells := s.dense[scale]
	if place >= uint64(len(cells)) {
		n := place + place/2 + 16
		cells = s.at(scale, int(n))
	}
	return &cells[place], place
}

// manyCells is the number of cells from which on the processors share them.
const manyCells = 1 << 18

func (s *sums) miss(cell uint64) { s.missN(cell, 1) }

func (s *sums) missN(cell uint64, n uint32) {
	if n == 0 {
		return
	}
	s.missing = atLeast(s.missing, int(cell)+1)
	s.missing[cell] += n
}

// missed returns how many rows of a cell do not report the figure.
func (s *sums) missed(cell uint64) uint32 {
	if cell < uint64(len(s.missing)) {
		return s.missing[cell]
	}
	return 0
}

func (s *sums) addWide(cell uint64, d fixed.Dec) {
	var sum fixed.Sum
	sum.Add(d)
	s.mergeWide(cell, &sum)
}

func (s *sums) mergeWide(cell uint64, sum *fixed.Sum) {
	if s.wide == nil {
		s.wide = map[uint64]*fixed.Sum{}
	}
	if s.wide[cell] == nil {
		s.wide[cell] = &fixed.Sum{}
	}
	s.wide[cell].Merge(*sum)
}

// cell returns the number of the cell at a place; false if it has none.
func (s *sums) cell(place uint64) (uint64, bool) {
	if s.sparse == nil {
		return place, true
	}
	n, ok := s.sparse.Find(place)
	return uint64(n), ok
}

// count returns how many rows were added in a cell.
func (s *sums) count(cell uint64) int {
	n := 0
	for _, cells := range s.dense {
		if cell < uint64(len(cells)) {
			n += cells[cell].Count()
		}
	}
	return n
}

// numCells returns how many cells there are.
func (s *sums) numCells() int {
	n := len(s.missing)
	for _, cells := range s.dense {
		n = max(n, len(cells))
	}
	return n
}

// refuse notes that a line has a row that must not be added up.
func (s *sums) refuse(line uint32) {
	if s.refused == nil {
		s.refused = map[uint32]bool{}
	}
	s.refused[line] = true
}

func (s *sums) exclude(cell uint64, f Fate, n int) {
	if n == 0 {
		return
	}
	s.excluded[f] = atLeast(s.excluded[f], int(cell)+1)
	s.excluded[f][cell] += uint32(n)
}

// leftOut returns how many rows are left out beside a cell for a fate.
func (s *sums) leftOut(cell uint64, f Fate) int {
	if counts := s.excluded[f]; cell < uint64(len(counts)) {
		return int(counts[cell])
	}
	return 0
}

// merge adds the sums of t, which has the same plan.
func (s *sums) merge(t *sums) {
	s.mergeCells(t, t.placeOf)
	for fate, counts := range t.excluded {
		for cell, n := range counts {
			if n > 0 {
				s.exclude(s.number(t.placeOf(uint64(cell))), Fate(fate), int(n))
			}
		}
	}
	if s.refused == nil {
		s.refused = t.refused
	}
	maps.Copy(s.refused, t.refused)
	for h, kept := range t.kept {
		s.kept[h] = s.kept[h] || kept
	}
}

// mergeCells adds the cells of t, of which each has the place here that placeOf
// gives.
func (s *sums) mergeCells(t *sums, placeOf func(cell uint64) uint64) {
	for scale, from := range t.dense {
		for i, c := range from {
			if !c.IsEmpty() {
				cell, _ := s.cellAt(scale, placeOf(uint64(i)))
				cell.Merge(c)
			}
		}
	}
	for i, n := range t.missing {
		if n > 0 {
			s.missN(s.number(placeOf(uint64(i))), n)
		}
	}
	for i, sum := range t.wide {
		s.mergeWide(s.number(placeOf(i)), sum)
	}
}
