package figure

import (
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A grammar is a language that figures are read in, with its lexis, made when it is
// first needed.
type grammar struct {
	*lexicon.Language
	lexis func() *lexis
}

// grammars are the languages of package lexicon, in its order.
var grammars = func() []grammar {
	var all []grammar
	for _, l := range lexicon.All() {
		all = append(all, grammar{l, sync.OnceValue(func() *lexis { return newLexis(*l) })})
	}
	return all
}()

// choose returns the lexicon for text, and whether a comma splits decimals in it,
// by its language or, if that is none of those known, by a guess.
func choose(text string, lang language.Tag) (l *lexis, comma, guessed bool) {
	base, confidence := lang.Base()
	tag := base.String()
	of := slices.IndexFunc(grammars, func(g grammar) bool { return g.Tag == tag })
	if of < 0 || confidence != language.Exact {
		tag, guessed = lexicon.Guess(text), true
		of = slices.IndexFunc(grammars, func(g grammar) bool { return g.Tag == tag })
	}
	l = grammars[of].lexis()
	comma = l.CommaSplits
	if region, sure := lang.Region(); !guessed && sure == language.Exact && slices.Contains(lexicon.List(l.CommaGroups), region.String()) {
		comma = false
	}
	return l, comma, guessed
}
