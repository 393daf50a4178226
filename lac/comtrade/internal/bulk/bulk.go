// Package bulk reads the rows of a table of trade into sinks, on several goroutines
// and without an allocation for a row.
//
// A table is read in pieces of some hundred kilobytes, cut anywhere. Whoever is free
// parses the next piece from its first line end on, in the hope that a row begins
// there; the goroutine of the caller takes the pieces in order, knows where rows
// really begin, and parses again what was parsed in vain: a row in which a piece
// ends, or lines inside quotation marks.
//
// Neighbouring rows mostly say the same but for goods and figures. So a parser looks
// at up to 64 rows at a time, column by column: in which rows do the texts differ
// from the row before, which goods are these, which figures. What the texts of a row
// make, its head, is numbered, and a sink hears of a head once; then a row is three
// numbers and its figures. A row that is out of the ordinary in anything, and the
// first row of each head, goes to [Table.Record], which alone knows what texts mean.
//
// The doors: a [Reader] is told of a table by its [Layout] and its [Table], reads its
// rows from a [Source], and hands them to [Sink]s.
package bulk

import (
	"io"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// A Sink takes records in bulk.
type Sink = sink.Sink[lac.TradeRecord, lac.Commodity, lac.Figure]

// A Table says what the rows of a table mean. Several goroutines ask it at a time.
type Table interface {
	// Record makes a record of a row, or says why it cannot. The reader gives it an
	// ID: its source, "#" and the line. All of it but commodity, figures and unit
	// must follow from the texts of the row's head, whether the value is reported,
	// and whether it is equal to the CIF and to the FOB value; where the layout is
	// Flagged, also from whether weight and quantity are reported.
	Record(row *csvscan.Row) (lac.TradeRecord, *lac.RowError)
	// Edition returns the edition that the text of a classification is of, as
	// [lac.CommodityOf] takes it.
	Edition(text string) string
	// Unit returns the unit that a text means. It is empty if quantities in it are
	// not looked at. If ok is false, records have no such quantity as theirs, and a
	// row that reports one goes to Record.
	Unit(text string) (unit lac.Unit, ok bool)
}

// MaxTexts is how many texts a head has beside those of reporter and partner.
const MaxTexts = 15

// A Layout says where the fields stand that records are made of, from 0; a negative
// place says that the table has no such field.
type Layout struct {
	Header []string // the columns' names

	Reporter, Partner [2]int // texts that name them
	Texts             [MaxTexts]int
	// Flagged says that some of Texts tell which weights and quantities are
	// estimated.
	Flagged bool

	Edition, Commodity int
	Value              int // without a sign, as all figures
	CIF, FOB           int // one of them is mostly the value
	NetWeight          int // 0 is not reported, for Quantity too
	Quantity, Unit     int
}

// A Source is where the rows are, without the header. Places, if not nil, is read in
// place of In, at several places at a time.
type Source struct {
	In         io.Reader
	Places     io.ReaderAt
	Begin, End int64 // in Places
	Line       int   // of the first row
}

// Limits are for tests. What is zero has its default.
type Limits struct {
	PieceBytes int   // in a piece
	Lines      int64 // above which a row goes to sinks as a record; see [sink.Row]
	Goods      int   // that are numbered
}

// A Reader reads a table once. Set the fields, then call ReadInto.
type Reader struct {
	Layout Layout
	Table  Table
	Source Source
	Name   string // of the table, for errors
	// Strict ends reading at the first rejected row.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected,
	// [csvscan.DefaultRowBytes] if it is not positive.
	MaxRowBytes int
	Limits      Limits
	// Stats counts what was read.
	Stats lac.Stats
	// Line is that of the byte which follows what was read.
	Line int
}

// mostBytes returns the most bytes in a row.
func (r *Reader) mostBytes() int {
	if r.MaxRowBytes <= 0 {
		return csvscan.DefaultRowBytes
	}
	return r.MaxRowBytes
}
