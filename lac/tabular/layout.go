package tabular

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A row is a row of cells with the places where they stand.
type row interface {
	Len() int
	Line() int
	Field(i int) []byte
	Position(i int) (line, column int)
}

// A layout says where the cells of a table belong in a record.
type layout struct {
	form    *form
	mapping *Mapping
	source  string // of records whose table names none
	header  []string
	ignored []string
	blank   []int // columns without a name
	details []int // columns left out that tell rows of trade apart
	year    int   // columns of a period that stands in two; -1: none
	month   int
	given   map[string]origin
	slots   []slot
}

// An origin is where the text of a column comes from: a cell, or every row's
// constant.
type origin struct {
	cell     int // -1: constant
	constant string
}

// A slot is a column of the package's own form that a table has.
type slot struct {
	name   string
	place  place
	text   origin
	values map[string]string
	unit   *slot      // of an amount, if it is apart from the number
	scale  *fixed.Dec // of a number; nil: 1
}

// newLayout reads a header. Its error names all that is wrong with it.
func newLayout(f *form, m *Mapping, source string, header []string) (*layout, error) {
	l := &layout{form: f, mapping: m, source: source, header: header, year: -1, month: -1, given: map[string]origin{}}
	var wrong problems
	names := append(l.columns(&wrong), l.constants(&wrong)...)
	l.lists(&wrong, names)
	for _, name := range names {
		s, err := l.slot(name)
		switch {
		case err != nil:
			wrong = append(wrong, err)
		case !s.place.unit:
			l.slots = append(l.slots, s)
		}
	}
	for _, column := range slices.Sorted(maps.Keys(m.Units)) {
		if _, ok := l.given[column]; !ok {
			wrong.add(lac.ErrMissing, "column %s, of which the mapping has the unit", column)
		}
	}
	for _, column := range slices.Sorted(maps.Keys(m.Values)) {
		if _, ok := l.given[column]; !ok {
			wrong.add(lac.ErrMissing, "column %s, of which the mapping has values", column)
		}
	}
	if needed := l.missing(); needed != nil {
		wrong.add(lac.ErrMissing, "columns %s", strings.Join(needed, ", "))
	}
	return l, wrong.err()
}

// columns finds what the columns of the table are and returns their names.
func (l *layout) columns(wrong *problems) []string {
	var names []string
	for i, name := range l.header {
		column, mapped := l.mapping.Columns[name]
		if !mapped {
			column = strings.ToLower(name)
		}
		_, known := l.form.find(column)
		before, twice := l.given[column]
		shown := feed.Shorten(name)
		switch {
		case name == "":
			l.blank = append(l.blank, i)
		case mapped && column == yearColumn && l.form.field("period") >= 0:
			l.year = i
		case mapped && column == monthColumn && l.form.field("period") >= 0:
			l.month = i
		case mapped && column == "-", !mapped && !known && l.mapping.Columns["*"] == "-":
			l.ignored = append(l.ignored, name)
			if mapped {
				l.details = append(l.details, i)
			}
		case !known && mapped:
			wrong.add(lac.ErrUnknownCode, "column %q, which the mapping calls %q", shown, column)
		case !known:
			wrong.add(lac.ErrUnknownCode, "column %q", shown)
		case twice && l.header[before.cell] == name:
			wrong.add(lac.ErrSyntax, "column %q stands twice", shown)
		case twice:
			wrong.add(lac.ErrSyntax, "columns %q and %q are both %s", feed.Shorten(l.header[before.cell]), shown, column)
		default:
			l.given[column] = origin{cell: i}
			names = append(names, column)
		}
	}
	if l.year >= 0 && l.month >= 0 {
		if _, twice := l.given["period"]; twice {
			wrong.add(lac.ErrSyntax, "columns period, %s and %s", yearColumn, monthColumn)
		} else {
			l.given["period"] = origin{cell: l.year}
			names = append(names, "period")
		}
	} else if l.year >= 0 || l.month >= 0 {
		wrong.add(lac.ErrMissing, "columns of both %s and %s", yearColumn, monthColumn)
	}
	for _, name := range slices.Sorted(maps.Keys(l.mapping.Columns)) {
		if name != "*" && !slices.Contains(l.header, name) {
			wrong.add(lac.ErrMissing, "column %q of the mapping", name)
		}
	}
	return names
}

// constants adds the columns that the mapping has constants for and returns their
// names.
func (l *layout) constants(wrong *problems) []string {
	var names []string
	for _, column := range slices.Sorted(maps.Keys(l.mapping.Constants)) {
		_, known := l.form.find(column)
		_, twice := l.given[column]
		switch {
		case !known:
			wrong.add(lac.ErrUnknownCode, "constant %q of the mapping", column)
		case twice:
			wrong.add(lac.ErrSyntax, "column %s is a constant of the mapping too", column)
		default:
			l.given[column] = origin{cell: -1, constant: l.mapping.Constants[column]}
			names = append(names, column)
		}
	}
	return names
}

