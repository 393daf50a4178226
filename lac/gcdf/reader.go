package gcdf

import (
	"cmp"
	"context"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
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
	// Notes, if set, is called for what is wrong with a project that is read all the
	// same: a sector that is not known, which is left out.
	Notes func(*lac.RowError)

	feed feed.Feed[lac.Project]
}

// NewReader returns a reader of r, which may be compressed with gzip or ZIP.
func NewReader(r io.Reader) *Reader { return &Reader{feed: feed.New[lac.Project](r)} }

// Open opens a file, which may be compressed with gzip or ZIP. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, name, err := feed.Open[lac.Project](DefaultSource, path)
	if err != nil {
		return nil, err
	}
	return &Reader{Name: name, feed: f}, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error { return r.feed.Close() }

// All returns the projects that are still to be read, in the order of the file.
//
// An error that is a [*lac.RowError] rejects one row, and reading goes on unless
// Strict is set. Any other error ends the sequence; so does the end of the file,
// without an error. The project beside an error is zero.
func (r *Reader) All(ctx context.Context) iter.Seq2[lac.Project, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the projects that are still to be read and the errors of the
// rejected rows: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the file, if any;
// what was read before it is returned all the same.
func (r *Reader) ReadAll(ctx context.Context) ([]lac.Project, []*lac.RowError, error) {
	return r.feed.ReadAll(ctx, r.format())
}

// Stats returns the counts so far.
func (r *Reader) Stats() lac.Stats { return r.feed.Stats() }

// SourceRecord returns the source that the projects name. The day of retrieval
// is not in the file: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	return lac.Source{
		ID:        r.source(),
		Publisher: "AidData",
		Title:     feed.Title("Global Chinese Development Finance Dataset, version 3.0", r.Name),
		URL:       "https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-3-0",
		Basis:     "AidData GCDF 3.0",
		Window:    lac.Years(2000, 2021),
	}
}

func (r *Reader) source() string { return cmp.Or(r.Source, DefaultSource) }

// format returns what the feed must know of the reader.
func (r *Reader) format() feed.Format[lac.Project] {
	return feed.Format[lac.Project]{Name: cmp.Or(r.Name, r.source()), Strict: r.Strict, Unit: "rows", Begin: r.begin}
}

// begin reads the header.
func (r *Reader) begin(text *feed.Text) (feed.Next[lac.Project], error) {
	t, err := newTable(text, r.MaxRowBytes)
	if err != nil {
		return nil, err
	}
	note := func(e *lac.RowError) { r.feed.Note(r.Notes, cmp.Or(r.Name, r.source()), e) }
	return func() (lac.Project, *lac.RowError, error) { return t.project(r.source(), note) }, nil
}
