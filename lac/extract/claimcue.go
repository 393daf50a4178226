package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A cue is a set of the roles that a word or phrase can play in a claim. The
// rules speak of cues; which words have them is the vocabularies' matter, one
// for each language.
type cue uint64

const (
	cueUp        cue = 1 << iota // rise, grow, climb
	cueDown                      // fall, shrink
	cueGrowth                    // growth, increase, decline: nouns
	cueMore                      // more, higher, faster: after a figure
	cueThan                      // than, on, from: before what is compared with
	cueShare                     // account for, make up; share, stake
	cueRate                      // interest, inflation, unemployment: a percentage that is a level
	cuePledge                    // promise, offer, announce; pledge, commitment
	cueFuture                    // will, shall, is to
	cueForecast                  // expect, could, may
	cueDuty                      // should, must, call for: says what ought to be
	cueFact                      // reached, stood at, has: says what is or was
	cueCost                      // cost, price, worth
	cueSay                       // said, according to
	cueSuper                     // largest, top
	cueRole                      // partner, market, supplier
	cueRank                      // ranks, comes: before an ordinal
	cueOther                     // other, else: of more than any other
	cueAmong                     // one of, among
	cueRow                       // consecutive, straight
	cueRun                       // running, in a row: after "years"
	cueYear                      // year
	cueDecade                    // decade
	cueMonthUnit                 // month
	cueQuarter                   // quarter
	cueHalf                      // half
	cueDay                       // week, day, hour, minute
	cueMonth                     // January
	cueIn                        // in, during
	cueSince                     // since
	cueFrom                      // from
	cueTo                        // to
	cueBy                        // by, before, until
	cueAgo                       // ago, earlier
	cueLast                      // last, past, previous
	cueNext                      // next, coming
	cueThis                      // this, current
	cueEach                      // a, per, each: of yearly figures
	cueMeeting                   // summit, forum
	cueHeld                      // held, opened, took place
	cueAll                       // all, every, each of
	cueMember                    // countries, members: what a set is made of
	cueServe                     // reach, cover, duty-free: a share of these is a coverage
	cueOf                        // of, out of
	cueStop                      // a word that ends a noun phrase
	cueDet                       // the, both, these
	cueNumbered                  // names that take a number: article, resolution
	cueAbstract                  // principles, goals: counted in names only
	cuePlural                    // an irregular plural: people, staff
	cueTimes                     // times, as in three times
	cueNot                       // no, not
	cueAnd                       // and
	cueFirst                     // opening part: the first three quarters
	cueEnd                       // the end of
	cueOffice                    // minister, spokesman
	cueBody                      // ministry, department
	cueHonour                    // Mr, Dr
	cueArea                      // a party
	cuePossess                   // 's
	cueRefer                     // that, those: what a multiple refers to
	cuePurpose                   // help, support: what a sum of money will do is no promise of it
	cueRegion                    // the region: the other side of which the text speaks
	cueBeforeAgo                 // ago, in languages where it comes first: hace, há
	cueLess                      // lower, fewer, reduction: words that say of a change that it is a fall
)

// has reports whether s has any of the cues in t.
func (s cue) has(t cue) bool { return s&t != 0 }

// A meaning is what a vocabulary says of a word or phrase.
type meaning struct {
	cue   cue
	hint  hint
	sense sense
	topic topic
	party string
	// pair are the codes of the areas that a word such as 中巴 may pair with the
	// party, with spaces between.
	pair  string
	goods lac.Commodity
	books string // the area whose statistics are named
	place string // the English name of a town
	n     int    // of a number word or month
	name  nameForm
}

// A nameForm is how a party's name is written.
type nameForm uint8

const (
	nameAny     nameForm = iota // in small letters too, as adjectives of many languages are
	nameProper                  // with a capital
	nameAcronym                 // all in capitals: "us" is not the US
)

// A vocabulary is a tree of words: phrases share the nodes of their first words.
type vocabulary struct {
	meaning
	next map[string]*vocabulary
	// headFirst says, at the root, that nouns stand before their adjectives.
	headFirst bool
	// abbreviations are, at the root, words whose dot does not end a sentence;
	// numberSigns those of them that do unless a number follows.
	abbreviations, numberSigns map[string]bool
	// lang is, at the root, what the language has besides words.
	lang *lexicon.Claims
	// areas are, at the root, those behind the codes of parties.
	areas map[string]lac.Area
}

