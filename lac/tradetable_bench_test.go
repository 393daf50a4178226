package lac

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/sinolac/sinolac/lac/internal/sink"
)

// benchRows is the number of records that totals are measured on.
const benchRows = 10_000_000

var benchData = sync.OnceValue(func() *Dataset { return manyRecords(benchRows) })

// manyRecords returns a dataset of HS6 exports and imports of 33 reporters with
// 190 partners, in the order of reporter, year, flow, partner and code.
func manyRecords(n int) *Dataset {
	var t TradeTable
	members := CELAC.Members(DateOf(2024, 1, 1))
	var partners []Area
	for _, e := range areaTable {
		if e.kind == kindCountry && !slices.Contains(members, e.area) && len(partners) < 190 {
			partners = append(partners, e.area)
		}
	}
	var codes []int32
	for i := range 5600 {
		c, err := t.Bulk().Commodity(goodsOf(fmt.Sprintf("H6:%06d", 10100+i*170)))
		if err != nil {
			panic(err)
		}
		codes = append(codes, c)
	}
	state := uint64(1)
	random := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state >> 33 % uint64(n))
	}
	var rows sink.Rows
	number := uint32(1)
	perLine := n / (len(members) * 20 * 2 * len(partners))
	for _, reporter := range members {
		for year := 2005; year < 2025; year++ {
			for flow, valuation := range map[TradeFlow]Valuation{Export: FOB, Import: CIF} {
				for _, partner := range partners {
					head, err := t.Bulk().Head(TradeRecord{Source: "c", Reporter: reporter, Partner: partner, Flow: flow, Period: Year(year),
						Value: MoneyOf(0, USD), Valuation: valuation})
					if err != nil {
						panic(err)
					}
					code := random(5)
					rows = sink.Rows{}
					for range perLine/2 + random(perLine) {
						number++
						rows.Append(sink.Row{Head: head, Number: number, Commodity: codes[code], Value: sink.Coefficient{Units: int64(random(1 << 31)), Places: 3, Reported: true}})
						code += 1 + random(2*5600/perLine)
						if code >= len(codes) {
							break
						}
					}
					if err := t.Bulk().AppendRows(&rows); err != nil {
						panic(err)
					}
				}
			}
		}
	}
	d, err := NewDataset(Records{Sources: []Source{{ID: "c", Publisher: "P", Title: "T", URL: "https://example.org/", Basis: "B"}}, TradeTable: &t})
	if err != nil {
		panic(err)
	}
	return d
}

func BenchmarkTable(b *testing.B) {
	d := benchData()
	start := time.Now()
	d.index()
	b.Log("records", d.trade.Len(), "index", time.Since(start))
	bytes := 0
	for _, block := range d.trade.Blocks {
		bytes += block.Bytes()
	}
	b.Log("bytes a record", bytes/d.trade.Len(), "dict", d.trade.dict.bytes())
	start = time.Now()
	runtime.GC()
	b.Log("gc", time.Since(start))
	for name, by := range map[string][]Dimension{
		"all": nil, "reporter,year,flow": {ByReporter, ByYear, ByFlow}, "commodity": {ByCommodity}, "partner,commodity": {ByPartner, ByCommodity},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				totals, err := d.Totals(TradeQuery{}, by...)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(totals.Len()), "keys")
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(d.trade.Len()), "ns/row")
		})
	}
}
