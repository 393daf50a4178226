package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
	figures "github.com/sinolac/sinolac/lac/figure"
)

// maxText bounds a statement in bytes.
const maxText = 16 << 20

// A textFlags is what the command line says of a statement's text.
type textFlags struct {
	file, lang string
	date       lac.Date
}

// language returns the language to brief in: that asked for, else the statement's.
func (t textFlags) language(s lac.Statement) language.Tag {
	tag, err := language.Parse(cmp.Or(t.lang, s.Language))
	if err != nil {
		return language.English
	}
	return tag
}

// statement returns the statement to brief on, and of a text the claims that
// cannot be held against records: the almanac's own statement unless a file is
// given.
func (t textFlags) statement(data *lac.Dataset, policy check.Policy, stdin io.Reader, stderr io.Writer) (lac.Statement, []extract.Claim, error) {
	if t.file == "" {
		s, ok := data.Record(almanac.Statement20250609).(lac.Statement)
		if !ok {
			return lac.Statement{}, nil, fmt.Errorf("statement %s is not in the almanac", almanac.Statement20250609)
		}
		return s, nil, nil
	}
	o := extract.Options{Date: t.date, Records: data}
	if t.lang != "" {
		var err error
		if o.Language, err = language.Parse(t.lang); err != nil {
			return lac.Statement{}, nil, fmt.Errorf("language %q: %w", t.lang, err)
		}
	}
	text, err := readText(t.file, stdin)
	if err != nil {
		return lac.Statement{}, nil, err
	}
	s, claims := extract.Statement(text, o)
	if s.Date.IsZero() {
		if times := extract.Undated(text, o); len(times) > 0 {
			fmt.Fprintf(stderr, "briefing: cannot place %s without the day of the text: give it with -date YYYY-MM-DD\n", strings.Join(times, ", "))
		}
	}
	s.ID, s.Title = "text", filepath.Base(t.file)
	if t.file == "-" {
		s.Title = "standard input"
	}
	var unchecked []extract.Claim
	for _, c := range claims {
		if len(c.Missing) > 0 {
			unchecked = append(unchecked, c)
		}
	}
	// A policy need not know every vague word of a text.
	s.Claims = slices.DeleteFunc(s.Claims, func(c lac.Claim) bool {
		_, err := check.Claim(data, c, policy)
		if err != nil {
			unchecked = append(unchecked, extract.Claim{Claim: c, Missing: []string{err.Error()}})
		}
		return err != nil
	})
	slices.SortStableFunc(unchecked, func(a, b extract.Claim) int { return a.Start - b.Start })
	return s, unchecked, nil
}

// readText reads a whole file, or standard input if its name is "-".
func readText(name string, stdin io.Reader) (string, error) {
	in := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	text, err := io.ReadAll(io.LimitReader(in, maxText+1))
	if err == nil && len(text) > maxText {
		err = fmt.Errorf("%s: longer than %d MB", name, maxText>>20)
	}
	if err != nil {
		return "", err
	}
	return figures.Decode(text)
}
