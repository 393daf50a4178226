package figure

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// noun returns the word that a number counts, which is among those from token j
// on, and the unit that it is: its plural, as far as [lac.Unit] can spell it.
func (s *scanner) noun(j int) (Span, lac.Unit) {
	if j < len(s.tokens) && s.tokens[j].kind == tokenHan {
		return s.hanNoun(j)
	}
	const far = 6 // words of a noun phrase
	var last Span
	at := 0
	var buf [maxWord + 8]byte
	for k := j; k < len(s.tokens) && k < j+far; k++ {
		t := &s.tokens[k]
		if s.dash(k) && s.glued(k) {
			continue
		}
		if t.kind == tokenNumeral && s.dash(k-1) && s.glued(k) {
			continue // COVID-19 vaccine doses
		}
		if t.kind != tokenWord && t.kind != tokenName {
			break
		}
		if w := t.sense; w != nil && w.flags&(flagStop|flagMonth) != 0 && w.flags&flagModifier == 0 {
			if w.flags&flagAnd == 0 || last != (Span{}) || s.lex.NounFirst {
				break
			}
			continue // economic and trade zones
		}
		if w := t.sense; w != nil && w.class == classCardinal && !s.dash(k+1) {
			break // five million | two weeks later
		}
		if s.has(k, flagPlural) || plural(s.folded(buf[:0], k)) {
			last, at = s.span(k, k+1), k
		} else if last != (Span{}) {
			break // trucks carried goods; but customs officers
		}
		if s.lex.NounFirst && !(t.sense != nil && t.sense.flags&flagModifier != 0) {
			break // adjectives follow
		}
	}
	if last == (Span{}) {
		return Span{}, ""
	}
	if p, _ := s.matchAfter(at, func(p *phrase) bool { return p.role == roleCount }); p != nil {
		return last, p.unit.unit
	}
	u := lac.Unit(strings.ToLower(last.Of(s.text)))
	if !u.IsValid() {
		u = UnitNumber
	}
	return last, u
}

// hanNoun returns the known noun behind a number in Chinese, and behind the
// measure word between them, or else the measure word.
func (s *scanner) hanNoun(j int) (Span, lac.Unit) {
	for step := range 3 {
		if p, end := s.matchAfter(j, func(p *phrase) bool { return p.role == roleCount }); p != nil {
			return s.span(j, end), p.unit.unit
		}
		if !s.has(j, flagMeasure|flagMany) || step == 2 {
			break
		}
		j++
	}
	return Span{}, ""
}

// plural reports whether a folded word looks like a noun in the plural.
func plural(word []byte) bool {
	n := len(word)
	return n > 3 && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != 'u'
}
