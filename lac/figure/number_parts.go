package figure

import (
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// outOf reads a number of parts of a whole, m being the parts: one out of five,
// three in ten, dos de cada tres. It returns the fraction.
func (s *scanner) outOf(m *measured) (measured, bool) {
	num, ok := m.value.Int64()
	each := m.unit != nil // one dollar in five
	if !ok || num < 1 || m.form != formCardinal || each && (m.from != m.number.from || m.lone != nil || m.unit.class == lexicon.Percent) || m.negative || !m.scale.IsZero() || m.to != m.number.to && !each || m.vague != "" || m.hedge != "" || m.between || m.year {
		return measured{}, false
	}
	p, j := s.matchAfter(m.to, func(p *phrase) bool { return p.role == roleOutOf || p.role == roleIn })
	if p == nil || j >= len(s.tokens) || s.tokens[j].kind == tokenHan || !s.startsNumber(j) {
		return measured{}, false
	}
	n, ok := s.number(j)
	den, whole := n.value.Int64()
	if !ok || n.from != j || n.code || n.long || n.form != formCardinal || n.between || !whole || den <= num || n.vague != "" {
		return measured{}, false
	}
	if p.role == roleIn {
		// three in 2019, two in five years, one in 7.30
		if den > 1000 || num > 20 || n.lone != nil && (each || !n.lone.plain) || s.spanOfTimeAt(n.to) || s.month(n.to) || s.currencyAfter(n.to) != nil || s.measuredBy(n.to) || m.pronoun && !each && s.has(m.from-1, flagPronoun) {
			return measured{}, false
		}
	}
	q, ok := s.fraction(m.number.from, n.to, num, den, 0)
	if !ok {
		return measured{}, false
	}
	out := measured{number: q, from: q.from, to: q.to, ends: [2]Span{s.span(m.number.from, m.number.to), s.span(n.from, n.to)}}
	if each && m.unit.class != lexicon.Money {
		out.part = s.span(m.number.to, m.to)
	}
	if s.percentAt(n.to) {
		return measured{}, false
	}
	if p, end := s.unitAfter(n.to, func(p *phrase) bool { return s.fits(m, n.to, p) }); p != nil {
		out.ends[1].End = s.tokens[end-1].end // of ten barrels
	}
	return out, true
}

// ofEach reads a part of a whole that is named first, m being the whole:
// 每十家企业中有三家. It returns the fraction.
func (s *scanner) ofEach(m *measured) (measured, bool) {
	const most = 10 // characters of what is counted
	h := &s.lex.Han
	den, ok := m.value.Int64()
	if !ok || m.form != formCardinal || m.negative || m.vague != "" || m.between || s.spanOfTimeAt(m.number.to) || !s.hanAny(m.from-1, h.Every) {
		return measured{}, false
	}
	for j := m.number.to; j < min(m.number.to+most, len(s.tokens)) && s.tokens[j].kind == tokenHan; j++ {
		for _, among := range h.Among {
			if !s.hanWord(j, among) {
				continue
			}
			n, ok := s.number(j + utf8.RuneCountInString(among))
			num, whole := n.value.Int64()
			if !ok || !whole || num < 1 || num >= den || n.form != formCardinal || n.vague != "" || n.between {
				return measured{}, false
			}
			q, ok := s.fraction(m.number.from, n.to, num, den, 0)
			return measured{number: q, from: q.from, to: q.to, ends: [2]Span{s.span(n.from, n.to), s.span(m.number.from, m.number.to)}}, ok
		}
	}
	return measured{}, false
}
