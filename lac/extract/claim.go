package extract

import (
	"iter"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// Claims returns the claims of text in its order. What states nothing that a
// record could bear on is not among them: dates, numbers in names, durations,
// references.
//
// Text may come as people have it: see [figure.Find]. What a claim says is in the
// words of the text made readable; Start and End are places in text as it is.
//
// Time is linear in the length of the text.
func Claims(text string, o Options) []Claim {
	var out []Claim
	for c := range All(text, o) {
		out = append(room(out, len(text), c.Start), c)
	}
	return out
}

// room returns claims with room for one more, whose place is start of a text. What it adds
// is for as many as the rest of the text has if it goes on so, and for no more than three
// times as many as there are.
func room[T any](claims []T, text, start int) []T {
	n := len(claims)
	if n < cap(claims) {
		return claims
	}
	rest := n * (text - start) / (start + 1)
	return slices.Grow(claims, max(min(rest+rest/32, 3*n), n/4)+8)
}

// All returns the claims of [Claims] one after the other. It keeps none, and so
// needs little memory for a text of any length.
func All(text string, o Options) iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		read(text, o, &frameReader{}, func(found []draft) bool {
			for i := range found {
				if !yield(found[i].Claim) {
					return false
				}
			}
			return true
		})
	}
}

// read reads a text sentence by sentence and hands over what each claims; the
// slice is used again. It stops where take returns false. Headings are made where
// they are wanted; f follows who speaks.
func read(text string, o Options, f *frameReader, take func([]draft) bool) {
	lang := languageOf(text, o.Language)
	f.lang = lang
	r := newSentenceReader(text, lang)
	defer r.close()
	c := claimReader{calendar: calendar{date: o.Date}, areas: r.words.areas, byLetter: r.words.letters, checked: f.headings, seen: map[string]bool{}}
	for {
		s, ok := r.next()
		if !ok {
			return
		}
		c.calendar.before, c.calendar.told = c.before.period, c.before.period
		c.calendar.times(&s)
		c.calendar.keep(s.times)
		f.read(&s)
		c.voice = f.sides[f.voice]
		found := c.claims(&s)
		n := len(f.positions)
		f.attribute(&s, found)
		for i := range found {
			r.place(&found[i].Claim.Claim)
			found[i].Subject = r.keep(found[i].Subject)
		}
		for i := range f.positions[n:] {
			r.place(&f.positions[n+i])
		}
		if !take(found) {
			return
		}
	}
}

// claims returns the claims of s in order.
func (c *claimReader) claims(s *sentence) []draft {
	found := c.found[:0]
	c.pairUp(s.words)
	c.rememberPair(parties(s.words))
	c.standIns(s)
	take := func(d draft, ok bool) bool {
		if !ok {
			return false
		}
		for i := d.from; i < d.to; i++ {
			s.words[i].used = true
		}
		d.Start, d.End = s.words[d.from].Start, s.words[d.to-1].End
		found = append(found, d)
		return true
	}
	for i := range s.words {
		if s.words[i].used || s.words[i].mark != 0 {
			continue
		}
		// A claim without a figure begins with a word that can begin one.
		w := &s.words[i]
		placed := w.figure != nil && w.figure.Kind == figure.KindOrdinal
		switch {
		case s.cues.has(cueRow|cueRun) && !w.blank() && take(streak(s, i)):
		case placed && take(streakOfChange(s, i, c.before)):
		case (placed || w.cue.has(cueSuper|cueRank|cueNot) || w.sense.has(senseMoreThan) || w.hint.has(hintMost)) && take(rank(s, i, found)):
		case (w.figure != nil || w.cue.has(cueAll|cueOf)) && take(coverage(s, i)):
		case w.cue.has(cueMeeting) || endsIn(w.text, lexicon.MeetingEndings):
			take(meeting(s, i))
		}
	}
	mentions := found
	for i := range s.words {
		if w := &s.words[i]; w.figure != nil && !w.used {
			take(figureClaim(s, i, found[len(mentions):], c.before))
		}
	}
	slices.SortStableFunc(found, func(a, b draft) int { return a.Start - b.Start })
	found = c.attach(s, found)
	c.found = found
	return found
}

