package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-analyze/charts"
	"github.com/golang/freetype/truetype"
	"golang.org/x/text/language"
)

// A Style says how a picture is drawn. The zero Style is a picture for a page on
// light ground.
type Style struct {
	// Width is the picture's width in pixels, [DefaultWidth] if 0. Its height
	// follows from what it shows. Letters keep their size: a picture for a phone is
	// one with a Width of 360 or so, not a wide one scaled down.
	Width int
	// Dark draws for dark ground. An SVG that is not Dark follows what its reader's
	// screen prefers.
	Dark bool
	// Font is a TrueType font for PNG, which has to draw its letters; nil is a
	// built-in one without Chinese. SVG leaves fonts to who shows it.
	Font []byte
}

// A canvas takes strokes from the top down and keeps them until its height is
// known. Places are in pixels; y is where the next row begins.
type canvas struct {
	width   int
	y       int
	ink     ink
	font    *truetype.Font
	words   words
	measure *charts.Painter
	widths  map[measured]int
	strokes []func(*charts.Painter)
	anchors []anchor // of the texts, in the order of their strokes
	lacking rune     // a character that the font does not have
}

// An anchor is the x that a text stands left of, around or right of: whoever shows
// an SVG chooses its font, so that only x itself is certain.
type anchor struct {
	x    int
	side string // as SVG's text-anchor
}

// An ink is the colours of a ground. A blue, an ochre and a grey differ in
// lightness too, so that they can be told apart without colours.
type ink struct {
	ground, text, faint, grid, band charts.Color
	series                          []charts.Color
}

var (
	light = ink{
		ground: rgb(255, 255, 255), text: rgb(31, 36, 43), faint: rgb(90, 98, 108), grid: rgb(206, 211, 217), band: rgb(226, 236, 246),
		series: []charts.Color{rgb(31, 95, 163), rgb(176, 98, 8), rgb(94, 128, 62), rgb(122, 82, 150), rgb(110, 116, 124)},
	}
	dark = ink{
		ground: rgb(22, 26, 31), text: rgb(232, 235, 239), faint: rgb(168, 176, 186), grid: rgb(67, 74, 84), band: rgb(35, 54, 77),
		series: []charts.Color{rgb(110, 174, 240), rgb(232, 161, 74), rgb(160, 198, 124), rgb(196, 160, 224), rgb(160, 167, 176)},
	}
)

// colors returns all colours in a fixed order.
func (i ink) colors() []charts.Color {
	return append([]charts.Color{i.ground, i.text, i.faint, i.grid, i.band}, i.series...)
}

func rgb(r, g, b uint8) charts.Color { return charts.Color{R: r, G: g, B: b, A: 255} }

// A face is a size of letters.
type face int

const (
	small face = iota
	body
	title
)

// height is the height of a row of letters.
func (f face) height() int { return [...]int{16, 19, 24}[f] }

const margin = 14

func newCanvas(s Style, font *truetype.Font, tag language.Tag) *canvas {
	c := canvas{width: s.Width, y: margin, ink: light, font: font, words: wordsOf(tag), widths: map[measured]int{}}
	if s.Dark {
		c.ink = dark
	}
	c.measure = charts.NewPainter(charts.PainterOptions{Width: s.Width, Height: 10, Font: font})
	c.add(func(p *charts.Painter) { p.FilledRect(0, 0, p.Width(), p.Height(), c.ink.ground, c.ink.ground, 0) })
	return &c
}

func (c *canvas) add(stroke func(*charts.Painter)) { c.strokes = append(c.strokes, stroke) }

// right is the right edge of what is drawn.
func (c *canvas) right() int { return c.width - margin }

func (c *canvas) style(f face, color charts.Color) charts.FontStyle {
	s := charts.FontStyle{FontColor: color, Font: c.font}
	switch f {
	case small:
		s.FontSize = 8.5
	case body:
		s.FontSize = 10
	case title:
		s.FontSize = 13
	}
	return s
}

// wide returns the room that a line of text takes, with something over for fonts
// that are wider than the one that measures.
func (c *canvas) wide(text string, f face) int { return c.exact(text, f) * 9 / 8 }

// exact returns the width of a line of text in the canvas's font. A Chinese
// character is as wide as it is high, whatever the font measures for one that it
// does not have.
func (c *canvas) exact(text string, f face) int {
	han := 0
	rest := strings.Map(func(r rune) rune {
		if r >= 0x2e80 {
			han++
			return -1
		}
		return r
	}, text)
	key := measured{rest, f}
	wide, ok := c.widths[key]
	if !ok {
		wide = c.measure.MeasureText(rest, 0, c.style(f, c.ink.text)).Width()
		c.widths[key] = wide
	}
	return wide + han*[...]int{12, 14, 18}[f]
}

// A measured is a text in a size, whose width is known.
type measured struct {
	text string
	face face
}

