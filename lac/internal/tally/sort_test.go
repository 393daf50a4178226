package tally_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/tally"
	"pgregory.net/rapid"
)

func TestSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mask := rapid.SampledFrom([]uint64{^uint64(0), 0xf, 0xff0, 0x1f_ff00_0010_0101, 1 << 63, 0})
		some, by := mask.Draw(t, "bits"), mask.Draw(t, "by")
		words := rapid.SliceOfN(rapid.Uint64(), 0, 300).Draw(t, "words")
		for i := range words {
			words[i] &= some
		}
		want := slices.Clone(words)
		slices.SortStableFunc(want, func(a, b uint64) int { return cmp.Compare(a&by, b&by) })
		tally.Sort(words, by)
		if !slices.Equal(words, want) {
			t.Fatalf("by %x: %x, want %x", by, words, want)
		}
	})
}
