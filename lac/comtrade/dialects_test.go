package comtrade_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// line returns what a record says, in a line.
func line(r lac.TradeRecord) string {
	parts := []string{r.ID, r.Reporter.String(), string(r.Flow), r.Partner.String(), r.Period.String(), r.Commodity.String(), r.Value.String()}
	if r.Valuation != lac.NotStated {
		parts = append(parts, string(r.Valuation))
	}
	if r.NetWeight.IsReported() {
		parts = append(parts, "net", r.NetWeight.String())
	}
	if r.Quantity.IsReported() {
		parts = append(parts, "qty", r.Quantity.String())
	}
	if r.Breakdown != (lac.Breakdown{}) {
		parts = append(parts, strings.TrimRight(fmt.Sprintf("part %v/%s/%s/%s", r.Breakdown.Partner2, r.Breakdown.Customs, r.Breakdown.Transport, r.Breakdown.Supply), "/"))
	}
	return strings.TrimSpace(strings.Join(append(parts, r.Note), " "))
}

func TestDialects(t *testing.T) {
	for name, want := range map[string][]string{
		// The index that pandas adds, numbers with a point, units by code, no names, parts.
		"pandas.csv": {
			`comtrade#2 CHN import 001 2016 TOTAL 900 USD cif`,
			`comtrade#3 CHN import 001 2016 TOTAL 540 USD cif part HKG`,
			`comtrade#4 CHN import 001 2016 TOTAL 360 USD cif part USA`,
			`comtrade#5 CHN import 490 2017 TOTAL 225090000000 USD cif`,
			`comtrade#6 CHN import ARG 2016 H4:120190 77.25 USD cif net 1234.5 kg qty 1234.5 kg`,
			`comtrade#7 CHN import ARG 2016 H4:271600 10000000000000000 USD qty 6 MWh`,
			`pandas.csv:8:58: field cmdCode "10121": commodity code "10121": malformed: want 2, 4 or 6 digits: a leading zero may be lost`,
		},
		// R's names, and NA.
		"r.csv": {
			`comtrade#2 CHN export PER 2022 TOTAL 13 USD fob`,
			`comtrade#3 PER import CHN 2022 TOTAL not reported`,
		},
		// 35 columns, flows by number, units in words.
		"legacy.csv": {
			`comtrade#2 CHN import ARG 2010 S4:00 2062530 USD`,
			`comtrade#3 CHN export ARG 2010 S4:00 590391 USD fob`,
			`comtrade#4 CHN re-export ARG 2010 S4:00 12 USD fob`,
			`comtrade#5 CHN re-import ARG 2010 S4:00 13 USD`,
			`comtrade#6 CHN import 001 2010 TOTAL 5000 USD cif`,
			`comtrade#7 CHN import ARG 2010 H3:0101 90 USD net 16000 kg qty 40 u net weight estimated`,
			`comtrade#8 CHN import ARG 2010 H3:2716 not reported qty 7 MWh`,
			`comtrade#9 CHN import ARG 2010 S4:00 3 USD part HKG/C01/2100`,
			`comtrade#10 CHN import ANT 2010-03 S4:00 4 USD`,
		},
		// 22 columns.
		"legacy-bulk.csv": {
			`comtrade#2 CHN import 001 2008 S3:0 309541080 USD`,
		},
		// The same with R's names.
		"legacy-r.csv": {
			`comtrade#2 CHN import ARG 2010 S4:00 7 USD`,
		},
		// The names of the legacy API.
		"legacy-api.csv": {
			`comtrade#2 CHN export ECU 2014 TOTAL 3244 USD fob`,
		},
		// Prtner2Code, as the web site had it for a time.
		"misspelt.csv": {
			`comtrade#2 CHN import 001 2016 TOTAL 100 USD cif`,
			`comtrade#3 CHN import 001 2016 TOTAL 60 USD cif part HKG`,
		},
		// Tabs, and codes alone.
		"bulk.tsv": {
			`comtrade#2 CHN import CHL 2023 H6:260300 4000.5 USD cif net 1500.25 kg qty 1500.25 kg`,
			`comtrade#3 CHN import CHL 2023 H6:010121 9 USD cif qty 2 u`,
		},
		// Records of several lines, null, an exponent, one rejected.
		"api.json": {
			`comtrade#1 CHN import ARG 2010 TOTAL 6804.5 USD cif`,
			`comtrade#2 CHN export ARG 2010 H3:260300 not reported net 1500 kg qty 1500 kg`,
			`comtrade#4 CHN export ARG 2010-05 TOTAL 2 USD fob part HKG`,
			`api.json:2:128: field primaryValue "-1": out of range: negative`,
		},
		// The answer of the legacy API, laid out.
		"legacy.json": {
			`comtrade#1 CHN export ECU 2014 TOTAL 3244 USD fob`,
		},
		// Codes that are not what they look like.
		"partners.csv": {
			`comtrade#2 CHN import XEU 2016 TOTAL 1 USD cif`,
			`comtrade#3 CHN import XEU 2016 TOTAL 1 USD cif`,
			`comtrade#4 CHN import XEU 2016 TOTAL 1 USD cif`,
			`comtrade#5 CHN import 473 2016 TOTAL 1 USD cif`,
			`comtrade#6 CHN import 636 2016 TOTAL 1 USD cif`,
			`comtrade#7 CHN import 058 2016 TOTAL 1 USD cif`,
			`comtrade#8 CHN import XKX 2016 TOTAL 1 USD cif`,
			`comtrade#9 CHN import CHN 2016 TOTAL 1 USD cif`,
			`comtrade#10 CHN import HKG 2016 TOTAL 1 USD cif`,
			`comtrade#11 CHN import MAC 2016 TOTAL 1 USD cif`,
			`comtrade#12 CHN import USA 2016 TOTAL 1 USD cif`,
			`comtrade#13 CHN import USA 2016 TOTAL 1 USD cif`,
			`comtrade#14 CHN import PRI 2016 TOTAL 1 USD cif`,
			`comtrade#15 CHN import ANT 2016 TOTAL 1 USD cif`,
			`comtrade#16 CHN import CUW 2016 TOTAL 1 USD cif`,
			`comtrade#17 CHN import BES 2016 TOTAL 1 USD cif`,
			`comtrade#18 CHN import 837 2016 TOTAL 1 USD cif`,
			`comtrade#19 CHN import 839 2016 TOTAL 1 USD cif`,
			`comtrade#20 CHN import 899 2016 TOTAL 1 USD cif`,
			`comtrade#21 CHN import 697 2016 TOTAL 1 USD cif`,
			`comtrade#22 CHN import PER 2016 TOTAL 1 USD cif`,
			`comtrade#23 CHN import 490 2016 TOTAL 1 USD cif`,
			`comtrade#24 CHN import 001 2016 TOTAL 1 USD cif`,
			`comtrade#25 CHN import PER 2016 TOTAL 1 USD cif`,
			`partners.csv:26:39: field partnerCode "32": unknown code: ARG by its number, but partnerISO is "BRA"`,
			`partners.csv:27:39: field partnerCode "392": unknown code: JPN by its number, but partnerISO is "A79"`,
			`partners.csv:28:39: field partnerCode "998": area "998": unknown code`,
			`partners.csv:29:39: field partnerCode: not reported`,
			`partners.csv:30:39: field partnerCode "76x": malformed: want a number of up to three digits`,
		},
		"empty.json": nil,
	} {
		t.Run(name, func(t *testing.T) {
			records, rejected := read(t, open(t, name))
			var got []string
			for _, r := range records {
				got = append(got, line(r))
			}
			if diff := cmp.Diff(want, append(got, rejected...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The dialects that the quick path does not read go into sinks all the same.
func TestReadIntoDialects(t *testing.T) {
	for _, name := range []string{"bulk.tsv", "api.json", "empty.json", "legacy.json", "error.json"} {
		for _, strict := range []bool{false, true} {
			same(t, func() *comtrade.Reader {
				r := open(t, name)
				r.Strict = strict
				return r
			})
		}
	}
}

// The quick path takes the tables that pandas saves, parts and numbers as it
// writes them.
func TestPandasTableIsReadQuickly(t *testing.T) {
	var got recordSink
	r := open(t, "pandas.csv")
	if _, err := r.ReadInto(context.Background(), &got); err != nil {
		t.Fatal(err)
	}
	if got.batches == 0 {
		t.Errorf("%d records in no batch", len(got.records))
	}
}

// imports returns the imports that a query selects from a file.
func imports(t *testing.T, r *comtrade.Reader, q lac.TradeQuery) lac.Total {
	t.Helper()
	records, _, err := r.ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(q)
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	return total.Imports
}

// A second partner's rows beside their total double nothing, wherever the total
// stands and however the column is spelt.
func TestPartsDoNotDouble(t *testing.T) {
	for name, want := range map[string]string{"pandas.csv": "900", "misspelt.csv": "100"} {
		total := imports(t, open(t, name), lac.TradeQuery{Partner: lac.World, AsPublished: true, Period: lac.Year(2016)})
		if m, err := total.Money(); err != nil || m != usd(t, want) || total.Records != 1 {
			t.Errorf("%s: %v, %v; want %s USD of one record", name, total, err, want)
		}
	}
}

// A country that is no more is in its region with those that came after it, and
// Puerto Rico is there where it is reported apart.
func TestChangedCountriesStayInTheirRegion(t *testing.T) {
	total := imports(t, open(t, "partners.csv"), lac.TradeQuery{Partner: lac.Caribbean})
	// Puerto Rico, the Netherlands Antilles, Curaçao, Bonaire.
	if m, err := total.Money(); err != nil || m != usd(t, "4") || total.Records != 4 {
		t.Errorf("%v, %v; want 4 USD of 4 records", total, err)
	}
}

// The bulk files come compressed.
func TestBulkFile(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join(fixtures, "bulk.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "COMTRADE-FINAL-CA156202300H6[2024-06-01].gz")
	if err := os.WriteFile(path, compress(t, whole), 0o600); err != nil {
		t.Fatal(err)
	}
	records, rejected := read(t, openTable(t, path))
	if len(records) != 2 || rejected != nil || records[0].Quantity != must(lac.ParseQuantity("1500.25 kg")) {
		t.Errorf("%v, rejected %q", records, rejected)
	}
}

// NUL bytes are no digits, and a text full of them is no table.
func TestNULBytes(t *testing.T) {
	records, rejected := read(t, comtrade.NewReader(strings.NewReader(header+row("3\x002", "1")+row("32", "1\x00")+row("32", "1"))))
	want := []string{
		`comtrade:2:16: field partnerCode "3\x002": malformed: want a number of up to three digits`,
		`comtrade:3:29: field primaryValue "1\x00": amount "1\x00": malformed`,
	}
	if diff := cmp.Diff(want, rejected); diff != "" || len(records) != 1 {
		t.Errorf("%d records, rejected (-want +got)\n%s", len(records), diff)
	}
	wide := strings.Join(strings.Split(header, ""), "\x00") // UTF-16 without a mark
	if _, _, err := comtrade.NewReader(strings.NewReader(wide)).ReadAll(context.Background()); !errors.Is(err, lac.ErrSyntax) {
		t.Errorf("UTF-16: %v", err)
	}
}

func TestSemicolons(t *testing.T) {
	records, rejected := read(t, comtrade.NewReader(strings.NewReader(
		strings.ReplaceAll(header+row("32", `"1.5"`), ",", ";")+strings.ReplaceAll(row("76", "1.5"), ",", ";"))))
	if len(records) != 2 || rejected != nil || records[0].Value != usd(t, "1.5") {
		t.Errorf("%v, rejected %q", records, rejected)
	}
}
