package lac_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

// records returns trade records written one a line, as
//
//	source reporter partner flow period commodity amount currency [detail...]
//
// with "- -" for an amount that is not reported. A detail is a valuation, or
// partner2=, customs=, mot=, mos=, id=, or unconfirmed. The sources come with
// them; the IDs are the lines' numbers.
func records(lines ...string) lac.Records {
	var all lac.Records
	sources := map[string]bool{}
	for i, line := range lines {
		f := strings.Fields(line)
		r := lac.TradeRecord{
			ID:        fmt.Sprintf("%s-%04d", f[0], i+1),
			Source:    f[0],
			Reporter:  must(lac.ParseArea(f[1])),
			Partner:   must(lac.ParseArea(f[2])),
			Flow:      lac.TradeFlow(f[3]),
			Period:    period(f[4]),
			Commodity: commodity(f[5]),
		}
		if f[6] != "-" {
			r.Value = money(f[6] + " " + f[7])
		}
		for _, detail := range f[8:] {
			key, value, _ := strings.Cut(detail, "=")
			switch key {
			case "partner2":
				r.Breakdown.Partner2 = must(lac.ParseArea(value))
			case "customs":
				r.Breakdown.Customs = value
			case "mot":
				r.Breakdown.Transport = value
			case "mos":
				r.Breakdown.Supply = value
			case "unconfirmed":
				r.Evidence = lac.Unconfirmed
			case "id":
				r.ID = value
			default:
				r.Valuation = lac.Valuation(key)
			}
		}
		all.Trade = append(all.Trade, r)
		if !sources[r.Source] {
			sources[r.Source] = true
			all.Sources = append(all.Sources, lac.Source{ID: r.Source, Publisher: r.Source, Basis: r.Source})
		}
	}
	return all
}

func manyRecords(n int) []lac.TradeRecord {
	partners := lac.LatinAmericaCaribbean.Members(lac.DateOf(2024, time.December, 31))
	all := make([]lac.TradeRecord, n)
	for i := range all {
		flow := lac.Export
		if i/len(partners)%2 == 1 {
			flow = lac.Import
		}
		all[i] = lac.TradeRecord{
			ID: fmt.Sprintf("r%09d", i), Source: "made-up", Reporter: lac.China, Partner: partners[i%len(partners)],
			Flow: flow, Period: lac.Year(1000 + i/len(partners)/2), Commodity: lac.AllGoods,
			Value: lac.MoneyOf(int64(i)*1_000_003+7, lac.USD),
		}
	}
	return all
}

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

