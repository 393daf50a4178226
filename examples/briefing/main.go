// Briefing holds a statement against the records, that of 9 June 2025 unless
// another is given, and prints what it comes to: each claim in a sentence with its
// verdict and its sources. With -full it prints all that a desk editor needs: the
// readings behind each claim, what is missing, China's trade with Latin America and
// the Caribbean by year and by partner, and how the pledges stand.
//
//	go run ./examples/briefing [-full] [-on 2025-06-09] [-lang es] [-policy strict] [-data FILE]... [-html FILE] [-json]
//	go run ./examples/briefing -statement FILE [-date 2025-06-09] ...
//	go run ./examples/briefing -text 'Trade between China and Brazil fell in 2024.'
//
// Exit status 1: no briefing, or rows of the files were rejected and the briefing
// rests on the others; 2: the command line is wrong.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"time"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/extract"
)

//go:embed main.go
var source string

func main() { program.Main("briefing", run) }

func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("briefing", source, s)
	today := time.Now()
	flags.StatementFlags()
	flags.DataFlag("add the records of `FILE` to the almanac's", true)
	flags.OnFlag(lac.DateOf(today.Year(), today.Month(), today.Day()), "the `DAY` as of which pledges are judged; today without it")
	flags.LangFlag("of the text and of the briefing; without it, the text decides")
	flags.PolicyFlag()
	flags.JSONFlag("print the briefing as JSON")
	flags.HTMLFlag()
	full := flags.Bool("full", false, "print every reading, table and source")
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	if err := flags.NoFiles(files, "a text is given with -statement, records with -data"); err != nil {
		return err
	}
	if *full && (flags.JSON || flags.HTML == "-") {
		return program.Usage("-full is for the text: -json and -html have everything")
	}
	data, rejected, err := flags.Dataset(ctx)
	if err != nil {
		return err
	}
	var statement lac.Statement
	var left []extract.Claim
	if flags.HasStatement() {
		statement, left, err = flags.ReadStatement(data)
	} else if flags.Almanac {
		statement = data.Record(almanac.Statement20250609).(lac.Statement)
	} else {
		err = program.Usage("no statement: without the almanac's, give one with -statement")
	}
	if err != nil {
		return err
	}
	working := flags.Working("holding the claims against the records")
	b, err := brief.Of(data, statement, flags.Day, flags.Policy)
	working()
	if err != nil {
		return err
	}
	b.Unchecked, b.Lang = left, spoken(flags.Lang, statement)
	if flags.HTML != "" {
		err = flags.WriteFile(flags.HTML, b.WriteHTML)
	}
	switch {
	case err != nil || flags.HTML == "-":
	case flags.JSON:
		enc := json.NewEncoder(s.Out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		err = enc.Encode(b)
	case *full:
		err = b.WriteText(s.Out, s)
	default:
		err = b.WriteShort(s.Out, spoken(flags.Lang, statement), s)
	}
	if err == nil {
		err = program.Rejected(rejected, "the briefing rests")
	}
	return err
}

// spoken returns the language to brief in: that asked for, else the statement's.
func spoken(asked language.Tag, s lac.Statement) language.Tag {
	if asked != language.Und {
		return asked
	}
	tag, err := program.ParseLanguage(s.Language)
	if err != nil {
		return language.English
	}
	return tag
}
