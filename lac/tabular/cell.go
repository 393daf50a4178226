package tabular

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
)

// appendCells calls cell with the text of each column that value v has, in the
// order of [form.columns]. The text is valid during the call only. An error is a
// [*lac.FieldError].
func (f *form) appendCells(v reflect.Value, buf []byte, cell func(f *form, text []byte)) error {
	switch f.kind {
	case partKind:
		for i, p := range f.fields {
			if err := p.form.appendCells(v.Field(i), buf, cell); err != nil {
				return under(p.name, err)
			}
		}
		return nil
	case amountKind:
		text, err := appendScalar(buf, v, f)
		number, unit, _ := bytes.Cut(text, []byte{' '})
		cell(f, number)
		cell(f, unit)
		return err
	case listKind:
		text, err := appendList(buf, v, f)
		cell(f, text)
		return err
	}
	text, err := appendScalar(buf, v, f)
	cell(f, text)
	return err
}

// appendScalar appends the text of a value that is neither part nor list: none
// for one that is zero, which means not stated.
func appendScalar(b []byte, v reflect.Value, f *form) ([]byte, error) {
	switch f.kind {
	case textKind:
		s := v.String()
		if !utf8.ValidString(s) {
			return b, &lac.FieldError{Text: plaintext.Shorten(s), Err: fmt.Errorf("%w: not UTF-8", lac.ErrSyntax)}
		}
		return append(b, s...), nil
	case codeKind, amountKind:
		out, err := v.Addr().Interface().(textForm).AppendText(b)
		if err != nil {
			return b, &lac.FieldError{Err: err}
		}
		return out, nil
	case numberKind:
		d, err := fixed.FromDecimal(*v.Addr().Interface().(*decimal.Decimal))
		if err != nil {
			return b, &lac.FieldError{Err: fmt.Errorf("%w: %w", lac.ErrRange, err)}
		}
		if d.Sign() == 0 {
			return b, nil
		}
		return d.AppendText(b), nil
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

// isPlain reports whether lists of f are written as plain text: areas, and areas
// with their percentages.
func (f *form) isPlain() bool { return f.elem.kind == codeKind || f.elem.typ == typeAreaShare }

// appendList appends the text of a list: plain text if it has one that is read
// again, else JSON. Nothing is a list that is nil, [] an empty one.
func appendList(b []byte, v reflect.Value, f *form) ([]byte, error) {
	switch {
	case v.IsNil():
		return b, nil
	case !f.isPlain() || v.Len() == 0 || v.Len() > maxElements:
		return appendJSON(b, v, f)
	}
	for i := range v.Len() {
		if i > 0 {
			b = append(b, "; "...)
		}
		var err error
		if e := v.Index(i); f.elem.kind == codeKind {
			b, err = appendScalar(b, e, f.elem)
		} else if b, err = appendScalar(b, e.Field(0), f.elem.fields[0].form); err == nil {
			b, err = appendScalar(append(b, ' '), e.Field(1), f.elem.fields[1].form)
		}
		if err != nil {
			return b, under("["+strconv.Itoa(i)+"]", err)
		}
	}
	return b, nil
}

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

// setList sets a list to what s spells, as JSON or as plain text.
func setList(v reflect.Value, f *form, s string) error {
	if !f.isPlain() || strings.HasPrefix(s, "[") {
		return setJSONList(v, f, s)
	}
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		if v.Len() == maxElements {
			return fmt.Errorf("%w: more than %d areas", lac.ErrRange, maxElements)
		}
		v.Grow(1)
		v.SetLen(v.Len() + 1)
		e := v.Index(v.Len() - 1)
		var err error
		if f.elem.kind == codeKind {
			err = setScalar(e, f.elem, part)
		} else {
			err = setShare(e, f.elem, part)
		}
		if err != nil {
			return err
		}
	}
	// One area alone has the whole.
	if first := v.Index(0); v.Len() == 1 && f.elem.typ == typeAreaShare && first.Field(1).IsZero() {
		return setScalar(first.Field(1), f.elem.fields[1].form, "100")
	}
	return nil
}

// setShare sets an area and, if it is there, its percentage. The name of an area
// may have spaces in it.
func setShare(v reflect.Value, f *form, s string) error {
	area, percent := s, ""
	if at := strings.LastIndexByte(s, ' '); at >= 0 && strings.IndexByte("0123456789.+-", s[at+1]) >= 0 {
		area, percent = strings.TrimSpace(s[:at]), s[at+1:]
	}
	if err := setScalar(v.Field(0), f.fields[0].form, area); err != nil {
		return err
	}
	if err := setScalar(v.Field(1), f.fields[1].form, percent); err != nil {
		return fmt.Errorf("percentage %q: %w", plaintext.Shorten(percent), err)
	}
	return nil
}
