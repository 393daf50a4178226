package sqltrade

import (
	"database/sql"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// recordColumns are the columns of a record that is read by itself.
var recordColumns = []string{"source", "reporter", "partner", "flow", "period", "currency", "valuation", "quantity_unit",
	"partner2", "customs", "transport", "supply", "detail", "evidence", "edition", "code", "id",
	"value_units", "value_places", "value_text", "net_weight_units", "net_weight_places", "net_weight_text",
	"quantity_units", "quantity_places", "quantity_text"}

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
