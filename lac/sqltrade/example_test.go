package sqltrade_test

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"log"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/sqltrade"
)

// A file is loaded once, whole or not at all, and its totals by year are asked for.
func ExampleTable() {
	var (
		db      *sql.DB                           // of a driver for SQLite
		records iter.Seq2[lac.TradeRecord, error] // of a reader such as that of package comtrade
		input   = lac.TradeInput{Name: "2024.csv", SHA256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
	)
	ctx := context.Background()
	table := sqltrade.Table{Dialect: sqltrade.SQLite}
	if err := table.Create(ctx, db); err != nil {
		log.Fatal(err)
	}
	n, err := table.Load(ctx, db, input, records)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n, "records") // 0 the next time
	totals, err := table.Totals(ctx, db, lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC}, lac.ByYear)
	if err != nil {
		log.Fatal(err) // an *lac.UnsafeSumError where a dataset refuses too
	}
	for key, total := range totals.All() {
		fmt.Println(key.Period, total.Imports)
	}
}

// Parquet files of another form are asked where they lie.
func ExampleView() {
	var db *sql.DB // of a driver for DuckDB
	view := sqltrade.View{
		Dialect: sqltrade.DuckDB,
		From:    "read_parquet('comtrade/*.parquet')",
		Columns: map[string]string{
			"id": "'comtrade#' || rowNumber", "source": "'comtrade'", "reporter": "reporterISO", "partner": "partnerISO", "period": "period",
			"flow":    "CASE flowCode WHEN 'X' THEN 'export' WHEN 'M' THEN 'import' ELSE flowCode END",
			"edition": "classificationCode", "code": "cmdCode", "customs": "NULLIF(customsCode, 'C00')",
			"value_units": "CAST(primaryValue * 1000 AS BIGINT)", "value_places": "3", "currency": "'USD'", // primaryValue DECIMAL(18, 3)
		},
	}
	totals, err := view.Totals(context.Background(), db, lac.TradeQuery{Flow: lac.Import}, lac.ByReporter)
	if err != nil {
		log.Fatal(err)
	}
	for key, total := range totals.All() {
		fmt.Println(key.Reporter, total.Imports)
	}
}
