package fixed_test

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"pgregory.net/rapid"
)

// ratOf returns c × 10^exp.
func ratOf(c *big.Int, exp int) *big.Rat {
	p := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil))
	if exp < 0 {
		p.Inv(p)
	}
	return p.Mul(p, new(big.Rat).SetInt(c))
}

// int128 returns hi × 2^64 + lo.
func int128(hi int64, lo uint64) *big.Int {
	c := new(big.Int).Lsh(big.NewInt(hi), 64)
	return c.Add(c, new(big.Int).SetUint64(lo))
}

// decimals draws decimals small and large, many of which no Sum takes.
func decimals() *rapid.Generator[decimal.Decimal] {
	small := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64().Draw(t, "coef"), rapid.Int32Range(-45, 100).Draw(t, "exp"))
	})
	usual := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64Range(-1e15, 1e15).Draw(t, "coef"), rapid.Int32Range(-3, 0).Draw(t, "exp"))
	})
	large := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		s := rapid.StringMatching(`-?[1-9][0-9]{0,140}0{0,20}`).Draw(t, "digits")
		c, _ := new(big.Int).SetString(s, 10)
		return decimal.NewFromBigInt(c, rapid.Int32Range(-70, 20).Draw(t, "exp"))
	})
	return rapid.OneOf(usual, small, large)
}

// taken reports whether x is a number that a Sum takes.
func taken(x *big.Rat) bool {
	_, scale, ok := coefScale(x)
	limit := ratOf(big.NewInt(1), fixed.MaxWhole)
	return ok && scale <= fixed.MaxScale && new(big.Rat).Abs(x).Cmp(limit) < 0
}

func TestAddScaled(t *testing.T) {
	edges := []int64{math.MinInt64, math.MinInt64 + 1, -1, 0, 1, math.MaxInt64}
	for _, hi := range edges {
		for _, low := range edges {
			for scale := range fixed.MaxScale + 1 {
				lo := uint64(low)
				var s fixed.Sum
				s.AddScaled(hi, lo, scale)
				checkSum(t, s, ratOf(int128(hi, lo), -scale))
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		var s fixed.Sum
		want := new(big.Rat)
		for range rapid.IntRange(0, 20).Draw(t, "terms") {
			hi, lo := rapid.Int64().Draw(t, "hi"), rapid.Uint64().Draw(t, "lo")
			scale := rapid.IntRange(0, fixed.MaxScale).Draw(t, "scale")
			s.AddScaled(hi, lo, scale)
			want.Add(want, ratOf(int128(hi, lo), -scale))
		}
		checkSum(t, s, want)
	})
}

func TestAddScaledLeaves320Bits(t *testing.T) {
	for _, hi := range []int64{math.MinInt64, math.MaxInt64} {
		s := wide(t, hi < 0, 65)
		want := s.Decimal().Rat()
		for range 5 {
			s.AddScaled(hi, math.MaxUint64, 0)
			want.Add(want, new(big.Rat).SetInt(int128(hi, math.MaxUint64)))
		}
		checkSum(t, s, want)
	}
}

// A Sum and a Run take the same decimals and come to the same exact sum, in any
// order, in parts and together with Decs.
func TestAddDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := rapid.SliceOfN(decimals(), 0, 20).Draw(t, "ds")
		decs := rapid.SliceOfN(decs(), 0, 10).Draw(t, "decs")
		var s fixed.Sum
		var r, parts fixed.Run
		want := new(big.Rat)
		for _, d := range ds {
			wantErr := error(nil)
			if !taken(d.Rat()) {
				wantErr = fixed.ErrRange
			} else {
				want.Add(want, d.Rat())
			}
			if err := s.AddDecimal(d); err != wantErr {
				t.Fatalf("Sum.AddDecimal(%v): %v; want %v", d, err, wantErr)
			}
			if err := r.AddDecimal(d); err != wantErr {
				t.Fatalf("Run.AddDecimal(%v): %v; want %v", d, err, wantErr)
			}
		}
		for _, d := range decs {
			s.Add(d)
			r.Add(d)
			want.Add(want, d.Rat())
		}
		checkSum(t, s, want)
		checkSum(t, r.Sum(), want)

		for _, d := range rapid.Permutation(decs).Draw(t, "decs again") {
			parts.Add(d)
		}
		whole := parts.Sum()
		parts = fixed.Run{}
		for _, d := range rapid.Permutation(ds).Draw(t, "ds again") {
			_ = parts.AddDecimal(d)
		}
		whole.Merge(parts.Sum())
		if !whole.Equal(s) || !r.Sum().Equal(s) {
			t.Fatal("the order of the terms matters")
		}
	})
}

