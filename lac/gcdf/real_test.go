package gcdf_test

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/projects"
)

// geocoded reads the geocoded subset as AidData publishes it.
func geocoded(t testing.TB, source string) ([]lac.Project, lac.Source) {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with AidData's files")
	}
	r, err := gcdf.Open(filepath.Join(dir, "gcdf", "gcdf-3.0-geocoded.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.Source = source
	all, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) > 0 || r.Stats() != (lac.Stats{Rows: 9404, Records: 9404}) {
		t.Fatalf("%+v, rejected %v, %v", r.Stats(), rejected, err)
	}
	return all, r.SourceRecord()
}

func TestRealData(t *testing.T) {
	all, source := geocoded(t, "gcdf")
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{source}, Projects: all})
	if err != nil {
		t.Fatal(err)
	}
	q := projects.Query{Type: lac.Commitment, PriceYear: 2021, Recipient: lac.CELAC, On: lac.DateOf(2021, 12, 31)}
	infrastructure := q
	infrastructure.Kind = lac.Infrastructure
	completed := infrastructure
	completed.Status = lac.StatusCompleted
	list := projects.Of(data)
	// The undertakings of infrastructure were told by reading all 384 titles; of the
	// others, 78 groups that had been one were read, and those of one gift or loan after
	// another to the same receiver are apart.
	for _, tt := range []struct {
		name                  string
		query                 projects.Query
		records, undertakings int
	}{
		{"in CELAC countries", q, 1183, 1017}, {"infrastructure", infrastructure, 384, 318}, {"completed", completed, 234, 189},
	} {
		totals, err := list.Totals(tt.query)
		if err != nil {
			t.Fatal(err)
		}
		total, _ := totals.Get(projects.Key{})
		if records := total.Amount.Records + total.Amount.Missing; records != tt.records || total.Projects != tt.undertakings {
			t.Errorf("%s: %d records of %d undertakings, want %d of %d", tt.name, records, total.Projects, tt.records, tt.undertakings)
		}
		for rule, n := range total.Amount.Excluded() {
			t.Errorf("%s: %d left out: %s", tt.name, n, rule)
		}
	}
	// Reschedulings of loans that the file has too.
	totals, err := list.Totals(projects.Query{Type: lac.Commitment})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(projects.Key{})
	excluded := map[lac.Guard]int{}
	for rule, n := range total.Amount.Excluded() {
		excluded[rule] = n
	}
	if diff := cmp.Diff(map[lac.Guard]int{lac.GuardRelief: 8}, excluded); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// plantsAndMines are the records of industry and mining in CELAC's countries, completed
// or under way, that are of plants and mines that were built or enlarged, by reading
// all 68 titles. Loans to buy firms, for general purposes and for vessels are not.
var plantsAndMines = []string{
	"36000",                                                       // Cartagena cement plant
	"36064", "56098", "96305", "96309", "96310", "96311", "96312", // Toromocho copper mine
	"37914", // Alcasa aluminium plant
	"37924", // Ferrominera pellet plant
	"39888", // wood processing in Guyana
	"55410", // Mutún steel complex
	"58367", // Puerto La Cruz refinery
	"58801", // Cerro Azul cement plant
	"64616", // Mirador copper mine
	"73925", // LD Celulose pulp mill
	"85134", // leather plant in Paraguay
	"85320", // steel plant in Milagro
	"92307", // Campana refinery
	"95255", // aluminium recycling in Mexico
}

// The almanac's least number of undertakings of production capacity.
func TestRealPlantsAndMines(t *testing.T) {
	all, source := geocoded(t, "gcdf")
	var some []lac.Project
	for _, p := range all {
		if !slices.Contains(plantsAndMines, strings.TrimPrefix(p.ID, "gcdf#")) {
			continue
		}
		if p.Status != lac.StatusCompleted && p.Status != lac.StatusImplementation {
			t.Errorf("%s is %s", p.ID, p.Status)
		}
		for _, s := range p.Sectors {
			if s.Sector.Field != "industry-mining-construction" {
				t.Errorf("%s: %v", p.ID, s.Sector)
			}
		}
		p.Links = slices.DeleteFunc(p.Links, func(l lac.Link) bool { return !slices.Contains(plantsAndMines, strings.TrimPrefix(l.ID, "gcdf#")) })
		some = append(some, p)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{source}, Projects: some})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Commitment, PriceYear: 2021, Recipient: lac.CELAC, On: lac.DateOf(2021, 12, 31)})
	if err != nil {
		t.Fatal(err)
	}
	if total, _ := totals.Get(projects.Key{}); len(some) != len(plantsAndMines) || total.Projects != 14 {
		t.Errorf("%d records of %d undertakings, want %d of 14", len(some), total.Projects, len(plantsAndMines))
	}
	text, err := os.ReadFile("../almanac/data/observations-undertakings.tsv")
	if err != nil || !strings.Contains(string(text), "\t2000/2021\t14\tprojects\tge\t") {
		t.Errorf("the almanac has another number: %v", err)
	}
}

