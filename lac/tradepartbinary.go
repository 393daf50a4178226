package lac

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A part is what a stream has read, for other machines: partMagic, its version, the
// length of a header, the header (a [partHeader] in JSON), and by head the rows, then
// by figure the sums of rows that are forgotten, and the SHA-256 of all of this.
// Numbers are varints of package encoding/binary. All is in the order of values, so
// that streams that have read the same in whatever order are the same bytes.
const (
	partMagic   = "sinolac trade part\n"
	partVersion = 1
)

// A partHeader is the question and what rows and sums number.
type partHeader struct {
	Query    TradeQuery   `json:"query"`
	By       []Dimension  `json:"by,omitempty"`
	Figures  []Figure     `json:"figures"` // the query's first
	Late     []bool       `json:"late"`    // by figure: it lacks records
	Inputs   []TradeInput `json:"inputs,omitempty"`
	Expected []TradeInput `json:"expected,omitempty"`
	Areas    []Area       `json:"areas,omitempty"`
	Periods  []Period     `json:"periods,omitempty"`
	Goods    []Commodity  `json:"goods,omitempty"`
	Kinds    []partKind   `json:"kinds,omitempty"`
	Forms    []partForm   `json:"forms,omitempty"`
}

// A partKind is a kind in JSON.
type partKind struct {
	Source    string    `json:"source"`
	Flow      TradeFlow `json:"flow"`
	Valuation Valuation `json:"valuation,omitempty"`
	Breakdown Breakdown `json:"breakdown,omitzero"`
	Status    ObsStatus `json:"status,omitempty"`
	Evidence  Evidence  `json:"evidence,omitempty"`
	Note      string    `json:"note,omitempty"`
	Currency  Currency  `json:"currency,omitzero"`
	Named     bool      `json:"named,omitempty"`
}

func (k partKind) kind() kind {
	return kind{k.Source, k.Flow, k.Valuation, k.Breakdown, k.Status, k.Evidence, k.Note, k.Currency, k.Named}
}

// A partForm is a form in JSON.
type partForm struct {
	Value  bool `json:"value,omitempty"`
	Weight bool `json:"net_weight,omitempty"`
	Unit   Unit `json:"unit,omitempty"`
}