// TestDimensionsKeepApart: what one sum refuses, a dimension keeps apart.
func TestDimensionsKeepApart(t *testing.T) {
	tests := []struct {
		rule string
		by   lac.Dimension
		rows []string
		keys []string
	}{
		{"by source", lac.BySource, []string{"mofcom CHN 419 turnover 2011 TOTAL 241500000000 USD", "imf CHN 419 turnover 2011 TOTAL 236600000000 USD"}, []string{"imf", "mofcom"}},
		{"by period", lac.ByPeriod, []string{"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD", "gacc CHN 419 turnover 2008-01/2008-09 TOTAL 111500000000 USD"}, []string{"2008-01/2008-09", "2008"}},
		{"by reporter", lac.ByReporter, []string{"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob", "comtrade BRA CHN import 2022 TOTAL 67767819341 USD cif"}, []string{"BRA", "CHN"}},
		{"by partner", lac.ByPartner, []string{"gacc CHN 419 export 2024 TOTAL 1970987650000 CNY", "gacc CHN BRA export 2024 TOTAL 512820920000 CNY"}, []string{"BRA", "419"}},
		{"by commodity", lac.ByCommodity, []string{"comtrade CHN CHL import 2022 H6:26 20613000000 USD cif", "comtrade CHN CHL import 2022 H6:2603 19072000000 USD cif"}, []string{"H6:26", "H6:2603"}},
		{"by flow", lac.ByFlow, []string{"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob", "comtrade CHN BRA import 2022 TOTAL 109522043335 USD cif"}, []string{"export", "import"}},
		{"by year", lac.ByYear, []string{"gacc CHN BRA export 2023-12 TOTAL 1 USD", "gacc CHN BRA export 2024-01 TOTAL 2 USD"}, []string{"2023", "2024"}},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			totals, err := must(lac.NewDataset(records(tt.rows...))).Totals(lac.TradeQuery{}, tt.by)
			if err != nil {
				t.Fatal(err)
			}
			var keys []string
			for k, total := range totals.All() {
				keys = append(keys, fmt.Sprintf("%s%v%v%v%v%v", k.Source, k.Reporter, k.Partner, k.Flow, k.Period, k.Commodity))
				n := 0
				for _, f := range []lac.TradeFlow{lac.Export, lac.Import, lac.Turnover} {
					n += total.Flow(f).Records
				}
				if n != 1 {
					t.Errorf("%v holds %d records", k, n)
				}
				if got, ok := totals.Get(k); !ok || !cmp.Equal(got, total) {
					t.Errorf("Get(%v) = %v, %v", k, got, ok)
				}
			}
			if !slices.Equal(keys, tt.keys) || totals.Len() != len(tt.keys) {
				t.Errorf("keys %q, want %q", keys, tt.keys)
			}
		})
	}
}

func TestWholeTakesNoPartOfAPeriod(t *testing.T) {
	d := must(lac.NewDataset(records(
		"c PER CHN export 2022-01 TOTAL 1750 USD", "c PER CHN export 2022-02 TOTAL 1750 USD",
		"c PER CHN export 2022 TOTAL 21000 USD", "c PER CHN export 2021 TOTAL 19000 USD")))
	q := lac.TradeQuery{Period: lac.Year(2022), Whole: true}
	total, _ := must(d.Totals(q)).Get(lac.TradeKey{})
	if m, err := total.Exports.Money(); err != nil || m != money("21000 USD") || total.Exports.Records != 1 {
		t.Errorf("the year alone: %v of %d records, %v", m, total.Exports.Records, err)
	}
	q.Whole = false
	if _, err := d.Totals(q); !errors.Is(err, lac.ErrUnsafeSum) {
		t.Errorf("a year with months of it: %v", err)
	}
}

func TestYearsAndMonthsOfItAreOneYear(t *testing.T) {
	d := must(lac.NewDataset(records(
		"gacc CHN 419 turnover 2008 TOTAL 143400000000 USD",
		"gacc CHN 419 turnover 2008-01/2008-09 TOTAL 111500000000 USD")))
	if got, err := d.Totals(lac.TradeQuery{}, lac.ByYear); !errors.Is(err, lac.ErrUnsafeSum) {
		t.Errorf("a year and nine months of it: %v, %v", got, err)
	}
	across := must(lac.NewDataset(records("gacc CHN 419 turnover 2008-07/2009-06 TOTAL 1 USD", "gacc CHN 419 turnover ../2001 TOTAL 1 USD")))
	var keys []string
	for k := range must(across.Totals(lac.TradeQuery{}, lac.ByYear)).All() {
		keys = append(keys, k.Period.String())
	}
	if want := []string{"../2001", "2008-07/2009-06"}; !slices.Equal(keys, want) {
		t.Errorf("what lies in no year has keys %q, want %q", keys, want)
	}
}

