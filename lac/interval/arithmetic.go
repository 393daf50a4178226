package interval

import "math/big"

// Cmp compares the values of two bounds and returns -1, 0 or +1, whether the
// values are in or out. Both must have one.
func (b Bound) Cmp(c Bound) int { return compare(b.value, c.value) }

// Sign returns -1, 0 or +1 as the value is negative, zero or positive; 0 for
// none.
func (b Bound) Sign() int {
	if b.value == nil {
		return 0
	}
	return b.value.Sign()
}

// combine applies an operation to two bounds: it is none if either is, and open
// if either is.
func combine(x, y Bound, op func(z, x, y *big.Rat) *big.Rat) Bound {
	if x.IsNone() || y.IsNone() {
		return Bound{}
	}
	return Bound{op(new(big.Rat), x.value, y.value), x.open || y.open}
}

// Add returns the sum of two bounds, none if either is.
func (b Bound) Add(c Bound) Bound { return combine(b, c, (*big.Rat).Add) }

// Sub returns b less c, none if either is.
func (b Bound) Sub(c Bound) Bound { return combine(b, c, (*big.Rat).Sub) }

// Add returns the interval of the sums of a value of i and a value of j.
func (i Interval) Add(j Interval) Interval {
	return Interval{i.Lower.Add(j.Lower), i.Upper.Add(j.Upper)}
}

// Sub returns the interval of the differences of a value of i and a value of j.
func (i Interval) Sub(j Interval) Interval {
	return Interval{i.Lower.Sub(j.Upper), i.Upper.Sub(j.Lower)}
}

// Div returns the interval of the quotients of a value of i and a value of j, if
// neither holds a negative value; of others it says nothing. What is divided by
// 0 has no bound. For amounts, which are not negative, see [Interval.NotNegative].
func (i Interval) Div(j Interval) Interval {
	for _, lower := range []Bound{i.Lower, j.Lower} {
		if lower.IsNone() || lower.Sign() < 0 {
			return Interval{}
		}
	}
	quotient := func(x, y Bound) Bound {
		if y.Sign() <= 0 {
			return Bound{}
		}
		if x.Sign() == 0 { // of whatever, 0 is 0
			y.open = false
		}
		return combine(x, y, (*big.Rat).Quo)
	}
	return Interval{quotient(i.Lower, j.Upper), quotient(i.Upper, j.Lower)}
}

// NotNegative returns i, from 0 on where it has no lower bound: for amounts, of
// which the most alone may be known.
func (i Interval) NotNegative() Interval {
	if i.Lower.IsNone() {
		i.Lower = Closed(new(big.Rat))
	}
	return i
}

// Map returns the interval between f of the bounds of i. f must not fall as its
// argument rises.
func (i Interval) Map(f func(*big.Rat) *big.Rat) Interval {
	apply := func(b Bound) Bound {
		if b.IsNone() {
			return b
		}
		return Bound{f(b.value), b.open}
	}
	return Interval{apply(i.Lower), apply(i.Upper)}
}

// Mul returns the interval of the values of i times v.
func (i Interval) Mul(v *big.Rat) Interval {
	if v.Sign() == 0 {
		return Of(0)
	}
	i = i.Map(func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, v) })
	if v.Sign() == -1 {
		i.Lower, i.Upper = i.Upper, i.Lower
	}
	return i
}

// Shift returns the interval of the values of i and v together.
func (i Interval) Shift(v *big.Rat) Interval {
	return i.Map(func(x *big.Rat) *big.Rat { return new(big.Rat).Add(x, v) })
}

// Neg returns the interval of the values of i with the other sign.
func (i Interval) Neg() Interval { return i.Mul(big.NewRat(-1, 1)) }

// Whole returns i for what is counted: an end that is no whole number is moved to the
// next one inside, and where i has one whole number alone it is that. It is i itself
// where that has none.
func (i Interval) Whole() Interval {
	inside := func(b Bound, up bool) *big.Rat { // the first whole number in from b
		n := new(big.Int).Div(b.value.Num(), b.value.Denom()) // down, below zero too
		switch {
		case b.value.IsInt() && b.open && up, !b.value.IsInt() && up:
			n.Add(n, big.NewInt(1))
		case b.value.IsInt() && b.open:
			n.Sub(n, big.NewInt(1))
		}
		return new(big.Rat).SetInt(n)
	}
	if !i.Lower.IsNone() && !i.Upper.IsNone() {
		switch least, most := inside(i.Lower, true), inside(i.Upper, false); compare(least, most) {
		case 0:
			return Point(least)
		case 1:
			return i
		}
	}
	if !i.Lower.IsNone() && !i.Lower.value.IsInt() {
		i.Lower = Closed(inside(i.Lower, true))
	}
	if !i.Upper.IsNone() && !i.Upper.value.IsInt() {
		i.Upper = Closed(inside(i.Upper, false))
	}
	return i
}

// Widen returns the interval of all values that differ from some value v of i by at
// most a fraction of the size of v: 0.05 makes of 100 the interval from 95 to 105.
func (i Interval) Widen(fraction *big.Rat) Interval {
	if fraction.Sign() == 0 {
		return i
	}
	out := func(b Bound, isLower bool) Bound {
		if b.IsNone() {
			return b
		}
		size := new(big.Rat).Abs(b.value)
		size.Mul(size, fraction)
		if isLower {
			size.Neg(size)
		}
		return Bound{size.Add(size, b.value), b.open}
	}
	return Interval{out(i.Lower, true), out(i.Upper, false)}
}

// Hull returns the smallest interval that holds both i and j.
func (i Interval) Hull(j Interval) Interval {
	if lowerCovers(j.Lower, i.Lower) {
		i.Lower = j.Lower
	}
	if upperCovers(j.Upper, i.Upper) {
		i.Upper = j.Upper
	}
	return i
}
