package indicator_test

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"pgregory.net/rapid"
)

func TestGrowth(t *testing.T) {
	for _, tt := range []struct {
		rule, from, to string
		places         int32
		want           string
		err            error
	}{
		{"2014 to 2024 on customs' books", "263.6e9 USD", "518.467e9 USD", 4, "0.9669", nil},
		{"a fall", "236.5e9 USD", "216.6e9 USD", 4, "-0.0841", nil},
		{"half away from zero", "8 USD", "9 USD", 2, "0.13", nil},
		{"and below zero too", "8 USD", "7 USD", 2, "-0.13", nil},
		{"no growth", "1 USD", "1 USD", 2, "0", nil},
		{"to nothing", "1 USD", "0 USD", 2, "-1", nil},
		{"from nothing there is none", "0 USD", "1 USD", 2, "", lac.ErrRange},
		{"two currencies", "1 USD", "1 CNY", 2, "", lac.ErrCurrencyMismatch},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := indicator.Growth(money(tt.from), money(tt.to), tt.places)
			if !errors.Is(err, tt.err) || err == nil && got.String() != tt.want {
				t.Errorf("got %v, %v; want %s, %v", got, err, tt.want, tt.err)
			}
		})
	}
	if _, err := indicator.Growth(lac.Money{}, money("1 USD"), 2); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("from what is not reported: %v", err)
	}
}

func TestCAGRBracketsTheRatio(t *testing.T) {
	positive := rapid.Custom(func(t *rapid.T) lac.Money {
		return must(lac.NewMoney(decimal.New(rapid.Int64Range(1, 1<<62).Draw(t, "coefficient"), rapid.Int32Range(-12, 12).Draw(t, "exponent")), lac.USD))
	})
	power := func(r *big.Rat, n int) *big.Rat {
		e := big.NewInt(int64(n))
		return new(big.Rat).SetFrac(new(big.Int).Exp(r.Num(), e, nil), new(big.Int).Exp(r.Denom(), e, nil))
	}
	rapid.Check(t, func(t *rapid.T) {
		from, to := positive.Draw(t, "from"), positive.Draw(t, "to")
		years, places := rapid.IntRange(1, 40).Draw(t, "years"), rapid.Int32Range(0, 20).Draw(t, "places")
		g, err := indicator.CAGR(from, to, years, places)
		if err != nil {
			t.Fatal(err)
		}
		if g.Exponent() < -places {
			t.Errorf("%v has more than %d places", g, places)
		}
		ratio := new(big.Rat).Quo(to.Amount().Rat(), from.Amount().Rat())
		factor := new(big.Rat).Add(g.Rat(), big.NewRat(1, 1))
		halfUnit := new(big.Rat).Mul(unit(places), big.NewRat(1, 2))
		low, high := new(big.Rat).Sub(factor, halfUnit), new(big.Rat).Add(factor, halfUnit)
		if low.Sign() > 0 && power(low, years).Cmp(ratio) > 0 || ratio.Cmp(power(high, years)) >= 0 {
			t.Errorf("from %v to %v in %d years: %v", from, to, years, g)
		}
	})
}

func TestCAGR(t *testing.T) {
	for _, tt := range []struct {
		rule, from, to string
		years          int
		places         int32
		want           string
		err            error
	}{
		{"2014 to 2024 on customs' books", "263.6e9 USD", "518.467e9 USD", 10, 5, "0.06998", nil},
		{"an exact root", "100 USD", "121 USD", 2, 10, "0.1", nil},
		{"one year is the growth", "8 USD", "9 USD", 1, 3, "0.125", nil},
		{"exactly half is rounded away from zero", "8 USD", "9 USD", 1, 2, "0.13", nil},
		{"exactly half of a fall goes down, as Growth does", "8 USD", "7 USD", 1, 2, "-0.13", nil},
		{"over two years too", "400 USD", "361 USD", 2, 1, "-0.1", nil},
		{"and a little less than half does not", "8 USD", "7.000001 USD", 1, 2, "-0.12", nil},
		{"a fall", "4 USD", "1 USD", 2, 4, "-0.5", nil},
		{"nearly all is lost", "1e30 USD", "1 USD", 1, 2, "-1", nil},
		{"from nothing", "0 USD", "1 USD", 1, 2, "", lac.ErrRange},
		{"to nothing", "1 USD", "0 USD", 1, 2, "", lac.ErrRange},
		{"no years", "1 USD", "2 USD", 0, 2, "", lac.ErrRange},
		{"too many years", "1 USD", "2 USD", 201, 2, "", lac.ErrRange},
		{"too many places", "1 USD", "2 USD", 1, 31, "", lac.ErrRange},
		{"two currencies", "1 USD", "2 CNY", 1, 2, "", lac.ErrCurrencyMismatch},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := indicator.CAGR(money(tt.from), money(tt.to), tt.years, tt.places)
			if !errors.Is(err, tt.err) || err == nil && got.String() != tt.want {
				t.Errorf("got %v, %v; want %s, %v", got, err, tt.want, tt.err)
			}
		})
	}
	// The largest that the limits allow ends, and soon.
	if g, err := indicator.CAGR(money("0."+zeros(37)+"1 USD"), money("99999999999999999999999999999999999999 USD"), 200, 30); err != nil || g.Sign() <= 0 {
		t.Errorf("the widest growth is %v, %v", g, err)
	}
}

func zeros(n int) string { return string(slices.Repeat([]byte("0"), n)) }
