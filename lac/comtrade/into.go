package comtrade

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
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
// [Reader.All] has begun to read, ReadInto goes on as that does, without these.
func (r *Reader) ReadInto(sinks ...lac.TradeSink) ([]*lac.RowError, error) {
	if r.scan != nil || r.end != nil {
		return r.readInto(sinks)
	}
	if err := r.begin(); err != nil {
		return nil, err
	}
	r.table.leaveOut(sinks)
	d := &delivery{
		Reader: r,
		sinks:  sinks,
		line:   r.scan.Line(),
		parser: r.newParser(),
		most:   cmp.Or(r.mostNumber, math.MaxUint32),
	}
	r.end = d.run()
	if r.end == io.EOF {
		return d.rejected, nil
	}
	return d.rejected, r.end
}

// readInto is ReadInto by way of All.
func (r *Reader) readInto(sinks []lac.TradeSink) ([]*lac.RowError, error) {
	var rejected []*lac.RowError
	for record, err := range r.All() {
		var row *lac.RowError
		isRow := errors.As(err, &row)
		switch {
		case err == nil:
			for _, sink := range sinks {
				if r.end = sink.Append(record); r.end != nil {
					return rejected, r.end
				}
			}
		case r.end != nil:
			return rejected, err
		case isRow && len(rejected) < maxRejected:
			rejected = append(rejected, row)
		}
	}
	return rejected, nil
}

func (r *Reader) newParser() *parser {
	most := r.MaxRowBytes
	if most <= 0 {
		most = csvscan.DefaultRowBytes
	}
	p := newParser(&r.table, r.source(), most)
	if r.learning > 0 && p.cutter != nil {
		p.cutter.Learning, p.cutter.Sampling = r.learning, 2
	}
	return p
}

// pieceBytes is the size of the pieces in which a table is read.
const pieceBytes = 256 << 10

// maxWorkers is how many goroutines parse pieces at most. More would take memory
// and wait for the sinks.
const maxWorkers = 8

// A piece is some bytes of a table, wherever they begin and end. Its rows are
// parsed from the second line on in the hope that a row begins there.
type piece struct {
	data  []byte // with csvscan.Slack
	n     int    // bytes without that
	err   error  // that follows them
	first int    // where the second line begins; 0: nowhere
	batch batch  // of data[first:n]
	done  chan struct{}
}

func (p *piece) parse(with *parser) {
	p.batch.reset()
	p.first = bytes.IndexByte(p.data[:p.n], '\n') + 1
	if p.first > 0 {
		with.parse(&p.batch, p.data[p.first:], p.n-p.first, errMore)
	}
	p.done <- struct{}{}
}

// A supply reads a table in pieces, which it puts in line in the table's order.
type supply struct {
	size int
	line chan *piece

	mu    sync.Mutex
	in    io.Reader
	file  *os.File // if not nil, in place of in
	at    int64    // in file
	ended bool
}

// next fills p and puts it in line; false if the table has ended.
func (s *supply) next(p *piece) bool {
	s.mu.Lock()
	if s.ended {
		s.mu.Unlock()
		return false
	}
	if p.data == nil {
		p.data = make([]byte, s.size+csvscan.Slack)
	}
	s.line <- p
	if s.file == nil {
		p.n, p.err = readFull(s.in, p.data[:s.size])
		s.ended = p.err != nil
		s.mu.Unlock()
		return true
	}
	at := s.at
	s.at += int64(s.size)
	s.mu.Unlock()
	if p.n, p.err = s.file.ReadAt(p.data[:s.size], at); p.err != nil {
		s.mu.Lock()
		s.ended = true
		s.mu.Unlock()
	}
	return true
}

// readFull fills b unless there is an error before. Like a [csvscan.Scanner] it
// gives up a reader that gives neither bytes nor an error.
func readFull(r io.Reader, b []byte) (n int, err error) {
	for empty := 0; n < len(b) && err == nil; {
		var m int
		m, err = r.Read(b[n:])
		n += m
		if empty++; m > 0 {
			empty = 0
		} else if empty == 100 && err == nil {
			err = io.ErrNoProgress
		}
	}
	return n, err
}

// A delivery hands what the parsers made of the pieces to the sinks. It is the
// one that knows where rows begin, and on which line.
type delivery struct {
	*Reader
	sinks    []lac.TradeSink
	rejected []*lac.RowError
	most     int64 // greatest number of a lac.TradeRow
	beyond   bool  // lines may be greater

	line     int    // of the next byte
	carry    []byte // bytes that were not delivered; they begin with a row
	tried    int    // if not 0, no row ended in carry when it had that many bytes
	skipping bool   // the rest of the line is a rejected row's
	parser   *parser
	batch    batch   // of the parser
	heads    []int32 // of rows, as a dictionary numbers them
}

