package tabular

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
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

	open   func(*feed.Text) (rowSource, error)
	comma  string // what the file's name says is between cells
	layout *layout
	feed   feed.Feed[R]
}

// A rowSource gives rows until io.EOF, and for one that is malformed a [*lac.RowError]
// or a [*csvscan.RowError].
type rowSource interface{ next() (row, error) }

// NewReader returns a reader of a table in CSV, which may be compressed with gzip or ZIP.
func NewReader[R Record](in io.Reader) *Reader[R] {
	r := &Reader[R]{feed: feed.New[R](in)}
	r.open = func(text *feed.Text) (rowSource, error) {
		s := csvscan.NewScanner(text)
		s.MaxRowBytes = cmp.Or(max(r.MaxRowBytes, 0), DefaultRowBytes)
		if comma := cmp.Or(r.Mapping.Comma, r.comma); comma != "" {
			s.Comma = comma[0]
		}
		if says, _ := feed.CutSeparator(text.Start); says != 0 {
			s.Comma = says
			if _, err := s.Next(); err != nil { // the line that says it
				return nil, err
			}
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
		feed: feed.Rows[R](stop),
		open: func(*feed.Text) (rowSource, error) { return &listRows{pull: next}, nil },
	}
}

// Open opens a table in CSV, which may be compressed with gzip or ZIP. One whose name
// ends in .tsv or .tsv.gz has tabs between cells, unless the mapping says what it
// has. It errs if there is no such
// file, or if it is a directory or empty.
func Open[R Record](path string) (*Reader[R], error) {
	f, name, err := feed.Open[R]("tabular", path)
	if err != nil {
		return nil, err
	}
	r := NewReader[R](nil)
	r.Name, r.feed, r.comma = name, f, commaOf(path)
	return r, nil
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
func (r *Reader[R]) Close() error { return r.feed.Close() }

// All returns the records that are still to be read, in the order of the table.
//
// An error that is a [*lac.RowError] rejects one row, and reading goes on unless
// Strict is set. Any other error ends the sequence; so does the end of the table,
// without an error. The record beside an error is zero.
func (r *Reader[R]) All(ctx context.Context) iter.Seq2[R, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the records that are still to be read and the errors of the
// rejected rows: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the table, if any;
// what was read before it is returned all the same.
func (r *Reader[R]) ReadAll(ctx context.Context) ([]R, []*lac.RowError, error) {
	return r.feed.ReadAll(ctx, r.format())
}

// Stats returns the counts so far.
func (r *Reader[R]) Stats() lac.Stats { return r.feed.Stats() }

// Ignored returns the names in the header of the columns that the mapping leaves
// out. They are known after the first read.
func (r *Reader[R]) Ignored() []string {
	if r.layout == nil {
		return nil
	}
	return slices.Clone(r.layout.ignored)
}

// format returns what the feed must know of the reader.
func (r *Reader[R]) format() feed.Format[R] {
	return feed.Format[R]{Name: cmp.Or(r.Name, "table"), Strict: r.Strict, Encoding: r.Mapping.Encoding, Begin: r.begin}
}

// begin reads the header.
func (r *Reader[R]) begin(text *feed.Text) (feed.Next[R], error) {
	if err := r.Mapping.check(); err != nil {
		return nil, err
	}
	rows, err := r.open(text)
	if err != nil {
		return nil, err
	}
	row, err := rows.next()
	var malformed *csvscan.RowError
	switch {
	case err == io.EOF:
		return nil, fmt.Errorf("%w: no header, the table is empty", lac.ErrSyntax)
	case errors.As(err, &malformed):
		return nil, fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	case err != nil:
		return nil, err
	}
	header := make([]string, row.Len())
	for i := range header {
		header[i] = strings.TrimSpace(feed.String(row.Field(i)))
	}
	if r.layout, err = newLayout(formOf(reflect.TypeFor[R]()), &r.Mapping, r.Source, header); err != nil {
		return nil, err
	}
	return feed.Several(func(into []feed.Result[R]) ([]feed.Result[R], error) { return r.next(rows, into) }), nil
}

// next appends the records of the next row, or why it is rejected, or returns what ends
// reading.
func (r *Reader[R]) next(rows rowSource, into []feed.Result[R]) ([]feed.Result[R], error) {
	row, err := rows.next()
	var malformed *csvscan.RowError
	var rejected *lac.RowError
	switch {
	case err == nil:
		for _, figure := range r.layout.figures(row) {
			var one feed.Result[R]
			one.Rejected = r.layout.read(row, figure, reflect.ValueOf(&one.Record).Elem())
			into = append(into, one)
		}
		return into, nil
	case errors.As(err, &malformed):
		rejected = r.layout.malformed(malformed)
	case !errors.As(err, &rejected):
		return nil, err
	}
	return append(into, feed.Result[R]{Rejected: rejected}), nil
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
