package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
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
		if j == i+1 && w.text != "" && (w.text == "more" || w.text == "other" || w.text == "further" || w.text == "additional" || w.text == "new") && j+1 < len(ws) && ws[j+1].mark == 0 && !ws[j+1].cue.has(cueStop) {
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
		plural := isPlural(w)
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
	return strings.HasSuffix(w.text, "n") || strings.HasSuffix(w.text, "nes") || strings.HasSuffix(w.text, "ão") || strings.HasSuffix(w.text, "ões")
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
	if p.end-i <= 2 && p.head >= 0 && ws[p.head].topic == 0 && !ws[p.head].cue.has(cueMember|cuePlural) {
		return counted{start: i, end: i + 1, head: -1} // a classifier alone
	}
	return p
}

// isPlural reports whether a word looks like the plural of a noun.
func isPlural(w word) bool {
	if w.cue.has(cuePlural | cueMember) {
		return true
	}
	t := w.text
	if strings.HasSuffix(t, "men") && len(t) > 4 {
		return true
	}
	if t == "" {
		return w.topic != 0 || w.party != ""
	}
	return len(t) > 3 && strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") && !strings.HasSuffix(t, "us") && !strings.HasSuffix(t, "is") && (w.party == "" || w.upper && strings.HasSuffix(t, "ns"))
}

// unit returns the unit in which the phrase's noun is counted.
func (p counted) unit(s *sentence) lac.Unit {
	if p.head < 0 {
		return UnitNumber
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
	case topicProject, topicInfrastructure:
		return lac.UnitProjects
	}
	for k := p.head - 1; k > p.start && k >= p.head-3; k-- {
		if s.words[k].topic == topicTraining {
			return lac.UnitPlaces
		}
	}
	switch {
	case w.cue.has(cueMember) && memberUnit(w) == lac.UnitCountries:
		return lac.UnitCountries
	case w.cue.has(cuePlural) || w.party != "" || strings.HasSuffix(w.text, "ers") || strings.HasSuffix(w.text, "ists") || w.cue.has(cueOffice):
		return lac.UnitPeople
	}
	if u := lac.Unit(w.text); u.IsValid() && len(u) > 3 {
		return u
	}
	return UnitNumber
}

// figureClaim returns the claim that the figure of word i makes, false if it
// makes none. before are the claims of the sentence so far.
func figureClaim(s *sentence, i int, before []draft, above context) (draft, bool) {
	ws := s.words
	f := ws[i].figure
	d := draft{from: i, to: i + 1}
	d.Stated = f.Stated
	if f.Kind == KindOrdinal || f.Role != RoleFigure {
		return d, false
	}
	unit := f.Stated.Value.Unit()
	_, money := unit.Currency()
	switch {
	case f.Stated.Value.IsReported() && durations[unit]:
		return d, false
	case unit == lac.UnitTimes:
		return multipleClaim(s, d)
	case unit == lac.UnitPercent || unit == lac.UnitPoints:
		return percentClaim(s, d, before)
	case isFraction(f):
		d.Stated.Value = percentOf(f)
		return percentClaim(s, d, before)
	case money:
		return amountClaim(s, d)
	case f.Kind == KindQuantity:
		return amountClaim(s, d)
	}
	return countClaim(s, d, before, above)
}

// isFraction reports whether a figure is a part of a whole, such as "half" or
// "two thirds": a number below one in words.
func isFraction(f *Figure) bool {
	if f.Kind != KindNumber {
		return false
	}
	if f.Denominator != 0 {
		return true
	}
	v := f.Stated.Value
	return v.IsReported() && v.Sign() > 0 && v.Amount().LessThan(decimal.NewFromInt(1)) && f.Stated.Digits == 0
}

// percentOf returns a fraction in percent, to two places.
func percentOf(f *Figure) lac.Quantity {
	hundred := decimal.NewFromInt(100)
	p := f.Stated.Value.Amount().Mul(hundred)
	if f.Denominator != 0 {
		p = decimal.NewFromInt(f.Numerator).Mul(hundred).DivRound(decimal.NewFromInt(f.Denominator), 2)
	}
	q, err := lac.NewQuantity(p.Round(2), lac.UnitPercent)
	if err != nil {
		return f.Stated.Value
	}
	return q
}

// multipleClaim reads "doubled", "three times the sum", "twice as many". Three
// times may also be three occasions: then nothing is compared.
func multipleClaim(s *sentence, d draft) (draft, bool) {
	ws := s.words
	i := d.from
	text := strings.ToLower(ws[i].text)
	occasion := strings.HasSuffix(text, "times") || strings.HasSuffix(text, "veces") || strings.HasSuffix(text, "vezes")
	if has(ws, i+1, cueTimes) {
		i++
		d.to++
		occasion = !ws[i].han // 两倍 is no occasion
	}
	if occasion && !has(ws, i+1, cueRefer|cueMore|cueOf) && !(i+1 < len(ws) && ws[i+1].text == "than") && !governed(ws, i, cueUp|cueDown) {
		return d, false
	}
	d.Form = lac.FormMultiple
	if !strings.ContainsAny(text, "0123456789") {
		d.Stated.Digits = 0 // 两倍 is a word, as double is
	}
	for k := i + 1; k < len(ws) && k < i+4 && ws[k].mark == 0 && ws[k].figure == nil && !ws[k].used; k++ {
		if ws[k].cue.has(cueMore) || k > i+1 && !ws[k].cue.has(cueStop) {
			d.to = k + 1
		}
		if !ws[k].cue.has(cueRefer | cueMore) {
			break
		}
	}
	d.Forecast = moodOf(ws, i, i+1) == moodForecast
	return d, true
}

