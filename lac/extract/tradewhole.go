package extract

import "github.com/sinolac/sinolac/lac"

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
		case w.hint.has(hintNarrow), w.hint.has(hintPart|hintEverywhere|hintBalance) && !t.d.usedAside(w, k), w.cue.has(cueNot), w.topic != 0 && k != whole:
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

// owns reports whether a side stands beside the word for a flow as the one whose it
// is: Chile's exports, exportaciones de Chile, exportaciones chilenas, 智利出口.
func (t *tradeReader) owns(x side, topic int) bool {
	ws := t.s.words
	if x.as == sideOwner && x.at < topic && topic-x.at <= 4 && !hasCue(ws[x.at:topic], cueShare) || x.as == sideOf && !t.s.headFirst && x.at == topic-1 {
		return true
	}
	if ws[topic].han {
		return x.as != sideTo && x.as != sideOrigin && x.at < topic && t.near(x.at+1, topic)
	}
	if x.as == sidePlain {
		return x.at == topic+1 || x.at == topic-1 && !t.s.headFirst || x.at == topic-2 && has(ws, topic-1, cueRole) || x.at == topic+2 && ws[topic+1].hint.has(hintPlain)
	}
	return x.as == sideOf && x.at > topic && t.near(topic+1, x.at)
}
