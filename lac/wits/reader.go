package wits

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
	"github.com/sinolac/sinolac/lac/internal/rows"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "wits"

// A Reader reads one summary. Set the exported fields before the first read.
type Reader struct {
	// Source is the ID of the source that records name, DefaultSource if empty.
	// Files that go into one dataset need a Source each.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected figure.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, 1 MiB if zero.
	MaxRowBytes int

	// Reporter is the reporter of rows that do not name one. If it is zero and the
	// second part of Name is a code, as in en_LCN_AllYears_WITS_Trade_Summary.CSV,
	// it is that area.
	Reporter lac.Area

	in    io.Reader
	file  *os.File
	table *table
	queue []figure // of the last row
	stats Stats
	end   error // why reading has ended, io.EOF included
}

// Stats counts the figures of trade in all products, of which a row of the file
// has one for each year; a row that is rejected as a whole counts once. Always,
// Rows = Records + Rejected.
type Stats struct {
	Rows     int
	Records  int
	Rejected int
	LeftOut  int // rows of other indicators, which are not in Rows
}

// NewReader returns a reader of r, which may be compressed with gzip.
func NewReader(r io.Reader) *Reader { return &Reader{in: r} }

// Open opens a file, which may be compressed with gzip. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, _, err := plaintext.OpenFile(path, lac.ErrSyntax)
	if err != nil {
		return nil, fmt.Errorf("wits: %w", err)
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
// An error that is a [*lac.RowError] rejects one figure or one row, and reading
// goes on unless Strict is set. Any other error ends the sequence; so does the end
// of the file, without an error. The record beside an error is zero.
func (r *Reader) All() iter.Seq2[lac.TradeRecord, error] { return rows.All(r.next, r.ended) }

// ReadAll returns the records that are still to be read and the errors of what
// was rejected: the first 10,000, [Reader.Stats] counts them all. The last result
// is the error that ended reading before the end of the file, if any; what was
// read before it is returned all the same.
func (r *Reader) ReadAll() ([]lac.TradeRecord, []*lac.RowError, error) {
	return rows.Collect[lac.TradeRecord, *lac.RowError](r.All(), r.ended)
}

func (r *Reader) ended() bool { return r.end != nil }

// Stats returns the counts so far.
func (r *Reader) Stats() Stats { return r.stats }

// SourceRecord returns the source that the records name. The day of retrieval
// is not in the file: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	title := "Trade summary"
	if r.Name != "" {
		title += ", file " + strings.ToValidUTF8(r.Name, "\uFFFD")
	}
	return lac.Source{
		ID:        r.source(),
		Publisher: "World Bank, World Integrated Trade Solution",
		Title:     title,
		URL:       "https://wits.worldbank.org/",
		Basis:     "WITS, from UN Comtrade",
	}
}

func (r *Reader) source() string {
	if r.Source == "" {
		return DefaultSource
	}
	return r.Source
}

// name returns how errors call the file.
func (r *Reader) name() string {
	if r.Name == "" {
		return r.source()
	}
	return r.Name
}

// next returns the next record, a [*lac.RowError], or what ends reading.
func (r *Reader) next() (lac.TradeRecord, error) {
	if r.end == nil && r.table == nil {
		if err := r.begin(); err != nil {
			r.end = fmt.Errorf("%s: %w", r.name(), err)
		}
	}
	for r.end == nil && len(r.queue) == 0 {
		var trade bool
		var err error
		r.queue, trade, err = r.table.next(r.queue)
		switch {
		case err == io.EOF:
			r.end = err
		case err != nil:
			r.end = fmt.Errorf("%s: after %d figures: %w", r.name(), r.stats.Rows, err)
		case !trade:
			r.stats.LeftOut++
		}
	}
	if r.end != nil {
		return lac.TradeRecord{}, r.end
	}
	f := r.queue[0]
	r.queue = r.queue[1:]
	r.stats.Rows++
	if f.rejected != nil {
		r.stats.Rejected++
		f.rejected.Source = r.name()
		if r.Strict {
			r.end = f.rejected
		}
		return lac.TradeRecord{}, f.rejected
	}
	r.stats.Records++
	f.record.Source = r.source()
	f.record.ID = f.record.Source + "#" + f.record.ID
	return f.record, nil
}

// begin reads the header.
func (r *Reader) begin() error {
	in, err := plaintext.Open(r.in, lac.ErrSyntax)
	if err != nil {
		return err
	}
	t := &table{reporter: r.Reporter, scan: csvscan.NewScanner(in)}
	if t.reporter == 0 {
		t.reporter = reporterIn(r.Name)
	}
	t.scan.MaxRowBytes = r.MaxRowBytes
	if err := t.readHeader(); err != nil {
		return err
	}
	r.table = t
	return nil
}

// reporterIn returns the area whose code is the second part of a file's name, 0
// if there is none.
func reporterIn(name string) lac.Area {
	parts := strings.Split(name, "_")
	if len(parts) < 3 || len(parts[1]) != 3 {
		return 0
	}
	a, _ := lac.ParseArea(parts[1])
	return a
}
