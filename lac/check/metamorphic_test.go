package check_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// denials gives of a comparator the one that says the opposite.
var denials = map[lac.Comparator]lac.Comparator{lac.Over: lac.UpTo, lac.UpTo: lac.Over, lac.AtLeast: lac.Under, lac.Under: lac.AtLeast}

// anyForm draws a claim of trade with Brazil in 2024, of the forms that compare, too.
func anyForm(t *rapid.T) lac.Claim {
	c := drawnClaim(t)
	switch rapid.IntRange(0, 7).Draw(t, "other form") {
	case 0:
		c.Form, c.Baseline, c.Stated = lac.FormComparison, lac.Year(2023), lac.Stated{}
		c.Direction = rapid.SampledFrom([]lac.Direction{lac.Up, lac.Down}).Draw(t, "direction")
	case 1:
		c.Form, c.Baseline, c.Stated = lac.FormComparison, lac.Period{}, lac.Stated{}
		c.Of = lac.Measure{Subject: lac.SubjectTrade, Reporter: c.Measure.Reporter, Partner: c.Measure.Partner, Flow: lac.Import, Real: c.Measure.Real, Prices: c.Measure.Prices}
		c.Measure.Flow, c.Direction = lac.Export, rapid.SampledFrom([]lac.Direction{lac.Up, lac.Down}).Draw(t, "direction")
	case 2:
		c.Form, c.Baseline, c.Stated = lac.FormRecord, lac.Years(2023, 2024), lac.Stated{}
		c.Direction = rapid.SampledFrom([]lac.Direction{lac.Up, lac.Down}).Draw(t, "direction")
	case 3:
		c.Form, c.Baseline, c.Stated = lac.FormTrend, lac.Period{}, lac.Stated{Value: lac.QuantityOf(1, lac.UnitYears), Digits: 1}
		c.Direction = rapid.SampledFrom([]lac.Direction{lac.Up, lac.Down}).Draw(t, "direction")
	case 4:
		c.Measure.Flow, c.Form, c.Baseline = lac.Balance, lac.FormLevel, lac.Period{}
		c.Stated = drawnFigure(t, "balance", "USD", rapid.SampledFrom([]int64{1_000_000_000, -1_000_000_000}).Draw(t, "side"))
	case 5:
		c.Form = rapid.SampledFrom([]lac.ClaimForm{lac.FormLevel, lac.FormAverage}).Draw(t, "over two years")
		c.Period, c.Baseline, c.Stated = lac.Years(2023, 2024), lac.Period{}, drawnFigure(t, "over two years", "USD", 1_000_000_000)
	}
	return c
}

// opposite returns what denies a claim; false if no one claim does.
func opposite(c lac.Claim) (lac.Claim, bool) {
	if other, ok := denials[c.Stated.Comparator]; ok && c.Direction == "" {
		c.Stated.Comparator = other
		return c, true
	}
	switch c.Direction {
	case lac.Up:
		c.Direction = lac.Down
	case lac.Down:
		c.Direction = lac.Up
	default:
		return c, false
	}
	return c, true
}

