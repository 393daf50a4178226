package chart

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/projects"
)

// A Bar is one row of a picture of bars: a name and its parts, one for each name
// of parts. A part that is not reported has no length, and the row says so.
type Bar struct {
	Name  string
	Parts []lac.Money
}

// Bars draws rows of bars, each of the same parts one after the other, in one
// currency and to one scale. No part may be negative. It fails with [ErrNoFigure]
// if no row has an amount.
func Bars(title string, parts []string, rows []Bar, sources []string, tag language.Tag) (Picture, error) {
	var values []*big.Rat // of whole rows
	var currency lac.Currency
	for _, row := range rows {
		if len(row.Parts) != len(parts) {
			return Picture{}, fmt.Errorf("chart %q: %s: %d parts, want %d", title, row.Name, len(row.Parts), len(parts))
		}
		sum := new(big.Rat)
		for _, m := range row.Parts {
			if !m.IsReported() {
				continue
			}
			if len(values) == 0 && sum.Sign() == 0 {
				currency = m.Currency()
			}
			if m.Currency() != currency {
				return Picture{}, fmt.Errorf("chart %q: %s: amounts in %v and in %v: %w", title, row.Name, currency, m.Currency(), lac.ErrCurrencyMismatch)
			}
			if m.Amount().Sign() < 0 {
				return Picture{}, fmt.Errorf("chart %q: %s: %v: a bar has no negative part", title, row.Name, m)
			}
			sum.Add(sum, m.Amount().Rat())
		}
		values = append(values, sum)
	}
	if !slices.ContainsFunc(values, func(v *big.Rat) bool { return v.Sign() > 0 }) {
		return Picture{}, fmt.Errorf("chart %q: %w", title, ErrNoFigure)
	}
	w, m := wordsOf(tag), measureOf(values, lac.UnitOf(currency))
	p := Picture{Title: title, Unit: w.unit(m), Sources: sources, tag: tag}
	var said []string
	for i, row := range rows {
		said = append(said, row.Name+" "+w.row(row, values[i], m))
	}
	p.Alt = strings.Join(said, w.list)
	p.layout = func(c *canvas) { c.bars(parts, rows, values, m) }
	return p, nil
}

// row returns a row's amount as printed.
func (w words) row(b Bar, sum *big.Rat, m measure) string {
	lacking := 0
	for _, part := range b.Parts {
		if !part.IsReported() {
			lacking++
		}
	}
	switch {
	case lacking == len(b.Parts):
		return w.noFigure
	case lacking > 0:
		return "≥ " + w.short(m.in(sum))
	}
	return w.short(m.in(sum))
}

func (c *canvas) bars(parts []string, rows []Bar, values []*big.Rat, m measure) {
	if len(parts) > 1 {
		var series []Series
		for _, name := range parts {
			series = append(series, Series{Name: name})
		}
		c.keys(series)
	}
	name, figure := 0, 0
	for i, row := range rows {
		name = max(name, c.wide(row.Name, body))
		figure = max(figure, c.wide(c.words.row(row, values[i], m), body))
	}
	name = min(name, (c.right()-margin)*2/5)
	left, right := margin+name+10, c.right()-figure-8
	s := lengthScale(values, left, right)
	for i, row := range rows {
		lines := c.lines(row.Name, name, body)
		for j, line := range lines {
			c.text(margin, c.y+j*body.height(), line, body, c.ink.text)
		}
		from, sum := left, new(big.Rat)
		for j, part := range row.Parts {
			if part.IsReported() && part.Amount().Sign() > 0 {
				sum.Add(sum, part.Amount().Rat())
				to := s.at(sum)
				c.box(from, c.y+3, max(to-1, from+1), c.y+17, c.ink.series[j%len(c.ink.series)])
				from = to
			}
		}
		c.text(from+6, c.y+1, c.words.row(row, values[i], m), body, c.ink.faint)
		c.y += max(1, len(lines))*body.height() + 6
	}
}

// keys says which colour is which part.
func (c *canvas) keys(series []Series) {
	x := margin
	for i, s := range series {
		wide := c.wide(s.Name, body) + 36
		if x > margin && x+wide > c.right() {
			x = margin
			c.y += body.height()
		}
		c.box(x, c.y+4, x+12, c.y+16, c.ink.series[i%len(c.ink.series)])
		c.text(x+18, c.y, s.Name, body, c.ink.text)
		x += wide
	}
	c.y += body.height() + 8
}

// Partners draws ranked partners, the largest first, with their places. It fails as
// [Bars] does.
func Partners(title string, ranked []indicator.Ranked[lac.Area], sources []string, tag language.Tag) (Picture, error) {
	var rows []Bar
	for _, r := range ranked {
		rows = append(rows, Bar{fmt.Sprintf("%d  %s", r.Place, r.Who.Name(tag)), []lac.Money{r.Value}})
	}
	return Bars(title, []string{""}, rows, sources, tag)
}

