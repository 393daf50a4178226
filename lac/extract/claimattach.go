package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// attach gives each claim of a sentence its time, its parties and its subject,
// from the words near it or else from the sentence before.
// For package check it adds those that rest on no figure.
func (c *claimReader) attach(s *sentence, found []draft) []draft {
	all := parties(s.words)
	for i := range found {
		d := &found[i]
		c.setPeriod(s, d)
		c.setParties(s, d, all)
		c.setSubject(s, d)
		if c.checked {
			d.Gist = gist(s, d.from, d.to)
		}
		if d.Form == lac.FormRank {
			c.setContest(s, d)
		}
	}
	c.rememberPair(all)
	c.inherit(s, found)
	joinStreaks(found)
	if c.checked {
		distinguish(s, found)
	}
	c.before.here = false
	mapped, books := lac.Measure{}, c.booksOf(s.words)
	for i := range found {
		c.rest, c.all = found[i+1:], found
		c.setMeasure(s, &found[i])
		if m := found[i].Measure; m.Subject == lac.SubjectTrade && len(found[i].Missing) == 0 {
			// Brazil, Mexico and Peru publish their imports FOB, and records of them
			// are CIF: such a figure is not that of the books that the records have.
			if books == lac.China || m.Flow == lac.Export {
				found[i].Books = books
			}
			c.before.measure, c.before.here, mapped = m, true, m
		}
	}
	if c.checked {
		more := c.further(s, found)
		for i := range more {
			d := &more[i]
			d.Start, d.End = s.words[d.from].Start, s.words[d.to-1].End
			c.setParties(s, d, all)
			d.Gist = gist(s, d.from, d.to)
			if d.Measure.Subject == lac.SubjectTrade && d.Measure.Commodity == 0 {
				mapped = d.Measure
			}
		}
		found = append(found, more...)
	}
	going := c.before.measure
	c.remember(s, found, all)
	if c.before.measure = mapped; len(found) == 0 && !s.paragraph {
		c.before.measure = going
	}
	return found
}

// clause returns the words around [from,to) up to a full stop or semicolon.
func clause(ws []word, from, to int) (start, end int) {
	for start = from; start > 0 && ws[start-1].mark != ';' && ws[start-1].mark != '.'; start-- {
	}
	for end = to; end < len(ws) && ws[end].mark != ';' && ws[end].mark != '.'; end++ {
	}
	return start, end
}

