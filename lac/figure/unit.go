package figure

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// addUnits adds the names of all units in the lexicon's language, and their symbols.
func (l *lexis) addUnits() {
	for _, r := range lexicon.Units {
		u := &unit{unit: lac.Unit(r.Name), class: r.Class}
		for _, symbol := range lexicon.List(r.Symbols) {
			l.addAfter(symbol, phrase{exact: symbol, role: roleUnit, unit: u})
		}
		if ages := l.Ages[r.Name]; ages != "" {
			l.addAfter(ages, phrase{role: roleUnit, unit: &unit{unit: u.unit, class: lexicon.Age}})
		}
		l.addAfter(l.Units[r.Name], phrase{role: roleUnit, unit: u})
	}
}

// addCounts adds the names of what is counted. In Chinese they are phrases that
// follow the number, elsewhere nouns that may stand further off.
func (l *lexis) addCounts() {
	for _, name := range lexicon.Counted {
		l.addAfter(l.Counts[name], phrase{role: roleCount, unit: &unit{unit: lac.Unit(name)}})
	}
}
