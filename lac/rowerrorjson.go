package lac

import (
	"encoding/json"
	"errors"
)

// rowErrorJSON is the form of a RowError in JSON.
type rowErrorJSON struct {
	Source string   `json:"source,omitempty"`
	Line   int      `json:"line"`
	Column int      `json:"column,omitempty"`
	Field  string   `json:"field,omitempty"`
	Text   string   `json:"text,omitempty"`
	Err    string   `json:"error"`
	Is     []string `json:"is,omitempty"` // the sentinels that Err wraps
}

// A readError is the cause of a RowError as JSON gives it: its text, and the
// sentinels that it wrapped.
type readError struct {
	text string
	is   []error
}

func (e *readError) Error() string   { return e.text }
func (e *readError) Unwrap() []error { return e.is }

// sentinels are those that a cause may wrap, by which errors are told apart.
var sentinels = [...]error{
	ErrSyntax, ErrUnknownCode, ErrRange, ErrCurrencyMismatch, ErrUnitMismatch, ErrMissing, ErrDuplicateID, ErrUnknownSource,
}

// MarshalJSON returns the error as an object, with the text of its cause and those of
// the package's sentinels that the cause wraps.
func (e *RowError) MarshalJSON() ([]byte, error) {
	v := rowErrorJSON{Source: e.Source, Line: e.Line, Column: e.Column, Field: e.Field, Text: e.Text}
	if e.Err != nil {
		v.Err = e.Err.Error()
	}
	for _, sentinel := range sentinels {
		if errors.Is(e.Err, sentinel) {
			v.Is = append(v.Is, sentinel.Error())
		}
	}
	return json.Marshal(v)
}

// UnmarshalJSON reads what MarshalJSON returns. The cause has the same text and wraps
// the same sentinels, and nothing else.
func (e *RowError) UnmarshalJSON(text []byte) error {
	var v rowErrorJSON
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	cause := &readError{text: v.Err}
	for _, is := range v.Is {
		for _, sentinel := range sentinels {
			if sentinel.Error() == is {
				cause.is = append(cause.is, sentinel)
			}
		}
	}
	*e = RowError{v.Source, v.Line, v.Column, v.Field, v.Text, nil}
	if v.Err != "" {
		e.Err = cause
	}
	return nil
}
