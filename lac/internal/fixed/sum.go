package fixed

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"
)

// sumVersion is the first byte of an encoded Sum; maxSumBytes bounds its
// magnitude. The sum of 2^64 Decs needs at most 40 bytes, that of 2^64 decimals
// of MaxWhole digits before the point all of the 64.
const (
	sumVersion  = 1
	maxSumBytes = 64
)

// MaxWhole is the most digits before the point of a [decimal.Decimal] that a
// [Sum] takes.
const MaxWhole = 96

// decimalLimit is 10^MaxWhole in units of 10^-38.
var decimalLimit = bigPow10(MaxWhole + MaxScale)

// A Sum adds up numbers exactly: it neither rounds nor overflows, so the
// order of the terms does not matter and partial sums can be merged. The zero
// value is the empty sum, 0. A copy of a Sum is independent of the original.
// Compare Sums with [Sum.Equal], not with ==. A Sum is not safe for use by
// several goroutines at once if one of them changes it.
type Sum struct {
	// near holds the sum in units of 10^-38, two's complement, least
	// significant word first. One Dec takes less than 2^253 of the 2^319.
	near limbs
	// far is what had to leave near, nil if nothing, in the same unit. Copies
	// share it: it is replaced, never changed.
	far *big.Int
}

// Add adds d to s. It allocates only when the sum leaves 319 bits, which takes
// some 10^19 of the largest Decs.
func (s *Sum) Add(d Dec) { s.add(newLimbs(d)) }

// AddScaled adds (hi × 2^64 + lo) × 10^-scale to s, for a scale from 0 to 38. Of
// hi and lo together, a signed integer of 128 bits, hi has the sign. It
// allocates as [Sum.Add] does.
func (s *Sum) AddScaled(hi int64, lo uint64, scale int) {
	x := u128{uint64(hi), lo}
	if hi < 0 {
		x = u128{}.sub(x)
	}
	s.add(product(hi < 0, x, pow10[MaxScale-scale]))
}

// AddDecimal adds d to s, however many digits d has. It returns [ErrRange], and
// leaves s alone, if d has digits other than 0 after the 38th place or needs
// more than [MaxWhole] before the point. The work is bounded by the size of d's
// coefficient, whatever its exponent.
func (s *Sum) AddDecimal(d decimal.Decimal) error {
	exp := int(d.Exponent())
	switch {
	case d.IsZero():
		return nil
	case exp >= MaxWhole:
		return ErrRange
	case d.NumDigits() <= 18: // which an int64 holds whatever they are
		if x, err := New(d.CoefficientInt64(), -exp); err == nil {
			s.Add(x)
			return nil
		}
	}
	c := d.Coefficient()
	if shift := exp + MaxScale; shift >= 0 {
		if c.BitLen() > decimalLimit.BitLen() {
			return ErrRange
		}
		c.Mul(c, bigPow10(shift))
	} else {
		// This many digits have to be zeros; more than c has are not.
		if c.TrailingZeroBits() < uint(-shift) {
			return ErrRange
		}
		r := new(big.Int)
		if c.QuoRem(c, bigPow10(-shift), r); r.Sign() != 0 {
			return ErrRange
		}
	}
	if c.CmpAbs(decimalLimit) >= 0 {
		return ErrRange
	}
	if x, ok := limbsFromBig(c); ok {
		s.add(x)
	} else {
		s.addFar(c)
	}
	return nil
}

// Merge adds all that was added to t to s.
func (s *Sum) Merge(t Sum) {
	s.add(t.near)
	if t.far != nil {
		s.addFar(t.far)
	}
}

func (s *Sum) add(x limbs) {
	z, ok := s.near.add(x)
	if ok {
		s.near = z
		return
	}
	s.addFar(s.near.big())
	s.near = x
}

// addFar adds x, which the caller no longer changes.
func (s *Sum) addFar(x *big.Int) {
	if s.far != nil {
		x = new(big.Int).Add(s.far, x)
	}
	s.far = x
}

// Dec returns the sum, or [ErrRange] if it is not a [Dec].
func (s Sum) Dec() (Dec, error) { return fromBig(s.big(), -MaxScale) }

// Decimal returns the sum, which a [decimal.Decimal] always holds.
func (s Sum) Decimal() decimal.Decimal {
	c, scale := s.stripped()
	return decimal.NewFromBigInt(c, -int32(scale))
}

// Equal reports whether s and t are the same number.
func (s Sum) Equal(t Sum) bool {
	if s.far == nil && t.far == nil {
		return s.near == t.near
	}
	return s.big().Cmp(t.big()) == 0
}

// AppendBinary appends an encoding of s to b and returns the extended slice.
// Sums that are equal have the same encoding. It returns b and [ErrRange] if the
// coefficient needs more than 64 bytes; the sum is then beyond 10^116, which is
// out of reach for numbers added one by one.
//
// The encoding is a version byte, a byte with the scale in the lower bits and
// the sign in the highest, and the coefficient, big endian without leading
// zeros; the scale is the least possible.
func (s Sum) AppendBinary(b []byte) ([]byte, error) {
	c, scale := s.stripped()
	if c.BitLen() > 8*maxSumBytes {
		return b, ErrRange
	}
	head := byte(scale)
	if c.Sign() == -1 {
		head |= 0x80
	}
	return append(append(b, sumVersion, head), c.Bytes()...), nil
}

