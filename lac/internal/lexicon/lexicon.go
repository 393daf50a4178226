// Package lexicon holds the words of each language that the readers of text
// know, a file or more a language. It holds no rule: a rule names a list, never a
// word of it.
package lexicon

import "strings"

// A Language is what a reader has to know of a language, in lists that people can
// check. Lists of words are separated by commas; each word may be a phrase.
type Language struct {
	Tag string // BCP 47
	Nouns
	Claims Claims
	// Months are the names of the twelve in order, those of one month with spaces
	// between; ShortMonths are the same in short.
	Months, ShortMonths string
	// Frequent are function words that are rare in other languages, or that only
	// some have: a text's language shows in them. See [Guess].
	Frequent string

	// CommaSplits says that a comma splits decimals, SpaceGroups that a single
	// space may group digits, TwoWays that the countries of the language differ.
	CommaSplits, SpaceGroups, TwoWays bool
	// CommaGroups are the regions where a comma groups digits all the same, by CLDR.
	CommaGroups string
	// Characters says that it is written without spaces, in Chinese characters.
	Characters bool
	// CapitalMonths says that a month has a capital where it is no other word (May),
	// DottedOrdinals that a dot may stand before the suffix of an ordinal: 3.ª.
	CapitalMonths, DottedOrdinals bool

	// Cardinals add up: seven, seventy, setecientos. Scales multiply what is
	// before them: hundred, million.
	Cardinals, Scales map[string]int64
	// Collectives are nouns of number that multiply too: dozen.
	Collectives map[string]int64
	// Ordinals are places: first, twentieth. A multiple of a scale is a scale
	// itself: hundredth.
	Ordinals map[string]int64
	// Parts and ManyParts name the parts of a fraction, for one and for more of
	// them: third, thirds. Alone are those that need no number: a half.
	Parts, ManyParts map[string]int64
	// OrdinalSuffixes follow an ordinal in digits: st, nd.
	OrdinalSuffixes string
	// Suffixes are short scales: bn, mn.
	Suffixes map[string]int64

	And       string // joins the parts of a number
	Hyphens   bool   // a hyphen may too
	Articles  string // a, an
	Halves    string // half before a scale or a noun, and after "and"
	Point     string // splits decimals in words
	Round     string // cardinals that nothing is added to: cien
	Minus     string
	Scores    string // multiply the digit before them: quatre-vingts
	Wide      string // tens that what is below twenty may follow: soixante-dix
	BothParts string // name one part and several: tiers
	// Loose says that "and" may stand between any two parts (Portuguese), Tens
	// only that it stands between tens and units alone (Spanish).
	Loose, Tens bool
	// LongScale says that a thousand may multiply a million: mil millones.
	LongScale bool

	// Further numbers.
	Times    map[string]int64  // whole multiples: twice, doubled
	Halvings string            // times a half: halved
	Alone    map[string]int64  // fractions that need no number: mitad
	Vague    map[string]string // vague words, with the word that a policy knows: see the policy of package check
	Plurals  map[string]int64  // vague nouns of number: dozens, thousands
	Openers  string            // characters that a number begins with though they are none: 第
	Excluded string            // words that look like numbers

	// Hedges, and what stands between them and the number.
	Hedges      Hedges // before the figure
	After       Hedges // after it
	Degrees     string // before a hedge: well over
	Determiners string // more than the 200
	Some        string // inside a number in Chinese: 30余万

	// Ranges.
	From, To, Between string
	Together          string // after the two ends: 10和20之间
	Moves             string // verbs of change: "rose from A to B" is no range

	// What a number belongs to.
	FullOf    string // before the noun that a number of millions counts: de
	Measures  string // Chinese measure words
	Stops     string // words that end a noun phrase
	Modifiers string // words before a noun that are none: more, new
	NounFirst bool   // the noun comes first, its adjectives follow
	With      string // between an amount and its cents: con

	// Numbers that are no figures.
	Names    string // a number of a name follows: Group of
	Refs     string // a number of reference follows: resolution
	DateOf   string // between day and month
	Years    string // a year follows: in, since
	Clock    string // after a time of day
	Ones     string // the words for 1 that may be a pronoun
	Pronouns string // around "one" that counts nothing
	NotOne   string // before "one" that is no number at all

	// A number of parts of a whole: one out of five, one in five.
	OutOf, In string

	// Money.
	Populations string            // before a number that counts and is no money: a population of
	Homonyms    string            // names of currencies that are other words too: real
	LetterMoney map[string]string // codes by the letter before the number: Q
	ScaledMoney map[string]Scaled // by the word that is scale and currency: mdd

	// Chinese.
	Han         Han
	Pieces      string // money or a measure word: 块
	AnyMoney    string // the unit of any currency: 元
	Copulas     string // before a number that stands alone: 是
	Formal      string // digits and scales of cheques, which are in other words too
	ClockBefore string // before a time of day: 上午
	HourWords   string // behind the hour: 点
	MinuteWords string // behind the minutes: 分
	NotDozen    string // words that begin as the word for a dozen does: 打开

	PageWords string // before the number of a page that has a line for itself

	// Words that decide between two senses of a number beside them.
	Comparatives string // after a fraction: a fifth more
	PartWords    string // after an ordinal, for a fraction: tercera parte
	Avos         string // after the parts of a fraction: três doze avos
	NotVague     string // as many as, how many
	Lacking      string // vague words that count only behind an article: few
	Than         string // ends a hedge: more than
	Weekdays     string // after an ordinal, for a day of the week: segunda-feira
	PluralNouns  string // plurals that do not look like ones: people
	Weighs       string // pounds of weight, not money
	Dimensions   string // metres in one letter, not millions: 5m tall
	According    string // ordinals that also mean "according to"
	PerWords     string // "second" is a time: per second
}

