package feed

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
)

// CSV returns rows as a table in CSV, for readers that take no rows. A row that an error
// rejects is one cell with the error, so that a reader of several columns rejects it too,
// and notes, if it is set, is called with it; an empty row is an empty line. Any other error
// ends reading. Closing it ends the sequence.
func CSV(rows iter.Seq2[[]string, error], notes func(*lac.RowError)) io.ReadCloser {
	next, stop := iter.Pull2(rows)
	return &csvText{next: next, stop: stop, notes: notes}
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

// write writes the next row, or returns what ends the rows.
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
	case len(row) == 0: // lines are those of the rows
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
