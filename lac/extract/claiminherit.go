package extract

import "github.com/sinolac/sinolac/lac"

// inherit gives times to claims without one: a change takes that of the level
// beside it, and where nothing is said, comparisons are with the year before.
func (c *claimReader) inherit(s *sentence, found []draft) {
	for i := range found {
		d := &found[i]
		if d.Form == lac.FormLevel && flowTopic[d.topic] && s.uptoMonth(d.Period) && !c.calendar.date.IsZero() && !d.Period.Last().After(c.calendar.date) {
			d.Period = fromNewYear(d.Period) // imports of so much until September
		}
		// From what something went is told of the time that is compared with.
		if begins(s.words, d.from, found[i+1:]) && !d.Baseline.IsZero() && d.Form != lac.FormMultiple {
			d.Period, d.Baseline = d.Baseline, lac.Period{}
		}
		switch d.Form {
		case lac.FormCount, lac.FormCoverage, lac.FormPledge, lac.FormEvent:
		default:
			if d.Period.IsZero() && !d.now && !(s.paragraph && d.Form == lac.FormRank) {
				d.Period = c.before.period
			}
		}
		// "Between 1991 and 2020 it grew from A to B": each end has its year.
		if i+1 < len(found) && begins(s.words, d.from, found[i+1:]) && toward(s.words[max(found[i+1].from-6, d.to):found[i+1].from]) {
			if next := &found[i+1]; (d.Period == next.Period || next.Period.IsZero() && !next.now) && !d.Period.First().IsZero() && d.Period.First().Year() < d.Period.Last().Year() {
				d.Period, next.Period = lac.Year(d.Period.First().Year()), lac.Year(d.Period.Last().Year())
			}
		}
		if i > 0 {
			c.comparedAmount(s, &found[i-1], d)
		}
		// It rose from A to B: A was before the time of B.
		if i+1 < len(found) && d.Form == found[i+1].Form && d.Form != lac.FormChange && d.Stated.Value.Unit() == found[i+1].Stated.Value.Unit() && d.Period == found[i+1].Period &&
			begins(s.words, d.from, found[i+1:]) && movedFrom(s.words, d.from) && leadsTo(s.words[max(found[i+1].from-6, d.to):found[i+1].from]) && ofOneYear(d.Period) {
			d.Period, d.other, d.earlier = d.Period.AddYears(-1), true, true
		}
		if d.Form == lac.FormChange && d.Baseline.IsZero() && !d.Period.IsZero() && !d.Period.First().IsZero() && !d.Period.Last().IsZero() && !d.PerYear {
			if d.Baseline = d.Period.AddYears(-1); monthly(s.words, d) {
				d.Baseline = monthsBefore(d.Period)
			}
		}
		if (d.Form == lac.FormChange || d.Form == lac.FormMultiple) && !d.Period.IsZero() && d.Baseline == d.Period {
			d.Baseline = monthsBefore(d.Period) // in May, from the month before
		}
	}
}

// comparedAmount sets the time of an amount with which the one before it is compared:
// "$518 billion in 2024 from $489 billion", "ante US$ 489 bilhões". Without a time of
// its own it is of the year before. If the only time stands behind it, that of the
// first is open.
func (c *claimReader) comparedAmount(s *sentence, first, d *draft) {
	ws := s.words
	if d.Form != first.Form || d.Stated.Value.Unit() != first.Stated.Value.Unit() || d.Period != first.Period || !ofOneYear(d.Period) || d.from-first.to > 10 {
		return
	}
	k := d.from - 1
	for k > first.to && (has(ws, k, cueDet) || isArticle(ws[k])) && !ws[k].cue.has(cueOf) && ws[k].mark == 0 {
		k--
	}
	from := has(ws, k, cueFrom) && (!ws[k].cue.has(cueOf) || mark(ws, k-1, ",("))
	if k < first.to || ws[k].mark != 0 || !from && !ws[k].hint.has(hintCompared) {
		return
	}
	for j := first.to; j < k; j++ {
		if w := ws[j]; !w.used && (w.figure != nil || w.mark != 0 && w.mark != ',' && w.mark != '(' || w.cue.has(cueAnd) && w.mark == 0) {
			return
		}
	}
	own := false
	for _, m := range s.times {
		switch {
		case m.from >= d.to && m.from-d.to <= 3 && commas(ws[d.to:m.from]) == 0:
			own = true
		case m.period == d.Period && m.from < d.from:
			// The first has a time of its own.
			if own = false; m.to > first.from {
				d.Period = d.Period.AddYears(-1)
				d.other, d.earlier = true, true
				return
			}
		}
	}
	if own {
		first.earlier = true
		return
	}
	d.Period, d.other, d.earlier = d.Period.AddYears(-1), true, true
}

// flowTopic are the topics of what is summed up from the beginning of a year.
var flowTopic = map[topic]bool{topicTrade: true, topicExport: true, topicImport: true}
