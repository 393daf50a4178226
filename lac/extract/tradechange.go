package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// comparedWith reports as missing what a change is compared with where that is no time
// that is understood: 较复交前增长.
func (t *tradeReader) comparedWith() {
	ws, d := t.s.words, t.d
	if d.Form != lac.FormChange && d.Form != lac.FormMultiple {
		return
	}
	for k := t.from; k < t.to; k++ {
		w := ws[k]
		if w.mark != 0 || w.used || !w.hint.has(hintCompared) || k >= d.at && k < d.to {
			continue
		}
		timed := slices.ContainsFunc(t.s.times, func(m timeMention) bool {
			return m.from > k && m.from <= k+5 || m.to == k || m.to == k+1
		})
		if !timed {
			d.miss("the time that is compared with: %q", t.s.text[w.Start:w.End])
			return
		}
	}
}

// yearly reports whether a change is an average of years: grew 9 percent a year on
// average.
func (t *tradeReader) yearly() bool {
	for k := max(t.from, t.d.from-6); k < min(t.to, t.d.to+6); k++ {
		if w := t.s.words[k]; w.mark == 0 && w.sense.has(senseAverage) {
			return true
		}
	}
	return false
}

// paired reports whether the figure stands beside another of its kind, with nothing but
// "and" between, so that the words around them say which is of what: exports and
// imports were 72 and 116 billion.
func (t *tradeReader) paired() bool {
	ws, d := t.s.words, t.d
	alike := func(i int) bool {
		if i < 0 || i >= len(ws) || ws[i].figure == nil || ws[i].figure.Kind == figure.KindOrdinal || d.at == i {
			return false
		}
		unit := ws[i].figure.Stated.Value.Unit()
		_, money := unit.Currency()
		return unit == d.Stated.Value.Unit() || d.Form == lac.FormLevel && (money || unit == figure.UnitNumber && !ws[i].used)
	}
	joins := func(i int) bool { return has(ws, i, cueAnd) || i >= 0 && i < len(ws) && ws[i].text == "、" }
	return joins(d.to) && alike(d.to+1) || joins(d.from-1) && alike(d.from-2)
}

// reckoned sets in what a change is reckoned: in the unit of the amount beside it. That
// of an amount in another currency than the records' is no change of theirs.
func (t *tradeReader) reckoned() {
	d := t.d
	if d.Form != lac.FormChange && d.Form != lac.FormMultiple {
		return
	}
	beside := (*draft)(nil)
	for k := range t.c.all {
		o := &t.c.all[k]
		if o.Form != lac.FormLevel {
			continue
		}
		if o.at < d.at || beside == nil {
			beside = o
		}
		if o.at > d.at {
			break
		}
	}
	unit := t.c.before.money
	if beside != nil {
		unit = beside.Stated.Value.Unit()
	} else if t.topic >= 0 {
		return
	}
	code, money := unit.Currency()
	if weights[unit] && t.inValue() {
		return
	}
	switch {
	case money && code != lac.USD:
		d.miss("a change in dollars: it is one of an amount in %v", code)
	case !weights[unit]:
	case beside != nil && beside.at > d.at && d.Measure.Commodity != 0 && t.leadsToWeight(beside):
		d.Measure.Figure = lac.FigureNetWeight // rose 15 percent to 58.9 million tons
	case beside != nil && beside.at < d.at && beside.Measure.Figure == lac.FigureNetWeight && t.sameButFigure(beside.Measure):
		d.Measure.Figure = lac.FigureNetWeight
	default:
		d.miss("whether it is a change of the value or of the weight")
	}
}

// leadsToWeight reports whether no more than the word for to and small words stand between the
// change and the weight o.
func (t *tradeReader) leadsToWeight(o *draft) bool {
	f := t.s.words[o.at].figure
	to := f.Whole.Start < f.Core.Start && o.Stated.Comparator != lac.UpTo
	for k := t.d.to; k < o.from; k++ {
		w := t.s.words[k]
		to = to || (w.cue.has(cueTo) || w.hint.has(hintTo)) && !w.cue.has(cueAnd)
		if w.mark != 0 && w.mark != ',' || w.mark == 0 && !t.isTime(k) && !w.cue.has(cueTo|cueStop|cueDet) && !w.hint.has(hintTo|hintManner) || w.figure != nil && !t.isTime(k) {
			return false
		}
	}
	return to
}

// inValue reports whether the words behind a change say that it is one of the value: recuaram
// 17,6% em valor.
func (t *tradeReader) inValue() bool {
	for k := t.d.to; k < min(t.d.to+3, len(t.s.words)) && t.s.words[k].mark == 0; k++ {
		if t.s.words[k].trait.has(traitValue) {
			return true
		}
	}
	return false
}

// timesMore reports as ambiguous what grew by so many times: it may be so many times
// what it was, or so many times more. 增长一倍 alone is plain: it doubled.
func (t *tradeReader) timesMore() {
	ws, d := t.s.words, t.d
	if d.Form != lac.FormMultiple {
		return
	}
	at := d.at
	counted := has(ws, at+1, cueTimes) || endsIn(ws[at].text, lexicon.TimesEndings) || endsIn(ws[at].text, lexicon.TimesHalfEndings)
	grew := false
	for k := at - 1; k >= 0 && k >= at-4 && ws[k].mark == 0; k-- {
		if ws[k].cue.has(cueTo) && !means(ws, k, hintBy) || ws[k].hint.has(hintMultiply) {
			break // 增至两倍, se multiplicó por tres
		}
		grew = grew || ws[k].cue.has(cueUp)
	}
	for k := at + 1; k < len(ws) && k <= at+3 && ws[k].mark == 0; k++ {
		grew = grew || has(ws, k, cueMore) && !ws[k].sense.has(senseThan)
	}
	switch one := lac.QuantityOf(1, lac.UnitTimes); {
	case !counted || !grew:
	case d.Stated.Value == one && has(ws, at+1, cueTimes) && ws[at+1].han:
		if t.c.checked {
			d.Stated.Value = lac.QuantityOf(2, lac.UnitTimes)
		}
	default:
		d.miss("whether it is so many times what it was, or so many times more")
	}
}

// sameButFigure reports whether the claim's measure is m, of which a weight is stated.
func (t *tradeReader) sameButFigure(m lac.Measure) bool {
	m.Figure = t.d.Measure.Figure
	return t.d.Measure == m
}
