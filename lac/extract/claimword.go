package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// rawWord reads a word of letters and digits. An apostrophe begins a word of its
// own: China 's.
func (r *sentenceReader) rawWord(spaced bool) word {
	start := r.at
	c, size := utf8.DecodeRuneInString(r.text[start:])
	r.at += size
	for r.at < len(r.text) {
		if r.more && r.figure.Start == r.at && r.figures[len(r.figures)-1].Role == figure.RoleFigure {
			break
		}
		d, n := utf8.DecodeRuneInString(r.text[r.at:])
		// The dots of U.S. belong to the word.
		if d == '.' && unicode.IsUpper(c) && r.initials(start) {
			r.at += n
			continue
		}
		if isHanzi(d) || !unicode.IsLetter(d) && !unicode.IsDigit(d) && !unicode.Is(unicode.Mn, d) {
			break
		}
		r.at += n
	}
	text := r.text[start:r.at]
	w := word{Span: figure.Span{Start: start, End: r.at}, text: text, upper: unicode.IsUpper(c), joined: !spaced}
	if strings.HasPrefix(text, "’") {
		w.text = "'" + text[len("’"):]
	}
	w.caps = w.upper && text == strings.ToUpper(text)
	w.text = strings.ToLower(w.text)
	if n, ok := smallNumber(w.text); ok {
		w.n = n
	} else if n, ok := smallNumber(strings.TrimRight(w.text, lexicon.OrdinalEndings)); ok {
		w.n = n // 11th June
	}
	return w
}

// initials reports whether the text from start to here is initials to which the
// dot that stands here belongs.
func (r *sentenceReader) initials(start int) bool {
	s := r.text[start:r.at]
	single := len(s) == 1 || len(s) >= 3 && s[len(s)-2] == '.'
	if !single {
		return false
	}
	return len(s) > 1 || r.at+2 < len(r.text) && unicode.IsUpper(rune(r.text[r.at+1])) && r.text[r.at+2] == '.'
}

func (r *sentenceReader) letterAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text[i:])
	return unicode.IsLetter(c)
}

func startsUpper(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

func markOf(c rune) byte {
	switch c {
	case ',', '、', '，':
		return ','
	case ';', '；':
		return ';'
	case ':', '：':
		return ':'
	case '.', '!', '?', '。', '！', '？', '…':
		return '.'
	case '(', '[', '（', '【', '《':
		return '('
	case ')', ']', '）', '】', '》':
		return ')'
	case '"', '“', '”', '«', '»', '「', '」', '„', '‘', '’', '\'':
		return '"'
	case '—', '–', '―', '-', '•', '▪', '●', '◦', '‣', '■':
		return '-'
	}
	return 0
}

// labelled reports whether a line begins with a word or a few and a colon, as the turn
// of a transcript does.
func labelled(line string) bool {
	const most = 60
	words := 0
	for i, c := range line[:min(len(line), most)] {
		switch {
		case c == ':' || c == '：':
			return words > 0 || i > 0
		case i == 0 && !unicode.IsUpper(c) && !isHanzi(c):
			return false
		case c == ' ':
			if words++; words > 4 {
				return false
			}
		case !unicode.IsLetter(c) && c != '-' && c != '\'' && c != '.':
			return false
		}
	}
	return false
}

// bulleted reports whether a line begins with the mark of an item of a list and a space.
func bulleted(line string) bool {
	c, n := utf8.DecodeRuneInString(line)
	switch c {
	case '•', '▪', '●', '◦', '‣', '■', '*', '-', '–', '—':
		return strings.HasPrefix(line[n:], " ")
	}
	return false
}

// ends reports whether the full stop that was just read ends its sentence.
func (r *sentenceReader) ends(c rune) bool {
	switch c {
	case '。', '！', '？':
		return true
	case '.', '!', '?':
	default:
		return false
	}
	rest := r.text[r.at:]
	for rest != "" && strings.ContainsRune("\"'”’»)", firstRune(rest)) {
		_, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
	}
	return rest == "" || unicode.IsSpace(firstRune(rest)) || isHanzi(firstRune(rest))
}

// closing adds the marks that close a quotation or a bracket right behind the end
// of a sentence: they are of that sentence.
func (r *sentenceReader) closing(raw []word) []word {
	for len(raw) < maxWords {
		c, size := utf8.DecodeRuneInString(r.text[r.at:])
		if size == 0 || !strings.ContainsRune("\"'”’»)」』）", c) {
			return raw
		}
		raw = append(raw, word{Span: figure.Span{Start: r.at, End: r.at + size}, text: r.text[r.at : r.at+size], mark: markOf(c), joined: true})
		r.at += size
	}
	return raw
}

// goesOn reports whether a Chinese sentence goes on behind a quotation that closed
// with a full stop of its own.
func (r *sentenceReader) goesOn() bool {
	last, _ := utf8.DecodeLastRuneInString(r.text[:r.at])
	return (last == '”' || last == '」' || last == '』') && isHanzi(firstRune(r.text[r.at:]))
}

func firstRune(s string) rune { c, _ := utf8.DecodeRuneInString(s); return c }

// abbreviated reports whether the dot just read belongs to the word before it
// and more of the sentence follows.
func (r *sentenceReader) abbreviated(raw []word) bool {
	if len(raw) == 0 || raw[len(raw)-1].End != r.at-1 {
		return false
	}
	last := raw[len(raw)-1]
	if !r.words.abbreviations[last.text] {
		return false
	}
	rest := strings.TrimLeft(r.text[r.at:], " ")
	// "no." is more often the end of a sentence than a number's sign.
	return !r.words.numberSigns[last.text] || rest != "" && '0' <= rest[0] && rest[0] <= '9'
}
