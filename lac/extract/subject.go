package extract

import (
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
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
	c.letters(ws)
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
			if slices.ContainsFunc(ws, func(o word) bool { return o.party == code || o.books == code }) || c.seen[code] {
				w.other = code
				break
			}
		}
	}
	for i := range ws {
		for _, code := range ws[i].codes() {
			if code != "?" && len(c.seen) < 400 {
				c.seen[code] = true
			}
		}
	}
}

// letters gives single Chinese characters beside a word of trade the area that the
// text has named in full: 自秘进口, 秘方, 厄中贸易, and 我 for China before such a word.
func (c *claimReader) letters(ws []word) {
	if len(c.byLetter) == 0 {
		return
	}
	for i := range ws {
		w := &ws[i]
		if !w.han || w.mark != 0 || w.figure != nil || w.party != "" || w.topic != 0 {
			continue
		}
		if w.text == lexicon.Us && means(ws, i+1, hintTo|hintOrigin) && (i == 0 || ws[i-1].mark != 0 || ws[i-1].used || has(ws, i-1, cueAnd|cueStop)) {
			w.party, w.cue = lac.China.String(), w.cue|cueArea
			continue
		}
		for _, code := range c.byLetter[w.text] {
			named := c.seen[code] || slices.ContainsFunc(ws, func(o word) bool { return o.party == code || o.other == code || o.pair == code || o.books == code })
			next := i + 1
			beside := means(ws, i-1, hintTo|hintOrigin) || next < len(ws) && (ws[next].text == lexicon.SideOf || ws[next].text == lexicon.Middle && next+1 < len(ws) && ws[next+1].topic != 0 || means(ws, next, hintTo|hintOrigin) && next+1 < len(ws) && ws[next+1].party == lac.China.String())
			if named && beside {
				w.party, w.cue = code, w.cue|cueArea
				if next < len(ws) && ws[next].text == lexicon.Middle {
					ws[next].party, ws[next].cue = lac.China.String(), ws[next].cue|cueArea
				}
				break
			}
		}
	}
}
