package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// measureShare maps the share of a partner in all that a country sells, buys or
// trades, or its change in points, and the ratio of a flow to gross domestic product.
func (c *claimReader) measureShare(s *sentence, d *draft) {
	t := tradeReader{c: c, s: s, d: d}
	t.from, t.to = clause(s.words, d.from, d.to)
	for k := d.at; k > t.from; k-- { // from the last comma that no time stands before
		if s.words[k-1].mark == ',' && !s.onlyTimes(t.from, k-1) {
			t.from = k
		}
	}
	for k := d.at - 1; k > t.from; k-- {
		if s.words[k].mark == ':' && label(s.words[t.from:k]) {
			t.from = k + 1 // Note: China took
		}
	}
	for k := d.to; k < t.to; k++ {
		if mark(s.words, k, ",:(-") {
			t.to = k
		}
	}
	t.subject()
	if why := t.unreal(); why != "" {
		d.miss("a statement of fact: %s", why)
		return
	}
	if f := s.words[d.at].figure; f != nil && f.Denominator != 0 && f.Noun != (figure.Span{}) && f.Noun.Start < f.Core.End {
		d.miss("the value that it is a share of: %q", f.Noun.Of(s.text)) // one barrel in eight
		return
	}
	for k := d.at + 1; k < d.to; k++ {
		if w := s.words[k]; w.blank() && w.mark == 0 {
			d.miss("the value that it is a share of: %q", s.text[w.Start:w.End]) // barrels
			return
		}
	}
	for k := t.from; k < t.to; k++ {
		switch w := s.words[k]; {
		case w.mark != 0 || t.isAside(k):
		case w.sense.has(senseOutput):
			t.ratio(k)
			return
		case w.cue.has(cueNot):
			d.miss("a statement of what is: it is denied")
			return
		}
	}
	if !t.shareOfWhat() && !t.shareSent() && !t.partOfWhole() {
		t.share()
	}
	t.sharePolarity()
}

// label reports whether words before a colon are no more than a label: Note, Fato, • Mito.
func label(ws []word) bool {
	n := 0
	for _, w := range ws {
		if w.mark != 0 && w.mark != '-' || w.party != "" || w.topic != 0 || w.figure != nil || w.hint.has(hintDeny|hintIf|hintReported) || w.cue.has(cueNot|cueFuture|cueForecast) {
			return false
		}
		if w.mark == 0 {
			n++
		}
	}
	return n > 0 && n <= 3
}

// subject goes back to the area that the words before the part's comma say more of: China,
// which overtook the United States in 2009, took 38 percent. These words are an aside.
func (t *tradeReader) subject() {
	ws := t.s.words
	if !mark(ws, t.from-1, ",") || len(parties(ws[t.from:t.d.at])) > 0 || !slices.ContainsFunc(ws[t.from:t.d.at], func(w word) bool { return w.cue.has(cueFact|cueShare) || w.sense.has(senseTakes) }) {
		return
	}
	k := t.from - 2
	for k > 0 && (ws[k].mark == 0 || ws[k].mark == '"') {
		k--
	}
	if k < 1 || ws[k].mark != ',' || t.c.area(ws[k-1].party) == 0 {
		return
	}
	first := k + 1
	for first < t.from && (isArticle(ws[first]) || has(ws, first, cueDet)) && !has(ws, first, cueSuper) {
		first++
	}
	place := hasCue(ws[first:t.from], cueSuper) && !hasCue(ws[first:t.from], cueFact) // Chile's largest partner
	if !ws[k+1].hint.has(hintRelative) && !place {
		return
	}
	from := k - 1
	for from > 0 && (isArticle(ws[from-1]) || has(ws, from-1, cueDet)) {
		from--
	}
	if from > 0 && ws[from-1].mark == 0 && !ws[from-1].used {
		return // of China, which
	}
	t.from, t.aside = from, [2]int{k, t.from}
}

