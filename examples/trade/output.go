package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/chart"
)

// formats are the ways to print an answer.
var formats = map[string]func(io.Writer, answer) error{
	"table": writeTable,
	"csv":   writeCSV,
	"json":  writeJSON,
	"svg": func(w io.Writer, a answer) error {
		return writePicture(w, a, func(p chart.Picture) ([]byte, error) { return p.SVG(chart.Style{}) })
	},
	"png": func(w io.Writer, a answer) error {
		return writePicture(w, a, func(p chart.Picture) ([]byte, error) { return p.PNG(chart.Style{}) })
	},
}

// flows are the columns of a table, those alone that have records.
var flows = []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover}

// rows returns the answer as texts: a heading, and a row for each total with its
// key, its sums, and what they cover.
func (a answer) rows() [][]string {
	var used []lac.TradeFlow
	for _, flow := range flows {
		for _, t := range a.totals.All() {
			if sum := t.Flow(flow); sum.Records+sum.Missing > 0 {
				used = append(used, flow)
				break
			}
		}
	}
	var heading []string
	for _, d := range dimensionNames {
		if slices.Contains(a.by, d.by) {
			heading = append(heading, d.name)
		}
	}
	for _, flow := range used {
		heading = append(heading, string(flow)+"s", "records")
		if flow == lac.Turnover {
			heading[len(heading)-2] = "turnover as published"
		}
	}
	out := [][]string{append(heading, "covers")}
	for key, t := range a.totals.All() {
		var row []string
		for _, d := range dimensionNames {
			if slices.Contains(a.by, d.by) {
				row = append(row, keyText(key, d.by))
			}
		}
		var covers []string
		for _, flow := range used {
			sum := t.Flow(flow)
			row = append(row, sumText(sum), fmt.Sprint(sum.Records))
			if c, ok := a.totals.Coverage(key, flow); ok {
				covers = append(covers, coverText(c))
			}
		}
		if len(covers) == len(used) && len(slices.Compact(slices.Clone(covers))) > 1 {
			for i := range covers {
				covers[i] = string(used[i]) + "s: " + covers[i]
			}
		}
		out = append(out, append(row, strings.Join(slices.Compact(covers), " | ")))
	}
	return out
}

func keyText(k lac.TradeKey, by lac.Dimension) string {
	switch by {
	case lac.BySource:
		return k.Source
	case lac.ByReporter:
		return k.Reporter.String()
	case lac.ByPartner:
		return k.Partner.String()
	case lac.ByFlow:
		return string(k.Flow)
	case lac.ByCommodity:
		return k.Commodity.String()
	}
	return k.Period.String()
}

// sumText returns a sum, or why there is none.
func sumText(t lac.Total) string {
	if t.Records == 0 {
		return "-"
	}
	text := t.Decimal().String() + " " + string(t.Unit())
	if t.Missing > 0 {
		text += fmt.Sprintf(" and %d without a value", t.Missing)
	}
	return text
}

// namesShown is how many areas are named that a sum does not cover; -as json has
// all.
const namesShown = 8

// coverText says what a sum covers of what was asked.
func coverText(c lac.TradeCoverage) string {
	if c.IsWhole() {
		return "all"
	}
	var parts []string
	side := func(name string, all int, absent []lac.Area) {
		if len(absent) == 0 {
			return
		}
		text := fmt.Sprintf("%d of %d %s, without", all-len(absent), all, name)
		for i, a := range absent {
			if i == namesShown && len(absent) > namesShown+1 {
				text += fmt.Sprintf(" and %d more", len(absent)-i)
				break
			}
			text += " " + a.String()
		}
		parts = append(parts, text)
	}
	side("reporters", len(c.Reporters), c.AbsentReporters())
	side("partners", len(c.Partners), c.AbsentPartners())
	if !c.AllGoods {
		parts = append(parts, "some goods")
	}
	if c.InParts {
		parts = append(parts, "parts without their total")
	}
	if months := c.MissingMonths(); len(months) > 0 {
		text := "without"
		for _, m := range months {
			text += " " + m.String()
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func writeTable(w io.Writer, a answer) error {
	if _, err := fmt.Fprintf(w, "Trade: %s\n\n", asked(a.query)); err != nil {
		return err
	}
	rows := a.rows()
	t := program.Table{Rows: rows, Left: len(rows[0]), Gap: 2}
	var out bytes.Buffer
	t.Print(&out, a.wide)
	_, err := w.Write(out.Bytes())
	return err
}

func writeCSV(w io.Writer, a answer) error {
	c := csv.NewWriter(w)
	for _, row := range a.rows() {
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func writeJSON(w io.Writer, a answer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Query  lac.TradeQuery  `json:"query"`
		Totals lac.TradeTotals `json:"totals"`
	}{a.query, a.totals})
}

// writePicture draws an answer by one dimension.
func writePicture(w io.Writer, a answer, draw func(chart.Picture) ([]byte, error)) error {
	if len(a.by) != 1 {
		return errors.New("a picture needs one dimension: -by year, partner, reporter or commodity")
	}
	title := asked(a.query)
	figure := func(t lac.TradeTotal) (lac.Money, error) { return flowMoney(t, a.query.Flow) }
	of := []lac.TradeFlow{lac.Export, lac.Import}
	if a.query.Flow != "" {
		of = []lac.TradeFlow{a.query.Flow}
	}
	var p chart.Picture
	var err error
	switch a.by[0] {
	case lac.ByYear, lac.ByPeriod:
		var series []chart.Series
		for _, flow := range of {
			series = append(series, chart.SeriesOf(string(flow)+"s", a.totals, flow,
				func(t lac.TradeTotal) (lac.Money, error) { return t.Flow(flow).Money() }))
		}
		p, err = chart.Years(title, series, nil, a.lang)
	case lac.ByCommodity:
		p, err = chart.Sections(title, a.totals, figure, nil, a.lang)
	case lac.ByPartner, lac.ByReporter:
		var names []string
		for _, flow := range of {
			names = append(names, string(flow)+"s")
		}
		var bars []chart.Bar
		for key, t := range a.totals.All() {
			name := key.Partner
			if a.by[0] == lac.ByReporter {
				name = key.Reporter
			}
			bar := chart.Bar{Name: name.Name(a.lang)}
			for _, flow := range of {
				m, _ := t.Flow(flow).Money() // not reported where there is none
				bar.Parts = append(bar.Parts, m)
			}
			bars = append(bars, bar)
		}
		slices.SortStableFunc(bars, func(a, b chart.Bar) int { return cmp.Or(known(b).Cmp(known(a)), cmp.Compare(a.Name, b.Name)) })
		p, err = chart.Bars(title, names, bars[:min(len(bars), 25)], nil, a.lang)
	default:
		err = errors.New("a picture needs -by year, partner, reporter or commodity")
	}
	if err != nil {
		return err
	}
	drawn, err := draw(p)
	if err != nil {
		return err
	}
	_, err = w.Write(drawn)
	return err
}

// known returns the sum of the parts of a bar that are reported.
func known(b chart.Bar) decimal.Decimal {
	var sum decimal.Decimal
	for _, m := range b.Parts {
		if m.IsReported() {
			sum = sum.Add(m.Amount())
		}
	}
	return sum
}

// flowMoney returns the sum of one flow, or exports and imports together.
func flowMoney(t lac.TradeTotal, flow lac.TradeFlow) (lac.Money, error) {
	if flow != "" {
		return t.Flow(flow).Money()
	}
	both, err := t.Turnover()
	if err != nil {
		return lac.Money{}, err
	}
	return both.Money()
}
