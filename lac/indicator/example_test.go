package indicator_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
)

// Rounded down these are 46.7, 27.1, 15.3 and 10.7, which is 0.2 short: the second and
// the fourth, which lost most, have 0.1 more.
func ExampleShares() {
	shares, _ := indicator.Shares([]lac.Money{
		lac.MoneyOf(1338663010000, lac.CNY), lac.MoneyOf(778551270000, lac.CNY),
		lac.MoneyOf(438706340000, lac.CNY), lac.MoneyOf(308529780000, lac.CNY),
	}, 1)
	fmt.Println(shares, decimal.Sum(shares[0], shares[1:]...))
	// Output: [46.7 27.2 15.3 10.8] 100
}

func ExampleRank() {
	partners := []lac.Area{lac.Chile, lac.Brazil, lac.Mexico}
	turnover := map[lac.Area]lac.Money{
		lac.Brazil: lac.MoneyOf(1338663010000, lac.CNY),
		lac.Mexico: lac.MoneyOf(778551270000, lac.CNY),
		lac.Chile:  lac.MoneyOf(438706340000, lac.CNY),
	}
	ranked, _ := indicator.Rank(partners, func(a lac.Area) lac.Money { return turnover[a] })
	for _, r := range ranked {
		fmt.Println(r.Place, r.Who, r.Value)
	}
	// Output:
	// 1 BRA 1338663010000 CNY
	// 2 MEX 778551270000 CNY
	// 3 CHL 438706340000 CNY
}

// Copper ores are 30 of a country's 100, and 50 of the world's 20,000: 0.3 / 0.0025.
func ExampleRCA() {
	billions := func(n int64) lac.Money { return lac.MoneyOf(n*1_000_000_000, lac.USD) }
	index, _ := indicator.RCA(billions(30), billions(100), billions(50), billions(20_000), 1)
	fmt.Println(index)
	// Output: 120
}

// Each is 46.73, 27.18, 15.32 and 10.77 percent; the squares add up to 3273.4.
func ExampleHHI() {
	index, _ := indicator.HHI([]lac.Money{
		lac.MoneyOf(1338663010000, lac.CNY), lac.MoneyOf(778551270000, lac.CNY),
		lac.MoneyOf(438706340000, lac.CNY), lac.MoneyOf(308529780000, lac.CNY),
	}, 1)
	fmt.Println(index)
	// Output: 3273.4
}

// 216.6 less 236.5 is -19.9, over 236.5: -0.0841.
func ExampleGrowth() {
	in2015, _ := lac.ParseMoney("236.5e9 USD")
	in2016, _ := lac.ParseMoney("216.6e9 USD")
	growth, _ := indicator.Growth(in2015, in2016, 3)
	fmt.Println(growth)
	// Output: -0.084
}

// 518.467 is 1.96687 times 263.6, and 1.06998 is its tenth root.
func ExampleCAGR() {
	in2014, _ := lac.ParseMoney("263.6e9 USD")
	in2024, _ := lac.ParseMoney("518.467e9 USD")
	growth, _ := indicator.CAGR(in2014, in2024, 10, 5)
	fmt.Println(growth)
	// Output: 0.06998
}

func ExampleStreakOf() {
	largest := map[int]bool{2019: false, 2020: true, 2022: true, 2023: true, 2024: true}
	s := indicator.StreakOf(largest, 2024)
	fmt.Println(s.Years, "years known, broken in", s.Broken, "no data for", s.Unknown)
	// Output: 3 years known, broken in 2019 no data for [2021]
}

// Brazil has 67.768 billion of what China has 61.970: 1.094 times as much.
func ExampleMirrorGapOf() {
	trade := func(id string, reporter, partner lac.Area, flow lac.TradeFlow, value int64) lac.TradeRecord {
		return lac.TradeRecord{ID: id, Source: "comtrade", Reporter: reporter, Partner: partner, Flow: flow,
			Period: lac.Year(2022), Commodity: lac.AllGoods, Value: lac.MoneyOf(value, lac.USD)}
	}
	data, _ := lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "comtrade", Publisher: "UN", Basis: "UN Comtrade"}},
		Trade: []lac.TradeRecord{
			trade("china", lac.China, lac.Brazil, lac.Export, 61_969_970_590),
			trade("brazil", lac.Brazil, lac.China, lac.Import, 67_767_819_341),
		},
	})
	gap, err := indicator.MirrorGapOf(data, lac.TradeQuery{Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Export}, "comtrade")
	ratio, _ := gap.Ratio(3)
	fmt.Println(gap.Gap, ratio, err)
	// Output: 5797848751 USD 1.094 <nil>
}

// A published total for the region holds trade with territories that are no
// members of the bloc; what is left is the residual.
func ExampleReconcile() {
	records := lac.Records{Sources: []lac.Source{{ID: "customs", Publisher: "Customs", Basis: "China customs"}}}
	for partner, value := range map[lac.Area]int64{lac.Brazil: 61_970, lac.Mexico: 77_540, lac.PuertoRico: 1_100} {
		records.Trade = append(records.Trade, lac.TradeRecord{
			ID: partner.String(), Source: "customs", Reporter: lac.China, Partner: partner, Flow: lac.Export,
			Period: lac.Year(2022), Commodity: lac.AllGoods, Value: lac.MoneyOf(value*1_000_000, lac.USD),
		})
	}
	data, _ := lac.NewDataset(records)
	published, rounding := lac.MoneyOf(140_600_000_000, lac.USD), lac.MoneyOf(50_000_000, lac.USD) // "140.6 billion"
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Flow: lac.Export, Period: lac.Year(2022)}
	r, err := indicator.Reconcile(data, published, rounding, q, lac.LatinAmericaCaribbean)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("members:", r.Members)
	fmt.Println("territories:", r.Territories, r.Others)
	fmt.Println("residual:", r.Residual, "explained by rounding:", r.IsExplained())
	fmt.Println("members without a record:", len(r.Absent))
	// Output:
	// members: 139510000000 USD (2 records, 0 missing)
	// territories: 1100000000 USD (1 records, 0 missing) [PRI]
	// residual: -10000000 USD explained by rounding: true
	// members without a record: 31
}
