package gacc_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gacc"
)

const fixtures = "../../testdata/gacc"

const header = "month\tname_zh\ttotal_month\texports_month\timports_month\n"

func open(t *testing.T, path string) *gacc.Reader {
	t.Helper()
	r, err := gacc.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// read reads a whole table and checks that every figure is accounted for.
func read(t *testing.T, r *gacc.Reader) (records []lac.TradeRecord, rejected []string) {
	t.Helper()
	records, errs, err := r.ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := lac.Stats{Rows: len(records) + len(errs), Records: len(records), Rejected: len(errs), LeftOut: r.Stats().LeftOut}
	if got := r.Stats(); got != want {
		t.Errorf("stats %+v, want %+v", got, want)
	}
	for _, record := range records {
		if err := record.Validate(); err != nil {
			t.Error(err)
		}
	}
	for _, e := range errs {
		rejected = append(rejected, e.Error())
	}
	return records, rejected
}

// lines returns what records say, in a line each.
func lines(records []lac.TradeRecord) []string {
	var all []string
	for _, r := range records {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %v %v %v %v %v %s", r.ID, r.Reporter, r.Flow, r.Partner, r.Period, r.Value, r.Valuation)))
	}
	return all
}

func TestMonth(t *testing.T) {
	records, rejected := read(t, open(t, filepath.Join(fixtures, "gacc-2024.tsv")))
	got := lines(records)
	for _, want := range []string{
		"gacc#2-export CHN export 001 2024-01 6000000 CNY fob",
		"gacc#2-import CHN import 001 2024-01 4000000 CNY cif",
		"gacc#2-turnover CHN turnover 001 2024-01 10000000 CNY",
		"gacc#3-export CHN export 419 2024-01 500000 CNY fob",
		"gacc#4-export CHN export CHL 2024-01 105000 CNY fob",
		"gacc#5-export CHN export DMA 2024-01 10000 CNY fob",
		"gacc#5-import CHN import DMA 2024-01 not reported",
		"gacc#6-export CHN export DOM 2024-01 20000 CNY fob",
		"gacc#6-import CHN import DOM 2024-01 0 CNY cif",
		"gacc#7-export CHN export CAF 2024-01 30000 CNY fob",
		"gacc#7-import CHN import CAF 2024-01 not reported",
		"gacc#8-import CHN import CHN 2024-01 50000 CNY cif",
		"gacc#9-export CHN export XLA 2024-01 40000 CNY fob",
		"gacc#10-export CHN export 899 2024-01 60000 CNY fob",
		"gacc#13-export CHN export CHL 2024-12 150000 CNY fob",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no record %s", want)
		}
	}
	if len(got) != 12*3 || rejected != nil {
		t.Errorf("%d records, want three of 12 rows; rejected %q", len(got), rejected)
	}
}

