package bulk

import (
	"encoding/binary"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A column is one that a parser looks at. The first are those whose texts a head is
// made of: a headKey has their ids in this order.
type column int

const (
	colReporter column = 0 // and the next
	colPartner  column = 2 // and the next
	colTexts    column = 4 // MaxTexts of them

	flagsOf = 4 + MaxTexts // where a headKey has its flags
)

const (
	colEdition column = flagsOf + iota
	colUnit
	colCommodity
	colValue
	colCIF
	colFOB
	colNetWeight
	colQuantity
	numColumns
)

// A field is a place in a row and what stands there.
type field struct {
	index  int
	column column
}

// A textRun is texts of a row that no commodity or figure comes between. Most of
// them are what they were in the row before, and so they are compared as one, with
// what stands between them.
type textRun struct {
	fields      []field
	first, last int          // fields
	before      csvscan.Span // in the row before; it ends before it begins: unknown
}

// fields returns the fields of a row that records are made of, in its order.
func (l *Layout) fields() []field {
	var fields []field
	add := func(c column, places ...int) {
		for i, place := range places {
			if place >= 0 {
				fields = append(fields, field{place, c + column(i)})
			}
		}
	}
	add(colReporter, l.Reporter[:]...)
	add(colPartner, l.Partner[:]...)
	add(colTexts, l.Texts[:]...)
	add(colEdition, l.Edition, l.Unit, l.Commodity, l.Value, l.CIF, l.FOB, l.NetWeight, l.Quantity)
	slices.SortFunc(fields, func(a, b field) int { return a.index - b.index })
	return fields
}

// firstBytes returns up to eight bytes of a field, the first in the lowest bits.
func firstBytes(data []byte, s csvscan.Span) uint64 {
	return binary.LittleEndian.Uint64(data[s.Begin:]) & (1<<uint(8*(s.End-s.Begin)) - 1)
}
