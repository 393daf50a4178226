package extract

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// partOfWhole reads a share whose part is a flow with both its sides: "Peru's exports
// to China made up 34 percent of its total exports", or the flow of the claim before:
// "..., or 34 percent of its total exports". It reports whether it is one.
func (t *tradeReader) partOfWhole() bool {
	ws, d := t.s.words, t.d
	verb := -1
	for k := t.from; k < t.to && verb < 0; k++ {
		if w := ws[k]; w.mark == 0 && !w.used && w.topic == 0 && (w.sense.has(senseTakes) || w.cue.has(cueShare)) {
			verb = k
		}
	}
	if verb < 0 {
		return false
	}
	whole := t.topicIn(verb+1, t.to)
	if whole < 0 || whole == d.at || ws[whole].hint.has(hintFlowVerb) {
		return false
	}
	part := *d
	part.Form, part.Missing, part.at, part.to = lac.FormLevel, nil, verb, verb
	flow := tradeReader{c: t.c, s: t.s, d: &part, from: t.from, to: verb}
	m := lac.Measure{}
	switch flow.topic = flow.topicIn(t.from, verb); {
	case flow.topic >= 0 && ws[flow.topic].topic == ws[whole].topic && flow.measure():
		m = part.Measure
	case flow.topic < 0 && t.c.before.here && flow.empty(t.from, verb):
		m = t.c.before.measure
	}
	want := map[topic]lac.TradeFlow{topicExport: lac.Export, topicImport: lac.Import}[ws[whole].topic]
	if want == "" || m.Subject != lac.SubjectTrade || m.Flow != want || m.Commodity != 0 || m.Figure != "" || !t.wholeOf(m.Reporter, verb+1, whole) {
		return false
	}
	d.Measure, d.Of = m, lac.Measure{Subject: lac.SubjectTrade, Reporter: m.Reporter, Partner: lac.World, Flow: want}
	if d.Period.IsZero() {
		d.miss("the time of the share")
	}
	return true
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
	switch {
	case money && code != lac.USD:
		d.miss("a change in dollars: it is one of an amount in %v", code)
	case !weights[unit]:
	case beside != nil && beside.at < d.at && beside.Measure.Figure == lac.FigureNetWeight && t.sameButFigure(beside.Measure):
		d.Measure.Figure = lac.FigureNetWeight
	default:
		d.miss("whether it is a change of the value or of the weight")
	}
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

// wholeOf reports whether the words from the verb on say no more than that the flow
// at whole is all of that of owner: its exports, Peru's total exports, 出口总额.
func (t *tradeReader) wholeOf(owner lac.Area, from, whole int) bool {
	ws := t.s.words
	named := false
	for _, x := range t.sides(from, t.to) {
		if x.area != owner || !t.owns(x, whole) {
			return false
		}
		named = true
	}
	total := ws[whole].hint.has(hintPlain)
	for k := from; k < t.to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || k == t.d.at || k == whole:
		case w.hint.has(hintNarrow|hintPart|hintEverywhere|hintBalance) && !w.used, w.cue.has(cueNot), w.topic != 0 && k != whole:
			return false
		case pronoun(w):
			named = true
		case t.understood(w), w.cue.has(cueFact | cueShare | cueUp | cueDown | cueStop):
		default:
			return false
		}
		total = total || w.hint.has(hintPlain)
	}
	return named || ws[whole].han && total
}
