package check_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
		// 37,820,913,947.83 / 330,267,137,371.592 = 11.4516 percent, and over 19,764,771 people; Chile's customs first had 37.996 billion.
		{"in the product of 2024", lac.Claim{Form: lac.FormRatio, Measure: toChina, Of: gdp, Period: lac.Year(2024), Stated: stated("11.5 percent", 3)}, check.Supported, "11.452 percent"},
		{"a head in 2024", lac.Claim{Form: lac.FormRatio, Measure: toChina, Of: people, Period: lac.Year(2024), Stated: stated("1910 USD", 3)}, check.Supported, "1,913.552 USD"},
		// 90,229,344,099 / 130,861,007 = 689.5052; Mexico's own books have 991.8.
		{"China's sales a Mexican", lac.Claim{Form: lac.FormRatio, Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Mexico, Flow: lac.Export},
			Of: lac.Measure{Subject: lac.SubjectPopulation, Reporter: lac.Mexico}, Period: lac.Year(2024), Stated: stated("690 USD", 2)}, check.Mixed, "689.505 USD"},
		// 518.467 / 18,743.803 = 2.7661 percent.
		{"trade with the region in China's product", lac.Claim{Form: lac.FormRatio, Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, Flow: lac.Turnover},
			Of: lac.Measure{Subject: lac.SubjectGDP, Reporter: lac.China}, Period: lac.Year(2024), Stated: stated("2.8 percent", 2)}, check.Supported, "2.766 percent"},
		// The Fund and Brazil's own office have 2.17 trillion and 212.6 million, the World Bank 2.186 and 212.0: nobody counts either.
		{"another agency's product", lac.Claim{Form: lac.FormLevel, Measure: lac.Measure{Subject: lac.SubjectGDP, Reporter: lac.Brazil}, Period: lac.Year(2024), Stated: stated("2170000000000 USD", 3)}, check.Insufficient, ""},
		{"its own office's people", lac.Claim{Form: lac.FormLevel, Measure: lac.Measure{Subject: lac.SubjectPopulation, Reporter: lac.Brazil}, Period: lac.Year(2024), Stated: stated("212600000 people", 4)}, check.Insufficient, ""},
		{"half as many people again", lac.Claim{Form: lac.FormLevel, Measure: lac.Measure{Subject: lac.SubjectPopulation, Reporter: lac.Brazil}, Period: lac.Year(2024), Stated: stated("318000000 people", 3)}, check.Contradicted, "211,998,573 people"},
		// Two releases of one database are no series.
		{"a product's growth over two releases", lac.Claim{Form: lac.FormChange, Measure: lac.Measure{Subject: lac.SubjectGDP, Reporter: lac.Brazil}, Period: lac.Year(2024), Baseline: lac.Year(2020), Stated: stated("48 percent", 2)}, check.Insufficient, ""},
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

// A sum over members of some of which there is one flow is no sum that lacks them: what
// other books have of their whole trade is not put in beside the flow.
func TestHalfAMemberIsNotCountedTwice(t *testing.T) {
	year := lac.Year(2024)
	r := lac.Records{Trade: []lac.TradeRecord{row("half", "CHL", lac.Export, year, 30)}}
	for i, of := range []struct {
		reporter string
		flow     lac.TradeFlow
		billions int64
	}{{"CHL", lac.Export, 40}, {"CHL", lac.Import, 33}, {"CUB", lac.Export, 1}, {"CUB", lac.Import, 2}} {
		own := row(fmt.Sprint("own-", i), "CHN", of.flow, year, of.billions)
		own.Reporter = country(of.reporter)
		r.Trade = append(r.Trade, own)
	}
	f := find(t, build(t, r), parseClaim(t, "level trade CHN CELAC 2024 | 90e9 USD"), check.Default())
	exports := 0
	for _, r := range f.Readings {
		// All that there is on record is 73 of Chile's and 3 of Cuba's.
		if l := r.Interval.Lower; !l.IsNone() && l.Rat().Cmp(big.NewRat(76_000_000_000, 1)) > 0 {
			t.Errorf("%s, %s: %s", r.Basis.Books, r.Basis.Definition, check.Text(r.Interval, r.Unit))
		}
		if !slices.Contains(r.Records, "half") {
			continue
		}
		exports++
		if slices.Contains(r.Missing, lac.Chile) || !slices.Contains(r.Missing, lac.Cuba) || r.Verdict != check.Undecided || len(r.Notes) == 0 {
			t.Errorf("exports alone: %s, none of %v, %q", r.Verdict, r.Missing, r.Notes)
		}
	}
	if exports != 1 {
		t.Errorf("%d readings of exports alone", exports)
	}
}

// What the same books have whole is not shown in part as well; a part is, of books that
// have no more.
func TestAPartIsNotShownBesideTheWhole(t *testing.T) {
	year := lac.Year(2024)
	half := row("half", "CHL", lac.Export, year, 30)
	own := row("own", "CHN", lac.Import, year, 33)
	own.Reporter = lac.Chile
	whole := lac.Observation{ID: "whole", Source: "s", Period: year, Figure: lac.Stated{Value: quantity("95000000000 USD"), Digits: 2},
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Turnover}}
	partial := whole
	partial.ID, partial.Figure.Comparator = "partial", lac.Over
	for _, tt := range []struct {
		observed []lac.Observation
		want     []string // the records of each reading
	}{
		{nil, []string{"half", "own"}},
		{[]lac.Observation{whole}, []string{"whole", "own"}},
		// A figure that somebody has only heard of tells nothing more surely.
		{[]lac.Observation{unconfirmed(whole)}, []string{"half", "own", "whole"}},
		// "Over 95" is as good a bound as any.
		{[]lac.Observation{partial}, []string{"partial", "own"}},
	} {
		data := build(t, lac.Records{Trade: []lac.TradeRecord{half, own}, Observations: tt.observed})
		f := find(t, data, parseClaim(t, "level trade CHN CELAC 2024 | 99e9 USD"), check.Default())
		var got []string
		for _, r := range f.Readings {
			got = append(got, r.Records...)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("beside %d published (-want +got):\n%s", len(tt.observed), diff)
		}
	}
}

func unconfirmed(o lac.Observation) lac.Observation {
	o.Evidence = lac.Unconfirmed
	return o
}
