package dbtest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A world is what random records are drawn from.
type world struct {
	sources    []string
	areas      []lac.Area
	flows      []lac.TradeFlow
	periods    []lac.Period
	goods      []lac.Commodity
	breakdowns []lac.Breakdown
	currencies []lac.Currency
	units      []lac.Unit
	evidence   []lac.Evidence
	amounts    []string
	valuations bool
}

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// some returns some of values, at least one.
func some[T any](r *rand.Rand, of ...T) []T {
	r.Shuffle(len(of), func(i, j int) { of[i], of[j] = of[j], of[i] })
	return of[:1+r.IntN(len(of))]
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func goods(s string) lac.Commodity { return must(lac.ParseCommodity(s)) }

func drawWorld(r *rand.Rand) world {
	area := func(s string) lac.Area { return must(lac.ParseArea(s)) }
	w := world{
		sources: some(r, "a", "b"),
		areas:   some(r, lac.China, area("BRA"), area("ARG"), area("CHL"), area("DEU"), area("VEN"), lac.CELAC, lac.World, area("005")),
		flows:   some(r, lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover),
		periods: some(r, lac.Year(2021), lac.Year(2022), lac.Year(2023), lac.Month(2022, 3), lac.Years(2020, 2022), lac.Year(2012), must(lac.ParsePeriod("../2022"))),
		goods:   some(r, lac.AllGoods, lac.AllServices, goods("E1:SC"), goods("EB:G"), goods("H6:26"), goods("H6:2603"), goods("H6:01"), goods("H5:26"), goods("H6:0101"), goods("S4:0A")),
		breakdowns: append(some(r, lac.Breakdown{}, lac.Breakdown{Customs: "C01"}, lac.Breakdown{Customs: "C02"}, lac.Breakdown{Transport: "2000"},
			lac.Breakdown{Transport: "2100"}, lac.Breakdown{Partner2: area("USA")}, lac.Breakdown{Detail: "port of 'x', |"}), lac.Breakdown{}),
		currencies: []lac.Currency{lac.USD},
		units:      []lac.Unit{"kg"},
		evidence:   []lac.Evidence{lac.Published, ""},
		amounts: some(r, "1", "2.5", "0", "0.001", "9223372036854775807", "92233720368547758.07", "9223372036854775808",
			"99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001"),
	}
	if r.IntN(2) == 0 { // few lines, of many commodities
		w.areas, w.periods, w.flows = w.areas[:min(2, len(w.areas))], w.periods[:1], w.flows[:1]
		for i := range 40 {
			w.goods = append(w.goods, goods(fmt.Sprintf("H6:%02d", 30+i)), goods(fmt.Sprintf("H6:26%02d", 10+i)))
		}
	}
	if r.IntN(4) == 0 {
		w.currencies = some(r, lac.USD, lac.CNY, lac.Currency(0))
		w.units = some(r, lac.Unit("kg"), lac.Unit("u"), lac.Unit(""))
		w.valuations = r.IntN(2) == 0
		w.evidence = some(r, lac.Published, lac.Derived, lac.Unconfirmed)
	}
	return w
}

// records draws records, of which now and then one says again what another says.
func (w world) records(r *rand.Rand, n int) []lac.TradeRecord {
	amount := func() decimal.Decimal { return decimal.RequireFromString(pick(r, w.amounts)) }
	var records []lac.TradeRecord
	for i := range n {
		if len(records) > 0 && r.IntN(12) == 0 {
			again := pick(r, records)
			again.ID = fmt.Sprint(again.Source, "#", i)
			records = append(records, again)
			continue
		}
		t := lac.TradeRecord{
			Source: pick(r, w.sources), Reporter: pick(r, w.areas), Partner: pick(r, w.areas), Flow: pick(r, w.flows),
			Period: pick(r, w.periods), Commodity: pick(r, w.goods), Breakdown: pick(r, w.breakdowns), Evidence: pick(r, w.evidence),
			Note: pick(r, []string{"", "a note"}), Status: pick(r, []lac.ObsStatus{lac.Normal, lac.Estimated}),
		}
		t.ID = fmt.Sprint(t.Source, "#", i)
		if r.IntN(10) == 0 {
			t.ID = fmt.Sprint("row ", i)
		}
		if c := pick(r, w.currencies); c != 0 && r.IntN(10) > 0 {
			t.Value = must(lac.NewMoney(amount(), c))
			t.Valuation = lac.FOB
			if t.Flow == lac.Import {
				t.Valuation = lac.CIF
			}
		}
		if w.valuations {
			t.Valuation = pick(r, []lac.Valuation{lac.FOB, lac.CIF, lac.NotStated})
		}
		if r.IntN(4) > 0 {
			t.NetWeight = must(lac.NewQuantity(amount(), lac.UnitKilograms))
		}
		if u := pick(r, w.units); u != "" && r.IntN(4) > 0 {
			t.Quantity = must(lac.NewQuantity(amount(), u))
		}
		records = append(records, t)
	}
	return records
}

func (w world) query(r *rand.Rand) (lac.TradeQuery, []lac.Dimension) {
	var q lac.TradeQuery
	one := func() bool { return r.IntN(3) == 0 }
	if one() {
		q.Source = pick(r, w.sources)
	}
	if one() {
		q.Reporter = pick(r, append(slices.Clone(w.areas), lac.CELAC))
	}
	if one() {
		q.Partner = pick(r, append(slices.Clone(w.areas), lac.CELAC, lac.World))
	}
	if one() {
		q.Flow = pick(r, w.flows)
	}
	if one() {
		q.Period = pick(r, append(slices.Clone(w.periods), lac.Years(2021, 2023)))
		q.Whole = one()
	}
	if one() {
		q.Commodity = pick(r, append(slices.Clone(w.goods), lac.AllGoods, lac.AllServices, goods("H6:26")))
	}
	if one() {
		q.On = lac.DateOf(2022, 1, 1)
	}
	q.AsPublished = one()
	q.Figure = pick(r, []lac.Figure{lac.FigureValue, lac.FigureValue, lac.FigureNetWeight, lac.FigureQuantity})
	var by []lac.Dimension
	for dim := lac.ByReporter; dim <= lac.BySource; dim++ {
		if r.IntN(5) < 2 {
			by = append(by, dim)
		}
	}
	return q, by
}

// datasetOf returns a dataset of records in any order.
func datasetOf(records iter.Seq[lac.TradeRecord]) (*lac.Dataset, error) {
	all := lac.Records{TradeTable: new(lac.TradeTable)}
	for r := range records {
		if err := all.TradeTable.Append(r); err != nil {
			return nil, err
		}
	}
	for _, id := range []string{"a", "b"} {
		all.Sources = append(all.Sources, lac.Source{ID: id, Publisher: "p", Basis: "b"})
	}
	return lac.NewDataset(all)
}
