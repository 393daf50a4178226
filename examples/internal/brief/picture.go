package brief

import (
	"bytes"
	"errors"
	"html/template"
	"slices"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/chart"
	"github.com/sinolac/sinolac/lac/check"
)

// pageWidth and phoneWidth are the widths of drawings in pixels.
const (
	pageWidth  = 792
	phoneWidth = 358
)

// draw draws a picture for the page. A picture of nothing is no figure.
func draw(p chart.Picture, err error) (*figure, error) {
	if errors.Is(err, chart.ErrNoFigure) || errors.Is(err, chart.ErrNoLine) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var f figure
	for _, size := range []struct {
		class string
		width int
		out   *template.HTML
	}{{"wide", pageWidth, &f.Wide}, {"narrow", phoneWidth, &f.Narrow}} {
		svg, err := p.SVG(chart.Style{Width: size.width})
		if err != nil {
			return nil, err
		}
		// Safe: package chart escapes what it writes.
		*size.out = template.HTML(bytes.Replace(svg, []byte(`class="lac-chart"`), []byte(`class="lac-chart `+size.class+`"`), 1))
	}
	return &f, nil
}

// claimFigure draws a finding on a number line, nil if it has no figure.
func claimFigure(f check.Finding, tag language.Tag) (*figure, error) {
	f.Readings = slices.Clone(f.Readings)
	for i := range f.Readings { // the almanac's own words are not known to pictures
		basis := &f.Readings[i].Basis
		basis.Definition = Say(tag, basis.Definition)
	}
	p, err := chart.Claim(f, tag)
	p.Title = "" // it stands above the picture
	return draw(p, err)
}

// yearChart draws China customs' turnover beside the region's own books.
func yearChart(rows []YearRow, tag language.Tag) (*figure, error) {
	customs := chart.Series{Name: In(tag, "China customs"), Values: map[int]lac.Money{}}
	own := chart.Series{Name: In(tag, "Members’ own books"), Values: map[int]lac.Money{}, Covered: map[int]chart.Coverage{}}
	first := 0
	for _, r := range rows {
		both, ok := r.turnover()
		if ok && (first == 0 || r.Year < first) {
			first = r.Year
		}
		if first == 0 || r.Year < first {
			continue // the picture begins with the first year that both books have
		}
		customs.Values[r.Year] = r.Customs
		if ok {
			own.Values[r.Year] = both
			own.Covered[r.Year] = chart.Coverage{Have: r.Reporters, Of: r.Members}
		}
	}
	return draw(chart.Years(In(tag, "Two books"), []chart.Series{customs, own}, nil, tag))
}

// turnover returns the region's exports and imports together.
func (r YearRow) turnover() (lac.Money, bool) {
	both, err := r.Exports.Merge(r.Imports)
	if err != nil {
		return lac.Money{}, false
	}
	m, err := both.Money()
	return m, err == nil
}

// partnerChart draws the largest partners' exports and imports.
func partnerChart(rows []PartnerRow, of string, tag language.Tag) (*figure, error) {
	var bars []chart.Bar
	for _, r := range rows[:min(len(rows), 10)] {
		bars = append(bars, chart.Bar{Name: r.Partner.Name(tag), Parts: []lac.Money{r.Exports, r.Imports}})
	}
	return draw(chart.Bars(In(tag, "The largest partners")+In(tag, ": ")+In(tag, of), []string{In(tag, "China’s exports to"), In(tag, "China’s imports from")}, bars, nil, tag))
}

// pledgeChart draws the pledges of all meetings in time.
func pledgeChart(pledges []check.PledgeFinding, tag language.Tag) (*figure, error) {
	return draw(chart.Pledges(In(tag, "Pledges in time"), pledges, nil, tag))
}
