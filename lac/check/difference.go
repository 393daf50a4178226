package check

import (
	"golang.org/x/text/language"
)

// In returns the difference in a few words of a language, one of those of
// [Finding.Sentence].
func (d ScopeDifference) In(tag language.Tag) string {
	s := newSpeech(tag)
	return s.Differs(s.difference(d))
}
