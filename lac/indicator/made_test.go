package indicator_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"pgregory.net/rapid"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func money(s string) lac.Money { return must(lac.ParseMoney(s)) }

// half rounds a rational number half away from zero.
func half(r *big.Rat, places int) *big.Rat {
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	scaled := new(big.Rat).Mul(new(big.Rat).Abs(r), scale)
	scaled.Add(scaled, big.NewRat(1, 2))
	whole := new(big.Rat).SetInt(new(big.Int).Quo(scaled.Num(), scaled.Denom()))
	if r.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole.Quo(whole, scale)
}

// records reads trade records, each as "source reporter partner flow period
// commodity amount currency" and a valuation where there is one.
func records(lines ...string) lac.Records {
	var all lac.Records
	for i, line := range lines {
		f := strings.Fields(line)
		r := lac.TradeRecord{
			ID:        fmt.Sprintf("%s-%04d", f[0], i+1),
			Source:    f[0],
			Reporter:  must(lac.ParseArea(f[1])),
			Partner:   must(lac.ParseArea(f[2])),
			Flow:      lac.TradeFlow(f[3]),
			Period:    must(lac.ParsePeriod(f[4])),
			Commodity: must(lac.ParseCommodity(f[5])),
			Value:     money(f[6] + " " + f[7]),
		}
		if len(f) > 8 {
			r.Valuation = lac.Valuation(f[8])
		}
		all.Trade = append(all.Trade, r)
		if s := (lac.Source{ID: f[0], Publisher: "p", Basis: "b"}); !slices.Contains(all.Sources, s) {
			all.Sources = append(all.Sources, s)
		}
	}
	return all
}

func amounts(texts ...string) []lac.Money {
	var all []lac.Money
	for _, s := range texts {
		all = append(all, money(s))
	}
	return all
}

// someAmounts draws amounts in dollars of which one at least is not zero.
func someAmounts() *rapid.Generator[[]lac.Money] {
	one := rapid.Custom(func(t *rapid.T) lac.Money {
		coefficient := rapid.OneOf(rapid.Int64Range(0, 9), rapid.Int64Range(0, 1<<62)).Draw(t, "coefficient")
		return must(lac.NewMoney(decimal.New(coefficient, rapid.Int32Range(-6, 3).Draw(t, "exponent")), lac.USD))
	})
	return rapid.SliceOfN(one, 1, 40).Filter(func(all []lac.Money) bool {
		return slices.ContainsFunc(all, func(m lac.Money) bool { return m.Sign() > 0 })
	})
}

func unit(places int32) *big.Rat { return decimal.New(1, -places).Rat() }
