package readable

import (
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// firstHan and lastHan bound the block of characters that texts are written in.
const firstHan, lastHan = 0x4E00, 0x9FFF

// traditional has, for each character from firstHan on, the simplified one, 0 for
// what is read as it stands; leads are the bytes that such characters begin with.
var traditional, leads = func() ([]rune, map[byte]bool) {
	table := make([]rune, lastHan-firstHan+1)
	leads := map[byte]bool{}
	pair := []rune(lexicon.Traditional)
	for i := 0; i+1 < len(pair); i += 2 {
		table[pair[i]-firstHan] = pair[i+1]
		var b [utf8.UTFMax]byte
		utf8.EncodeRune(b[:], pair[i])
		leads[b[0]] = true
	}
	return table, leads
}()
