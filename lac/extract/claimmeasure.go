package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// setMeasure maps a claim to a measure of package lac, as far as it has one for
// what the claim is about, and otherwise says what is missing.
func (c *claimReader) setMeasure(s *sentence, d *draft) {
	miss := func(format string, args ...any) { d.Missing = append(d.Missing, fmt.Sprintf(format, args...)) }
	unknown := func() {
		if what := unrecorded[d.topic]; what != "" {
			miss("a record of it: no record family has %s", what)
			return
		}
		if of := subjectOf(s, d); of != "" {
			miss("a subject that package lac knows: %q", of)
			return
		}
		miss("what is measured")
	}
	if d.fiscal {
		return
	}
	if d.Forecast {
		miss("a record: it is a forecast")
		return // and no measure
	}
	if d.earlier {
		miss("the time that it is of: another amount is compared with it")
		return
	}
	if f := s.words[d.at].figure; f != nil && f.Doubt != "" {
		miss("what its figure means: %s", f.Doubt)
		return // 451,591 millions are 451 or 451,591
	}
	if f := s.words[d.at].figure; f != nil && money(d.Stated.Value.Unit()) && d.Stated.Digits == 0 && strings.ContainsAny(d.Stated.Text, "$€£¥") && !strings.ContainsAny(d.Stated.Text, "0123456789") {
		miss("an amount: it is a unit")
		return // US$ million, as the heading of a table has it
	}
	p := c.sidesOf(d.Parties)
	if p.partner.IsCountry() && c.ofSomeRegion(s, d) {
		p = sides{}
	}
	if start, end := clause(s.words, d.from, d.to); inRegion(s.words[start:end]) {
		if p = c.pair; !c.ofRegion() {
			p = sides{}
		}
	}
	d.Measure = lac.Measure{Reporter: p.reporter, Partner: p.partner}
	m := &d.Measure
	unit := d.Stated.Value.Unit()
	subject := subjects[d.topic]
	switch d.Form {
	case lac.FormLevel, lac.FormChange, lac.FormMultiple:
		switch {
		case c.speaksOfTrade(s, d) && (d.Form != lac.FormLevel || money(unit) || weights[unit]) && (!d.PerYear || c.checked && averages(s, d)):
			d.Measure = lac.Measure{}
			if d.Form == lac.FormChange && unit == lac.UnitPoints {
				c.measureShare(s, d)
			} else {
				c.measureTrade(s, d)
			}
			if (d.Form == lac.FormChange || d.Form == lac.FormMultiple) && d.Baseline.IsZero() {
				miss("the time that is compared with")
			}
			if len(d.Missing) > 0 {
				d.Measure = lac.Measure{}
			}
			return
		case finances[d.topic]:
			c.measureFinance(s, d)
			p = sides{d.Measure.Reporter, d.Measure.Partner}
		default:
			unknown()
		}
		if (d.Form == lac.FormChange || d.Form == lac.FormMultiple) && d.Baseline.IsZero() {
			miss("the time that is compared with")
		}
	case lac.FormShare:
		d.Measure = lac.Measure{}
		if !c.checked {
			miss("a measure for a share")
			break
		}
		if c.ofFinance(s, d) {
			c.measureFinance(s, d)
			return
		}
		if c.measureShare(s, d); len(d.Missing) > 0 {
			d.Measure, d.Of = lac.Measure{}, lac.Measure{}
		}
		return
	case lac.FormRank, lac.FormStreak:
		if d.Form == lac.FormStreak && d.contest == "" && c.checked && c.trend(s, d) {
			return
		}
		if d.contest == "" {
			miss("a place among trading partners: %q", d.Subject)
			break
		}
		if why := placeUnreal(s, d); why != "" {
			miss("a statement of what is: %q", why)
			break
		}
		if limited(s.words, d) {
			miss("a place among all partners, in all goods")
			break
		}
		if p := d.Period; p.First().IsZero() && !p.Last().IsZero() && d.Form == lac.FormRank {
			t := tradeReader{c: c, s: s, d: d}
			if t.beforeThen() {
				miss("the time: it is all time before %v", p.Last())
				break
			}
			d.Period = lac.Year(p.Last().Year()) // by 2012
		}
		m.Subject, m.Flow = lac.SubjectTrade, d.contest
		m.Reporter, m.Partner = d.of.reporter, d.of.partner
		if !d.of.known() {
			miss("whose partner holds the place")
		}
	case lac.FormCount:
		if c.checked && c.ofAgreements(s, d) {
			d.Measure = lac.Measure{}
			c.measureAgreements(s, d)
			return
		}
		if subject == lac.SubjectLoans && unit == unitLoans {
			c.measureFinance(s, d)
			p = sides{m.Reporter, m.Partner}
			break
		}
		m.Subject, m.Kind = subject, d.kind
		if subject == lac.SubjectTies {
			start, end := clause(s.words, d.from, d.to)
			a, b, ok := c.tied(s, start, end)
			if k := d.to; k < len(s.words) && s.words[k].han && s.words[k].mark == 0 && s.words[k].cue.has(cueIn|cueAmong) && slices.ContainsFunc(s.words[k:min(k+4, len(s.words))], func(w word) bool { return w.figure != nil }) {
				miss("how many of them: it is the number of all") // 33个成员国中的24个
			}
			if m.Reporter, m.Partner = a, b; !ok || b.IsCountry() {
				miss("who has relations with whom")
				break
			}
			p = sides{a, b}
			if unit == figure.UnitNumber && hasCue(s.words[d.from:d.to], cueMember) {
				unit = lac.UnitCountries
				d.Stated.Value = inUnit(d.Stated.Value, unit)
			}
		}
		start, _ := clause(s.words, d.from, d.to)
		if subject == lac.SubjectJobs && slices.ContainsFunc(s.words[start:d.from], func(w word) bool { return flowTopic[w.topic] }) {
			miss("the jobs of projects: they are those of trade")
		}
		if slices.ContainsFunc(s.words[start:d.from], func(w word) bool { return w.sense.has(senseAsk) }) {
			miss("a statement of what is: somebody asks for it")
		}
		if (subject == lac.SubjectProjects || subject == lac.SubjectJobs) && d.Period.IsZero() && !c.before.period.IsZero() && (len(s.words) <= maxBare || !c.before.period.First().IsZero() && c.before.period.First().Year() < c.before.period.Last().Year()) && len(parties(s.words)) == 0 {
			miss("of which time it is") // Foram 29 projetos: of the time spoken of before
		}
		if w := narrowedBy(s, d); w != nil && (subject == lac.SubjectScholarships || subject == lac.SubjectTraining) {
			miss("all of them: %q", s.text[w.Start:w.End])
		}
		if (subject == lac.SubjectScholarships || subject == lac.SubjectTraining) && d.Period.IsZero() && ongoing(s, d) {
			miss("whether it is what was given so far, or what is offered")
		}
		if want := countUnits[subject]; want == "" || unit != want && d.Stated.Vague == "" {
			unknown()
		}
	case lac.FormCoverage:
		if start, end := clause(s.words, d.from, d.to); c.checked && d.Whole.IsReported() && unit == lac.UnitCountries && slices.ContainsFunc(s.words[start:end], func(w word) bool { return w.topic == topicTies }) {
			a, b, ok := c.tied(s, start, end)
			if m.Subject, m.Reporter, m.Partner = lac.SubjectTies, a, b; !ok || b.IsCountry() {
				miss("who has relations with whom")
			}
			p, d.Form = sides{a, b}, lac.FormCount // of 33 members, 24 have them
			break
		}
		m.Subject, m.Kind = subject, d.kind
		if subject != lac.SubjectProjects || unit != lac.UnitCountries && d.Stated.Value != lac.QuantityOf(100, lac.UnitPercent) {
			unknown()
		}
	case lac.FormPledge:
		m.Subject, m.Kind = subject, d.kind
		if subject == "" || finances[d.topic] {
			unknown()
		}
		d.promised = countUnits[subject] != "" && unit == countUnits[subject] && promisedBefore(s, d)
	case lac.FormEvent:
		m.Subject = lac.SubjectMeeting
	default:
		miss("a measure for a %s", d.Form)
	}
	if !p.known() && d.Form != lac.FormRank && d.Form != lac.FormStreak {
		miss("the two sides")
	}
	if len(d.Missing) > 0 {
		d.Measure = lac.Measure{}
	}
}

