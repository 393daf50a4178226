package extract

import (
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
	minus    string
	// loose says that "and" may stand between any two parts (Portuguese), tens
	// only that it stands between tens and units alone (Spanish).
	loose, tens bool
	// longScale says that a thousand may multiply a million: mil millones.
	longScale bool

	times        map[string]int64          // whole multiples: twice, doubled
	comparatives string                    // that a fraction may stand before: a fifth more
	notVague     string                    // beside a vague word that is none: as many as
	halvings     string                    // times a half: halved
	vague        map[string]string         // vague words, with the word that a policy knows: see check.Policy
	plurals      map[string]int64          // vague nouns of number: dozens, thousands
	hedges       map[lac.Comparator]string // before the figure
	after        map[lac.Comparator]string // after it
	degrees      string                    // before a hedge: well over
	from, to     string                    // from A to B
	between      string
	fullOf       string // before the noun that a number of millions counts: de
	moves        string // verbs of change: "rose from A to B" is no range
	names        string // words that a number of a name follows: Group of
	refs         string // words that a number of reference follows: resolution
	months       string
	dateOf       string           // between day and month
	years        string           // before a year: in, since
	pronouns     string           // before or after "one" that counts nothing
	ones         string           // the words for 1 that may be a pronoun
	stops        string           // words that end a noun phrase
	modifiers    string           // words before a noun that are none: more, new
	partWords    string           // after an ordinal that makes it a fraction: tercera parte
	alone        map[string]int64 // fractions that need no number: mitad
	clock        string           // after a time of day
	determiners  string           // between hedge and number: more than the 200
	notOne       string           // before the word for one where it stands for something
	weighs       string           // near a number of pounds that are no money
	dimensions   string           // after a number of metres in one letter: 5m tall
	with         string           // between an amount and its cents: con
	according    string           // ordinals that also mean "according to"
	perWords     string           // before "second", the time
	avos         string           // after the parts of a fraction: três doze avos
	together     string           // after two ends of a range: 10和20之间
	nounFirst    bool             // the noun comes first, its adjectives follow
	measures     string           // Chinese measure words
	excluded     string           // words that look like numbers
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
	flagAnd flags = 1 << iota
	flagArticle
	flagPoint
	flagFrom
	flagTo
	flagBetween
	flagMove
	flagMonth
	flagDateOf
	flagYear
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

func (l *lexicon) flag(words string, f flags) {
	for _, w := range list(words) {
		p := pieces(w)
		l.of(p[len(p)-1]).flags |= f
	}
}

func newLexicon(t table) *lexicon {
	l := &lexicon{table: t, words: map[string]*sense{}, han: map[rune]*sense{}, marks: map[rune]*sense{}}
	number := func(m map[string]int64, set func(*sense, int64)) {
		for w, n := range m {
			set(l.of(pieces(w)[0]), n)
		}
	}
	number(t.cardinals, func(s *sense, n int64) { s.class, s.value = classCardinal, n })
	number(t.scales, func(s *sense, n int64) { s.class, s.value = classScale, n })
	number(t.collectives, func(s *sense, n int64) { s.class, s.value = classCollective, n })
	number(t.ordinals, func(s *sense, n int64) { s.ordinal = n })
	number(t.parts, func(s *sense, n int64) { s.parts = n })
	number(t.manyParts, func(s *sense, n int64) { s.parts, s.many = n, true })
	number(t.suffixes, func(s *sense, n int64) { s.suffix = n })
	number(t.times, func(s *sense, n int64) { s.value = n; s.flags |= flagTimes })
	number(t.plurals, func(s *sense, n int64) { s.plural = n })
	for w, v := range t.vague {
		l.of(pieces(w)[0]).vague = v
	}
	for _, w := range list(t.halves) {
		l.of(pieces(w)[0]).class = classHalf
	}
	l.flag(t.and, flagAnd)
	l.flag(t.articles, flagArticle)
	l.flag(t.point, flagPoint)
	l.addBefore(t.minus, phrase{role: roleMinus})
	l.flag(t.to, flagTo)
	l.flag(t.months, flagMonth)
	l.flag(t.dateOf, flagDateOf)
	l.flag(t.pronouns, flagPronoun)
	l.flag(t.ones, flagOne)
	l.flag(t.stops, flagStop)
	l.flag(t.modifiers, flagModifier)
	l.flag(t.fullOf, flagOf)
	l.flag(t.ordinalSuffixes, flagOrdinalSuffix)
	for c, words := range t.hedges {
		l.addBefore(words, phrase{role: roleHedge, hedge: c})
	}
	for c, words := range t.after {
		l.addAfter(words, phrase{role: roleHedge, hedge: c})
	}
	for mark := range fractionMarks {
		l.of(mark).starts = true
	}
	l.addBefore(t.degrees, phrase{role: roleDegree})
	l.addBefore(t.names, phrase{role: roleName})
	l.addBefore(t.refs, phrase{role: roleReference})
	l.addBefore(t.years, phrase{role: roleYear})
	l.addBefore(t.from, phrase{role: roleFrom})
	l.addBefore(t.between, phrase{role: roleBetween})
	l.flag(t.moves, flagMove)
	l.flag(t.partWords, flagPart)
	l.flag(t.halvings, flagHalved)
	l.flag(t.comparatives, flagComparative)
	l.flag(t.notVague, flagNotVague)
	l.flag(t.determiners, flagDeterminer)
	l.flag(t.notOne, flagNotOne)
	l.flag(t.perWords, flagPer)
	l.flag(t.with, flagWith)
	l.flag(t.according, flagAccording)
	l.flag(t.weighs, flagWeighs)
	l.flag(t.dimensions, flagDimension)
	l.flag(t.avos, flagAvos)
	l.addAfter(t.clock, phrase{role: roleClock})
	l.addAfter(t.together, phrase{role: roleTogether})
	l.flag(t.measures, flagMeasure)
	l.addAfter(t.excluded, phrase{role: roleExcluded})
	l.addBefore(t.excluded, phrase{role: roleExcludedEnd})
	if t.tag == "zh" {
		l.flag("多, 余, 餘, 几, 幾", flagMany)
		for _, c := range []string{"第", "翻", "数", "几", "數", "幾"} {
			l.of(c).starts = true
		}
	}
	number(t.alone, func(s *sense, n int64) { s.alone = n })
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
