package tally

import "github.com/sinolac/sinolac/lac/internal/fixed"

// A Cell is an exact sum of less than 2^32 coefficients at one scale, and their
// number. The sum is hi × 2^64 + lo.
type Cell struct {
	lo int64
	hi int32
	n  uint32
}

// Add adds a coefficient.
func (c *Cell) Add(v int64) {
	a := c.lo
	z := a + v
	c.lo = z
	c.n++
	if (a^z)&(v^z) < 0 {
		c.carry(v)
	}
}

// carry puts what left the low word, in the direction of v, into the high one.
func (c *Cell) carry(v int64) {
	if v < 0 {
		c.hi--
	} else {
		c.hi++
	}
}

// Merge adds what was added to d.
func (c *Cell) Merge(d Cell) {
	n := c.n + d.n
	c.Add(d.lo)
	c.hi += d.hi
	c.n = n
}

// Remove takes a coefficient that was added out again. It is not the least int64.
func (c *Cell) Remove(v int64) {
	c.Add(-v)
	c.n -= 2
}

// Uncount takes n coefficients that are 0 out again.
func (c *Cell) Uncount(n int) { c.n -= uint32(n) }

// Count returns how many coefficients were added.
func (c *Cell) Count() int { return int(c.n) }

// AddTo adds the sum to total.
func (c *Cell) AddTo(total *fixed.Sum, scale int) {
	total.AddScaled(int64(c.hi)+c.lo>>63, uint64(c.lo), scale)
}

// AddByHead adds one figure of every row, but for the wide ones, to the cell
// that slots gives for its head. The wide ones are counted there too; Wide has
// them.
func (b *Block) AddByHead(cells []Cell, slots []uint32, figure int) {
	f := &b.Figures[figure]
	switch {
	case b.Heads.runs != nil:
		addRuns(cells, slots, b.Heads.runs, f, b.Rows)
	case b.Heads.b8 != nil:
		addByHead(cells, slots[b.Heads.base:], b.Heads.b8, f)
	case b.Heads.b16 != nil:
		addByHead(cells, slots[b.Heads.base:], b.Heads.b16, f)
	case b.Heads.b32 != nil:
		addByHead(cells, slots[b.Heads.base:], b.Heads.b32, f)
	case b.Heads.counts:
		for i := range b.Rows {
			cells[slots[b.Heads.base+uint32(i)]].Add(f.coef(i))
		}
	default: // fewer rows than make a run
		cells[slots[b.Heads.base]].addAll(f, 0, b.Rows)
	}
}

// addRuns adds up the runs of heads that have one slot.
func addRuns(cells []Cell, slots []uint32, runs []run, f *Figures, rows int) {
	slot, start := slots[runs[0].id], 0
	for _, r := range runs[1:] {
		if s := slots[r.id]; s != slot {
			cells[slot].addAll(f, start, int(r.start))
			slot, start = s, int(r.start)
		}
	}
	cells[slot].addAll(f, start, rows)
}

// addByHead keeps the sum of one slot at hand while rows have that slot. The
// halves of coefficients are added apart, so that nothing overflows on the way.
func addByHead[H unsigned](cells []Cell, slots []uint32, heads []H, f *Figures) {
	if f.coefs == nil {
		for _, h := range heads {
			cells[slots[h]].n++
		}
		return
	}
	coefs := f.coefs[:len(heads)]
	slot, first := slots[heads[0]], 0
	var lo uint64
	var hi int64
	for i, h := range heads {
		if s := slots[h]; s != slot {
			cells[slot].addHalves(hi, lo, uint32(i-first))
			slot, first = s, i
			lo, hi = 0, 0
		}
		v := coefs[i]
		lo += uint64(uint32(v))
		hi += v >> 32
	}
	cells[slot].addHalves(hi, lo, uint32(len(heads)-first))
}

// addAll adds the coefficients of the rows from start to end.
func (c *Cell) addAll(f *Figures, start, end int) {
	n := c.n + uint32(end-start)
	switch {
	case f.coefs == nil:
	case f.small:
		c.Add(sumSmall(f.coefs[start:end]))
	default:
		hi, lo := sumHalves(f.coefs[start:end])
		c.addHalves(hi, lo, 0)
	}
	c.n = n
}

