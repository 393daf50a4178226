package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// comparison maps the word at i, such as "than" or "exceeded", to the two flows of
// which its clause says that one is more than the other: "China bought more from
// Chile than from Peru". A sum by which it is more is stated with it; a clause with
// another figure has none.
func (c *claimReader) comparison(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form, d.Direction = lac.FormComparison, lac.Up
	by := c.difference(ws, i, start, end, found)
	much := i // the word for more, or less
	switch w := ws[i]; {
	case w.han && w.cue.has(cueThan) && !w.sense.has(senseAbove):
		if by == nil || by.at < i {
			return d, false
		}
		for much = by.at - 1; much > i && (ws[much].mark != 0 || !ws[much].cue.has(cueUp|cueDown|cueMore|cueLess)); much-- {
		}
		if much == i {
			return d, false
		}
		if ws[much].cue.has(cueDown | cueLess) {
			d.Direction = lac.Down
		}
	case w.sense.has(senseAbove), w.hint.has(hintExceed):
	case w.cue.has(cueThan):
		more := false
		for k := i - 1; k >= start && ws[k].mark == 0; k-- {
			if ws[k].cue.has(cueMore) && !ws[k].cue.has(cueThan) {
				more = true
				if ws[k].cue.has(cueLess) {
					d.Direction = lac.Down
				}
				break
			}
		}
		if !more {
			return d, false
		}
	default:
		return d, false
	}
	for k := start; k < end; k++ {
		w := ws[k]
		if by != nil && k >= by.from-1 && k < by.to || k == much {
			continue
		}
		if w.mark == 0 && !w.used && (k != i && w.cue.has(cueUp|cueDown|cueGrowth) && !w.cue.has(cueMore) || w.figure != nil || w.hint.has(hintDeny|hintIf|hintReported) || w.cue.has(cueNot|cueForecast|cueFuture)) {
			return d, false
		}
	}
	for k := range found {
		if found[k].from >= start && found[k].from < end && &found[k] != by {
			return d, false
		}
	}
	begin, next := start, i+1
	for k := start; k < i; k++ {
		if ws[k].mark == ',' {
			start = k + 1
		}
	}
	left := tradeReader{c: c, s: s, d: &draft{from: i, at: i, to: i + 1}, from: start, to: i}
	left.d.Form = lac.FormLevel
	if by != nil {
		switch {
		case by.at < i:
			left.aside = [2]int{by.from, by.to}
		case ws[i].han:
			end = much
		case by.from == i+2: // superaron en 63.000 millones a sus exportaciones
			next = by.to
		default:
			end = by.from - 1
		}
	}
	if left.topic = left.topicIn(start, i); left.topic < 0 || !left.measure() {
		return d, false
	}
	of, ok := c.other(s, &left, next, end)
	if !ok && by == nil && !ws[i].hint.has(hintExceed) {
		if now, then, ok := c.twoTimes(s, i, begin, end); ok { // exportó menos que en 2023
			d.Measure, d.Period, d.Baseline = left.d.Measure, now, then
			return d, true
		}
	}
	if !ok || of == left.d.Measure {
		return d, false
	}
	// Both are of the one time that is named; "than in 2022" would leave the second
	// without a partner.
	_, stop := clause(ws, i, i+1)
	for _, m := range s.times {
		if m.to <= begin || m.from >= stop {
			continue
		}
		if !d.Period.IsZero() || m.role != timeAt && m.role != timeBaseline {
			return d, false
		}
		d.Period = m.period
	}
	if d.Period.IsZero() && by == nil && left.d.Measure.Commodity == 0 && c.ofToday(s, begin, stop) {
		d.Period = lac.Year(c.calendar.date.Year() - 1)
	}
	if d.Period.IsZero() {
		return d, false
	}
	d.Measure, d.Of = left.d.Measure, of
	if by != nil { // the claim of the sum is this one
		by.Form, by.Direction, by.Measure, by.Of, by.Period, by.Baseline, by.Missing = d.Form, d.Direction, d.Measure, d.Of, d.Period, lac.Period{}, nil
		f := ws[by.at].figure.Stated // as written: the direction says which way
		by.Stated.Value, by.Stated.High, by.Stated.Comparator = f.Value, f.High, f.Comparator
		return d, false
	}
	return d, true
}

// twoTimes returns the year of which a clause [from,to) speaks and the one with which it
// compares, where the words behind the word for than, at i, are no more than that year.
func (c *claimReader) twoTimes(s *sentence, i, from, to int) (now, then lac.Period, ok bool) {
	for k := i + 1; k < to; k++ {
		if w := s.words[k]; w.mark == 0 && !w.used && !w.cue.has(cueIn|cueDet|cueStop|cueYear) && !isArticle(w) {
			return now, then, false
		}
	}
	for _, m := range s.times {
		switch {
		case m.to <= from || m.from >= to:
		case m.period.IsZero() || !m.period.IsYear() || m.years != 0:
			return now, then, false
		case m.from > i && then.IsZero() && (m.role == timeAt || m.role == timeBaseline):
			then = m.period
		case m.from < i && now.IsZero() && m.role == timeAt:
			now = m.period
		default:
			return now, then, false
		}
	}
	return now, then, !now.IsZero() && !then.IsZero() && now != then && !now.Last().After(c.calendar.date)
}

// ofToday reports whether words [from,to) say what is so today, of which the last whole year
// tells: no time is named, and no verb says what was.
func (c *claimReader) ofToday(s *sentence, from, to int) bool {
	if c.calendar.date.IsZero() || len(s.times) > 0 || !c.before.period.IsZero() && !s.paragraph || s.asks() {
		return false
	}
	return !slices.ContainsFunc(s.words[from:to], func(w word) bool {
		return w.mark == 0 && (w.cue.has(cueFact) && !w.sense.has(senseIsNow) || flowTopic[w.topic] && (endsIn(w.text, s.lang.Pasts) || endsIn(w.text, s.lang.Participles)))
	})
}

