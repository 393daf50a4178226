package check_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// A number of few digits, as sources and speakers have them, with its digits.
func drawnFigure(t *rapid.T, name string, unit lac.Unit, scale int64) lac.Stated {
	n := rapid.Int64Range(1, 999).Draw(t, name)
	s := lac.Stated{Value: lac.QuantityOf(n*scale, unit), Digits: len(fmt.Sprint(n)),
		Comparator: rapid.SampledFrom([]lac.Comparator{"", "", "", lac.Over, lac.AtLeast, lac.Under, lac.UpTo, lac.Nearly, lac.About}).Draw(t, name+" hedge")}
	if rapid.IntRange(0, 3).Draw(t, name+" digits") == 0 {
		s.Digits = 0
	}
	return s
}

// drawnDataset has figures of China's trade with Brazil of two years: published with
// any hedge in two currencies, the exports and imports of both sides' books, whole or
// by heading, months or year, some of them estimates or provisional, and an index of
// prices.
func drawnDataset(t *rapid.T) *lac.Dataset {
	const bn = 1_000_000_000
	r := lac.Records{
		Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}, {ID: "o", Publisher: "p", Basis: "customs"},
			{ID: "q", Publisher: "p", Basis: "customs", Published: lac.Year(2025)}, {ID: "first", Publisher: "p", Basis: "customs", Published: lac.Month(2025, 1)}},
	}
	for _, y := range []int{2023, 2024} {
		r.Rates = append(r.Rates, lac.Rate{ID: fmt.Sprint("r", y), Source: "s", Period: lac.Year(y), Base: lac.USD, Quote: lac.CNY, Rate: decimal.NewFromInt(7)})
		r.Observations = append(r.Observations, lac.Observation{ID: fmt.Sprint("prices", y), Source: "s", Period: lac.Year(y), Coverage: "100 in 2022",
			Measure: lac.Measure{Subject: lac.SubjectDeflator, Reporter: lac.UnitedStates, Prices: "gdp"}, Figure: lac.Stated{Value: lac.QuantityOf(int64(y-1922), lac.UnitTimes)}})
		for _, source := range []string{"o", "q", "first"} {
			if rapid.Bool().Draw(t, fmt.Sprint(source, y)) {
				unit := lac.Unit("USD")
				if rapid.Bool().Draw(t, "yuan") {
					unit = "CNY"
				}
				r.Observations = append(r.Observations, lac.Observation{ID: fmt.Sprint(source, y), Source: source, Measure: tradeWithBrazil, Period: lac.Year(y),
					Figure: drawnFigure(t, fmt.Sprint(source, y), unit, bn)})
			}
		}
		for _, reporter := range []lac.Area{lac.China, lac.Brazil} {
			for _, flow := range []lac.TradeFlow{lac.Export, lac.Import} {
				if !rapid.Bool().Draw(t, "recorded") {
					continue
				}
				row := lac.TradeRecord{ID: fmt.Sprint(reporter, flow, y), Source: "s", Reporter: reporter, Partner: lac.Brazil, Flow: flow, Period: lac.Year(y),
					Commodity: lac.AllGoods, Value: lac.MoneyOf(rapid.Int64Range(0, 600*bn).Draw(t, "value"), lac.USD)}
				if reporter == lac.Brazil {
					row.Partner = lac.China
				}
				switch rapid.IntRange(0, 5).Draw(t, "row") {
				case 0:
					row.Period = lac.Days(lac.DateOf(y, 1, 1), lac.DateOf(y, 9, 30))
				case 1:
					row.Commodity, _ = lac.ParseCommodity("H6:2603")
				case 2:
					row.Status = lac.Estimated
				case 3:
					row.Status = lac.Provisional
				}
				r.Trade = append(r.Trade, row)
			}
		}
	}
	data, err := lac.NewDataset(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func drawnClaim(t *rapid.T) lac.Claim {
	c := lac.Claim{ID: "c", Measure: tradeWithBrazil, Period: lac.Year(2024)}
	c.Measure.Flow = rapid.SampledFrom([]lac.TradeFlow{lac.Turnover, lac.Export, lac.Import}).Draw(t, "flow")
	c.Books = rapid.SampledFrom([]lac.Area{0, 0, lac.China, lac.Brazil}).Draw(t, "books")
	if rapid.IntRange(0, 3).Draw(t, "real") == 0 {
		c.Measure.Real, c.Measure.Prices = true, rapid.SampledFrom([]string{"", "", "gdp", "consumer"}).Draw(t, "prices")
	}
	switch rapid.IntRange(0, 3).Draw(t, "form") {
	case 0, 1:
		c.Form, c.Stated = lac.FormLevel, drawnFigure(t, "stated", "USD", 1_000_000_000)
	case 2:
		c.Form, c.Baseline, c.Stated = lac.FormMultiple, lac.Year(2023), drawnFigure(t, "stated", lac.UnitTimes, 1)
	default:
		c.Form, c.Baseline, c.Stated = lac.FormChange, lac.Year(2023), drawnFigure(t, "stated", lac.UnitPercent, 1)
	}
	return c
}

// Looser policies grant whatever stricter ones grant, and contradict nothing that
// stricter ones leave open, whatever the hedges of claim and source.
func TestVerdictsAreMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, c := drawnDataset(t), drawnClaim(t)
		var found []check.Finding
		for _, p := range []check.Policy{check.Strict(), check.Default(), check.Loose()} {
			f, err := check.Claim(data, c, p)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, f)
		}
		for i, strict := range found {
			for _, loose := range found[i+1:] {
				if strict.Verdict == yes && loose.Verdict != yes {
					t.Errorf("%s supports, %s is %s:\n%+v\n%+v", strict.Policy.Name, loose.Policy.Name, loose.Verdict, strict.Readings, loose.Readings)
				}
				if loose.Verdict == no && strict.Verdict != no {
					t.Errorf("%s contradicts, %s is %s:\n%+v\n%+v", loose.Policy.Name, strict.Policy.Name, strict.Verdict, strict.Readings, loose.Readings)
				}
			}
		}
	})
}
