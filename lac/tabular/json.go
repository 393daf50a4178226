package tabular

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// appendJSON appends v as encoding/json writes it, with <, > and & as they are,
// and with an error where that would replace bytes that are not UTF-8. It is
// apart from encoding/json because what that writes of a decimal depends on a
// setting of the whole program.
func appendJSON(b []byte, v reflect.Value, f *form) ([]byte, error) {
	switch f.kind {
	case partKind:
		return appendMembers(append(b, '{'), v, f)
	case listKind:
		if v.IsNil() {
			return append(b, "null"...), nil
		}
		b = append(b, '[')
		for i := range v.Len() {
			if i > 0 {
				b = append(b, ',')
			}
			var err error
			if b, err = appendJSON(b, v.Index(i), f.elem); err != nil {
				return b, under("["+strconv.Itoa(i)+"]", err)
			}
		}
		return append(b, ']'), nil
	case countKind:
		return strconv.AppendInt(b, v.Int(), 10), nil
	case flagKind:
		return strconv.AppendBool(b, v.Bool()), nil
	}
	var scratch [128]byte
	text, err := appendScalar(scratch[:0], v, f)
	if err != nil {
		return b, err
	}
	if f.kind == numberKind && len(text) == 0 {
		text = append(text, '0')
	}
	return appendQuoted(b, text), nil
}

// appendMembers appends the fields of a part, and the brace that closes it.
func appendMembers(b []byte, v reflect.Value, f *form) ([]byte, error) {
	for i, p := range f.fields {
		value := v.Field(i)
		if p.optional && isZero(value, p.form) {
			continue
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), p.name...), `":`...)
		var err error
		if b, err = appendJSON(b, value, p.form); err != nil {
			return b, under(p.name, err)
		}
	}
	return append(b, '}'), nil
}

func isZero(v reflect.Value, f *form) bool {
	switch f.kind {
	case listKind:
		return v.Len() == 0
	case numberKind: // 0 with whatever exponent
		text, err := appendScalar(nil, v, f)
		return err == nil && len(text) == 0
	case partKind: // with an empty list or none
		for i, p := range f.fields {
			if !isZero(v.Field(i), p.form) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

// appendQuoted appends text, which is UTF-8, as a JSON string.
func appendQuoted(b, text []byte) []byte {
	b = append(b, '"')
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ':
			if i := strings.IndexByte("\b\f\n\r\t", byte(r)); i >= 0 {
				b = append(b, '\\', "bfnrt"[i])
			} else {
				b = fmt.Appendf(b, `\u%04x`, r)
			}
		case r == '\u2028' || r == '\u2029': // line ends in JavaScript
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = append(b, text[:size]...)
		}
		text = text[size:]
	}
	return append(b, '"')
}

// maxListBytes bounds the memory that the lists of one record take: three bytes
// of JSON can make an element of hundreds.
const maxListBytes = 32 << 20

// set sets v to the value at i and returns the offset after it. An error is a
// [*lac.FieldError] and leaves v as it may be.
func (d *decoder) set(v reflect.Value, f *form, i int) (int, error) {
	if d.text[i] == 'n' { // null
		v.SetZero()
		return d.end(i), nil
	}
	switch f.kind {
	case partKind:
		return d.part(v, f, i, "")
	case listKind:
		return d.list(v, f, i)
	}
	end := d.end(i)
	var s string
	var err error
	switch bare := d.text[i] != '"'; {
	case bare && (f.kind == countKind || f.kind == flagKind || f.kind == numberKind):
		s = string(d.text[i:end])
	case !bare && (f.kind == countKind || f.kind == flagKind):
		return i, d.wrong(i, fmt.Errorf("%w: want a value without quotation marks", lac.ErrSyntax))
	default:
		if s, err = d.string(i); err != nil {
			return i, err
		}
	}
	if err := setScalar(v, f, s); err != nil {
		return i, d.wrong(i, err)
	}
	return end, nil
}

// part sets a struct to the object at i, of which one member may be no field.
func (d *decoder) part(v reflect.Value, f *form, i int, other string) (int, error) {
	var seen uint64 // no record has 64 fields
	return d.object(i, func(name string, i int) (int, error) {
		if other != "" && name == other {
			return d.end(i), nil
		}
		n := f.field(name)
		switch {
		case n < 0:
			return i, d.wrong(i, fmt.Errorf("%w: no such field", lac.ErrUnknownCode))
		case seen&(1<<n) != 0:
			return i, d.wrong(i, fmt.Errorf("%w: the field stands twice", lac.ErrSyntax))
		}
		seen |= 1 << n
		return d.set(v.Field(n), f.fields[n].form, i)
	})
}

// list sets a slice to the array at i.
func (d *decoder) list(v reflect.Value, f *form, i int) (int, error) {
	if d.text[i] != '[' {
		return i, d.wrong(i, fmt.Errorf("%w: want an array", lac.ErrSyntax))
	}
	v.Set(reflect.MakeSlice(f.typ, 0, 0))
	for i = d.space(i + 1); d.text[i] != ']'; {
		n := v.Len()
		if d.lists += int(f.elem.typ.Size()); d.lists > maxListBytes {
			return i, d.wrong(i, fmt.Errorf("%w: a record with lists of more than %d bytes", lac.ErrRange, maxListBytes))
		}
		v.Grow(1)
		v.SetLen(n + 1)
		var err error
		if i, err = d.set(v.Index(n), f.elem, i); err != nil {
			return i, under("["+strconv.Itoa(n)+"]", err)
		}
		if i = d.space(i); d.text[i] == ',' {
			i = d.space(i + 1)
		}
	}
	return i + 1, nil
}

// setJSONList sets a list to the array that the text of a cell is.
func setJSONList(v reflect.Value, f *form, text string) error {
	d := decoder{text: []byte(text)}
	if offset, err := wellFormed(d.text); err != nil {
		return fmt.Errorf("at byte %d of the cell: %w", offset+1, err)
	}
	_, err := d.set(v, f, d.space(0))
	var e *lac.FieldError
	if errors.As(err, &e) {
		return fmt.Errorf("at byte %d of the cell: %w", d.at+1, err)
	}
	return err
}

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
