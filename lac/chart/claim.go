package chart

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/go-analyze/charts"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// ErrNoLine says that a finding has no figure to draw: its claim is a view or an
// event, or nothing is known of it.
var ErrNoLine = errors.New("nothing to draw on a number line")

// readingsShown is how many readings one picture shows; those that decide come
// first in a finding.
const readingsShown = 8

// Claim draws a finding on a number line: the figures for which the claim is right
// as a band, and for each reading a thick line for what its source says and a thin
// one for what may be so besides. Readings that decide nothing are pale. It fails
// with [ErrNoLine] if there is nothing to draw.
func Claim(f check.Finding, tag language.Tag) (Picture, error) {
	w := wordsOf(tag)
	var readings []check.Reading
	for _, r := range f.Readings {
		if r.Unit == f.Unit && !shownOf(r).IsUnknown() && len(readings) < readingsShown {
			readings = append(readings, r)
		}
	}
	values := ends(f.Stated)
	if len(values) == 0 || len(readings) == 0 {
		return Picture{}, fmt.Errorf("chart of claim %q: %w", f.Claim.ID, ErrNoLine)
	}
	for _, r := range readings {
		values = append(values, ends(r.Interval)...)
		values = append(values, ends(shownOf(r))...)
		values = append(values, ends(widest(r))...)
	}
	m := measureOf(values, f.Unit)
	p := Picture{Title: f.Claim.Gist, Unit: w.unit(m), tag: tag}
	if p.Title == "" {
		p.Title = f.Claim.ID
	}
	said := []string{w.stated + " " + w.interval(f.Stated, m)}
	for _, r := range readings {
		said = append(said, w.books(r.Basis)+w.colon+w.interval(shownOf(r), m)+", "+w.verdict(r))
	}
	p.Alt = f.Word(tag) + w.colon + strings.Join(said, w.list)
	p.layout = func(c *canvas) { c.claim(f, readings, values, m) }
	return p, nil
}

// verdict returns a reading's verdict in a word; of one that decides nothing, that.
func (w words) verdict(r check.Reading) string {
	if !r.Deciding && r.Verdict != check.Undecided {
		return w.shown
	}
	return w.Verdict(string(r.Verdict))
}

// shownOf is what a reading's source says.
func shownOf(r check.Reading) interval.Interval {
	if r.Says.IsUnknown() {
		return r.Interval
	}
	return r.Says
}

// widest is what may be so by a reading.
func widest(r check.Reading) interval.Interval {
	if r.Allows.IsUnknown() {
		return shownOf(r)
	}
	return r.Allows
}

func ends(i interval.Interval) []*big.Rat {
	var out []*big.Rat
	for _, b := range []interval.Bound{i.Lower, i.Upper} {
		if !b.IsNone() {
			out = append(out, b.Rat())
		}
	}
	return out
}

func (c *canvas) claim(f check.Finding, readings []check.Reading, values []*big.Rat, m measure) {
	w := c.words
	left, right := margin+8, c.right()-8
	s := newScale(values, false, left, right, max(3, c.width/130))
	bandTop := len(c.strokes)
	c.add(nil) // the band goes below what is drawn on it, and its height is not known yet
	top := c.y
	c.text(margin, c.y, w.stated+w.colon+w.interval(f.Stated, m)+" · "+f.Word(w.tag), body, c.ink.text)
	c.y += body.height() + 4
	for _, r := range readings {
		color := c.color(r)
		name := w.books(r.Basis)
		figure := w.interval(shownOf(r), m) + " · " + w.verdict(r)
		for i, line := range c.beside(name, figure, small) {
			if i > 0 {
				c.y += small.height()
			}
			if line != "" {
				c.text(margin, c.y, line, small, c.ink.text)
			}
		}
		c.end(c.right(), c.y, figure, small, color)
		c.y += small.height()
		y := c.y + 7
		c.line(left, y, right, y, c.ink.grid, 1)
		c.span(s, widest(r), y, color, 2)
		c.span(s, shownOf(r), y, color, 5)
		c.y += 22
	}
	for _, tick := range s.ticks {
		x := s.at(tick)
		c.line(x, c.y, x, c.y+4, c.ink.faint, 1)
		c.middle(x, c.y+5, w.number(m.in(tick), 3), small, c.ink.faint)
	}
	bottom := c.y
	c.strokes[bandTop] = c.drawBand(s, f.Stated, top, bottom)
	c.y += 5 + small.height()
	c.line(margin, c.y+8, margin+18, c.y+8, c.ink.faint, 5)
	c.text(margin+24, c.y, w.says, small, c.ink.faint)
	x := margin + 24 + c.wide(w.says, small) + 18
	c.line(x, c.y+8, x+18, c.y+8, c.ink.faint, 2)
	c.text(x+24, c.y, w.allows, small, c.ink.faint)
	c.y += small.height()
}