// setPeriod chooses the time that stands nearest to the claim in its clause:
// right after it, else before it, else after it.
func (c *claimReader) setPeriod(s *sentence, d *draft) {
	start, end := clause(s.words, d.from, d.to)
	score := func(m timeMention) int {
		distance := 0
		switch {
		case m.from >= d.to:
			distance = 2*crossed(s.words, d.to, m.from) + 2*commas(s.words[d.to:m.from])
			if distance == 0 && m.from-d.to > 4 {
				distance = 1
			}
			if d.Form != lac.FormMultiple && hasCue(s.words[d.to:m.from], cuePledge) {
				distance += 2 // 200 doses promised in 2021
			}
		case m.to <= d.from:
			distance = 1 + 2*crossed(s.words, m.to, d.from)
		}
		if m.from < start {
			distance += 20
		}
		return distance
	}
	compares := d.Form == lac.FormChange || d.Form == lac.FormMultiple
	earlier := lac.Period{} // so long before the time that the clause begins with
	best, bestScore := -1, 0
	base, baseScore := -1, 0
	now := false
	for k, m := range s.times {
		now = now || m.role == timeNow
		if m.period.IsZero() && m.years == 0 && m.role != timeBaseline {
			continue
		}
		if m.from >= end || m.role == timeBy && m.from < start {
			continue // of another clause
		}
		n := score(m)
		compared := m.role == timeBaseline || m.same || m.ago && compares && !(m.years == 1 && !s.words[m.to-1].cue.has(cueAgo))
		if d.Form == lac.FormMultiple && m.from >= d.to && n < 2 && hasCue(s.words[d.from:min(d.to+2, len(s.words))], cueRefer) {
			compared = true // three times the sum offered in 2012
		}
		if d.Form == lac.FormChange && m.from >= d.to && m.role == timeAt && m.from-d.to <= 4 && exceeds(s.words, d.from, d.to) {
			compared = true // surpassing by 2.3 percent the shipments of 2019
		}
		if compared && !compares && m.from == d.to && begins(s.words, d.from, nil) {
			compared = false // from 14 percent a year earlier
		}
		if !compares && m.ago && m.from >= d.to && m.from <= d.to+2 && best >= 0 && s.words[max(d.from-1, 0)].hint.has(hintCompared) && s.words[max(d.from-1, 0)].mark == 0 {
			// ante US$ 22,6 bilhões um ano antes
			if at := s.times[best]; at.role == timeAt && at.to <= d.from && !at.period.First().IsZero() {
				d.other, earlier = true, at.period.AddYears(-m.years)
				continue
			}
		}
		if compared && !compares && m.role == timeBaseline && !m.same && onlyMarks(s.words, m.to, d.from) {
			compared, d.other = false, true // ..., against the year before, of 764.2 million
			n = -1
		}
		if compared {
			if base < 0 || n < baseScore {
				base, baseScore = k, n
			}
			continue
		}
		if m.period.IsZero() && m.years == 0 {
			continue
		}
		if m.role == timeThrough && n < 10 {
			n = -1 // in 2017, through November
		}
		if best < 0 || n < bestScore {
			best, bestScore = k, n
		}
	}
	d.now = now && best < 0
	span := false
	if best >= 0 {
		m := s.times[best]
		d.Period = m.period
		switch {
		case m.role == timeThrough:
			d.Period = until(m.period)
		case compares && !m.base.IsZero():
			d.Baseline = m.base
		case m.years != 0 && !m.ago:
			direction := -1
			if d.Form == lac.FormPledge || d.Forecast {
				direction = +1
			}
			d.Period = c.calendar.spanOf(m.years, direction)
		case compares && !d.PerYear && (m.role == timeSince || m.span && (m.from < d.from || has(s.words, m.from-1, cueFrom))):
			span = true
			d.Baseline = lac.Year(m.period.First().Year())
			if m.role == timeAt {
				d.Period = lac.Year(m.period.Last().Year())
			}
		}
	}
	if base >= 0 && baseScore < 20 && (compares || begins(s.words, d.from, nil) && best >= 0 && bestScore > 0) {
		m := s.times[base]
		at := d.Period
		if at.IsZero() && !d.now {
			at = c.before.period
		}
		whole := !at.IsZero() && !at.First().IsZero() && !at.Last().IsZero()
		switch {
		case m.ago && compares && whole: // so many years before the time of the claim
			d.Baseline = at.AddYears(-m.years)
		case (m.same || m.period.IsYear() && !at.IsYear()) && whole && !m.period.First().IsZero() && at.First().Year() == at.Last().Year():
			d.Baseline = at.AddYears(m.period.First().Year() - at.First().Year())
		case m.same && whole:
		default:
			d.Baseline = m.period
		}
	}
	d.span = span
	if !earlier.IsZero() {
		d.Period, d.Baseline = earlier, lac.Period{}
	}
}

// begins reports whether the figure at i is that from which something went to
// the next one: "from 14 million", "de 13 millones a". Where the word for from is
// also that for of, the next figure tells.
func begins(ws []word, i int, next []draft) bool {
	if !has(ws, i-1, cueFrom) {
		return false
	}
	if !ws[i-1].cue.has(cueOf) {
		return true
	}
	return len(next) > 0 && next[0].from-i < 12 && next[0].from > i && toward(ws[max(i+1, next[0].from-6):next[0].from])
}

// toward reports whether words have one for to.
func toward(ws []word) bool {
	for _, w := range ws {
		if w.cue.has(cueTo) || w.hint.has(hintTo) {
			return true
		}
	}
	return false
}

// exceeds reports whether a verb of words [from,to), or right before them, says
// that something is surpassed by so much.
func exceeds(ws []word, from, to int) bool {
	for k := max(from-3, 0); k < to; k++ {
		if ws[k].hint.has(hintExceed) {
			return true
		}
	}
	return false
}

// onlyMarks reports whether nothing but marks and small words stands between.
func onlyMarks(ws []word, from, to int) bool {
	if from > to {
		return false
	}
	marks := 0
	for _, w := range ws[from:to] {
		switch {
		case w.mark != 0:
			marks++
		case !w.cue.has(cueOf | cueStop):
			return false
		}
	}
	return marks > 0
}

func hasCue(ws []word, c cue) bool {
	for _, w := range ws {
		if w.cue.has(c) {
			return true
		}
	}
	return false
}