// shareOfWhat reads "China bought 34 percent of what Peru exported" and "34 percent of what
// Peru exported went to China", and reports whether it is one: the whole is said by a verb, and each word is understood.
func (t *tradeReader) shareOfWhat() bool {
	ws, d := t.s.words, t.d
	var owner, other lac.Area
	whole, what, takes, goes := -1, false, false, false
	for k := t.from; k < t.to; k++ {
		w := ws[k]
		behind := k > d.at
		switch {
		case w.mark != 0 || k == d.at || t.isAside(k):
		case behind && w.hint.has(hintFlowVerb) && (w.topic == topicExport || w.topic == topicImport):
			if whole >= 0 {
				return false
			}
			whole = k
			what = what || ws[k-1].hint.has(hintPlain) && !ws[k-1].cue.has(cueOf) || k-1 == d.at // of the dollars exported
		case w.hint.has(hintNarrow), w.hint.has(hintPart|hintBalance) && !d.usedAside(w, k), w.cue.has(cueNot | cueForecast | cueFuture):
			return false
		case w.party != "":
			a := t.c.area(w.party)
			mine := behind && !goes
			if a == 0 || len(w.codes()) > 1 || mine && owner != 0 && owner != a || !mine && other != 0 && other != a {
				return false
			}
			if mine {
				owner = a
			} else {
				other = a
			}
		case !behind && (w.sense.has(senseTakes) || w.cue.has(cueShare)):
			takes = true
		case whole >= 0 && owner != 0 && (w.sense.has(senseGoes) && ws[whole].topic == topicExport || w.trait.has(traitSource) && ws[whole].topic == topicImport):
			takes, goes = true, true // went to China, came from China
		case k == d.at+1 && w.cue.has(cueThan):
			what = true // um quarto do que
		case behind && whole < 0 && (w.cue.has(cueRefer) || w.hint.has(hintEverywhere)):
			what = what || !w.cue.has(cueOf|cueDet) || w.hint.has(hintEverywhere)
		case t.understood(w), w.cue.has(cueFact | cueShare | cueStop):
		default:
			return false
		}
	}
	if whole < 0 || !what || !takes || owner == 0 || other == 0 || owner == other || d.Form != lac.FormShare || d.Period.IsZero() {
		return false
	}
	flow := lac.Export
	if ws[whole].topic == topicImport {
		flow = lac.Import
	}
	d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: other, Flow: flow}
	d.Of = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: lac.World, Flow: flow}
	return true
}

// shareSent reads "Chile sent 40 percent of its exports to China", and reports whether it is
// one: the owner of the exports is who sends them, and each word is understood.
func (t *tradeReader) shareSent() bool {
	ws, d := t.s.words, t.d
	var owner, other lac.Area
	verb, whole := -1, -1
	for k := t.from; k < t.to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || k == d.at || t.isAside(k):
		case w.hint.has(hintSend) && verb < 0 && k < d.at:
			verb = k
		case w.topic == topicExport && !w.hint.has(hintFlowVerb) && whole < 0 && k > d.at:
			if !pronoun(ws[k-1]) {
				return false
			}
			whole = k
		case w.hint.has(hintNarrow) || w.topic != 0, w.hint.has(hintPart|hintBalance|hintEverywhere) && !d.usedAside(w, k), w.cue.has(cueNot | cueForecast | cueFuture):
			return false
		case w.party != "":
			a := t.c.area(w.party)
			switch {
			case a == 0 || len(w.codes()) > 1:
				return false
			case verb < 0 && owner == 0 && t.role(k) == sidePlain:
				owner = a
			case verb >= 0 && other == 0 && t.role(k) == sideTo:
				other = a
			default:
				return false
			}
		case t.understood(w), pronoun(w), w.cue.has(cueFact | cueStop | cueShare):
		default:
			return false
		}
	}
	if verb < 0 || whole < 0 || owner == 0 || other == 0 || owner == other || d.Form != lac.FormShare || d.Period.IsZero() {
		return false
	}
	d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: other, Flow: lac.Export}
	d.Of = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: lac.World, Flow: lac.Export}
	return true
}

