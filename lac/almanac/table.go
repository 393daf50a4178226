package almanac

import (
	"encoding"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A row is one line of an embedded table, its cells by column name. It keeps
// the first error, so that a loader reads all its cells and then asks once.
type row struct {
	file  string
	line  int
	cells map[string]string
	err   error
}

// eachRow calls do for every row of an embedded file of tab-separated values
// with a header line.
func eachRow(file string, do func(*row)) error {
	text, err := files.ReadFile("data/" + file)
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	var errs []error
	for i, line := range lines[1:] {
		r := &row{file: file, line: i + 2, cells: map[string]string{}}
		cells := strings.Split(line, "\t")
		if len(cells) > len(header) {
			errs = append(errs, &lac.RowError{Source: file, Line: r.line, Err: fmt.Errorf("%w: %d cells, want %d", lac.ErrSyntax, len(cells), len(header))})
			continue
		}
		for j, cell := range cells {
			r.cells[header[j]] = cell
		}
		do(r)
		if r.err != nil {
			errs = append(errs, r.err)
		}
	}
	return errors.Join(errs...)
}

// text returns a cell as it stands.
func (r *row) text(column string) string { return r.cells[column] }

// into reads a cell into a value that has a text form.
func (r *row) into(column string, v encoding.TextUnmarshaler) {
	r.note(column, v.UnmarshalText([]byte(r.cells[column])))
}

func (r *row) note(column string, err error) {
	if err != nil && r.err == nil {
		r.err = &lac.RowError{Source: r.file, Line: r.line, Field: column, Text: r.cells[column], Err: err}
	}
}

func (r *row) area(column string) (a lac.Area)     { r.into(column, &a); return a }
func (r *row) period(column string) (p lac.Period) { r.into(column, &p); return p }

func (r *row) count(column string) int {
	if r.cells[column] == "" {
		return 0
	}
	n, err := strconv.Atoi(r.cells[column])
	r.note(column, err)
	return n
}

func (r *row) decimal(column string) decimal.Decimal {
	d, err := decimal.NewFromString(r.cells[column])
	r.note(column, err)
	return d
}

func (r *row) currency(column string) (c lac.Currency) { r.into(column, &c); return c }

// money reads an amount in a currency; an empty cell is not reported.
func (r *row) money(column string, c lac.Currency) lac.Money {
	if r.cells[column] == "" {
		return lac.Money{}
	}
	m, err := lac.ParseAmount(r.cells[column], c)
	r.note(column, err)
	return m
}

func (r *row) quantity(column, unit string) lac.Quantity {
	q, err := lac.ParseNumber(r.cells[column], lac.Unit(r.cells[unit]))
	r.note(column, err)
	return q
}

func (r *row) evidence() lac.Evidence { return lac.Evidence(r.cells["evidence"]) }
