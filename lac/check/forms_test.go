package check_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// formData is a small record made up for the forms of claims. China's books, in
// billions of dollars: exports to Chile 14, 15, 26, 22, 19, 20 and imports from it
// 26, 29, 39, 45, 43, 42 from 2019 to 2024; Peru 11 and 14, 25 and 28 in 2023 and
// 2024; exports to the world 190 and 160. Chile's own: exports 38, imports 21 in 2024.
func formData(t *testing.T) *lac.Dataset {
	t.Helper()
	r := lac.Records{Sources: []lac.Source{
		{ID: "customs", Publisher: "Customs", Title: "China's trade", Basis: "China customs (GACC)"},
		{ID: "aduana", Publisher: "Aduana", Title: "Chile's trade", Basis: "Chile's customs"},
		{ID: "indices", Publisher: "Statistics", Title: "Indices", Basis: "statistics"},
		{ID: "forum", Publisher: "Forum", Title: "Plan", Basis: "forum document"},
	}}
	n := 0
	add := func(source string, reporter, partner lac.Area, flow lac.TradeFlow, first int, billions ...int64) {
		for i, v := range billions {
			n++
			r.Trade = append(r.Trade, lac.TradeRecord{ID: fmt.Sprintf("%s#%d", source, n), Source: source, Reporter: reporter, Partner: partner, Flow: flow,
				Period: lac.Year(first + i), Commodity: lac.AllGoods, Value: lac.MoneyOf(v*1e9, lac.USD)})
		}
	}
	add("customs", lac.China, lac.Chile, lac.Export, 2019, 14, 15, 26, 22, 19, 20)
	add("customs", lac.China, lac.Chile, lac.Import, 2019, 26, 29, 39, 45, 43, 42)
	add("customs", lac.China, lac.Peru, lac.Export, 2023, 11, 14)
	add("customs", lac.China, lac.Peru, lac.Import, 2023, 25, 28)
	add("customs", lac.China, lac.World, lac.Export, 2023, 190, 160)
	add("aduana", lac.Chile, lac.China, lac.Export, 2024, 38)
	add("aduana", lac.Chile, lac.China, lac.Import, 2024, 21)
	for i := range r.Trade {
		if t := &r.Trade[i]; t.Source == "customs" && t.Partner == lac.Chile && t.Flow == lac.Import && t.Period == lac.Year(2024) {
			t.NetWeight = quantity("5e9 kg")
		}
	}
	observe := func(id string, m lac.Measure, year int, figure lac.Stated) {
		r.Observations = append(r.Observations, lac.Observation{ID: id, Source: "indices", Measure: m, Period: lac.Year(year), Figure: figure})
	}
	observe("gdp", lac.Measure{Subject: lac.SubjectGDP, Reporter: lac.Chile}, 2024, lac.Stated{Value: quantity("330e9 USD"), Digits: 6})
	observe("people", lac.Measure{Subject: lac.SubjectPopulation, Reporter: lac.Chile}, 2024, lac.Stated{Value: quantity("19600000 people"), Digits: 8})
	observe("p23", lac.Measure{Subject: lac.SubjectDeflator, Reporter: lac.UnitedStates, Prices: "gdp"}, 2023, lac.Stated{Value: quantity("100 times")})
	observe("p24", lac.Measure{Subject: lac.SubjectDeflator, Reporter: lac.UnitedStates, Prices: "gdp"}, 2024, lac.Stated{Value: quantity("103 times")})
	r.Pledges = []lac.Pledge{
		{ID: "awards", Source: "forum", Measure: lac.Measure{Subject: lac.SubjectScholarships, Reporter: lac.China, Partner: lac.CELAC},
			Target: lac.Stated{Value: quantity("3500 scholarships")}, Made: lac.Month(2025, 5), Window: lac.Years(2025, 2027)},
		{ID: "visits", Source: "forum", Measure: lac.Measure{Subject: lac.SubjectTraining, Reporter: lac.China, Partner: lac.CELAC},
			Target: lac.Stated{Value: quantity("300 places")}, PerYear: true, Made: lac.Month(2025, 5), Window: lac.Years(2025, 2027)},
	}
	for _, tie := range []struct {
		area lac.Area
		day  string
		what lac.TieEvent
	}{{lac.Chile, "1970-12-15", lac.TiesEstablished}, {lac.Colombia, "1980-02-07", lac.TiesEstablished}, {lac.Mexico, "1972-02-14", lac.TiesEstablished},
		{lac.Peru, "1971-11-02", lac.TiesEstablished}, {lac.Paraguay, "2025-05-15", lac.TiesNone}} {
		r.Ties = append(r.Ties, lac.Tie{ID: "tie-" + tie.area.String(), Source: "forum", A: lac.China, B: tie.area, Event: tie.what, Date: period(t, tie.day)})
	}
	data, err := lac.NewDataset(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestForms holds each form of claim against figures worked out by hand; what is
// computed stands behind the claim.
func TestForms(t *testing.T) {
	data := formData(t)
	m := func(a, b lac.Area, flow lac.TradeFlow) lac.Measure {
		return lac.Measure{Subject: lac.SubjectTrade, Reporter: a, Partner: b, Flow: flow}
	}
	exports, imports := m(lac.China, lac.Chile, lac.Export), m(lac.China, lac.Chile, lac.Import)
	peru, world := m(lac.China, lac.Peru, lac.Import), m(lac.China, lac.World, lac.Export)
	balance, surplus := m(lac.China, lac.Chile, lac.Balance), m(lac.Chile, lac.China, lac.Balance)
	own := m(lac.Chile, lac.China, lac.Export)
	gdp, people := lac.Measure{Subject: lac.SubjectGDP, Reporter: lac.Chile}, lac.Measure{Subject: lac.SubjectPopulation, Reporter: lac.Chile}
	weight, realExports := imports, exports
	weight.Figure, realExports.Real = lac.FigureNetWeight, true
	byProduct := realExports
	byProduct.Prices = "gdp"
	awards := lac.Measure{Subject: lac.SubjectScholarships, Reporter: lac.China, Partner: lac.CELAC}
	places := lac.Measure{Subject: lac.SubjectTraining, Reporter: lac.China, Partner: lac.CELAC}
	ties := func(a lac.Area) lac.Measure {
		return lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: a}
	}
	figure := func(text string, hedge lac.Comparator, digits int) lac.Stated {
		return lac.Stated{Value: quantity(text), Comparator: hedge, Digits: digits}
	}
	since19 := func(y int) lac.Period { return lac.Years(2019, y) }
	may := lac.Month(2025, 5)
	for _, tt := range []struct {
		name    string
		claim   lac.Claim
		verdict check.Verdict
		says    string // of the first reading; empty: not looked at
	}{
		{"deficit", lac.Claim{Form: lac.FormLevel, Measure: balance, Period: lac.Year(2024), Stated: figure("-22e9 USD", "", 2)}, mixed, "-22 bn USD"}, // 20 - 42, and 38 - 21 on Chile's books
		{"surplus that is a deficit", lac.Claim{Form: lac.FormLevel, Measure: balance, Period: lac.Year(2024), Stated: figure("22e9 USD", "", 2)}, no, "-22 bn USD"},
		{"deficit of over 20", lac.Claim{Form: lac.FormLevel, Measure: balance, Period: lac.Year(2024), Stated: figure("-20e9 USD", lac.Under, 2)}, mixed, ""},
		{"deficit of over 25", lac.Claim{Form: lac.FormLevel, Measure: balance, Period: lac.Year(2024), Stated: figure("-25e9 USD", lac.Under, 2)}, no, ""},
		{"a balance named as of its own books", lac.Claim{Form: lac.FormLevel, Measure: surplus, Books: lac.Chile, Period: lac.Year(2024), Stated: figure("17e9 USD", "", 2)}, yes, "17 bn USD"}, // 38 - 21; 22 on China's
		{"the other side contradicts no balance", lac.Claim{Form: lac.FormLevel, Measure: surplus, Period: lac.Year(2023), Stated: figure("17e9 USD", "", 2)}, open, ""},
		{"deficit narrowed", lac.Claim{Form: lac.FormChange, Measure: balance, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("2e9 USD", "", 1)}, yes, "2 bn USD"}, // -22 - -24
		{"no balance of a year without records", lac.Claim{Form: lac.FormLevel, Measure: balance, Period: lac.Year(2018), Stated: figure("-22e9 USD", "", 2)}, open, ""},

		{"average", lac.Claim{Form: lac.FormAverage, Measure: exports, Period: lac.Years(2019, 2024), Stated: figure("19.3e9 USD", "", 3)}, yes, "19.333 bn USD"}, // 116 / 6
		{"average that is not", lac.Claim{Form: lac.FormAverage, Measure: exports, Period: lac.Years(2019, 2024), Stated: figure("25e9 USD", "", 2)}, no, ""},
		{"average about", lac.Claim{Form: lac.FormAverage, Measure: exports, Period: lac.Years(2019, 2024), Stated: figure("20e9 USD", lac.About, 2)}, yes, ""},
		{"average of less", lac.Claim{Form: lac.FormAverage, Measure: exports, Period: lac.Years(2023, 2024), Stated: figure("20e9 USD", lac.Under, 2)}, yes, "19.5 bn USD"},
		{"average over a year that is missing", lac.Claim{Form: lac.FormAverage, Measure: exports, Period: lac.Years(2018, 2024), Stated: figure("19e9 USD", "", 2)}, open, ""},
		{"years together", lac.Claim{Form: lac.FormLevel, Measure: exports, Period: lac.Years(2019, 2024), Stated: figure("116e9 USD", "", 3)}, yes, "116 bn USD"},
		{"years together, too many", lac.Claim{Form: lac.FormLevel, Measure: exports, Period: lac.Years(2019, 2024), Stated: figure("120e9 USD", lac.Over, 3)}, no, ""},
		{"years together, one missing", lac.Claim{Form: lac.FormLevel, Measure: exports, Period: lac.Years(2018, 2024), Stated: figure("200e9 USD", lac.Over, 1)}, open, ""},

		{"more than another partner", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Of: peru, Period: lac.Year(2024)}, yes, "14 bn USD"}, // 42 - 28
		{"less than another partner", lac.Claim{Form: lac.FormComparison, Direction: lac.Down, Measure: imports, Of: peru, Period: lac.Year(2024)}, no, "-14 bn USD"},
		{"by so much", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Of: peru, Period: lac.Year(2024), Stated: figure("14e9 USD", "", 2)}, yes, ""},
		{"by more than it is", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Of: peru, Period: lac.Year(2024), Stated: figure("15e9 USD", lac.AtLeast, 2)}, no, ""},
		{"so many times", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Of: peru, Period: lac.Year(2024), Stated: figure("1.5 times", "", 2)}, yes, "1.5 times"},
		{"percent more than the year before", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: peru, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("12 percent", "", 2)}, yes, "12 percent"}, // 28 / 25
		{"percent less", lac.Claim{Form: lac.FormComparison, Direction: lac.Down, Measure: exports, Period: lac.Year(2023), Baseline: lac.Year(2022), Stated: figure("13.6 percent", "", 3)}, yes, "13.636 percent"},           // 3 of 22
		{"two flows", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Of: exports, Period: lac.Year(2021)}, yes, "13 bn USD"},
		{"a year against six months", lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Period: lac.Year(2024), Baseline: lac.Days(lac.DateOf(2023, 1, 1), lac.DateOf(2023, 6, 30))}, open, ""},

		{"highest since", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: imports, Period: lac.Year(2022), Baseline: since19(2022)}, yes, "6 bn USD"}, // 45 - 39
		{"not the highest since", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: imports, Period: lac.Year(2024), Baseline: since19(2024)}, no, "-3 bn USD"},
		{"ever, on a short series", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: imports, Period: lac.Year(2022)}, open, ""},
		{"not ever", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: imports, Period: lac.Year(2023)}, no, ""},
		{"since a year without a figure", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: imports, Period: lac.Year(2022), Baseline: lac.Years(2015, 2022)}, open, ""},
		{"lowest since", lac.Claim{Form: lac.FormRecord, Direction: lac.Down, Measure: exports, Period: lac.Year(2023), Baseline: lac.Years(2021, 2023)}, yes, "3 bn USD"}, // 22 - 19
		{"first time above", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: exports, Period: lac.Year(2021), Baseline: since19(2021), Threshold: quantity("25e9 USD")}, yes, "26 bn USD"},
		{"above, but not for the first time", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: exports, Period: lac.Year(2022), Baseline: since19(2022), Threshold: quantity("20e9 USD")}, no, ""},
		{"not above", lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: exports, Period: lac.Year(2021), Baseline: since19(2021), Threshold: quantity("30e9 USD")}, no, ""},

		{"rose for three years", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: imports, Period: lac.Year(2022), Stated: figure("3 years", "", 1)}, yes, "at least 3 years"},
		{"rose for four years, of which one is not known", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: imports, Period: lac.Year(2022), Stated: figure("4 years", "", 1)}, open, ""},
		{"fell for two years", lac.Claim{Form: lac.FormTrend, Direction: lac.Down, Measure: imports, Period: lac.Year(2024), Stated: figure("2 years", "", 1)}, yes, "2 years"},
		{"fell for three", lac.Claim{Form: lac.FormTrend, Direction: lac.Down, Measure: imports, Period: lac.Year(2024), Stated: figure("3 years", "", 1)}, no, "2 years"},
		{"rising over a period", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: imports, Period: lac.Years(2019, 2022)}, yes, ""},
		{"not rising over a period", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: exports, Period: lac.Years(2019, 2022)}, no, ""},
		{"above a threshold for four years", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: imports, Period: lac.Year(2024), Threshold: quantity("30e9 USD"), Stated: figure("4 years", "", 1)}, yes, "4 years"},
		{"above a threshold for five", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: imports, Period: lac.Year(2024), Threshold: quantity("30e9 USD"), Stated: figure("5 years", lac.AtLeast, 1)}, no, "4 years"},
		{"more years than are stated", lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: imports, Period: lac.Year(2024), Threshold: quantity("30e9 USD"), Stated: figure("3 years", "", 1)}, yes, ""},

		{"share rose in points", lac.Claim{Form: lac.FormChange, Measure: exports, Of: world, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("2.5 percentage-points", "", 2)}, yes, "2.5 percentage-points"}, // 12.5 - 10
		{"share rose by more points", lac.Claim{Form: lac.FormChange, Measure: exports, Of: world, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("4 percentage-points", "", 1)}, no, ""},
		{"share rose in percent of itself", lac.Claim{Form: lac.FormChange, Measure: exports, Of: world, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("25 percent", "", 2)}, yes, "25 percent"},
		{"share fell", lac.Claim{Form: lac.FormChange, Measure: exports, Of: world, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("-1 percentage-points", lac.Under, 1)}, no, ""},
		{"share of a year without the whole", lac.Claim{Form: lac.FormChange, Measure: exports, Of: world, Period: lac.Year(2024), Baseline: lac.Year(2022), Stated: figure("1 percentage-points", lac.Over, 1)}, open, ""},

		{"percent of GDP", lac.Claim{Form: lac.FormRatio, Measure: own, Of: gdp, Period: lac.Year(2024), Stated: figure("11.5 percent", "", 3)}, yes, "11.515 percent"}, // 38 / 330; China's 42 is not so far from it
		{"too many percent of GDP", lac.Claim{Form: lac.FormRatio, Measure: own, Of: gdp, Period: lac.Year(2024), Stated: figure("20 percent", lac.Over, 2)}, no, ""},
		{"dollars a head", lac.Claim{Form: lac.FormRatio, Measure: own, Of: people, Period: lac.Year(2024), Stated: figure("1938 USD", "", 4)}, yes, ""}, // 38e9 / 19.6e6 = 1938.78
		{"no GDP of that year", lac.Claim{Form: lac.FormRatio, Measure: own, Of: gdp, Period: lac.Year(2023), Stated: figure("11 percent", "", 2)}, open, ""},

		{"tonnes", lac.Claim{Form: lac.FormLevel, Measure: weight, Period: lac.Year(2024), Stated: figure("5e6 t", "", 1)}, yes, "5,000,000 t"},
		{"more tonnes", lac.Claim{Form: lac.FormLevel, Measure: weight, Period: lac.Year(2024), Stated: figure("6e6 t", lac.Over, 1)}, no, ""},
		{"no weight on record", lac.Claim{Form: lac.FormLevel, Measure: weight, Period: lac.Year(2023), Stated: figure("5e6 t", "", 1)}, open, ""},
		{"in real terms by the prices of GDP", lac.Claim{Form: lac.FormChange, Measure: byProduct, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("2.2 percent", "", 2)}, yes, "2.197 percent"}, // 20/1.03 against 19
		{"the nominal rise is none in them", lac.Claim{Form: lac.FormChange, Measure: byProduct, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("5.3 percent", "", 2)}, no, ""},
		{"in real terms by no index that is named", lac.Claim{Form: lac.FormChange, Measure: realExports, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("2.2 percent", "", 2)}, open, "2.197 percent"},
		{"a rise that no index makes of 5.3", lac.Claim{Form: lac.FormChange, Measure: realExports, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: figure("18 percent", lac.Over, 2)}, no, ""}, // 1.02197 x 1.15 = 1.1753
		{"real terms without an index", lac.Claim{Form: lac.FormChange, Measure: realExports, Period: lac.Year(2023), Baseline: lac.Year(2022), Stated: figure("5 percent", "", 1)}, open, ""},

		{"pledged", lac.Claim{Form: lac.FormPledged, Measure: awards, Period: may, Stated: figure("3500 scholarships", "", 2)}, yes, ""},
		{"pledged otherwise", lac.Claim{Form: lac.FormPledged, Measure: awards, Period: may, Stated: figure("10000 scholarships", "", 1)}, no, ""},
		{"pledged each year, said in all", lac.Claim{Form: lac.FormPledged, Measure: places, Period: may, Stated: figure("300 places", "", 1)}, open, ""},
		{"pledged each year, said together", lac.Claim{Form: lac.FormPledged, Measure: places, Period: may, Stated: figure("900 places", "", 1)}, yes, ""},
		{"pledged at another time", lac.Claim{Form: lac.FormPledged, Measure: awards, Period: lac.Year(2018), Stated: figure("3500 scholarships", "", 2)}, open, ""},

		{"has ties", lac.Claim{Form: lac.FormTies, Measure: ties(lac.Chile), Period: lac.Year(2024)}, yes, ""},
		{"has ties since", lac.Claim{Form: lac.FormTies, Measure: ties(lac.Chile), Period: lac.Years(1970, 2024)}, yes, ""},
		{"has ties since another year", lac.Claim{Form: lac.FormTies, Measure: ties(lac.Chile), Period: lac.Years(1974, 2024)}, no, ""},
		{"has none", lac.Claim{Form: lac.FormTies, Measure: ties(lac.Paraguay), Period: lac.Year(2024)}, no, ""},
		{"of which nothing is known", lac.Claim{Form: lac.FormTies, Measure: ties(lac.Haiti), Period: lac.Year(2024)}, open, ""},
		{"how many have ties", lac.Claim{Form: lac.FormCount, Measure: ties(lac.PacificAlliance), Period: lac.Year(2024), Stated: figure("4 countries", "", 1)}, yes, "4 countries"},
		{"more than have ties", lac.Claim{Form: lac.FormCount, Measure: ties(lac.PacificAlliance), Period: lac.Year(2024), Stated: figure("5 countries", "", 1)}, no, ""},
		{"how many had ties then", lac.Claim{Form: lac.FormCount, Measure: ties(lac.PacificAlliance), Period: lac.Year(2013), Stated: figure("4 countries", lac.UpTo, 1)}, yes, ""},
		{"of a group of which some are not known", lac.Claim{Form: lac.FormCount, Measure: ties(lac.Mercosur), Period: lac.Year(2024), Stated: figure("3 countries", "", 1)}, open, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.claim.ID, tt.claim.Gist = "c", tt.name
			f := find(t, data, tt.claim, check.Default())
			var got []string
			for _, r := range f.Readings {
				got = append(got, fmt.Sprintf("%s %s deciding %v %s %v", check.Text(r.Interval, r.Unit), r.Verdict, r.Deciding, r.Why, r.Notes))
			}
			if f.Verdict != tt.verdict {
				t.Errorf("%s, want %s\n%s\nmissing %v notes %v", f.Verdict, tt.verdict, strings.Join(got, "\n"), f.Missing, f.Notes)
			}
			if tt.says != "" && (len(f.Readings) == 0 || check.Text(f.Readings[0].Interval, f.Readings[0].Unit) != tt.says) {
				t.Errorf("first reading is not %s:\n%s", tt.says, strings.Join(got, "\n"))
			}
		})
	}
}
