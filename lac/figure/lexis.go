package figure

import (
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

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

// A wordFilter has, for each pair of first letters, a bit for each length of words
// that begin with them. Most words of a text end there.
type wordFilter [32 * 32]uint64

func (f *wordFilter) add(word string) {
	if len(word) < 2 {
		return
	}
	f[pair(word[0], word[1])] |= 1 << len(word)
}

// mayHave reports whether a word may be among those of the lexicon. It knows
// nothing of short words and of those with letters beyond ASCII, which get shorter
// when they are folded.
func (l *lexis) mayHave(word string) bool {
	if len(word) < 2 {
		return true
	}
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return true
		}
	}
	return l.filter[pair(word[0], word[1])]&(1<<len(word)) != 0
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

func pair(a, b byte) int { return int(a&31)<<5 | int(b&31) }

// fold appends word in lower case and without accents: texts and their
// transcripts are careless with both. A word of one letter keeps its accent, for
// it has nothing else ("e" and "é" in Portuguese).
func fold(b []byte, word string) []byte {
	for i, r := range word {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b = append(b, byte(r))
			continue
		}
		r = unicode.ToLower(r)
		if base := unaccented(r); base != 0 && !(i == 0 && len(word) == utf8.RuneLen(r)) {
			b = append(b, base)
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// unaccented returns the letter under the accent of r, 0 for other runes.
func unaccented(r rune) byte {
	switch r {
	case 'á', 'à', 'â', 'ã', 'ä':
		return 'a'
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'í', 'ì', 'î', 'ï':
		return 'i'
	case 'ó', 'ò', 'ô', 'õ', 'ö':
		return 'o'
	case 'ú', 'ù', 'û', 'ü':
		return 'u'
	case 'ç':
		return 'c'
	case 'ñ':
		return 'n'
	}
	return 0
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	if r < 0x250 {
		return r >= 0xC0 && r != '×' && r != '÷'
	}
	// The degree and unit signs of CJK compatibility are marks of their own.
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
}

// maxWord is the length of the longest word that a lexicon has.
const maxWord = 32

// firstHan and lastHan bound the block of characters that texts are written in.
const firstHan, lastHan = 0x4E00, 0x9FFF

// digitRun returns the end of the run of digits at position at and their number.
func digitRun(text string, at int) (end, n int) {
	for end = at; end < len(text) && '0' <= text[end] && text[end] <= '9'; end++ {
	}
	return end, end - at
}

// wordEnd returns the end of the letters and digits from at on, and of the
// letters before the first digit if there is one.
func wordEnd(text string, at int) (end, digits int) {
	for end = at; end < len(text); {
		c := text[end]
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			end++
			continue
		case '0' <= c && c <= '9':
			if digits == 0 {
				digits = end
			}
			end++
			continue
		case c < utf8.RuneSelf:
			return end, digits
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isLetter(r) && !unicode.Is(unicode.Mn, r) && !(r == utf8.RuneError && size == 1) {
			return end, digits
		}
		end += size // a malformed byte is a letter that nobody knows
	}
	return end, digits
}

// isDigit reports whether r is a digit.
func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// fractionMarks are the characters that are fractions.
var fractionMarks = map[string]ratio{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5},
	"⅙": {1, 6}, "⅚": {5, 6}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8},
}
