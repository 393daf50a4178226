package readable

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// pieceSize is the length of what is made readable at once.
const pieceSize = 1 << 17

// Pieces returns raw made readable by the function of, piece by piece, so that a
// long text needs little memory: a short text is one piece, others are cut behind a
// paragraph, a line or a sentence, where there is one.
func Pieces(raw string, of func(string) Text) iter.Seq[Text] {
	return func(yield func(Text) bool) {
		for start := 0; start < len(raw); {
			end := pieceEnd(raw, start)
			t := of(raw[start:end])
			t.start = start
			if !yield(t) {
				return
			}
			start = end
		}
	}
}

// pieceEnd returns the end of the piece of text that begins at start.
func pieceEnd(text string, start int) int {
	if len(text)-start <= pieceSize {
		return len(text)
	}
	const near = pieceSize / 4
	last := text[start+pieceSize-near : start+pieceSize]
	for _, mark := range []string{"\n\n", "\n", "。", ". ", " "} {
		if i := strings.LastIndex(last, mark); i >= 0 {
			return start + pieceSize - near + i + len(mark)
		}
	}
	end := start + pieceSize
	for end > start+1 && !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}
