package figure

import (
	"slices"
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
	foreign int  // the language, by its place from 1 in grammars, in which it is a scale
	rival   bool // a foreign scale, spelled nearly as one of this language for less

	starts   bool // a number may begin with it
	excludes bool // a word that only looks like a number may

	before []phrase // that may stand before a number and end with the word
	keys   []phraseKey
	roles  roleSet  // of those
	after  []phrase // that may stand after a number and begin with the word
}

// A phrase is words, marks and Chinese characters with one meaning.
type phrase struct {
	words []string // folded
	exact string   // the text itself, where case matters: MW
	role  phraseRole
	hedge lac.Comparator
	unit  *unit
	// homonym says that the word is also one that is no currency: real, peso.
	homonym bool
	code    bool // it is the code of a currency, in any case
}

// A phraseKey tells of most phrases that a text does not have them.
type phraseKey struct {
	role  phraseRole
	first byte // of the word before the last, 0 if there is none or it is beyond ASCII
}

// A roleSet is a set of roles: 1<<roleHedge.
type roleSet uint32

type phraseRole uint8

const (
	roleHedge phraseRole = iota
	roleDegree
	roleUnit
	roleCurrency // before the number
	roleCurrencyName
	roleLand  // whose money it is, beside its name: Chilean
	roleOutOf // between the parts and the whole: one out of five
	rolePopulation
	roleIn // the same, if nothing speaks against it: one in five
	roleName
	roleReference
	roleYear
	roleFrom
	roleBetween
	roleMinus
	roleClock
	roleTogether
	roleCount       // a noun that is counted
	roleExcluded    // a word that looks like a number
	roleExcludedEnd // the same, by its last character
)

// A unit is what stands after a number, or around it, and says what it measures.
type unit struct {
	countries []lexicon.Land // whose money a shared name may be, if the text names one
	lands     []string       // the currencies that it may be where the land is named beside it
	unit      lac.Unit
	class     lexicon.Class
	doubt     string   // why unit is a word and no code
	weight    *unit    // what it is where something is weighed: pounds
	parts     int64    // how many make the unit of a currency: 100 cents
	main      lac.Unit // that currency, if the name tells
	by        int64    // the scale that the unit has in itself: MUSD, mdd
}

// settle puts longer phrases first, "no more than" before "more than", and notes
// whether a number may begin with the word.
func (s *sense) settle() {
	longer := func(a, b phrase) int { return len(b.words) - len(a.words) }
	slices.SortStableFunc(s.before, longer)
	slices.SortStableFunc(s.after, longer)
	s.keys, s.roles = nil, 0
	for _, p := range s.before {
		key := phraseKey{role: p.role}
		if n := len(p.words); n > 1 && p.words[n-2][0] < utf8.RuneSelf {
			key.first = p.words[n-2][0]
		}
		s.keys = append(s.keys, key)
		s.roles |= 1 << p.role
	}
	s.starts = s.starts || s.class != classNone || s.ordinal > 0 || s.plural > 0 || s.alone > 0 || s.parts > 0 && s.ordinal == 0 || s.vague != "" ||
		s.flags&(flagArticle|flagTimes|flagHalved) != 0
	s.excludes = slices.ContainsFunc(s.after, func(p phrase) bool { return p.role == roleExcluded })
}

// A ratio is the exact value of a fraction, which may have no end as a decimal. It
// is 0/0 for other numbers.
type ratio struct{ num, den int64 }
