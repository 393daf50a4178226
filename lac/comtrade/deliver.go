package comtrade

import (
	"slices"
	"strconv"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// keep carries what follows a batch that was delivered.
func (d *delivery) keep(b *batch, rest []byte) {
	if b.cut {
		rest = nil // of the line, too
	}
	d.carry = append(d.carry[:0], rest...)
	d.skipping = b.cut
	d.tried = 0
	if b.stuck {
		d.tried = len(rest)
	}
}

// deliver hands a batch to the sinks.
func (d *delivery) deliver(b *batch) error {
	from := 0
	for i := range b.odd {
		odd := &b.odd[i]
		if err := d.deliverRows(b, from, odd.before); err != nil {
			return err
		}
		from = odd.before
		if err := d.deliverOdd(odd); err != nil {
			return err
		}
	}
	if err := d.deliverRows(b, from, b.rows.Len()); err != nil {
		return err
	}
	d.line += b.lines
	return nil
}

func (d *delivery) deliverRows(b *batch, from, to int) error {
	n := to - from
	d.stats.Rows += n
	d.stats.Records += n
	if n == 0 || len(d.sinks) == 0 {
		return nil
	}
	// Sinks have numbers of their own.
	of := b.rows.Slice(from, to)
	rows := of
	rows.Heads = slices.Grow(d.rows.Heads[:0], n)[:n]
	rows.Numbers = slices.Grow(d.rows.Numbers[:0], n)[:n]
	rows.Commodities = slices.Grow(d.rows.Commodities[:0], n)[:n]
	d.rows = rows
	for i, line := range of.Numbers {
		rows.Numbers[i] = line + uint32(d.line)
	}
	d.runs = d.runs[:0]
	for i, head := range of.Heads {
		if n := len(d.runs); n > 0 && d.runs[n-1].head == head {
			d.runs[n-1].end = i + 1
			continue
		}
		d.runs = append(d.runs, headRun{head, i + 1})
		if b.dict.numbers[0][head] < 0 {
			if err := b.ask(head, d.sinks); err != nil {
				return err
			}
		}
	}
	for s, to := range d.sinks {
		begin := 0
		for _, run := range d.runs {
			head := b.dict.numbers[s][run.head]
			for i := begin; i < run.end; i++ {
				rows.Heads[i] = head
			}
			begin = run.end
		}
		if err := d.sinkGoods[s].number(rows.Commodities, of.Commodities, d.goods, to); err != nil {
			return err
		}
		if err := to.AppendRows(&rows); err != nil {
			return err
		}
	}
	return nil
}

func (d *delivery) deliverOdd(odd *oddRow) error {
	d.stats.Rows++
	if rejected := odd.rejected; rejected != nil {
		d.stats.Rejected++
		rejected.Line += d.line
		rejected.Source = d.name()
		if d.Strict {
			return rejected
		}
		if len(d.rejected) < feed.MaxRejected {
			d.rejected = append(d.rejected, rejected)
		}
		return nil
	}
	d.stats.Records++
	odd.record.ID = d.source() + "#" + strconv.Itoa(odd.line+d.line)
	for _, to := range d.sinks {
		if err := to.Append(*odd.record); err != nil {
			return err
		}
	}
	return nil
}

func appendTo(sinks []lac.TradeSink, record lac.TradeRecord) error {
	for _, to := range sinks {
		if err := to.Append(record); err != nil {
			return err
		}
	}
	return nil
}

// leaveOut leaves out columns of figures that no sink needs.
func (t *table) leaveOut(sinks []rowSink) {
	needs := func(f lac.Figure) bool {
		return slices.ContainsFunc(sinks, func(s rowSink) bool { return s.Needs(f) })
	}
	if !needs(lac.FigureNetWeight) {
		t.index[colNetWeight], t.index[colWeightEstimated] = -1, -1
	}
	if !needs(lac.FigureQuantity) {
		t.index[colQuantity], t.index[colUnit], t.index[colQuantityEstimated] = -1, -1, -1
	}
	if t.index[colNetWeight] < 0 && t.index[colQuantity] < 0 {
		t.index[colFlag] = -1
	}
}
