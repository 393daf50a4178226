package fixed

import "github.com/shopspring/decimal"

const (
	// int64Digits is the most digits of a coefficient that an int64 holds
	// whatever the digits are.
	int64Digits = 18
	// runScales is how many scales, from 0 up, a Run adds in words: enough for
	// amounts of money, weights, and counts in thousands or millions.
	runScales = 8
	// runLimit is more than a word holds after a term was added, and more than
	// a term: so the two do not overflow.
	runLimit = 1 << 62
)

// A Run is a [Sum] in the making, for many terms in a row. What most terms are,
// a coefficient in an int64 and a few places, it adds up in one word for each
// scale, and puts the word into the sum before it overflows. The zero value is
// the empty sum, 0. A copy of a Run is independent of the original.
type Run struct {
	sum   Sum
	words [runScales]int64 // not yet in sum; the i-th in units of 10^-i
}

// Add adds d. It allocates as [Sum.Add] does.
func (r *Run) Add(d Dec) {
	if d.scale >= runScales || d.hi != 0 || d.lo >= runLimit {
		r.sum.Add(d)
		return
	}
	coef := int64(d.lo)
	if d.neg {
		coef = -coef
	}
	r.add(coef, int(d.scale))
}

// AddDecimal adds d, with the errors of [Sum.AddDecimal]. It allocates nothing
// if d has at most 18 digits and 7 places.
func (r *Run) AddDecimal(d decimal.Decimal) error {
	// Negative exponents alone become small numbers when negated as unsigned.
	scale := uint32(-d.Exponent())
	if v := valueOf(&d); v != nil && v.IsInt64() && scale < runScales {
		if coef := v.Int64(); -runLimit < coef && coef < runLimit {
			w := &r.words[scale]
			if *w += coef; *w >= runLimit || *w <= -runLimit {
				r.carry(int(scale))
			}
			return nil
		}
	}
	return r.addOther(d)
}

// addOther adds any d as AddDecimal does.
func (r *Run) addOther(d decimal.Decimal) error {
	if scale := uint32(-d.Exponent()); scale < runScales && d.NumDigits() <= int64Digits {
		r.add(d.CoefficientInt64(), int(scale))
		return nil
	}
	return r.sum.AddDecimal(d)
}

// Sum returns the sum of all that was added.
func (r *Run) Sum() Sum {
	s := *r
	for scale := range s.words {
		s.carry(scale)
	}
	return s.sum
}

func (r *Run) add(coef int64, scale int) {
	w := &r.words[scale]
	if *w += coef; *w >= runLimit || *w <= -runLimit {
		r.carry(scale)
	}
}

// carry moves a word into the sum.
func (r *Run) carry(scale int) {
	w := &r.words[scale]
	r.sum.AddScaled(*w>>63, uint64(*w), scale)
	*w = 0
}
