// Package csvmark finds where the fields of comma-separated text end, 64 bytes at
// a time, and reads the numbers in them: with vector instructions where the
// processor has them, and else in words of Go. All ways find the same; the build
// tag purego leaves the vectors out.
//
// It is the quick half of reading: it knows text in which all is as RFC 4180 has
// it, and plain numbers, and says where something is not so, for others to judge.
package csvmark

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
