package lac

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A TradeInput is what a [TradeStream] has read: a file, or the bytes of it from one
// place to another. Streams of the parts of a record that is on many machines carry
// them along, so that none is added twice and none is left out.
type TradeInput struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256,omitempty"` // of the file, in hexadecimal digits
	From   int64  `json:"from,omitempty"`   // the first byte
	To     int64  `json:"to,omitempty"`     // after the last byte; 0: to the end
	Rows   int    `json:"rows,omitempty"`   // that were read there
}

// String returns the name and the bytes.
func (in TradeInput) String() string {
	if in.From == 0 && in.To == 0 {
		return quote(in.Name)
	}
	return fmt.Sprintf("%s, bytes %d to %d", quote(in.Name), in.From, in.To)
}

// sameFile reports whether two inputs are of one file: of one content, or of one
// name where no content is known.
func (in TradeInput) sameFile(of TradeInput) bool {
	if in.SHA256 != "" && of.SHA256 != "" {
		return in.SHA256 == of.SHA256
	}
	return in.Name == of.Name
}

// overlaps reports whether two inputs have a byte in common.
func (in TradeInput) overlaps(of TradeInput) bool {
	return in.sameFile(of) && (in.To == 0 || of.From < in.To) && (of.To == 0 || in.From < of.To)
}

func (in TradeInput) compare(of TradeInput) int {
	return cmp.Or(strings.Compare(in.Name, of.Name), cmp.Compare(in.From, of.From), cmp.Compare(in.To, of.To), strings.Compare(in.SHA256, of.SHA256))
}

// ErrSameInput says that two streams to be merged have read the same.
var ErrSameInput = errors.New("read twice")

// Inputs returns what s has read, as it was told, in order.
func (s *TradeStream) Inputs() []TradeInput { return slices.Clone(s.inputs) }

// AddInput notes that s has read an input. It errs with [ErrSameInput] if s has read
// it, or a part of it, before, and with [ErrRange] if it ends before it begins.
func (s *TradeStream) AddInput(in TradeInput) error {
	if in.From < 0 || in.To < 0 || in.To > 0 && in.To <= in.From || in.Rows < 0 {
		return fmt.Errorf("trade stream: input %v: %w", in, ErrRange)
	}
	for _, old := range s.inputs {
		if old.overlaps(in) {
			return fmt.Errorf("trade stream: input %v: %w: %v", in, ErrSameInput, old)
		}
	}
	s.inputs = append(s.inputs, in)
	slices.SortFunc(s.inputs, TradeInput.compare)
	return nil
}

// Expect says what s must have read when it is asked for totals, itself or through
// streams that are merged into it: without it, [TradeStream.Totals] errs with
// [ErrMissing], and gives no smaller sum. An input may be read in several parts.
func (s *TradeStream) Expect(inputs ...TradeInput) {
	for _, in := range inputs {
		if !slices.Contains(s.expected, in) {
			s.expected = append(s.expected, in)
		}
	}
	slices.SortFunc(s.expected, TradeInput.compare)
}

// missing returns an error that names the first input that is expected and was not
// read.
func (s *TradeStream) missing() error {
	inputs := slices.Clone(s.inputs)
	slices.SortStableFunc(inputs, func(a, b TradeInput) int { return cmp.Compare(a.From, b.From) })
	for _, want := range s.expected {
		at := want.From // everything before it was read
		ended := false
		for _, in := range inputs {
			if in.sameFile(want) && in.From <= at && !ended {
				at = max(at, in.To)
				ended = in.To == 0
			}
		}
		if !ended && (want.To == 0 || at < want.To) {
			return fmt.Errorf("totals: input %v: %w: it was not read from byte %d on", want, ErrMissing, at)
		}
	}
	return nil
}

// Merge adds the records of o, which has the same question and figures, to s, and
// leaves o as it is. In whatever parts records are cut, and in whatever order these
// are merged, totals and refusals are the same. It errs, and changes nothing, with
// [ErrSameInput] if both have read the same, and with [ErrRange] if they ask for
// different things.
//
// Then s keeps the figures of all records that are still to come: streams are merged
// when they have read.
func (s *TradeStream) Merge(o *TradeStream) error {
	if s == o {
		return fmt.Errorf("trade stream: %w: the stream itself", ErrSameInput)
	}
	if s.q != o.q || !slices.Equal(s.by, o.by) || !slices.EqualFunc(s.figures, o.figures, func(a, b streamFigure) bool {
		return a.asked.q == b.asked.q
	}) {
		return fmt.Errorf("trade stream: %w: merged with one of another question", ErrRange)
	}
	if err := roomFor(s.rows.Len(), o.rows.Len()); err != nil {
		return err
	}
	inputs := s.inputs
	for _, in := range o.inputs {
		if err := s.AddInput(in); err != nil {
			s.inputs = inputs
			return err
		}
	}
	t, err := newTranslation(o.dict, s.dict)
	if err != nil {
		s.inputs = inputs
		return err
	}
	s.Expect(o.expected...)
	for i := range s.figures {
		s.figures[i].late = s.figures[i].late || o.figures[i].late
	}
	var past [][]tally.PastSum
	for i := range o.figures {
		past = append(past, t.sums(o.rows.Past(i, anyHead)))
	}
	s.rows.Join(t.rows(o.rows.Rows()), past)
	return nil
}

// A translation gives the numbers of one dictionary in another.
type translation struct {
	from, to            *tradeDict
	heads, forms, goods []uint32
}

// newTranslation numbers in to whatever from numbers.
func newTranslation(from, to *tradeDict) (*translation, error) {
	t := &translation{from: from, to: to}
	for _, f := range from.forms.Values {
		t.forms = append(t.forms, to.forms.Of(f))
	}
	for _, c := range from.goods.values {
		t.goods = append(t.goods, to.goods.of(c))
	}
	to.grow()
	for h := range uint32(from.ids.Heads.Len()) {
		r := from.headRecord(h)
		k := from.kindOf(h)
		r.Value.currency = k.currency
		n, err := to.number(&r, k.named)
		if err != nil {
			return nil, err
		}
		t.heads = append(t.heads, n)
	}
	return t, nil
}

// anyHead gives heads their numbers as places.
func anyHead(head uint32) (uint64, bool) { return uint64(head), true }

// row translates a row.
func (t *translation) row(r *tally.Row) {
	if t.from.kindOf(r.Head).named {
		r.Number = t.to.names.add(t.from.names.at(r.Number))
	}
	r.Head, r.Form, r.Good = t.heads[r.Head], t.forms[r.Form], t.goods[r.Good]
}

func (t *translation) rows(all iter.Seq[tally.StreamRow]) iter.Seq[tally.StreamRow] {
	return func(yield func(tally.StreamRow) bool) {
		for r := range all {
			t.row(&r.Row)
			if !yield(r) {
				return
			}
		}
	}
}

func (t *translation) sums(all []tally.PastSum) []tally.PastSum {
	for i := range all {
		p := &all[i]
		p.Head, p.Good = t.heads[p.Head], t.goods[p.Good]
		if p.Form != tally.NoForm {
			p.Form = t.forms[p.Form]
		}
	}
	return all
}
