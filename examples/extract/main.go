// Extract reads a text and prints the claims that it makes, one JSON object a
// line.
//
//	go run ./examples/extract [-date 2025-06-09] [-lang en] [FILE]
//	go run ./examples/extract -jsonl FILE [-figures]
//
// The text is read from FILE, or from standard input. With -jsonl each line of
// FILE ("-" is standard input) is an object {"id","date","lang","text"}, and a
// line {"id","claims":[…]} is printed for each; with -figures a line
// {"id","figures":[…]} of every number in it, claim or not. Offsets count
// Unicode code points.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/figure"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "extract:", err)
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("extract", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error is printed once, by main
	var o extract.Options
	flags.TextVar(&o.Date, "date", lac.Date{}, "the `day` of the text, to which \"last year\" is relative")
	lang := flags.String("lang", "", "the `language` of the text: en, es, pt or zh; empty: the text decides")
	rows := flags.String("jsonl", "", "read objects with a text from `FILE`, one a line; - is standard input")
	figures := flags.Bool("figures", false, "print every number, not the claims")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stderr)
			flags.PrintDefaults()
			return nil
		}
		return err
	}
	var err error
	if o.Language, err = parseLanguage(*lang); err != nil {
		return err
	}
	name := *rows
	if name == "" && flags.NArg() > 0 {
		name = flags.Arg(0)
	}
	if flags.NArg() > 1 || *rows != "" && flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(flags.NArg()-1))
	}
	in := stdin
	if name != "" && name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	out := bufio.NewWriter(stdout)
	if *rows != "" {
		err = extractRows(in, out, o, *figures)
	} else {
		err = extractText(in, out, stderr, o, *figures)
	}
	return errors.Join(err, out.Flush())
}

func parseLanguage(s string) (language.Tag, error) {
	if s == "" {
		return language.Und, nil
	}
	tag, err := language.Parse(s)
	if err != nil {
		return language.Und, fmt.Errorf("language %q: %w", s, err)
	}
	return tag, nil
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
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
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
		if o.Language, err = parseLanguage(in.Lang); err != nil {
			return err
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
	}{in.ID, claimRows(in.Text, o)})
}

func figureRows(text string, o extract.Options) []figure.Row {
	return figure.Rows(text, figure.Find(text, o.Language))
}

// extractText prints the claims of one text, a line for each; first of all the
// times that it cannot place without a date.
func extractText(in io.Reader, out, stderr io.Writer, o extract.Options, figures bool) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	text, err := figure.Decode(data)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if figures {
		for _, r := range figureRows(text, o) {
			if err := enc.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}
	if times := extract.Undated(text, o); len(times) > 0 {
		fmt.Fprintf(stderr, "extract: cannot place %s without the day of the text: give it with -date YYYY-MM-DD\n", strings.Join(times, ", "))
	}
	for _, r := range claimRows(text, o) {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
