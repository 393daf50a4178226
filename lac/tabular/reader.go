package tabular

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
	"github.com/sinolac/sinolac/lac/internal/rows"
)

const (
	// DefaultRowBytes is the length above which a row is rejected where the
	// reader's MaxRowBytes is zero.
	DefaultRowBytes = 16 << 20
)

// A Reader reads one table of records R. Set the exported fields before the first
// read.
type Reader[R Record] struct {
	// Source is the ID of the source that records name, where the table has no
	// column source. Where it has no column id, a record's ID is its source, "#"
	// and the line of its row.
	Source string
	// Name is the file's name, for errors.
	Name string
	// Mapping says in what the table differs from the package's own form.
	Mapping Mapping
	// Strict ends reading at the first rejected row.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, [DefaultRowBytes]
	// if zero. Reading takes a few times that much memory at most, and 32 MiB for
	// the lists of a record.
	MaxRowBytes int

	open   func() (rowSource, error)
	closed func() error
	comma  string // what the file's name says is between cells
	rows   rowSource
	layout *layout
	stats  Stats
	end    error // why reading has ended, io.EOF included
}

// Stats counts the rows that were read, without the header. Always,
// Rows = Records + Rejected.
type Stats struct {
	Rows     int
	Records  int
	Rejected int
}

// count counts a row that was read or, for a reason, rejected.
func (s *Stats) count(rejected *lac.RowError) {
	s.Rows++
	if rejected != nil {
		s.Rejected++
	} else {
		s.Records++
	}
}

// A rowSource gives rows until io.EOF, and for one that is malformed a [*lac.RowError]
// or a [*csvscan.RowError].
type rowSource interface{ next() (row, error) }

// NewReader returns a reader of a table in CSV, which may be compressed with gzip.
func NewReader[R Record](in io.Reader) *Reader[R] {
	r := &Reader[R]{closed: func() error { return nil }}
	r.open = func() (rowSource, error) {
		plain, err := unpacked(in)
		if err != nil {
			return nil, err
		}
		s := csvscan.NewScanner(plain)
		s.MaxRowBytes = r.MaxRowBytes
		if s.MaxRowBytes <= 0 {
			s.MaxRowBytes = DefaultRowBytes
		}
		if comma := cmp.Or(r.Mapping.Comma, r.comma); comma != "" {
			s.Comma = comma[0]
		}
		return csvRows{s}, nil
	}
	return r
}

// NewRowReader returns a reader of a table whose rows come from elsewhere, such as
// the sheet of a workbook; the first with a cell is the header. Rows are numbered
// from 1, those without a cell included, and the errors of their cells have the
// number of the cell as their column. An error beside a row rejects it if it is a
// [*lac.RowError], else ends reading.
func NewRowReader[R Record](table iter.Seq2[[]string, error]) *Reader[R] {
	next, stop := iter.Pull2(table)
	return &Reader[R]{
		open:   func() (rowSource, error) { return &listRows{pull: next}, nil },
		closed: func() error { stop(); return nil },
	}
}

// unpacked returns a reader of the text in a file.
func unpacked(in io.Reader) (io.Reader, error) {
	text, err := plaintext.Open(in, lac.ErrSyntax)
	return text, err
}

// Open opens a table in CSV, which may be compressed with gzip. One whose name
// ends in .tsv or .tsv.gz has tabs between cells, unless the mapping says what it
// has. It errs if there is no such
// file, or if it is a directory or empty.
func Open[R Record](path string) (*Reader[R], error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	r := NewReader[R](f)
	r.Name, r.closed, r.comma = filepath.Base(path), f.Close, commaOf(path)
	return r, nil
}

func openFile(path string) (*os.File, error) {
	f, _, err := plaintext.OpenFile(path, lac.ErrSyntax)
	if err != nil {
		return nil, fmt.Errorf("tabular: %w", err)
	}
	return f, nil
}

// commaOf returns what is between cells by the name of a file.
func commaOf(name string) string {
	if strings.HasSuffix(strings.TrimSuffix(name, ".gz"), ".tsv") {
		return "\t"
	}
	return ""
}

