package sqltrade

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

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

// A head is what rows that are added up together have in common, in columns.
type head struct {
	source, reporter, partner, flow, period          string
	currency, valuation, unit                        string
	partner2, customs, transport, supply, detail, ev string
}

func (h *head) line() [5]string {
	return [5]string{h.source, h.reporter, h.partner, h.flow, h.period}
}

// record returns a record with the head's fields, and none of its figures.
func (h *head) record(id, edition, code string) (r lac.TradeRecord, err error) {
	r = lac.TradeRecord{ID: id, Source: h.source, Flow: lac.TradeFlow(h.flow), Valuation: lac.Valuation(h.valuation), Evidence: lac.Evidence(h.ev),
		Breakdown: lac.Breakdown{Customs: h.customs, Transport: h.transport, Supply: h.supply, Detail: h.detail}}
	fail := func(err error) (lac.TradeRecord, error) { return r, fmt.Errorf("record %q: %w", id, err) }
	if err := r.Reporter.UnmarshalText([]byte(h.reporter)); err != nil {
		return fail(err)
	}
	if err := r.Partner.UnmarshalText([]byte(h.partner)); err != nil {
		return fail(err)
	}
	if err := r.Breakdown.Partner2.UnmarshalText([]byte(h.partner2)); err != nil {
		return fail(err)
	}
	if err := r.Period.UnmarshalText([]byte(h.period)); err != nil {
		return fail(err)
	}
	if code == "TOTAL" && edition == "" {
		r.Commodity = lac.AllGoods
	} else if r.Commodity, err = lac.CommodityOf(edition, code); err != nil {
		return fail(err)
	}
	return r, nil
}

func (h *head) fields() []any {
	return []any{&h.source, &h.reporter, &h.partner, &h.flow, &h.period, &h.currency, &h.valuation, &h.unit,
		&h.partner2, &h.customs, &h.transport, &h.supply, &h.detail, &h.ev}
}

// A sumRow is a row of the sums that are asked for.
type sumRow struct {
	head
	edition, long, code      string
	length, exact, n, wrong  int64
	places, unitsHi, unitsLo sql.NullInt64
	first                    string
}

func (s *sumRow) fields() []any {
	return append(s.head.fields(), &s.edition, &s.length, &s.exact, &s.places, &s.long, &s.code, &s.n, &s.unitsHi, &s.unitsLo, &s.wrong, &s.first)
}

// record returns the record that the sum is, and how many it stands for.
func (s *sumRow) record(figure lac.Figure) (r lac.TradeRecord, n int, err error) {
	if s.length < 0 || int(s.length) >= len(s.first) {
		return r, 0, fmt.Errorf("row %q: %w", s.first, lac.ErrSyntax)
	}
	code, id := s.first[:s.length], s.first[s.length+1:]
	if r, err = s.head.record(id, s.edition, code); err != nil {
		return r, 0, err
	}
	if s.wrong > 0 {
		return r, 0, fmt.Errorf("record %q, or one beside it: %s: %w: not a whole number from 0 up, in units", id, figure, lac.ErrRange)
	}
	text, _, long := strings.Cut(s.long, " ")
	amount, reported := decimal.Decimal{}, true
	switch {
	case long:
		amount, err = decimalOf(text)
	case s.unitsHi.Valid && s.places.Valid:
		sum := new(big.Int).Mul(big.NewInt(s.unitsHi.Int64), big.NewInt(billion))
		amount, err = decimalAt(sum.Add(sum, big.NewInt(s.unitsLo.Int64)), s.places.Int64)
	case s.unitsHi.Valid != s.places.Valid:
		err = fmt.Errorf("%w: units without places, or places without units", lac.ErrMissing)
	default:
		reported = false
	}
	if err == nil && reported {
		err = setFigure(&r, figure, amount, s.currency, s.unit)
	}
	if err != nil {
		err = fmt.Errorf("record %q: %s: %w", id, figure, err)
	}
	return r, int(s.n), err
}

// decimalOf reads a number in digits, of a length that an amount may have.
func decimalOf(text string) (decimal.Decimal, error) {
	if len(text) > 100 {
		return decimal.Decimal{}, fmt.Errorf("%d digits: %w", len(text), lac.ErrRange)
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return d, fmt.Errorf("%q: %w", text, lac.ErrSyntax)
	}
	return d, nil
}

// decimalAt returns units × 10^-places.
func decimalAt(units *big.Int, places int64) (decimal.Decimal, error) {
	if places < 0 || places > 38 {
		return decimal.Decimal{}, fmt.Errorf("%d decimal places: %w", places, lac.ErrRange)
	}
	return decimal.NewFromBigInt(units, -int32(places)), nil
}

// setFigure sets a figure of a record.
func setFigure(r *lac.TradeRecord, figure lac.Figure, amount decimal.Decimal, currency, unit string) (err error) {
	switch figure {
	case lac.FigureNetWeight:
		r.NetWeight, err = lac.NewQuantity(amount, lac.UnitKilograms)
	case lac.FigureQuantity:
		r.Quantity, err = lac.NewQuantity(amount, lac.Unit(unit))
	default:
		var c lac.Currency
		if err := c.UnmarshalText([]byte(currency)); err != nil {
			return err
		}
		r.Value, err = lac.NewMoney(amount, c)
	}
	return err
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
