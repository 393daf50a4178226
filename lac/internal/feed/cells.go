package feed

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// Cells are the fields of one row of a table. They keep the first reason for which
// the row is rejected.
type Cells struct {
	Rejected *lac.RowError
	// Decimal is the mark before decimals, and Grouping the one between groups of
	// three digits; zero: a point, and none.
	Decimal, Grouping byte

	table *Table
	row   *csvscan.Row
}

// NextCells returns the cells of the next row, or what ends the table. Those of a row
// that is rejected say so and have no text.
func (t *Table) NextCells() (Cells, error) {
	row, rejected, err := t.Next()
	return Cells{Rejected: rejected, table: t, row: row}, err
}

// Records returns a Next of a table. The function makes the records of a row and adds
// each of them. One that is added while the cells are rejected is rejected, with that
// reason, and the next of its row is read. A row of which nothing is added, though
// nothing is wrong with it, is left out, and counted if the function has counted nothing.
func Records[R any](t *Table, stats *lac.Stats, row func(c *Cells, add func(R))) Next[R] {
	var c Cells
	var results []Result[R]
	add := func(r R) {
		if c.Rejected != nil {
			r = *new(R)
		}
		results = append(results, Result[R]{Record: r, Rejected: c.Rejected})
		c.Rejected = nil
	}
	return Several(func(into []Result[R]) (_ []Result[R], err error) {
		if c, err = t.NextCells(); err != nil {
			return nil, err
		}
		results = into
		before := stats.LeftOut
		if c.Rejected == nil {
			row(&c, add)
		}
		switch {
		case c.Rejected != nil:
			add(*new(R))
		case len(results) == 0 && stats.LeftOut == before:
			stats.LeftOut++
		}
		return results, nil
	})
}

// Trade is as the function Records, of trade. A record without a value states no
// valuation.
func (t *Table) Trade(stats *lac.Stats, row func(c *Cells, add func(lac.TradeRecord))) Next[lac.TradeRecord] {
	var next func(lac.TradeRecord)
	add := func(r lac.TradeRecord) {
		if !r.Value.IsReported() {
			r.Valuation = lac.NotStated
		}
		next(r)
	}
	return Records(t, stats, func(c *Cells, to func(lac.TradeRecord)) {
		next = to
		row(c, add)
	})
}

// Text returns a field without surrounding space; empty if there is no such column,
// which is below zero.
func (c *Cells) Text(i int) string {
	if i < 0 || c.Rejected != nil {
		return ""
	}
	return Field(c.row, i)
}

// Line returns the line of the row.
func (c *Cells) Line() int {
	if c.row == nil {
		return c.Rejected.Line
	}
	return c.row.Line()
}

// Fail rejects the row for a field.
func (c *Cells) Fail(i int, err error) {
	if c.Rejected != nil {
		return
	}
	if i < 0 {
		c.Rejected = &lac.RowError{Line: c.row.Line(), Err: err}
		return
	}
	c.Rejected = c.table.Reject(c.row, i, err)
}

// ID returns the ID of the row's record, with a suffix that tells the records of a row
// apart.
func (c *Cells) ID(source, suffix string) string {
	return source + "#" + strconv.Itoa(c.Line()) + suffix
}

// Area returns the area that a field names.
func (c *Cells) Area(i int, parse func(string) (lac.Area, error)) lac.Area {
	s := c.Text(i)
	if s == "" {
		c.Fail(i, lac.ErrMissing)
		return 0
	}
	a, err := parse(s)
	if err != nil {
		c.Fail(i, err)
	}
	return a
}

// plain returns a number without marks of groups, and with a point before decimals.
func (c *Cells) plain(s string) (string, error) {
	if c.Decimal == 0 && c.Grouping == 0 {
		return s, nil
	}
	whole, decimals, fraction := s, "", false
	if c.Decimal != 0 {
		whole, decimals, fraction = strings.Cut(s, string(c.Decimal))
	} else {
		whole, decimals, fraction = strings.Cut(s, ".")
	}
	if c.Grouping != 0 {
		groups := strings.Split(whole, string(c.Grouping))
		for i, g := range groups {
			if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (g == "" || len(strings.TrimLeft(g, "+-")) > 3) {
				return "", fmt.Errorf("%w: want groups of three digits", lac.ErrSyntax)
			}
		}
		whole = strings.Join(groups, "")
	}
	if fraction {
		whole += "." + decimals
	}
	if strings.ContainsAny(whole+decimals, ",") || strings.Contains(decimals, ".") {
		return "", fmt.Errorf("%w: a mark that is no decimal mark", lac.ErrSyntax)
	}
	return whole, nil
}

// missing reports whether a field says that there is no value.
func missing(s string) bool {
	switch s {
	case "", "-", "--", "NA", "N/A", "nan", "NaN", ":", "..", "null", "NULL", "n.a.":
		return true
	}
	return false
}

