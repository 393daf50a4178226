package comtrade_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

const fixtures = "../../testdata/comtrade"

const header = "period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,classificationCode,cmdCode,primaryValue\n"

func row(partner, value string) string {
	return "2022,156,CHN,X," + partner + ",,H6,TOTAL," + value + "\n"
}

func open(t *testing.T, name string) *comtrade.Reader {
	t.Helper()
	r, err := comtrade.Open(filepath.Join(fixtures, name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// read reads a whole table and checks that every row is accounted for.
func read(t *testing.T, r *comtrade.Reader) ([]lac.TradeRecord, []string) {
	t.Helper()
	records, rejected, err := r.ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := lac.Stats{Rows: len(records) + len(rejected), Records: len(records), Rejected: len(rejected)}
	if got := r.Stats(); got != want {
		t.Errorf("stats %+v, want %+v", got, want)
	}
	var texts []string
	for _, err := range rejected {
		texts = append(texts, err.Error())
	}
	for _, record := range records {
		if err := record.Validate(); err != nil {
			t.Error(err)
		}
	}
	return records, texts
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func area(t *testing.T, s string) lac.Area {
	t.Helper()
	a, err := lac.ParseArea(s)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func usd(t *testing.T, s string) lac.Money {
	t.Helper()
	m, err := lac.ParseAmount(s, lac.USD)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWebTable(t *testing.T) {
	records, rejected := read(t, open(t, "web.csv"))
	if rejected != nil {
		t.Fatal(rejected)
	}
	record := func(line int, partner string, flow lac.TradeFlow, value lac.Money, v lac.Valuation) lac.TradeRecord {
		return lac.TradeRecord{
			ID: fmt.Sprintf("comtrade#%d", line), Source: "comtrade", Reporter: lac.China, Partner: area(t, partner),
			Flow: flow, Period: lac.Year(2022), Commodity: lac.AllGoods, Value: value, Valuation: v,
		}
	}
	want := []lac.TradeRecord{
		record(2, "001", lac.Import, usd(t, "1000000000000"), lac.CIF),
		record(3, "CIV", lac.Import, usd(t, "250"), lac.CIF),
		record(4, "CUW", lac.Import, usd(t, "0.1"), lac.CIF),
		record(5, "490", lac.Export, usd(t, "40"), lac.FOB),
		record(6, "899", lac.Export, usd(t, "30.5"), lac.FOB),
		record(7, "BRA", lac.Import, usd(t, "77"), lac.FOB),
		record(8, "MEX", lac.Import, usd(t, "500"), lac.CIF),
		record(9, "PER", lac.Import, lac.Money{}, lac.NotStated),
		record(10, "388", lac.Import, usd(t, "0"), lac.CIF),
		record(11, "ARG", lac.ReExport, usd(t, "7"), lac.FOB),
		record(12, "ARG", lac.ReImport, usd(t, "8"), lac.CIF),
	}
	want[6].Reporter = area(t, "USA")
	if diff := cmp.Diff(want, records, cmp.Comparer(func(a, b lac.TradeRecord) bool { return a == b })); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestBreakdown(t *testing.T) {
	records, _ := read(t, open(t, "breakdown.csv"))
	want := []lac.Breakdown{{}, {Partner2: area(t, "HKG")}, {Customs: "C01"}, {Transport: "2100"}, {Supply: "1"}}
	var got []lac.Breakdown
	for _, r := range records {
		got = append(got, r.Breakdown)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A total is not counted again with its parts.
func TestBreakdownIsGuarded(t *testing.T) {
	r := open(t, "breakdown.csv")
	records, _ := read(t, r)
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(lac.TradeQuery{})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	if m, err := total.Imports.Money(); err != nil || m != usd(t, "100") {
		t.Errorf("imports %v, %v; want 100 USD", m, err)
	}
}

func TestQuantities(t *testing.T) {
	records, _ := read(t, open(t, "quantities.csv"))
	want := []string{
		"1200.75 kg, net 1200.75 kg; net weight estimated",
		"3 m3, net not reported",
		"2 MWh, net not reported",
		"not reported, net not reported",
		"12 ce/el, net not reported",
		`not reported, net not reported; quantity 12 in "l alc 100%"`,
		"not reported, net not reported",
	}
	var got []string
	for _, r := range records {
		s := fmt.Sprintf("%v, net %v", r.Quantity, r.NetWeight)
		if r.Note != "" {
			s += "; " + r.Note
		}
		got = append(got, s)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Byte order mark, LF, no quotation marks, names in other cases, months, and
// the numbers that are not M49's.
func TestMonthlyTable(t *testing.T) {
	records, rejected := read(t, open(t, "monthly.csv"))
	if len(records) != 2 || rejected != nil {
		t.Fatalf("%d records, rejected %q", len(records), rejected)
	}
	if got := records[0].Period; got != lac.Month(2022, 5) {
		t.Errorf("period %v, want 2022-05", got)
	}
	r := records[1]
	if r.Reporter != area(t, "USA") || r.Partner != area(t, "250") || r.Commodity.String() != "S4:00" || r.Value != usd(t, "12.5") {
		t.Errorf("got %+v", r)
	}
}

func TestReferenceYear(t *testing.T) {
	records, rejected := read(t, open(t, "refyear.csv"))
	if len(records) != 2 || records[0].Period != lac.Year(2021) || records[1].Period != lac.Month(2021, 5) {
		t.Errorf("got %+v, rejected %q", records, rejected)
	}
}

// The table as comtradeapicall saves it: descriptions empty, amounts with a
// point.
func TestAPITable(t *testing.T) {
	records, rejected := read(t, open(t, "api.csv"))
	if len(records) != 2 {
		t.Fatalf("%d records, rejected %q", len(records), rejected)
	}
	if r := records[0]; r.Partner != lac.World || r.Value != usd(t, "2250") || r.Valuation != lac.CIF || r.Quantity.IsReported() {
		t.Errorf("got %+v", r)
	}
}

func TestRejectedRows(t *testing.T) {
	records, rejected := read(t, open(t, "rejected.csv"))
	if len(records) != 2 {
		t.Errorf("%d records, want 2", len(records))
	}
	want := []string{
		`rejected.csv:3:59: field flowCode "XIP": unknown code: exports after inward processing, which M or X has in it: want M, X, RM or RX`,
		`rejected.csv:4:280: field primaryValue "12,5": amount "12,5": malformed: a comma may be a point or nothing`,
		`rejected.csv:5:281: field primaryValue "-3": out of range: negative`,
		`rejected.csv:6:32: field period "2022Q1": malformed: want a year or a year and month`,
		`rejected.csv:7:32: field period "202213": period "2022-13": out of range`,
		`rejected.csv:8:113: field classificationCode "H9": commodity edition "H9": unknown code`,
		`rejected.csv:9:130: field cmdCode "26 03": commodity code "26 03": malformed: want digits or capital letters`,
		`rejected.csv:10:72: field partnerCode: not reported`,
		`rejected.csv:11:72: field partnerCode "12a": malformed: want a number of up to three digits`,
		`rejected.csv:12:72: field partnerCode "392": unknown code: JPN by its number, but partnerISO is "R9 É"`,
		`rejected.csv:13:39: field reporterCode "999": area "999": unknown code`,
		`rejected.csv:14:252: field netWgt "many": number "many": malformed`,
		`rejected.csv:15:290: field primaryValue "1e999999999": amount "1e999999999": out of range`,
	}
	if diff := cmp.Diff(want, rejected); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A malformed row takes no other row with it.
func TestMalformedRows(t *testing.T) {
	records, rejected, err := open(t, "malformed.csv").ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID)
	}
	if diff := cmp.Diff([]string{"comtrade#2", "comtrade#7", "comtrade#11"}, ids); diff != "" {
		t.Errorf("records (-want +got)\n%s", diff)
	}
	want := []string{
		"3:0 malformed: 2 fields, but the header has 47",
		"4:0 malformed: 49 fields, but the header has 47",
		"5:83 partnerDesc malformed: text after the closing quotation mark",
		"6:83 partnerDesc malformed: quotation mark inside a field without quotation marks",
		"10:83 partnerDesc malformed: text after the closing quotation mark",
	}
	var got []string
	for _, e := range rejected {
		if !errors.Is(e, lac.ErrSyntax) {
			t.Errorf("line %d: not a syntax error", e.Line)
		}
		got = append(got, strings.ReplaceAll(fmt.Sprintf("%d:%d %s %v", e.Line, e.Column, e.Field, e.Err), "  ", " "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestStrict(t *testing.T) {
	r := open(t, "rejected.csv")
	r.Strict = true
	records, _, err := r.ReadAll(context.Background())
	var rejected *lac.RowError
	if len(records) != 1 || !errors.As(err, &rejected) || rejected.Line != 3 || !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("%d records, %v; want one and the error of line 3", len(records), err)
	}
	if s := r.Stats(); s != (lac.Stats{Rows: 2, Records: 1, Rejected: 1}) {
		t.Errorf("stats %+v", s)
	}
	for range 2 { // reading goes no further
		for _, again := range r.All(context.Background()) {
			if again != err {
				t.Errorf("then %v", again)
			}
		}
	}
}

func TestBreakAndGoOn(t *testing.T) {
	r := open(t, "web.csv")
	for range r.All(context.Background()) {
		break
	}
	records, _, err := r.ReadAll(context.Background())
	if err != nil || len(records) != 10 || records[0].ID != "comtrade#3" {
		t.Errorf("%d records, %v", len(records), err)
	}
}

func TestSourceRecord(t *testing.T) {
	r := open(t, "web.csv")
	r.Source = "comtrade-2022"
	s := r.SourceRecord()
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
	if s.ID != "comtrade-2022" || s.Publisher != "UN Comtrade" || s.Title != "Trade data, file web.csv" || !s.Retrieved.IsZero() {
		t.Errorf("got %+v", s)
	}
	records, _ := read(t, r)
	if r := records[0]; r.ID != "comtrade-2022#2" || r.Source != "comtrade-2022" {
		t.Errorf("got %s of %s", r.ID, r.Source)
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir:                           "is a directory, not a file",
		empty:                         "the file is empty",
		filepath.Join(dir, "missing"): "no such file",
	} {
		if _, err := comtrade.Open(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open(%q): %v, want %q", path, err, want)
		}
	}
	if _, err := comtrade.Open(filepath.Join(dir, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

// What is wrong with the table as a whole ends the sequence.
func TestTableErrors(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", "t.csv: malformed: no header, the table is empty"},
		{"only empty lines", "\r\n\n", "t.csv: malformed: no header, the table is empty"},
		{"columns missing", "cmdCode,period,Wert,classificationCode,flowCode,partnerCode,reporterCode\n",
			`t.csv: malformed: not a table of UN Comtrade: expected also the columns primaryValue; the first of 7 columns is "cmdCode"`},
		{"web page", "<!DOCTYPE html>\n<html>",
			"t.csv: malformed: a web page (HTML), not data; it may be the site's message of an error"},
		{"column twice", "period,Period\n", "t.csv: malformed: header: column Period stands twice"},
		{"open quote", "\"period", "t.csv: malformed: header: line 1, column 1: quotation mark not closed"},
		{"gzip cut in its header", "\x1f\x8b\x08", "t.csv: gzip: unexpected EOF"},
		{"no gzip", "\x1f\x8b, but no more than that", "t.csv: gzip: gzip: invalid header"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := comtrade.NewReader(strings.NewReader(tt.in))
			r.Name = "t.csv"
			records, rejected, err := r.ReadAll(context.Background())
			if err == nil || err.Error() != tt.want || records != nil || rejected != nil {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func (r *repeat) Read(b []byte) (int, error) {
	total := 0
	for total < len(b) {
		if r.rest == "" {
			if r.n == 0 {
				break
			}
			r.n--
			r.rest = r.text
		}
		n := copy(b[total:], r.rest)
		r.rest = r.rest[n:]
		total += n
	}
	if total == 0 {
		return 0, io.EOF
	}
	return total, nil
}
