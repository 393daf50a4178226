package lac_test

import (
	"errors"
	"fmt"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac"
	"pgregory.net/rapid"
)

// The guard tests: figures as China's customs, UN Comtrade and the press print
// them, put together the way people do.
var guardTests = []struct {
	rule     string
	query    lac.TradeQuery
	rows     []string
	refused  lac.Guard         // why the sum is refused, or
	want     map[string]string // the sum of each flow, and
	excluded map[lac.Guard]int // what was left out of all flows together
}{
	{
		rule: "currency: customs' yuan for Brazil and Comtrade's dollars for Chile are not added",
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY fob",
			"comtrade CHN CHL export 2024 TOTAL 22520038832 USD fob",
		},
		refused: lac.GuardCurrency,
	},
	{
		rule: "currency: nor are yuan of one flow and dollars of the other",
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY fob",
			"comtrade CHN BRA import 2024 TOTAL 109522043335 USD cif",
		},
		refused: lac.GuardCurrency,
	},
	{
		rule:  "currency: a query for one source has one currency",
		query: lac.TradeQuery{Source: "gacc"},
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY fob",
			"comtrade CHN CHL export 2024 TOTAL 22520038832 USD fob",
		},
		want: map[string]string{"export": "512820920000 CNY"},
	},
	{
		rule: "currency: a figure that is not reported has none",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN CUB export 2022 TOTAL - -",
		},
		want: map[string]string{"export": "61969970590 USD"},
	},
	{
		rule: "valuation: imports CIF and imports FOB are not added",
		rows: []string{
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD fob",
			"comtrade CHL CHN import 2022 TOTAL 26410413082.105 USD cif",
		},
		refused: lac.GuardValuation,
	},
	{
		rule: "valuation: nor CIF and not stated",
		rows: []string{
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD",
			"comtrade CHL CHN import 2022 TOTAL 26410413082.105 USD cif",
		},
		refused: lac.GuardValuation,
	},
	{
		rule: "valuation: exports FOB stand beside imports CIF",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
		},
		want: map[string]string{"export": "61969970590 USD", "import": "109522043335 USD"},
	},
	{
		rule:  "region: customs' Latin America row with Brazil is refused where the query names no region",
		query: lac.TradeQuery{Reporter: lac.China},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:  "region: the row is left out beside its members where the query names it",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
			"gacc CHN MEX export 2024 TOTAL 641998290000 CNY",
		},
		want:     map[string]string{"export": "1154819210000 CNY"},
		excluded: map[lac.Guard]int{lac.GuardRegion: 1},
	},
	{
		rule:  "region: as published, the row alone is taken",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, AsPublished: true},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		want: map[string]string{"export": "1970987650000 CNY"},
	},
	{
		rule:  "region: customs' Latin America row is not CELAC's",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2024)},
		rows: []string{
			"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
			"gacc CHN PRI export 2024 TOTAL 6494900000 CNY",
		},
		want: map[string]string{"export": "512820920000 CNY"},
	},
	{
		rule:  "region: a region within the region is left out too",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		rows: []string{
			"gacc CHN 005 export 2024 TOTAL 1100000000000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		want:     map[string]string{"export": "512820920000 CNY"},
		excluded: map[lac.Guard]int{lac.GuardRegion: 1},
	},
	{
		rule:  "region: World and countries are refused where the query names no partner",
		query: lac.TradeQuery{Reporter: lac.China},
		rows: []string{
			"comtrade CHN 001 import 2022 TOTAL 2715997517261 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:  "region: World is left out beside countries where the query names it",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.World},
		rows: []string{
			"comtrade CHN 001 import 2022 TOTAL 2715997517261 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
		},
		want:     map[string]string{"import": "154008083811 USD"},
		excluded: map[lac.Guard]int{lac.GuardRegion: 1},
	},
	{
		rule:  "region: a statistical rest is a part of the World as countries are",
		query: lac.TradeQuery{Reporter: lac.China, Partner: lac.World},
		rows: []string{
			"comtrade CHN 490 import 2022 TOTAL 238093000000 USD cif",
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
		},
		want: map[string]string{"import": "282579040476 USD"},
	},
	{
		rule:  "region: World alone is one row",
		query: lac.TradeQuery{Reporter: lac.China},
		rows:  []string{"comtrade CHN 001 export 2022 TOTAL 3593601435602 USD fob"},
		want:  map[string]string{"export": "3593601435602 USD"},
	},
	{
		rule: "region: as reporter, a region with its member",
		rows: []string{
			"wits 419 CHN import 2014 TOTAL 170065290000 USD",
			"wits BRA CHN import 2014 TOTAL 39351980622 USD",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:  "region: two blocs that share a member",
		query: lac.TradeQuery{Reporter: lac.China, Period: lac.Year(2022)},
		rows: []string{
			"press CHN CARICOM export 2022 TOTAL 5000000000 USD",
			"press CHN CELAC export 2022 TOTAL 252978000000 USD",
		},
		refused: lac.GuardRegion,
	},
	{
		rule:    "region: Belgium-Luxembourg beside Belgium",
		rows:    []string{"comtrade CHN 058 export 1999 TOTAL 50 USD fob", "comtrade CHN BEL export 1999 TOTAL 45 USD fob"},
		refused: lac.GuardRegion,
	},
	{
		rule:    "region: as reporter, Belgium-Luxembourg beside Luxembourg",
		rows:    []string{"comtrade 058 CHN export 1999 TOTAL 50 USD fob", "comtrade LUX CHN export 1999 TOTAL 5 USD fob"},
		refused: lac.GuardRegion,
	},
	{
		rule: "region: Belgium-Luxembourg up to one year, Belgium from the next",
		rows: []string{"comtrade CHN 058 export 1998 TOTAL 50 USD fob", "comtrade CHN BEL export 1999 TOTAL 45 USD fob"},
		want: map[string]string{"export": "95 USD"},
	},
	{
		rule: "region: China's row for the region and America's for Brazil are different trade",
		rows: []string{
			"comtrade CHN 419 export 2022 TOTAL 252978000000 USD fob",
			"comtrade USA BRA export 2022 TOTAL 53600000000 USD fob",
		},
		want: map[string]string{"export": "306578000000 USD"},
	},
	{
		rule:  "region: the row of one year and the member of another",
		query: lac.TradeQuery{Reporter: lac.China},
		rows: []string{
			"gacc CHN 419 export 2023 TOTAL 1727000000000 CNY",
			"gacc CHN BRA export 2024 TOTAL 512820920000 CNY",
		},
		want: map[string]string{"export": "2239820920000 CNY"},
	},
	{
		rule: "breakdown: customs procedures, transport and second partners are left out beside their total",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif",
			"comtrade CHN BRA import 2022 TOTAL 98000000000 USD cif customs=C01",
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 1400000000 USD cif partner2=URY",
			"comtrade CHN BRA import 2022 TOTAL 97000000000 USD cif customs=C01 mot=2100",
		},
		want:     map[string]string{"import": "109522043335 USD"},
		excluded: map[lac.Guard]int{lac.GuardBreakdown: 4},
	},
	{
		rule: "breakdown: one whole breakdown adds up without its total",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 2522043335 USD cif mot=1000",
		},
		want: map[string]string{"import": "109522043335 USD"},
	},
	{
		rule: "breakdown: modes of transport within one that is there are part of it",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 90 USD cif mot=2000",
			"comtrade CHN BRA import 2022 TOTAL 60 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 25 USD cif mot=2200",
			"comtrade CHN BRA import 2022 TOTAL 10 USD cif mot=1000",
			"comtrade CHN BRA import 2022 TOTAL 7 USD cif mot=3200", // without 3000
			"comtrade CHN BRA import 2022 TOTAL 3 USD cif mot=9100",
			"comtrade CHN BRA import 2022 TOTAL 2 USD cif mot=9110",
		},
		want:     map[string]string{"import": "110 USD"},
		excluded: map[lac.Guard]int{lac.GuardBreakdown: 3},
	},
	{
		rule: "breakdown: a mode of transport of another procedure is no part",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 90 USD cif mot=2000 customs=C01",
			"comtrade CHN BRA import 2022 TOTAL 60 USD cif mot=2100 customs=C02",
		},
		want: map[string]string{"import": "150 USD"},
	},
	{
		rule: "breakdown: two breakdowns of a total that is not there",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 98000000000 USD cif customs=C01",
		},
		refused: lac.GuardBreakdown,
	},
	{
		rule: "breakdown: one breakdown and its cross with another",
		rows: []string{
			"comtrade CHN BRA import 2022 TOTAL 107000000000 USD cif mot=2100",
			"comtrade CHN BRA import 2022 TOTAL 97000000000 USD cif mot=2100 customs=C01",
		},
		refused: lac.GuardBreakdown,
	},
	{
		rule: "commodity: chapter and heading are left out beside all goods",
		rows: []string{
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif",
		},
		want:     map[string]string{"import": "44486040476 USD"},
		excluded: map[lac.Guard]int{lac.GuardCommodity: 2},
	},
	{
		rule:  "commodity: the heading is left out beside the chapter asked for",
		query: lac.TradeQuery{Commodity: commodity("H6:26")},
		rows: []string{
			"comtrade CHN CHL import 2022 TOTAL 44486040476 USD cif",
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif",
		},
		want:     map[string]string{"import": "20613000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardCommodity: 1},
	},
	{
		rule: "commodity: chapter and heading without all goods",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif",
		},
		refused: lac.GuardCommodity,
	},
	{
		rule: "commodity: two nomenclatures without all goods",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 S4:28 20700000000 USD cif",
		},
		refused: lac.GuardCommodity,
	},
	{
		rule: "commodity: chapters side by side add up",
		rows: []string{
			"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif",
			"comtrade CHN CHL import 2022 H6:74 13500000000 USD cif",
		},
		want: map[string]string{"import": "34113000000 USD"},
	},
	{
		rule: "books: China's exports to Brazil are Brazil's imports from China",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		},
		refused: lac.GuardBooks,
	},
	{
		rule: "books: the turnover of each is the other's",
		rows: []string{
			"press CHN BRA turnover 2022 TOTAL 171492013925 USD",
			"press BRA CHN turnover 2022 TOTAL 157486717959 USD",
		},
		refused: lac.GuardBooks,
	},
	{
		rule: "books: China's exports to the region hold Brazil's imports from China",
		rows: []string{
			"comtrade CHN 419 export 2022 TOTAL 252978000000 USD fob",
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		},
		refused: lac.GuardBooks,
	},
	{
		rule: "books: a year of one book and a month of the other",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN import 2022-03 TOTAL 5647318278 USD cif",
		},
		refused: lac.GuardBooks,
	},
	{
		rule:  "books: a query for one reporter has one book",
		query: lac.TradeQuery{Reporter: lac.Brazil},
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif",
		},
		want: map[string]string{"import": "67767819341 USD"},
	},
	{
		rule: "books: exports of both are two flows",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade BRA CHN export 2022 TOTAL 89718898618 USD fob",
		},
		want: map[string]string{"export": "151688869208 USD"},
	},
	{
		rule: "books: goods that come home are one book, not two",
		rows: []string{
			"comtrade CHN CHN import 2022 TOTAL 113000000000 USD cif",
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
		},
		want: map[string]string{"export": "61969970590 USD", "import": "113000000000 USD"},
	},
	{
		rule: "sources: the ministry's and the IMF's turnover of 2011",
		rows: []string{
			"mofcom CHN 419 turnover 2011 TOTAL 241500000000 USD",
			"imf CHN 419 turnover 2011 TOTAL 236600000000 USD",
		},
		refused: lac.GuardSources,
	},
	{
		rule: "sources: equal figures of two sources are not a duplicate",
		rows: []string{
			"mofcom CHN 419 turnover 2014 TOTAL 263600000000 USD",
			"press CHN 419 turnover 2014 TOTAL 263600000000 USD",
		},
		refused: lac.GuardSources,
	},
	{
		rule: "sources: a year of one and a part of it of another",
		rows: []string{
			"mofcom CHN 419 turnover 2008-01/2008-09 TOTAL 111500000000 USD",
			"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
		},
		refused: lac.GuardSources,
	},
	{
		rule: "sources: different years of two sources",
		rows: []string{
			"mofcom CHN 419 turnover 2007 TOTAL 102600000000 USD",
			"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
		},
		want: map[string]string{"turnover": "246000000000 USD"},
	},
	{
		rule: "period: a year and a part of it",
		rows: []string{
			"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
			"gacc CHN 419 turnover 2008-01/2008-09 TOTAL 111500000000 USD",
		},
		refused: lac.GuardPeriod,
	},
	{
		rule: "period: the last month inside a year, after months before it",
		rows: []string{
			"gacc CHN BRA export 2023-11 TOTAL 5300000000 USD",
			"gacc CHN BRA export 2024 TOTAL 72000000000 USD",
			"gacc CHN BRA export 2024-12 TOTAL 5700000000 USD",
			"gacc CHN BRA export 2023-12 TOTAL 5100000000 USD",
		},
		refused: lac.GuardPeriod,
	},
	{
		rule: "period: months side by side add up",
		rows: []string{
			"gacc CHN BRA export 2024-11 TOTAL 5300000000 USD",
			"gacc CHN BRA export 2024-12 TOTAL 5700000000 USD",
		},
		want: map[string]string{"export": "11000000000 USD"},
	},
	{
		rule:  "period: a query for the months of a year does not see the year",
		query: lac.TradeQuery{Period: period("2024-01/2024-11")},
		rows: []string{
			"gacc CHN BRA export 2024 TOTAL 72000000000 USD",
			"gacc CHN BRA export 2024-11 TOTAL 5300000000 USD",
		},
		want: map[string]string{"export": "5300000000 USD"},
	},
	{
		rule: "duplicate: a row given thrice counts once",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA export 2022 TOTAL 61969970590.0 USD fob",
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
		},
		want:     map[string]string{"export": "61969970590 USD"},
		excluded: map[lac.Guard]int{lac.GuardDuplicate: 2},
	},
	{
		rule: "duplicate: a row given twice with two values",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA export 2022 TOTAL 61969970591 USD fob",
		},
		refused: lac.GuardDuplicate,
	},
	{
		rule: "duplicate: a value and a gap are two values",
		rows: []string{
			"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
			"comtrade CHN BRA export 2022 TOTAL - -",
		},
		refused: lac.GuardDuplicate,
	},
	{
		rule: "unconfirmed: a figure from memory is left out",
		rows: []string{
			"gacc CHN 419 turnover 2013 TOTAL 261600000000 USD unconfirmed",
			"gacc CHN 419 turnover 2014 TOTAL 263600000000 USD",
		},
		want:     map[string]string{"turnover": "263600000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardUnconfirmed: 1},
	},
	{
		rule: "unconfirmed: it conflicts with nothing",
		rows: []string{
			"press CHN 419 turnover 2014 TOTAL 269000000000 CNY unconfirmed",
			"gacc CHN 419 turnover 2014 TOTAL 263600000000 USD",
		},
		want:     map[string]string{"turnover": "263600000000 USD"},
		excluded: map[lac.Guard]int{lac.GuardUnconfirmed: 1},
	},
}

