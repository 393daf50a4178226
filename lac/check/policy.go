package check

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A Policy says what a stated figure means: it turns words into an interval of
// values. It is data, printed in every finding; a caller may write one of their
// own.
type Policy struct {
	Name string `json:"name"`
	// Truncation lets an unhedged figure stand for what truncates to it at its
	// last stated digit, besides what rounds to it: 518.4 for 518.467.
	Truncation bool `json:"truncation"`
	// Word is the tolerance of a bare word such as "double", as a fraction.
	Word decimal.Decimal `json:"word"`
	// Near is how far below "nearly" may be, as a fraction.
	Near decimal.Decimal `json:"near"`
	// Around is the tolerance of "about", as a fraction.
	Around decimal.Decimal `json:"around"`
	// FarAbove is the multiple of an "over" figure above which a note is made.
	FarAbove decimal.Decimal `json:"far_above"`
	// Vague is the least number that a vague word stands for.
	Vague map[string]int64 `json:"vague"`
}

// Default returns the policy that a careful reader would grant.
func Default() Policy {
	return Policy{
		Name: "default", Truncation: true,
		Word: decimal.New(5, -2), Near: decimal.New(10, -2), Around: decimal.New(10, -2), FarAbove: decimal.New(2, 0),
		Vague: map[string]int64{"several": 3, "many": 5, "numerous": 10, "dozens": 24, "hundreds": 200},
	}
}

// Strict returns the policy of an opponent: rounding only, narrow words.
func Strict() Policy {
	return Policy{
		Name: "strict", Truncation: false,
		Word: decimal.New(1, -2), Near: decimal.New(5, -2), Around: decimal.New(5, -2), FarAbove: decimal.New(15, -1),
		Vague: map[string]int64{"several": 4, "many": 10, "numerous": 24, "dozens": 36, "hundreds": 300},
	}
}

// Loose returns the policy of a friend.
func Loose() Policy {
	return Policy{
		Name: "loose", Truncation: true,
		Word: decimal.New(10, -2), Near: decimal.New(20, -2), Around: decimal.New(20, -2), FarAbove: decimal.New(3, 0),
		Vague: map[string]int64{"several": 2, "many": 3, "numerous": 5, "dozens": 20, "hundreds": 150},
	}
}

// Validate reports a tolerance that is not a fraction from 0 to 1 or a number of
// unreasonable size, with [lac.ErrRange].
func (p Policy) Validate() error {
	for _, t := range []struct {
		field string
		value decimal.Decimal
		most  int64
	}{{"word", p.Word, 1}, {"near", p.Near, 1}, {"around", p.Around, 1}, {"far_above", p.FarAbove, 1_000_000}} {
		d := t.value
		// The size first: comparing a number such as 1e999999999 writes it out.
		if e := d.Exponent(); e < -38 || e > 38 || d.Coefficient().BitLen() > 128 ||
			d.Sign() < 0 || d.Cmp(decimal.NewFromInt(t.most)) > 0 {
			return fmt.Errorf("policy %q: %s: %w", p.Name, t.field, lac.ErrRange)
		}
	}
	return nil
}

// Interval returns the values for which the stated figure is right under p:
//
//	equal       what rounds (or truncates) to it at its last stated digit;
//	            a word without digits within ±Word; a rank is exact
//	over        (v, ∞)     at least  [v, ∞)
//	under       (-∞, v)    up to     (-∞, v]
//	nearly      [(1-Near)v, v)
//	about       [(1-Around)v, (1+Around)v]
//	range       from the low figure's interval to the high one's
//	vague word  [Vague, ∞)
//
// A negative figure is a fall, and what is said of figures without a hedge,
// "nearly" and "about" is said of its size; the other comparators order numbers:
// a fall by over 10 percent is under -10.
//
// It errs as [Policy.Validate], with [lac.ErrMissing] if nothing is stated and with
// [lac.ErrUnknownCode] if the policy does not know the vague word.
func (p Policy) Interval(s lac.Stated) (Interval, error) {
	if !s.Value.IsReported() {
		if s.Vague == "" {
			return Interval{}, fmt.Errorf("stated figure: %w", lac.ErrMissing)
		}
		least, ok := p.Vague[strings.ToLower(s.Vague)]
		if !ok {
			return Interval{}, fmt.Errorf("vague word %q under the %s policy: %w", s.Vague, p.Name, lac.ErrUnknownCode)
		}
		return Interval{Lower: closed(big.NewRat(least, 1)), Upper: unbounded}, nil
	}
	if err := p.Validate(); err != nil {
		return Interval{}, err
	}
	v := s.Value.Amount().Rat()
	switch s.Comparator {
	case lac.Over:
		return Interval{open(v), unbounded}, nil
	case lac.AtLeast:
		return Interval{closed(v), unbounded}, nil
	case lac.Under:
		return Interval{unbounded, open(v)}, nil
	case lac.UpTo:
		return Interval{unbounded, closed(v)}, nil
	case lac.Nearly:
		return mirror(v, func(v *big.Rat) Interval { return Interval{closed(times(v, one.Sub(p.Near))), open(v)} }), nil
	case lac.About:
		return mirror(v, func(v *big.Rat) Interval { return within(v, p.Around) }), nil
	case lac.Between:
		low := p.unhedged(s.Value, s.Digits)
		high := p.unhedged(s.High, s.Digits)
		return Interval{low.Lower, high.Upper}, nil
	}
	return p.unhedged(s.Value, s.Digits), nil
}

var one = decimal.NewFromInt(1)

func times(v *big.Rat, f decimal.Decimal) *big.Rat { return new(big.Rat).Mul(v, f.Rat()) }

// within returns the values within a fraction of v.
func within(v *big.Rat, fraction decimal.Decimal) Interval {
	return Interval{closed(times(v, one.Sub(fraction))), closed(times(v, one.Add(fraction)))}
}

// mirror returns the interval that f gives of v, or for a negative v that of its
// size, negated: rounding, cutting and hedging treat a fall as they do a rise.
func mirror(v *big.Rat, f func(*big.Rat) Interval) Interval {
	if v.Sign() >= 0 {
		return f(v)
	}
	i := scale(f(new(big.Rat).Neg(v)), -1)
	return Interval{i.Upper, i.Lower}
}

// unhedged returns the interval of a figure stated without a hedge.
func (p Policy) unhedged(q lac.Quantity, digits int) Interval {
	if q.Unit() == lac.UnitRank {
		return point(q.Amount().Rat())
	}
	return mirror(q.Amount().Rat(), func(v *big.Rat) Interval {
		if digits == 0 {
			return within(v, p.Word)
		}
		step := lastDigit(q.Amount(), digits)
		half := new(big.Rat).Quo(step, big.NewRat(2, 1))
		i := Interval{closed(new(big.Rat).Sub(v, half)), open(new(big.Rat).Add(v, half))}
		if p.Truncation {
			i.Upper = open(new(big.Rat).Add(v, step))
		}
		return i
	})
}

// lastDigit returns the value of one unit in the last of the given number of
// significant digits of d.
func lastDigit(d decimal.Decimal, digits int) *big.Rat {
	if d.IsZero() {
		return big.NewRat(1, 1)
	}
	// Decimal.NumDigits takes a binary logarithm, which errs beside powers of ten.
	written := len(new(big.Int).Abs(d.Coefficient()).String())
	places := int64(written) + int64(d.Exponent()) - int64(digits)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(places, -places)), nil)
	if places < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), ten)
	}
	return new(big.Rat).SetInt(ten)
}
