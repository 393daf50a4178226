// Package chart draws what package lac and its neighbours find out, for pages and
// reports of other programs: a claim's readings beside the figure that was stated,
// series by year, ranked bars, the gap between two sides' books, pledges in time,
// a map of projects.
//
// Each function returns a [Picture], which is written as SVG or PNG. A picture
// carries its title, unit and sources, and [Picture.Alt] says in words what it
// shows. Words are in English, Spanish, Portuguese or Chinese. A year without a
// figure is a gap in a line, never a zero.
//
// Values stay exact until they have become a place on the picture: positions are
// whole pixels, rounded once from rational numbers.
package chart

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"strings"

	"github.com/go-analyze/charts"
	"github.com/golang/freetype/truetype"
	"golang.org/x/text/language"
)

// A Picture is a drawing, with what it says in words. The zero Picture is empty.
type Picture struct {
	Title   string   // empty if it stands elsewhere
	Unit    string   // of its figures, as printed below the title; empty if they have none
	Alt     string   // what it shows, for those who cannot see it
	Sources []string // whose figures they are, as printed at its foot

	tag    language.Tag
	layout func(*canvas)
}

// DefaultWidth is the width of a picture in pixels if its style names none.
const DefaultWidth = 760

// ErrNoGlyph says that the font of a PNG lacks a character that the picture needs.
var ErrNoGlyph = errors.New("the font has no such character")

const (
	minWidth = 280
	maxWidth = 4000
)

// SVG returns the picture as an SVG element that can stand in an HTML page or in
// a file of its own. It has a role and a label for screen readers.
func (p Picture) SVG(s Style) ([]byte, error) {
	drawn, c, err := p.draw(s, charts.ChartOutputSVG)
	if err != nil {
		return nil, err
	}
	body, ok := bytes.CutPrefix(drawn, []byte("<svg "))
	if !ok {
		return nil, fmt.Errorf("chart %q: the drawing is no SVG element", p.Title)
	}
	body = bytes.ReplaceAll(body, []byte("'Roboto Medium',sans-serif"), []byte("system-ui,sans-serif"))
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg class="lac-chart" role="img" aria-label="%s" `, html.EscapeString(p.label()))
	if !s.Dark {
		head, rest, _ := bytes.Cut(body, []byte(">"))
		out.Write(head)
		out.WriteString("><style>" + followDark + "</style>")
		body = []byte(named.Replace(string(rest)))
	}
	// The canvas places the left end of each text; the element is to say what it
	// is anchored to.
	const text = `<text x="`
	parts := bytes.Split(body, []byte(text))
	if len(parts) != len(c.anchors)+1 {
		return nil, fmt.Errorf("chart %q: %d texts drawn, want %d", p.Title, len(parts)-1, len(c.anchors))
	}
	out.Write(parts[0])
	for i, part := range parts[1:] {
		_, rest, _ := bytes.Cut(part, []byte(`"`))
		fmt.Fprintf(&out, `<text text-anchor="%s" x="%d"%s`, c.anchors[i].side, c.anchors[i].x, rest)
	}
	return out.Bytes(), nil
}

// followDark gives each colour of light ground the one of dark ground that stands
// for it, for who prefers that.
var followDark = func() string {
	var style strings.Builder
	style.WriteString("@media screen and (prefers-color-scheme:dark){.lac-chart{")
	for i, c := range dark.colors() {
		fmt.Fprintf(&style, "--lac-chart-%d:%v;", i, c)
	}
	style.WriteString("}}")
	return style.String()
}()

// named gives the colours of light ground in a drawing the names which followDark gives
// others.
var named = func() *strings.Replacer {
	var pairs []string
	for i, c := range light.colors() {
		for _, property := range []string{"fill:", "stroke:"} {
			pairs = append(pairs, property+c.String(), fmt.Sprintf("%svar(--lac-chart-%d,%v)", property, i, c))
		}
	}
	return strings.NewReplacer(pairs...)
}()

// PNG returns the picture as a PNG image. It fails with [ErrNoGlyph] if the font
// lacks a character.
func (p Picture) PNG(s Style) ([]byte, error) {
	drawn, c, err := p.draw(s, charts.ChartOutputPNG)
	if err != nil {
		return nil, err
	}
	if c.lacking != 0 {
		return nil, fmt.Errorf("chart %q: %q: %w", p.Title, c.lacking, ErrNoGlyph)
	}
	return drawn, nil
}

// label is what a screen reader says.
func (p Picture) label() string {
	if p.Title == "" {
		return p.Alt
	}
	return p.Title + ". " + p.Alt
}

func (p Picture) draw(s Style, format string) ([]byte, *canvas, error) {
	if p.layout == nil {
		return nil, nil, errors.New("chart: an empty picture")
	}
	if s.Width == 0 {
		s.Width = DefaultWidth
	}
	if s.Width < minWidth || s.Width > maxWidth {
		return nil, nil, fmt.Errorf("chart %q: width %d: want %d to %d", p.Title, s.Width, minWidth, maxWidth)
	}
	font := charts.GetDefaultFont()
	if s.Font != nil {
		var err error
		if font, err = truetype.Parse(s.Font); err != nil {
			return nil, nil, fmt.Errorf("chart %q: font: %w", p.Title, err)
		}
	}
	c := newCanvas(s, font, p.tag)
	c.heading(p.Title, p.Unit)
	p.layout(c)
	c.footing(p.Sources)
	painter := charts.NewPainter(charts.PainterOptions{OutputFormat: format, Width: s.Width, Height: c.y, Font: font})
	for _, paint := range c.strokes {
		paint(painter)
	}
	drawn, err := painter.Bytes()
	return drawn, c, err
}
