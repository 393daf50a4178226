package lac

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sumKey is what the records that one stands for have in common.
type sumKey struct {
	line          tradeLine
	currency      Currency
	valuation     Valuation
	breakdown     Breakdown
	evidence      Evidence
	level         commodityLevel
	exact         bool
	value, weight bool
	unit          Unit
	commodity     Commodity // by commodity
	cut           int       // sums that would not fit are cut
}

// addUp adds records up as a database would. It returns the sums, in any order, and
// the records whose commodity comes again in their line.
func addUp(records []TradeRecord, q TradeQuery, by []Dimension, r *rand.Rand) (sums map[sumKey]TradeRecord, counts map[sumKey]int, again []TradeRecord) {
	type lineCommodity struct {
		line tradeLine
		c    Commodity
	}
	lineOf := func(r *TradeRecord) tradeLine {
		return tradeLine{r.Source, r.Reporter, r.Partner, r.Flow, r.Period}
	}
	times := map[lineCommodity]int{}
	for _, r := range records {
		if r.Evidence != Unconfirmed {
			times[lineCommodity{lineOf(&r), r.Commodity}]++
		}
	}
	sums, counts = map[sumKey]TradeRecord{}, map[sumKey]int{}
	for _, rec := range records {
		if rec.Evidence != Unconfirmed && times[lineCommodity{lineOf(&rec), rec.Commodity}] > 1 {
			again = append(again, rec)
			continue
		}
		if !wantedCommodity(q).Contains(rec.Commodity) {
			continue
		}
		k := sumKey{line: lineOf(&rec), currency: rec.Value.currency, valuation: rec.Valuation, breakdown: rec.Breakdown, evidence: rec.Evidence,
			level: rec.Commodity.level(), exact: rec.Commodity == wantedCommodity(q), value: rec.Value.IsReported(), weight: rec.NetWeight.IsReported(), unit: rec.Quantity.unit}
		if slices.Contains(by, ByCommodity) {
			k.commodity = rec.Commodity
		}
		for {
			old, ok := sums[k]
			if !ok {
				sums[k], counts[k] = rec, 1
				break
			}
			sum := old
			if rec.Commodity.Compare(old.Commodity) < 0 {
				sum = rec
			}
			var err1, err2, err3 error
			if k.value {
				sum.Value, err1 = old.Value.Add(rec.Value)
			}
			if k.weight {
				sum.NetWeight, err2 = old.NetWeight.Add(rec.NetWeight)
			}
			if k.unit != "" {
				sum.Quantity, err3 = old.Quantity.Add(rec.Quantity)
			}
			if errors.Join(err1, err2, err3) == nil {
				sums[k] = sum
				counts[k]++
				break
			}
			k.cut++
		}
	}
	return sums, counts, again
}

