package lexicon

import (
	"slices"
	"strings"
)

// An ending is that of an adjective, in its four forms.
type ending [4]string

// agree gives word the forms of the first ending that it has; a word with none of
// them has one form.
func agree(word string, endings []ending) [4]string {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e[0]); ok {
			return [4]string{word, stem + e[1], stem + e[2], stem + e[3]}
		}
	}
	return [4]string{word, word, word, word}
}

// Adjectives of countries, longest endings first.
var (
	spanishEndings = []ending{
		{"és", "esa", "eses", "esas"}, {"án", "ana", "anes", "anas"}, {"ón", "ona", "ones", "onas"}, {"o", "a", "os", "as"}, {"a", "a", "as", "as"}, {"e", "e", "es", "es"},
		{"í", "í", "íes", "íes"}, {"ú", "ú", "úes", "úes"}, {"l", "la", "les", "las"}, {"s", "sa", "ses", "sas"},
	}
	portugueseEndings = []ending{
		{"alemão", "alemã", "alemães", "alemãs"}, {"afegão", "afegã", "afegãos", "afegãs"}, {"letão", "letã", "letões", "letãs"}, {"eu", "eia", "eus", "eias"},
		{"ês", "esa", "eses", "esas"}, {"o", "a", "os", "as"}, {"a", "a", "as", "as"}, {"e", "e", "es", "es"}, {"i", "i", "is", "is"}, {"í", "í", "ís", "ís"},
		{"el", "el", "eis", "eis"}, {"vel", "vel", "veis", "veis"}, {"l", "la", "les", "las"}, {"z", "z", "zes", "zes"},
	}
	frenchEndings = []ending{
		{"turc", "turque", "turcs", "turques"}, {"grec", "grecque", "grecs", "grecques"}, {"nouveau", "nouvelle", "nouveaux", "nouvelles"},
		{"ien", "ienne", "iens", "iennes"}, {"éen", "éenne", "éens", "éennes"}, {"ais", "aise", "ais", "aises"}, {"ois", "oise", "ois", "oises"}, {"e", "e", "es", "es"},
		{"thaï", "thaïe", "thaïs", "thaïes"}, {"n", "ne", "ns", "nes"}, {"l", "le", "ls", "les"}, {"d", "de", "ds", "des"}, {"k", "ke", "ks", "kes"}, {"i", "ie", "is", "ies"}, {"r", "re", "rs", "res"}, {"u", "ue", "us", "ues"}, {"s", "se", "s", "ses"},
	}
)

func agreeSpanish(word string) [4]string    { return agree(word, spanishEndings) }
func agreePortuguese(word string) [4]string { return agree(word, portugueseEndings) }
func agreeFrench(word string) [4]string     { return agree(word, frenchEndings) }

// LandForms returns the phrases that say whose money it is, for the currency code.
func (n *Nouns) LandForms(code string) []string {
	var forms []string
	for _, land := range List(n.Lands[code]) {
		words := strings.Fields(land)
		if n.Agree == nil || len(words) > 2 || strings.HasPrefix(land, "d") && (len(words) == 2 || strings.Contains(land, "'")) || strings.ToUpper(land) == land {
			forms = append(forms, land)
			continue
		}
		for k := range 4 {
			var form []string
			for _, w := range words {
				form = append(form, n.Agree(w)[k])
			}
			forms = append(forms, strings.Join(form, " "))
		}
	}
	slices.Sort(forms)
	return slices.Compact(forms)
}
