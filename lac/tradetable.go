package lac

import (
	"fmt"
	"iter"
	"math"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/sink"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A TradeTable holds trade records in columns: some ten to thirty bytes a record
// and no pointers, so that tens of millions of them fit in memory and do not
// slow the garbage collector. The zero TradeTable is empty.
//
// Records are checked as they are appended, by one goroutine at a time. A
// [Dataset] made of the table has the records that were in it then, and may be
// read while more are appended.
type TradeTable struct {
	rows  tally.Table
	dict  tradeDict
	forms []uint32
}

// maxRecords is the most records that a table takes.
const maxRecords = math.MaxUint32

// Len returns the number of records.
func (t *TradeTable) Len() int { return t.rows.Len() }

// Bulk returns the way in for this module's readers. It is not for others.
func (t *TradeTable) Bulk() sink.Sink[TradeRecord, Commodity, Figure] { return tableSink{t} }

// A tableSink appends to a table in bulk.
type tableSink struct{ *TradeTable }

// Needs reports that a table keeps every figure.
func (t tableSink) Needs(Figure) bool { return true }

func (t tableSink) Head(head TradeRecord) (int32, error) { return t.dict.head(&head) }

func (t tableSink) Commodity(c Commodity) (int32, error) { return t.dict.commodity(c) }

func (t tableSink) AppendRows(rows *sink.Rows) error {
	n := rows.Len()
	if err := t.room(n); err != nil {
		return err
	}
	var err error
	if t.forms, err = t.dict.check(t.forms[:0], rows); err != nil {
		return err
	}
	appendRows(&t.rows, rows, t.forms)
	return nil
}

// appendRows appends rows that are valid, whose forms have these numbers.
func appendRows(t *tally.Table, rows *sink.Rows, forms []uint32) {
	n := rows.Len()
	for from := 0; from < n; {
		c := t.Extend(n - from)
		to := from + len(c.Heads)
		for i, h := range rows.Heads[from:to] {
			c.Heads[i] = uint32(h)
		}
		for i, g := range rows.Commodities[from:to] {
			c.Goods[i] = uint32(g)
		}
		copy(c.Numbers, rows.Numbers[from:to])
		copy(c.Forms, forms[from:to])
		for f := range c.Figures {
			if figures := columnOf(rows, f); figures != nil {
				tally.AddNumbers(&c.Figures[f], figures[from:to])
				continue
			}
			for range to - from {
				c.Figures[f].Add(0, 0)
			}
		}
		from = to
	}
}

// Append takes one record. If that is not valid it errs as [TradeRecord.Validate]
// does.
func (t *TradeTable) Append(r TradeRecord) error {
	if err := r.Validate(); err != nil {
		return err
	}
	if err := t.room(1); err != nil {
		return err
	}
	row, err := t.dict.row(&r)
	if err != nil {
		return err
	}
	t.rows.Append(&row)
	return nil
}

// appendView appends records of another table, which are known to be valid.
func (t *TradeTable) appendView(v *tradeView) error {
	if err := t.room(v.Len()); err != nil {
		return err
	}
	to, err := newTranslation(v.dict, &t.dict)
	if err != nil {
		return err
	}
	for at := range v.Each() {
		row := v.Row(at)
		to.row(&row)
		t.rows.Append(&row)
	}
	return nil
}

func (t *TradeTable) room(n int) error { return roomFor(t.Len(), n) }

// roomFor returns an error if there is no room for n rows more.
func roomFor(have, n int) error {
	if uint64(have)+uint64(n) > maxRecords {
		return fmt.Errorf("trade table: %w: more than %d records", ErrRange, uint32(maxRecords))
	}
	return nil
}

// All returns the records in the order in which they were appended.
func (t *TradeTable) All() iter.Seq[TradeRecord] { return t.view().all() }

// view returns the table's records as they are now.
func (t *TradeTable) view() *tradeView {
	return &tradeView{tally.NewView(t.rows.Blocks()), t.dict.snapshot()}
}

// A tradeView is the records of a table at one time. It never changes.
type tradeView struct {
	tally.View
	dict *tradeDict
}

// lines returns the lines that the records form, where good is asked for.
func (v *tradeView) lines(good Commodity) *tally.Lines {
	return tally.NewLines(v.View, &v.dict.ids, v.dict.order(), slices.Index(v.dict.goods.values, good))
}

func (v *tradeView) record(at tally.RowAt) TradeRecord {
	row := v.Row(at)
	return v.dict.record(&row)
}

// all returns the records in order.
func (v *tradeView) all() iter.Seq[TradeRecord] {
	return func(yield func(TradeRecord) bool) {
		for at := range v.Each() {
			if !yield(v.record(at)) {
				return
			}
		}
	}
}

func (v *tradeView) key(at tally.RowAt) recordKey {
	b := v.Blocks[at.Block]
	return v.dict.key(b.Heads.At(at.Row), b.Numbers.At(at.Row))
}

// find returns the place of the record with an ID, in a view that is sorted.
func (v *tradeView) find(id string) (tally.RowAt, bool) {
	want := keyOfID(id)
	lo, hi := 0, v.Len()
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if v.key(v.At(mid)).compare(want) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == v.Len() || v.key(v.At(lo)) != want {
		return tally.RowAt{}, false
	}
	return v.At(lo), true
}

// sorted returns the view in the order of its records' keys, in which records
// with equal keys stay in their order, and the places of records that have the
// key of the record before them.
func (v *tradeView) sorted() (sorted *tradeView, repeated []tally.RowAt) {
	if repeated, ok := v.inOrder(); ok {
		return v, repeated
	}
	places := slices.AppendSeq(make([]tally.RowAt, 0, v.Len()), v.Each())
	slices.SortStableFunc(places, func(a, b tally.RowAt) int { return v.key(a).compare(v.key(b)) })
	var t TradeTable
	for _, at := range places {
		row := v.Row(at)
		t.rows.Append(&row)
	}
	sorted = t.view()
	sorted.dict = v.dict
	repeated, _ = sorted.inOrder()
	return sorted, repeated
}

// inOrder reports whether no record comes after one with a greater key, and
// which have the key of the one before.
func (v *tradeView) inOrder() (repeated []tally.RowAt, ok bool) {
	lastHead, lastNumber, named := uint32(0), uint32(0), true // of the row before
	var last tally.RowAt
	for at := range v.Each() {
		b := v.Blocks[at.Block]
		h, n := b.Heads.At(at.Row), b.Numbers.At(at.Row)
		first := last == at
		if named || h != lastHead || n <= lastNumber {
			if !first {
				switch c := v.key(last).compare(v.key(at)); {
				case c > 0:
					return nil, false
				case c == 0:
					repeated = append(repeated, at)
				}
			}
			named = v.dict.kindOf(h).named
		}
		lastHead, lastNumber, last = h, n, at
	}
	return repeated, true
}