// TestStreamSums adds random records up by line outside of a stream, hands it the
// sums, and those records one by one whose commodity comes again: the totals and
// refusals are those of a dataset of all records, and so they are when the lines are
// shared out among streams that are merged.
func TestStreamSums(t *testing.T) {
	same, refused, stood := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		n := rapid.IntRange(0, 60).Draw(t, "n")
		if rapid.Bool().Draw(t, "few lines") {
			n = 10 + r.IntN(100)
			for i := range 60 { // so that many commodities stand alone in their line
				w.goods = append(w.goods, goodsOf(fmt.Sprintf("H6:%02d", 30+i)), goodsOf(fmt.Sprintf("H6:26%02d", 10+i)))
			}
			w.areas, w.periods, w.flows, w.sources = w.areas[:min(2, len(w.areas))], w.periods[:1], w.flows[:1], w.sources[:1]
		}
		records := w.records(r, n)
		data := datasetOf(t, records, r)
		for range 2 {
			q, by := w.query(t)
			figure := rapid.SampledFrom([]Figure{FigureValue, FigureNetWeight, FigureQuantity}).Draw(t, "figure")
			parts := make([]*TradeStream, rapid.IntRange(1, 4).Draw(t, "parts"))
			of := make([][]TradeRecord, len(parts))
			partOf := map[tradeLine]int{}
			for _, rec := range records {
				line := tradeLine{rec.Source, rec.Reporter, rec.Partner, rec.Flow, rec.Period}
				if _, ok := partOf[line]; !ok {
					partOf[line] = r.IntN(len(parts))
				}
				of[partOf[line]] = append(of[partOf[line]], rec)
			}
			for i, records := range of {
				parts[i] = NewTradeStream(q, by...).Also(figure)
				sums, counts, again := addUp(records, q, by, r)
				keys := slices.Collect(maps.Keys(sums)) // in any order
				n := r.IntN(len(again) + 1)
				for _, rec := range again[:n] {
					if err := parts[i].Append(rec); err != nil {
						t.Fatal(err)
					}
				}
				cut := r.IntN(len(keys) + 1)
				for _, keys := range [][]sumKey{keys[:cut], keys[cut:]} {
					if err := parts[i].AppendSums(func(yield func(TradeRecord, int) bool) {
						for _, k := range keys {
							if counts[k] > 1 {
								stood++
							}
							if !yield(sums[k], counts[k]) {
								return
							}
						}
					}); err != nil {
						t.Fatal(err)
					}
				}
				for _, rec := range again[n:] {
					if err := parts[i].Append(rec); err != nil {
						t.Fatal(err)
					}
				}
			}
			merged, other := mergeAll(t, parts, r), mergeAll(t, parts, r)
			if a, b := binaryOf(t, merged), binaryOf(t, other); !bytes.Equal(a, b) {
				t.Fatalf("%+v by %v: merged in two orders, parts differ, after %d of %d bytes", q, by, commonPrefix(a, b), len(a))
			}
			for _, q.Figure = range []Figure{q.Figure, figure} {
				want, wantErr := data.Totals(q, by...)
				got, err := merged.TotalsOf(q.Figure)
				if fmt.Sprint(err) != fmt.Sprint(wantErr) {
					t.Fatalf("%+v by %v: got error\n%v, want\n%v", q, by, err, wantErr)
				}
				if err != nil {
					refused++
					continue
				}
				if !got.Equal(want) {
					t.Fatalf("%+v by %v: the totals differ", q, by)
				}
				for k := range want.All() {
					a, _ := got.Coverage(k, "")
					if b, _ := want.Coverage(k, ""); !reflect.DeepEqual(a, b) {
						t.Fatalf("%+v by %v: the total covers %+v, want %+v", q, by, a, b)
					}
				}
				same++
			}
		}
	})
	t.Logf("%d the same, %d refused, %d records that stand for several", same, refused, stood)
	if same == 0 || (refused == 0 || stood == 0) && !testing.Short() {
		t.Error("hardly any rule was met")
	}
}

// What is no sum of records is refused, and a line that is cut too.
func TestStreamSumsRefused(t *testing.T) {
	rec := TradeRecord{ID: "a#1", Source: "a", Reporter: China, Partner: Brazil, Flow: Import, Period: Year(2022), Commodity: goodsOf("H6:26"), Value: MoneyOf(5, USD)}
	one := func(r TradeRecord, n int) func(yield func(TradeRecord, int) bool) {
		return func(yield func(TradeRecord, int) bool) { yield(r, n) }
	}
	s := NewTradeStream(TradeQuery{})
	if err := s.AppendSums(one(rec, 0)); !errors.Is(err, ErrRange) {
		t.Errorf("none: %v", err)
	}
	if err := s.AppendSums(one(TradeRecord{ID: "a#1"}, 1)); !errors.Is(err, ErrMissing) {
		t.Errorf("not valid: %v", err)
	}
	if err := s.AppendSums(one(rec, 7)); err != nil {
		t.Fatal(err)
	}
	if err := s.AppendSums(func(yield func(TradeRecord, int) bool) {
		_ = yield(rec, maxRecords-6) && yield(rec, 1)
	}); !errors.Is(err, ErrRange) {
		t.Errorf("too many: %v", err)
	}
	totals, err := s.Totals()
	if err != nil {
		t.Fatal(err)
	}
	if total, _ := totals.Get(TradeKey{}); total.Imports.Records != 7 || total.Imports.String() != "5 USD (7 records, 0 missing)" {
		t.Errorf("total is %v", total.Imports)
	}
	o := NewTradeStream(TradeQuery{})
	rec.ID, rec.Commodity = "a#9", goodsOf("H6:27")
	rec.Value = Money{}
	if err := o.Append(rec); err != nil {
		t.Fatal(err)
	}
	for _, pair := range [][2]*TradeStream{{s, o}, {o, s}} {
		if err := pair[0].Merge(pair[1]); !errors.Is(err, ErrRange) {
			t.Errorf("a line that is cut: %v", err)
		}
	}
}
