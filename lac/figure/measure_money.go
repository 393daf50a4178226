package figure

import "github.com/sinolac/sinolac/lac/internal/lexicon"

// scaleBehindCode is scaleBehindToken, and knows short scales too where p is the
// code of a currency: 30 CNY mn.
func (s *scanner) scaleBehindCode(p *phrase, j int) (int64, int) {
	if w := s.sense(j); w != nil && w.suffix > 0 && (p.exact != "" || p.code) && s.tokens[j].kind == tokenWord && s.tokens[j].end-s.tokens[j].start > 1 {
		return w.suffix, j + 1
	}
	return s.scaleBehindToken(j)
}

// scaleAhead finds the scale that stands before the currency of m: millones de
// US$ 250.
func (s *scanner) scaleAhead(m *measured) {
	i := m.from - 2
	if !m.scale.IsZero() || i < s.taken || !s.has(i+1, flagOf) {
		return
	}
	if w := s.sense(i); w == nil || w.class != classScale || w.value < 1e6 || s.startsNumber(i-1) && !s.article(i-1) || !m.multiply(w.value) {
		return
	}
	m.from = i
}

// scaledAhead returns the currency of m where its scale stands between them: US$
// millones 1.250.
func (s *scanner) scaledAhead(m *measured) (*phrase, int) {
	i := m.from - 1
	if m.form != formCardinal || !m.scale.IsZero() || s.tokens[m.from].kind != tokenNumeral || !s.scaleBetween(i) {
		return nil, 0
	}
	p, from := s.matchBefore(i, 1<<roleCurrency)
	if p == nil || from < s.taken || !m.multiply(s.sense(i).value) {
		return nil, 0
	}
	return p, from
}

// nameAhead returns the currency whose name stands before the number m, which must
// have a scale: dollar 18.5 million.
func (s *scanner) nameAhead(m *measured) (*phrase, int) {
	if k := s.tokens[m.from].kind; m.form != formCardinal || m.number.unit != nil || k != tokenNumeral && k != tokenHan {
		return nil, 0
	}
	p, from := s.matchBefore(m.from, 1<<roleCurrencyName)
	if p == nil || from < s.taken || from > 0 && from == s.taken && !s.opens(from-1) {
		return nil, 0
	}
	if m.scale.Cmp(thousand) < 0 {
		// millones de dólares 40
		if !s.has(from-1, flagOf) || s.sense(from-2) == nil || s.sense(from-2).class != classScale {
			return nil, 0
		}
		m.from = from
		if s.scaleAhead(m); m.scale.IsZero() {
			m.from = m.number.from
			return nil, 0
		}
		return p, m.from
	}
	if q := s.currencyAfter(m.to); q != nil && !s.has(m.to, flagAnyMoney) || s.has(m.to, flagOf) && s.currencyAfter(m.to+1) != nil {
		return nil, 0
	}
	return p, from
}

// smallMoney adds to an amount of money the cents that follow: $5 and 30 cents,
// 3元5角.
func (s *scanner) smallMoney(m *measured) {
	defer s.halfMore(m)
	if m.unit == nil || m.unit.class != lexicon.Money || m.unit.parts > 0 && m.unit.main == "" || !m.scale.IsZero() || m.form != formCardinal || !m.value.IsInteger() || m.long {
		return
	}
	for range 2 {
		j := m.to
		if s.has(j, flagAnd|flagWith) {
			j++
		}
		if _, digit := s.hanDigit(j); !s.startsNumber(j) && !(digit && s.has(j+1, flagPiece)) {
			return // 五元三角: 三角 alone is a shape
		}
		n, ok := s.number(j)
		if s.char(j) != "" && (!ok || n.code) {
			n, ok = s.hanCardinal(j) // a single digit
		}
		if !ok || n.from != j || n.form != formCardinal || n.long || n.code || !n.value.IsInteger() {
			return
		}
		parts, end := int64(0), n.to
		if p, to := s.unitAfter(n.to, func(p *phrase) bool { return p.unit.parts > 0 }); p != nil {
			parts, end = p.unit.parts, to
		} else if s.hanAny(m.to-1, s.lex.Han.Piece) && n.to == j+1 && !s.countable(n.to) {
			parts = 10 // 三块五
		}
		if parts == 0 {
			return
		}
		if m.unit.parts > 0 { // 八毛五分
			v, ok := m.value.Int64()
			tenths, ok2 := quotient(v, m.unit.parts, 1)
			if !ok || !ok2 {
				return
			}
			m.value, m.unit = tenths, &unit{unit: m.unit.main, class: lexicon.Money}
		}
		whole, _ := n.value.Int64()
		add, ok := quotient(whole, parts, 1)
		v, err := m.value.Add(add)
		if !ok || err != nil || whole >= parts {
			return
		}
		m.value, m.to = v, end
		m.digits = 0
	}
}

// rareCode reports whether p is a currency's code that is more often something
// else when a short number follows: COP31, SAR 2.
func rareCode(p *phrase) bool {
	if len(p.exact) != 3 || !isUpper(p.exact[1]) || !isUpper(p.exact[2]) {
		return false
	}
	switch p.exact {
	case "USD", "EUR", "GBP", "CNY", "RMB", "JPY", "HKD", "BRL", "INR", "MXN", "CHF", "CAD", "AUD", "SGD":
		return false
	}
	return true
}