func TestCumulative(t *testing.T) {
	r := open(t, filepath.Join(fixtures, "gacc-2024.tsv"))
	r.Cumulative, r.Currency, r.Source = true, lac.USD, "customs"
	records, _ := read(t, r)
	got := lines(records)
	for _, want := range []string{
		"customs#4-export CHN export CHL 2024-01 10500 USD fob",
		"customs#13-export CHN export CHL 2024 180000 USD fob",
		"customs#13-import CHN import CHL 2024 220000 USD cif",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no record %s", want)
		}
	}
	s := r.SourceRecord()
	if err := s.Validate(); err != nil || s.ID != "customs" {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestRejected(t *testing.T) {
	records, rejected := read(t, open(t, filepath.Join(fixtures, "rejected-2024.tsv")))
	want := []string{
		`rejected-2024.tsv:2:22: field exports_month "-1": out of range: negative`,
		`rejected-2024.tsv:2:28: field imports_month "1e999999999": amount "1e999999999": out of range`,
		`rejected-2024.tsv:3:1: field month "13": out of range: want a month from 1 to 12`,
		`rejected-2024.tsv:4:1: field month "x": malformed: want a month from 1 to 12`,
		`rejected-2024.tsv:5:1: field month: not reported`,
		`rejected-2024.tsv:6:3: field name_zh: not reported`,
		`rejected-2024.tsv:7:3: field name_zh "亚特兰蒂斯": area "亚特兰蒂斯": unknown code`,
		`rejected-2024.tsv:8:3: field name_zh "东亚": unknown code: 030 is no country`,
		`rejected-2024.tsv:9: malformed: 2 fields, but the header has 9`,
		`rejected-2024.tsv:10:3: field name_zh: malformed: quotation mark not closed`,
		`rejected-2024.tsv:11:23: field exports_month "ÿ": amount "ÿ": malformed`,
		`rejected-2024.tsv:11:16: field total_month "12,5": amount "12,5": malformed: a comma may be a point or nothing`,
	}
	if diff := cmp.Diff(want, rejected); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := lines(records); len(got) != 2 {
		t.Errorf("records %q, want a turnover of row 2 and the imports of row 11", got)
	}
	r := open(t, filepath.Join(fixtures, "rejected-2024.tsv"))
	r.Strict = true
	var row *lac.RowError
	if _, _, err := r.ReadAll(context.Background()); !errors.As(err, &row) || row.Line != 2 || r.Stats() != (lac.Stats{Rows: 1, Rejected: 1}) {
		t.Errorf("strict: %v, %+v", err, r.Stats())
	}
}

func TestTableErrors(t *testing.T) {
	for _, tt := range []struct{ name, file, in, want string }{
		{"no year", "gacc.tsv", header, "gacc.tsv: not reported: the table does not name its year, nor does the file: set Reader.Year"},
		{"no columns", "2024", "month\tname_en\n", `2024: malformed: not a table of China customs: expected also the columns name_zh, exports_month, imports_month, total_month; the first of 2 columns is "month"`},
		{"nothing", "2024", "", "2024: malformed: no header, the table is empty"},
		{"an archive", "2024", "PK\x03\x04", "2024: malformed: archive (ZIP): zip: not a valid zip file"},
		{"gzip cut", "2024", "\x1f\x8b\x08", "2024: gzip: unexpected EOF"},
	} {
		r := gacc.NewReader(strings.NewReader(tt.in))
		r.Name = tt.file
		if _, _, err := r.ReadAll(context.Background()); fmt.Sprint(err) != tt.want {
			t.Errorf("%s:\ngot  %v\nwant %s", tt.name, err, tt.want)
		}
	}
	r := gacc.NewReader(strings.NewReader(header))
	r.Year, r.Currency = 2024, must(lac.ParseCurrency("EUR"))
	if _, _, err := r.ReadAll(context.Background()); !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("in euros: %v", err)
	}
	if _, err := gacc.Open(filepath.Join(fixtures, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	broken := errors.New("broken")
	r = gacc.NewReader(io.MultiReader(strings.NewReader(header+"1\t智利\t3\t1\t2\n1\t"), iotest.ErrReader(broken)))
	r.Year = 2024
	if records, _, err := r.ReadAll(context.Background()); len(records) != 3 || !errors.Is(err, broken) {
		t.Errorf("%d records, %v", len(records), err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestGzipAndCommas(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte("\uFEFF" + strings.ReplaceAll(header, "\t", ",") + "2,智利,3,1,2\r\n")); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := gacc.NewReader(&packed)
	r.Year = 2023
	records, rejected := read(t, r)
	if got := lines(records); rejected != nil || len(got) != 3 || got[1] != "gacc#2-import CHN import CHL 2023-02 20000 CNY cif" {
		t.Errorf("%q, rejected %q", got, rejected)
	}
}

type repeat struct {
	text string
	n    int
	rest string
}

func (r *repeat) Read(b []byte) (int, error) {
	if r.rest == "" {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.rest = r.text
	}
	n := copy(b, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func TestHostileRowsInBoundedMemory(t *testing.T) {
	for name, row := range map[string]io.Reader{
		"row too long":    &repeat{text: strings.Repeat("x", 1<<20), n: 1 << 8},
		"too many fields": &repeat{text: strings.Repeat("\t", 1000), n: 10_000},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := gacc.NewReader(io.MultiReader(strings.NewReader(header), row, strings.NewReader("\n1\t智利\t3\t1\t2\n")))
		r.Year = 2024
		records, rejected, err := r.ReadAll(context.Background())
		runtime.ReadMemStats(&after)
		if err != nil || len(records) != 3 || len(rejected) != 1 || !strings.Contains(rejected[0].Error(), name) {
			t.Errorf("%s: %d records, rejected %v, %v", name, len(records), rejected, err)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 32<<20 {
			t.Errorf("%s: allocated %d MiB", name, took>>20)
		}
	}
}

// The customs' table of 2024, against figures taken from the year's columns.
func TestRealTable(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with the customs' table")
	}
	path := filepath.Join(dir, "gacc", "gacc-2024-monthly.tsv")
	for _, cumulative := range []bool{false, true} {
		r := open(t, path)
		r.Cumulative = cumulative
		records, rejected := read(t, r)
		// September is in another unit than the other months, which the cumulative
		// columns show; APEC, of 11 months, is left out.
		const september = 786
		if n := r.Stats().LeftOut; len(records)+september != 3*2859 || len(rejected) != september || n != 11 {
			t.Fatalf("%d records, %d rejected, %d left out", len(records), len(rejected), n)
		}
		for _, e := range rejected {
			if !strings.Contains(e, "month 9") {
				t.Error(e)
			}
		}
		if !cumulative {
			continue
		}
		// Those of the year up to each month overlap: December's are the year's.
		records = slices.DeleteFunc(records, func(r lac.TradeRecord) bool { return r.Period != lac.Year(2024) })
		data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
		if err != nil {
			t.Fatal(err)
		}
		sameAsFacts(t, data, filepath.Join(dir, "..", "facts", "facts-gacc-2024.tsv"))
	}
}

// sameAsFacts holds the totals of 2024 against a table of partner, turnover,
// exports and imports in 10,000 yuan.
func sameAsFacts(t *testing.T, data *lac.Dataset, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skip("no figures to compare with")
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comma, in.Comment = '\t', '#'
	rows := must(in.ReadAll())
	if len(rows) < 40 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows[1:] {
		partner := lac.LatinAmericaNES
		if row[0] != "LAC-nes" {
			partner = must(lac.ParseArea(row[0]))
		}
		q := lac.TradeQuery{Partner: partner, Period: lac.Year(2024), AsPublished: !partner.IsCountry()}
		totals, err := data.Totals(q)
		if err != nil {
			t.Errorf("%v: %v", partner, err)
			continue
		}
		total, _ := totals.Get(lac.TradeKey{})
		for i, got := range []lac.Total{total.Published, total.Exports, total.Imports} {
			if row[1+i] == "" {
				if got.Missing != 1 {
					t.Errorf("%v: %v, want it missing", partner, got)
				}
				continue
			}
			want := must(lac.ParseAmount(row[1+i]+"e4", lac.CNY))
			if m, err := got.Money(); err != nil || m != want {
				t.Errorf("%v: %v, %v; want %v", partner, got, err, want)
			}
		}
	}
}

func Example() {
	r := gacc.NewReader(strings.NewReader(
		"month\tname_zh\ttotal_month\ttotal_cum\texports_month\texports_cum\timports_month\timports_cum\n" +
			"12\t智利\t35\t400\t15\t180\t20\t220\n"))
	r.Year, r.Cumulative = 2024, true
	for record, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(record.Flow, record.Partner, record.Period, record.Value)
	}
	// Output:
	// export CHL 2024 1800000 CNY
	// import CHL 2024 2200000 CNY
	// turnover CHL 2024 4000000 CNY
}

// FuzzReader holds any bytes against three promises: reading ends without a
// panic, every figure is a record or rejected, and every record is valid.
func FuzzReader(f *testing.F) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		f.Add(must(os.ReadFile(name)), true)
	}
	f.Add([]byte(published), false)
	f.Add([]byte(inEnglish), false)
	f.Add([]byte("\"(2) Imports and Exports by Country (Region) of Origin/Destination, 12.2019\",,,\n\"Unit: US$1,000\",,,\nCountry (Region),Total,Exports,Imports\n,12,12,12\nPeru,3,1,2\n"), true)
	f.Add([]byte(query), true)
	f.Add([]byte(header+"1\t总值\t1e34\t1e38\t-0\n"), false)
	f.Fuzz(func(t *testing.T, in []byte, cumulative bool) {
		r := gacc.NewReader(bytes.NewReader(in))
		r.Year, r.Cumulative, r.Flow, r.MaxRowBytes = 2024, cumulative, lac.Export, 1<<12
		records, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(records) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
		}
		ids := map[string]bool{}
		for _, record := range records {
			if err := record.Validate(); err != nil || ids[record.ID] {
				t.Errorf("%s: %v", record.ID, err)
			}
			ids[record.ID] = true
		}
		for _, e := range rejected {
			if e.Line < 2 || e.Column < 0 || len(e.Error()) > 1000 {
				t.Errorf("at line %d, column %d: %d bytes", e.Line, e.Column, len(e.Error()))
			}
		}
	})
}
