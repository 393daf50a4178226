package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// beltAndRoad is the code of the initiative among parties, and initiative the sector of
// agreements on it.
const (
	beltAndRoad = "BRI"
	initiative  = "belt-and-road"
	// initiativeLeft is that of an end of such an agreement.
	initiativeLeft = initiative + "-exit"
)

// unitAgreements counts agreements.
const unitAgreements = lac.Unit("agreements")

// ofAgreements reports whether what a claim counts are agreements, or the countries that
// have signed one on the Belt and Road.
func (c *claimReader) ofAgreements(s *sentence, d *draft) bool {
	if !s.senses.has(senseAgreement) || !s.senses.has(senseSigned) {
		return false
	}
	counts := slices.ContainsFunc(s.words[d.at+1:d.to], func(w word) bool { return w.sense.has(senseAgreement) })
	if counts || !countsCountries(s, d) {
		return counts
	}
	start, end := clause(s.words, d.from, d.to)
	return slices.ContainsFunc(s.words[start:end], func(w word) bool { return w.party == beltAndRoad })
}

// countsCountries reports whether a claim counts countries.
func countsCountries(s *sentence, d *draft) bool {
	return d.Stated.Value.Unit() == lac.UnitCountries || hasCue(s.words[d.at+1:d.to], cueMember)
}

// measureAgreements maps a number of agreements signed by China and another country, or of
// the countries of a region that have signed one on the Belt and Road. Each word before the
// number must be understood.
func (c *claimReader) measureAgreements(s *sentence, d *draft) {
	start, end := clause(s.words, d.from, d.to)
	m := lac.Measure{Subject: lac.SubjectAgreement}
	a, b, road, ok := c.signatories(s, start, end, d)
	unit := unitAgreements
	switch countries := countsCountries(s, d); {
	case !ok:
		d.miss("a statement of who has signed what")
		return
	case countries && (!road || b.IsCountry()):
		d.miss("the region whose countries have signed")
		return
	case countries:
		unit, m.Sector = lac.UnitCountries, initiative
	case !b.IsCountry():
		d.miss("the two sides")
		return
	case road:
		m.Sector = initiative
	}
	if d.Form != lac.FormCount || !d.Period.First().IsZero() && (d.Period.Last().IsZero() || d.Period.Last().After(c.calendar.date)) {
		d.miss("the time in which they were signed")
		return
	}
	m.Reporter, m.Partner = a, b
	d.Measure, d.Stated.Value = m, inUnit(d.Stated.Value, unit)
}

// signed maps the word for an agreement at i to its signature by two sides: "In May 2018
// China and Trinidad and Tobago signed a memorandum on the Belt and Road". What the
// agreement is on must be known, for two sides sign many.
func (c *claimReader) signed(s *sentence, i int, found []draft) (draft, bool) {
	start, end := clause(s.words, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form = lac.FormEvent
	a, b, road, ok := c.signatories(s, start, end, &d)
	if !ok || !road || !b.IsCountry() || slices.ContainsFunc(found, func(o draft) bool { return o.from >= start && o.from < end }) {
		return d, false
	}
	c.setPeriod(s, &d)
	if p := d.Period; p.First().IsZero() || p.Last().IsZero() || p.First().Year() != p.Last().Year() || p.Last().After(c.calendar.date) {
		return d, false
	}
	d.Measure = lac.Measure{Subject: lac.SubjectAgreement, Sector: initiative, Reporter: a, Partner: b}
	return d, true
}

// signatories returns China and the other side of which the words in [from,to) say that
// they signed something, and whether it is on the Belt and Road; false if a word is not
// understood.
func (c *claimReader) signatories(s *sentence, from, to int, d *draft) (a, b lac.Area, road, ok bool) {
	ws := s.words
	signed, both := false, false
	take := func(x lac.Area) bool {
		switch {
		case x == 0 || a != 0 && b != 0 && x != a && x != b:
			return false
		case a == 0 || a == x:
			a = x
		default:
			b = x
		}
		return true
	}
	for k := from; k < to; k++ {
		w := ws[k]
		switch {
		case w.mark == ',' || w.mark == '"' || k >= d.from && k < d.to && w.party == "":
		case w.mark != 0 || w.hint.has(hintDeny|hintIf|hintReported) || w.cue.has(cueNot|cueFuture|cueForecast|cueDuty|cuePledge|cueBody) && !w.used && w.party == "" || w.cue.has(cueSay) && k < d.from:
			return 0, 0, false, false
		case w.sense.has(senseSigned):
			if signed = !says(ws, k-1, senseGoalTo) && !bare(ws, k); !signed {
				return 0, 0, false, false
			}
		case w.party == beltAndRoad:
			road = true
		case w.place != "" && has(ws, k-1, cueIn): // where it was signed
		case w.party != "":
			for _, code := range w.codes() {
				if !take(c.area(code)) {
					return 0, 0, false, false
				}
			}
		case w.cue.has(cueRegion) && c.pair.known() && !c.pair.partner.IsCountry():
			if !take(c.pair.partner) {
				return 0, 0, false, false
			}
		case w.hint.has(hintBilateral):
			both = true
		case w.used && w.figure == nil, w.sense.has(senseAgreement | sensePartner | senseDone | senseFormal), w.mark == 0 && k > d.to && !road && w.topic == 0:
		case w.cue.has(cueDet | cueStop | cueFact | cueIn | cueOf | cueMember | cueAnd | cueMeeting | cueHeld), w.hint.has(hintClassifier | hintNow | hintBetween | hintPlain | hintTo), isArticle(w):
		default:
			return 0, 0, false, false
		}
	}
	if both && a == 0 && c.pair.known() {
		a, b = c.pair.reporter, c.pair.partner
	}
	if b == lac.China {
		a, b = b, a
	}
	return a, b, road, signed && a == lac.China && b != 0 && !s.asks()
}
