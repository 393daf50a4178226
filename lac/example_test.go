package lac_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// customs2024 has four rows of China's customs for 2024, in yuan, and the
// customs' own row for the region.
func customs2024() lac.Records {
	r := lac.Records{Sources: []lac.Source{{ID: "gacc", Publisher: "General Administration of Customs", Basis: "China customs (GACC)"}}}
	for _, row := range []struct {
		partner          lac.Area
		exports, imports int64 // in 10,000 yuan
	}{
		{lac.LatinAmericaCaribbean, 197098765, 171788592},
		{lac.Brazil, 51282092, 82584209},
		{lac.Mexico, 64199829, 13655298},
		{lac.Chile, 14696916, 29173718},
		{lac.Peru, 9923204, 20929774},
	} {
		for flow, value := range map[lac.TradeFlow]int64{lac.Export: row.exports, lac.Import: row.imports} {
			r.Trade = append(r.Trade, lac.TradeRecord{
				ID: fmt.Sprintf("gacc-2024-%v-%s", row.partner, flow), Source: "gacc",
				Reporter: lac.China, Partner: row.partner, Flow: flow, Period: lac.Year(2024),
				Commodity: lac.AllGoods, Value: lac.MoneyOf(value*10_000, lac.CNY),
			})
		}
	}
	return r
}

func ExampleMoney() {
	exports, _ := lac.ParseMoney("61969970590 USD")
	imports, _ := lac.ParseMoney("109522043335.00 USD")
	turnover, err := exports.Add(imports)
	fmt.Println(turnover, err)

	yuan := lac.MoneyOf(512_820_920_000, lac.CNY)
	_, err = turnover.Add(yuan)
	fmt.Println(err)

	_, err = turnover.Add(lac.Money{}) // the zero Money is not 0 USD
	fmt.Println(err)
	// Output:
	// 171492013925 USD <nil>
	// computing [171492013925 USD + 512820920000 CNY]: currencies differ
	// computing [171492013925 USD + not reported]: not reported
}

func ExampleMoney_DivRound() {
	in2014, _ := lac.ParseMoney("263.6e9 USD")
	in2024, _ := lac.ParseMoney("518.467e9 USD")
	times, _ := in2024.DivRound(in2014, 3)
	fmt.Println(times)
	// Output: 1.967
}

func ExampleParseMoney_refused() {
	_, err := lac.ParseMoney("1e999999999 USD")
	fmt.Println(errors.Is(err, lac.ErrRange))
	_, err = lac.ParseMoney("247.381.000 USD")
	fmt.Println(errors.Is(err, lac.ErrSyntax))
	_, err = lac.ParseMoney("247381000 US$")
	fmt.Println(err != nil)
	// Output:
	// true
	// true
	// true
}

func ExampleQuantity() {
	jobs, _ := lac.ParseQuantity("1e6 jobs")
	projects := lac.QuantityOf(200, lac.UnitProjects)
	fmt.Println(jobs, "and", projects)

	_, err := jobs.Add(projects)
	fmt.Println(err)
	// Output:
	// 1000000 jobs and 200 projects
	// computing [1000000 jobs + 200 projects]: units differ
}

func ExamplePeriod() {
	for _, s := range []string{"2024-01/2024-12", "2024-Q2", "2023-11/2024-02", "../2030"} {
		p, _ := lac.ParsePeriod(s)
		fmt.Println(p, p.First(), p.Last(), p.IsYear())
	}
	// Output:
	// 2024 2024-01-01 2024-12-31 true
	// 2024-Q2 2024-04-01 2024-06-30 false
	// 2023-11/2024-02 2023-11-01 2024-02-29 false
	// ../2030  2030-12-31 false
}

func ExamplePeriod_AddYears() {
	fmt.Println(lac.Year(2024).AddYears(-10))
	fmt.Println(lac.Month(2024, time.February).AddYears(-1).Last())
	// Output:
	// 2014
	// 2023-02-28
}

