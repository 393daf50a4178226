package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A word is a word, a phrase of the vocabulary, a figure or a mark of
// punctuation.
type word struct {
	figure.Span
	text string // in lower case
	meaning
	figure *figure.Figure // what it measures or counts, nil for other words
	mark   byte           // of punctuation: one of , ; : . ( ) " and - for a dash; 0 for words
	upper  bool           // it begins with a capital
	caps   bool           // it is all capitals
	han    bool           // it is Chinese
	joined bool           // no space stands before it
	used   bool           // a claim or a time rests on it
	other  string         // the second party of a word that names two
}

// blank reports whether the vocabulary says nothing of a word, and it is no number.
func (w *word) blank() bool {
	return w.figure == nil && w.n == 0 && w.cue == 0 && w.hint == 0 && w.sense == 0 && w.trait == 0 && w.topic == 0 && w.party == "" && w.books == "" && w.place == "" && w.goods == 0
}

// A sentence is the words that rules look at together.
type sentence struct {
	text      string // the piece of the text that it is in, made readable
	words     []word
	cues      cue // of all its words
	senses    sense
	times     []timeMention
	paragraph bool // it begins a paragraph
	line      bool // it begins a line
	headFirst bool // nouns stand before their adjectives
	lang      *lexicon.Claims
}

// says reports whether word i has any of the senses.
func says(ws []word, i int, s sense) bool { return i >= 0 && i < len(ws) && ws[i].sense.has(s) }

// means reports whether word i has any of the hints.
func means(ws []word, i int, s hint) bool { return i >= 0 && i < len(ws) && ws[i].hint.has(s) }

// bears reports whether word i has any of the traits.
func bears(ws []word, i int, t trait) bool { return i >= 0 && i < len(ws) && ws[i].trait.has(t) }

// codes returns the parties that a word names.
func (w *word) codes() []string {
	switch {
	case w.party == "":
		return nil
	case w.other == "":
		return []string{w.party}
	}
	return []string{w.party, w.other}
}

// parties returns the codes of the parties that words name, each once, in their
// order, at most six.
func parties(ws []word) []string {
	var out []string
	for i := range ws {
		for _, code := range ws[i].codes() {
			if len(out) < 6 && code != "?" && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// A timeMention is words that name a time.
type timeMention struct {
	from, to int // its words
	period   lac.Period
	role     timeRole
	// years is the length of a span that begins or ends with the document's
	// date, as in "over five years" (the claim's tense says which), and how
	// long ago a time was.
	years int
	ago   bool       // years before: a decade ago
	same  bool       // the same months of that year
	base  lac.Period // from which it is counted: within a decade
	span  bool       // from one time to another, both named
	past  bool       // it is over, or this year
	// counted is set for so many months up to one that is named.
	counted bool
	ahead   bool // it goes on after the document's year, or is a span of years
	// apart are the words that alone it is the time of, empty if there are none.
	apart [2]int
	// undated is set for a time that only the date of the document tells.
	undated bool
}

type timeRole uint8

const (
	timeAt       timeRole = iota // in 2024
	timeSince                    // since 2013
	timeBy                       // by 2030
	timeThrough                  // through November
	timeBaseline                 // than in 2013, from a year earlier
	timeNow                      // now: not the time that was spoken of
)

func has(ws []word, i int, c cue) bool { return i >= 0 && i < len(ws) && ws[i].cue.has(c) }

func mark(ws []word, i int, marks string) bool {
	if i < 0 || i >= len(ws) {
		return false
	}
	for k := range len(marks) {
		if ws[i].mark == marks[k] {
			return true
		}
	}
	return false
}

func isArticle(w word) bool { return w.sense.has(senseArticle) }

// quotes reports whether words are a quotation, in part.
func quotes(ws []word) bool {
	n := 0
	for i := range ws {
		if ws[i].quote() {
			n++
		}
	}
	return n >= 2
}

// quote reports whether a mark is one of quotation, and no apostrophe.
func (w *word) quote() bool {
	return w.mark == '"' && w.text != "'" && w.text != "’" && w.text != "‘"
}

// maxScope bounds how far from a figure the verb is looked for.
const maxScope = 40

// maxWords bounds a sentence, and with it the time that rules take on text
// that has no full stop.
const maxWords = 300

// asks reports whether a sentence is a question.
func (s *sentence) asks() bool {
	stop := s.stop()
	return stop < len(s.words) && questions(s.text[s.words[stop].Start:s.words[stop].End])
}

// stop returns the full stop that ends a sentence, before marks that close it; the
// number of its words if it has none.
func (s *sentence) stop() int {
	for k := len(s.words) - 1; k >= 0 && (s.words[k].mark == '"' || s.words[k].mark == ')' || s.words[k].mark == '.'); k-- {
		if s.words[k].mark == '.' {
			return k
		}
	}
	return len(s.words)
}

func questions(mark string) bool { return mark == "?" || mark == "？" }
