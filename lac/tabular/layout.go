package tabular

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A layout says where the cells of a table belong in a record.
type layout struct {
	form    *form
	mapping *Mapping
	source  string // of records whose table names none
	header  []string
	ignored []string
	blank   []int // columns without a name
	details []int // columns left out that tell rows of trade apart
	halves  map[string]*halves
	joined  map[string][]int // the columns that a text is made of
	pivots  []pivot          // several figures in a row; none: one
	given   map[string]origin
	slots   []slot
}

// halves are the columns of a period that stands in two; -1: there is none.
type halves struct{ year, month int }

// A pivot is a column with one of several figures, and what goes with it.
type pivot struct {
	cell  int
	cells map[string]string
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
	codes  map[string]string // of another list; nil: they are the package's own
	halves *halves           // of a period in two columns
	joined []int             // of a text made of several columns
	unit   *slot             // of an amount, if it is apart from the number
	scale  *fixed.Dec        // of a number; nil: 1
}

// newLayout reads a header. Its error names all that is wrong with it.
func newLayout(f *form, m *Mapping, source string, header []string) (*layout, error) {
	l := &layout{form: f, mapping: m, source: source, header: header, halves: map[string]*halves{}, joined: map[string][]int{}, given: map[string]origin{}}
	var wrong problems
	names := append(l.columns(&wrong), l.constants(&wrong)...)
	names = append(names, l.unpivot(&wrong)...)
	names = append(names, l.same(&wrong)...)
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
	for _, lists := range []map[string]map[string]string{m.Values, m.Codes} {
		for _, column := range slices.Sorted(maps.Keys(lists)) {
			if _, ok := l.given[column]; !ok {
				wrong.add(lac.ErrMissing, "column %s, of which the mapping has values", column)
			}
		}
	}
	if needed := l.missing(); needed != nil {
		wrong.add(lac.ErrMissing, "columns %s", strings.Join(needed, ", "))
	}
	return l, wrong.err()
}

// slot returns how a column that the table has is to be read.
func (l *layout) slot(name string) (slot, error) {
	p, _ := l.form.find(name)
	s := slot{name: name, place: p, text: l.given[name], values: l.mapping.Values[name], codes: l.mapping.Codes[name], halves: l.halves[name], joined: l.joined[name]}
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
