package dbtest

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/sqltrade"
)

// The rows for all goods are taken, and the heading beside them is left out.
func Example() {
	ctx := context.Background()
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(1) // each connection has a memory of its own
	defer db.Close()
	table := sqltrade.Table{Dialect: sqltrade.SQLite}
	if err := table.Create(ctx, db); err != nil {
		log.Fatal(err)
	}
	head := lac.TradeRecord{Source: "a", Reporter: lac.China, Flow: lac.Export, Period: lac.Year(2022), Valuation: lac.FOB}
	chile, peru, ores := head, head, head
	chile.ID, chile.Partner, chile.Commodity, chile.Value = "a#1", lac.Chile, lac.AllGoods, lac.MoneyOf(22_520_038_832, lac.USD)
	peru.ID, peru.Partner, peru.Commodity, peru.Value = "a#2", lac.Peru, lac.AllGoods, lac.MoneyOf(13_532_298_527, lac.USD)
	ores.ID, ores.Partner, ores.Commodity, ores.Value = "a#3", lac.Peru, goods("H6:26"), lac.MoneyOf(1_000_000, lac.USD)
	records := ok(slices.Values([]lac.TradeRecord{chile, peru, ores}))
	for range 2 {
		n, err := table.Load(ctx, db, lac.TradeInput{Name: "2022.csv", SHA256: "9f86d081"}, records)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("loaded", n)
	}
	totals, err := table.Totals(ctx, db, lac.TradeQuery{Partner: lac.CELAC})
	if err != nil {
		log.Fatal(err)
	}
	total, _ := totals.Get(lac.TradeKey{})
	fmt.Println(total.Exports)
	for guard, n := range total.Exports.Excluded() {
		fmt.Println("left out by", guard, n)
	}
	// Output:
	// loaded 3
	// loaded 0
	// 36052337359 USD (2 records, 0 missing)
	// left out by commodity levels 1
}
