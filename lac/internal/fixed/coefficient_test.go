package fixed

import (
	"math"
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
		for _, coef := range []int64{0, 1, -1, 999, runLimit - 1, runLimit, -runLimit, math.MaxInt64, math.MinInt64, 1e17, -1e18} {
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
