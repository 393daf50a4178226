package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// balance reads whose surplus or deficit it is with whom.
func (t *tradeReader) balance() bool {
	ws, d := t.s.words, t.d
	at := -1
	for k := t.from; k < max(t.to, d.to); k++ {
		if ws[k].hint.has(hintBalance) && ws[k].hint.has(hintSurplus|hintDeficit) {
			if at >= 0 && ws[at].hint != ws[k].hint {
				at = -1
				break
			}
			at = k
		}
	}
	for k := t.from; k < max(t.to, d.to); k++ { // in the auto sector
		w := ws[k]
		if w.mark != 0 || k == d.at || t.isAside(k) || w.used || w.hint.has(hintBalance) || w.sense.has(senseThus) || w.cue.has(cueFact|cueUp|cueDown|cueGrowth|cueStop) && !w.hint.has(hintNarrow|hintPart|hintEverywhere) {
			continue
		}
		if !t.understood(w) {
			d.miss("what %q says of the balance", t.s.text[w.Start:w.End])
			return false
		}
	}
	all := t.sides(t.from, max(t.to, d.to))
	_, _, ok := two(all)
	owner := lac.Area(0)
	if m := t.c.before.measure; len(all) == 1 && !t.s.paragraph && m.Subject == lac.SubjectTrade && m.Commodity == 0 && m.Flow != lac.Turnover && m.Partner == all[0].area && t.with(all[0].at) {
		// Brazil sold China so much. The surplus with China was:
		all = append(all, side{at: -1, area: m.Reporter})
		owner, ok = m.Reporter, true
	}
	if t.follows(all) {
		m := t.c.before.measure
		d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: m.Reporter, Partner: m.Partner, Flow: lac.Balance}
		if at < 0 || d.Form != lac.FormLevel || between(ws[t.from:t.to]) {
			d.miss("whose surplus or deficit it is")
			return false
		}
		t.below(ws[at])
		return true
	}
	for _, s := range all {
		if s.at < 0 {
			break
		}
		if s.as == sideTo && at >= 0 && s.at > at && s.at-at <= 3 && ws[at].hint.has(hintSurplus) && !ws[s.at].han || len(all) == 1 && s.as == sidePlain && ws[s.at].han && s.at < at && t.joined(s.at+1, at) || len(all) == 2 && s.as == sidePlain && ws[s.at].han && s.area == all[0].area && all[1].as == sideTo || s.as == sideOwner || s.as == sidePlain && at >= 0 && (s.at == at-1 || s.at == at+1) && !t.s.words[s.at].han && !t.with(s.at) || (s.as == sideOf || s.as == sidePlain && t.s.headFirst && !t.with(s.at)) && at >= 0 && s.at > at && t.joined(at+1, s.at) || s.at < at && s.as == sidePlain && !ws[s.at].han && hasCue(ws[s.at+1:at], cueFact) && !t.with(s.at) || s.at < at && s.as == sideOf && t.ofBalanceOf(s.at) {
			if owner != 0 && owner != s.area {
				owner = 0
				break
			}
			owner = s.area
		}
	}
	if owner != 0 && len(all) == 1 && t.differs(owner) {
		all, ok = append(all, side{at: -1, area: t.otherThan(owner)}), true // exports were so much, imports so much; the Chinese deficit
	}
	if at < 0 || owner == 0 || !ok || d.Form != lac.FormLevel || between(ws[t.from:t.to]) {
		d.miss("whose surplus or deficit it is")
		return false
	}
	other := all[0].area
	for _, s := range all {
		if s.area != owner {
			other = s.area
		}
	}
	d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: other, Flow: lac.Balance}
	t.below(ws[at])
	return true
}

// differs reports whether the claim's amount is what lies between the exports and the
// imports that were told last, of the same time, one side of which is owner.
func (t *tradeReader) differs(owner lac.Area) bool {
	m := t.c.before.measure
	return m.Subject == lac.SubjectTrade && m.Commodity == 0 && (m.Flow == lac.Export || m.Flow == lac.Import) && (owner == m.Reporter || owner == m.Partner) &&
		(t.c.before.here || !t.s.paragraph) && t.d.Period == t.c.before.toldAt && t.c.before.difference(t.d.Stated.Value)
}

