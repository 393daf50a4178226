package lac

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// mostText is the length of the longest text that a value is read from.
const mostText = 512

// unmarshal sets *v to what parse makes of text; empty text is the zero value.
func unmarshal[T any](v *T, text []byte, parse func(string) (T, error)) error {
	if len(text) == 0 {
		var zero T
		*v = zero
		return nil
	}
	// Every text form is short: a longer text is refused before it is copied.
	if len(text) > mostText {
		return fmt.Errorf("%s: %w: %d bytes", quote(string(text[:mostText])), ErrSyntax, len(text))
	}
	got, err := parse(string(text))
	if err != nil {
		return err
	}
	*v = got
	return nil
}

// unmarshalJSON sets *v to what a JSON string says in v's text form. Null is the
// zero value, as empty text is: a value that was there before does not stay.
func unmarshalJSON[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](v P, data []byte) error {
	if string(data) == "null" {
		var zero T
		*v = zero
		return nil
	}
	if len(data) == 0 || data[0] != '"' {
		return fmt.Errorf("%s: %w: want a string", quoteBytes(data), ErrSyntax)
	}
	// An escape takes six bytes for one.
	if len(data) > 6*mostText+2 {
		return fmt.Errorf("%s: %w: %d bytes", quoteBytes(data), ErrSyntax, len(data))
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return fmt.Errorf("%s: %w: %w", quoteBytes(data), ErrSyntax, err)
	}
	return v.UnmarshalText([]byte(text))
}

func quoteBytes(b []byte) string { return quote(string(b[:min(len(b), mostText)])) }

// sqlValue returns the database form of v: its text, or NULL if it is absent.
func sqlValue(v encoding.TextMarshaler, absent bool) (any, error) {
	if absent {
		return nil, nil
	}
	text, err := v.MarshalText()
	return string(text), err
}

// sqlScan sets v from a database column: of text, or of numbers where a whole
// number is a text form of v. Drivers give numbers in types of their own, which
// say them as text.
func sqlScan(v encoding.TextUnmarshaler, src any) error {
	text, ok := sqlText(src)
	if !ok {
		return fmt.Errorf("scan %T: %w: want text, or a number that is no float", src, ErrSyntax)
	}
	return v.UnmarshalText(text)
}

// numberAlone returns err, of a value that was scanned from src, with what to do if that
// is a number which lacks a unit.
func numberAlone(src any, err error) error {
	if err == nil {
		return nil
	}
	if text, ok := sqlText(src); ok && len(text) <= mostText {
		if _, notNumber := fixed.Parse(text); notNumber == nil {
			return fmt.Errorf("%w: a number alone is for ScanIn", err)
		}
	}
	return err
}

// A numberColumn sets to from columns of numbers, which parse reads.
type numberColumn[V any] struct {
	to    *V
	parse func(text string) (V, error)
}

// Scan implements [database/sql.Scanner].
func (c numberColumn[V]) Scan(src any) error {
	text, ok := sqlText(src)
	if !ok {
		return fmt.Errorf("scan %T: %w: want a number that is no float, or text", src, ErrSyntax)
	}
	return unmarshal(c.to, text, c.parse)
}

// sqlText returns the text of a column's value, none for NULL; false for a value
// that is neither text nor an exact number.
func sqlText(src any) ([]byte, bool) {
	switch src := src.(type) {
	case nil:
		return nil, true
	case []byte:
		return src, true
	case time.Time, bool:
		return nil, false
	}
	switch r := reflect.ValueOf(src); r.Kind() {
	case reflect.String:
		return []byte(r.String()), true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return fmt.Append(nil, r.Int()), true
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return fmt.Append(nil, r.Uint()), true
	case reflect.Slice:
		if r.Type().Elem().Kind() == reflect.Uint8 {
			return r.Bytes(), true
		}
	case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Func, reflect.Chan:
		if r.IsNil() {
			return nil, true
		}
	}
	// A decimal of a driver.
	if s, ok := src.(fmt.Stringer); ok {
		return []byte(s.String()), true
	}
	return nil, false
}

// A number is a decimal that JSON gives, as text or as a number. What is longer
// than a value can be is refused before it is read.
type number struct{ decimal.Decimal }

func (n *number) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		n.Decimal = decimal.Decimal{}
		return nil
	}
	const most = 100
	text := bytes.Trim(data, `"`)
	if len(text) > most {
		return fmt.Errorf("number %s: %w: %d bytes", quoteBytes(text), ErrRange, len(text))
	}
	d, err := decimal.NewFromString(string(text))
	if err != nil {
		return fmt.Errorf("number %s: %w", quoteBytes(text), ErrSyntax)
	}
	n.Decimal = d
	return nil
}
