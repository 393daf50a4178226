package extract

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// rangeFrom reads the range that begins with m: from A to B, between A and B,
// A-B. It returns the token behind, 0 if there is none.
func (s *scanner) rangeFrom(m *measured) (Figure, int) {
	if m.form == formOrdinal || m.long || m.vague != "" {
		return Figure{}, 0
	}
	start := m.from
	opening, from := s.matchBefore(m.from, func(p *phrase) bool { return p.role == roleFrom || p.role == roleBetween })
	if opening == nil && s.has(m.from-1, flagDeterminer) { // entre el 10 y el 20
		opening, from = s.matchBefore(m.from-1, func(p *phrase) bool { return p.role == roleFrom || p.role == roleBetween })
	}
	if opening != nil && from < s.taken {
		opening = nil
	}
	j := m.to
	between := opening != nil && opening.role == roleBetween
	dashed, joined := false, false
	closing := 0 // the token behind 之间
	switch {
	case between && s.has(j, flagAnd):
	case s.has(j, flagTo) && !between:
	case s.has(j, flagAnd) && s.lex.together != "":
		joined = true // 10和20之间
	case s.dash(j) && s.glued(j) == s.glued(j+1):
		dashed = true
	default:
		return Figure{}, 0
	}
	if j+1 >= len(s.tokens) {
		return Figure{}, 0
	}
	next := j + 1
	if w := s.sense(next); w != nil && w.flags&flagDeterminer != 0 && w.class == classNone && s.startsNumber(next+1) && opening != nil {
		next++
	}
	k := next
	// a currency's mark may stand before the second number
	for step := 0; step < 4 && k < len(s.tokens); step++ {
		if s.startsNumber(k) {
			break
		}
		k++
	}
	if !s.startsNumber(k) {
		return Figure{}, 0
	}
	taken := s.taken
	s.taken = j + 1
	n, ok := s.measure(k)
	s.taken = taken
	if !ok || n.from != next || n.code || n.long || n.vague != "" || n.form != m.form && n.form != formMultiple || s.inName(&n) {
		return Figure{}, 0
	}
	if joined {
		p, end := s.matchAfter(n.to, func(p *phrase) bool { return p.role == roleTogether })
		if p == nil {
			return Figure{}, 0
		}
		closing = end
	}
	if opening != nil && opening.role == roleFrom && s.moved(from) {
		return Figure{}, 0 // it rose from A to B
	}
	if dashed && s.dash(n.to) && s.glued(n.to) && s.glued(n.to+1) {
		return Figure{}, 0 // a telephone or a date
	}
	if m.unit == nil && m.lone != nil && n.unit != nil && s.role(m) == RoleYear {
		return Figure{}, 0 // in 2013 to 674 billion
	}
	low, high := m.value, n.value
	if m.scale.IsZero() && n.scaled() && m.value.Cmp(n.mantissa) < 0 && (m.unit == nil || n.unit == nil) {
		// 5 to 10 million
		var err error
		if low, err = low.Mul(n.scale); err != nil {
			return Figure{}, 0
		}
	}
	if m.negative {
		low = low.Neg()
	}
	if n.negative {
		high = high.Neg()
	}
	u := m.unit
	switch {
	case u == nil:
		u = n.unit
	case n.unit != nil && n.unit.unit != u.unit:
		return Figure{}, 0
	}
	if dashed && m.lone != nil && n.lone != nil && m.lone.whole == 4 && n.lone.whole == 2 && m.lone.plain && n.lone.plain {
		// 2017-18
		century := fixed.FromInt64(100)
		if whole, ok := low.Int64(); ok && low.Sign() > 0 {
			century = fixed.FromInt64(whole - whole%100)
		}
		if v, err := high.Add(century); err == nil {
			high = v
		}
	}
	if low.Cmp(high) >= 0 {
		return Figure{}, 0
	}
	f := Figure{Kind: KindRange, Numeral: m.numeral, Doubt: m.doubt}
	if f.Doubt == "" {
		f.Doubt = n.doubt
	}
	if opening != nil {
		start = from
	}
	end := n.to
	unit := lac.Unit("")
	if u != nil {
		unit = u.unit
		if f.Doubt == "" {
			f.Doubt = u.doubt
		}
		if u.class == unitTime && n.unit != nil {
			end = n.number.to
		}
	}
	if n.form == formMultiple {
		unit = lac.UnitTimes
	}
	if unit == "" {
		f.Noun, unit = s.noun(n.to)
	}
	if unit == "" {
		unit = UnitNumber
	}
	plain := measured{}
	f.Stated.Value, f.Stated.High = plain.quantity(low, unit), plain.quantity(high, unit)
	f.Stated.Digits = min(m.digits, n.digits, fixed.MaxDigits)
	end = max(end, closing)
	f.Core = s.span(start, end)
	f.Ends = [2]Span{s.span(m.from, m.to), s.span(n.from, n.to)}
	if m.lone != nil && n.lone != nil {
		switch {
		case s.role(m) == RoleYear:
			f.Role = RoleYear
		case s.month(n.to) || s.month(m.from-1):
			f.Role = RoleDate
		case s.role(m) == RoleTime || s.role(&n) == RoleTime:
			f.Role = RoleTime
		}
	}
	s.hedge(&f, &measured{from: start, to: max(n.to, closing)})
	f.Stated.Comparator = lac.Between
	return f, max(n.to, closing)
}

// startsNumber reports whether a number may begin at token k.
func (s *scanner) startsNumber(k int) bool {
	if k >= len(s.tokens) {
		return false
	}
	t := &s.tokens[k]
	if t.kind == tokenNumeral {
		return true
	}
	w := t.sense
	return w != nil && (w.class != classNone || w.flags&flagArticle != 0 || w.parts > 0)
}

// moved reports whether a verb of change stands shortly before token i.
func (s *scanner) moved(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if s.has(k, flagMove) {
			return true
		}
		if m := s.mark(k); m == "." || m == ";" || s.tokens[k].kind == tokenBreak {
			return false
		}
	}
	return false
}

// pair makes a range of an approximate number: 两三百.
func (s *scanner) pair(m *measured) Figure {
	high := *m
	high.value = m.high
	f, g := s.one(m), s.one(&high)
	f.Kind, f.Stated.High, f.Stated.Comparator = KindRange, g.Stated.Value, lac.Between
	return f
}
