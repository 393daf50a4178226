package comtrade

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade/internal/bulk"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "comtrade"

// A Reader reads one table or one answer of the API. Set the exported fields before the first read.
type Reader struct {
	// Source is the ID of the source that records name, DefaultSource if empty.
	// A record's ID is the source, "#" and the line of its row, or its number
	// among the records of JSON; files that go into one dataset therefore need a
	// Source each.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected row.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, 1 MiB if zero.
	// Reading takes a few times that much memory at most.
	MaxRowBytes int
	// From and To, if they are set, are bytes of a table: the rows are read whose
	// first byte is From, or after it, and before To; 0: up to the end. So parts
	// that meet have each row once. Lines are counted from the first that begins in
	// the part, with [Reader.Input] to count them on. A line must be a row: no field
	// may hold a line end. The table is read from its file, or from what can be read
	// at any place as a file can, and is in UTF-8 or ISO-8859-1 and not compressed.
	From, To int64

	in      io.Reader
	file    *os.File // to close
	places  places
	part    *io.SectionReader // the rows to read; nil: all of them
	line    int               // after what ReadInto has read in bulk; 0: it has not
	packed  bool              // with gzip
	scan    *csvscan.Scanner  // of a table
	table   table
	objects *objectScanner // of JSON, in place of scan and table
	stats   lac.Stats
	ctx     context.Context // of the read that goes on
	end     error           // why reading has ended, io.EOF included

	limits bulk.Limits // of ReadInto
}

// NewReader returns a reader of r, which may be compressed with gzip or ZIP.
//
// If r is an [io.ReaderAt] and an [io.Seeker], as files, bytes and sections of
// others are, [Reader.ReadInto] reads it at several places at once, and where r
// stands afterwards is not defined.
func NewReader(r io.Reader) *Reader { return &Reader{in: r} }

// Open opens a file, which may be compressed with gzip or ZIP. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, _, err := feed.OpenFile(path)
	if err != nil {
		return nil, fmt.Errorf("comtrade: %w", err)
	}
	r := NewReader(f)
	r.Name, r.file = filepath.Base(path), f
	return r, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error {
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}

// All returns the records that are still to be read, in the order of the file.
//
// An error that is a [*lac.RowError] rejects one row, and reading goes on unless
// Strict is set. Any other error ends the sequence; so does the end of the file,
// without an error. The record beside an error is zero.
func (r *Reader) All(ctx context.Context) iter.Seq2[lac.TradeRecord, error] {
	return feed.All(func() (lac.TradeRecord, error) {
		r.ctx = ctx
		return r.next()
	}, r.ended)
}

func (r *Reader) ended() bool { return r.end != nil }

// ReadAll returns the records that are still to be read and the errors of the
// rejected rows: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the file, if any;
// what was read before it is returned all the same.
func (r *Reader) ReadAll(ctx context.Context) ([]lac.TradeRecord, []*lac.RowError, error) {
	var records []lac.TradeRecord
	rejected, err := r.each(ctx, func(record lac.TradeRecord) error {
		records = append(records, record)
		return nil
	})
	return records, rejected, err
}

// each calls f for the records that are still to be read, until it errs, and
// returns what [Reader.ReadAll] does beside them.
func (r *Reader) each(ctx context.Context, f func(lac.TradeRecord) error) ([]*lac.RowError, error) {
	return feed.Each(r.All(ctx), r.ended, func(record lac.TradeRecord) error {
		r.end = f(record)
		return r.end
	})
}

// Stats returns the counts so far.
func (r *Reader) Stats() lac.Stats { return r.stats }

// SourceRecord returns the source that the records name. The day of retrieval
// is not in the file: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	return lac.Source{
		ID:        r.source(),
		Publisher: "UN Comtrade",
		Title:     feed.Title("Trade data", r.Name),
		URL:       "https://comtradeplus.un.org/",
		Basis:     "UN Comtrade, as reported",
	}
}

// Input returns what was read so far, for [lac.TradeStream.AddInput], without the
// digest of the file. The name is that of the file without its folder.
func (r *Reader) Input() lac.TradeInput {
	in := lac.TradeInput{Name: r.Name, From: r.From, To: r.To, Rows: r.stats.Rows, Source: r.source()}
	if r.part != nil && in.To >= r.places.len() {
		in.To = 0 // the end
	}
	switch {
	case r.line > 0:
		in.Lines = r.line - 1
	case r.scan != nil:
		in.Lines = r.scan.Line() - 1
	}
	return in
}

func (r *Reader) source() string { return cmp.Or(r.Source, DefaultSource) }

// name returns how errors call the table.
func (r *Reader) name() string {
	name := cmp.Or(r.Name, r.source())
	switch {
	case r.To != 0:
		return fmt.Sprintf("%s, bytes %d to %d", name, r.From, r.To)
	case r.From != 0:
		return fmt.Sprintf("%s, bytes from %d", name, r.From)
	}
	return name
}

