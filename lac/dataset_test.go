package lac_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

// oneOfEach returns a valid record of every family.
func oneOfEach() lac.Records {
	measure := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Turnover}
	return lac.Records{
		Sources: []lac.Source{{ID: "gacc", Publisher: "General Administration of Customs", Title: "Trade by country, December 2024", URL: "http://www.customs.gov.cn/", Retrieved: lac.DateOf(2025, time.June, 9), Basis: "China customs (GACC)", Window: lac.Years(1981, 2025)}},
		Trade: []lac.TradeRecord{{
			ID: "trade-1", Source: "gacc", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Import, Period: lac.Year(2024),
			Commodity: commodity("HS:2603"), Value: money("825842090000 CNY"), Valuation: lac.CIF, NetWeight: quantity("1500.5 kg"),
			Quantity: quantity("3 u"), Breakdown: lac.Breakdown{Partner2: lac.HongKong, Customs: "C01"}, Status: lac.Provisional, Evidence: lac.Derived, Note: "of 10,000 yuan",
		}},
		Projects: []lac.Project{{
			ID: "project-1", Source: "gacc", Title: "Port of Chancay", Kind: lac.Infrastructure, Sectors: []lac.SectorShare{{Sector: lac.Sector{Purpose: "21040", Field: "transport"}, Percent: decimal.NewFromInt(100)}},
			Status: lac.StatusCompleted, Stages: []lac.Stage{{Status: lac.StatusImplementation, Date: lac.Year(2019)}},
			Areas:        []lac.AreaShare{{Area: lac.Peru, Percent: decimal.New(605, -1)}, {Area: lac.Chile, Percent: decimal.New(395, -1)}},
			Participants: []lac.Participant{{Name: "COSCO", Role: "implementing", Area: lac.China}},
			Locations:    []lac.Location{{Name: "Chancay", Latitude: decimal.New(-115928, -4), Longitude: decimal.New(-772672, -4)}},
			Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.Year(2019), Value: money("1300000000 USD")}},
			JobsDirect:   lac.Stated{Text: "over 1,500", Value: quantity("1500 jobs"), Comparator: lac.Over, Digits: 2},
		}},
		Programs: []lac.Program{{
			ID: "program-1", Source: "gacc", Title: "Scholarships", Kind: lac.Scholarships, Provider: lac.China, Recipients: []lac.Area{lac.CELAC},
			Window: lac.Years(2015, 2019), Pledged: quantity("6000 scholarships"), Delivered: []lac.Delivery{{Period: lac.Year(2016), Places: quantity("1000 scholarships")}},
		}},
		Statements: []lac.Statement{{
			ID: "statement-1", Source: "gacc", Speakers: []lac.Speaker{{Name: "A. Speaker", Office: "director"}}, Date: lac.DateOf(2025, time.June, 9),
			Language: "en", Text: "Trade doubled: «$518.4 billion».",
			Claims: []lac.Claim{{ID: "c1", Form: lac.FormLevel, Measure: measure, Period: lac.Year(2024), Stated: lac.Stated{Value: quantity("518.4e9 USD"), Digits: 4}, Start: 0, End: 13, Gist: "trade"}},
		}},
		Meetings:     []lac.Meeting{{ID: "meeting-1", Source: "gacc", Series: "China-CELAC Forum", Ordinal: 4, Title: "Fourth ministerial meeting", Date: period("2025-05-13")}},
		Pledges:      []lac.Pledge{{ID: "pledge-1", Source: "gacc", Meeting: "meeting-1", Measure: measure, Target: lac.Stated{Value: quantity("500e9 USD")}, Made: period("2015-01-08"), Window: lac.Years(2015, 2024)}},
		Observations: []lac.Observation{{ID: "observation-1", Source: "gacc", Measure: measure, Period: lac.Year(2024), Figure: lac.Stated{Value: quantity("518.467e9 USD"), Digits: 6}}},
		Ties:         []lac.Tie{{ID: "tie-1", Source: "gacc", A: lac.China, B: lac.Brazil, Event: lac.TiesEstablished, Date: period("1974-08-15")}},
		Memberships:  []lac.Membership{{ID: "membership-1", Source: "gacc", Bloc: lac.CELAC, Member: lac.Brazil, From: period("2011-12-03")}},
		Rates:        []lac.Rate{{ID: "rate-1", Source: "gacc", Period: lac.Year(2024), Base: lac.USD, Quote: lac.CNY, Rate: decimal.New(71217, -4)}},
	}
}

