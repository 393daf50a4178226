// Package interval has exact intervals of numbers, and their arithmetic.
//
// An [Interval] lies between two bounds, each a [Bound]: a rational number that is
// in or out, or none. Records that are incomplete bound a sum from below, and a
// whole of which something is missing bounds a share from above: intervals say so
// without loss. Nothing is rounded but where it is printed.
package interval

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// compare compares two numbers as [big.Rat.Cmp] does, which multiplies by the
// denominators even where there are none: most figures are whole.
func compare(a, b *big.Rat) int {
	if a.IsInt() && b.IsInt() {
		return a.Num().Cmp(b.Num())
	}
	return a.Cmp(b)
}

// A Bound is one end of an [Interval]: an exact rational number, or none. The
// zero Bound is none. A Bound is immutable.
type Bound struct {
	value *big.Rat
	open  bool // the value itself is outside
}

// Closed returns the bound v, which is in the interval itself; none for nil. The
// bound keeps v: it is not to be changed.
func Closed(v *big.Rat) Bound { return Bound{value: v} }

// Open returns the bound v, which is outside of the interval itself; none for
// nil. The bound keeps v: it is not to be changed.
func Open(v *big.Rat) Bound { return Bound{value: v, open: v != nil} }

// IsNone reports whether the interval goes on without end on this side.
func (b Bound) IsNone() bool { return b.value == nil }

// IsOpen reports whether the value itself lies outside the interval.
func (b Bound) IsOpen() bool { return b.open }

// Rat returns a copy of the exact value, nil for none.
func (b Bound) Rat() *big.Rat {
	if b.value == nil {
		return nil
	}
	return new(big.Rat).Set(b.value)
}

// Decimal returns the value rounded half away from zero to places decimal
// places; zero for none.
func (b Bound) Decimal(places int32) decimal.Decimal {
	if b.value == nil {
		return decimal.Decimal{}
	}
	return decimal.NewFromBigInt(b.value.Num(), 0).DivRound(decimal.NewFromBigInt(b.value.Denom(), 0), places)
}

// String returns the exact value: a decimal where it ends, else a fraction;
// "∞" for none.
func (b Bound) String() string {
	if b.value == nil {
		return "∞"
	}
	if places, exact := b.value.FloatPrec(); exact {
		return b.value.FloatString(places)
	}
	return b.value.RatString()
}

// MarshalJSON writes the exact value as text, null for none.
func (b Bound) MarshalJSON() ([]byte, error) {
	if b.IsNone() {
		return []byte("null"), nil
	}
	return json.Marshal(b.String())
}

// UnmarshalJSON reads what [Bound.MarshalJSON] writes, as a bound that is not
// open. It errs as [Interval.UnmarshalJSON].
func (b *Bound) UnmarshalJSON(text []byte) error {
	var value *string
	if err := json.Unmarshal(text, &value); err != nil {
		return err
	}
	if value == nil {
		*b = Bound{}
		return nil
	}
	v, err := parseRat(*value)
	if err == nil {
		*b = Closed(v)
	}
	return err
}

// An Interval is a set of values between two bounds. The zero Interval holds
// every value: nothing is known.
type Interval struct {
	Lower, Upper Bound
}

// Point returns the interval that holds v alone. It keeps v: it is not to be
// changed.
func Point(v *big.Rat) Interval { return Interval{Closed(v), Closed(v)} }

// Of returns the interval that holds the whole number n alone.
func Of(n int64) Interval { return Point(big.NewRat(n, 1)) }

// Between returns the interval from one bound to another.
func Between(lower, upper Bound) Interval { return Interval{lower, upper} }

// From returns the interval of all values from a bound on.
func From(lower Bound) Interval { return Interval{Lower: lower} }

// To returns the interval of all values up to a bound.
func To(upper Bound) Interval { return Interval{Upper: upper} }

// IsPoint reports whether the interval is one value.
func (i Interval) IsPoint() bool {
	return i.Lower.value != nil && i.Upper.value != nil && !i.Lower.open && !i.Upper.open && compare(i.Lower.value, i.Upper.value) == 0
}

// IsUnknown reports whether the interval has no bound at all.
func (i Interval) IsUnknown() bool { return i.Lower.IsNone() && i.Upper.IsNone() }

