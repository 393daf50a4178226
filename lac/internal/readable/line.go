package readable

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// lineStart reads what stands at the beginning of a line before its text: the
// marks of a quoted e-mail, the number of a list item, a page number alone.
func (r *reader) lineStart(at int) int {
	raw := r.raw
	start := at
	for at < len(raw) && (raw[at] == '>' || raw[at] == ' ' && at > start && raw[at-1] == '>') {
		at++
	}
	if at > start {
		r.replace(start, at, "")
	}
	indent := at
	for at < len(raw) && (raw[at] == ' ' || raw[at] == '\t') {
		at++
	}
	if at == len(raw) || raw[at] != '(' && raw[at] != '-' && (raw[at] < '0' || raw[at] > '9') && raw[at]|0x20 != 'p' && raw[at] < utf8.RuneSelf {
		return indent
	}
	if end := r.pageNumber(start, at); end > at {
		r.replace(at, end, "")
		return end
	}
	if end := r.listItem(start, at); end > at {
		r.replace(at, end, "")
		return end
	}
	return indent
}

// maxLine bounds a line that is looked at for a page number.
const maxLine = 40

// pageNumber returns the end of a line at position at that is a page number alone,
// start being where the line begins; at if it is none.
func (r *reader) pageNumber(start, at int) int {
	rest := r.raw[at:min(len(r.raw), at+maxLine)]
	n := strings.IndexAny(rest, "\n\f")
	if n < 0 {
		if len(rest) == maxLine {
			return at
		}
		n = len(rest)
	}
	line := strings.TrimRight(rest[:n], " \t\r")
	text := strings.ToLower(line)
	dashed := strings.HasPrefix(text, "-") && strings.HasSuffix(text, "-")
	text = strings.Trim(text, "-– ")
	named := false
	for _, word := range pageWords {
		if t, ok := strings.CutPrefix(text, word); ok && t != "" {
			text, named = strings.TrimLeft(t, " "), true
			break
		}
	}
	text = strings.TrimRight(text, "页頁")
	digits := strings.TrimLeft(text, "0123456789")
	if len(digits) == len(text) || len(text)-len(digits) > 4 {
		return at
	}
	of := strings.Trim(strings.TrimLeft(digits, " "), "0123456789/ ")
	if of != "" && !(named && (of == "of" || of == "de" || of == "sur")) {
		return at
	}
	if digits != "" && !named && !dashed {
		return at
	}
	if !named && !dashed && !(blankBefore(r.raw, start) && blankAfter(r.raw, at+n)) {
		return at
	}
	return at + len(line)
}

// pageWords begin the line of a page number.
var pageWords = func() []string {
	var words []string
	for _, l := range lexicon.All() {
		words = append(words, lexicon.List(l.PageWords)...)
	}
	return words
}()

// blankBefore reports whether the line that begins at position at follows an empty
// one, a page break, or nothing.
func blankBefore(raw string, at int) bool {
	before := strings.TrimRight(raw[max(at-8, 0):at], " \t\r")
	return at > 0 && (strings.HasSuffix(before, "\f") || strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(before, "\n"), " \t\r"), "\n"))
}

// blankAfter reports the same of the line that ends at position at. The last line
// of a text is followed by nothing.
func blankAfter(raw string, at int) bool {
	after := strings.TrimLeft(raw[at:min(len(raw), at+8)], " \t\r")
	if after == "" || after[0] == '\f' {
		return true
	}
	return strings.HasPrefix(strings.TrimLeft(after[1:], " \t\r"), "\n") || at+1 >= len(raw)
}

