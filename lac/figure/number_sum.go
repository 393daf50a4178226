package figure

import (
	"math/bits"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A part is a summand of a number in the making.
type part struct {
	value fixed.Dec
	room  int64 // what is added next must be less
	scale int64 // the last scale that multiplied it
	start int   // the token at which the number ended before this part
}

// An accumulator adds up the parts of a number: each is less than the room that
// the one before leaves, and a scale multiplies all parts that are less than it.
type accumulator struct {
	parts [10]part
	n     int
}

func (a *accumulator) top() *part {
	if a.n == 0 {
		return nil
	}
	return &a.parts[a.n-1]
}

// add adds a part; false if it does not fit after what is there.
func (a *accumulator) add(v fixed.Dec, room int64, start int) bool {
	if a.n == len(a.parts) {
		return false
	}
	if top := a.top(); top != nil && (v.Sign() <= 0 || v.Cmp(fixed.FromInt64(top.room)) >= 0) {
		return false
	}
	a.parts[a.n] = part{value: v, room: room, start: start}
	a.n++
	return true
}

// scale multiplies what is less than m by m. If that does not fit it returns how
// many parts belong together without it.
func (a *accumulator) scale(m int64, long bool) (keep int, ok bool) {
	by := fixed.FromInt64(m)
	k, thousands := a.n, false
	var sum fixed.Dec
	for k > 0 && a.parts[k-1].value.Cmp(by) < 0 {
		k--
		var err error
		if sum, err = sum.Add(a.parts[k].value); err != nil {
			return a.n, false
		}
		thousands = thousands || a.parts[k].scale >= 1000
	}
	if k == a.n && m == 1e4 && k > 0 && a.parts[k-1].scale == m {
		k-- // 三万万
		sum = a.parts[k].value
	} else if k == a.n {
		if k != 1 || a.parts[0].room > 0 || a.parts[0].scale > 0 {
			return a.n, false
		}
		k, sum = 0, a.parts[0].value // digits: 1,500 thousand
	}
	if thousands && !long && a.n-k > 1 {
		return k + 1, false // five thousand and two | million
	}
	product, err := sum.Mul(by)
	if err != nil {
		return a.n, false
	}
	if k > 0 && product.Cmp(fixed.FromInt64(a.parts[k-1].room)) >= 0 {
		return k, false // two hundred | and three hundred
	}
	space := m
	if p := a.parts[k]; a.n-k == 1 && p.scale > 0 {
		if hi, lo := bits.Mul64(uint64(p.room), uint64(m)); hi == 0 && lo < 1<<62 {
			space = int64(lo) // 一万亿零一亿
		}
	}
	a.parts[k] = part{value: product, room: space, scale: m, start: a.parts[k].start}
	a.n = k + 1
	return a.n, true
}

func (a *accumulator) sum() (fixed.Dec, bool) {
	var sum fixed.Dec
	for _, p := range a.parts[:a.n] {
		var err error
		if sum, err = sum.Add(p.value); err != nil {
			return fixed.Dec{}, false
		}
	}
	return sum, true
}

// room returns what fits after n: less than its lowest digit that is not 0.
func room(n int64) int64 {
	r := int64(1)
	for n > 0 && n%10 == 0 {
		n /= 10
		r *= 10
	}
	return r
}

// addPart adds a fraction to a whole last part, or of its scale if that is a
// thousand or more; false if the fraction has no end as a decimal.
func (a *accumulator) addPart(q ratio) bool {
	top := a.top()
	by := int64(1)
	if top.scale >= 1000 {
		by = top.scale
	}
	add, ok := quotient(q.num, q.den, by)
	if !ok || !top.value.IsInteger() {
		return false
	}
	v, err := top.value.Add(add)
	if err != nil {
		return false
	}
	top.value, top.room = v, 0
	return true
}

// quotient returns num/den × by if it ends as a decimal.
func quotient(num, den, by int64) (fixed.Dec, bool) {
	n := fixed.FromInt64(num)
	n, err := n.Mul(fixed.FromInt64(by))
	if err != nil || den <= 0 {
		return fixed.Dec{}, false
	}
	for _, step := range []struct{ by, times int64 }{{2, 5}, {5, 2}} {
		for den%step.by == 0 {
			den /= step.by
			tenth, err := fixed.New(step.times, 1)
			if err != nil {
				return fixed.Dec{}, false
			}
			if n, err = n.Mul(tenth); err != nil {
				return fixed.Dec{}, false
			}
		}
	}
	if den > 1 {
		whole, ok := n.Int64()
		if !ok || whole%den != 0 {
			return fixed.Dec{}, false
		}
		return fixed.FromInt64(whole / den), true
	}
	return n, true
}

var ten, thousand = fixed.FromInt64(10), fixed.FromInt64(1000)