func ExamplePeriod_Contains() {
	decade := lac.Years(2015, 2024)
	fmt.Println(decade.Contains(lac.Year(2024)), decade.Contains(lac.Year(2025)), decade.Overlaps(lac.Years(2024, 2030)))
	fmt.Println(slices.Collect(lac.Years(2022, 2024).Years()))
	// Output:
	// true false true
	// [2022 2023 2024]
}

func ExampleDate() {
	d, _ := lac.ParseDate("2025-06-09")
	fmt.Println(d, d.AddDays(22), d.Period())
	_, err := lac.ParseDate("2025-02-29")
	fmt.Println(err)
	// Output:
	// 2025-06-09 2025-07-01 2025-06-09
	// date "2025-02-29": out of range
}

func ExampleCommodity() {
	ores, _ := lac.ParseCommodity("H6:26")
	copper, _ := lac.ParseCommodity("H6:2603")
	fmt.Println(ores.Contains(copper), copper.Contains(ores), lac.AllGoods.Contains(copper))
	fmt.Println(copper.Edition(), copper.Code(), copper.Depth())

	_, err := lac.ParseCommodity("2603")
	fmt.Println(err)
	// Output:
	// true false true
	// H6 2603 4
	// commodity "2603": malformed: want edition and code, as in H6:2603
}

func ExampleDataset() {
	data, err := lac.NewDataset(customs2024())
	if err != nil {
		fmt.Println(err)
		return
	}
	r := data.Record("gacc-2024-BRA-import").(lac.TradeRecord)
	source, _ := data.Source(r.Source)
	fmt.Println(r.Partner, r.Period, r.Value, "by", source.Basis)

	// A record whose source is not there is refused.
	_, err = lac.NewDataset(lac.Records{Trade: []lac.TradeRecord{r}})
	fmt.Println(err)
	// Output:
	// BRA 2024 825842090000 CNY by China customs (GACC)
	// record "gacc-2024-BRA-import": field source "gacc": unknown source
}

func ExampleDataset_Totals() {
	data, _ := lac.NewDataset(customs2024())
	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.SouthAmerica, Period: lac.Year(2024)}
	totals, err := data.Totals(q, lac.ByPartner)
	if err != nil {
		fmt.Println(err)
		return
	}
	for key, t := range totals.All() {
		turnover, _ := t.Turnover()
		balance, _ := t.Balance()
		fmt.Println(key.Partner, turnover, balance)
	}
	// Output:
	// BRA 1338663010000 CNY (2 records, 0 missing) -313021170000 CNY
	// CHL 438706340000 CNY (2 records, 0 missing) -144768020000 CNY
	// PER 308529780000 CNY (2 records, 0 missing) -110065700000 CNY
}

