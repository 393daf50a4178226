package sqltrade

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A Dialect is the SQL of an engine.
type Dialect uint8

const (
	PostgreSQL Dialect = iota + 1
	SQLite
	DuckDB
)

func (d Dialect) validate() error {
	if d < PostgreSQL || d > DuckDB {
		return fmt.Errorf("sqltrade: dialect %d: %w: want PostgreSQL, SQLite or DuckDB", d, lac.ErrUnknownCode)
	}
	return nil
}

// A Table is trade records in a table of this package's form. [Table.Create] makes it.
type Table struct {
	Dialect Dialect
	Name    string // "trade" if empty; with a schema as in "lac.trade"
	// Repeats is whether a record may say again what another says: one figure of a line,
	// commodity and breakdown twice. If not, an index that Create makes keeps such
	// records out: Load then fails, and Totals has less to look for. It must be what it
	// was for Create.
	Repeats bool
	// Copy writes rows faster than INSERT does, by the driver's own way: COPY of
	// PostgreSQL, the appender of DuckDB. The package comment has one of each. conn is
	// the driver's connection, in a transaction, as [sql.Conn.Raw] gives it, and next
	// returns the rows in turn, then nil. If Copy is nil, rows are inserted 500 at a time.
	Copy func(ctx context.Context, conn any, table string, columns []string, next func() ([]any, error)) error
}

func (t Table) name() string {
	if t.Name == "" {
		return "trade"
	}
	return t.Name
}

// identifier returns the quoted name of the table, with something after it.
func (t Table) identifier(suffix string) string {
	parts := strings.Split(t.name()+suffix, ".")
	for i, p := range parts {
		parts[i] = `"` + strings.ReplaceAll(p, `"`, `""`) + `"`
	}
	return strings.Join(parts, ".")
}

// A column of the table.
type column struct {
	name, kind string
}

const (
	isText    = "TEXT"
	isCount   = "BIGINT"
	isInteger = "INTEGER"
)

// columns are the columns of a table. Texts are never NULL. A figure is units ×
// 10^-places; what has more digits than units can is the text in their place, and all
// three are NULL if the record does not report it.
var columns = []column{
	{"id", isText}, {"source", isText}, {"reporter", isText}, {"partner", isText}, {"flow", isText}, {"period", isText},
	{"first_day", isInteger}, {"last_day", isInteger}, // of the period, as in 20240131
	{"edition", isText}, {"code", isText},
	{"value_units", isCount}, {"value_places", isInteger}, {"value_text", isText}, {"currency", isText}, {"valuation", isText},
	{"net_weight_units", isCount}, {"net_weight_places", isInteger}, {"net_weight_text", isText},
	{"quantity_units", isCount}, {"quantity_places", isInteger}, {"quantity_text", isText}, {"quantity_unit", isText},
	{"partner2", isText}, {"customs", isText}, {"transport", isText}, {"supply", isText}, {"detail", isText},
	{"confirmed", isInteger}, // 0 if the evidence is unconfirmed
	{"evidence", isText}, {"status", isText}, {"note", isText},
}

func (c column) mayBeNull() bool {
	return strings.HasSuffix(c.name, "_units") || strings.HasSuffix(c.name, "_places") || strings.HasSuffix(c.name, "_text")
}

// lineColumns are those of a line, goodColumns of a commodity, and breakdownColumns of
// a breakdown.
var (
	lineColumns      = []string{"source", "reporter", "partner", "flow", "period"}
	goodColumns      = []string{"edition", "code"}
	breakdownColumns = []string{"partner2", "customs", "transport", "supply", "detail"}
)

// Create makes the table, the one beside it that says what was loaded, named as it is
// with "_loads" behind, and the index that keeps a record out which says again what
// another says, unless Repeats. What is there already it leaves as it is.
func (t Table) Create(ctx context.Context, db *sql.DB) error {
	if err := t.Dialect.validate(); err != nil {
		return err
	}
	var defs []string
	for _, c := range columns {
		def := c.name + " " + c.kind
		if c.kind == isText && t.Dialect == PostgreSQL {
			def += ` COLLATE "C"` // codes are in the order of their bytes
		}
		if !c.mayBeNull() {
			def += " NOT NULL"
		}
		defs = append(defs, def)
	}
	statements := []string{
		"CREATE TABLE IF NOT EXISTS " + t.identifier("") + " (" + strings.Join(defs, ", ") + ")",
		"CREATE TABLE IF NOT EXISTS " + t.identifier("_loads") +
			" (sha256 TEXT NOT NULL, name TEXT NOT NULL, from_byte BIGINT NOT NULL, to_byte BIGINT NOT NULL, records BIGINT NOT NULL, PRIMARY KEY (sha256, from_byte, to_byte))",
	}
	if !t.Repeats {
		name := t.name() + "_figures"
		name = name[strings.LastIndexByte(name, '.')+1:]
		of := strings.Join(append(append(append([]string{}, lineColumns...), goodColumns...), append(breakdownColumns, "confirmed")...), ", ")
		statements = append(statements, `CREATE UNIQUE INDEX IF NOT EXISTS "`+strings.ReplaceAll(name, `"`, `""`)+`" ON `+t.identifier("")+" ("+of+")")
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("sqltrade: create: %w", err)
	}
	defer tx.Rollback()
	for _, s := range statements {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("sqltrade: create: %w", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("sqltrade: create: %w", err)
	}
	return nil
}
