// Package fixed has exact decimal numbers of up to 38 digits, and sums of them
// that cannot overflow.
//
// A [Dec] is coef × 10^-scale with |coef| ≤ 10^38-1 and 0 ≤ scale ≤ 38. It is
// a small value without pointers, kept in one canonical form, so that == is
// numeric equality. Nothing here rounds and nothing goes through a float: an
// operation gives the exact result or [ErrRange]. Only the result has to fit;
// what is computed on the way may be wider. Products and sums that fit 128 bits
// are computed with math/bits and allocate nothing, the others with math/big.
//
// A [Sum] adds any number of Decs in any order.
package fixed

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// The errors of this package. [Parse] and the arithmetic return them unwrapped.
var (
	// ErrSyntax says that a text or an encoding is not one of a number.
	ErrSyntax = errors.New("malformed number")
	// ErrRange says that the exact number is not a [Dec].
	ErrRange = errors.New("number needs more than 38 digits")
)

// A Dec is an exact decimal number of at most [MaxDigits] digits, of which all
// may stand after the decimal point. The zero value is the number 0. Two Decs
// are the same number exactly if they are ==.
type Dec struct {
	hi, lo uint64 // the coefficient
	scale  uint8  // digits after the decimal point; as few as possible
	neg    bool   // never set for zero
}

// New returns coef × 10^-scale. A negative scale appends zeros. It returns
// [ErrRange] if the number does not fit a Dec.
func New(coef int64, scale int) (Dec, error) {
	d := FromInt64(coef)
	if scale < -MaxDigits && coef != 0 {
		return Dec{}, ErrRange
	}
	return canonical(d.neg, d.coef(), -scale)
}

// FromInt64 returns n.
func FromInt64(n int64) Dec { return Dec{lo: abs64(n), neg: n < 0} }

// FromDecimal returns d, or [ErrRange] if d is not a [Dec]. The work is bounded
// by the size of d's coefficient, whatever its exponent.
func FromDecimal(d decimal.Decimal) (Dec, error) {
	return fromBig(d.Coefficient(), int(d.Exponent()))
}

// Decimal returns d as a [decimal.Decimal].
func (d Dec) Decimal() decimal.Decimal {
	if d.hi == 0 && d.lo <= math.MaxInt64 {
		n := int64(d.lo)
		if d.neg {
			n = -n
		}
		return decimal.New(n, -int32(d.scale))
	}
	return decimal.NewFromBigInt(d.big(), -int32(d.scale))
}

// Add returns d + e, or [ErrRange] if the sum is not a Dec.
func (d Dec) Add(e Dec) (Dec, error) {
	if d.scale < e.scale {
		d, e = e, d
	}
	if y, ok := e.coef().mul(pow10[d.scale-e.scale]); ok {
		x := d.coef()
		switch {
		case d.neg != e.neg && x.less(y):
			return canonical(e.neg, y.sub(x), -int(d.scale))
		case d.neg != e.neg:
			return canonical(d.neg, x.sub(y), -int(d.scale))
		}
		if z, ok := x.add(y); ok {
			return canonical(d.neg, z, -int(d.scale))
		}
	}
	// The sum has more than 38 digits, and the last is not 0: e has fewer places than
	// d, whose last is not.
	return Dec{}, ErrRange
}

// Sub returns d - e, or [ErrRange] if the difference is not a Dec.
func (d Dec) Sub(e Dec) (Dec, error) { return d.Add(e.Neg()) }

// Mul returns d × e, or [ErrRange] if the exact product is not a Dec.
func (d Dec) Mul(e Dec) (Dec, error) {
	neg, exp := d.neg != e.neg, -int(d.scale)-int(e.scale)
	if z, ok := d.coef().mul(e.coef()); ok {
		return canonical(neg, z, exp)
	}
	x := d.big()
	return fromBig(x.Mul(x, e.big()), exp)
}

// Neg returns -d.
func (d Dec) Neg() Dec {
	d.neg = !d.neg && !d.IsZero()
	return d
}

// Abs returns the absolute value of d.
func (d Dec) Abs() Dec {
	d.neg = false
	return d
}

