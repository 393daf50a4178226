package check_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

var dataset = sync.OnceValues(almanac.Dataset)

func almanacData(t testing.TB) *lac.Dataset {
	t.Helper()
	data, err := dataset()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func statement(t testing.TB, data *lac.Dataset) lac.Statement {
	t.Helper()
	s, ok := data.Record(almanac.Statement20250609).(lac.Statement)
	if !ok {
		t.Fatal("no statement of 9 June 2025")
	}
	return s
}

func claim(t testing.TB, data *lac.Dataset, id string) lac.Claim {
	t.Helper()
	for _, c := range statement(t, data).Claims {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("no claim %s", id)
	return lac.Claim{}
}

func find(t testing.TB, data *lac.Dataset, c lac.Claim, p check.Policy) check.Finding {
	t.Helper()
	f, err := check.Claim(data, c, p)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The verdicts follow from the evidence in the almanac:
//
//   - level: customs published 518.467 bn. [518.35, 518.5) holds it, rounding
//     alone, [518.35, 518.45), does not. LAC's books are a lower bound below it.
//   - multiple: 518.467/263.6 = 1.9669 on customs, 491.676/263.560 = 1.8655 on
//     the 25 reporters with both years; double is [1.9, 2.1], strict [1.98,
//     2.02], loose [1.8, 2.2].
//   - rank and streak: the partners' trade is known up to 2019 only.
//   - infrastructure: AidData's records are of at least 257 undertakings, and the
//     monitor of Red ALC-China has 228 projects.
//   - production capacity: 14 plants and mines among AidData's records.
//   - jobs: over 600,000 by 2020 bounds the number from below, under a million.
//   - coverage: 24 of 26 covered, 2 unknown, none missing.
func TestVerdictsOfTheStatement(t *testing.T) {
	data := almanacData(t)
	tests := []struct {
		claim                  string
		strict, normal, lenien check.Verdict
	}{
		{"trade-2024", no, yes, yes},
		{"trade-double", no, mixed, yes},
		{"partner-rank", open, open, open},
		{"partner-streak", open, open, open},
		{"projects-infrastructure", check.Supported, check.Supported, check.Supported}, // 228 in the monitor of 2023, 257 undertakings by AidData
		{"projects-capacity", open, open, yes},                                         // 14 plants and mines among AidData's records, by their titles; numerous are 24, 10 or 5, and twice that of a selection
		{"jobs", open, open, open},
		{"livelihood", open, open, open},
		{"scholarships", open, open, open},
		{"training", open, open, open},
		{"forum-meeting", yes, yes, yes},
		{"projects-pledged", check.NotDue, check.NotDue, check.NotDue},
		{"measures-pledged", check.NotDue, check.NotDue, check.NotDue},
		{"position-fields", check.NotCheckable, check.NotCheckable, check.NotCheckable},
		{"position-openness", check.NotCheckable, check.NotCheckable, check.NotCheckable},
		{"position-third-party", check.NotCheckable, check.NotCheckable, check.NotCheckable},
		{"position-pacific", check.NotCheckable, check.NotCheckable, check.NotCheckable},
	}
	if got := len(statement(t, data).Claims); got != len(tests) {
		t.Errorf("the statement has %d claims, the test %d", got, len(tests))
	}
	for _, tt := range tests {
		c := claim(t, data, tt.claim)
		for _, p := range []struct {
			policy check.Policy
			want   check.Verdict
		}{{check.Strict(), tt.strict}, {check.Default(), tt.normal}, {check.Loose(), tt.lenien}} {
			if got := find(t, data, c, p.policy); got.Verdict != p.want {
				t.Errorf("%s under the %s policy: %s, want %s", tt.claim, p.policy.Name, got.Verdict, p.want)
			}
		}
	}
}

func TestLevelSaysThatItTruncates(t *testing.T) {
	data := almanacData(t)
	f := find(t, data, claim(t, data, "trade-2024"), check.Default())
	r := f.Readings[0]
	if got, want := r.Interval.String(), "518467000000"; got != want {
		t.Errorf("reading %s, want %s", got, want)
	}
	if got, want := f.Stated.String(), "[518350000000, 518500000000)"; got != want {
		t.Errorf("stated %s, want %s", got, want)
	}
	want := "518.467 bn USD truncates to 518.4 bn USD and rounds to 518.5 bn USD"
	if !slices.ContainsFunc(r.Notes, func(s string) bool { return strings.HasPrefix(s, want) }) {
		t.Errorf("notes %q lack %q", r.Notes, want)
	}
	if got, want := r.Margin.String(), "flips at 518.5 bn USD, 33 mn USD higher"; got != want {
		t.Errorf("margin %q, want %q", got, want)
	}
}

// TestDeficitSaysThatItTruncates holds that a deficit is cut as a surplus is.
func TestDeficitSaysThatItTruncates(t *testing.T) {
	data := almanacData(t) // Argentina's deficit with China in 2024 is 5.679 bn on its own books
	c := lac.Claim{ID: "c", Form: lac.FormLevel, Gist: "a deficit of $5 billion", Period: lac.Year(2024),
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.Argentina, Partner: lac.China, Flow: lac.Balance},
		Stated:  lac.Stated{Text: "$5 billion", Value: quantity("-5000000000 USD"), Digits: 1}}
	f := find(t, data, c, check.Default())
	want := "-5.679 bn USD truncates to -5 bn USD and rounds to -6 bn USD"
	if f.Verdict != check.Supported || !slices.ContainsFunc(f.Readings[0].Notes, func(s string) bool { return strings.HasPrefix(s, want) }) {
		t.Errorf("%s, notes %q", f.Verdict, f.Readings[0].Notes)
	}
	if f := find(t, data, c, check.Strict()); f.Verdict != check.Contradicted || !strings.HasPrefix(f.Sentence(language.English), "Misrounded: ") {
		t.Errorf("%s: %s", f.Verdict, f.Sentence(language.English))
	}
}

func TestMultipleIsReadPerBook(t *testing.T) {
	data := almanacData(t)
	f := find(t, data, claim(t, data, "trade-double"), check.Default())
	got := map[string]string{}
	for _, r := range f.Readings {
		got[r.Basis.Definition] = fmt.Sprintf("%s %s %d records", r.Interval.Lower.Decimal(3), r.Verdict, len(r.Records))
	}
	want := map[string]string{
		"customs' own Latin America row, as published": "1.967 supported 3 records",
		"the 25 reporters with both years":             "1.866 contradicted 100 records",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
	dropped := "Not whole in both years, left out: Jamaica, St. Kitts & Nevis, St. Lucia, St. Vincent & Grenadines."
	if !slices.Contains(f.Readings[1].Notes, dropped) {
		t.Errorf("notes %q lack %q", f.Readings[1].Notes, dropped)
	}
	if !strings.Contains(f.Readings[0].Margin.Text, "exactly double would need 259.234 bn USD") {
		t.Errorf("margin %q", f.Readings[0].Margin)
	}
	if !slices.Contains(f.Notes, "It holds on: China customs (GACC) (customs' own Latin America row, as published).") {
		t.Errorf("notes %q do not say on whose books it holds", f.Notes)
	}
}

func TestRankIsAnsweredUnderBothBlocRules(t *testing.T) {
	data := almanacData(t)
	f := find(t, data, claim(t, data, "partner-rank"), check.Default())
	got := map[string]string{}
	for _, r := range f.Readings {
		if strings.HasPrefix(r.Basis.Books, "UN Comtrade") {
			got[r.Basis.Definition] = fmt.Sprintf("%s in %s, deciding %v", r.Interval, r.Basis.Period, r.Deciding)
		}
	}
	want := map[string]string{
		"the EU's members apart": "2 in 2019, deciding false",
		"the EU as one partner":  "3 in 2014, deciding false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
	if len(f.Missing) != 1 || !strings.HasSuffix(f.Missing[0], "Years with data: 2000-2019.") {
		t.Errorf("missing %q", f.Missing)
	}
}

// The same claim about a year that has data is decided: 260.6 bn of China
// against 278.2 bn of the EU as one partner, by its own euro figures.
func TestRankIn2014DependsOnTheUnion(t *testing.T) {
	data := almanacData(t)
	c := claim(t, data, "partner-rank")
	c.Period = lac.Year(2014)
	if f := find(t, data, c, check.Default()); f.Verdict != check.Mixed {
		t.Errorf("verdict %s, want mixed", f.Verdict)
	}
}

func TestStreakDatesTheChange(t *testing.T) {
	data := almanacData(t)
	c := claim(t, data, "partner-streak")
	f := find(t, data, c, check.Default())
	got := map[string]string{}
	for _, r := range f.Readings {
		got[r.Basis.Definition] = r.Interval.String()
	}
	want := map[string]string{"the EU's members apart": "[0, 22]", "the EU as one partner": "[0, 10]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("readings (-want +got):\n%s", diff)
	}
	// Up to 2015 the place was held 13 years in a row: in 2002 Brazil was ahead.
	c.Period = lac.Days(lac.DateOf(2000, 1, 1), lac.DateOf(2015, 12, 31))
	to2015 := ""
	for _, r := range find(t, data, c, check.Default()).Readings {
		if r.Basis.Definition == "the EU's members apart" {
			to2015 = r.Interval.String()
		}
	}
	if to2015 != "13" {
		t.Errorf("up to 2015: %q, want 13", to2015)
	}
}

// Records of finance are shown beside a number of projects, and decide nothing: they
// are neither all projects nor, each, another one.
func TestRecordsOfFinanceAreNoProjects(t *testing.T) {
	data := almanacData(t)
	f := find(t, data, claim(t, data, "projects-infrastructure"), check.Default())
	shown := slices.IndexFunc(f.Readings, func(r check.Reading) bool { return r.Interval.String() == "234" })
	if shown < 0 || f.Readings[shown].Deciding || !strings.Contains(f.Readings[shown].Why, "counts records") {
		t.Errorf("234 records: %+v", f.Readings)
	}
	own := slices.IndexFunc(f.Readings, func(r check.Reading) bool { return strings.Contains(r.Basis.Books, "CGTN") })
	if own < 0 || f.Readings[own].Deciding {
		t.Error("the claimant's own words are not shown, or decide the claim")
	}
}

func TestCoverageNamesItsWitnesses(t *testing.T) {
	data := almanacData(t)
	f := find(t, data, claim(t, data, "livelihood"), check.Default())
	states := map[string][]string{}
	for _, w := range f.Witnesses {
		states[w.State] = append(states[w.State], w.Area.String())
		if w.State == check.Covered && (len(w.Records) == 0 || w.Count == 0) {
			t.Errorf("%v is covered by no record", w.Area)
		}
	}
	if len(f.Witnesses) != 26 || len(states[check.Covered]) != 24 {
		t.Errorf("%d of %d covered, want 24 of 26", len(states[check.Covered]), len(f.Witnesses))
	}
	if diff := cmp.Diff([]string{"HND", "NIC"}, states[check.Unknown]); diff != "" {
		t.Errorf("unknown (-want +got):\n%s", diff)
	}
	want := "With project records of some kind, but not in the set on 2025-06-09: Haiti, St. Lucia, Paraguay."
	if !slices.Contains(f.Notes, want) {
		t.Errorf("notes %q lack %q", f.Notes, want)
	}
}

func TestCoverageIsNeverContradictedByAbsence(t *testing.T) {
	data := almanacData(t)
	c := claim(t, data, "livelihood")
	c.Over = lac.AllMembers // Guatemala, Paraguay and others have none
	f := find(t, data, c, check.Default())
	if f.Verdict != check.Insufficient {
		t.Errorf("verdict %s, want insufficient", f.Verdict)
	}
	if len(f.Readings[0].Missing) == 0 {
		t.Error("nobody is missing")
	}
}

func TestUnconfirmedFiguresDecideNothing(t *testing.T) {
	m := lac.Measure{Subject: lac.SubjectTrade, Flow: lac.Turnover, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean}
	figure := lac.Stated{Value: lac.QuantityOf(317_300_000_000, "USD"), Digits: 4}
	data, err := lac.NewDataset(lac.Records{
		Sources:      []lac.Source{{ID: "memory", Publisher: "none", Basis: "none"}},
		Observations: []lac.Observation{{ID: "o", Source: "memory", Measure: m, Period: lac.Year(2019), Figure: figure, Evidence: lac.Unconfirmed}},
	})
	if err != nil {
		t.Fatal(err)
	}
	f := find(t, data, lac.Claim{ID: "c", Form: lac.FormLevel, Measure: m, Period: lac.Year(2019), Stated: figure}, check.Default())
	if f.Verdict != check.Insufficient || len(f.Readings) != 1 || f.Readings[0].Deciding {
		t.Errorf("verdict %s on %d readings, want insufficient on one that does not decide", f.Verdict, len(f.Readings))
	}
}

// China's exports to Brazil in dollars and to Peru in yuan make no sum: the
// source gives no reading, and the finding says so.
func TestRefusedSumsAreNotSilent(t *testing.T) {
	record := lac.TradeRecord{Source: "desk", Reporter: lac.China, Flow: lac.Export, Period: lac.Year(2022), Commodity: lac.AllGoods}
	brazil, peru := record, record
	brazil.ID, brazil.Partner, brazil.Value = "brazil", lac.Brazil, lac.MoneyOf(61_969_970_590, lac.USD)
	peru.ID, peru.Partner, peru.Value = "peru", lac.Peru, lac.MoneyOf(99_232_040_000, lac.CNY)
	data, err := lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "desk", Publisher: "p", Basis: "b"}}, Trade: []lac.TradeRecord{brazil, peru},
	})
	if err != nil {
		t.Fatal(err)
	}
	c := claim(t, almanacData(t), "trade-2024")
	c.Period, c.Measure.Flow = lac.Year(2022), lac.Export
	f := find(t, data, c, check.Default())
	want := `No reading of desk: unsafe sum: mixed currencies: USD and CNY (records ["brazil" "peru"]); convert to one currency first, or ask for the records of one currency or unit.`
	if f.Verdict != check.Insufficient || !slices.Contains(f.Notes, want) {
		t.Errorf("verdict %s, notes %q, want %q", f.Verdict, f.Notes, want)
	}
}

