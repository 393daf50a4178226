package csvmark

import "slices"

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

// fastest marks with what the processor has; ways are all that it can run, by name.
var (
	fastest marking = markWords
	ways            = map[string]marking{"words": markWords}
)
