package figure

import (
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// commaGroups are the regions of Spanish where a comma groups digits and a dot
// splits decimals, by CLDR.
var commaGroups = map[string]bool{
	"MX": true, "US": true, "GT": true, "HN": true, "NI": true, "PA": true, "PE": true, "PR": true, "SV": true, "DO": true, "419": true, "BZ": true, "CU": true,
}

// choose returns the lexicon for text, and whether a comma splits decimals in it,
// by its language or, if that is none of the four, by a guess.
func choose(text string, lang language.Tag) (l *lexis, comma, guessed bool) {
	base, confidence := lang.Base()
	name := base.String()
	if confidence != language.Exact || name != "en" && name != "es" && name != "pt" && name != "zh" && name != "fr" {
		name, guessed = lexicon.Guess(text), true
	}
	switch name {
	case "es":
		region, sure := lang.Region()
		return spanish(), guessed || sure != language.Exact || !commaGroups[region.String()], guessed
	case "fr":
		return french(), true, guessed
	case "pt":
		return portuguese(), true, guessed
	case "zh":
		return chinese(), false, guessed
	}
	return english(), false, guessed
}