func TestDatasetHoldsEveryFamily(t *testing.T) {
	all := oneOfEach()
	d, err := lac.NewDataset(all)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]any{
		"trade-1": all.Trade[0], "project-1": all.Projects[0], "program-1": all.Programs[0], "statement-1": all.Statements[0],
		"meeting-1": all.Meetings[0], "pledge-1": all.Pledges[0], "observation-1": all.Observations[0], "tie-1": all.Ties[0],
		"membership-1": all.Memberships[0], "rate-1": all.Rates[0], "nobody": nil,
	} {
		if diff := cmp.Diff(want, d.Record(id)); diff != "" {
			t.Errorf("%s:\n%s", id, diff)
		}
	}
	if s, ok := d.Source("gacc"); !ok || s != all.Sources[0] {
		t.Errorf("source %v, %v", s, ok)
	}
	if s, ok := d.Source("nobody"); ok || s != (lac.Source{}) {
		t.Errorf("source %v, %v", s, ok)
	}
	for name, n := range map[string]int{
		"sources": count(d.Sources()), "trade": count(d.Trade()), "projects": count(d.Projects()), "programs": count(d.Programs()),
		"statements": count(d.Statements()), "meetings": count(d.Meetings()), "pledges": count(d.Pledges()),
		"observations": count(d.Observations()), "ties": count(d.Ties()), "memberships": count(d.Memberships()), "rates": count(d.Rates()),
	} {
		if n != 1 {
			t.Errorf("%d %s", n, name)
		}
	}
}

func count[T any](seq iter.Seq[T]) int {
	n := 0
	for range seq {
		n++
	}
	return n
}

func TestRecordsSurviveJSON(t *testing.T) {
	all := oneOfEach()
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	var got lac.Records
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all, got); diff != "" {
		t.Errorf("after JSON (-want +got):\n%s", diff)
	}
	if a, b := must(lac.NewDataset(all)), must(lac.NewDataset(got)); a.Digest() != b.Digest() {
		t.Error("the digest is another after JSON")
	}
	if strings.Contains(string(text), "not reported") || strings.Contains(string(text), "null") {
		t.Errorf("JSON of what is absent: %s", text)
	}
}

func TestEmptyDataset(t *testing.T) {
	d, err := lac.NewDataset()
	if err != nil {
		t.Fatal(err)
	}
	if totals, err := d.Totals(lac.TradeQuery{}); err != nil || totals.Len() != 0 {
		t.Errorf("%v, %v", totals, err)
	}
	if kept, err := d.Select(lac.TradeQuery{}); err != nil || len(kept) != 0 {
		t.Errorf("%v, %v", kept, err)
	}
	if len(d.Digest()) != 64 {
		t.Errorf("digest %q", d.Digest())
	}
}

func TestNewDatasetRefuses(t *testing.T) {
	source := lac.Source{ID: "s", Publisher: "p", Basis: "b"}
	other := source
	other.Basis = "another"
	good := records("s CHN BRA export 2022 TOTAL 1 USD id=x").Trade[0]
	for _, tt := range []struct {
		rule    string
		bundles []lac.Records
		field   string
		want    error
	}{
		{"two records with one ID", []lac.Records{{Sources: []lac.Source{source}, Trade: []lac.TradeRecord{good, good}}}, "id", lac.ErrDuplicateID},
		{"in two bundles", []lac.Records{{Sources: []lac.Source{source}, Trade: []lac.TradeRecord{good}}, {Trade: []lac.TradeRecord{good}}}, "id", lac.ErrDuplicateID},
		{"in two families", []lac.Records{{Sources: []lac.Source{source}, Trade: []lac.TradeRecord{good}, Ties: []lac.Tie{{ID: "x", Source: "s", A: lac.China, B: lac.Brazil, Event: lac.TiesEstablished, Date: lac.Year(1974)}}}}, "id", lac.ErrDuplicateID},
		{"a source that nobody brought", []lac.Records{{Trade: []lac.TradeRecord{good}}}, "source", lac.ErrUnknownSource},
		{"two sources with one ID", []lac.Records{{Sources: []lac.Source{source}}, {Sources: []lac.Source{other}}}, "id", lac.ErrDuplicateID},
		{"a source without a basis", []lac.Records{{Sources: []lac.Source{{ID: "s", Publisher: "p"}}}}, "basis", lac.ErrMissing},
		{"a record that is not valid", []lac.Records{{Sources: []lac.Source{source}, Trade: []lac.TradeRecord{{ID: "y", Source: "s"}}}}, "reporter", lac.ErrMissing},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			d, err := lac.NewDataset(tt.bundles...)
			if d != nil || !errors.Is(err, tt.want) {
				t.Fatalf("%v, %v; want %v", d, err, tt.want)
			}
			if !slices.ContainsFunc(fieldErrors(err), func(f *lac.FieldError) bool { return f.Field == tt.field && errors.Is(f, tt.want) }) {
				t.Errorf("no error in field %s: %v", tt.field, err)
			}
		})
	}
}

