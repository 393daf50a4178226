package tally_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/tally"
	"pgregory.net/rapid"
)

// A bigCell is a cell in plain numbers.
type bigCell struct {
	sum big.Int
	n   int
}

func (c *bigCell) add(v int64) { c.addBig(big.NewInt(v), 1) }

func (c *bigCell) addBig(v *big.Int, n int) {
	c.sum.Add(&c.sum, v)
	c.n += n
}

// checkCell fails unless a cell says what it should, at whatever scale it is
// added to a sum.
func checkCell(t test, name string, got *tally.Cell, want *bigCell) {
	t.Helper()
	if got.Count() != want.n || got.IsEmpty() != (want.n == 0) {
		t.Fatalf("%s: %d coefficients, empty %t; want %d", name, got.Count(), got.IsEmpty(), want.n)
	}
	for _, scale := range []int{0, 3, 18} {
		var total fixed.Sum
		got.AddTo(&total, scale)
		ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
		if sum := total.Decimal().Rat(); sum.Cmp(new(big.Rat).SetFrac(&want.sum, ten)) != 0 {
			t.Fatalf("%s: sum %v with %d places; want %v", name, sum, scale, &want.sum)
		}
	}
}

func TestCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cells [2]tally.Cell
		var want [2]bigCell
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			i := rapid.IntRange(0, 1).Draw(t, "cell")
			c, w := &cells[i], &want[i]
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			default:
				v := coefs().Draw(t, "coef")
				c.Add(v)
				w.add(v)
			case 0:
				c.Merge(cells[1-i])
				w.addBig(&want[1-i].sum, want[1-i].n)
			case 1:
				n := rapid.IntRange(0, 5).Draw(t, "zeros")
				for range n {
					c.Add(0)
				}
				c.Uncount(n)
			}
			if w.n > 1<<30 { // doubled often
				break
			}
		}
		for i := range cells {
			checkCell(t, "cell", &cells[i], &want[i])
		}
	})
}

// As many coefficients as a cell counts, all of them at a limit, do not overflow
// its sum, and as many at the other one bring it back.
func TestCellOfTheMost(t *testing.T) {
	fill := func(v int64) (all tally.Cell) {
		var power tally.Cell // 1, 2, 4, … times v
		power.Add(v)
		for range 32 {
			all.Merge(power)
			power.Merge(power)
		}
		return all
	}
	const n = math.MaxUint32
	for _, v := range []int64{math.MaxInt64, -math.MaxInt64, math.MinInt64, 1, -1} {
		c := fill(v)
		want := bigCell{n: n}
		want.sum.Mul(big.NewInt(v), big.NewInt(n))
		checkCell(t, "full", &c, &want)

		c.Uncount(n) // room to count the others
		if v != math.MinInt64 {
			c.Merge(fill(-v))
			checkCell(t, "and back", &c, &bigCell{n: n})
		}
	}
}

// cellFigures returns figures of one kind for the rows of a block: zero, small
// enough for a sum in a word, near the limits in one direction or in both, or
// with some that are held apart.
func cellFigures(n int, kind string, random *rand.Rand) []tally.Figure {
	figures := make([]tally.Figure, n)
	wide := parse("-123456789012345678901234567890.5")
	for i := range figures {
		f := &figures[i]
		limit := limits[random.IntN(4)] - random.Int64N(3)
		switch kind {
		case "zero":
		case "small":
			f.Coef, f.Places = random.Int64N(2e12)-1e12, 2
		case "most": // of which a block adds up to an int64
			f.Coef = math.MaxInt64 / tally.BlockRows
		case "up":
			f.Coef = limit
		case "down":
			f.Coef = -limit
		case "both":
			f.Coef = limit
			if random.IntN(2) == 0 {
				f.Coef = -limit
			}
		case "wide":
			f.Coef = limits[random.IntN(len(limits))]
			switch random.IntN(3) {
			case 0:
				f.Wide = &wide
			case 1:
				f.Coef, f.Places = 7, uint8(random.IntN(4))
			}
		}
	}
	return figures
}

var cellKinds = []string{"zero", "small", "most", "up", "down", "both", "wide"}

// A cellBlock is a block and its rows.
type cellBlock struct {
	*tally.Block
	heads, goods []uint32
}

// mostID is the greatest id in blocks that are added up, so that what maps ids
// to cells stays small.
const mostID = 1<<16 + 2

// drawBlock draws a block of up to n rows.
func drawBlock(t *rapid.T, n int) cellBlock {
	heads := ids(n, mostID).Draw(t, "heads")
	goods := ids(n, mostID).Draw(t, "goods")
	for len(goods) < len(heads) {
		goods = append(goods, goods...)
	}
	return newCellBlock(heads, goods[:len(heads)], rapid.SampledFrom(cellKinds).Draw(t, "figures"), rapid.Uint64().Draw(t, "seed"))
}

func newCellBlock(heads, goods []uint32, kind string, seed uint64) cellBlock {
	figures := cellFigures(len(heads), kind, rand.New(rand.NewPCG(seed, 1)))
	var table tally.Table
	for i := range heads {
		table.Append(&tally.Row{Head: heads[i], Good: goods[i], Figures: [tally.NumFigures]tally.Figure{2: figures[i]}})
	}
	return cellBlock{table.Blocks()[0], heads, goods}
}