// commas returns the number of commas among words.
func commas(ws []word) int {
	n := 0
	for _, w := range ws {
		if w.mark == ',' {
			n++
		}
	}
	return n
}

// crossed returns how much stands between a time and a claim: figures and marks.
func crossed(ws []word, from, to int) int {
	n := 0
	for _, w := range ws[from:to] {
		switch {
		case w.figure != nil && w.figure.Kind != figure.KindOrdinal:
			n += 2
		case w.mark == ';' || w.mark == '.':
			n += 4
		case w.mark != 0 && w.mark != '"' || w.cue.has(cueAnd) && w.mark == 0:
			n++
		}
	}
	return n
}

// inherit gives times to claims without one: a change takes that of the level
// beside it, and where nothing is said, comparisons are with the year before.
func (c *claimReader) inherit(s *sentence, found []draft) {
	for i := range found {
		d := &found[i]
		// From what something went is told of the time that is compared with.
		if begins(s.words, d.from, found[i+1:]) && !d.Baseline.IsZero() && d.Form != lac.FormMultiple {
			d.Period, d.Baseline = d.Baseline, lac.Period{}
		}
		switch d.Form {
		case lac.FormCount, lac.FormCoverage, lac.FormPledge, lac.FormEvent:
		default:
			if d.Period.IsZero() && !d.now {
				d.Period = c.before.period
			}
		}
		// "Between 1991 and 2020 it grew from A to B": each end has its year.
		if i+1 < len(found) && begins(s.words, d.from, found[i+1:]) && hasCue(s.words[max(found[i+1].from-6, d.to):found[i+1].from], cueTo) {
			if next := &found[i+1]; d.Period == next.Period && !d.Period.First().IsZero() && d.Period.First().Year() < d.Period.Last().Year() {
				d.Period, next.Period = lac.Year(d.Period.First().Year()), lac.Year(d.Period.Last().Year())
			}
		}
		if d.Form == lac.FormChange && d.Baseline.IsZero() && !d.Period.IsZero() && !d.Period.First().IsZero() && !d.Period.Last().IsZero() && !d.PerYear {
			if d.Baseline = d.Period.AddYears(-1); monthly(s.words, d) && d.Period.First().Month() == d.Period.Last().Month() {
				before := d.Period.First().AddDays(-1)
				d.Baseline = lac.Month(before.Year(), before.Month())
			}
		}
	}
}

// monthly reports whether the words around a change say that it is from the month
// before.
func monthly(ws []word, d *draft) bool {
	for k := max(d.from-4, 0); k < len(ws) && k < d.to+4; k++ {
		if ws[k].hint.has(hintMonthly) {
			return true
		}
	}
	return false
}

// distinguish gives claims of the same clause headings of their own: their words.
func distinguish(s *sentence, found []draft) {
	shared := map[string]int{}
	for i := range found {
		shared[found[i].Gist]++
	}
	for i := range found {
		if d := &found[i]; shared[d.Gist] > 1 {
			d.Gist = sentenceCase(shorten(strings.Join(strings.Fields(s.text[d.Start:d.End]), " "), maxGist))
		}
	}
}

// joinStreaks gives a streak the place that the same sentence says was held.
func joinStreaks(found []draft) {
	for i := range found {
		if found[i].Form != lac.FormStreak {
			continue
		}
		for j := range found {
			if r := &found[j]; r.Form == lac.FormRank {
				d := &found[i]
				d.contest, d.of, d.topic, d.Subject = r.contest, r.of, r.topic, r.Subject
				d.Place = r.n
				if d.Period.IsZero() {
					d.Period = r.Period
				}
				break
			}
		}
	}
}

func (c *claimReader) setParties(s *sentence, d *draft, all []string) {
	start, end := clause(s.words, d.from, d.to)
	d.Parties = parties(s.words[start:end])
	if len(d.Parties) == 0 {
		d.Parties = all
	}
	if len(d.Parties) == 0 {
		d.Parties = c.before.parties
	}
}

