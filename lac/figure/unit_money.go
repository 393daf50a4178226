package figure

import (
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// plainCode reports whether a mark is a code that people also write in small
// letters, and that is no word.
func plainCode(mark string) bool {
	switch mark {
	case "USD", "EUR", "GBP", "CNY", "RMB", "JPY", "HKD", "CHF", "CAD", "AUD", "NZD", "SGD", "TWD", "KRW", "INR", "MXN", "BRL", "THB", "RUB", "MYR", "IDR":
		return true
	}
	return false
}

// moneyOf returns the currency that unit u, a name that several countries have,
// stands for in the text: that of the one country that the text names, or u.
func (s *scanner) moneyOf(u *unit) *unit {
	if len(u.countries) == 0 {
		return u
	}
	if known, ok := s.money[u]; ok {
		return known
	}
	found := u
	for _, c := range u.countries {
		if !slices.ContainsFunc(lexicon.List(c.Names), func(land string) bool { return strings.Contains(s.text, land) }) {
			continue
		}
		if found != u {
			found = u // two countries
			break
		}
		found = &unit{unit: lac.Unit(c.Code), class: lexicon.Money}
	}
	if s.money == nil {
		s.money = map[*unit]*unit{}
	}
	s.money[u] = found
	return found
}

const doubtCountry = "the text does not say which country's money this is"

func (l *lexis) addCurrencies() {
	for _, r := range lexicon.Currencies {
		u := &unit{unit: lac.Unit(r.Code), class: lexicon.Money}
		for _, mark := range lexicon.List(r.Marks) {
			p := phrase{role: roleCurrency, unit: u}
			if !plainCode(mark) {
				p.exact = mark
			}
			l.addBefore(mark, p)
			p.role = roleUnit
			l.addAfter(mark, p)
			// A code or the letters before a sign, right before digits.
			if w := pieces(mark); len(w) == 1 {
				l.of(w[0]).flags |= flagCurrency
			}
		}
		l.addAfter(l.Money[r.Code], phrase{role: roleUnit, unit: u})
	}
	for _, r := range lexicon.SharedNames {
		u := &unit{unit: lac.Unit(r.Word), class: lexicon.Money, doubt: doubtCountry, parts: r.Parts}
		if r.Usual != "" {
			u.unit, u.doubt = lac.Unit(r.Usual), ""
		}
		if r.Weight != "" {
			u.weight = &unit{unit: lac.Unit(r.Weight), class: lexicon.Measure}
		}
		nouns := l.Shared[r.Word]
		l.addAfter(nouns, phrase{role: roleUnit, unit: u})
		for _, of := range r.Of {
			if of.Names != "" && u.doubt != "" {
				u.countries = append(u.countries, of)
			}
			p := phrase{role: roleUnit, unit: &unit{unit: lac.Unit(of.Code), class: lexicon.Money}}
			for _, adjective := range lexicon.List(l.Lands[of.Code]) {
				for _, noun := range lexicon.List(nouns) {
					if l.NounFirst {
						l.addAfter(noun+" "+adjective, p)
					} else {
						l.addAfter(adjective+" "+noun, p)
					}
				}
			}
		}
	}
	// The yen and the yuan share a sign.
	sign := &unit{unit: "CNY", class: lexicon.Money, doubt: "¥ is the sign of the yuan and of the yen"}
	if l.Tag == "zh" {
		sign = &unit{unit: "CNY", class: lexicon.Money}
	}
	l.addBefore("¥, ￥", phrase{role: roleCurrency, unit: sign})
	l.addAfter("¥, ￥", phrase{role: roleUnit, unit: sign})
}
