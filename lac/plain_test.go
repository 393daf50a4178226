package lac

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A plainCell is what one key's total rests on.
type plainCell struct {
	key   TradeKey
	rows  []*TradeRecord
	kept  []*TradeRecord
	total TradeTotal
}

// plainTotals is [Dataset.Totals] as it is defined: record by record, without
// columns. Totals must give the same, errors included.
func plainTotals(records []TradeRecord, q TradeQuery, by ...Dimension) ([]*plainCell, error) {
	index := map[TradeKey]*plainCell{}
	reporters, partners := newAreaFilter(q.Reporter, q), newAreaFilter(q.Partner, q)
	for _, r := range records {
		if q.Source != "" && q.Source != r.Source || q.Flow != "" && q.Flow != r.Flow ||
			!q.Period.IsZero() && !q.Period.Contains(r.Period) || !cmp.Or(q.Commodity, AllGoods).Contains(r.Commodity) {
			continue
		}
		reporter, partner := reporters.match(r.Reporter, r.Period), partners.match(r.Partner, r.Period)
		if reporter == areaOutside || partner == areaOutside {
			continue
		}
		k := plainKey(&r, by)
		c := index[k]
		if c == nil {
			c = &plainCell{key: k}
			index[k] = c
		}
		switch {
		case r.Evidence == Unconfirmed:
			c.exclude(&r, GuardUnconfirmed)
		case reporter == areaOwnRow || partner == areaOwnRow:
			c.exclude(&r, GuardRegion)
		default:
			c.rows = append(c.rows, &r)
		}
	}
	var cells []*plainCell
	for _, c := range index {
		cells = append(cells, c)
	}
	slices.SortFunc(cells, func(a, b *plainCell) int { return a.key.Compare(b.key) })
	for _, c := range cells {
		if err := c.add(q, slices.Contains(by, ByCommodity)); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

func (c *plainCell) exclude(r *TradeRecord, g Guard) {
	t := c.total.flow(r.Flow)
	if t.excluded == nil {
		t.excluded = map[Guard]int{}
	}
	t.excluded[g]++
}

func (c *plainCell) add(q TradeQuery, byCommodity bool) error {
	wanted := cmp.Or(q.Commodity, AllGoods)
	if byCommodity {
		wanted = 0
	}
	slices.SortFunc(c.rows, compareTrade)
	var kept []*TradeRecord
	var lines []line
	for rows := range runs(c.rows, func(a, b *TradeRecord) bool { return sameLine(lineOf(a), lineOf(b)) }) {
		rows, err := guardLine(rows, wanted, c.exclude)
		if err != nil {
			return err
		}
		kept = append(kept, rows...)
		lines = append(lines, lineOf(rows[0]))
	}
	var units unitGuard
	for _, r := range kept {
		if err := units.check(r, q.Figure); err != nil {
			return err
		}
	}
	if err := guardLines(lines); err != nil {
		return err
	}
	c.kept = kept
	for _, r := range kept {
		if err := c.total.flow(r.Flow).add(q.Figure.of(r)); err != nil {
			return err
		}
	}
	return nil
}

func plainKey(r *TradeRecord, by []Dimension) TradeKey {
	var k TradeKey
	for _, dim := range by {
		switch dim {
		case ByReporter:
			k.Reporter = r.Reporter
		case ByPartner:
			k.Partner = r.Partner
		case ByFlow:
			k.Flow = r.Flow
		case ByPeriod:
			k.Period = r.Period
		case ByYear:
			k.Period = r.Period
			if y := Year(r.Period.Last().Year()); y.Contains(r.Period) {
				k.Period = y
			}
		case ByCommodity:
			k.Commodity = r.Commodity
		case BySource:
			k.Source = r.Source
		}
	}
	return k
}

// TestTotalsArePlain holds Totals against their definition, on tables whose
// rows came in any order and any division.
func TestTotalsArePlain(t *testing.T) {
	outcomes := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		data := datasetOf(t, records, r)
		records = slices.Collect(data.Trade())
		for range 4 {
			q, by := w.query(t)
			want, wantErr := plainTotals(records, q, by...)
			got, err := data.Totals(q, by...)
			if fmt.Sprint(err) != fmt.Sprint(wantErr) {
				t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
			}
			var unsafe *UnsafeSumError
			if errors.As(err, &unsafe) {
				outcomes[string(unsafe.Guard)]++
				continue
			}
			compareTotals(t, got, want)
			compareCoverage(t, got, want, q, slices.Contains(by, ByCommodity))
			for _, c := range want {
				for _, total := range []Total{c.total.Exports, c.total.Imports} {
					for g := range total.Excluded() {
						outcomes["left out: "+string(g)]++
					}
				}
			}
			if len(by) == 0 {
				kept, err := data.Select(q)
				n := 0
				if len(want) > 0 {
					for _, f := range []TradeFlow{Export, Import, ReExport, ReImport, Turnover} {
						n += want[0].total.Flow(f).Records + want[0].total.Flow(f).Missing
					}
				}
				if err != nil || len(kept) != n {
					t.Fatalf("%+v: selected %d records, want %d: %v", q, len(kept), n, err)
				}
			}
			outcomes["added"]++
		}
	})
	t.Log(outcomes)
	if outcomes["added"] == 0 || len(outcomes) < 8 && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

func compareTotals(t *rapid.T, got TradeTotals, want []*plainCell) {
	i := 0
	for k, total := range got.All() {
		if i == len(want) || k != want[i].key {
			t.Fatalf("got key %+v at place %d of %d", k, i, len(want))
		}
		for _, f := range []TradeFlow{Export, Import, ReExport, ReImport, Turnover} {
			if g, w := total.Flow(f), want[i].total.Flow(f); !g.Equal(w) {
				t.Fatalf("%+v %s: got %v %v, want %v %v", k, f, g, g.excluded, w, w.excluded)
			}
		}
		if again, ok := got.Get(k); !ok || !again.Exports.Equal(total.Exports) {
			t.Fatalf("Get(%+v) differs", k)
		}
		i++
	}
	if i != len(want) || got.Len() != i {
		t.Fatalf("got %d keys, Len %d, want %d", i, got.Len(), len(want))
	}
}

// compareCoverage holds the coverage of totals against the records behind them.
func compareCoverage(t *rapid.T, got TradeTotals, want []*plainCell, q TradeQuery, byCommodity bool) {
	for _, c := range want {
		for _, f := range []TradeFlow{"", Export, Import} {
			reporters, partners := map[Area]bool{}, map[Area]bool{}
			allGoods, inParts := true, false
			for _, r := range c.kept {
				if f == "" || r.Flow == f {
					reporters[r.Reporter], partners[r.Partner] = true, true
					allGoods = allGoods && (byCommodity || r.Commodity == cmp.Or(q.Commodity, AllGoods))
					inParts = inParts || r.Breakdown != Breakdown{}
				}
			}
			cover, ok := got.Coverage(c.key, f)
			if ok != (len(reporters) > 0) {
				t.Fatalf("%+v %s: coverage %t of %d reporters", c.key, f, ok, len(reporters))
			}
			if !ok {
				continue
			}
			present := func(members map[Area][]Period) map[Area]bool {
				areas := map[Area]bool{}
				for a, periods := range members {
					if len(periods) > 0 {
						areas[a] = true
					}
				}
				return areas
			}
			if !maps.Equal(present(cover.Reporters), reporters) || !maps.Equal(present(cover.Partners), partners) {
				t.Fatalf("%+v %s: covers %v and %v, want %v and %v", c.key, f, cover.Reporters, cover.Partners, reporters, partners)
			}
			if cover.AllGoods != allGoods || cover.InParts != inParts {
				t.Fatalf("%+v %s: all goods %t, in parts %t; want %t, %t", c.key, f, cover.AllGoods, cover.InParts, allGoods, inParts)
			}
		}
	}
}

// datasetOf puts records, in random order, partly into a table of random blocks.
func datasetOf(t *rapid.T, records []TradeRecord, r *rand.Rand) *Dataset {
	records = slices.Clone(records)
	r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
	// Two tables, of which one may be all, and a slice.
	cuts := []int{r.IntN(len(records) + 1), r.IntN(len(records) + 1)}
	if r.IntN(3) == 0 {
		cuts = []int{len(records), len(records)}
	}
	slices.Sort(cuts)
	bundles := []Records{{TradeTable: &TradeTable{}}, {TradeTable: &TradeTable{}}, {Trade: records[cuts[1]:]}}
	for _, id := range []string{"a", "b"} {
		bundles[0].Sources = append(bundles[0].Sources, Source{ID: id, Publisher: "P", Title: "T", Basis: "B", URL: "https://example.org/"})
	}
	for i, record := range records[:cuts[1]] {
		table := bundles[0].TradeTable
		if i >= cuts[0] {
			table = bundles[1].TradeTable
		}
		if err := table.Append(record); err != nil {
			t.Fatal(err)
		}
		if r.IntN(8) == 0 {
			table.rows.Seal()
		}
	}
	data, err := NewDataset(bundles...)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(records, func(a, b TradeRecord) int { return compareID(a.ID, b.ID) })
	if got := slices.Collect(data.Trade()); !slices.Equal(got, records) {
		t.Fatalf("a dataset has the records\n%+v, want\n%+v", got, records)
	}
	return data
}