// problems are what is wrong with a header.
type problems []error

func (p *problems) add(err error, format string, args ...any) {
	*p = append(*p, fmt.Errorf("%w: %s", err, fmt.Sprintf(format, args...)))
}

// err returns the first twenty problems as one error, and counts the others.
func (p problems) err() error {
	const most = 20
	if more := len(p) - most; more > 0 {
		p = append(p[:most], fmt.Errorf("and %d further errors", more))
	}
	if len(p) == 0 {
		return nil
	}
	return fmt.Errorf("header: %w", errors.Join(p...))
}

// lists finds what is wrong with columns of single elements of a list: that the
// list has a column too, or the element before one of them has none.
func (l *layout) lists(wrong *problems, names []string) {
	elements := map[string]bool{}
	for _, name := range names {
		for i := range name {
			if name[i] == ']' {
				elements[name[:i+1]] = true
			}
		}
	}
	for _, e := range slices.Sorted(maps.Keys(elements)) {
		at := strings.LastIndexByte(e, '[')
		list := e[:at]
		n, _ := strconv.Atoi(e[at+1 : len(e)-1])
		if _, ok := l.given[list]; ok {
			wrong.add(lac.ErrSyntax, "columns %s and %s are of one list", list, e)
		}
		if before := fmt.Sprintf("%s[%d]", list, n-1); n > 0 && !elements[before] {
			wrong.add(lac.ErrMissing, "columns of %s, which is before %s", before, e)
		}
	}
}

// slot returns how a column that the table has is to be read.
func (l *layout) slot(name string) (slot, error) {
	p, _ := l.form.find(name)
	s := slot{name: name, place: p, text: l.given[name], values: l.mapping.Values[name]}
	if p.unit {
		amount := strings.TrimSuffix(name, "."+p.form.unit)
		if _, ok := l.given[amount]; !ok {
			return s, fmt.Errorf("%w: column %s, of which %s is the unit", lac.ErrMissing, amount, name)
		}
		// A unit is read as the text that it is.
		s.place.form = &form{kind: textKind}
		return s, nil
	}
	if p.form.kind == amountKind {
		unitName := name + "." + p.form.unit
		if _, ok := l.given[unitName]; ok {
			unit, _ := l.slot(unitName)
			s.unit = &unit
		}
	}
	if text, ok := l.mapping.Units[name]; ok {
		scale, unit, err := parseUnit(text)
		switch {
		case err != nil:
		case p.form.kind != amountKind && (p.form.kind != numberKind || unit != ""):
			err = fmt.Errorf("%w: the column has no unit", lac.ErrUnitMismatch)
		case unit != "" && s.unit != nil:
			err = fmt.Errorf("%w: the table has a column of units too", lac.ErrUnitMismatch)
		case unit != "":
			err = checkUnit(p.form, unit)
			s.unit = &slot{place: place{form: &form{kind: textKind}}, text: origin{cell: -1, constant: unit}}
		}
		if err != nil {
			return s, fmt.Errorf("unit %q of column %s: %w", text, name, err)
		}
		s.scale = scale
	}
	if s.text.cell < 0 && p.form.kind != amountKind {
		if err := s.set(reflect.New(l.form.typ).Elem(), s.text.constant, ""); err != nil {
			return s, fmt.Errorf("constant %s %q: %w", name, s.text.constant, err)
		}
	}
	return s, nil
}

// missing returns the columns that no record can do without and that the table
// does not have.
func (l *layout) missing() []string {
	var names []string
	for _, e := range fieldErrors(validate(reflect.New(l.form.typ).Elem())) {
		name := e.Field
		filled := name == "source" && l.source != "" || name == "id" && l.form.field("source") >= 0
		has := func(column string) bool { return within(column, name) }
		if !filled && !slices.Contains(names, name) && !slices.ContainsFunc(slices.Collect(maps.Keys(l.given)), has) {
			names = append(names, name)
		}
	}
	return names
}

// within reports whether a name means outer or something in it.
func within(name, outer string) bool {
	rest, ok := strings.CutPrefix(name, outer)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

func validate(record reflect.Value) error {
	return record.Interface().(interface{ Validate() error }).Validate()
}

// fieldErrors returns the errors of fields that the error of a Validate joins.
func fieldErrors(err error) []*lac.FieldError {
	if err == nil {
		return nil
	}
	parts := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		parts = joined.Unwrap()
	}
	var fields []*lac.FieldError
	for _, e := range parts {
		var f *lac.FieldError
		if !errors.As(e, &f) {
			f = &lac.FieldError{Err: e}
		}
		fields = append(fields, f)
	}
	return fields
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
