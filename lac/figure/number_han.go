package figure

import (
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// char returns the text of token i if it is a Chinese character.
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

// priceOff reports whether the word for tenths of the price stands at token i.
func (s *scanner) priceOff(i int) bool {
	return s.hanAny(i, s.lex.Han.Off) && !s.hanAny(i, s.lex.Han.NotOff)
}

// hanHalf reads what begins with the word for half at token i: 半成, 半百, 过半.
func (s *scanner) hanHalf(i int) (number, bool) {
	h := &s.lex.Han
	two := func(v int64, u *unit, end int) (number, bool) {
		d := fixed.FromInt64(v)
		return number{from: i, to: i + 2, value: d, mantissa: d, unit: u, numeral: s.span(i, end)}, true
	}
	switch {
	case s.priceOff(i + 1):
		return two(50, percentUnit, i+1)
	case s.tenthsAt(i + 1):
		return two(5, percentUnit, i+1)
	case s.hanAny(i+1, h.Hundred) && !s.hanAny(i+1, h.NotHundred):
		return two(50, nil, i+2)
	case s.hanAny(i+1, h.Dozen):
		return two(6, nil, i+1)
	}
	p, from := s.matchBefore(i, 1<<roleHedge)
	hedged := p != nil && from >= s.taken && !s.hanAny(i+1, h.NotHalf) // 过半, 近半数
	if hedged || s.has(i+1, flagMeasure) && !s.hanAny(i+1, h.Year) || s.hanAny(i+1, h.HalfNumber) {
		return s.fraction(i, i+1, 1, 2, 0)
	}
	return number{}, false
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
	if p, _ := s.unitAfter(j, func(*phrase) bool { return true }); p != nil {
		return true
	}
	p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleCount })
	return p != nil
}

func (s *scanner) numeralText(n *number) string { return n.numeral.Of(s.text) }

// excludedAt returns the end of a word at token i, or around it, that is no number
// though it looks like one; 0 if there is none.
func (s *scanner) excludedAt(i int) int {
	p, end := s.matchAfter(i, func(p *phrase) bool { return p.role == roleExcluded })
	if p == nil {
		// 统一, 之一: the number is not the first character
		if q, _ := s.matchBefore(i+1, 1<<roleExcludedEnd); q != nil {
			return i + 1
		}
		return 0
	}
	if s.hanAny(end, s.lex.Han.PartsEnd) && s.hanAny(end-1, s.lex.Han.PartsBegin) {
		return 0 // 十分之一
	}
	return end
}
