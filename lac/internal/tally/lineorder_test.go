package tally

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLinesBySmallKeys finds lines with keys that do not hold a whole line.
func TestLinesBySmallKeys(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 0))
		d := &Dict{}
		for range 1 + r.IntN(6) {
			d.Kinds = append(d.Kinds, Kind{Source: r.Uint32N(2), Flow: uint8(r.IntN(3)), Unit: r.Uint32N(3)})
		}
		for range r.IntN(80) {
			d.Heads.Of(Head{uint16(r.IntN(4)), uint16(r.IntN(4)), r.Uint32N(4), r.Uint32N(uint32(len(d.Kinds)))})
		}
		order := &Order{Areas: []uint32{2, 0, 3, 1}, Periods: []uint32{1, 3, 0, 2}, Sources: []uint32{1, 0}}
		want := Lines{dict: d, order: order}
		want.findLines()
		// In order, and one for each of what heads differ in but their kind's unit.
		key := func(line lineIndex) [5]uint32 {
			h := d.Heads.At(line.head)
			k := d.Kinds[h.Kind]
			return [5]uint32{uint32(k.Flow), order.Areas[h.Reporter], order.Areas[h.Partner], order.Sources[k.Source], order.Periods[h.Period]}
		}
		for i := 1; i < len(want.lines); i++ {
			if a, b := key(want.lines[i-1]), key(want.lines[i]); slices.Compare(a[:], b[:]) >= 0 {
				t.Fatalf("seed %d: line %v before %v", seed, a, b)
			}
		}
		for h, line := range want.lineOf {
			if key(lineIndex{head: uint32(h)}) != key(want.lines[line]) {
				t.Fatalf("seed %d: head %d is in line %v", seed, h, key(want.lines[line]))
			}
		}
		for _, most := range []uint64{1, 4, 16, 64, 512} {
			got := Lines{dict: d, order: order}
			got.findLinesBy(most)
			if !slices.Equal(got.lineOf, want.lineOf) || !slices.Equal(got.lines, want.lines) {
				t.Fatalf("seed %d: with keys below %d lines of heads are %v, want %v", seed, most, got.lineOf, want.lineOf)
			}
		}
	}
}

// A column that was shrunk has the same numbers.
func TestShrunkIDs(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var ids []uint32
		for range 1 + r.IntN(8) {
			id := r.Uint32N(1 << r.IntN(20))
			for range 1 + r.IntN(40) {
				ids = append(ids, id)
			}
		}
		c := packIDs(ids)
		c.shrink()
		from := r.IntN(len(ids))
		got := make([]uint32, len(ids)-from)
		c.Unpack(got, from)
		if !slices.Equal(got, ids[from:]) {
			t.Fatalf("seed %d: %v from %d on, want %v", seed, got, from, ids[from:])
		}
		for i, id := range ids {
			if c.At(i) != id {
				t.Fatalf("seed %d: row %d is %d, want %d", seed, i, c.At(i), id)
			}
		}
	}
}
