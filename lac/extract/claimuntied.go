package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// untied returns the claim that two states have no diplomatic relations, by the word for
// those at i. Package lac has no form for it: it says what is missing.
func (c *claimReader) untied(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form = lac.FormTies
	not := slices.ContainsFunc(ws[start:i], func(w word) bool { return w.mark == 0 && (w.cue.has(cueNot) || w.trait.has(traitLacks)) })
	if !not || s.asks() || claimed(found, start, end) || len(c.countries(ws[start:end])) != 2 {
		return d, false
	}
	d.miss("a form of claim for relations that two states do not have")
	return d, true
}

// left returns the claim that a state left the Belt and Road, by the word for leaving at i,
// for which package lac has no form.
func (c *claimReader) left(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form = lac.FormEvent
	road := slices.ContainsFunc(ws[i:end], func(w word) bool { return w.party == beltAndRoad })
	if !road || s.asks() || claimed(found, start, end) || len(c.countries(ws[start:end])) != 1 || moodAbove(ws, i+1) != moodFact {
		return d, false
	}
	c.setPeriod(s, &d)
	d.miss("a form of claim for leaving what was signed")
	return d, true
}

// claimed reports whether a claim rests on words in [from,to).
func claimed(found []draft, from, to int) bool {
	return slices.ContainsFunc(found, func(d draft) bool { return d.from >= from && d.from < to })
}

// countries returns the countries that words name, each once.
func (c *claimReader) countries(ws []word) []lac.Area {
	var out []lac.Area
	for _, code := range parties(ws) {
		if a := c.area(code); a.IsCountry() && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}