// ofSomeRegion reports whether the clause of a claim is of "the region" and names none.
func (c *claimReader) ofSomeRegion(s *sentence, d *draft) bool {
	start, end := clause(s.words, d.from, d.to)
	region := false
	for _, w := range s.words[start:end] {
		if a := c.area(w.party); a != 0 && a != lac.China {
			return false
		}
		region = region || w.cue.has(cueRegion) && w.party == "" && w.mark == 0
	}
	return region
}

// subjectOf returns the words for what a claim is about; where those beside the figure are
// none, the one of the clause that names something.
func subjectOf(s *sentence, d *draft) string {
	if d.Subject != "" {
		return d.Subject
	}
	start, end := clause(s.words, d.from, d.to)
	for _, w := range s.words[start:end] {
		if w.topic != 0 && w.mark == 0 {
			return s.text[w.Start:w.End]
		}
	}
	return ""
}

// placeUnreal returns the word before a place among partners that says that it is not, or
// not yet, held: may become, is no longer. It is empty if there is none.
func placeUnreal(s *sentence, d *draft) string {
	start, _ := clause(s.words, d.from, d.to)
	ws := s.words[start:d.to]
	for k, w := range ws {
		if w.mark == 0 && !w.upper && (w.hint.has(hintDeny|hintReported) || w.hint.has(hintIf) && (!w.hint.has(hintPronoun) || k == 0 || ws[k-1].mark != 0) || w.cue.has(cueForecast|cueFuture|cueNot|cueDuty) && !w.cue.has(cueFact)) {
			return s.text[w.Start:w.End]
		}
	}
	return ""
}

