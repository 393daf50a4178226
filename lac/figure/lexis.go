package figure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A class says how a word makes numbers.
type class uint8

const (
	classNone class = iota
	classCardinal
	classScale
	classCollective
	classHalf
)

type flags uint64

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
	flagThan        // than: ends a hedge
	flagLacking     // few: a vague word that counts only behind an article
	flagWeekday     // feira: the ordinal before it is a day of the week
	flagPlural      // people: a plural that does not look like one
	flagDeterminer
	flagNotOne
	flagPer
	flagWith      // con: before cents
	flagAccording // segundo
	flagWeighs
	flagDimension
	flagAvos
	flagHalved    // times a half
	flagPart      // parte
	flagScore     // vingt: multiplies the digit before it
	flagWide      // soixante: what is below twenty may follow
	flagBothParts // tiers: one and several
	flagPiece     // 块: money, or a piece of something
	flagHour      // 点: behind an hour
	flagMinute    // 分: behind minutes
	flagAnyMoney  // 元: the unit of any currency
	flagCopula    // 是: before a number that stands alone
	flagFormal    // 拾: a digit or scale of cheques
	flagClock     // 上午: before a time of day
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
	foreign int // the language, by its place from 1 in grammars, in which it is a scale

	starts   bool // a number may begin with it
	excludes bool // a word that only looks like a number may

	before []phrase // that may stand before a number and end with the word
	after  []phrase // that may stand after a number and begin with the word
}

// A lexis is the words of a language made ready for look-up.
type lexis struct {
	lexicon.Language
	words map[string]*sense
	han   map[rune]*sense
	marks map[rune]*sense
	// hanTable is han for the characters from firstHan on, filter what is in words.
	hanTable []*sense
	filter   wordFilter
}

