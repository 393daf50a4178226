package lac

import (
	"fmt"
	"strconv"

	"github.com/sinolac/sinolac/lac/internal/sink"
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
	// What a row says is mostly what the row before it says.
	var f form
	var number uint32
	var k *kind
	head, known := int32(-1), false
	var value, weight, quantity sink.Coefficient
	var unit Unit
	for i, h := range rows.Heads {
		if rows.Values != nil {
			value = rows.Values[i]
		}
		if rows.NetWeights != nil {
			weight = rows.NetWeights[i]
		}
		if rows.Quantities != nil {
			quantity = rows.Quantities[i]
		}
		if rows.Units != nil {
			unit = Unit(rows.Units[i])
		}
		if h != head {
			if uint32(h) >= uint32(d.ids.Heads.Len()) {
				return dst, &FieldError{Record: strconv.Itoa(int(rows.Numbers[i])), Field: "head", Text: strconv.Itoa(int(h)), Err: ErrUnknownCode}
			}
			k = d.kindOf(uint32(h))
			head = h
		}
		if good := rows.Commodities[i]; uint32(good) >= uint32(len(d.goods.values)) {
			return dst, k.rowError(rows.Numbers[i], "commodity", strconv.Itoa(int(good)), ErrUnknownCode)
		}
		if !known || f.value != value.Reported || f.weight != weight.Reported ||
			(f.unit != "") != quantity.Reported || quantity.Reported && f.unit != unit {
			f = form{value.Reported, weight.Reported, ""}
			if quantity.Reported {
				f.unit = unit
			}
			known = true
			c := &d.formCache[f.slot()]
			if c.form != f || c.number == 0 || quantity.Reported && unit == "" {
				if quantity.Reported && !unit.IsValid() {
					return dst, k.rowError(rows.Numbers[i], "quantity", string(unit), ErrUnitMismatch)
				}
				*c = formNumber{f, d.forms.Of(f) + 1}
				d.grow()
			}
			number = c.number - 1
		}
		if f.value && k.currency == 0 {
			return dst, k.rowError(rows.Numbers[i], "value", "", fmt.Errorf("%w: its head has no currency", ErrCurrencyMismatch))
		}
		if !value.IsValid() || !weight.IsValid() || !quantity.IsValid() {
			return dst, k.figureError(rows.Numbers[i], value, weight, quantity)
		}
		dst = append(dst, number)
	}
	return dst, nil
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