// text writes a line whose upper left corner is x, y; end one that ends at x, and
// middle one around x.
func (c *canvas) text(x, y int, text string, f face, color charts.Color) {
	c.write(anchor{x, "start"}, x, y, text, f, color)
}

func (c *canvas) end(x, y int, text string, f face, color charts.Color) {
	c.write(anchor{x, "end"}, x-c.exact(text, f), y, text, f, color)
}

func (c *canvas) middle(x, y int, text string, f face, color charts.Color) {
	half := c.exact(text, f) / 2
	x = min(max(x, half+2), c.width-half-2)
	c.write(anchor{x, "middle"}, x-half, y, text, f, color)
}

func (c *canvas) write(a anchor, x, y int, text string, f face, color charts.Color) {
	if c.lacking == 0 {
		c.lacking = lacks(c.font, text)
	}
	s := c.style(f, color)
	c.anchors = append(c.anchors, a)
	c.add(func(p *charts.Painter) { p.Text(text, x, y+f.height()*3/4, 0, s) })
}

// paragraph writes text from x on in lines no wider than width, and goes down by
// as many.
func (c *canvas) paragraph(x, width int, text string, f face, color charts.Color) {
	for _, line := range c.lines(text, width, f) {
		c.text(x, c.y, line, f, color)
		c.y += f.height()
	}
}

// lines breaks text at spaces, and within Chinese between two characters. A word
// that is too wide is cut.
func (c *canvas) lines(text string, width int, f face) []string {
	var lines []string
	line, most := "", 0 // most is the width of its words, one by one: no less than that of the line
	for _, word := range pieces(text) {
		wide := c.exact(word, f)
		if line != "" && (most+wide)*9/8 > width && c.wide(strings.TrimRight(line+word, " "), f) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, most = "", 0
		}
		for c.wide(word, f) > width && utf8.RuneCountInString(word) > 1 {
			cut := word
			for c.wide(cut, f) > width && utf8.RuneCountInString(cut) > 1 {
				_, n := utf8.DecodeLastRuneInString(cut)
				cut = cut[:len(cut)-n]
			}
			lines = append(lines, cut)
			word = word[len(cut):]
		}
		line += word
		most += wide
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// pieces cuts text where a line may end.
func pieces(text string) []string {
	var out []string
	start := 0
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		if r == ' ' || r >= 0x2e80 {
			out = append(out, text[start:end])
			start = end
		}
	}
	return append(out, text[start:])
}

func (c *canvas) line(x1, y1, x2, y2 int, color charts.Color, weight int) {
	c.path([]charts.Point{{X: x1, Y: y1}, {X: x2, Y: y2}}, color, weight)
}

func (c *canvas) path(points []charts.Point, color charts.Color, weight int) {
	c.add(func(p *charts.Painter) {
		switch weight {
		case 1:
			p.LineStroke(points, color, 1)
		case 2:
			p.LineStroke(points, color, 2)
		default:
			p.LineStroke(points, color, 5)
		}
	})
}

func (c *canvas) box(x1, y1, x2, y2 int, color charts.Color) {
	if x1 == x2 {
		x2++
	}
	c.add(func(p *charts.Painter) { p.FilledRect(x1, y1, x2, y2, color, color, 0) })
}

// A mark is the shape of a point, so that a series is known without its colour.
type mark int

const (
	disc mark = iota
	square
	diamond
	ring
)

func (c *canvas) mark(m mark, x, y, size int, color charts.Color) {
	ground := c.ink.ground
	c.add(func(p *charts.Painter) {
		switch m % 4 {
		case disc:
			p.Dots([]charts.Point{{X: x, Y: y}}, color, color, 1, 3)
		case square:
			p.FilledRect(x-size, y-size, x+size, y+size, color, color, 0)
		case diamond:
			p.FilledDiamond(x, y, 2*size+2, 2*size+2, color, color, 0)
		case ring:
			p.Dots([]charts.Point{{X: x, Y: y}}, ground, color, 2, 3)
		}
	})
}

func (c *canvas) heading(text, unit string) {
	c.paragraph(margin, c.right()-margin, text, title, c.ink.text)
	if unit != "" {
		c.paragraph(margin, c.right()-margin, unit, small, c.ink.faint)
	}
	c.y += 8
}

func (c *canvas) footing(sources []string) {
	c.y += 6
	if len(sources) > 0 {
		c.paragraph(margin, c.right()-margin, c.words.sources+strings.Join(sources, c.words.list), small, c.ink.faint)
	}
	c.y += margin - 4
}

// lacks returns the first character of text that the font has no glyph for, 0 if
// it has all.
func lacks(font *truetype.Font, text string) rune {
	for _, r := range text {
		if !unicode.IsSpace(r) && font.Index(r) == 0 {
			return r
		}
	}
	return 0
}