// TestTotalsAgreeWithAddingUp holds Totals against plain loops.
func TestTotalsAgreeWithAddingUp(t *testing.T) {
	partners := []lac.Area{lac.Brazil, lac.Chile, lac.Mexico, lac.Peru, lac.Germany}
	flows := []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.Turnover}
	rapid.Check(t, func(t *rapid.T) {
		var all []lac.TradeRecord
		for _, p := range partners {
			for year := 2020; year < 2023; year++ {
				for _, f := range flows {
					if rapid.Bool().Draw(t, "recorded") {
						all = append(all, lac.TradeRecord{
							ID: fmt.Sprint(p, year, f), Source: "s", Reporter: lac.China, Partner: p, Flow: f,
							Period: lac.Year(year), Commodity: lac.AllGoods, Value: positive(anyMoney().Draw(t, "value")),
						})
					}
				}
			}
		}
		cut := rapid.IntRange(0, len(all)).Draw(t, "cut")
		order := rapid.Permutation(all).Draw(t, "order")
		sources := []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}}
		d, err := lac.NewDataset(lac.Records{Sources: sources, Trade: order[:cut]}, lac.Records{Sources: sources, Trade: order[cut:]})
		if err != nil {
			t.Fatal(err)
		}
		q := lac.TradeQuery{
			Reporter: rapid.SampledFrom([]lac.Area{0, lac.China, lac.World}).Draw(t, "reporter"),
			Partner:  rapid.SampledFrom([]lac.Area{0, lac.Brazil, lac.CELAC, lac.SouthAmerica, lac.World}).Draw(t, "partner"),
			Flow:     rapid.SampledFrom(append(flows, "")).Draw(t, "flow"),
			Period:   rapid.SampledFrom([]lac.Period{{}, lac.Year(2021), lac.Years(2021, 2030), period("../2020"), lac.Month(2021, 5)}).Draw(t, "period"),
		}
		by := rapid.SliceOfDistinct(rapid.SampledFrom([]lac.Dimension{lac.ByReporter, lac.ByPartner, lac.ByFlow, lac.ByPeriod, lac.ByYear, lac.ByCommodity, lac.BySource}), same[lac.Dimension]).Draw(t, "by")
		want := map[lac.TradeKey]lac.TradeTotal{}
		for _, r := range all {
			inside := q.Partner == 0 || q.Partner == lac.World || q.Partner == r.Partner ||
				q.Partner == lac.CELAC && r.Partner != lac.Germany ||
				q.Partner == lac.SouthAmerica && r.Partner != lac.Germany && r.Partner != lac.Mexico
			if !inside || q.Flow != "" && q.Flow != r.Flow || !q.Period.IsZero() && !q.Period.Contains(r.Period) {
				continue
			}
			var k lac.TradeKey
			for _, dim := range by {
				switch dim {
				case lac.ByReporter:
					k.Reporter = r.Reporter
				case lac.ByPartner:
					k.Partner = r.Partner
				case lac.ByFlow:
					k.Flow = r.Flow
				case lac.ByPeriod, lac.ByYear:
					k.Period = r.Period
				case lac.ByCommodity:
					k.Commodity = r.Commodity
				case lac.BySource:
					k.Source = r.Source
				}
			}
			one := must(lac.Sum(slicesOf(r), lac.TradeRecord.Amount))
			total := want[k]
			switch r.Flow {
			case lac.Export:
				total.Exports = must(total.Exports.Merge(one))
			case lac.Import:
				total.Imports = must(total.Imports.Merge(one))
			case lac.ReExport:
				total.ReExports = must(total.ReExports.Merge(one))
			case lac.Turnover:
				total.Published = must(total.Published.Merge(one))
			}
			want[k] = total
		}
		totals, err := d.Totals(q, by...)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, maps.Collect(totals.All())); diff != "" {
			t.Errorf("%+v by %v (-want +got):\n%s", q, by, diff)
		}
		var keys []lac.TradeKey
		for k := range totals.All() {
			keys = append(keys, k)
		}
		if !slices.IsSortedFunc(keys, lac.TradeKey.Compare) {
			t.Errorf("keys are out of order: %v", keys)
		}
	})
}

func positive(m lac.Money) lac.Money {
	if m.Sign() < 0 {
		return m.Neg()
	}
	return m
}

