package figure

import (
	"iter"
	"slices"

	"golang.org/x/text/language"
)

// Find returns the numbers that text states, in its order, whether or not
// they are of interest: see [Figure.Role]. Spans do not overlap. It reads English,
// Spanish, Portuguese, Chinese and French; lang chooses between them, and its region
// how digits are grouped (es-MX writes 1,234.5 and es-ES 1.234,5). For any
// other language, [language.Und] included, the text decides.
//
// Text may come as people have it: with tags and entities of HTML, hyphens at the
// ends of lines, full-width digits, quotation marks of e-mail. Spans are those of
// the text as it is.
//
// Time is linear in the length of the text. Text that is not UTF-8 is no error:
// what is malformed is nobody's number, nor is a word that it is part of.
func Find(text string, lang language.Tag) []Figure {
	figures := make([]Figure, 0, min(len(text)/256+2, 1<<12))
	s := newScanner(text, lang)
	for f := range s.all() {
		if n := len(figures); n == cap(figures) {
			// Room is made for as many as the rest of the text has if it goes on so, and
			// for no more than three times as many as there are.
			rest := n * (len(text) - f.Whole.Start) / (f.Whole.Start + 1)
			figures = slices.Grow(figures, max(min(rest+rest/32, 3*n), n/4)+16)
		}
		figures = append(figures, f)
	}
	if len(figures) == 0 {
		return nil
	}
	return figures
}

// All returns the figures of [Find] one after the other. It keeps none, and so
// needs little memory for a text of any length.
func All(text string, lang language.Tag) iter.Seq[Figure] {
	return func(yield func(Figure) bool) { newScanner(text, lang).all()(yield) }
}
