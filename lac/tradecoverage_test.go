package lac_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
)

// A flowOf is a record in short: reporter, partner, flow, period, code, value.
type flowOf struct {
	reporter, partner string
	flow              lac.TradeFlow
	period, code      string
	value             int64
}

func tradeOf(t *testing.T, flows ...flowOf) *lac.Dataset {
	t.Helper()
	var records []lac.TradeRecord
	for i, f := range flows {
		code, err := lac.ParseCommodity(f.code)
		if err != nil {
			t.Fatal(err)
		}
		period, err := lac.ParsePeriod(f.period)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, lac.TradeRecord{ID: fmt.Sprint("s#", i+1), Source: "s", Reporter: area(f.reporter), Partner: area(f.partner),
			Flow: f.flow, Period: period, Commodity: code, Value: lac.MoneyOf(f.value, lac.USD)})
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "P", Title: "T", Basis: "B", URL: "https://example.org/"}}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var pacific = lac.PacificAlliance // Chile, Colombia, Mexico and Peru

func area(s string) lac.Area { return must(lac.ParseArea(s)) }

func TestCoverageNamesTheAbsent(t *testing.T) {
	data := tradeOf(t,
		flowOf{"CHL", "CHN", lac.Export, "2024", "TOTAL", 1}, flowOf{"PER", "CHN", lac.Export, "2024", "TOTAL", 2},
		flowOf{"COL", "CHN", lac.Export, "2024", "TOTAL", 3}, flowOf{"MEX", "CHN", lac.Export, "2024", "TOTAL", 4},
		flowOf{"CHL", "CHN", lac.Export, "2025", "TOTAL", 5}, flowOf{"PER", "CHN", lac.Import, "2025", "TOTAL", 6})
	totals, err := data.Totals(lac.TradeQuery{Reporter: pacific, Partner: lac.China, Period: lac.Years(2024, 2025)}, lac.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		year   int
		flow   lac.TradeFlow
		absent []lac.Area
		whole  bool
	}{
		{2024, lac.Export, nil, true},
		{2025, lac.Export, []lac.Area{area("COL"), area("MEX"), area("PER")}, false},
		{2025, lac.Import, []lac.Area{area("CHL"), area("COL"), area("MEX")}, false},
		{2025, "", []lac.Area{area("COL"), area("MEX")}, false},
	} {
		cover, ok := totals.Coverage(lac.TradeKey{Period: lac.Year(c.year)}, c.flow)
		absent := cover.AbsentReporters()
		slices.SortFunc(c.absent, lac.Area.Compare)
		if !ok || !slices.Equal(absent, c.absent) || cover.IsWhole() != c.whole || cover.AbsentPartners() != nil {
			t.Errorf("%d %s: absent %v, whole %t, %t", c.year, c.flow, absent, cover.IsWhole(), ok)
		}
	}
	if _, ok := totals.Coverage(lac.TradeKey{Period: lac.Year(2024)}, lac.Import); ok {
		t.Error("there are no imports of 2024 to cover anything")
	}
	if _, ok := totals.Coverage(lac.TradeKey{Period: lac.Year(2023)}, ""); ok {
		t.Error("there is no such key")
	}
}

func TestCoverageKnowsAllGoodsFromSome(t *testing.T) {
	for _, c := range []struct {
		name  string
		codes []string
		asked string
		want  bool
	}{
		{"chips alone are not all goods", []string{"H6:8542"}, "TOTAL", false},
		{"a row of all goods is", []string{"TOTAL"}, "TOTAL", true},
		{"with finer ones beside it too", []string{"TOTAL", "H6:8542"}, "TOTAL", true},
		{"chips are some of their chapter", []string{"H6:8542"}, "H6:85", false},
		{"and all of themselves", []string{"H6:8542"}, "H6:8542", true},
	} {
		var flows []flowOf
		for i, code := range c.codes {
			flows = append(flows, flowOf{"CHL", "CHN", lac.Export, "2024", code, int64(i + 1)})
		}
		var q lac.TradeQuery
		if c.asked != "TOTAL" {
			q.Commodity = commodity(c.asked)
		}
		totals, err := tradeOf(t, flows...).Totals(q)
		if err != nil {
			t.Fatal(err)
		}
		if cover, ok := totals.Coverage(lac.TradeKey{}, lac.Export); !ok || cover.AllGoods != c.want || cover.IsWhole() != c.want {
			t.Errorf("%s: %+v, %t", c.name, cover, ok)
		}
	}
}

