package tally

import "slices"

// BlockRows is the number of rows in a full block.
const BlockRows = 1 << 16

// NumFigures is the number of figures in a row.
const NumFigures = 3

// IDs is a column of numbers in the least width that holds them: each is base,
// plus its place if the column counts up, plus what is stored for it.
type IDs struct {
	base   uint32
	most   uint32
	counts bool // up by one from row to row; nothing is stored
	b8     []uint8
	b16    []uint16
	b32    []uint32
	runs   []run // if rows with one number mostly follow one another
}

// A run is rows with one number. It ends where the next one starts.
type run struct {
	id    uint32
	start uint16
}

// fewRuns is how many rows a run must have on average to be kept.
const fewRuns = 8

// packIDs returns ids as a column. It keeps nothing of ids.
func packIDs(ids []uint32) IDs {
	if len(ids) == 0 {
		return IDs{}
	}
	if countsUp(ids) {
		return IDs{base: ids[0], most: ids[len(ids)-1], counts: true}
	}
	least, most := ids[0], ids[0]
	for _, id := range ids {
		least, most = min(least, id), max(most, id)
	}
	c := IDs{base: least, most: most}
	switch spread := most - least; {
	case spread == 0:
	case spread < 1<<8:
		c.b8 = narrow[uint8](ids, least)
	case spread < 1<<16:
		c.b16 = narrow[uint16](ids, least)
	default:
		c.b32 = narrow[uint32](ids, least)
	}
	c.runs = packRuns(ids)
	return c
}

// countsUp reports whether each number is one more than the one before it.
func countsUp(ids []uint32) bool {
	for i, id := range ids {
		if id != ids[0]+uint32(i) {
			return false
		}
	}
	return len(ids) > 1 && ids[0] <= ids[len(ids)-1]
}

func packRuns(ids []uint32) []run {
	n := 1
	last := ids[0]
	for _, id := range ids {
		if id != last {
			n++
			last = id
		}
	}
	if n > len(ids)/fewRuns {
		return nil
	}
	runs := make([]run, 0, n)
	for i, id := range ids {
		if i == 0 || id != ids[i-1] {
			runs = append(runs, run{id, uint16(i)})
		}
	}
	return runs
}

type unsigned interface{ uint8 | uint16 | uint32 }

func narrow[T unsigned](ids []uint32, base uint32) []T {
	c := make([]T, len(ids))
	for i, id := range ids {
		c[i] = T(id - base)
	}
	return c
}

// Bounds returns the least and the greatest number.
func (c *IDs) Bounds() (least, most uint32) { return c.base, c.most }

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
	case c.runs != nil:
		return c.runs[c.runAt(i)].id
	}
	return c.base
}

// runAt returns the run that row i is in.
func (c *IDs) runAt(i int) int {
	n, ok := slices.BinarySearchFunc(c.runs, i, func(r run, i int) int { return int(r.start) - i })
	if !ok {
		n--
	}
	return n
}

// shrink keeps the least that tells the numbers: it takes longer to look one up.
func (c *IDs) shrink() {
	if c.runs != nil {
		c.b8, c.b16, c.b32 = nil, nil, nil
	}
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
	case c.runs != nil:
		n := c.runAt(i)
		for j := range dst {
			for n+1 < len(c.runs) && int(c.runs[n+1].start) <= i+j {
				n++
			}
			dst[j] = c.runs[n].id
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

func (c *IDs) bytes() int { return len(c.b8) + 2*len(c.b16) + 4*len(c.b32) + 8*len(c.runs) }
