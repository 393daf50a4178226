package comtrade_test

import (
	"errors"
	"fmt"
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
	for record, err := range r.All() {
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
	fmt.Printf("%+v\n", r.Stats())
	// Output:
	// 2022 export 1250.5 USD
	// rejected: TradeData.csv:3:48: field primaryValue "12,5": amount "12,5": malformed
	// 2022 export not reported
	// {Rows:3 Records:2 Rejected:1}
}

func ExampleReader_ReadAll() {
	r := comtrade.NewReader(strings.NewReader(
		"period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n" +
			"2021,156,M,152,H6,2603,20\n" +
			"2022,156,M,152,H6,2603,22\n"))
	records, rejected, err := r.ReadAll()
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
