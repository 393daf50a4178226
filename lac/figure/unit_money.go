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
		if !slices.ContainsFunc(lexicon.List(c.Names), func(land string) bool { return strings.Contains(s.whole, land) }) {
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

// codeScales are the letters before a currency's code that multiply it.
var codeScales = map[string]int64{"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6, "mn": 1e6, "m": 1e6, "bn": 1e9}

// addNames adds the names of a currency, which stand after a number or, with a
// scale, before it.
func (l *lexis) addNames(names string, u *unit) {
	for _, name := range lexicon.List(names) {
		p := phrase{role: roleUnit, unit: u, homonym: slices.Contains(lexicon.List(l.Homonyms), name)}
		l.addAfter(name, p)
		p.role = roleCurrencyName
		l.addBefore(name, p)
	}
}

func (l *lexis) addCurrencies() {
	for _, r := range lexicon.Currencies {
		u := &unit{unit: lac.Unit(r.Code), class: lexicon.Money, lands: []string{r.Code}}
		for _, mark := range lexicon.List(r.Marks) {
			p := phrase{role: roleCurrency, unit: u}
			if p.code = plainCode(mark); !p.code {
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
		l.addNames(l.Money[r.Code], u)
		for prefix, by := range codeScales {
			if code := lexicon.List(r.Marks); slices.Contains(code, r.Code) && plainCode(r.Code) {
				p := phrase{exact: prefix + r.Code, role: roleUnit, unit: &unit{unit: u.unit, class: u.class, by: by}}
				l.addAfter(p.exact, p)
				p.role = roleCurrency
				l.addBefore(p.exact, p)
				l.of(pieces(p.exact)[0]).flags |= flagCurrency
			}
		}
	}
	for word, of := range l.ScaledMoney {
		l.addAfter(word, phrase{role: roleUnit, unit: &unit{unit: lac.Unit(of.Code), class: lexicon.Money, by: of.By}})
	}
	for _, r := range lexicon.SharedNames {
		u := &unit{unit: lac.Unit(r.Word), class: lexicon.Money, doubt: doubtCountry, parts: r.Parts, main: lac.Unit(r.Main)}
		if r.Usual != "" {
			u.unit, u.doubt = lac.Unit(r.Usual), ""
		}
		if r.Weight != "" {
			u.weight = &unit{unit: lac.Unit(r.Weight), class: lexicon.Measure}
		}
		l.addNames(l.Shared[r.Word], u)
		l.addAfter(r.Marks, phrase{role: roleUnit, unit: u})
		l.addBefore(r.Marks, phrase{role: roleCurrency, unit: u})
		for _, of := range r.Of {
			u.lands = append(u.lands, of.Code)
			if of.Names != "" && u.doubt != "" {
				u.countries = append(u.countries, of)
			}
		}
	}
	for code := range l.Lands {
		p := phrase{role: roleLand, unit: &unit{unit: lac.Unit(code), class: lexicon.Money}}
		for _, land := range l.LandForms(code) {
			l.addAfter(land, p)
		}
	}
	// The yen and the yuan share a sign.
	sign := &unit{unit: "CNY", class: lexicon.Money, lands: []string{"CNY", "JPY"}, doubt: "¥ is the sign of the yuan and of the yen"}
	if l.Characters {
		sign.doubt = ""
	}
	l.addBefore("¥, ￥", phrase{role: roleCurrency, unit: sign})
	l.addAfter("¥, ￥", phrase{role: roleUnit, unit: sign})
}
