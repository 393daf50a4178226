package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

func complete(source, reason string) check.Policy {
	p := check.Default()
	p.Complete = []check.Declaration{{Source: source, Reason: reason}}
	return p
}

// A statistic that was revised gives two readings, each with its date: the first
// figure and the latest.
func TestVintagesAreReadings(t *testing.T) {
	observation := func(id, source, figure string) lac.Observation {
		return lac.Observation{ID: id, Source: source, Measure: tradeWithBrazil, Period: lac.Year(2020), Figure: statedAs(figure)}
	}
	source := func(id, published string) lac.Source {
		return lac.Source{ID: id, Publisher: id, Basis: "customs", Published: periodOf(published)}
	}
	data := build(t, lac.Records{
		Sources: []lac.Source{source("release", "2021-01-14"), source("yearbook", "2021-10"), source("now", "2023"), {ID: "page", Publisher: "page", Basis: "customs"}},
		Observations: []lac.Observation{observation("a", "release", "100e9 USD"), observation("b", "yearbook", "101e9 USD"),
			observation("c", "now", "102e9 USD"), observation("d", "page", "99e9 USD")},
	})
	got := map[string]string{}
	for _, r := range find(t, data, parseClaim(t, "level trade CHN BRA 2020 | 100e9 USD"), check.Default()).Readings {
		got[r.Records[0]] = fmt.Sprintf("%s %v %s", r.Basis.Vintage, r.Basis.Published, r.Verdict)
	}
	want := map[string]string{"a": "first 2021-01-14 supported", "b": "between 2021-10 undecided", "c": "latest 2023 undecided", "d": "  contradicted"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
}

// Brazil, and one flow of Chile, of CELAC's 33: a lower bound on turnover, for which 31
// have no record and Chile's other flow is not there, and no bound on a share of which
// neither side is known. Where the source is declared complete, the
// others have none.
func TestIncompleteRecordsAreBounds(t *testing.T) {
	year := lac.Year(2022)
	own := []lac.TradeRecord{row("bx", "BRA", lac.Export, year, 60), row("bm", "BRA", lac.Import, year, 110), row("cx", "CHL", lac.Export, year, 20)}
	var mirror []lac.TradeRecord
	for i, r := range own {
		r.ID, r.Reporter, r.Partner, r.Flow = fmt.Sprintf("m%d", i), r.Partner, lac.China, r.Flow.Mirror()
		mirror = append(mirror, r)
		r.ID, r.Partner = r.ID+"w", lac.World
		r.Value = lac.MoneyOf(500_000_000_000, lac.USD)
		mirror = append(mirror, r)
	}
	for name, tt := range map[string]struct {
		rows     []lac.TradeRecord
		claim    string
		policy   check.Policy
		interval string
		missing  int
		want     check.Verdict
	}{
		"a lower bound supports more than less":          {own, "level trade CHN CELAC 2022 | over 150e9 USD", check.Default(), "[190000000000, ∞)", 31, yes},
		"a lower bound contradicts less":                 {own, "level trade CHN CELAC 2022 | 150e9 USD", check.Default(), "[190000000000, ∞)", 31, no},
		"a lower bound leaves more open":                 {own, "level trade CHN CELAC 2022 | 300e9 USD", check.Default(), "[190000000000, ∞)", 31, open},
		"missing means none":                             {own, "level trade CHN CELAC 2022 | 300e9 USD", complete("s", "the customs list all"), "190000000000", 0, no},
		"missing means none, of another source":          {own, "level trade CHN CELAC 2022 | 300e9 USD", complete("t", "the customs list all"), "[190000000000, ∞)", 31, open},
		"no bound on a share of two incomplete books":    {mirror, "share trade CELAC CHN 2022 of 001 | 99 percent", check.Default(), "(-∞, ∞)", 33, open},
		"an upper bound on a part of an incomplete book": {own, "share trade CHN BRA 2022 of CELAC | 95 percent", check.Default(), "(-∞, 1700/19]", 32, no},
	} {
		f := find(t, build(t, lac.Records{Trade: tt.rows}), parseClaim(t, tt.claim), tt.policy)
		if f.Verdict != tt.want {
			t.Errorf("%s: %s, want %s", name, f.Verdict, tt.want)
		}
		if len(f.Readings) == 0 {
			if tt.interval != "(-∞, ∞)" {
				t.Errorf("%s: no reading", name)
			}
			continue
		}
		r := f.Readings[0]
		if r.Interval.String() != tt.interval || len(r.Missing) != tt.missing {
			t.Errorf("%s: %v, %d missing; want %s, %d", name, r.Interval, len(r.Missing), tt.interval, tt.missing)
		}
		confirmArithmetic(t, name, f)
		if tt.policy.Complete != nil && tt.missing == 0 && !slices.ContainsFunc(r.Notes, func(s string) bool { return strings.Contains(s, "the customs list all") }) {
			t.Errorf("%s: notes %q do not give the reason", name, r.Notes)
		}
	}
}

// Declared complete, a table without a project of a member says that there is
// none, and a universal claim is contradicted.
func TestCompleteCoverageCanBeContradicted(t *testing.T) {
	p := complete("aiddata-gcdf-3.0-geocoded", "for the sake of the test")
	f := find(t, almanacData(t), parseClaim(t, "coverage projects CHN 419 kind=livelihood ../2025-06-09 over diplomatic-ties"), p)
	if f.Verdict != no || f.Readings[0].Interval.String() != "24" {
		t.Errorf("%s, %v", f.Verdict, f.Readings[0].Interval)
	}
	for _, w := range f.Witnesses {
		if w.Area == lac.Honduras && (w.State != check.Without || !strings.Contains(w.Why, "for the sake of the test")) {
			t.Errorf("Honduras: %+v", w)
		}
	}
	f = find(t, almanacData(t), parseClaim(t, "count projects CHN 419 kind=infrastructure ../2025-06-09 | over 400 projects"), p)
	if f.Verdict != no {
		t.Errorf("over 400: %s, want contradicted by 349 of a complete table", f.Verdict)
	}
}

// A figure in another currency is read at the recorded rate, with its source. It is
// no more precise than an average rate is, 2 percent: 100 bn say 98 to 102. Without a
// rate it is named.
func TestCurrenciesAreReadings(t *testing.T) {
	published := lac.Observation{ID: "o", Source: "s", Measure: tradeWithBrazil, Period: lac.Year(2024), Figure: statedAs("720e9 CNY")}
	rate := lac.Rate{ID: "r", Source: "bank", Period: lac.Year(2024), Base: lac.USD, Quote: lac.CNY, Rate: decimal.RequireFromString("7.2")}
	records := lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}, {ID: "bank", Publisher: "p", Basis: "b"}},
		Observations: []lac.Observation{published}, Rates: []lac.Rate{rate}}
	c := parseClaim(t, "level trade CHN BRA 2024 | 100e9 USD")
	f := find(t, build(t, records), c, check.Default())
	r := f.Readings[0]
	if r.Interval.String() != "100000000000" || !r.Deciding || r.Verdict != check.Undecided || f.Verdict != open ||
		!strings.Contains(r.Basis.Conversion, "(bank)") || !slices.Equal(r.Basis.Sources, []string{"s", "bank"}) || !slices.Equal(r.Records, []string{"o", "r"}) {
		t.Errorf("%s, %+v", f.Verdict, r)
	}
	confirmArithmetic(t, "converted", f)
	for text, want := range map[string]check.Verdict{"over 97e9 USD": yes, "over 99e9 USD": open, "over 103e9 USD": no, "95e9 USD": no} {
		if got := find(t, build(t, records), parseClaim(t, "level trade CHN BRA 2024 | "+text), check.Default()); got.Verdict != want {
			t.Errorf("%s: %s, want %s", text, got.Verdict, want)
		}
	}
	records.Rates = nil
	f = find(t, build(t, records), c, check.Default())
	want := "No reading in USD: the dataset has no rate for 720 bn CNY of 2024 (b)."
	if len(f.Readings) != 0 || !slices.Contains(f.Notes, want) {
		t.Errorf("readings %+v, notes %q", f.Readings, f.Notes)
	}
}

