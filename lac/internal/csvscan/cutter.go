package csvscan

import (
	"github.com/sinolac/sinolac/lac/internal/csvmark"
)

// Slack is the number of bytes that must follow the text that a [Cutter] cuts.
const Slack = csvmark.Block

// MaxText is the most bytes of text that a [Cutter] cuts.
const MaxText = 1 << 30

// MaxRows is the most rows that a [Cutter] cuts at a time.
const MaxRows = 64

// A Cutter cuts plain rows into fields. A row is plain if it has the known number
// of fields, or an empty one more, and no line end in a field. What a [Scanner]
// makes of it is what a Cutter makes of it, but that quotation marks stay doubled.
type Cutter struct {
	// Cutters change with every row. Those of two processors must not have a
	// cache line in common: that makes both as slow as one.
	_ [128]byte

	width        int
	marker       csvmark.Marker
	marks, lines []int32
	first        int // of marks: before the next row
	line         int // of lines: at the end of the next row
	next         int // where the next row begins
	seen         int // where the text begins that is not marked
	part         int // bytes that are marked at a time
	rows         Rows

	_ [128]byte
}

// A cutter marks little text where it begins, since it may have to begin again
// soon, and then more and more, as long as the marks stay in the nearest cache.
const (
	leastPart = 1 << 9
	mostPart  = 1 << 14
)

// NewCutter returns a cutter of rows with a number of fields, at least two.
func NewCutter(width int) *Cutter {
	c := &Cutter{width: width}
	c.Forget()
	return c
}

// Forget must be called before a row of other data is cut.
func (c *Cutter) Forget() { c.next = -1 }

// Cut cuts rows of which the first begins at begin, some or all of those that are
// plain up to the first one that is not, or does not end in the first n bytes of
// data. There are none if that is the first. [Slack] bytes must follow these.
//
// The rows hold until the next call.
func (c *Cutter) Cut(data []byte, begin, n int) *Rows {
	if begin != c.next {
		c.marker = csvmark.Marker{}
		c.marks, c.lines = append(c.marks[:0], 0), c.lines[:0]
		c.first, c.line, c.next, c.seen, c.part = 0, 0, begin, begin, leastPart
	}
	rows := &c.rows
	rows.n, rows.last = 0, c.width-1
	for c.line == len(c.lines) {
		if len(c.marks)-c.first > c.width+1 || c.seen >= n {
			c.next = -1
			return rows
		}
		c.mark(data, n)
	}
	rows.data, rows.marks = data, c.marks
	rows.firsts[0] = int32(c.first)
	rows.marks[c.first] = int32(begin - 1)
	for rows.n < MaxRows && c.line < len(c.lines) {
		line := c.lines[c.line]
		last := int(line >> 1)
		end := int(c.marks[last]) + 1
		extra := last - c.first - c.width
		if line&1 != 0 || uint(extra) > 1 || end > n {
			break
		}
		if extra == 1 {
			if begin, end := rows.withoutReturn(c.marks[last-1]+1, c.marks[last]); begin < end {
				break
			}
		}
		rows.n++
		rows.firsts[rows.n] = int32(last)
		c.first, c.line, c.next = last, c.line+1, end
	}
	if rows.n == 0 {
		c.next = -1
	}
	return rows
}

// mark marks more of the first n bytes of data.
func (c *Cutter) mark(data []byte, n int) {
	if c.lines == nil {
		c.marks = append(make([]int32, 0, c.width+mostPart+2*csvmark.Block), c.marks...)
		c.lines = make([]int32, 0, mostPart+csvmark.Block)
	}
	kept := copy(c.marks, c.marks[c.first:])
	c.marks, c.lines = c.marks[:kept], c.lines[:0]
	c.first, c.line = 0, 0
	blocks := (min(c.part, n-c.seen) + csvmark.Block - 1) / csvmark.Block
	c.marks, c.lines = c.marker.Append(c.marks, c.lines, data, c.seen, blocks)
	c.seen += blocks * csvmark.Block
	c.part = min(2*c.part, mostPart)
}

// Rows are rows that follow one another.
type Rows struct {
	data   []byte
	marks  []int32
	n      int
	firsts [MaxRows + 1]int32 // of the marks of each row: before it; and at the end
	last   int                // field
}

// A Span is a part of data.
type Span = csvmark.Span

// Len returns the number of rows.
func (r *Rows) Len() int { return r.n }

// Begin returns where a row begins, or with Len where the last one ends.
func (r *Rows) Begin(row int) int { return int(r.marks[r.firsts[row]]) + 1 }

// Field returns where field i of a row is, without quotation marks around it: it
// has two or none.
func (r *Rows) Field(row, i int) Span {
	at := int(r.firsts[row]) + i
	begin, end := r.marks[at]+1, r.marks[at+1]
	if i == r.last && at+1 == int(r.firsts[row+1]) { // no empty field follows
		begin, end = r.withoutReturn(begin, end)
	}
	return r.unquoted(begin, end)
}

// Fields puts into spans what Field returns of each row.
func (r *Rows) Fields(spans *[MaxRows]Span, i int) {
	if i == r.last {
		for row := range r.n {
			spans[row] = r.Field(row, i)
		}
		return
	}
	marks := r.marks[i:]
	for row, at := range r.firsts[:r.n] {
		spans[row] = r.unquoted(marks[at]+1, marks[at+1])
	}
}

// unquoted takes quotation marks off a field.
func (r *Rows) unquoted(begin, end int32) Span {
	if r.data[begin] == '"' {
		begin++
		end--
	}
	return Span{Begin: begin, End: end}
}

// withoutReturn takes the carriage return off a field that a newline follows: it
// belongs to that.
func (r *Rows) withoutReturn(begin, end int32) (int32, int32) {
	if begin < end && r.data[end-1] == '\r' {
		end--
	}
	return begin, end
}

// Parts puts into spans where each row has what begins with field i and ends with
// field j, and all quotation marks of these.
func (r *Rows) Parts(spans []Span, i, j int) {
	begins, ends := r.marks[i:], r.marks[j+1:]
	for row, at := range r.firsts[:r.n] {
		spans[row] = Span{Begin: begins[at] + 1, End: ends[at]}
	}
}
