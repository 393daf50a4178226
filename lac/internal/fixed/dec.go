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
	"encoding/binary"
	"errors"
	"math"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Limits of a [Dec].
const (
	MaxDigits = 38 // most digits of the coefficient
	MaxScale  = 38 // most digits after the decimal point
)

// The errors of this package. [Parse] and the arithmetic return them unwrapped.
var (
	// ErrSyntax says that a text or an encoding is not one of a number.
	ErrSyntax = errors.New("malformed number")
	// ErrRange says that the exact number is not a [Dec].
	ErrRange = errors.New("number needs more than 38 digits")
)

// maxText is the length in bytes beyond which Parse refuses a text unseen.
const maxText = 100

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
	if coef == 0 {
		return Dec{}, nil
	}
	if scale < -MaxDigits {
		return Dec{}, ErrRange
	}
	return canonical(coef < 0, u128{lo: abs64(coef)}, -scale)
}

// FromInt64 returns n.
func FromInt64(n int64) Dec { return Dec{lo: abs64(n), neg: n < 0} }

// Parse returns the number that s spells:
//
//	[+-]? digits ('.' digits)? ([eE] [+-]? digits)?
//
// with ASCII digits and nothing around or between them. Leading zeros are
// allowed. It returns [ErrSyntax] for any other text and [ErrRange] for a
// number that is not a [Dec], since it never rounds. Literals that are long
// only to make work are refused whatever they stand for: texts of more than
// 100 bytes, with ErrRange if the first 100 could be of a number, and
// exponents of more than three digits, with ErrRange.
func Parse[T ~string | ~[]byte](s T) (Dec, error) {
	if len(s) > maxText {
		for i := range maxText {
			switch c := s[i]; {
			case isDigit(c), c == '+', c == '-', c == '.', c == 'e', c == 'E':
			default:
				return Dec{}, ErrSyntax
			}
		}
		return Dec{}, ErrRange
	}

	i, neg := 0, false
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		neg = s[i] == '-'
		i++
	}
	// Zeros are held back until a digit other than 0 follows, so that coef
	// never ends in one and more than 38 digits in it are too many for good.
	var coef u128
	digits, zeros, frac, run := 0, 0, 0, 0
	dot, tooLong := false, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && !dot && run > 0 {
			dot, run = true, 0
			continue
		}
		if !isDigit(c) {
			break
		}
		run++
		if dot {
			frac++
		}
		if c == '0' {
			if digits > 0 {
				zeros++
			}
			continue
		}
		digits += zeros + 1
		switch {
		case digits <= 19:
			coef.lo = coef.lo*pow10[zeros+1].lo + uint64(c-'0')
		case digits <= MaxDigits:
			coef, _ = coef.mul(pow10[zeros+1])
			coef, _ = coef.add(u128{lo: uint64(c - '0')})
		default:
			tooLong = true
		}
		zeros = 0
	}
	if run == 0 {
		return Dec{}, ErrSyntax
	}

	exp := 0
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		i++
		negExp := false
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			negExp = s[i] == '-'
			i++
		}
		first := i
		for ; i < len(s) && isDigit(s[i]); i++ {
			if i-first < 3 {
				exp = exp*10 + int(s[i]-'0')
			}
		}
		if i == first {
			return Dec{}, ErrSyntax
		}
		tooLong = tooLong || i-first > 3
		if negExp {
			exp = -exp
		}
	}
	if i < len(s) {
		return Dec{}, ErrSyntax
	}
	if tooLong {
		return Dec{}, ErrRange
	}
	return canonical(neg, coef, exp+zeros-frac)
}

// FromDecimal returns d, or [ErrRange] if d is not a [Dec]. The work is bounded
// by the size of d's coefficient, whatever its exponent.
func FromDecimal(d decimal.Decimal) (Dec, error) {
	if d.IsZero() {
		return Dec{}, nil
	}
	if d.Exponent() >= MaxDigits {
		return Dec{}, ErrRange
	}
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
	shift := pow10[d.scale-e.scale]
	if y, ok := e.coef().mul(shift); ok {
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
	y := e.big()
	y.Mul(y, shift.big())
	return fromBig(y.Add(y, d.big()), -int(d.scale))
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
		if d.Sign() < e.Sign() {
			return -1
		}
		return +1
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

// String returns d in plain notation, as [Dec.AppendText] writes it.
func (d Dec) String() string {
	var buf [MaxDigits + 3]byte
	return string(d.AppendText(buf[:0]))
}

// AppendText appends d in plain notation to b and returns the extended slice:
// a sign if d is negative, at least one digit before the point, no exponent, no
// trailing zeros after the point, no point in an integer. [Parse] gives d back.
func (d Dec) AppendText(b []byte) []byte {
	// One 0 before the point and 38 after it make 39 digits.
	var buf [MaxDigits + 1]byte
	// coef < 10^38 < 2^127, so hi < 10^19 as Div64 wants.
	q, r := bits.Div64(d.hi, d.lo, pow10[19].lo)
	i := len(buf)
	for ; r > 0 || q > 0; r /= 10 {
		if len(buf)-i == 19 {
			r, q = q, 0
		}
		i--
		buf[i] = byte('0' + r%10)
	}
	for len(buf)-i <= int(d.scale) {
		i--
		buf[i] = '0'
	}
	if d.neg {
		b = append(b, '-')
	}
	point := len(buf) - int(d.scale)
	b = append(b, buf[i:point]...)
	if d.scale > 0 {
		b = append(b, '.')
		b = append(b, buf[point:]...)
	}
	return b
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
	return canonical(c.Sign() < 0, coef, exp)
}

// pow10 has the powers of ten from 10^0 to 10^38.
var pow10 = func() (p [MaxDigits + 1]u128) {
	p[0].lo = 1
	for i := 1; i < len(p); i++ {
		p[i], _ = p[i-1].mul(u128{lo: 10})
	}
	return p
}()

// A u128 is an unsigned integer of 128 bits.
type u128 struct{ hi, lo uint64 }

func (x u128) less(y u128) bool {
	return x.hi < y.hi || x.hi == y.hi && x.lo < y.lo
}

// add reports with ok whether x+y fits.
func (x u128) add(y u128) (z u128, ok bool) {
	lo, c := bits.Add64(x.lo, y.lo, 0)
	hi, c := bits.Add64(x.hi, y.hi, c)
	return u128{hi, lo}, c == 0
}

// sub wants y ≤ x.
func (x u128) sub(y u128) u128 {
	lo, c := bits.Sub64(x.lo, y.lo, 0)
	hi, _ := bits.Sub64(x.hi, y.hi, c)
	return u128{hi, lo}
}

// mul reports with ok whether x×y fits.
func (x u128) mul(y u128) (z u128, ok bool) {
	if x.hi != 0 && y.hi != 0 {
		return u128{}, false
	}
	hi, lo := bits.Mul64(x.lo, y.lo)
	// At most one of the two cross products is not zero.
	over1, mid1 := bits.Mul64(x.hi, y.lo)
	over2, mid2 := bits.Mul64(x.lo, y.hi)
	hi, c := bits.Add64(hi, mid1|mid2, 0)
	return u128{hi, lo}, over1|over2|c == 0
}

func (x u128) div10() (q u128, r uint64) {
	q.hi, r = x.hi/10, x.hi%10
	q.lo, r = bits.Div64(r, x.lo, 10)
	return q, r
}

func (x u128) big() *big.Int {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], x.hi)
	binary.BigEndian.PutUint64(b[8:], x.lo)
	return new(big.Int).SetBytes(b[:])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// abs64 returns |n|, also for the int64 whose absolute value no int64 holds.
func abs64(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
