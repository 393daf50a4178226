package projects

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/sinolac/sinolac/lac"
)

// A title is what of a project's title is compared, in lower case and without
// accents: each word once, sorted.
type title struct {
	words   []string // what it is about
	names   []string // those of words that name it
	things  []string // those of words that say what kind of thing it is
	numbers []string
}

// A titleReader takes titles apart.
type titleReader struct {
	areas map[lac.Area]map[string]bool // words of their names
}

// read takes the title of r apart. What stands in brackets, words that say who
// pays and how, and the names of the recipients say nothing about the work.
func (t *titleReader) read(r *lac.Project) title {
	var out title
	for _, w := range unpaid(titleWords(unpriced(unbracketed(r.Title)))) {
		w = plain(w)
		switch {
		case isTitleNumber(w):
			out.numbers = append(out.numbers, w)
			continue
		case len(w) < 2 || boilerplate[w] || t.isRecipient(r, w):
			continue
		}
		out.words = append(out.words, w)
		switch {
		case thingWords[w]:
			out.things = append(out.things, w)
		case !workWords[w]:
			out.names = append(out.names, w)
		}
	}
	for _, words := range []*[]string{&out.words, &out.names, &out.things, &out.numbers} {
		slices.Sort(*words)
		*words = slices.Compact(*words)
	}
	return out
}

func (t *titleReader) isRecipient(r *lac.Project, word string) bool {
	for _, a := range r.Areas {
		words, ok := t.areas[a.Area]
		if !ok {
			if t.areas == nil {
				t.areas = map[lac.Area]map[string]bool{}
			}
			words = map[string]bool{}
			for _, w := range titleWords(a.Area.Name(language.English)) {
				words[w] = true
			}
			t.areas[a.Area] = words
		}
		if words[word] {
			return true
		}
	}
	return false
}

// price is an amount of money in a title, with its currency.
var price = regexp.MustCompile(`(?i)(?:\b(?:us|usd|rmb|cny|eur|xcd|ec|bds|bbd|bsd|gyd|jmd|srd|tt|ttd|ves|vef|brl|cop|mxn|ars|r|ps)\.?\s*\$?\s*|[$€£¥]\s*)\d[\d.,]*(?:\s*(?:million|billion|thousand|mn?|bn)\b)?(?:\s+(?:usd|rmb|xcd|eur|us dollars?)\b)?` +
	`|\b\d[\d.,]*\s*(?:million|billion|thousand)?\s*(?:(?:[a-z]+\s+){0,2}(?:dollars?|euros?|yuan|pesos?|bolivares|reais|real)|usd|rmb|cny|eur|xcd|gyd|brl|vef)\b` +
	`|\b\d[\d.,]*\s*(?:million|billion)\b`)

// unpriced returns a title without the amounts of money in it: they tell a loan from
// another, and not what it is for.
func unpriced(title string) string { return price.ReplaceAllString(title, " ") }

// unpaid returns the words of a title without those before its first verb of paying,
// if there are any after it: they say who pays.
func unpaid(words []string) []string {
	const most = 16
	for i, w := range words[:min(len(words), most)] {
		if payingVerbs[w] && i > 0 && i+1 < len(words) {
			return words[i+1:]
		}
	}
	return words
}

// plain returns a word as others write it: a center is a centre, and a kind of thing
// is one whether there are one or several.
func plain(w string) string {
	switch w {
	case "centre", "centres", "centers":
		return "center"
	case "theatre":
		return "theater"
	}
	if one, ok := strings.CutSuffix(w, "s"); ok && thingWords[one] {
		return one
	}
	return w
}

// titleWords returns the runs of letters and of digits in a title, in its order, in
// lower case and without accents: "600MW" is 600 and mw.
func titleWords(text string) []string {
	var words []string
	var b strings.Builder
	digit := false
	flush := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
		}
		b.Reset()
	}
	for _, r := range norm.NFKD.String(text) {
		isDigit := '0' <= r && r <= '9'
		switch {
		case unicode.IsMark(r):
			continue
		case !isDigit && !unicode.IsLetter(r):
			flush()
			continue
		case b.Len() > 0 && isDigit != digit:
			flush()
		}
		digit = isDigit
		b.WriteRune(unicode.ToLower(r))
	}
	flush()
	return words
}

// folded returns a title as one text of its words.
func folded(text string) string {
	var b strings.Builder
	for _, w := range titleWords(text) {
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}

// unbracketed returns a title without what stands in brackets.
func unbracketed(title string) string {
	var b strings.Builder
	depth := 0
	for _, r := range title {
		switch r {
		case '(', '[':
			depth++
		case ')', ']', '}':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// isTitleNumber reports whether a word tells one phase or size from another.
func isTitleNumber(w string) bool {
	switch w {
	case "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x":
		return true
	}
	return '0' <= w[0] && w[0] <= '9'
}

// shared returns how many strings two sorted lists have in common.
func shared(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			a, b = a[1:], b[1:]
			n++
		}
	}
	return n
}

// without returns the strings of a that are not in b; both are sorted.
func without(a, b []string) []string {
	var out []string
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); !ok {
			out = append(out, s)
		}
	}
	return out
}