// Close closes the file that [Open] opened, and ends the sequence of a reader of
// rows. For other readers it does nothing.
func (r *Reader[R]) Close() error { return r.closed() }

// All returns the records that are still to be read, in the order of the table.
//
// An error that is a [*lac.RowError] rejects one row, and reading goes on unless
// Strict is set. Any other error ends the sequence; so does the end of the table,
// without an error. The record beside an error is zero.
func (r *Reader[R]) All() iter.Seq2[R, error] {
	return rows.All(r.next, r.ended)
}

// ReadAll returns the records that are still to be read and the errors of the
// rejected rows: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the table, if any;
// what was read before it is returned all the same.
func (r *Reader[R]) ReadAll() ([]R, []*lac.RowError, error) {
	return rows.Collect[R, *lac.RowError](r.All(), r.ended)
}

func (r *Reader[R]) ended() bool { return r.end != nil }

// Stats returns the counts so far.
func (r *Reader[R]) Stats() Stats { return r.stats }

// Ignored returns the names in the header of the columns that the mapping leaves
// out. They are known after the first read.
func (r *Reader[R]) Ignored() []string {
	if r.layout == nil {
		return nil
	}
	return slices.Clone(r.layout.ignored)
}

func (r *Reader[R]) name() string {
	if r.Name == "" {
		return "table"
	}
	return r.Name
}

// next returns the next record, a [*lac.RowError], or what ends reading.
func (r *Reader[R]) next() (record R, err error) {
	var zero R
	if r.end != nil {
		return zero, r.end
	}
	if r.layout == nil {
		if err := r.readHeader(); err != nil {
			r.end = fmt.Errorf("%s: %w", r.name(), err)
			return zero, r.end
		}
	}
	row, err := r.rows.next()
	var rejected *lac.RowError
	var malformed *csvscan.RowError
	switch {
	case err == io.EOF:
		r.end = err
		return zero, err
	case err == nil:
		rejected = r.layout.read(row, reflect.ValueOf(&record).Elem())
	case errors.As(err, &malformed):
		rejected = r.layout.malformed(malformed)
	case !errors.As(err, &rejected):
		r.end = fmt.Errorf("%s: after %d rows: %w", r.name(), r.stats.Rows, err)
		return zero, r.end
	}
	r.stats.count(rejected)
	if rejected == nil {
		return record, nil
	}
	rejected.Source = r.name()
	if r.Strict {
		r.end = rejected
	}
	return zero, rejected
}

func (r *Reader[R]) readHeader() error {
	var err error
	if err = r.Mapping.check(); err != nil {
		return err
	}
	if r.rows, err = r.open(); err != nil {
		return err
	}
	row, err := r.rows.next()
	var malformed *csvscan.RowError
	switch {
	case err == io.EOF:
		return fmt.Errorf("%w: no header, the table is empty", lac.ErrSyntax)
	case errors.As(err, &malformed):
		return fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	case err != nil:
		return err
	}
	header := make([]string, row.Len())
	for i := range header {
		header[i] = strings.TrimSpace(plaintext.String(row.Field(i)))
	}
	r.layout, err = newLayout(formOf(reflect.TypeFor[R]()), &r.Mapping, r.Source, header)
	return err
}

// csvRows are the rows of a table in CSV.
type csvRows struct{ scan *csvscan.Scanner }

func (c csvRows) next() (row, error) { return c.scan.Next() }

// listRows are rows of cells.
type listRows struct {
	pull  func() ([]string, error, bool)
	line  int
	cells []string
}

func (l *listRows) next() (row, error) {
	var err error
	l.cells = nil
	for ok := true; err == nil && len(l.cells) == 0; l.line++ {
		if l.cells, err, ok = l.pull(); !ok {
			return nil, io.EOF
		}
	}
	var rejected *lac.RowError
	if errors.As(err, &rejected) {
		e := *rejected // which is the caller's
		e.Line = l.line
		return nil, &e
	}
	return l, err
}

func (l *listRows) Len() int                          { return len(l.cells) }
func (l *listRows) Line() int                         { return l.line }
func (l *listRows) Field(i int) []byte                { return []byte(l.cells[i]) }
func (l *listRows) Position(i int) (line, column int) { return l.line, i + 1 }
