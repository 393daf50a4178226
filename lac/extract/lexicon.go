package extract

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
)

// A table is what a reader has to know of a language, in lists that people can
// check. Lists of words are separated by commas; each word may be a phrase.
type table struct {
	tag string // BCP 47, as in unit tables

	// commaSplits says that a comma splits decimals, spaceGroups that a single
	// space may group digits, twoWays that the countries of the language differ.
	commaSplits, spaceGroups, twoWays bool

	// cardinals add up: seven, seventy, setecientos. scales multiply what is
	// before them: hundred, million.
	cardinals, scales map[string]int64
	// collectives are nouns of number that multiply too: dozen.
	collectives map[string]int64
	// ordinals are places: first, twentieth. A multiple of a scale is a scale
	// itself: hundredth.
	ordinals map[string]int64
	// parts and manyParts name the parts of a fraction, for one and for more of
	// them: third, thirds. alone are those that need no number: a half.
	parts, manyParts map[string]int64
	// ordinalSuffixes follow an ordinal in digits: st, nd.
	ordinalSuffixes string
	// suffixes are short scales: bn, mn.
	suffixes map[string]int64

	and      string // joins the parts of a number
	hyphens  bool   // a hyphen may too
	articles string // a, an
	halves   string // half before a scale or a noun, and after "and"
	point    string // splits decimals in words
	round    string // cardinals that nothing is added to: cien
	minus    string
	// loose says that "and" may stand between any two parts (Portuguese), tens
	// only that it stands between tens and units alone (Spanish).
	loose, tens bool
	// longScale says that a thousand may multiply a million: mil millones.
	longScale bool

	// Further numbers.
	times    map[string]int64  // whole multiples: twice, doubled
	halvings string            // times a half: halved
	alone    map[string]int64  // fractions that need no number: mitad
	vague    map[string]string // vague words, with the word that a policy knows: see check.Policy
	plurals  map[string]int64  // vague nouns of number: dozens, thousands
	openers  string            // characters that a number begins with though they are none: 第
	excluded string            // words that look like numbers

	// Hedges, and what stands between them and the number.
	hedges      map[lac.Comparator]string // before the figure
	after       map[lac.Comparator]string // after it
	degrees     string                    // before a hedge: well over
	determiners string                    // more than the 200
	some        string                    // inside a number in Chinese: 30余万

	// Ranges.
	from, to, between string
	together          string // after the two ends: 10和20之间
	moves             string // verbs of change: "rose from A to B" is no range

	// What a number belongs to.
	fullOf    string // before the noun that a number of millions counts: de
	measures  string // Chinese measure words
	stops     string // words that end a noun phrase
	modifiers string // words before a noun that are none: more, new
	nounFirst bool   // the noun comes first, its adjectives follow
	with      string // between an amount and its cents: con

	// Numbers that are no figures.
	names    string // a number of a name follows: Group of
	refs     string // a number of reference follows: resolution
	months   string
	dateOf   string // between day and month
	years    string // a year follows: in, since
	clock    string // after a time of day
	ones     string // the words for 1 that may be a pronoun
	pronouns string // around "one" that counts nothing
	notOne   string // before "one" that is no number at all

	// Words that decide between two senses of a number beside them.
	comparatives string // after a fraction: a fifth more
	partWords    string // after an ordinal, for a fraction: tercera parte
	avos         string // after the parts of a fraction: três doze avos
	notVague     string // as many as, how many
	weighs       string // pounds of weight, not money
	dimensions   string // metres in one letter, not millions: 5m tall
	according    string // ordinals that also mean "according to"
	perWords     string // "second" is a time: per second
}

// A class says how a word makes numbers.
type class uint8

const (
	classNone class = iota
	classCardinal
	classScale
	classCollective
	classHalf
)

type flags uint32

