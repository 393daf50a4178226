package lac

import (
	"encoding"
	"fmt"
)

// unmarshal sets *v to what parse makes of text; empty text is the zero value.
func unmarshal[T any](v *T, text []byte, parse func(string) (T, error)) error {
	if len(text) == 0 {
		var zero T
		*v = zero
		return nil
	}
	// Every text form is short: a longer text is refused before it is copied.
	const most = 512
	if len(text) > most {
		return fmt.Errorf("%s: %w: %d bytes", quote(string(text[:most])), ErrSyntax, len(text))
	}
	got, err := parse(string(text))
	if err != nil {
		return err
	}
	*v = got
	return nil
}

// sqlValue returns the database form of v: its text, or NULL if it is absent.
func sqlValue(v encoding.TextMarshaler, absent bool) (any, error) {
	if absent {
		return nil, nil
	}
	text, err := v.MarshalText()
	return string(text), err
}

// sqlScan sets v from a database column of text.
func sqlScan(v encoding.TextUnmarshaler, src any) error {
	switch src := src.(type) {
	case nil:
		return v.UnmarshalText(nil)
	case string:
		return v.UnmarshalText([]byte(src))
	case []byte:
		return v.UnmarshalText(src)
	case int64:
		return v.UnmarshalText(fmt.Append(nil, src))
	}
	return fmt.Errorf("scan %T: %w: want text", src, ErrSyntax)
}
