package chart

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/go-analyze/charts"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

// A Series is a figure by year. A year that is not in Values, or has an amount
// that is not reported, is a gap.
type Series struct {
	Name   string
	Values map[int]lac.Money
	// Covered says of a group's figure how many of its members have one, and of
	// how many; it is drawn below the lines. Nil if the figure is nobody's sum.
	Covered map[int]Coverage
}

// A Coverage says how many of a group's members are in a figure.
type Coverage struct{ Have, Of int }

// ErrNoFigure says that there is no figure to draw.
var ErrNoFigure = errors.New("no figure to draw")

// SeriesOf returns one figure of each year's total, with how many of its
// reporters it covers. Figure is one of the methods of [lac.TradeTotal], such as
// its turnover; the flow is the one whose coverage is told. Years whose figure
// cannot be told, because a part is missing or the parts may not be added, are
// gaps.
func SeriesOf(name string, totals lac.TradeTotals, flow lac.TradeFlow, figure func(lac.TradeTotal) (lac.Money, error)) Series {
	s := Series{Name: name, Values: map[int]lac.Money{}, Covered: map[int]Coverage{}}
	for key, total := range totals.All() {
		year := key.Period.Year()
		if year == 0 {
			continue
		}
		if m, err := figure(total); err == nil && m.IsReported() {
			s.Values[year] = m
		}
		if c, ok := totals.Coverage(key, flow); ok {
			s.Covered[year] = Coverage{len(c.Reporters) - len(c.AbsentReporters()), len(c.Reporters)}
		}
	}
	return s
}

// Years draws series by year as lines, all in one currency. A year whose figure
// has fewer than nine tenths of the members of the fullest year is an open point
// that no line joins: what it lacks would look like a fall. It fails with
// [ErrNoFigure] if there is no figure, and if two amounts differ in currency.
func Years(title string, series []Series, sources []string, tag language.Tag) (Picture, error) {
	p, span, err := overYears(title, series, sources, tag)
	if err != nil {
		return Picture{}, err
	}
	p.layout = func(c *canvas) {
		c.legend(series)
		c.years(span, series, margin, c.right(), 230)
		c.coverage(span, series)
	}
	return p, nil
}

// Multiples draws a small picture of years for each of several series, all to one
// scale, so that they can be compared. It fails as [Years] does.
func Multiples(title string, series []Series, sources []string, tag language.Tag) (Picture, error) {
	p, span, err := overYears(title, series, sources, tag)
	if err != nil {
		return Picture{}, err
	}
	p.layout = func(c *canvas) {
		columns := max(1, (c.right()-margin)/200)
		wide := (c.right() - margin) / columns
		for row := range slices.Chunk(series, columns) {
			top, bottom := c.y, c.y
			for i, s := range row {
				c.y = top
				x := margin + i*wide
				c.paragraph(x+4, wide-12, s.Name, small, c.ink.text)
				c.years(span, []Series{s}, x, x+wide-12, 80)
				bottom = max(bottom, c.y)
			}
			c.y = bottom + 8
		}
	}
	return p, nil
}

// overYears returns a picture of series that is still to be laid out, and their
// span.
func overYears(title string, series []Series, sources []string, tag language.Tag) (Picture, span, error) {
	span, err := spanOf(title, series)
	if err != nil {
		return Picture{}, span, err
	}
	w := wordsOf(tag)
	var said []string
	for _, s := range series {
		said = append(said, span.said(w, s))
	}
	return Picture{Title: title, Unit: w.unit(span.measure), Alt: strings.Join(said, w.list), Sources: sources, tag: tag}, span, nil
}

// A span is the years and the size of some series.
type span struct {
	first, last int
	values      []*big.Rat
	measure     measure
}

func spanOf(title string, series []Series) (span, error) {
	var s span
	var currency lac.Currency
	for _, one := range series {
		for year, m := range one.Values {
			if !m.IsReported() {
				continue
			}
			if len(s.values) == 0 {
				s.first, s.last, currency = year, year, m.Currency()
			}
			if m.Currency() != currency {
				return span{}, fmt.Errorf("chart %q: amounts in %v and in %v: %w", title, currency, m.Currency(), lac.ErrCurrencyMismatch)
			}
			s.first, s.last = min(s.first, year), max(s.last, year)
			s.values = append(s.values, m.Amount().Rat())
		}
	}
	if len(s.values) == 0 {
		return span{}, fmt.Errorf("chart %q: %w", title, ErrNoFigure)
	}
	if s.last-s.first >= 300 {
		return span{}, fmt.Errorf("chart %q: %d to %d: too many years", title, s.first, s.last)
	}
	s.measure = measureOf(s.values, lac.UnitOf(currency))
	return s, nil
}

