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
