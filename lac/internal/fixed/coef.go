package fixed

import "math"

// Coef returns d as coef × 10^-scale with the least scale; false if coef does
// not fit.
func (d Dec) Coef() (coef int64, scale int, ok bool) {
	if d.hi != 0 || d.lo > math.MaxInt64 {
		return 0, 0, false
	}
	coef = int64(d.lo)
	if d.neg {
		coef = -coef
	}
	return coef, int(d.scale), true
}

// Rescale returns coef × 10^by; false if that does not fit or by is not from 0
// to 18.
func Rescale(coef int64, by int) (int64, bool) {
	if uint(by) > maxInt64Power {
		return 0, false
	}
	p := int64(pow10[by].lo)
	z := coef * p
	if z/p != coef {
		return 0, false
	}
	return z, true
}

// maxInt64Power is the greatest power of ten that an int64 holds.
const maxInt64Power = 18