// said says where a series begins and ends, and which years it lacks.
func (s span) said(w words, one Series) string {
	var known, gaps []string
	for year := s.first; year <= s.last; year++ {
		if m := one.Values[year]; m.IsReported() {
			known = append(known, fmt.Sprintf("%d: %s", year, w.short(s.measure.in(m.Amount().Rat()))))
		} else {
			gaps = append(gaps, strconv.Itoa(year))
		}
	}
	text := one.Name + w.colon + w.noFigure
	if len(known) > 0 {
		text = one.Name + w.colon + known[0]
		if len(known) > 1 {
			text += " … " + known[len(known)-1]
		}
		if len(gaps) > 0 {
			text += " (" + w.noFigure + w.colon + strings.Join(gaps, ", ") + ")"
		}
	}
	return text
}

func (c *canvas) legend(series []Series) {
	x := margin
	for i, s := range series {
		wide := c.wide(s.Name, body) + 40
		if x > margin && x+wide > c.right() {
			x = margin
			c.y += body.height()
		}
		color := c.ink.series[i%len(c.ink.series)]
		c.line(x, c.y+9, x+20, c.y+9, color, 2)
		c.mark(mark(i), x+10, c.y+9, 3, color)
		c.text(x+26, c.y, s.Name, body, c.ink.text)
		x += wide
	}
	c.y += body.height() + 8
}

// years draws lines between two edges, with a scale of values at the left and of
// years below.
func (c *canvas) years(span span, series []Series, left, right, height int) {
	w := c.words
	s := newScale(span.values, true, c.y+height, c.y+6, height/45)
	wide := 0
	for _, tick := range s.ticks {
		wide = max(wide, c.wide(w.number(span.measure.in(tick), 2), small))
	}
	left += wide + 8
	for _, tick := range s.ticks {
		y := s.at(tick)
		c.line(left, y, right, y, c.ink.grid, 1)
		c.end(left-6, y-9, w.number(span.measure.in(tick), 2), small, c.ink.faint)
	}
	at := func(year int) int { return span.at(year, left+8, right-8) }
	for i, one := range series {
		color := c.ink.series[i%len(c.ink.series)]
		var run []charts.Point
		for year := span.first; year <= span.last+1; year++ {
			m := one.Values[year]
			if m.IsReported() && !one.thin(year) {
				run = append(run, charts.Point{X: at(year), Y: s.at(m.Amount().Rat())})
				continue
			}
			if m.IsReported() {
				c.mark(ring, at(year), s.at(m.Amount().Rat()), 3, color)
			}
			if len(run) > 1 {
				c.path(run, color, 2)
			}
			for _, p := range run {
				c.mark(mark(i), p.X, p.Y, 3, color)
			}
			run = nil
		}
	}
	c.y += height + 6
	c.yearLabels(span, at)
}

// thin reports whether too few members have a figure in a year for it to be
// joined to others.
func (s Series) thin(year int) bool {
	most := 0
	for y := range s.Covered {
		most = max(most, s.Covered[y].Have)
	}
	got, ok := s.Covered[year]
	return ok && got.Have*10 < most*9
}

// yearLabels writes as many years as have room, the last always.
func (c *canvas) yearLabels(span span, at func(int) int) {
	every := 1
	room := c.wide("2024", small) + 10
	for every*(at(span.last)-at(span.first)) < room*(span.last-span.first) {
		every++
	}
	for year := span.last; year >= span.first; year -= every {
		c.middle(at(year), c.y, strconv.Itoa(year), small, c.ink.faint)
	}
	c.y += small.height() + 2
}

func (s span) at(year, from, to int) int {
	if s.first == s.last {
		return (from + to) / 2
	}
	return from + (to-from)*(year-s.first)/(s.last-s.first)
}

// coverage draws below the years how many members are in each figure.
func (c *canvas) coverage(span span, series []Series) {
	for i, one := range series {
		if len(one.Covered) == 0 {
			continue
		}
		w := c.words
		c.y += 4
		c.text(margin, c.y, w.covered+w.colon+one.Name, small, c.ink.faint)
		c.y += small.height() + 2
		left, right := margin+8, c.right()-8
		step := (right - left) / (span.last - span.first + 1)
		color := c.ink.series[i%len(c.ink.series)]
		const high = 14
		for year := span.first; year <= span.last; year++ {
			got := one.Covered[year]
			x := left + step*(year-span.first)
			c.box(x, c.y, x+max(step-2, 1), c.y+high, c.ink.band)
			if got.Of > 0 {
				c.box(x, c.y+high-high*got.Have/got.Of, x+max(step-2, 1), c.y+high, color)
			}
			text := strconv.Itoa(got.Have)
			if got.Of > 0 && c.wide(text, small) < step {
				c.middle(x+step/2, c.y+high, text, small, c.ink.faint)
			}
		}
		c.y += high + small.height() + 2
	}
}