// ongoing reports whether the verb before a count says what is given now or each year, and
// not what was given: China ofrece 25 becas.
func ongoing(s *sentence, d *draft) bool {
	ws := s.words
	start, _ := clause(ws, d.from, d.to)
	for k := start; k < d.from; k++ {
		if w := ws[k]; w.mark == 0 && !w.used && (w.cue.has(cueEach) && !w.cue.has(cueDet|cueStop) || w.han && w.hint.has(hintPart)) {
			return true
		}
	}
	if ws[d.at].han || d.to > d.at+1 && ws[d.at+1].han {
		return !slices.ContainsFunc(ws[start:d.from], func(w word) bool { return w.sense.has(senseDone) || w.hint.has(hintNow) })
	}
	for k := d.from - 1; k >= start; k-- {
		w := ws[k]
		if w.mark != 0 || !w.cue.has(cueFact|cuePledge) {
			continue
		}
		if w.cue.has(cueStop) {
			return w.sense.has(senseIsNow) // is offering; has given
		}
		return w.cue.has(cuePledge) && !endsIn(w.text, s.lang.Participles) && !endsIn(w.text, s.lang.Pasts)
	}
	return true
}

// narrowedBy returns the word right behind what a claim counts that makes it a part of that,
// by a word such as "of" and one that is not known: becas de posgrado. It is nil if there is
// none.
func narrowedBy(s *sentence, d *draft) *word {
	ws := s.words
	if k := d.to; k+1 < len(ws) && ws[k].mark == 0 && !ws[k].used && (has(ws, k, cueOf) || means(ws, k, hintTo) || has(ws, k, cueIn)) && ws[k+1].blank() && ws[k+1].mark == 0 && !ws[k+1].upper {
		return &ws[k+1]
	}
	return nil
}

// setContest finds who holds a place, and whose partner it is: "China ...
// Africa's top trading partner". It stays unknown where the words do not say.
func (c *claimReader) setContest(s *sentence, d *draft) {
	ws := s.words
	var owner lac.Area
	k := d.from - 1
	for k >= 0 && ws[k].cue.has(cueDet) && !ws[k].cue.has(cuePossess) && !pronoun(ws[k]) && !ws[k].hint.has(hintOurs) {
		k--
	}
	region := func(i int) bool { return has(ws, i, cueRegion) }
	switch {
	case region(k) && ws[k].han:
		owner = c.pair.partner
	case has(ws, k, cuePossess) && k > 0:
		k--
		if owner = c.area(ws[k].party); owner == 0 {
			owner = c.pair.partner // the region's
		}
	case k >= 0 && ws[k].hint.has(hintOurs):
		owner = c.area(ws[k].party)
	case k >= 0 && pronoun(ws[k]):
		owner = c.pair.partner
	case k >= 0 && ws[k].han && k == d.from-1 && ws[k].party != "" && ws[k].pair == "" && !has(ws, k-1, cueIn): // 秘鲁最大贸易伙伴
		owner = c.area(ws[k].party)
	default:
		of := has(ws, d.to, cueOf) || tradeBehind(ws, d.to) > 0
		for n := d.to; n < len(ws) && n < max(d.to, tradeBehind(ws, d.to))+4 && ws[n].mark == 0; n++ {
			if a := c.area(ws[n].party); a != 0 && of {
				owner = a
			} else if region(n) && of {
				owner = c.pair.partner
			}
			if owner != 0 {
				break
			}
		}
	}
	for n := d.at; n < d.to && owner == 0; n++ {
		if has(ws, n+1, cuePossess) {
			owner = c.area(ws[n].party) // among Peru's trading partners
		}
	}
	if owner == 0 || owner == lac.World {
		return
	}
	start, end := clause(ws, d.from, d.to)
	holder, ok := c.holder(ws, start, k, owner)
	if holder == 0 && ok {
		holder, ok = c.holder(ws, d.to, end, owner)
	}
	if !ok {
		return
	}
	if holder == 0 && owner == c.pair.partner {
		holder = c.pair.reporter
	}
	d.of = sides{owner, holder}
}
