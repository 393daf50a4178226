package lac

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// What is wrong with a part is wrong with the record, whatever kind of error says so.
func TestNestedLosesNoError(t *testing.T) {
	ofField := &FieldError{Field: "value", Text: "x", Err: ErrRange}
	plain := errors.New("disk on fire")
	wrapped := fmt.Errorf("at line 3: %w", ofField)
	tests := []struct {
		name string
		err  error
		want []string
	}{
		{"none", nil, nil},
		{"one of a field", ofField, []string{`field part.value "x": out of range`}},
		{"one of no field", plain, []string{"field part: disk on fire"}},
		{"a field error with words about it", wrapped, []string{`field part: at line 3: field value "x": out of range`}},
		{"a join", errors.Join(ofField, plain), []string{`field part.value "x": out of range`, "field part: disk on fire"}},
		{"a join in a join", errors.Join(plain, errors.Join(plain, ofField)),
			[]string{"field part: disk on fire", "field part: disk on fire", `field part.value "x": out of range`}},
	}
	for _, tt := range tests {
		var v validation
		v.nested("part", tt.err)
		var got []string
		for _, err := range v.errs {
			got = append(got, err.Error())
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if err := v.err(); tt.err != nil && !errors.Is(err, ErrRange) && errors.Is(tt.err, ErrRange) {
			t.Errorf("%s: %v is not ErrRange", tt.name, err)
		}
	}
}

// A field's text is kept no longer than a message can carry it.
func TestFieldTextIsShortened(t *testing.T) {
	var v validation
	v.add("id", strings.Repeat("x", 1<<20), ErrSyntax)
	var f *FieldError
	if errors.As(v.err(), &f); len(f.Text) > 70 || len(f.Error()) > 120 {
		t.Errorf("%d bytes of text, %d of message", len(f.Text), len(f.Error()))
	}
}
