package extract

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
)

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

var englishWords = sync.OnceValue(func() *vocabulary {
	v := new(vocabulary)
	v.addAreas(language.English)
	v.loadParties(partiesEnglish)
	v.load(wordsEnglish, formsEnglish)
	v.load(topicsEnglish, formsEnglish)
	v.loadNumbers(numbersEnglish, monthsEnglish)
	return v
})

// loadNumbers adds number words, from one up, and months, each with its other
// names.
func (v *vocabulary) loadNumbers(numbers, months string) {
	for i, words := range strings.Fields(numbers) {
		for w := range strings.SplitSeq(words, "/") {
			v.add(w, meaning{n: i + 1})
		}
	}
	i := 0
	for names := range strings.SplitSeq(months, ";") {
		i++
		for name := range strings.FieldsSeq(names) {
			v.add(name, meaning{cue: cueMonth, n: i})
		}
	}
}

func languageOf(text string, lang language.Tag) language.Tag { return language.English }

var spanishWords, portugueseWords, chineseWords = englishWords, englishWords, englishWords
