package csvscan

import (
	"github.com/sinolac/sinolac/lac/internal/csvmark"
)

// Slack is the number of bytes that must follow the text that a [Cutter] cuts.
const Slack = csvmark.Block

// MaxText is the most bytes of text that a [Cutter] cuts.
const MaxText = 1 << 30

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

	_ [128]byte
}

// A cutter marks little text where it begins, since it may have to begin again
// soon, and then more and more, as long as the marks stay in the nearest cache.
const (
	leastPart = 1 << 9
	mostPart  = 1 << 13
)

// NewCutter returns a cutter of rows with a number of fields, at least two.
func NewCutter(width int) *Cutter {
	c := &Cutter{width: width}
	c.Forget()
	return c
}

// Forget must be called before a row of other data is cut.
func (c *Cutter) Forget() { c.next = -1 }

// Cut cuts the row that begins at begin and returns where the next one does;
// false if the row is not plain or does not end in the first n bytes of data.
// [Slack] bytes must follow these.
//
// Field i is data[marks[i]+1:marks[i+1]], with its quotation marks. The marks
// hold until the next call.
func (c *Cutter) Cut(data []byte, begin, n int) (marks []int32, end int, ok bool) {
	if begin != c.next {
		c.marker = csvmark.Marker{}
		c.marks, c.lines = append(c.marks[:0], 0), c.lines[:0]
		c.first, c.line, c.next, c.seen, c.part = 0, 0, begin, begin, leastPart
	}
	for c.line == len(c.lines) {
		if len(c.marks)-c.first > c.width+1 || c.seen >= n {
			c.next = -1
			return nil, 0, false
		}
		c.mark(data, n)
	}
	line := c.lines[c.line]
	last := int(line >> 1)
	marks = c.marks[c.first : last+1]
	marks[0] = int32(begin - 1)
	end = int(c.marks[last]) + 1
	extra := len(marks) - 1 - c.width
	if line&1 != 0 || uint(extra) > 1 || end > n {
		c.next = -1
		return nil, 0, false
	}
	// A carriage return before the newline belongs to that.
	if to := &marks[len(marks)-1]; *to > marks[len(marks)-2]+1 && data[*to-1] == '\r' {
		*to--
	}
	if extra == 1 && marks[c.width+1] > marks[c.width]+1 {
		c.next = -1
		return nil, 0, false
	}
	c.first, c.line, c.next = last, c.line+1, end
	return marks, end, true
}

// mark marks more of the first n bytes of data.
func (c *Cutter) mark(data []byte, n int) {
	kept := copy(c.marks, c.marks[c.first:])
	c.marks, c.lines = c.marks[:kept], c.lines[:0]
	c.first, c.line = 0, 0
	blocks := (min(c.part, n-c.seen) + csvmark.Block - 1) / csvmark.Block
	c.marks, c.lines = c.marker.Append(c.marks, c.lines, data, c.seen, blocks)
	c.seen += blocks * csvmark.Block
	c.part = min(2*c.part, mostPart)
}
