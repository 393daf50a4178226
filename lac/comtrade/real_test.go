package comtrade_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// realFile opens one of the files that UN Comtrade gave.
func realFile(t *testing.T, name string) *comtrade.Reader {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	return openTable(t, filepath.Join(dir, "comtrade", name))
}

// What pandas saved of the API has, for 2015 to 2017, a row for each second partner
// beside the total. The sum of the column is twice the imports.
func TestRealPandasTableIsNotDoubled(t *testing.T) {
	r := realFile(t, "pandas-chn-imports-2000-2024.csv")
	records, rejected := read(t, r)
	if len(records) != 658 || rejected != nil {
		t.Errorf("%d records, rejected %q; want 658, none", len(records), rejected)
	}
	naive := map[lac.Period]lac.Money{}
	for _, record := range records {
		sum, known := naive[record.Period]
		if !known {
			naive[record.Period] = record.Value
			continue
		}
		var err error
		if naive[record.Period], err = sum.Add(record.Value); err != nil {
			t.Fatal(err)
		}
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(lac.TradeQuery{Partner: lac.World, AsPublished: true, Flow: lac.Import}, lac.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	for year, want := range map[int]string{2000: "225093731030", 2014: "1959234625162", 2015: "1679564324560", 2024: "2585134598079"} {
		total, _ := totals.Get(lac.TradeKey{Period: lac.Year(year)})
		if m, err := total.Imports.Money(); err != nil || m != usd(t, want) || total.Imports.Records != 1 {
			t.Errorf("%d: %v, %v; want %s USD", year, total.Imports, err, want)
		}
	}
	for year := 2015; year <= 2017; year++ {
		total, _ := totals.Get(lac.TradeKey{Period: lac.Year(year)})
		m, err := total.Imports.Money()
		if err != nil {
			t.Fatal(err)
		}
		if twice, err := m.Add(m); err != nil || naive[lac.Year(year)] != twice {
			t.Errorf("%d: the column adds up to %v, want twice %v", year, naive[lac.Year(year)], m)
		}
	}
}

func TestRealLegacyTable(t *testing.T) {
	r := realFile(t, "legacy-1.csv")
	records, rejected := read(t, r)
	if len(records) != 3184 || rejected != nil {
		t.Fatalf("%d records, rejected %q; want 3184, none", len(records), rejected)
	}
	if got, want := line(records[0]), "comtrade#2 CHN import DEU 2010 S4:00 2062530 USD"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	total := 0
	for _, record := range records {
		if record.Partner == lac.HongKong && record.Flow == lac.Export && record.Period == lac.Year(2010) {
			total++
			if record.Commodity.Depth() != 2 || record.Commodity.Edition() != "S4" {
				t.Errorf("commodity %v", record.Commodity)
			}
		}
	}
	if total != 65 {
		t.Errorf("%d exports to Hong Kong in 2010, want 65", total)
	}
}

func TestRealJSON(t *testing.T) {
	records, rejected := read(t, realFile(t, "api-chn-arg-2010.json"))
	var got []string
	for _, r := range records {
		got = append(got, line(r))
	}
	want := []string{
		"comtrade#1 CHN import ARG 2010 TOTAL 6804128143 USD cif",
		"comtrade#2 CHN export ARG 2010 TOTAL 6115764185 USD fob",
		"comtrade#3 CHN import DEU 2010 TOTAL 74251272075 USD cif",
		"comtrade#4 CHN export DEU 2010 TOTAL 68047133397 USD fob",
	}
	if diff := cmp.Diff(want, append(got, rejected...)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if records, rejected := read(t, realFile(t, "api-empty.json")); records != nil || rejected != nil {
		t.Errorf("%v, rejected %q", records, rejected)
	}
}

// Every partner and reporter that UN Comtrade lists is read, and no two of them
// are taken for one unless the list itself dates them apart or has a customs
// territory twice.
func TestRealPartnersAndReporters(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	for name, columns := range map[string][3]string{
		"comtrade-partners.csv":  {"PartnerCode", "PartnerCodeIsoAlpha3", "PartnerDesc"},
		"comtrade-reporters.csv": {"reporterCode", "reporterCodeIsoAlpha3", "reporterDesc"},
	} {
		whole, err := os.ReadFile(filepath.Join(dir, "reference", name))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(whole, []byte("\uFEFF")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		at := func(row []string, column string) string { return row[slices.Index(rows[0], column)] }
		var table strings.Builder
		out := csv.NewWriter(&table)
		_ = out.Write([]string{"period", "reporterCode", "flowCode", "partnerCode", "partnerISO", "classificationCode", "cmdCode", "primaryValue"})
		for _, row := range rows[1:] {
			for _, iso := range []string{at(row, columns[1]), ""} {
				_ = out.Write([]string{"2022", "156", "X", at(row, columns[0]), iso, "H6", "TOTAL", "1"})
			}
		}
		out.Flush()
		records, rejected := read(t, comtrade.NewReader(strings.NewReader(table.String())))
		if rejected != nil || len(records) != 2*(len(rows)-1) {
			t.Fatalf("%s: %d records of %d rows, rejected %q", name, len(records), 2*(len(rows)-1), rejected)
		}
		first := map[lac.Area]string{}
		for i, row := range rows[1:] {
			with, without := records[2*i].Partner, records[2*i+1].Partner
			if with != without {
				t.Errorf("%s: %s is %v with its ISO code and %v without", name, at(row, columns[0]), with, without)
			}
			desc := at(row, columns[2])
			before, taken := first[with]
			dated := strings.Contains(desc, "(...") || strings.Contains(before, "(...")
			switch {
			case !taken:
				first[with] = desc
			case !dated && !slices.Contains([]lac.Area{lac.UnitedStates, lac.France, area(t, "CHE"), area(t, "NOR")}, with):
				t.Errorf("%s: %q and %q are both %v", name, before, desc, with)
			}
		}
	}
}

// A stream of a real file answers what a dataset of its records does, to the byte,
// or refuses the same records for the same reason.
func TestRealStreamsAreDatasets(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	entries, err := os.ReadDir(filepath.Join(dir, "comtrade"))
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, entry := range entries {
		name := entry.Name()
		r, err := comtrade.Open(filepath.Join(dir, "comtrade", name))
		if err != nil {
			t.Fatal(err)
		}
		var table lac.TradeTable
		var unknown error
		if _, err := r.ReadInto(t.Context(), &table); err != nil {
			unknown = err
		}
		r.Close()
		if table.Len() == 0 {
			t.Logf("%s: no records: %v", name, unknown)
			continue
		}
		files++
		data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, TradeTable: &table})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range []lac.TradeQuery{
			{},
			{Partner: lac.World, AsPublished: true},
			{Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Import},
			{Partner: lac.CELAC},
			{Figure: lac.FigureNetWeight, Flow: lac.Export},
			{Figure: lac.FigureQuantity, Partner: lac.World, AsPublished: true},
		} {
			for _, by := range [][]lac.Dimension{nil, {lac.ByReporter, lac.ByYear}, {lac.ByCommodity}, {lac.ByReporter, lac.ByPartner, lac.ByPeriod, lac.ByFlow, lac.ByCommodity}} {
				s := lac.NewTradeStream(q, by...)
				r, err := comtrade.Open(filepath.Join(dir, "comtrade", name))
				if err != nil {
					t.Fatal(err)
				}
				_, err = r.ReadInto(t.Context(), s)
				r.Close()
				if fmt.Sprint(err) != fmt.Sprint(unknown) {
					t.Fatalf("%s: %v, want %v", name, err, unknown)
				}
				want, wantErr := data.Totals(q, by...)
				got, err := s.Totals()
				if fmt.Sprint(err) != fmt.Sprint(wantErr) || !got.Equal(want) {
					t.Errorf("%s: %+v by %v: %d totals, %v; want %d, %v", name, q, by, got.Len(), err, want.Len(), wantErr)
				}
			}
		}
	}
	if files < 4 {
		t.Errorf("%d files", files)
	}
}
