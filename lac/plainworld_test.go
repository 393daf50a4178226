package lac

import (
	"fmt"
	"math/rand/v2"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

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