const (
	flagAnd   flags = 1 << iota
	flagRound       // cien: nothing is added to it
	flagArticle
	flagPoint
	flagTo
	flagMove
	flagMonth
	flagDateOf
	flagPronoun
	flagOne
	flagStop
	flagModifier
	flagCurrency
	flagOf
	flagOrdinalSuffix
	flagTimes       // a multiple
	flagMeasure     // a Chinese measure word
	flagMany        // 多, 余: behind a number
	flagComparative // more, less: "a fifth more"
	flagNotVague    // beside a vague word that is none
	flagDeterminer
	flagNotOne
	flagPer
	flagWith      // con: before cents
	flagAccording // segundo
	flagWeighs
	flagDimension
	flagAvos
	flagHalved // times a half
	flagPart   // parte
)

// A sense is what a lexicon says of a word: what it means in a number, and the
// phrases that it begins or ends.
type sense struct {
	class   class
	flags   flags
	value   int64 // of a cardinal, scale, collective or multiple
	ordinal int64
	parts   int64 // of a fraction, by this word
	many    bool  // the word names several parts: thirds
	suffix  int64 // scale, right after digits
	plural  int64 // vague scale: thousands
	alone   int64 // parts of a fraction, without a number
	vague   string

	starts   bool // a number may begin with it
	excludes bool // a word that only looks like a number may

	before []phrase // that may stand before a number and end with the word
	after  []phrase // that may stand after a number and begin with the word
}

// A lexicon is a table made ready for look-up.
type lexicon struct {
	table
	words map[string]*sense
	han   map[rune]*sense
	marks map[rune]*sense
	// hanTable is han for the characters from firstHan on, filter what is in words.
	hanTable []*sense
	filter   wordFilter
}

var (
	english    = sync.OnceValue(func() *lexicon { return newLexicon(englishTable) })
	spanish    = sync.OnceValue(func() *lexicon { return newLexicon(spanishTable) })
	portuguese = sync.OnceValue(func() *lexicon { return newLexicon(portugueseTable) })
	chinese    = sync.OnceValue(func() *lexicon { return newLexicon(chineseTable) })
)