// plain returns the sums of the rows for which cell gives the same, but for those
// that are left out.
func (b *cellBlock) plain(cells int, cell func(row int) (n uint32, ok bool)) []bigCell {
	want := make([]bigCell, cells)
	for i := range b.Rows {
		n, ok := cell(i)
		if !ok {
			continue
		}
		w := &want[n]
		if f := b.Figures[2].At(i); f.Wide != nil {
			w.add(0)
		} else {
			w.add(f.Coef)
		}
	}
	return want
}

const fewCells = 5

// byHead adds the block up by head, into few cells.
func (b *cellBlock) byHead(t test, slots []uint32) {
	t.Helper()
	cells := make([]tally.Cell, fewCells)
	cells[1].Add(math.MaxInt64) // there is something in cells before
	cells[2].Add(-math.MaxInt64)
	b.AddByHead(cells, slots, 2)
	want := b.plain(fewCells, func(i int) (uint32, bool) { return slots[b.heads[i]], true })
	want[1].add(math.MaxInt64)
	want[2].add(-math.MaxInt64)
	for i := range cells {
		checkCell(t, "by head", &cells[i], &want[i])
	}
}

// byHeadAndGood adds the block up by head and good; rows of the first slot are
// left out, as their base is 0.
func (b *cellBlock) byHeadAndGood(t test, slots []uint32) {
	t.Helper()
	bases := make([]uint32, len(slots))
	for h, slot := range slots {
		bases[h] = slot * (mostID + 1)
	}
	cells := make([]tally.Cell, fewCells*(mostID+1))
	// There is something in cells before, of either sign.
	first := []uint32{bases[b.heads[0]] + b.goods[0], bases[b.heads[b.Rows-1]] + b.goods[b.Rows-1]}
	want := b.plain(len(cells), func(i int) (uint32, bool) {
		base := bases[b.heads[i]]
		return base + b.goods[i], base != 0
	})
	for i, v := range []int64{math.MaxInt64, -math.MaxInt64} {
		cells[first[i]].Add(v)
		want[first[i]].add(v)
	}
	b.AddByHeadAndGood(cells, bases, 2, new(tally.Scratch))
	for i := range cells {
		if want[i].n > 0 || !cells[i].IsEmpty() {
			checkCell(t, "by head and good", &cells[i], &want[i])
		}
	}
}

// drawSlots draws a cell for each head; neighbours have the same one often.
func drawSlots(t *rapid.T) []uint32 {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
	same := rapid.SampledFrom([]int{1, 3, 1 << 20}).Draw(t, "same")
	slots := make([]uint32, mostID+1)
	for h := range slots {
		slots[h] = uint32(random.IntN(fewCells))
		if h%same != 0 {
			slots[h] = slots[h-1]
		}
	}
	return slots
}

func TestAddByHead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBlock(t, 400)
		b.byHead(t, drawSlots(t))
	})
}

func TestAddByHeadAndGood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBlock(t, 400)
		b.byHeadAndGood(t, drawSlots(t))
	})
}

// A full block of every form, with figures that leave 64 bits on the way, in
// either direction.
func TestAddFullBlocks(t *testing.T) {
	slots := make([]uint32, mostID+1)
	for h := range slots {
		slots[h] = uint32(h % fewCells)
	}
	heads := map[string]func(i int) uint32{
		"one head": func(int) uint32 { return 3 },
		"runs":     func(i int) uint32 { return uint32(i / 300) },
		"few":      func(i int) uint32 { return uint32(i % 200) },
		"many":     func(i int) uint32 { return uint32(i % 2000) },
		"most":     func(i int) uint32 { return uint32(i % 2 * mostID) },
		"counting": func(i int) uint32 { return uint32(i) },
	}
	for name, head := range heads {
		for _, kind := range cellKinds {
			t.Run(name+" "+kind, func(t *testing.T) {
				var ids, goods []uint32
				for i := range tally.BlockRows {
					ids = append(ids, head(i))
					goods = append(goods, uint32(i*31%500))
				}
				b := newCellBlock(ids, goods, kind, 7)
				b.byHead(t, slots)
				b.byHeadAndGood(t, slots)
			})
		}
	}
}

// What blocks are added to in parts merges to what they come to together, with
// the wide ones added apart, to the last digit.
func TestBlocksMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slots := make([]uint32, mostID+1) // one cell
		var together, apart fixed.Sum
		merged := map[int]*tally.Cell{} // by scale
		n := 0
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			b := drawBlock(t, 100)
			var cells [1]tally.Cell
			b.AddByHead(cells[:], slots, 2)
			scale := b.Scale(2)
			if merged[scale] == nil {
				merged[scale] = new(tally.Cell)
			}
			merged[scale].Merge(cells[0])
			b.Wide(2, func(_ int, d fixed.Dec) { apart.Add(d) })
			for i := range b.Rows {
				together.Add(b.Figures[2].At(i).Dec())
			}
			n += b.Rows
		}
		for scale, c := range merged {
			c.AddTo(&apart, scale)
			n -= c.Count()
		}
		if !apart.Equal(together) || n != 0 {
			t.Fatalf("in parts %v, together %v, %d rows differ", apart.Decimal(), together.Decimal(), n)
		}
	})
}
