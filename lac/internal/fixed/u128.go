package fixed

import (
	"encoding/binary"
	"math/big"
	"math/bits"
)

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

// Limits of a [Dec].
const (
	MaxDigits = 38 // most digits of the coefficient
	MaxScale  = 38 // most digits after the decimal point
)