// Of a row the tag says the form above these bits.
const (
	partSpent    = 1 << 2 // the figures are forgotten
	partRuleBits = 1<<2 - 1
	partTagBits  = 3
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

// A partEncoder has what a part numbers.
type partEncoder struct {
	*TradeStream
	header  partHeader
	rows    []tally.StreamRow // in order
	heads   []uint32          // in order
	headAt  map[uint32]uint64 // by head: its place
	areas   map[Area]uint64
	periods map[Period]uint64
	goods   map[Commodity]uint64
	kinds   map[kind]uint64
	forms   map[form]uint64
}

func newPartEncoder(s *TradeStream) *partEncoder {
	e := &partEncoder{TradeStream: s, headAt: map[uint32]uint64{}}
	e.header = partHeader{Query: s.q, By: s.by, Inputs: s.inputs, Expected: s.expected}
	for _, f := range s.figures {
		e.header.Figures = append(e.header.Figures, f.asked.q.Figure)
		e.header.Late = append(e.header.Late, f.late)
	}
	d := s.dict
	goods, forms := map[Commodity]bool{}, map[form]bool{}
	for r := range s.rows.Rows() {
		e.rows = append(e.rows, r)
		if _, ok := e.headAt[r.Head]; !ok {
			e.headAt[r.Head] = 0
			e.heads = append(e.heads, r.Head)
		}
		goods[d.goods.values[r.Good]] = true
		forms[e.form(r.Form, r.Spent)] = true
	}
	for i := range s.figures {
		for _, p := range s.rows.Past(i, anyHead) {
			if p.Form != tally.NoForm {
				forms[e.form(p.Form, true)] = true
			}
		}
	}
	areas, periods, kinds := map[Area]bool{}, map[Period]bool{}, map[kind]bool{}
	for _, h := range e.heads {
		head := d.ids.Heads.At(h)
		areas[d.areas.Values[head.Reporter]], areas[d.areas.Values[head.Partner]] = true, true
		periods[d.periods.Values[head.Period]], kinds[d.kinds.Values[head.Kind]] = true, true
	}
	e.header.Areas, e.areas = placesOf(areas, Area.Compare)
	e.header.Periods, e.periods = placesOf(periods, Period.Compare)
	e.header.Goods, e.goods = placesOf(goods, Commodity.Compare)
	var allKinds []kind
	allKinds, e.kinds = placesOf(kinds, compareKinds)
	for _, k := range allKinds {
		e.header.Kinds = append(e.header.Kinds, partKind{k.source, k.flow, k.valuation, k.breakdown, k.status, k.evidence, k.note, k.currency, k.named})
	}
	var allForms []form
	allForms, e.forms = placesOf(forms, compareForms)
	for _, f := range allForms {
		e.header.Forms = append(e.header.Forms, partForm{f.value, f.weight, f.unit})
	}
	slices.SortFunc(e.heads, func(a, b uint32) int { return slices.Compare(e.head(a), e.head(b)) })
	for i, h := range e.heads {
		e.headAt[h] = uint64(i)
	}
	slices.SortFunc(e.rows, e.compareRows)
	return e
}

// placesOf returns values in order, and the place of each.
func placesOf[T comparable](values map[T]bool, compare func(a, b T) int) ([]T, map[T]uint64) {
	var all []T
	for v := range values {
		all = append(all, v)
	}
	slices.SortFunc(all, compare)
	places := make(map[T]uint64, len(all))
	for i, v := range all {
		places[v] = uint64(i)
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

// head returns the parts of a head as they are numbered.
func (e *partEncoder) head(h uint32) []uint64 {
	d := e.dict
	head := d.ids.Heads.At(h)
	return []uint64{e.areas[d.areas.Values[head.Reporter]], e.areas[d.areas.Values[head.Partner]],
		e.periods[d.periods.Values[head.Period]], e.kinds[d.kinds.Values[head.Kind]]}
}

func (e *partEncoder) good(r *tally.StreamRow) uint64 { return e.goods[e.dict.goods.values[r.Good]] }

func (e *partEncoder) tag(r *tally.StreamRow) uint64 {
	tag := e.forms[e.form(r.Form, r.Spent)]<<partTagBits | uint64(r.Rule)
	if r.Spent {
		tag |= partSpent
	}
	return tag
}

// compareRows orders rows by head, good, what they are named by and what else tells
// them apart.
func (e *partEncoder) compareRows(a, b tally.StreamRow) int {
	if c := cmp.Or(cmp.Compare(e.headAt[a.Head], e.headAt[b.Head]), cmp.Compare(e.good(&a), e.good(&b))); c != 0 {
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
		for _, v := range e.head(h) {
			b = binary.AppendUvarint(b, v)
		}
		b = binary.AppendUvarint(b, uint64(n))
		named := e.dict.kindOf(h).named
		good, number := uint64(0), int64(0)
		for i := range rows[:n] {
			r := &rows[i]
			own, changed := e.tag(r), uint64(0)
			if own != tag {
				changed = 1
			}
			b = binary.AppendUvarint(b, (e.good(r)-good)<<1|changed)
			good = e.good(r)
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
	at, ok := e.headAt[head]
	return at, ok
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
		s := partSum{[4]uint64{e.headAt[p.Head]}, p.Added, p.Missing, p.Sum}
		switch {
		case p.Form == tally.NoForm:
		case byGood: // the form tells the unit
			unit := e.dict.forms.Values[p.Form].unit
			s.key[1] = 1 + uint64(slices.IndexFunc(e.header.Forms, func(f partForm) bool { return f.Unit == unit }))
		default:
			s.key[1] = 1 + e.forms[e.form(p.Form, true)]
		}
		if byGood {
			s.key[2] = e.goods[e.dict.goods.values[p.Good]]
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
