package figure

import (
	"math/bits"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// number reads the number that begins at token i; false if none does.
func (s *scanner) number(i int) (number, bool) {
	t := &s.tokens[i]
	switch t.kind {
	case tokenHan:
		return s.hanNumber(i)
	case tokenNumeral:
		n := &s.numerals[t.numeral]
		if n.state == numeralCode {
			return number{from: i, to: i + 1, code: true, numeral: s.span(i, i+1)}, true
		}
		if q, ok := s.slashed(i); ok {
			return q, true
		}
		if next := i + 1; next < len(s.tokens) && s.tokens[next].kind == tokenHan && s.lex.Characters && n.state == numeralKnown {
			return s.hanNumber(i)
		}
		return s.cardinal(i)
	case tokenWord:
		if t.sense == nil {
			return number{}, false
		}
		return s.inWords(i)
	case tokenMark:
		if q, ok := fractionMarks[s.mark(i)]; ok {
			return s.fraction(i, i+1, q.num, q.den, 0)
		}
	}
	return number{}, false
}

// inWords reads a number that begins with a word.
func (s *scanner) inWords(i int) (number, bool) {
	w := s.tokens[i].sense
	next := s.sense(i + 1)
	switch {
	case (w.class == classCardinal || w.class == classScale) && i-1 >= s.taken && s.percentAt(i-1):
		return number{}, false // por ciento, without a number
	case w.flags&flagHalved != 0:
		half, _ := quotient(1, 2, 1)
		return number{from: i, to: i + 1, value: half, mantissa: half, form: formMultiple, numeral: s.span(i, i+1)}, true
	case w.flags&flagTimes != 0 && w.class == classNone:
		return number{from: i, to: i + 1, value: fixed.FromInt64(w.value), mantissa: fixed.FromInt64(w.value), form: formMultiple, numeral: s.span(i, i+1)}, true
	case w.plural > 0 && (s.scaledMoney(i) || s.scaleBetween(i)):
		return number{}, false // millones de US$ 250, US$ millones 250
	case w.vague != "" || w.plural > 0:
		if s.has(i-1, flagNotVague) || s.has(i+1, flagNotVague) {
			return number{}, false // as many as, how many
		}
		return s.vagueNumber(i)
	case w.alone > 0:
		return s.fraction(i, i+1, 1, w.alone, 0)
	case w.parts > 0 && w.ordinal == 0 && w.class == classNone:
		next := s.sense(i + 1)
		if next == nil || next.class != classScale || next.value < 1000 || s.tokens[i+1].kind != tokenWord {
			return number{}, false
		}
		return s.fraction(i, i+1, 1, w.parts, 0) // quarter million
	case w.class == classHalf:
		return s.half(i)
	case w.flags&flagPoint != 0 && w.class == classNone:
		return s.pointed(i)
	case w.flags&flagArticle != 0 && w.class != classCardinal || w.flags&flagArticle != 0 && next != nil && next.class != classNone && next.class != classCardinal:
		// a million, a dozen, a third of
		if next == nil {
			return number{}, false
		}
		if next.class == classHalf || next.parts > 0 {
			return s.oneOf(i, i+1)
		}
		if next.class == classScale || next.class == classCollective {
			return s.cardinal(i)
		}
		return number{}, false
	case w.class == classScale && s.dash(i-1) && s.glued(i):
		return number{}, false // multi-million
	case w.class == classCardinal, w.class == classScale:
		return s.cardinal(i)
	case w.ordinal > 0:
		if w.ordinal == 2 && s.has(i-1, flagPer) && (next == nil || next.flags&flagStop != 0) && s.lex.Hyphens && !s.dash(i+1) {
			return number{}, false // per second, in a second
		}
		return s.ordinal(i, i, &accumulator{})
	}
	return number{}, false
}

// pointed reads a percentage whose number begins with the word for the point:
// point five percent.
func (s *scanner) pointed(i int) (number, bool) {
	var p part
	end := s.decimals(i+1, &p)
	if end == 0 || !s.percentAt(end) {
		return number{}, false
	}
	n := number{from: i, to: end, value: p.value, mantissa: p.value, numeral: s.span(i, end)}
	n.countDigits()
	return n, true
}

// scaledMoney reports whether the scale at token i is that of an amount behind it
// whose currency stands between.
func (s *scanner) scaledMoney(i int) bool {
	w := s.sense(i)
	if w.class != classScale || !s.has(i+1, flagOf) {
		return false
	}
	p, j := s.matchAfter(i+2, func(p *phrase) bool { return p.role == roleUnit && p.unit.class == lexicon.Money })
	return p != nil && j < len(s.tokens) && s.tokens[j].kind == tokenNumeral
}

// scaleBetween reports whether token i is a scale in the plural between a currency
// and a number.
func (s *scanner) scaleBetween(i int) bool {
	w := s.sense(i)
	if w == nil || w.class != classScale || w.value < 1e6 || w.plural == 0 || i+1 >= len(s.tokens) || s.tokens[i+1].kind != tokenNumeral {
		return false
	}
	p, _ := s.matchBefore(i, 1<<roleCurrency)
	return p != nil
}

// vagueNumber reads a word in place of a number, with the scale that may follow:
// several, several hundred, tens of thousands.
func (s *scanner) vagueNumber(i int) (number, bool) {
	w := s.tokens[i].sense
	n := number{from: i, to: i + 1, vague: w.vague, numeral: s.span(i, i+1)}
	by := w.plural
	if by == 0 {
		by = 1
	}
	for j := i + 1; j < len(s.tokens); {
		next := s.sense(j)
		if next != nil && next.flags&flagOf != 0 {
			j++
			next = s.sense(j)
		}
		m := int64(0)
		if next != nil && next.plural > 0 {
			m = next.plural
		} else if next != nil && (next.class == classScale || next.class == classCollective && next.value == 12) && j == n.to {
			m = next.value
		}
		if m == 0 {
			break
		}
		if hi, lo := bits.Mul64(uint64(by), uint64(m)); hi > 0 || lo > 1<<60 {
			break
		}
		by *= m
		j++
		n.to = j
	}
	switch {
	case by == 1:
		if s.has(i, flagLacking) && !s.article(i-1) {
			return number{}, false // few is less than expected, a few is several
		}
	case by == 12 || by == 10:
		n.vague = "dozens"
	case by == 100:
		n.vague = "hundreds"
	default:
		v, ok := quotient(2*by, 1, 1)
		if !ok {
			return number{}, false
		}
		n.value, n.mantissa, n.hedge, n.vague = v, v, lac.AtLeast, s.text[s.tokens[i].start:s.tokens[n.to-1].end]
	}
	return n, true
}

// hanNumber reads a number in Chinese characters, or with some, at token i.
func (s *scanner) hanNumber(i int) (number, bool) {
	if end := s.excludedAt(i); end > 0 {
		return number{from: i, to: end, code: true}, true
	}
	h := &s.lex.Han
	switch {
	case s.hanAny(i, h.Place):
		return s.hanOrdinal(i)
	case s.hanAny(i, h.Turn):
		return s.doublings(i)
	case s.hanAny(i, h.Few), s.hanAny(i, h.Some):
		return s.hanVague(i)
	case s.hanAny(i, h.Pair):
		if s.priceOff(i + 1) { // half the price
			half := fixed.FromInt64(50)
			return number{from: i, to: i + 2, value: half, mantissa: half, unit: percentUnit, numeral: s.span(i, i+2)}, true
		}
		return number{}, false
	case s.hanAny(i, h.Half):
		return s.hanHalf(i)
	}
	if s.hanAny(i, h.One) && s.hanAny(i+1, h.Half) {
		return s.fraction(i, i+2, 1, 2, 0)
	}
	n, ok := s.hanCardinal(i)
	if !ok {
		return number{}, false
	}
	return s.hanEnding(n)
}

// hanEnding reads what makes a number a fraction, a percentage or a tenth, and
// refuses a single character that is part of a word.
func (s *scanner) hanEnding(n number) (number, bool) {
	j := n.to
	if n.between {
		if n.value.Cmp(fixed.FromInt64(10)) < 0 && s.tenthsAt(j) {
			ten := fixed.FromInt64(10)
			n.value, _ = n.value.Mul(ten)
			n.high, _ = n.high.Mul(ten)
			n.unit, n.to = percentUnit, j+1
		}
		return n, true
	}
	switch {
	case s.hanAny(j, s.lex.Han.Parts) && !n.long:
		return s.partsOf(n)
	case s.hanAny(j, s.lex.Han.And) && n.value.IsInteger() && !n.long:
		if m, ok := s.hanCardinal(j + 1); ok && s.hanAny(m.to, s.lex.Han.Parts) {
			return s.mixedParts(n, m)
		}
	case n.scale.IsZero() && n.value.Cmp(fixed.FromInt64(10)) <= 0 && !n.year && s.tenthsAt(j):
		return s.tenths(n, j)
	case n.value.Cmp(fixed.FromInt64(100)) < 0 && s.priceOff(j):
		v := n.value
		if ten := fixed.FromInt64(10); v.Cmp(ten) < 0 {
			v, _ = v.Mul(ten)
		}
		n.value, n.mantissa, n.unit, n.to, n.lone = v, v, percentUnit, j+1, nil
		return n, true
	case s.hanAny(j, s.lex.Han.Dozen) && s.excludedAt(j) == 0:
		v, err := n.value.Mul(fixed.FromInt64(12))
		if err != nil {
			return number{}, false
		}
		n.value, n.mantissa, n.to, n.lone = v, v, j+1, nil
		return n, true
	case s.hanAny(j, s.lex.Han.AndHalf):
		half, _ := quotient(1, 2, 1)
		if v, err := n.value.Add(half); err == nil && n.value.IsInteger() && !s.hanAny(j+2, s.lex.Han.Year) {
			n.value, n.mantissa, n.to, n.lone = v, v, j+2, nil
			n.numeral = s.span(n.from, n.to)
			return n, true
		}
	case s.hanAny(j, s.lex.Han.TimesHalf) && n.value.IsInteger():
		half, _ := quotient(1, 2, 1)
		if v, err := n.value.Add(half); err == nil {
			n.value, n.mantissa, n.to, n.lone, n.form = v, v, j+2, nil, formMultiple // 两倍半
			n.numeral = s.span(n.from, n.to)
			return n, true
		}
	case s.hanAny(j, s.lex.Han.Half) && s.tokens[n.from].kind == tokenHan:
		return number{}, false
	}
	if n.to == n.from+1 && s.tokens[n.from].kind == tokenHan {
		return n, s.alone(&n)
	}
	if n.hedge == "" && s.has(j, flagMany) && n.to > n.from && !s.landAt(j) {
		if s.few(j) {
			n.hedge = lac.Over
			n.to = j + 1
			n.tight = 1
		}
	}
	return n, true
}

// partsOf reads 三分之二 and 百分之三十, n being the parts.
func (s *scanner) partsOf(n number) (number, bool) {
	if n.to+2 >= len(s.tokens) {
		return number{}, false
	}
	m, ok := s.hanCardinal(n.to + 2)
	if !ok || m.long {
		if s.hanAny(n.to+2, s.lex.Han.Hundred) {
			hundred := fixed.FromInt64(100)
			m, ok = number{from: n.to + 2, to: n.to + 3, value: hundred, mantissa: hundred, numeral: s.span(n.to+2, n.to+3)}, true
		} else if q, good := s.number(n.to + 2); good && s.tokens[n.to+2].kind == tokenNumeral && !q.code && !q.long {
			m, ok = q, true
		}
	}
	if !ok {
		return number{}, false
	}
	den, whole := n.value.Int64()
	if whole && den == 100 {
		m.from, m.unit, m.form, m.lone = n.from, percentUnit, formCardinal, nil
		return m, true
	}
	num, whole2 := m.value.Int64()
	if !whole || den <= 0 || m.between {
		return number{}, false
	}
	for by := int64(1); !whole2; { // 千分之二点五
		by *= 10
		v, err := m.value.Mul(fixed.FromInt64(by))
		if err != nil || by > 1e9 || den > 1e9 {
			return number{}, false
		}
		if num, whole2 = v.Int64(); whole2 {
			den *= by
		}
	}
	return s.fraction(n.from, m.to, num, den, 0)
}
