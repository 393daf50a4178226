package xlsx_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

// The AEI's tracker as a workbook, by the form that package load has for its table. The
// sums were added up apart, from the XML of the sheet.
func TestRealTracker(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with the AEI's tracker")
	}
	var form load.Form
	for _, f := range load.Forms() {
		if f.Name == "aei-investments" {
			form = f
		}
	}
	r := tabular.NewRowReader[lac.Project](open(t, filepath.Join(dir, "aei", "cgit-china-south-america-2005-2021.xlsx")).Rows(""))
	r.Source, r.Mapping = "aei", form.Mapping
	projects, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(projects) != 139 || len(rejected) > 0 {
		t.Fatalf("%d projects, %v, %v", len(projects), rejected, err)
	}
	got := map[string]string{}
	sums := map[string]decimal.Decimal{}
	for _, p := range projects {
		country := p.Areas[0].Area.String()
		sums[country] = sums[country].Add(p.Transactions[0].Value.Amount())
		got[country] = sums[country].Shift(-6).String()
	}
	want := map[string]string{"ECU": "6170", "COL": "5570", "PER": "25450", "BRA": "63780", "CHL": "15270", "ARG": "10150", "VEN": "4570", "GUY": "1670"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("millions of dollars (-want +got)\n%s", diff)
	}
	if p := projects[0]; p.Title != "China National Petroleum Corp. (CNPC), China Petroleum and Chemical (Sinopec), EnCana, Oil" || p.Transactions[0].Date.String() != "2005-09" {
		t.Errorf("%+v", p)
	}
}