// list cuts a list of a table at its commas.
func list(words string) []string {
	var out []string
	for w := range strings.SplitSeq(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// of returns the sense of a single piece, made if there is none.
func (l *lexicon) of(piece string) *sense {
	r, size := utf8.DecodeRuneInString(piece)
	switch {
	case size == len(piece) && unicode.Is(unicode.Han, r) || r == '〇':
		return entry(l.han, r)
	case size == len(piece) && !isLetter(r):
		return entry(l.marks, r)
	}
	return entry(l.words, piece)
}

func entry[K comparable](m map[K]*sense, k K) *sense {
	if m[k] == nil {
		m[k] = &sense{}
	}
	return m[k]
}

// flag sets f for the words of a list, for phrases by their last.
func (l *lexicon) flag(words string, f flags) {
	for _, w := range list(words) {
		p := pieces(w)
		l.of(p[len(p)-1]).flags |= f
	}
}

func newLexicon(t table) *lexicon {
	l := &lexicon{table: t, words: map[string]*sense{}, han: map[rune]*sense{}, marks: map[rune]*sense{}}
	l.addNumbers()
	l.addNeighbours()
	l.addCounts()
	l.addUnits()
	l.addCurrencies()
	for w, s := range l.words {
		s.settle()
		l.filter.add(w)
	}
	for _, s := range l.marks {
		s.settle()
	}
	if len(l.han) > 0 {
		l.hanTable = make([]*sense, lastHan-firstHan+1)
	}
	for r, s := range l.han {
		s.settle()
		if firstHan <= r && r <= lastHan {
			l.hanTable[r-firstHan] = s
		}
	}
	return l
}

// addNumbers adds the words that make numbers.
func (l *lexicon) addNumbers() {
	each := func(m map[string]int64, set func(*sense, int64)) {
		for w, n := range m {
			set(l.of(pieces(w)[0]), n)
		}
	}
	each(l.cardinals, func(s *sense, n int64) { s.class, s.value = classCardinal, n })
	each(l.scales, func(s *sense, n int64) { s.class, s.value = classScale, n })
	each(l.collectives, func(s *sense, n int64) { s.class, s.value = classCollective, n })
	each(l.ordinals, func(s *sense, n int64) { s.ordinal = n })
	each(l.parts, func(s *sense, n int64) { s.parts = n })
	each(l.manyParts, func(s *sense, n int64) { s.parts, s.many = n, true })
	each(l.alone, func(s *sense, n int64) { s.alone = n })
	each(l.suffixes, func(s *sense, n int64) { s.suffix = n })
	each(l.times, func(s *sense, n int64) { s.value = n; s.flags |= flagTimes })
	each(l.plurals, func(s *sense, n int64) { s.plural = n })
	for w, v := range l.vague {
		l.of(pieces(w)[0]).vague = v
	}
	for _, w := range list(l.halves) {
		l.of(pieces(w)[0]).class = classHalf
	}
	for mark := range fractionMarks {
		l.of(mark).starts = true
	}
	for _, w := range list(l.openers) {
		l.of(w).starts = true
	}
}

// addNeighbours adds the words that stand beside numbers and say what they are.
func (l *lexicon) addNeighbours() {
	for _, of := range []struct {
		words string
		flag  flags
	}{
		{l.and, flagAnd}, {l.round, flagRound}, {l.articles, flagArticle}, {l.point, flagPoint}, {l.to, flagTo}, {l.months, flagMonth}, {l.dateOf, flagDateOf},
		{l.pronouns, flagPronoun}, {l.ones, flagOne}, {l.stops, flagStop}, {l.modifiers, flagModifier}, {l.fullOf, flagOf},
		{l.ordinalSuffixes, flagOrdinalSuffix}, {l.moves, flagMove}, {l.partWords, flagPart}, {l.halvings, flagHalved},
		{l.comparatives, flagComparative}, {l.notVague, flagNotVague}, {l.determiners, flagDeterminer}, {l.notOne, flagNotOne},
		{l.perWords, flagPer}, {l.with, flagWith}, {l.according, flagAccording}, {l.weighs, flagWeighs}, {l.dimensions, flagDimension},
		{l.avos, flagAvos}, {l.measures, flagMeasure}, {l.some, flagMany},
	} {
		l.flag(of.words, of.flag)
	}
	// In a fixed order, lest a phrase that is there twice mean now this, now that.
	for _, c := range slices.Sorted(maps.Keys(l.hedges)) {
		l.addBefore(l.hedges[c], phrase{role: roleHedge, hedge: c})
	}
	for _, c := range slices.Sorted(maps.Keys(l.after)) {
		l.addAfter(l.after[c], phrase{role: roleHedge, hedge: c})
	}
	for _, of := range []struct {
		words string
		role  phraseRole
	}{
		{l.degrees, roleDegree}, {l.minus, roleMinus}, {l.names, roleName}, {l.refs, roleReference}, {l.years, roleYear},
		{l.from, roleFrom}, {l.between, roleBetween}, {l.excluded, roleExcludedEnd},
	} {
		l.addBefore(of.words, phrase{role: of.role})
	}
	l.addAfter(l.clock, phrase{role: roleClock})
	l.addAfter(l.together, phrase{role: roleTogether})
	l.addAfter(l.excluded, phrase{role: roleExcluded})
}

// settle puts longer phrases first, "no more than" before "more than", and notes
// whether a number may begin with the word.
func (s *sense) settle() {
	longer := func(a, b phrase) int { return len(b.words) - len(a.words) }
	slices.SortStableFunc(s.before, longer)
	slices.SortStableFunc(s.after, longer)
	s.starts = s.starts || s.class != classNone || s.ordinal > 0 || s.plural > 0 || s.alone > 0 || s.vague != "" ||
		s.flags&(flagArticle|flagTimes|flagHalved) != 0
	s.excludes = slices.ContainsFunc(s.after, func(p phrase) bool { return p.role == roleExcluded })
}