func TestInvalidClaimIsAnError(t *testing.T) {
	data := almanacData(t)
	_, err := check.Claim(data, lac.Claim{ID: "x", Form: "guess"}, check.Default())
	if err == nil || !strings.Contains(err.Error(), `field form "guess": unknown code`) {
		t.Errorf("error %v", err)
	}
	c := claim(t, data, "projects-capacity")
	c.Stated.Vague = "oodles"
	if _, err := check.Claim(data, c, check.Default()); err == nil || !strings.Contains(err.Error(), "oodles") {
		t.Errorf("error %v", err)
	}
}

func TestFindingsDoNotDependOnRowOrder(t *testing.T) {
	records, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	want := marshal(t, almanacData(t))
	r := rand.New(rand.NewPCG(1, 2))
	r.Shuffle(len(records.Trade), func(i, j int) { records.Trade[i], records.Trade[j] = records.Trade[j], records.Trade[i] })
	r.Shuffle(len(records.Observations), func(i, j int) {
		records.Observations[i], records.Observations[j] = records.Observations[j], records.Observations[i]
	})
	data, err := lac.NewDataset(records)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, marshal(t, data)); diff != "" {
		t.Errorf("findings differ (-want +got):\n%s", diff)
	}
}

func marshal(t *testing.T, data *lac.Dataset) string {
	findings, err := check.Statement(data, statement(t, data), check.Default())
	if err != nil {
		t.Fatal(err)
	}
	out, err := json.MarshalIndent(findings, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// Another project record never turns a supported lower bound into a
// contradicted one.
func TestMoreRecordsNeverContradictALowerBound(t *testing.T) {
	records, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	records.Trade = nil // projects rest on none
	records.Observations = slices.Clone(records.Observations)
	for i := range records.Observations { // as a table that counts projects has them
		if o := &records.Observations[i]; o.Table != "" {
			o.Figure.Value = lac.QuantityOf(o.Figure.Value.Amount().IntPart(), lac.UnitProjects)
		}
	}
	c := claim(t, almanacData(t), "projects-infrastructure")
	rapid.Check(t, func(t *rapid.T) {
		more := records
		more.Observations = slices.Clone(records.Observations)
		for i := range rapid.IntRange(1, 5).Draw(t, "records") {
			o := more.Observations[len(more.Observations)-1]
			o.ID = fmt.Sprintf("more-%d", i)
			o.Measure.Status = rapid.SampledFrom([]lac.ProjectStatus{lac.StatusCompleted, lac.StatusCommitment}).Draw(t, "status")
			o.Measure.Kind = lac.Infrastructure
			o.Figure.Value = lac.QuantityOf(rapid.Int64Range(0, 1000).Draw(t, "n"), lac.UnitProjects)
			more.Observations = append(more.Observations, o)
		}
		data, err := lac.NewDataset(more)
		if err != nil {
			t.Fatal(err)
		}
		f, err := check.Claim(data, c, check.Default())
		if err != nil || f.Verdict != check.Supported {
			t.Errorf("%v, %v", f.Verdict, err)
		}
	})
}
