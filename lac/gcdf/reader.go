package gcdf

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
	"github.com/sinolac/sinolac/lac/internal/rows"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "gcdf"

// A Reader reads one table. Set the exported fields before the first read.
type Reader struct {
	// Source is the ID of the source that projects name, DefaultSource if empty.
	// A project's ID is the source, "#" and the AidData Record ID.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected row.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, 1 MiB if zero.
	// Reading takes a few times that much memory at most.
	MaxRowBytes int

	in    io.Reader
	file  *os.File
	scan  *csvscan.Scanner
	table table
	stats Stats
	end   error // why reading has ended, io.EOF included
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
	f, _, err := plaintext.OpenFile(path, lac.ErrSyntax)
	if err != nil {
		return nil, fmt.Errorf("gcdf: %w", err)
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

// All returns the projects that are still to be read, in the order of the file.
//
// An error that is a [*lac.RowError] rejects one row, and reading goes on unless
// Strict is set. Any other error ends the sequence; so does the end of the file,
// without an error. The project beside an error is zero.
func (r *Reader) All() iter.Seq2[lac.Project, error] { return rows.All(r.next, r.ended) }

func (r *Reader) ended() bool { return r.end != nil }

// ReadAll returns the projects that are still to be read and the errors of the
// rejected rows: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the file, if any;
// what was read before it is returned all the same.
func (r *Reader) ReadAll() ([]lac.Project, []*lac.RowError, error) {
	return rows.Collect[lac.Project, *lac.RowError](r.All(), r.ended)
}

// Stats returns the counts so far.
func (r *Reader) Stats() Stats { return r.stats }

// SourceRecord returns the source that the projects name. The day of retrieval
// is not in the file: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	title := "Global Chinese Development Finance Dataset, version 3.0"
	if r.Name != "" {
		title += ", file " + decode([]byte(r.Name))
	}
	return lac.Source{
		ID:        r.source(),
		Publisher: "AidData",
		Title:     title,
		URL:       "https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-3-0",
		Basis:     "AidData GCDF 3.0",
		Window:    lac.Years(2000, 2021),
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

// next returns the next project, a [*lac.RowError], or what ends reading.
func (r *Reader) next() (lac.Project, error) {
	if r.end != nil {
		return lac.Project{}, r.end
	}
	if r.scan == nil {
		if err := r.readHeader(); err != nil {
			r.end = fmt.Errorf("%s: %w", r.name(), err)
			return lac.Project{}, r.end
		}
	}
	row, err := r.scan.Next()
	var project lac.Project
	var rejected *lac.RowError
	var malformed *csvscan.RowError
	if errors.As(err, &malformed) {
		rejected = r.table.malformed(malformed)
	} else if err == io.EOF {
		r.end = err
		return lac.Project{}, err
	} else if err != nil {
		r.end = fmt.Errorf("%s: after %d rows: %w", r.name(), r.stats.Rows, err)
		return lac.Project{}, r.end
	} else {
		project, rejected = r.table.project(row, r.source())
	}
	r.stats.Rows++
	if rejected != nil {
		r.stats.Rejected++
		rejected.Source = r.name()
		if r.Strict {
			r.end = rejected
		}
		return lac.Project{}, rejected
	}
	r.stats.Records++
	return project, nil
}

func (r *Reader) readHeader() error {
	plain, err := plaintext.Open(r.in, lac.ErrSyntax)
	if err != nil {
		return err
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