// listItem returns the end of the number of a list item at position at, with the
// space behind it; at if there is none.
func (r *reader) listItem(start, at int) int {
	raw := r.raw
	i := at
	if raw[i] == '(' {
		i++
	}
	n, digits := 0, 0
	for i < len(raw) && '0' <= raw[i] && raw[i] <= '9' && digits < 3 {
		n = n*10 + int(raw[i]-'0')
		digits++
		i++
	}
	if digits == 0 || digits > 2 || i >= len(raw) {
		return at
	}
	switch {
	case raw[at] == '(':
		if raw[i] != ')' {
			return at
		}
		i++
	case raw[i] == '.' || raw[i] == ')':
		i++
	case strings.HasPrefix(raw[i:], "、"):
		i += len("、")
		return r.itemEnd(start, at, i, n)
	default:
		return at
	}
	if i >= len(raw) || raw[i] != ' ' && raw[i] != '\t' {
		return at
	}
	for i < len(raw) && (raw[i] == ' ' || raw[i] == '\t') {
		i++
	}
	return r.itemEnd(start, at, i, n)
}

// itemEnd returns end if item n may begin here, else at: the line before ends a
// sentence, or was an item itself.
func (r *reader) itemEnd(start, at, end, n int) int {
	last := r.item
	if end >= len(r.raw) || r.raw[end] == '\n' || r.raw[end] == '\r' {
		return at
	}
	before := strings.TrimRight(r.raw[max(start-64, 0):start], " \t\r\n")
	c, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || n == last+1 && n > 1 || strings.ContainsRune(".;:!?。；：！？", c) {
		r.item = n
		return end
	}
	return at
}

// footnote reads the mark of a footnote in brackets at position at: [1], [12].
func (r *reader) footnote(at int) int {
	raw := r.raw
	i := at + 1
	for i < len(raw) && i < at+8 && ('0' <= raw[i] && raw[i] <= '9' || i > at+1 && (raw[i] == ',' || raw[i] == '-' || raw[i] == ' ')) {
		i++
	}
	if i == at+1 || i >= len(raw) || raw[i] != ']' || at == 0 {
		return at + 1
	}
	if c := raw[at-1]; c == '\n' || c == '[' || c == '(' {
		return at + 1
	}
	r.replace(at, i+1, "")
	return i + 1
}

// superscript reads raised digits: a power of ten, the power of a unit, or the mark
// of a footnote.
func (r *reader) superscript(at int) int {
	end := at
	var digits []byte
	for end < len(r.raw) && len(digits) < 4 {
		c, size := utf8.DecodeRuneInString(r.raw[end:])
		d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", c)
		switch {
		case c == '⁻' && len(digits) == 0:
			digits = append(digits, '-')
		case c == '⁺' && len(digits) == 0:
		case d >= 0:
			digits = append(digits, byte('0'+len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d]))))
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		end += size
	}
	if end == at {
		_, size := utf8.DecodeRuneInString(r.raw[at:])
		return at + size
	}
	if plain, ok := raised(r.before(at, 16), string(digits)); !ok {
		return end
	} else {
		r.replace(at, end, plain)
	}
	return end
}

// raised returns what digits that are set high behind a text stand for; false if
// they are to stay.
func raised(before, digits string) (string, bool) {
	word := lastWord(before)
	switch {
	case word != "" && len(word) <= 3 && (digits == "2" || digits == "3" || digits == "-1"):
		return "", false // km²
	case strings.HasSuffix(before, "10") && digits != "-":
		number := strings.TrimRight(strings.TrimSuffix(before, "10"), " ")
		if c, _ := utf8.DecodeLastRuneInString(number); number == "" || c < '0' || c > '9' {
			return "^" + digits, true
		}
	}
	return "", true
}

// lastWord returns the letters that text ends in.
func lastWord(text string) string {
	i := len(text)
	for i > 0 {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(c) || c >= firstHan {
			break
		}
		i -= size
	}
	return text[i:]
}

// hyphenated reports whether word is one of those that a hyphen joins to the next
// within a number.
func hyphenated(word string) bool {
	n, ok := lexicon.English.Cardinals[strings.ToLower(word)]
	return ok && (n >= 20 || n > 0) || lexicon.English.Scales[strings.ToLower(word)] > 0
}

func isLower(c rune) bool { return unicode.IsLower(c) }
