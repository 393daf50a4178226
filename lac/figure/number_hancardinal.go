package figure

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// hanCardinal reads digits and scales: 一百零五, 12亿6000万, 二〇二五, 三点五.
func (s *scanner) hanCardinal(i int) (number, bool) {
	var a accumulator
	n := number{from: i, to: i}
	zero, lastDigit := false, -1
	j := i
loop:
	for j < len(s.tokens) {
		t := &s.tokens[j]
		if t.kind == tokenNumeral {
			d := &s.numerals[t.numeral]
			if d.state != numeralKnown || a.n > 0 && (t.spaced && !s.lowerScale(j+1, &a) || a.top().scale == 0) || !a.add(d.value, 1, j) {
				break
			}
			if a.n == 1 {
				n.digits, n.doubt, n.lone = d.digits, d.doubt, d
			}
			n.numeral = s.widen(n.numeral, j)
			j++
			n.to = j
			continue
		}
		if t.kind != tokenHan {
			break
		}
		if m, ok := s.hanScale(j); ok {
			if a.n > 0 && m == 100 && s.hanAny(j, s.lex.Han.NotHundred) && !s.hanAny(j, s.lex.Han.HundredParts) || m == 1e12 && !s.trillions(j, a.n > 0) {
				break
			}
			if a.n > 0 && m == 1000 && (n.lone != nil || !s.hanAny(j, s.lex.Han.Kilo)) {
				if p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleUnit }); p != nil {
					break // 10千克
				}
			}
			if a.n == 0 || m <= 10 && a.top().scale > m {
				if m > 10 && !s.bareScale(j) || a.n == 0 && s.has(j, flagFormal) {
					break
				}
				a.add(fixed.FromInt64(1), 1, j)
			}
			if v, ok := a.sum(); ok && m >= 1e4 {
				n.mantissa = v
			}
			if keep, ok := a.scale(m, true); !ok {
				s.shorten(&n, &a, keep)
				break
			}
			if m >= 1e4 {
				n.scale = fixed.FromInt64(m)
			}
			zero, lastDigit, n.lone = false, -1, nil
			if m < 1e4 || n.numeral == (Span{}) {
				n.numeral = s.widen(n.numeral, j)
			}
			j++
			n.to = j
			continue
		}
		if d, ok := s.hanDigit(j); ok {
			run := j
			for k := j; ; k++ {
				if _, ok := s.hanDigit(k); !ok {
					run = k
					break
				}
			}
			if a.n > 0 && d == 0 && run-j == 1 && j+1 < len(s.tokens) {
				// 零十五, 1千零6, 零几万
				_, ten := s.hanScale(j + 1)
				if ten || s.tokens[j+1].kind == tokenNumeral && s.glued(j+1) && a.top().scale >= 100 {
					zero = true
					j++
					continue
				}
				if s.few(j+1) && a.top().scale >= 10 {
					j++
					continue
				}
			}
			if a.n > 0 && d == 0 && run-j >= 2 { // 零五
				zero = true
				j++
				d, _ = s.hanDigit(j)
			}
			switch {
			case run-j == 1:
				if !a.add(fixed.FromInt64(d), 1, j) {
					break loop
				}
				lastDigit = j
				n.numeral = s.widen(n.numeral, j)
				j = run
				n.to = j
				continue
			case run-j == 2 && s.pairAt(j, run):
				return s.hanPair(n, &a, j, d)
			case a.n > 0, s.otherTwo(j, run):
				break loop
			}
			// digit by digit
			digits := make([]byte, 0, 8)
			for k := j; k < run && len(digits) <= fixed.MaxDigits; k++ {
				d, _ := s.hanDigit(k)
				digits = append(digits, byte('0'+d))
			}
			v, err := fixed.Parse(digits)
			n.numeral, n.to, n.digits = s.span(i, run), run, min(len(digits), fixed.MaxDigits)
			if err != nil {
				n.long, n.doubt = true, doubtLong
				return n, true
			}
			n.year = run-j == 4
			a.add(v, 1, j)
			j = run
			continue
		}
		if a.n > 0 && s.hanAny(j, s.lex.Han.Each) && s.excludedAt(j+1) == 0 {
			j++ // 两个亿
			continue
		}
		w := t.sense
		switch {
		case w == nil:
			break loop
		case w.class == classCardinal && w.value > 9: // 廿
			if !a.add(fixed.FromInt64(w.value), 10, j) {
				break loop
			}
			n.numeral = s.widen(n.numeral, j)
			j++
			n.to = j
			continue
		case w.flags&flagPoint != 0 && a.n > 0 && a.top().scale < 1e4 && n.lone == nil && !s.has(n.from-1, flagClock):
			end := s.decimals(j+1, a.top())
			if _, more := s.hanScale(end); end == 0 || s.hanAny(end, s.lex.Han.Minutes) && !s.hanAny(end, s.lex.Han.NotMinutes) || more && !s.scaleAt(end) || s.otherTwo(j+1, end) || s.hanAny(end, s.lex.Han.QuarterHour) {
				break loop
			}
			lastDigit = -1
			n.numeral = s.widen(n.numeral, end-1)
			j = end
			n.to = j
			continue
		case a.n > 0 && w.flags&flagMany != 0:
			// 30余万, 二十多亿
			k := j + 1
			if m, ok := s.hanScale(k); ok && m == 10 && s.few(j) {
				k++ // 二百几十万
			}
			if m, ok := s.hanScale(k); ok && m > 10 {
				if keep, ok := a.scale(m, true); ok && keep == 1 {
					n.mantissa, _ = a.sum()
					n.hedge, n.scale, n.lone = lac.Over, fixed.FromInt64(m), nil
					j = k + 1
					n.to = j
					continue
				}
			}
		}
		break
	}
	if a.n == 0 {
		return number{}, false
	}
	if lastDigit >= 0 && lastDigit == n.to-1 && !zero && a.n > 1 {
		// 一百五, 两万三: the digit is of the next lower scale
		if below := a.parts[a.n-2].scale; below >= 100 && lastDigit == a.top().start {
			if v, err := a.top().value.Mul(fixed.FromInt64(below / 10)); err == nil {
				a.top().value = v
			}
		}
	}
	v, ok := a.sum()
	if !ok {
		n.long, n.doubt = true, doubtLong
		return n, true
	}
	n.value = v
	if n.scale.IsZero() {
		n.mantissa = v
	}
	if n.digits == 0 {
		n.countDigits()
	}
	return n, true
}

