package lac

import (
	"github.com/sinolac/sinolac/lac/internal/column"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// streamCells are sums by cell. Cells are not copied when there are more.
type streamCells struct {
	dense   [maxScale + 1]cellList // by scale
	wide    map[uint64]*fixed.Sum
	missing []uint32 // by cell
}

type cellList struct{ chunks []*[chunkSize]column.Cell }

// have makes cells up to number i.
func (l *cellList) have(i uint64) {
	for i/chunkSize >= uint64(len(l.chunks)) {
		l.chunks = append(l.chunks, new([chunkSize]column.Cell))
	}
}

// at returns a cell that there is.
func (l *cellList) at(i uint64) *column.Cell { return &l.chunks[i/chunkSize][i%chunkSize] }

func (l *cellList) len() int { return len(l.chunks) * chunkSize }

// add adds a coefficient at a scale.
func (s *streamCells) add(cell uint64, scale int, coef int64) {
	l := &s.dense[scale]
	l.have(cell)
	l.at(cell).Add(coef)
}

func (s *streamCells) addWide(cell uint64, d fixed.Dec) {
	if s.wide == nil {
		s.wide = map[uint64]*fixed.Sum{}
	}
	if s.wide[cell] == nil {
		s.wide[cell] = &fixed.Sum{}
	}
	s.wide[cell].Add(d)
}

func (s *streamCells) miss(cell uint64) {
	if n := cell + 1 - uint64(len(s.missing)); cell >= uint64(len(s.missing)) {
		s.missing = append(s.missing, make([]uint32, n)...)
	}
	s.missing[cell]++
}

// missed returns how many rows of a cell lack the figure.
func (s *streamCells) missed(cell uint64) int {
	if cell < uint64(len(s.missing)) {
		return int(s.missing[cell])
	}
	return 0
}

// len returns a number that no cell has, nor any greater.
func (s *streamCells) len() int {
	n := len(s.missing)
	for i := range s.dense {
		n = max(n, s.dense[i].len())
	}
	return n
}

// count returns how many rows were added in a cell.
func (s *streamCells) count(cell uint64) int {
	n := 0
	for i := range s.dense {
		if cell < uint64(s.dense[i].len()) {
			n += s.dense[i].at(cell).Count()
		}
	}
	return n
}

// addTo adds a cell to one of sums, of which there are n.
func (s *streamCells) addTo(sums *planSums, place uint64, n int, cell uint64) {
	for range s.missed(cell) {
		sums.miss(place)
	}
	for scale := range s.dense {
		if l := &s.dense[scale]; cell < uint64(l.len()) && !l.at(cell).IsEmpty() {
			sums.at(scale, n)[place].Merge(*l.at(cell))
		}
	}
	if sum := s.wide[cell]; sum != nil {
		sums.mergeWide(place, sum)
	}
}