func TestCoverageNamesMissingMonths(t *testing.T) {
	data := tradeOf(t, flowOf{"CHL", "CHN", lac.Export, "2025-01", "TOTAL", 1}, flowOf{"CHL", "CHN", lac.Export, "2025-02", "TOTAL", 2},
		flowOf{"CHL", "CHN", lac.Export, "2025-04/2025-12", "TOTAL", 2})
	totals, err := data.Totals(lac.TradeQuery{Reporter: area("CHL")}, lac.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	cover, ok := totals.Coverage(lac.TradeKey{Period: lac.Year(2025)}, lac.Export)
	want := []lac.Period{lac.Month(2025, 3)}
	if diff := cmp.Diff(want, cover.MissingMonths()); !ok || diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if p := cover.Reporters[area("CHL")]; len(p) != 2 || p[0] != must(lac.ParsePeriod("2025-01/2025-02")) {
		t.Errorf("periods %v", p)
	}
	if cover.IsWhole() {
		t.Error("March is missing")
	}
}

func TestLikeForLike(t *testing.T) {
	data := tradeOf(t,
		flowOf{"CHL", "CHN", lac.Export, "2024", "TOTAL", 10}, flowOf{"CHL", "CHN", lac.Export, "2025", "TOTAL", 11},
		flowOf{"PER", "CHN", lac.Export, "2024", "TOTAL", 100},
		flowOf{"COL", "CHN", lac.Export, "2024", "TOTAL", 1000}, flowOf{"COL", "CHN", lac.Export, "2025-01", "TOTAL", 90},
		flowOf{"MEX", "CHN", lac.Export, "2024", "TOTAL", 1}, flowOf{"MEX", "CHN", lac.Export, "2025", "TOTAL", 2})
	q := lac.TradeQuery{Reporter: pacific, Partner: lac.China, Period: lac.Years(2024, 2025)}
	totals, leftOut, err := data.LikeForLike(q, lac.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	want := []lac.Area{area("COL"), area("PER")}
	slices.SortFunc(want, lac.Area.Compare)
	if !slices.Equal(leftOut, want) {
		t.Errorf("left out %v, want %v", leftOut, want)
	}
	for year, want := range map[int]string{2024: "11", 2025: "13"} {
		if total, _ := totals.Get(lac.TradeKey{Period: lac.Year(year)}); total.Exports.Decimal().String() != want {
			t.Errorf("%d: %v, want %s", year, total.Exports, want)
		}
	}
	for _, q := range []lac.TradeQuery{{Reporter: lac.China, Period: lac.Year(2024)}, {Reporter: pacific}, {Reporter: pacific, AsPublished: true, Period: lac.Year(2024)}} {
		if _, _, err := data.LikeForLike(q); !errors.Is(err, lac.ErrMissing) {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

// Each rule that refuses a sum says what to ask instead.
func TestRefusalsHaveRemedies(t *testing.T) {
	data := tradeOf(t, flowOf{"CHL", "CHN", lac.Export, "2024", "TOTAL", 1}, flowOf{"CHL", "001", lac.Export, "2024", "TOTAL", 2})
	_, err := data.Totals(lac.TradeQuery{})
	var unsafe *lac.UnsafeSumError
	if !errors.As(err, &unsafe) || unsafe.Remedy != "set Partner to World with AsPublished, or leave World out: ask for each partner, or for a group of them" {
		t.Errorf("%v", err)
	}
	// What it says helps.
	if _, err := data.Totals(lac.TradeQuery{Partner: lac.World, AsPublished: true}); err != nil {
		t.Error(err)
	}
	if _, err := data.Totals(lac.TradeQuery{Partner: lac.China}); err != nil {
		t.Error(err)
	}
	for _, g := range []lac.Guard{lac.GuardCurrency, lac.GuardValuation, lac.GuardRegion, lac.GuardBreakdown, lac.GuardCommodity, lac.GuardBooks,
		lac.GuardSources, lac.GuardPeriod, lac.GuardDuplicate, lac.GuardType, lac.GuardPrices, lac.GuardStatus} {
		if g.Remedy() == "" {
			t.Errorf("%s has no remedy", g)
		}
	}
}
