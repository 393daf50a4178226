package lac

import (
	"errors"
	"fmt"
	"strings"
)

// Sentinel errors. Test for them with [errors.Is]; the errors that the package
// returns wrap them together with the operands.
var (
	// ErrSyntax says that a text is not in the form that its type or field has.
	ErrSyntax = errors.New("malformed")
	// ErrUnknownCode says that a text is well formed but names nothing known.
	ErrUnknownCode = errors.New("unknown code")
	// ErrRange says that a value or result is well formed but not one that its
	// type, field or operation allows: 30 February, more than 38 digits, an
	// amount below zero, a division by zero. Nothing was rounded to fit.
	ErrRange = errors.New("out of range")
	// ErrCurrencyMismatch says that amounts in two currencies met.
	ErrCurrencyMismatch = errors.New("currencies differ")
	// ErrUnitMismatch says that quantities in two units met, or that a quantity
	// is not in the unit that its field or use demands.
	ErrUnitMismatch = errors.New("units differ")
	// ErrMissing says that a value that an operation needs is not reported, or
	// that a field that a record needs is empty.
	ErrMissing = errors.New("not reported")
	// ErrDuplicateID says that two records of a dataset, or two claims of a
	// statement, have one ID.
	ErrDuplicateID = errors.New("duplicate id")
	// ErrUnknownSource says that a record names a source that its dataset does not hold.
	ErrUnknownSource = errors.New("unknown source")
)

// A FieldError says what is wrong with one field of a record. The Validate
// methods join FieldErrors; [errors.As] finds the first of them.
type FieldError struct {
	Record string // the record's ID, empty where it has none
	Field  string // the field's name as in JSON; nested as in claims[0].end
	Text   string // the offending text, shortened
	Err    error  // the cause
}

// Error returns the record, the field, its text and the cause in one line.
func (e *FieldError) Error() string {
	var b strings.Builder
	if e.Record != "" {
		fmt.Fprintf(&b, "record %s: ", quote(e.Record))
	}
	fmt.Fprintf(&b, "field %s", e.Field)
	if e.Text != "" {
		fmt.Fprintf(&b, " %s", quote(e.Text))
	}
	fmt.Fprintf(&b, ": %v", e.Err)
	return b.String()
}

// Unwrap returns the cause.
func (e *FieldError) Unwrap() error { return e.Err }

// A RowError says what is wrong with one row of a file, or with the part of it that
// is rejected. Readers of files, such as package comtrade, give it. It is
// recoverable: the row is rejected and reading goes on. Readers that have notes give
// them in this form too: then the row breaks a rule of its standard, but its meaning
// is plain, and it is read.
type RowError struct {
	Source string // the file or source that was read
	Line   int    // line on which the row starts, from 1
	Column int    // byte column of the field in its line, from 1; 0 if the row as a whole is meant
	Field  string // the field's name as in the file's header
	Text   string // the offending text, shortened
	Err    error  // the cause
}

// Error returns the place, as file:line:column, then the field, its text and
// the cause.
func (e *RowError) Error() string {
	var b strings.Builder
	if e.Source != "" {
		fmt.Fprintf(&b, "%s:", e.Source)
	}
	fmt.Fprintf(&b, "%d:", e.Line)
	if e.Column > 0 {
		fmt.Fprintf(&b, "%d:", e.Column)
	}
	if e.Field != "" {
		fmt.Fprintf(&b, " field %s", e.Field)
	}
	if e.Text != "" {
		fmt.Fprintf(&b, " %s", quote(e.Text))
	}
	if e.Field != "" || e.Text != "" {
		b.WriteByte(':')
	}
	fmt.Fprintf(&b, " %v", e.Err)
	return b.String()
}

// Unwrap returns the cause.
func (e *RowError) Unwrap() error { return e.Err }

// quote shortens s to a length that an error message can carry, and quotes it.
func quote(s string) string { return fmt.Sprintf("%q", shortened(s)) }

// shortened returns s if it has at most 60 bytes, else so much of its beginning.
func shortened(s string) string {
	const most = 60
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
