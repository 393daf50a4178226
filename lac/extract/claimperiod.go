package extract

import (
	"slices"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// setPeriod chooses the time that stands nearest to the claim in its clause:
// right after it, else before it, else after it.
func (c *claimReader) setPeriod(s *sentence, d *draft) {
	start, end := clause(s.words, d.from, d.to)
	compares := d.Form == lac.FormChange || d.Form == lac.FormMultiple
	way := c.way
	score := func(m timeMention) int {
		distance := 0
		switch {
		case m.from >= d.to:
			distance = 2*way.crossed(d.to, m.from) + 2*way.commas(d.to, m.from)
			if distance == 0 && m.from-d.to > 4 {
				distance = 1
			}
			if d.Form != lac.FormMultiple && way.pledged(d.to, m.from) {
				distance += 2 // 200 doses promised in 2021
			}
			if s.words[m.from].mark == 0 && s.words[m.to-1].han && way.commas(d.to, m.from) > 0 && m.from < end {
				distance += 20 // a Chinese time stands before what is of it
			}
			if (d.Form == lac.FormLevel || d.Form == lac.FormShare) && s.words[m.to-1].han && figureBehind(s.words, m.to) >= 0 {
				distance += 4 // 126亿美元增至2024年的5184亿美元
			}
		case m.to <= d.from:
			distance = 1 + 2*way.crossed(m.to, d.from)
		}
		if m.from < start {
			distance += 20
		}
		if (compares || d.Form == lac.FormLevel || d.Form == lac.FormShare || d.Form == lac.FormStreak) && m.role == timeAt && m.oneDay() && (m.to <= d.from || s.toldOn(m)) {
			distance += 16 // that of the report
		}
		return distance
	}
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
		if m.ago && m.from > d.to && ofAnother(s.words[d.to:m.from]) {
			continue // $130 billion - twice as much as a decade ago
		}
		if m.apart[1] > 0 && (d.to <= m.apart[0] || d.from >= m.apart[1]) {
			continue
		}
		if s.excepted(m) {
			continue // the tenth rise bar 2019 and 2020
		}
		if !compares && m.role != timeNow && m.to <= d.from && s.nowBetween(m.to, d.from) {
			continue // doubled in ten years and now stands at
		}
		n := score(m)
		if !compares && m.from >= d.to && s.words[m.to-1].han && has(s.words, m.from-1, cueFact) && has(s.words, m.to, cueOf) && commas(s.words[d.to:m.from]) > 0 {
			continue // ...，是2013年的两倍
		}
		inYear := compares && m.years == 1 && !m.ago && m.role == timeAt && m.from >= d.to && m.from-d.to <= 2 // up 2.5 percent in a year
		compared := inYear || m.role == timeBaseline || m.same || m.ago && compares && !(m.years == 1 && !s.words[m.to-1].cue.has(cueAgo))
		if d.Form == lac.FormMultiple && !m.span && m.role == timeAt && m.from >= d.to && n < 2 && hasCue(s.words[d.from:min(d.to+2, len(s.words))], cueRefer) {
			compared = true // three times the sum offered in 2012
		}
		if d.Form == lac.FormChange && m.from >= d.to && m.role == timeAt && m.from-d.to <= 4 && exceeds(s.words, d.from, d.to) {
			compared = true // surpassing by 2.3 percent the shipments of 2019
		}
		if d.Form == lac.FormChange && m.role == timeAt && m.from >= d.to && above(s.words[d.at+1:m.from]) {
			compared = true // 40 percent above the volume of June 2022
		}
		if d.Form == lac.FormMultiple && m.to <= d.from && has(s.words, d.from-1, cueOf) && s.words[d.from-1].han && has(s.words, m.from-1, cueFact) {
			compared = true // 是2000年的22倍
		}
		if compared && !compares && m.from == d.to && begins(s.words, d.from, nil) {
			compared = false // from 14 percent a year earlier
		}
		if !compares && m.ago && m.from >= d.to && m.from <= d.to+2 && (means(s.words, d.from-1, hintCompared) && s.words[d.from-1].mark == 0 || begins(s.words, d.from, nil)) {
			// ante US$ 22,6 bilhões um ano antes, down from $890 million a year earlier
			at := timeMention{period: c.before.period}
			if best >= 0 && s.times[best].to <= d.from {
				at = s.times[best]
			}
			if at.role == timeAt && !at.period.First().IsZero() && !at.period.Last().IsZero() {
				d.other, earlier = true, at.period.AddYears(-m.years)
				continue
			}
		}
		if !compares && m.same && m.from >= d.to && m.from-d.to <= 5 && ofOneYear(m.period) && onlySmall(s.words[d.to:m.from]) {
			// $2.09 billion in the same month of 2022
			at := c.before.period
			if best >= 0 && s.times[best].to <= d.from && s.times[best].role == timeAt {
				at = s.times[best].period
			}
			if ofOneYear(at) {
				d.other, earlier = true, at.AddYears(m.period.First().Year()-at.First().Year())
				continue
			}
		}
		if d.Form == lac.FormRank && m.ago && has(s.words, m.from, cueBeforeAgo) && heldNow(s.words[start:d.from]) {
			continue // es desde hace 15 años, é há 15 anos
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
		case m.role == timeThrough && d.Form == lac.FormChange:
			d.Period = fromNewYear(m.period)
		case m.role == timeThrough:
			d.Period = until(m.period)
		case compares && !m.base.IsZero():
			d.Baseline = m.base
		case d.Form == lac.FormChange && m.role == timeBy && !c.calendar.date.IsZero() && !m.period.Last().After(c.calendar.date):
			d.Period = fromNewYear(m.period) // up 6.3 percent until September
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
		case (m.ago || m.years == 1) && compares && whole: // so many years before the time of the claim
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

// ofAnother reports whether words, up to a time, have a multiple or a fraction behind a mark,
// which is compared with that time.
func ofAnother(ws []word) bool {
	for k := 1; k < len(ws); k++ {
		if f := ws[k].figure; f != nil && ws[k].used && (f.Stated.Value.Unit() == lac.UnitTimes || f.Denominator != 0) && slices.ContainsFunc(ws[:k], func(w word) bool { return w.mark != 0 }) {
			return true
		}
	}
	return false
}

// excepted reports whether the words before a time leave it out of what they speak of: bar
// 2019, excepto 2019 y 2020.
func (s *sentence) excepted(m timeMention) bool {
	for k := m.from - 1; k >= 0 && k >= m.from-4 && s.words[k].mark == 0; k-- {
		switch w := s.words[k]; {
		case w.trait.has(traitLeftOut):
			return true
		case !w.used && !w.cue.has(cueAnd|cueIn|cueDet|cueOf):
			return false
		}
	}
	return false
}

// nowBetween reports whether a word for now stands between the words from and to.
func (s *sentence) nowBetween(from, to int) bool {
	return slices.ContainsFunc(s.times, func(m timeMention) bool { return m.role == timeNow && m.from >= from && m.to <= to })
}

// above reports whether words between a change and a time say that it is from that time: above
// the volume of.
func above(ws []word) bool {
	if len(ws) < 3 || len(ws) > 6 || !ws[0].cue.has(cueMore) && !ws[0].cue.has(cueThan) {
		return false
	}
	for _, w := range ws {
		if w.mark != 0 || w.figure != nil || w.party != "" || w.hint.has(hintCompared) && w.used {
			return false
		}
	}
	return true
}

// apart returns the words between commas in which a time stands, if they say what had been
// so before, or only who somebody is: exports, which had fallen in 2023, rose 5 percent. The
// time is no other words'. They are empty if they say neither.
func apart(ws []word, m timeMention) [2]int {
	from, to := m.from, m.to
	for from > 0 && ws[from-1].mark == 0 {
		from--
	}
	for to < len(ws) && ws[to].mark == 0 {
		to++
	}
	aside := from > 0 && ws[from].hint.has(hintRelative) && ws[from-1].mark == ',' && mark(ws, to, ",") // China, which in 2009 became its partner, took
	for _, w := range ws[from:to] {
		if w.hint.has(hintHad) {
			return [2]int{from, to}
		}
		aside = aside && (w.figure == nil || w.figure.Kind != figure.KindMoney && w.figure.Kind != figure.KindPercent)
	}
	if aside {
		return [2]int{from, to}
	}
	return [2]int{}
}

// heldNow reports whether a verb among words says what is so today.
func heldNow(ws []word) bool {
	for _, w := range ws {
		if w.sense.has(senseIsNow) {
			return true
		}
	}
	return false
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
	return len(next) > 0 && next[0].from-i < 12 && next[0].from > i && !slices.ContainsFunc(ws[i:next[0].from], func(w word) bool { return w.mark == ':' || w.mark == ';' }) && toward(ws[max(i+1, next[0].from-6):next[0].from])
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

// movedFrom reports whether the word for from before the figure at i stands behind a verb
// that says how something changed, where it may also be that for of: recuou de.
func movedFrom(ws []word, i int) bool {
	if !has(ws, i-1, cueOf) {
		return true
	}
	if ws[i-1].hint.has(hintPassed) {
		return true
	}
	for k := i - 2; k >= 0 && k >= i-4 && ws[k].mark == 0; k-- {
		if (ws[k].cue.has(cueUp|cueDown|cueFact) || ws[k].hint.has(hintPassed)) && ws[k].topic == 0 {
			return true
		}
	}
	return false
}

// leadsTo reports whether words have one for to that does not mean and.
func leadsTo(ws []word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return !w.cue.has(cueAnd) && (w.cue.has(cueTo) || w.hint.has(hintTo)) })
}

// uptoMonth reports whether p is all time up to a month that the sentence names
// without a day.
func (s *sentence) uptoMonth(p lac.Period) bool {
	return p.First().IsZero() && slices.ContainsFunc(s.times, func(m timeMention) bool {
		return (m.role == timeBy || m.role == timeThrough) && m.period.Last() == p.Last() && hasCue(s.words[m.from:m.to], cueMonth)
	})
}

// ofOneYear reports whether a period is a year or a part of one.
func ofOneYear(p lac.Period) bool {
	return !p.First().IsZero() && !p.Last().IsZero() && p.First().Year() == p.Last().Year()
}

// monthsBefore returns the months right before those of p, as many: April before May,
// a quarter before a quarter. It is zero if p is no such months of one year.
func monthsBefore(p lac.Period) lac.Period {
	first, last := p.First(), p.Last()
	if first.IsZero() || last.IsZero() || first.Year() != last.Year() || p != lac.Days(lac.Month(first.Year(), first.Month()).First(), lac.Month(last.Year(), last.Month()).Last()) {
		return lac.Period{}
	}
	n := int(last.Month()-first.Month()) + 1
	before := first.Year()*12 + int(first.Month()) - 1 - n
	return lac.Days(lac.Month(before/12, time.Month(before%12+1)).First(), first.AddDays(-1))
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

// onlyTimes reports whether the words in [from,to) are times and small words.
func (s *sentence) onlyTimes(from, to int) bool {
	for k := from; k < to; k++ {
		if w := s.words[k]; w.mark == 0 && !w.used && !w.cue.has(cueIn|cueStop|cueDet) {
			return false
		}
	}
	return true
}
