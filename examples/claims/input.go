package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
	figures "github.com/sinolac/sinolac/lac/figure"
)

// maxInput bounds a file of claims in bytes, and maxObjects what it takes in memory:
// each object of its JSON, and each null, can be a claim. maxMistakes is how many
// mistakes are told.
const (
	maxInput    = program.MaxText
	maxObjects  = 100_000
	maxMistakes = 20
)

// An input is a statement to be checked, and the claims of its text that cannot be.
type input struct {
	lac.Statement
	left   []extract.Claim
	isText bool // read as such, here or by program extract
}

// read reads the statement that the flags name.
func read(flags *program.Flags, data *lac.Dataset) (input, error) {
	if flags.Text != "" {
		return textInput(flags, "text", flags.Text, data)
	}
	raw, err := flags.ReadAll(flags.Statement, maxInput)
	if err != nil {
		return input{}, err
	}
	name := program.Called(flags.Statement)
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	switch formOf(raw) {
	case formText:
		text, err := figures.Decode(raw)
		if err != nil {
			return input{}, fmt.Errorf("%s: %w", name, err)
		}
		return textInput(flags, name, text, data)
	case formLines:
		return readLines(name, raw)
	}
	st, err := readClaims(name, raw)
	return input{Statement: st}, err
}

func textInput(flags *program.Flags, name, text string, data *lac.Dataset) (input, error) {
	st, left := flags.TextStatement(text, filepath.Base(name), data)
	if len(st.Claims) == 0 && len(left) == 0 {
		return input{}, fmt.Errorf("%s: no claims in it that records could answer", name)
	}
	return input{st, left, true}, nil
}

// A form is what a file of claims is.
type form int

const (
	formText  form = iota
	formJSON       // a statement or a list of claims
	formLines      // what program extract prints
)

// formOf tells what a file is by how it begins: JSON has a bracket and behind it what
// no text has.
func formOf(raw []byte) form {
	rest := bytes.TrimLeft(raw, " \t\r\n")
	if len(rest) == 0 || rest[0] != '{' && rest[0] != '[' {
		return formText
	}
	opening := rest[0]
	rest = bytes.TrimLeft(rest[1:], " \t\r\n")
	switch {
	case opening == '{' && (bytes.HasPrefix(rest, []byte(`"statement":`)) || bytes.HasPrefix(rest, []byte(`"span":`))):
		return formLines
	case len(rest) == 0, opening == '{' && (rest[0] == '"' || rest[0] == '}'),
		opening == '[' && (bytes.IndexByte([]byte(`{["]-0123456789`), rest[0]) >= 0 || bytes.HasPrefix(rest, []byte("null"))):
		return formJSON
	}
	return formText
}

// readLines reads what program extract prints of a text: a line of the statement, and
// one for each claim. Lines may be missing; without that of the statement, the claims
// have no text that they stand in.
func readLines(name string, raw []byte) (input, error) {
	var in input
	in.ID = filepath.Base(name)
	n := 0
	for line := range bytes.Lines(raw) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var row struct {
			Statement *lac.Statement `json:"statement"`
			Span      *string        `json:"span"`
			Claim     lac.Claim      `json:"claim"`
			Missing   []string       `json:"missing"`
		}
		err := json.Unmarshal(line, &row)
		switch {
		case err != nil:
		case row.Statement != nil:
			in.Statement, in.isText = *row.Statement, true
			in.Claims = nil
			continue
		case row.Span == nil:
			err = errors.New("neither a statement nor a claim; of several texts at once, extract -jsonl, no claims are read")
		case len(row.Missing) > 0:
			in.left = append(in.left, extract.Claim{Claim: row.Claim, Missing: row.Missing})
		default:
			in.Claims = append(in.Claims, row.Claim)
		}
		if err == nil && len(in.Claims)+len(in.left) > maxObjects {
			return in, fmt.Errorf("%s: %w: more than %d claims", name, lac.ErrRange, maxObjects)
		}
		if err != nil {
			return in, &lac.RowError{Source: name, Line: n, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, err)}
		}
	}
	for i := range in.Claims {
		if !in.isText {
			in.Claims[i].Start, in.Claims[i].End = 0, 0
		}
	}
	if len(in.Claims)+len(in.left) == 0 {
		return in, fmt.Errorf("%s: no claims in it", name)
	}
	return in, validateList(in.Claims)
}

// readClaims reads a statement, or a list of claims as a statement that has
// nothing else. Every mistake is an error of its own with its line.
func readClaims(name string, text []byte) (lac.Statement, error) {
	if bytes.Count(text, []byte("{"))+bytes.Count(text, []byte("null")) > maxObjects {
		return lac.Statement{}, fmt.Errorf("%s: %w: more than %d objects", name, lac.ErrRange, maxObjects)
	}
	var s lac.Statement
	var err error
	validate := func() error { return s.Validate() }
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("[")) {
		s.ID = filepath.Base(name)
		s.Claims, err = program.Decode[[]lac.Claim](name, text)
		validate = func() error { return validateList(s.Claims) }
	} else {
		s, err = program.Decode[lac.Statement](name, text)
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
		errs = append(errs, &lac.RowError{Source: name, Line: program.LineOf(text, program.Find(text, e.Field)), Field: e.Field, Text: e.Text, Err: e.Err})
	}
	return errors.Join(errs...)
}
