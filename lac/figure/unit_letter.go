package figure

import (
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

var letterMoney = func() map[string]*unit {
	units := map[string]*unit{}
	for letter, of := range lexicon.Letters {
		units[letter] = letterUnit(of...)
	}
	return units
}()

// unknownLetter is the currency of any other letter.
var unknownLetter = letterUnit()

func letterUnit(of ...lexicon.Land) *unit {
	return &unit{unit: UnitNumber, class: lexicon.Money, countries: of, doubt: "the text does not say which currency the letter before the number stands for"}
}

// letterBefore returns the currency whose letter stands before the number m.
func (s *scanner) letterBefore(m *measured) (*unit, int) {
	i := m.from - 1
	if i < s.taken || m.form != formCardinal || m.scale.Cmp(thousand) < 0 {
		return nil, 0
	}
	t := &s.tokens[i]
	if t.kind != tokenWord || t.end-t.start != 1 || s.tokens[m.from].kind != tokenNumeral {
		return nil, 0
	}
	letter := s.text[t.start:t.end]
	if letter < "A" || letter > "Z" {
		return nil, 0
	}
	if code, ok := s.lex.LetterMoney[letter]; ok {
		return &unit{unit: lac.Unit(code), class: lexicon.Money}, i
	}
	if !s.glued(m.from) {
		return nil, 0
	}
	if u, ok := letterMoney[letter]; ok {
		return s.moneyOf(u), i
	}
	return unknownLetter, i
}

// scaleBehind reports whether a scale, as a word or as letters, stands behind the
// digits at position at.
func (s *scanner) scaleBehind(at int) bool {
	_, at = s.readNumeral(at)
	glued := at
	for at < len(s.text) && (s.text[at] == ' ' || s.text[at] == '-') {
		at++
	}
	if r, _ := utf8.DecodeRuneInString(s.text[at:]); !isLetter(r) {
		return false
	}
	end, _ := wordEnd(s.text, at)
	w := s.lookup(s.text[at:end])
	return w != nil && (w.class == classScale && w.value >= 1000 || w.suffix >= 1000 && (end-at > 1 || at == glued))
}
