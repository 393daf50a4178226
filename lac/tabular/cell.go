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
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/fixed"
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

// appendList appends the text of a list, as plain text or else JSON. Nothing is a
// list that is nil, [] an empty one.
func appendList(b []byte, v reflect.Value, f *form) ([]byte, error) {
	switch {
	case v.IsNil():
		return b, nil
	case !f.hasPlain(v):
		return appendJSON(b, v, f)
	}
	for i := range v.Len() {
		if i > 0 {
			b = append(b, "; "...)
		}
		var err error
		if e := v.Index(i); f.elem.typ != typeAreaShare {
			b, err = appendScalar(b, e, f.elem)
		} else if b, err = shareAt(e).Area.AppendText(b); err == nil {
			b, err = appendNumber(append(b, ' '), shareAt(e).Percent)
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
		if f.elem.typ == typeAreaShare {
			err = setShare(shareAt(e), part)
		} else {
			err = setScalar(e, f.elem, part)
		}
		if err != nil {
			return err
		}
	}
	// One area alone has the whole.
	if f.elem.typ == typeAreaShare && v.Len() == 1 && shareAt(v.Index(0)).Percent.IsZero() {
		shareAt(v.Index(0)).Percent = decimal.NewFromInt(100)
	}
	return nil
}

// setShare sets an area and, if it is there, its percentage. The name of an area
// may have spaces in it.
func setShare(share *lac.AreaShare, s string) error {
	area, percent := s, ""
	if at := strings.LastIndexByte(s, ' '); at >= 0 && strings.IndexByte("0123456789.+-", s[at+1]) >= 0 {
		area, percent = strings.TrimSpace(s[:at]), s[at+1:]
	}
	if err := share.Area.UnmarshalText([]byte(area)); err != nil || percent == "" {
		return err
	}
	d, err := parseNumber(percent)
	if err != nil {
		return fmt.Errorf("percentage %q: %w", feed.Shorten(percent), err)
	}
	share.Percent = d.Decimal()
	return nil
}
