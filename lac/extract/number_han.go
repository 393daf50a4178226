package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

var percentUnit = &unit{unit: lac.UnitPercent, class: unitPercent}

// rune1 returns the text of token i if it is a Chinese character.
func (s *scanner) char(i int) string {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != tokenHan {
		return ""
	}
	return s.text[s.tokens[i].start:s.tokens[i].end]
}

// hanDigit returns the digit that token i is.
func (s *scanner) hanDigit(i int) (int64, bool) {
	if w := s.sense(i); w != nil && w.class == classCardinal && w.value < 10 && s.tokens[i].kind == tokenHan {
		return w.value, true
	}
	return 0, false
}

func (s *scanner) hanScale(i int) (int64, bool) {
	if w := s.sense(i); w != nil && w.class == classScale && s.tokens[i].kind == tokenHan {
		return w.value, true
	}
	return 0, false
}

// hanNumber reads a number in Chinese characters, or with some, at token i.
func (s *scanner) hanNumber(i int) (number, bool) {
	if end := s.excludedAt(i); end > 0 {
		return number{from: i, to: end, code: true}, true
	}
	switch s.char(i) {
	case "第":
		return s.hanOrdinal(i)
	case "翻":
		return s.doublings(i)
	case "数", "几", "數", "幾":
		return s.hanVague(i)
	case "半":
		if s.hanWord(i+1, "打") {
			six := fixed.FromInt64(6)
			return number{from: i, to: i + 2, value: six, mantissa: six, numeral: s.span(i, i+1)}, true
		}
		if p, from := s.matchBefore(i, func(p *phrase) bool { return p.role == roleHedge }); p != nil && from >= s.taken && !s.hasAny(i+1, "年天夜岛导球径途") {
			return s.fraction(i, i+1, 1, 2, 0) // 过半, 近半数
		}
		if s.has(i+1, flagMeasure) && !s.hanWord(i+1, "年") || s.hanWord(i+1, "数") {
			return s.fraction(i, i+1, 1, 2, 0)
		}
		return number{}, false
	}
	if s.hanWord(i, "一") && s.hanWord(i+1, "半") {
		return s.fraction(i, i+2, 1, 2, 0)
	}
	n, ok := s.hanCardinal(i)
	if !ok {
		return number{}, false
	}
	return s.hanEnding(n)
}

// hanWord reports whether the characters from token i on are word.
func (s *scanner) hanWord(i int, word string) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == tokenHan && strings.HasPrefix(s.text[s.tokens[i].start:], word)
}

