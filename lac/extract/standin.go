package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// standIns gives words that stand for one of the sides of trade the code of the side that
// is meant: our trade, we exported, the country bought. Where the text does not make it
// certain they stay without.
func (c *claimReader) standIns(s *sentence) {
	for i := range s.words { // those first to which others stand opposite
		if w := &s.words[i]; (w.hint.has(hintNation) || w.cue.has(cueRole) && w.hint.has(hintPlain)) && w.mark == 0 && w.party == "" && pointed(s.words, i) {
			c.standIn(w, c.justNamed(s, i))
		}
	}
	for i := range s.words {
		w := &s.words[i]
		switch {
		case w.mark != 0 || w.figure != nil:
		case w.hint.has(hintOurs) && c.speaksOfOurs(s, i):
			c.standIn(w, c.ours(s, i))
		case w.hint.has(hintNation) && w.party == "" && i > 0 && s.words[i-1].hint.has(hintOurs):
			c.standIn(w, c.ours(s, i)) // our country
		case w.hint.has(hintNation) && w.party == "" && namedBefore(s.words, i):
			c.standIn(w, c.onlyOther(s, i))
		}
	}
}

// standIn makes a word one for an area.
func (c *claimReader) standIn(w *word, a lac.Area) {
	if a != 0 {
		w.party, w.other, w.cue = a.String(), "", w.cue|cueArea
	}
}

// speaksOfOurs reports whether the word at i, such as "our" or "we", goes with one for
// trade.
func (c *claimReader) speaksOfOurs(s *sentence, i int) bool {
	ws := s.words
	if ws[i].topic != 0 || ws[i].party != "" {
		return true // exportamos, 我国
	}
	for k := i + 1; k < len(ws) && k <= i+8 && ws[k].mark == 0; k++ {
		switch w := ws[k]; {
		case flowTopic[w.topic], w.hint.has(hintBalance):
			return true
		case w.cue.has(cueRole | cueSuper), ws[i].han && w.hint.has(hintTo|hintOrigin), ws[i].han && w.party != "":
			return true
		case w.figure != nil && w.figure.Kind == figure.KindPercent, w.figure != nil && isFraction(w.figure), w.party != "", has(ws, k, cueOf|cueIn|cuePossess), means(ws, k, hintTo|hintOrigin):
		case w.figure != nil && !w.used, !w.used && !w.cue.has(cueFact|cueStop) && !w.hint.has(hintPlain|hintBilateral|hintNow|hintManner|hintNation):
			return false
		}
	}
	return false
}

// ours returns the side of the one who speaks: the country of the office or, where the
// text does not say, the only one that has not been named beside it as another's.
func (c *claimReader) ours(s *sentence, i int) lac.Area {
	other := c.otherIn(s, i)
	switch {
	case c.voice != 0 && c.voice != other:
		return c.voice
	case c.voice != 0 || other == 0:
		return 0
	}
	return c.onlyPair(other)
}

// onlyOther returns the one of two sides that "the country" at i stands for where its
// sentence names the other one.
func (c *claimReader) onlyOther(s *sentence, i int) lac.Area {
	if other := c.otherIn(s, i); other != 0 {
		return c.onlyPair(other)
	}
	// Peru's bank said that the country sold China: it is the one named before.
	start, end := clause(s.words, i, i+1)
	before, behind := parties(s.words[start:i]), parties(s.words[i+1:end])
	if len(before) != 1 || len(behind) != 1 {
		return 0
	}
	if a := c.onlyPair(c.area(behind[0])); a == c.area(before[0]) {
		return a
	}
	return 0
}

// justNamed returns the one of the two sides that "that country" at i stands for: the one
// that its clause names last before it, where it names both.
func (c *claimReader) justNamed(s *sentence, i int) lac.Area {
	start, _ := clause(s.words, i, i+1)
	found, first := lac.Area(0), lac.Area(0)
	for k := start; k < i; k++ {
		for _, code := range s.words[k].codes() {
			a := c.area(code)
			if a == 0 || c.onlyPair(a) == 0 || len(s.words[k].codes()) > 1 {
				return 0
			}
			if first == 0 {
				first = a
			}
			found = a
		}
	}
	if all := c.before.parties; found == 0 && !s.paragraph && len(all) == 2 && c.onlyPair(c.area(all[0])) == c.area(all[1]) {
		return c.area(all[1]) // El superávit del Perú con China ...; a ese mercado
	}
	switch other := c.onlyPair(found); {
	case found != first:
		return found
	case other != 0 && !s.paragraph && slices.Contains(c.before.parties, other.String()):
		return other // El Perú exportó a ese mercado
	}
	return 0
}

// pointed reports whether the word for a country at i is one that the words before point
// at: that country, ese país.
func pointed(ws []word, i int) bool {
	return i > 0 && ws[i-1].hint.has(hintPoints) && ws[i-1].mark == 0
}

// otherIn returns the one area that the clause of word i names, zero if it names none
// or several.
func (c *claimReader) otherIn(s *sentence, i int) lac.Area {
	start, end := clause(s.words, i, i+1)
	found := lac.Area(0)
	for k := start; k < end; k++ {
		for _, code := range s.words[k].codes() {
			if s.words[k].hint.has(hintOurs) || s.words[k].hint.has(hintNation) && !pointed(s.words, k) {
				continue
			}
			a := c.area(code)
			if a == 0 || found != 0 && a != found {
				return 0
			}
			found = a
		}
	}
	return found
}

// namedBefore reports whether the word for a country at i is one that was named before:
// the country, el país, and not another country, in the country.
func namedBefore(ws []word, i int) bool {
	if ws[i].han {
		return true // 该国
	}
	k := i - 1
	if k < 0 || ws[k].mark != 0 || !isArticle(ws[k]) && !ws[k].cue.has(cueDet|cueOf) || ws[k].cue.has(cueEach) || ws[k].hint.has(hintOne|hintAt) || ws[k].cue.has(cueIn) {
		return false
	}
	if k > 0 && ws[k-1].mark == 0 && (ws[k-1].hint.has(hintAt) || ws[k-1].cue.has(cueIn)) && !ws[k-1].cue.has(cueOf) {
		return false
	}
	return i+1 == len(ws) || ws[i+1].mark != 0 || !ws[i+1].blank()
}
