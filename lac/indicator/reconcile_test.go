package indicator_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
)

// Turnover of a group: a member that one flow lacks is absent, the row of another bloc
// is no territory, and a residual counts by its size.
func TestReconcileTurnover(t *testing.T) {
	d := must(lac.NewDataset(records(
		"gacc CHN BRA export 2024 TOTAL 100 CNY", "gacc CHN BRA import 2024 TOTAL 50 CNY",
		"gacc CHN MEX export 2024 TOTAL 10 CNY",
		"gacc CHN PRI export 2024 TOTAL 7 CNY", "gacc CHN PRI import 2024 TOTAL 3 CNY",
		"gacc CHN CARICOM export 2024 TOTAL 99 CNY", "gacc CHN CARICOM import 2024 TOTAL 99 CNY")))
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2024)}
	for _, tt := range []struct {
		flow                           lac.TradeFlow
		published, rounding            string
		members, territories, residual string
		explained                      bool
	}{
		{"", "171 CNY", "1 CNY", "160 CNY", "10 CNY", "1 CNY", true},
		{"", "169 CNY", "1 CNY", "160 CNY", "10 CNY", "-1 CNY", true},
		{"", "169 CNY", "0.5 CNY", "160 CNY", "10 CNY", "-1 CNY", false},
		{"", "170 CNY", "0 CNY", "160 CNY", "10 CNY", "0 CNY", true},
		{lac.Export, "117 CNY", "0 CNY", "110 CNY", "7 CNY", "0 CNY", true},
		{lac.Import, "53 CNY", "0 CNY", "50 CNY", "3 CNY", "0 CNY", true},
	} {
		q.Flow = tt.flow
		r, err := indicator.Reconcile(d, money(tt.published), money(tt.rounding), q, lac.LatinAmericaCaribbean)
		if err != nil {
			t.Errorf("%s %s: %v", tt.flow, tt.published, err)
			continue
		}
		if must(r.Members.Money()) != money(tt.members) || must(r.Territories.Money()) != money(tt.territories) || r.Residual != money(tt.residual) || r.IsExplained() != tt.explained {
			t.Errorf("%s %s: members %v, territories %v, residual %v, explained %t", tt.flow, tt.published, r.Members, r.Territories, r.Residual, r.IsExplained())
		}
		if !slices.Equal(r.Others, []lac.Area{lac.PuertoRico}) {
			t.Errorf("territories %v", r.Others)
		}
		absent := map[lac.Area]bool{lac.Brazil: false, lac.Mexico: tt.flow != lac.Export, lac.Chile: true, lac.PuertoRico: false}
		for a, want := range absent {
			if slices.Contains(r.Absent, a) != want {
				t.Errorf("%s: %v absent: %t", tt.flow, a, !want)
			}
		}
		for a, want := range map[lac.Area]bool{lac.Aruba: true, lac.PuertoRico: false, lac.Brazil: false, lac.Chile: false, lac.China: false} {
			if slices.Contains(r.Unrecorded, a) != want {
				t.Errorf("%s: %v without a record: %t", tt.flow, a, !want)
			}
		}
	}
}

// A record without a value is in no book.
func TestMirrorGapWithoutValues(t *testing.T) {
	all := records(
		"comtrade CHN BRA export 2022 TOTAL 60 USD", "comtrade BRA CHN import 2022 TOTAL 67 USD",
		"comtrade CHN ARG export 2022 TOTAL 0 USD", "comtrade ARG CHN import 2022 TOTAL 5 USD",
		"comtrade CHN COL export 2022 TOTAL 8 USD", "comtrade COL CHN import 2022 TOTAL 0 USD",
		"comtrade CHN URY export 2022 TOTAL 0 USD",
		"comtrade PER CHN import 2022 TOTAL 0 USD")
	for i := range all.Trade {
		if all.Trade[i].Value.Sign() == 0 {
			all.Trade[i].Value = lac.Money{}
		}
	}
	g, err := indicator.MirrorGapOf(must(lac.NewDataset(all)), lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Export, Period: lac.Year(2022)}, "")
	if err != nil {
		t.Fatal(err)
	}
	got := [][]lac.Area{g.Matched, g.OwnOnly, g.MirrorOnly}
	if diff := cmp.Diff([][]lac.Area{{lac.Brazil}, {lac.Colombia}, {lac.Argentina}}, got); diff != "" || g.Gap != money("7 USD") {
		t.Errorf("gap %v, matched, own and mirror (-want +got):\n%s", g.Gap, diff)
	}
}

// Every quotient is rounded to no fewer than 0 and no more than 30 places.
func TestPlaces(t *testing.T) {
	a := amounts("1 USD", "2 USD")
	for name, f := range map[string]func(places int32) (decimal.Decimal, error){
		"Shares": func(places int32) (decimal.Decimal, error) {
			shares, err := indicator.Shares(a, places)
			if err != nil {
				return decimal.Decimal{}, err
			}
			return shares[0], nil
		},
		"HHI":    func(places int32) (decimal.Decimal, error) { return indicator.HHI(a, places) },
		"Growth": func(places int32) (decimal.Decimal, error) { return indicator.Growth(a[0], a[1], places) },
		"CAGR":   func(places int32) (decimal.Decimal, error) { return indicator.CAGR(a[0], a[1], 3, places) },
		"RCA":    func(places int32) (decimal.Decimal, error) { return indicator.RCA(a[0], a[1], a[0], a[1], places) },
	} {
		for _, places := range []int32{0, 1, 29, 30} {
			if got, err := f(places); err != nil || -got.Exponent() > places {
				t.Errorf("%s to %d places: %v, %v", name, places, got, err)
			}
		}
		for _, places := range []int32{-1, 31, -1 << 31, 1<<31 - 1} {
			if got, err := f(places); !errors.Is(err, lac.ErrRange) {
				t.Errorf("%s to %d places: %v, %v", name, places, got, err)
			}
		}
	}
}
