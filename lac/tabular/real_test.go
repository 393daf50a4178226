package tabular_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// The customs' table of 2024, in tens of thousands of yuan and with columns of its
// own, gives the exports to the 33 members of CELAC that the almanac has from it.
func TestCustomsTable(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set: the real files are not at hand")
	}
	r, err := tabular.Open[lac.TradeRecord](filepath.Join(dir, "gacc", "gacc-2024-monthly.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	months := map[string]string{}
	for m := 1; m <= 12; m++ {
		months[fmt.Sprint(m)] = fmt.Sprintf("2024-01/2024-%02d", m)
	}
	r.Source = "customs"
	r.Mapping = tabular.Mapping{
		Columns:   map[string]string{"month": "period", "name_en": "partner", "exports_cum": "value", "*": "-"},
		Constants: map[string]string{"reporter": "CHN", "flow": "export", "commodity": "TOTAL", "valuation": "fob"},
		Units:     map[string]string{"value": "10000 CNY"},
		// As the table spells them; a name that is not given is rejected.
		Values: map[string]map[string]string{"period": months, "partner": {
			"Total value": "001", "Dominic": "DMA", "dominican": "DOM", "Greneda": "GRD",
		}},
	}
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range rejected {
		if !errors.Is(e, lac.ErrUnknownCode) || e.Field != "name_en" {
			t.Error(e)
		}
	}
	sum := lac.MoneyOf(0, lac.CNY)
	members := 0
	for _, record := range records {
		if record.Period == lac.Year(2024) && record.Partner.IsCountry() && lac.CELAC.Contains(record.Partner, lac.DateOf(2024, 12, 31)) {
			members++
			if sum, err = sum.Add(record.Value); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := fmt.Sprint(members, " ", sum); got != "33 1958934520000 CNY" {
		t.Errorf("got %s", got)
	}
	if s := r.Stats(); s.Rows != 2870 || s.Rows != s.Records+s.Rejected {
		t.Errorf("%+v", s)
	}
}