// share reads "China took 37 percent of Chile's exports", "37 percent of Chile's
// exports went to China". The whole is all that the owner of the flow sells or
// buys; no goods, no third area and nothing that is not understood may be in it.
func (t *tradeReader) share() {
	ws, d := t.s.words, t.d
	topic, takes, goes, comes, verb := -1, false, false, false, -1
	for k := t.from; k < t.to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || k == d.at || t.isAside(k):
		case w.sense.has(senseTakes) && w.hint.has(hintFlowVerb) && k < d.at:
			takes = true // bought 37 percent of Chile's exports
		case w.topic == topicExport || w.topic == topicImport || w.topic == topicTrade:
			if topic >= 0 && ws[topic].topic != w.topic && w.topic != topicTrade {
				d.miss("one flow: its words speak of two")
				return
			}
			if topic < 0 || ws[topic].topic == topicTrade {
				topic = k
			}
		case w.sense.has(senseTakes) || w.cue.has(cueShare):
			takes = true
		case w.sense.has(senseGoes):
			goes, verb = true, k
		case w.trait.has(traitSource):
			comes, verb = true, k
		case d.Form == lac.FormShare && w.cue.has(cueGrowth):
			d.miss("what %q says of the share", t.s.text[w.Start:w.End])
			return
		case t.understood(w), w.cue.has(cueFact | cueShare | cueUp | cueDown | cueGrowth | cueStop), w.hint.has(hintPassed), w.han && w.cue.has(cueRole) && k > t.from && t.c.area(ws[k-1].party) != 0:
		case w.figure != nil && t.fromTo(k):
		default:
			d.miss("what %q says of the share", t.s.text[w.Start:w.End])
			return
		}
		if (w.hint.has(hintNarrow) || (w.hint.has(hintPart|hintBalance) || w.hint.has(hintEverywhere) && w.topic != topicTrade) && !d.usedAside(w, k)) && w.mark == 0 && !t.isAside(k) {
			d.miss("all goods: %q", t.s.text[w.Start:w.End])
			return
		}
	}
	all := t.sides(t.from, t.to)
	a, b, ok := two(all)
	if topic < 0 || !ok || goes && comes || !takes && !goes && !comes || ws[topic].hint.has(hintFlowVerb) {
		d.miss("whose share of whose trade it is")
		return
	}
	owner, other := lac.Area(0), lac.Area(0)
	for _, x := range all {
		switch {
		case t.owns(x, topic):
			if owner != 0 && owner != x.area {
				owner = 0
			} else {
				owner = x.area
			}
		case (goes || comes) && x.at < verb && x.at > min(d.at, topic):
			// The exports to it are the whole, not a part: where they went is another matter.
			d.miss("the whole of the share: %q", t.s.text[ws[x.at].Start:ws[x.at].End])
			return
		case !goes && !comes && x.at > topic && x.as != sidePlain:
			d.miss("the whole of the share: %q", t.s.text[ws[x.at].Start:ws[x.at].End])
			return
		}
	}
	if other = a; owner == a {
		other = b
	}
	if owner == 0 || owner == other {
		d.miss("whose trade is the whole")
		return
	}
	flow := lac.Turnover
	switch ws[topic].topic {
	case topicExport:
		flow = lac.Export
	case topicImport:
		flow = lac.Import
	}
	if goes && flow != lac.Export || comes && flow != lac.Import {
		d.miss("whose trade is the whole")
		return
	}
	if d.Period.IsZero() {
		d.miss("the time of the share")
		return
	}
	d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: other, Flow: flow}
	d.Of = lac.Measure{Subject: lac.SubjectTrade, Reporter: owner, Partner: lac.World, Flow: flow}
}

