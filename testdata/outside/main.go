// Command factdesk sums records of its own and checks a claim against them.
package main

import (
	"fmt"
	"log"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

func main() {
	export := lac.TradeRecord{Source: "desk", Reporter: lac.China, Flow: lac.Export, Period: lac.Year(2022), Commodity: lac.AllGoods}
	chile, peru := export, export
	chile.ID, chile.Partner, chile.Value = "chile", lac.Chile, lac.MoneyOf(22_520_038_832, lac.USD)
	peru.ID, peru.Partner, peru.Value = "peru", lac.Peru, lac.MoneyOf(13_532_298_527, lac.USD)
	source := lac.Source{ID: "desk", Publisher: "UN Comtrade", Title: "China's exports in 2022", Basis: "China customs"}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{source}, Trade: []lac.TradeRecord{chile, peru}})
	exit(err)
	sum, err := lac.Sum(data.Trade(), lac.TradeRecord.Amount)
	exit(err)
	fmt.Println(sum)
	totals, err := data.Totals(lac.TradeQuery{Reporter: lac.China, Period: lac.Year(2022)}, lac.ByPartner)
	exit(err)
	for key, total := range totals.All() {
		fmt.Println(key.Partner, total.Exports)
	}
	toPeru := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Peru, Flow: lac.Export}
	stated := lac.Stated{Text: "over $13 billion", Value: lac.QuantityOf(13_000_000_000, "USD"), Comparator: lac.Over, Digits: 2}
	finding, err := check.Claim(data, lac.Claim{ID: "c1", Form: lac.FormLevel, Measure: toPeru, Period: lac.Year(2022), Stated: stated}, check.Default())
	exit(err)
	fmt.Println(stated, "is", finding.Verdict)
}

func exit(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