// otherThan returns the side of the measure before that is not a.
func (t *tradeReader) otherThan(a lac.Area) lac.Area {
	if m := t.c.before.measure; m.Reporter != a {
		return m.Reporter
	}
	return t.c.before.measure.Partner
}

// below makes the figure of a deficit, by its word, that of a balance below zero.
func (t *tradeReader) below(w word) {
	if w.hint.has(hintDeficit) {
		t.d.Stated = negated(t.d.Stated)
	}
}

// follows reports whether the sentence says that the balance follows from what was said
// of the trade right before, and names at most the side whose trade that was: that left
// Brazil with a surplus of.
func (t *tradeReader) follows(all []side) bool {
	m := t.c.before.measure
	if m.Subject != lac.SubjectTrade || m.Commodity != 0 || m.Flow != lac.Export && m.Flow != lac.Import || t.s.paragraph && !t.c.before.here || t.d.Period != t.c.before.toldAt || !t.c.before.difference(t.d.Stated.Value) {
		return false
	}
	for _, s := range all {
		if s.area != m.Reporter && s.area != m.Partner || len(all) == 1 && s.area != m.Reporter {
			return false
		}
	}
	start, _ := clause(t.s.words, t.d.from, t.d.to)
	sold := t.c.before.flows[0].Amount().GreaterThan(t.c.before.flows[1].Amount())
	for k := start; k < t.d.at; k++ {
		w := t.s.words[k]
		alone := len(all) == 0 && k >= t.from && (w.hint.has(hintSurplus) && sold || w.hint.has(hintDeficit) && !sold) // 顺差为90亿美元
		if w.sense.has(senseThus) || alone {
			return true
		}
	}
	return false
}

// ofBalance reports whether the part before the figure names a surplus or a deficit.
func (t *tradeReader) ofBalance() bool {
	for k := t.from; k < t.d.at; k++ {
		if w := t.s.words[k]; w.hint.has(hintSurplus|hintDeficit) && w.mark == 0 {
			return true
		}
	}
	return false
}

// ofBalanceOf reports whether the side at k is the one of whose balance words before it
// speak: a balança comercial do Brasil com a China fechou com superávit.
func (t *tradeReader) ofBalanceOf(k int) bool {
	for j := k - 1; j >= t.from && k-j <= 5 && t.s.words[j].mark == 0; j-- {
		if t.s.words[j].hint.has(hintBalance) {
			return t.joined(j+1, k)
		}
	}
	return false
}

// joined reports whether the words in [from,to) only say of a balance whose it is:
// déficit comercial de México.
func (t *tradeReader) joined(from, to int) bool {
	for k := from; k < to; k++ {
		w := t.s.words[k]
		if w.mark != 0 || w.topic != topicTrade && !w.cue.has(cueOf|cueDet) && !w.hint.has(hintPlain) && !isArticle(w) {
			return false
		}
	}
	return to-from <= 4
}

// between reports whether words speak of two sides alike, between which it is.
func between(ws []word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return w.cue.has(cueFrom) && w.cue.has(cueTo) || w.hint.has(hintBetween) })
}

