package comtrade

import (
	"fmt"
	"strconv"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is the layout that a header gives.
type table struct {
	layout
	header []string
}

func newTable(header []string) (table, error) {
	t := table{layout: newLayout(), header: header}
	for i, name := range header {
		if err := t.add(i, name); err != nil {
			return table{}, fmt.Errorf("%w: header: %w", lac.ErrSyntax, err)
		}
	}
	if n := len(t.header); n > 1 && t.header[n-1] == "" {
		t.header = t.header[:n-1]
	}
	if missing := t.missing(); missing != nil {
		return table{}, fmt.Errorf("%w; the first of %d columns is %q", errNotATable(missing), len(t.header), feed.Shorten(t.header[0]))
	}
	return t, nil
}

// record makes a record of a row, or says why it cannot.
func (t *table) record(row *csvscan.Row, source string) (lac.TradeRecord, *lac.RowError) {
	n, want := row.Len(), len(t.header)
	if n != want && !(n == want+1 && len(row.Field(want)) == 0) {
		return lac.TradeRecord{}, &lac.RowError{
			Line: row.Line(),
			Err:  fmt.Errorf("%w: %d fields, but the header has %d", lac.ErrSyntax, n, want),
		}
	}
	p := rowParser{fields: tableRow{t, row}, tariffLines: t.isTariffLines()}
	r, rejected := p.record()
	if rejected != nil {
		rejected.Line = row.Line()
		return r, rejected
	}
	r.ID, r.Source = source+"#"+strconv.Itoa(row.Line()), source
	return r, nil
}

// A tableRow is the fields of a table's row.
type tableRow struct {
	table *table
	row   *csvscan.Row
}

func (r tableRow) field(c column) []byte {
	if i := r.table.index[c]; i >= 0 {
		return r.row.Field(i)
	}
	return nil
}

func (r tableRow) place(c column) (name string, at int) {
	i := r.table.index[c]
	if i < 0 {
		return c.String(), 0
	}
	_, at = r.row.Position(i)
	return r.table.header[i], at
}
