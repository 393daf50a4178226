// Trade answers a question of trade files, or of the almanac where no file is
// named: who traded how much with whom, when and in what, exactly, with what each
// sum covers. What must not be added up is refused, with what to ask instead.
//
//	go run ./examples/trade -reporter CELAC -partner CHN -by year
//	go run ./examples/trade -reporter BRA -partner CHN -flow export -period 2024 -by commodity TradeData.csv
//	go run ./examples/trade -reporter CELAC -partner CHN -by year -as svg >trade.svg
//
// Files too many for one machine are added up where they are, and the parts merged.
// Any program that starts others will do: xargs, GNU parallel, jobs of Slurm or
// Kubernetes, a pipe of Spark. The answer is that of all files together, or the same
// refusal; a part that is missing or comes twice is an error, never another sum.
//
//	ls *.csv >all
//	xargs -P8 -I{} go run ./examples/trade -by reporter,year -partial {}.part {} <all
//	go run ./examples/trade -by reporter,year -expect all -merge *.part
//
// One file too long for one machine is cut by bytes: a part has the rows whose first
// byte is FROM or after it, and before TO, so that parts that meet have each row
// once. A row must be a line, and the file not compressed. A refusal names the lines
// of the whole file; what is said of rejected rows counts from the part's first line.
//
//	seq 0 1000000000 $(($(stat -c %s long.csv)-1)) |
//	  xargs -P8 -I{} sh -c 'go run ./examples/trade -bytes {}-$(({}+1000000000)) -partial long.{}.part long.csv'
//	echo long.csv >all
//	go run ./examples/trade -expect all -merge long.*.part
//
// Areas are codes or names (CHN, 156, Brazil, CELAC), periods as in 2024, 2024-05
// and 2014/2024, goods codes with their edition (H6:2603, TOTAL). A file may be any
// that package load reads, with -partial any of UN Comtrade; - is standard input, as
// a part it is standard output, and -data FILE is the same as FILE.
// Exit status 1: no answer, or rows of the files were rejected and it rests on the
// others; 2: the command line is wrong.
package main

import (
	"context"
	_ "embed"
	"fmt"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
)

//go:embed main.go
var source string

func main() { program.Main("trade", run) }

func run(ctx context.Context, s program.Streams, args []string) error {
	flags := program.New("trade", source, s)
	var q lac.TradeQuery
	flags.DataFlag("a `FILE` of trade", false)
	flags.TextVar(&q.Reporter, "reporter", lac.Area(0), "whose books: an `AREA`, a country, region or bloc")
	flags.TextVar(&q.Partner, "partner", lac.Area(0), "the `AREA` on the other side")
	flow := flags.String("flow", "", "one `FLOW`: export, import, re-export, re-import or turnover; all without it")
	flags.TextVar(&q.Period, "period", lac.Period{}, "a `PERIOD`: 2024, 2024-05, 2014/2024")
	flags.TextVar(&q.Commodity, "goods", lac.Commodity(0), "goods as `EDITION:CODE`, such as H6:2603; all of them without it")
	flags.StringVar(&q.Source, "source", "", "the `ID` of one source, where the records have several")
	flags.BoolVar(&q.AsPublished, "as-published", false, "take a group's own row, not its members'")
	by := flags.String("by", "", "keep totals apart by `DIMENSIONS`, as in year,partner: of year, reporter, partner, flow, period, commodity, source")
	partial := flags.String("partial", "", "add up files of UN Comtrade, and write what came of it to `FILE`")
	bytes := flags.String("bytes", "", "with -partial: only the rows of one file that begin in `FROM-TO`; FROM-: up to the end")
	merge := flags.Bool("merge", false, "the files are parts, of the same question")
	expect := flags.String("expect", "", "with -merge: a `FILE` that lists what the parts must have read")
	format := flags.String("as", "table", "the `FORM` of the answer: table, csv, json, svg or png")
	flags.JSONFlag("the same as -as json")
	flags.LangFlag("of a picture; English without it")
	files, err := flags.Parse(args)
	if err != nil {
		return err
	}
	if q.Flow = lac.TradeFlow(*flow); q.Flow != "" && !q.Flow.IsValid() {
		return program.Usage("-flow %q: want export, import, re-export, re-import or turnover", *flow)
	}
	dimensions, err := dimensionsOf(*by)
	if err != nil {
		return err
	}
	if flags.JSON {
		if *format != "table" && *format != "json" {
			return program.Usage("-json and -as %s exclude each other", *format)
		}
		*format = "json"
	}
	write, ok := formats[*format]
	if !ok {
		return program.Usage("-as %q: want table, csv, json, svg or png", *format)
	}
	files = append(flags.Data, files...)
	if (*partial != "" || *merge) && len(files) == 0 {
		return program.Usage("-partial and -merge need files")
	}
	if *partial != "" && *merge || *expect != "" && !*merge {
		return program.Usage("-partial and -merge exclude each other, and -expect is for -merge")
	}
	cut, err := bytesOf(*bytes)
	if err != nil {
		return err
	}
	if cut.is && (*partial == "" || len(files) != 1) {
		return program.Usage("-bytes is for -partial and one file")
	}
	if *partial != "" {
		rejected, err := writePart(ctx, flags, *partial, lac.NewTradeStream(q, dimensions...), files, cut)
		if err != nil {
			return err
		}
		return program.Rejected(rejected, "the part rests")
	}
	var totals lac.TradeTotals
	rejected := 0
	if *merge {
		totals, err = mergeParts(flags, lac.NewTradeStream(q, dimensions...), *expect, files)
	} else {
		totals, rejected, err = addUp(ctx, flags, q, dimensions, files)
	}
	if err != nil {
		return err
	}
	if totals.Len() == 0 {
		return fmt.Errorf("no record answers: %s", asked(q))
	}
	lang := flags.Lang
	if lang == language.Und {
		lang = language.English
	}
	if err := write(s.Out, answer{q, dimensions, totals, lang, s.Columns}); err != nil {
		return err
	}
	return program.Rejected(rejected, "the answer rests")
}
