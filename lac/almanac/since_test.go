package almanac_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// printed2026 is what the customs print of the region and of Brazil in 100 million yuan:
// both ways, exports, imports.
var printed2026 = []struct{ partner, period, turnover, exports, imports string }{
	{"419", "2025-01/2025-02", "5607.5", "3043.3", "2564.2"},
	{"BRA", "2025-01/2025-02", "1730.0", "741.8", "988.2"},
	{"419", "2026-03", "3112.3", "1565.0", "1547.3"},
	{"419", "2026-Q1", "9861.3", "5034.1", "4827.2"},
	{"BRA", "2026-03", "960.8", "423.6", "537.2"},
	{"BRA", "2026-Q1", "3179.4", "1324.3", "1855.1"},
}

// readSince has the totals of trade that were read after the facts were compiled.
func readSince(t *testing.T) []string {
	var out []string
	for _, p := range printed2026 {
		for flow, value := range map[string]string{"turnover": p.turnover, "export": p.exports, "import": p.imports} {
			out = append(out, published("trade", "", "CHN", p.partner, flow, period(t, p.period), lac.Equal, money(t, value, "e8 CNY")))
		}
	}
	for flow, value := range map[string]string{"export": "72.08", "import": "116.09", "turnover": "188.17"} { // Forum Macao
		out = append(out, published("trade", "", "CHN", "BRA", flow, lac.Year(2024), lac.Equal, money(t, value, "e9 USD")))
	}
	return append(out,
		published("trade", "", "CHN", "GUY", "turnover", lac.Year(2024), lac.Equal, "1400000000 USD"), // China's embassies
		published("trade", "", "CHN", "MEX", "turnover", lac.Year(2024), lac.Equal, "109400000000 USD"),
		published("trade", "", "CHN", "PER", "turnover", period(t, "2025-01/2025-07"), lac.Equal, "26682000000 USD"),
		published("trade", "", "CHN", "CHL", "turnover", lac.Year(2024), lac.Over, "57300000000 USD"),
		published("trade", "", "CHL", "CHN", "export", lac.Year(2024), lac.Equal, "37996000000 USD"), // Chile's customs
		published("trade", "", "CHL", "CHN", "import", lac.Year(2024), lac.Equal, "19325000000 USD"),
		published("trade", "", "BRA", "CHN", "turnover", lac.Year(2023), lac.Equal, "157500000000 USD"),
	)
}

// Exports and imports as printed add up to the turnover as printed, within a unit of the
// last digit, and a quarter holds its months.
func TestPrintedFlowsAddUp(t *testing.T) {
	for _, p := range printed2026 {
		sum := decimal.RequireFromString(p.exports).Add(decimal.RequireFromString(p.imports))
		if off := sum.Sub(decimal.RequireFromString(p.turnover)).Abs(); off.GreaterThan(decimal.RequireFromString("0.1")) {
			t.Errorf("%s in %s: off by %s", p.partner, p.period, off)
		}
	}
	for _, o := range [][2]int{{2, 3}, {4, 5}} {
		if month, quarter := printed2026[o[0]], printed2026[o[1]]; decimal.RequireFromString(month.turnover).GreaterThan(decimal.RequireFromString(quarter.turnover)) {
			t.Errorf("%s: more in %s than in %s", month.partner, month.period, quarter.period)
		}
	}
}