// polarity sets the hedge that a verb makes: what was not reached is less than
// that, what was exceeded is more.
func (t *tradeReader) polarity() {
	ws, d := t.s.words, t.d
	from := t.from
	if t.topic >= 0 && t.topic < d.at && !ws[t.topic].hint.has(hintFlowVerb) {
		from = t.topic
	}
	not, reach, exceed, short := false, false, false, false
	for k := from; k < d.at; k++ {
		w := ws[k]
		if w.mark == ',' || w.figure != nil && w.figure.Kind == figure.KindMoney {
			not, reach, exceed, short = false, false, false, false
		}
		if w.mark != 0 || w.used {
			continue
		}
		not = not || w.cue.has(cueNot)
		reach = reach || w.hint.has(hintReach)
		exceed = exceed || w.hint.has(hintExceed|hintPassed)
		short = short || w.hint.has(hintShort)
	}
	plain := d.Stated.Comparator == lac.Equal || d.Stated.Comparator == ""
	switch {
	case d.Form == lac.FormLevel && d.Stated.Comparator == lac.Nearly && has(ws, d.at-1, cueDown): // fell short of
		d.Stated.Comparator = lac.Under
	case short && d.Form == lac.FormLevel && (plain || d.Stated.Comparator == lac.Under):
		d.Stated.Comparator = lac.Under
	case (not || short) && d.Form != lac.FormLevel:
		d.miss("a statement of what is: it is denied")
	case not && (exceed || d.Stated.Comparator == lac.Over):
		d.Stated.Comparator = lac.UpTo
	case not && reach && plain:
		d.Stated.Comparator = lac.Under
	case not:
		d.miss("a statement of what is: it is denied")
	case exceed && d.Form == lac.FormLevel && means(ws, d.at-1, hintBy):
		d.miss("what it exceeds by so much")
	case exceed && plain && d.Form == lac.FormLevel && !begins(ws, d.at, t.c.rest):
		d.Stated.Comparator = lac.Over
	}
}

// sinceThen reports whether the claim's time is all that is since another: since 2013.
func (t *tradeReader) sinceThen() bool {
	return !t.c.calendar.date.IsZero() && slices.ContainsFunc(t.s.times, func(m timeMention) bool {
		return m.role == timeSince && m.period == t.d.Period && m.period.Last() == t.c.calendar.date
	})
}

// beforeThen reports whether the claim's time is all that is before another: never
// before 2024.
func (t *tradeReader) beforeThen() bool {
	return slices.ContainsFunc(t.s.times, func(m timeMention) bool {
		return m.role == timeBy && m.period == t.d.Period && (says(t.s.words, m.from-1, senseBefore) || says(t.s.words, m.from, senseBefore) || says(t.s.words, m.to-1, senseBefore) || says(t.s.words, m.to, senseBefore))
	})
}

// cameTo reports whether the claim is of what something has grown to, or exceeded, since
// a time: a year's figure at the end, and no sum of all years.
func (t *tradeReader) cameTo() bool {
	since := slices.ContainsFunc(t.s.times, func(m timeMention) bool { return m.role == timeSince && m.period == t.d.Period })
	words := t.s.words[t.from:max(t.to, t.d.to)]
	summed := slices.ContainsFunc(words, func(w word) bool { return w.sense.has(senseSum) })
	beyond := t.d.Stated.Comparator == lac.Over || t.d.Stated.Comparator == lac.Under // has exceeded
	return since && !summed && (beyond || slices.ContainsFunc(words, func(w word) bool { return w.hint.has(hintReach|hintExceed|hintShort) || w.cue.has(cueUp|cueDown) }))
}

// time makes the period of a flow of trade one that it can be summed over: "by
// 2018" is that year, "through November" the months up to it, "now" the last whole
// year.
func (t *tradeReader) time() {
	d := t.d
	last := d.Period.Last()
	switch {
	case d.Form != lac.FormLevel && d.Form != lac.FormMultiple && d.Form != lac.FormChange:
	case d.Period.IsZero() && d.now && !t.c.calendar.date.IsZero():
		d.Period = lac.Year(t.c.calendar.date.Year() - 1)
	case d.Period.IsZero():
	case d.Form == lac.FormLevel && d.Period.First().Year() < last.Year() && !d.Period.First().IsZero() && t.cameTo():
		d.miss("the year: it is what it came to since %v", d.Period.First())
	case t.c.checked && d.Form != lac.FormLevel && !d.Baseline.IsZero() && d.Baseline.IsYear() && t.sinceThen() && last.Year()-1 > d.Baseline.First().Year():
		d.Period = lac.Year(last.Year() - 1) // has grown since 2013: up to the last whole year
	case d.Period.First().IsZero() && t.beforeThen():
		d.miss("the time: it is all time before %v", last)
	case d.Period.First().IsZero() && !last.IsZero():
		d.Period = lac.Days(lac.DateOf(last.Year(), 1, 1), last)
	}
}