// Within reports whether every value of i is in j.
func (i Interval) Within(j Interval) bool {
	return lowerCovers(j.Lower, i.Lower) && upperCovers(j.Upper, i.Upper)
}

// Meets reports whether i and j have a value in common.
func (i Interval) Meets(j Interval) bool {
	return reaches(i.Lower, j.Upper) && reaches(j.Lower, i.Upper)
}

// lowerCovers reports whether lower bound outer lets in all that inner does.
func lowerCovers(outer, inner Bound) bool {
	if outer.IsNone() {
		return true
	}
	if inner.IsNone() {
		return false
	}
	c := compare(outer.value, inner.value)
	return c < 0 || c == 0 && (!outer.open || inner.open)
}

func upperCovers(outer, inner Bound) bool {
	if outer.IsNone() {
		return true
	}
	if inner.IsNone() {
		return false
	}
	c := compare(outer.value, inner.value)
	return c > 0 || c == 0 && (!outer.open || inner.open)
}

// reaches reports whether some value is at or above lower and at or below upper.
func reaches(lower, upper Bound) bool {
	if lower.IsNone() || upper.IsNone() {
		return true
	}
	c := compare(lower.value, upper.value)
	return c < 0 || c == 0 && !lower.open && !upper.open
}

// String returns the interval in the usual notation, with exact bounds.
func (i Interval) String() string {
	if i.IsPoint() {
		return i.Lower.String()
	}
	var b strings.Builder
	if i.Lower.open || i.Lower.IsNone() {
		b.WriteByte('(')
	} else {
		b.WriteByte('[')
	}
	if i.Lower.IsNone() {
		b.WriteByte('-')
	}
	b.WriteString(i.Lower.String() + ", " + i.Upper.String())
	if i.Upper.open || i.Upper.IsNone() {
		b.WriteByte(')')
	} else {
		b.WriteByte(']')
	}
	return b.String()
}

// MarshalJSON writes a single value as text, and an interval by its bounds, as
// text too, leaving out what has no end.
func (i Interval) MarshalJSON() ([]byte, error) {
	if i.IsPoint() {
		return json.Marshal(i.Lower.String())
	}
	var out struct {
		Lower *boundText `json:"lower,omitempty"`
		Upper *boundText `json:"upper,omitempty"`
	}
	out.Lower, out.Upper = textOf(i.Lower), textOf(i.Upper)
	return json.Marshal(out)
}

// UnmarshalJSON reads what [Interval.MarshalJSON] writes. It errs with
// [lac.ErrSyntax] if a bound is not a decimal or a fraction, and with
// [lac.ErrRange] if one has over a thousand characters.
func (i *Interval) UnmarshalJSON(b []byte) error {
	var point string
	if json.Unmarshal(b, &point) == nil {
		v, err := parseRat(point)
		if err == nil {
			*i = Interval{Closed(v), Closed(v)}
		}
		return err
	}
	var in struct{ Lower, Upper *boundText }
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	var err error
	var got Interval
	if got.Lower, err = in.Lower.bound(); err != nil {
		return err
	}
	if got.Upper, err = in.Upper.bound(); err != nil {
		return err
	}
	*i = got
	return nil
}

// Equal reports whether i and j hold the same values.
func (i Interval) Equal(j Interval) bool { return i.Within(j) && j.Within(i) }

type boundText struct {
	Value string `json:"value"`
	Open  bool   `json:"open,omitempty"`
}

func textOf(b Bound) *boundText {
	if b.IsNone() {
		return nil
	}
	return &boundText{b.String(), b.open}
}

func (t *boundText) bound() (Bound, error) {
	if t == nil {
		return Bound{}, nil
	}
	v, err := parseRat(t.Value)
	return Bound{v, t.Open}, err
}

// parseRat reads a decimal or fraction without an exponent, which could ask for
// more memory than there is.
func parseRat(s string) (*big.Rat, error) {
	const most = 1000
	if len(s) > most {
		return nil, fmt.Errorf("number of %d characters: %w", len(s), lac.ErrRange)
	}
	if strings.Trim(s, "-0123456789./") == "" {
		if v, ok := new(big.Rat).SetString(s); ok {
			return v, nil
		}
	}
	return nil, fmt.Errorf("number %q: %w", s, lac.ErrSyntax)
}