func TestTurnoverAndBalance(t *testing.T) {
	total := func(rows ...string) lac.TradeTotal {
		got, _ := must(must(lac.NewDataset(records(rows...))).Totals(lac.TradeQuery{})).Get(lac.TradeKey{})
		return got
	}
	const (
		export    = "gacc CHN BRA export 2024 TOTAL 512820920000 CNY"
		imports   = "gacc CHN BRA import 2024 TOTAL 825842090000 CNY"
		published = "gacc CHN BRA turnover 2024 TOTAL 1338663010000 CNY"
		gap       = "gacc CHN BRA import 2024 TOTAL - -"
	)
	tests := []struct {
		rule              string
		total             lac.TradeTotal
		turnover, balance string
	}{
		{"turnover is exports plus imports", total(export, imports), "1338663010000 CNY", "-313021170000 CNY"},
		{"published turnover stands in for both", total(published), "1338663010000 CNY", ""},
		{"published turnover is not added to both", total(export, imports, published), "1338663010000 CNY", "-313021170000 CNY"},
		{"exports alone are no turnover", total(export), "", ""},
		{"imports alone are no turnover", total(imports), "", ""},
		{"a gap is no import", total(export, gap), "", ""},
		{"half of it is not made whole by the published one", total(export, published), "", ""},
		{"nothing is no turnover", lac.TradeTotal{}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			turnover, err := tt.total.Turnover()
			m, moneyErr := turnover.Money()
			if tt.turnover == "" {
				if !errors.Is(err, lac.ErrMissing) {
					t.Errorf("turnover %v, %v", turnover, err)
				}
			} else if err != nil || moneyErr != nil || m.String() != tt.turnover {
				t.Errorf("turnover %v, %v, %v; want %s", m, err, moneyErr, tt.turnover)
			}
			balance, err := tt.total.Balance()
			if tt.balance == "" {
				if !errors.Is(err, lac.ErrMissing) || balance.IsReported() {
					t.Errorf("balance %v, %v", balance, err)
				}
			} else if err != nil || balance.String() != tt.balance {
				t.Errorf("balance %v, %v; want %s", balance, err, tt.balance)
			}
		})
	}
}

func TestBlocHasTheMembersOfTheDay(t *testing.T) {
	// Brazil withdrew from CELAC in January 2020 and returned in January 2023.
	d := must(lac.NewDataset(records(
		"comtrade CHN BRA export 2019 TOTAL 35500000000 USD fob",
		"comtrade CHN BRA export 2021 TOTAL 53600000000 USD fob",
		"comtrade CHN BRA export 2022 TOTAL 61969970590 USD fob",
		"comtrade CHN CHL export 2022 TOTAL 22520038832 USD fob")))
	for _, tt := range []struct {
		rule    string
		on      lac.Date
		in      lac.Period
		records int
	}{
		{"the last day of the query's period", lac.Date{}, lac.Year(2022), 2},
		{"another day", lac.DateOf(2011, time.December, 31), lac.Year(2022), 2},
		{"a day before there was a CELAC", lac.DateOf(2005, time.January, 1), lac.Year(2022), 0},
		{"each record's own period where the query's is open", lac.Date{}, period("2022/.."), 2},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := d.Select(lac.TradeQuery{Partner: lac.CELAC, Period: tt.in, On: tt.on})
			if err != nil || len(got) != tt.records {
				t.Errorf("%d records, %v; want %d", len(got), err, tt.records)
			}
		})
	}
}

func BenchmarkTotals(b *testing.B) {
	all := manyRecords(100_000)
	d, err := lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "made-up", Publisher: "p", Basis: "b"}}, Trade: all})
	if err != nil {
		b.Fatal(err)
	}
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.LatinAmericaCaribbean}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Totals(q, lac.ByYear); err != nil {
			b.Fatal(err)
		}
	}
}
