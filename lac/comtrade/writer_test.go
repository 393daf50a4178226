package comtrade_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// write returns the table of records.
func write(t interface {
	Helper()
	Fatal(...any)
}, records []lac.TradeRecord) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := comtrade.NewWriter(&b).WriteAll(slices.Values(records)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kept returns what a table keeps of a record.
func kept(r lac.TradeRecord) lac.TradeRecord {
	r.ID, r.Source, r.Evidence, r.Note = "", "", "", ""
	return r
}

// What is read is written, and read again as it was; what is written is written
// again byte by byte.
func TestWriterRoundTrip(t *testing.T) {
	names := tables(t)
	if dir := os.Getenv("LAC_REAL_DATA"); dir != "" {
		names = append(names, filepath.Join(dir, "comtrade", "api-chn-arg-2010.json"))
	}
	written := 0
	for _, name := range names {
		records, _, err := openTable(t, name).ReadAll(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		first := write(t, records)
		again, rejected, err := comtrade.NewReader(bytes.NewReader(first)).ReadAll(context.Background())
		if err != nil || rejected != nil || len(again) != len(records) {
			t.Fatalf("%s: %d records of %d, rejected %v, %v", name, len(again), len(records), rejected, err)
		}
		for i := range records {
			if kept(again[i]) != kept(records[i]) {
				t.Errorf("%s: %+v became %+v", name, records[i], again[i])
			}
		}
		if second := write(t, again); !bytes.Equal(first, second) {
			t.Errorf("%s: written again it differs", name)
		}
		written += len(records)
	}
	if written < 20 {
		t.Errorf("%d records", written)
	}
}

func TestWriterBytes(t *testing.T) {
	got := string(write(t, []lac.TradeRecord{{
		ID: "a", Source: "s", Reporter: lac.China, Partner: lac.UnitedStates, Flow: lac.Export, Period: lac.Month(2024, 5),
		Commodity: must(lac.ParseCommodity("H6:26")), Value: usd(t, "1250.5"), Valuation: lac.FOB,
		NetWeight: must(lac.ParseQuantity("12.5 kg")), Quantity: must(lac.ParseQuantity("3 m3")),
		Breakdown: lac.Breakdown{Partner2: area(t, "CIV"), Transport: "2100"},
	}}))
	_, row, _ := strings.Cut(got, "\r\n")
	want := `"C","M","20240501","2024","5","202405","156","CHN","China","X","Export","842","USA","United States",` +
		`"384","CIV","C` + "\xf4" + `te d'Ivoire","H6","HS",,"26","Ores, slag and ash","2",,"C00","TOTAL CPC","0","2100",,` +
		`"12","m` + "\xb3" + `","3",,"-1","N/A","0",,"12.5",,"0",,,"1250.5","1250.5",,,,` + "\r\n"
	if diff := cmp.Diff(want, row); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if header := string(write(t, nil)); !strings.HasPrefix(got, header) || strings.Count(header, ",") != 46 {
		t.Errorf("no records: %q", header)
	}
}

// Of the web's own table all columns come back that records are made of.
func TestWriterKeepsTheWebTable(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	name := filepath.Join(dir, "comtrade", "annual-2022-chn-usa-deu.csv")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	records, _, err := openTable(t, name).ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	split := func(table []byte) [][]string {
		r := csv.NewReader(bytes.NewReader(table))
		r.FieldsPerRecord = -1
		return must(r.ReadAll())
	}
	want, got := split(whole), split(write(t, records))
	if len(got) != len(want) || !slices.Equal(got[0], want[0]) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	var differ []string
	for c, column := range want[0] {
		for i := range want {
			if got[i][c] != want[i][c] {
				differ = append(differ, column)
				break
			}
		}
	}
	notKept := []string{
		"reporterDesc", "partnerISO", "partnerDesc", "classificationCode", "isOriginalClassification", "isLeaf", "isQtyEstimated",
		"isAltQtyEstimated", "netWgt", "isNetWgtEstimated", "isGrossWgtEstimated", "fobvalue", "legacyEstimationFlag", "isReported", "isAggregate",
	}
	if diff := cmp.Diff(notKept, differ); diff != "" {
		t.Errorf("columns that differ (-want +got)\n%s", diff)
	}
}

func TestWriterRefusesWhatTheTableDoesNotKeep(t *testing.T) {
	good := lac.TradeRecord{
		ID: "a", Source: "s", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Import, Period: lac.Year(2024),
		Commodity: lac.AllGoods, Value: usd(t, "1"), Valuation: lac.CIF,
	}
	for rule, tt := range map[string]struct {
		change func(*lac.TradeRecord)
		field  string
	}{
		"another currency":              {func(r *lac.TradeRecord) { r.Value = lac.MoneyOf(1, lac.CNY) }, "value"},
		"turnover":                      {func(r *lac.TradeRecord) { r.Flow = lac.Turnover }, "flowCode"},
		"a bloc":                        {func(r *lac.TradeRecord) { r.Partner = lac.CELAC }, "partnerCode"},
		"a quarter":                     {func(r *lac.TradeRecord) { r.Period = must(lac.ParsePeriod("2024-Q1")) }, "period"},
		"years":                         {func(r *lac.TradeRecord) { r.Period = lac.Years(2020, 2024) }, "period"},
		"a status":                      {func(r *lac.TradeRecord) { r.Status = lac.Provisional }, "status"},
		"exports that are not FOB":      {func(r *lac.TradeRecord) { r.Flow = lac.Export }, "valuation"},
		"a valuation without a value":   {func(r *lac.TradeRecord) { r.Value = lac.Money{} }, "valuation"},
		"a weight of nothing":           {func(r *lac.TradeRecord) { r.NetWeight = lac.QuantityOf(0, lac.UnitKilograms) }, "net_weight"},
		"the world as second partner":   {func(r *lac.TradeRecord) { r.Breakdown.Partner2 = lac.World }, "breakdown"},
		"a procedure that is the total": {func(r *lac.TradeRecord) { r.Breakdown.Customs = "C00" }, "breakdown"},
		"a procedure with space":        {func(r *lac.TradeRecord) { r.Breakdown.Customs = " C01" }, "breakdown"},
		"letters beyond ISO-8859-1":     {func(r *lac.TradeRecord) { r.Breakdown.Customs = "进口" }, "breakdown"},
		"what UTF-8 would read":         {func(r *lac.TradeRecord) { r.Breakdown.Customs = "Ã©" }, "breakdown"},
		"no ID":                         {func(r *lac.TradeRecord) { r.ID = "" }, "id"},
	} {
		record := good
		tt.change(&record)
		var b bytes.Buffer
		w := comtrade.NewWriter(&b)
		err := w.Write(record)
		var field *lac.FieldError
		if !errors.As(err, &field) || field.Field != tt.field {
			t.Errorf("%s: %v, want field %s", rule, err, tt.field)
		}
		if err := w.Flush(); err != nil || bytes.Count(b.Bytes(), []byte("\n")) != 1 {
			t.Errorf("%s: wrote %q, %v", rule, b.String(), err)
		}
	}
}

func TestWriterError(t *testing.T) {
	w := comtrade.NewWriter(&full{})
	r := lac.TradeRecord{ID: "a", Source: "s", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Import, Period: lac.Year(2024), Commodity: lac.AllGoods}
	var err error
	for range 1000 {
		if err = w.Write(r); err != nil {
			break
		}
	}
	if !errors.Is(err, io.ErrShortWrite) || !errors.Is(w.Write(r), io.ErrShortWrite) || !errors.Is(w.Flush(), io.ErrShortWrite) {
		t.Errorf("got %v", err)
	}
}

type full struct{}

func (*full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// anyRecord draws records that a table keeps.
func anyRecord(t *rapid.T) lac.TradeRecord {
	choose := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name) }
	areas := []string{"CHN", "USA", "FRA", "IND", "NOR", "CHE", "MCO", "XEU", "BRA", "CIV", "ANT", "BES", "001", "490", "899", "473", "636", "419", "EU", "XIC", "HKG", "XKX", "058"}
	anArea := func(name string) lac.Area { return must(lac.ParseArea(choose(name, areas...))) }
	r := lac.TradeRecord{
		ID: "a", Source: "s", Reporter: anArea("reporter"), Partner: anArea("partner"),
		Flow:      rapid.SampledFrom([]lac.TradeFlow{lac.Import, lac.Export, lac.ReExport, lac.ReImport}).Draw(t, "flow"),
		Period:    must(lac.ParsePeriod(choose("period", "2022", "1962", "2024-05", "2024-12"))),
		Commodity: must(lac.ParseCommodity(choose("commodity", "TOTAL", "H6:010121", "H0:26", "S4:00", "BE:111", "SS:AG2"))),
	}
	digits := rapid.StringMatching(`[1-9][0-9]{0,20}(\.[0-9]{0,8}[1-9])?`)
	if rapid.Bool().Draw(t, "has value") {
		r.Value = must(lac.ParseAmount(digits.Draw(t, "value"), lac.USD))
		r.Valuation = lac.FOB
		if r.Flow == lac.Import || r.Flow == lac.ReImport {
			r.Valuation = rapid.SampledFrom([]lac.Valuation{lac.CIF, lac.FOB, lac.NotStated}).Draw(t, "valuation")
		}
	}
	if rapid.Bool().Draw(t, "has weight") {
		r.NetWeight = must(lac.ParseNumber(digits.Draw(t, "weight"), lac.UnitKilograms))
	}
	if rapid.Bool().Draw(t, "has quantity") {
		r.Quantity = must(lac.ParseNumber(digits.Draw(t, "quantity"), lac.Unit(choose("unit", "kg", "m2", "MWh", "u", "pairs", "t", "hive", "ce/el", "jobs"))))
	}
	if rapid.Bool().Draw(t, "is part") {
		r.Breakdown = lac.Breakdown{Customs: choose("customs", "", "C01", "a,b \"c\""), Transport: choose("transport", "", "2100"), Supply: choose("supply", "", "1")}
		if a := anArea("partner2"); a != lac.World {
			r.Breakdown.Partner2 = a
		}
	}
	return r
}

func TestWriterKeepsAnyRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyRecord(t)
		got, rejected, err := comtrade.NewReader(bytes.NewReader(write(t, []lac.TradeRecord{want}))).ReadAll(context.Background())
		if err != nil || rejected != nil || len(got) != 1 || kept(got[0]) != kept(want) {
			t.Errorf("%+v became %+v, rejected %v, %v", want, got, rejected, err)
		}
	})
}

