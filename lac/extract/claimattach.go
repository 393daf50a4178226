package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// clause returns the words around [from,to) up to a full stop or semicolon.
func clause(ws []word, from, to int) (start, end int) {
	for start = from; start > 0 && ws[start-1].mark != ';' && ws[start-1].mark != '.'; start-- {
	}
	for end = to; end < len(ws) && ws[end].mark != ';' && ws[end].mark != '.'; end++ {
	}
	return start, end
}

func hasCue(ws []word, c cue) bool {
	for _, w := range ws {
		if w.cue.has(c) {
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
		if w.sense.has(senseTakeUp) {
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

// sinceThen reports whether a period of years goes on to the date of the text.
func (c *claimReader) sinceThen(p lac.Period) bool {
	return !c.calendar.date.IsZero() && p.Last() == c.calendar.date && p.First().Year() < c.calendar.date.Year()
}