// The almanac has counts and sums of the same file, which were computed by other
// means.
func TestRealDataAgainstCounts(t *testing.T) {
	all, source := geocoded(t, "gcdf")
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{source}, Projects: all})
	if err != nil {
		t.Fatal(err)
	}
	q := projects.Query{Type: lac.Commitment, PriceYear: 2021, Recipient: lac.CELAC, On: lac.DateOf(2021, 12, 31)}
	totals, err := projects.Of(data).Totals(q, lac.ByRecipient, lac.BySector, lac.ByKind, lac.ByStatus)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("../almanac/data/observations-gcdf.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	rows := 0
	for ; lines.Scan(); rows++ {
		cells := strings.Split(lines.Text(), "\t")
		id, kind, field, status, recipient, count, amount := cells[0], cells[1], cells[2], cells[3], cells[4], cells[6], cells[8]
		name, missing, _ := strings.Cut(strings.TrimSuffix(cells[9], " without an amount"), "; ")
		sector, err := lac.ParseSector(name)
		if err != nil || sector.Field != field {
			t.Errorf("%s: sector %q is %v, %v", id, name, sector, err)
		}
		key := projects.Key{Recipient: must(lac.ParseArea(recipient)), Sector: sector, Kind: lac.ProjectKind(kind), Status: lac.ProjectStatus(status)}
		total, ok := totals.Get(key)
		if amount == "" {
			amount = "0"
		}
		sum := decimal.RequireFromString(amount).String()
		got := []string{total.Amount.Decimal().String(), strconv.Itoa(total.Amount.Records + total.Amount.Missing), strconv.Itoa(total.Amount.Missing)}
		if diff := cmp.Diff([]string{sum, count, missing}, got); !ok || diff != "" {
			t.Errorf("%s: -want +got:\n%s", id, diff)
		}
	}
	if rows != totals.Len() || rows < 400 {
		t.Errorf("%d rows, %d totals", rows, totals.Len())
	}
}

// Two copies of the file, as of two sources, are one: every project is matched with
// its copy, and the sum of the two together is that of one.
func TestRealDataTwice(t *testing.T) {
	a, sourceA := geocoded(t, "a")
	b, sourceB := geocoded(t, "b")
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{sourceA, sourceB}, Projects: append(a, b...)})
	if err != nil {
		t.Fatal(err)
	}
	list := projects.Of(data)
	matches := list.Matches()
	for _, m := range matches {
		if strings.TrimPrefix(m.A, "a") != strings.TrimPrefix(m.B, "b") {
			t.Errorf("%s\n  %s\n  %s", m, data.Record(m.A).(lac.Project).Title, data.Record(m.B).(lac.Project).Title)
		}
	}
	if len(matches) != 9404 {
		t.Errorf("%d matches of 9404", len(matches))
	}
	var sums []string
	for _, q := range []projects.Query{{Type: lac.Commitment, PriceYear: 2021}, {Type: lac.Commitment, PriceYear: 2021, Source: "a"}} {
		totals, err := list.Totals(q)
		if err != nil {
			t.Fatal(err)
		}
		total, _ := totals.Get(projects.Key{})
		sums = append(sums, total.Amount.String())
	}
	if sums[0] != sums[1] {
		t.Errorf("both together %s, one %s", sums[0], sums[1])
	}
}

// Of one source's projects none is another's, so that few are to be matched if
// every other one is given to a second source.
func TestRealDataInHalves(t *testing.T) {
	a, sourceA := geocoded(t, "a")
	sourceB := sourceA
	sourceB.ID = "b"
	for i := range a {
		if i%2 == 1 {
			a[i].Source = "b"
		}
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{sourceA, sourceB}, Projects: a})
	if err != nil {
		t.Fatal(err)
	}
	matches := projects.Of(data).Matches()
	if len(matches) > 30 {
		t.Errorf("%d matches", len(matches))
	}
	for _, m := range matches {
		t.Logf("%s\n  %s\n  %s", m, data.Record(m.A).(lac.Project).Title, data.Record(m.B).(lac.Project).Title)
	}
}

func BenchmarkReader(b *testing.B) {
	all, _ := geocoded(b, "gcdf")
	path := filepath.Join(os.Getenv("LAC_REAL_DATA"), "gcdf", "gcdf-3.0-geocoded.csv")
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	for b.Loop() {
		r, err := gcdf.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		if got, _, err := r.ReadAll(context.Background()); err != nil || len(got) != len(all) {
			b.Fatal(err)
		}
		_ = r.Close()
	}
}
