package figure

import (
	"math/big"
	"math/bits"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// half reads "half", "half a million", "half million" at token i.
func (s *scanner) half(i int) (number, bool) {
	j := i + 1
	if w := s.sense(j); w != nil && w.flags&flagArticle != 0 || s.dash(j) {
		j++
	}
	w := s.sense(j)
	if w != nil && (w.class == classScale && w.value >= 100 || w.class == classCollective && w.value > 2) {
		v, ok := quotient(1, 2, w.value)
		if !ok {
			return number{}, false
		}
		half, _ := quotient(1, 2, 1)
		n := number{from: i, to: j + 1, value: v, mantissa: half, scale: fixed.FromInt64(w.value), numeral: s.span(i, i+1)}
		// half a million million: no more than one further scale
		return n, true
	}
	if s.lex.Hyphens || s.unitOfPart(i+1) > 0 {
		return s.fraction(i, i+1, 1, 2, 0)
	}
	return number{}, false
}

// unitOfPart returns the token at which the unit begins that a fraction before
// token j is of: half a percent, un cuarto de punto, medio dólar. It is 0 if there
// is none.
func (s *scanner) unitOfPart(j int) int {
	k := j
	if s.has(k, flagOf) {
		k++
	}
	switch {
	case s.has(k, flagArticle) && !s.lex.NounFirst:
		k++
	case k > j && !s.lex.NounFirst:
		return 0
	}
	p, _ := s.unitAfter(k, func(p *phrase) bool {
		return p.exact == "" && (p.unit.class == lexicon.Percent || p.unit.class == lexicon.Money || p.unit.class == lexicon.Measure)
	})
	if p == nil {
		return 0
	}
	return k
}

// ofOnePercent reports whether "of one percent" stands at token j.
func (s *scanner) ofOnePercent(j int) bool {
	if !s.has(j, flagOf) || !s.percentAt(j+2) {
		return false
	}
	if t := &s.tokens[j+1]; t.kind == tokenNumeral {
		return s.numerals[t.numeral].value == fixed.FromInt64(1)
	}
	w := s.sense(j + 1)
	return w != nil && w.class == classCardinal && w.value == 1
}

// halfMore adds to m the half that follows its unit: two dollars and a half.
func (s *scanner) halfMore(m *measured) {
	j := m.to
	if m.unit == nil || m.form != formCardinal || !m.scale.IsZero() || !m.value.IsInteger() || m.long || !s.has(j, flagAnd) {
		return
	}
	j++
	if s.has(j, flagArticle) {
		j++
	}
	w := s.sense(j)
	if w == nil || w.class != classHalf || s.tokens[j].kind != tokenWord || s.unitOfPart(j+1) > 0 {
		return
	}
	if next := s.sense(j + 1); next != nil && (next.class == classScale || next.class == classCollective || next.flags&flagArticle != 0) {
		return // and half a million
	}
	half, _ := quotient(1, 2, 1)
	if v, err := m.value.Add(half); err == nil {
		m.value, m.to, m.lone, m.digits = v, j+1, nil, 0
	}
}

// fraction returns num/den as the number of tokens from i to end, times a scale
// that follows: three quarters of a million.
func (s *scanner) fraction(i, end int, num, den int64, digits int) (number, bool) {
	if den == 0 {
		return number{}, false
	}
	n := number{from: i, to: end, form: formFraction, digits: digits, numeral: s.span(i, end)}
	by := int64(1)
	j := end
	if s.dash(j) && s.glued(j) && s.glued(j+1) {
		if w := s.sense(j + 1); w != nil && w.class == classScale && w.value >= 1000 {
			end++ // a quarter-million
			j++
		}
	}
	if w := s.sense(j); w != nil && w.flags&flagOf != 0 {
		j++
	}
	if w := s.sense(j); w != nil && w.flags&flagArticle != 0 {
		j++
	}
	if w := s.sense(j); w != nil && w.class == classScale && w.value >= 1000 && s.tokens[j].kind == tokenWord && (j == end || j == end+2 || j == end+1 && s.lex.NounFirst) {
		by, n.to, n.form = w.value, j+1, formCardinal
		n.scale = fixed.FromInt64(by)
	}
	n.setRatio(num, den, by)
	return n, true
}

// setRatio sets the value to num/den × by, rounded to 15 significant digits if it
// has no end.
func (n *number) setRatio(num, den, by int64) {
	if by == 1 {
		n.ratio = ratio{num, den}
	}
	if v, ok := quotient(num, den, by); ok {
		n.value, n.mantissa = v, v
		return
	}
	r := new(big.Rat).SetFrac64(num, den)
	r.Mul(r, new(big.Rat).SetInt64(by))
	if by > 1 && r.Num().IsInt64() && r.Denom().IsInt64() {
		n.ratio = ratio{r.Num().Int64(), r.Denom().Int64()}
	}
	// The number of digits before the point decides how many come behind it.
	whole := new(big.Int).Quo(r.Num(), r.Denom()).String()
	places := 15 - len(whole)
	if whole == "0" {
		places = 15 + zerosBehindPoint(num, den)
	}
	v, err := fixed.Parse(strings.TrimSuffix(r.FloatString(max(places, 0)), "."))
	if err != nil {
		n.long, n.doubt = true, doubtLong
	}
	n.value, n.mantissa = v, v
}

// zerosBehindPoint returns the number of zeros before the first digit of num/den < 1.
func zerosBehindPoint(num, den int64) int {
	zeros := 0
	for n := uint64(num); n > 0 && zeros < 18; zeros++ {
		hi, lo := bits.Mul64(n, 10)
		if hi > 0 || lo >= uint64(den) {
			break
		}
		n = lo
	}
	return zeros
}

// slashed reads a fraction in digits: 3/4.
func (s *scanner) slashed(i int) (number, bool) {
	num, den, end := s.slash(i)
	if end == 0 || num > den && den > 16 || num == 24 && den == 7 || s.tokens[i].start > 0 && (s.text[s.tokens[i].start-1] == '/' || s.text[s.tokens[i].start-1] == '-' && !s.isMinus(i-1)) {
		return number{}, false
	}
	q, ok := s.fraction(i, end, num, den, 0)
	return q, ok
}

// slash returns the two sides of a slash at token i, and the token behind; 0 if
// it is no fraction.
func (s *scanner) slash(i int) (num, den int64, end int) {
	if i+2 >= len(s.tokens) || s.text[s.tokens[i+1].start:s.tokens[i+1].end] != "/" || s.tokens[i+1].spaced || s.tokens[i+2].spaced || s.tokens[i+2].kind != tokenNumeral {
		return 0, 0, 0
	}
	if i+3 < len(s.tokens) && !s.tokens[i+3].spaced && s.text[s.tokens[i+3].start:s.tokens[i+3].end] == "/" {
		return 0, 0, 0 // a date
	}
	a, b := &s.numerals[s.tokens[i].numeral], &s.numerals[s.tokens[i+2].numeral]
	num, ok1 := a.value.Int64()
	den, ok2 := b.value.Int64()
	if !ok1 || !ok2 || a.state != numeralKnown || b.state != numeralKnown || !a.plain || !b.plain || a.zero || b.zero || den < 2 || den > 1000 || num == 0 {
		return 0, 0, 0
	}
	return num, den, i + 3
}

// mixed reads a whole number with a fraction: 2 1/2, 2½.
func (s *scanner) mixed(k int, whole fixed.Dec) (number, bool) {
	w, ok := whole.Int64()
	if !ok || k+1 >= len(s.tokens) || w > 1<<40 {
		return number{}, false
	}
	t := &s.tokens[k+1]
	num, den, end := int64(0), int64(0), 0
	if q, ok := fractionMarks[s.mark(k+1)]; ok {
		num, den, end = q.num, q.den, k+2
	} else if t.kind == tokenNumeral && t.spaced {
		num, den, end = s.slash(k + 1)
	}
	if end == 0 || num >= den {
		return number{}, false
	}
	q, ok := s.fraction(k, end, w*den+num, den, 0)
	if q.form == formFraction {
		q.form = formCardinal
	}
	return q, ok
}
