package tabular

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// appendScalar appends the text of a value that is neither part nor list: none
// for one that is zero, which means not stated.
func appendScalar(b []byte, v reflect.Value, f *form) ([]byte, error) {
	switch f.kind {
	case textKind:
		s := v.String()
		if !utf8.ValidString(s) {
			return b, &lac.FieldError{Text: feed.Shorten(s), Err: fmt.Errorf("%w: not UTF-8", lac.ErrSyntax)}
		}
		return append(b, s...), nil
	case codeKind, amountKind:
		out, err := v.Addr().Interface().(textForm).AppendText(b)
		if err != nil {
			return b, &lac.FieldError{Err: err}
		}
		return out, nil
	case numberKind:
		return appendNumber(b, *v.Addr().Interface().(*decimal.Decimal))
	case countKind:
		if n := v.Int(); n != 0 {
			return strconv.AppendInt(b, n, 10), nil
		}
	case flagKind:
		if v.Bool() {
			return append(b, "true"...), nil
		}
	}
	return b, nil
}

// appendNumber appends a decimal number; nothing for 0.
func appendNumber(b []byte, d decimal.Decimal) ([]byte, error) {
	n, err := fixed.FromDecimal(d)
	switch {
	case err != nil:
		return b, &lac.FieldError{Err: fmt.Errorf("%w: %w", lac.ErrRange, err)}
	case n.Sign() == 0:
		return b, nil
	}
	return n.AppendText(b), nil
}

// isPlain reports whether lists of f can be written as plain text: areas, and
// areas with their percentages.
func (f *form) isPlain() bool { return f.elem.kind == codeKind || f.elem.typ == typeAreaShare }

// hasPlain reports whether a list is written as plain text, which has to be read
// again: it is not too long, and nothing is in it but areas and percentages.
func (f *form) hasPlain(v reflect.Value) bool {
	plain := f.isPlain() && 0 < v.Len() && v.Len() <= maxElements
	for i := 0; plain && i < v.Len() && f.elem.typ == typeAreaShare; i++ {
		s := shareAt(v.Index(i))
		plain = s.Area != 0 && *s == lac.AreaShare{Area: s.Area, Percent: s.Percent}
	}
	return plain
}

func shareAt(v reflect.Value) *lac.AreaShare { return v.Addr().Interface().(*lac.AreaShare) }

// setScalar sets a value that is neither part nor list to what s spells; no text
// is its zero value.
func setScalar(v reflect.Value, f *form, s string) error {
	if s == "" {
		v.SetZero()
		return nil
	}
	switch f.kind {
	case textKind:
		v.SetString(s)
	case codeKind, amountKind:
		return v.Addr().Interface().(textForm).UnmarshalText([]byte(s))
	case numberKind:
		d, err := parseNumber(s)
		if err != nil {
			return err
		}
		*v.Addr().Interface().(*decimal.Decimal) = d.Decimal()
	case countKind:
		n, err := strconv.ParseInt(s, 10, 64)
		switch {
		case errors.Is(err, strconv.ErrRange):
			return fmt.Errorf("%w: want a smaller integer", lac.ErrRange)
		case err != nil:
			return fmt.Errorf("%w: want an integer", lac.ErrSyntax)
		case v.OverflowInt(n):
			return fmt.Errorf("%w: want a smaller integer", lac.ErrRange)
		}
		v.SetInt(n)
	case flagKind:
		switch s {
		case "false", "true":
			v.SetBool(s == "true")
		default:
			return fmt.Errorf("%w: want true or false", lac.ErrSyntax)
		}
	}
	return nil
}

// parseNumber reads a decimal number.
func parseNumber(s string) (fixed.Dec, error) {
	d, err := fixed.Parse(s)
	switch err {
	case nil:
		return d, nil
	case fixed.ErrRange:
		return fixed.Dec{}, fmt.Errorf("%w: %w", lac.ErrRange, err)
	}
	return fixed.Dec{}, fmt.Errorf("%w: want a number", lac.ErrSyntax)
}

// checkUnit returns why amounts of form f cannot be in a unit.
func checkUnit(f *form, unit string) error {
	switch {
	case unit == "":
		return lac.ErrMissing
	case f.typ == typeMoney:
		_, err := lac.ParseCurrency(unit)
		return err
	case !lac.Unit(unit).IsValid():
		return fmt.Errorf("%w: want a unit", lac.ErrSyntax)
	}
	return nil
}

// setAmount sets an amount to a number of units.
func setAmount(v reflect.Value, f *form, number, unit string) (err error) {
	if f.typ == typeQuantity {
		*v.Addr().Interface().(*lac.Quantity), err = lac.ParseNumber(number, lac.Unit(unit))
		return err
	}
	c, err := lac.ParseCurrency(unit)
	if err == nil {
		*v.Addr().Interface().(*lac.Money), err = lac.ParseAmount(number, c)
	}
	return err
}
