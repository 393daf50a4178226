package figure

import (
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// cardinal reads a number whose parts add up, and the ordinal or the fraction
// that it may end in.
func (s *scanner) cardinal(i int) (number, bool) {
	var a accumulator
	n := number{from: i, to: i}
	words := true // there are no digits
	article := false
	j := i
	for j < len(s.tokens) {
		k := j
		joined := false
		if a.n > 0 {
			if q, m := s.andPart(j, &a); m > 0 {
				if by := s.sense(m); by != nil && by.class == classScale && by.value >= 1000 && s.tokens[m].kind == tokenWord && a.top().value.Cmp(fixed.FromInt64(by.value)) > 0 {
					// two billion and a half million
					add, ok := quotient(q.num, q.den, by.value)
					if ok && a.add(add, 0, n.to) {
						j, n.to = m+1, m+1
						n.numeral = s.widen(n.numeral, m)
						continue
					}
				}
				if a.addPart(q) {
					j, n.to = m, m
					n.numeral = s.widen(n.numeral, m-1)
					continue
				}
				sum, _ := a.sum()
				by := int64(1) // three million and two thirds: of a million
				if a.top().scale >= 1000 {
					by = a.top().scale
				}
				if whole, ok := sum.Int64(); ok && whole < 1<<40 && by <= 1e12 {
					q, ok := s.fraction(i, m, whole*q.den+q.num*by, q.den, 0)
					if by > 1 {
						q.form = formCardinal
					}
					return q, ok
				}
			}
			if k = s.join(j, &a); k < 0 {
				break
			}
			joined = k > j
		}
		t := &s.tokens[k]
		if t.kind == tokenNumeral {
			d := &s.numerals[t.numeral]
			if d.state != numeralKnown || d.zero && a.n > 0 {
				if a.n == 0 {
					return number{from: i, to: i + 1, long: true, numeral: s.span(i, i+1), lone: d, doubt: d.doubt}, true
				}
				break
			}
			if a.n > 0 && !s.goesOn(k, d, &a, joined, words) || !a.add(d.value, 0, n.to) {
				break
			}
			if a.n == 1 {
				n.digits, n.lone, n.doubt, words = d.digits, d, d.doubt, false
			}
			n.numeral = s.widen(n.numeral, k)
			if a.n == 1 {
				if q, ok := s.mixed(k, d.value); ok {
					return q, true
				}
			}
			j, n.to = k+1, k+1
			continue
		}
		w := t.sense
		if w == nil || t.kind != tokenWord {
			break
		}
		switch {
		case w.suffix > 0 && a.n == 1 && n.lone != nil && !joined && s.suffixAt(k):
			by := fixed.FromInt64(w.suffix)
			v, err := a.parts[0].value.Mul(by)
			if err != nil {
				break
			}
			n.mantissa, n.scale, n.lone = a.parts[0].value, by, nil
			a.parts[0].value = v
			n.to = k + 1
			return s.finish(n, &a, words, article)
		case w.flags&flagArticle != 0 && a.n == 0 && w.class != classCardinal:
			article = true
			j = k + 1
			continue
		case w.class == classCardinal:
			if a.n > 0 && a.top().scale >= 1000 && (!words && !s.scaled(k) || s.spanOfTime(k)) {
				break // $5 billion | three years ago
			}
			if top := a.top(); top != nil && w.flags&flagScore != 0 && top.scale == 0 && top.value == fixed.FromInt64(4) && top.room == 1 {
				top.value, top.room = fixed.FromInt64(80), 20 // quatre-vingts
				n.numeral = s.widen(n.numeral, k)
				j, n.to, n.pronoun = k+1, k+1, false
				continue
			}
			fits := room(w.value)
			if w.flags&flagWide != 0 {
				fits = 20
			}
			if w.flags&flagRound != 0 {
				fits = 1
			}
			if !a.add(fixed.FromInt64(w.value), fits, n.to) {
				break
			}
			n.numeral = s.widen(n.numeral, k)
			if w.flags&flagArticle != 0 && i == k {
				article = true
			}
			j, n.to = k+1, k+1
			if w.flags&flagOne != 0 && a.n == 1 {
				n.pronoun = true
			}
			continue
		case w.class == classScale:
			if a.n == 1 && w.value < 1000 && (n.lone != nil || a.top().value.Cmp(fixed.FromInt64(20)) >= 0) && s.currencyAfter(k) != nil {
				break // 30 cents in French
			}
			if a.n == 0 {
				a.add(fixed.FromInt64(1), 0, i)
				article = true
			} else if top := a.top(); top.scale > w.value && s.lex.LongScale {
				a.add(fixed.FromInt64(1), 0, n.to) // un millón mil
			} else if top.scale < 1000 {
				if v, ok := a.sum(); ok {
					n.mantissa = v
				}
			}
			keep, ok := a.scale(w.value, s.lex.LongScale || a.top().scale > 0)
			if !ok {
				s.shorten(&n, &a, keep)
				break
			}
			n.scale = fixed.FromInt64(w.value)
			if w.value < 1000 || article && n.numeral == (Span{}) {
				n.numeral = s.widen(n.numeral, k)
			}
			j, n.to, n.pronoun, n.lone = k+1, k+1, false, nil
			continue
		case w.class == classCollective && a.n > 1 && w.value == 12 && !joined:
			if v, ok := a.sum(); ok { // one hundred and three dozen
				if v, err := v.Mul(fixed.FromInt64(w.value)); err == nil {
					n.numeral, n.to = s.widen(n.numeral, k), k+1
					a.parts[0], a.n = part{value: v}, 1
					return s.finish(n, &a, words, false)
				}
			}
		case w.class == classCollective && a.n <= 1 && (a.n == 1 || article || i == k):
			if a.n == 0 {
				if !article && w.value == 2 {
					return number{}, false // couple, pair: nouns of their own
				}
				a.add(fixed.FromInt64(1), 0, i)
			}
			if a.parts[0].scale > 0 && w.value != 12 {
				break
			}
			v, err := a.parts[0].value.Mul(fixed.FromInt64(w.value))
			if err != nil {
				break
			}
			a.parts[0].value, a.parts[0].room = v, 0
			n.numeral, n.to, n.pronoun, n.lone, n.collective = s.widen(n.numeral, k), k+1, false, nil, true
			if by, end := s.collected(k + 1); end > 0 {
				if v, err := v.Mul(fixed.FromInt64(by)); err == nil { // a couple of dozen
					n.mantissa, n.scale, n.to, a.parts[0].value = a.parts[0].value, fixed.FromInt64(by), end, v
				}
			}
			return s.finish(n, &a, words, false)
		case w.flags&flagPoint != 0 && a.n > 0 && a.top().scale <= 1000 && words && !joined:
			end := s.decimals(k+1, a.top())
			if end == 0 {
				break
			}
			n.numeral = s.widen(n.numeral, end-1)
			j, n.to, n.pronoun = end, end, false
			continue
		}
		if a.n > 0 && n.to > 0 {
			if q, ok := s.ending(i, k, n, &a, words); ok {
				return q, true
			}
		}
		break
	}
	if a.n == 0 {
		return number{}, false
	}
	if words && s.lex.Hyphens && a.n == 1 && n.to == i+1 {
		if y, ok := s.yearInWords(i); ok {
			return y, true
		}
	}
	return s.finish(n, &a, words, article)
}

// collected returns what multiplies the collective before token j, and the token
// behind it: of dozen, hundred, of millions. The token is 0 if nothing does.
func (s *scanner) collected(j int) (int64, int) {
	if s.has(j, flagOf) {
		j++
	}
	w := s.sense(j)
	switch {
	case w == nil || s.tokens[j].kind != tokenWord:
	case w.class == classScale && w.value >= 100, w.class == classCollective && w.value == 12:
		return w.value, j + 1
	case w.plural >= 100:
		return w.plural, j + 1
	}
	return 0, 0
}

// goesOn reports whether the digits d, at token k, are a further part of the number
// that a holds: 5 thousand 6 hundred and 12, 451 mil 591 millones.
func (s *scanner) goesOn(k int, d *numeral, a *accumulator, joined, words bool) bool {
	top := a.top()
	if !d.value.IsInteger() {
		return false
	}
	if s.lex.Hyphens || s.lex.Loose && joined {
		next := s.sense(k + 1)
		scaled := next != nil && next.class == classScale && s.tokens[k+1].kind == tokenWord && next.value < top.scale
		switch {
		case words:
			return false // two million 45 ships
		case scaled:
			return top.scale >= 1000
		case joined:
			return (top.scale == 100 || top.scale == 1000) && d.plain
		}
		return false
	}
	return !joined && top.scale >= 1000 && (s.lex.LongScale || s.scaleAt(k+1))
}

// scaled reports whether the number word at token k is itself multiplied: the two
// of two hundred.
func (s *scanner) scaled(k int) bool {
	w := s.sense(s.behindTens(k))
	return w != nil && w.class == classScale
}

// spanOfTime reports whether the number word at token k counts years or the like.
func (s *scanner) spanOfTime(k int) bool {
	p, _ := s.matchAfter(s.behindTens(k), func(p *phrase) bool { return p.role == roleUnit && p.unit.class == lexicon.Time })
	return p != nil
}

// yearInWords reads a year as two numbers below a hundred: nineteen eighty-four.
func (s *scanner) yearInWords(i int) (number, bool) {
	century, w := s.sense(i), s.sense(i+1)
	if century.value < 15 || century.value > 20 || w == nil || w.class != classCardinal || w.value < 10 || s.tokens[i+1].kind != tokenWord {
		return number{}, false
	}
	end := s.behindTens(i + 1)
	v := century.value*100 + w.value
	if ones := s.sense(end - 1); end > i+2 {
		if w.value < 20 {
			return number{}, false
		}
		v += ones.value
	}
	if next := s.sense(end); next != nil && next.class == classScale {
		return number{}, false
	}
	d := fixed.FromInt64(v)
	return number{from: i, to: end, value: d, mantissa: d, digits: 4, year: true, numeral: s.span(i, end)}, true
}

// ending reads the ordinal or the part of a fraction at token k that ends a number.
func (s *scanner) ending(i, k int, n number, a *accumulator, words bool) (number, bool) {
	w := s.tokens[k].sense
	value, ok := a.sum()
	if !ok {
		return number{}, false
	}
	whole, isWhole := value.Int64()
	one := isWhole && whole == 1
	if q, ok := s.compoundPart(i, k, n, whole, isWhole); ok {
		return q, true
	}
	if w.ordinal > 1 && isWhole && whole > 0 && s.has(k+1, flagPart) { // tres cuartas partes
		return s.fraction(i, k+2, whole, w.ordinal, n.digits)
	}
	several := w.many || w.flags&flagBothParts != 0 || isWhole && s.joinedPart(k, whole)
	if w.parts > 0 && isWhole && whole > 0 && (several && !one || !w.many && one && s.partOf(k)) {
		return s.fraction(i, k+1, whole, w.parts, n.digits)
	}
	if w.ordinal > 0 && (words || w.ordinal >= 100 && isWhole && s.lex.Hyphens) { // 10 thousandth
		return s.ordinal(i, k, a)
	}
	if s.lex.Avos != "" && !s.nested && isWhole && whole > 0 && w.class == classCardinal && k == n.to {
		// três doze avos
		s.nested = true
		q, ok := s.cardinal(k)
		s.nested = false
		if ok && s.has(q.to, flagAvos) {
			if den, ok := q.value.Int64(); ok && den > 0 {
				return s.fraction(i, q.to+1, whole, den, n.digits)
			}
		}
	}
	return number{}, false
}
