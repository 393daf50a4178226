package gacc

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
	"github.com/sinolac/sinolac/lac/internal/rows"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "gacc"

// A Reader reads one table. Set the exported fields before the first read.
type Reader struct {
	// Source is the ID of the source that records name, DefaultSource if empty.
	// Tables that go into one dataset need a Source each, and so does one that is
	// read by month and cumulatively.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected figure.
	Strict bool
	// MaxRowBytes is the length above which a row is rejected, 1 MiB if zero.
	MaxRowBytes int

	// Year is the year of the table. If zero it is the first in Name, as in
	// gacc-2024-monthly.tsv.
	Year int
	// Currency is CNY, if zero, where the figures are in 10,000 yuan, or USD where
	// they are in 1,000 dollars.
	Currency lac.Currency
	// Cumulative reads the columns of the year up to the month.
	Cumulative bool

	in    io.Reader
	file  *os.File
	table *table
	queue []figure // of the last row
	stats Stats
	end   error // why reading has ended, io.EOF included
}

// Stats counts figures, of which a row of the table has three; a row that is
// rejected as a whole counts once. Always, Rows = Records + Rejected.
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
		return nil, fmt.Errorf("gacc: %w", err)
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

// All returns the records that are still to be read, in the order of the table,
// those of one row by flow: exports, imports, turnover.
//
// An error that is a [*lac.RowError] rejects one figure or one row, and reading
// goes on unless Strict is set. Any other error ends the sequence; so does the end
// of the table, without an error. The record beside an error is zero.
func (r *Reader) All() iter.Seq2[lac.TradeRecord, error] { return rows.All(r.next, r.ended) }

// ReadAll returns the records that are still to be read and the errors of what
// was rejected: the first 10,000, [Reader.Stats] counts them all. The last result
// is the error that ended reading before the end of the table, if any; what was
// read before it is returned all the same.
func (r *Reader) ReadAll() ([]lac.TradeRecord, []*lac.RowError, error) {
	return rows.Collect[lac.TradeRecord, *lac.RowError](r.All(), r.ended)
}

func (r *Reader) ended() bool { return r.end != nil }

// Stats returns the counts so far.
func (r *Reader) Stats() Stats { return r.stats }

// SourceRecord returns the source that the records name. The day of retrieval
// is not in the table: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	title := "Imports and exports by country (region)"
	if r.Name != "" {
		title += ", file " + strings.ToValidUTF8(r.Name, "\uFFFD")
	}
	return lac.Source{
		ID:        r.source(),
		Publisher: "General Administration of Customs of China",
		Title:     title,
		URL:       "http://www.customs.gov.cn/",
		Basis:     "China customs, as published",
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
	if r.table == nil {
		if err := r.begin(); err != nil {
			r.end = fmt.Errorf("%s: %w", r.name(), err)
			return lac.TradeRecord{}, r.end
		}
	}
	if len(r.queue) == 0 {
		var err error
		if r.queue, err = r.table.next(r.queue); err == io.EOF {
			r.end = err
			return lac.TradeRecord{}, err
		} else if err != nil {
			r.end = fmt.Errorf("%s: after %d figures: %w", r.name(), r.stats.Rows, err)
			return lac.TradeRecord{}, r.end
		}
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
	t := &table{year: r.Year, cumulative: r.Cumulative, currency: r.Currency, unit: decimal.NewFromInt(10_000)}
	switch r.Currency {
	case lac.Currency(0):
		t.currency = lac.CNY
	case lac.CNY:
	case lac.USD:
		t.unit = decimal.NewFromInt(1000)
	default:
		return fmt.Errorf("%w: China customs publish no table in %v", lac.ErrUnknownCode, r.Currency)
	}
	if t.year == 0 {
		t.year = yearIn(r.Name)
	}
	if t.year < 1000 || t.year > 9999 {
		return fmt.Errorf("%w: the table does not name its year, nor does the file: set Reader.Year", lac.ErrMissing)
	}
	in, err := plaintext.Open(r.in, lac.ErrSyntax)
	if err != nil {
		return err
	}
	t.scan = csvscan.NewScanner(in)
	t.scan.MaxRowBytes = r.MaxRowBytes
	if header, _, _ := strings.Cut(string(in.Start), "\n"); strings.Contains(header, "\t") {
		t.scan.Comma = '\t'
	}
	if err := t.readHeader(); err != nil {
		return err
	}
	r.table = t
	return nil
}

// yearIn returns the first number of four digits in a name that is a year of
// customs statistics, 0 if there is none.
func yearIn(name string) int {
	for digits := range strings.FieldsFuncSeq(name, func(c rune) bool { return c < '0' || c > '9' }) {
		if len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") {
			year, _ := strconv.Atoi(digits)
			return year
		}
	}
	return 0
}