// governed reports whether a word with one of the cues stands just before the
// figure at i: "rose by", "growth of", "up".
func governed(ws []word, i int, c cue) bool {
	by := i > 0 && ws[i-1].text == "by" // "increased its operations by"
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		w := ws[j]
		switch {
		case w.cue.has(c) && !w.used:
			return true
		case w.used || w.mark == ',' && has(ws, j+1, cueBy):
		case w.mark != 0 || w.figure != nil:
			return false
		case w.cue.has(cueTo) && !w.cue.has(cueBy|cueAnd) && w.text != "":
			return false
		case w.cue.has(cueFact|cueShare|cueFuture|cuePledge) && !w.cue.has(cueIn):
			return false
		case w.topic != 0 || w.cue.has(cueIn|cueOf|cueBy|cueStop|cueDet|cueEach) || strings.HasSuffix(w.text, "ly") || strings.HasSuffix(w.text, "ing") || w.party != "":
		case by || j == i-1 || w.text == "average" || w.text == "rate" || w.text == "rates" || w.text == "annual" || w.text == "another":
		default:
			return false
		}
	}
	return false
}

// grown reports whether the words after a figure say that it is a difference:
// "more", "faster", "a rise".
func grown(ws []word, i int) (int, bool) {
	for j := i; j < len(ws) && j < i+4; j++ {
		w := ws[j]
		if w.mark != 0 || w.figure != nil {
			return 0, false
		}
		if w.cue.has(cueMore) && j == i && !w.cue.has(cueStop) || w.text == "more" && j == i || w.cue.has(cueGrowth) || w.cue.has(cueMore) && j == i && w.cue.has(cueThan) {
			return j + 1, true
		}
		if w.cue.has(cueStop|cueOf) && !w.used {
			return 0, false
		}
	}
	return 0, false
}

// percentClaim tells changes, shares and coverages apart.
func percentClaim(s *sentence, d draft, before []draft) (draft, bool) {
	ws := s.words
	i := d.from
	if d.Stated.Value.IsReported() && d.Stated.Value.Unit() == lac.UnitPoints {
		d.Form = lac.FormChange
		if end, ok := grown(ws, i+1); ok {
			d.to = end
		}
		return d, true
	}
	mood := moodOf(ws, i, i+1)
	d.Forecast = mood == moodForecast
	end, more := grown(ws, i+1)
	of := has(ws, i+1, cueOf)
	switch {
	case governed(ws, i, cueUp|cueDown|cueGrowth):
		d.Form = lac.FormChange
		d.from = verbBefore(ws, i)
	case more:
		d.Form = lac.FormChange
		d.to = end
	case nearRate(ws, i) && !of:
		d.Form = lac.FormLevel
	case of || shareBefore(ws, i):
		d.Form = lac.FormShare
		if of {
			d.to = complement(ws, i+1)
		}
		if !shareBefore(ws, i) && serves(ws, i, d.to) {
			d.Form = lac.FormCoverage
			d.Over = lac.AllMembers
		}
	case yearly(ws, i+1):
		d.Form = lac.FormChange
		d.to = i + 2
	default:
		d.Form = lac.FormShare
		for k := len(before) - 1; k >= 0; k-- {
			if b := before[k]; b.Stated.Value.Unit() == lac.UnitPercent && b.from < i {
				d.Form = b.Form
				return d, true
			}
		}
		if serves(ws, i, d.to) {
			d.Form, d.Over = lac.FormCoverage, lac.AllMembers
		}
	}
	return d, true
}

// verbBefore returns the word at which the span of a change begins: its verb,
// if that stands right before the figure.
func verbBefore(ws []word, i int) int {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if ws[j].cue.has(cueUp|cueDown) && !ws[j].used {
			return j
		}
		if ws[j].mark != 0 || ws[j].used {
			break
		}
	}
	return i
}

// complement returns the end of "of the approved resources".
func complement(ws []word, i int) int {
	j := i + 1
	for j < len(ws) && j < i+5 && ws[j].mark == 0 && ws[j].figure == nil && !ws[j].used {
		if ws[j].cue.has(cueStop) && !ws[j].cue.has(cueDet) && !isArticle(ws[j]) {
			break
		}
		j++
	}
	if j == i+1 {
		return i
	}
	return j
}

