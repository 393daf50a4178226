package lac_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac"
	"pgregory.net/rapid"
)

// A guardTest is a sum of trade that a guard refuses, or leaves something out of.
type guardTest struct {
	rule     string
	query    lac.TradeQuery
	rows     []string
	refused  lac.Guard         // why the sum is refused, or
	want     map[string]string // the sum of each flow, and
	excluded map[lac.Guard]int // what was left out of all flows together
}

var guardTests = slices.Concat(guardsOfValues, guardsOfLines)

func TestGuards(t *testing.T) {
	for _, tt := range guardTests {
		t.Run(tt.rule, func(t *testing.T) {
			d, err := lac.NewDataset(records(tt.rows...))
			if err != nil {
				t.Fatal(err)
			}
			totals, err := d.Totals(tt.query)
			if tt.refused != "" {
				var unsafe *lac.UnsafeSumError
				if !errors.As(err, &unsafe) || unsafe.Guard != tt.refused || !errors.Is(err, lac.ErrUnsafeSum) {
					t.Fatalf("got %v, %v; want it refused: %s", totals, err, tt.refused)
				}
				if len(unsafe.Records) != 2 || d.Record(unsafe.Records[0]) == nil || d.Record(unsafe.Records[1]) == nil || unsafe.Records[0] == unsafe.Records[1] {
					t.Errorf("the error names records %q", unsafe.Records)
				}
				if tt.refused == lac.GuardCurrency && !errors.Is(err, lac.ErrCurrencyMismatch) {
					t.Errorf("%v is not ErrCurrencyMismatch", err)
				}
				if totals.Len() != 0 {
					t.Errorf("totals beside the error: %v", totals)
				}
				if kept, err := d.Select(tt.query); err == nil {
					t.Errorf("Select gives %v", kept)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, _ := totals.Get(lac.TradeKey{})
			sums, excluded, counted := map[string]string{}, map[lac.Guard]int{}, 0
			for _, f := range []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover} {
				if m, err := got.Flow(f).Money(); err == nil {
					sums[string(f)] = m.String()
				}
				for g, n := range got.Flow(f).Excluded() {
					excluded[g] += n
				}
				counted += got.Flow(f).Records + got.Flow(f).Missing
			}
			if diff := cmp.Diff(tt.want, sums); diff != "" {
				t.Errorf("sums (-want +got):\n%s", diff)
			}
			if !maps.Equal(tt.excluded, excluded) {
				t.Errorf("left out %v, want %v", excluded, tt.excluded)
			}
			kept, err := d.Select(tt.query)
			if err != nil || len(kept) != counted {
				t.Errorf("Select gives %d records, %v; the totals count %d", len(kept), err, counted)
			}
		})
	}
}

func TestEveryTradeGuardIsTested(t *testing.T) {
	tested := map[lac.Guard]bool{}
	for _, tt := range guardTests {
		tested[tt.refused] = true
		for g := range tt.excluded {
			tested[g] = true
		}
	}
	for _, g := range []lac.Guard{
		lac.GuardCurrency, lac.GuardValuation, lac.GuardRegion, lac.GuardBreakdown, lac.GuardCommodity,
		lac.GuardBooks, lac.GuardSources, lac.GuardPeriod, lac.GuardDuplicate, lac.GuardUnconfirmed,
	} {
		if !tested[g] {
			t.Errorf("no test for %s", g)
		}
	}
}

// TestGuardsDoNotDependOnOrder: whatever order the records come in, the totals
// are the same, and what is refused is refused in the same words.
func TestGuardsDoNotDependOnOrder(t *testing.T) {
	for _, tt := range guardTests {
		bundle := records(tt.rows...)
		// Without Trade and Sources apart, the bundle's order is the rows'.
		first, firstErr := must(lac.NewDataset(bundle)).Totals(tt.query)
		rapid.Check(t, func(t *rapid.T) {
			shuffled := lac.Records{Sources: bundle.Sources, Trade: rapid.Permutation(bundle.Trade).Draw(t, "order")}
			got, err := must(lac.NewDataset(shuffled)).Totals(tt.query)
			if fmt.Sprint(err) != fmt.Sprint(firstErr) {
				t.Fatalf("%s: %v, then %v", tt.rule, firstErr, err)
			}
			if diff := cmp.Diff(maps.Collect(first.All()), maps.Collect(got.All())); diff != "" {
				t.Fatalf("%s:\n%s", tt.rule, diff)
			}
		})
	}
}

// TestGuardsOfStreams: a stream that forgets its rows says what a dataset does, in
// whatever order they come, or that it has forgotten what it would have to know.
func TestGuardsOfStreams(t *testing.T) {
	for _, tt := range guardTests {
		data := must(lac.NewDataset(records(tt.rows...)))
		want, wantErr := data.Totals(tt.query)
		sorted := slices.Collect(data.Trade())
		backwards := slices.Clone(sorted)
		slices.Reverse(backwards)
		for order, rows := range map[string][]lac.TradeRecord{"sorted": sorted, "backwards": backwards, "as given": records(tt.rows...).Trade} {
			for together := range 7 {
				s := lac.StreamOfBlocks(together, tt.query)
				for _, r := range rows {
					if err := s.Append(r); err != nil {
						t.Fatal(err)
					}
				}
				got, err := s.Totals()
				if fmt.Sprint(err) != fmt.Sprint(wantErr) {
					t.Errorf("%s, %s, %d together: %v, want %v", tt.rule, order, together, err, wantErr)
				}
				if diff := cmp.Diff(maps.Collect(want.All()), maps.Collect(got.All())); diff != "" {
					t.Errorf("%s, %s, %d together:\n%s", tt.rule, order, together, diff)
				}
			}
		}
	}
}

// What comes again when a stream has forgotten it is refused, and both records are
// named.
func TestStreamsSayWhatTheyForgot(t *testing.T) {
	rows := records(
		"comtrade CHN PER import 2022 H6:26 5 USD cif",
		"comtrade CHN CHL import 2022 H6:26 20 USD cif",
		"comtrade CHN CHL import 2022 H6:74 13 USD cif",
		"comtrade CHN BRA import 2022 H6:26 7 USD cif",
		"comtrade CHN CHL import 2022 H6:26 20 USD cif",
	).Trade
	for _, by := range [][]lac.Dimension{nil, {lac.ByCommodity}, {lac.ByPartner}} {
		s := lac.StreamOfFew(lac.TradeQuery{}, by...)
		for _, r := range rows {
			if err := s.Append(r); err != nil {
				t.Fatal(err)
			}
		}
		totals, err := s.Totals()
		var unsafe *lac.UnsafeSumError
		if !errors.As(err, &unsafe) || unsafe.Guard != lac.GuardDuplicate || unsafe.Remedy == "" || !slices.Equal(unsafe.Records, []string{"comtrade-0002", "comtrade-0005"}) {
			t.Errorf("by %v: %v, %v", by, totals, err)
		}
	}
}
