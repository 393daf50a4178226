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
	if s.halves != nil {
		return l.period(r, s.halves)
	}
	if s.joined != nil {
		var texts []string
		for _, i := range s.joined {
			if text := strings.TrimSpace(feed.String(r.Field(i))); text != "" && !slices.Contains(l.mapping.Missing, text) {
				texts = append(texts, text)
			}
		}
		return strings.Join(texts, ", "), nil
	}
	cell := feed.String(r.Field(s.text.cell))
	text, err := l.mapping.cell(cell, s.place.form, s.values)
	if err == nil && text != "" && s.codes != nil {
		to, ok := s.codes[strings.TrimSpace(cell)]
		if !ok {
			return "", fmt.Errorf("%w: it is not in the list of the mapping", lac.ErrUnknownCode)
		}
		return to, nil
	}
	if err == nil && text != "" && text != "TOTAL" && l.mapping.Edition != "" && s.place.form.typ == typeCommodity && !strings.Contains(text, ":") {
		text = l.mapping.Edition + ":" + text
	}
	return text, err
}

// monthNames are the beginnings of the names of months in English, Spanish and
// Portuguese.
var monthNames = map[string]int{
	"jan": 1, "ene": 1, "feb": 2, "fev": 2, "mar": 3, "apr": 4, "abr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7,
	"aug": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10, "out": 10, "nov": 11, "dec": 12, "dic": 12, "dez": 12,
}

// period returns the period whose year and month stand in two columns; the year if
// there is no month.
func (l *layout) period(r row, h *halves) (string, error) {
	year, month := strings.TrimSpace(feed.String(r.Field(h.year))), strings.TrimSpace(feed.String(r.Field(h.month)))
	switch {
	case year == "" || month == "" || month == "0":
		return year, nil
	case len(year) != 4:
		return "", fmt.Errorf("%w: want a year", lac.ErrSyntax)
	}
	n, err := strconv.Atoi(month)
	if letters := []rune(strings.ToLower(month)); err != nil && len(letters) >= 3 {
		n, err = monthNames[string(letters[:3])], nil
	}
	if err != nil || n < 1 || n > 12 {
		return "", fmt.Errorf("%w: month %q: want one from 1 to 12", lac.ErrRange, feed.Shorten(month))
	}
	return fmt.Sprintf("%s-%02d", year, n), nil
}

// figures returns the figures of a row that are not empty; one that is nil where the
// table has one in each row.
func (l *layout) figures(r row) []*pivot {
	if len(l.pivots) == 0 {
		return []*pivot{nil}
	}
	var all []*pivot
	for i := range l.pivots {
		p := &l.pivots[i]
		if p.cell < r.Len() {
			if text := strings.TrimSpace(feed.String(r.Field(p.cell))); text == "" || slices.Contains(l.mapping.Missing, text) {
				continue
			}
		}
		all = append(all, p)
	}
	return all
}

// turn makes the slots be of one of several figures.
func (l *layout) turn(p *pivot) {
	for i := range l.slots {
		s := &l.slots[i]
		if s.name == l.mapping.Unpivot.Value {
			s.text.cell = p.cell
		} else if text, ok := p.cells[s.name]; ok {
			s.text.constant = text
		}
	}
}

// read sets a record, which is zero, to what a row says of one of its figures, nil if
// it has one.
func (l *layout) read(r row, figure *pivot, record reflect.Value) *lac.RowError {
	if figure != nil {
		l.turn(figure)
	}
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
	l.fill(r, figure, record)
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
func (l *layout) fill(r row, figure *pivot, record reflect.Value) {
	source := l.form.field("source")
	if source < 0 {
		return
	}
	if _, ok := l.given["source"]; !ok {
		record.Field(source).SetString(l.source)
	}
	id := record.Field(l.form.field("id"))
	if _, ok := l.given["id"]; !ok {
		id.SetString(record.Field(source).String() + "#" + strconv.Itoa(r.Line()))
	}
	if figure != nil {
		id.SetString(id.String() + ":" + l.header[figure.cell])
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
