package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

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

// ofRegion reports whether the text is about a region that "the region" may stand for, and
// not about a country or a few of them.
func (c *claimReader) ofRegion() bool {
	a := c.pair.partner
	return a != 0 && !a.IsCountry() && (!a.IsBloc() || a == lac.CELAC || a == lac.CARICOM)
}

// inRegion reports whether words speak of the region without a name for it or for another
// side.
func inRegion(ws []word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return w.cue.has(cueRegion) && w.mark == 0 && w.party == "" }) && len(parties(ws)) == 0
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

// subjects are the subjects of package lac.
var subjects = map[topic]lac.Subject{
	topicTrade: lac.SubjectTrade, topicExport: lac.SubjectTrade, topicImport: lac.SubjectTrade,
	topicProject: lac.SubjectProjects, topicInfrastructure: lac.SubjectProjects, topicCapacity: lac.SubjectProjects, topicLivelihood: lac.SubjectProjects,
	topicJob: lac.SubjectJobs, topicScholarship: lac.SubjectScholarships, topicTraining: lac.SubjectTraining,
	topicMeasure: lac.SubjectMeasures, topicTies: lac.SubjectTies, topicStock: lac.SubjectFDIStock, topicInvestment: lac.SubjectFDIFlow,
	topicLoan: lac.SubjectLoans,
}

// unitLoans counts loans.
const unitLoans lac.Unit = "loans"

// countUnits are the units of what is counted.
var countUnits = map[lac.Subject]lac.Unit{
	lac.SubjectProjects: lac.UnitProjects, lac.SubjectJobs: lac.UnitJobs,
	lac.SubjectScholarships: lac.UnitScholarships, lac.SubjectTraining: lac.UnitPlaces, lac.SubjectTies: lac.UnitCountries, lac.SubjectLoans: unitLoans,
}

// maxBare is the number of words up to which a sentence with a count says nothing else.
const maxBare = 6

// averages reports whether the sentence of a claim speaks of an average.
func averages(s *sentence, d *draft) bool {
	start, end := clause(s.words, d.from, d.to)
	return slices.ContainsFunc(s.words[start:end], func(w word) bool { return w.sense.has(senseAverage) })
}

// withChina reports whether words speak of what one country has with another, China
// among the two: o superávit do Brasil com a China.
func withChina(c *claimReader, ws []word) bool {
	all := parties(ws)
	if len(all) != 2 || c.area(all[0]) == 0 || c.area(all[1]) == 0 || c.area(all[0]) != lac.China && c.area(all[1]) != lac.China {
		return false
	}
	return slices.ContainsFunc(ws, func(w word) bool { return w.sense.has(sensePartner) && w.mark == 0 })
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
		return balance && (trade || withChina(c, s.words[start:end]) || c.before.measure.Subject == lac.SubjectTrade && (!s.paragraph || c.before.here)) || d.topic == topicNone && !trade && c.before.measure.Subject == lac.SubjectTrade
	}
	return false
}

// holder returns the one area other than the owner of a place that words [from,to)
// name, zero if there is none. Of two, that which overtook the other holds the place;
// false if the words do not say which of several does.
func (c *claimReader) holder(ws []word, from, to int, owner lac.Area) (lac.Area, bool) {
	holder, overtook := lac.Area(0), false
	for n := from; n < to; n++ {
		w := ws[n]
		switch a := c.area(w.party); {
		case w.sense.has(senseOvertake) && n+1 < len(ws) && ws[n+1].hint.has(hintBy) && !ws[n+1].hint.has(hintTo) && !isArticle(ws[n+1]) && !w.han:
			return 0, false // displaced by
		case w.sense.has(senseOvertake) && holder != 0 && (!has(ws, n-1, cueFact|cueNot) || (means(ws, n-1, hintHad) || says(ws, n-1, senseHave)) && !has(ws, n-2, cueNot)): // not: was surpassed by
			overtook = true
		case a == 0 || a == owner || a == holder || w.han && has(ws, n-1, cueIn) || !w.han && means(ws, n-1, hintAt) || nextTo(ws, n):
		case holder == 0:
			holder = a
		case !overtook:
			return 0, false
		}
	}
	return holder, true
}

// nextTo reports whether the words before the area at n say that it holds the place ahead:
// after the United States, por detrás de Estados Unidos, 仅次于美国.
func nextTo(ws []word, n int) bool {
	for n--; n > 0 && ws[n].mark == 0 && (isArticle(ws[n]) || has(ws, n, cueDet|cueOf)) && !bears(ws, n, traitBehind); n-- {
	}
	return bears(ws, n, traitBehind)
}

// pronoun reports whether a word stands for a possessor: its, their.
func pronoun(w word) bool { return w.sense.has(sensePossessor) }

// inUnit returns the same number in another unit; q itself if it is not reported
// or the unit is not valid.
func inUnit(q lac.Quantity, u lac.Unit) lac.Quantity {
	if !q.IsReported() {
		return q
	}
	if r, err := lac.NewQuantity(q.Amount(), u); err == nil {
		return r
	}
	return q
}

// memberUnit returns the unit in which members of a set are counted.
func memberUnit(w word) lac.Unit {
	if w.sense.has(senseUnit) {
		return lac.Unit(w.text)
	}
	return lac.UnitCountries
}

// money reports whether a unit is a currency.
func money(u lac.Unit) bool {
	_, is := u.Currency()
	return is
}