// moved maps the verb at i to the flow of a year that it says was more, or less, than that
// of the year before, where no figure says by how much: trade fell in 2023.
func (c *claimReader) moved(s *sentence, i int) (draft, bool) {
	ws := s.words
	w := ws[i]
	d := draft{from: i, at: i, to: i + 1}
	d.Form, d.Direction = lac.FormComparison, lac.Up
	if w.cue.has(cueDown | cueLess) {
		d.Direction = lac.Down
	}
	if w.used || w.cue.has(cueTo) || w.cue.has(cueUp) == w.cue.has(cueDown) || !w.han && !w.cue.has(cueFact) && !endsIn(w.text, s.lang.Pasts) {
		return d, false
	}
	start, end := clause(ws, i, i+1)
	for k := start; k < end; k++ {
		switch w := ws[k]; {
		case k == i || w.mark != 0 || w.used:
		case w.figure != nil, w.hint.has(hintDeny | hintIf | hintReported | hintCompared | hintMonthly | hintHad), w.cue.has(cueNot|cueForecast|cueFuture|cuePledge|cueRow|cueRun|cueMore) && !w.cue.has(cueFact),
			w.sense.has(senseRecord | senseRecordLow | senseHighest | senseLowest | senseFirstTime | senseAverage | senseReal), w.cue.has(cueUp|cueDown) && w.topic == 0:
			return d, false
		case k > i && !w.cue.has(cueIn|cueStop|cueDet) && !w.hint.has(hintManner) && !adverb(w), k > i && w.party != "":
			return d, false // fell below
		}
	}
	if len(s.times) != 1 || s.asks() {
		return d, false
	}
	if m := s.times[0]; m.role == timeAt && m.past && m.years == 0 && m.period.IsYear() && (c.calendar.date.IsZero() || m.period.Last().Before(c.calendar.date)) {
		d.Period, d.Baseline = m.period, m.period.AddYears(-1)
	} else {
		return d, false
	}
	for k := start; k < i; k++ {
		if ws[k].mark == ',' {
			start = k + 1
		}
	}
	left := tradeReader{c: c, s: s, d: &draft{from: i, at: i, to: i + 1}, from: start, to: i}
	left.d.Form = lac.FormLevel
	if left.topic = left.topicIn(start, i); left.topic < 0 || !left.measure() || left.d.Measure.Flow == lac.Balance {
		return d, false
	}
	d.Measure = left.d.Measure
	return d, true
}

// opposite returns the other flow with the same partner as that of m: "its exports to
// Brazil" after China's imports from there.
func (t *tradeReader) opposite(m lac.Measure, x side) (lac.Measure, bool) {
	flow, want := lac.Export, sideTo
	switch m.Flow {
	case lac.Export:
		flow, want = lac.Import, sideOrigin
	case lac.Turnover:
		return m, false
	}
	is := map[lac.TradeFlow]topic{lac.Export: topicExport, lac.Import: topicImport}
	if t.s.words[t.topic].topic != is[flow] || m.Commodity != 0 || x.area != m.Partner || x.as != want && !(flow == lac.Import && x.as == sideOf) {
		return m, false
	}
	m.Flow = flow
	return m, true
}

// difference returns the claim of a sum that says by how much the word at i makes one
// flow more than another: "exceeded its exports by $63 billion", "$3 billion more to
// China than to Chile". It is nil if there is none.
func (c *claimReader) difference(ws []word, i, start, end int, found []draft) *draft {
	for k := range found {
		d := &found[k]
		_, money := d.Stated.Value.Unit().Currency()
		if d.from < start || d.from >= end || d.Form != lac.FormLevel && d.Form != lac.FormChange || !money {
			continue
		}
		behind := d.at > i && (means(ws, d.at-1, hintBy) || ws[i].han && has(ws, i, cueThan))
		before := d.at < i && (has(ws, d.to, cueMore) || has(ws, d.to-1, cueMore))
		if behind || before {
			return d
		}
	}
	return nil
}

// other reads the second of two flows in the words [from,to): "from Peru", "its
// exports to Peru". What it leaves unsaid is as in the first.
func (c *claimReader) other(s *sentence, left *tradeReader, from, to int) (lac.Measure, bool) {
	for k := from; k < to; k++ {
		if mark(s.words, k, ",.;:(-") {
			to = k
		}
	}
	of := left.d.Measure
	right := tradeReader{c: c, s: s, d: &draft{from: to, at: to, to: to}, from: from, to: to}
	right.d.Form = lac.FormLevel
	right.topic = right.topicIn(from, to)
	for k := from; k < to; k++ {
		if w := s.words[k]; !right.understood(w) && !pronoun(w) && !w.cue.has(cueRefer) || w.hint.has(hintNarrow) {
			return of, false
		}
	}
	all := right.sides(from, to)
	switch _, _, both := two(all); {
	case both && right.topic >= 0:
		ok := right.measure()
		return right.d.Measure, ok
	case len(all) != 1:
		return of, false
	case right.topic >= 0 && s.words[right.topic].topic != s.words[left.topic].topic:
		return right.opposite(of, all[0])
	}
	want := sideTo
	if of.Flow == lac.Import {
		want = sideOrigin
	}
	if of.Flow == lac.Turnover || all[0].as != want && !(want == sideOrigin && all[0].as == sideOf) || all[0].area == of.Reporter {
		return of, false
	}
	of.Partner = all[0].area
	return of, true
}
