package figure

import (
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// inName reports whether the digits of m are part of a name: 5G, COVID-19.
func (s *scanner) inName(m *measured) bool {
	if m.lone == nil {
		return false
	}
	if m.named && s.glued(m.number.from) {
		return true
	}
	// letters right behind that are no unit
	if s.glued(m.number.to) && m.to == m.number.to && m.number.to < len(s.tokens) {
		switch t := &s.tokens[m.number.to]; t.kind {
		case tokenWord, tokenName:
			return true
		}
	}
	// a hyphen between letters and the digits
	i := m.from - 1
	if s.dash(i) && s.glued(m.from) && s.glued(i) && i > 0 && !m.negative {
		before := &s.tokens[i-1]
		c := s.text[before.start]
		if before.kind == tokenName || before.kind == tokenWord && 'A' <= c && c <= 'Z' && m.lone.whole < 4 && !s.has(i-1, flagMonth) {
			return true
		}
	}
	return false
}

// role returns for what a number stands.
func (s *scanner) role(m *measured) Role {
	before, after := m.from-1, m.to
	if m.named {
		return RoleName
	}
	if m.unit != nil && m.unit.class != lexicon.Time {
		return RoleFigure
	}
	if p, end := s.matchAfter(m.number.to, func(p *phrase) bool { return p.role == roleClock }); p != nil && m.lone != nil && end < len(s.tokens) && s.tokens[end].kind == tokenNumeral && s.hourBefore(end) {
		return RoleTime // 14 h 30
	}
	if s.lex.Characters {
		return s.hanRole(m)
	}
	if m.year {
		return RoleYear
	}
	if p, _ := s.matchBefore(m.from, 1<<roleReference); p != nil && m.pronoun {
		return RoleReference // number one
	}
	if m.pronoun {
		if s.has(before, flagPronoun) || s.has(after, flagPronoun) || after >= len(s.tokens) || s.tokens[after].kind == tokenMark {
			return RolePronoun
		}
	}
	if m.lone == nil {
		if m.form == formOrdinal && s.dayOf(m) {
			return RoleDate
		}
		return RoleFigure
	}
	if m.form == formOrdinal {
		if s.dayOf(m) {
			return RoleDate
		}
		return RoleFigure
	}
	if p, _ := s.matchBefore(m.from, 1<<roleName|1<<roleReference); p != nil {
		if p.role == roleName {
			return RoleName
		}
		return RoleReference
	}
	v, whole := m.value.Int64()
	if !whole || !m.lone.plain {
		return RoleFigure
	}
	clock, _ := s.matchAfter(after, func(p *phrase) bool { return p.role == roleClock })
	switch {
	case s.mark(after) == ":" && s.glued(after) && s.glued(after+1) && s.tokens[after+1].kind == tokenNumeral,
		s.mark(before) == ":" && s.glued(before) && s.glued(m.from),
		clock != nil && v <= 24, v < 60 && m.lone.whole == 2 && s.hourBefore(m.from):
		return RoleTime
	case v >= 1 && v <= 31 && m.lone.whole <= 2 && s.dayOf(m):
		return RoleDate
	case m.lone.whole == 4 && v >= 1400 && v <= 2199 && s.yearAt(m, v):
		return RoleYear
	}
	return RoleFigure
}

// hourBefore reports whether an hour with the word for it stands before token i:
// 14 h | 30.
func (s *scanner) hourBefore(i int) bool {
	p, end := s.matchAfter(i-1, func(p *phrase) bool { return p.role == roleClock })
	return p != nil && end == i && i > 1 && s.tokens[i-2].kind == tokenNumeral && s.numerals[s.tokens[i-2].numeral].whole <= 2
}

// dayOf reports whether m stands beside a month.
func (s *scanner) dayOf(m *measured) bool {
	return s.month(m.to) || s.month(m.from-1) || s.mark(m.from-1) == "." && s.month(m.from-2) || s.has(m.to, flagDateOf) && s.month(m.to+1)
}

// yearAt reports whether four digits of value v are a year: unless they count
// something that is named, and even then if they are the number of a year of our
// times, which few counts are.
func (s *scanner) yearAt(m *measured, v int64) bool {
	if m.unit != nil {
		return false
	}
	if s.month(m.from-1) || s.has(m.from-1, flagDateOf) && s.month(m.from-2) {
		return true
	}
	year, _ := s.matchBefore(m.from, 1<<roleYear)
	hedge, _ := s.matchBefore(m.from, 1<<roleHedge)
	noun, _ := s.noun(m.to)
	switch {
	case hedge != nil:
		return year != nil && noun == (Span{}) // around 2020, até 2030
	case year != nil:
		return true
	}
	return noun == (Span{}) || 1980 <= v && v <= 2040 && v%50 != 0
}

// inYear reports whether a word that stands before years, such as "in", stands before m.
func (s *scanner) inYear(m *measured) bool {
	p, _ := s.matchBefore(m.from, 1<<roleYear)
	return p != nil
}

// hanRole returns for what a number in a Chinese text stands.
func (s *scanner) hanRole(m *measured) Role {
	i, h := m.number.to, &s.lex.Han
	small := m.value.Cmp(fixed.FromInt64(31)) <= 0
	switch {
	case m.form == formOrdinal:
		if s.hanAny(i, h.Numbers) {
			return RoleReference
		}
		return RoleFigure
	case s.hanAny(i, h.Year) && (m.year || m.lone != nil && m.lone.whole == 4 && m.lone.plain),
		s.hanAny(i, h.Ages):
		return RoleYear
	case s.hanAny(i, h.Month), small && s.hanAny(i, h.Day):
		return RoleDate
	case s.hanClock(m):
		return RoleTime
	case s.hanAny(i, h.GroupName):
		return RoleName
	case (s.mark(i) == ":" || s.mark(i) == "：") && s.glued(i+1) && s.tokens[i+1].kind == tokenNumeral, s.mark(m.from-1) == ":" && s.glued(m.from) && s.glued(m.from-1):
		return RoleTime
	case m.pronoun && m.unit == nil && s.countable(i):
		return RolePronoun
	case m.lone != nil && m.lone.plain && m.lone.whole == 4 && m.unit == nil && s.yearRange(m):
		return RoleYear
	}
	return RoleFigure
}

// hanClock reports whether m is an hour or the minutes behind one: 上午9点, 9时30分.
func (s *scanner) hanClock(m *measured) bool {
	i := m.number.to
	if s.minutesAt(m) {
		return true
	}
	return s.has(i, flagHour) && (s.has(m.from-1, flagClock) || s.has(i+1, flagHour) || s.startsNumber(i+1) && s.has(i+2, flagMinute))
}

// minutesAt reports whether m stands between the words for hour and minute.
func (s *scanner) minutesAt(m *measured) bool {
	return s.has(m.number.from-1, flagHour) && s.has(m.number.to, flagMinute)
}

// yearRange reports whether m is one end of a span of years: 2017-2023.
func (s *scanner) yearRange(m *measured) bool {
	v, _ := m.value.Int64()
	if v < 1400 || v > 2199 {
		return false
	}
	i := m.number.to
	return s.dash(i) || s.hanAny(i, s.lex.Han.To) || s.dash(m.from-1)
}
