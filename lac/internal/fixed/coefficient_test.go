package fixed

import (
	"math"
	"math/big"
	"reflect"
	"testing"

	"github.com/shopspring/decimal"
)

// A Run adds up the same whether or not it can look into a Decimal.
func TestRunWithoutLayout(t *testing.T) {
	if !laidOut {
		t.Error("a decimal.Decimal is no longer what decimalLayout says: sums of decimals take twice as long")
	}
	sum := func(way bool) Sum {
		defer func(before bool) { laidOut = before }(laidOut)
		laidOut = way && laidOut
		var r Run
		for _, coef := range []int64{0, 1, -1, 999, 1 << 62, -1 << 62, math.MaxInt64, math.MinInt64, 1e17, -1e18} {
			for exp := int32(-12); exp < 4; exp++ {
				for _, d := range []decimal.Decimal{decimal.New(coef, exp), decimal.New(coef, exp).Mul(decimal.New(math.MaxInt64, 0)), {}} {
					if err := r.AddDecimal(d); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		return r.Sum()
	}
	if with, without := sum(true), sum(false); !with.Equal(without) {
		t.Errorf("%v, and without the layout %v", with.Decimal(), without.Decimal())
	}
}

func TestSameLayout(t *testing.T) {
	for _, tt := range []struct {
		name string
		is   any
		want bool
	}{
		{"the same", struct {
			value *big.Int
			exp   int32
		}{}, true},
		{"a field more, within the same size", struct {
			value *big.Int
			exp   int32
			flag  bool
		}{}, false},
		{"as many fields in a larger size", struct {
			value *big.Int
			exp   [3]int32
		}{}, false},
		{"another name", struct {
			value    *big.Int
			exponent int32
		}{}, false},
		{"another type", struct {
			value *big.Rat
			exp   int32
		}{}, false},
		{"another order", struct {
			exp   int32
			value *big.Int
		}{}, false},
	} {
		if got := sameLayout(reflect.TypeOf(tt.is), reflect.TypeFor[decimalLayout]()); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
	// Two fields that differ in place alone.
	placed := func(f ...reflect.StructField) reflect.Type { return reflect.StructOf(f) }
	a := reflect.StructField{Name: "A", Type: reflect.TypeFor[int8]()}
	b := reflect.StructField{Name: "B", Type: reflect.TypeFor[int64]()}
	if sameLayout(placed(a, b), placed(b, a)) {
		t.Error("places do not count")
	}
}
