package tally_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/tally"
	"pgregory.net/rapid"
)

// A test is what both a test and a property have.
type test interface {
	Helper()
	Fatalf(string, ...any)
}

// spreads are the greatest distances of ids in a column of each width, and the
// least that need a wider one.
var spreads = []uint32{0, 1, 1<<8 - 1, 1 << 8, 1<<16 - 1, 1 << 16}

// ids draws up to n ids of at most most in one of the forms that a column has:
// of every width, counting up, and in runs.
func ids(n int, most uint32) *rapid.Generator[[]uint32] {
	return rapid.Custom(func(t *rapid.T) []uint32 {
		ids := make([]uint32, rapid.OneOf(rapid.IntRange(1, 20), rapid.IntRange(1, n)).Draw(t, "ids"))
		spread := min(most, rapid.SampledFrom(append(spreads, most)).Draw(t, "spread"))
		base := rapid.SampledFrom([]uint32{0, 1, (most - spread) / 2, most - spread}).Draw(t, "base")
		base = min(base, most-spread)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		switch rapid.SampledFrom([]string{"any", "counts", "runs"}).Draw(t, "form") {
		case "any":
			for i := range ids {
				ids[i] = base + uint32(random.Uint64N(uint64(spread)+1))
			}
			ids[random.IntN(len(ids))] = base
			ids[random.IntN(len(ids))] = base + spread
		case "counts":
			base = min(base, most-uint32(len(ids)-1))
			for i := range ids {
				ids[i] = base + uint32(i)
			}
		case "runs":
			for i := range ids {
				if ids[i] = base; i > 0 {
					ids[i] = ids[i-1]
				}
				if random.IntN(20) == 0 {
					ids[i] = base + uint32(random.Uint64N(uint64(spread)+1))
				}
			}
		}
		return ids
	})
}

// blockOf returns a block of which every column of ids is the same.
func blockOf(ids []uint32) *tally.Block {
	var table tally.Table
	for _, id := range ids {
		table.Append(&tally.Row{Head: id, Form: id, Good: id, Number: id})
	}
	return table.Blocks()[0]
}

func checkIDs(t test, name string, got *tally.IDs, want []uint32) {
	t.Helper()
	if least, most := got.Bounds(); least != slices.Min(want) || most != slices.Max(want) {
		t.Fatalf("%s: bounds %d and %d; want those of %d", name, least, most, want)
	}
	for i, id := range want {
		if got.At(i) != id {
			t.Fatalf("%s: At(%d) = %d; want %d", name, i, got.At(i), id)
		}
	}
}

func TestIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := ids(300, math.MaxUint32).Draw(t, "ids")
		b := blockOf(want)
		from := rapid.IntRange(0, len(want)).Draw(t, "from")
		to := rapid.IntRange(from, len(want)).Draw(t, "to")
		for name, c := range map[string]*tally.IDs{"heads": &b.Heads, "forms": &b.Forms, "goods": &b.Goods, "numbers": &b.Numbers} {
			checkIDs(t, name, c, want)
			unpacked := make([]uint32, to-from)
			if c.Unpack(unpacked, from); !slices.Equal(unpacked, want[from:to]) {
				t.Fatalf("%s: rows %d to %d unpack as %d; want %d", name, from, to, unpacked, want[from:to])
			}
		}
	})
}

// Numbers that go up by one go up to the greatest and do not begin anew there.
func TestIDsAfterTheGreatest(t *testing.T) {
	for _, want := range [][]uint32{
		{math.MaxUint32 - 1, math.MaxUint32},
		{math.MaxUint32, 0},
		{math.MaxUint32 - 1, math.MaxUint32, 0, 1},
	} {
		b := blockOf(want)
		for i, id := range want {
			if got := b.Numbers.At(i); got != id {
				t.Errorf("%d: At(%d) = %d", want, i, got)
			}
		}
	}
}

// An id takes the bytes that the distance of the least and the greatest needs.
func TestIDsAreNarrow(t *testing.T) {
	const n = 4000
	size := func(id func(i int) uint32) int {
		var table tally.Table
		for i := range n {
			table.Append(&tally.Row{Number: id(i)})
		}
		table.Seal()
		return table.Bytes()
	}
	none := size(func(int) uint32 { return 0 })
	if none > 100 {
		t.Errorf("%d rows of nothing take %d bytes", n, none)
	}
	for _, tt := range []struct {
		name  string
		bytes int // for all ids
		id    func(i int) uint32
	}{
		{"one number", 0, func(int) uint32 { return 7_000_000 }},
		{"counting", 0, func(i int) uint32 { return 7_000_000 + uint32(i) }},
		{"256 numbers", n, func(i int) uint32 { return 7_000_000 + uint32(i*7%256) }},
		{"257 numbers", 2 * n, func(i int) uint32 { return 7_000_000 + uint32(i*7%257) }},
		{"65536 numbers", 2 * n, func(i int) uint32 { return 7_000_000 + uint32(i%2*65535) }},
		{"more", 4 * n, func(i int) uint32 { return 7_000_000 + uint32(i%2*65536) }},
	} {
		if got := size(tt.id) - none; got > tt.bytes+100 {
			t.Errorf("%s: %d bytes, want %d", tt.name, got, tt.bytes)
		}
	}
}

func TestIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfN(rapid.OneOf(rapid.Uint64Range(0, 30), rapid.Uint64(),
			rapid.Custom(func(t *rapid.T) uint64 { return rapid.Uint64Range(0, 30).Draw(t, "high") << 32 })), 0, 200).Draw(t, "keys")
		var index tally.Index
		want := map[uint64]uint32{}
		for _, key := range keys {
			n, known := want[key]
			if got, ok := index.Find(key); ok != known || got != n {
				t.Fatalf("Find(%d) = %d, %t; want %d, %t", key, got, ok, n, known)
			}
			if !known {
				n = uint32(len(want))
				want[key] = n
			}
			if got, isNew := index.Number(key); got != n || isNew == known {
				t.Fatalf("Number(%d) = %d, %t; want %d, %t", key, got, isNew, n, !known)
			}
		}
		if index.Len() != len(want) {
			t.Fatalf("%d keys, want %d", index.Len(), len(want))
		}
		for key, n := range want {
			if got, ok := index.Find(key); !ok || got != n || index.Key(int(n)) != key {
				t.Fatalf("key %d has number %d, %t, and number %d is that of %d", key, got, ok, n, index.Key(int(n)))
			}
		}
	})
}

// rowOf returns a row whose columns do each something else.
func rowOf(i int) tally.Row {
	r := tally.Row{Head: uint32(i / 100), Form: uint32(i % 3), Good: uint32(i * 7919 % 70_001), Number: uint32(i)}
	r.Figures[0] = tally.Figure{Coef: int64(i) * 1_000_003, Places: uint8(i / 50_000)}
	r.Figures[1] = tally.Figure{Coef: int64(i % 2)}
	if i%10_000 == 0 {
		r.Figures[2] = tally.FigureOf(parse("12345678901234567890.5"))
	}
	return r
}

// sameRow fails unless two rows are the same but for the form of their figures.
func sameRow(t test, place string, got, want tally.Row) {
	t.Helper()
	for f := range want.Figures {
		if g, w := got.Figures[f].Dec(), want.Figures[f].Dec(); g != w {
			t.Fatalf("%s: figure %d is %v; want %v", place, f, g, w)
		}
	}
	got.Figures, want.Figures = [tally.NumFigures]tally.Figure{}, [tally.NumFigures]tally.Figure{}
	if got != want {
		t.Fatalf("%s: %+v; want %+v", place, got, want)
	}
}

func TestTableOfFullBlocks(t *testing.T) {
	const n = 2*tally.BlockRows + 3
	var table tally.Table
	for i := range n {
		r := rowOf(i)
		table.Append(&r)
	}
	if table.Len() != n {
		t.Errorf("%d rows, want %d", table.Len(), n)
	}
	blocks := table.Blocks()
	if len(blocks) != 3 || blocks[0].Rows != tally.BlockRows || blocks[1].Rows != tally.BlockRows || blocks[2].Rows != 3 {
		t.Fatalf("%d blocks", len(blocks))
	}
	i, bytes := 0, 0
	for b, block := range blocks {
		for row := range block.Rows {
			sameRow(t, fmt.Sprintf("block %d row %d", b, row), block.At(row), rowOf(i))
			i++
		}
		bytes += block.Bytes()
	}
	if i != table.Len() || bytes != table.Bytes() || bytes > 24*n {
		t.Errorf("%d rows in %d bytes; the table says %d in %d", i, bytes, table.Len(), table.Bytes())
	}
}

// Rows stay what they are, wherever the table is sealed, and blocks that were
// given out stay too.
func TestTableSealedAnywhere(t *testing.T) {
	var empty tally.Table
	if empty.Seal(); empty.Len() != 0 || len(empty.Blocks()) != 0 || empty.Bytes() != 0 {
		t.Errorf("an empty table has %d rows in %d blocks", empty.Len(), len(empty.Blocks()))
	}
	rapid.Check(t, func(t *rapid.T) {
		var table tally.Table
		var want []tally.Row
		var early []*tally.Block // of some rows
		for range rapid.IntRange(1, 6).Draw(t, "parts") {
			for range rapid.IntRange(0, 30).Draw(t, "rows") {
				r := rowOf(len(want) * 997)
				for f := range r.Figures {
					r.Figures[f] = figures().Draw(t, "figure")
				}
				want = append(want, r)
				table.Append(&r)
			}
			if table.Len() != len(want) {
				t.Fatalf("%d rows, want %d", table.Len(), len(want))
			}
			switch rapid.IntRange(0, 2).Draw(t, "seal") {
			case 0:
				table.Seal()
			case 1:
				early = table.Blocks()
			}
		}
		check := func(blocks []*tally.Block) (n int) {
			for b, block := range blocks {
				for row := range block.Rows {
					sameRow(t, fmt.Sprintf("block %d row %d", b, row), block.At(row), want[n])
					n++
				}
			}
			return n
		}
		check(early)
		if n := check(table.Blocks()); n != len(want) {
			t.Fatalf("%d rows in blocks, want %d", n, len(want))
		}
	})
}
