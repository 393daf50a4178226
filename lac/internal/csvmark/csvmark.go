// Package csvmark finds where the fields of comma-separated text end, 64 bytes at
// a time, and reads the numbers in them: with vector instructions where the
// processor has them, and else in words of Go. All ways find the same; the build
// tag purego leaves the vectors out.
//
// It is the quick half of reading: it knows text in which all is as RFC 4180 has
// it, and plain numbers, and says where something is not so, for others to judge.
package csvmark

import "slices"

// Block is the number of bytes that are looked at together.
const Block = 64

// A Marker marks text that it is given in parts. The zero Marker is at the start
// of a row.
type Marker struct {
	// What the part before leaves open, for the masks of the next block.
	quoted   uint64 // all ones in quotation marks, else 0
	texted   uint64 // 1 after text outside quotation marks
	quote    uint64 // 1 after a quotation mark
	returned uint64 // 1 after one that closes and a carriage return
}

// Append marks the blocks of data that begin at at, appends the places of the
// marks to marks and what follows for lines to lines, and returns both.
//
// A mark is a comma or newline outside quotation marks, or what is odd: a newline
// inside them, a quotation mark that neither begins nor ends a field nor is one
// of two, and what follows a closing one and must not. After a quotation mark
// that is odd, marks mean nothing until a new Marker begins.
//
// For every mark that is no comma lines has twice its number among the marks, and
// one more if it is odd.
func (m *Marker) Append(marks, lines []int32, data []byte, at, blocks int) ([]int32, []int32) {
	return m.append(fastest, marks, lines, data, at, blocks)
}

func (m *Marker) append(with marking, marks, lines []int32, data []byte, at, blocks int) ([]int32, []int32) {
	if blocks == 0 {
		return marks, lines
	}
	// The last places are written several at once.
	marks = slices.Grow(marks, blocks*Block+Block)
	lines = slices.Grow(lines, blocks*Block+1)
	n, l := with(m, data[at:at+blocks*Block], at, marks[:cap(marks)], len(marks), lines[:cap(lines)], len(lines))
	return marks[:n], lines[:l]
}

// A marking marks the blocks of text, of which the first byte is at place at. It
// appends to the first n of marks and l of lines and returns how many there are
// then. There is room for a block of marks more, and a line.
type marking func(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (marked, lined int)

var fastest = best()
