package tabular

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/sinolac/sinolac/lac"
)

// problems are what is wrong with a header.
type problems []error

func (p *problems) add(err error, format string, args ...any) {
	*p = append(*p, fmt.Errorf("%w: %s", err, fmt.Sprintf(format, args...)))
}

// err returns the first twenty problems as one error, and counts the others.
func (p problems) err() error {
	const most = 20
	if more := len(p) - most; more > 0 {
		p = append(p[:most], fmt.Errorf("and %d further errors", more))
	}
	if len(p) == 0 {
		return nil
	}
	return fmt.Errorf("header: %w", errors.Join(p...))
}

// fieldErrors returns the errors of fields that the error of a Validate joins.
func fieldErrors(err error) []*lac.FieldError {
	if err == nil {
		return nil
	}
	parts := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		parts = joined.Unwrap()
	}
	var fields []*lac.FieldError
	for _, e := range parts {
		var f *lac.FieldError
		if !errors.As(e, &f) {
			f = &lac.FieldError{Err: e}
		}
		fields = append(fields, f)
	}
	return fields
}

func validate(record reflect.Value) error {
	return record.Interface().(interface{ Validate() error }).Validate()
}
