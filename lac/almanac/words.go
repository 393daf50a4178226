package almanac

import (
	_ "embed"
	"maps"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed words.tsv
var wordTable string

// wordsIn are the almanac's own words by language.
var wordsIn = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	lines := strings.Split(strings.TrimSpace(wordTable), "\n")
	languages := strings.Split(lines[0], "\t")
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		for i, tag := range languages[1:] {
			if out[tag] == nil {
				out[tag] = map[string]string{}
			}
			out[tag][cells[0]] = cells[i+1]
		}
	}
	return out
})

// Words returns the almanac's own words in Spanish, Portuguese or Chinese by the
// English ones: titles of the statement's claims and of meetings, what observations
// cover, and notes. It has those that findings on the statement show; nil for other
// languages. Package check's Translate takes them.
func Words(tag language.Tag) map[string]string {
	base, _ := tag.Base()
	return maps.Clone(wordsIn()[base.String()])
}
