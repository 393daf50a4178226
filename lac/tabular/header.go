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
	"github.com/sinolac/sinolac/lac/internal/feed"
)

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
