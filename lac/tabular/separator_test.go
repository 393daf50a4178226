package tabular_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A first line may say what separates cells. It is a line of the file.
func TestALineThatSaysTheSeparator(t *testing.T) {
	for _, says := range []string{"sep=;\n", "\ufeffSEP=;\r\n", "\"sep=;\"\n"} {
		r := tabular.NewReader[lac.TradeRecord](strings.NewReader(says + "reporter;partner;flow;period;commodity;value\nPER;CHN;export;2022;TOTAL;1.234,50 USD\nPER;CHN;sale;2022;TOTAL;1\n"))
		r.Source, r.Mapping = "own", tabular.Mapping{Decimal: ",", Grouping: "."}
		records, rejected, err := r.ReadAll(t.Context())
		if err != nil || len(records) != 1 || len(rejected) != 1 || records[0].Value.String() != "1234.5 USD" || rejected[0].Line != 4 {
			t.Errorf("%q: %v, %v, %v", says, records, rejected, err)
		}
	}
}