// The customs' own row of 2024, 3688.87357 bn CNY, is the 33 members' 3669.74174,
// the territories' 19.12224 and 9.59 mn that no partner has.
func TestPublishedTotalIsReconciled(t *testing.T) {
	f := find(t, almanacData(t), parseClaim(t, "level trade CHN 419 2024 | 3.69e12 CNY"), check.Default())
	if len(f.Reconciled) != 1 {
		t.Fatalf("%d reconciliations, want 1", len(f.Reconciled))
	}
	r := f.Reconciled[0]
	got := fmt.Sprint(r.Published, r.Members, r.Territories, r.Residual, r.Explained)
	want := "3688873570000 CNY 3669741740000 CNY (66 records, 0 missing) 19122240000 CNY (34 records, 0 missing) 9590000 CNY false"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	// 2022: 485.79 published to two places, 482.964072419 on Comtrade: rounding explains 0.005 of 2.826.
	f = find(t, almanacData(t), parseClaim(t, "level trade CHN 419 2022 | 485.79e9 USD"), check.Default())
	r = f.Reconciled[0]
	if got := fmt.Sprint(r.Residual, r.Rounding, r.Explained); got != "2825927581 USD 5000000 USD false" {
		t.Errorf("2022: %s", got)
	}
}

// A decade ago may be 9, 10 or 11 years: the ratio from each, and its verdict.
func TestWindowOfTheBaseYear(t *testing.T) {
	f := find(t, almanacData(t), parseClaim(t, "multiple trade CHN 419 2022 since 2012 | word 2 times"), check.Default())
	var got []string
	for _, v := range f.Window {
		got = append(got, fmt.Sprintf("%v %s %s", v.Basis.Period, v.Interval.Lower.Decimal(3), v.Verdict))
	}
	// 485.79/241.5 = 2.012, 485.79/261.2 = 1.860; of 2013 the customs' books have no confirmed figure.
	if diff := cmp.Diff([]string{"2011 2.012 supported", "2012 1.86 contradicted"}, got); diff != "" {
		t.Errorf("window (-want +got):\n%s", diff)
	}
	if f := find(t, almanacData(t), parseClaim(t, "change trade CHN 419 2024 since 2023 | 6 percent"), check.Default()); f.Window != nil {
		t.Errorf("last year is not a year in round words: %v", f.Window)
	}
}

