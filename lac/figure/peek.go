package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// percentAt reports whether a percent sign or the like stands at token j.
func (s *scanner) percentAt(j int) bool {
	p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleUnit && p.unit.class == lexicon.Percent })
	return p != nil
}

// startsNumber reports whether a number may begin at token k.
func (s *scanner) startsNumber(k int) bool {
	if k < 0 || k >= len(s.tokens) {
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
	for k := i - 1; k >= 0 && k >= i-9; k-- {
		if s.has(k, flagMove) {
			return true
		}
		if m := s.mark(k); m == "." || m == ";" || s.tokens[k].kind == tokenBreak {
			return false
		}
	}
	return false
}

// month reports whether token i is the name of a month: in English with a capital
// (may, march).
func (s *scanner) month(i int) bool {
	if !s.has(i, flagMonth) {
		return false
	}
	c := s.text[s.tokens[i].start]
	return !s.lex.CapitalMonths || 'A' <= c && c <= 'Z'
}

// isMinus reports whether the dash that is token i, right before a number, is its
// sign. Behind a letter or digit it is a hyphen, behind a figure it joins.
func (s *scanner) isMinus(i int) bool {
	if i < s.taken || !s.dash(i) || !s.glued(i+1) {
		return false
	}
	return i == 0 || s.tokens[i].spaced || s.opens(i-1) || s.tokens[i-1].kind == tokenHan && i > s.taken
}

// spanOfTimeAt reports whether a unit of time stands at token j.
func (s *scanner) spanOfTimeAt(j int) bool {
	p, _ := s.matchAfter(j, func(p *phrase) bool { return p.role == roleUnit && p.unit.class == lexicon.Time })
	return p != nil
}

// tenthsAt reports whether the word for tenths stands at token j and does not begin
// another.
func (s *scanner) tenthsAt(j int) bool {
	return s.hanAny(j, s.lex.Han.Tenth) && !s.hanAny(j, s.lex.Han.NotTenth)
}

var percentUnit = &unit{unit: lac.UnitPercent, class: lexicon.Percent}

// scaleBehindToken returns the scale of at least a thousand that the words from
// token j on are, and the token behind; 1 and j if there is none.
func (s *scanner) scaleBehindToken(j int) (int64, int) {
	by := int64(1)
	for j < len(s.tokens) && s.tokens[j].kind == tokenWord {
		w := s.sense(j)
		if w == nil || w.class != classScale || w.value < 1000 || by > 1e9 || w.value > 1e12 {
			break
		}
		by *= w.value
		j++
	}
	return by, j
}

// multiply gives m the scale by.
func (m *measured) multiply(by int64) bool {
	scale := fixed.FromInt64(by)
	v, err := m.value.Mul(scale)
	if err != nil || m.long || m.between {
		return false
	}
	if m.scale.IsZero() {
		m.mantissa, m.scale = m.value, scale
	}
	m.value, m.lone = v, nil
	return true
}

// opens reports whether token i is a mark that something may begin after.
func (s *scanner) opens(i int) bool {
	switch s.mark(i) {
	case "(", "[", "{", "\"", "'", "“", "‘", "（", "：", "，", "。", "、", "；", ":", "=", "*", "·", "«", "¿", "/":
		return true
	}
	return false
}

// hanAny reports whether one of words begins at token i.
func (s *scanner) hanAny(i int, words []string) bool {
	for _, w := range words {
		if s.hanWord(i, w) {
			return true
		}
	}
	return false
}

// hanWord reports whether the characters from token i on are word.
func (s *scanner) hanWord(i int, word string) bool {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != tokenHan {
		return false
	}
	for _, r := range word { // spaces may stand between
		t, size := "", utf8.RuneLen(r)
		if i < len(s.tokens) && s.tokens[i].kind == tokenHan {
			t = s.text[s.tokens[i].start:s.tokens[i].end]
		}
		if len(t) != size || !strings.HasPrefix(word, t) {
			return false
		}
		word = word[size:]
		i++
	}
	return true
}

// currencyAfter returns the currency whose name or mark stands at token i.
func (s *scanner) currencyAfter(i int) *phrase {
	p, _ := s.unitAfter(i, func(p *phrase) bool { return p.unit.class == lexicon.Money })
	return p
}

// currencyBefore returns the currency whose mark stands before token i.
func (s *scanner) currencyBefore(i int) *phrase {
	p, from := s.matchBefore(i, 1<<roleCurrency)
	if p == nil || from < s.taken {
		return nil
	}
	return p
}

// suffixAt reports whether the letters of token k, behind digits, are a scale
// rather than a unit.
func (s *scanner) suffixAt(k int) bool {
	t := &s.tokens[k]
	letters := s.text[t.start:t.end]
	if len(letters) > 1 {
		return true
	}
	money := s.currencyBefore(k-1) != nil || s.currencyAfter(k+1) != nil
	if t.spaced {
		return money && letters != "t"
	}
	switch letters {
	case "k", "K", "B", "M", "T":
		return true
	case "b", "m", "t":
		// metres and tonnes, unless something else is counted
		return money || letters != "t" && k+1 < len(s.tokens) && s.tokens[k+1].kind == tokenWord && !s.has(k+1, flagStop|flagAnd|flagDimension)
	}
	return money // 5G is a network
}
