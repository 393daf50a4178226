package tabular_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func TestMappingsConvertCells(t *testing.T) {
	show := func(r lac.TradeRecord) string {
		return fmt.Sprintf("%v %s %v %v %v %q", r.Partner, r.Flow, r.Period, r.Value, r.NetWeight, r.Note)
	}
	const fixed = `"constants": {"reporter": "CHN", "commodity": "TOTAL", "source": "s"`
	tests := []struct{ name, mapping, header, row, want string }{
		{"other names of columns", `{"columns": {"País": "partner", "Año": "period"}, ` + fixed + `, "flow": "import"}}`,
			"País,Año", "Perú,2024", `PER import 2024 not reported not reported ""`},
		{"units with factor", `{"units": {"value": "1000000 USD", "net_weight": "1000 kg"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value,net_weight", "PER,2024,0.000001,1.5", `PER import 2024 1 USD 1500 kg ""`},
		{"a unit alone", `{"units": {"value": "CNY"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", "PER,2024,7", `PER import 2024 7 CNY not reported ""`},
		{"a factor alone, the currency from its column", `{"units": {"value": "10000"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value,value.currency", "PER,2024,7.00005,CNY", `PER import 2024 70000.5 CNY not reported ""`},
		{"a factor alone, the unit in the cell", `{"units": {"value": "0.01"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", "PER,2024,7 CNY", `PER import 2024 0.07 CNY not reported ""`},
		{"a product that needs too many digits", `{"units": {"value": "1e-38 USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", "PER,2024,0.1", `rejected table:2:10: field value "0.1": out of range: number needs more than 38 digits`},
		{"values", `{"values": {"flow": {"M": "import", "X": "export"}, "partner": {"Brasil (1)": "BRA"}, "value.currency": {"US$": "USD"}}, ` + fixed + `}}`,
			"partner,period,flow,value,value.currency", "Brasil (1),2024,M,5,US$", `BRA import 2024 5 USD not reported ""`},
		{"values that are not listed stand for themselves", `{"values": {"flow": {"M": "import"}}, ` + fixed + `}}`,
			"partner,period,flow", "PER,2024,export", `PER export 2024 not reported not reported ""`},
		{"missing values", `{"missing": ["NA", "-"], "units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value,note", "PER,2024,-,NA", `PER import 2024 not reported not reported ""`},
		{"missing is missing where there must be one", `{"missing": ["NA"], ` + fixed + `, "flow": "import"}}`,
			"partner,period", "NA,2024", `rejected table:2:1: field partner "NA": not reported`},
		{"decimal comma and points", `{"decimal": ",", "grouping": ".", "units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", `PER,2024,"1.234.567,89"`, `PER import 2024 1234567.89 USD not reported ""`},
		{"grouping is not needed", `{"decimal": ",", "grouping": ".", "units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", `PER,2024,"-0,5"`, `rejected table:2:10: field value "-0,5": out of range: negative`},
		{"a point where the comma is the mark", `{"decimal": ",", "units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", `PER,2024,1.5`, `rejected table:2:10: field value "1.5": malformed: want decimals after ","`},
		{"groups of other sizes", `{"grouping": ",", "units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", `PER,2024,"12,34,567"`, `rejected table:2:10: field value "12,34,567": malformed: want groups of three digits`},
		{"spaces that do not break", `{"grouping": " ", "units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", "PER,2024,1\u00a0234\u202f567 890.5", `PER import 2024 1234567890.5 USD not reported ""`},
		{"no grouping without its mark", `{"units": {"value": "USD"}, ` + fixed + `, "flow": "import"}}`,
			"partner,period,value", `PER,2024,"1,234"`, `rejected table:2:10: field value "1,234": amount "1,234": malformed: a comma may be a point or nothing`},
		{"the day before the month", `{"dates": "02/01/2006", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,03/05/2024`, `PER import 2024-05-03 not reported not reported ""`},
		{"days and months without zeros", `{"dates": "2/1/2006", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,31/1/2024`, `PER import 2024-01-31 not reported not reported ""`},
		{"months", `{"dates": "01/2006", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,12/2024`, `PER import 2024-12 not reported not reported ""`},
		{"years", `{"dates": "FY2006", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,FY2024`, `PER import 2024 not reported not reported ""`},
		{"years of one-day months do not count as days", `{"dates": "200601", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,202401`, `PER import 2024-01 not reported not reported ""`},
		{"ISO 8601 beside the form of the table", `{"dates": "02/01/2006", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,2024-Q2`, `PER import 2024-Q2 not reported not reported ""`},
		{"a day that does not exist", `{"dates": "02/01/2006", ` + fixed + `, "flow": "import"}}`,
			"partner,period", `PER,30/02/2024`, `rejected table:2:5: field period "30/02/2024": period "30/02/2024": malformed: want one as in 2024, 2024-Q2, 2024-05, 2024-05-13 or 2014/2024`},
		{"a column left out", `{"columns": {"x": "-"}, ` + fixed + `, "flow": "import"}}`,
			"partner,x,period", `PER,y,2024`, `PER import 2024 not reported not reported ""`},
		{"every unknown column left out, space taken off", `{"columns": {"*": "-"}, ` + fixed + `, "flow": "import"}}`,
			"partner,x,period,z,note", `PER,y,2024,, n `, `PER import 2024 not reported not reported "n"`},
		{"semicolons", `{"comma": ";", ` + fixed + `, "flow": "import"}}`,
			"partner;period;note", `PER;2024;a,b`, `PER import 2024 not reported not reported "a,b"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := tabular.ParseMapping([]byte(tt.mapping))
			if err != nil {
				t.Fatal(err)
			}
			r := tabular.NewReader[lac.TradeRecord](strings.NewReader(tt.header + "\n" + tt.row + "\n"))
			r.Mapping = m
			if diff := cmp.Diff([]string{tt.want}, outcome(r, show)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			text, err := json.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			again, err := tabular.ParseMapping(text)
			if diff := cmp.Diff(m, again); diff != "" || err != nil {
				t.Errorf("as JSON: %v\n%s", err, diff)
			}
		})
	}
}

func TestMappingsThatDoNotFitTheTable(t *testing.T) {
	const header = "id,source,reporter,partner,flow,period,commodity,value"
	tests := []struct {
		name string
		m    tabular.Mapping
		want string
	}{
		{"a column that the table has not", tabular.Mapping{Columns: map[string]string{"Pais": "partner"}}, `not reported: column "Pais" of the mapping`},
		{"a column of another name", tabular.Mapping{Columns: map[string]string{"value": "valor"}}, `unknown code: column "value", which the mapping calls "valor"`},
		{"two columns of one name", tabular.Mapping{Columns: map[string]string{"value": "partner"}}, `malformed: columns "partner" and "value" are both partner`},
		{"a constant of no name", tabular.Mapping{Constants: map[string]string{"x": "1"}}, `unknown code: constant "x" of the mapping`},
		{"a constant beside its column", tabular.Mapping{Constants: map[string]string{"flow": "import"}}, "malformed: column flow is a constant of the mapping too"},
		{"a constant that is wrong", tabular.Mapping{Constants: map[string]string{"breakdown.partner2": "Atlantis"}}, `constant breakdown.partner2 "Atlantis": area "Atlantis": unknown code`},
		{"a unit of no column", tabular.Mapping{Units: map[string]string{"quantity": "t"}}, "not reported: column quantity, of which the mapping has the unit"},
		{"a unit of a text", tabular.Mapping{Units: map[string]string{"flow": "t"}}, `unit "t" of column flow: units differ: the column has no unit`},
		{"a unit beside its column", tabular.Mapping{Units: map[string]string{"value": "USD"}, Constants: map[string]string{"value.currency": "USD"}},
			`unit "USD" of column value: units differ: the table has a column of units too`},
		{"a unit in words", tabular.Mapping{Units: map[string]string{"value": "million USD"}}, `unit "million USD" of column value: malformed: want a number, a unit, or both`},
		{"a currency that is none", tabular.Mapping{Units: map[string]string{"value": "1000 US$"}}, `unit "1000 US$" of column value: currency "US$": malformed`},
		{"a factor of zero", tabular.Mapping{Units: map[string]string{"value": "0 USD"}}, `unit "0 USD" of column value: malformed: want a number, a unit, or both`},
		{"values of no column", tabular.Mapping{Values: map[string]map[string]string{"x": nil}}, "not reported: column x, of which the mapping has values"},
		{"the unit of no amount", tabular.Mapping{Constants: map[string]string{"quantity.unit": "t"}}, "not reported: column quantity, of which quantity.unit is the unit"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tabular.NewReader[lac.TradeRecord](strings.NewReader(header + "\n"))
			r.Mapping = tt.m
			if _, _, err := r.ReadAll(t.Context()); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestParseMappingRefuses(t *testing.T) {
	for _, text := range []string{
		``, `[]`, `{"colums": {}}`, `{} {}`, `{"decimal": ";"}`, `{"grouping": "."}`, `{"decimal": ",", "grouping": ","}`, `{"grouping": "_"}`,
		`{"dates": "02/01/06"}`, `{"comma": "ab"}`, `{"comma": "\""}`, `{"comma": "\n"}`, `{"columns": {"*": "note"}}`, `{"units": {"value": 1000}}`,
	} {
		if _, err := tabular.ParseMapping([]byte(text)); !errors.Is(err, lac.ErrSyntax) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
