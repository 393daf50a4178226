package lac

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
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

// A tradeWorld is what random trade records are drawn from: the fewer of each
// kind, the more of them meet.
type tradeWorld struct {
	sources    []string
	areas      []Area
	flows      []TradeFlow
	periods    []Period
	goods      []Commodity
	breakdowns []Breakdown
	currencies []Currency
	units      []Unit
	valuations bool // at random, not by flow
	evidence   []Evidence
	amounts    []string
}

func drawWorld(t *rapid.T) tradeWorld {
	w := tradeWorld{
		sources:    some(t, "sources", "a", "b"),
		areas:      some(t, "areas", China, areaOf("BRA"), areaOf("ARG"), areaOf("CHL"), areaOf("DEU"), areaOf("VEN"), CELAC, World, areaOf("005")),
		flows:      some(t, "flows", Export, Import, ReExport, ReImport, Turnover),
		periods:    some(t, "periods", Year(2021), Year(2022), Year(2023), Month(2022, 3), Years(2020, 2022), Year(2012)),
		goods:      some(t, "goods", AllGoods, AllServices, goodsOf("E1:SC"), goodsOf("H6:26"), goodsOf("H6:2603"), goodsOf("H6:01"), goodsOf("H5:26"), goodsOf("H6:0101")),
		breakdowns: append(some(t, "breakdowns", Breakdown{}, Breakdown{Customs: "C01"}, Breakdown{Customs: "C02"}, Breakdown{Transport: "2000"}, Breakdown{Transport: "2100"}, Breakdown{Partner2: areaOf("USA")}), Breakdown{}),
		currencies: []Currency{USD},
		units:      []Unit{"kg"},
		evidence:   []Evidence{Published},
		amounts:    some(t, "amounts", "1", "2.5", "0", "0.001", "9223372036854775807", "92233720368547758.07", "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001"),
	}
	// What is refused most is rare.
	if rapid.IntRange(0, 5).Draw(t, "mix") == 0 {
		w.currencies = some(t, "currencies", USD, CNY, Currency(0))
		w.units = some(t, "units", Unit("kg"), Unit("u"), Unit(""))
		w.valuations = rapid.Bool().Draw(t, "valuations")
		w.evidence = some(t, "evidence", Published, Derived, Unconfirmed)
	}
	return w
}

func some[T any](t *rapid.T, label string, of ...T) []T {
	n := rapid.IntRange(1, len(of)).Draw(t, label)
	return rapid.Permutation(of).Draw(t, label)[:n]
}

func areaOf(s string) Area {
	a, err := ParseArea(s)
	if err != nil {
		panic(err)
	}
	return a
}

func goodsOf(s string) Commodity {
	c, err := ParseCommodity(s)
	if err != nil {
		panic(err)
	}
	return c
}

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// records draws records: those that a plain world would give, and now and then
// one that says again what another says.
func (w tradeWorld) records(r *rand.Rand, n int) []TradeRecord {
	amount := func() decimal.Decimal { return decimal.RequireFromString(pick(r, w.amounts)) }
	var records []TradeRecord
	for i := range n {
		if len(records) > 0 && r.IntN(12) == 0 {
			again := pick(r, records)
			again.ID = fmt.Sprint(again.Source, "#", i)
			records = append(records, again)
			continue
		}
		t := TradeRecord{
			Source: pick(r, w.sources), Reporter: pick(r, w.areas), Partner: pick(r, w.areas), Flow: pick(r, w.flows),
			Period: pick(r, w.periods), Commodity: pick(r, w.goods), Breakdown: pick(r, w.breakdowns), Evidence: pick(r, w.evidence),
		}
		t.ID = fmt.Sprint(t.Source, "#", i)
		if r.IntN(10) == 0 {
			t.ID = fmt.Sprint("row ", i)
		}
		if c := pick(r, w.currencies); c != 0 && r.IntN(10) > 0 {
			t.Value, _ = NewMoney(amount(), c)
			t.Valuation = FOB
			if t.Flow == Import {
				t.Valuation = CIF
			}
		}
		if w.valuations {
			t.Valuation = pick(r, []Valuation{FOB, CIF, NotStated})
		}
		if r.IntN(4) > 0 {
			t.NetWeight, _ = NewQuantity(amount(), UnitKilograms)
		}
		if u := pick(r, w.units); u != "" && r.IntN(4) > 0 {
			t.Quantity, _ = NewQuantity(amount(), u)
		}
		records = append(records, t)
	}
	return records
}

func (w tradeWorld) query(t *rapid.T) (TradeQuery, []Dimension) {
	var q TradeQuery
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "query"), 0))
	one := func() bool { return r.IntN(3) == 0 }
	if one() {
		q.Source = pick(r, w.sources)
	}
	if one() {
		q.Reporter = pick(r, append(w.areas, CELAC))
	}
	if one() {
		q.Partner = pick(r, append(w.areas, CELAC, World))
	}
	if one() {
		q.Flow = pick(r, w.flows)
	}
	if one() {
		q.Period = pick(r, append(w.periods, Years(2021, 2023)))
	}
	if one() {
		q.Commodity = pick(r, append(w.goods, AllGoods, AllServices, goodsOf("H6:26")))
	}
	if one() {
		q.On = DateOf(2022, 1, 1)
	}
	q.AsPublished = one()
	q.Figure = pick(r, []Figure{FigureValue, FigureValue, FigureNetWeight, FigureQuantity})
	var by []Dimension
	for dim := ByReporter; dim <= BySource; dim++ {
		if r.IntN(5) < 2 {
			by = append(by, dim)
		}
	}
	return q, by
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

