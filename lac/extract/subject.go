package extract

import (
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// booksOf returns the area whose statistics the sentence says that it rests on;
// zero if it names none, or those of two.
func (c *claimReader) booksOf(ws []word) lac.Area {
	code := ""
	for i := range ws {
		switch b := ws[i].books; {
		case b == "" || b == code:
		case code != "":
			return 0
		default:
			code = b
		}
	}
	return c.areas[code]
}

// asianCountry is the code of "the Asian country": China, where the text has named it
// and none of the others that trade much with the region.
const asianCountry = "ASIA"

var otherAsians = []string{"JPN", "KOR", "IND", "VNM", "THA", "IDN", "MYS", "SGP", "PHL", "TWN"}

// pairUp gives words that may name one of several areas beside China the one that
// the sentence names too, or that the text has named.
func (c *claimReader) pairUp(ws []word) {
	for i := range ws {
		w := &ws[i]
		if w.party == asianCountry && c.seen[lac.China.String()] && !slices.ContainsFunc(otherAsians, func(code string) bool { return c.seen[code] }) {
			w.party = lac.China.String()
		}
		if w.pair == "" {
			continue
		}
		w.other = "?"
		if !strings.Contains(w.pair, " ") {
			w.other = w.pair
		}
		for code := range strings.FieldsSeq(w.pair) {
			if slices.ContainsFunc(ws, func(o word) bool { return o.party == code }) || c.seen[code] {
				w.other = code
				break
			}
		}
	}
	for _, w := range ws {
		if w.party != "" && len(c.seen) < 400 {
			c.seen[w.party] = true
		}
	}
}