// next returns the next record, a [*lac.RowError], or what ends reading.
func (r *Reader) next() (lac.TradeRecord, error) {
	if r.end != nil {
		return lac.TradeRecord{}, r.end
	}
	if !r.begun() {
		if err := r.begin(); err != nil {
			return lac.TradeRecord{}, err
		}
	}
	if err := r.ctx.Err(); err != nil {
		r.end = r.failed(err)
		return lac.TradeRecord{}, r.end
	}
	read := r.nextRow
	if r.objects != nil {
		read = r.nextObject
	}
	record, rejected, err := read()
	switch {
	case err == io.EOF:
		r.end = err
		return lac.TradeRecord{}, err
	case err != nil:
		r.end = r.failed(err)
		return lac.TradeRecord{}, r.end
	}
	r.stats.Add(rejected)
	if rejected == nil {
		return record, nil
	}
	rejected.Source = r.name()
	if r.Strict {
		r.end = rejected
	}
	return lac.TradeRecord{}, rejected
}

// nextRow returns the next record of a table, why its row is rejected, or what
// ends the table.
func (r *Reader) nextRow() (lac.TradeRecord, *lac.RowError, error) {
	row, err := r.scan.Next()
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		return lac.TradeRecord{}, feed.Malformed(malformed, r.table.header), nil
	case err != nil:
		return lac.TradeRecord{}, nil, err
	}
	record, rejected := r.table.record(row, r.source())
	return record, rejected, nil
}

// nextObject returns the next record of JSON as nextRow does.
func (r *Reader) nextObject() (lac.TradeRecord, *lac.RowError, error) {
	o, rejected, err := r.objects.next()
	if rejected != nil || err != nil {
		return lac.TradeRecord{}, rejected, err
	}
	p := rowParser{fields: o, tariffLines: o.isTariffLines()}
	record, rejected := p.record()
	if rejected != nil {
		rejected.Line = o.line
		return record, rejected, nil
	}
	record.ID, record.Source = r.source()+"#"+strconv.Itoa(r.stats.Rows+1), r.source()
	return record, nil, nil
}

// begun reports whether the compression and the header have been read.
func (r *Reader) begun() bool { return r.scan != nil || r.objects != nil }

// begin opens the compression, if any, and reads the header. An error is why
// reading has ended.
func (r *Reader) begin() error {
	if err := r.readHeader(); err != nil {
		r.end = fmt.Errorf("%s: %w", r.name(), err)
	}
	return r.end
}

func (r *Reader) readHeader() error {
	r.places = placesOf(r.in)
	in, err := feed.OpenText(r.in, "")
	if err != nil {
		return err
	}
	r.packed = !in.Plain
	in.Reader = reading{r, in.Reader}
	if (r.From != 0 || r.To != 0) && (isJSON(in.Start) || r.packed || r.places.in == nil) {
		return fmt.Errorf("%w: a part is of a table in a file, neither compressed nor in an encoding but UTF-8 and ISO-8859-1: read it whole", lac.ErrRange)
	}
	if isJSON(in.Start) {
		objects := newObjectScanner(in, r.MaxRowBytes)
		objects.lines = isLines(in.Start)
		if err := objects.open(); err != nil {
			return err
		}
		r.objects = objects
		return nil
	}
	r.scan = csvscan.NewScanner(in)
	r.scan.MaxRowBytes = r.MaxRowBytes
	r.scan.Comma = feed.Separator(in.Start)
	row, err := feed.HeaderOf(r.scan)
	if err != nil {
		return err
	}
	if r.table, err = newTable(feed.Names(row)); err != nil || r.From == 0 && r.To == 0 {
		return err
	}
	line := 0
	if r.part, line, err = r.places.cut(r.ctx, r.From, r.To, int64(r.scan.Offset())); err != nil {
		return err
	}
	r.scan = csvscan.NewScannerAt(reading{r, r.part}, line)
	r.scan.MaxRowBytes, r.scan.Comma = r.MaxRowBytes, feed.Separator(in.Start)
	return nil
}

// A reading reads until the context of the read that goes on is done.
type reading struct {
	r  *Reader
	in io.Reader
}

func (r reading) Read(b []byte) (int, error) {
	if err := r.r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(b)
}

// plainOnly reports whether the table or JSON is not for the quick path, which
// takes fields that commas separate, and rows of which many have the same head.
func (r *Reader) plainOnly() bool {
	return r.objects != nil || r.scan.Comma != ',' || r.table.isTariffLines()
}

// failed returns why the table cannot be read on.
func (r *Reader) failed(err error) error {
	return feed.Stopped(r.name(), r.stats.Rows, "rows", err)
}
