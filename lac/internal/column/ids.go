package column

import "slices"

// IDs is a column of numbers in the least width that holds them: each is base,
// plus its place if the column counts up, plus what is stored for it.
type IDs struct {
	base   uint32
	counts bool // up by one from row to row; nothing is stored
	b8     []uint8
	b16    []uint16
	b32    []uint32
}

// packIDs returns ids as a column. It keeps nothing of ids.
func packIDs(ids []uint32) IDs {
	if len(ids) == 0 {
		return IDs{}
	}
	least, most, counts := slices.Min(ids), slices.Max(ids), true
	for i, id := range ids {
		if id != ids[0]+uint32(i) {
			counts = false
			break
		}
	}
	c := IDs{base: least, counts: counts && len(ids) > 1}
	switch spread := most - least; {
	case c.counts || spread == 0:
	case spread < 1<<8:
		c.b8 = narrow[uint8](ids, least)
	case spread < 1<<16:
		c.b16 = narrow[uint16](ids, least)
	default:
		c.b32 = narrow[uint32](ids, least)
	}
	return c
}

type unsigned interface{ uint8 | uint16 | uint32 }

func narrow[T unsigned](ids []uint32, base uint32) []T {
	c := make([]T, len(ids))
	for i, id := range ids {
		c[i] = T(id - base)
	}
	return c
}

// At returns the number in row i.
func (c *IDs) At(i int) uint32 {
	switch {
	case c.b8 != nil:
		return c.base + uint32(c.b8[i])
	case c.b16 != nil:
		return c.base + uint32(c.b16[i])
	case c.b32 != nil:
		return c.base + c.b32[i]
	case c.counts:
		return c.base + uint32(i)
	}
	return c.base
}

// Unpack sets dst to the numbers from row i on.
func (c *IDs) Unpack(dst []uint32, i int) {
	switch {
	case c.b8 != nil:
		widen(dst, c.b8[i:], c.base)
	case c.b16 != nil:
		widen(dst, c.b16[i:], c.base)
	case c.b32 != nil:
		widen(dst, c.b32[i:], c.base)
	case c.counts:
		for j := range dst {
			dst[j] = c.base + uint32(i+j)
		}
	default:
		for j := range dst {
			dst[j] = c.base
		}
	}
}

func widen[T unsigned](dst []uint32, src []T, base uint32) {
	src = src[:len(dst)]
	for i, v := range src {
		dst[i] = base + uint32(v)
	}
}

func (c *IDs) bytes() int { return len(c.b8) + 2*len(c.b16) + 4*len(c.b32) }
