package parquet

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// blockRows is how many rows of a group are made into texts at once.
const blockRows = 256

// A row is the texts of one, or why there are none.
type row struct {
	cells    []string
	rejected *lac.RowError
}

// A group reads one row group.
type group struct {
	columns []column
	values  []parquet.ColumnChunkValueReader
	left    int64
	buf     [blockRows]parquet.Value
}

// open checks the pages of a row group and begins to read it.
func (f *contents) open(i int, of parquet.RowGroup, columns []column) (g *group, err error) {
	g = &group{columns: columns, left: of.NumRows()}
	defer caught(&err)
	if err := f.checkPages(i, columns); err != nil {
		return g, err
	}
	chunks := of.ColumnChunks()
	for _, c := range columns {
		if n := chunks[c.at].NumValues(); n != g.left {
			return g, fmt.Errorf("column %q: %w: %d values for %d rows", feed.Shorten(c.name), lac.ErrSyntax, n, g.left)
		}
		g.values = append(g.values, parquet.NewColumnChunkValueReader(chunks[c.at]))
	}
	return g, nil
}

// next returns the next rows of the group, or [io.EOF] after the last.
func (g *group) next() (rows []row, err error) {
	defer caught(&err)
	if g.left <= 0 {
		return nil, io.EOF
	}
	rows = make([]row, min(g.left, blockRows))
	cells := make([]string, len(rows)*len(g.columns))
	for i := range rows {
		rows[i].cells, cells = cells[:len(g.columns):len(g.columns)], cells[len(g.columns):]
	}
	for i, c := range g.columns {
		for done := 0; done < len(rows); {
			n, err := g.values[i].ReadValues(g.buf[:len(rows)-done])
			if n == 0 {
				if err == nil || err == io.EOF {
					err = io.ErrUnexpectedEOF
				}
				return nil, fmt.Errorf("column %q: %w: %w", feed.Shorten(c.name), lac.ErrSyntax, err)
			}
			for _, v := range g.buf[:n] {
				if !v.IsNull() {
					rows[done].set(i, c, v)
				}
				done++
			}
		}
	}
	g.left -= int64(len(rows))
	return rows, nil
}

// set sets a cell to the text of a value, or rejects the row.
func (r *row) set(i int, c column, v parquet.Value) {
	text, err := c.text(v)
	if err != nil && r.rejected == nil {
		r.rejected = &lac.RowError{Column: i + 1, Field: c.name, Text: feed.Shorten(text), Err: err}
	}
	r.cells[i] = text
}

func (g *group) close() {
	for _, v := range g.values {
		_ = v.Close() // what is read does not change by it
	}
}

// caught makes an error of a panic, with which the library that reads Parquet answers
// much of what no file should have.
func caught(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("parquet: %w: malformed: %v", lac.ErrSyntax, p)
	}
}
