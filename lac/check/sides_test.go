package check_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// Trade of two sides is in the books of both. Brazil's own publications had 158.0 billion
// for 2024, exports of 94.4 and imports of 63.6 without freight; UN Comtrade has 163.6 of
// it with freight, and China's customs 188.17.
func TestTradeIsInTheBooksOfBothSides(t *testing.T) {
	data := almanacData(t)
	for _, tt := range []struct {
		billions int64
		books    lac.Area
		want     check.Verdict
		first    string // whose reading comes first
	}{
		{158, 0, check.Insufficient, "Brazil's own books"},
		{158, lac.Brazil, check.Insufficient, "Brazil's own books"},
		{158, lac.China, check.Contradicted, "China customs (GACC)"},
		{120, 0, check.Contradicted, "China customs (GACC)"},
		{120, lac.Brazil, check.Contradicted, "Brazil's own books"},
		{188, 0, check.Mixed, ""},
		{188, lac.Brazil, check.Contradicted, "Brazil's own books"},
		{250, 0, check.Contradicted, "China customs (GACC)"},
	} {
		c := lac.Claim{
			ID: "trade", Form: lac.FormLevel, Period: lac.Year(2024), Books: tt.books, Gist: "Trade",
			Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Turnover},
			Stated:  lac.Stated{Value: lac.MoneyOf(tt.billions*1_000_000_000, lac.USD).Quantity(), Digits: 3},
		}
		f := find(t, data, c, check.Default())
		if f.Verdict != tt.want || tt.first != "" && f.Readings[0].Basis.Books != tt.first {
			t.Errorf("%d bn, books %v: %s, first %s; want %s, %s", tt.billions, tt.books, f.Verdict, f.Readings[0].Basis.Books, tt.want, tt.first)
		}
	}
}

// Uruguay's exports as UN Comtrade has them, 1.394 billion, are without its free zones;
// China's customs have 3.28 of imports from it, in yuan. Between the two nothing is decided.
func TestBooksThatAreNotOfOneTrade(t *testing.T) {
	data := almanacData(t)
	for _, tt := range []struct {
		partner  string
		millions int64
		want     check.Verdict
	}{
		{"URY", 2900, check.Insufficient}, {"URY", 5000, check.Contradicted}, {"URY", 1000, check.Contradicted}, {"URY", 1394, check.Supported},
		// Mexico's imports are 129.8 and China's exports 90.2: not twice as much.
		{"MEX", 110_400, check.Contradicted},
	} {
		partner, err := lac.ParseArea(tt.partner)
		if err != nil {
			t.Fatal(err)
		}
		m := lac.Measure{Subject: lac.SubjectTrade, Reporter: partner, Partner: lac.China, Flow: lac.Export}
		if tt.partner == "MEX" {
			m.Flow = lac.Import
		}
		c := lac.Claim{ID: "trade", Form: lac.FormLevel, Period: lac.Year(2024), Gist: "Trade", Measure: m,
			Stated: lac.Stated{Value: lac.MoneyOf(tt.millions*1_000_000, lac.USD).Quantity(), Digits: 4}}
		if f := find(t, data, c, check.Default()); f.Verdict != tt.want {
			t.Errorf("%s, %d mn: %s, want %s", tt.partner, tt.millions, f.Verdict, tt.want)
		}
	}
}

// China's customs printed 485.8 billion for 2022, and in the next year 489 with a growth of
// 1.1 percent: the base had been revised. Growth from figures of two publications is
// contradicted beyond that alone.
func TestGrowthFromABaseThatWasRevised(t *testing.T) {
	data := almanacData(t)
	for _, tt := range []struct {
		percent string
		want    check.Verdict
	}{{"1.1", check.Undecided}, {"-0.5", check.Undecided}, {"3.5", check.Contradicted}, {"-2.5", check.Contradicted}} {
		v, err := lac.ParseQuantity(tt.percent + " percent")
		if err != nil {
			t.Fatal(err)
		}
		c := lac.Claim{ID: "growth", Form: lac.FormChange, Period: lac.Year(2023), Baseline: lac.Year(2022), Gist: "Growth",
			Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, Flow: lac.Turnover}, Stated: lac.Stated{Value: v, Digits: 2}}
		for _, r := range find(t, data, c, check.Default()).Readings {
			if r.Basis.Books == "China customs (GACC)" && r.Verdict != tt.want {
				t.Errorf("%s percent: %s, want %s", tt.percent, r.Verdict, tt.want)
			}
		}
	}
}
