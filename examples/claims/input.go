package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// maxInput bounds a file of claims in bytes, and maxObjects what it takes in memory:
// each object of its JSON, and each null, can be a claim. maxMistakes is how many
// mistakes are told, and maxDepth how far one is followed: a claim's fields lie five
// deep.
const (
	maxInput    = 16 << 20
	maxObjects  = 100_000
	maxMistakes = 20
	maxDepth    = 8
)

// readText reads a whole file, or standard input if its name is "-".
func readText(name string, stdin io.Reader) ([]byte, error) {
	in := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err == nil && len(text) > maxInput {
		err = fmt.Errorf("%s: longer than %d MB", name, maxInput>>20)
	}
	return bytes.TrimPrefix(text, []byte("\ufeff")), err
}

// readClaims reads a statement, or a list of claims as a statement that has
// nothing else. Every mistake is an error of its own with its line.
func readClaims(name string, stdin io.Reader) (lac.Statement, error) {
	text, err := readText(name, stdin)
	if err != nil {
		return lac.Statement{}, err
	}
	if name == "-" {
		name = "standard input"
	}
	if bytes.Count(text, []byte("{"))+bytes.Count(text, []byte("null")) > maxObjects {
		return lac.Statement{}, fmt.Errorf("%s: %w: more than %d objects", name, lac.ErrRange, maxObjects)
	}
	var s lac.Statement
	validate := func() error { return s.Validate() }
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")) {
		s.ID = filepath.Base(name)
		s.Claims, err = decode[[]lac.Claim](name, text)
		validate = func() error { return validateList(s.Claims) }
	} else {
		s, err = decode[lac.Statement](name, text)
	}
	if err == nil {
		err = placed(name, text, validate())
	}
	if err == nil && len(s.Claims) == 0 {
		err = fmt.Errorf("%s: no claims in it", name)
	}
	return s, err
}

// validateList returns what is wrong with claims that are not of one statement, as
// a join of *lac.FieldError.
func validateList(claims []lac.Claim) error {
	var errs []error
	seen := map[string]bool{}
	for i, c := range claims {
		for _, e := range fieldErrors(c.Validate()) {
			e.Field = fmt.Sprintf("[%d].%s", i, e.Field)
			errs = append(errs, e)
		}
		if seen[c.ID] {
			errs = append(errs, &lac.FieldError{Record: c.ID, Field: fmt.Sprintf("[%d].id", i), Text: c.ID, Err: lac.ErrDuplicateID})
		}
		seen[c.ID] = true
	}
	return errors.Join(errs...)
}