// fieldErrors returns the field errors that err joins.
func fieldErrors(err error) []*lac.FieldError {
	if f, ok := err.(*lac.FieldError); ok {
		return []*lac.FieldError{f}
	}
	var all []*lac.FieldError
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			all = append(all, fieldErrors(e)...)
		}
	}
	return all
}

func TestEqualSourcesAreOne(t *testing.T) {
	source := lac.Source{ID: "s", Publisher: "p", Basis: "b"}
	d, err := lac.NewDataset(lac.Records{Sources: []lac.Source{source}}, lac.Records{Sources: []lac.Source{source}})
	if err != nil || count(d.Sources()) != 1 {
		t.Errorf("%v", err)
	}
}

func TestErrorsOfALargeFileAreBounded(t *testing.T) {
	_, err := lac.NewDataset(lac.Records{Trade: make([]lac.TradeRecord, 10_000)})
	if err == nil || len(err.Error()) > 200_000 || !strings.Contains(err.Error(), "further errors") {
		t.Errorf("%d bytes of errors", len(fmt.Sprint(err)))
	}
}

// TestDatasetDoesNotDependOnOrder: any order and any split of the records gives
// the same dataset.
func TestDatasetDoesNotDependOnOrder(t *testing.T) {
	all := oneOfEach()
	all.Trade = append(all.Trade, manyRecords(40)...)
	all.Sources = append(all.Sources, lac.Source{ID: "made-up", Publisher: "p", Basis: "b"})
	want := must(lac.NewDataset(all))
	rapid.Check(t, func(t *rapid.T) {
		first, second := all, lac.Records{Sources: slices.Clone(all.Sources)}
		order := rapid.Permutation(all.Trade).Draw(t, "order")
		cut := rapid.IntRange(0, len(order)).Draw(t, "cut")
		first.Trade, second.Trade = order[:cut], order[cut:]
		got, err := lac.NewDataset(second, first)
		if err != nil {
			t.Fatal(err)
		}
		if got.Digest() != want.Digest() {
			t.Error("another digest")
		}
		if diff := cmp.Diff(slices.Collect(want.Trade()), slices.Collect(got.Trade())); diff != "" {
			t.Errorf("another order:\n%s", diff)
		}
	})
	all.Trade[0].Value = must(all.Trade[0].Value.Add(money("0.01 CNY")))
	if changed := must(lac.NewDataset(all)); changed.Digest() == want.Digest() {
		t.Error("a fen more, and the digest is the same")
	}
}

func TestDatasetKeepsItsOwnRecords(t *testing.T) {
	all := oneOfEach()
	d := must(lac.NewDataset(all))
	before := slices.Collect(d.Trade())
	all.Trade[0].Value = money("1 CNY")
	all.Sources[0].Basis = "changed"
	if diff := cmp.Diff(before, slices.Collect(d.Trade())); diff != "" {
		t.Errorf("the caller's slice is the dataset's:\n%s", diff)
	}
	if s, _ := d.Source("gacc"); s.Basis == "changed" {
		t.Error("the caller's sources are the dataset's")
	}
}

