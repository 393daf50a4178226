package fixed_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"pgregory.net/rapid"
)

func TestCoef(t *testing.T) {
	tests := []struct {
		in    string
		coef  int64
		scale int
		ok    bool
	}{
		{"0", 0, 0, true},
		{"-0.00", 0, 0, true},
		{"1", 1, 0, true},
		{"-1.500", -15, 1, true},
		{"1000", 1000, 0, true},
		{"9223372036854775807", math.MaxInt64, 0, true},
		{"-9223372036854775807", -math.MaxInt64, 0, true},
		{"-0.9223372036854775807", -math.MaxInt64, 19, true},
		{tiny, 1, 38, true},
		{"9223372036854775808", 0, 0, false},
		{"-9223372036854775808", 0, 0, false}, // its negative does not fit
		{"18446744073709551616", 0, 0, false},
		{"-1844674407370955161.6", 0, 0, false},
		{nines38, 0, 0, false},
	}
	for _, tt := range tests {
		coef, scale, ok := parse(t, tt.in).Coef()
		if coef != tt.coef || scale != tt.scale || ok != tt.ok {
			t.Errorf("%s: Coef() = %d, %d, %t; want %d, %d, %t", tt.in, coef, scale, ok, tt.coef, tt.scale, tt.ok)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := decs().Draw(t, "d")
		want, wantScale, _ := coefScale(d.Rat())
		coef, scale, ok := d.Coef()
		if ok != (want.CmpAbs(big.NewInt(math.MaxInt64)) <= 0) {
			t.Fatalf("Coef of %v: %t", d, ok)
		}
		if ok && (coef != want.Int64() || scale != wantScale) {
			t.Fatalf("Coef of %v = %d, %d", d, coef, scale)
		}
	})
}

func TestRescale(t *testing.T) {
	edges := []int64{0, 1, -1, math.MaxInt64, -math.MaxInt64, math.MinInt64}
	for by, p := 0, int64(1); by <= 18; by++ {
		for _, limit := range []int64{math.MaxInt64 / p, math.MinInt64 / p} {
			edges = append(edges, limit-1, limit, limit+1)
		}
		if by < 18 {
			p *= 10
		}
	}
	check := func(t test, coef int64, by int) {
		t.Helper()
		got, ok := fixed.Rescale(coef, by)
		if by < 0 || by > 18 {
			if ok {
				t.Fatalf("Rescale(%d, %d) = %d", coef, by, got)
			}
			return
		}
		want := ratOf(big.NewInt(coef), by).Num()
		switch fits := want.IsInt64(); {
		case ok && !fits, ok && got != want.Int64():
			t.Fatalf("Rescale(%d, %d) = %d; want %v", coef, by, got, want)
		case !ok && fits && want.Int64() != math.MinInt64: // which is no figure
			t.Fatalf("Rescale(%d, %d) does not fit; want %v", coef, by, want)
		}
	}
	for _, coef := range edges {
		for by := -2; by <= 40; by++ {
			check(t, coef, by)
		}
		check(t, coef, math.MinInt)
		check(t, coef, math.MaxInt)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.Int64().Draw(t, "coef"), rapid.IntRange(-1, 19).Draw(t, "by"))
	})
}

// A test is what both a test and a property have.
type test interface {
	Helper()
	Fatalf(string, ...any)
}
