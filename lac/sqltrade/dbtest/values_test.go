package dbtest

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A value is one of package lac's that a column holds.
type value interface {
	driver.Valuer
	comparable
	String() string
}

// pointer is what a column is read into.
type pointer[V any] interface {
	*V
	sql.Scanner
}

// through writes values into a column of text and reads them back, NULL too, and reads
// what SQL expressions give.
func through[V value, P pointer[V]](t *testing.T, name string, db *sql.DB, values []V, from map[string]V, refused ...string) {
	t.Helper()
	var zero V
	table := fmt.Sprintf("x%d", len(name)*1000+len(values))
	if _, err := db.Exec("CREATE TABLE " + table + " (n INTEGER, v TEXT)"); err != nil {
		t.Fatal(err)
	}
	defer db.Exec("DROP TABLE " + table)
	for i, v := range append(values, zero) {
		if _, err := db.Exec("INSERT INTO "+table+" VALUES ($1, $2)", i, v); err != nil {
			t.Errorf("%s: %v is not written: %v", name, v, err)
			continue
		}
		got := values[0]
		if err := db.QueryRow("SELECT v FROM "+table+" WHERE n = $1", i).Scan(P(&got)); err != nil || got != v {
			t.Errorf("%s: %v is read as %v: %v", name, v, got, err)
		}
		null := false
		if err := db.QueryRow("SELECT v IS NULL FROM "+table+" WHERE n = $1", i).Scan(&null); err != nil || null != (v == zero) {
			t.Errorf("%s: %v is NULL: %t: %v", name, v, null, err)
		}
	}
	for expression, want := range from {
		got := values[0]
		if err := db.QueryRow("SELECT " + expression).Scan(P(&got)); err != nil || got != want {
			t.Errorf("%s: %s is read as %v, want %v: %v", name, expression, got, want, err)
		}
	}
	for _, expression := range refused {
		got := values[0]
		if err := db.QueryRow("SELECT " + expression).Scan(P(&got)); err == nil || got != values[0] {
			t.Errorf("%s: %s is read as %v, want an error: %v", name, expression, got, err)
		}
	}
}

// Every value goes into a column of text and comes back as it was, the zero value as
// NULL, and is read from columns of numbers and days where a number or a day says what
// it is. A float never is one.
func TestValues(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		const float = "CAST(1.5 AS DOUBLE PRECISION)"
		null := "CAST(NULL AS INTEGER)"
		whole := "CAST(2022 AS NUMERIC(18, 0))"
		through(t, "area", db, []lac.Area{lac.Brazil, lac.CELAC, lac.World, must(lac.ParseArea("005"))},
			map[string]lac.Area{"CAST(76 AS INTEGER)": lac.Brazil, "CAST(76 AS BIGINT)": lac.Brazil, "CAST(156 AS SMALLINT)": lac.China, null: 0}, float, "'Atlantis'", "CAST(999 AS INTEGER)")
		through(t, "commodity", db, []lac.Commodity{lac.AllGoods, lac.AllServices, goods("H6:0101")}, map[string]lac.Commodity{null: 0}, float, "26", whole)
		through(t, "currency", db, []lac.Currency{lac.USD, lac.CNY}, map[string]lac.Currency{null: 0}, float, "1", whole)
		through(t, "period", db, []lac.Period{lac.Year(2022), lac.Month(2022, 3), must(lac.ParsePeriod("../2030")), must(lac.ParsePeriod("2015/2019"))},
			map[string]lac.Period{"CAST(2022 AS INTEGER)": lac.Year(2022), "CAST(2022 AS SMALLINT)": lac.Year(2022), "CAST(2022 AS BIGINT)": lac.Year(2022), whole: lac.Year(2022), null: {}}, float, "7")
		days := map[string]lac.Date{null: {}}
		if e.name != "sqlite" { // which has no days, and reads the year
			days["CAST('2024-02-29' AS DATE)"] = lac.DateOf(2024, 2, 29)
		}
		through(t, "date", db, []lac.Date{lac.DateOf(2024, 2, 29), lac.DateOf(1, 1, 1)}, days, float, "20240229", whole)
		// A number alone is in no currency and no unit: ScanIn says in which.
		through(t, "money", db, []lac.Money{lac.MoneyOf(0, lac.USD), must(lac.ParseMoney("-0.00000000000000000000000000000000000001 CNY")),
			must(lac.ParseMoney("99999999999999999999999999999999999999 USD"))},
			map[string]lac.Money{
				null:                      {},
				"CAST(NULL AS NUMERIC)":   {},
				"CAST(5 AS TEXT)||' USD'": lac.MoneyOf(5, lac.USD),
			}, float, "5", "CAST(5 AS SMALLINT)", "CAST(5.25 AS NUMERIC(18, 2))")
		through(t, "quantity", db, []lac.Quantity{lac.QuantityOf(0, "kg"), must(lac.ParseQuantity("1.5 km"))},
			map[string]lac.Quantity{null: {}, "'1.50 km'": must(lac.ParseQuantity("1.5 km"))}, float, "5", whole)
	})
}