// add puts a phrase, in lower case, into the tree; meanings of one phrase join.
func (v *vocabulary) add(phrase string, m meaning) {
	at := v
	for part := range phraseWords(phrase) {
		if at.next == nil {
			at.next = map[string]*vocabulary{}
		}
		child := at.next[part]
		if child == nil {
			child = new(vocabulary)
			at.next[part] = child
		}
		at = child
	}
	at.cue |= m.cue
	at.hint |= m.hint
	at.sense |= m.sense
	if m.topic != 0 {
		at.topic = m.topic
	}
	if m.party != "" {
		at.party, at.name = m.party, m.name
	}
	if m.n != 0 {
		at.n = m.n
	}
	if m.pair != "" {
		at.pair = m.pair
	}
	if m.place != "" {
		at.place = m.place
	}
	if m.books != "" {
		at.books = m.books
	}
	if m.goods != 0 {
		at.goods = m.goods
	}
}

// phraseWords yields the words of a phrase as the sentence reader cuts them:
// Han characters one by one, hyphens as spaces.
func phraseWords(phrase string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for start := 0; start < len(phrase); {
			r, size := utf8.DecodeRuneInString(phrase[start:])
			switch {
			case r == ' ' || r == '-':
				start += size
			case isHanzi(r):
				if !yield(phrase[start : start+size]) {
					return
				}
				start += size
			default:
				end := start + size
				for end < len(phrase) {
					r, size := utf8.DecodeRuneInString(phrase[end:])
					if r == ' ' || r == '-' || isHanzi(r) || r == '\'' {
						break
					}
					end += size
				}
				if !yield(phrase[start:end]) {
					return
				}
				start = end
			}
		}
	}
}

func isHanzi(r rune) bool { return r >= 0x2E80 && unicode.Is(unicode.Han, r) }

// load reads a table: a line is "cue cue: phrase; phrase". A verb marked
// "climb/v" stands for its regular forms, one marked "climb/p" for those of the
// past alone; words after it, as in "rise/v rose risen", are irregular ones.
func (v *vocabulary) load(table string, forms func(verb, kind string) []string) {
	for line := range strings.Lines(table) {
		head, items, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		var m meaning
		for name := range strings.FieldsSeq(head) {
			if s, ok := cueNames[name]; ok {
				m.cue |= s
			} else if s, ok := hintNames[name]; ok {
				m.hint |= s
			} else if s, ok := senseNames[name]; ok {
				m.sense |= s
			} else if n, ok := smallNumber(name); ok {
				m.n = n
			} else if t, ok := topicNames[name]; ok {
				m.topic = t
			} else {
				panic("extract: vocabulary: no cue " + name) // a slip in a table of this package
			}
		}
		for item := range strings.SplitSeq(items, ";") {
			item = strings.TrimSpace(item)
			verb, others, marked := strings.Cut(item, "/")
			if !marked {
				v.add(item, m)
				continue
			}
			kind, others, _ := strings.Cut(others, " ")
			for _, f := range forms(verb, kind) {
				v.add(f, m)
			}
			for other := range strings.FieldsSeq(others) {
				v.add(other, m)
			}
		}
	}
}

var cueNames = map[string]cue{
	"up": cueUp, "down": cueDown, "growth": cueGrowth, "more": cueMore, "than": cueThan,
	"share": cueShare, "rate": cueRate, "pledge": cuePledge, "future": cueFuture,
	"forecast": cueForecast, "duty": cueDuty, "fact": cueFact, "cost": cueCost, "say": cueSay,
	"super": cueSuper, "role": cueRole, "rank": cueRank, "other": cueOther, "among": cueAmong,
	"row": cueRow, "run": cueRun, "year": cueYear, "decade": cueDecade, "monthunit": cueMonthUnit,
	"quarter": cueQuarter, "half": cueHalf, "day": cueDay, "in": cueIn, "since": cueSince,
	"from": cueFrom, "to": cueTo, "by": cueBy, "ago": cueAgo, "last": cueLast, "next": cueNext,
	"this": cueThis, "each": cueEach, "meeting": cueMeeting, "held": cueHeld, "all": cueAll,
	"member": cueMember, "serve": cueServe, "of": cueOf, "stop": cueStop, "det": cueDet,
	"numbered": cueNumbered, "abstract": cueAbstract, "plural": cuePlural, "times": cueTimes,
	"not": cueNot, "and": cueAnd, "first": cueFirst, "end": cueEnd, "office": cueOffice,
	"body": cueBody, "honour": cueHonour, "refer": cueRefer, "possess": cuePossess,
	"region": cueRegion, "purpose": cuePurpose, "beforeago": cueBeforeAgo, "less": cueLess,
}
