package lac

import "slices"

// A Comparator is the hedge with which a figure is stated. Which values it
// grants is for the checker's policy to say.
type Comparator string

const (
	Equal   Comparator = "eq"     // no hedge
	Over    Comparator = "gt"     // over, more than
	AtLeast Comparator = "ge"     // at least, no fewer than
	Under   Comparator = "lt"     // under, less than
	UpTo    Comparator = "le"     // up to, at most
	Nearly  Comparator = "nearly" // nearly, almost, close to
	About   Comparator = "about"  // about, some, around
	Between Comparator = "range"  // from Value to High
)

// IsValid reports whether c is one of the constants; empty means Equal.
func (c Comparator) IsValid() bool { return c == "" || slices.Contains(comparators, c) }

var comparators = []Comparator{Equal, Over, AtLeast, Under, UpTo, Nearly, About, Between}

// A Stated is a figure as somebody stated it: the words and what they say. The
// zero Stated means that no figure was given.
type Stated struct {
	// Text is the literal text of the figure with its hedge: "over a million".
	Text string `json:"text,omitempty"`
	// Value is the figure in base units: 518400000000 USD for $518.4 billion.
	// It is not reported where only a vague word was used.
	Value Quantity `json:"value,omitzero"`
	// High is the upper end of a range, in the unit of Value; [Between] alone
	// has one.
	High       Quantity   `json:"high,omitzero"`
	Comparator Comparator `json:"comparator,omitempty"`
	// Digits is the number of significant digits that the text gives, 4 for
	// 518.4 billion. 0: the figure was a word ("double", "a million").
	Digits int `json:"digits,omitempty"`
	// Vague is the word used in place of a figure: numerous, many, several.
	Vague string `json:"vague,omitempty"`
}

// IsZero reports whether no figure was stated.
func (s Stated) IsZero() bool { return s == Stated{} }

// String returns the literal text; where there is none the vague word, or the
// value.
func (s Stated) String() string {
	if s.Text != "" {
		return s.Text
	}
	if s.Vague != "" {
		return s.Vague
	}
	return s.Value.String()
}

func (s Stated) validate() error {
	v := validation{}
	checkWord(&v, "comparator", s.Comparator, comparators)
	v.check(s.Digits >= 0 && s.Digits <= 38, "digits", "", ErrRange)
	v.check(s.Value.IsReported() || s.Vague != "" || s.IsZero(), "value", s.Text, ErrMissing)
	v.check((s.Comparator == Between) == s.High.IsReported(), "high", s.High.String(), ErrMissing)
	if s.High.IsReported() {
		c, err := s.Value.Cmp(s.High)
		v.check(err == nil && c <= 0, "high", s.High.String(), ErrRange)
	}
	return v.err()
}
