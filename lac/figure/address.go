package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// addressEnd returns the end of the address of a page or of a mailbox that begins
// with the letter at position at, 0 if none does. The digits in it, and its
// escapes such as %20, are no figures.
func addressEnd(text string, at int) int {
	// Most words end here: none of the marks of an address is near.
	mark := at
	for mark < len(text) && mark < at+maxHost && hostByte(text[mark]) {
		mark++
	}
	if mark == len(text) {
		return 0
	}
	rest := text[mark:]
	switch {
	case strings.HasPrefix(rest, "://"):
	case text[mark] == '@' && mark+1 < len(text) && hostByte(text[mark+1]):
	case mark > at+4 && strings.EqualFold(text[at:at+4], "www."):
	case rest[0] == '/' && strings.Contains(text[at:mark], ".") && topLevel(text[at:mark]):
	default:
		return 0
	}
	end := mark
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || strings.ContainsRune("\"<>|«»“”", r) || r >= 0x2E80 {
			break
		}
		end += size
	}
	for end > mark && strings.ContainsRune(".,;:!?)]'", rune(text[end-1])) {
		end-- // of the sentence
	}
	return end
}

// maxHost is the length of the longest name of a host that is looked for.
const maxHost = 64

func hostByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '.' || c == '-' || c == '_'
}

// topLevel reports whether name ends as the name of a host does: in letters, two
// or more of them, behind a dot.
func topLevel(name string) bool {
	last := name[strings.LastIndexByte(name, '.')+1:]
	return len(last) >= 2 && len(last) <= 6 && strings.IndexFunc(last, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}
