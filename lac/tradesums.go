package lac

import (
	"fmt"
	"iter"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// AppendSums takes records that somebody has added up, as a database does: each
// stands for a number of records, at least one, has the sums of their figures, and is
// else the first of them, in the order of commodities. Totals and refusals are then
// those of the records themselves, if these
//
//   - are alike in all but ID, commodity, status, note and figures;
//   - have commodities of one edition and length, of which none, or each, is the one
//     that the question names ([AllGoods] if none) and, for [ByCommodity], have one;
//   - report a figure that the question is about all or none, and in one unit;
//   - have no commodity that comes again in their line: in another record, not
//     [Unconfirmed], of the same reporter, partner, flow, period and source. The
//     records of one that does are given to [TradeStream.Append], all of them.
//
// It errs, and takes none, if a record is not valid, or stands for less than one, and
// with [ErrRange] if all are too many. From then on s keeps the figures of all records
// that are still to come.
func (s *TradeStream) AppendSums(sums iter.Seq2[TradeRecord, int]) error {
	var rows []tally.Row
	var counts []uint32
	more := uint64(0)
	for r, n := range sums {
		if err := r.Validate(); err != nil {
			return err
		}
		if n < 1 {
			return fmt.Errorf("trade stream: %s stands for %d records: %w", quote(r.ID), n, ErrRange)
		}
		more += min(uint64(n)-1, maxRecords)
		if more > maxRecords {
			break
		}
		r.Note, r.Status = "", Normal // no question looks at them
		row, err := s.dict.row(&r)
		if err != nil {
			return err
		}
		if heads, goods := s.selected(); heads[row.Head] != 0 && goods[row.Good] {
			rows = append(rows, row)
			counts = append(counts, uint32(n))
		} else {
			more -= uint64(n) - 1
		}
	}
	if err := s.room(uint64(len(rows)) + more); err != nil {
		return err
	}
	if s.summed == nil {
		s.summed = map[uint32]bool{}
	}
	for i := range rows {
		s.summed[rows[i].Head] = true
	}
	s.more += more
	s.rows.AppendSums(rows, counts)
	return nil
}

// A tradeLine is what the records of a line have in common.
type tradeLine struct {
	source            string
	reporter, partner Area
	flow              TradeFlow
	period            Period
}

func (d *tradeDict) lineOf(head uint32) tradeLine {
	h := d.ids.Heads.At(head)
	k := &d.kinds.Values[h.Kind]
	return tradeLine{k.source, d.areas.Values[h.Reporter], d.areas.Values[h.Partner], k.flow, d.periods.Values[h.Period]}
}

// cutLine returns an error if s and o both have a line that was added up for one of
// them: which commodities it had is not known.
func (s *TradeStream) cutLine(o *TradeStream) error {
	if len(s.summed) == 0 && len(o.summed) == 0 {
		return nil
	}
	lines := map[tradeLine]bool{} // of s, and whether it was added up
	for head := range s.heads() {
		line := s.dict.lineOf(head)
		lines[line] = lines[line] || s.summed[head]
	}
	for head := range o.heads() {
		line := o.dict.lineOf(head)
		if summed, both := lines[line]; both && (summed || o.summed[head]) {
			return fmt.Errorf("trade stream: %w: both have records of %v's %ss with %v in %v from %s, and one has their sums alone: cut what is added up elsewhere between lines",
				ErrRange, line.reporter, line.flow, line.partner, line.period, line.source)
		}
	}
	return nil
}

// heads returns the heads that have rows.
func (s *TradeStream) heads() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		seen := make([]bool, s.dict.ids.Heads.Len())
		for r := range s.rows.Rows() {
			if !seen[r.Head] && !yield(r.Head) {
				return
			}
			seen[r.Head] = true
		}
	}
}