// Nouns are the names of what figures are of, by the unit or the code in which a
// figure says it.
type Nouns struct {
	Units  map[string]string // by [Unit.Name]
	Ages   map[string]string // the same for units of time: years old
	Counts map[string]string // of what figures of cooperation count, see [Counted]
	Money  map[string]string // of currencies, by code
	Shared map[string]string // of names that several currencies have, by [SharedName.Word]
	Lands  map[string]string // by currency: what beside the name of its money says whose it is: Chilean
	// Agree returns the forms of an adjective of one word, given by its masculine
	// singular: masculine and feminine, then those of the plural. It is nil where
	// adjectives have one form.
	Agree func(adjective string) [4]string
}

// Claims are the words that claims are made of. A line of Words is "part part:
// phrase; phrase", Topics and Parties are alike. A verb marked "climb/v" stands for
// its regular forms, one marked "climb/p" for those of the past alone; irregular
// forms follow it.
type Claims struct {
	Words, Topics, Parties string
	// Pairs are words that name China and another side: "中巴: BRA PAK". Goods are
	// names of goods by their code in the Harmonized System, - for those without one.
	Pairs, Goods string
	// Books are names of those who publish the statistics of trade of an area, by
	// its code.
	Books string
	// Letters are single characters that stand for an area which the text names in full
	// too, by its code: 自秘进口.
	Letters string
	Numbers string // words for one and up
	// Participles are the endings of verbs that tell of what was done; Pasts those of
	// verbs that tell of it with a subject.
	Participles, Pasts string
	// Futures are the endings of verbs that say what will be, and of no other words but
	// those of NoFutures.
	Futures, NoFutures string

	HeadFirst   bool // nouns stand before their adjectives
	Abbreviated bool // the short names of months are no other words
	Forms       func(verb, kind string) []string
}

// Scaled is an amount of money in one word: mdd, a million dollars.
type Scaled struct {
	Code string
	By   int64
}

// Hedges are the words that qualify a figure, by what they say of it.
type Hedges struct{ Over, AtLeast, Under, UpTo, Nearly, About string }

// List returns the words of a list, without the spaces around them.
func List(words string) []string {
	var out []string
	for w := range strings.SplitSeq(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}
