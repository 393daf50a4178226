package figure

import (
	"strings"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// finish makes a number of what a holds.
func (s *scanner) finish(n number, a *accumulator, words, article bool) (number, bool) {
	v, ok := a.sum()
	if !ok {
		n.long, n.doubt = true, doubtLong
		return n, true
	}
	if words && n.to == n.from+1 && v == fixed.FromInt64(1) {
		if article && !s.measuredBy(n.to) && !s.partsAt(n.to) || s.has(n.from, flagOne) && s.has(n.from-1, flagNotOne) && !s.dash(n.to) {
			return number{}, false // un, una: an article; this one
		}
	}
	n.value = v
	if n.scale.IsZero() {
		n.mantissa = v
	}
	if words && (!article || a.n > 1) {
		n.countDigits()
	}
	if a.n > 1 {
		n.lone, n.pronoun = nil, false
	}
	if n.lone != nil {
		s.ordinalSuffix(&n)
	}
	return n, true
}

// shorten ends n before the part that does not belong to it, if there is one.
func (s *scanner) shorten(n *number, a *accumulator, keep int) {
	if keep < a.n {
		n.to = a.parts[keep].start
		a.n = keep
		n.numeral.End = min(n.numeral.End, s.tokens[n.to-1].end)
	}
}

// countDigits sets the number of digits that a number in words gives: those of 250
// in two hundred and fifty thousand.
func (n *number) countDigits() {
	v := n.value
	scaled := n.scaled() && n.scale.Cmp(thousand) >= 0
	if scaled {
		v = n.mantissa
	}
	text := v.String()
	for !scaled && !strings.Contains(text, ".") && strings.HasSuffix(text, "000") {
		text = text[:len(text)-3]
	}
	n.digits = max(len(strings.TrimLeft(strings.Replace(text, ".", "", 1), "-0")), 1)
}

// by returns what the mantissa of n is multiplied by, 0 if nothing.
func (n *number) by() fixed.Dec {
	if n.scaled() {
		return n.scale
	}
	by, err := n.scale.Mul(thousand) // 7 mil millones
	if err != nil {
		return fixed.Dec{}
	}
	if v, err := n.mantissa.Mul(by); err != nil || v != n.value {
		return fixed.Dec{}
	}
	return by
}

// scaled reports whether n is its mantissa times one scale, as 0 is.
func (n *number) scaled() bool {
	v, err := n.mantissa.Mul(n.scale)
	return err == nil && v == n.value
}

// ordinalSuffix makes an ordinal of digits that a suffix of one follows: 21st, 2º.
func (s *scanner) ordinalSuffix(n *number) {
	j := n.to
	if !n.lone.plain || j >= len(s.tokens) || s.tokens[j].spaced {
		return
	}
	if s.text[s.tokens[j].start:s.tokens[j].end] == "." && s.lex.DottedOrdinals && j+1 < len(s.tokens) && !s.tokens[j+1].spaced {
		j++
	}
	if w := s.sense(j); w != nil && w.flags&flagOrdinalSuffix != 0 {
		n.form, n.to = formOrdinal, j+1
		n.numeral = s.span(n.from, n.to)
	}
}

// measuredBy reports whether a unit of measure stands at token i: un metro.
func (s *scanner) measuredBy(i int) bool {
	p, _ := s.unitAfter(i, func(p *phrase) bool {
		return p.exact == "" && (p.unit.class == lexicon.Measure || p.unit.class == lexicon.Percent || p.unit.class == lexicon.Money && !p.homonym)
	})
	return p != nil
}

// partsAt reports whether the words between parts and their whole stand at token
// i: um em cada quatro.
func (s *scanner) partsAt(i int) bool {
	p, j := s.matchAfter(i, func(p *phrase) bool { return p.role == roleOutOf })
	return p != nil && s.startsNumber(j)
}