func nearRate(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if ws[j].mark != 0 || ws[j].figure != nil {
			break
		}
		if ws[j].cue.has(cueRate) {
			return true
		}
	}
	for j := i + 1; j < len(ws) && j <= i+2; j++ {
		if ws[j].mark != 0 || ws[j].cue.has(cueOf|cueStop) {
			break
		}
		if ws[j].cue.has(cueRate) {
			return true
		}
	}
	return false
}

func shareBefore(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		w := ws[j]
		if w.mark == ';' || w.mark == '.' {
			return false
		}
		if w.cue.has(cueShare) {
			return true
		}
		if w.cue.has(cueUp|cueDown|cueGrowth) && !w.cue.has(cueMore) {
			return false
		}
	}
	return has(ws, i+1, cueShare)
}

// serves reports whether a part of a set is reached or served: a coverage.
func serves(ws []word, from, to int) bool {
	for j := from - 1; j >= 0 && j >= from-10 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		if ws[j].cue.has(cueServe) {
			return true
		}
	}
	for j := from + 1; j < len(ws) && j < to+8 && ws[j].mark == 0; j++ {
		if ws[j].cue.has(cueServe) {
			return true
		}
	}
	return false
}

func yearly(ws []word, i int) bool { return has(ws, i, cueEach) }

// amountClaim reads an amount of money or a quantity.
func amountClaim(s *sentence, d draft) (draft, bool) {
	ws := s.words
	i := d.from
	d.Form = lac.FormLevel
	if end, ok := grown(ws, i+1); ok && has(ws, i+1, cueMore) && !ws[i+1].cue.has(cueUp|cueDown) {
		d.Form, d.to = lac.FormChange, end
		return d, true
	}
	if has(ws, i-1, cueBy) && governed(ws, i-1, cueUp|cueDown) || has(ws, i-1, cueOf) && has(ws, i-2, cueGrowth) {
		d.Form = lac.FormChange
		return d, true
	}
	switch moodOf(ws, i, i+1) {
	case moodPledge:
		d.Form = lac.FormPledge
	case moodForecast:
		d.Forecast = true
	}
	d.PerYear = has(ws, i+1, cueEach)
	return d, true
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
	case has(ws, i-1, cueNumberless):
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
	} else if unit, ok := elliptic(ws, i, before, above); ok {
		d.Stated.Value = inUnit(v, unit)
		if has(ws, i+1, cueMore) && !next.cue.has(cueUp|cueDown) {
			d.to = i + 2
		}
		// In a list such as "Thailand 18, Myanmar 14" the name is part of it.
		if i > 0 && ws[i-1].party != "" && !ws[i-1].used && (i == 1 || ws[i-2].mark != 0 || has(ws, i-2, cueAnd)) {
			d.from = i - 1
		}
		if _, money := unit.Currency(); money {
			d.Form = lac.FormLevel
		} else if i > 1 && has(ws, i-1, cueOf) && ws[i-2].text == "population" {
			d.Stated.Value = inUnit(v, lac.UnitPeople)
		}
	} else {
		return d, false
	}
	if d.Form == "" {
		d.Form = lac.FormCount
	}
	switch moodOf(ws, i, d.to) {
	case moodPledge:
		d.Form = lac.FormPledge
	case moodForecast:
		d.Forecast = true
	}
	d.PerYear = has(ws, d.to, cueEach)
	return d, true
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
		unit = UnitNumber
	}
	after := i + 1
	ended := after >= len(ws) || ws[after].mark != 0 || ws[after].used || ws[after].cue.has(cueStop|cueIn|cueMore|cueAnd)
	switch {
	case large:
		return unit, true
	case !ended:
		return unit, false
	case earlier && i > 0:
		p := ws[i-1]
		return unit, p.party != "" || p.cue.has(cueTo|cueFact|cueFrom|cueAnd|cueServe|cueUp|cueDown) || has(ws, after, cueMore)
	case i > 0 && ws[i-1].cue.has(cueFact) && above.unit != "":
		return unit, true
	}
	return unit, has(ws, after, cueMore) && ws[after].text == "more"
}

// earlierUnit returns the unit of the nearest claim before word i that a number
// without a noun may take up.
func earlierUnit(i int, large, huge bool, before []draft, above context) (unit lac.Unit, earlier bool) {
	unit = UnitNumber
	if huge && above.money != "" {
		unit = above.money // billions of what was spoken of before: money
	}
	for k := len(before) - 1; k >= 0; k-- {
		b := before[k]
		if b.from >= i {
			continue
		}
		u := b.Stated.Value.Unit()
		_, money := u.Currency()
		if huge && !money {
			continue
		}
		if money && large || !money && (b.Form == lac.FormCount || b.Form == lac.FormPledge) {
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
	if !w.cue.has(cueDet|cueRefer) && w.text != "them" && w.text != "which" && w.text != "whom" {
		return 0, "", false
	}
	if p := nounPhrase(s, i+2); p.head >= 0 {
		return p.end, p.unit(s), true
	}
	unit, earlier := earlierUnit(i, false, false, before, above)
	return i + 3, unit, earlier && !w.cue.has(cueRefer)
}