// Sections draws what trade consists of, by section of the Harmonized System, the
// largest first. Totals are by commodity, of chapters or finer; figure is as in
// [SeriesOf]. Goods of no section stand under others, totals of all goods are left
// out. It fails as [Bars] does, and with the error of figure.
func Sections(title string, totals lac.TradeTotals, figure func(lac.TradeTotal) (lac.Money, error), sources []string, tag language.Tag) (Picture, error) {
	sums := map[lac.HSSection]lac.Money{}
	for key, total := range totals.All() {
		if key.Commodity.IsTotal() {
			continue
		}
		m, err := figure(total)
		if err != nil {
			return Picture{}, fmt.Errorf("chart %q: %v: %w", title, key.Commodity, err)
		}
		if !m.IsReported() {
			continue
		}
		section := key.Commodity.Section()
		if sums[section].IsReported() {
			if m, err = sums[section].Add(m); err != nil {
				return Picture{}, fmt.Errorf("chart %q: %v: %w", title, key.Commodity, err)
			}
		}
		sums[section] = m
	}
	w := wordsOf(tag)
	var rows []Bar
	for section := range lac.HSSection(22) {
		name := section.String() + "  " + section.Name(tag)
		if section == 0 {
			name = w.other
		}
		if m := sums[section]; m.IsReported() {
			rows = append(rows, Bar{name, []lac.Money{m}})
		}
	}
	slices.SortStableFunc(rows, func(a, b Bar) int { return b.Parts[0].Amount().Cmp(a.Parts[0].Amount()) })
	return Bars(title, []string{""}, rows, sources, tag)
}

// Projects draws money for projects, a bar for each key of totals, the largest
// first, in parts by status where the keys have one. A bar has the amounts that are
// known. It fails as [Bars] does, and with [lac.ErrCurrencyMismatch] if the amounts of
// one bar are in two currencies.
func Projects(title string, totals projects.Totals, sources []string, tag language.Tag) (Picture, error) {
	w := wordsOf(tag)
	type group struct {
		name  string
		parts map[lac.ProjectStatus]lac.Money
		sum   *big.Rat
	}
	groups := map[projects.Key]*group{}
	var order []*group
	found := map[lac.ProjectStatus]bool{}
	for key, total := range totals.All() {
		status := key.Status
		key.Status = ""
		g := groups[key]
		if g == nil {
			g = &group{w.key(key), map[lac.ProjectStatus]lac.Money{}, new(big.Rat)}
			groups[key] = g
			order = append(order, g)
		}
		if total.Amount.Records == 0 {
			continue
		}
		m, err := total.Amount.Money()
		if err != nil {
			return Picture{}, fmt.Errorf("chart %q: %s: %w", title, g.name, err)
		}
		found[status] = true
		g.parts[status] = m
		g.sum.Add(g.sum, m.Amount().Rat())
	}
	slices.SortStableFunc(order, func(a, b *group) int { return b.sum.Cmp(a.sum) })
	var names []string
	var statuses []lac.ProjectStatus
	for _, status := range statusOrder {
		if found[status] {
			statuses = append(statuses, status)
			names = append(names, w.status[status])
		}
	}
	var rows []Bar
	for _, g := range order {
		row := Bar{Name: g.name}
		for _, status := range statuses {
			m, ok := g.parts[status]
			if !ok && len(g.parts) > 0 {
				m, _ = lac.NewMoney(decimal.Zero, totalsCurrency(g.parts)) // no project of this status
			}
			row.Parts = append(row.Parts, m)
		}
		rows = append(rows, row)
	}
	return Bars(title, names, rows, sources, tag)
}

// totalsCurrency returns the currency of parts, which have one in common.
func totalsCurrency(parts map[lac.ProjectStatus]lac.Money) lac.Currency {
	for _, m := range parts {
		return m.Currency()
	}
	var none lac.Currency
	return none
}

// key returns the name of what a total is keyed by.
func (w words) key(k projects.Key) string {
	var parts []string
	if k.Source != "" {
		parts = append(parts, k.Source)
	}
	if k.Recipient.IsValid() {
		parts = append(parts, k.Recipient.Name(w.tag))
	}
	switch {
	case k.Sector.Field != "":
		parts = append(parts, k.Sector.Field)
	case k.Sector.Purpose != "":
		parts = append(parts, k.Sector.Purpose)
	case k.Sector.Code != "":
		parts = append(parts, k.Sector.Code)
	}
	if k.Kind != "" {
		parts = append(parts, string(k.Kind))
	}
	if !k.Period.IsZero() {
		parts = append(parts, k.Period.String())
	}
	if len(parts) == 0 {
		return w.notStated
	}
	return strings.Join(parts, " · ")
}
