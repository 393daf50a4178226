package comtrade

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"math"
	"runtime"
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// ReadInto hands the records that are still to be read to every sink, in the
// order of the file. It returns what [Reader.ReadAll] does, and ends as that
// does, or with the error of a sink. The sinks are called from the calling
// goroutine.
//
// Net weights and quantities that no sink needs are not looked at, and so not
// rejected.
//
// It is the way to read large files: pieces of the table are read by several
// goroutines, in some megabytes of memory whatever the size of the table. If
// [Reader.All] has begun to read, if the file is JSON or not separated by commas,
// or a sink is neither a [lac.TradeTable] nor a [lac.TradeStream], ReadInto goes on
// as that does, without these.
func (r *Reader) ReadInto(ctx context.Context, sinks ...lac.TradeSink) ([]*lac.RowError, error) {
	r.ctx = ctx
	begun := r.begun() || r.end != nil
	if !begun {
		if err := r.begin(); err != nil {
			return nil, err
		}
	}
	bulk, ok := inBulk(sinks)
	if begun || !ok || r.plainOnly() {
		return r.each(ctx, func(record lac.TradeRecord) error { return appendTo(sinks, record) })
	}
	r.table.leaveOut(bulk)
	d := &delivery{
		Reader:    r,
		sinks:     bulk,
		goods:     &goodList{most: cmp.Or(r.mostGoods, mostGoods)},
		sinkGoods: make([]sinkGoods, len(sinks)),
		line:      r.scan.Line(),
		most:      cmp.Or(r.mostNumber, math.MaxUint32),
	}
	r.end = d.run()
	if r.end == io.EOF {
		return d.rejected, nil
	}
	return d.rejected, r.end
}

// A rowSink takes records in bulk.
type rowSink = sink.Sink[lac.TradeRecord, lac.Commodity, lac.Figure]

// inBulk returns the sinks' ways in for many records; false if one has none.
func inBulk(sinks []lac.TradeSink) ([]rowSink, bool) {
	var bulk []rowSink
	for _, to := range sinks {
		s, ok := to.(interface{ Bulk() rowSink })
		if !ok {
			return nil, false
		}
		bulk = append(bulk, s.Bulk())
	}
	return bulk, true
}

// A delivery hands what the parsers made of the pieces to the sinks. It is the
// one that knows where rows begin, and on which line.
type delivery struct {
	*Reader
	sinks     []rowSink
	goods     *goodList
	sinkGoods []sinkGoods // by sink
	rejected  []*lac.RowError
	most      int64 // greatest number of a lac.TradeRow
	beyond    bool  // lines may be greater

	line     int    // of the next byte
	over     int    // bytes of the next piece that were delivered
	carry    []byte // bytes that were not delivered; they begin with a row
	tried    int    // if not 0, no row ended in carry when it had that many bytes
	skipping bool   // the rest of the line is a rejected row's
	// The heads of a parser's batches must be delivered in the order in which it
	// met them: this one is for what is carried, if there is any.
	parser *parser
	batch  batch     // of the parser
	runs   []headRun // of rows
	rows   sink.Rows
}

// A headRun is rows with one head, as a dictionary numbers it.
type headRun struct {
	head int32
	end  int // of the rows
}

func (d *delivery) newParser() *parser {
	return newParser(&d.table, d.goods, d.source(), d.mostBytes())
}

// mostBytes returns the most bytes in a row.
func (d *delivery) mostBytes() int {
	if d.MaxRowBytes <= 0 {
		return csvscan.DefaultRowBytes
	}
	return d.MaxRowBytes
}

// run reads to the end and returns why that is one.
func (d *delivery) run() error {
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	size := cmp.Or(d.pieceBytes, pieceBytes)
	from := &supply{size: size, ahead: min(aheadBytes, size), in: d.scan.Rest()}
	if d.places != nil && !d.packed {
		from.places, from.begin = d.places, d.start+int64(d.scan.Offset())
		workers = int(min(int64(workers), d.size/int64(from.size)+1))
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
		if err := d.ctx.Err(); err != nil {
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
	if p.batch.dict != nil {
		p.batch.dict.admit(&p.batch, len(d.sinks))
	}
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
	if p.batch.dict != nil {
		p.batch.dict.keep(&p.batch)
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
	// A long row is tried again only when there is twice as much of it, lest
	// its pieces be read again and again.
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
		d.batch.dict.admit(&d.batch, len(d.sinks))
		if err := d.deliver(&d.batch); err != nil {
			return err
		}
		rest = rest[d.batch.end:]
		n -= d.batch.end
	}
	d.keep(&d.batch, rest[:n])
	return nil
}
