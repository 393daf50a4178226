package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
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

// enrolled maps the word at i for joining or leaving, of the Belt and Road, to the signature
// or the end of an agreement on it: "Panama joined the Belt and Road in 2017". Each word of
// the clause must be understood.
func (c *claimReader) enrolled(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form = lac.FormEvent
	road := slices.ContainsFunc(ws[start:end], func(w word) bool { return w.party == beltAndRoad })
	all := c.countries(ws[start:end])
	all = slices.DeleteFunc(all, func(a lac.Area) bool { return a == lac.China })
	if !road || s.asks() || claimed(found, start, end) || len(all) != 1 {
		return d, false
	}
	c.setPeriod(s, &d)
	if p := d.Period; p.First().IsZero() || p.Last().IsZero() || p.First().Year() != p.Last().Year() || c.calendar.date.IsZero() || p.First().After(c.calendar.date) {
		d.miss("the time at which it was")
	}
	for k := start; k < end && len(d.Missing) == 0; k++ {
		w := ws[k]
		switch {
		case w.hint.has(hintDeny|hintIf|hintReported) && !w.hint.has(hintPronoun), (w.cue.has(cueNot|cueForecast|cueDuty) || w.cue.has(cueFuture) && k < i) && w.party == "" && k != i && !w.used:
			d.miss("a statement of what was done: %q", s.text[w.Start:w.End])
		case w.mark == ',' || w.mark == '"' || w.mark == '-' || w.mark == '(' || w.mark == ')', k == i, w.used, w.party != "", w.cue.has(cuePledge), w.sense.has(senseFormal | senseDone | sensePartner), w.trait.has(traitJoin | traitLeave):
		case w.cue.has(cueDet | cueStop | cueFact | cueIn | cueOf | cueMember | cueAnd | cueRegion | cueSuper | cueFirst | cueTo), w.hint.has(hintNow | hintPlain | hintTo | hintWorld | hintPronoun | hintManner), isArticle(w), w.figure != nil && w.figure.Kind == figure.KindOrdinal:
		default:
			d.miss("what %q says of it", s.text[w.Start:w.End])
		}
	}
	d.Measure = lac.Measure{Subject: lac.SubjectAgreement, Sector: initiative, Reporter: lac.China, Partner: all[0]}
	if ws[i].trait.has(traitLeave) {
		d.Measure.Sector = initiativeLeft
	}
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
