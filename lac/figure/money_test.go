package figure_test

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
)

// spelled writes the figures of a text that count or measure as "span=value unit",
// with the unit of money, shares and multiples alone.
func spelled(text string, figures []figure.Figure) []string {
	var out []string
	for _, f := range figures {
		if f.Role != "" || f.Stated.Vague != "" || f.Kind == figure.KindOrdinal || !f.Stated.Value.IsReported() {
			continue
		}
		s := f.Core.Of(text) + "=" + f.Stated.Value.Amount().String()
		if f.Kind == figure.KindRange {
			s += ".." + f.Stated.High.Amount().String()
		}
		r := figure.Rows(text, []figure.Figure{f})
		if u := string(f.Stated.Value.Unit()); r[0].Unit != "" {
			s += " " + r[0].Unit
		} else if f.Kind == figure.KindNumber && u == "times" {
			s += " times"
		}
		out = append(out, s)
	}
	return out
}

// Sums of money and percentages by span and value, in every language.
func TestMoneyAndPercent(t *testing.T) {
	for _, row := range moneyRows(t) {
		if got := strings.Join(spelled(row.text, checkFigures(t, row.text, row.lang)), " | "); got != row.want {
			t.Errorf("%v %s\n got %s\nwant %s", row.lang, row.text, got, row.want)
		}
	}
}

type moneyRow struct {
	lang       language.Tag
	text, want string
}

func moneyRows(t *testing.T) []moneyRow {
	data, err := os.ReadFile("testdata/money.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows []moneyRow
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			t.Fatalf("%q: not three columns", line)
		}
		rows = append(rows, moneyRow{language.MustParse(cells[0]), cells[1], cells[2]})
	}
	return rows
}