// A table keeps records in little memory. Readers of formats fill it, or one's own
// code.
func ExampleTradeTable() {
	var table lac.TradeTable
	for i, code := range []string{"H6:260300", "H6:220421"} { // ores, wine
		c, err := lac.ParseCommodity(code)
		if err != nil {
			fmt.Println(err)
			return
		}
		r := lac.TradeRecord{
			ID: fmt.Sprintf("comtrade#%d", i+2), Source: "comtrade", Reporter: lac.China, Partner: lac.Chile,
			Flow: lac.Import, Period: lac.Year(2022), Commodity: c, Valuation: lac.CIF,
		}
		if i == 0 { // the second is not reported
			r.Value, _ = lac.ParseAmount("123.45", lac.USD)
		}
		if err := table.Append(r); err != nil {
			fmt.Println(err)
			return
		}
	}
	for r := range table.All() {
		fmt.Println(r.ID, r.Partner, r.Commodity, r.Value)
	}
	data, err := lac.NewDataset(lac.Records{
		Sources:    []lac.Source{{ID: "comtrade", Publisher: "UN", Basis: "UN Comtrade"}},
		TradeTable: &table,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	totals, err := data.Totals(lac.TradeQuery{Reporter: lac.China})
	total, _ := totals.Get(lac.TradeKey{})
	fmt.Println(total.Imports, err)
	// Output:
	// comtrade#2 CHL H6:260300 123.45 USD
	// comtrade#3 CHL H6:220421 not reported
	// 123.45 USD (1 records, 1 missing) <nil>
}

// A region's row must not be added to its members'. A query that does not name
// the region is refused; one that does takes the members, or the region's own
// row as published.
// Two machines read a file each, and a third merges what they have read.
func ExampleTradeStream_Merge() {
	read := func(file string, partner lac.Area, amount int64) ([]byte, error) {
		s := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Export}, lac.ByReporter)
		if err := s.AddInput(lac.TradeInput{Name: file}); err != nil {
			return nil, err
		}
		err := s.Append(lac.TradeRecord{ID: file + "#1", Source: "customs", Reporter: lac.China, Partner: partner, Flow: lac.Export, Valuation: lac.FOB,
			Period: lac.Year(2024), Commodity: lac.AllGoods, Value: lac.MoneyOf(amount, lac.USD)})
		if err != nil {
			return nil, err
		}
		return s.MarshalBinary()
	}
	all := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Export}, lac.ByReporter)
	all.Expect(lac.TradeInput{Name: "a.csv"}, lac.TradeInput{Name: "b.csv"})
	for _, in := range []struct {
		file    string
		partner lac.Area
		amount  int64
	}{{"b.csv", lac.Brazil, 72}, {"a.csv", lac.Chile, 24}} {
		_, err := all.Totals()
		fmt.Println(err)
		b, err := read(in.file, in.partner, in.amount)
		if err != nil {
			fmt.Println(err)
			return
		}
		var part lac.TradeStream
		if err := part.UnmarshalBinary(b); err != nil {
			fmt.Println(err)
			return
		}
		if err := all.Merge(&part); err != nil {
			fmt.Println(err)
			return
		}
	}
	totals, err := all.Totals()
	for k, t := range totals.All() {
		fmt.Println(k.Reporter, t.Exports, err)
	}
	// Output:
	// totals: input "a.csv": not reported: it was not read from byte 0 on
	// totals: input "a.csv": not reported: it was not read from byte 0 on
	// CHN 96 USD (2 records, 0 missing) <nil>
}

func ExampleTradeQuery() {
	data, _ := lac.NewDataset(customs2024())
	q := lac.TradeQuery{Reporter: lac.China, Flow: lac.Export}
	_, err := data.Totals(q)
	var unsafe *lac.UnsafeSumError
	fmt.Println(errors.As(err, &unsafe), unsafe.Guard)

	q.Partner = lac.LatinAmericaCaribbean
	totals, _ := data.Totals(q)
	t, _ := totals.Get(lac.TradeKey{})
	fmt.Println(t.Exports, maps.Collect(t.Exports.Excluded()))

	q.AsPublished = true
	totals, _ = data.Totals(q)
	t, _ = totals.Get(lac.TradeKey{})
	fmt.Println(t.Exports)
	// Output:
	// true region beside members
	// 1401020410000 CNY (4 records, 0 missing) map[region beside members:1]
	// 1970987650000 CNY (1 records, 0 missing)
}

func ExampleSum() {
	total, err := lac.Sum(slices.Values([]lac.Money{
		lac.MoneyOf(14_687_265, lac.USD), // Saint Kitts and Nevis, exports of China 2022
		{},                               // a partner that is not reported
		lac.MoneyOf(21_625_510, lac.USD), // Saint Vincent and the Grenadines
	}), func(m lac.Money) lac.Money { return m })
	fmt.Println(total, total.IsComplete(), err)
	// Output: 36312775 USD (2 records, 1 missing) false <nil>
}

