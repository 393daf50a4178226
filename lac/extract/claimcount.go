package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A counted is the words that a figure counts.
type counted struct {
	start int // the figure
	end   int // the word after it
	head  int // its noun, -1 if it has none
}

// nounPhrase returns the words after the figure at i that say what is counted.
func nounPhrase(s *sentence, i int) counted {
	ws := s.words
	p := counted{start: i, end: i + 1, head: -1}
	if i+1 < len(ws) && ws[i+1].han {
		return hanPhrase(ws, i)
	}
	for j := i + 1; j < len(ws) && j <= i+6; j++ {
		w := ws[j]
		if j == i+1 && w.sense.has(senseAnother) && w.text != "" && j+1 < len(ws) && ws[j+1].mark == 0 && !ws[j+1].cue.has(cueStop) {
			continue
		}
		if j == i+1 && s.headFirst && w.cue.has(cueOf) && scaled(ws[i]) {
			continue // un millón de empleos
		}
		if p.head >= 0 && s.headFirst {
			break
		}
		if w.cue.has(cueAnd) && w.mark == 0 && p.head < 0 && j > i+1 {
			continue // economic and trade zones
		}
		if w.cue.has(cueStop) && j+1 < len(ws) && ws[j+1].joined && ws[j+1].mark == 0 && p.head < 0 {
			continue // at-risk youths
		}
		if w.mark != 0 || w.figure != nil || w.used || w.cue.has(cueStop|cuePossess) && w.topic == 0 {
			break
		}
		plural := isPlural(w) && !w.cue.has(cueOther) // ten others
		if p.head >= 0 && !plural {
			break
		}
		if plural {
			p.head, p.end = j, j+1
		}
	}
	return p
}

// scaled reports whether a figure ends with a noun such as "millón", after which
// what is counted stands with "de".
func scaled(w word) bool {
	return endsIn(w.text, lexicon.ScaleEndings)
}

// hanPhrase returns the characters after a figure up to one that ends a noun
// phrase; the head is the last.
func hanPhrase(ws []word, i int) counted {
	p := counted{start: i, end: i + 1, head: -1}
	for j := i + 1; j < len(ws) && j < i+9; j++ {
		w := ws[j]
		if w.mark != 0 || w.figure != nil || w.used || !w.han || w.cue.has(cueStop|cueFact|cueSay) && w.topic == 0 {
			break
		}
		p.head, p.end = j, j+1
		if w.topic != 0 && !(j+1 < len(ws) && ws[j+1].topic != 0) {
			break
		}
	}
	if p.end-i <= 2 && means(ws, i+1, hintClassifier) && ws[i].n != 1 && (p.end >= len(ws) || ws[p.end].mark != 0 || has(ws, p.end, cueStop|cueFact)) {
		return counted{start: i, end: p.end, head: p.end - 1} // 29591家: what is counted stands before
	}
	if end := relative(ws, p.end); end > p.end && means(ws, i+1, hintClassifier) {
		return counted{start: i, end: end, head: end - 1}
	}
	if p.end-i <= 2 && p.head >= 0 && ws[p.head].topic == 0 && !ws[p.head].cue.has(cueMember|cuePlural) {
		return counted{start: i, end: i + 1, head: -1} // a classifier alone
	}
	return p
}

// relative returns the end of a Chinese noun that a clause before it describes, as
// in 面向非洲的培训班, where the clause goes on at i; i if there is none.
func relative(ws []word, i int) int {
	if i >= len(ws) || ws[i].mark != 0 || !ws[i].cue.has(cueStop) || ws[i].cue.has(cueFact|cueSay) {
		return i
	}
	of := -1
	for j := i; j < len(ws) && j < i+12 && ws[j].mark == 0 && ws[j].figure == nil; j++ {
		if ws[j].han && ws[j].cue.has(cueOf) {
			of = j
			break
		}
	}
	if of < 0 {
		return i
	}
	end := of + 1
	for end < len(ws) && end < of+18 && ws[end].mark == 0 && ws[end].figure == nil && !ws[end].used && (ws[end].cue.has(cueAnd) || !ws[end].cue.has(cueFact|cueSay)) {
		end++
	}
	if end == of+1 {
		return i
	}
	return end
}

