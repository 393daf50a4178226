package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// online lists how records say that a meeting was held at a distance.
var online = []string{"online", "video", "virtual"}

// A venue is what is known of where something took place.
type venue struct {
	remote  bool     // at a distance: the countries that a link joins are no place of it
	town    string   // in English
	country lac.Area // zero: not known
}

// venueOf returns what the words of a place say: "Pekín", "Santiago, Chile", "online".
func venueOf(text string) venue {
	var v venue
	towns := townNames()
	for _, part := range append([]string{text}, strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;，、(", r) })...) {
		part = strings.TrimSpace(strings.TrimRight(part, ")"))
		if town, ok := towns[strings.ToLower(part)]; ok && v.town == "" {
			v.town, v.country = town.town, town.country
		} else if a, err := lac.ParseArea(part); err == nil && a.IsCountry() && v.country == 0 {
			v.country = a
		}
	}
	v.remote = slices.ContainsFunc(online, func(w string) bool { return hasWords(text, w) })
	return v
}

// townNames returns the towns of the lexicon by their names in any language.
var townNames = sync.OnceValue(func() map[string]venue {
	countries := map[string]lac.Area{}
	for line := range strings.Lines(lexicon.TownCountries) {
		code, towns, _ := strings.Cut(strings.TrimSpace(line), ":")
		if a, err := lac.ParseArea(code); err == nil {
			for town := range strings.SplitSeq(towns, ";") {
				countries[strings.TrimSpace(town)] = a
			}
		}
	}
	out := map[string]venue{}
	for line := range strings.Lines(lexicon.Towns) {
		if town, names, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			for name := range strings.SplitSeq(names, ";") {
				out[strings.ToLower(strings.TrimSpace(name))] = venue{town: town, country: countries[town]}
			}
		}
	}
	return out
})

// located compares the place that a claim gives with that of a record: whether they are
// one, or the claim's holds the record's; and whether they are two for certain. Neither
// is so of a town beside a country that it may lie in.
func located(claimed, recorded string) (same, other bool) {
	c, r := venueOf(claimed), venueOf(recorded)
	switch {
	case r.remote && !c.remote && hasWords(recorded, claimed): // a link that joins it to another
		return false, false
	case c.remote || r.remote:
		return c.remote && r.remote, c.remote != r.remote
	case c.town != "" && r.town != "":
		return c.town == r.town, c.town != r.town
	case c.country != 0 && r.country != 0 && c.country != r.country:
		return false, true
	case hasWords(claimed, recorded) || hasWords(recorded, claimed):
		return true, false
	}
	return c.town == "" && c.country != 0 && c.country == r.country, false
}

// holds reports whether a text names a place: Beijing is in "Beijing, China".
func holds(text, place string) bool { return hasWords(text, place) || hasWords(place, text) }

// hasWords reports whether a text has the words of another in it, in their order.
func hasWords(text, words string) bool {
	plain := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
	}
	w := plain(words)
	return strings.TrimSpace(w) != "" && strings.Contains(plain(text), w)
}
