package figure

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

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

// addForeign notes which words, of no meaning in l, are scales of another language.
func (l *lexis) addForeign() {
	if l.Characters {
		return
	}
	for i, of := range lexicon.All() {
		for w, n := range of.Scales {
			p := pieces(w)
			if n < 1000 || len(p) != 1 || of.Tag == l.Tag || of.Characters {
				continue
			}
			if s := l.of(p[0]); s.class == classNone && s.suffix == 0 && s.plural == 0 && s.foreign == 0 {
				s.foreign, s.rival = i+1, l.rival(p[0], n)
			}
		}
	}
}

// rival reports whether l has a scale for less than n that is spelled nearly as word:
// whoever writes 36 billon in English means a billion, or a Spanish billón.
func (l *lexis) rival(word string, n int64) bool {
	for _, words := range []map[string]int64{l.Scales, l.Plurals} {
		for own, value := range words {
			if p := pieces(own); value >= 1e6 && value < n && len(p) == 1 && p[0][0] == word[0] && withinTwo(word, p[0]) {
				return true
			}
		}
	}
	return false
}

// withinTwo reports whether two letters at most, put in, left out or changed, make one
// word of the other.
func withinTwo(a, b string) bool {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		left := row[0] // of the row above
		row[0] = i + 1
		for j := range len(b) {
			same := left
			if a[i] != b[j] {
				same++
			}
			left = row[j+1]
			row[j+1] = min(same, row[j]+1, left+1)
		}
	}
	return row[len(b)] <= 2
}