// isPlural reports whether a word looks like the plural of a noun.
func isPlural(w word) bool {
	if w.cue.has(cuePlural | cueMember) {
		return true
	}
	t := w.text
	if endsIn(t, lexicon.MenEndings) && len(t) > 4 {
		return true
	}
	if t == "" {
		return w.topic != 0 || w.party != "" || w.sense.has(senseAgreement)
	}
	return len(t) > 3 && endsIn(t, lexicon.PluralEndings) && !endsIn(t, lexicon.SingularEndings) && (w.party == "" || w.upper && endsIn(t, lexicon.PeopleEndings))
}

// unit returns the unit in which the phrase's noun is counted.
func (p counted) unit(s *sentence) lac.Unit {
	if p.head < 0 {
		return figure.UnitNumber
	}
	w := s.words[p.head]
	switch w.topic {
	case topicJob:
		return lac.UnitJobs
	case topicScholarship:
		return lac.UnitScholarships
	case topicTraining:
		return lac.UnitPlaces
	case topicMeasure:
		return lac.UnitMeasures
	case topicLoan:
		return unitLoans
	case topicProject, topicInfrastructure:
		return lac.UnitProjects
	}
	for k := p.head - 1; k > p.start && k >= p.head-3; k-- {
		if s.words[k].topic == topicTraining {
			return lac.UnitPlaces
		}
	}
	switch {
	case w.cue.has(cueMember) && memberUnit(w) == lac.UnitCountries,
		w.party != "" && endsIn(s.text[w.Start:w.End], lexicon.LandEndings): // Arab states
		return lac.UnitCountries
	case w.cue.has(cuePlural) || w.party != "" || endsIn(w.text, lexicon.PersonEndings) || w.cue.has(cueOffice):
		return lac.UnitPeople
	}
	if u := lac.Unit(w.text); u.IsValid() && len(u) > 3 {
		return u
	}
	return figure.UnitNumber
}

