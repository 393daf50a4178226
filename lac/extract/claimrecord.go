package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// further returns the claims of a sentence that rest on no figure of their own and
// that package check can hold: that a year's trade was the highest or the lowest,
// or passed something for the first time, and that two sides have relations. Each
// is mapped, or not returned.
func (c *claimReader) further(s *sentence, found []draft) []draft {
	var out []draft
	fiscal := s.fiscal() != "" || slices.ContainsFunc(found, func(d draft) bool { return d.fiscal })
	for i := range s.words {
		w := &s.words[i]
		if w.mark != 0 || fiscal {
			continue
		}
		if w.sense.has(senseRecord|senseRecordLow|senseHighest|senseLowest|senseFirstTime) && !w.used {
			if d, ok := c.record(s, i, found); ok && !slices.ContainsFunc(out, func(o draft) bool { return o.Form == d.Form && o.Measure == d.Measure && o.Period == d.Period }) {
				out = append(out, d)
			}
		}
		if w.sense.has(senseAbove) || w.cue.has(cueThan) || w.hint.has(hintExceed) {
			if d, ok := c.comparison(s, i, found); ok {
				out = append(out, d)
			}
		}
		if w.cue.has(cueUp|cueDown) && len(found) == 0 && len(out) == 0 {
			if d, ok := c.moved(s, i); ok {
				out = append(out, d)
			}
		}
		if w.sense.has(senseAgreement) && s.senses.has(senseSigned) {
			if d, ok := c.signed(s, i, found); ok && !slices.ContainsFunc(out, func(o draft) bool { return o.Form == lac.FormEvent }) {
				out = append(out, d)
			}
		}
		if w.topic == topicTies {
			if d, ok := c.ties(s, i, found); ok {
				out = append(out, d)
			} else if d, ok := c.untied(s, i, found); ok {
				out = append(out, d)
			}
		}
		if w.trait.has(traitJoin | traitLeave) {
			if d, ok := c.enrolled(s, i, found); ok && !slices.ContainsFunc(out, func(o draft) bool { return o.Form == lac.FormEvent }) {
				out = append(out, d)
			}
		}
	}
	return out
}

// record maps the word at i, such as "record" or "lowest", to the trade of the year
// of which its clause speaks. A superlative needs the times among which it is one:
// "since 2020", "ever".
func (c *claimReader) record(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	w := ws[i]
	d := draft{from: i, at: i, to: i + 1}
	d.Form, d.Direction = lac.FormRecord, lac.Up
	if w.sense.has(senseRecordLow | senseLowest) {
		d.Direction = lac.Down
	}
	of, ok := c.recorded(s, i, found)
	if !ok || !of.Period.IsYear() || of.Measure.Figure != "" {
		return d, false
	}
	since := c.recordSince(s, i)
	switch {
	case w.sense.has(senseFirstTime):
		if of.Form != lac.FormLevel || of.Stated.Comparator != lac.Over {
			return d, false
		}
		d.Threshold = of.Stated.Value
		if since = c.recordSince(s, i); !since.IsZero() {
			return d, false // for the first time since: it was so before
		}
	case w.sense.has(senseHighest|senseLowest) && !w.sense.has(senseRecord|senseRecordLow) && since.IsZero() && !c.recordEver(s, i):
		return d, false
	}
	if !since.IsZero() {
		if since.First().Year() >= of.Period.First().Year() {
			return d, false
		}
		d.Baseline = lac.Years(since.First().Year(), of.Period.First().Year())
	}
	d.Measure, d.Period, d.Books = of.Measure, of.Period, of.Books
	if d.Measure.Flow == lac.Balance && d.Direction == lac.Up && of.Stated.Value.Sign() < 0 {
		d.Direction = lac.Down // a record deficit
	}
	return d, true
}

// recorded returns the one mapped claim of trade in the clause of the word at i, or
// else the trade that the clause names without a figure.
func (c *claimReader) recorded(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	for k := start; k < end; k++ {
		w := ws[k]
		if w.mark == 0 && (w.hint.has(hintDeny|hintIf|hintReported) || w.cue.has(cueNot|cueForecast|cueFuture) && !w.used) || w.hint.has(hintPart) && !w.used {
			return draft{}, false
		}
	}
	one := -1
	for k := range found {
		d := &found[k]
		if d.from < start || d.from >= end {
			continue
		}
		switch {
		case d.Form == lac.FormTrend || d.Form == lac.FormStreak || d.Form == lac.FormRank:
			return draft{}, false
		case d.Form != lac.FormLevel && d.Form != lac.FormChange:
		case len(d.Missing) > 0:
			if d.Form == lac.FormLevel {
				return draft{}, false // it may be of that
			}
		case d.Measure.Subject != lac.SubjectTrade || d.Of != (lac.Measure{}):
			return draft{}, false
		case one < 0 || found[one].Form == lac.FormChange && d.Form == lac.FormLevel && found[one].Measure == d.Measure:
			one = k
		case found[one].Measure != d.Measure || found[one].Period != d.Period:
			return draft{}, false // which of them it is does not show
		}
	}
	if one >= 0 {
		return found[one], c.recordOf(s, i, &found[one])
	}
	d := draft{from: i, at: i, to: i + 1}
	d.Form = lac.FormLevel
	c.setPeriod(s, &d)
	c.all = nil
	if c.measureTrade(s, &d); len(d.Missing) > 0 {
		return d, false
	}
	return d, true
}