// sumSmall returns the sum of coefficients that do not overflow it. Four sums
// side by side do not wait for one another.
func sumSmall(coefs []int64) int64 {
	var a, b, c, d int64
	for len(coefs) >= 8 {
		a += coefs[0] + coefs[4]
		b += coefs[1] + coefs[5]
		c += coefs[2] + coefs[6]
		d += coefs[3] + coefs[7]
		coefs = coefs[8:]
	}
	for _, v := range coefs {
		a += v
	}
	return a + b + c + d
}

// sumHalves returns the sum of up to a block of coefficients as hi × 2^32 + lo:
// the sums of their halves do not overflow.
func sumHalves(coefs []int64) (hi int64, lo uint64) {
	for _, v := range coefs {
		lo += uint64(uint32(v))
		hi += v >> 32
	}
	return hi, lo
}

// addHalves adds hi × 2^32 + lo, the sum of n coefficients. hi has at most 62
// bits and lo at most 63.
func (c *Cell) addHalves(hi int64, lo uint64, n uint32) {
	n += c.n
	hi += int64(lo >> 32)
	c.Add(int64(uint64(hi)<<32 | lo&(1<<32-1)))
	// What Add took for the sign is a bit of the number.
	c.hi += int32(hi>>32) - int32(int64(uint64(hi)<<32)>>63)
	c.n = n
}

// AddByHeadAndGood adds one figure of every row, but for the wide ones, to the
// cell that bases gives for its head, plus its good. Rows whose base is 0 are
// left out.
func (b *Block) AddByHeadAndGood(cells []Cell, bases []uint32, figure int, s *Scratch) {
	f := &b.Figures[figure]
	if b.Heads.runs == nil || b.Goods.b16 == nil || f.coefs == nil {
		b.addUnpacked(cells, bases, f, s)
		return
	}
	runs := b.Heads.runs
	for i, r := range runs {
		end := b.Rows
		if i+1 < len(runs) {
			end = int(runs[i+1].start)
		}
		if bases[r.id] == 0 {
			continue
		}
		of := cells[bases[r.id]+b.Goods.base:]
		goods := b.Goods.b16[r.start:end]
		coefs := f.coefs[r.start:end]
		coefs = coefs[:len(goods)]
		if f.negative {
			for j, g := range goods {
				of[g].Add(coefs[j])
			}
			continue
		}
		// Sums of what is not negative do not overflow as long as they are not
		// either. Where one is, the rows are taken out again, and added with care.
		var sums int64
		j := 0
		for ; j+1 < len(goods); j += 2 {
			c := &of[goods[j]]
			z := c.lo + coefs[j]
			c.lo = z
			c.n++
			d := &of[goods[j+1]]
			y := d.lo + coefs[j+1]
			d.lo = y
			d.n++
			sums |= z | y
		}
		if j < len(goods) {
			c := &of[goods[j]]
			c.lo += coefs[j]
			c.n++
			sums |= c.lo
		}
		if sums < 0 {
			for j, g := range goods {
				of[g].lo -= coefs[j]
				of[g].n--
			}
			for j, g := range goods {
				of[g].Add(coefs[j])
			}
		}
	}
}

func (b *Block) addUnpacked(cells []Cell, bases []uint32, f *Figures, s *Scratch) {
	for i := 0; i < b.Rows; i += len(s.heads) {
		heads, goods := b.unpack(s, i, b.Rows)
		for j, h := range heads {
			if base := bases[h]; base != 0 {
				cells[base+goods[j]].Add(f.coef(i + j))
			}
		}
	}
}

// addByHeadAndExact adds one figure of every row, but for the wide ones, to the cell
// that bases gives for its head, or to the next if it is of the good wanted.
func (b *Block) addByHeadAndExact(cells []Cell, bases []uint32, wanted uint32, figure int, s *Scratch) {
	f := &b.Figures[figure]
	for i := 0; i < b.Rows; i += len(s.heads) {
		heads, goods := b.unpack(s, i, b.Rows)
		for j, h := range heads {
			cell := bases[h]
			if goods[j] == wanted {
				cell++
			}
			cells[cell].Add(f.coef(i + j))
		}
	}
}

// Wide calls f for each number of a figure that the column holds apart.
func (b *Block) Wide(figure int, f func(row int, d fixed.Dec)) {
	for _, w := range b.Figures[figure].wide {
		f(int(w.row), w.dec)
	}
}

// Scale returns the scale of a figure's coefficients.
func (b *Block) Scale(figure int) int { return b.Figures[figure].scale }

// IsEmpty reports whether nothing was added.
func (c *Cell) IsEmpty() bool { return c.n == 0 }
