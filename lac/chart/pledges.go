package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/go-analyze/charts"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/internal/grammar"
)

// Pledges draws promises in time: a bar for each window in which one is to be
// kept, in the colour of how it stands, and the day of which they speak as an
// upright line. A window without an end runs to the picture's edge. It fails with
// [ErrNoFigure] if no pledge has a day.
func Pledges(title string, pledges []check.PledgeFinding, sources []string, tag language.Tag) (Picture, error) {
	w := wordsOf(tag)
	first, last := 0, 0
	widen := func(d lac.Date) {
		if d.IsZero() {
			return
		}
		if first == 0 || d.Year() < first {
			first = d.Year()
		}
		last = max(last, d.Year())
	}
	var asOf lac.Date
	var rows []check.PledgeFinding
	for _, f := range pledges {
		if windowOf(f).IsZero() {
			continue
		}
		rows = append(rows, f)
		widen(windowOf(f).First())
		widen(windowOf(f).Last())
		asOf = f.AsOf
	}
	if len(rows) == 0 {
		return Picture{}, fmt.Errorf("chart %q: %w", title, ErrNoFigure)
	}
	widen(asOf)
	slices.SortStableFunc(rows, func(a, b check.PledgeFinding) int {
		return windowOf(a).First().Compare(windowOf(b).First())
	})
	p := Picture{Title: title, Unit: w.asOf + " " + asOf.String(), Sources: sources, tag: tag}
	var said []string
	for _, f := range rows {
		said = append(said, w.pledge(f)+w.colon+windowOf(f).String()+", "+w.Verdict(string(f.State)))
	}
	p.Alt = strings.Join(said, w.list)
	p.layout = func(c *canvas) {
		left, right := margin+8, c.right()-8
		start := lac.DateOf(first, 1, 1)
		days := start.DaysUntil(lac.DateOf(last, 12, 31))
		at := func(d lac.Date) int { return left + (right-left)*start.DaysUntil(d)/days }
		top := c.y
		for _, f := range rows {
			state := w.Verdict(string(f.State))
			color := c.stateColor(f.State)
			c.end(c.right(), c.y, state, small, color)
			c.paragraph(margin, c.right()-margin-c.wide(state, small)-16, w.pledge(f), small, c.ink.text)
			from, to := left, right
			if d := windowOf(f).First(); !d.IsZero() {
				from = at(d)
			}
			if d := windowOf(f).Last(); !d.IsZero() {
				to = at(d)
			}
			c.line(left, c.y+5, right, c.y+5, c.ink.grid, 1)
			c.box(from, c.y+1, max(to, from+3), c.y+9, color)
			c.y += 16
		}
		c.line(at(asOf), top, at(asOf), c.y, c.ink.text, 1)
		every := max(1, (last-first)*60/(right-left)+1)
		for year := first; year <= last; year += every {
			x := at(lac.DateOf(year, 1, 1))
			c.line(x, c.y, x, c.y+4, c.ink.faint, 1)
			c.text(x+2, c.y+3, strconv.Itoa(year), small, c.ink.faint)
		}
		c.y += small.height() + 4
	}
	return p, nil
}

// windowOf returns when a pledge is to be kept, or when it was made if nobody
// says.
func windowOf(f check.PledgeFinding) lac.Period {
	if f.Pledge.Window.IsZero() {
		return f.Pledge.Made
	}
	return f.Pledge.Window
}

// pledge returns what was promised: its figure, or its words if it has none.
func (w words) pledge(f check.PledgeFinding) string {
	target := f.Pledge.Target
	if !target.Value.IsReported() {
		if target.Text != "" {
			return target.Text
		}
		return f.Pledge.ID
	}
	return w.Figure(grammar.Figure{Value: target.Value.Amount().Rat(), Unit: string(target.Value.Unit()), Hedge: string(target.Comparator)})
}

func (c *canvas) stateColor(state check.Verdict) charts.Color {
	switch state {
	case check.Met, check.OnTrack:
		return c.ink.series[0]
	case check.Missed, check.Behind:
		return c.ink.series[1]
	}
	return c.ink.series[4]
}
