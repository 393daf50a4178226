package bulk

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// maxOdd is how many odd rows a batch holds, which bounds its memory.
const maxOdd = 4096

// A batch is what a parser made of a run of rows. Lines in it count from the
// run's first line, 0, and heads are numbered by the parser's dictionary.
type batch struct {
	_     [128]byte // see csvscan.Cutter
	dict  *dictionary
	fresh []freshHead // heads that the dictionary did not have before
	first int32       // number of fresh[0]
	// rows have the numbers of heads in dict, of commodities in a goodList, and
	// of lines in the run.
	rows sink.Rows
	odd  []oddRow // in the order of the table

	lines int // in the run
	end   int // of the run in its data
	// full says that there may be more rows, stuck that the next one begins in
	// the data and goes on after it, cut that the run ends in the line of a
	// rejected row.
	full, stuck, cut bool
	err              error // unless full: errMore, or what ended the table
	_                [128]byte
}

// A freshHead is a head that was met for the first time: what it has in common with
// heads of other areas, and its own.
type freshHead struct {
	rest              *lac.TradeRecord // which does not change
	reporter, partner lac.Area
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
	*b = batch{fresh: b.fresh[:0], odd: b.odd[:0], rows: sink.Rows{
		Heads:       r.Heads[:0],
		Numbers:     r.Numbers[:0],
		Commodities: r.Commodities[:0],
		Values:      r.Values[:0],
		NetWeights:  r.NetWeights[:0],
		Quantities:  r.Quantities[:0],
		Units:       r.Units[:0],
	}}
}

// A dictionary numbers heads for a parser. The numbers that sinks have for them
// are of the goroutine that calls the sinks.
type dictionary struct {
	numbers [][]int32           // of the heads, for each sink; -1: not asked
	unused  map[int32]freshHead // heads of batches that were not delivered
	// before is the dictionary that the parser had before, of which no batch comes
	// any more: its room is used again.
	before *dictionary
}

// admit makes room for the heads of a batch.
func (d *dictionary) admit(b *batch, sinks int) {
	if d.numbers == nil {
		d.numbers = make([][]int32, sinks)
		if d.before != nil && d.before.numbers != nil {
			for s, numbers := range d.before.numbers {
				d.numbers[s] = numbers[:0]
			}
		}
		d.before = nil
	}
	for s := range d.numbers {
		for range b.fresh {
			d.numbers[s] = append(d.numbers[s], -1)
		}
	}
}

// keep keeps the heads of a batch that is not delivered, as later ones have
// them too.
func (d *dictionary) keep(b *batch) {
	if len(b.fresh) > 0 && d.unused == nil {
		d.unused = map[int32]freshHead{}
	}
	for i, head := range b.fresh {
		d.unused[b.first+int32(i)] = head
	}
}

// ask asks the sinks for their numbers of a head of b.
func (b *batch) ask(head int32, sinks []Sink) error {
	var fresh freshHead
	if head >= b.first {
		fresh = b.fresh[head-b.first]
	} else {
		fresh = b.dict.unused[head]
		delete(b.dict.unused, head)
	}
	record := *fresh.rest
	record.Reporter, record.Partner = fresh.reporter, fresh.partner
	for s, to := range sinks {
		n, err := to.Head(record)
		if err != nil {
			return err
		}
		b.dict.numbers[s][head] = n
	}
	return nil
}
