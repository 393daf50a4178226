package comtrade

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "comtrade"

// maxRejected is how many row errors [Reader.ReadAll] keeps.
const maxRejected = 10_000

// A Reader reads one table. Set the exported fields before the first read.
type Reader struct {
	// Source is the ID of the source that records name, DefaultSource if empty.
	// A record's ID is the source, "#" and the line of its row; files that go
	// into one dataset therefore need a Source each.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected row.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, 1 MiB if zero.
	// Reading takes a few times that much memory at most.
	MaxRowBytes int

	in      io.Reader
	file    *os.File
	regular bool // file is not a pipe or device
	packed  bool // with gzip
	scan    *csvscan.Scanner
	table   table
	stats   Stats
	end     error // why reading has ended, io.EOF included

	pieceBytes int   // of ReadInto, pieceBytes if zero
	mostNumber int64 // of a lac.TradeRow, its maximum if zero
}

// Stats counts the rows of a table after its header. Always,
// Rows = Records + Rejected.
type Stats struct {
	Rows     int
	Records  int
	Rejected int
}

// NewReader returns a reader of r, which may be compressed with gzip.
func NewReader(r io.Reader) *Reader { return &Reader{in: r} }

// Open opens a file, which may be compressed with gzip. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("comtrade: %w", err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = fmt.Errorf("%s is a directory, not a file", path)
	case info.Mode().IsRegular() && info.Size() == 0:
		err = fmt.Errorf("%s: %w: the file is empty", path, lac.ErrSyntax)
	}
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("comtrade: %w", err)
	}
	r := NewReader(f)
	r.Name, r.file, r.regular = filepath.Base(path), f, info.Mode().IsRegular()
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
func (r *Reader) All() iter.Seq2[lac.TradeRecord, error] {
	return func(yield func(lac.TradeRecord, error) bool) {
		for {
			record, err := r.next()
			if err == io.EOF || !yield(record, err) || r.end != nil {
				return
			}
		}
	}
}

// ReadAll returns the records that are still to be read and the errors of the
// rejected rows: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the file, if any;
// what was read before it is returned all the same.
func (r *Reader) ReadAll() ([]lac.TradeRecord, []*lac.RowError, error) {
	var records []lac.TradeRecord
	rejected, err := r.each(func(record lac.TradeRecord) error {
		records = append(records, record)
		return nil
	})
	return records, rejected, err
}

// each calls f for the records that are still to be read, until it errs, and
// returns what [Reader.ReadAll] does beside them.
func (r *Reader) each(f func(lac.TradeRecord) error) ([]*lac.RowError, error) {
	var rejected []*lac.RowError
	for record, err := range r.All() {
		var row *lac.RowError
		isRow := errors.As(err, &row)
		switch {
		case err == nil:
			if r.end = f(record); r.end != nil {
				return rejected, r.end
			}
		case r.end != nil:
			return rejected, err
		case isRow && len(rejected) < maxRejected:
			rejected = append(rejected, row)
		}
	}
	return rejected, nil
}

// Stats returns the counts so far.
func (r *Reader) Stats() Stats { return r.stats }

// SourceRecord returns the source that the records name. The day of retrieval
// is not in the file: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	title := "Trade data"
	if r.Name != "" {
		title += ", file " + text([]byte(r.Name))
	}
	return lac.Source{
		ID:        r.source(),
		Publisher: "UN Comtrade",
		Title:     title,
		URL:       "https://comtradeplus.un.org/",
		Basis:     "UN Comtrade, as reported",
	}
}

func (r *Reader) source() string {
	if r.Source == "" {
		return DefaultSource
	}
	return r.Source
}

// name returns how errors call the table.
func (r *Reader) name() string {
	if r.Name == "" {
		return r.source()
	}
	return r.Name
}

// next returns the next record, a [*lac.RowError], or what ends reading.
func (r *Reader) next() (lac.TradeRecord, error) {
	if r.end != nil {
		return lac.TradeRecord{}, r.end
	}
	if r.scan == nil {
		if err := r.begin(); err != nil {
			return lac.TradeRecord{}, err
		}
	}
	row, err := r.scan.Next()
	var record lac.TradeRecord
	var rejected *lac.RowError
	var malformed *csvscan.RowError
	if errors.As(err, &malformed) {
		rejected = r.table.malformed(malformed)
	} else if err == io.EOF {
		r.end = err
		return lac.TradeRecord{}, err
	} else if err != nil {
		r.end = fmt.Errorf("%s: after %d rows: %w", r.name(), r.stats.Rows, err)
		return lac.TradeRecord{}, r.end
	} else {
		record, rejected = r.table.record(row, r.source())
	}
	r.stats.Rows++
	if rejected != nil {
		r.stats.Rejected++
		rejected.Source = r.name()
		if r.Strict {
			r.end = rejected
		}
		return lac.TradeRecord{}, rejected
	}
	r.stats.Records++
	return record, nil
}

// begin opens the compression, if any, and reads the header. An error is why
// reading has ended.
func (r *Reader) begin() error {
	if err := r.readHeader(); err != nil {
		r.end = fmt.Errorf("%s: %w", r.name(), err)
	}
	return r.end
}

func (r *Reader) readHeader() error {
	in := bufio.NewReader(r.in)
	magic, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return err
	}
	var plain io.Reader = in
	switch string(magic) {
	case "\x1f\x8b":
		if plain, err = gzip.NewReader(in); err != nil {
			return fmt.Errorf("gzip: %w", notEOF(err))
		}
		r.packed = true
	case "\xff\xfe", "\xfe\xff":
		return fmt.Errorf("%w: the text is UTF-16; want UTF-8 or ISO-8859-1", lac.ErrSyntax)
	}
	r.scan = csvscan.NewScanner(plain)
	r.scan.MaxRowBytes = r.MaxRowBytes
	row, err := r.scan.Next()
	var malformed *csvscan.RowError
	if errors.As(err, &malformed) {
		return fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	} else if err == io.EOF {
		return fmt.Errorf("%w: no header, the table is empty", lac.ErrSyntax)
	} else if err != nil {
		return err
	}
	r.table, err = newTable(row)
	return err
}

// notEOF keeps a truncated file from passing for one that has ended.
func notEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