// FuzzWriter writes what can be read of any bytes. What is written reads back as it
// was, and is written again byte by byte.
func FuzzWriter(f *testing.F) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		seed, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r := comtrade.NewReader(bytes.NewReader(in))
		r.MaxRowBytes = 1 << 12
		records, _, _ := r.ReadAll(context.Background())
		var b bytes.Buffer
		w := comtrade.NewWriter(&b)
		var written []lac.TradeRecord
		for _, record := range records {
			var field *lac.FieldError
			switch err := w.Write(record); {
			case err == nil:
				written = append(written, record)
			case !errors.As(err, &field):
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		again, rejected, err := comtrade.NewReader(bytes.NewReader(b.Bytes())).ReadAll(context.Background())
		if err != nil || rejected != nil || len(again) != len(written) {
			t.Fatalf("%d records of %d, rejected %v, %v", len(again), len(written), rejected, err)
		}
		for i := range again {
			if kept(again[i]) != kept(written[i]) {
				t.Errorf("%+v became %+v", written[i], again[i])
			}
		}
		if !bytes.Equal(write(t, again), b.Bytes()) {
			t.Error("written again it differs")
		}
	})
}

func ExampleWriter() {
	var b strings.Builder
	w := comtrade.NewWriter(&b)
	err := w.Write(lac.TradeRecord{
		ID: "example", Source: "example", Reporter: lac.China, Partner: lac.Chile, Flow: lac.Import, Period: lac.Year(2022),
		Commodity: lac.AllGoods, Value: lac.MoneyOf(44, lac.USD), Valuation: lac.CIF,
	})
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	records, _, err := comtrade.NewReader(strings.NewReader(b.String())).ReadAll(context.Background())
	for _, r := range records {
		fmt.Println(r.Reporter, r.Flow, r.Partner, r.Period, r.Value, r.Valuation, err)
	}
	// Output: CHN import CHL 2022 44 USD cif <nil>
}
