package xlsx_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/iotest"

	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/census"
)

func TestCSVForSources(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		for at, v := range map[string]any{
			"A1": "year", "B1": "CTY_CODE", "C1": "CTYNAME", "D1": "IJAN", "E1": "EJAN",
			"A2": 2024, "B2": "3330", "C2": "Peru, \"P\"", "D2": 700,
			"A4": 2024, "B4": "3370", "C4": "Chile", "D4": 1200, "E4": 11,
		} {
			try(t, f.SetCellValue("Sheet1", at, v))
		}
		try(t, f.SetCellDefault("Sheet1", "E2", "1.1000000000000001"))
	})
	got, err := io.ReadAll(iotest.OneByteReader(open(t, path).CSV("")))
	want := "year,CTY_CODE,CTYNAME,IJAN,EJAN\n" + `"2:5: field E2 ""1.1000000000000001"": out of range: more than the 15 digits that Excel shows"` + "\n\n2024,3370,Chile,1200,11\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	r := census.NewReader(open(t, path).CSV("Sheet1"))
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(records) != 2 || len(rejected) != 1 || records[1].Value.String() != "11000000 USD" || records[0].ID != "census#4-import-01" {
		t.Errorf("%v, %v, %v", records, rejected, err)
	}
	if _, err := io.ReadAll(open(t, path).CSV("none")); err == nil {
		t.Error("no such sheet, and no error")
	}
}

// TestCSVOfRealWorkbook reads the table of countries that the US Census Bureau gives.
func TestCSVOfRealWorkbook(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA names no folder of real files")
	}
	w := open(t, filepath.Join(dir, "census", "us-census-country-2025-04.xlsx"))
	w.Shown = true
	r := census.NewReader(w.CSV(""))
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Left out are 450 rows of groups, and 75 of countries and years without a figure.
	if s := r.Stats(); len(rejected) > 0 || s.LeftOut != 450+75 || len(records) < 180_000 {
		t.Errorf("%+v; %v", s, rejected[:min(len(rejected), 5)])
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(lac.TradeQuery{Partner: lac.China, Period: lac.Year(2024)})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	// The sums of IJAN to IDEC and of EJAN to EDEC in the row of 2024 and 5700, which
	// are its IYR and EYR: in millions, 438947.386145 and 143545.739507.
	imports, _ := total.Imports.Money()
	exports, _ := total.Exports.Money()
	if imports != lac.MoneyOf(438_947_386_145, lac.USD) || exports != lac.MoneyOf(143_545_739_507, lac.USD) {
		t.Errorf("imports %v, exports %v", imports, exports)
	}
}