// Cmp returns -1 if d < e, 0 if d == e and +1 if d > e. It is exact for every
// pair of Decs.
func (d Dec) Cmp(e Dec) int {
	switch {
	case d == e:
		return 0
	case d.Sign() != e.Sign():
		return cmp.Compare(d.Sign(), e.Sign())
	}
	// Only the number of the smaller scale is multiplied. If that leaves 128
	// bits it is the larger one, as the other has at most 38 digits.
	var less bool
	if d.scale <= e.scale {
		x, ok := d.coef().mul(pow10[e.scale-d.scale])
		less = ok && x.less(e.coef())
	} else {
		y, ok := e.coef().mul(pow10[d.scale-e.scale])
		less = !ok || d.coef().less(y)
	}
	if less != d.neg {
		return -1
	}
	return +1
}

// Sign returns -1 if d < 0, 0 if d is 0 and +1 if d > 0.
func (d Dec) Sign() int {
	switch {
	case d.neg:
		return -1
	case d.IsZero():
		return 0
	}
	return +1
}

// IsZero reports whether d is 0.
func (d Dec) IsZero() bool { return d == Dec{} }

// Scale returns the number of digits after the decimal point, without trailing
// zeros: 0 for an integer.
func (d Dec) Scale() int { return int(d.scale) }

// IsInteger reports whether d is an integer.
func (d Dec) IsInteger() bool { return d.scale == 0 }

// Rat returns d as a [big.Rat] of the caller's own.
func (d Dec) Rat() *big.Rat {
	return new(big.Rat).SetFrac(d.big(), pow10[d.scale].big())
}

// Int64 returns d and true if d is an integer that an int64 holds, otherwise 0
// and false.
func (d Dec) Int64() (int64, bool) {
	switch {
	case d.scale != 0 || d.hi != 0:
		return 0, false
	case d.lo <= math.MaxInt64 && !d.neg:
		return int64(d.lo), true
	case d.lo <= 1<<63 && d.neg:
		return int64(-d.lo), true
	}
	return 0, false
}

func (d Dec) coef() u128 { return u128{d.hi, d.lo} }

// big returns the signed coefficient.
func (d Dec) big() *big.Int {
	x := d.coef().big()
	if d.neg {
		x.Neg(x)
	}
	return x
}

// canonical returns ±coef × 10^exp in the one form that a Dec has.
func canonical(neg bool, coef u128, exp int) (Dec, error) {
	if coef == (u128{}) {
		return Dec{}, nil
	}
	if exp > 0 {
		if exp >= MaxDigits {
			return Dec{}, ErrRange
		}
		var ok bool
		if coef, ok = coef.mul(pow10[exp]); !ok {
			return Dec{}, ErrRange
		}
		exp = 0
	}
	for exp < 0 && coef.lo&1 == 0 {
		q, r := coef.div10()
		if r != 0 {
			break
		}
		coef = q
		exp++
	}
	if exp < -MaxScale || !coef.less(pow10[MaxDigits]) {
		return Dec{}, ErrRange
	}
	return Dec{coef.hi, coef.lo, uint8(-exp), neg}, nil
}

// fromBig returns c × 10^exp. It leaves c as it is.
func fromBig(c *big.Int, exp int) (Dec, error) {
	for c.BitLen() > 128 {
		// c has more than 38 digits; those in excess have to be zeros after
		// the point. 0.30102 is a little less than log10 2, so that k is at
		// most their number, and at least 1.
		k := int64(c.BitLen()-1)*30102/100000 + 1 - MaxDigits
		if k > -int64(exp) || int64(c.TrailingZeroBits()) < k {
			return Dec{}, ErrRange
		}
		p := big.NewInt(10)
		q, r := new(big.Int).QuoRem(c, p.Exp(p, big.NewInt(k), nil), new(big.Int))
		if r.Sign() != 0 {
			return Dec{}, ErrRange
		}
		c = q
		exp += int(k)
	}
	var b [16]byte
	c.FillBytes(b[:])
	coef := u128{binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])}
	return canonical(c.Sign() == -1, coef, exp)
}

// abs64 returns |n|, also for the int64 whose absolute value no int64 holds.
func abs64(n int64) uint64 { return uint64(max(n, -n)) }
