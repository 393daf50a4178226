package lac

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// AppendBinary appends s in binary form to b: what it was asked, what it has read and
// what it keeps of that, some two bytes a record if the records came in order. It is
// read by [TradeStream.UnmarshalBinary], on whatever machine, and by this version of
// the form alone.
func (s *TradeStream) AppendBinary(b []byte) ([]byte, error) {
	e := newPartEncoder(s)
	start := len(b)
	b = append(append(b, partMagic...), partVersion)
	header, err := json.Marshal(e.header)
	if err != nil {
		return b[:start], fmt.Errorf("trade stream: %w", err)
	}
	b = appendText(b, header)
	b = e.appendRows(b)
	for i := range s.figures {
		if b, err = e.appendSums(b, s.rows.Past(i, e.placeOf)); err != nil {
			return b[:start], fmt.Errorf("trade stream: %w", err)
		}
	}
	sum := sha256.Sum256(b[start:])
	return append(b, sum[:]...), nil
}

// MarshalBinary returns s as [TradeStream.AppendBinary] appends it.
func (s *TradeStream) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func appendText[T ~string | ~[]byte](b []byte, text T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// A partEncoder has the places of what a part numbers, by the numbers that the stream
// has for them.
type partEncoder struct {
	*TradeStream
	header partHeader
	rows   []tally.StreamRow // in order
	heads  []uint32          // in order
	headAt []uint32          // by head: 1 more than its place; 0: it has no row
	parts  [][4]uint64       // by head: reporter, partner, period and kind
	goodAt []uint64
	// By form: of rows that are kept, and of those that are spent.
	keptAt, spentAt []uint64
}

func newPartEncoder(s *TradeStream) *partEncoder {
	d := s.dict
	e := &partEncoder{TradeStream: s, headAt: make([]uint32, d.ids.Heads.Len()), parts: make([][4]uint64, d.ids.Heads.Len())}
	e.header = partHeader{Query: s.q, By: s.by, Inputs: s.inputs, Expected: s.expected, More: s.more}
	for _, f := range s.figures {
		e.header.Figures = append(e.header.Figures, f.asked.q.Figure)
		e.header.Late = append(e.header.Late, f.late)
	}
	goods, kept, spent := make([]bool, len(d.goods.values)), make([]bool, len(d.forms.Values)), make([]bool, len(d.forms.Values))
	e.rows = make([]tally.StreamRow, 0, s.rows.Len())
	for r := range s.rows.Rows() {
		e.rows = append(e.rows, r)
		if e.headAt[r.Head] == 0 {
			e.headAt[r.Head] = 1
			e.heads = append(e.heads, r.Head)
		}
		goods[r.Good] = true
		if r.Spent {
			spent[r.Form] = true
		} else {
			kept[r.Form] = true
		}
	}
	units := map[Unit]bool{} // of sums by commodity, for which one form stands for others of a unit
	for i := range s.figures {
		for _, p := range s.rows.Past(i, anyHead) {
			switch {
			case p.Form == tally.NoForm:
			case slices.Contains(s.by, ByCommodity):
				units[d.forms.Values[p.Form].unit] = true
			default:
				spent[p.Form] = true
			}
		}
	}
	e.findHeads()
	e.header.Goods, e.goodAt = placesOf(d.goods.values, goods, Commodity.Compare)
	e.findForms(kept, spent, units)
	slices.SortFunc(e.rows, e.compareRows)
	return e
}

// findHeads puts the heads that have rows in order.
func (e *partEncoder) findHeads() {
	d := e.dict
	areas, periods, kinds := make([]bool, len(d.areas.Values)), make([]bool, len(d.periods.Values)), make([]bool, len(d.kinds.Values))
	for _, h := range e.heads {
		head := d.ids.Heads.At(h)
		areas[head.Reporter], areas[head.Partner], periods[head.Period], kinds[head.Kind] = true, true, true, true
	}
	var areaAt, periodAt, kindAt []uint64
	var all []kind
	e.header.Areas, areaAt = placesOf(d.areas.Values, areas, Area.Compare)
	e.header.Periods, periodAt = placesOf(d.periods.Values, periods, Period.Compare)
	all, kindAt = placesOf(d.kinds.Values, kinds, compareKinds)
	for _, k := range all {
		e.header.Kinds = append(e.header.Kinds, partKind{k.source, k.flow, k.valuation, k.breakdown, k.status, k.evidence, k.note, k.currency, k.named})
	}
	for _, h := range e.heads {
		head := d.ids.Heads.At(h)
		e.parts[h] = [4]uint64{areaAt[head.Reporter], areaAt[head.Partner], periodAt[head.Period], kindAt[head.Kind]}
	}
	slices.SortFunc(e.heads, func(a, b uint32) int { return slices.Compare(e.parts[a][:], e.parts[b][:]) })
	for i, h := range e.heads {
		e.headAt[h] = uint32(i + 1)
	}
}

// findForms puts the forms that rows have in order, and one for each of the units.
func (e *partEncoder) findForms(kept, spent []bool, units map[Unit]bool) {
	d := e.dict
	forms := map[form]bool{}
	for n := range d.forms.Values {
		if kept[n] {
			forms[e.form(uint32(n), false)] = true
		}
		if spent[n] {
			forms[e.form(uint32(n), true)] = true
		}
	}
	for f := range forms {
		delete(units, f.unit)
	}
	for unit := range units {
		forms[form{unit: unit}] = true
	}
	all := slices.SortedFunc(maps.Keys(forms), compareForms)
	for _, f := range all {
		e.header.Forms = append(e.header.Forms, partForm{f.value, f.weight, f.unit})
	}
	for n := range d.forms.Values {
		e.keptAt = append(e.keptAt, uint64(max(0, slices.Index(all, e.form(uint32(n), false)))))
		e.spentAt = append(e.spentAt, uint64(max(0, slices.Index(all, e.form(uint32(n), true)))))
	}
}

// placesOf returns those of values that are used in order, and by value the place.
func placesOf[T any](values []T, used []bool, compare func(a, b T) int) (all []T, places []uint64) {
	var numbers []int
	for n, is := range used {
		if is {
			numbers = append(numbers, n)
		}
	}
	slices.SortFunc(numbers, func(a, b int) int { return compare(values[a], values[b]) })
	places = make([]uint64, len(values))
	for place, n := range numbers {
		all = append(all, values[n])
		places[n] = uint64(place)
	}
	return all, places
}

func compareKinds(a, b kind) int {
	named := func(k kind) int {
		if k.named {
			return 1
		}
		return 0
	}
	return cmp.Or(strings.Compare(a.source, b.source), cmp.Compare(a.flow, b.flow), cmp.Compare(a.valuation, b.valuation),
		compareBreakdown(a.breakdown, b.breakdown), cmp.Compare(a.status, b.status), cmp.Compare(a.evidence, b.evidence),
		strings.Compare(a.note, b.note), cmp.Compare(a.currency, b.currency), named(a)-named(b))
}

func compareForms(a, b form) int {
	n := func(f form) int {
		n := 0
		if f.value {
			n++
		}
		if f.weight {
			n += 2
		}
		return n
	}
	return cmp.Or(n(a)-n(b), cmp.Compare(a.unit, b.unit))
}

// form returns a form, of rows that are spent what the questions tell of it.
func (e *partEncoder) form(number uint32, spent bool) form {
	f := e.dict.forms.Values[number]
	if !spent {
		return f
	}
	var asked form
	for i := range e.figures {
		switch e.figures[i].asked.q.Figure {
		case FigureValue:
			asked.value = f.value
		case FigureNetWeight:
			asked.weight = f.weight
		case FigureQuantity:
			asked.unit = f.unit
		}
	}
	return asked
}

func (e *partEncoder) tag(r *tally.StreamRow) uint64 {
	if r.Spent {
		return e.spentAt[r.Form]<<partTagBits | partSpent | uint64(r.Rule)
	}
	return e.keptAt[r.Form] << partTagBits
}

// compareRows orders rows by head, good, what they are named by and what else tells
// them apart.
func (e *partEncoder) compareRows(a, b tally.StreamRow) int {
	if c := cmp.Or(cmp.Compare(e.headAt[a.Head], e.headAt[b.Head]), cmp.Compare(e.goodAt[a.Good], e.goodAt[b.Good])); c != 0 {
		return c
	}
	if c := e.dict.key(a.Head, a.Number).compare(e.dict.key(b.Head, b.Number)); c != 0 {
		return c
	}
	if c := cmp.Compare(e.tag(&a), e.tag(&b)); c != 0 {
		return c
	}
	for i := range a.Figures {
		if c := a.Figures[i].Dec().Cmp(b.Figures[i].Dec()); c != 0 {
			return c
		}
	}
	return 0
}

// appendRows appends heads, each with its rows: of each good the difference to the
// one before, twice, and one more if a tag follows that is another than before.
func (e *partEncoder) appendRows(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(e.heads)))
	tag := uint64(math.MaxUint64)
	for rows := e.rows; len(rows) > 0; {
		h := rows[0].Head
		n := 1
		for n < len(rows) && rows[n].Head == h {
			n++
		}
		for _, v := range e.parts[h] {
			b = binary.AppendUvarint(b, v)
		}
		summed := uint64(0)
		if e.summed[h] {
			summed = 1
		}
		b = binary.AppendUvarint(b, uint64(n)<<1|summed)
		named := e.dict.kindOf(h).named
		good, number := uint64(0), int64(0)
		for i := range rows[:n] {
			r := &rows[i]
			own, changed := e.tag(r), uint64(0)
			if own != tag {
				changed = 1
			}
			b = binary.AppendUvarint(b, (e.goodAt[r.Good]-good)<<1|changed)
			good = e.goodAt[r.Good]
			if changed != 0 {
				b = binary.AppendUvarint(b, own)
				tag = own
			}
			if named {
				b = appendText(b, e.dict.names.at(r.Number))
			} else {
				b = binary.AppendVarint(b, int64(r.Number)-number)
				number = int64(r.Number)
			}
			if !r.Spent {
				b = appendPartFigures(b, r, &e.dict.ids.Forms[r.Form])
			}
		}
		rows = rows[n:]
	}
	return b
}

