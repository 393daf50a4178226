package sqltrade

import (
	"database/sql"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A recordRow is a row of recordColumns.
type recordRow struct {
	head
	edition, code, id string
	figures           [3]figureRow
}

type figureRow struct {
	units, places sql.NullInt64
	text          sql.NullString
}

func (r *recordRow) fields() []any {
	fields := append(r.head.fields(), &r.edition, &r.code, &r.id)
	for i := range r.figures {
		f := &r.figures[i]
		fields = append(fields, &f.units, &f.places, &f.text)
	}
	return fields
}

func (r *recordRow) record() (lac.TradeRecord, error) {
	rec, err := r.head.record(r.id, r.edition, r.code)
	if err != nil {
		return rec, err
	}
	for i, figure := range []lac.Figure{lac.FigureValue, lac.FigureNetWeight, lac.FigureQuantity} {
		f := &r.figures[i]
		if !f.text.Valid && !f.units.Valid && !f.places.Valid {
			continue
		}
		amount, err := f.amount()
		if err == nil {
			err = setFigure(&rec, figure, amount, r.currency, r.unit)
		}
		if err != nil {
			return rec, fmt.Errorf("record %q: %s: %w", r.id, figure, err)
		}
	}
	return rec, nil
}

func (f *figureRow) amount() (decimal.Decimal, error) {
	switch {
	case f.text.Valid:
		return decimalOf(f.text.String)
	case !f.units.Valid || !f.places.Valid:
		return decimal.Decimal{}, fmt.Errorf("%w: units without places, or places without units", lac.ErrMissing)
	}
	return decimalAt(big.NewInt(f.units.Int64), f.places.Int64)
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
