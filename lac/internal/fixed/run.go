package fixed

import (
	"math/bits"

	"github.com/shopspring/decimal"
)

// runScales is how many scales, from 0 up, a Run adds in words: enough for amounts
// of money, weights, and counts in thousands or millions.
const runScales = 8

// A Run is a [Sum] in the making, for many terms in a row. What most terms are, a
// coefficient of one word and a few places, it adds up in two words for each scale,
// which no number of terms that is counted in a word overflows. The zero value is the
// empty sum, 0. A copy of a Run is independent of the original.
type Run struct {
	sum   Sum
	words [runScales]struct { // not yet in sum; the i-th in units of 10^-i, in two's complement
		hi int64
		lo uint64
	}
}

// Add adds d. It allocates as [Sum.Add] does.
func (r *Run) Add(d Dec) {
	if d.scale >= runScales || d.hi != 0 {
		r.sum.Add(d)
		return
	}
	hi, lo := int64(0), d.lo
	if d.neg {
		hi, lo = -1, -lo
	}
	r.add(hi, lo, int(d.scale))
}

// AddDecimal adds d, with the errors of [Sum.AddDecimal]. It allocates nothing if the
// coefficient of d is an int64 and d has at most 7 places.
func (r *Run) AddDecimal(d decimal.Decimal) error {
	// Negative exponents alone become small numbers when negated as unsigned.
	scale := uint32(-d.Exponent())
	if v := valueOf(&d); v != nil && v.IsInt64() && scale < runScales {
		coef := v.Int64()
		r.add(coef>>63, uint64(coef), int(scale))
		return nil
	}
	return r.sum.AddDecimal(d)
}

// Sum returns the sum of all that was added.
func (r *Run) Sum() Sum {
	s := r.sum
	for scale, w := range r.words {
		s.AddScaled(w.hi, w.lo, scale)
	}
	return s
}

func (r *Run) add(hi int64, lo uint64, scale int) {
	w := &r.words[scale]
	var carry uint64
	w.lo, carry = bits.Add64(w.lo, lo, 0)
	w.hi += hi + int64(carry)
}
