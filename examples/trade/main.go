// Trade answers a question of trade files, or of the almanac where no file is
// named: who traded how much with whom, when and in what, exactly, with what each
// sum covers. What must not be added up is refused, with what to ask instead.
//
//	go run ./examples/trade -reporter CELAC -partner CHN -by year
//	go run ./examples/trade -reporter BRA -partner CHN -flow export -period 2024 -by commodity TradeData.csv
//	go run ./examples/trade -reporter CELAC -partner CHN -by year -as svg >trade.svg
//
// Areas are codes or names (CHN, 156, Brazil, CELAC), periods as in 2024, 2024-05
// and 2014/2024, goods codes with their edition (H6:2603, TOTAL). A file may be any
// that package load reads; - is standard input. Exit status 1: no answer; 2: rows
// of the files were rejected, the answer rests on the others.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/load"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "trade:", err)
	if errors.Is(err, errRejected) {
		os.Exit(2)
	}
	os.Exit(1)
}

// errRejected says that the answer does not rest on all rows.
var errRejected = errors.New("rows were rejected, as said above; the answer rests on the others")

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("trade", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error is printed once, by main
	var q lac.TradeQuery
	flags.TextVar(&q.Reporter, "reporter", lac.Area(0), "whose books: a country, region or bloc")
	flags.TextVar(&q.Partner, "partner", lac.Area(0), "the other side")
	flow := flags.String("flow", "", "export, import, re-export, re-import or turnover; all without it")
	flags.TextVar(&q.Period, "period", lac.Period{}, "a `period`: 2024, 2024-05, 2014/2024")
	flags.TextVar(&q.Commodity, "goods", lac.Commodity(0), "goods as edition:code; all goods without it")
	flags.StringVar(&q.Source, "source", "", "the ID of one source, where the records have several")
	flags.BoolVar(&q.AsPublished, "as-published", false, "take a group's own row, not its members'")
	by := flags.String("by", "", "keep totals apart by `year,partner`: of year, reporter, partner, flow, period, commodity, source")
	format := flags.String("as", "table", "`table`, csv, json, svg or png")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			flags.SetOutput(stdout)
			fmt.Fprintln(stdout, "trade [flags] [FILE]...")
			flags.PrintDefaults()
			return nil
		}
		return err
	}
	if q.Flow = lac.TradeFlow(*flow); q.Flow != "" && !q.Flow.IsValid() {
		return fmt.Errorf("-flow %q: want export, import, re-export, re-import or turnover", *flow)
	}
	dimensions, err := dimensionsOf(*by)
	if err != nil {
		return err
	}
	write, ok := formats[*format]
	if !ok {
		return fmt.Errorf("-as %q: want table, csv, json, svg or png", *format)
	}
	data, rejected, err := open(ctx, flags.Args(), stdin, stderr)
	if err != nil {
		return err
	}
	totals, err := data.Totals(q, dimensions...)
	if err != nil {
		return err
	}
	if totals.Len() == 0 {
		return fmt.Errorf("no record answers: %s", asked(q))
	}
	if err := write(stdout, answer{q, dimensions, totals}); err != nil {
		return err
	}
	if rejected > 0 {
		return fmt.Errorf("%d %w", rejected, errRejected)
	}
	return nil
}

// An answer is what was asked and what came of it.
type answer struct {
	query  lac.TradeQuery
	by     []lac.Dimension
	totals lac.TradeTotals
}

// dimensionNames are the words of -by.
var dimensionNames = []struct {
	name string
	by   lac.Dimension
}{
	{"source", lac.BySource}, {"reporter", lac.ByReporter}, {"partner", lac.ByPartner}, {"flow", lac.ByFlow},
	{"year", lac.ByYear}, {"period", lac.ByPeriod}, {"commodity", lac.ByCommodity},
}

func dimensionsOf(list string) ([]lac.Dimension, error) {
	var out []lac.Dimension
	for _, word := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		i := slices.IndexFunc(dimensionNames, func(d struct {
			name string
			by   lac.Dimension
		}) bool {
			return d.name == word
		})
		if i < 0 {
			return nil, fmt.Errorf("-by %q: want year, reporter, partner, flow, period, commodity or source", word)
		}
		out = append(out, dimensionNames[i].by)
	}
	return out, nil
}

// open returns the records of files, or the almanac if there are none, and how
// many rows were rejected; these are said on stderr, by reason.
func open(ctx context.Context, names []string, stdin io.Reader, stderr io.Writer) (*lac.Dataset, int, error) {
	if len(names) == 0 {
		data, err := almanac.Dataset()
		return data, 0, err
	}
	var files []*load.File
	rejected := 0
	for _, name := range names {
		var f *load.File
		var err error
		if name == "-" {
			f, err = load.Read(ctx, stdin, "standard input", load.Options{})
		} else {
			f, err = load.Open(ctx, name, load.Options{})
		}
		if err != nil {
			return nil, 0, err
		}
		if f.Report.Rejected > 0 {
			fmt.Fprint(stderr, f.Report)
			rejected += f.Report.Rejected
		}
		files = append(files, f)
	}
	data, err := load.Dataset(files...)
	return data, rejected, err
}

// asked returns the question in words.
func asked(q lac.TradeQuery) string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+" "+value)
		}
	}
	if q.Reporter.IsValid() {
		add("reporter", q.Reporter.String())
	}
	if q.Partner.IsValid() {
		add("partner", q.Partner.String())
	}
	add("flow", string(q.Flow))
	if !q.Period.IsZero() {
		add("period", q.Period.String())
	}
	if q.Commodity.IsValid() {
		add("goods", q.Commodity.String())
	}
	add("source", q.Source)
	if len(parts) == 0 {
		return "all trade"
	}
	return strings.Join(parts, ", ")
}
