package figure

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// alone reports whether a number of one character is a number and not part of a
// word: it counts something, is hedged, or stands by itself.
func (s *scanner) alone(n *number) bool {
	i := n.from
	n.pronoun = s.has(i, flagOne)
	if s.has(i, flagFormal) && !s.hanAny(i+1, s.lex.Han.Cheque) {
		return false // 陆地
	}
	if s.countable(i+1) || (s.has(i+1, flagTo) || s.dash(i+1)) && s.startsNumber(i+2) {
		return true
	}
	if p, from := s.matchBefore(i, 1<<roleHedge); p != nil && from >= s.taken && (i+1 >= len(s.tokens) || s.tokens[i+1].kind != tokenHan) {
		return true
	}
	if s.has(i-1, flagCopula) && (s.char(i+1) == "" || s.has(i+1, flagCopula)) {
		return true // 答案是六, 不是三而是七
	}
	if s.hanAny(i-1, s.lex.Han.First) && s.char(i+1) == "" && s.char(i-2) != "" {
		return true // 位列前五
	}
	edge := func(k, right int) bool {
		return k < 0 || k >= len(s.tokens) || s.tokens[k].kind != tokenHan || s.tokens[right].spaced
	}
	return edge(i-1, i) && edge(i+1, i+1)
}

// mixedParts reads 三又二分之一, n being the whole and m the parts.
func (s *scanner) mixedParts(n, m number) (number, bool) {
	q, ok := s.hanCardinal(m.to + 2)
	if !ok {
		return number{}, false
	}
	whole, ok1 := n.value.Int64()
	den, ok2 := m.value.Int64()
	num, ok3 := q.value.Int64()
	if !ok1 || !ok2 || !ok3 || den <= 0 || whole > 1<<30 || den > 1<<30 || num > 1<<30 {
		return number{}, false
	}
	return s.fraction(n.from, q.to, whole*den+num, den, 0)
}

// tenths reads 三成, 七成五 and 三成半.
func (s *scanner) tenths(n number, j int) (number, bool) {
	v, err := n.value.Mul(fixed.FromInt64(10))
	if err != nil {
		return number{}, false
	}
	end := j + 1
	more := int64(0)
	if d, ok := s.hanDigit(end); ok && d > 0 && !s.has(end+1, flagMeasure|flagMany) {
		more = d
	} else if s.hanAny(end, s.lex.Han.Half) {
		more = 5
	}
	if more > 0 {
		if v, err = v.Add(fixed.FromInt64(more)); err != nil {
			return number{}, false
		}
		end++
	}
	n.value, n.mantissa, n.unit, n.to, n.lone = v, v, percentUnit, end, nil
	n.numeral = s.span(n.from, j)
	return n, true
}

// hanOrdinal reads 第二十一, 第3.
func (s *scanner) hanOrdinal(i int) (number, bool) {
	if i+1 >= len(s.tokens) {
		return number{}, false
	}
	n, ok := s.hanCardinal(i + 1)
	if !ok || n.long || n.between || !n.value.IsInteger() {
		return number{}, false
	}
	return number{from: i, to: n.to, value: n.value, mantissa: n.value, form: formOrdinal, digits: 0, numeral: s.span(i, n.to)}, true
}

// doublings reads 翻番, 翻一番 and 翻两番: doubled, and doubled twice.
func (s *scanner) doublings(i int) (number, bool) {
	n := number{from: i, form: formMultiple}
	times := int64(1)
	if s.hanAny(i+1, s.lex.Han.Done) {
		i++
	}
	switch {
	case s.hanAny(i+1, s.lex.Han.Turns):
		n.to = i + 2
	case s.hanAny(i+2, s.lex.Han.Turns):
		d, ok := s.hanDigit(i + 1)
		if s.tokens[i+1].kind == tokenNumeral {
			d, ok = s.numerals[s.tokens[i+1].numeral].value.Int64()
		}
		if !ok || d < 1 || d > 20 {
			return number{}, false
		}
		times, n.to = d, i+3
	default:
		return number{}, false
	}
	n.value = fixed.FromInt64(1 << times)
	n.mantissa, n.numeral = n.value, s.span(i, n.to)
	return n, true
}

// hanVague reads 数百, 几十亿.
func (s *scanner) hanVague(i int) (number, bool) {
	by := int64(1)
	j := i + 1
	for ; ; j++ {
		m, ok := s.hanScale(j)
		if !ok || by > 1e12 {
			break
		}
		by *= m
	}
	if by == 1 {
		return number{}, false
	}
	n := number{from: i, to: j, numeral: s.span(i, j)}
	switch by {
	case 10:
		n.vague = "dozens"
	case 100:
		n.vague = "hundreds"
	default:
		v, ok := quotient(2*by, 1, 1)
		if !ok {
			return number{}, false
		}
		n.value, n.mantissa, n.hedge, n.vague = v, v, lac.AtLeast, s.numeralText(&n)
	}
	return n, true
}
