package column

import "github.com/sinolac/sinolac/lac/internal/fixed"

// A Cell is an exact sum of up to 2^32 coefficients at one scale, and their
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
	slots = slots[b.LeastHead : b.MostHead+1]
	coefs := b.Figures[figure].coefs
	if same(slots) {
		c := &cells[slots[0]]
		c.addAll(coefs)
		c.n += uint32(b.Rows - len(coefs))
		return
	}
	off := b.Heads.base - b.LeastHead // 0 unless the column counts
	switch {
	case b.Heads.b8 != nil:
		addByHead(cells, slots[off:], b.Heads.b8, coefs)
	case b.Heads.b16 != nil:
		addByHead(cells, slots[off:], b.Heads.b16, coefs)
	case b.Heads.b32 != nil:
		addByHead(cells, slots[off:], b.Heads.b32, coefs)
	case coefs == nil:
		for _, slot := range slots {
			cells[slot].n++
		}
	default: // heads that count up
		for i, v := range coefs {
			cells[slots[i]].Add(v)
		}
	}
}

func addByHead[H unsigned](cells []Cell, slots []uint32, heads []H, coefs []int64) {
	if coefs == nil {
		for _, h := range heads {
			cells[slots[h]].n++
		}
		return
	}
	coefs = coefs[:len(heads)]
	for i, h := range heads {
		c := &cells[slots[h]]
		v := coefs[i]
		a := c.lo
		z := a + v
		c.lo = z
		c.n++
		if (a^z)&(v^z) < 0 {
			c.carry(v)
		}
	}
}

// same reports whether every slot is the first one.
func same(slots []uint32) bool {
	for _, s := range slots[1:] {
		if s != slots[0] {
			return false
		}
	}
	return true
}

// addAll adds many coefficients. It adds their low and high halves apart, which
// do not overflow, and leaves no carry to wait for.
func (c *Cell) addAll(coefs []int64) {
	for len(coefs) > 0 {
		part := coefs[:min(len(coefs), 1<<30)]
		var hi, hi2 int64
		var lo, lo2 uint64
		i := 0
		for ; i+4 <= len(part); i += 4 {
			p := part[i : i+4 : i+4]
			lo += uint64(uint32(p[0])) + uint64(uint32(p[1]))
			lo2 += uint64(uint32(p[2])) + uint64(uint32(p[3]))
			hi += p[0]>>32 + p[1]>>32
			hi2 += p[2]>>32 + p[3]>>32
		}
		for _, v := range part[i:] {
			lo += uint64(uint32(v))
			hi += v >> 32
		}
		hi, lo = hi+hi2, lo+lo2
		// hi × 2^32 + lo, where hi has at most 62 bits and lo at most 63.
		hi += int64(lo >> 32)
		n := c.n + uint32(len(part))
		c.Add(int64(uint64(hi)<<32 | lo&(1<<32-1)))
		c.hi += int32(hi>>32) - int32(int64(uint64(hi)<<32)>>63)
		c.n = n
		coefs = coefs[len(part):]
	}
}

// AddByHeadAndGood adds one figure of every row, but for the wide ones, to the
// cell that bases gives for its head, plus its good.
func (b *Block) AddByHeadAndGood(cells []Cell, bases []uint32, figure int, s *Scratch) {
	coefs := b.Figures[figure].coefs
	for i := 0; i < b.Rows; i += len(s.heads) {
		n := min(len(s.heads), b.Rows-i)
		heads, goods := s.heads[:n], s.goods[:n]
		b.Heads.Unpack(heads, i)
		b.Goods.Unpack(goods, i)
		if coefs == nil {
			for j, h := range heads {
				cells[bases[h]+goods[j]].n++
			}
			continue
		}
		values := coefs[i : i+n]
		for j, h := range heads {
			c := &cells[bases[h]+goods[j]]
			v := values[j]
			a := c.lo
			z := a + v
			c.lo = z
			c.n++
			if (a^z)&(v^z) < 0 {
				c.carry(v)
			}
		}
	}
}

// Scratch is room for ids that are unpacked.
type Scratch struct {
	heads, goods [1024]uint32
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
