package load_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

func fixture(parts ...string) string {
	return filepath.Join(append([]string{"..", "..", "testdata"}, parts...)...)
}

const (
	trade = "id,source,reporter,partner,flow,period,commodity,value,value.currency\n" +
		"a,s,CHN,BRA,export,2024,TOTAL,12.50,USD\n"
	activities = `<?xml version="1.0"?><iati-activities version="2.03"><iati-activity default-currency="USD">` +
		`<iati-identifier>XX-1</iati-identifier><reporting-org ref="XX" type="10"><narrative>Agency</narrative></reporting-org>` +
		`<title><narrative>Bridge</narrative></title><description><narrative>A bridge.</narrative></description>` +
		`<participating-org role="1" type="10"><narrative>Agency</narrative></participating-org>` +
		`<activity-status code="2"/><activity-date type="2" iso-date="2020-01-01"/></iati-activity></iati-activities>`
)

func TestEachFormatIsToldByItsBeginning(t *testing.T) {
	line := `{"family":"ties","id":"t1","source":"s","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}` + "\n"
	files := fstest.MapFS{
		"table.csv":   {Data: []byte(trade)},
		"table.txt":   {Data: []byte(strings.ReplaceAll(trade, ",", "\t"))},
		"lines.jsonl": {Data: []byte(line)},
		"bundle.json": {Data: []byte(`{"sources": [{"id": "s", "publisher": "P", "title": "T", "basis": "B"}]}`)},
		"aid.dat":     {Data: []byte(activities)},
		"packed":      {Data: packed(t, trade)},
		"mark.csv":    {Data: []byte("\uFEFF" + trade)},
	}
	for name, want := range map[string]load.Format{
		"table.csv": load.Table, "table.txt": load.Table, "lines.jsonl": load.Lines, "bundle.json": load.Bundle,
		"aid.dat": load.IATI, "packed": load.Table, "mark.csv": load.Table,
	} {
		f, err := load.FS(context.Background(), files, name, load.Options{})
		if err != nil || f.Report.Format != want || f.Report.Rows != 1 || f.Report.Records != 1 {
			t.Errorf("%s: %v, %+v; want %s and one record", name, err, f.Report, want)
		}
	}
	for _, tt := range []struct {
		path   string
		format load.Format
	}{
		{fixture("comtrade", "web.csv"), load.Comtrade},
		{fixture("comtrade", "pandas.csv"), load.Comtrade},
		{fixture("comtrade", "legacy.csv"), load.Comtrade},
		{fixture("comtrade", "api.json"), load.Comtrade},
		{fixture("comtrade", "bulk.tsv"), load.Comtrade},
		{fixture("claimreview", "feed.json"), load.ClaimReview},
		{fixture("tabular", "records.jsonl"), load.Lines},
	} {
		f, err := load.Open(context.Background(), tt.path, load.Options{})
		if err != nil || f.Report.Format != tt.format || f.Report.Records == 0 || f.Report.Rows != f.Report.Records+f.Report.Rejected {
			t.Errorf("%s: %v\n%v", tt.path, err, f.Report)
		}
	}
}

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsNoSourceIsRefused(t *testing.T) {
	files := fstest.MapFS{
		"empty":      {Data: nil},
		"prose.txt":  {Data: []byte("Dear colleague,\nplease find attached")},
		"other.csv":  {Data: []byte("year,who,how much\n2024,Brazil,5\n")},
		"other.xml":  {Data: []byte("<rss><channel/></rss>")},
		"other.json": {Data: []byte(`{"type": "FeatureCollection"}`)},
		"cut.json":   {Data: []byte(`[`)},
		"book.xlsx":  {Data: []byte("PK\x03\x04rest")},
		"folder":     {Mode: fs.ModeDir},
	}
	for name, want := range map[string]string{
		"empty":      "load: empty: malformed: the file is empty",
		"prose.txt":  `load: prose.txt: unknown code: no source that is known begins with "Dear colleague,"; a table of other columns wants a mapping`,
		"other.csv":  `load: other.csv: unknown code: no source that is known begins with "year,who,how much"; a table of other columns wants a mapping`,
		"other.xml":  "load: other.xml: XML that is no IATI activities: iati: 1:1: malformed: the root element is rss, want iati-activities",
		"other.json": `load: other.json: unknown code: JSON of no source that is known; its first names are ["type"]`,
		"cut.json":   `load: cut.json: unknown code: JSON of no source that is known; its first names are []`,
		"book.xlsx":  "load: book.xlsx: malformed: archive (ZIP): zip: not a valid zip file",
		"folder":     "load: folder is a directory, not a file",
	} {
		if _, err := load.FS(context.Background(), files, name, load.Options{}); err == nil || err.Error() != want {
			t.Errorf("%s:\n got %v\nwant %s", name, err, want)
		}
	}
	if _, err := load.Open(context.Background(), fixture("nothing.csv"), load.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestRejectsAreCountedByReason(t *testing.T) {
	files := fstest.MapFS{"trade.csv": {Data: []byte(trade + "b,s,CHN,XXX,export,2024,TOTAL,1,USD\nc,s,CHN,BRA,export,2024,TOTAL,many,USD\nd,s,CHN,YYY,export,2024,TOTAL,1,USD\n")}}
	f, err := load.FS(context.Background(), files, "trade.csv", load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := f.Report
	if r.Rows != 4 || r.Records != 1 || r.Rejected != 3 || len(r.Rejects) != 2 {
		t.Fatalf("report:\n%v", r)
	}
	if x := r.Rejects[0]; x.Field != "partner" || x.Reason != "unknown code" || x.Rows != 2 || x.First.Line != 3 {
		t.Errorf("the most frequent reason: %+v", x)
	}
	if x := r.Rejects[1]; x.Field != "value" || x.Reason != "malformed" || x.Rows != 1 || x.First.Line != 4 {
		t.Errorf("the other: %+v", x)
	}
	f, err = load.FS(context.Background(), files, "trade.csv", load.Options{Strict: true})
	var row *lac.RowError
	if !errors.As(err, &row) || row.Line != 3 || f.Report.Rows != 2 {
		t.Errorf("strict: %v\n%v", err, f.Report)
	}
}

func TestAMappingReadsOtherColumns(t *testing.T) {
	files := fstest.MapFS{"mine.csv": {Data: []byte("Año;País;Millones\n2024;Brasil;1.234,5\n")}}
	f, err := load.FS(context.Background(), files, "mine.csv", load.Options{Mapping: tabular.Mapping{
		Columns:   map[string]string{"Año": "period", "País": "partner", "Millones": "value"},
		Constants: map[string]string{"reporter": "CHN", "flow": "turnover", "commodity": "TOTAL"},
		Units:     map[string]string{"value": "1000000 USD"},
		Decimal:   ",", Grouping: ".",
	}})
	if err != nil || len(f.Records.Trade) != 1 {
		t.Fatalf("%v\n%v", err, f.Report)
	}
	if got := f.Records.Trade[0]; got.ID != "table:mine#2" || got.Partner != lac.Brazil || got.Value.String() != "1234500000 USD" {
		t.Errorf("got %+v", got)
	}
}

func TestWhatStandsTwiceIsOnceInTheDataset(t *testing.T) {
	source := `{"family":"sources","id":"s","publisher":"P","title":"T","basis":"B"}` + "\n"
	tie := `{"family":"ties","id":"t1","source":"s","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}` + "\n"
	files := fstest.MapFS{
		"a.jsonl": {Data: []byte(source + tie + tie)},
		"b.jsonl": {Data: []byte(source + tie)},
		"c.jsonl": {Data: []byte(source + strings.Replace(tie, "1971", "1972", 1))},
	}
	read := func(name string) *load.File {
		f, err := load.FS(context.Background(), files, name, load.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	a, b := read("a.jsonl"), read("b.jsonl")
	data, err := load.Dataset(a, b)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range data.Ties() {
		n++
	}
	if n != 1 || a.Report.Duplicates != 1 || b.Report.Duplicates != 1 {
		t.Errorf("%d ties, %d and %d given twice", n, a.Report.Duplicates, b.Report.Duplicates)
	}
	if _, err := load.Dataset(read("a.jsonl"), read("c.jsonl")); !errors.Is(err, lac.ErrDuplicateID) {
		t.Errorf("one ID, two contents: %v", err)
	}
}

func TestTheReportSaysWhatSumsLeaveOut(t *testing.T) {
	f, err := load.Open(context.Background(), fixture("comtrade", "breakdown.csv"), load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []lac.Guard
	sums, err := f.Sums()
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range sums.LeftOut {
		if out.Records <= 0 {
			t.Errorf("%+v", out)
		}
		got = append(got, out.Rule)
	}
	if diff := cmp.Diff([]lac.Guard{lac.GuardBreakdown}, got); diff != "" {
		t.Errorf("rules (-want +got):\n%s\n%v", diff, f.Report)
	}
}

func TestRealFiles(t *testing.T) {
	folder := os.Getenv("LAC_REAL_DATA")
	if folder == "" {
		t.Skip("LAC_REAL_DATA names no folder of real files")
	}
	for name, want := range map[string]struct {
		format load.Format
		rows   int
	}{
		"comtrade/annual-2022-chn-usa-deu.csv":                      {load.Comtrade, 1352},
		"comtrade/api-chn-arg-2010.json":                            {load.Comtrade, 4},
		"comtrade/api-empty.json":                                   {load.Comtrade, 0},
		"comtrade/legacy-1.csv":                                     {load.Comtrade, 3184},
		"comtrade/pandas-chn-imports-2000-2024.csv":                 {load.Comtrade, 658},
		"iati/samples/activity-standard-example-annotated-2.03.xml": {load.IATI, 1},
		"gcdf/gcdf-3.0-geocoded.csv":                                {load.GCDF, 9404},
	} {
		f, err := load.Open(context.Background(), filepath.Join(folder, filepath.FromSlash(name)), load.Options{})
		if err != nil || f.Report.Format != want.format || f.Report.Rows != want.rows || f.Report.Rows != f.Report.Records+f.Report.Rejected {
			t.Errorf("%s: %v\n%v", name, err, f.Report)
		}
	}
}

func FuzzFS(f *testing.F) {
	f.Add([]byte(trade))
	f.Add([]byte(activities))
	f.Add([]byte(`{"data": [{"reporterCode": 156}]}`))
	f.Add([]byte(`[{"@type": "ClaimReview"}]`))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Add([]byte("Reporter,Partner\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := load.FS(context.Background(), fstest.MapFS{"file": {Data: raw}}, "file", load.Options{})
		if r := file.Report; r.Rows != r.Records+r.Rejected {
			t.Errorf("%v: %+v", err, r)
		}
		if err == nil {
			_, _ = load.Dataset(file)
		}
	})
}

func Example() {
	file, err := load.Open(context.Background(), "../../testdata/comtrade/web.csv", load.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(file.Report)
	data, err := load.Dataset(file) // and others
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range data.Trade() {
		fmt.Println(r.Reporter, r.Flow, r.Partner, r.Period, r.Value)
		break
	}
	// Output:
	// web.csv: UN Comtrade
	//   11 rows = 11 records + 0 rejected
	// CHN import 001 2022 1000000000000 USD
}

func ExampleFS() {
	files := fstest.MapFS{"trade.csv": {Data: []byte("id,source,reporter,partner,flow,period,commodity,value,value.currency\n" +
		"a,s,CHN,BRA,export,2024,TOTAL,12.50,USD\n" +
		"b,s,CHN,BRA,export,2024,TOTAL,twelve,USD\n")}}
	file, err := load.FS(context.Background(), files, "trade.csv", load.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(file.Report)
	// Output:
	// trade.csv: table of records
	//   2 rows = 1 records + 1 rejected
	//   rejected 1: value malformed; the first: trade.csv:3:31: field value "twelve": amount "twelve": malformed
}
