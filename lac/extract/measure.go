package extract

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// sides are the two areas that a claim is between.
type sides struct{ reporter, partner lac.Area }

// area returns the area that a party's code names, zero for organisations and
// groups that package lac does not know.
func (c *claimReader) area(code string) lac.Area { return c.areas[code] }

// known reports whether both are.
func (p sides) known() bool { return p.reporter != 0 && p.partner != 0 }

// sidesOf returns China and the other area among parties, or the first two. What
// is not among them is taken from the text so far, unless they have an
// organisation that may be meant instead. Several areas beside China are two sides
// only if all are of Latin America and the Caribbean: then the first stands.
func (c *claimReader) sidesOf(codes []string) sides {
	var others []lac.Area
	china, organisation := false, false
	for _, code := range codes {
		switch a := c.area(code); a {
		case 0:
			organisation = true
		case lac.China:
			china = true
		default:
			others = append(others, a)
		}
	}
	regional := func(a lac.Area) bool { return lac.LatinAmericaCaribbean.Contains(a, c.calendar.date) }
	switch {
	case china && len(others) > 1 && slices.ContainsFunc(others, func(a lac.Area) bool { return !regional(a) }):
		return sides{}
	case china && len(others) > 0:
		return sides{lac.China, others[0]}
	case !china && len(others) == 2 && !(regional(others[0]) && regional(others[1])):
		return sides{others[0], others[1]}
	case organisation:
		return sides{}
	case china && c.pair.reporter == lac.China:
		return c.pair
	case !china && len(others) == 1 && c.pair.known():
		return sides{c.pair.reporter, others[0]}
	case len(others) == 0 && !china:
		return c.pair
	}
	return sides{}
}

// rememberPair keeps the two sides that a text is about: the first that one of
// its sentences names together with China.
func (c *claimReader) rememberPair(codes []string) {
	if c.pair.known() {
		return
	}
	china, other := false, lac.Area(0)
	for _, code := range codes {
		switch a := c.area(code); {
		case a == lac.China:
			china = true
		case other == 0:
			other = a
		}
	}
	if china && other != 0 {
		c.pair = sides{lac.China, other}
	}
}

