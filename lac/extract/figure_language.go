package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// commaGroups are the regions of Spanish where a comma groups digits and a dot
// splits decimals, by CLDR.
var commaGroups = map[string]bool{
	"MX": true, "US": true, "GT": true, "HN": true, "NI": true, "PA": true, "PE": true, "PR": true, "SV": true, "DO": true, "419": true, "BZ": true, "CU": true,
}

// choose returns the lexicon for text, and whether a comma splits decimals in it,
// by its language or, if that is none of the four, by a guess.
func choose(text string, lang language.Tag) (l *lexicon, comma, guessed bool) {
	base, confidence := lang.Base()
	name := base.String()
	if confidence != language.Exact || name != "en" && name != "es" && name != "pt" && name != "zh" {
		name, guessed = guess(text), true
	}
	switch name {
	case "es":
		region, sure := lang.Region()
		return spanish(), guessed || sure != language.Exact || !commaGroups[region.String()], guessed
	case "pt":
		return portuguese(), true, guessed
	case "zh":
		return chinese(), false, guessed
	}
	return english(), false, guessed
}

// function words that are frequent in one of the three languages and rare in the
// others.
var functionWords = map[string]string{
	"the": "en", "of": "en", "and": "en", "in": "en", "to": "en", "is": "en", "that": "en", "with": "en", "was": "en", "were": "en", "from": "en", "by": "en", "has": "en", "have": "en", "than": "en", "are": "en", "it": "en", "at": "en", "on": "en",
	"el": "es", "los": "es", "las": "es", "y": "es", "del": "es", "en": "es", "con": "es", "una": "es", "fue": "es", "más": "es", "al": "es", "su": "es", "es": "es", "un": "es", "la": "es", "hay": "es", "son": "es", "millones": "es", "millón": "es", "años": "es", "dos": "es", "ciento": "es", "hasta": "es", "cerca": "both", "de": "both", "por": "both", "que": "both", "para": "both", "mil": "both", "dólares": "both", "países": "both", "se": "both",
	"o": "pt", "os": "pt", "do": "pt", "da": "pt", "em": "pt", "não": "pt", "com": "pt", "uma": "pt", "um": "pt", "na": "pt", "no": "pt", "ao": "pt", "e": "pt", "é": "pt", "são": "pt", "milhões": "pt", "foi": "pt", "mais": "pt", "à": "pt", "das": "pt", "pelo": "pt", "anos": "pt", "bilhões": "pt", "cento": "pt", "até": "pt", "dois": "pt",
}

// guess returns the language of text: Chinese by its script, the others by their
// function words, English where nothing tells. It looks at the beginning only.
func guess(text string) string {
	const far = 1 << 14
	han, words := 0, 0
	count := map[string]int{}
	for at := 0; at < len(text) && at < far; {
		c := text[at]
		if c < utf8.RuneSelf && !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.Is(unicode.Han, r):
			han++
			at += size
		case isLetter(r):
			end, _ := wordEnd(text, at)
			words++
			if end-at <= 8 {
				count[functionWords[strings.ToLower(text[at:end])]]++
			}
			at = end
		default:
			at += size
		}
	}
	if han > words {
		return "zh"
	}
	// What Spanish and Portuguese have in common speaks for both.
	count["es"] += count["both"]
	count["pt"] += count["both"]
	best := "en"
	for _, name := range []string{"es", "pt"} {
		if count[name] > count[best] {
			best = name
		}
	}
	return best
}
