package comtrade_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// TestRealData reads the files that UN Comtrade gave on its site.
func TestRealData(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	r, err := comtrade.Open(filepath.Join(dir, "comtrade", "annual-2022-chn-usa-deu.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	records, rejected := read(t, r)
	if got := r.Stats(); got.Rows != 1352 || got.Rejected != 0 {
		t.Errorf("%+v, want 1352 rows, none rejected", got)
	}
	for _, err := range rejected {
		t.Log(err)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2022)})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	exports, err := total.Exports.Money()
	if err != nil || exports != lac.MoneyOf(251_462_718_280, lac.USD) {
		t.Errorf("exports to CELAC %v, %v", exports, err)
	}
	imports, err := total.Imports.Money()
	if err != nil || imports != lac.MoneyOf(231_501_354_139, lac.USD) {
		t.Errorf("imports from CELAC %v, %v", imports, err)
	}
	if total.Exports.Records != 33 || total.Imports.Records != 33 {
		t.Errorf("%d and %d records, want 33 and 33", total.Exports.Records, total.Imports.Records)
	}
}

// TestRealAPITable reads what comtradeapicall gave.
func TestRealAPITable(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	r, err := comtrade.Open(filepath.Join(dir, "comtrade", "pandas-chn-imports-2000-2024.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	records, rejected := read(t, r)
	if len(records) != 658 || rejected != nil {
		t.Errorf("%d records, rejected %q; want 658, none", len(records), rejected)
	}
	if _, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records}); err != nil {
		t.Error(err)
	}
}
