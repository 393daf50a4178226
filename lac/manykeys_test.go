package lac_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac"
)

// TestManyKeysOfFewRows holds sums of which most goods come under few of the keys: in
// month i there is good i alone, and its sum is 3 × (i+1).
func TestManyKeysOfFewRows(t *testing.T) {
	const months = 300 // and as many goods: more places than there is room for
	var lines []string
	want := map[string]string{}
	for i := range months {
		when, good := fmt.Sprintf("%d-%02d", 2000+i/12, 1+i%12), fmt.Sprintf("H6:%06d", 260000+i)
		row := func(partner string, value string) {
			lines = append(lines, fmt.Sprintf("comtrade CHN %s import %s %s %s cif", partner, when, good, value))
		}
		total := fmt.Sprintf("%d USD (2 records, %%d missing)", 3*(i+1))
		missing := 0
		row("BRA", fmt.Sprintf("%d.%d USD", i, i%10))
		if i%5 == 1 {
			row("BRA", fmt.Sprintf("%d.%d USD", i, i%10))
		}
		row("CHL", fmt.Sprintf("%d.%d USD", 2*i+2, 10-i%10))
		if i%10 == 0 { // 0 and 10 cents, not 10 of 10
			row("PER", "- -")
			missing++
			total = fmt.Sprintf("%d.1 USD (2 records, %%d missing)", 3*i+2)
		}
		if i%5 == 1 {
			total += ", one repeated"
		}
		want[when+" "+good] = fmt.Sprintf(total, missing)
	}
	bundle := records(lines...)
	data := must(lac.NewDataset(bundle))
	by := []lac.Dimension{lac.ByPeriod, lac.ByCommodity}
	streams := map[string]*lac.TradeStream{"a stream": lac.NewTradeStream(lac.TradeQuery{}, by...), "a stream of few": lac.StreamOfFew(lac.TradeQuery{}, by...)}
	all := map[string]lac.TradeTotals{"a dataset": must(data.Totals(lac.TradeQuery{}, by...))}
	for name, s := range streams {
		for _, r := range bundle.Trade {
			if err := s.Append(r); err != nil {
				t.Fatal(err)
			}
		}
		all[name] = must(s.Totals())
	}
	for name, totals := range all {
		got := map[string]string{}
		last := ""
		for k, total := range totals.All() {
			key := k.Period.String() + " " + k.Commodity.String()
			if key <= last {
				t.Errorf("%s: %s comes after %s", name, key, last)
			}
			last = key
			imports := total.Flow(lac.Import)
			got[key] = imports.String()
			for g, n := range imports.Excluded() {
				if g != lac.GuardDuplicate || n != 1 {
					t.Errorf("%s: %s leaves out %d: %s", name, key, n, g)
				}
				got[key] += ", one repeated"
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
