package tabular_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func mapped(t *testing.T, text string, m tabular.Mapping) ([]lac.TradeRecord, []*lac.RowError, error) {
	t.Helper()
	r := tabular.NewReader[lac.TradeRecord](strings.NewReader(text))
	r.Source, r.Mapping = "s", m
	return r.ReadAll(t.Context())
}

// Two ports that shipped as much are two records, and sums have both.
func TestAColumnThatIsLeftOutTellsRowsApart(t *testing.T) {
	text := "period,reporter,partner,flow,commodity,port,value,value.currency\n" +
		"2023-02,BRA,CHN,export,H6:260111,A,100,USD\n2023-02,BRA,CHN,export,H6:260111,B,100,USD\n"
	records, rejected, err := mapped(t, text, tabular.Mapping{Columns: map[string]string{"port": "-"}})
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "p", Title: "t", Basis: "b"}}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	totals, err := data.Totals(lac.TradeQuery{})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	if m, err := total.Exports.Money(); err != nil || m.String() != "200 USD" {
		t.Errorf("%v, %v", m, err)
	}
}

func TestAPeriodInTwoColumnsAndTheEditionOfBareCodes(t *testing.T) {
	text := "ano,mes,reporter,partner,flow,commodity,value,value.currency\n" +
		"2023,2,BRA,CHN,export,2601,100,USD\n2023,,BRA,CHN,export,TOTAL,7,USD\n2023,13,BRA,CHN,export,2601,1,USD\n23,1,BRA,CHN,export,2601,1,USD\n2023,1,BRA,CHN,export,H5:2601,1,USD\n"
	m := tabular.Mapping{Columns: map[string]string{"ano": "period.year", "mes": "period.month"}, Edition: "H6"}
	records, rejected, err := mapped(t, text, m)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range records {
		got = append(got, fmt.Sprint(r.Period, " ", r.Commodity))
	}
	for _, e := range rejected {
		got = append(got, e.Error())
	}
	want := []string{
		"2023-02 H6:2601", "2023 TOTAL", "2023-01 H5:2601",
		`table:4:1: field ano "2023": out of range: month "13": want one from 1 to 12`,
		`table:5:1: field ano "23": malformed: want a year`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	m.Columns = map[string]string{"ano": "period.year", "mes": "-"}
	if _, _, err := mapped(t, text, m); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a year without a month: %v", err)
	}
	m.Edition = "H9"
	if _, _, err := mapped(t, text, m); !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("no such edition: %v", err)
	}
}
