package check

import (
	"regexp"
	"slices"
	"testing"
)

// TestPhrasesFillTheSamePlaces: each language of a phrase uses the same places,
// but for those that it can do without.
func TestPhrasesFillTheSamePlaces(t *testing.T) {
	place := regexp.MustCompile(`%\[(\d)\]s`)
	optional := map[string]bool{"month": true, "day": true} // the month's name or its number
	for phrase, texts := range phrases {
		var first []string
		for i, text := range texts {
			if text == "" {
				t.Errorf("%s: no text in %v", phrase, languages[i])
			}
			var places []string
			for _, m := range place.FindAllStringSubmatch(text, -1) {
				places = append(places, m[1])
			}
			slices.Sort(places)
			if i == 0 {
				first = places
			} else if !slices.Equal(places, first) && !optional[phrase] {
				t.Errorf("%s: %v fills %v, %v fills %v", phrase, languages[0], first, languages[i], places)
			}
		}
	}
}
