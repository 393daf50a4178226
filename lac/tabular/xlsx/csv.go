package xlsx

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
)

// CSV returns a sheet, the first if the name is empty, as a table in CSV, for readers
// that take no rows: AidData's workbook is read by
//
//	r := gcdf.NewReader(w.CSV("GCDF_3.0"))
//
// and a sheet of any source by [load.Read]. Cells are as [Workbook.Rows] gives them. A
// row with a cell that is no value is one cell that says why, so that a reader of
// several columns rejects it; [Workbook.Notes] is told. Close it when it is not read to
// its end.
//
// [load.Read]: https://pkg.go.dev/github.com/sinolac/sinolac/lac/load#Read
func (w *Workbook) CSV(sheet string) io.ReadCloser {
	next, stop := iter.Pull2(w.Rows(sheet))
	return &csvText{next: next, stop: stop, notes: w.Notes}
}

// A csvText writes rows as they are read.
type csvText struct {
	next  func() ([]string, error, bool)
	stop  func()
	notes func(*lac.RowError)
	text  bytes.Buffer
	end   error
}

func (c *csvText) Read(b []byte) (int, error) {
	for c.text.Len() == 0 && c.end == nil {
		c.end = c.write()
	}
	if c.text.Len() == 0 {
		return 0, c.end
	}
	return c.text.Read(b)
}

// write writes the next row, or returns what ends the sheet.
func (c *csvText) write() error {
	row, err, ok := c.next()
	if !ok {
		return io.EOF
	}
	var rejected *lac.RowError
	switch {
	case errors.As(err, &rejected):
		if c.notes != nil {
			c.notes(rejected)
		}
		row = []string{rejected.Error()}
	case err != nil:
		return err
	case len(row) == 0: // lines are those of the sheet
		return c.text.WriteByte('\n')
	}
	w := csv.NewWriter(&c.text)
	if err := w.Write(row); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}

func (c *csvText) Close() error {
	c.stop()
	return nil
}
