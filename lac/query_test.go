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
