package figure

import (
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// separators stand between the cells of a row.
const separators = "|\t;"

// tables finds the cells of the tables in the piece of text that is read.
func (s *scanner) tables() {
	s.cells, s.headings = s.cells[:0], s.headings[:0]
	if !strings.ContainsAny(s.text, separators) {
		return
	}
	var columns []column // of the table that goes on
	var mark byte        // between its cells
	for at := 0; at < len(s.text); {
		end, next := lineEnd(s.text, at)
		line := s.text[at:end]
		switch {
		case columns != nil && rowOf(line, mark, len(columns)):
			s.row(at, line, mark, columns)
		default:
			columns = nil
			if rest, _ := lineEnd(s.text, next); next < len(s.text) {
				if columns, mark = s.heading(line, s.text[next:rest]); columns != nil {
					s.headings = append(s.headings, Span{at, end})
				}
			}
		}
		at = next
	}
}

// lineEnd returns the end of the line at position at, and where the next begins.
func lineEnd(text string, at int) (end, next int) {
	if at >= len(text) {
		return len(text), len(text)
	}
	n := strings.IndexByte(text[at:], '\n')
	if n < 0 {
		return len(text), len(text)
	}
	return at + n, at + n + 1
}

// heading returns the columns of a table that begins with line, nil if none does;
// below is the line after it.
func (s *scanner) heading(line, below string) ([]column, byte) {
	const longest = 400
	i := strings.IndexAny(line, separators)
	if i < 0 || len(line) > longest {
		return nil, 0
	}
	mark := line[i]
	n := strings.Count(line, string(mark)) + 1
	if n < 2 || !rowOf(below, mark, n) {
		return nil, 0
	}
	const widest = 60 // a heading is no sentence
	cells := strings.Split(line, string(mark))
	for _, text := range cells {
		open := strings.IndexAny(text, "([（")
		if len(text) > widest || strings.ContainsAny(text[:max(open, 0)], "0123456789") || open < 0 && strings.ContainsAny(text, "0123456789") {
			return nil, 0
		}
	}
	columns := make([]column, n)
	found := false
	for i, text := range cells {
		columns[i] = s.columnOf(text)
		found = found || columns[i] != (column{})
	}
	if !found {
		return nil, 0
	}
	return columns, mark
}

// rowOf reports whether line has n cells.
func rowOf(line string, mark byte, n int) bool { return strings.Count(line, string(mark))+1 == n }

// row adds the cells of a row that begins at position at.
func (s *scanner) row(at int, line string, mark byte, columns []column) {
	for _, c := range columns {
		text, rest, _ := strings.Cut(line, string(mark))
		if trimmed := strings.TrimSpace(text); c != (column{}) && trimmed != "" {
			start := at + strings.Index(text, trimmed)
			s.cells = append(s.cells, cell{Span{start, start + len(trimmed)}, c})
		}
		at += len(text) + 1
		line = rest
	}
}

// columnOf returns the column that a heading names: by the brackets at its end, by
// what follows its last comma, or by all of it.
func (s *scanner) columnOf(text string) column {
	text = strings.TrimSpace(text)
	name, bracketed := text, false
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}} {
		if i, j := strings.LastIndex(text, pair[0]), strings.LastIndex(text, pair[1]); 0 <= i && i < j {
			name, bracketed = text[i+len(pair[0]):j], true
			break
		}
	}
	if i := strings.LastIndexAny(name, ","); i >= 0 && !bracketed {
		name = name[i+1:]
	}
	if name == "" {
		return column{}
	}
	h := scanner{whole: s.whole, text: name, lex: s.lex, conv: s.conv, ands: -1}
	h.tokenize(0)
	c, all, money := column{by: 1}, true, false
	for i := 0; i < len(h.tokens); {
		p, end := h.matchAfter(i, func(p *phrase) bool {
			return p.role == roleUnit && (p.unit.class == lexicon.Money || p.unit.class == lexicon.Percent || p.unit.class == lexicon.Measure && c.unit == nil)
		})
		w := h.sense(i)
		suffix := w != nil && w.suffix > 0 && (c.unit != nil && c.unit.class == lexicon.Money || len(name) > 1)
		switch {
		case w != nil && w.class == classScale && c.by < 1e12 && w.value < 1e13:
			c.by *= w.value
			i++
		case h.tokens[i].kind == tokenNumeral && h.numerals[h.tokens[i].numeral].plain && bracketed: // RMB 100 million
			n, ok := h.numerals[h.tokens[i].numeral].value.Int64()
			if !ok || n <= 0 || n > 1000 || h.numerals[h.tokens[i].numeral].whole == 4 {
				return column{}
			}
			c.by *= n
			i++
		case p != nil && !(suffix && p.unit.class == lexicon.Measure):
			c.unit, money = s.moneyOf(p.unit), money || p.unit.class != lexicon.Measure
			if p.unit.by > 1 {
				c.by *= p.unit.by
			}
			i = end
		case suffix && c.by < 1e12:
			c.by *= w.suffix
			i++
		default:
			all = all && h.has(i, flagOf|flagStop)
			i++
		}
	}
	if c.unit == nil && c.by == 1 || !all && !(bracketed && money) || c.by <= 0 {
		return column{}
	}
	return c
}

// inHeading reports whether m is a scale that stands in a heading: (million t).
func (s *scanner) inHeading(m *measured) bool {
	if len(s.headings) == 0 || s.tokens[m.number.from].kind == tokenNumeral {
		return false
	}
	at := s.tokens[m.number.from].start
	i, _ := slices.BinarySearchFunc(s.headings, at, func(h Span, at int) int { return h.End - at - 1 })
	return i < len(s.headings) && s.headings[i].Start <= at
}

// head gives m, which is all that stands in a cell, the unit and scale of its
// column.
func (s *scanner) head(m *measured) {
	if len(s.cells) == 0 || m.lone == nil && m.number.form != formCardinal || m.unit != nil || m.long {
		return
	}
	span := s.span(m.from, m.to)
	i, found := slices.BinarySearchFunc(s.cells, span.Start, func(c cell, at int) int { return c.End - at - 1 })
	for ; !found && i < len(s.cells) && s.cells[i].End <= span.Start; i++ {
	}
	if i >= len(s.cells) || s.cells[i].Start != span.Start || s.cells[i].End != span.End {
		return
	}
	c := s.cells[i]
	if c.by > 1 && m.scale.IsZero() && !m.multiply(c.by) {
		return
	}
	m.unit, m.lone = c.unit, nil
}
