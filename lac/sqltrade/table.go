package sqltrade

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

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

// inputs returns what was loaded.
func (t Table) inputs(ctx context.Context, tx *sql.Tx) ([]lac.TradeInput, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, sha256, from_byte, to_byte, records FROM "+t.identifier("_loads")+" ORDER BY sha256, from_byte")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var inputs []lac.TradeInput
	for rows.Next() {
		var in lac.TradeInput
		if err := rows.Scan(&in.Name, &in.SHA256, &in.From, &in.To, &in.Rows); err != nil {
			return nil, err
		}
		inputs = append(inputs, in)
	}
	return inputs, rows.Err()
}

// Totals returns what [lac.Dataset.Totals] does for the records in the table: the same
// totals with the same coverage, or the same refusal.
func (t Table) Totals(ctx context.Context, db *sql.DB, q lac.TradeQuery, by ...lac.Dimension) (lac.TradeTotals, error) {
	s, err := t.Stream(ctx, db, q, by...)
	if err != nil {
		return lac.TradeTotals{}, err
	}
	return s.Totals()
}

// Stream returns a stream that has read the table, to be merged with those of tables in
// other databases. Its inputs are what was loaded. A line (reporter, partner, flow,
// period and source) must be whole in one table.
func (t Table) Stream(ctx context.Context, db *sql.DB, q lac.TradeQuery, by ...lac.Dimension) (*lac.TradeStream, error) {
	if err := t.Dialect.validate(); err != nil {
		return nil, err
	}
	r := reading{d: t.Dialect, from: t.identifier(""), own: true, unique: !t.Repeats}
	var s *lac.TradeStream
	err := r.inSnapshot(ctx, db, func(tx *sql.Tx) error {
		inputs, err := t.inputs(ctx, tx)
		if err != nil {
			return err
		}
		if s, err = r.stream(ctx, tx, q, by); err != nil {
			return err
		}
		for _, in := range inputs {
			if err := s.AddInput(in); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}