// UnmarshalBinary sets s to the sum that [Sum.AppendBinary] encoded as b. It
// returns an error that wraps [ErrSyntax], and leaves s alone, if b is not
// exactly what AppendBinary writes.
func (s *Sum) UnmarshalBinary(b []byte) error {
	if len(b) < 2 || len(b) > 2+maxSumBytes || b[0] != sumVersion {
		return fmt.Errorf("sum encoded in %d bytes: %w", len(b), ErrSyntax)
	}
	neg, scale, mag := b[1]&0x80 != 0, int(b[1]&0x7f), b[2:]
	c := new(big.Int).SetBytes(mag)
	switch {
	case scale > MaxScale,
		len(mag) == 0 && b[1] != 0,
		len(mag) > 0 && mag[0] == 0,
		scale > 0 && new(big.Int).Rem(c, big.NewInt(10)).Sign() == 0:
		return fmt.Errorf("sum not in canonical form: %w", ErrSyntax)
	}
	c.Mul(c, pow10[MaxScale-scale].big())
	if neg {
		c.Neg(c)
	}
	if x, ok := limbsFromBig(c); ok {
		*s = Sum{near: x}
	} else {
		*s = Sum{far: c}
	}
	return nil
}

// big returns the sum in units of 10^-38, for the caller to change.
func (s Sum) big() *big.Int {
	x := s.near.big()
	if s.far != nil {
		x.Add(x, s.far)
	}
	return x
}

// stripped returns the sum as c × 10^-scale, with the least scale.
func (s Sum) stripped() (c *big.Int, scale int) {
	c = s.big()
	if c.Sign() == 0 {
		return c, 0
	}
	scale = MaxScale
	q, r := new(big.Int), new(big.Int)
	for k := 32; k > 0; k /= 2 {
		if k > scale || c.TrailingZeroBits() < uint(k) {
			continue
		}
		if q.QuoRem(c, pow10[k].big(), r); r.Sign() == 0 {
			c, q = q, c
			scale -= k
		}
	}
	return c, scale
}

// limbs is an integer of 320 bits in two's complement, least significant word
// first.
type limbs [5]uint64

// newLimbs returns d in units of 10^-38.
func newLimbs(d Dec) limbs { return product(d.neg, d.coef(), pow10[MaxScale-d.scale]) }

// product returns ±x×y.
func product(neg bool, x, y u128) limbs {
	var z limbs
	var c, hi, lo uint64
	z[1], z[0] = bits.Mul64(x.lo, y.lo)
	z[3], z[2] = bits.Mul64(x.hi, y.hi)
	hi, lo = bits.Mul64(x.hi, y.lo)
	z[1], c = bits.Add64(z[1], lo, 0)
	z[2], c = bits.Add64(z[2], hi, c)
	z[3] += c
	hi, lo = bits.Mul64(x.lo, y.hi)
	z[1], c = bits.Add64(z[1], lo, 0)
	z[2], c = bits.Add64(z[2], hi, c)
	z[3] += c
	if neg {
		return z.neg()
	}
	return z
}

// limbsFromBig reports with ok whether c fits.
func limbsFromBig(c *big.Int) (z limbs, ok bool) {
	if c.BitLen() >= 64*len(z) {
		return z, false
	}
	var b [8 * len(z)]byte
	c.FillBytes(b[:])
	for i := range z {
		z[i] = binary.BigEndian.Uint64(b[8*(len(z)-1-i):])
	}
	if c.Sign() == -1 {
		z = z.neg()
	}
	return z, true
}

func bigPow10(n int) *big.Int {
	p := big.NewInt(10)
	return p.Exp(p, big.NewInt(int64(n)), nil)
}

func (x limbs) negative() bool { return x[len(x)-1]>>63 != 0 }

func (x limbs) neg() limbs {
	var c uint64
	for i := range x {
		x[i], c = bits.Sub64(0, x[i], c)
	}
	return x
}

// add reports with ok whether x+y fits.
func (x limbs) add(y limbs) (z limbs, ok bool) {
	var c uint64
	for i := range x {
		z[i], c = bits.Add64(x[i], y[i], c)
	}
	return z, x.negative() != y.negative() || x.negative() == z.negative()
}

func (x limbs) big() *big.Int {
	neg := x.negative()
	if neg {
		// The least value is its own negative; read as unsigned it is right.
		x = x.neg()
	}
	var b [8 * len(x)]byte
	for i, w := range x {
		binary.BigEndian.PutUint64(b[8*(len(x)-1-i):], w)
	}
	c := new(big.Int).SetBytes(b[:])
	if neg {
		c.Neg(c)
	}
	return c
}
