package dbtest

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/sqltrade"
)

// comtradeView reads a table with the columns of a Comtrade download.
func comtradeView(d sqltrade.Dialect, from string) sqltrade.View {
	return sqltrade.View{Dialect: d, From: from, Columns: map[string]string{
		"id": "'c#' || n", "source": "'c'", "reporter": "reporterISO", "partner": "partnerISO", "period": "period",
		"flow":    "CASE flowCode WHEN 'X' THEN 'export' WHEN 'M' THEN 'import' ELSE flowCode END",
		"edition": "classificationCode", "code": "cmdCode", "customs": "NULLIF(customsCode, 'C00')",
		"currency": "'USD'", "value_units": "cents", "value_places": "2",
		"net_weight_units": "kg", "net_weight_places": "CASE WHEN kg IS NOT NULL THEN 0 END",
		"quantity_units": "qty", "quantity_places": "CASE WHEN qty IS NOT NULL THEN 0 END", "quantity_unit": "qtyUnit",
	}}
}

var comtradeRows = []string{
	`CREATE TABLE comtrade (n INTEGER, reporterISO TEXT, partnerISO TEXT, period INTEGER, flowCode TEXT, classificationCode TEXT, cmdCode TEXT, customsCode TEXT, cents BIGINT, kg BIGINT, qty BIGINT, qtyUnit TEXT)`,
	`INSERT INTO comtrade VALUES
		(1, 'CHN', 'BRA', 2022, 'M', 'H6', '26', 'C00', 12345, 100, NULL, NULL),
		(2, 'CHN', 'BRA', 2022, 'M', 'H6', '27', 'C00', 9223372036854775807, NULL, NULL, NULL),
		(3, 'CHN', 'BRA', 2022, 'M', 'H6', '27', 'C01', 700, NULL, NULL, NULL),
		(4, 'CHN', 'CHL', 2022, 'M', 'H6', 'TOTAL', 'C00', 99, 5, 3, 'u'),
		(5, 'CHN', 'CHL', 2022, 'M', 'H6', '26', 'C00', 98, 4, NULL, NULL),
		(6, 'CHN', 'CHL', 2023, 'X', 'H6', '2603', 'C00', 7, 1, NULL, NULL),
		(7, 'CHN', 'CHL', 2023, 'X', 'H6', '2603', 'C00', 7, 1, NULL, NULL)`,
}

// A table of somebody else's form is asked by a view. What the rows are was added up by
// hand: Brazil's two headings, of which 27 has a part beside it, Chile's row for all
// goods beside one heading, and a row that stands there twice.
func TestView(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		ctx := context.Background()
		for _, s := range comtradeRows {
			if _, err := db.Exec(s); err != nil {
				t.Fatal(err)
			}
		}
		froms := map[string]string{"table": "comtrade", "query": "(SELECT * FROM comtrade WHERE n < 100) x"}
		if e.name == "duckdb" {
			file := filepath.Join(t.TempDir(), "c.parquet")
			if _, err := db.Exec("COPY comtrade TO '" + file + "' (FORMAT parquet)"); err != nil {
				t.Fatal(err)
			}
			froms["parquet"] = "read_parquet('" + file + "')"
		}
		for name, from := range froms {
			v := comtradeView(e.table.Dialect, from)
			totals, err := v.Totals(ctx, db, lac.TradeQuery{}, lac.ByPartner, lac.ByYear)
			if err != nil {
				t.Fatal(name, err)
			}
			for _, want := range []struct {
				partner lac.Area
				year    int
				flow    lac.TradeFlow
				total   string
				without lac.Guard // one row
			}{
				{lac.Brazil, 2022, lac.Import, "92233720368547881.52 USD (2 records, 0 missing)", lac.GuardBreakdown},
				{lac.Chile, 2022, lac.Import, "0.99 USD (1 records, 0 missing)", lac.GuardCommodity},
				{lac.Chile, 2023, lac.Export, "0.07 USD (1 records, 0 missing)", lac.GuardDuplicate},
			} {
				total, _ := totals.Get(lac.TradeKey{Partner: want.partner, Period: lac.Year(want.year)})
				of := total.Flow(want.flow)
				if left := maps.Collect(of.Excluded()); of.String() != want.total || !maps.Equal(left, map[lac.Guard]int{want.without: 1}) {
					t.Errorf("%s: %v in %d: %s without %v, want %s without a row by %s", name, want.partner, want.year, of, left, want.total, want.without)
				}
			}
			weights, err := v.Totals(ctx, db, lac.TradeQuery{Figure: lac.FigureNetWeight, Flow: lac.Import}, lac.ByCommodity)
			if err != nil {
				t.Fatal(name, err)
			}
			total, _ := weights.Get(lac.TradeKey{Commodity: goods("H6:26")})
			if total.Imports.String() != "104 kg (2 records, 0 missing)" {
				t.Errorf("%s: weight is %v", name, total.Imports)
			}
			_, err = v.Totals(ctx, db, lac.TradeQuery{Commodity: goods("H6:26"), Period: lac.Years(2022, 2023)})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// What a view must not be taken for is refused: rows that are no records, figures that
// are no integers, and one line in two spellings.
func TestViewRefuses(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		ctx := context.Background()
		for _, s := range comtradeRows {
			if _, err := db.Exec(s); err != nil {
				t.Fatal(err)
			}
		}
		for name, tt := range map[string]struct {
			column, expression string
			err                error
			text               string // in the error
		}{
			"a float":            {"value_units", "CAST(cents AS DOUBLE PRECISION) * 1.5", nil, ""},
			"a whole float":      {"net_weight_units", "CAST(kg AS DOUBLE PRECISION)", nil, ""},
			"a float of places":  {"value_places", "CAST(2 AS DOUBLE PRECISION)", nil, ""},
			"a negative figure":  {"value_units", "0 - cents", lac.ErrRange, "negative"},
			"one in a sum":       {"value_units", "CASE WHEN n = 1 THEN -5 ELSE cents END", lac.ErrRange, "in units"},
			"no places":          {"value_places", "CASE WHEN cents < 0 THEN 0 END", lac.ErrMissing, "places"},
			"too many places":    {"value_places", "39", lac.ErrRange, "39 decimal places"},
			"an unknown area":    {"reporter", "'Atlantis'", nil, "Atlantis"},
			"a flow of its own":  {"flow", "flowCode", lac.ErrUnknownCode, `"M"`},
			"a lost zero":        {"code", "CASE WHEN cmdCode = '26' THEN '6' ELSE cmdCode END", lac.ErrSyntax, `"6"`},
			"no unit":            {"currency", "''", nil, ""},
			"a code that is not": {"value", "cents", lac.ErrUnknownCode, `"value"`},
			"none":               {"period", "", lac.ErrMissing, "period"},
			"two spellings":      {"reporter", "CASE WHEN n = 1 THEN '156' ELSE 'CHN' END", lac.ErrSyntax, "is written"},
			"not SQL":            {"detail", "no such thing", nil, ""},
		} {
			v := comtradeView(e.table.Dialect, "comtrade")
			v.Columns[tt.column] = tt.expression
			q := lac.TradeQuery{Period: lac.Year(2022)}
			if tt.column == "net_weight_units" {
				q.Figure = lac.FigureNetWeight
			}
			_, err := v.Totals(ctx, db, q, lac.ByPartner)
			if err == nil || tt.err != nil && !errors.Is(err, tt.err) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := (sqltrade.View{From: "comtrade"}).Totals(ctx, db, lac.TradeQuery{}); !errors.Is(err, lac.ErrUnknownCode) {
			t.Errorf("without a dialect: %v", err)
		}
	})
}