// setSubject names what the claim is about: the noun that is counted, or the
// nearest word that names a topic.
func (c *claimReader) setSubject(s *sentence, d *draft) {
	ws := s.words
	start, end := clause(ws, d.from, d.to)
	if d.Form == lac.FormCoverage {
		// What is in every member of the set stands before it, or else after it.
		d.topic = nearestTopic(ws, d.from, d.from, start, d.from)
		low, high := max(start, d.from-6), d.from
		if d.topic == 0 {
			d.topic = nearestTopic(ws, d.to, d.to, d.to, end)
			low, high = d.to, min(end, d.to+8)
		}
		for k := high - 1; k >= low && d.kind == ""; k-- {
			d.kind = projectKinds[ws[k].topic]
		}
	}
	if d.topic == 0 || d.topic == topicInfrastructure {
		d.topic = nearestTopic(ws, d.from, d.to, start, end)
	}
	if d.topic == 0 && takesUp(ws[start:d.from]) {
		d.topic = c.before.topic
	}
	for k := d.from; k < d.to; k++ {
		if kind := projectKinds[ws[k].topic]; kind != "" {
			d.kind = kind
		}
	}
	switch d.Form {
	case lac.FormCount, lac.FormPledge, lac.FormCoverage, lac.FormRank, lac.FormEvent:
		from := d.from
		if ws[from].figure != nil && ws[from].figure.Kind != figure.KindOrdinal && from+1 < d.to {
			from++
		}
		d.Subject = strings.Join(strings.Fields(s.text[ws[from].Start:ws[d.to-1].End]), " ")
	default:
		d.Subject = c.subjectBefore(s, d, start)
	}
}

var projectKinds = map[topic]lac.ProjectKind{
	topicInfrastructure: lac.Infrastructure, topicCapacity: lac.ProductionCapacity, topicLivelihood: lac.Livelihood,
}

// takesUp reports whether words go on with what the sentence before was about:
// "it reached", "the figure".
func takesUp(ws []word) bool {
	for _, w := range ws {
		switch w.text {
		case "it", "figure", "total", "volume", "amount", "cifra", "valor":
			return true
		}
	}
	return false
}

// nearestTopic returns the topic of the word nearest to [from,to), those before
// it first.
func nearestTopic(ws []word, from, to, start, end int) topic {
	for k := from; k < to; k++ {
		if t := ws[k].topic; t != 0 {
			return t
		}
	}
	for k := to; k < end && k < to+3 && has(ws, to, cueIn|cueOf|cueCost) && ws[k].mark == 0; k++ {
		if t := ws[k].topic; t != 0 { // $5 billion in loans
			return t
		}
	}
	for k := from - 1; k >= start; k-- {
		if t := ws[k].topic; t != 0 {
			return t
		}
	}
	for k := to; k < end; k++ {
		if t := ws[k].topic; t != 0 {
			return t
		}
	}
	return 0
}

// maxSubject bounds a subject in words.
const maxSubject = 8

// subjectBefore returns the words before a claim, from the topic they name.
func (c *claimReader) subjectBefore(s *sentence, d *draft, start int) string {
	ws := s.words
	for k := d.from - 1; k >= start && k >= d.from-maxScope; k-- {
		if ws[k].topic == 0 {
			continue
		}
		from, to := k, k+1
		for from > start && k-from < 3 && ws[from-1].mark == 0 && !ws[from-1].cue.has(cueStop) && ws[from-1].figure == nil {
			from--
		}
		for to < d.from && to-from < maxSubject && ws[to].mark == 0 && !ws[to].cue.has(cueFact|cueUp|cueDown) && ws[to].figure == nil && !ws[to].used {
			to++
		}
		return strings.Join(strings.Fields(s.text[ws[from].Start:ws[to-1].End]), " ")
	}
	return c.before.subject
}

// remember keeps what the next sentence may leave unsaid.
func (c *claimReader) remember(s *sentence, found []draft, all []string) {
	if s.paragraph {
		c.before = context{parties: c.before.parties, topic: c.before.topic, money: c.before.money}
	}
	if len(all) > 0 {
		c.before.parties = all
	}
	if t := nearestTopic(s.words, 0, 0, 0, len(s.words)); t != 0 {
		c.before.topic = t
	}
	for _, d := range found {
		if _, money := d.Stated.Value.Unit().Currency(); money {
			c.before.money = d.Stated.Value.Unit()
		}
		if d.Subject != "" {
			c.before.subject = d.Subject
		}
		if !d.Period.IsZero() && d.Form != lac.FormEvent && d.Form != lac.FormPledge && d.Form != lac.FormCount && !d.Forecast && !d.other {
			c.before.period = d.Period
		}
		if d.Form == lac.FormCount || d.Form == lac.FormPledge {
			if u := d.Stated.Value.Unit(); u != figure.UnitNumber && u != "" {
				c.before.unit = u
			}
		}
	}
}