// setMeasure maps a claim to a measure of package lac, as far as it has one for
// what the claim is about, and otherwise says what is missing.
func (c *claimReader) setMeasure(s *sentence, d *draft) {
	miss := func(format string, args ...any) { d.Missing = append(d.Missing, fmt.Sprintf(format, args...)) }
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
	p := c.sidesOf(d.Parties)
	d.Measure = lac.Measure{Reporter: p.reporter, Partner: p.partner}
	m := &d.Measure
	unit := d.Stated.Value.Unit()
	_, money := unit.Currency()
	subject := subjects[d.topic]
	switch d.Form {
	case lac.FormLevel, lac.FormChange, lac.FormMultiple:
		switch {
		case c.speaksOfTrade(s, d) && (d.Form != lac.FormLevel || money || weights[unit]) && (!d.PerYear || c.checked && averages(s, d)):
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
		case subject == lac.SubjectFDIStock || subject == lac.SubjectFDIFlow:
			c.measureInvestment(s, d)
			p = sides{d.Measure.Reporter, d.Measure.Partner}
		default:
			miss("a subject that package lac knows: %q", d.Subject)
		}
		if d.Form != lac.FormLevel && d.Baseline.IsZero() {
			miss("the time that is compared with")
		}
	case lac.FormShare:
		d.Measure = lac.Measure{}
		if !c.checked {
			miss("a measure for a share")
			break
		}
		if c.measureShare(s, d); len(d.Missing) > 0 {
			d.Measure, d.Of = lac.Measure{}, lac.Measure{}
		}
		return
	case lac.FormRank, lac.FormStreak:
		if d.Form == lac.FormStreak && !d.contest && c.checked && c.trend(s, d) {
			return
		}
		if !d.contest {
			miss("a place among trading partners: %q", d.Subject)
			break
		}
		if limited(s.words, d) {
			miss("a place among all partners, in all goods")
			break
		}
		m.Subject, m.Flow = lac.SubjectTrade, lac.Turnover
		m.Reporter, m.Partner = d.of.reporter, d.of.partner
		if !d.of.known() {
			miss("whose partner holds the place")
		}
	case lac.FormCount:
		m.Subject, m.Kind = subject, d.kind
		if subject == lac.SubjectTies {
			start, end := clause(s.words, d.from, d.to)
			a, b, ok := c.tied(s, start, end)
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
		if start, _ := clause(s.words, d.from, d.to); slices.ContainsFunc(s.words[start:d.from], func(w word) bool { return w.sense.has(senseAsk) }) {
			miss("a statement of what is: somebody asks for it")
		}
		if (subject == lac.SubjectProjects || subject == lac.SubjectJobs) && d.Period.IsZero() && !c.before.period.IsZero() && len(s.words) <= maxBare && len(parties(s.words)) == 0 {
			miss("of which time it is") // Foram 29 projetos: of the time spoken of before
		}
		if want := countUnits[subject]; want == "" || unit != want && d.Stated.Vague == "" {
			miss("a subject that package lac knows: %q", d.Subject)
		}
	case lac.FormCoverage:
		m.Subject, m.Kind = subject, d.kind
		if subject != lac.SubjectProjects || unit != lac.UnitCountries && d.Stated.Value != lac.QuantityOf(100, lac.UnitPercent) {
			miss("a subject that package lac knows: %q", d.Subject)
		}
	case lac.FormPledge:
		m.Subject, m.Kind = subject, d.kind
		if subject == "" {
			miss("a subject that package lac knows: %q", d.Subject)
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

// subjects are the subjects of package lac.
var subjects = map[topic]lac.Subject{
	topicTrade: lac.SubjectTrade, topicExport: lac.SubjectTrade, topicImport: lac.SubjectTrade,
	topicProject: lac.SubjectProjects, topicInfrastructure: lac.SubjectProjects, topicCapacity: lac.SubjectProjects, topicLivelihood: lac.SubjectProjects,
	topicJob: lac.SubjectJobs, topicScholarship: lac.SubjectScholarships, topicTraining: lac.SubjectTraining,
	topicMeasure: lac.SubjectMeasures, topicTies: lac.SubjectTies, topicStock: lac.SubjectFDIStock, topicInvestment: lac.SubjectFDIFlow,
}

// countUnits are the units of what is counted.
var countUnits = map[lac.Subject]lac.Unit{
	lac.SubjectProjects: lac.UnitProjects, lac.SubjectJobs: lac.UnitJobs,
	lac.SubjectScholarships: lac.UnitScholarships, lac.SubjectTraining: lac.UnitPlaces, lac.SubjectTies: lac.UnitCountries,
}

// maxBare is the number of words up to which a sentence with a count says nothing else.
const maxBare = 6

// averages reports whether the sentence of a claim speaks of an average.
func averages(s *sentence, d *draft) bool {
	start, end := clause(s.words, d.from, d.to)
	return slices.ContainsFunc(s.words[start:end], func(w word) bool { return w.sense.has(senseAverage) })
}

// limited reports whether a place is one among the partners of a region alone, as
// in "China's largest trading partner in Latin America", or in some goods.
func limited(ws []word, d *draft) bool {
	start, end := clause(ws, d.from, d.to)
	for k := max(start, d.from-6); k < min(end, d.to+5); k++ {
		w := ws[k]
		if w.hint.has(hintNarrow) {
			return true
		}
		in := w.cue.has(cueIn) && !w.cue.has(cueOf) || w.hint.has(hintAt)
		if in && w.mark == 0 && !w.used && (k >= d.to || w.han) && k+1 < end && (ws[k+1].party != "" || ws[k+1].cue.has(cueRegion) || ws[k+1].cue.has(cueDet) && k+2 < end && (ws[k+2].party != "" || ws[k+2].cue.has(cueRegion))) {
			return true
		}
	}
	return false
}

// speaksOfTrade reports whether a claim is about trade, or goes on with one that is.
func (c *claimReader) speaksOfTrade(s *sentence, d *draft) bool {
	switch subjects[d.topic] {
	case lac.SubjectTrade:
		return true
	case "":
		start, end := clause(s.words, d.from, d.to)
		balance, trade := false, false
		for k := start; k < end; k++ {
			balance = balance || s.words[k].hint.has(hintBalance)
			trade = trade || subjects[s.words[k].topic] == lac.SubjectTrade
		}
		return balance && (trade || c.before.measure.Subject == lac.SubjectTrade && !s.paragraph) || d.topic == topicNone && !trade && c.before.measure.Subject == lac.SubjectTrade
	}
	return false
}

// setContest finds who holds a place, and whose partner it is: "China ...
// Africa's top trading partner". It stays unknown where the words do not say.
func (c *claimReader) setContest(s *sentence, d *draft) {
	ws := s.words
	var owner lac.Area
	k := d.from - 1
	for k >= 0 && ws[k].cue.has(cueDet) && !ws[k].cue.has(cuePossess) && !pronoun(ws[k]) {
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
	case k >= 0 && pronoun(ws[k]):
		owner = c.pair.partner
	case k >= 0 && ws[k].han && k == d.from-1 && ws[k].party != "" && ws[k].pair == "" && !has(ws, k-1, cueIn): // 秘鲁最大贸易伙伴
		owner = c.area(ws[k].party)
	default:
		for n := d.to; n < len(ws) && n < d.to+4 && ws[n].mark == 0; n++ {
			if a := c.area(ws[n].party); a != 0 && has(ws, d.to, cueOf) {
				owner = a
			} else if region(n) && has(ws, d.to, cueOf) {
				owner = c.pair.partner
			}
			if owner != 0 {
				break
			}
		}
	}
	if owner == 0 {
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

// holder returns the one area other than the owner of a place that words [from,to)
// name, zero if there is none. Of two, that which overtook the other holds the place;
// false if the words do not say which of several does.
func (c *claimReader) holder(ws []word, from, to int, owner lac.Area) (lac.Area, bool) {
	holder, overtook := lac.Area(0), false
	for n := from; n < to; n++ {
		w := ws[n]
		switch a := c.area(w.party); {
		case w.sense.has(senseOvertake) && holder != 0 && !has(ws, n-1, cueFact|cueNot): // not: was surpassed by
			overtook = true
		case a == 0 || a == owner || a == holder || w.han && has(ws, n-1, cueIn) || !w.han && means(ws, n-1, hintAt):
		case holder == 0:
			holder = a
		case !overtook:
			return 0, false
		}
	}
	return holder, true
}

// pronoun reports whether a word stands for a possessor: its, their.
func pronoun(w word) bool { return w.sense.has(sensePossessor) }
