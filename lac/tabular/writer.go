package tabular

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A Writer writes records R as a table in CSV, with a header and lines that end in
// LF. What it has written, a [Reader] reads and a Writer writes again to the same
// bytes. Set the exported fields before the first record.
type Writer[R Record] struct {
	// Comma is the byte between cells, a comma if zero.
	Comma byte
	// NoFormulas refuses a record with a text that a spreadsheet would take for a
	// formula when it opens the table: one that begins with =, +, -, @, a tab or a
	// carriage return. Such a text is written as it is otherwise, for a mark before
	// it would change it.
	NoFormulas bool

	w       *bufio.Writer
	form    *form
	columns []string
	row     []byte
	begun   bool
}

// NewWriter returns a writer to w, which has all of a table after [Writer.Flush].
func NewWriter[R Record](w io.Writer) *Writer[R] {
	f := formOf(reflect.TypeFor[R]())
	return &Writer[R]{w: bufio.NewWriter(w), form: f, columns: f.columns()}
}

// Write writes one record. It errs as [lac.Source.Validate] and its like if the
// record is not valid; with a [*lac.FieldError] if a text in it is not UTF-8, or is
// a formula that is to be refused; and with the error of the underlying writer.
// Nothing of a record that is refused is written.
func (w *Writer[R]) Write(record R) error {
	v := reflect.ValueOf(&record).Elem()
	if err := validate(v); err != nil {
		return err
	}
	if err := w.header(); err != nil {
		return err
	}
	w.row = w.row[:0]
	var refused *lac.FieldError
	column := 0
	err := w.form.appendCells(v, make([]byte, 0, 64), func(f *form, text []byte) {
		if w.NoFormulas && refused == nil && f.kind == textKind && isFormula(text) {
			refused = &lac.FieldError{Field: w.columns[column], Text: feed.Shorten(string(text)),
				Err: fmt.Errorf("%w: a spreadsheet would take it for a formula", lac.ErrSyntax)}
		}
		column++
		w.cell(text)
	})
	if err == nil && refused != nil {
		err = refused
	}
	if err != nil {
		return ofRecord(v, w.form, err)
	}
	return w.end()
}

// ofRecord returns err with the ID of the record.
func ofRecord(record reflect.Value, f *form, err error) error {
	if e, ok := err.(*lac.FieldError); ok {
		e.Record = record.Field(f.field("id")).String()
	}
	return err
}

func isFormula(text []byte) bool {
	return len(text) > 0 && strings.IndexByte("=+-@\t\r", text[0]) >= 0
}

// header writes the header unless it stands already.
func (w *Writer[R]) header() error {
	if w.begun {
		return nil
	}
	if w.Comma == 0 {
		w.Comma = ','
	}
	if err := (&Mapping{Comma: string([]byte{w.Comma})}).check(); err != nil {
		return err
	}
	w.begun = true
	w.row = w.row[:0]
	for _, name := range w.columns {
		w.cell([]byte(name))
	}
	return w.end()
}

// cell appends a cell to the row.
func (w *Writer[R]) cell(text []byte) {
	if bytes.IndexByte(text, w.Comma) < 0 && !bytes.ContainsAny(text, "\"\r\n") {
		w.row = append(append(w.row, text...), w.Comma)
		return
	}
	w.row = append(w.row, '"')
	for _, c := range text {
		if c == '"' {
			w.row = append(w.row, '"')
		}
		w.row = append(w.row, c)
	}
	w.row = append(w.row, '"', w.Comma)
}

// end ends the row.
func (w *Writer[R]) end() error {
	w.row[len(w.row)-1] = '\n'
	_, err := w.w.Write(w.row)
	return err
}

// Flush writes what is buffered, and a header if there was no record.
func (w *Writer[R]) Flush() error {
	if err := w.header(); err != nil {
		return err
	}
	return w.w.Flush()
}

// WriteAll writes records until one errs, and flushes.
func (w *Writer[R]) WriteAll(records iter.Seq[R]) error {
	for r := range records {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.Flush()
}

// appendCells calls cell with the text of each column that value v has, in the
// order of [form.columns]. The text is valid during the call only. An error is a
// [*lac.FieldError].
func (f *form) appendCells(v reflect.Value, buf []byte, cell func(f *form, text []byte)) error {
	switch f.kind {
	case partKind:
		for i, p := range f.fields {
			if err := p.form.appendCells(v.Field(i), buf, cell); err != nil {
				return under(p.name, err)
			}
		}
		return nil
	case amountKind:
		text, err := appendScalar(buf, v, f)
		number, unit, _ := bytes.Cut(text, []byte{' '})
		cell(f, number)
		cell(f, unit)
		return err
	case listKind:
		text, err := appendList(buf, v, f)
		cell(f, text)
		return err
	}
	text, err := appendScalar(buf, v, f)
	cell(f, text)
	return err
}
