package sqltrade

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// Load loads records into the table in one transaction with the SHA-256 of what they
// were read from: whichever way the load or the machine ends, all of them are there or
// none. It returns how many it loaded. If the input was loaded before there is nothing
// to do, no record is read, and that is 0.
//
// It errs, and loads nothing, at the first error that records give, at a record that is
// not valid, and at one that says again what another says, unless Repeats. It errs with
// [lac.ErrMissing] if the input has no SHA-256, with [lac.ErrSameInput] if another part
// of it that was loaded has bytes in common, and with [lac.ErrRange] if its Rows is not 0
// and another number came.
func (t Table) Load(ctx context.Context, db *sql.DB, in lac.TradeInput, records iter.Seq2[lac.TradeRecord, error]) (n int, err error) {
	if err := t.Dialect.validate(); err != nil {
		return 0, err
	}
	fail := func(err error) (int, error) { return 0, fmt.Errorf("sqltrade: load %v: %w", in, err) }
	if in.SHA256 == "" {
		return fail(fmt.Errorf("SHA-256: %w", lac.ErrMissing))
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return fail(err)
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return fail(err)
	}
	defer tx.Rollback()
	// The row of the load comes first: of two loads of one input the second waits for it.
	own, err := t.claim(ctx, tx, in)
	if err != nil || !own {
		if err != nil {
			return fail(err)
		}
		return 0, nil
	}
	next, stop := iter.Pull2(records)
	defer stop()
	row := func() ([]any, error) {
		r, err, ok := next()
		switch {
		case !ok:
			return nil, nil
		case err != nil:
			return nil, err
		}
		if err := r.Validate(); err != nil {
			return nil, err
		}
		n++
		return rowOf(&r), nil
	}
	if t.Copy != nil {
		err = t.copy(ctx, conn, row)
	} else {
		err = t.insert(ctx, tx, row)
	}
	if err == nil && in.Rows != 0 && in.Rows != n {
		err = fmt.Errorf("%w: %d records, want %d", lac.ErrRange, n, in.Rows)
	}
	if err == nil {
		p := placeholders{d: t.Dialect}
		_, err = tx.ExecContext(ctx, "UPDATE "+t.identifier("_loads")+" SET records = "+p.of(n)+
			" WHERE sha256 = "+p.of(in.SHA256)+" AND from_byte = "+p.of(in.From)+" AND to_byte = "+p.of(in.To), p.args...)
	}
	if err != nil {
		return fail(err)
	}
	if err := tx.Commit(); err != nil {
		return fail(err)
	}
	return n, nil
}

// claim notes that an input is being loaded; false if it was.
func (t Table) claim(ctx context.Context, tx *sql.Tx, in lac.TradeInput) (bool, error) {
	p := placeholders{d: t.Dialect}
	result, err := tx.ExecContext(ctx, "INSERT INTO "+t.identifier("_loads")+" (sha256, name, from_byte, to_byte, records) VALUES ("+
		p.of(in.SHA256)+", "+p.of(in.Name)+", "+p.of(in.From)+", "+p.of(in.To)+", 0) ON CONFLICT DO NOTHING", p.args...)
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	inputs, err := t.inputs(ctx, tx)
	if err != nil {
		return false, err
	}
	s := lac.NewTradeStream(lac.TradeQuery{})
	for _, other := range inputs {
		if other.SHA256 == in.SHA256 {
			if err := s.AddInput(other); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

func (t Table) copy(ctx context.Context, conn *sql.Conn, next func() ([]any, error)) error {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	var ended bool
	var failed error // of the records: drivers give its text alone
	err := conn.Raw(func(driverConn any) error {
		return t.Copy(ctx, driverConn, t.name(), names, func() ([]any, error) {
			row, err := next()
			ended = ended || row == nil && err == nil
			failed = err
			return row, err
		})
	})
	switch {
	case failed != nil:
		return failed
	case err == nil && !ended:
		return fmt.Errorf("%w: Copy has left rows", lac.ErrMissing)
	}
	return err
}

// insertRows is how many rows are inserted together.
const insertRows = 500

func (t Table) insert(ctx context.Context, tx *sql.Tx, next func() ([]any, error)) error {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	statement := func(rows int) string {
		p := placeholders{d: t.Dialect}
		tuples := make([]string, rows)
		for i := range tuples {
			of := make([]string, len(columns))
			for j := range of {
				of[j] = p.of(nil)
			}
			tuples[i] = "(" + strings.Join(of, ", ") + ")"
		}
		return "INSERT INTO " + t.identifier("") + " (" + strings.Join(names, ", ") + ") VALUES " + strings.Join(tuples, ", ")
	}
	var many *sql.Stmt
	defer func() {
		if many != nil {
			many.Close()
		}
	}()
	var args []any
	for {
		row, err := next()
		if err != nil {
			return err
		}
		args = append(args, row...)
		switch {
		case row == nil && len(args) == 0:
			return nil
		case row == nil:
			_, err := tx.ExecContext(ctx, statement(len(args)/len(columns)), args...)
			return err
		case len(args) == insertRows*len(columns):
			if many == nil {
				if many, err = tx.PrepareContext(ctx, statement(insertRows)); err != nil {
					return err
				}
			}
			if _, err := many.ExecContext(ctx, args...); err != nil {
				return err
			}
			args = args[:0]
		}
	}
}

// rowOf returns a record as the row of its columns.
func rowOf(r *lac.TradeRecord) []any {
	confirmed := int32(1)
	if r.Evidence == lac.Unconfirmed {
		confirmed = 0
	}
	row := []any{r.ID, r.Source, r.Reporter.String(), r.Partner.String(), string(r.Flow), r.Period.String(),
		dayNumber(r.Period.First(), 0), dayNumber(r.Period.Last(), lastDay), r.Commodity.Edition(), r.Commodity.Code()}
	row = appendFigure(row, r.Value.Amount(), r.Value.IsReported())
	row = append(row, r.Value.Currency().String(), string(r.Valuation))
	row = appendFigure(row, r.NetWeight.Amount(), r.NetWeight.IsReported())
	row = appendFigure(row, r.Quantity.Amount(), r.Quantity.IsReported())
	b := &r.Breakdown
	return append(row, string(r.Quantity.Unit()), b.Partner2.String(), b.Customs, b.Transport, b.Supply, b.Detail,
		confirmed, string(r.Evidence), string(r.Status), r.Note)
}

func appendFigure(row []any, d decimal.Decimal, reported bool) []any {
	if !reported {
		return append(row, nil, nil, nil)
	}
	units, places := d.Coefficient(), -d.Exponent()
	if places < 0 {
		units.Mul(units, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-places)), nil))
		places = 0
	}
	if !units.IsInt64() {
		return append(row, nil, nil, d.String())
	}
	return append(row, units.Int64(), places, nil)
}
