package bulk

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"math"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// ReadInto hands the records to every sink, in the order of the table, from the
// calling goroutine. It returns the errors of the rejected rows, the first
// [feed.MaxRejected] of them, and why it ended before the end of the table: an error
// of a sink or a rejected row as it is, any other with the name and the rows so far.
func (r *Reader) ReadInto(ctx context.Context, sinks ...Sink) ([]*lac.RowError, error) {
	d := newDelivery(r, sinks)
	err := d.run(ctx)
	r.Line = d.line
	if err == io.EOF {
		err = nil
	}
	return d.rejected, err
}

// A delivery hands what the parsers made of the pieces to the sinks. It is the
// one that knows where rows begin, and on which line.
type delivery struct {
	*Reader
	sinks     []Sink
	goods     *goodList
	heads     *headList
	sinkGoods []sinkGoods // by sink
	sinkHeads []sinkHeads
	rejected  []*lac.RowError
	most      int64 // greatest number of a sink.Row
	beyond    bool  // lines may be greater

	line     int    // of the next byte
	over     int    // bytes of the next piece that were delivered
	carry    []byte // bytes that were not delivered; they begin with a row
	tried    int    // if not 0, no row ended in carry when it had that many bytes
	skipping bool   // the rest of the line is a rejected row's
	// The heads of a parser's batches must be delivered in the order in which it
	// met them: this one is for what is carried, if there is any.
	parser *parser
	batch  batch // of the parser
	rows   sink.Rows
}

func newDelivery(r *Reader, sinks []Sink) *delivery {
	return &delivery{
		Reader:    r,
		sinks:     sinks,
		goods:     &goodList{most: cmp.Or(r.Limits.Goods, mostGoods)},
		heads:     &headList{},
		sinkGoods: make([]sinkGoods, len(sinks)),
		sinkHeads: make([]sinkHeads, len(sinks)),
		line:      r.Source.Line,
		most:      cmp.Or(r.Limits.Lines, math.MaxUint32),
	}
}

func (d *delivery) newParser() *parser {
	return newParser(&d.Layout, d.Table, d.goods, d.heads, d.mostBytes())
}

// run reads to the end and returns why that is one.
func (d *delivery) run(ctx context.Context) error {
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	size := cmp.Or(d.Limits.PieceBytes, pieceBytes)
	from := &supply{Source: &d.Source, size: size, ahead: min(aheadBytes, size)}
	if d.Source.Places != nil {
		workers = int(min(int64(workers), d.Source.End/int64(size)+1))
	}
	pieces := workers + waitingPieces
	free := make(chan *piece, pieces)
	for range pieces {
		free <- &piece{done: make(chan struct{}, 1)}
	}
	from.line = make(chan *piece, pieces)
	var working sync.WaitGroup
	for range workers - 1 { // the other one is this goroutine
		w := &worker{parser: d.newParser()}
		working.Go(func() {
			for p := range free {
				if !from.next(p, w) {
					return
				}
			}
		})
	}
	defer working.Wait()
	defer close(free)
	own := &worker{parser: d.newParser()}
	var next *piece // to be delivered
	for ended := false; ; {
		if err := ctx.Err(); err != nil {
			return d.failed(err)
		}
		if next == nil {
			select {
			case next = <-from.line:
			default:
			}
		}
		ready := false
		if next != nil {
			select {
			case <-next.done:
				ready = true
			default:
			}
		}
		// While the next piece is not ready this goroutine parses another.
		if !ready && !ended {
			select {
			case p := <-free:
				ended = !from.next(p, own)
				continue
			default:
			}
		}
		if next == nil {
			next = <-from.line
		}
		if !ready {
			<-next.done
		}
		if err := d.take(next, from); err != nil {
			return err
		}
		if next.err != nil {
			return d.finish(next.err)
		}
		free <- next
		next = nil
	}
}

