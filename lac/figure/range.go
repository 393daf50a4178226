package figure

import (
	"cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// rangeFrom reads the range that begins with m: from A to B, between A and B,
// A-B. It returns the token behind, 0 if there is none.
func (s *scanner) rangeFrom(m *measured) (Figure, int) {
	if m.form == formOrdinal || m.long || m.vague != "" {
		return Figure{}, 0
	}
	const opens = 1<<roleFrom | 1<<roleBetween
	opening, start := s.matchBefore(m.from, opens)
	if opening == nil && s.has(m.from-1, flagDeterminer) { // entre el 10 y el 20
		opening, start = s.matchBefore(m.from-1, opens)
	}
	if opening == nil || start < s.taken {
		opening, start = nil, m.from
	}
	n, end := s.farEnd(m, opening)
	if end == 0 {
		return Figure{}, 0
	}
	if opening == nil && m.unit != nil && m.to > m.number.to && !s.dash(m.to) && s.lex.Together == "" && (n.unit == nil || s.moved(start)) {
		return Figure{}, 0 // it fell 2% to 40
	}
	if opening != nil && opening.role == roleFrom && s.moved(start) {
		return Figure{}, 0 // it rose from A to B
	}
	low, high, ok := limits(m, &n)
	if !ok {
		return Figure{}, 0
	}
	f := Figure{Kind: KindRange, Core: s.span(m.from, n.to), Numeral: m.numeral, Doubt: cmp.Or(m.doubt, n.doubt)}
	f.Ends = [2]Span{s.span(m.from, m.to), s.span(n.from, n.to)}
	var unit lac.Unit
	if u := cmp.Or(m.unit, n.unit); u != nil {
		unit = u.unit
		f.Doubt = cmp.Or(f.Doubt, u.doubt)
		if u.class == lexicon.Time && n.unit != nil && end == n.to { // as for one number
			f.Core.End = s.tokens[n.number.to-1].end
			f.Noun = s.span(n.number.to, n.to)
		}
	}
	switch {
	case n.form == formMultiple:
		unit = lac.UnitTimes
	case unit == "":
		f.Noun, unit = s.noun(n.to)
	}
	unit = cmp.Or(unit, UnitNumber)
	var positive measured // the ends have their signs
	f.Stated.Value, f.Stated.High = positive.quantity(low, unit), positive.quantity(high, unit)
	f.Stated.Digits = min(m.digits, n.digits, fixed.MaxDigits)
	f.Role = s.rangeRole(m, &n)
	s.hedge(&f, &measured{from: start, to: end})
	f.Whole.Start = min(f.Whole.Start, s.tokens[start].start) // from, between
	f.Whole.End = max(f.Whole.End, s.tokens[end-1].end)
	f.Stated.Text = f.Whole.Of(s.text)
	f.Stated.Comparator = lac.Between
	return f, end
}

// farEnd reads the second number of the range that opening and m begin, and
// returns the token behind the range; 0 if there is none.
func (s *scanner) farEnd(m *measured, opening *phrase) (measured, int) {
	j := m.to
	between := opening != nil && opening.role == roleBetween
	dashed, closed := false, false
	switch {
	case between && s.has(j, flagAnd):
	case s.has(j, flagTo) && !between:
	case s.has(j, flagAnd) && s.lex.Together != "":
		closed = true // 10和20之间
	case s.dash(j) && s.glued(j) == s.glued(j+1):
		dashed = true
	default:
		return measured{}, 0
	}
	first := j + 1
	if opening != nil && s.has(first, flagDeterminer) && s.startsNumber(first+1) && (s.sense(first).class == classNone || s.tokens[first+1].kind == tokenNumeral) {
		first++
	}
	k := first // behind the mark of a currency
	for k < first+4 && !s.startsNumber(k) {
		k++
	}
	if k == first+4 || k >= len(s.tokens) {
		return measured{}, 0
	}
	taken := s.taken
	s.taken = j + 1
	n, ok := s.measure(k)
	s.taken = taken
	if !ok || n.from != first || n.code || n.long || n.vague != "" || n.form != m.form && n.form != formMultiple || s.inName(&n) {
		return measured{}, 0
	}
	end := n.to
	if p, behind := s.matchAfter(n.to, func(p *phrase) bool { return p.role == roleTogether }); p != nil {
		end = behind
	} else if closed {
		return measured{}, 0
	}
	if t := &s.tokens[n.number.from]; dashed && t.kind == tokenWord && !t.spaced && m.lone != nil && isUpper(s.text[t.start]) {
		return measured{}, 0 // 7-Eleven
	}
	if dashed && s.dash(n.to) && s.glued(n.to) && s.glued(n.to+1) {
		return measured{}, 0 // a telephone or a date
	}
	if m.unit == nil && m.lone != nil && s.role(m) == RoleYear && (n.unit != nil || opening == nil && !n.scale.IsZero() && s.inYear(m)) {
		return measured{}, 0 // in 2013 to 674 billion
	}
	if opening == nil && !dashed && m.unit == nil && n.unit == nil && n.lone != nil && n.lone.whole == 4 && s.role(&n) == RoleYear && !s.yearLike(m) {
		return measured{}, 0 // 300 até 2026
	}
	if dashed && m.lone != nil && n.lone != nil && m.lone.plain && n.lone.plain && m.lone.whole == 4 && n.lone.whole == 2 {
		// 2017-18: the second year is of the same century
		if year, ok := m.value.Int64(); ok {
			if v, err := n.value.Add(fixed.FromInt64(year - year%100)); err == nil {
				n.value = v
			}
		}
	}
	return n, end
}

// yearLike reports whether m may be a year: four digits, or two of a century.
func (s *scanner) yearLike(m *measured) bool {
	return m.lone != nil && m.lone.plain && (m.lone.whole == 4 || m.lone.whole == 2)
}

// limits returns the two ends of a range, in one scale and with their signs; false
// if they are none.
func limits(m, n *measured) (low, high fixed.Dec, ok bool) {
	if m.unit != nil && n.unit != nil && m.unit.unit != n.unit.unit {
		return low, high, false
	}
	low, high = m.value, n.value
	if by := n.by(); m.scale.IsZero() && !by.IsZero() && low.Cmp(n.mantissa) < 0 && (m.unit == nil || n.unit == nil || m.from < m.number.from) {
		// 5 to 10 million, $5 to $10 million
		var err error
		if low, err = low.Mul(by); err != nil {
			return low, high, false
		}
	}
	if m.negative {
		low = low.Neg()
	}
	if n.negative {
		high = high.Neg()
	}
	return low, high, low.Cmp(high) < 0
}

// rangeRole returns for what the range from m to n stands.
func (s *scanner) rangeRole(m, n *measured) Role {
	switch {
	case m.lone == nil || n.lone == nil:
	case s.role(m) == RoleYear:
		return RoleYear
	case s.month(n.to) || s.month(m.from-1):
		return RoleDate
	case s.role(m) == RoleTime || s.role(n) == RoleTime:
		return RoleTime
	}
	return RoleFigure
}

// pair makes a range of an approximate number: 两三百.
func (s *scanner) pair(m *measured) Figure {
	low, high := *m, *m
	high.value = m.high
	if m.negative {
		low.value, high.value = m.high, m.value // 负七八十元
	}
	f, g := s.one(&low), s.one(&high)
	f.Kind, f.Stated.High, f.Stated.Comparator = KindRange, g.Stated.Value, lac.Between
	return f
}
