package bulk

import (
	"math/bits"

	"github.com/sinolac/sinolac/lac/internal/csvmark"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// rowSet is a set of rows: bit i is of row i.
type rowSet uint64

// firstRows returns the set of the first n rows, one at least.
func firstRows(n int) rowSet { return ^rowSet(0) >> (64 - n) }

// has returns 1 if row i is in the set, else 0.
func (s rowSet) has(i int) uint16 { return uint16(s >> (i & 63) & 1) }

// first returns the first row of a set that is not empty. With s &= s - 1 it is taken
// out.
func (s rowSet) first() int { return bits.TrailingZeros64(uint64(s)) }

// changes returns the rows that are in s where the row before is not, or the other
// way round. Of the row before the first, before says it.
func (s rowSet) changes(before bool) rowSet {
	last := s << 1
	if before {
		last |= 1
	}
	return s ^ last
}

// columns are what some rows say, column by column: loops over one column each
// are short, and what a processor foresees in one it foresees in most.
type columns struct {
	changes    [numColumns]rowSet // by run of texts: it is not that of the row before
	unfit      rowSet             // a text or a figure is not for the quick path
	value      rowSet             // it is reported
	cif        rowSet             // a CIF value is it
	fob        rowSet
	weight     rowSet                  // it is reported
	quantity   rowSet                  // it is not 0
	hasUnit    rowSet                  // what quantities are in
	otherUnit  rowSet                  // records have no quantity in it
	editions   rowSet                  // it is not that of the row before
	newHeads   rowSet                  // the head has no number yet
	ofHead     rowSet                  // the head may not be that of the row before
	ids        [csvscan.MaxRows]uint16 // of the texts of one column
	editionIDs [csvscan.MaxRows]uint16
	unitIDs    [csvscan.MaxRows]uint16
	keys       [csvscan.MaxRows]headKey
	heads      [csvscan.MaxRows]headID
	unknown    rowSet                 // goods
	goods      [csvscan.MaxRows]int32 // in the edition that was known before the rows
	edition    uint16                 // that was known
	codes      [csvscan.MaxRows]csvscan.Span
	texts      [csvscan.MaxRows + 1]csvscan.Span
	values     [csvscan.MaxRows]csvscan.Span
	spans      [csvscan.MaxRows]csvscan.Span // of texts and other figures
	figures    [numColumns][csvscan.MaxRows]csvmark.Number
}