// take delivers what a piece completes.
func (d *delivery) take(p *piece, from *supply) error {
	if int64(d.line)+int64(len(d.carry))+int64(p.n+p.ahead) > d.most {
		d.beyond = true // no row is for sink.Rows then
	}
	begin := min(d.over, p.n)
	d.over -= begin
	if d.skipping && begin < p.first {
		begin = p.first
		d.skipping = false
		d.line++
	}
	if !d.skipping && begin <= p.first && d.tried == 0 {
		if begin < p.first {
			d.carry = append(d.carry, p.lead[begin:]...)
			if err := d.parse(errMore); err != nil {
				return err
			}
			begin = p.first
		}
		if len(d.carry) == 0 && !d.beyond {
			return d.takeBatch(p) // as a row does begin at p.first
		}
	}
	data, err := from.bytes(p)
	if err != nil {
		return d.failed(err)
	}
	data = data[begin:]
	if d.skipping {
		end := bytes.IndexByte(data, '\n') + 1
		if end == 0 {
			return nil
		}
		data = data[end:]
		d.skipping = false
		d.line++
	}
	d.carry = append(d.carry, data...)
	// A long row is tried again only when there is twice as much of it:
	// else its pieces would be read again and again.
	if p.first >= 0 && len(d.carry) >= 2*d.tried || len(d.carry) > d.mostBytes() {
		return d.parse(errMore)
	}
	return nil
}

// takeBatch delivers what the parser made of a piece.
func (d *delivery) takeBatch(p *piece) error {
	if err := d.deliver(&p.batch); err != nil {
		return err
	}
	d.over = max(p.first+p.batch.end-p.n, 0)
	d.keep(&p.batch, p.rest)
	if len(d.carry) > 0 && p.batch.full {
		return d.parse(errMore)
	}
	return nil
}

// finish delivers what is left where nothing follows but end.
func (d *delivery) finish(end error) error {
	if !d.skipping && len(d.carry) > 0 {
		if err := d.parse(end); err != nil {
			return err
		}
	}
	if end == io.EOF {
		return end
	}
	return d.failed(end)
}

// parse delivers the rows in carry, after which end comes.
func (d *delivery) parse(end error) error {
	if d.parser == nil {
		d.parser = d.newParser()
	}
	if d.beyond {
		d.parser.cutter = nil
	}
	n := len(d.carry)
	rest := append(d.carry, make([]byte, csvscan.Slack)...)
	d.carry = rest[:n]
	for more := true; more; more = d.batch.full && !d.batch.cut {
		d.parser.parse(&d.batch, rest, n, end)
		if err := d.deliver(&d.batch); err != nil {
			return err
		}
		rest = rest[d.batch.end:]
		n -= d.batch.end
	}
	d.keep(&d.batch, rest[:n])
	return nil
}

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
	if err := d.deliverRows(b, from, len(b.heads)); err != nil {
		return err
	}
	d.line += b.lines
	return nil
}

func (d *delivery) deliverRows(b *batch, from, to int) error {
	n := to - from
	d.Stats.Rows += n
	d.Stats.Records += n
	if n == 0 || len(d.sinks) == 0 {
		return nil
	}
	// Sinks have numbers of their own.
	of, heads := b.part(from, to)
	rows := of
	rows.Heads = slices.Grow(d.rows.Heads[:0], n)[:n]
	rows.Numbers = slices.Grow(d.rows.Numbers[:0], n)[:n]
	rows.Commodities = slices.Grow(d.rows.Commodities[:0], n)[:n]
	d.rows = rows
	for i, line := range of.Numbers {
		rows.Numbers[i] = line + uint32(d.line)
	}
	for s, to := range d.sinks {
		if err := d.sinkHeads[s].number(rows.Heads, heads, d.heads, to); err != nil {
			return err
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
	d.Stats.Rows++
	if rejected := odd.rejected; rejected != nil {
		d.Stats.Rejected++
		rejected.Line += d.line
		rejected.Source = d.Name
		if d.Strict {
			return rejected
		}
		if len(d.rejected) < feed.MaxRejected {
			d.rejected = append(d.rejected, rejected)
		}
		return nil
	}
	d.Stats.Records++
	odd.record.ID = odd.record.Source + "#" + strconv.Itoa(odd.line+d.line)
	for _, to := range d.sinks {
		if err := to.Append(*odd.record); err != nil {
			return err
		}
	}
	return nil
}

// failed returns why the table cannot be read on.
func (d *delivery) failed(err error) error { return feed.Stopped(d.Name, d.Stats.Rows, "rows", err) }