// fromTo reports whether the figure at k is the other end of a change of the share: from 15
// percent in 2010 to 28 percent in 2024. Each has a time of its own.
func (t *tradeReader) fromTo(k int) bool {
	d, ws := t.d, t.s.words
	first, last := min(k, d.at), max(k, d.at)
	from := func(j int) bool { return has(ws, j, cueFrom) || means(ws, j, hintPassed|hintOrigin) }
	begun := from(first - 1)
	for j := first - 1; j >= t.from && j >= first-6 && ws[j].mark == 0 && (ws[j].used || has(ws, j, cueOf) || begun); j-- {
		begun = begun || from(j-1) // 从2010年的15%
	}
	if ws[first].figure.Stated.Value.Unit() != ws[last].figure.Stated.Value.Unit() || !begun {
		return false
	}
	to := false
	for j := first + 1; j < last; j++ {
		w := ws[j]
		to = to || (w.cue.has(cueTo) || w.hint.has(hintTo)) && !w.cue.has(cueAnd)
		if w.party != "" || w.topic != 0 || w.mark != 0 {
			return false
		}
	}
	return to && slices.ContainsFunc(t.c.all, func(o draft) bool {
		return o.at == k && o.Form == lac.FormShare && !o.Period.IsZero() && o.Period != d.Period
	})
}

// sharePolarity sets the hedge that a verb right before the figure makes.
func (t *tradeReader) sharePolarity() {
	ws, d := t.s.words, t.d
	if d.Form != lac.FormShare || len(d.Missing) > 0 || d.Stated.Comparator != "" && d.Stated.Comparator != lac.Equal {
		return
	}
	for k := d.at - 1; k >= t.from && k >= d.at-3 && ws[k].mark == 0 && ws[k].figure == nil; k-- {
		switch w := ws[k]; {
		case w.hint.has(hintShort):
			d.Stated.Comparator = lac.Under
			return
		case w.hint.has(hintExceed|hintPassed) && !begins(ws, d.at, t.c.rest):
			d.Stated.Comparator = lac.Over
			return
		}
	}
}

// ratio reads "exports to China were equal to 11 percent of its GDP" by the word
// for the product at i.
func (t *tradeReader) ratio(i int) {
	ws, d := t.s.words, t.d
	level := *d
	level.Form = lac.FormLevel
	for level.at = min(i, d.at); level.at > t.from && (!ws[level.at].cue.has(cueShare) || ws[level.at].used); level.at-- {
	}
	level.to = level.at + 1
	if d.Form != lac.FormShare || level.at == t.from {
		d.miss("what is divided by the product")
		return
	}
	// Whose product it is: its, or an area beside the word.
	owner, its := lac.Area(0), false
	first := level.to
	if i > d.at {
		first = d.at + 1
	}
	for k := first; k < min(i+4, t.to); k++ {
		switch w := ws[k]; {
		case w.mark != 0 || k == i:
		case t.c.area(w.party) != 0:
			if owner != 0 {
				owner, its = 0, false
				break
			}
			owner = t.c.area(w.party)
		case pronoun(w):
			its = true
		case k < i && !t.understood(w):
			d.miss("what %q says of the product", t.s.text[w.Start:w.End])
			return
		}
	}
	level.Missing = nil
	flow := tradeReader{c: t.c, s: t.s, d: &level, from: t.from, to: level.to, topic: -1}
	if flow.topic = flow.topicIn(t.from, level.at); flow.topic < 0 || !flow.measure() {
		d.miss("the trade that is divided by the product")
		return
	}
	m := level.Measure
	if its {
		owner = m.Reporter
	}
	if owner == 0 || its && m.Flow == lac.Turnover || owner != m.Reporter && owner != m.Partner {
		d.miss("whose product it is")
		return
	}
	d.Measure, d.Form = m, lac.FormRatio
	d.Of = lac.Measure{Subject: lac.SubjectGDP, Reporter: owner}
	if d.Period.IsZero() {
		d.miss("the time of the ratio")
	}
}
