package extract

import (
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// letterMoney are the currencies that a capital letter before a number stands
// for, where the text names the country: N4.17 trillion.
var letterMoney = map[string]*unit{
	"B": letterUnit(country{"PAB", []string{"Panam", "巴拿马"}}),
	"D": letterUnit(country{"GMD", []string{"Gambia", "Gâmbia", "冈比亚"}}),
	"K": letterUnit(country{"ZMW", []string{"Zambia", "Zâmbia", "赞比亚"}}, country{"MWK", []string{"Malawi", "Malaui", "马拉维"}},
		country{"PGK", []string{"Papua", "巴布亚"}}, country{"MMK", []string{"Myanmar", "Birmania", "缅甸"}}),
	"L": letterUnit(country{"HNL", []string{"Hondur", "洪都拉斯"}}),
	"M": letterUnit(country{"LSO", []string{"Lesotho", "Lesoto", "莱索托"}}),
	"N": letterUnit(country{"NGN", []string{"Nigeria", "Nigéria", "尼日利亚"}}),
	"P": letterUnit(country{"PHP", []string{"Philippin", "Filipin", "菲律宾"}}, country{"BWP", []string{"Botswana", "Botsuana", "博茨瓦纳"}}),
	"Q": letterUnit(country{"GTQ", []string{"Guatemal", "危地马拉"}}),
	"R": letterUnit(country{"ZAR", []string{"South Africa", "Sudáfrica", "África do Sul", "南非"}}),
}

// unknownLetter is the currency of any other letter.
var unknownLetter = letterUnit()

func letterUnit(of ...country) *unit {
	return &unit{unit: UnitNumber, class: unitMoney, countries: of, doubt: "the text does not say which currency the letter before the number stands for"}
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

// letterBefore returns the currency whose letter stands before the number m.
func (s *scanner) letterBefore(m *measured) *unit {
	i := m.from - 1
	if i < s.taken || !s.glued(m.from) || m.form != formCardinal || m.scale.Cmp(fixed.FromInt64(1000)) < 0 {
		return nil
	}
	t := &s.tokens[i]
	if t.kind != tokenWord || t.end-t.start != 1 || s.tokens[m.from].kind != tokenNumeral {
		return nil
	}
	letter := s.text[t.start:t.end]
	if letter < "A" || letter > "Z" {
		return nil
	}
	if u, ok := letterMoney[letter]; ok {
		return s.moneyOf(u)
	}
	return unknownLetter
}
