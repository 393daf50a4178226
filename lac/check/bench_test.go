package check_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

var day2024 = lac.DateOf(2024, 12, 31)

// million returns a million records of trade in the form of UN Comtrade's: the
// exports and imports of some sixty reporters, China and CELAC's members first,
// with every partner in 25 years, and those of China with CELAC's members by
// chapter too.
var million = sync.OnceValues(func() (*lac.Dataset, error) {
	r := rand.New(rand.NewPCG(1, 2))
	var table lac.TradeTable
	var err error
	add := func(reporter, partner lac.Area, year int, goods lac.Commodity, most int64) {
		for _, flow := range []lac.TradeFlow{lac.Export, lac.Import} {
			if table.Len() < 1_000_000 && reporter != partner && err == nil {
				err = table.Append(lac.TradeRecord{
					ID: fmt.Sprintf("t#%d", table.Len()+1), Source: "t", Reporter: reporter, Partner: partner, Flow: flow,
					Period: lac.Year(year), Commodity: goods, Value: lac.MoneyOf(r.Int64N(most), lac.USD),
				})
			}
		}
	}
	region, areas := lac.CELAC.Members(day2024), lac.World.Members(day2024)
	for _, partner := range region {
		for year := 2000; year <= 2024; year++ {
			for chapter := 1; chapter < 98; chapter++ {
				goods, _ := lac.ParseCommodity(fmt.Sprintf("H6:%02d", chapter))
				add(lac.China, partner, year, goods, 1e9)
			}
		}
	}
	reporters := slices.Concat([]lac.Area{lac.China}, region)
	for _, a := range areas {
		if !slices.Contains(reporters, a) {
			reporters = append(reporters, a)
		}
	}
	for _, reporter := range reporters {
		for _, partner := range areas {
			for year := 2000; year <= 2024; year++ {
				add(reporter, partner, year, lac.AllGoods, 1e11)
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "t", Publisher: "p", Basis: "UN Comtrade"}}, TradeTable: &table})
})

// tenThousand returns as many claims of trade, of every form that has a figure:
// half of the region as a whole, half of one of its countries.
func tenThousand() []lac.Claim {
	region := lac.CELAC.Members(day2024)
	goods, _ := lac.ParseCommodity("H6:12")
	claims := make([]lac.Claim, 10_000)
	for i := range claims {
		c := lac.Claim{ID: fmt.Sprint(i), Measure: withLAC, Period: lac.Year(2010 + i%15), Stated: statedAs("518.4e9 USD")}
		if i%2 == 1 {
			c.Measure.Partner = region[i/2%len(region)]
		}
		c.Measure.Flow = []lac.TradeFlow{lac.Turnover, lac.Export, lac.Import}[i/7%3]
		switch i / 2 % 7 {
		case 0:
			c.Form = lac.FormLevel
		case 1:
			c.Form, c.Baseline, c.Stated = lac.FormMultiple, c.Period.AddYears(-10), statedAs("word 2 times")
		case 2:
			c.Form, c.Baseline, c.Stated = lac.FormChange, c.Period.AddYears(-1), statedAs("6 percent")
		case 3:
			c.Form, c.Of, c.Stated = lac.FormShare, c.Measure, statedAs("8.4 percent")
			c.Of.Partner = lac.World
		case 4:
			c.Form, c.Stated = lac.FormRank, statedAs("2 rank")
			c.Measure.Reporter, c.Measure.Partner = region[i%len(region)], lac.China
		case 5:
			c.Form, c.Place, c.Stated = lac.FormStreak, 2, statedAs("many")
			c.Measure.Reporter, c.Measure.Partner = region[i%len(region)], lac.China
		case 6:
			c.Form, c.Measure.Commodity = lac.FormLevel, goods
		}
		claims[i] = c
	}
	return claims
}

func BenchmarkTenThousandClaims(b *testing.B) {
	data, err := million()
	if err != nil {
		b.Fatal(err)
	}
	s := statementOf(tenThousand()...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := check.Statement(data, s, check.Default()); err != nil {
			b.Fatal(err)
		}
	}
}