// Equal amounts share the better place.
func TestTiesShareThePlace(t *testing.T) {
	year := lac.Year(2022)
	var rows []lac.TradeRecord
	for partner, bn := range map[string]int64{"BRA": 50, "CHL": 50, "PER": 70, "ARG": 20, "001": 190} {
		rows = append(rows, row(partner+"x", partner, lac.Export, year, bn), row(partner+"m", partner, lac.Import, year, bn))
	}
	data := build(t, lac.Records{Trade: rows})
	f := find(t, data, parseClaim(t, "rank trade CHN BRA 2022 | 2 rank"), check.Default())
	r := f.Readings[0]
	var rivals []string
	for _, v := range r.Rivals {
		rivals = append(rivals, fmt.Sprintf("%v %s", v.Area, v.Standing))
	}
	if diff := cmp.Diff([]string{"PER ahead", "CHL tied", "ARG behind"}, rivals); diff != "" {
		t.Errorf("rivals (-want +got):\n%s", diff)
	}
	// 140 of Peru is 40 away; with anything less than 100 Brazil is third.
	if m := r.Margin; f.Verdict != yes || m.Gap.String() != "0" || m.Need.String() != "(-∞, 100000000000)" {
		t.Errorf("%s, margin %+v", f.Verdict, m)
	}
	// To be third it would have to have less; to be first, as much as Peru.
	if m := find(t, data, parseClaim(t, "rank trade CHN BRA 2022 | 1 rank"), check.Default()).Margin(); m.Gap.String() != "40000000000" || m.Need.String() != "[140000000000, ∞)" {
		t.Errorf("margin to the first place %+v", m)
	}
}

// The margin is where the verdict flips, exactly: at its edge it is another.
func TestMarginsAreEdges(t *testing.T) {
	data := almanacData(t)
	n := 0
	for _, c := range everyClaim(t) {
		if c.Form != lac.FormLevel {
			continue
		}
		f := find(t, data, c, check.Default())
		for _, r := range f.Readings {
			if r.Margin.IsZero() || !r.Interval.IsPoint() {
				continue
			}
			n++
			// What would have to move is the end of the figure that is nearer.
			edge, from := r.Margin.Need.Lower.Rat(), r.Margin.Is.Upper.Rat()
			if edge == nil {
				edge, from = r.Margin.Need.Upper.Rat(), r.Margin.Is.Lower.Rat()
			}
			gap := edge.Sub(edge, from)
			if gap.Abs(gap).Cmp(r.Margin.Gap.Rat()) != 0 && r.Verdict != check.Undecided {
				t.Errorf("%s: the edge is %s away, the margin says %v", c.Gist, gap, r.Margin.Gap)
			}
			if r.Margin.Is.Within(r.Margin.Need) {
				t.Errorf("%s: it is %v already, where it would have to be %v", c.Gist, r.Margin.Is, r.Margin.Need)
			}
			if r.Verdict == yes && r.Margin.Need.Within(f.Stated) || r.Verdict == no && !r.Margin.Need.Meets(f.Stated) {
				t.Errorf("%s: %v does not flip %s by %v", c.Gist, r.Margin.Need, r.Verdict, f.Stated)
			}
		}
	}
	if n == 0 {
		t.Error("no margin was seen")
	}
}
