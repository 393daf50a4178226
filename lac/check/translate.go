package check

import (
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/grammar"
)

// Translate returns a line of evidence in Spanish, Portuguese or Chinese: the
// definition, valuation or conversion of a [Basis], the Why or a note of a [Reading],
// the text of a [Step] or a [Margin], in what a [Saying] changed, or what is missing,
// there or in a claim of package extract. They are recorded in English. own holds the data's own words in that
// language by the English ones, such as the titles of claims and the notes of
// observations; nil for none. Names, and lines that are not the checker's, stay as they
// are.
func Translate(line string, tag language.Tag, own map[string]string) string {
	s := newSpeech(tag)
	if s.tag == language.English {
		return line
	}
	said, _ := s.reader(own).Say(line)
	return said
}

// reader returns a reader of remarks for the language.
func (s speech) reader(own map[string]string) grammar.Reader {
	return grammar.Reader{
		Language: s.Language,
		Area: func(english string) (grammar.Name, bool) {
			a, err := lac.ParseArea(english)
			if err != nil || name(a) != english && a.String() != english && a.Name(language.English) != english {
				return grammar.Name{}, false
			}
			return s.name(a), true
		},
		Whose: func(recorded string) string { return Basis{Books: recorded}.Words(s.tag) },
		Own: func(text string) (string, bool) {
			said, ok := own[text]
			return said, ok
		},
	}
}
