package extract

import (
	"slices"
	"strings"
)

// maxUndated bounds what [Undated] returns.
const maxUndated = 8

// Undated returns the words of a text that name a time which only the date of the
// text tells, such as "last year" and "on Monday", each once and at most eight.
// With [Options.Date] there are none. A program that has no date should say first
// that it cannot place them.
func Undated(text string, o Options) []string {
	if !o.Date.IsZero() {
		return nil
	}
	var out []string
	r := newSentenceReader(text, languageOf(text, o.Language))
	defer r.close()
	for len(out) < maxUndated {
		s, ok := r.next()
		if !ok {
			break
		}
		calendar{}.times(&s)
		for _, m := range s.times {
			words := strings.Join(strings.Fields(s.text[s.words[m.from].Start:s.words[m.to-1].End]), " ")
			if m.undated && len(out) < maxUndated && !slices.Contains(out, words) {
				out = append(out, words)
			}
		}
	}
	return out
}