func TestGuards(t *testing.T) {
	for _, tt := range guardTests {
		t.Run(tt.rule, func(t *testing.T) {
			d, err := lac.NewDataset(records(tt.rows...))
			if err != nil {
				t.Fatal(err)
			}
			totals, err := d.Totals(tt.query)
			if tt.refused != "" {
				var unsafe *lac.UnsafeSumError
				if !errors.As(err, &unsafe) || unsafe.Guard != tt.refused || !errors.Is(err, lac.ErrUnsafeSum) {
					t.Fatalf("got %v, %v; want it refused: %s", totals, err, tt.refused)
				}
				if len(unsafe.Records) != 2 || d.Record(unsafe.Records[0]) == nil || d.Record(unsafe.Records[1]) == nil || unsafe.Records[0] == unsafe.Records[1] {
					t.Errorf("the error names records %q", unsafe.Records)
				}
				if tt.refused == lac.GuardCurrency && !errors.Is(err, lac.ErrCurrencyMismatch) {
					t.Errorf("%v is not ErrCurrencyMismatch", err)
				}
				if totals.Len() != 0 {
					t.Errorf("totals beside the error: %v", totals)
				}
				if kept, err := d.Select(tt.query); err == nil {
					t.Errorf("Select gives %v", kept)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, _ := totals.Get(lac.TradeKey{})
			sums, excluded, counted := map[string]string{}, map[lac.Guard]int{}, 0
			for _, f := range []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover} {
				if m, err := got.Flow(f).Money(); err == nil {
					sums[string(f)] = m.String()
				}
				for g, n := range got.Flow(f).Excluded() {
					excluded[g] += n
				}
				counted += got.Flow(f).Records + got.Flow(f).Missing
			}
			if diff := cmp.Diff(tt.want, sums); diff != "" {
				t.Errorf("sums (-want +got):\n%s", diff)
			}
			if !maps.Equal(tt.excluded, excluded) {
				t.Errorf("left out %v, want %v", excluded, tt.excluded)
			}
			kept, err := d.Select(tt.query)
			if err != nil || len(kept) != counted {
				t.Errorf("Select gives %d records, %v; the totals count %d", len(kept), err, counted)
			}
		})
	}
}

func TestEveryTradeGuardIsTested(t *testing.T) {
	tested := map[lac.Guard]bool{}
	for _, tt := range guardTests {
		tested[tt.refused] = true
		for g := range tt.excluded {
			tested[g] = true
		}
	}
	for _, g := range []lac.Guard{
		lac.GuardCurrency, lac.GuardValuation, lac.GuardRegion, lac.GuardBreakdown, lac.GuardCommodity,
		lac.GuardBooks, lac.GuardSources, lac.GuardPeriod, lac.GuardDuplicate, lac.GuardUnconfirmed,
	} {
		if !tested[g] {
			t.Errorf("no test for %s", g)
		}
	}
}

// TestGuardsDoNotDependOnOrder: whatever order the records come in, the totals
// are the same, and what is refused is refused in the same words.
func TestGuardsDoNotDependOnOrder(t *testing.T) {
	for _, tt := range guardTests {
		bundle := records(tt.rows...)
		// Without Trade and Sources apart, the bundle's order is the rows'.
		first, firstErr := must(lac.NewDataset(bundle)).Totals(tt.query)
		rapid.Check(t, func(t *rapid.T) {
			shuffled := lac.Records{Sources: bundle.Sources, Trade: rapid.Permutation(bundle.Trade).Draw(t, "order")}
			got, err := must(lac.NewDataset(shuffled)).Totals(tt.query)
			if fmt.Sprint(err) != fmt.Sprint(firstErr) {
				t.Fatalf("%s: %v, then %v", tt.rule, firstErr, err)
			}
			if diff := cmp.Diff(maps.Collect(first.All()), maps.Collect(got.All())); diff != "" {
				t.Fatalf("%s:\n%s", tt.rule, diff)
			}
		})
	}
}