func findAny(t *rapid.T, data *lac.Dataset, c lac.Claim, p check.Policy) check.Finding {
	f, err := check.Claim(data, c, p)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func anyPolicy(t *rapid.T) check.Policy {
	return rapid.SampledFrom([]check.Policy{check.Strict(), check.Default(), check.Loose()}).Draw(t, "policy")
}

// A claim and what denies it are never both supported. Nor are two that differ in their
// figures alone, of which no value is both.
func TestAClaimAndItsDenialAreNotBothSupported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, c, p := drawnDataset(t), anyForm(t), anyPolicy(t)
		f := findAny(t, data, c, p)
		if d, ok := opposite(c); ok {
			g := findAny(t, data, d, p)
			if f.Verdict == yes && g.Verdict == yes {
				t.Errorf("%+v and its denial are both supported:\n%+v\n%+v", c, f.Readings, g.Readings)
			}
			if f.Verdict == no && g.Verdict == no && c.Direction == "" {
				t.Errorf("%+v and its denial are both contradicted:\n%+v\n%+v", c, f.Readings, g.Readings)
			}
		}
		if !c.Stated.Value.IsReported() {
			return
		}
		d := c
		d.Stated = drawnFigure(t, "another", c.Stated.Value.Unit(), 1_000_000_000)
		if _, money := c.Stated.Value.Unit().Currency(); !money {
			d.Stated = drawnFigure(t, "another", c.Stated.Value.Unit(), 1)
		}
		g := findAny(t, data, d, p)
		edition := func(r check.Reading) bool { return r.Basis.Vintage != "" } // what was published first was so, too
		if f.Verdict == yes && g.Verdict == yes && !f.Stated.Meets(g.Stated) && !slices.ContainsFunc(f.Readings, edition) {
			t.Errorf("%+v and %+v are both supported", c, d)
		}
	})
}

// recordsOf returns what a dataset holds.
func recordsOf(data *lac.Dataset) lac.Records {
	var r lac.Records
	for s := range data.Sources() {
		r.Sources = append(r.Sources, s)
	}
	for x := range data.Trade() {
		r.Trade = append(r.Trade, x)
	}
	for x := range data.Observations() {
		r.Observations = append(r.Observations, x)
	}
	for x := range data.Rates() {
		r.Rates = append(r.Rates, x)
	}
	return r
}

// A verdict does not change where a year's record is split into its months, where all
// records have other names, or where one more is held that the claim is not about.
func TestVerdictsDoNotDependOnHowRecordsAreKept(t *testing.T) {
	kept := map[string]func(*rapid.T, *lac.Records){
		"by month": func(t *rapid.T, r *lac.Records) {
			var rows []lac.TradeRecord
			for _, x := range r.Trade {
				if !x.Period.IsYear() {
					rows = append(rows, x)
					continue
				}
				rest := x.Value.Amount()
				for m := time.January; m <= time.December; m++ {
					part := rest.DivRound(decimal.NewFromInt(int64(13-m)), 0)
					rest = rest.Sub(part)
					y := x
					y.ID, y.Period = fmt.Sprintf("%s-%02d", x.ID, m), lac.Month(x.Period.First().Year(), m)
					var err error
					if y.Value, err = lac.NewMoney(part, x.Value.Currency()); err != nil {
						t.Fatal(err)
					}
					rows = append(rows, y)
				}
			}
			r.Trade = rows
		},
		"other names": func(_ *rapid.T, r *lac.Records) {
			for i := range r.Trade {
				r.Trade[i].ID = fmt.Sprint("row ", len(r.Trade)-i)
			}
			for i := range r.Observations {
				r.Observations[i].ID = fmt.Sprint("figure ", len(r.Observations)-i)
			}
		},
		"one more": func(_ *rapid.T, r *lac.Records) {
			for i, pair := range [][2]string{{"FJI", "TON"}, {"BRA", "TON"}, {"FJI", "CHN"}} {
				r.Trade = append(r.Trade, lac.TradeRecord{ID: fmt.Sprint("far-away", i), Source: "s", Reporter: country(pair[0]), Partner: country(pair[1]),
					Flow: lac.Export, Period: lac.Year(2024), Commodity: lac.AllGoods, Value: lac.MoneyOf(7_000_000_000, lac.USD)})
			}
		},
	}
	for name, change := range kept {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				data, c, p := drawnDataset(t), anyForm(t), anyPolicy(t)
				r := recordsOf(data)
				change(t, &r)
				other, err := lac.NewDataset(r)
				if err != nil {
					t.Fatal(err)
				}
				f, g := findAny(t, data, c, p), findAny(t, other, c, p)
				if f.Verdict != g.Verdict {
					t.Errorf("%+v: %s, and then %s:\n%+v\n%+v", c, f.Verdict, g.Verdict, f.Readings, g.Readings)
				}
			})
		})
	}
}
