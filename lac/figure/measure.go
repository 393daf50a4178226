package figure

import (
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// measure reads a number at token i with its sign and its unit, before or after it.
func (s *scanner) measure(i int) (measured, bool) {
	n, ok := s.number(i)
	if !ok {
		return measured{}, false
	}
	m := measured{number: n, from: n.from, to: n.to}
	if m.code {
		return m, true
	}
	s.attach(&m)
	return m, true
}

// yearLike reports whether m is four digits alone, as a year is.
func (m *measured) yearLike() bool {
	if m.form != formCardinal || !m.scale.IsZero() || m.lone == nil || !m.lone.plain || m.lone.whole != 4 || m.unit != nil {
		return false
	}
	n, ok := m.value.Int64()
	return ok && n >= 1900 && n <= 2100
}

// attach finds the sign and the unit of a number.
func (s *scanner) attach(m *measured) {
	if p, from := s.matchBefore(m.from, 1<<roleCurrency); p != nil && from >= s.taken && m.form == formCardinal {
		if m.lone != nil && m.lone.plain && m.lone.whole < 4 && rareCode(p) {
			m.named = true
		} else {
			m.unit, m.from = p.unit, from
			s.scaleAhead(m)
		}
	} else if p, from := s.scaledAhead(m); p != nil {
		m.unit, m.from = p.unit, from
	} else if u, from := s.letterBefore(m); u != nil {
		m.unit, m.from = u, from
	} else if p, from := s.nameAhead(m); p != nil {
		m.unit, m.from = s.moneyOf(p.unit), from
	}
	if m.unit != nil && m.unit.by > 1 {
		m.multiply(m.unit.by) // MUSD 75
	}
	s.sign(m)
	if m.number.unit != nil {
		m.unit = m.number.unit
		return
	}
	if m.form == formOrdinal || m.form == formMultiple {
		return
	}
	s.repeated(m)
	j := m.to
	switch {
	case s.dash(j) && s.glued(j) && s.glued(j+1) && s.tokens[j+1].kind == tokenWord:
		j++ // 420-kilometre
	case m.form == formFraction && s.ofOnePercent(j):
		j += 2 // three quarters of one percent
	case m.form == formFraction && s.unitOfPart(j) > 0:
		j = s.unitOfPart(j) // half a percent
	case s.has(j, flagOf) && (m.scale.Cmp(fixed.FromInt64(1e6)) >= 0 || m.vague != "" || m.collective):
		j++ // millones de euros
		if m := s.mark(j); (m == "'" || m == "’") && s.glued(j) {
			j++ // millions d'euros
		}
	case s.mark(j) == "." && s.glued(j) && s.abbreviated(m) && j+1 < len(s.tokens) && !s.capital(j+1):
		if p, _ := s.unitAfter(j+1, func(p *phrase) bool { return s.fits(m, j+1, p) }); p != nil {
			j++ // 12 bn. euros
		}
	case s.has(j, flagMeasure) && s.has(j+1, flagMany) && m.tight == 0 && m.hedge == "" && s.percentAt(j+2):
		m.hedge, m.tight = lac.Over, 2 // 5个多百分点
		j += 2
		m.to, m.number.to = j, j
	case s.has(j, flagMany) && m.tight == 0 && m.hedge == "" && !s.landAt(j):
		m.hedge, m.tight = lac.Over, 1 // 20余元
		j++
		m.to, m.number.to = j, j
	}
	p, end := s.unitAfter(j, func(p *phrase) bool { return s.fits(m, j, p) })
	defer s.smallMoney(m)
	if p != nil && p.unit.class == lexicon.Money && s.tokens[end-1].kind != tokenHan && s.glued(end) && s.tokens[end].kind == tokenNumeral {
		p = nil // the mark is of the next number
	}
	if p != nil && p.unit.class == lexicon.Money && end < len(s.tokens) && s.tokens[end].kind == tokenNumeral && s.tokens[end].start <= s.tokens[end-1].end+2 && (s.tokens[end-1].kind == tokenMark || p.exact != "" || p.code) && m.yearLike() {
		p = nil // en 2020 US$ 264 millones
	}
	if p != nil && p.unit.class == lexicon.Money && s.tokens[end-1].kind == tokenHan && s.has(end-1, flagPiece) && s.inWord(end) {
		p = nil // 三块展板
	}
	if p == nil {
		s.percentBefore(m)
		return
	}
	if m.unit != nil {
		// $5 billion dollars, 人民币500元: one currency named twice
		if next := end; p.unit.class == lexicon.Money && next < len(s.tokens) && s.tokens[next].kind == tokenNumeral && s.tokens[next-1].kind == tokenMark {
			return // $ 80 $ 95
		}
		switch {
		case p.unit.class != lexicon.Money:
		case s.has(end-1, flagAnyMoney) && end == j+1:
			m.to = end // NT$200元
		case m.unit.unit == "USD" || m.unit.unit == p.unit.unit || m.unit.isOf(p.unit):
			m.unit, m.to = p.unit, end
		}
		return
	}
	m.unit, m.to = s.moneyOf(p.unit), end
	if p.unit.class == lexicon.Money && m.form == formCardinal {
		if p.unit.by > 1 {
			m.multiply(p.unit.by)
		} else if by, to := s.scaleBehindCode(p, end); by > 1 && m.scale.IsZero() && (by >= 1e6 || p.exact != "" || p.code) && s.tokens[end-1].kind != tokenHan {
			if m.multiply(by) { // 45 USD million
				m.to = to
			}
		}
	}
	if w := p.unit.weight; w != nil && m.scale.IsZero() && s.weighed(m) {
		m.unit = w
	}
	if p.unit.class == lexicon.Times {
		m.form = formMultiple
	}
}

// repeated takes the digits in brackets that say a number in words again: five (5)
// percent.
func (s *scanner) repeated(m *measured) {
	j := m.to
	if m.lone != nil || m.long || m.to != m.number.to || s.mark(j) != "(" || s.mark(j+2) != ")" || s.tokens[j+1].kind != tokenNumeral {
		return
	}
	if d := &s.numerals[s.tokens[j+1].numeral]; d.state == numeralKnown && d.value == m.value && s.tokens[m.number.from].kind == tokenWord {
		m.to, m.number.to = j+3, j+3
	}
}

// inWord reports whether the Chinese character at token i goes on with a word: no
// number, no word for money and no mark follows.
func (s *scanner) inWord(i int) bool {
	if s.char(i) == "" || s.tokens[i].spaced {
		return false
	}
	w := s.sense(i)
	return w == nil || w.class == classNone && w.flags&(flagMany|flagAnd|flagTo|flagStop) == 0
}

// abbreviated reports whether the scale of m is an abbreviation: bn, mln.
func (s *scanner) abbreviated(m *measured) bool {
	w := s.sense(m.number.to - 1)
	return w != nil && w.suffix > 0 && m.to == m.number.to && !m.scale.IsZero()
}

// weighed reports whether m is of something that has a weight.
func (s *scanner) weighed(m *measured) bool {
	if s.has(m.to, flagOf) {
		return true
	}
	for i := m.from - 4; i < m.to+2; i++ {
		if s.has(i, flagWeighs) {
			return true
		}
	}
	return false
}

// capital reports whether token j is a word with a capital and small letters.
func (s *scanner) capital(j int) bool {
	t := &s.tokens[j]
	first, n := utf8.DecodeRuneInString(s.text[t.start:t.end])
	second, _ := utf8.DecodeRuneInString(s.text[t.start+n : t.end])
	return t.kind == tokenWord && unicode.IsUpper(first) && unicode.IsLower(second)
}

// fits reports whether unit p, found at token j behind number m, is meant.
func (s *scanner) fits(m *measured, j int, p *phrase) bool {
	switch {
	case p.unit.class == lexicon.Times && (s.is(j, "x") || s.is(j, "×")):
		return s.glued(j) && (j+1 >= len(s.tokens) || s.tokens[j+1].kind != tokenNumeral)
	case p.unit.class == lexicon.Money && p.exact == "" && !p.code && m.lone != nil && m.lone.plain && m.lone.whole == 4 && s.capital(j):
		v, _ := m.value.Int64()
		return v < 1400 || v > 2199 // in 2021 Sucre: the town
	case p.unit.parts > 0 && s.minutesAt(m):
		return false // 9点30分
	case p.unit.parts > 0 && len(p.words) == 1 && len(p.words[0]) == 1:
		return s.glued(j) // 50p
	case p.exact != "" && p.unit.class == lexicon.Measure && s.tokens[j].kind == tokenWord:
		// Symbols of letters stand behind digits; "uno ha dicho" is no hectare.
		return s.tokens[m.number.from].kind != tokenWord
	}
	return true
}

// quantity returns d in the unit of m.
func (m *measured) quantity(d fixed.Dec, u lac.Unit) lac.Quantity {
	if m.negative {
		d = d.Neg()
	}
	var buf [96]byte
	q, err := lac.ParseNumber(d.AppendText(buf[:0]), u)
	if err != nil {
		return lac.Quantity{}
	}
	return q
}
