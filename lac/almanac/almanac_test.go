package almanac_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func load(t testing.TB) *lac.Dataset {
	t.Helper()
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEveryFigureHasASource(t *testing.T) {
	data := load(t) // NewDataset refuses a record whose source it does not hold
	for o := range data.Observations() {
		if s, _ := data.Source(o.Source); s.ID == "unsourced" && o.Evidence != lac.Unconfirmed {
			t.Errorf("%s has no source and is not marked unconfirmed", o.ID)
		}
	}
	for p := range data.Pledges() {
		if s, _ := data.Source(p.Source); s.ID == "unsourced" && p.Evidence != lac.Unconfirmed {
			t.Errorf("%s has no source and is not marked unconfirmed", p.ID)
		}
	}
}

func TestSumsAgreeWithTheSources(t *testing.T) {
	data := load(t)
	sum := func(q lac.TradeQuery, flow lac.TradeFlow) string {
		t.Helper()
		totals, err := data.Totals(q)
		if err != nil {
			t.Fatal(err)
		}
		total, _ := totals.Get(lac.TradeKey{})
		return total.Flow(flow).String()
	}
	comtrade := lac.TradeQuery{Source: "comtrade-2022-chn", Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2022)}
	gacc := lac.TradeQuery{Source: "gacc-2024-table", Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2024)}
	row := gacc
	row.Partner, row.AsPublished = lac.LatinAmericaCaribbean, true
	got := []string{
		sum(comtrade, lac.Export), sum(comtrade, lac.Import),
		sum(gacc, lac.Export), sum(gacc, lac.Import),
		sum(row, lac.Export), sum(row, lac.Import),
	}
	want := []string{
		"251462718280 USD (33 records, 0 missing)", "231501354139 USD (33 records, 0 missing)",
		"1958934520000 CNY (33 records, 0 missing)", "1710807220000 CNY (33 records, 0 missing)",
		"1970987650000 CNY (1 records, 0 missing)", "1717885920000 CNY (1 records, 0 missing)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sums (-want +got):\n%s", diff)
	}
}

func TestProjectCountsAgreeWithTheSource(t *testing.T) {
	data := load(t)
	counts := map[string]int64{}
	for o := range data.Observations() {
		if o.Table == "" {
			continue
		}
		n := o.Figure.Value.Amount().IntPart()
		counts["all"] += n
		if o.Measure.Kind == lac.Infrastructure {
			counts["infrastructure"] += n
			if o.Measure.Status == lac.StatusCompleted {
				counts["completed infrastructure"] += n
			}
		}
	}
	want := map[string]int64{"all": 1183, "infrastructure": 384, "completed infrastructure": 234}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
}

func TestTwentySixStatesHaveTies(t *testing.T) {
	data := load(t)
	day := lac.DateOf(2025, 6, 9)
	var without []string
	for _, a := range lac.CELAC.Members(day) {
		state, tie := data.TiesOn(lac.China, a, day)
		if state != lac.TiesHeld {
			without = append(without, fmt.Sprintf("%v %s", a, state))
		}
		if tie.ID == "" {
			t.Errorf("%v: no event decides", a)
		}
	}
	want := []string{"BLZ absent", "GTM absent", "HTI absent", "KNA absent", "LCA absent", "PRY absent", "VCT absent"}
	if diff := cmp.Diff(want, without); diff != "" {
		t.Errorf("without ties (-want +got):\n%s", diff)
	}
	for _, tt := range []struct {
		area lac.Area
		day  lac.Date
		want lac.TieState
	}{
		{lac.Nicaragua, lac.DateOf(1988, 1, 1), lac.TiesHeld},
		{lac.Nicaragua, lac.DateOf(2021, 12, 9), lac.TiesAbsent},
		{lac.Nicaragua, lac.DateOf(2021, 12, 10), lac.TiesHeld},
		{lac.Grenada, lac.DateOf(1989, 8, 15), lac.TiesUnknown}, // suspended in that month, the day is not known
		{lac.Grenada, lac.DateOf(1989, 9, 1), lac.TiesAbsent},
		{lac.Honduras, lac.DateOf(2023, 3, 25), lac.TiesAbsent},
		{lac.Japan, lac.DateOf(2023, 3, 25), lac.TiesUnknown},
	} {
		if got, _ := data.TiesOn(tt.area, lac.China, tt.day); got != tt.want {
			t.Errorf("%v on %v: %q, want %q", tt.area, tt.day, got, tt.want)
		}
	}
}

