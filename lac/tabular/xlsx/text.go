package xlsx

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
)

// Text returns a sheet as text with commas, of the first if the name is empty, for the
// readers of sources that publish workbooks:
//
//	r := census.NewReader(w.Text(""))
//
// A line is a row. Of a row with a cell that is no value the first cell says why, so
// that the reader rejects it. Reading errs as [Workbook.Rows].
func (w *Workbook) Text(sheet string) io.Reader { return &text{rows: w.Rows(sheet)} }

type text struct {
	rows iter.Seq2[[]string, error]
	next func() ([]string, error, bool)
	stop func()

	width int
	out   bytes.Buffer
	err   error
}

func (t *text) Read(b []byte) (int, error) {
	if t.next == nil {
		t.next, t.stop = iter.Pull2(t.rows)
	}
	for t.out.Len() == 0 && t.err == nil {
		if t.err = t.row(); t.err != nil {
			t.stop()
		}
	}
	if t.out.Len() == 0 {
		return 0, t.err
	}
	return t.out.Read(b)
}

// row writes the next row.
func (t *text) row() error {
	cells, err, ok := t.next()
	if !ok {
		return io.EOF
	}
	var rejected *lac.RowError
	switch {
	case errors.As(err, &rejected):
		cells = make([]string, max(1, t.width))
		cells[0] = rejected.Error()
	case err != nil:
		return err
	case len(cells) == 0:
		t.out.WriteByte('\n')
		return nil
	}
	t.width = max(t.width, len(cells))
	c := csv.NewWriter(&t.out)
	if err := c.Write(cells); err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}
