package tabular

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A row is a row of cells with the places where they stand.
type row interface {
	Len() int
	Line() int
	Field(i int) []byte
	Position(i int) (line, column int)
}

// text returns what a slot's cell in a row says.
func (l *layout) text(r row, s *slot) (string, error) {
	if s.text.cell < 0 {
		return s.text.constant, nil
	}
	if s.name == "period" && l.month >= 0 {
		return l.period(r)
	}
	text, err := l.mapping.cell(feed.String(r.Field(s.text.cell)), s.place.form, s.values)
	if err == nil && text != "" && text != "TOTAL" && l.mapping.Edition != "" && s.place.form.typ == typeCommodity && !strings.Contains(text, ":") {
		text = l.mapping.Edition + ":" + text
	}
	return text, err
}

// period returns the period whose year and month stand in two columns; the year if
// there is no month.
func (l *layout) period(r row) (string, error) {
	year, month := strings.TrimSpace(feed.String(r.Field(l.year))), strings.TrimSpace(feed.String(r.Field(l.month)))
	switch {
	case year == "" || month == "" || month == "0":
		return year, nil
	case len(year) != 4:
		return "", fmt.Errorf("%w: want a year", lac.ErrSyntax)
	}
	n, err := strconv.Atoi(month)
	if err != nil || n < 1 || n > 12 {
		return "", fmt.Errorf("%w: month %q: want one from 1 to 12", lac.ErrRange, feed.Shorten(month))
	}
	return fmt.Sprintf("%s-%02d", year, n), nil
}

// set sets the slot's place in a record to text, in a unit if it is apart.
func (s *slot) set(record reflect.Value, text, unit string) error {
	if text == "" {
		return nil
	}
	f := s.place.form
	if s.scale != nil {
		number, after, _ := strings.Cut(text, " ")
		d, err := parseNumber(number)
		if err == nil {
			if d, err = d.Mul(*s.scale); err != nil {
				err = fmt.Errorf("%w: %w", lac.ErrRange, err)
			}
		}
		if err != nil {
			return err
		}
		text = strings.TrimSuffix(d.String()+" "+after, " ")
	}
	v := s.place.in(record)
	switch {
	case f.kind == listKind:
		return setList(v, f, text)
	case s.unit != nil:
		return setAmount(v, f, text, unit)
	}
	return setScalar(v, f, text)
}

// read sets a record, which is zero, to what a row says.
func (l *layout) read(r row, record reflect.Value) *lac.RowError {
	n, want := r.Len(), len(l.header)
	for n > want && len(r.Field(n-1)) == 0 {
		n--
	}
	if n != want {
		return &lac.RowError{Line: r.Line(), Err: fmt.Errorf("%w: %d cells, but the header has %d", lac.ErrSyntax, n, want)}
	}
	for _, i := range l.blank {
		if len(r.Field(i)) > 0 {
			return l.wrong(r, origin{cell: i}, "", fmt.Errorf("%w: a cell in a column without a name", lac.ErrSyntax))
		}
	}
	for i := range l.slots {
		s := &l.slots[i]
		text, err := l.text(r, s)
		var unit string
		if err == nil && s.unit != nil && text != "" {
			if unit, err = l.text(r, s.unit); err == nil {
				err = checkUnit(s.place.form, unit)
			}
			if err != nil {
				return l.wrong(r, s.unit.text, s.unit.name, err)
			}
		}
		if err == nil {
			err = s.set(record, text, unit)
		}
		if err != nil {
			return l.wrong(r, s.text, s.name, err)
		}
	}
	l.fill(r, record)
	l.detail(r, record)
	if errs := fieldErrors(validate(record)); errs != nil {
		return l.invalid(r, errs[0])
	}
	return nil
}

// invalid returns the error of a record that is not valid, at the cell of the
// field that is wrong or of the list or part that the field is of.
func (l *layout) invalid(r row, e *lac.FieldError) *lac.RowError {
	at := slices.IndexFunc(l.slots, func(s slot) bool { return within(e.Field, s.name) })
	if at < 0 {
		at = slices.IndexFunc(l.slots, func(s slot) bool { return within(s.name, e.Field) })
	}
	switch {
	case at < 0:
		return l.wrong(r, origin{cell: -1}, e.Field, e.Err)
	case l.slots[at].name != e.Field:
		return l.wrong(r, l.slots[at].text, l.slots[at].name, fmt.Errorf("%s: %w", e.Field, e.Err))
	}
	return l.wrong(r, l.slots[at].text, e.Field, e.Err)
}

// fill sets the source and the ID of a record whose table has no column for them.
func (l *layout) fill(r row, record reflect.Value) {
	source := l.form.field("source")
	if source < 0 {
		return
	}
	if _, ok := l.given["source"]; !ok {
		record.Field(source).SetString(l.source)
	}
	if _, ok := l.given["id"]; !ok {
		id := record.Field(source).String() + "#" + strconv.Itoa(r.Line())
		record.Field(l.form.field("id")).SetString(id)
	}
}

// detail sets what tells a record of trade apart to the cells of columns that the
// mapping leaves out by their names, so that equal rows of two ports are two.
func (l *layout) detail(r row, record reflect.Value) {
	trade, ok := record.Addr().Interface().(*lac.TradeRecord)
	if !ok || trade.Breakdown.Detail != "" {
		return
	}
	var cells []string
	for _, i := range l.details {
		if s := strings.TrimSpace(feed.String(r.Field(i))); s != "" && len(s) <= 100 {
			cells = append(cells, s)
		}
	}
	trade.Breakdown.Detail = strings.Join(cells, " ")
}

// malformed restates an error of the scanner.
func (l *layout) malformed(e *csvscan.RowError) *lac.RowError {
	rejected := &lac.RowError{Line: e.Line, Column: e.Column, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, e.Err)}
	if e.Column > 0 && e.Field < len(l.header) {
		rejected.Field = feed.Shorten(l.header[e.Field])
	}
	return rejected
}

// wrong returns the error of a row at the cell that is wrong.
func (l *layout) wrong(r row, at origin, name string, cause error) *lac.RowError {
	e := &lac.RowError{Line: r.Line(), Field: name, Text: feed.Shorten(at.constant), Err: cause}
	if at.cell >= 0 {
		_, e.Column = r.Position(at.cell)
		e.Field, e.Text = feed.Shorten(l.header[at.cell]), feed.Shorten(feed.String(r.Field(at.cell)))
	}
	return e
}
