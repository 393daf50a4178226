package dots

import (
	"cmp"
	"context"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "dots"

// A Reader reads one file. Set the exported fields before the first read.
type Reader struct {
	// Source is the ID of the source that records name, DefaultSource if empty. A
	// record's ID is the source, "#", the line of its row and the period, as in
	// dots#2-2022; files that go into one dataset therefore need a Source each.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected row.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, 1 MiB if zero.
	MaxRowBytes int

	feed feed.Feed[lac.TradeRecord]
}

// NewReader returns a reader of r, which may be compressed with gzip or ZIP.
func NewReader(r io.Reader) *Reader { return &Reader{feed: feed.New[lac.TradeRecord](r)} }

// Open opens a file, which may be compressed with gzip or ZIP. It errs if there is
// no such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, name, err := feed.Open[lac.TradeRecord](DefaultSource, path)
	if err != nil {
		return nil, err
	}
	return &Reader{Name: name, feed: f}, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error { return r.feed.Close() }

// All returns the records that are still to be read, in the order of the file.
//
// An error that is a [*lac.RowError] rejects one figure or one row, and reading goes on unless
// Strict is set. Any other error ends the sequence; so does the end of the file,
// without an error. The record beside an error is zero.
func (r *Reader) All(ctx context.Context) iter.Seq2[lac.TradeRecord, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the records that are still to be read and the errors of what was
// rejected: the first 10,000, [Reader.Stats] counts them all. The last result is the
// error that ended reading before the end of the file, if any; what was read before
// it is returned all the same.
func (r *Reader) ReadAll(ctx context.Context) ([]lac.TradeRecord, []*lac.RowError, error) {
	return r.feed.ReadAll(ctx, r.format())
}

// Stats returns the counts so far.
func (r *Reader) Stats() lac.Stats { return r.feed.Stats() }

// SourceRecord returns the source that the records name. The day of retrieval is not
// in the file: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	return lac.Source{
		ID:        r.source(),
		Publisher: "International Monetary Fund",
		Title:     feed.Title("Direction of Trade Statistics", r.Name),
		URL:       "https://data.imf.org/",
		Basis:     "IMF DOTS",
	}
}

func (r *Reader) source() string { return cmp.Or(r.Source, DefaultSource) }

// format returns what the feed must know of the reader.
func (r *Reader) format() feed.Format[lac.TradeRecord] {
	return feed.Format[lac.TradeRecord]{Name: cmp.Or(r.Name, r.source()), Strict: r.Strict, Unit: "figures", Begin: r.begin}
}

// begin reads the header.
func (r *Reader) begin(text *feed.Text) (feed.Next[lac.TradeRecord], error) {
	rows, err := feed.OpenTable(text, r.MaxRowBytes)
	if err != nil {
		return nil, err
	}
	t := table{Table: rows, source: r.source(), stats: r.feed.Count()}
	if isIMTS(rows) {
		return newIMTS(t)
	}
	if rows.At("Time Period") >= 0 && rows.At("Counterpart Country Name") >= 0 {
		return newPanel(t)
	}
	return newBulk(t)
}
