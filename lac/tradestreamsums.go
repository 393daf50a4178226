package lac

import (
	"github.com/sinolac/sinolac/lac/internal/column"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A streamSums adds up one figure of a stream's records.
type streamSums struct {
	plan *plan
	late bool // the stream had records before

	// all are by head, and those of the code asked for apart in exact; but with
	// ByCommodity by slot and good, or of quantities by head and form: then keys
	// has these of each cell.
	all, exact streamCells
	keys       []uint64
	direct     [][]uint32   // 1 + cell, by slot and good
	index      column.Index // of the keys that are not found directly
	indexed    []uint32     // cells of these
	scale      int          // that coefficients are brought to, where they fit
}

func newStreamSums(s *TradeStream, f Figure) *streamSums {
	q := s.q
	q.Figure = f
	return &streamSums{plan: newPlan(s.index, q, s.by), late: s.dict().heads.len() > 0}
}

// addByHead adds figures of rows with a head, of which those of the code asked
// for, if any may be, go apart.
func (m *streamSums) addByHead(head uint32, figures []Coefficient, goods []int32, of []streamGood, exact bool) {
	cells := &m.all.dense[m.scale]
	cells.have(uint64(head))
	cell := cells.at(uint64(head))
	for i := range figures {
		c := &figures[i]
		sums := &m.all
		if exact && of[goods[i]].exact {
			sums = &m.exact
		} else if coef, ok := fixed.Rescale(c.Units, m.scale-int(c.Places)); ok && c.Reported {
			cell.Add(coef)
			continue
		}
		m.addOrMiss(sums, uint64(head), c)
		cells = &m.all.dense[m.scale]
		cells.have(uint64(head))
		cell = cells.at(uint64(head))
	}
}

// addByGood adds figures to the cells of their goods in a slot.
func (m *streamSums) addByGood(slot uint32, figures []Coefficient, goods []int32) {
	cells, direct := &m.all.dense[m.scale], m.directOf(slot)
	goods = goods[:len(figures)]
	for i := range figures {
		c, good := &figures[i], uint32(goods[i])
		coef, ok := fixed.Rescale(c.Units, m.scale-int(c.Places))
		if ok && c.Reported && int(good) < len(direct) {
			if n := uint64(direct[good]); n-1 < uint64(cells.len()) {
				cells.at(n - 1).Add(coef)
				continue
			}
		}
		m.addOrMiss(&m.all, m.goodCell(slot, good), c)
		cells, direct = &m.all.dense[m.scale], m.directOf(slot)
	}
}

// addRow adds the figure of a row with a head.
func (m *streamSums) addRow(of *rowsOf, ids rowIDs, exact bool, c *Coefficient) {
	sums, cell := m.cellOf(of.number, ids, exact)
	if of.fate == fateAdded {
		m.addOrMiss(sums, cell, c)
	} else { // it is only counted
		m.add(sums, cell, &Coefficient{})
	}
}

// addFigure adds the figure of a record.
func (m *streamSums) addFigure(of *rowsOf, ids rowIDs, exact, reported bool, f *column.Figure) {
	if f.Wide == nil || of.fate != fateAdded {
		m.addRow(of, ids, exact, &Coefficient{f.Coef, f.Places, reported})
		return
	}
	sums, cell := m.cellOf(of.number, ids, exact)
	sums.addWide(cell, *f.Wide)
	m.add(sums, cell, &Coefficient{Places: uint8(m.scale)})
}

// addOrMiss adds a figure to a cell, or counts it as missing there.
func (m *streamSums) addOrMiss(sums *streamCells, cell uint64, c *Coefficient) {
	if !c.Reported {
		sums.miss(cell)
		return
	}
	m.add(sums, cell, c)
}

func (m *streamSums) add(sums *streamCells, cell uint64, c *Coefficient) {
	coef, scale := c.Units, int(c.Places)
	if scaled, ok := fixed.Rescale(coef, m.scale-scale); ok {
		coef, scale = scaled, m.scale
	} else {
		m.scale = max(m.scale, scale)
	}
	sums.add(cell, scale, coef)
}

// cellOf returns the cell of a row with a head.
func (m *streamSums) cellOf(head uint32, ids rowIDs, exact bool) (*streamCells, uint64) {
	switch {
	case m.plan.byCommodity:
		return &m.all, m.goodCell(m.plan.rowSlot(m.plan.slotOf[head], ids.form), ids.good)
	case m.plan.figure == figureQuantity:
		m.plan.rowSlot(m.plan.slotOf[head], ids.form)
		key := uint64(head) << 33
		if exact {
			key |= 1 << 32
		}
		return &m.all, m.keyCell(key | uint64(ids.form))
	case exact:
		return &m.exact, uint64(head)
	}
	return &m.all, uint64(head)
}

// goodCell returns the cell of a good in a slot.
func (m *streamSums) goodCell(slot, good uint32) uint64 {
	key := uint64(slot)<<32 | uint64(good)
	if slot >= directSlots {
		return m.keyCell(key)
	}
	for int(slot) >= len(m.direct) {
		m.direct = append(m.direct, nil)
	}
	of := &m.direct[slot]
	if n := int(good) + 1; len(*of) < n {
		*of = append(*of, make([]uint32, n-len(*of))...)
	}
	if (*of)[good] == 0 {
		m.keys = append(m.keys, key)
		(*of)[good] = uint32(len(m.keys))
	}
	return uint64((*of)[good] - 1)
}

// keyCell returns the cell of a key that is not found directly.
func (m *streamSums) keyCell(key uint64) uint64 {
	n, isNew := m.index.Number(key)
	if isNew {
		m.indexed = append(m.indexed, uint32(len(m.keys)))
		m.keys = append(m.keys, key)
	}
	return uint64(m.indexed[n])
}

// directOf returns the direct cells of a slot, as far as there are any.
func (m *streamSums) directOf(slot uint32) []uint32 {
	if int(slot) < len(m.direct) {
		return m.direct[slot]
	}
	return nil
}

// directSlots is the number of slots whose goods' cells are found directly.
const directSlots = 64
