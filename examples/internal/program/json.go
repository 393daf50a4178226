package program

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// maxJSON bounds a file of JSON in bytes, and maxDepth how far a mistake in it is
// followed: a claim's fields lie five deep.
const (
	maxJSON  = 16 << 20
	maxDepth = 8
)

// Decode reads one value of JSON. A field that T does not have is an error: it may
// be a slip of the pen in one that it has.
func Decode[T any](name string, text []byte) (T, error) {
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
		return v, &lac.RowError{Source: name, Line: LineOf(text, int(syntax.Offset)), Err: fmt.Errorf("%w: %w", lac.ErrSyntax, err)}
	case err != nil:
		return v, fmt.Errorf("%s: %w", name, err)
	}
	if err := try(text); err != nil {
		at, field, cause := blame(try, text)
		if cause == nil { // the value as a whole, not a part of it
			cause = err
		}
		return v, &lac.RowError{Source: name, Line: LineOf(text, at), Field: field, Err: plain(cause)}
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

// Find returns where in a text the value of a field is, by its path; of one that
// is not there, the value that should have it.
func Find(text []byte, path string) int {
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

// LineOf returns the line of an offset, from 1.
func LineOf(text []byte, offset int) int {
	return 1 + bytes.Count(text[:min(offset, len(text))], []byte("\n"))
}