func fieldErrors(err error) []*lac.FieldError {
	var out []*lac.FieldError
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			var f *lac.FieldError
			if errors.As(e, &f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// placed gives the field errors of a record the lines on which the fields are, or
// on which what lacks them begins.
func placed(name string, text []byte, err error) error {
	var errs []error
	for i, e := range fieldErrors(err) {
		if i == maxMistakes {
			errs = append(errs, fmt.Errorf("%s: more mistakes follow", name))
			break
		}
		errs = append(errs, &lac.RowError{Source: name, Line: lineOf(text, find(text, e.Field)), Field: e.Field, Text: e.Text, Err: e.Err})
	}
	return errors.Join(errs...)
}

// readPolicy returns a policy by its name, or reads it from a file.
func readPolicy(name string) (check.Policy, error) {
	switch name {
	case "default":
		return check.Default(), nil
	case "strict":
		return check.Strict(), nil
	case "loose":
		return check.Loose(), nil
	}
	text, err := readText(name, strings.NewReader(""))
	if errors.Is(err, os.ErrNotExist) {
		return check.Policy{}, fmt.Errorf("policy %q: want default, strict, loose or a JSON file: %w", name, err)
	}
	if err != nil {
		return check.Policy{}, err
	}
	return decode[check.Policy](name, text)
}

// decode reads one value of JSON. A field that T does not have is an error: it may
// be a slip of the pen in one that it has.
func decode[T any](name string, text []byte) (T, error) {
	try := func(doc []byte) error {
		var v T
		d := json.NewDecoder(bytes.NewReader(doc))
		d.DisallowUnknownFields()
		return d.Decode(&v)
	}
	var v T
	var syntax *json.SyntaxError
	switch err := json.Unmarshal(text, &json.RawMessage{}); {
	case errors.As(err, &syntax):
		return v, &lac.RowError{Source: name, Line: lineOf(text, int(syntax.Offset)), Err: fmt.Errorf("%w: %w", lac.ErrSyntax, err)}
	case err != nil:
		return v, fmt.Errorf("%s: %w", name, err)
	}
	if err := try(text); err != nil {
		at, field, cause := blame(try, text)
		if cause == nil { // the value as a whole, not a part of it
			cause = err
		}
		return v, &lac.RowError{Source: name, Line: lineOf(text, at), Field: field, Err: plain(cause)}
	}
	err := json.Unmarshal(text, &v)
	return v, err
}

// plain returns an error of package json in words that do not speak of Go.
func plain(err error) error {
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.As(err, &mismatch):
		return fmt.Errorf("%w: a JSON %s does not belong here", lac.ErrSyntax, mismatch.Value)
	case strings.HasPrefix(err.Error(), "json: unknown field"):
		return fmt.Errorf("%w: there is no such field", lac.ErrUnknownCode)
	}
	return err
}

// blame returns where in a text is what cannot be decoded, the path of the field,
// and the error. Package json says neither, so that every member is tried alone,
// and the members of the first that fails in turn.
func blame(try func([]byte) error, text []byte) (at int, path string, cause error) {
	raw, before, after := text, "", ""
	for range maxDepth {
		var bad *member
		for _, m := range members(raw) {
			opening, closing := before+m.opening, m.closing+after
			err := try([]byte(opening + string(m.value) + closing))
			if err == nil {
				continue
			}
			bad, cause = &m, err
			before, after = opening, closing
			break
		}
		if bad == nil {
			break
		}
		at += bad.at
		path = join(path, bad.name)
		if try([]byte(before+"null"+after)) != nil {
			break // the name is what is wrong
		}
		raw = bad.value
		at += bad.from - bad.at
	}
	return at, path, cause
}

// find returns where in a text the value of a field is, by its path; of one that
// is not there, the value that should have it.
func find(text []byte, path string) int {
	at, raw, here := 0, text, ""
	for range maxDepth {
		found := false
		for _, m := range members(raw) {
			if p := join(here, m.name); path == p || strings.HasPrefix(path, p+".") || strings.HasPrefix(path, p+"[") {
				at, raw, here, found = at+m.from, m.value, p, true
				break
			}
		}
		if !found {
			break
		}
	}
	return at
}

func join(path, name string) string {
	if path == "" || strings.HasPrefix(name, "[") {
		return path + name
	}
	return path + "." + name
}

// A member is a part of a JSON object or list.
type member struct {
	name             string // of a list's: [0]
	value            []byte
	at, from         int    // offsets of the end of its name, and of its value
	opening, closing string // what makes of the value an object or list of one
}

// members returns the parts of an object or list, none of another value.
func members(raw []byte) []member {
	d := json.NewDecoder(bytes.NewReader(raw))
	open, err := d.Token()
	if err != nil || open != json.Delim('{') && open != json.Delim('[') {
		return nil
	}
	var out []member
	for d.More() {
		m := member{name: fmt.Sprintf("[%d]", len(out)), opening: "[", closing: "]"}
		if open == json.Delim('{') {
			key, err := d.Token()
			if err != nil {
				return out
			}
			m.name, m.at = key.(string), int(d.InputOffset())
			quoted, _ := json.Marshal(m.name) // text marshals
			m.opening, m.closing = "{"+string(quoted)+":", "}"
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return out
		}
		m.value, m.from = value, int(d.InputOffset())-len(value)
		if open == json.Delim('[') {
			m.at = m.from
		}
		out = append(out, m)
	}
	return out
}

// lineOf returns the line of an offset, from 1.
func lineOf(text []byte, offset int) int {
	return 1 + bytes.Count(text[:min(offset, len(text))], []byte("\n"))
}
