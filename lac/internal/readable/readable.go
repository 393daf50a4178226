// Package readable takes out of a text what stands between its words and a
// reader: tags and entities of HTML, hyphens at the ends of lines, marks without
// width, full-width letters, quotation marks of e-mail, numbers of pages, of list
// items and of footnotes, traditional characters. It keeps where everything was.
package readable

import (
	"html"
	"strings"
	"unicode/utf8"
)

// Of returns raw made readable. Where there is nothing to do, Plain is raw itself.
// Time is linear in the length of raw.
func Of(raw string) Text { return read(raw, false) }

// AsWritten is [Of], but keeps traditional characters: for names. The offsets of
// its Plain are those of Of's.
func AsWritten(raw string) Text { return read(raw, true) }

func read(raw string, asWritten bool) Text {
	r := reader{raw: raw, asWritten: asWritten}
	r.read()
	if !r.changed {
		return Text{Plain: raw}
	}
	r.copyTo(len(raw))
	return Text{Plain: r.out.String(), edits: r.edits, changed: true}
}

func (r *reader) read() {
	raw := r.raw
	at := r.lineStart(0)
	for at < len(raw) {
		c := raw[at]
		if !looks[c] {
			at++
			continue
		}
		switch c {
		case '<':
			at = r.tag(at)
		case '&':
			at = r.entity(at)
		case '[':
			at = r.footnote(at)
		case '-':
			at = r.hyphen(at, 1)
		case '\n', '\f':
			at = r.lineStart(at + 1)
		default:
			at = r.rune(at)
		}
	}
}

// rune reads a character beyond ASCII.
func (r *reader) rune(at int) int {
	c, size := utf8.DecodeRuneInString(r.raw[at:])
	end := at + size
	switch {
	case c == 0xAD:
		return r.hyphen(at, size)
	case c < 0x2000:
		switch c {
		case '²', '³', '¹':
			return r.superscript(at)
		case 0x180E:
			r.replace(at, end, "")
		}
	case c >= firstHan && c <= lastHan:
		if s := traditional[c-firstHan]; s != 0 && !r.asWritten {
			r.replace(at, end, string(s))
		}
	case c < 0x2100:
		switch {
		case 0x200B <= c && c <= 0x200F, 0x202A <= c && c <= 0x202E, 0x2060 <= c && c <= 0x206F:
			r.replace(at, end, "")
		case c <= 0x200A, c == 0x202F, c == 0x205F:
			r.replace(at, end, "\u00A0")
		case c == 0x2070, 0x2074 <= c && c <= 0x207B:
			return r.superscript(at)
		}
	case c == 0xFEFF, 0xFE00 <= c && c <= 0xFE0F:
		r.replace(at, end, "")
	case 0xFF01 <= c && c <= 0xFF5E:
		r.fullWidth(at, end, c)
	}
	return end
}

// fullWidth reads a full-width form. Marks that end clauses stay as they are,
// unless they stand between digits.
func (r *reader) fullWidth(at, end int, c rune) {
	plain := c - 0xFEE0
	switch plain {
	case ',', '.':
		next, _ := utf8.DecodeRuneInString(r.raw[end:])
		last, _ := utf8.DecodeLastRuneInString(r.raw[:at])
		if !wideDigit(next) || !wideDigit(last) {
			return
		}
	case '(', ')', ':', ';', '!', '?', '~', '[', ']', '"', '\'', '`', '{', '}', '|', '<', '>', '&':
		return
	}
	r.replace(at, end, string(plain))
}

func wideDigit(c rune) bool { return '０' <= c && c <= '９' }

// hyphen reads a hyphen of the given size, which may end a line within a word.
func (r *reader) hyphen(at, size int) int {
	end := at + size
	next := end
	for next < len(r.raw) && (r.raw[next] == ' ' || r.raw[next] == '\t' || r.raw[next] == '\r') {
		next++
	}
	line := lineBreak(r.raw[next:])
	if line == 0 {
		if size > 1 { // a soft one shows at the end of a line only
			r.replace(at, end, "")
		}
		return end
	}
	next += line
	for next < len(r.raw) && (r.raw[next] == ' ' || r.raw[next] == '\t') {
		next++
	}
	c, _ := utf8.DecodeRuneInString(r.raw[next:])
	word := lastWord(r.before(at, 24))
	if word == "" || !isLower(c) {
		if size > 1 {
			r.replace(at, end, "")
		}
		return end
	}
	plain := ""
	if size == 1 && hyphenated(word) { // twenty-one
		plain = "-"
	}
	r.replace(at, next, plain)
	return next
}

// lineBreak returns the length of the end of a line or the tag <br> that text
// begins with, 0 if it does not.
func lineBreak(text string) int {
	if strings.HasPrefix(text, "\n") {
		return 1
	}
	if len(text) < 4 || text[0] != '<' || text[1]|0x20 != 'b' || text[2]|0x20 != 'r' {
		return 0
	}
	n := 3
	for n < len(text) && n < 8 && (text[n] == ' ' || text[n] == '/') {
		n++
	}
	if n < len(text) && text[n] == '>' {
		return n + 1
	}
	return 0
}

// entity reads an entity of HTML at position at.
func (r *reader) entity(at int) int {
	n := strings.IndexByte(r.raw[at:min(len(r.raw), at+12)], ';')
	if n < 2 {
		return at + 1
	}
	end := at + n + 1
	name := r.raw[at+1 : end-1]
	plain := html.UnescapeString(r.raw[at:end])
	if plain == r.raw[at:end] || strings.HasSuffix(plain, ";") || strings.ContainsFunc(name, func(c rune) bool { return c != '#' && !('0' <= c && c <= '9') && !('a' <= c|0x20 && c|0x20 <= 'z') }) {
		return at + 1
	}
	if plain[0] >= utf8.RuneSelf {
		plain = Of(plain).Plain // a soft hyphen, a space without width
	}
	r.replace(at, end, plain)
	return end
}
