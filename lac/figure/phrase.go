package figure

import (
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

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

// pieces cuts a phrase into folded tokens, as tokenize does a text.
func pieces(words string) []string {
	var out []string
	for at := 0; at < len(words); {
		r, size := utf8.DecodeRuneInString(words[at:])
		end := at + size
		switch {
		case r == ' ':
			at = end
			continue
		case isLetter(r):
			end, _ = wordEnd(words, at)
		case isDigit(r):
			end, _ = digitRun(words, at)
		}
		out = append(out, string(fold(nil, words[at:end])))
		at = end
	}
	return out
}

// addBefore adds phrases that stand before a number.
func (l *lexis) addBefore(words string, p phrase) {
	for _, w := range lexicon.List(words) {
		p.words = pieces(w)
		s := l.of(p.words[len(p.words)-1])
		s.before = append(s.before, p)
	}
}

// addAfter adds phrases that stand after a number.
func (l *lexis) addAfter(words string, p phrase) {
	for _, w := range lexicon.List(words) {
		p.words = pieces(w)
		s := l.of(p.words[0])
		s.after = append(s.after, p)
	}
}

// matchAfter returns the phrases of token i that the text has from there on, the
// first that ok takes, and the token behind it.
func (s *scanner) matchAfter(i int, ok func(*phrase) bool) (*phrase, int) {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].sense == nil {
		return nil, i
	}
	after := s.tokens[i].sense.after
	for k := range after {
		p := &after[k]
		if !ok(p) {
			continue
		}
		if j := s.phraseAt(i, p); j > 0 {
			return p, j
		}
	}
	return nil, i
}

// phraseAt returns the token behind phrase p if it begins at token i, otherwise 0.
func (s *scanner) phraseAt(i int, p *phrase) int {
	j := i
	for k, w := range p.words {
		if k > 0 && s.dash(j) && w != "-" && !s.tokens[j].spaced {
			j++ // percentage-points
		}
		if !s.is(j, w) {
			return 0
		}
		if k > 0 && s.tokens[j].kind == tokenWord && !s.tokens[j].spaced && s.tokens[j-1].kind == tokenWord {
			return 0
		}
		j++
	}
	if p.exact != "" && s.text[s.tokens[i].start:s.tokens[j-1].end] != p.exact {
		return 0
	}
	return j
}

// matchBefore returns the first phrase that ok takes and that ends before token
// i, and the token that it begins with.
func (s *scanner) matchBefore(i int, ok func(*phrase) bool) (*phrase, int) {
	if i <= 0 || s.tokens[i-1].sense == nil {
		return nil, i
	}
	before := s.tokens[i-1].sense.before
	for k := range before {
		p := &before[k]
		if !ok(p) {
			continue
		}
		j := i
		for w := len(p.words) - 1; w >= 0; w-- {
			j--
			if w < len(p.words)-1 && s.dash(j) && p.words[w] != "-" {
				j--
			}
			if !s.is(j, p.words[w]) {
				j = -1
				break
			}
		}
		if j >= 0 && (p.exact == "" || s.text[s.tokens[j].start:s.tokens[i-1].end] == p.exact) {
			return p, j
		}
	}
	return nil, i
}

// dash reports whether token i is a hyphen or a dash.
func (s *scanner) dash(i int) bool {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != tokenMark {
		return false
	}
	switch s.text[s.tokens[i].start:s.tokens[i].end] {
	case "-", "‐", "‑", "–", "—", "−", "~", "～", "－":
		return true
	}
	return false
}
