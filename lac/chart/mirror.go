package chart

import (
	"fmt"
	"math/big"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
)

// A Mirror is a flow on both sides' books, with the name of its row.
type Mirror struct {
	Name string
	Gap  indicator.MirrorGap
}

// Mirrors draws flows on both sides' books: a point for each side, and between
// them the gap. Rows in which a side has no figure say so. It fails with
// [ErrNoFigure] if no row has both.
func Mirrors(title string, rows []Mirror, sources []string, tag language.Tag) (Picture, error) {
	w := wordsOf(tag)
	var values []*big.Rat
	var currency lac.Currency
	sides := make([][2]*big.Rat, len(rows))
	for i, row := range rows {
		own, err := row.Gap.Own.Money()
		if err != nil {
			continue
		}
		mirror, err := row.Gap.Mirror.Money()
		if err != nil {
			continue
		}
		if len(values) == 0 {
			currency = own.Currency()
		}
		if own.Currency() != currency || mirror.Currency() != currency {
			return Picture{}, fmt.Errorf("chart %q: %s: %w", title, row.Name, lac.ErrCurrencyMismatch)
		}
		sides[i] = [2]*big.Rat{own.Amount().Rat(), mirror.Amount().Rat()}
		values = append(values, sides[i][:]...)
	}
	if len(values) == 0 {
		return Picture{}, fmt.Errorf("chart %q: %w", title, ErrNoFigure)
	}
	m := measureOf(values, lac.UnitOf(currency))
	p := Picture{Title: title, Unit: w.unit(m), Sources: sources, tag: tag}
	var said []string
	for i, row := range rows {
		said = append(said, row.Name+w.colon+w.sides(sides[i], m))
	}
	p.Alt = strings.Join(said, w.list)
	p.layout = func(c *canvas) {
		c.mark(disc, margin+6, c.y+9, 3, c.ink.series[0])
		c.text(margin+16, c.y, w.own, body, c.ink.text)
		x := margin + 16 + c.wide(w.own, body) + 22
		c.mark(square, x, c.y+9, 3, c.ink.series[1])
		c.text(x+10, c.y, w.mirror, body, c.ink.text)
		c.y += body.height() + 6
		s := newScale(values, true, margin+8, c.right()-8, max(3, c.width/130))
		for i, row := range rows {
			figure := w.sides(sides[i], m)
			c.end(c.right(), c.y, figure, small, c.ink.faint)
			name := c.y
			c.paragraph(margin, c.right()-margin-c.wide(figure, small)-16, row.Name, small, c.ink.text)
			c.y = max(c.y, name+small.height())
			y := c.y + 7
			c.line(s.from, y, s.to, y, c.ink.grid, 1)
			if sides[i][0] != nil {
				own, mirror := s.at(sides[i][0]), s.at(sides[i][1])
				c.line(min(own, mirror), y, max(own, mirror), y, c.ink.series[4], 2)
				c.mark(disc, own, y, 3, c.ink.series[0])
				c.mark(square, mirror, y, 3, c.ink.series[1])
			}
			c.y += 20
		}
		for _, tick := range s.ticks {
			c.middle(s.at(tick), c.y, w.number(m.in(tick), 2), small, c.ink.faint)
		}
		c.y += small.height()
	}
	return p, nil
}

// sides returns both figures and their gap as printed.
func (w words) sides(s [2]*big.Rat, m measure) string {
	if s[0] == nil {
		return w.noFigure
	}
	gap := new(big.Rat).Sub(s[1], s[0])
	sign := ""
	if gap.Sign() > 0 {
		sign = "+"
	}
	return fmt.Sprintf("%s / %s (%s %s%s)", w.number(m.in(s[0]), 2), w.number(m.in(s[1]), 2), w.gap, sign, w.number(m.in(gap), 2))
}