func TestDatasetIsSafeForConcurrentReaders(t *testing.T) {
	all := manyRecords(2000)
	d := must(lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "made-up", Publisher: "p", Basis: "b"}}, Trade: all}))
	want := must(d.Totals(lac.TradeQuery{Partner: lac.CELAC}, lac.ByYear))
	digest := d.Digest()
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			got, err := d.Totals(lac.TradeQuery{Partner: lac.CELAC}, lac.ByYear)
			if err != nil || got.Len() != want.Len() || d.Digest() != digest {
				t.Errorf("%v, %v", got, err)
			}
			for k, total := range want.All() {
				if other, ok := got.Get(k); !ok || !cmp.Equal(total, other) {
					t.Errorf("%v: %v, want %v", k, other, total)
				}
			}
			_, _ = d.TiesOn(lac.China, lac.Brazil, lac.DateOf(2024, 1, 1))
		})
	}
	readers.Wait()
}

func TestTiesOn(t *testing.T) {
	tie := func(id string, b lac.Area, event lac.TieEvent, date string, evidence lac.Evidence) lac.Tie {
		return lac.Tie{ID: id, Source: "s", A: lac.China, B: b, Event: event, Date: period(date), Evidence: evidence}
	}
	d := must(lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}},
		Ties: []lac.Tie{
			tie("GRD-1", lac.Grenada, lac.TiesEstablished, "1985-10-01", ""),
			tie("GRD-2", lac.Grenada, lac.TiesSuspended, "1989-08", ""),
			tie("GRD-3", lac.Grenada, lac.TiesResumed, "2005-01-20", ""),
			tie("HND-1", lac.Honduras, lac.TiesEstablished, "2023-03-26", ""),
			tie("PRY-1", lac.Paraguay, lac.TiesNone, "2025-05", ""),
			tie("ARG-1", lac.Argentina, lac.TiesEstablished, "1972-02-19", lac.Unconfirmed),
			tie("ARG-2", lac.Argentina, lac.TiesEstablished, "1972-03-19", ""),
			tie("CUB-1", lac.Cuba, lac.TiesEstablished, "1960-09-28", lac.Unconfirmed),
			{ID: "CRI-1", Source: "s", A: lac.China, B: lac.CostaRica, Event: lac.TiesEstablished, Date: period("2007-06-04"), Also: []lac.Period{period("2007-06-01"), period("2007-06-07")}},
			{ID: "HTI-1", Source: "s", A: lac.Haiti, B: lac.China, Event: lac.TiesSuspended, Date: lac.Year(1956)},
		},
	}))
	for _, tt := range []struct {
		rule    string
		with    lac.Area
		day     string
		want    lac.TieState
		decides string
	}{
		{"the day itself", lac.Honduras, "2023-03-26", lac.TiesHeld, "HND-1"},
		{"the day before", lac.Honduras, "2023-03-25", lac.TiesAbsent, "HND-1"},
		{"long after", lac.Honduras, "2025-06-09", lac.TiesHeld, "HND-1"},
		{"between establishment and suspension", lac.Grenada, "1989-07-31", lac.TiesHeld, "GRD-1"},
		{"within the month of an event without a day", lac.Grenada, "1989-08-15", lac.TiesUnknown, "GRD-2"},
		{"on that month's last day it has happened", lac.Grenada, "1989-08-31", lac.TiesAbsent, "GRD-2"},
		{"between suspension and resumption", lac.Grenada, "2000-01-01", lac.TiesAbsent, "GRD-2"},
		{"resumed", lac.Grenada, "2005-01-20", lac.TiesHeld, "GRD-3"},
		{"never, before the source looked", lac.Paraguay, "1990-01-01", lac.TiesAbsent, "PRY-1"},
		{"never, after it looked", lac.Paraguay, "2025-06-09", lac.TiesAbsent, "PRY-1"},
		{"an unconfirmed event decides nothing", lac.Argentina, "1972-03-01", lac.TiesAbsent, "ARG-2"},
		{"nor before it", lac.Cuba, "1950-01-01", lac.TiesUnknown, ""},
		{"nor after it", lac.Cuba, "2025-06-09", lac.TiesUnknown, ""},
		{"before a suspension without a beginning", lac.Haiti, "1950-01-01", lac.TiesUnknown, ""},
		{"before all days that are given for an event", lac.CostaRica, "2007-05-31", lac.TiesAbsent, "CRI-1"},
		{"after one of them, before the one on record", lac.CostaRica, "2007-06-03", lac.TiesUnknown, "CRI-1"},
		{"after the one on record, before another", lac.CostaRica, "2007-06-06", lac.TiesUnknown, "CRI-1"},
		{"after all of them", lac.CostaRica, "2007-06-07", lac.TiesHeld, "CRI-1"},
		{"nothing recorded", lac.Brazil, "2025-06-09", lac.TiesUnknown, ""},
		{"a day that is not stated", lac.Honduras, "", lac.TiesUnknown, ""},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var day lac.Date
			if tt.day != "" {
				day = must(lac.ParseDate(tt.day))
			}
			for _, pair := range [][2]lac.Area{{lac.China, tt.with}, {tt.with, lac.China}} {
				if got, by := d.TiesOn(pair[0], pair[1], day); got != tt.want || by.ID != tt.decides {
					t.Errorf("%v: %q by %q, want %q by %q", pair, got, by.ID, tt.want, tt.decides)
				}
			}
		})
	}
}

