package tabular

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A LineReader reads JSON Lines: a record of whatever family on each line, an
// object with the record's fields and "family". It also reads an array of such objects,
// objects that are each over several lines, and bundles: the JSON of [lac.Records], of
// any length. Set the exported fields before the first read.
type LineReader struct {
	// Name is the file's name, for errors.
	Name string
	// Strict ends reading at the first rejected line.
	Strict bool
	// MaxRowBytes is the length above which a line is rejected, [DefaultRowBytes]
	// if zero. Reading takes a few times that much memory at most, and 32 MiB for
	// the lists of a record.
	MaxRowBytes int

	text  *bufio.Reader
	line  []byte
	lines int
	feed  feed.Feed[any]
}

// NewLineReader returns a reader of JSON Lines, which may be compressed with gzip or ZIP.
func NewLineReader(r io.Reader) *LineReader { return &LineReader{feed: feed.New[any](r)} }

// OpenLines opens a file of JSON Lines, which may be compressed with gzip or ZIP. It errs
// as [Open].
func OpenLines(path string) (*LineReader, error) {
	f, name, err := feed.Open[any]("tabular", path)
	if err != nil {
		return nil, err
	}
	return &LineReader{Name: name, feed: f}, nil
}

// Close closes the file that [OpenLines] opened. For other readers it does nothing.
func (r *LineReader) Close() error { return r.feed.Close() }

// All returns the records that are still to be read, in the order of the lines: a
// [lac.Source], [lac.TradeRecord] or another of the types of [Record]. Errors are as
// those of [Reader.All]; a line without a record counts as a row that is rejected,
// but an empty line is no row.
func (r *LineReader) All(ctx context.Context) iter.Seq2[any, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the records that are still to be read, with the other results of
// [Reader.ReadAll].
func (r *LineReader) ReadAll(ctx context.Context) (lac.Records, []*lac.RowError, error) {
	var records lac.Records
	rejected, err := r.feed.Each(ctx, r.format(), func(record any) error {
		familyOfRecord(record).add(&records, record)
		return nil
	})
	return records, rejected, err
}

// Stats returns the counts so far.
func (r *LineReader) Stats() lac.Stats { return r.feed.Stats() }

// format returns what the feed must know of the reader. Lines are UTF-8: what is not
// is rejected.
func (r *LineReader) format() feed.Format[any] {
	return feed.Format[any]{Name: cmp.Or(r.Name, "lines"), Strict: r.Strict, Unit: "lines", Begin: func(text *feed.Text) (feed.Next[any], error) {
		r.text = bufio.NewReader(text)
		bundle := isBundle(text.Start)
		if bundle || isDocument(text.Start) {
			d := document{text: r.text, most: r.maxRowBytes(), line: 1, isBundle: bundle}
			return func() (any, *lac.RowError, error) {
				if err := d.next(); err != nil {
					return nil, nil, err
				}
				record, rejected := d.parse()
				return record, rejected, nil
			}, nil
		}
		return r.next, nil
	}}
}

// next returns the next record, or why its line is rejected, or what ends reading.
func (r *LineReader) next() (any, *lac.RowError, error) {
	record, rejected, err := r.read()
	if rejected != nil {
		rejected.Line = r.lines
	}
	return record, rejected, err
}

// read reads up to a line that is not empty, and what is in it.
func (r *LineReader) read() (any, *lac.RowError, error) {
	for {
		long, err := r.readLine()
		switch {
		case err != nil:
			return nil, nil, err
		case long:
			return nil, &lac.RowError{Err: fmt.Errorf("%w: line of more than %d bytes", lac.ErrRange, r.maxRowBytes())}, nil
		case len(bytes.TrimSpace(r.line)) > 0:
			record, rejected := parseLine(r.line)
			return record, rejected, nil
		}
	}
}

func (r *LineReader) maxRowBytes() int {
	if r.MaxRowBytes <= 0 {
		return DefaultRowBytes
	}
	return r.MaxRowBytes
}

// readLine reads a line, without its end, and reports whether it is too long to be
// kept. A last line need not have an end.
func (r *LineReader) readLine() (long bool, err error) {
	r.line = r.line[:0]
	for {
		part, err := r.text.ReadSlice('\n')
		if long = long || len(r.line)+len(part) > r.maxRowBytes(); !long {
			r.line = append(r.line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && (long || len(r.line) > 0), err == nil:
			if r.lines++; r.lines == 1 {
				r.line = bytes.TrimPrefix(r.line, []byte("\uFEFF"))
			}
			r.line = bytes.TrimSuffix(bytes.TrimSuffix(r.line, []byte("\n")), []byte("\r"))
			return long, nil
		default:
			return false, err
		}
	}
}

// parseLine makes a record of a line.
func parseLine(line []byte) (any, *lac.RowError) { return parseObject(line, nil) }

// familyOfRecord returns the family of a record; nil if it is none.
func familyOfRecord(record any) *family {
	t := reflect.TypeOf(record)
	at := slices.IndexFunc(families(), func(f family) bool { return f.form.typ == t })
	if at < 0 {
		return nil
	}
	return &families()[at]
}

// A LineWriter writes records of whatever family as JSON Lines, in the JSON form
// that package lac gives them, after their family. What it has written, a
// [LineReader] reads and a LineWriter writes again to the same bytes.
type LineWriter struct {
	w    *bufio.Writer
	line []byte
}

// NewLineWriter returns a writer to w, which has all lines after
// [LineWriter.Flush].
func NewLineWriter(w io.Writer) *LineWriter { return &LineWriter{w: bufio.NewWriter(w)} }

// Write writes one record, of one of the types of [Record]. It errs as
// [Writer.Write], and with [lac.ErrUnknownCode] if it is of another type.
func (w *LineWriter) Write(record any) error {
	f := familyOfRecord(record)
	if f == nil {
		return fmt.Errorf("record of type %T: %w", record, lac.ErrUnknownCode)
	}
	v := reflect.New(f.form.typ).Elem()
	v.Set(reflect.ValueOf(record))
	if err := validate(v); err != nil {
		return err
	}
	w.line = append(append(append(w.line[:0], `{"family":"`...), f.name...), '"')
	var err error
	if w.line, err = appendMembers(w.line, v, f.form); err != nil {
		return ofRecord(v, f.form, err)
	}
	w.line = append(w.line, '\n')
	_, err = w.w.Write(w.line)
	return err
}

// Flush writes what is buffered.
func (w *LineWriter) Flush() error { return w.w.Flush() }

// WriteDataset writes the sources and records of a dataset, family by family in
// the order of [lac.Records] and each in that of its IDs, and flushes.
func (w *LineWriter) WriteDataset(data *lac.Dataset) error {
	for _, f := range families() {
		for record := range f.all(data) {
			if err := w.Write(record); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}
