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

var (
	englishWords    = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.English) })
	spanishWords    = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.Spanish) })
	portugueseWords = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.Portuguese) })
	chineseWords    = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.Chinese) })
)

func newVocabulary(l lexicon.Language) *vocabulary {
	v, t := new(vocabulary), l.Claims
	v.headFirst, v.lang = t.HeadFirst, &t
	v.abbreviations, v.numberSigns = set(lexicon.Abbreviations), set(lexicon.NumberSigns)
	v.addAreas(l)
	v.loadParties(t.Parties)
	v.loadPairs(t.Pairs)
	v.loadGoods(t.Goods)
	v.loadPlaces(lexicon.Towns)
	v.loadBooks(t.Books)
	v.load(t.Words, t.Forms)
	v.load(t.Topics, t.Forms)
	for i, words := range strings.Fields(t.Numbers) {
		for w := range strings.SplitSeq(words, "/") {
			v.add(w, meaning{n: i + 1})
		}
	}
	v.addMonths(l.Months)
	if t.Abbreviated {
		v.addMonths(l.ShortMonths)
	}
	return v
}

// set returns the words of a list as a set.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range lexicon.List(words) {
		out[w] = true
	}
	return out
}

func (v *vocabulary) addMonths(months string) {
	i := 0
	for names := range strings.SplitSeq(months, ";") {
		i++
		for name := range strings.FieldsSeq(names) {
			v.add(name, meaning{cue: cueMonth, n: i})
		}
	}
}
