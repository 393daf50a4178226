package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// languageOf returns the language in which text is read.
func languageOf(text string, lang language.Tag) language.Tag {
	base, confidence := lang.Base()
	switch base.String() {
	case "en", "es", "pt", "zh":
		if confidence == language.Exact {
			return lang
		}
	}
	return language.Make(lexicon.Guess(text))
}

// vocabularyOf returns the vocabulary of a language, English unless it is one of
// the other three.
func vocabularyOf(lang language.Tag) *vocabulary {
	base, _ := lang.Base()
	switch base.String() {
	case "es":
		return spanishWords()
	case "pt":
		return portugueseWords()
	case "zh":
		return chineseWords()
	}
	return englishWords()
}

var (
	englishWords    = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.English) })
	spanishWords    = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.Spanish) })
	portugueseWords = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.Portuguese) })
	chineseWords    = sync.OnceValue(func() *vocabulary { return newVocabulary(lexicon.Chinese) })
)

func newVocabulary(l lexicon.Language) *vocabulary {
	v, t := new(vocabulary), l.Claims
	v.headFirst, v.lang = t.HeadFirst, &t
	v.abbreviations, v.numberSigns = set(lexicon.Abbreviations), set(lexicon.NumberSigns)
	v.addAreas(l)
	v.loadParties(t.Parties)
	v.loadPairs(t.Pairs)
	v.loadGoods(t.Goods)
	v.loadPlaces(lexicon.Towns)
	v.loadBooks(t.Books)
	v.loadLetters(t.Letters)
	v.load(t.Words, t.Forms)
	v.load(t.Topics, t.Forms)
	for i, words := range strings.Fields(t.Numbers) {
		for w := range strings.SplitSeq(words, "/") {
			v.add(w, meaning{n: i + 1})
		}
	}
	v.addMonths(l.Months)
	if t.Abbreviated {
		v.addMonths(l.ShortMonths)
	}
	return v
}

// set returns the words of a list as a set.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range lexicon.List(words) {
		out[w] = true
	}
	return out
}

func (v *vocabulary) addMonths(months string) {
	i := 0
	for names := range strings.SplitSeq(months, ";") {
		i++
		for name := range strings.FieldsSeq(names) {
			v.add(name, meaning{cue: cueMonth, n: i})
		}
	}
}

// A meaning is what a vocabulary says of a word or phrase.
type meaning struct {
	cue   cue
	hint  hint
	sense sense
	trait trait
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
	// letters are, at the root, the codes of the parties that a single character may
	// stand for.
	letters map[string][]string
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
	at.trait |= m.trait
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
			} else if s, ok := traitNames[name]; ok {
				m.trait |= s
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

// addAreas puts the names of all countries in a language into v.
func (v *vocabulary) addAreas(l lexicon.Language) {
	tag := language.Make(l.Tag)
	v.areas = map[string]lac.Area{}
	for code, a := range partyAreas {
		v.areas[code] = a
	}
	clean := strings.NewReplacer("&", "and", ".", "", "’", "'", "(", "", ")", "", ",", "")
	for _, a := range lac.World.Members(lac.Date{}) {
		v.areas[a.String()] = a
		name := strings.ToLower(clean.Replace(a.Name(tag)))
		v.add(name, meaning{cue: cueArea, party: a.String(), name: nameProper})
		if and := lexicon.List(l.And); strings.Contains(a.Name(tag), "&") && len(and) == 1 {
			v.add(strings.ToLower(clean.Replace(strings.ReplaceAll(a.Name(tag), "&", and[0]))), meaning{cue: cueArea, party: a.String(), name: nameProper})
		}
	}
}

// loadParties reads a table of "CODE: name; name" lines. The way a name is
// written there is that in which it is recognised.
func (v *vocabulary) loadParties(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		if a, err := lac.ParseArea(code); err == nil && a.IsBloc() {
			v.areas[code] = a
		}
		for name := range strings.SplitSeq(names, ";") {
			name = strings.TrimSpace(name)
			form := nameAny
			switch {
			case name == strings.ToLower(name):
			case name == strings.ToUpper(name):
				form = nameAcronym
			default:
				form = nameProper
			}
			v.add(strings.ToLower(name), meaning{cue: cueArea, party: code, name: form})
		}
	}
}

// loadPairs reads a table of words that name two sides: "中巴: BRA PAK". The first
// is always China.
func (v *vocabulary) loadPairs(table string) {
	for line := range strings.Lines(table) {
		names, codes, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), meaning{cue: cueArea, party: lac.China.String(), pair: strings.TrimSpace(codes)})
		}
	}
}

// loadGoods reads a table of "CODE: name; name" lines of goods in the Harmonized
// System. The code - is that of goods that no one code has.
func (v *vocabulary) loadGoods(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		m := meaning{hint: hintNarrow}
		if code != "-" {
			c, err := lac.CommodityOf("HS", code)
			if err != nil {
				panic("extract: goods: " + err.Error()) // a slip in a table of this package
			}
			m.goods = c
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), m)
		}
	}
}

// loadPlaces reads a table of "Name: name; name" lines of towns by their English
// name.
func (v *vocabulary) loadPlaces(table string) {
	for line := range strings.Lines(table) {
		town, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), meaning{place: town})
		}
	}
}

// loadLetters reads a table of "CODE: character" lines.
func (v *vocabulary) loadLetters(table string) {
	for line := range strings.Lines(table) {
		if code, letter, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			if v.letters == nil {
				v.letters = map[string][]string{}
			}
			v.letters[letter] = append(v.letters[letter], code)
		}
	}
}

// loadBooks reads a table of "CODE: name; name" lines of those who publish an
// area's statistics of trade.
func (v *vocabulary) loadBooks(table string) {
	for line := range strings.Lines(table) {
		code, names, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		for name := range strings.SplitSeq(names, ";") {
			v.add(strings.ToLower(strings.TrimSpace(name)), meaning{books: code})
		}
	}
}

// partyAreas are the areas behind codes that are not the text of one: the
// press has letters where package lac has a number.
var partyAreas = map[string]lac.Area{
	"LAC": lac.LatinAmericaCaribbean, "WORLD": lac.World, "AFR": lac.Africa, "CARIB": lac.Caribbean, "SAM": lac.SouthAmerica,
}

// smallNumber reads up to four digits.
func smallNumber(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