// Amount returns so many times an amount, which must not be negative; not reported if
// the field is empty.
func (c *Cells) Amount(i int, currency lac.Currency, times int64) lac.Money {
	s := c.Text(i)
	if missing(s) {
		return lac.Money{}
	}
	plain, err := c.plain(s)
	var m lac.Money
	if err == nil {
		m, err = Amount(plain, currency, times)
	}
	if err != nil {
		c.Fail(i, err)
	}
	return m
}

// Amount returns so many times an amount, which must not be negative.
func Amount(s string, currency lac.Currency, times int64) (lac.Money, error) {
	m, err := lac.ParseAmount(s, currency)
	switch {
	case err != nil:
		return lac.Money{}, err
	case m.Sign() < 0:
		return lac.Money{}, fmt.Errorf("%w: negative", lac.ErrRange)
	case times == 1:
		return m, nil
	}
	return m.Mul(decimal.NewFromInt(times))
}

// Quantity returns so many times a quantity, which must not be negative; not reported
// if the field is empty or 0, as sources print what they do not know.
func (c *Cells) Quantity(i int, unit lac.Unit, times int64) lac.Quantity {
	s := c.Text(i)
	if missing(s) {
		return lac.Quantity{}
	}
	plain, err := c.plain(s)
	var q lac.Quantity
	if err == nil {
		q, err = lac.ParseNumber(plain, unit)
	}
	if err == nil && q.Sign() < 0 {
		err = fmt.Errorf("%w: negative", lac.ErrRange)
	}
	if err == nil && times != 1 {
		q, err = lac.NewQuantity(q.Amount().Mul(decimal.NewFromInt(times)), unit)
	}
	switch {
	case err != nil:
		c.Fail(i, err)
	case q.Sign() == 0:
		return lac.Quantity{}
	}
	return q
}

// Period returns the period that a field names.
func (c *Cells) Period(i int, parse func(string) (lac.Period, error)) lac.Period {
	p, err := parse(c.Text(i))
	if err != nil {
		c.Fail(i, err)
	}
	return p
}

// Year returns the year of a field.
func (c *Cells) Year(i int) lac.Period {
	s := c.Text(i)
	p, err := lac.ParsePeriod(s)
	switch {
	case s == "":
		c.Fail(i, lac.ErrMissing)
	case len(s) != 4 || err != nil:
		c.Fail(i, fmt.Errorf("%w: want a year", lac.ErrSyntax))
		return lac.Period{}
	}
	return p
}

// Month returns the month that two fields name, or one that has the year before it,
// in which case both are the same.
func (c *Cells) Month(year, month int) lac.Period {
	y, m, at := c.Text(year), c.Text(month), month
	if year == month && len(y) >= 6 {
		y, m = y[:4], strings.TrimLeft(y[4:], "-M/")
	}
	if y == "" || m == "" {
		c.Fail(at, lac.ErrMissing)
		return lac.Period{}
	}
	n, err := strconv.Atoi(m)
	number, yearErr := strconv.Atoi(y)
	switch {
	case yearErr != nil || len(y) != 4:
		c.Fail(year, fmt.Errorf("%w: want a year", lac.ErrSyntax))
	case err != nil || len(m) > 2:
		c.Fail(at, fmt.Errorf("%w: want a month from 1 to 12", lac.ErrSyntax))
	case n < 1 || n > 12 || number < 1000:
		c.Fail(at, fmt.Errorf("%w: want a month from 1 to 12", lac.ErrRange))
	default:
		return lac.Month(number, time.Month(n))
	}
	return lac.Period{}
}

// Commodity returns the goods that a field has in an edition of a nomenclature.
func (c *Cells) Commodity(i int, edition string) lac.Commodity {
	s := c.Text(i)
	if s == "" {
		c.Fail(i, lac.ErrMissing)
		return 0
	}
	g, err := lac.CommodityOf(edition, s)
	if err == nil && len(s)%2 == 1 && strings.HasPrefix(edition, "H") && strings.Trim(s, "0123456789") == "" {
		err = fmt.Errorf("%w: an odd number of digits: a leading zero may be lost", lac.ErrSyntax)
	}
	if err != nil {
		c.Fail(i, err)
	}
	return g
}

// HarmonizedSystem returns the edition of the Harmonized System that is in force on a
// day, as [lac.Commodity] marks it.
func HarmonizedSystem(on lac.Period) string {
	switch year := on.First().Year(); {
	case year >= 2022:
		return "H6"
	case year >= 2017:
		return "H5"
	case year >= 2012:
		return "H4"
	case year >= 2007:
		return "H3"
	case year >= 2002:
		return "H2"
	case year >= 1996:
		return "H1"
	}
	return "H0"
}

// At returns the first column that has one of the given names, folded; -1 if there is
// none.
func (t *Table) At(names ...string) int {
	for _, name := range names {
		for i, known := range t.Header {
			if Fold(known) == Fold(name) {
				return i
			}
		}
	}
	return -1
}

// OneOf is as At, and adds the first of the names to missing if there is none.
func (t *Table) OneOf(missing *[]string, names ...string) int {
	i := t.At(names...)
	if i < 0 {
		*missing = append(*missing, names[0])
	}
	return i
}