// partWide stands for the places of a figure that is a text.
const partWide = 255

func appendPartFigures(b []byte, r *tally.StreamRow, f *tally.Form) []byte {
	for i, reports := range f.Reports {
		if !reports {
			continue
		}
		d := r.Figures[i].Dec()
		if coef, places, ok := d.Coef(); ok {
			b = binary.AppendVarint(append(b, byte(places)), coef)
		} else {
			b = appendText(append(b, partWide), d.AppendText(nil))
		}
	}
	return b
}

func (e *partEncoder) placeOf(head uint32) (uint64, bool) {
	return uint64(e.headAt[head]), e.headAt[head] > 0
}

// A partSum is a sum of what is forgotten: the places of its head, of its form, 1
// more, 0 if it has none, and of its good, and whether that is the one asked for.
type partSum struct {
	key            [4]uint64
	added, missing uint32
	sum            fixed.Sum
}

// partSums returns sums in order.
func (e *partEncoder) partSums(past []tally.PastSum) []partSum {
	byGood := slices.Contains(e.by, ByCommodity)
	var all []partSum
	for _, p := range past {
		s := partSum{[4]uint64{uint64(e.headAt[p.Head] - 1)}, p.Added, p.Missing, p.Sum}
		switch {
		case p.Form == tally.NoForm:
		case byGood: // the form tells the unit
			unit := e.dict.forms.Values[p.Form].unit
			s.key[1] = 1 + uint64(slices.IndexFunc(e.header.Forms, func(f partForm) bool { return f.Unit == unit }))
		default:
			s.key[1] = 1 + e.spentAt[p.Form]
		}
		if byGood {
			s.key[2] = e.goodAt[p.Good]
		}
		if p.Exact {
			s.key[3] = 1
		}
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b partSum) int { return slices.Compare(a.key[:], b.key[:]) })
	n := 0
	for _, s := range all { // one that came from two streams
		if n > 0 && all[n-1].key == s.key {
			last := &all[n-1]
			last.added += s.added
			last.missing += s.missing
			last.sum.Merge(s.sum)
			continue
		}
		all[n] = s
		n++
	}
	return all[:n]
}

// appendSums appends the sums of what a figure's question has forgotten.
func (e *partEncoder) appendSums(b []byte, past []tally.PastSum) ([]byte, error) {
	sums := e.partSums(past)
	b = binary.AppendUvarint(b, uint64(len(sums)))
	for i := range sums {
		s := &sums[i]
		for _, v := range s.key {
			b = binary.AppendUvarint(b, v)
		}
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(s.added)), uint64(s.missing))
		sum, err := s.sum.AppendBinary(nil)
		if err != nil {
			return b, err
		}
		b = appendText(b, sum)
	}
	return b, nil
}
