package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// noun returns the word that a number counts, which ends before token j, and the
// unit that it is: its plural, as far as [lac.Unit] can spell it.
func (s *scanner) noun(j int) (Span, lac.Unit) {
	const far = 6 // words of a noun phrase
	var last Span
	for k := j; k < len(s.tokens) && k < j+far; k++ {
		t := &s.tokens[k]
		if t.kind == tokenMark && s.dash(k) {
			continue
		}
		if t.kind != tokenWord && t.kind != tokenName {
			break
		}
		if w := t.sense; w != nil && w.flags&(flagStop|flagAnd|flagMonth) != 0 && w.flags&flagModifier == 0 {
			break
		}
		if word := s.word(k); plural(word) {
			last = s.span(k, k+1)
		}
	}
	if last == (Span{}) {
		return Span{}, ""
	}
	u := lac.Unit(strings.ToLower(last.Of(s.text)))
	if !u.IsValid() {
		u = UnitNumber
	}
	return last, u
}

// plural reports whether a folded word looks like a noun in the plural.
func plural(word string) bool {
	switch word {
	case "people", "children", "men", "women", "staff", "personnel":
		return true
	}
	return len(word) > 3 && word[len(word)-1] == 's' && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us")
}