// run reads to the end and returns why that is one.
func (d *delivery) run() error {
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	from := supply{size: cmp.Or(d.pieceBytes, pieceBytes), in: d.scan.Rest()}
	if d.regular && !d.packed {
		from.file, from.at = d.file, int64(d.scan.Offset())
		if info, err := d.file.Stat(); err == nil {
			workers = int(min(int64(workers), info.Size()/int64(from.size)+1))
		}
	}
	pieces := workers + 2 // one that is delivered, and one that waits for it
	free := make(chan *piece, pieces)
	for range pieces {
		free <- &piece{done: make(chan struct{}, 1)}
	}
	from.line = make(chan *piece, pieces)
	var working sync.WaitGroup
	for range workers - 1 { // the other one is this goroutine
		parser := d.newParser()
		working.Add(1)
		go func() {
			defer working.Done()
			for p := range free {
				if !from.next(p) {
					return
				}
				p.parse(parser)
			}
		}()
	}
	defer working.Wait()
	defer close(free)
	// The heads of a parser's batches must be delivered in the order in which it
	// met them: d.parser is for what is carried.
	own := d.newParser()
	var next *piece // to be delivered
	for ended := false; ; {
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
				if ended = !from.next(p); !ended {
					p.parse(own)
				}
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
		if err := d.take(next); err != nil {
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
func (d *delivery) take(p *piece) error {
	if p.batch.dict != nil {
		p.batch.dict.admit(&p.batch, len(d.sinks))
	}
	if int64(d.line)+int64(len(d.carry))+int64(p.n) > d.most {
		d.beyond = true
		d.parser.cutter = nil // no row is a lac.TradeRow then
	}
	if d.skipping && p.first == 0 {
		return nil
	}
	rest := p.data[:p.n]
	if p.first > 0 && d.tried == 0 {
		rest = rest[p.first:]
		if d.skipping {
			d.skipping = false
			d.line++
		} else {
			d.carry = append(d.carry, p.data[:p.first]...)
			if err := d.parse(errMore); err != nil {
				return err
			}
		}
		if len(d.carry) == 0 && !d.beyond {
			// A row does begin at p.first.
			if err := d.deliver(&p.batch); err != nil {
				return err
			}
			d.keep(&p.batch, rest[p.batch.end:])
			if len(d.carry) > 0 && p.batch.full {
				return d.parse(errMore)
			}
			return nil
		}
	}
	if p.batch.dict != nil {
		p.batch.dict.keep(&p.batch)
	}
	d.carry = append(d.carry, rest...)
	// A long row is tried again only when there is twice as much of it, lest
	// its pieces be read again and again.
	if p.first > 0 && len(d.carry) >= 2*d.tried || len(d.carry) > d.parser.most {
		return d.parse(errMore)
	}
	return nil
}

// finish delivers what is left where nothing follows but end.
func (d *delivery) finish(end error) error {
	if !d.skipping {
		if err := d.parse(end); err != nil {
			return err
		}
	}
	if end != io.EOF {
		end = fmt.Errorf("%s: after %d rows: %w", d.name(), d.stats.Rows, end)
	}
	return end
}

// parse delivers the rows in carry, after which end comes.
func (d *delivery) parse(end error) error {
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
	if err := d.deliverRows(b, from, len(b.rows)); err != nil {
		return err
	}
	d.line += b.lines
	return nil
}

func (d *delivery) deliverRows(b *batch, from, to int) error {
	rows := b.rows[from:to]
	if len(rows) == 0 {
		return nil
	}
	d.stats.Rows += len(rows)
	d.stats.Records += len(rows)
	if len(d.sinks) == 0 {
		return nil
	}
	d.heads = d.heads[:0]
	known := b.dict.numbers[0]
	for i := range rows {
		row := &rows[i]
		row.Number += uint32(d.line)
		d.heads = append(d.heads, row.Head)
		if known[row.Head] < 0 {
			if err := b.ask(row.Head, d.sinks); err != nil {
				return err
			}
		}
	}
	for s, sink := range d.sinks {
		numbers := b.dict.numbers[s]
		for i, head := range d.heads {
			rows[i].Head = numbers[head]
		}
		if err := sink.AppendRows(rows); err != nil {
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
		if len(d.rejected) < maxRejected {
			d.rejected = append(d.rejected, rejected)
		}
		return nil
	}
	d.stats.Records++
	odd.record.ID = d.source() + "#" + strconv.Itoa(odd.line+d.line)
	for _, sink := range d.sinks {
		if err := sink.Append(*odd.record); err != nil {
			return err
		}
	}
	return nil
}

// leaveOut leaves out columns of figures that no sink needs.
func (t *table) leaveOut(sinks []lac.TradeSink) {
	needs := func(f lac.Figure) bool {
		return slices.ContainsFunc(sinks, func(s lac.TradeSink) bool { return s.Needs(f) })
	}
	if !needs(lac.FigureNetWeight) {
		t.index[colNetWeight] = -1
	}
	if !needs(lac.FigureQuantity) {
		t.index[colQuantity], t.index[colUnit] = -1, -1
	}
}
