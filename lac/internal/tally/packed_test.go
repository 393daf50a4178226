package tally

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// Packed coefficients are what they were, all of them or one, and a small one takes
// few bytes.
func TestPackedFigures(t *testing.T) {
	var with packer
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.IntRange(0, 18).Draw(t, "scale")
		coef := rapid.OneOf(rapid.Int64(), rapid.Int64Range(0, 1000), rapid.SampledFrom([]int64{0, math.MaxInt64, -math.MaxInt64, -1}),
			rapid.Map(rapid.Int64Range(0, 1<<50), func(v int64) int64 { return v * 1000 }))
		n := rapid.IntRange(1, 300).Draw(t, "rows")
		first := rapid.SliceOfN(coef, n, n).Draw(t, "first")
		second := rapid.SliceOfN(coef, n, n).Draw(t, "second")
		for i := range second {
			if rapid.Bool().Draw(t, "like") {
				second[i] = first[i]
			}
		}
		a := with.pack(first, scale, nil, nil)
		b := with.pack(second, scale, first, a)
		for _, c := range []struct {
			packed *packedFigures
			want   []int64
		}{{a, first}, {b, second}} {
			got := make([]int64, n)
			c.packed.unpackFrom(got, 0)
			for i, want := range c.want {
				if got[i] != want || c.packed.at(i) != want {
					t.Fatalf("row %d is %d, by itself %d; want %d", i, got[i], c.packed.at(i), want)
				}
			}
		}
	})
	whole := make([]int64, 1000)
	for i := range whole {
		whole[i] = int64(i%200+1) * 1000
	}
	a := with.pack(whole, 3, nil, nil)
	// A byte and a half for each row, and nothing but the half where another has it.
	if n := a.bytes(); n > 1600 {
		t.Errorf("1000 numbers of one byte take %d", n)
	}
	if n := with.pack(whole, 3, whole, a).bytes(); n > 600 {
		t.Errorf("1000 numbers that another column has take %d", n)
	}
}
