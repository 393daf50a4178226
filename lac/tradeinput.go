package lac

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
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
	// Source, if it is set, is the one whose records are in the file, and in no other:
	// their IDs are Source#1, Source#2 and so on, by the lines of what was read. Where
	// the file is read in several parts, Lines are the line ends in this one. Then
	// streams that are merged count lines on from part to part, in the order of the
	// bytes, and name a record as one does that has read all of the file.
	Source string `json:"source,omitempty"`
	Lines  int    `json:"lines,omitempty"`
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
	return cmp.Or(strings.Compare(in.Name, of.Name), cmp.Compare(in.From, of.From), cmp.Compare(in.To, of.To), strings.Compare(in.SHA256, of.SHA256),
		strings.Compare(in.Source, of.Source))
}

// check returns an error if in cannot be one of inputs.
func (in TradeInput) check(inputs []TradeInput) error {
	if in.From < 0 || in.To < 0 || in.To > 0 && in.To <= in.From || in.Rows < 0 || in.Lines < 0 || in.Lines > 0 && in.Source == "" {
		return fmt.Errorf("trade stream: input %v: %w", in, ErrRange)
	}
	lines := in.Lines
	for _, old := range inputs {
		switch {
		case old.overlaps(in):
			return fmt.Errorf("trade stream: input %v: %w: %v", in, ErrSameInput, old)
		case in.Source == "" || in.Source != old.Source:
		case !old.sameFile(in):
			return fmt.Errorf("trade stream: input %v: %w: the source of its records, %s, is that of %v", in, ErrDuplicateID, quote(in.Source), old)
		default:
			lines += old.Lines
		}
	}
	if lines > math.MaxUint32 {
		return fmt.Errorf("trade stream: input %v: %w: more than %d lines of source %s", in, ErrRange, math.MaxUint32, quote(in.Source))
	}
	return nil
}

// ErrSameInput says that two streams to be merged have read the same.
var ErrSameInput = errors.New("read twice")

// missingInput returns an error that names the first input that is expected and was
// not read.
func missingInput(expected, read []TradeInput) error {
	inputs := slices.Clone(read)
	slices.SortStableFunc(inputs, func(a, b TradeInput) int { return cmp.Compare(a.From, b.From) })
	for _, want := range expected {
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
