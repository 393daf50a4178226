package figure

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// sign finds a minus before a number, or the brackets that stand for one.
func (s *scanner) sign(m *measured) {
	i := m.from - 1
	if i < s.taken || i < 0 || m.form == formOrdinal {
		return
	}
	switch mark := s.mark(i); mark {
	case "-", "−", "–", "－":
		if s.isMinus(i) {
			m.negative, m.from = true, i
		}
	case "+":
		if s.glued(m.from) && (i == 0 || s.tokens[i].spaced || s.opens(i-1)) {
			m.from = i
		}
	case "(":
		s.accounting(m)
	default:
		p, from := s.matchBefore(m.from, 1<<roleMinus)
		q, _ := s.matchBefore(m.from, 1<<roleHedge) // al menos cinco
		if p != nil && from >= s.taken && q == nil {
			m.negative, m.from = true, from
		}
	}
}

// accounting reads the brackets of an amount below zero: US$(1,250) million,
// (4.1) percent. Brackets around a number that a word has just said mean nothing.
func (s *scanner) accounting(m *measured) {
	i, j := m.from-1, m.to
	if m.lone == nil || m.to != m.number.to || s.mark(j) != ")" || !s.glued(m.from) || !s.glued(j) || i > 0 && i == s.taken {
		return
	}
	p, from := s.matchBefore(i, 1<<roleCurrency)
	money := p != nil && from >= s.taken && (s.glued(i) || s.tokens[i-1].kind == tokenMark)
	by, to := s.scaleBehindToken(j + 1)
	q, end := s.unitAfter(to, func(p *phrase) bool {
		return p.unit.class == lexicon.Percent || p.unit.class == lexicon.Money
	})
	if !money && q == nil {
		return
	}
	if by > 1 && !m.multiply(by) {
		return
	}
	m.negative, m.lone = true, nil
	m.from, m.to = i, max(to, j+1)
	m.number.to = m.to
	if money {
		m.from, m.unit = from, p.unit
	} else {
		m.number.unit, m.to = q.unit, end
	}
}

// percentBefore takes the word for percent that stands before m, at the end of a
// phrase: per cent of 22.
func (s *scanner) percentBefore(m *measured) {
	if m.unit != nil || m.form != formCardinal || !s.has(m.from-1, flagOf) || m.to < len(s.tokens) && s.tokens[m.to].kind != tokenMark && s.tokens[m.to].kind != tokenBreak || s.dash(m.to) {
		return
	}
	for k := m.from - 2; k >= m.from-3 && k >= s.taken; k-- {
		p, end := s.unitAfter(k, func(p *phrase) bool { return p.unit.unit == lac.UnitPercent })
		if p != nil && end == m.from-1 {
			m.unit, m.from = p.unit, k
			return
		}
	}
}
