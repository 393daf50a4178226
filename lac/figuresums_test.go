package lac_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac"
)

// TestSumsOfEveryFigure holds weights and quantities of a dataset, a stream, and one
// that forgets to hand work. Row i of 40 weighs i+1 kilograms; the odd ones count i+1
// items, the even ones 2 × (i+1) pairs; every tenth says nothing of either; and row 3
// comes twice.
func TestSumsOfEveryFigure(t *testing.T) {
	const n = 40
	var lines []string
	var at []int
	for i := range n {
		partner := []string{"BRA", "CHL", "PER", "ARG"}[i%4]
		line := fmt.Sprintf("comtrade CHN %s import %d H6:%04d %d USD cif", partner, 2000+i/4, 2601+i%4, i)
		lines, at = append(lines, line), append(at, i)
		if i == 3 {
			lines, at = append(lines, line), append(at, i)
		}
	}
	bundle := records(lines...)
	for k, i := range at {
		if r := &bundle.Trade[k]; i%10 != 9 {
			r.NetWeight = lac.QuantityOf(int64(i+1), lac.UnitKilograms)
			if r.Quantity = lac.QuantityOf(int64(i+1), "items"); i%2 == 0 {
				r.Quantity = lac.QuantityOf(int64(2*(i+1)), "pairs")
			}
		}
	}
	data := must(lac.NewDataset(bundle))
	for _, tt := range []struct {
		figure lac.Figure
		by     []lac.Dimension
		want   map[string]string // by key
	}{
		// 1 + … + 40 is 820; rows 9, 19, 29 and 39 would weigh 100 of it.
		{lac.FigureNetWeight, nil, map[string]string{"": "720 kg (36 records, 4 missing), 1 repeated"}},
		{lac.FigureValue, nil, map[string]string{"": "780 USD (40 records, 0 missing), 1 repeated"}},
		// Rows i, i+4, …: Brazil has 10 rows from 1 to 37 kg, which are 190, and so on; 10, 20, 30 and 40 kg are not said.
		{lac.FigureNetWeight, []lac.Dimension{lac.ByPartner}, map[string]string{
			"BRA": "190 kg (10 records, 0 missing)", "CHL": "160 kg (8 records, 2 missing)",
			"PER": "210 kg (10 records, 0 missing)", "ARG": "160 kg (8 records, 2 missing), 1 repeated"}},
		// Even rows go to Brazil and Peru: 2 × 190 and 2 × 210 pairs.
		{lac.FigureQuantity, []lac.Dimension{lac.ByPartner}, map[string]string{
			"BRA": "380 pairs (10 records, 0 missing)", "CHL": "160 items (8 records, 2 missing)",
			"PER": "420 pairs (10 records, 0 missing)", "ARG": "160 items (8 records, 2 missing), 1 repeated"}},
		{lac.FigureQuantity, []lac.Dimension{lac.ByCommodity}, map[string]string{
			"H6:2601": "380 pairs (10 records, 0 missing)", "H6:2602": "160 items (8 records, 2 missing)",
			"H6:2603": "420 pairs (10 records, 0 missing)", "H6:2604": "160 items (8 records, 2 missing), 1 repeated"}},
	} {
		q := lac.TradeQuery{Figure: tt.figure}
		all := map[string]lac.TradeTotals{"a dataset": must(data.Totals(q, tt.by...))}
		for name, s := range map[string]*lac.TradeStream{"a stream": lac.NewTradeStream(q, tt.by...), "a stream of few": lac.StreamOfFew(q, tt.by...)} {
			for _, r := range bundle.Trade {
				if err := s.Append(r); err != nil {
					t.Fatal(err)
				}
			}
			all[name] = must(s.Totals())
		}
		for name, totals := range all {
			got := map[string]string{}
			for k, total := range totals.All() {
				key := k.Partner.String() + k.Commodity.String()
				got[key] = total.Flow(lac.Import).String()
				for g, n := range total.Flow(lac.Import).Excluded() {
					if g != lac.GuardDuplicate {
						t.Errorf("%s leaves out %d: %s", name, n, g)
					}
					got[key] += fmt.Sprintf(", %d repeated", n)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("figure %v by %v of %s (-want +got):\n%s", tt.figure, tt.by, name, diff)
			}
		}
	}
}
