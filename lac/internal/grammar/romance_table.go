package grammar

import (
	"fmt"
	"strings"
)

// romance is the rules of Spanish and Portuguese, which have them in common; what
// they do not is in a table of each.
type romance struct{ *romanceTable }

// A romanceTable is a Romance language's words, and the ways in which its rules
// are its own.
type romanceTable struct {
	verdicts, books, short, hedges, units, ones, places, topics, differs map[string]string

	nouns    map[string]romanceNoun
	scales   []scale
	symbols  map[string]string // of currencies, before the amount
	ordinals []string          // before a masculine noun
	numbers  []string
	months   []string
	articles map[string]string // of areas, by code; empty: none
	endings  []articleEnding   // of the names of other areas; the first that fits counts
	joined   map[string]string // prepositions with articles: "de el" is "del"
	grouped  int               // numbers of so many digits are grouped by thousands
	aOne     string            // one, as it is written before a million; empty: as a digit
	// belowTwo says that scale words are singular below two, not at one alone.
	belowTwo bool
	tallies  map[string]tally
	vague    map[string]string // vague words for numbers, the masculine and the feminine
	// phrases are what the rules put together, by a name of each. Of two with a bar
	// between them the second is for more than one.
	phrases map[string]string
}

type articleEnding struct{ suffix, article string }

// A romanceNoun is what is measured: with its article, number and gender, and the
// words before each side.
type romanceNoun struct {
	word    string
	article string // el, la, los, las; o, a, os, as
	by      string // before the first side
	to      string // before the second side
	goods   string // before the goods; empty: de
}

func (n romanceNoun) many() bool { return strings.HasSuffix(n.article, "s") }

// say returns a phrase with what is filled in.
func (e romance) say(phrase string, fill ...any) string {
	return fmt.Sprintf(lookup(e.phrases, phrase), fill...)
}

// verb returns the form of a phrase for one or for many.
func (e romance) verb(n romanceNoun, phrase string) string {
	one, many, ok := strings.Cut(lookup(e.phrases, phrase), "|")
	if ok && n.many() {
		return many
	}
	return one
}

// with joins a preposition and a noun phrase with its article: de + el is del, de +
// a is da, em + o is no.
func (e romance) with(preposition, phrase string) string {
	article, rest, _ := strings.Cut(phrase, " ")
	before, last := "", preposition
	if i := strings.LastIndexByte(preposition, ' '); i >= 0 {
		before, last = preposition[:i+1], preposition[i+1:]
	}
	if joined := e.joined[last+" "+article]; joined != "" {
		return before + joined + " " + rest
	}
	return preposition + " " + phrase
}

// in returns a noun phrase with the preposition of a place or a time before it.
func (e romance) in(phrase string) string { return e.with(e.say("in"), phrase) }
