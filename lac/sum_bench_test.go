package lac_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// BenchmarkSumDecimal adds up a million numbers of up to 15 digits, up to three
// of them after the point, here and with the decimal package alone.
func BenchmarkSumDecimal(b *testing.B) {
	b.Run("positive", func(b *testing.B) { benchmarkSum(b, 1) })
	b.Run("of both signs", func(b *testing.B) { benchmarkSum(b, -1) })
}

// benchmarkSum multiplies half of the numbers by sign.
func benchmarkSum(b *testing.B, sign int64) {
	random := rand.New(rand.NewPCG(2025, 6))
	values := make([]decimal.Decimal, 1_000_000)
	for i := range values {
		digits := []int64{1e8, 1e11, 1e15}[random.IntN(3)]
		v := random.Int64N(digits)
		if random.IntN(2) == 0 {
			v *= sign
		}
		values[i] = decimal.New(v, -random.Int32N(4))
	}
	want := decimal.Sum(values[0], values[1:]...)
	b.Run("lac.Sum", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			total, err := lac.Sum(slices.Values(values), same[decimal.Decimal])
			if err != nil || !total.Decimal().Equal(want) {
				b.Fatal(total, err)
			}
		}
	})
	b.Run("decimal.Sum", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if sum := decimal.Sum(values[0], values[1:]...); !sum.Equal(want) {
				b.Fatal(sum)
			}
		}
	})
}
