package lac

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/sinolac/sinolac/lac/internal/sink"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// columnOf returns a column of figures; nil if no row reports one.
func columnOf(r *sink.Rows, figure int) []sink.Coefficient {
	switch figure {
	case figureWeight:
		return r.NetWeights
	case figureQuantity:
		return r.Quantities
	}
	return r.Values
}

// checkColumns says which column is not as long as others.
func checkColumns(r *sink.Rows) error {
	if column, n, uneven := r.Uneven(); uneven {
		return &FieldError{Field: column, Text: strconv.Itoa(n), Err: fmt.Errorf("%w: a column of %d rows", ErrRange, r.Len())}
	}
	return nil
}

// check appends the numbers of the forms of rows that a sink was given to dst, or
// says what is wrong with one.
func (d *tradeDict) check(dst []uint32, rows *sink.Rows) ([]uint32, error) {
	if err := checkColumns(rows); err != nil {
		return dst, err
	}
	if !d.areSound(rows) {
		return dst, d.wrongRow(rows)
	}
	// What a row reports is mostly what the row before it does.
	var f form
	var number uint32
	known := false
	dst = slices.Grow(dst, rows.Len())
	for i := range rows.Heads {
		value := rows.Values != nil && rows.Values[i].Reported
		weight := rows.NetWeights != nil && rows.NetWeights[i].Reported
		unit := Unit("")
		if rows.Quantities != nil && rows.Quantities[i].Reported {
			if rows.Units == nil || rows.Units[i] == "" {
				return dst, d.wrongRow(rows)
			}
			unit = Unit(rows.Units[i])
		}
		if !known || f.value != value || f.weight != weight || f.unit != unit {
			f, known = form{value, weight, unit}, true
			c := &d.formCache[f.slot()]
			if c.form != f || c.number == 0 {
				if unit != "" && !unit.IsValid() {
					return dst, d.wrongRow(rows)
				}
				*c = formNumber{f, d.forms.Of(f) + 1}
				d.grow()
			}
			number = c.number - 1
		}
		dst = append(dst, number)
	}
	return dst, nil
}

// areSound reports whether the numbers of rows are known, their figures valid and
// their values in a currency.
func (d *tradeDict) areSound(rows *sink.Rows) bool {
	for i := len(d.priced); i < d.ids.Heads.Len(); i++ {
		d.priced = append(d.priced, d.kindOf(uint32(i)).currency != 0)
	}
	priced, goods := d.priced, uint32(len(d.goods.values))
	for i, h := range rows.Heads {
		if uint32(h) >= uint32(len(priced)) || uint32(rows.Commodities[i]) >= goods ||
			!priced[h] && rows.Values != nil && rows.Values[i].Reported {
			return false
		}
	}
	for f := range tally.NumFigures {
		column := columnOf(rows, f)
		for i := range column {
			if !column[i].IsValid() {
				return false
			}
		}
	}
	return true
}

// wrongRow says what is wrong with the first row that is not as it is to be.
func (d *tradeDict) wrongRow(rows *sink.Rows) error {
	for i := range rows.Len() {
		r := rows.At(i)
		if uint32(r.Head) >= uint32(d.ids.Heads.Len()) {
			return &FieldError{Record: strconv.Itoa(int(r.Number)), Field: "head", Text: strconv.Itoa(int(r.Head)), Err: ErrUnknownCode}
		}
		k := d.kindOf(uint32(r.Head))
		switch unit := Unit(r.Unit); {
		case uint32(r.Commodity) >= uint32(len(d.goods.values)):
			return k.rowError(r.Number, "commodity", strconv.Itoa(int(r.Commodity)), ErrUnknownCode)
		case r.Quantity.Reported && !unit.IsValid():
			return k.rowError(r.Number, "quantity", string(unit), ErrUnitMismatch)
		case r.Value.Reported && k.currency == 0:
			return k.rowError(r.Number, "value", "", fmt.Errorf("%w: its head has no currency", ErrCurrencyMismatch))
		case !r.Value.IsValid() || !r.NetWeight.IsValid() || !r.Quantity.IsValid():
			return k.figureError(r.Number, r.Value, r.NetWeight, r.Quantity)
		}
	}
	return nil
}

func (k *kind) figureError(number uint32, figures ...sink.Coefficient) error {
	for i, c := range figures {
		if !c.IsValid() {
			field := []string{"value", "net_weight", "quantity"}[i]
			return k.rowError(number, field, fmt.Sprintf("%de-%d", c.Units, c.Places), ErrRange)
		}
	}
	return nil
}

func (k *kind) rowError(number uint32, field, text string, err error) error {
	return &FieldError{Record: numberedID(k.source, number), Field: field, Text: text, Err: err}
}