// hasAny reports whether token i is one of chars.
func (s *scanner) hasAny(i int, chars string) bool {
	c := s.char(i)
	return c != "" && strings.Contains(chars, c)
}

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
			if d.state != numeralKnown || a.n > 0 && (t.spaced || a.top().scale == 0) || !a.add(d.value, 1, j) {
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
			if a.n > 0 && m == 1000 && (n.lone != nil || !s.hanWord(j, "千米")) {
				if p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleUnit }); p != nil {
					break // 10千克
				}
			}
			if a.n == 0 || m <= 10 && a.top().scale > m {
				if m > 10 && !s.bareScale(j) {
					break
				}
				a.add(fixed.FromInt64(1), 1, j)
			}
			if v, ok := a.sum(); ok && m >= 1e4 {
				n.mantissa = v
			}
			if keep, ok := a.scale(m, true); !ok {
				if keep < a.n {
					a.n, n.to = keep, a.parts[keep].start
				}
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
			case a.n > 0:
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
		case w.flags&flagPoint != 0 && a.n == 1 && a.top().scale == 0 && n.lone == nil || w.flags&flagPoint != 0 && a.n > 0 && a.top().scale == 10 && n.lone == nil:
			end := s.decimals(j+1, a.top())
			if a.n > 1 || end == 0 || s.hanWord(end, "分") || s.hanWord(end, "十") {
				break loop
			}
			lastDigit = -1
			n.numeral = s.widen(n.numeral, end-1)
			j = end
			n.to = j
			continue
		case a.n > 0 && w.flags&flagMany != 0:
			// 30余万, 二十多亿
			if m, ok := s.hanScale(j + 1); ok && m > 10 {
				if keep, ok := a.scale(m, true); ok && keep == 1 {
					n.mantissa, _ = a.sum()
					n.hedge, n.scale, n.lone = lac.Over, fixed.FromInt64(m), nil
					j += 2
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

// bareScale reports whether scale token j may begin a number: 百万, 近百人, 上千, 百余.
func (s *scanner) bareScale(j int) bool {
	m, _ := s.hanScale(j)
	if next, ok := s.hanScale(j + 1); ok && next > m {
		return true
	}
	if s.has(j+1, flagMany) || s.hanWord(j+1, "分之") {
		return true
	}
	p, from := s.matchBefore(j, func(p *phrase) bool { return p.role == roleHedge })
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

// countable reports whether something that is counted or a unit stands at token j.
func (s *scanner) countable(j int) bool {
	w := s.sense(j)
	if w == nil {
		return false
	}
	if w.flags&(flagMeasure|flagMany) != 0 {
		return true
	}
	p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleUnit || p.role == roleCount })
	return p != nil
}

// hanEnding reads what makes a number a fraction, a percentage or a tenth, and
// refuses a single character that is part of a word.
func (s *scanner) hanEnding(n number) (number, bool) {
	j := n.to
	if n.between {
		if s.hanWord(j, "成") && n.value.Cmp(fixed.FromInt64(10)) < 0 && s.tenthsAt(j) {
			ten := fixed.FromInt64(10)
			n.value, _ = n.value.Mul(ten)
			n.high, _ = n.high.Mul(ten)
			n.unit, n.to = percentUnit, j+1
		}
		return n, true
	}
	switch {
	case s.hanWord(j, "分之") && !n.long:
		return s.partsOf(n)
	case s.hanWord(j, "又") && n.value.IsInteger() && !n.long:
		if m, ok := s.hanCardinal(j + 1); ok && s.hanWord(m.to, "分之") {
			return s.mixedParts(n, m)
		}
	case s.hanWord(j, "成") && n.scale.IsZero() && n.value.Cmp(fixed.FromInt64(10)) <= 0 && !n.year && s.tenthsAt(j):
		return s.tenths(n, j)
	case s.hanWord(j, "折") && n.value.Cmp(fixed.FromInt64(100)) < 0 && !s.hanWord(j, "折叠") && !s.hanWord(j, "折射"):
		v := n.value
		if ten := fixed.FromInt64(10); v.Cmp(ten) < 0 {
			v, _ = v.Mul(ten)
		}
		n.value, n.mantissa, n.unit, n.to, n.lone = v, v, percentUnit, j+1, nil
		return n, true
	case s.hanWord(j, "打") && s.tokens[n.from].kind == tokenHan && (s.has(j+1, flagMeasure) || j+1 >= len(s.tokens) || s.tokens[j+1].kind != tokenHan):
		v, err := n.value.Mul(fixed.FromInt64(12))
		if err != nil {
			return number{}, false
		}
		n.value, n.mantissa, n.to, n.lone = v, v, j+1, nil
		return n, true
	case s.hanWord(j, "个半") || s.hanWord(j, "個半"):
		half, _ := quotient(1, 2, 1)
		if v, err := n.value.Add(half); err == nil && n.value.IsInteger() && !s.hanWord(j+2, "年") {
			n.value, n.mantissa, n.to, n.lone = v, v, j+2, nil
			n.numeral = s.span(n.from, n.to)
			return n, true
		}
	case s.hanWord(j, "半") && s.tokens[n.from].kind == tokenHan:
		return number{}, false
	}
	if n.to == n.from+1 && s.tokens[n.from].kind == tokenHan {
		return n, s.alone(&n)
	}
	if n.hedge == "" && s.has(j, flagMany) && n.to > n.from {
		if s.hanWord(j, "几") || s.hanWord(j, "幾") {
			n.hedge = lac.Over
			n.to = j + 1
			n.tight = 1
		}
	}
	return n, true
}

// alone reports whether a number of one character is a number and not part of a
// word: it counts something, is hedged, or stands by itself.
func (s *scanner) alone(n *number) bool {
	i := n.from
	n.pronoun = s.has(i, flagOne)
	if s.countable(i+1) || (s.has(i+1, flagTo) || s.dash(i+1)) && s.startsNumber(i+2) {
		return true
	}
	if p, from := s.matchBefore(i, func(p *phrase) bool { return p.role == roleHedge }); p != nil && from >= s.taken && (i+1 >= len(s.tokens) || s.tokens[i+1].kind != tokenHan) {
		return true
	}
	edge := func(k, right int) bool {
		return k < 0 || k >= len(s.tokens) || s.tokens[k].kind != tokenHan || s.tokens[right].spaced
	}
	return edge(i-1, i) && edge(i+1, i+1)
}

// partsOf reads 三分之二 and 百分之三十, n being the parts.
func (s *scanner) partsOf(n number) (number, bool) {
	if n.to+2 >= len(s.tokens) {
		return number{}, false
	}
	m, ok := s.hanCardinal(n.to + 2)
	if !ok || m.long {
		if s.hanWord(n.to+2, "百") {
			m, ok = number{from: n.to + 2, to: n.to + 3, value: fixed.FromInt64(100)}, true
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
		m.inside = true
		return m, true
	}
	num, whole2 := m.value.Int64()
	if !whole || !whole2 || den <= 0 || m.between {
		return number{}, false
	}
	return s.fraction(n.from, m.to, num, den, 0)
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

// tenthsAt reports whether 成 at token j means tenths and does not begin a word.
func (s *scanner) tenthsAt(j int) bool {
	for _, word := range []string{"成员", "成立", "成为", "成功", "成果", "成本", "成长", "成都", "成年", "成套", "成交", "成品", "成就", "成份", "成分", "成人", "成熟", "成群"} {
		if s.hanWord(j, word) {
			return false
		}
	}
	return true
}

// tenths reads 三成, 七成五 and 三成半.
func (s *scanner) tenths(n number, j int) (number, bool) {
	v, err := n.value.Mul(fixed.FromInt64(10))
	if err != nil {
		return number{}, false
	}
	end := j + 1
	more := int64(0)
	if d, ok := s.hanDigit(end); ok && d > 0 && !s.countable(end+1) {
		more = d
	} else if s.hanWord(end, "半") {
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
	if s.hanWord(i+1, "了") {
		i++
	}
	switch {
	case s.hanWord(i+1, "番"):
		n.to = i + 2
	case s.hanWord(i+2, "番"):
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

func (s *scanner) numeralText(n *number) string { return n.numeral.Of(s.text) }

// excludedAt returns the end of a word at token i, or around it, that is no number
// though it looks like one; 0 if there is none.
func (s *scanner) excludedAt(i int) int {
	p, end := s.matchAfter(i, func(p *phrase) bool { return p.role == roleExcluded })
	if p == nil {
		// 统一, 之一: the number is not the first character
		if q, _ := s.matchBefore(i+1, func(p *phrase) bool { return p.role == roleExcludedEnd }); q != nil {
			return i + 1
		}
		return 0
	}
	if s.hanWord(end, "之") && s.hanWord(end-1, "分") {
		return 0 // 十分之一
	}
	return end
}
