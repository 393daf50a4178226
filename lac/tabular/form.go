package tabular

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A form is how values of a type are written. It follows from the type and its
// JSON tags, which name the fields: a field that a record gains is carried as soon
// as it is there.
type form struct {
	kind   kind
	typ    reflect.Type
	unit   string  // of an amount: what its unit's column is called
	fields []field // of a part, in their order
	elem   *form   // of a list
}

// A kind is a shape of text.
type kind uint8

const (
	textKind   kind = iota // a string
	codeKind               // a value that has a text form, such as an area or a period
	amountKind             // a number with its unit: money or a quantity
	numberKind             // a decimal number without unit
	countKind              // an integer
	flagKind               // a bool
	partKind               // a struct
	listKind               // a slice
)

type field struct {
	name     string
	form     *form
	optional bool // left out of JSON where it is zero
}

var (
	typeMoney     = reflect.TypeFor[lac.Money]()
	typeQuantity  = reflect.TypeFor[lac.Quantity]()
	typeDecimal   = reflect.TypeFor[decimal.Decimal]()
	typeDate      = reflect.TypeFor[lac.Date]()
	typeCommodity = reflect.TypeFor[lac.Commodity]()
	typePeriod    = reflect.TypeFor[lac.Period]()
	typeAreaShare = reflect.TypeFor[lac.AreaShare]()
)

// A textForm is what codes and amounts have.
type textForm interface {
	encoding.TextAppender
	encoding.TextUnmarshaler
}

// formOf returns the form of a type that package lac has in its records. It
// panics on one that no record has: a map, a pointer, a float.
func formOf(t reflect.Type) *form {
	f := &form{typ: t}
	switch {
	case t == typeMoney:
		f.kind, f.unit = amountKind, "currency"
	case t == typeQuantity:
		f.kind, f.unit = amountKind, "unit"
	case t == typeDecimal:
		f.kind = numberKind
	case reflect.PointerTo(t).Implements(reflect.TypeFor[textForm]()):
		f.kind = codeKind
	case t.Kind() == reflect.String:
		f.kind = textKind
	case t.Kind() == reflect.Int:
		f.kind = countKind
	case t.Kind() == reflect.Bool:
		f.kind = flagKind
	case t.Kind() == reflect.Struct:
		f.kind = partKind
		for i := range t.NumField() {
			name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			f.fields = append(f.fields, field{name, formOf(t.Field(i).Type), options != ""})
		}
	case t.Kind() == reflect.Slice:
		f.kind, f.elem = listKind, formOf(t.Elem())
	default:
		panic(fmt.Sprintf("tabular: no form for %v", t))
	}
	return f
}

// field returns the index of a part's field; -1 if it has none of that name.
func (f *form) field(name string) int {
	return slices.IndexFunc(f.fields, func(p field) bool { return p.name == name })
}

// A place is where in a record a cell's value belongs.
type place struct {
	form  *form
	steps []step
	unit  bool // the unit of an amount, not its number
}

// A step goes into a field of a part or to an element of a list.
type step struct {
	index int
	elem  bool
}

// maxElements is how many elements of a list can have columns of their own, or be
// written as plain text.
const maxElements = 1000

// find returns the place that a name such as measure.subject, value.currency or
// transactions[0].value means; false if it means none, or a part as a whole.
func (f *form) find(name string) (place, bool) {
	var p place
	for rest := name; ; {
		if f.kind == listKind && strings.HasPrefix(rest, "[") {
			digits, after, ok := strings.Cut(rest[1:], "]")
			i, err := strconv.Atoi(digits)
			if !ok || err != nil || i < 0 || i >= maxElements || strconv.Itoa(i) != digits {
				return place{}, false
			}
			p.steps = append(p.steps, step{i, true})
			f, rest = f.elem, after
			continue
		}
		if rest == "" {
			p.form = f
			return p, f.kind != partKind
		}
		if len(p.steps) > 0 {
			var ok bool
			if rest, ok = strings.CutPrefix(rest, "."); !ok {
				return place{}, false
			}
		}
		if f.kind == amountKind && rest == f.unit {
			p.form, p.unit = f, true
			return p, true
		}
		word := rest
		if i := strings.IndexAny(rest, ".["); i >= 0 {
			word = rest[:i]
		}
		i := f.field(word)
		if i < 0 {
			return place{}, false
		}
		p.steps = append(p.steps, step{index: i})
		f, rest = f.fields[i].form, rest[len(word):]
	}
}

// in returns the value at p in a record, with as many elements of lists as it
// takes.
func (p *place) in(v reflect.Value) reflect.Value {
	for _, s := range p.steps {
		if !s.elem {
			v = v.Field(s.index)
			continue
		}
		if more := s.index + 1 - v.Len(); more > 0 {
			v.Grow(more)
			v.SetLen(s.index + 1)
		}
		v = v.Index(s.index)
	}
	return v
}

// columns returns the names of the columns that records of form f are written in.
func (f *form) columns() []string {
	var names []string
	for _, p := range f.fields {
		names = append(names, p.form.columnsAs(p.name)...)
	}
	return names
}

func (f *form) columnsAs(name string) []string {
	switch f.kind {
	case amountKind:
		return []string{name, name + "." + f.unit}
	case partKind:
		var names []string
		for _, c := range f.columns() {
			names = append(names, name+"."+c)
		}
		return names
	}
	return []string{name}
}

// under returns err with the name of the part before that of the field, if it is
// an error of a field.
func under(name string, err error) error {
	if e, ok := err.(*lac.FieldError); ok {
		if e.Field != "" && e.Field[0] != '[' {
			name += "."
		}
		e.Field = name + e.Field
	}
	return err
}

// A Record is one of package lac's record families, or a source.
type Record interface {
	lac.Source | lac.TradeRecord | lac.Project | lac.Program | lac.Statement | lac.Meeting |
		lac.Pledge | lac.Observation | lac.Tie | lac.Membership | lac.Rate
}
