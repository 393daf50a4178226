package sqltrade

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// inSnapshot runs f in a transaction that sees the database as it is at its first
// query, however many there are.
func (r reading) inSnapshot(ctx context.Context, db *sql.DB, f func(tx *sql.Tx) error) error {
	var options *sql.TxOptions
	if r.d == PostgreSQL {
		// The others know this level alone, and no other by name.
		options = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	tx, err := db.BeginTx(ctx, options)
	if err != nil {
		return fmt.Errorf("sqltrade: %w", err)
	}
	defer tx.Rollback()
	if r.d == PostgreSQL {
		// It knows nothing of rows that were just loaded, expects few, and then looks
		// through one list for each row of another: minutes in place of a second.
		_, err = tx.ExecContext(ctx, "SET LOCAL enable_nestloop = off")
	}
	if err == nil {
		err = f(tx)
	}
	if err != nil {
		return fmt.Errorf("sqltrade: %w", err)
	}
	return nil
}

// stream returns a stream that has read the rows.
func (r reading) stream(ctx context.Context, tx *sql.Tx, q lac.TradeQuery, by []lac.Dimension) (*lac.TradeStream, error) {
	s := lac.NewTradeStream(q, by...)
	a := newQuestion(r, q, by)
	lines := lineTexts{known: map[line][5]string{}}
	comeAgain := false
	err := each(ctx, tx, a.rows(), a.p.args, func(scan func(...any) error) error {
		comeAgain = true
		var row recordRow
		if err := scan(row.fields()...); err != nil {
			return err
		}
		rec, err := row.record()
		if err == nil {
			err = lines.check(&rec, row.line())
		}
		if err == nil {
			err = s.Append(rec)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	sums := a.sums(comeAgain) // has arguments of its own
	var failed error
	err = s.AppendSums(func(yield func(lac.TradeRecord, int) bool) {
		failed = each(ctx, tx, sums, a.p.args, func(scan func(...any) error) error {
			var row sumRow
			if err := scan(row.fields()...); err != nil {
				return err
			}
			rec, n, err := row.record(q.Figure)
			if err == nil {
				err = lines.check(&rec, row.line())
			}
			if err != nil {
				return err
			}
			if row.long != "" {
				for range n { // they are not added up
					if !yield(rec, 1) {
						return errStopped
					}
				}
			} else if !yield(rec, n) {
				return errStopped
			}
			return nil
		})
	})
	if failed != nil && err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

var errStopped = fmt.Errorf("stopped")

// each calls f for each row that a query returns.
func each(ctx context.Context, tx *sql.Tx, query string, args []any, f func(scan func(...any) error) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// A line is what the records of a line have in common.
type line struct {
	source            string
	reporter, partner lac.Area
	flow              lac.TradeFlow
	period            lac.Period
}

// lineTexts are the lines that were read, as the rows write them.
type lineTexts struct{ known map[line][5]string }

// check returns an error if a line is written in two ways, which a database takes for
// two.
func (l *lineTexts) check(r *lac.TradeRecord, as [5]string) error {
	key := line{r.Source, r.Reporter, r.Partner, r.Flow, r.Period}
	if known, ok := l.known[key]; ok && known != as {
		return fmt.Errorf("record %q: %w: %q is written %q elsewhere", r.ID, lac.ErrSyntax, as, known)
	}
	l.known[key] = as
	return nil
}
