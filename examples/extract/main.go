// Extract reads a text and prints the claims that it makes, one JSON object a line.
//
//	go run ./examples/extract [-date 2025-06-09] [-lang en] FILE
//	go run ./examples/extract FILE | go run ./examples/claims -
//	go run ./examples/extract -jsonl FILE [-figures]
//
// The text is in FILE, - is standard input; it may be given with -statement, and
// itself with -text. The first line is {"statement":…}, the text and who speaks in it;
// then follows a line for each claim, with the claim that package check reads, or what
// it is missing. With -jsonl each line of FILE is an object {"id","date","lang","text"},
// and a line {"id","claims":[…]} is printed for each; with -figures a line
// {"id","figures":[…]} of every number in it, claim or not. Offsets count Unicode code
// points, those within a "claim" bytes.
//
// Exit status 1: no answer; 2: the command line is wrong.
package main

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/figure"
)

//go:embed main.go
var source string

func main() { program.Main("extract", run) }

func run(_ context.Context, s program.Streams, args []string) error {
	flags := program.New("extract", source, s)
	flags.StatementFlags()
	flags.LangFlag("of the text; without it, the text decides")
	rows := flags.String("jsonl", "", "read objects with a text from `FILE`, one a line; - is standard input")
	figures := flags.Bool("figures", false, "print every number, not the claims")
	flags.JSONFlag("print JSON Lines, as it does anyway")
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	if len(files) > 0 && !flags.HasStatement() {
		flags.Statement, files = files[0], files[1:]
	}
	switch {
	case len(files) > 0:
		return program.Usage("unexpected argument %q: one text at a time; -jsonl reads several", files[0])
	case *rows != "" && flags.HasStatement():
		return program.Usage("-jsonl and a text exclude each other")
	}
	o := extract.Options{Date: flags.Date, Language: flags.Lang}
	out := bufio.NewWriter(s.Out)
	if *rows != "" {
		err = extractFile(flags, *rows, out, o, *figures)
	} else {
		if !flags.HasStatement() {
			flags.Statement = "-"
		}
		err = extractText(flags, out, o, *figures)
	}
	return errors.Join(err, out.Flush())
}

func extractFile(flags *program.Flags, name string, out io.Writer, o extract.Options, figures bool) error {
	in, err := flags.Open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	return extractRows(in, out, o, figures)
}

// A row is one line of the input.
type row struct {
	ID   string `json:"id"`
	Date string `json:"date"` // a day, a month or a year; null if not known
	Lang string `json:"lang"`
	Text string `json:"text"`
}

// extractRows reads a line at a time; lines may be of any length.
func extractRows(in io.Reader, out io.Writer, o extract.Options, figures bool) error {
	r := bufio.NewReader(in)
	enc := lines(out)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := extractRow(line, enc, o, figures); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func extractRow(line []byte, enc *json.Encoder, o extract.Options, figures bool) error {
	var in row
	if err := json.Unmarshal(line, &in); err != nil {
		return err
	}
	if in.Date != "" {
		p, err := lac.ParsePeriod(in.Date)
		if err != nil {
			return err
		}
		o.Date = p.Last()
	}
	if in.Lang != "" {
		var err error
		if o.Language, err = language.Parse(in.Lang); err != nil {
			return fmt.Errorf("language %q: %w", in.Lang, err)
		}
	}
	if figures {
		return enc.Encode(struct {
			ID      string       `json:"id"`
			Figures []figure.Row `json:"figures"`
		}{in.ID, figureRows(in.Text, o)})
	}
	return enc.Encode(struct {
		ID     string     `json:"id"`
		Claims []claimRow `json:"claims"`
	}{in.ID, rowsOf(in.Text, o)})
}

func figureRows(text string, o extract.Options) []figure.Row {
	return figure.Rows(text, figure.Find(text, o.Language))
}

// extractText prints the claims of one text, a line for each, behind a line of the
// statement that they make; on the standard error the times that it cannot place
// without a date.
func extractText(flags *program.Flags, out io.Writer, o extract.Options, figures bool) error {
	text, title := flags.Text, "text"
	if flags.Statement != "" {
		raw, err := flags.ReadAll(flags.Statement, program.MaxText)
		if err != nil {
			return err
		}
		if text, err = figure.Decode(raw); err != nil {
			return fmt.Errorf("%s: %w", program.Called(flags.Statement), err)
		}
		title = filepath.Base(program.Called(flags.Statement))
	}
	enc := lines(out)
	if figures {
		for _, r := range figureRows(text, o) {
			if err := enc.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}
	var err error
	if o.Records, err = almanac.Dataset(); err != nil { // where meetings and pledges are looked up
		return err
	}
	var rows spool // the statement, which is known last, is printed first
	defer rows.close()
	count, encoder, failed := counter{text: text}, lines(&rows), error(nil)
	s := extract.Each(text, o, func(found extract.Claim, whole lac.Claim) bool {
		failed = encoder.Encode(lineRow{count.row(found), whole, found.Missing})
		return failed == nil
	})
	if failed != nil {
		return failed
	}
	if s.Date.IsZero() {
		if times := extract.Undated(text, o); len(times) > 0 {
			fmt.Fprintf(flags.Err, "extract: cannot place %s without the day of the text: give it with -date YYYY-MM-DD\n", strings.Join(times, ", "))
		}
	}
	s.ID, s.Title = "text", title
	s.Claims = []lac.Claim{} // a line each
	if err := enc.Encode(struct {
		Statement lac.Statement `json:"statement"`
	}{s}); err != nil {
		return err
	}
	return rows.copyTo(out)
}

// lines returns what writes JSON Lines.
func lines(out io.Writer) *json.Encoder {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc
}
