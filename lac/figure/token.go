package figure

import (
	"unicode"
	"unicode/utf8"
)

// A token is a word, a numeral, or any other character of a text. Each character
// of Chinese is a token.
type token struct {
	start, end int
	kind       tokenKind
	spaced     bool // white space comes before
	sense      *sense
	numeral    int // index into scanner.numerals
}

type tokenKind uint8

const (
	tokenMark    tokenKind = iota // one character that is none of the others
	tokenWord                     // letters
	tokenName                     // letters and digits together: G20, A380
	tokenNumeral                  // digits, with separators
	tokenHan                      // one character
	tokenBreak                    // the end of a paragraph
)

// maxTokens bounds what is looked at together, and so the memory for it. A
// figure that is cut by it is in no text that people write.
const maxTokens = 1 << 13

// tokenize reads tokens from position at up to the end of a sentence after half
// of maxTokens, or the bound itself. It returns where it stopped.
func (s *scanner) tokenize(at int) int {
	s.tokens, s.numerals = s.tokens[:0], s.numerals[:0]
	text := s.text
	spaced, newlines := true, 0
	for at < len(text) && len(s.tokens) < maxTokens {
		start := at
		c := text[at]
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || r == 0xA0 || r == 0x3000 || r == 0x202F || r == 0x2009 || r == 0xFEFF:
			if c == '\n' {
				newlines++
				if newlines == 2 {
					s.tokens = append(s.tokens, token{start: at, end: at + 1, kind: tokenBreak, spaced: true})
				}
			}
			spaced = true
			at += size
			continue
		case firstHan <= r && r <= lastHan:
			at += size
			t := token{start: start, end: at, kind: tokenHan, spaced: spaced}
			if s.lex.hanTable != nil {
				t.sense = s.lex.hanTable[r-firstHan]
			}
			s.tokens = append(s.tokens, t)
		case isDigit(r), c == '.' && at+1 < len(text) && isDigit(rune(text[at+1])) && (spaced || s.afterSign()): // .5
			n, end := s.readNumeral(at)
			s.tokens = append(s.tokens, token{start: start, end: end, kind: tokenNumeral, spaced: spaced, numeral: len(s.numerals)})
			s.numerals = append(s.numerals, n)
			at = end
		case isLetter(r), r == utf8.RuneError && size == 1:
			if end := addressEnd(text, at); end > 0 {
				s.tokens = append(s.tokens, token{start: start, end: end, kind: tokenName, spaced: spaced})
				at = end
				break
			}
			end, digits := wordEnd(text, at)
			t := token{start: start, end: end, kind: tokenWord, spaced: spaced}
			if digits > at {
				// A currency's code is often set before its number: US$5, EUR45.
				if p := s.lookup(text[start:digits]); p != nil && p.flags&flagCurrency != 0 {
					t.end = digits
				} else if digits == at+1 && 'A' <= c && c <= 'Z' && s.scaleBehind(digits) {
					t.end = digits // N4.17 trillion
				} else {
					t.kind = tokenName
				}
			}
			t.sense = s.lookup(text[start:t.end])
			s.tokens = append(s.tokens, t)
			at = t.end
		case unicode.Is(unicode.Han, r) || r == '〇':
			at += size
			s.tokens = append(s.tokens, token{start: start, end: at, kind: tokenHan, spaced: spaced, sense: s.lex.han[r]})
		default:
			at += size
			t := token{start: start, end: at, spaced: spaced}
			t.sense = s.lex.marks[r]
			s.tokens = append(s.tokens, t)
			if len(s.tokens) > maxTokens/2 && (c == '.' || c == ';' || r == '。') && at < len(text) && (c >= utf8.RuneSelf || text[at] == ' ' || text[at] == '\n') {
				return at
			}
		}
		spaced, newlines = false, 0
	}
	return at
}

// afterSign reports whether the token read last is one that a number without a
// whole part may follow.
func (s *scanner) afterSign() bool {
	switch s.mark(len(s.tokens) - 1) {
	case "-", "−", "$", "€", "£", "¥", "(":
		return true
	}
	return false
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

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

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

// isDigit reports whether r is a digit.
func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// maxWord is the length of the longest word that a lexicon has.
const maxWord = 32

// firstHan and lastHan bound the block of characters that texts are written in.
const firstHan, lastHan = 0x4E00, 0x9FFF

// lookup returns what the lexicon says of a word, nil if nothing.
func (s *scanner) lookup(word string) *sense {
	if len(word) > maxWord || !s.lex.mayHave(word) {
		return nil
	}
	var buf [maxWord + 8]byte
	return s.lex.words[string(fold(buf[:0], word))]
}

// A wordFilter has, for each pair of first letters, a bit for each length of words
// that begin with them. Most words of a text end there.
type wordFilter [32 * 32]uint64

func pair(a, b byte) int { return int(a&31)<<5 | int(b&31) }

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

// folded appends token i of the segment, folded, to b; nothing if it is longer
// than any word that matters.
func (s *scanner) folded(b []byte, i int) []byte {
	if i < 0 || i >= len(s.tokens) {
		return b
	}
	t := &s.tokens[i]
	if t.end-t.start > maxWord {
		return b
	}
	return fold(b, s.text[t.start:t.end])
}

// is reports whether token i of the segment is the folded word w.
func (s *scanner) is(i int, w string) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	t := &s.tokens[i]
	if s.text[t.start:t.end] == w {
		return true
	}
	if t.kind != tokenWord && t.kind != tokenName {
		return false
	}
	if c := s.text[t.start]; c < utf8.RuneSelf && c|0x20 != w[0] {
		return false // most words end here, before they are folded
	}
	var buf [maxWord + 8]byte
	return string(s.folded(buf[:0], i)) == w
}