// Plain numbers add up without a unit, as exactly.
func ExampleSum_numbers() {
	total, err := lac.Sum(slices.Values([]decimal.Decimal{
		decimal.New(12345678901, -3), decimal.New(1, 95), decimal.New(5, -3), decimal.New(-1, 95),
	}), func(d decimal.Decimal) decimal.Decimal { return d })
	fmt.Println(total, err)
	// Output: 12345678.906 (4 records, 0 missing) <nil>
}

func ExampleGroupBy() {
	data, _ := lac.NewDataset(customs2024())
	byPartner, err := lac.GroupBy(data.Trade(), func(r lac.TradeRecord) lac.Area { return r.Partner }, lac.TradeRecord.Amount)
	fmt.Println(byPartner[lac.Brazil], err)
	// Output: 1338663010000 CNY (2 records, 0 missing) <nil>
}

// Parts of the work add up to the same total, whoever does them and in
// whichever order they come together.
func ExampleTotal_Merge() {
	amount := func(m lac.Money) lac.Money { return m }
	first, _ := lac.Sum(slices.Values([]lac.Money{lac.MoneyOf(1, lac.USD), lac.MoneyOf(2, lac.USD)}), amount)
	second, _ := lac.Sum(slices.Values([]lac.Money{lac.MoneyOf(3, lac.USD), {}}), amount)

	data, _ := second.MarshalBinary() // sent from elsewhere
	var received lac.Total
	err := received.UnmarshalBinary(data)
	whole, _ := first.Merge(received)
	fmt.Println(whole, err)
	// Output: 6 USD (3 records, 1 missing) <nil>
}

func ExampleDataset_Convert() {
	data, _ := lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "rates", Publisher: "a statistical office", Basis: "average of the year"}},
		Rates: []lac.Rate{{ID: "usd-cny-2024", Source: "rates", Period: lac.Year(2024),
			Base: lac.USD, Quote: lac.CNY, Rate: decimal.New(71217, -4)}},
	})
	yuan := lac.MoneyOf(3_688_873_570_000, lac.CNY)
	dollars, rate, err := data.Convert(yuan, lac.USD, lac.Year(2024), 0)
	fmt.Println(dollars, "at", rate.Rate, err)
	_, _, err = data.Convert(yuan, lac.USD, lac.Year(2023), 0)
	fmt.Println(err)
	// Output:
	// 517976546330 USD at 7.1217 <nil>
	// converting 3688873570000 CNY to USD in 2023: not reported
}

func ExampleDataset_TiesOn() {
	data, _ := lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "chronicle", Publisher: "a ministry", Basis: "diplomatic relations"}},
		Ties: []lac.Tie{
			{ID: "GRD-1985", Source: "chronicle", A: lac.China, B: lac.Grenada, Event: lac.TiesEstablished, Date: lac.DateOf(1985, time.October, 1).Period()},
			{ID: "GRD-1989", Source: "chronicle", A: lac.China, B: lac.Grenada, Event: lac.TiesSuspended, Date: lac.Month(1989, time.August)},
			{ID: "GRD-2005", Source: "chronicle", A: lac.China, B: lac.Grenada, Event: lac.TiesResumed, Date: lac.DateOf(2005, time.January, 20).Period()},
		},
	})
	for _, day := range []lac.Date{
		lac.DateOf(1989, time.July, 31), lac.DateOf(1989, time.August, 15), lac.DateOf(2004, time.December, 31), lac.DateOf(2025, time.June, 9),
	} {
		state, by := data.TiesOn(lac.China, lac.Grenada, day)
		fmt.Printf("%v: %q by %s\n", day, state, by.ID)
	}
	// Output:
	// 1989-07-31: "held" by GRD-1985
	// 1989-08-15: "" by GRD-1989
	// 2004-12-31: "absent" by GRD-1989
	// 2025-06-09: "held" by GRD-2005
}
