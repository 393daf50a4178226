package figure

import (
	"unicode"
	"unicode/utf8"
)

// maxTokens bounds what is looked at together, and so the memory for it. A
// figure that is cut by it is in no text that people write.
const maxTokens = 1 << 13

// tokenize reads tokens from position at up to the end of a sentence after half
// of maxTokens, or the bound itself. It returns where it stopped.
func (s *scanner) tokenize(at int) int {
	s.tokens, s.numerals = s.tokens[:0], s.numerals[:0]
	text := s.text
	if s.tokens == nil { // a character of three bytes is a token of its own
		s.tokens = make([]token, 0, min(len(text)/3+16, maxTokens+16))
	}
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