// lowerScale reports whether token j is a scale below the last of a: 6万 3千.
func (s *scanner) lowerScale(j int, a *accumulator) bool {
	m, ok := s.hanScale(j)
	return ok && m < a.top().scale
}

// few reports whether token j is the word for some that stands for a digit: 几.
func (s *scanner) few(j int) bool { return s.hanAny(j, s.lex.Han.Few) }

// otherTwo reports whether the word for two of things is among the digits from
// token i to j: it is in no row of digits, nor behind a point.
func (s *scanner) otherTwo(i, j int) bool {
	for ; i < j; i++ {
		if s.hanAny(i, s.lex.Han.Two) {
			return true
		}
	}
	return false
}

// trillions reports whether 兆, token j, is a million millions and not mega:
// before a scale, a digit or money.
func (s *scanner) trillions(j int, counts bool) bool {
	if !counts {
		return false
	}
	if s.startsNumber(j+1) || s.has(j+1, flagMany) {
		return true
	}
	p, _ := s.matchAfter(j+1, func(p *phrase) bool { return p.role == roleUnit && p.unit.class == lexicon.Money })
	return p != nil
}

// bareScale reports whether scale token j may begin a number: 百万, 近百人, 上千, 百余.
func (s *scanner) bareScale(j int) bool {
	m, _ := s.hanScale(j)
	if next, ok := s.hanScale(j + 1); ok && next > m {
		return true
	}
	if s.has(j+1, flagMany) || s.hanAny(j+1, s.lex.Han.Parts) || s.hanAny(j+1, s.lex.Han.MoreParts) {
		return true
	}
	p, from := s.matchBefore(j, 1<<roleHedge)
	return p != nil && from >= s.taken
}

// pairAt reports whether the two digits from token j to run are neighbours that
// say "some two or three": 两三百, 七八十, 三五个.
func (s *scanner) pairAt(j, run int) bool {
	a, _ := s.hanDigit(j)
	b, _ := s.hanDigit(j + 1)
	if a == 0 || b != a+1 && !(a == 3 && b == 5) {
		return false
	}
	_, scale := s.hanScale(run)
	return scale || s.countable(run)
}

// hanPair reads the rest of an approximate number of two digits.
func (s *scanner) hanPair(n number, a *accumulator, j int, d int64) (number, bool) {
	e, _ := s.hanDigit(j + 1)
	low, high := *a, *a
	if !low.add(fixed.FromInt64(d), 1, j) || !high.add(fixed.FromInt64(e), 1, j) {
		return number{}, false
	}
	j += 2
	for {
		m, ok := s.hanScale(j)
		if !ok {
			break
		}
		_, ok1 := low.scale(m, true)
		_, ok2 := high.scale(m, true)
		if !ok1 || !ok2 {
			break
		}
		j++
	}
	var ok1, ok2 bool
	n.value, ok1 = low.sum()
	n.high, ok2 = high.sum()
	n.mantissa, n.between, n.to, n.digits = n.value, true, j, 0
	n.numeral = s.span(n.from, j)
	return n, ok1 && ok2
}
