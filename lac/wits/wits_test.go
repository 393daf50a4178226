package wits_test

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
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/wits"
)

const fixtures = "../../testdata/wits"

const header = "Reporter,Partner,Product categories,Indicator Type,Indicator,2015\n"

func open(t *testing.T, path string) *wits.Reader {
	t.Helper()
	r, err := wits.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// read reads a whole file and checks that every figure is accounted for.
func read(t *testing.T, r *wits.Reader, leftOut int) (records []lac.TradeRecord, rejected []string) {
	t.Helper()
	records, errs, err := r.ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := lac.Stats{Rows: len(records) + len(errs), Records: len(records), Rejected: len(errs), LeftOut: leftOut}
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
		all = append(all, fmt.Sprintf("%s %v %v %v %v %v %s", r.ID, r.Reporter, r.Flow, r.Partner, r.Period, r.Value, r.Valuation))
	}
	return all
}

func TestSummary(t *testing.T) {
	r := open(t, filepath.Join(fixtures, "en_LCN_AllYears_WITS_Trade_Summary.CSV"))
	records, rejected := read(t, r, 4)
	want := []string{
		"wits#3-2015 419 export CHN 2015 791360000 USD fob",
		"wits#3-2014 419 export CHN 2014 853500000 USD fob",
		"wits#4-2014 419 import 490 2014 12250000 USD cif",
		"wits#5-2015 419 import 899 2015 1000000 USD cif",
		"wits#8-2015 419 export 001 2015 8473970000 USD fob",
		"wits#8-2014 419 export 001 2014 9604230000 USD fob",
		"wits#8-1988 419 export 001 1988 100000000 USD fob",
		"wits#9-2015 CHL import 001 2015 7500 USD cif",
	}
	if diff := cmp.Diff(want, append(lines(records), rejected...)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	s := r.SourceRecord()
	if err := s.Validate(); err != nil || s.ID != "wits" || !strings.HasSuffix(s.Title, "en_LCN_AllYears_WITS_Trade_Summary.CSV") {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestRejected(t *testing.T) {
	r := open(t, filepath.Join(fixtures, "rejected.csv"))
	r.Source, r.Reporter = "bank", lac.Brazil
	records, rejected := read(t, r, 0)
	want := []string{
		"bank#8-2015 BRA export CIV 2015 1000000 USD fob",
		`rejected.csv:2:2: field Partner "Atlantis": area "Atlantis": unknown code`,
		`rejected.csv:3:2: field Partner: not reported`,
		`rejected.csv:4:1: field Reporter "Erewhon": area "Erewhon": unknown code`,
		`rejected.csv:5:49: field 2015 "-1": out of range: negative`,
		`rejected.csv:5:52: field 2014 "12 5": amount "12 5": malformed`,
		`rejected.csv:5:57: field 1988 "1e999999999": amount "1e999999999": out of range`,
		`rejected.csv:6: malformed: 6 fields, but the header has 8`,
		`rejected.csv:7:21: field Indicator Type: malformed: quotation mark not closed`,
	}
	if diff := cmp.Diff(want, append(lines(records), rejected...)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	r = open(t, filepath.Join(fixtures, "rejected.csv"))
	r.Strict, r.Reporter = true, lac.Brazil
	var row *lac.RowError
	if _, _, err := r.ReadAll(context.Background()); !errors.As(err, &row) || row.Line != 2 {
		t.Errorf("strict: %v", err)
	}
	r = wits.NewReader(strings.NewReader(header + ",World,All Products,Export,Exports (in US$ Mil),1\n"))
	_, rejected = read(t, r, 0)
	if diff := cmp.Diff([]string{"wits:2:1: field Reporter: not reported, nor does the file's name tell: set Reader.Reporter"}, rejected); diff != "" {
		t.Errorf("no reporter (-want +got)\n%s", diff)
	}
}

func TestTableErrors(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "", "wits: malformed: no header, the table is empty"},
		{"no columns", "Reporter,Partner\n", `wits: malformed: not a trade summary of WITS: expected also the columns Product categories, Indicator Type, Indicator, of years; the first of 2 columns is "Reporter"`},
		{"a year twice", strings.TrimSpace(header) + ",2015\n", "wits: malformed: header: column 2015 stands twice"},
		{"an archive", "PK\x03\x04", "wits: malformed: archive (ZIP): zip: not a valid zip file"},
		{"gzip cut", "\x1f\x8b\x08", "wits: gzip: unexpected EOF"},
	} {
		if _, _, err := wits.NewReader(strings.NewReader(tt.in)).ReadAll(context.Background()); fmt.Sprint(err) != tt.want {
			t.Errorf("%s:\ngot  %v\nwant %s", tt.name, err, tt.want)
		}
	}
	if _, err := wits.Open(filepath.Join(fixtures, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	broken := errors.New("broken")
	row := "Chile,World,All Products,Export,Exports (in US$ Mil),1\n"
	r := wits.NewReader(io.MultiReader(strings.NewReader(header+row), iotest.ErrReader(broken)))
	if records, _, err := r.ReadAll(context.Background()); len(records) != 1 || !errors.Is(err, broken) {
		t.Errorf("%d records, %v", len(records), err)
	}
}

func TestGzip(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, header+"Chile,World,All Products,Export,Exports (in US$ Mil),1\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if records, rejected := read(t, wits.NewReader(&packed), 0); len(records) != 1 || rejected != nil {
		t.Errorf("%q, rejected %q", lines(records), rejected)
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
		"too many fields": &repeat{text: strings.Repeat(",", 1000), n: 10_000},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		good := "\nChile,World,All Products,Export,Exports (in US$ Mil),1\n"
		records, rejected, err := wits.NewReader(io.MultiReader(strings.NewReader(header), row, strings.NewReader(good))).ReadAll(context.Background())
		runtime.ReadMemStats(&after)
		if err != nil || len(records) != 1 || len(rejected) != 1 || !strings.Contains(rejected[0].Error(), name) {
			t.Errorf("%s: %d records, rejected %v, %v", name, len(records), rejected, err)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 32<<20 {
			t.Errorf("%s: allocated %d MiB", name, took>>20)
		}
	}
}

// The summary of Latin America and the Caribbean, against figures taken from it.
func TestRealSummary(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with WITS's file")
	}
	r := open(t, filepath.Join(dir, "wits", "en_LCN_AllYears_WITS_Trade_Summary.CSV"))
	records, rejected := read(t, r, 92)
	if rejected != nil {
		t.Errorf("rejected %q", rejected)
	}
	type key struct {
		partner lac.Area
		flow    lac.TradeFlow
		period  lac.Period
	}
	values := map[key]lac.Money{}
	for _, record := range records {
		k := key{record.Partner, record.Flow, record.Period}
		if _, twice := values[k]; twice || record.Reporter != lac.LatinAmericaCaribbean {
			t.Errorf("%+v", record)
		}
		values[k] = record.Value
	}
	f, err := os.Open(filepath.Join(dir, "..", "facts", "facts-wits-lcn.tsv"))
	if err != nil {
		t.Skip("no figures to compare with")
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comma, in.Comment = '\t', '#'
	rows := must(in.ReadAll())[1:]
	if len(rows) < 100 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		partner := lac.AreasNES
		if row[0] != "Unspecified" {
			partner = must(lac.ParseArea(row[0]))
		}
		k := key{partner, lac.TradeFlow(row[1]), must(lac.ParsePeriod(row[2]))}
		if got, want := values[k], must(lac.ParseAmount(row[3]+"e6", lac.USD)); got != want {
			t.Errorf("%v: %v, want %v", row, got, want)
		}
		delete(values, k)
	}
	for k, v := range values {
		if k.partner != lac.World {
			t.Errorf("%v: %v, not among the figures", k, v)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func Example() {
	r := wits.NewReader(strings.NewReader("Reporter,Partner,Product categories,Indicator Type,Indicator,2015,2014\n" +
		",China,All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,          791.36,\n"))
	r.Reporter = lac.LatinAmericaCaribbean
	for record, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(record.Reporter, record.Flow, record.Partner, record.Period, record.Value)
	}
	// Output: 419 export CHN 2015 791360000 USD
}

// FuzzReader holds any bytes against three promises: reading ends without a
// panic, every figure is a record or rejected, and every record is valid.
func FuzzReader(f *testing.F) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		f.Add(must(os.ReadFile(name)))
	}
	f.Add([]byte(header + "Chile,World,All Products,Export,US$ Mil,1e37\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := wits.NewReader(bytes.NewReader(in))
		r.Reporter, r.MaxRowBytes = lac.LatinAmericaCaribbean, 1<<12
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
