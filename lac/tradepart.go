package lac

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// Inputs returns what s has read, as it was told, in order.
func (s *TradeStream) Inputs() []TradeInput { return slices.Clone(s.inputs) }

// AddInput notes that s has read an input. It errs with [ErrSameInput] if s has read
// it, or a part of it, before, and with [ErrRange] if it ends before it begins. With
// [ErrDuplicateID] it errs if s has read another input of the same Source: it cannot
// tell then which record is of which. Each has a stream of its own, to be merged.
func (s *TradeStream) AddInput(in TradeInput) error {
	if err := in.check(s.inputs); err != nil {
		return err
	}
	if i := slices.IndexFunc(s.inputs, func(old TradeInput) bool { return in.Source != "" && in.Source == old.Source }); i >= 0 {
		return fmt.Errorf("trade stream: input %v: %w: read after %v, of the same source", in, ErrDuplicateID, s.inputs[i])
	}
	s.putInput(in)
	return nil
}

func (s *TradeStream) putInput(in TradeInput) {
	at, _ := slices.BinarySearchFunc(s.inputs, in, TradeInput.compare)
	s.inputs = slices.Insert(s.inputs, at, in)
}

// putInputs adds what another stream has read. It errs, and changes nothing, if both
// have read the same.
func (s *TradeStream) putInputs(inputs []TradeInput) error {
	old := slices.Clone(s.inputs)
	for _, in := range inputs {
		if err := in.check(s.inputs); err != nil {
			s.inputs = old
			return err
		}
		s.putInput(in)
	}
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

// Merge adds the records of o, which has the same question and figures, to s, and
// leaves o as it is. In whatever parts records are cut, and in whatever order these
// are merged, totals and refusals are the same, but for the one thing that is beyond a
// stream, which is refused: a row that comes again far from the first. It errs, and changes nothing, with
// [ErrSameInput] if both have read the same, and with [ErrRange] if they ask for
// different things, or a line is in both of which one has sums alone
// ([TradeStream.AppendSums]), and with [ErrDuplicateID] if both have read files of one
// Source.
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
	if err := s.room(uint64(o.rows.Len()) + o.more); err != nil {
		return err
	}
	old := slices.Clone(s.inputs)
	if err := s.putInputs(o.inputs); err != nil {
		return err
	}
	if err := s.cutLine(o); err != nil {
		s.inputs = old
		return err
	}
	t, err := newTranslation(o.dict, s.dict)
	if err != nil {
		s.inputs = old
		return err
	}
	if of := newLineCounts(old, s.inputs).ofHeads(s.dict); of != nil {
		s.rows.Renumber(func(head, line uint32) uint32 { return counted(of[head], line) })
		s.asked = streamLines{}
	}
	t.counts = newLineCounts(o.inputs, s.inputs).ofHeads(o.dict)
	s.Expect(o.expected...)
	for head := range o.summed {
		if s.summed == nil {
			s.summed = map[uint32]bool{}
		}
		s.summed[t.heads[head]] = true
	}
	s.more += o.more
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

// anyHead gives heads their numbers as places.
func anyHead(head uint32) (uint64, bool) { return uint64(head), true }
