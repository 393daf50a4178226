package wits

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
)

// The columns before the years, in the order of column.
var columns = [...]string{"Reporter", "Partner", "Product categories", "Indicator Type", "Indicator"}

const (
	colReporter = iota
	colPartner
	colProduct
	colType
	colIndicator
)

// A table is one that is being read.
type table struct {
	reporter lac.Area // of rows that do not name one
	scan     *csvscan.Scanner
	header   []string
	index    [len(columns)]int
	years    []yearColumn
}

type yearColumn struct {
	column int
	period lac.Period
}

// A figure is what became of a figure: a record, whose ID lacks the source, or
// why there is none.
type figure struct {
	record   lac.TradeRecord
	rejected *lac.RowError
}

func (t *table) readHeader() error {
	row, err := t.scan.Next()
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		return fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	case err == io.EOF:
		return fmt.Errorf("%w: no header, the table is empty", lac.ErrSyntax)
	case err != nil:
		return err
	}
	found := map[string]bool{}
	for i := range row.Len() {
		name := text(row, i)
		t.header = append(t.header, name)
		for c, known := range columns {
			if strings.EqualFold(name, known) {
				t.index[c] = i
				found[known] = true
			}
		}
		if len(name) != 4 {
			continue
		}
		period, err := lac.ParsePeriod(name)
		if err != nil || !period.IsYear() {
			continue
		}
		if found[name] {
			return fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, name)
		}
		found[name] = true
		t.years = append(t.years, yearColumn{i, period})
	}
	var missing []string
	for _, known := range columns {
		if !found[known] {
			missing = append(missing, known)
		}
	}
	if t.years == nil {
		missing = append(missing, "of years")
	}
	if missing != nil {
		return fmt.Errorf("%w: not a trade summary of WITS: expected also the columns %s; the first of %d columns is %q",
			lac.ErrSyntax, strings.Join(missing, ", "), len(t.header), plaintext.Shorten(t.header[0]))
	}
	return nil
}

// next returns what became of the figures of the next row, none if it is of
// another indicator than trade.
func (t *table) next(into []figure) (figures []figure, trade bool, err error) {
	into = into[:0]
	row, err := t.scan.Next()
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		rejected := &lac.RowError{Line: malformed.Line, Column: malformed.Column, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, malformed.Err)}
		if malformed.Column > 0 && malformed.Field < len(t.header) {
			rejected.Field = t.header[malformed.Field]
		}
		return append(into, figure{rejected: rejected}), true, nil
	case err != nil:
		return nil, false, err
	case row.Len() != len(t.header):
		return append(into, figure{rejected: &lac.RowError{
			Line: row.Line(), Err: fmt.Errorf("%w: %d fields, but the header has %d", lac.ErrSyntax, row.Len(), len(t.header)),
		}}), true, nil
	}
	base, factor, ok := t.measure(row)
	if !ok {
		return into, false, nil
	}
	var rejected *lac.RowError
	if base.Reporter, rejected = t.reporterOf(row); rejected == nil {
		base.Partner, rejected = t.partnerOf(row)
	}
	if rejected != nil {
		return append(into, figure{rejected: rejected}), true, nil
	}
	for _, y := range t.years {
		s := text(row, y.column)
		if s == "" {
			continue
		}
		value, err := amount(s, factor)
		if err != nil {
			into = append(into, figure{rejected: t.reject(row, y.column, err)})
			continue
		}
		record := base
		record.ID = strconv.Itoa(row.Line()) + "-" + y.period.String()
		record.Period, record.Value = y.period, value
		into = append(into, figure{record: record})
	}
	return into, true, nil
}

// measure returns flow and valuation of a row and what its figures are multiples
// of, if it is of the value of trade in all products.
func (t *table) measure(row *csvscan.Row) (r lac.TradeRecord, factor decimal.Decimal, ok bool) {
	indicator := text(row, t.index[colIndicator])
	switch {
	case text(row, t.index[colProduct]) != "All Products":
		return r, factor, false
	case strings.Contains(indicator, "US$ Mil"):
		factor = decimal.NewFromInt(1_000_000)
	case strings.Contains(indicator, "US$ Thousand"):
		factor = decimal.NewFromInt(1000)
	default:
		return r, factor, false
	}
	r.Commodity = lac.AllGoods
	switch text(row, t.index[colType]) {
	case "Export":
		r.Flow, r.Valuation = lac.Export, lac.FOB
	case "Import":
		r.Flow, r.Valuation = lac.Import, lac.CIF
	default:
		return r, factor, false
	}
	return r, factor, true
}

func (t *table) reporterOf(row *csvscan.Row) (lac.Area, *lac.RowError) {
	name := text(row, t.index[colReporter])
	if name == "" {
		if t.reporter == 0 {
			return 0, t.reject(row, t.index[colReporter], fmt.Errorf("%w, nor does the file's name tell: set Reader.Reporter", lac.ErrMissing))
		}
		return t.reporter, nil
	}
	a, err := lac.ParseArea(name)
	if err != nil {
		return 0, t.reject(row, t.index[colReporter], err)
	}
	return a, nil
}

func (t *table) partnerOf(row *csvscan.Row) (lac.Area, *lac.RowError) {
	name := text(row, t.index[colPartner])
	switch name {
	case "":
		return 0, t.reject(row, t.index[colPartner], lac.ErrMissing)
	case "Unspecified":
		return lac.AreasNES, nil
	}
	a, err := lac.ParseArea(name)
	if err != nil {
		return 0, t.reject(row, t.index[colPartner], err)
	}
	return a, nil
}

// amount returns so many times a figure in US dollars, which must not be negative.
func amount(s string, factor decimal.Decimal) (lac.Money, error) {
	m, err := lac.ParseAmount(s, lac.USD)
	if err != nil {
		return lac.Money{}, err
	}
	if m.Sign() < 0 {
		return lac.Money{}, fmt.Errorf("%w: negative", lac.ErrRange)
	}
	return m.Mul(factor)
}

func (t *table) reject(row *csvscan.Row, i int, err error) *lac.RowError {
	_, column := row.Position(i)
	return &lac.RowError{Line: row.Line(), Column: column, Field: t.header[i], Text: plaintext.Shorten(text(row, i)), Err: err}
}

// text returns a field without the space around it, read as ISO-8859-1 if it is
// not UTF-8.
func text(row *csvscan.Row, i int) string {
	return strings.TrimSpace(plaintext.String(row.Field(i)))
}
