package tabular

import (
	"fmt"
	"reflect"
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