func TestMembershipsAreThoseOfTheAreas(t *testing.T) {
	data := load(t)
	day := lac.DateOf(2025, 6, 9)
	members := map[lac.Area]int{}
	for m := range data.Memberships() {
		if !m.Suspended && m.Holds(day) {
			members[m.Bloc]++
		}
	}
	for bloc, n := range members {
		if got := len(bloc.Members(day)); got != n {
			t.Errorf("%v: %d records, %d members", bloc, n, got)
		}
	}
	if members[lac.CELAC] != 33 {
		t.Errorf("CELAC has %d members", members[lac.CELAC])
	}
}

func TestClaimsRestOnTheirWords(t *testing.T) {
	data := load(t)
	s, ok := data.Record(almanac.Statement20250609).(lac.Statement)
	if !ok {
		t.Fatal("no statement")
	}
	for _, c := range s.Claims {
		if s.Words(c) == "" {
			t.Errorf("claim %s has no words", c.ID)
		}
		if c.Stated.Text != "" && c.Form != lac.FormPosition && !strings.Contains(s.Words(c), c.Stated.Text) {
			t.Errorf("claim %s: %q is not in %q", c.ID, c.Stated.Text, s.Words(c))
		}
	}
}

// What is embedded survives being written and read in both of the library's forms.
func TestTheAlmanacComesBackFromTablesAndLines(t *testing.T) {
	data := load(t)
	dir := t.TempDir()
	if err := tabular.WriteDir(dir, data); err != nil {
		t.Fatal(err)
	}
	tables, rejected, err := tabular.ReadDir(context.Background(), os.DirFS(dir), nil)
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	var b bytes.Buffer
	if err := tabular.NewLineWriter(&b).WriteDataset(data); err != nil {
		t.Fatal(err)
	}
	lines, rejected, err := tabular.NewLineReader(&b).ReadAll(t.Context())
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	for name, records := range map[string]lac.Records{"tables": tables, "lines": lines} {
		again, err := lac.NewDataset(records)
		if err != nil {
			t.Fatal(err)
		}
		if data.Digest() != again.Digest() {
			t.Errorf("%s: the records have changed", name)
		}
	}
}

// The facts that the embedded tables carry, where the folder of the facts is at
// hand: every exchange rate, and every row of the mirror.
func TestTablesHoldTheReferenceRates(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set: the reference files are not at hand")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "reference", "fx-annual.csv"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		cells := strings.Split(strings.TrimSpace(line), ",")
		if len(cells) == 3 && cells[1] == "China" && cells[0] >= "2000" && cells[0] < "2025" {
			want[cells[0][:4]] = cells[2]
		}
	}
	n := 0
	for r := range load(t).Rates() {
		if r.Quote != lac.CNY {
			continue
		}
		n++
		if w := want[r.Period.String()]; strings.TrimRight(w, "0") != strings.TrimRight(r.Rate.String(), "0") {
			t.Errorf("%v: %v, the file has %s", r.Period, r.Rate, w)
		}
	}
	if n != len(want) || n != 25 {
		t.Errorf("%d rates, the file has %d", n, len(want))
	}
}

func BenchmarkDataset(b *testing.B) {
	for b.Loop() {
		if _, err := almanac.Dataset(); err != nil {
			b.Fatal(err)
		}
	}
}

func ExampleDataset() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2022)}
	totals, err := data.Totals(q, lac.ByYear)
	if err != nil {
		fmt.Println(err)
		return
	}
	for key, t := range totals.All() {
		turnover, err := t.Turnover()
		fmt.Println(key.Period, turnover, err)
	}
	// Output:
	// 2022 482964072419 USD (66 records, 0 missing) <nil>
}
