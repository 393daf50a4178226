package gcdf

import (
	"regexp"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// AidData names linked records in titles, and does so by hand: "(Linked to
// Project ID#450, #36064)", "[linked to #31067]", "(Linked to Project ID#53184,
// 53185 and 53186)", "(Linked to #450, Umbrella Project #53184)", ", linked to
// #59689", and with every slip of the keyboard, "(inked to #450)" and "(Lined to
// #450" among them.
var (
	// bracketed is what stands in brackets, which may lack their end.
	bracketed = regexp.MustCompile(`[(\[（][^()\[\]（）]*`)
	// cue is where brackets begin to name records, linked the same where the "#"
	// is missing. Brackets without either, as in "(Lot #3)", name none.
	cue    = regexp.MustCompile(`(?i)(?:link|lined|inked|related|subproject|umbrella|project|etca|id)\w*[^\d#]{0,24}#|^[(\[（]\s*#`)
	linked = regexp.MustCompile(`(?i)^[(\[（]\s*l\w*k\w*\s+(?:to|with)\s+(?:projects?\s*)?(?:ids?\s*)?\d`)
	// bare is a link without brackets.
	bare = regexp.MustCompile(`(?i)\blinked to\D{0,12}#\s*\d[^()\[\]]*`)
	// token is a number, or a word that says what kind the numbers after it are.
	token = regexp.MustCompile(`(?i)\d+\w*|umbrella|etca|subproject|project`)

	relief     = regexp.MustCompile(`(?i)\b(?:reschedul(?:es|ed|ing)|forgiv(?:es?|en|ing)|restructur(?:es|ed)\b.*\b(?:debts?|loans?|credits?|facilit(?:y|ies))|cancel(?:s|led)\b.*\bdebts?)\b`)
	syndicated = regexp.MustCompile(`(?i)\b(?:contribut|participat)(?:es?|ed|ing)\b.*\b(?:syndicated|club)\b`)
)

// titleLinks returns the links to the records that a title names, each once:
//
//   - part of an umbrella, of an Economic and Technical Cooperation Agreement
//     (ETCA) or of another project, where the title says so;
//   - relieves, if the record forgives or reschedules debts;
//   - co-funded, if it is a contribution to a syndicated or club loan;
//   - linked to, otherwise.
func titleLinks(title, flow, own string, id func(number string) string) []lac.Link {
	phrases := linkPhrases(title)
	if phrases == nil {
		return nil
	}
	other := lac.LinkedTo
	switch {
	case isRelief(title, flow):
		other = lac.Relieves
	case syndicated.MatchString(title):
		other = lac.CoFunded
	}
	var links []lac.Link
	known := map[string]bool{own: true}
	for _, phrase := range phrases {
		kind, said := other, false // said: by a word since the last number
		for _, t := range token.FindAllString(phrase, -1) {
			switch t = strings.ToLower(t); t {
			case "umbrella", "etca", "subproject":
				kind, said = lac.PartOf, true
			case "project": // "Umbrella Project #53184" is still an umbrella
				if !said {
					kind, said = other, true
				}
			default:
				said = false
				number := strings.TrimLeft(t, "0")
				if isNumber(number) && !known[number] {
					known[number] = true
					links = append(links, lac.Link{Kind: kind, ID: id(number)})
				}
			}
		}
	}
	return links
}

// linkPhrases returns the parts of a title that name records.
func linkPhrases(title string) []string {
	if !strings.Contains(title, "#") && !strings.Contains(strings.ToLower(title), "link") {
		return nil
	}
	var phrases []string
	for _, s := range bracketed.FindAllString(title, -1) {
		if at := cue.FindStringIndex(s); at != nil {
			phrases = append(phrases, s[at[0]:])
		} else if linked.MatchString(s) {
			phrases = append(phrases, s)
		}
	}
	return append(phrases, bare.FindAllString(bracketed.ReplaceAllString(title, ""), -1)...)
}

// isRelief reports whether a record forgives or reschedules debts: by its flow
// type or, where the table has none, by its title.
func isRelief(title, flow string) bool {
	if flow != "" {
		return strings.HasPrefix(strings.ToLower(flow), "debt ")
	}
	return relief.MatchString(title)
}

// packages returns the numbers of the packages of linked records that a field
// lists, each once.
func packages(field string) []string {
	var numbers []string
	known := map[string]bool{}
	for _, n := range strings.FieldsFunc(field, func(r rune) bool { return r != '.' && (r < '0' || r > '9') }) {
		if n = strings.TrimSuffix(n, ".0"); isNumber(n) && !known[n] {
			known[n] = true
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// isNumber reports whether s is digits, as many as a record's number may have.
func isNumber(s string) bool {
	return s != "" && len(s) <= 9 && strings.Trim(s, "0123456789") == ""
}
