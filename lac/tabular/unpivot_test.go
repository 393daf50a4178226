package tabular_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// linesOf returns the records of a table of trade and its rejects as lines.
func linesOf(t *testing.T, mapping, table string) (lines []string, err error) {
	t.Helper()
	m, err := tabular.ParseMapping([]byte(mapping))
	if err != nil {
		return nil, err
	}
	r := tabular.NewReader[lac.TradeRecord](strings.NewReader(table))
	r.Source, r.Mapping = "s", m
	records, rejected, err := r.ReadAll(t.Context())
	for _, r := range records {
		lines = append(lines, fmt.Sprintf("%s %v %s %v %v", r.ID, r.Partner, r.Flow, r.Period, r.Value))
	}
	for _, e := range rejected {
		lines = append(lines, e.Error())
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) {
		t.Errorf("%v", s)
	}
	return lines, err
}

func TestSeveralFiguresInARow(t *testing.T) {
	const constants = `"constants": {"reporter": "CHN", "commodity": "TOTAL"%s}, "units": {"value": "1000000 USD"}`
	for _, tt := range []struct {
		rule, mapping, table string
		want                 []string
	}{
		{"years side by side", `{"columns": {"Country": "partner"}, "unpivot": {"value": "value", "years": "period"}, ` + fmt.Sprintf(constants, `, "flow": "import"`) + `}`,
			"Country,2022,2023\nPeru,1.5,2\nChile,3,x\n",
			[]string{"s#2:2022 PER import 2022 1500000 USD", "s#2:2023 PER import 2023 2000000 USD", "s#3:2022 CHL import 2022 3000000 USD", `table:3:9: field 2023 "x": malformed: want a number`}},
		{"flows side by side, of which some are not there", `{"columns": {"Año": "period"}, "missing": ["n.d."], "unpivot": {"value": "value", "columns": {"Exp": {"flow": "export"}, "Imp": {"flow": "import"}}}, ` + fmt.Sprintf(constants, `, "partner": "PER"`) + `}`,
			"Año,Exp,Imp\n2022,1,2\n2023,,n.d.\n2024,n.d.,0\n",
			[]string{"s#2:Exp PER export 2022 1000000 USD", "s#2:Imp PER import 2022 2000000 USD", "s#4:Imp PER import 2024 0 USD"}},
		{"flows and years side by side", `{"columns": {"P": "partner"}, "unpivot": {"value": "value", "columns": {"X22": {"flow": "export", "period": "2022"}, "M23": {"flow": "import", "period": "2023"}}}, ` + fmt.Sprintf(constants, "") + `}`,
			"id,P,X22,M23\na,PER,1,2\n", []string{"a:X22 PER export 2022 1000000 USD", "a:M23 PER import 2023 2000000 USD"}},
		{"a row that is short costs each of its figures", `{"columns": {"P": "partner"}, "unpivot": {"value": "value", "years": "period"}, ` + fmt.Sprintf(constants, `, "flow": "import"`) + `}`,
			"P,2022,2023\nPER,1\n", []string{"table:2: malformed: 2 cells, but the header has 3", "table:2: malformed: 2 cells, but the header has 3"}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := linesOf(t, tt.mapping, tt.table)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestWhatMappingsSay(t *testing.T) {
	const rest = `"constants": {"reporter": "CHN", "commodity": "TOTAL", "flow": "import"}`
	for _, tt := range []struct {
		rule, mapping, table string
		want                 []string
	}{
		{"codes of another list", `{"codes": {"partner": {"158": "CHL", "160": "CHN"}}, ` + rest + `}`, "partner,period\n158,2023\n604,2023\n",
			[]string{"s#2 CHL import 2023 not reported", `table:3:1: field partner "604": unknown code: it is not in the list of the mapping`}},
		{"magnitudes and signs", `{"signs": ["$", "US"], "grouping": ",", "magnitudes": {"B": "1000000000", "M": "1000000"}, "units": {"value": "USD"}, ` + rest + `}`,
			"partner,period,value\nPER,2023,$1.5B\nPER,2022,\"US$2,000M\"\nPER,2021,$7\nPER,2020,$B\n",
			[]string{"s#2 PER import 2023 1500000000 USD", "s#3 PER import 2022 2000000000 USD", "s#4 PER import 2021 7 USD", `table:5:10: field value "$B": malformed: want a number`}},
		{"the cells of another column", `{"same": {"note": "partner"}, ` + rest + `}`, "partner,period\nPER,2023\n",
			[]string{"s#2 PER import 2023 not reported"}},
		{"names of months", `{"columns": {"y": "period.year", "m": "period.month"}, ` + rest + `}`, "partner,y,m\nPER,2023,September\nPER,2022,dic.\nPER,2021,Brumaire\n",
			[]string{"s#2 PER import 2023-09 not reported", "s#3 PER import 2022-12 not reported", `table:4:5: field y "2021": out of range: month "Brumaire": want one from 1 to 12`}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := linesOf(t, tt.mapping, tt.table)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestTextsOfSeveralColumns(t *testing.T) {
	m, err := tabular.ParseMapping([]byte(`{"columns": {"Year": "transactions[0].date.year", "Month": "transactions[0].date.month"}, "join": {"title": ["Investor", "Party", "Sector"]}, "constants": {"transactions[0].type": "commitment"}, "missing": ["-"]}`))
	if err != nil {
		t.Fatal(err)
	}
	r := tabular.NewReader[lac.Project](strings.NewReader("Year,Month,Investor,Party,Sector\n2005,Sep,CNPC,EnCana,Oil\n2008,May,Chinalco,-,Copper\n2009,,,,\n"))
	r.Source, r.Mapping = "s", m
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(records) != 2 || records[0].Title != "CNPC, EnCana, Oil" || records[1].Title != "Chinalco, Copper" || records[1].Transactions[0].Date.String() != "2008-05" {
		t.Errorf("%v, %v", records, err)
	}
	if len(rejected) != 1 || rejected[0].Line != 4 {
		t.Errorf("rejected %v", rejected)
	}
}

func TestMappingsThatSayTooMuch(t *testing.T) {
	for mapping, want := range map[string]string{
		`{"unpivot": {"value": "value"}}`:    "want the column of the value, and years or columns",
		`{"same": {"value": "worth"}}`:       "column worth, whose cells the mapping gives to value",
		`{"same": {"note": "period"}}`:       "column note has cells of its own and those of another",
		`{"unpivot": {"years": "period"}}`:   "want the column of the value",
		`{"magnitudes": {"M": "a million"}}`: "want a number above 0",
		`{"join": {"note": []}}`:             "want names of columns",
		`{"unpivot": {"value": "value", "years": "period"}, "constants": {"reporter": "CHN"}}`:                "columns of figures, which the mapping unpivots",
		`{"unpivot": {"value": "worth", "columns": {"note": {"flow": "export"}}}}`:                            `unpivoted "worth" of the mapping`,
		`{"unpivot": {"value": "value", "columns": {"note": {"flow": "export"}, "Imp": {"flow": "import"}}}}`: `column "Imp" of the mapping`,
		`{"join": {"id": ["Remark"]}}`:       `column "Remark" of the mapping`,
		`{"join": {"partner": ["note"]}}`:    `joined "partner" of the mapping: want a column of texts`,
		`{"columns": {"note": "rate.year"}}`: `which the mapping calls "rate.year"`,
	} {
		if _, err := linesOf(t, mapping, "partner,period,flow,commodity,reporter,note\n"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", mapping, err, want)
		}
	}
}
