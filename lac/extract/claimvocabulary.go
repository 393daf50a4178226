package extract

import (
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// languageOf returns the language in which text is read.
func languageOf(text string, lang language.Tag) language.Tag {
	base, confidence := lang.Base()
	switch base.String() {
	case "en", "es", "pt", "zh":
		if confidence == language.Exact {
			return lang
		}
	}
	return language.Make(lexicon.Guess(text))
}

// vocabularyOf returns the vocabulary of a language, English unless it is one of
// the other three.
func vocabularyOf(lang language.Tag) *vocabulary {
	base, _ := lang.Base()
	switch base.String() {
	case "es":
		return spanishWords()
	case "pt":
		return portugueseWords()
	case "zh":
		return chineseWords()
	}
	return englishWords()
}

// A wordTable is what the words of a language mean.
type wordTable struct {
	tag                    language.Tag
	words, topics, parties string // see [vocabulary.load] and [vocabulary.loadParties]
	numbers                string // words for one and up
	months                 string // January and up
	headFirst              bool   // nouns stand before their adjectives
	forms                  func(verb, kind string) []string
}

var (
	englishWords    = sync.OnceValue(englishClaims.vocabulary)
	spanishWords    = sync.OnceValue(spanishClaims.vocabulary)
	portugueseWords = sync.OnceValue(portugueseClaims.vocabulary)
	chineseWords    = sync.OnceValue(chineseClaims.vocabulary)
)

func (t wordTable) vocabulary() *vocabulary {
	v := new(vocabulary)
	v.headFirst = t.headFirst
	v.addAreas(t.tag)
	v.loadParties(t.parties)
	v.load(t.words, t.forms)
	v.load(t.topics, t.forms)
	for i, words := range strings.Fields(t.numbers) {
		for w := range strings.SplitSeq(words, "/") {
			v.add(w, meaning{n: i + 1})
		}
	}
	i := 0
	for names := range strings.SplitSeq(t.months, ";") {
		i++
		for name := range strings.FieldsSeq(names) {
			v.add(name, meaning{cue: cueMonth, n: i})
		}
	}
	return v
}