// countClaim reads a number of things that can be counted, and leaves out the
// numbers that count nothing: in names, in set phrases, of parts of a speech.
func countClaim(s *sentence, d draft, before []draft, above context) (draft, bool) {
	ws := s.words
	i := d.from
	f := ws[i].figure
	np := nounPhrase(s, i)
	v := f.Stated.Value
	small := v.IsReported() && v.Amount().LessThanOrEqual(decimal.NewFromInt(10))
	digits := strings.ContainsAny(ws[i].text, "0123456789")
	hedged := f.Stated.Comparator != "" && f.Stated.Comparator != lac.Equal
	next := word{}
	if i+1 < len(ws) {
		next = ws[i+1]
	}
	switch {
	case !v.IsReported() && f.Stated.Vague == "":
		return d, false
	case next.joined && next.mark == 0 && !next.han && np.head != i+1:
		return d, false // two-way, a 10-point plan
	case has(ws, i-1, cueNumbered):
		return d, false // resolution 2758
	case i > 0 && ws[i-1].mark == 0 && ws[i].joined && !ws[i-1].han:
		return d, false // COVID-19
	case small && !digits && !hedged && has(ws, i-1, cueDet|cueThis|cuePossess|cueAll):
		return d, false // the two sides, these three
	case np.head >= 0 && ws[np.head].cue.has(cueAbstract) && !hedged && v.Amount().LessThanOrEqual(decimal.NewFromInt(30)):
		return d, false // five principles
	case v.IsReported() && v.Amount().Equal(decimal.NewFromInt(1)) && !hedged:
		return d, false
	case np.head >= 0 && v.Amount().Equal(decimal.NewFromInt(2)) && !digits && !hedged && ws[np.head].cue.has(cueMember) && np.head == i+1:
		return d, false // two countries: both sides
	case named(ws, i, np, digits):
		return d, false
	case np.head >= 0 && small && !digits && has(ws, np.end, cueSay|cueForecast) && !ws[np.end].cue.has(cueFact) && (ws[np.head].cue.has(cueOffice|cuePlural) || np.unit(s) == lac.UnitPeople || endsIn(ws[np.head].text, lexicon.PersonEndings)):
		return d, false // two analysts estimated
	case manyWords[f.Stated.Vague] && (np.head < 0 || countUnits[subjects[ws[np.head].topic]] == ""):
		return d, false // many countries
	}
	if end, unit, ok := partitive(s, i, before, above); ok {
		d.to = end
		d.Stated.Value = inUnit(v, unit)
	} else if np.head >= 0 {
		d.to = np.end
		d.Stated.Value = inUnit(v, np.unit(s))
		d.topic = ws[np.head].topic
	} else if k := hanNounBefore(ws, i); k >= 0 {
		d.Stated.Value, d.topic = inUnit(v, counted{start: k - 1, end: k + 1, head: k}.unit(s)), ws[k].topic
		if d.to < len(ws) && ws[d.to].hint.has(hintClassifier) {
			d.to++
		}
	} else if k := numberOf(ws, i); k >= 0 {
		p := counted{start: k - 1, end: k + 1, head: k}
		d.Stated.Value, d.topic = inUnit(v, p.unit(s)), ws[k].topic
	} else if unit, ok := elliptic(ws, i, before, above); ok {
		d.Stated.Value = inUnit(v, unit)
		if has(ws, i+1, cueMore|cueOther) && !next.cue.has(cueUp|cueDown) {
			d.to = i + 2
		}
		for d.from > 0 && (has(ws, d.from-1, cueOther) || d.from < i && isArticle(ws[d.from-1])) {
			d.from-- // a further
		}
		// In a list such as "Thailand 18, Myanmar 14" the name is part of it.
		if i > 0 && ws[i-1].party != "" && !ws[i-1].used && (i == 1 || ws[i-2].mark != 0 || has(ws, i-2, cueAnd)) {
			d.from = i - 1
		}
		if _, money := unit.Currency(); money || weights[unit] {
			d.Form = lac.FormLevel
		} else if i > 1 && has(ws, i-1, cueOf) && ws[i-2].sense.has(sensePopulace) {
			d.Stated.Value = inUnit(v, lac.UnitPeople)
		}
	} else {
		return d, false
	}
	if d.Form == "" {
		d.Form = lac.FormCount
	}
	if moreThanBefore(ws, d.to) {
		d.Form = lac.FormChange // five more than last year
		return d, true
	}
	switch moodOf(s, i, d.to) {
	case moodPledge:
		d.Form = lac.FormPledge
	case moodForecast:
		d.Forecast = true
	case moodFact:
		if d.Form == lac.FormCount && ahead(s, i) {
			d.Form = lac.FormPledge
		}
	}
	d.PerYear = has(ws, d.to, cueEach)
	return d, true
}

// numberOf returns the noun of which the figure at i is the number: "the number of
// projects rose to 32"; -1 if there is none.
func numberOf(ws []word, i int) int {
	next := i + 1
	if next < len(ws) && ws[next].mark == 0 && !ws[next].used && !ws[next].cue.has(cueStop|cueIn|cueAnd|cueMore) {
		return -1
	}
	for j := i - 1; j >= 0 && j >= i-14 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		if ws[j].figure != nil && ws[j].figure.Kind != figure.KindOrdinal && !ws[j].used {
			return -1
		}
		if ws[j].sense.has(senseNumberOf) {
			for k := j + 1; k < i && k < j+4 && ws[k].mark == 0; k++ {
				if isPlural(ws[k]) {
					return k
				}
			}
			return -1
		}
	}
	return -1
}

// manyWords say so little that they are a claim only of what package lac counts.
var manyWords = map[string]bool{"many": true, "several": true, "numerous": true, "few": true}

// named reports whether the number belongs to a name: Five Principles of
// Peaceful Coexistence, 18 Harbour Road.
func named(ws []word, i int, np counted, digits bool) bool {
	end := np.end
	if np.head < 0 {
		end = i + 2
	}
	if end > len(ws) || i+1 >= len(ws) || ws[i+1].mark != 0 || ws[i+1].used {
		return false
	}
	for _, w := range ws[i+1 : end] {
		if w.han || !w.upper || w.party != "" {
			return false
		}
	}
	if np.head < 0 {
		return true
	}
	return !digits && i > 0 || ws[np.head].cue.has(cueAbstract)
}

