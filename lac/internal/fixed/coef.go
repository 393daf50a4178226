package fixed

import "math"

// Coef returns d as coef × 10^-scale with the least scale; false if the absolute
// value of coef is not that of an int64.
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
	if uint(by) >= uint(len(rescales)) {
		return 0, false
	}
	r := &rescales[by]
	return coef * r.power, -r.most <= coef && coef <= r.most
}

// rescales has the powers of ten that an int64 holds, and the greatest number
// that times each does too.
var rescales = func() (all [19]struct{ power, most int64 }) {
	for i := range all {
		all[i].power = int64(pow10[i].lo)
		all[i].most = math.MaxInt64 / all[i].power
	}
	return all
}()
