package comtrade_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

func Example() {
	// comtrade.Open reads the same from a file.
	r := comtrade.NewReader(strings.NewReader(
		`"period","reporterCode","reporterISO","flowCode","partnerCode","partnerISO","classificationCode","cmdCode","primaryValue"
"2022","156","CHN","X","32","ARG","H6","TOTAL","1250.5",
"2022","156","CHN","X","76","BRA","H6","TOTAL","12,5",
"2022","156","CHN","X","484","MEX","H6","TOTAL",,
`))
	r.Name = "TradeData.csv"
	for record, err := range r.All(context.Background()) {
		var rejected *lac.RowError
		switch {
		case errors.As(err, &rejected):
			fmt.Println("rejected:", err)
		case err != nil:
			fmt.Println("the end:", err)
		default:
			fmt.Println(record.Period, record.Flow, record.Value)
		}
	}
	fmt.Println(r.Stats())
	// Output:
	// 2022 export 1250.5 USD
	// rejected: TradeData.csv:3:48: field primaryValue "12,5": amount "12,5": malformed: a comma may be a point or nothing
	// 2022 export not reported
	// 3 rows = 2 records + 1 rejected
}

func ExampleReader_ReadAll() {
	r := comtrade.NewReader(strings.NewReader(
		"period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n" +
			"2021,156,M,152,H6,2603,20\n" +
			"2022,156,M,152,H6,2603,22\n"))
	records, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) > 0 {
		fmt.Println(rejected, err)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
	if err != nil {
		fmt.Println(err)
		return
	}
	for record := range data.Trade() {
		fmt.Println(record.ID, record.Period, record.Commodity, record.Value)
	}
	// Output:
	// comtrade#2 2021 H6:2603 20 USD
	// comtrade#3 2022 H6:2603 22 USD
}

// A stream adds the file up as it is read; a table beside it would keep the
// records.
func ExampleReader_ReadInto() {
	r := comtrade.NewReader(strings.NewReader(
		"period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n" +
			"2022,156,M,152,H6,TOTAL,44.25\n" +
			"2022,156,M,152,H6,260300,40\n" +
			"2022,156,M,604,H6,TOTAL,26.3\n" +
			"2022,156,M,76,H6,TOTAL,\n" +
			"2022,842,M,152,H6,TOTAL,1_000\n" +
			"2022,842,M,604,H6,TOTAL,8\n"))
	stream := lac.NewTradeStream(lac.TradeQuery{Flow: lac.Import}, lac.ByReporter, lac.ByYear)
	rejected, err := r.ReadInto(context.Background(), stream) // and others beside it
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(rejected), "rows rejected")
	totals, err := stream.Totals()
	if err != nil {
		log.Fatal(err)
	}
	for key, total := range totals.All() {
		fmt.Println(key.Reporter, key.Period, total.Imports)
	}
	// Output:
	// 1 rows rejected
	// CHN 2022 70.55 USD (2 records, 1 missing)
	// USA 2022 8 USD (1 records, 0 missing)
}

// One stream adds up values and net weights of the same records.
func ExampleReader_ReadInto_figures() {
	r := comtrade.NewReader(strings.NewReader(
		"period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,netWgt,primaryValue\n" +
			"2022,156,M,152,H6,260300,21.5,40\n" +
			"2022,156,M,152,H6,740311,0,9.5\n" +
			"2022,156,M,604,H6,260300,13,26.3\n"))
	stream := lac.NewTradeStream(lac.TradeQuery{}, lac.ByCommodity).Also(lac.FigureNetWeight)
	if _, err := r.ReadInto(context.Background(), stream); err != nil {
		log.Fatal(err)
	}
	values, err := stream.Totals()
	if err != nil {
		log.Fatal(err)
	}
	weights, err := stream.TotalsOf(lac.FigureNetWeight)
	if err != nil {
		log.Fatal(err)
	}
	for key, total := range values.All() {
		weight, _ := weights.Get(key)
		fmt.Println(key.Commodity.Code(), total.Imports, "-", weight.Imports)
	}
	// Output:
	// 260300 66.3 USD (2 records, 0 missing) - 34.5 kg (2 records, 0 missing)
	// 740311 9.5 USD (1 records, 0 missing) - no sum (0 records, 1 missing)
}
