// Claims answers whether it is so: it holds claims against the almanac and files of
// one's own, and prints what it finds of each: the verdict in a sentence, the
// readings on which it rests, its margin, witnesses and base years, what others
// stated, and what in the statement does not fit together.
//
//	go run ./examples/claims 'Trade between China and Peru reached $36 billion in 2023.'
//	go run ./examples/claims [-policy strict] [-lang es] [-data FILE]... [-almanac=false] FILE
//	go run ./examples/extract FILE | go run ./examples/claims -
//	go run ./examples/claims -json FILE >findings.jsonl
//	go run ./examples/claims -replay findings.jsonl
//	go run ./examples/claims -claimreview -url URL -author NAME [-published DAY] FILE
//
// FILE holds a text, a lac.Statement, a list of lac.Claim, or what extract prints; -
// is standard input. It may be given with -statement, and a text with -text. An argument
// with a space in it that names no file is a text. With -json each finding is one line
// in its canonical form, of which its digest is the SHA-256. With -replay such lines
// are computed anew.
//
// Exit status 1: no answer, a replay differs, or rows of the files were rejected and the
// findings rest on the others; 2: the command line is wrong.
package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

//go:embed main.go
var source string

func main() { program.Main("claims", run) }

func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("claims", source, s)
	flags.StatementFlags()
	flags.DataFlag("hold the claims against the records of `FILE`", true)
	flags.PolicyFlag()
	flags.LangFlag("of the sentence on each claim; without it a text's own, and English of claims that are given as JSON")
	flags.JSONFlag("print the findings as JSON Lines")
	replayed := flags.String("replay", "", "compute anew the findings in `FILE`, JSON Lines; - is standard input")
	asReviews := flags.Bool("claimreview", false, "print the findings as a list of schema.org ClaimReviews")
	var p brief.Publication
	flags.StringVar(&p.URL, "url", "", "the `ADDRESS` of the page with the reviews; each has its claim's ID as the anchor")
	flags.StringVar(&p.Author, "author", "", "the `NAME` of who publishes the reviews")
	flags.TextVar(&p.Date, "published", lac.Date{}, "the `DAY` on which they are published")
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	modes := 0
	for _, chosen := range []bool{flags.JSON, *asReviews, *replayed != ""} {
		if chosen {
			modes++
		}
	}
	if modes > 1 {
		return program.Usage("-json, -claimreview and -replay exclude each other")
	}
	if !*asReviews && p != (brief.Publication{}) {
		return program.Usage("-url, -author and -published are for -claimreview")
	}
	// A text says by itself which language it is in.
	p.Language, flags.Lang = flags.Lang, language.Und
	if *replayed == "" {
		err = choose(flags, files)
	} else if len(files) > 0 || flags.HasStatement() {
		err = program.Usage("-replay takes no claims: a finding has its claim and policy in it")
	}
	if err != nil {
		return err
	}
	data, rejected, err := flags.Dataset(ctx)
	if err != nil {
		return err
	}
	var in input
	if *replayed == "" {
		if in, err = read(flags, data); err != nil {
			return err
		}
	}
	if p.Language == language.Und {
		if p.Language, err = program.ParseLanguage(in.Language); err != nil || !in.isText {
			p.Language = language.English
		}
	}
	out := bufio.NewWriter(s.Out)
	defer flags.Working("holding the claims against the records")()
	switch {
	case *replayed != "":
		err = replay(out, data, flags, *replayed)
	case flags.JSON:
		err = writeLines(out, data, in.Statement, flags.Policy)
	case *asReviews:
		err = writeReviews(out, data, in.Statement, flags.Policy, p)
	default:
		err = writeText(&page{out, s.Columns, p.Language}, data, in, flags.Policy)
	}
	if n := len(in.left); n > 0 && (flags.JSON || *asReviews) && err == nil {
		fmt.Fprintf(s.Err, "claims: %s of the text not held against the records; without -json and -claimreview they are listed\n", counted(n, "claim"))
	}
	if err = errors.Join(err, out.Flush()); err == nil {
		err = program.Rejected(rejected, "the findings rest")
	}
	return err
}

// choose takes the one file of the arguments for the statement; words in place of a
// file are the text.
func choose(flags *program.Flags, files []string) error {
	switch {
	case len(files) == 0 && !flags.HasStatement():
		return program.Usage("no claims: give a sentence, the file of a text, of a statement or of a list of claims, or - for standard input")
	case len(files) > 0 && flags.HasStatement():
		return program.Usage("unexpected argument %q beside -statement or -text", files[0])
	case len(files) > 1:
		return program.Usage("unexpected argument %q: claims are of one file, records are given with -data", files[1])
	case len(files) == 0:
		return nil
	}
	name := files[0]
	if _, err := os.Stat(name); err != nil && strings.ContainsAny(strings.TrimSpace(name), " \t\n，。") {
		flags.Text = name
	} else {
		flags.Statement = name
	}
	return nil
}

// writeLines prints findings in their canonical form, one a line.
func writeLines(w io.Writer, data *lac.Dataset, s lac.Statement, policy check.Policy) error {
	findings, err := check.Statement(data, s, policy)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false) // else a line is not what the digest is of
	for _, f := range findings {
		if err := enc.Encode(f); err != nil {
			return err
		}
	}
	return nil
}

// writeReviews prints a ClaimReview of each finding.
func writeReviews(w io.Writer, data *lac.Dataset, s lac.Statement, policy check.Policy, p brief.Publication) error {
	switch {
	case p.URL == "" || p.Author == "":
		return program.Usage("-claimreview needs -url and -author")
	case len(s.Speakers) == 0:
		return errors.New("-claimreview needs a statement, which has a speaker; this is a list of claims, or a text that names none")
	}
	findings, err := check.Statement(data, s, policy)
	if err != nil {
		return err
	}
	return brief.WriteReviews(w, data.Source, s, findings, p)
}
