package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/load"
	"golang.org/x/text/language"
)

// An answer is what was asked and what came of it.
type answer struct {
	query  lac.TradeQuery
	by     []lac.Dimension
	totals lac.TradeTotals
	lang   language.Tag
	wide   int // columns of the terminal, 0 for none
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

// addUp adds up files, or the almanac if there are none.
func addUp(ctx context.Context, flags *program.Flags, q lac.TradeQuery, by []lac.Dimension, files []string) (lac.TradeTotals, int, error) {
	data, rejected, err := open(ctx, flags, files)
	if err != nil {
		return lac.TradeTotals{}, 0, err
	}
	defer flags.Working("adding up")()
	totals, err := data.Totals(q, by...)
	return totals, rejected, err
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
			return nil, program.Usage("-by %q: want year, reporter, partner, flow, period, commodity or source", word)
		}
		out = append(out, dimensionNames[i].by)
	}
	return out, nil
}

// open returns the records of files, or the almanac if there are none, and how
// many rows were rejected; these are said on the standard error, by reason.
func open(ctx context.Context, flags *program.Flags, names []string) (*lac.Dataset, int, error) {
	if len(names) == 0 {
		data, err := almanac.Dataset()
		return data, 0, err
	}
	var files []*load.File
	rejected := 0
	for _, name := range names {
		f, err := flags.LoadFile(ctx, name, load.Options{})
		if err != nil {
			return nil, 0, err
		}
		if f.Report.Rejected > 0 {
			fmt.Fprint(flags.Err, f.Report)
			rejected += f.Report.Rejected
		}
		files = append(files, f)
	}
	data, err := load.Dataset(files...)
	return data, rejected, err
}

// dimensionNames are the words of -by.
var dimensionNames = []struct {
	name string
	by   lac.Dimension
}{
	{"source", lac.BySource}, {"reporter", lac.ByReporter}, {"partner", lac.ByPartner}, {"flow", lac.ByFlow},
	{"year", lac.ByYear}, {"period", lac.ByPeriod}, {"commodity", lac.ByCommodity},
}