// Amounts and quantities are read from columns of numbers in the unit that the program
// says, exactly, NULL too. What an engine has as a float is refused.
func TestNumberColumns(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		long, short := "12345678901234567890123456789012345.678", "12345678901234567.25"
		for expression, want := range map[string]string{
			"CAST(5 AS SMALLINT)": "5", "CAST(-5 AS INTEGER)": "-5", "CAST(9223372036854775807 AS BIGINT)": "9223372036854775807",
			"CAST(5 AS NUMERIC(18, 2))": "5", "CAST(NULL AS INTEGER)": "", "CAST(NULL AS NUMERIC(18, 2))": "",
			"CAST('" + short + "' AS NUMERIC(20, 2))": short, "CAST('" + long + "' AS NUMERIC(38, 3))": long, "'" + long + "'": long,
			"CAST(1.5 AS DOUBLE PRECISION)": "float", "CAST('0.1' AS NUMERIC(18, 2))": "0.1",
		} {
			if e.name == "sqlite" && strings.Contains(expression, "NUMERIC") && strings.Contains(expression, "'") {
				want = "float" // NUMERIC of SQLite
			}
			m, q := lac.MoneyOf(7, lac.CNY), lac.QuantityOf(7, "km")
			err := db.QueryRow("SELECT "+expression+", "+expression).Scan(m.ScanIn(lac.USD), q.ScanIn("kg"))
			switch {
			case want == "float":
				if !errors.Is(err, lac.ErrSyntax) || m != lac.MoneyOf(7, lac.CNY) {
					t.Errorf("%s is read as %v: %v", expression, m, err)
				}
			case want == "":
				if err != nil || m.IsReported() || q.IsReported() {
					t.Errorf("%s is read as %v and %v: %v", expression, m, q, err)
				}
			default:
				if err != nil || m != must(lac.ParseMoney(want+" USD")) || q != must(lac.ParseQuantity(want+" kg")) {
					t.Errorf("%s is read as %v and %v: %v", expression, m, q, err)
				}
			}
		}
	})
}

// A total goes into a column of text, and of JSON where there is one.
func TestTotalColumn(t *testing.T) {
	eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
		kind := map[string]string{"sqlite": "TEXT", "postgres": "JSONB", "duckdb": "TEXT"}[e.name]
		if _, err := db.Exec("CREATE TABLE x (a TEXT, b " + kind + ")"); err != nil {
			t.Fatal(err)
		}
		want := must(lac.TotalOf(decimal.RequireFromString("12345678901234567890.123456789"), "USD")).Excluding(lac.GuardBreakdown, 3)
		for _, want := range []lac.Total{want, {}} {
			if _, err := db.Exec("INSERT INTO x VALUES ($1, $2)", want, want); err != nil {
				t.Fatal(err)
			}
			for _, column := range []string{"a", "b"} {
				got := must(lac.TotalOf(decimal.New(1, 0), "kg"))
				if err := db.QueryRow("SELECT " + column + " FROM x").Scan(&got); err != nil || !got.Equal(want) {
					t.Errorf("column %s: %v, want %v: %v", column, got, want, err)
				}
			}
			if _, err := db.Exec("DELETE FROM x"); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// A struct of values is read from PostgreSQL by its driver without database/sql too.
func TestValuesByPgx(t *testing.T) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, postgresDatabase(t))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	type row struct {
		Area     lac.Area
		Period   lac.Period
		Value    lac.Money
		Code     lac.Commodity
		Day      lac.Date
		Quantity lac.Quantity
		Currency lac.Currency
	}
	full := row{lac.Brazil, lac.Year(2022), lac.MoneyOf(5, lac.USD), goods("H6:26"), lac.DateOf(2022, 1, 2), lac.QuantityOf(3, "kg"), lac.CNY}
	for _, want := range []row{full, {}} {
		got := full
		err := conn.QueryRow(ctx, "SELECT $1::text, $2::text, $3::text, $4::text, $5::date, $6::text, $7::text",
			want.Area, want.Period, want.Value, want.Code, want.Day, want.Quantity, want.Currency).
			Scan(&got.Area, &got.Period, &got.Value, &got.Code, &got.Day, &got.Quantity, &got.Currency)
		if err != nil || got != want {
			t.Errorf("%v is read as %v: %v", want, got, err)
		}
	}
	var m lac.Money
	if err := conn.QueryRow(ctx, "SELECT 12345678901234567.25::numeric").Scan(m.ScanIn(lac.USD)); err != nil || m.String() != "12345678901234567.25 USD" {
		t.Errorf("a number is read as %v: %v", m, err)
	}
}