func TestConvert(t *testing.T) {
	rate := func(id, in string, base, quote lac.Currency, value string) lac.Rate {
		return lac.Rate{ID: id, Source: "s", Period: period(in), Base: base, Quote: quote, Rate: must(decimal.NewFromString(value))}
	}
	d := must(lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}},
		Rates: []lac.Rate{
			rate("b", "2024", lac.USD, lac.CNY, "7.1217"), rate("c", "2024", lac.USD, lac.CNY, "7.2"),
			rate("a", "2024-05", lac.USD, lac.CNY, "7.1"), rate("e", "2014", lac.EUR, lac.USD, "1.3285"),
		},
	}))
	for _, tt := range []struct {
		rule, in string
		to       lac.Currency
		period   string
		places   int32
		want, by string
		err      error
	}{
		{"yuan to dollars divides", "3688873570000 CNY", lac.USD, "2024", 0, "517976546330 USD", "b", nil},
		{"dollars to yuan multiplies", "100 USD", lac.CNY, "2024", 4, "712.17 CNY", "b", nil},
		{"a month has its own rate", "10 USD", lac.CNY, "2024-05", 2, "71 CNY", "a", nil},
		{"the EU's trade of 2014 in dollars", "209.2e9 EUR", lac.USD, "2014", 0, "277922200000 USD", "e", nil},
		{"half away from zero", "1 USD", lac.CNY, "2024", 3, "7.122 CNY", "b", nil},
		{"half away from zero below zero", "-5 USD", lac.CNY, "2024-05", 0, "-36 CNY", "a", nil},
		{"no rate of the year", "1 USD", lac.CNY, "2023", 2, "", "", lac.ErrMissing},
		{"no rate of the month", "1 USD", lac.CNY, "2024-06", 2, "", "", lac.ErrMissing},
		{"no rate of the pair", "1 USD", lac.JPY, "2024", 2, "", "", lac.ErrMissing},
		{"no chain of rates", "1 EUR", lac.CNY, "2024", 2, "", "", lac.ErrMissing},
		{"nothing to convert", "", lac.CNY, "2024", 2, "", "", lac.ErrMissing},
		{"beyond 38 digits", "99999999999999999999999999999999999999 USD", lac.CNY, "2024", 2, "", "", lac.ErrRange},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var m lac.Money
			if tt.in != "" {
				m = money(tt.in)
			}
			got, by, err := d.Convert(m, tt.to, period(tt.period), tt.places)
			if tt.err != nil {
				if !errors.Is(err, tt.err) || got.IsReported() || by.ID != "" {
					t.Errorf("%v by %q, %v; want %v", got, by.ID, err, tt.err)
				}
				return
			}
			if err != nil || got.String() != tt.want || by.ID != tt.by {
				t.Errorf("%v by %q, %v; want %s by %q", got, by.ID, err, tt.want, tt.by)
			}
		})
	}
}

func ExampleDataset_Narrow() {
	data, err := lac.NewDataset(records(
		"a CHN BRA export 2022 TOTAL 100 USD", "b CHN DEU export 2022 TOTAL 200 USD", "c CHN BRA export 2021 TOTAL 90 USD",
	))
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range data.Narrow(lac.China, lac.CELAC, lac.Year(2022)).Trade() {
		fmt.Println(r.ID, r.Value)
	}
	// Output:
	// a-0001 100 USD
}
