package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// isPage reports whether a text begins as a web page does, or as the tables that
// sites give under the name of a workbook.
func isPage(start []byte) bool {
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(start[:min(len(start), 1000)], []byte("\uFEFF")), " \t\r\n"))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<div"} {
		if bytes.HasPrefix(text, []byte(tag)) {
			return true
		}
	}
	return false
}

// errNoTable is of a web page from which no row comes.
var errNoTable = fmt.Errorf("%w: a web page (HTML), not data; it may be the site's message of an error", lac.ErrSyntax)

// charsetOf returns the encoding that a page says, empty if it says none.
func charsetOf(start []byte) string {
	_, after, _ := bytes.Cut(bytes.ToLower(start), []byte("charset="))
	after = bytes.TrimLeft(after, "\"' ")
	return string(after[:max(0, bytes.IndexAny(after, "\"' />;"))])
}

// Limits of a page.
const (
	maxTag   = 1 << 16 // bytes
	maxCell  = 1 << 20 // bytes
	maxCells = 10_000  // of a row
)

// A page makes the rows of the tables of a web page rows of text, with commas between
// their cells. Cells that span columns or rows stand in the first of them, and the
// others are empty; rows without a text are left out. What is not in a table is left
// out too.
type page struct {
	in    *bufio.Reader
	title string // of the page, if it stands before the rows

	out  bytes.Buffer
	rows int
	err  error

	row    []string // of the row that is open
	inRow  bool
	cell   *strings.Builder // that is open, or the title; nil: none
	spans  []int            // by column: rows for which a cell above goes on
	column int              // of the next cell
	cols   int              // columns of the open cell
	down   int              // rows of the open cell
	naming bool             // cell is the title
}

func (p *page) Read(b []byte) (int, error) {
	for p.out.Len() == 0 {
		if p.err != nil {
			return 0, p.err
		}
		if p.err = p.step(); p.err == io.EOF {
			p.endRow()
			if p.rows == 0 {
				p.err = errNoTable
			}
		}
	}
	return p.out.Read(b)
}

// step takes the next text or tag.
func (p *page) step() error {
	text, err := p.in.ReadSlice('<')
	text = bytes.TrimSuffix(text, []byte("<"))
	if p.cell != nil {
		if p.cell.Len()+len(text) > maxCell {
			return fmt.Errorf("%w: a cell of more than %d bytes", lac.ErrRange, maxCell)
		}
		p.cell.Write(text)
	}
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return nil
	case err != nil:
		return err
	}
	tag, err := p.tag()
	if err != nil {
		return err
	}
	name, attributes, _ := strings.Cut(tag, " ")
	switch name = strings.ToLower(strings.TrimSuffix(name, "/")); name {
	case "script", "style":
		return p.skip("</" + name)
	case "title":
		if p.rows == 0 && p.cell == nil {
			p.cell, p.naming = new(strings.Builder), true
		}
	case "/title":
		if p.naming {
			p.title, p.cell, p.naming = plainText(p.cell.String()), nil, false
		}
	case "table": // one within a cell is the table, and what is around it its frame
		p.row, p.inRow, p.cell, p.spans = p.row[:0], false, nil, nil
	case "/table":
		p.endRow()
		p.spans = nil
	case "tr":
		p.endRow()
		p.inRow = true
	case "/tr":
		p.endRow()
	case "td", "th":
		return p.beginCell(attributes)
	case "/td", "/th":
		p.endCell()
	default:
		if p.cell != nil {
			p.cell.WriteByte(' ') // <br>, <p> and the like
		}
	}
	return nil
}

// tag returns what stands up to the end of a tag, or nothing for a comment.
func (p *page) tag() (string, error) {
	var b strings.Builder
	var quote byte
	for b.Len() < maxTag {
		c, err := p.in.ReadByte()
		switch {
		case err != nil:
			return "", err
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return b.String(), nil
		case (c == '"' || c == '\'') && strings.HasSuffix(strings.TrimRight(b.String()[max(0, b.Len()-8):], " "), "="):
			quote = c
		}
		if c == '\n' || c == '\t' || c == '\r' {
			c = ' '
		}
		b.WriteByte(c)
		if b.Len() == 3 && b.String() == "!--" {
			return "", p.skip("-->")
		}
	}
	return "", fmt.Errorf("%w: a tag of more than %d bytes", lac.ErrRange, maxTag)
}

// skip reads over what stands up to a mark, in whatever case, and over the mark.
func (p *page) skip(mark string) error {
	matched := 0
	for matched < len(mark) {
		c, err := p.in.ReadByte()
		if err != nil {
			return err
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		switch {
		case c == mark[matched]:
			matched++
		case c == mark[0]:
			matched = 1
		case mark == "-->" && matched == 2 && c == '-':
		default:
			matched = 0
		}
	}
	return nil
}

func (p *page) beginCell(attributes string) error {
	p.endCell()
	p.inRow = true
	p.fill()
	p.cols, p.down = attribute(attributes, "colspan"), attribute(attributes, "rowspan")
	if p.column+p.cols > maxCells {
		return fmt.Errorf("%w: a row of more than %d cells", lac.ErrRange, maxCells)
	}
	p.cell = new(strings.Builder)
	return nil
}

// fill puts empty cells where cells of rows above go on.
func (p *page) fill() {
	for p.column < len(p.spans) && p.spans[p.column] > 0 {
		p.spans[p.column]--
		p.row = append(p.row, "")
		p.column++
	}
}

// attribute returns a number that an attribute has, 1 if it has none or one that is
// too large.
func attribute(attributes, name string) int {
	_, after, found := strings.Cut(strings.ToLower(attributes), name)
	digits := strings.TrimLeft(after, " =\"'")
	digits = digits[:len(digits)-len(strings.TrimLeft(digits, "0123456789"))]
	if n, err := strconv.Atoi(digits); found && err == nil && n > 0 && n <= maxCells {
		return n
	}
	return 1
}

func (p *page) endCell() {
	if p.cell == nil || p.naming {
		return
	}
	text := plainText(p.cell.String())
	p.cell = nil
	for i := range p.cols {
		for len(p.spans) <= p.column {
			p.spans = append(p.spans, 0)
		}
		p.spans[p.column] = p.down - 1
		p.column++
		if i > 0 {
			text = ""
		}
		p.row = append(p.row, text)
	}
}

// plainText returns a text as it is seen: on one line.
func plainText(s string) string { return strings.Join(strings.Fields(html.UnescapeString(s)), " ") }

// endRow writes the row that is open.
func (p *page) endRow() {
	p.endCell()
	if !p.inRow {
		return
	}
	for p.fill(); p.column < len(p.spans); p.fill() {
		p.row = append(p.row, "")
		p.column++
	}
	if strings.Join(p.row, "") != "" {
		for i, text := range p.row {
			if i > 0 {
				p.out.WriteByte(',')
			}
			if strings.ContainsAny(text, "\",;\t") {
				text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
			}
			p.out.WriteString(text)
		}
		p.out.WriteByte('\n')
		p.rows++
	}
	p.row, p.inRow, p.column = p.row[:0], false, 0
}