// elliptic reports whether a number without a noun counts what an earlier one
// does, and the unit: "from 90 projects to 126".
func elliptic(ws []word, i int, before []draft, above context) (lac.Unit, bool) {
	f := ws[i].figure
	large := f.Stated.Value.Amount().GreaterThanOrEqual(decimal.NewFromInt(1_000_000))
	huge := f.Stated.Value.Amount().GreaterThanOrEqual(decimal.NewFromInt(1_000_000_000))
	unit, earlier := earlierUnit(i, large, huge, before, above)
	if _, money := unit.Currency(); money && !large {
		unit = figure.UnitNumber
	}
	if large && unit == figure.UnitNumber && above.money != "" && ofTradeOrBalance(ws, i) {
		unit = above.money
	}
	after := i + 1
	ended := after >= len(ws) || ws[after].mark != 0 || ws[after].used || ws[after].cue.has(cueStop|cueIn|cueMore|cueAnd)
	switch {
	case large:
		return unit, true
	case furtherOnes(ws, i) && (earlier || above.unit != ""):
		return unit, true
	case !ended:
		return unit, false
	case earlier && i > 0:
		p := ws[i-1]
		return unit, p.party != "" || p.cue.has(cueTo|cueFact|cueFrom|cueAnd|cueServe|cueUp|cueDown) || has(ws, after, cueMore)
	case i > 0 && ws[i-1].cue.has(cueFact) && above.unit != "":
		return unit, true
	}
	return unit, has(ws, after, cueMore) && ws[after].sense.has(senseMoreThan)
}

// furtherOnes reports whether the number at i is of more of what was counted
// before: "another nine", "ten others", "a further 12".
func furtherOnes(ws []word, i int) bool {
	first, _, _ := strings.Cut(ws[i].text, " ")
	if first == "another" || has(ws, i-1, cueOther) && !has(ws, i-2, cueThan) {
		next := i + 1
		return next >= len(ws) || ws[next].mark != 0 || ws[next].used || ws[next].cue.has(cueStop|cueIn|cueFact|cueFuture) || ws[next].han
	}
	return has(ws, i+1, cueOther) && !(i+2 < len(ws) && isPlural(ws[i+2]) && !ws[i+2].cue.has(cueOther))
}

// earlierUnit returns the unit of the nearest claim before word i that a number
// without a noun may take up. It looks a few claims back, no further.
func earlierUnit(i int, large, huge bool, before []draft, above context) (unit lac.Unit, earlier bool) {
	unit = figure.UnitNumber
	if huge && above.money != "" {
		unit = above.money // billions of what was spoken of before: money
	}
	const reach = 16
	for k := len(before) - 1; k >= max(0, len(before)-reach); k-- {
		b := &before[k]
		if b.from >= i {
			continue
		}
		u := b.Stated.Value.Unit()
		_, money := u.Currency()
		if huge && !money && !weights[u] {
			continue
		}
		if money && large || large && weights[u] && b.Form == lac.FormLevel || !money && (b.Form == lac.FormCount || b.Form == lac.FormPledge) {
			unit, earlier = u, true
			break
		}
	}
	if !earlier && above.unit != "" && !huge {
		unit = above.unit
	}
	return unit, earlier
}

// partitive reads the set after a figure: "25 of those countries", "seven of
// them".
func partitive(s *sentence, i int, before []draft, above context) (end int, unit lac.Unit, ok bool) {
	ws := s.words
	if !has(ws, i+1, cueOf) || i+2 >= len(ws) || ws[i+1].used {
		return 0, "", false
	}
	w := ws[i+2]
	if !w.cue.has(cueDet|cueRefer) && !w.sense.has(senseThem) {
		return 0, "", false
	}
	if p := nounPhrase(s, i+2); p.head >= 0 {
		return p.end, p.unit(s), true
	}
	unit, earlier := earlierUnit(i, false, false, before, above)
	return i + 3, unit, earlier && !w.cue.has(cueRefer)
}