func TestAddDecimalHostile(t *testing.T) {
	big10 := func(n int64) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil) }
	nines := func(n int64) *big.Int { return new(big.Int).Sub(big10(n), big.NewInt(1)) }
	least := ratOf(big.NewInt(1), -38)
	limit := new(big.Rat).SetInt(big10(fixed.MaxWhole))
	tests := []struct {
		name string
		in   decimal.Decimal
		want *big.Rat // nil for ErrRange
	}{
		{"zero value", decimal.Decimal{}, new(big.Rat)},
		{"zero with a huge exponent", decimal.New(0, math.MaxInt32), new(big.Rat)},
		{"zero with a tiny exponent", decimal.New(0, math.MinInt32), new(big.Rat)},
		{"least int64", decimal.New(math.MinInt64, 0), new(big.Rat).SetInt64(math.MinInt64)},
		{"huge exponent", decimal.New(1, 1_000_000_000), nil},
		{"largest exponent", decimal.New(-1, math.MaxInt32), nil},
		{"least exponent", decimal.New(1000, math.MinInt32), nil},
		{"least exponent of many digits", decimal.NewFromBigInt(big10(1000), math.MinInt32), nil},
		{"38 places", decimal.New(1, -38), least},
		{"38 places and zeros", decimal.New(1000, -41), least},
		{"39 places", decimal.New(1, -39), nil},
		{"39 places of many digits", decimal.NewFromBigInt(nines(60), -39), nil},
		{"39 places of an even number", decimal.NewFromBigInt(new(big.Int).Lsh(nines(60), 1), -39), nil},
		{"zeros after the point", decimal.NewFromBigInt(big10(1000), -1000), big.NewRat(1, 1)},
		{"zeros after the places", decimal.NewFromBigInt(big10(1000), -1038), least},
		{"one place more", decimal.NewFromBigInt(big10(1000), -1039), nil},
		{"many binary zeros", decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 300_000), -100_000), nil},
		{"96 digits", decimal.NewFromBigInt(nines(96), 0), new(big.Rat).SetInt(nines(96))},
		{"96 digits by the exponent", decimal.New(1, 95), new(big.Rat).SetInt(big10(95))},
		{"134 digits", decimal.NewFromBigInt(new(big.Int).Neg(nines(134)), -38), new(big.Rat).Sub(least, limit)},
		{"97 digits", decimal.NewFromBigInt(big10(96), 0), nil},
		{"97 digits by the exponent", decimal.New(10, 95), nil},
		{"97 digits and 38 places", decimal.NewFromBigInt(big10(134), -38), nil},
		{"97 digits and zeros", decimal.NewFromBigInt(big10(196), -100), nil},
		{"a million digits", decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 3_300_000), -20), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := parse(t, "0.5")
			var s fixed.Sum
			var r fixed.Run
			s.Add(before)
			r.Add(before)
			errS, errR := s.AddDecimal(tt.in), r.AddDecimal(tt.in)
			if errS != errR || (errS == nil) != (tt.want != nil) || errS != nil && errS != fixed.ErrRange {
				t.Fatalf("Sum: %v, Run: %v", errS, errR)
			}
			want := before.Rat()
			if tt.want != nil {
				want.Add(want, tt.want)
			}
			checkSum(t, s, want)
			checkSum(t, r.Sum(), want)
		})
	}
}

// Nobody adds up more numbers than make a sum that can be encoded.
func TestSumOfLargestDecimals(t *testing.T) {
	d := decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(134), nil), 0).Sub(decimal.New(1, 0)).Shift(-38)
	for _, d := range []decimal.Decimal{d, d.Neg()} {
		var s fixed.Sum
		if err := s.AddDecimal(d); err != nil {
			t.Fatal(err)
		}
		want := d.Rat()
		for range 64 {
			s.Merge(s)
			want.Add(want, want)
		}
		checkSum(t, s, want)
	}
}

func TestRunLeavesItsWords(t *testing.T) {
	for _, text := range []string{
		"4611686018427387904", "-4611686018427387904", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "-18446744073709551615",
		"461168601842738.7904", "-999999999999999999", "99999999999.9999999", "0.99999999", "-18446744073709551617.1",
	} {
		var r fixed.Run
		want, x := new(big.Rat), parse(t, text)
		for n := range 50 {
			if n%2 == 0 {
				r.Add(x)
			} else if err := r.AddDecimal(x.Decimal()); err != nil {
				t.Fatal(err)
			}
			want.Add(want, x.Rat())
			checkSum(t, r.Sum(), want)
		}
		c := r
		c.Add(x)
		checkSum(t, r.Sum(), want)
		checkSum(t, c.Sum(), want.Add(want, x.Rat()))
	}
}

func TestRunNoAllocs(t *testing.T) {
	usual := decimal.RequireFromString("12345678.901")
	longest := decimal.RequireFromString("-99999999999.9999999")
	shifted := decimal.RequireFromString("518.467").Shift(9)
	x := parse(t, "1234567890123.45")
	var s fixed.Sum
	var r fixed.Run
	tests := []struct {
		name string
		f    func()
	}{
		{"Sum.AddScaled", func() { s.AddScaled(math.MinInt64, 1, 38); s.AddScaled(1, 2, 3) }},
		{"Sum.AddDecimal", func() { _ = s.AddDecimal(usual); _ = s.AddDecimal(shifted) }},
		{"Run.Add", func() { r.Add(x) }},
		{"Run.AddDecimal", func() { _ = r.AddDecimal(usual); _ = r.AddDecimal(longest); _ = r.AddDecimal(shifted) }},
		{"Run.Sum", func() { s = r.Sum() }},
	}
	for _, tt := range tests {
		if n := testing.AllocsPerRun(100, tt.f); n != 0 {
			t.Errorf("%s allocates %v times", tt.name, n)
		}
	}
}

func BenchmarkAddScaled(b *testing.B) {
	var s fixed.Sum
	for b.Loop() {
		s.AddScaled(-1, 123456789012, 2)
	}
}

func BenchmarkRunAddDecimal(b *testing.B) {
	for _, text := range []string{"12345678.901", strings.Repeat("9", 20) + ".5"} {
		b.Run(fmt.Sprint(len(text)), func(b *testing.B) {
			d := decimal.RequireFromString(text)
			var r fixed.Run
			for b.Loop() {
				if err := r.AddDecimal(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
