package check

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Interval returns the values for which the stated figure is right under p:
//
//	equal       what rounds (or truncates) to it at its last stated digit;
//	            a word without digits within ±Word; a rank is exact; of years
//	            in a row at least as many
//	over        (v, ∞)     at least  [v, ∞)
//	under       (-∞, v)    up to     (-∞, v]
//	nearly      [v less Units of its last digit, v), at most Near below
//	about       within Units of its last digit, at most ±Around
//	range       from the low figure's interval to the high one's
//	vague word  [Vague, ∞)
//
// A negative figure is a fall, and what is said of figures without a hedge,
// "nearly" and "about" is said of its size; the other comparators order numbers:
// a fall by over 10 percent is under -10.
//
// It errs as [Policy.Validate], with [lac.ErrMissing] if nothing is stated and with
// [lac.ErrUnknownCode] if the policy does not know the vague word.
func (p Policy) Interval(s lac.Stated) (interval.Interval, error) {
	if !s.Value.IsReported() {
		if s.Vague == "" {
			return interval.Interval{}, fmt.Errorf("stated figure: %w", lac.ErrMissing)
		}
		least, ok := p.Vague[strings.ToLower(s.Vague)]
		if !ok {
			return interval.Interval{}, fmt.Errorf("vague word %q under the %s policy: %w", s.Vague, p.Name, lac.ErrUnknownCode)
		}
		return interval.From(interval.Closed(big.NewRat(least, 1))), nil
	}
	if err := p.Validate(); err != nil {
		return interval.Interval{}, err
	}
	v := s.Value.Amount().Rat()
	switch s.Comparator {
	case lac.Over:
		return interval.From(interval.Open(v)), nil
	case lac.AtLeast:
		return interval.From(interval.Closed(v)), nil
	case lac.Under:
		return interval.To(interval.Open(v)), nil
	case lac.UpTo:
		return interval.To(interval.Closed(v)), nil
	case lac.Nearly:
		return mirror(v, func(v *big.Rat) interval.Interval {
			return interval.Between(interval.Closed(new(big.Rat).Sub(v, p.slack(s, p.Near))), interval.Open(v))
		}), nil
	case lac.About:
		return mirror(v, func(v *big.Rat) interval.Interval {
			slack := p.slack(s, p.Around)
			return interval.Between(interval.Closed(new(big.Rat).Sub(v, slack)), interval.Closed(new(big.Rat).Add(v, slack)))
		}), nil
	case lac.Between:
		low := p.unhedged(s.Value, digitsOf(s))
		high := p.unhedged(s.High, digitsOf(s))
		return interval.Between(low.Lower, high.Upper), nil
	}
	return p.unhedged(s.Value, digitsOf(s)), nil
}

// digitsOf returns the significant digits of a stated figure. One that gives more
// than a word can say, 518,467 million, has all that it is written with, even where
// they were not counted; "double", "half" and "a million" are words.
func digitsOf(s lac.Stated) int {
	if s.Digits > 0 || s.Value.Unit() == lac.UnitTimes || s.Value.Unit() == lac.UnitPercent {
		return s.Digits
	}
	if n := significant(s.Value.Amount()); n > 1 {
		return n
	}
	return 0
}

// significant returns how many digits d is written with, without zeros at its end.
func significant(d decimal.Decimal) int {
	return len(strings.TrimRight(new(big.Int).Abs(d.Coefficient()).String(), "0"))
}

// slack returns how far a hedge reaches: Units of the last digit that is not 0, at
// most a fraction of the figure. A word without digits has that fraction.
func (p Policy) slack(s lac.Stated, most decimal.Decimal) *big.Rat {
	d := s.Value.Amount().Abs()
	slack := times(d.Rat(), most)
	if digitsOf(s) == 0 || d.IsZero() {
		return slack
	}
	unit := lastDigit(d, significant(d))
	if last := new(big.Rat).Quo(d.Rat(), unit); new(big.Int).Rem(last.Num(), big.NewInt(10)).Cmp(big.NewInt(5)) == 0 {
		unit.Mul(unit, big.NewRat(5, 2)) // "about 1.35" goes by steps of 0.05
	}
	if units := times(unit, p.Units); units.Cmp(slack) < 0 {
		return units
	}
	return slack
}

func times(v *big.Rat, f decimal.Decimal) *big.Rat { return new(big.Rat).Mul(v, f.Rat()) }

// within returns the values within a fraction of v.
func within(v *big.Rat, fraction decimal.Decimal) interval.Interval {
	return interval.Between(interval.Closed(times(v, one.Sub(fraction))), interval.Closed(times(v, one.Add(fraction))))
}

// mirror returns the interval that f gives of v, or for a negative v that of its
// size, negated: rounding, cutting and hedging treat a fall as they do a rise.
func mirror(v *big.Rat, f func(*big.Rat) interval.Interval) interval.Interval {
	if v.Sign() >= 0 {
		return f(v)
	}
	return f(new(big.Rat).Neg(v)).Neg()
}

// unhedged returns the interval of a figure stated without a hedge.
func (p Policy) unhedged(q lac.Quantity, digits int) interval.Interval {
	if q.Unit() == lac.UnitRank {
		return interval.Point(q.Amount().Rat())
	}
	return mirror(q.Amount().Rat(), func(v *big.Rat) interval.Interval {
		if digits == 0 {
			return within(v, p.Word)
		}
		step := lastDigit(q.Amount(), digits)
		half := new(big.Rat).Quo(step, big.NewRat(2, 1))
		i := interval.Between(interval.Closed(new(big.Rat).Sub(v, half)), interval.Open(new(big.Rat).Add(v, half)))
		if p.Truncation {
			i.Upper = interval.Open(new(big.Rat).Add(v, step))
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