// TestStreamIsTotals holds a stream of records in any order against a dataset of
// them: it gives the same totals, and refuses the same records for the same
// reason.
func TestStreamIsTotals(t *testing.T) {
	outcomes := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		data := datasetOf(t, records, r)
		r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		for range 4 {
			q, by := w.query(t)
			figure := rapid.SampledFrom([]Figure{FigureValue, FigureNetWeight, FigureQuantity}).Draw(t, "figure")
			s := NewTradeStream(q, by...).Also(figure)
			appendAll(t, s, records)
			for _, q.Figure = range []Figure{q.Figure, figure} {
				want, wantErr := data.Totals(q, by...)
				got, err := s.TotalsOf(q.Figure)
				if fmt.Sprint(err) != fmt.Sprint(wantErr) {
					t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
				}
				if !got.Equal(want) {
					t.Fatalf("%+v by %v: the stream's totals differ", q, by)
				}
				var unsafe *UnsafeSumError
				if errors.As(err, &unsafe) {
					outcomes[string(unsafe.Guard)]++
					continue
				}
				outcomes["added"]++
				for k := range want.All() {
					a, _ := got.Coverage(k, "")
					if b, _ := want.Coverage(k, ""); !reflect.DeepEqual(a, b) {
						t.Fatalf("%+v by %v: the stream's total covers %+v, want %+v", q, by, a, b)
					}
				}
			}
		}
	})
	t.Log(outcomes)
	if outcomes["added"] == 0 || len(outcomes) < 6 && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

func appendAll(t *rapid.T, s *TradeStream, records []TradeRecord) {
	for _, record := range records {
		if err := s.Append(record); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStreamForgets holds a stream that forgets rows against a dataset: it gives
// the same totals and refusals, or says that a row came twice, far apart.
func TestStreamForgets(t *testing.T) {
	same, refused, lost, forgot := 0, 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		records := w.records(r, rapid.IntRange(0, 60).Draw(t, "n"))
		data := datasetOf(t, records, r)
		order := rapid.SampledFrom([]string{"sorted", "lines", "codes", "any"}).Draw(t, "order")
		switch order {
		case "sorted":
			slices.SortFunc(records, func(a, b TradeRecord) int { return compareTrade(&a, &b) })
		case "lines": // in any order within them
			r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
			slices.SortStableFunc(records, func(a, b TradeRecord) int {
				a.Commodity, a.Breakdown, a.ID = b.Commodity, b.Breakdown, b.ID
				return compareTrade(&a, &b)
			})
		case "codes": // all lines of one code, then those of the next
			slices.SortFunc(records, func(a, b TradeRecord) int {
				return cmp.Or(a.Commodity.Compare(b.Commodity), compareTrade(&a, &b))
			})
		case "any":
			r.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		}
		if rapid.Bool().Draw(t, "once") {
			met := map[TradeRecord]bool{}
			records = slices.DeleteFunc(records, func(r TradeRecord) bool {
				k := TradeRecord{Flow: r.Flow, Reporter: r.Reporter, Partner: r.Partner, Source: r.Source, Period: r.Period, Commodity: r.Commodity, Breakdown: r.Breakdown}
				again := met[k]
				met[k] = true
				return again
			})
			data = datasetOf(t, records, r)
		}
		if n := len(records); n > 0 && rapid.Bool().Draw(t, "late") {
			i := r.IntN(n)
			late := records[i]
			records = append(slices.Delete(slices.Clone(records), i, i+1), late)
		}
		for range 4 {
			q, by := w.query(t)
			figure := rapid.SampledFrom([]Figure{FigureValue, FigureNetWeight, FigureQuantity}).Draw(t, "figure")
			s := NewTradeStream(q, by...).Also(figure)
			s.rows.Keep(rapid.IntRange(1, 40).Draw(t, "keep"), rapid.IntRange(1, 20).Draw(t, "stretch"))
			ask := r.IntN(2 * (len(records) + 1))
			for i, record := range records {
				if err := s.Append(record); err != nil {
					t.Fatal(err)
				}
				if i == ask {
					s.Totals() // changes nothing
				}
			}
			if s.rows.Forgot() {
				forgot++
			}
			for _, q.Figure = range []Figure{q.Figure, figure} {
				want, wantErr := data.Totals(q, by...)
				got, err := s.TotalsOf(q.Figure)
				switch {
				case fmt.Sprint(err) == fmt.Sprint(wantErr) && err != nil:
					refused++
				case err == nil && wantErr == nil:
					if !got.Equal(want) {
						t.Fatalf("%+v by %v: the stream's totals differ", q, by)
					}
					for k := range want.All() {
						a, _ := got.Coverage(k, "")
						if b, _ := want.Coverage(k, ""); !reflect.DeepEqual(a, b) {
							t.Fatalf("%+v by %v: the stream's total covers %+v, want %+v", q, by, a, b)
						}
					}
					same++
				case err != nil && strings.Contains(err.Error(), "far apart") && isRepeated(records, err):
					lost++
				default:
					t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
				}
			}
		}
	})
	t.Logf("%d the same, %d refused, %d lost, of %d that forgot", same, refused, lost, forgot)
	if same == 0 || (refused == 0 || forgot == 0) && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

// isRepeated reports whether both records that an error names are of one figure.
func isRepeated(records []TradeRecord, err error) bool {
	var unsafe *UnsafeSumError
	if !errors.As(err, &unsafe) {
		return false
	}
	find := func(id string) TradeRecord {
		return records[slices.IndexFunc(records, func(r TradeRecord) bool { return r.ID == id })]
	}
	a, b := find(unsafe.Records[0]), find(unsafe.Records[1])
	return sameLine(lineOf(&a), lineOf(&b)) && a.Commodity == b.Commodity && a.Breakdown == b.Breakdown
}