// of returns the sense of a single piece, made if there is none.
func (l *lexis) of(piece string) *sense {
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
func (l *lexis) flag(words string, f flags) {
	for _, w := range lexicon.List(words) {
		p := pieces(w)
		l.of(p[len(p)-1]).flags |= f
	}
}

func newLexis(of lexicon.Language) *lexis {
	l := &lexis{Language: of, words: map[string]*sense{}, han: map[rune]*sense{}, marks: map[rune]*sense{}}
	l.addNumbers()
	l.addNeighbours()
	l.addCounts()
	l.addUnits()
	l.addCurrencies()
	l.addForeign()
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
func (l *lexis) addNumbers() {
	each := func(m map[string]int64, set func(*sense, int64)) {
		for w, n := range m {
			set(l.of(pieces(w)[0]), n)
		}
	}
	each(l.Cardinals, func(s *sense, n int64) { s.class, s.value = classCardinal, n })
	each(l.Scales, func(s *sense, n int64) { s.class, s.value = classScale, n })
	each(l.Collectives, func(s *sense, n int64) { s.class, s.value = classCollective, n })
	each(l.Ordinals, func(s *sense, n int64) { s.ordinal = n })
	each(l.Parts, func(s *sense, n int64) { s.parts = n })
	each(l.ManyParts, func(s *sense, n int64) { s.parts, s.many = n, true })
	each(l.Alone, func(s *sense, n int64) { s.alone = n })
	each(l.Suffixes, func(s *sense, n int64) { s.suffix = n })
	each(l.Times, func(s *sense, n int64) { s.value = n; s.flags |= flagTimes })
	each(l.Plurals, func(s *sense, n int64) { s.plural = n })
	for w, v := range l.Vague {
		l.of(pieces(w)[0]).vague = v
	}
	for _, w := range lexicon.List(l.Halves) {
		l.of(pieces(w)[0]).class = classHalf
	}
	for mark := range fractionMarks {
		l.of(mark).starts = true
	}
	for _, w := range lexicon.List(l.Openers) {
		l.of(w).starts = true
	}
	for _, w := range lexicon.List(l.Point) {
		l.of(w).starts = l.Hyphens // point five percent
	}
}

// addNeighbours adds the words that stand beside numbers and say what they are.
func (l *lexis) addNeighbours() {
	for _, of := range []struct {
		words string
		flag  flags
	}{
		{l.And, flagAnd}, {l.Round, flagRound}, {l.Articles, flagArticle}, {l.Point, flagPoint}, {l.To, flagTo}, {l.DateOf, flagDateOf},
		{l.Pronouns, flagPronoun}, {l.Ones, flagOne}, {l.Stops, flagStop}, {l.Modifiers, flagModifier}, {l.FullOf, flagOf},
		{l.OrdinalSuffixes, flagOrdinalSuffix}, {l.Moves, flagMove}, {l.PartWords, flagPart}, {l.Halvings, flagHalved},
		{l.Comparatives, flagComparative}, {l.NotVague, flagNotVague}, {l.Than, flagThan}, {l.Lacking, flagLacking}, {l.Weekdays, flagWeekday}, {l.PluralNouns, flagPlural}, {l.Determiners, flagDeterminer}, {l.NotOne, flagNotOne},
		{l.PerWords, flagPer}, {l.With, flagWith}, {l.According, flagAccording}, {l.Weighs, flagWeighs}, {l.Dimensions, flagDimension},
		{l.Pieces, flagPiece}, {l.AnyMoney, flagAnyMoney}, {l.HourWords, flagHour}, {l.MinuteWords, flagMinute}, {l.Scores, flagScore}, {l.Wide, flagWide}, {l.BothParts, flagBothParts}, {l.Copulas, flagCopula}, {l.Formal, flagFormal}, {l.ClockBefore, flagClock},
		{l.Avos, flagAvos}, {l.Measures, flagMeasure}, {l.Some, flagMany},
	} {
		l.flag(of.words, of.flag)
	}
	if !l.Characters { // 月 is read with its number
		months := strings.Fields(strings.ReplaceAll(l.Months+" "+l.ShortMonths, ";", " "))
		l.flag(strings.Join(months, ","), flagMonth)
	}
	for _, of := range []struct {
		before, after string
		hedge         lac.Comparator
	}{
		{l.Hedges.About, l.After.About, lac.About}, {l.Hedges.AtLeast, l.After.AtLeast, lac.AtLeast}, {l.Hedges.Over, l.After.Over, lac.Over},
		{l.Hedges.UpTo, l.After.UpTo, lac.UpTo}, {l.Hedges.Under, l.After.Under, lac.Under}, {l.Hedges.Nearly, l.After.Nearly, lac.Nearly},
	} {
		l.addBefore(of.before, phrase{role: roleHedge, hedge: of.hedge})
		l.addAfter(of.after, phrase{role: roleHedge, hedge: of.hedge})
	}
	for _, of := range []struct {
		words string
		role  phraseRole
	}{
		{l.Degrees, roleDegree}, {l.Minus, roleMinus}, {l.Names, roleName}, {l.Refs, roleReference}, {l.Years, roleYear},
		{l.Populations, rolePopulation}, {l.From, roleFrom}, {l.Between, roleBetween}, {l.Excluded, roleExcludedEnd},
	} {
		l.addBefore(of.words, phrase{role: of.role})
	}
	l.addAfter(l.OutOf, phrase{role: roleOutOf})
	l.addAfter(l.In, phrase{role: roleIn})
	l.addAfter(l.Clock, phrase{role: roleClock})
	l.addAfter(l.Together, phrase{role: roleTogether})
	l.addAfter(l.Excluded+", "+l.NotDozen, phrase{role: roleExcluded})
}

// settle puts longer phrases first, "no more than" before "more than", and notes
// whether a number may begin with the word.
func (s *sense) settle() {
	longer := func(a, b phrase) int { return len(b.words) - len(a.words) }
	slices.SortStableFunc(s.before, longer)
	slices.SortStableFunc(s.after, longer)
	s.starts = s.starts || s.class != classNone || s.ordinal > 0 || s.plural > 0 || s.alone > 0 || s.parts > 0 && s.ordinal == 0 || s.vague != "" ||
		s.flags&(flagArticle|flagTimes|flagHalved) != 0
	s.excludes = slices.ContainsFunc(s.after, func(p phrase) bool { return p.role == roleExcluded })
}
