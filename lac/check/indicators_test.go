package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// Ratios to a product and a population, and changes in real terms, are answered by
// what the almanac has of both; the figures are worked out by hand.
func TestIndicatorsOfTheAlmanac(t *testing.T) {
	data := almanacData(t)
	toChina := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.Chile, Partner: lac.China, Flow: lac.Export}
	both := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, Flow: lac.Turnover, Real: true}
	byProduct := both
	byProduct.Prices = "gdp"
	gdp := lac.Measure{Subject: lac.SubjectGDP, Reporter: lac.Chile}
	people := lac.Measure{Subject: lac.SubjectPopulation, Reporter: lac.Chile}
	stated := func(q string, digits int) lac.Stated {
		v, err := lac.ParseQuantity(q)
		if err != nil {
			t.Fatal(err)
		}
		return lac.Stated{Value: v, Digits: digits}
	}
	for _, tt := range []struct {
		name    string
		claim   lac.Claim
		verdict check.Verdict
		says    string // of a reading that decides
	}{
		// 28,684,607,822.902 / (13,173.7848 x 19,300,315) = 11.2817 percent.
		{"exports to China in the product", lac.Claim{Form: lac.FormRatio, Measure: toChina, Of: gdp, Period: lac.Year(2020), Stated: stated("11.3 percent", 3)}, check.Supported, "11.282 percent"},
		{"a quarter of it", lac.Claim{Form: lac.FormRatio, Measure: toChina, Of: gdp, Period: lac.Year(2020), Stated: stated("25 percent", 2)}, check.Contradicted, "11.282 percent"},
		// 28,684,607,822.902 / 19,300,315 = 1,486.2248.
		{"a head", lac.Claim{Form: lac.FormRatio, Measure: toChina, Of: people, Period: lac.Year(2020), Stated: stated("1486 USD", 4)}, check.Supported, "1,486.225 USD"},
		// 518.467/263.6 = 1.96687; prices 125.230/96.421 = 1.29878: 1.5144, and 1.866/1.29878 = 1.4363 on the members' books.
		{"twice by the prices of GDP", lac.Claim{Form: lac.FormMultiple, Measure: byProduct, Period: lac.Year(2024), Baseline: lac.Year(2014), Stated: stated("2 times", 0)}, check.Contradicted, "1.514 times"},
		// Prices of US imports stood in 2024 where they had in 2011: by them it did nearly double.
		{"twice in real terms", lac.Claim{Form: lac.FormMultiple, Measure: both, Period: lac.Year(2024), Baseline: lac.Year(2014), Stated: stated("2 times", 0)}, check.Insufficient, "1.514 times"},
		// 1.5144 x 1.42 = 2.1504.
		{"three times in real terms", lac.Claim{Form: lac.FormMultiple, Measure: both, Period: lac.Year(2024), Baseline: lac.Year(2014), Stated: stated("3 times", 0)}, check.Contradicted, "1.514 times"},
		{"no product of that year", lac.Claim{Form: lac.FormRatio, Measure: toChina, Of: gdp, Period: lac.Year(2022), Stated: stated("11 percent", 2)}, check.Insufficient, ""},
	} {
		tt.claim.ID = tt.name
		f := find(t, data, tt.claim, check.Default())
		var got []string
		for _, r := range f.Readings {
			if r.Deciding {
				got = append(got, check.Text(r.Interval, r.Unit))
			}
		}
		if f.Verdict != tt.verdict || tt.says != "" && !slices.Contains(got, tt.says) {
			t.Errorf("%s: %s, %s; want %s, %s; missing %q", tt.name, f.Verdict, strings.Join(got, ", "), tt.verdict, tt.says, f.Missing)
		}
	}
}