// recordOf reports whether the word at i can only be of the claim d: its part of the
// sentence, between commas, holds the claim or speaks of nothing else.
func (c *claimReader) recordOf(s *sentence, i int, d *draft) bool {
	ws := s.words
	from, to := i, i+1
	for from > 0 && !mark(ws, from-1, ",;:.(") {
		from--
	}
	for to < len(ws) && !mark(ws, to, ",;:.)") {
		to++
	}
	if d.at >= from && d.at < to {
		return true
	}
	for k := from; k < to; k++ {
		if w := ws[k]; w.party != "" || w.topic != 0 || w.hint.has(hintNarrow) || w.figure != nil && !w.used || w.cue.has(cuePossess) {
			return false
		}
	}
	return true
}

// recordSince returns the time from which the superlative at i is one, zero if none
// stands right behind it.
func (c *claimReader) recordSince(s *sentence, i int) lac.Period {
	for _, m := range s.times {
		if m.role == timeSince && m.from > i && m.from-i <= 4 || m.role == timeSince && s.words[i].han && m.to <= i && i-m.to <= 2 {
			return lac.Year(m.period.First().Year())
		}
	}
	return lac.Period{}
}

// recordEver reports whether the words behind the superlative at i say that it is
// one of all times.
func (c *claimReader) recordEver(s *sentence, i int) bool {
	for k := i + 1; k < len(s.words) && k <= i+4 && s.words[k].mark == 0; k++ {
		if s.words[k].sense.has(senseEver) {
			return true
		}
	}
	return false
}

// ties maps the word for diplomatic relations at i to the two states that have
// them: "Honduras has diplomatic relations with China", "... since 1971". Each word
// of the clause must be understood.
func (c *claimReader) ties(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form = lac.FormTies
	a, b, ok := c.tied(s, start, end)
	if !ok || c.calendar.date.IsZero() || !b.IsCountry() {
		return d, false
	}
	for k := range found {
		if found[k].from >= start && found[k].from < end {
			return d, false // it counts something
		}
	}
	if slices.ContainsFunc(ws[start:end], func(w word) bool { return w.hint.has(hintBegin) }) {
		return c.tiesBegin(s, d, start, end, sides{a, b})
	}
	d.Period = c.calendar.date.Period()
	for _, m := range s.times {
		switch {
		case m.from < start || m.from >= end || m.role == timeNow:
		case m.role == timeSince && !m.period.First().IsZero():
			d.Period = lac.Days(m.period.First(), c.calendar.date)
		default:
			return d, false
		}
	}
	d.Measure = lac.Measure{Subject: lac.SubjectTies, Reporter: a, Partner: b}
	return d, true
}

// tiesBegin maps the beginning of relations of two states, at the one time that the clause
// [start,end) names: "Honduras established diplomatic relations with China in 2023".
func (c *claimReader) tiesBegin(s *sentence, d draft, start, end int, of sides) (draft, bool) {
	d.Form = lac.FormEvent
	for _, m := range s.times {
		if m.from < start || m.from >= end {
			continue
		}
		p := m.period
		if m.role != timeAt || m.ago || p.First().IsZero() || p.Last().IsZero() || p.First().Year() != p.Last().Year() || p.Last().After(c.calendar.date) || !d.Period.IsZero() {
			return d, false
		}
		d.Period = p
	}
	for k := start; k < end; k++ {
		if w := s.words[k]; w.figure != nil && !w.used || w.cue.has(cueMember) {
			return d, false // so many years of relations, with so many countries
		}
	}
	d.Measure = lac.Measure{Subject: lac.SubjectTies, Reporter: of.reporter, Partner: of.partner}
	return d, !d.Period.IsZero()
}

// tied returns China and the other area of which the words in [from,to) say that
// they have diplomatic relations, false if there is a word that is not understood.
func (c *claimReader) tied(s *sentence, from, to int) (a, b lac.Area, ok bool) {
	ws := s.words
	have := false
	for k := from; k < to; k++ {
		w := ws[k]
		switch {
		case w.mark == ',' || w.mark == '"':
		case w.mark != 0 || w.cue.has(cueNot|cueFuture|cueForecast|cueDuty|cuePledge) || w.hint.has(hintDeny|hintIf|hintReported):
			return 0, 0, false
		case w.sense.has(senseHave), w.hint.has(hintBegin):
			have = true
		case w.party != "":
			for _, code := range w.codes() {
				switch x := c.area(code); {
				case x == 0 || a != 0 && b != 0 && x != a && x != b:
					return 0, 0, false
				case a == 0 || a == x:
					a = x
				default:
					b = x
				}
			}
		case w.used && w.figure == nil, w.topic == topicTies, w.sense.has(senseFormal | sensePartner | senseDone), w.figure != nil:
		case w.cue.has(cueDet | cueStop | cueFact | cueIn | cueOf | cueSince | cueMember | cueRegion | cueAnd), w.hint.has(hintClassifier | hintNow | hintBetween | hintBilateral):
		default:
			return 0, 0, false
		}
	}
	if b == lac.China {
		a, b = b, a
	}
	return a, b, have && a == lac.China && b != 0 && !s.asks()
}