// beside returns the lines of a name that has a figure at the end of its last one: an
// empty one if there is no room beside the name.
func (c *canvas) beside(name, figure string, f face) []string {
	lines := c.lines(name, c.right()-margin, f)
	if len(lines) == 0 {
		return []string{""}
	}
	if last := lines[len(lines)-1]; c.wide(last, f)+20+c.wide(figure, f) > c.right()-margin {
		lines = append(lines, "")
	}
	return lines
}

// drawBand draws the stated interval behind what is already drawn.
func (c *canvas) drawBand(s scale, i interval.Interval, top, bottom int) func(*charts.Painter) {
	from, to := s.from, s.to
	if !i.Lower.IsNone() {
		from = s.at(i.Lower.Rat())
	}
	if !i.Upper.IsNone() {
		to = s.at(i.Upper.Rat())
	}
	to = max(to, from+3)
	color := c.ink.band
	return func(p *charts.Painter) { p.FilledRect(from, top, to, bottom, color, color, 0) }
}

// span draws an interval at the height y: an arrow where it has no end, a point
// where it is one value.
func (c *canvas) span(s scale, i interval.Interval, y int, color charts.Color, weight int) {
	from, to := s.from, s.to
	if !i.Lower.IsNone() {
		from = s.at(i.Lower.Rat())
	}
	if !i.Upper.IsNone() {
		to = s.at(i.Upper.Rat())
	}
	if weight > 2 && to-from < 6 {
		c.mark(diamond, (from+to)/2, y, 4, color)
		return
	}
	c.line(from, y, to, y, color, weight)
	if i.Upper.IsNone() {
		c.path([]charts.Point{{X: to - 5, Y: y - 5}, {X: to, Y: y}, {X: to - 5, Y: y + 5}}, color, 2)
	}
	if i.Lower.IsNone() {
		c.path([]charts.Point{{X: from + 5, Y: y - 5}, {X: from, Y: y}, {X: from + 5, Y: y + 5}}, color, 2)
	}
}

// color returns the colour of a reading: by its verdict, pale if it decides
// nothing.
func (c *canvas) color(r check.Reading) charts.Color {
	switch {
	case !r.Deciding:
		return c.ink.series[4]
	case r.Verdict == check.Supported:
		return c.ink.series[0]
	case r.Verdict == check.Contradicted:
		return c.ink.series[1]
	}
	return c.ink.series[3]
}

// books returns whose figures they are, and what the area is by definition.
func (w words) books(b check.Basis) string {
	name := w.Books(b.Books)
	if name == b.Books {
		name = check.Translate(name, w.tag, nil)
	}
	if b.Reporter.IsValid() {
		name = w.ownBooks(w.Short(b.Reporter.String(), b.Reporter.Name(w.tag)))
	}
	if b.Definition != "" {
		name += " · " + check.Translate(b.Definition, w.tag, nil)
	}
	if w.tag == language.English {
		return strings.ReplaceAll(name, "'", "’")
	}
	return name
}

// interval returns the ends of i as text, in the measure.
func (w words) interval(i interval.Interval, m measure) string {
	end := func(b interval.Bound) string { return w.number(m.in(b.Rat()), 3) }
	if m.unit.IsCounted() {
		i = i.Whole()
	}
	switch {
	case i.IsUnknown():
		return w.noFigure
	case i.IsPoint():
		return end(i.Lower)
	case i.Upper.IsNone() && i.Lower.IsOpen():
		return "> " + end(i.Lower)
	case i.Upper.IsNone():
		return "≥ " + end(i.Lower)
	case i.Lower.IsNone() && i.Upper.IsOpen():
		return "< " + end(i.Upper)
	case i.Lower.IsNone():
		return "≤ " + end(i.Upper)
	case end(i.Lower) == end(i.Upper):
		return end(i.Lower)
	}
	return end(i.Lower) + "–" + end(i.Upper)
}
