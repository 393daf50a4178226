package tabular

import (
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
		half := l.half(column)
		pivot, isPivot := l.pivotOf(name, i)
		before, twice := l.given[column]
		shown := feed.Shorten(name)
		switch {
		case name == "":
			l.blank = append(l.blank, i)
		case isPivot:
			l.pivots = append(l.pivots, pivot)
		case mapped && half != nil:
			*half = i
		case !mapped && l.isJoined(name):
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
	for _, column := range slices.Sorted(maps.Keys(l.halves)) {
		h := l.halves[column]
		_, twice := l.given[column]
		switch {
		case twice:
			wrong.add(lac.ErrSyntax, "columns %s, %s%s and %s%s", column, column, yearHalf, column, monthHalf)
		case h.year < 0 || h.month < 0:
			wrong.add(lac.ErrMissing, "columns of both %s%s and %s%s", column, yearHalf, column, monthHalf)
		default:
			l.given[column] = origin{cell: h.year}
			names = append(names, column)
		}
	}
	names = append(names, l.join(wrong)...)
	for _, name := range slices.Sorted(maps.Keys(l.mapping.Columns)) {
		if name != "*" && !slices.Contains(l.header, name) {
			wrong.add(lac.ErrMissing, "column %q of the mapping", name)
		}
	}
	return names
}

// half returns where the index belongs of a column that is half of a period; nil if it
// is none.
func (l *layout) half(column string) *int {
	for _, suffix := range []string{yearHalf, monthHalf} {
		whole, ok := strings.CutSuffix(column, suffix)
		if !ok {
			continue
		}
		p, known := l.form.find(whole)
		if !known || p.unit || p.form.typ != typePeriod && p.form.typ != typeDate {
			continue
		}
		if l.halves[whole] == nil {
			l.halves[whole] = &halves{-1, -1}
		}
		if suffix == yearHalf {
			return &l.halves[whole].year
		}
		return &l.halves[whole].month
	}
	return nil
}

// isJoined reports whether a name in the header is of a column that a text is made of.
func (l *layout) isJoined(name string) bool {
	for _, names := range l.mapping.Join {
		if slices.Contains(names, name) {
			return true
		}
	}
	return false
}

// join finds the columns that texts are made of and returns the names of the texts.
func (l *layout) join(wrong *problems) []string {
	var names []string
	for _, column := range slices.Sorted(maps.Keys(l.mapping.Join)) {
		p, known := l.form.find(column)
		_, twice := l.given[column]
		if !known || p.form.kind != textKind {
			wrong.add(lac.ErrUnknownCode, "joined %q of the mapping: want a column of texts", column)
			continue
		}
		if twice {
			wrong.add(lac.ErrSyntax, "column %s is joined by the mapping too", column)
			continue
		}
		for _, name := range l.mapping.Join[column] {
			if i := slices.Index(l.header, name); i >= 0 {
				l.joined[column] = append(l.joined[column], i)
			} else {
				wrong.add(lac.ErrMissing, "column %q of the mapping", name)
			}
		}
		if len(l.joined[column]) > 0 {
			l.given[column] = origin{cell: l.joined[column][0]}
			names = append(names, column)
		}
	}
	return names
}

// pivotOf returns a column of the header as one of several figures, if it is one.
func (l *layout) pivotOf(name string, i int) (pivot, bool) {
	u := l.mapping.Unpivot
	if cells, ok := u.Columns[name]; ok {
		return pivot{i, cells}, true
	}
	isYear := len(name) == 4 && (name[0] == '1' || name[0] == '2') && strings.Trim(name, "0123456789") == ""
	if _, mapped := l.mapping.Columns[name]; u.Years != "" && isYear && !mapped {
		return pivot{i, map[string]string{u.Years: name}}, true
	}
	return pivot{}, false
}

// unpivot adds the columns that the figures of a row differ in and returns their names.
func (l *layout) unpivot(wrong *problems) []string {
	u := l.mapping.Unpivot
	if u.isZero() {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(u.Columns)) {
		if !slices.Contains(l.header, name) {
			wrong.add(lac.ErrMissing, "column %q of the mapping", name)
		}
	}
	if len(l.pivots) == 0 {
		wrong.add(lac.ErrMissing, "columns of figures, which the mapping unpivots")
		return nil
	}
	p, known := l.form.find(u.Value)
	if _, twice := l.given[u.Value]; !known || p.unit || twice {
		wrong.add(lac.ErrUnknownCode, "unpivoted %q of the mapping: want a column that the table does not have", u.Value)
		return nil
	}
	l.given[u.Value] = origin{cell: l.pivots[0].cell}
	names := []string{u.Value}
	first := l.pivots[0].cells
	for _, column := range slices.Sorted(maps.Keys(first)) {
		if _, twice := l.given[column]; twice {
			wrong.add(lac.ErrSyntax, "column %s is unpivoted by the mapping too", column)
			continue
		}
		if _, known := l.form.find(column); !known {
			wrong.add(lac.ErrUnknownCode, "unpivoted %q of the mapping", column)
			continue
		}
		l.given[column] = origin{cell: -1, constant: first[column]}
		names = append(names, column)
	}
	for _, p := range l.pivots[1:] {
		if !slices.Equal(slices.Sorted(maps.Keys(p.cells)), slices.Sorted(maps.Keys(first))) {
			wrong.add(lac.ErrSyntax, "columns %q and %q are unpivoted into other columns", feed.Shorten(l.header[l.pivots[0].cell]), feed.Shorten(l.header[p.cell]))
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

// same adds the columns that have the cells of others and returns their names.
func (l *layout) same(wrong *problems) []string {
	var names []string
	for _, column := range slices.Sorted(maps.Keys(l.mapping.Same)) {
		_, known := l.form.find(column)
		_, twice := l.given[column]
		from, ok := l.given[l.mapping.Same[column]]
		switch {
		case !known:
			wrong.add(lac.ErrUnknownCode, "column %q of the mapping", column)
		case twice:
			wrong.add(lac.ErrSyntax, "column %s has cells of its own and those of another", column)
		case !ok:
			wrong.add(lac.ErrMissing, "column %s, whose cells the mapping gives to %s", l.mapping.Same[column], column)
		default:
			l.given[column] = from
			l.halves[column] = l.halves[l.mapping.Same[column]]
			names = append(names, column)
		}
	}
	return names
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