// attach gives each claim of a sentence its time, its parties and its subject,
// from the words near it or else from the sentence before.
// For package check it adds those that rest on no figure.
func (c *claimReader) attach(s *sentence, found []draft) []draft {
	all := parties(s.words)
	if len(s.times) > 0 {
		c.way = c.way.along(s.words)
	}
	for k := range s.times {
		s.times[k].apart = apart(s.words, s.times[k])
	}
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
	fiscal := s.fiscal()
	for i := range found {
		c.fiscalTime(s, &found[i], fiscal)
	}
	for i := range found {
		c.rest, c.all = found[i+1:], found
		c.setMeasure(s, &found[i])
		if m := found[i].Measure; m.Subject == lac.SubjectTrade && len(found[i].Missing) == 0 {
			found[i].Books = books
			c.before.tell(m, &found[i])
			c.before.measure, c.before.here, c.before.books, mapped = m, true, books, m
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
	if len(found) > 0 && books != 0 {
		c.before.books = books
	}
	going, kept := c.before.measure, c.before
	c.remember(s, found, all)
	c.before.teller, c.before.flows, c.before.toldAt, c.before.books = kept.teller, kept.flows, kept.toldAt, kept.books
	if c.before.measure = mapped; len(found) == 0 && !s.paragraph {
		c.before.measure = going
	}
	return found
}

// firstNoun returns the index of the word with which words begin, behind an article.
func firstNoun(ws []word) int {
	if len(ws) > 0 && ws[0].mark == 0 && (isArticle(ws[0]) || ws[0].cue.has(cueDet)) && ws[0].party == "" {
		return 1
	}
	return 0
}

// remember keeps what the next sentence may leave unsaid.
func (c *claimReader) remember(s *sentence, found []draft, all []string) {
	if s.paragraph {
		c.before = context{parties: c.before.parties, topic: c.before.topic, money: c.before.money}
	}
	if len(all) > 0 {
		c.before.parties = all
	}
	c.before.about = 0
	if k := firstNoun(s.words); len(all) == 1 && k+1 < len(s.words) && s.words[k].party == all[0] {
		if w := s.words[k+1]; w.mark == 0 && !w.upper && !w.cue.has(cuePossess) && (w.topic == 0 || w.hint.has(hintFlowVerb)) {
			c.before.about = c.area(all[0])
		}
	}
	if t := nearestTopic(s.words, 0, 0, 0, len(s.words)); t != 0 {
		c.before.topic = t
	}
	if len(found) == 0 && len(s.times) == 1 && s.cues.has(cueRole) && s.cues.has(cueSuper) {
		// Brazil and Chile were the main exporters in 2022: what follows is of that year.
		if m := s.times[0]; m.role == timeAt && m.past && m.years == 0 && m.period.IsYear() {
			c.before.period, c.before.fiscal = m.period, s.fiscal() != ""
		}
	}
	amount := slices.ContainsFunc(found, func(d draft) bool { return (d.Form == lac.FormLevel || d.Form == lac.FormChange) && !d.Period.IsZero() })
	for k, d := range found {
		if _, money := d.Stated.Value.Unit().Currency(); money {
			c.before.money = d.Stated.Value.Unit()
		}
		if d.Subject != "" {
			c.before.subject = d.Subject
		}
		if !d.Period.IsZero() && d.Form != lac.FormEvent && d.Form != lac.FormPledge && d.Form != lac.FormCount && !(amount && (d.Form == lac.FormStreak || d.Form == lac.FormTrend || d.Form == lac.FormRank)) && !d.Forecast && !d.other && !c.sinceThen(d.Period) && !(k > 0 && d.before(&found[k-1])) {
			c.before.period, c.before.fiscal = d.Period, d.fiscal
		}
		if d.Form == lac.FormCount || d.Form == lac.FormPledge {
			if u := d.Stated.Value.Unit(); u != figure.UnitNumber && u != "" {
				c.before.unit = u
			}
		}
	}
}
