package gcdf

import (
	"regexp"
	"slices"
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
	digit = regexp.MustCompile(`\d+`)

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
func titleLinks(title, own string, isRelief bool, id func(number string) string) []lac.Link {
	other := lac.LinkedTo
	switch {
	case isRelief:
		other = lac.Relieves
	case syndicated.MatchString(title):
		other = lac.CoFunded
	}
	var links []lac.Link
	for _, phrase := range linkPhrases(title) {
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
				if number == "" || number == own || len(number) > 9 || strings.Trim(number, "0123456789") != "" {
					continue
				}
				link := lac.Link{Kind: kind, ID: id(number)}
				if !slices.ContainsFunc(links, func(l lac.Link) bool { return l.ID == link.ID }) {
					links = append(links, link)
				}
			}
		}
	}
	return links
}

// linkPhrases returns the parts of a title that name records.
func linkPhrases(title string) []string {
	if !strings.ContainsAny(title, "0123456789") {
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

// numbersIn returns the runs of digits in s, each once.
func numbersIn(s string) []string {
	var numbers []string
	for _, n := range digit.FindAllString(strings.ReplaceAll(s, ".0", ""), -1) {
		if len(n) <= 9 && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}
