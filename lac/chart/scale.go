package chart

import (
	"math/big"

	"github.com/sinolac/sinolac/lac"
)

// A scale turns values into places between two pixels, and knows the round values
// to print beside them.
type scale struct {
	low, high *big.Rat
	from, to  int // the pixels of low and high
	ticks     []*big.Rat
}

// newScale returns a scale over values, from 0 on if zero says so, and with a
// round value at each end.
func newScale(values []*big.Rat, zero bool, from, to, most int) scale {
	s := scale{low: new(big.Rat), high: new(big.Rat), from: from, to: to}
	for i, v := range values {
		if i == 0 && !zero {
			s.low.Set(v)
			s.high.Set(v)
		}
		if v.Cmp(s.low) < 0 {
			s.low.Set(v)
		}
		if v.Cmp(s.high) > 0 {
			s.high.Set(v)
		}
	}
	span := new(big.Rat).Sub(s.high, s.low)
	if span.Sign() == 0 {
		span.SetInt64(1)
		if s.high.Sign() != 0 {
			span.Abs(s.high)
		}
	}
	step := roundStep(new(big.Rat).Quo(span, big.NewRat(int64(max(most, 1)), 1)))
	first, last := floor(new(big.Rat).Quo(s.low, step)), ceil(new(big.Rat).Quo(s.high, step))
	if first.Cmp(last) == 0 {
		last.Add(last, big.NewInt(1))
	}
	for n := new(big.Int).Set(first); n.Cmp(last) <= 0; n.Add(n, big.NewInt(1)) {
		s.ticks = append(s.ticks, new(big.Rat).Mul(step, new(big.Rat).SetInt(n)))
	}
	s.low, s.high = s.ticks[0], s.ticks[len(s.ticks)-1]
	return s
}

// lengthScale returns a scale over values and 0, as they are: of bars, which have
// their figures beside them.
func lengthScale(values []*big.Rat, from, to int) scale {
	s := scale{low: new(big.Rat), high: new(big.Rat), from: from, to: to}
	for _, v := range values {
		if v.Cmp(s.low) < 0 {
			s.low.Set(v)
		}
		if v.Cmp(s.high) > 0 {
			s.high.Set(v)
		}
	}
	if s.low.Cmp(s.high) == 0 {
		s.high.SetInt64(1)
	}
	return s
}

// at returns the pixel of v; what lies beyond an end is at that end.
func (s scale) at(v *big.Rat) int {
	if v.Cmp(s.low) <= 0 {
		return s.from
	}
	if v.Cmp(s.high) >= 0 {
		return s.to
	}
	part := new(big.Rat).Quo(new(big.Rat).Sub(v, s.low), new(big.Rat).Sub(s.high, s.low))
	part.Mul(part, big.NewRat(int64(s.to-s.from), 1)).Add(part, big.NewRat(1, 2))
	return s.from + int(floor(part).Int64())
}

// roundStep returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is
// not less than v, which is positive.
func roundStep(v *big.Rat) *big.Rat {
	ten, power := big.NewRat(10, 1), big.NewRat(1, 1)
	for power.Cmp(v) > 0 {
		power.Quo(power, ten)
	}
	for new(big.Rat).Mul(power, ten).Cmp(v) <= 0 {
		power.Mul(power, ten)
	}
	for _, factor := range []*big.Rat{big.NewRat(1, 1), big.NewRat(2, 1), big.NewRat(5, 2), big.NewRat(5, 1)} {
		if step := new(big.Rat).Mul(power, factor); step.Cmp(v) >= 0 {
			return step
		}
	}
	return power.Mul(power, ten)
}

func floor(v *big.Rat) *big.Int {
	// Div rounds towards negative infinity for a positive divisor.
	return new(big.Int).Div(v.Num(), v.Denom())
}

func ceil(v *big.Rat) *big.Int {
	n := floor(new(big.Rat).Neg(v))
	return n.Neg(n)
}

// A measure is the size in which the figures of one picture are printed.
type measure struct {
	zeros int // figures are divided by this power of ten
	unit  lac.Unit
}

// measureOf returns the measure in which the largest of values has at most four
// digits before its point.
func measureOf(values []*big.Rat, unit lac.Unit) measure {
	m := measure{unit: unit}
	if unit == lac.UnitPercent || unit == lac.UnitTimes {
		return m
	}
	for _, zeros := range []int{6, 9, 12} {
		limit := new(big.Rat).SetInt(tens(zeros))
		for _, v := range values {
			if new(big.Rat).Abs(v).Cmp(limit) >= 0 {
				m.zeros = zeros
			}
		}
	}
	return m
}

// tens returns a power of ten.
func tens(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// in returns v in the measure.
func (m measure) in(v *big.Rat) *big.Rat {
	return new(big.Rat).Quo(v, new(big.Rat).SetInt(tens(m.zeros)))
}
