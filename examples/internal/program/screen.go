package program

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// A line is at most wide columns long, on a narrow terminal as long as that, and
// never less than narrow.
const (
	wide   = 100
	narrow = 40
)

// Width returns the columns of a line of prose.
func (s Streams) Width() int {
	if s.Columns == 0 {
		return wide
	}
	return max(narrow, min(wide, s.Columns))
}

// Columns returns the columns that text takes in a terminal: two for each Chinese
// character, none for a mark that stands on another.
func Columns(text string) int {
	n := 0
	for _, r := range text {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// Wrap prints text in lines of at most most columns, the first behind first, later
// ones behind rest. A line may end between words, and between Chinese characters.
func Wrap(w io.Writer, most int, first, rest, text string) {
	fmt.Fprint(w, first)
	column, start := Columns(first), true
	for _, word := range strings.Fields(text) {
		for i, piece := range breakable(word) {
			space := 0
			if i == 0 && !start {
				space = 1
			}
			n := Columns(piece)
			switch {
			case !start && column+space+n > most:
				fmt.Fprint(w, "\n", rest)
				column = Columns(rest)
			case space > 0:
				fmt.Fprint(w, " ")
				column++
			}
			fmt.Fprint(w, piece)
			column += n
			start = false
		}
	}
	fmt.Fprintln(w)
}

// breakable cuts a word where a line may end within it: behind a Chinese character,
// unless punctuation follows.
func breakable(word string) []string {
	var out []string
	from := 0
	for i, r := range word {
		_, size := utf8.DecodeRuneInString(word[i:])
		next, _ := utf8.DecodeRuneInString(word[i+size:])
		if unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, next) {
			out = append(out, word[from:i+size])
			from = i + size
		}
	}
	return append(out, word[from:])
}

// A Table is printed in columns as wide as their widest cell.
type Table struct {
	Rows [][]string
	// Left is how many columns, from the first, are texts; the others are figures,
	// which end at the right.
	Left int
	// Indent stands before each row, and Gap spaces between columns.
	Indent string
	Gap    int
}

// Add adds a row.
func (t *Table) Add(cells ...string) { t.Rows = append(t.Rows, cells) }

// Print prints the table. Where it is wider than most columns, 0 for any number,
// the text of the last column goes on below itself, and what does not fit even so
// stands as heading and cell, a line each.
func (t *Table) Print(w io.Writer, most int) {
	var widths []int
	for _, row := range t.Rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Columns(cell))
		}
	}
	last := len(widths) - 1
	before := Columns(t.Indent)
	for i := range max(last, 0) {
		before += widths[i] + t.Gap
	}
	const least = 24 // columns of a text that is worth to be wrapped
	if most > 0 && last >= 0 && before+widths[last] > most && (last >= t.Left || before+least > most) {
		t.printList(w, most)
		return
	}
	for _, row := range t.Rows {
		var b strings.Builder
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-Columns(cell))
			if i > 0 {
				b.WriteString(strings.Repeat(" ", t.Gap))
			}
			switch {
			case i == last && i < t.Left && most > 0 && before+Columns(cell) > most:
				Wrap(w, most, t.Indent+b.String(), strings.Repeat(" ", before), cell)
				b.Reset()
			case i < t.Left:
				b.WriteString(cell + space)
			default:
				b.WriteString(space + cell)
			}
		}
		if line := strings.TrimRight(b.String(), " "); line != "" {
			fmt.Fprintln(w, t.Indent+line)
		}
	}
}

// printList prints a row as its first cell, and below it the others behind their
// headings.
func (t *Table) printList(w io.Writer, most int) {
	head := t.Rows[0]
	for _, row := range t.Rows[1:] {
		Wrap(w, most, t.Indent, t.Indent+"  ", row[0])
		for i, cell := range row[1:] {
			if cell != "" && i+1 < len(head) {
				Wrap(w, most, t.Indent+"  ", t.Indent+"    ", head[i+1]+": "+cell)
			}
		}
	}
}

// Bold returns what begins and what ends bold letters, nothing where no colours are
// shown.
func (s Streams) Bold() (begin, end string) {
	if !s.Colour {
		return "", ""
	}
	return "\x1b[1m", "\x1b[0m"
}
