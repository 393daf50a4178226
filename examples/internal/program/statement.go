package program

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/figure"
)

// MaxText bounds the text of a statement in bytes.
const MaxText = 16 << 20

// HasStatement reports whether the command line gives a text.
func (f *Flags) HasStatement() bool { return f.Statement != "" || f.Text != "" }

// ReadStatement reads the text of -statement or -text, and tells of times in it
// that want the day of the text. It returns what ReadText does.
func (f *Flags) ReadStatement(data *lac.Dataset) (lac.Statement, []extract.Claim, error) {
	text, title := f.Text, "text"
	if f.Statement != "" {
		raw, err := f.ReadAll(f.Statement, MaxText)
		if err != nil {
			return lac.Statement{}, nil, err
		}
		if text, err = figure.Decode(raw); err != nil {
			return lac.Statement{}, nil, fmt.Errorf("%s: %w", Called(f.Statement), err)
		}
		title = filepath.Base(Called(f.Statement))
	}
	s, left := f.TextStatement(text, title, data)
	return s, left, nil
}

// TextStatement is ReadText with what the flags say, and tells of times that want
// the day of the text.
func (f *Flags) TextStatement(text, title string, data *lac.Dataset) (lac.Statement, []extract.Claim) {
	o := extract.Options{Date: f.Date, Language: f.Lang, Records: data}
	defer f.Working("reading the text")()
	s, left := ReadText(text, title, o)
	s, left = Checkable(data, s, left, f.Policy)
	if s.Date.IsZero() {
		if times := extract.Undated(text, o); len(times) > 0 {
			fmt.Fprintf(f.Err, "%s: cannot place %s without the day of the text: give it with -date YYYY-MM-DD\n", f.Name(), strings.Join(times, ", "))
		}
	}
	return s, left
}

// ReadText reads a text as a statement, and returns beside it the claims that cannot be
// held against records, each with what it lacks.
func ReadText(text, title string, o extract.Options) (s lac.Statement, left []extract.Claim) {
	s, claims := extract.Statement(text, o)
	s.ID, s.Title = "text", title
	for _, c := range claims {
		if len(c.Missing) > 0 {
			left = append(left, c)
		}
	}
	return s, left
}

// Checkable moves the claims that package check errs on to those that are left: a
// policy need not know every vague word of a text.
func Checkable(data *lac.Dataset, s lac.Statement, left []extract.Claim, policy check.Policy) (lac.Statement, []extract.Claim) {
	if _, err := check.Statement(data, s, policy); err == nil {
		return s, left
	}
	s.Claims = slices.DeleteFunc(s.Claims, func(c lac.Claim) bool {
		_, err := check.Claim(data, c, policy)
		if err != nil {
			left = append(left, extract.Claim{Claim: c, Missing: []string{err.Error()}})
		}
		return err != nil
	})
	slices.SortStableFunc(left, func(a, b extract.Claim) int { return a.Start - b.Start })
	return s, left
}
