package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// frequent has the languages, as indices into byFrequency, that each function
// word speaks for.
var (
	byFrequency = []*Language{&English, &Spanish, &Portuguese, &French}
	frequent    = sync.OnceValue(func() map[string][]int {
		m := map[string][]int{}
		for i, l := range byFrequency {
			for _, w := range List(l.Frequent) {
				m[w] = append(m[w], i)
			}
		}
		return m
	})
)

// Guess returns the tag of the language of text: Chinese by its script, the others
// by their function words, English where nothing tells. It looks at the beginning
// only.
func Guess(text string) string {
	const far = 1 << 14
	han, words := 0, 0
	count := make([]int, len(byFrequency))
	of := frequent()
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
		case unicode.IsLetter(r):
			end := strings.IndexFunc(text[at:], func(r rune) bool {
				return unicode.Is(unicode.Han, r) || !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r)
			})
			if end < 0 {
				end = len(text) - at
			}
			words++
			if end <= 8 {
				for _, i := range of[strings.ToLower(text[at:at+end])] {
					count[i]++
				}
			}
			at += end
		default:
			at += size
		}
	}
	if han > words {
		return "zh"
	}
	best := 0
	for i := range count {
		if count[i] > count[best] {
			best = i
		}
	}
	return byFrequency[best].Tag
}
