package bulk

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// maxOdd is how many odd rows a batch holds, which bounds its memory.
const maxOdd = 4096

// A batch is what a parser made of a run of rows. Lines in it count from the
// run's first line, 0.
type batch struct {
	_ [128]byte // see csvscan.Cutter
	// rows have the numbers of commodities in a goodList, and of lines in the run.
	// Their heads are in heads.
	rows  sink.Rows
	heads []headID
	odd   []oddRow // in the order of the table

	lines int // in the run
	end   int // of the run in its data
	// full says that there may be more rows, stuck that the next one begins in
	// the data and goes on after it, cut that the run ends in the line of a
	// rejected row.
	full, stuck, cut bool
	err              error // unless full: errMore, or what ended the table
	_                [128]byte
}

// An oddRow is one that is rejected or that a sink.Row does not express.
type oddRow struct {
	before   int // it stands before that row of batch.rows
	line     int
	record   *lac.TradeRecord
	rejected *lac.RowError
}

func (b *batch) reset() {
	clear(b.odd)
	r := &b.rows
	*b = batch{odd: b.odd[:0], heads: b.heads[:0], rows: sink.Rows{
		Numbers:     r.Numbers[:0],
		Commodities: r.Commodities[:0],
		Values:      r.Values[:0],
		NetWeights:  r.NetWeights[:0],
		Quantities:  r.Quantities[:0],
		Units:       r.Units[:0],
	}}
}

// part returns rows from one to another, and their heads.
func (b *batch) part(from, to int) (sink.Rows, []headID) {
	figures := func(column []sink.Coefficient) []sink.Coefficient {
		if column == nil {
			return nil
		}
		return column[from:to:to]
	}
	r := &b.rows
	rows := sink.Rows{
		Numbers:     r.Numbers[from:to:to],
		Commodities: r.Commodities[from:to:to],
		Values:      figures(r.Values),
		NetWeights:  figures(r.NetWeights),
		Quantities:  figures(r.Quantities),
	}
	if r.Units != nil {
		rows.Units = r.Units[from:to:to]
	}
	return rows, b.heads[from:to]
}
