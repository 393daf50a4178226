package gacc

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
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
	// they are in 1,000 dollars. A table that names its unit has that one; the customs' own
	// that does not errs if this is zero. Of a table of the query site that has both, this
	// one is read, CNY if zero, and the other is left out and counted.
	Currency lac.Currency
	// Flow is that of a table of the query site, which does not say whether it has
	// exports or imports. If empty it is told from the file's name.
	Flow lac.TradeFlow
	// Cumulative reads the columns of the year up to the month.
	Cumulative bool

	feed feed.Feed[lac.TradeRecord]
}

// NewReader returns a reader of r, which may be compressed with gzip or ZIP.
func NewReader(r io.Reader) *Reader { return &Reader{feed: feed.New[lac.TradeRecord](r)} }

// Open opens a file, which may be compressed with gzip or ZIP. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, name, err := feed.Open[lac.TradeRecord](DefaultSource, path)
	if err != nil {
		return nil, err
	}
	return &Reader{Name: name, feed: f}, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error { return r.feed.Close() }

// All returns the records that are still to be read, in the order of the table,
// those of one row by flow: exports, imports, turnover.
//
// An error that is a [*lac.RowError] rejects one figure or one row, and reading
// goes on unless Strict is set. Any other error ends the sequence; so does the end
// of the table, without an error. The record beside an error is zero.
func (r *Reader) All(ctx context.Context) iter.Seq2[lac.TradeRecord, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the records that are still to be read and the errors of what
// was rejected: the first 10,000, [Reader.Stats] counts them all. The last result
// is the error that ended reading before the end of the table, if any; what was
// read before it is returned all the same.
func (r *Reader) ReadAll(ctx context.Context) ([]lac.TradeRecord, []*lac.RowError, error) {
	return r.feed.ReadAll(ctx, r.format())
}

// Stats returns the counts so far.
func (r *Reader) Stats() lac.Stats { return r.feed.Stats() }

// SourceRecord returns the source that the records name. The day of retrieval
// is not in the table: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	return lac.Source{
		ID:        r.source(),
		Publisher: "General Administration of Customs of China",
		Title:     feed.Title("Imports and exports by country (region)", r.Name),
		URL:       "http://www.customs.gov.cn/",
		Basis:     "China customs, as published",
	}
}

func (r *Reader) source() string { return cmp.Or(r.Source, DefaultSource) }

// format returns what the feed must know of the reader.
func (r *Reader) format() feed.Format[lac.TradeRecord] {
	return feed.Format[lac.TradeRecord]{Name: cmp.Or(r.Name, r.source()), Strict: r.Strict, Unit: "figures", Begin: r.begin}
}

// begin reads the header.
func (r *Reader) begin(text *feed.Text) (feed.Next[lac.TradeRecord], error) {
	if isPublished(text.Start) {
		t := &published{Table: feed.OpenRows(text, r.MaxRowBytes), source: r.source(), stats: r.feed.Count()}
		if err := t.begin(text.Title, cmp.Or(r.Year, yearIn(r.Name)), r.Currency); err != nil {
			return nil, err
		}
		return feed.Several(t.next), nil
	}
	rows, err := feed.OpenTable(text, r.MaxRowBytes)
	if err != nil {
		return nil, err
	}
	if isQuery(rows) {
		q, err := newQuery(rows, r.source(), r.Name, r.Flow, r.Currency, r.feed.Count())
		if err != nil {
			return nil, err
		}
		return q.Trade(r.feed.Count(), q.row), nil
	}
	t := &table{Table: rows, source: r.source(), stats: r.feed.Count(), year: r.Year, cumulative: r.Cumulative, currency: r.Currency, unit: decimal.NewFromInt(10_000)}
	switch r.Currency {
	case lac.Currency(0):
		t.currency = lac.CNY
	case lac.CNY:
	case lac.USD:
		t.unit = decimal.NewFromInt(1000)
	default:
		return nil, fmt.Errorf("%w: China customs publish no table in %v", lac.ErrUnknownCode, r.Currency)
	}
	if t.year == 0 {
		t.year = yearIn(r.Name)
	}
	if t.year < 1000 || t.year > 9999 {
		return nil, fmt.Errorf("%w: the table does not name its year, nor does the file: set Reader.Year", lac.ErrMissing)
	}
	if err := t.readHeader(); err != nil {
		return nil, err
	}
	var all []feed.Result[lac.TradeRecord]
	var end error // nil until all are read
	return feed.Several(func(into []feed.Result[lac.TradeRecord]) ([]feed.Result[lac.TradeRecord], error) {
		if end != nil {
			return nil, end
		}
		all, end = t.checked()
		if len(all) == 0 {
			return nil, end
		}
		return all, nil
	}), nil
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
