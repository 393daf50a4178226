package extract

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// A tradeReader maps a claim about trade to its measure. It is strict: each word
// of the phrase that says what is measured must be known, or the claim stays
// unmapped with what is not understood.
type tradeReader struct {
	c        *claimReader
	s        *sentence
	d        *draft
	from, to int // the part of the sentence that speaks of the claim
	topic    int // the word that names the trade, -1 if there is none
}

// measureTrade sets the measure of a claim about trade, and reports what is missing
// to it.
func (c *claimReader) measureTrade(s *sentence, d *draft) {
	t := tradeReader{c: c, s: s, d: d}
	t.part()
	if why := t.unreal(); why != "" {
		d.miss("a statement of fact: %s", why)
		return
	}
	if t.topic < 0 {
		if !t.goesOn() {
			d.miss("what is measured")
			return
		}
		d.Measure = c.before.measure
	} else if !t.measure() {
		return
	}
	t.polarity()
	t.time()
}

// miss adds what is missing to a claim.
func (d *draft) miss(format string, args ...any) {
	d.Missing = append(d.Missing, fmt.Sprintf(format, args...))
}

// part finds the part of the sentence, between commas, that names what the claim
// is about: that of the figure or, where it names no trade, one before it.
func (t *tradeReader) part() {
	ws := t.s.words
	start, end := clause(ws, t.d.from, t.d.to)
	boundary := func(i int) bool {
		if ws[i].mark == ',' && has(ws, i-1, cueArea) && has(ws, i+1, cueArea) {
			return false // a list of parties
		}
		return ws[i].mark == ',' || ws[i].mark == '-' || ws[i].mark == ':' || ws[i].mark == '(' || ws[i].mark == ')'
	}
	t.from, t.to = t.d.at, t.d.to
	for t.to < end && !boundary(t.to) {
		t.to++
	}
	t.topic = -1
	for {
		for t.from > start && !boundary(t.from-1) {
			t.from--
		}
		if t.topic = t.topicIn(t.from, t.d.at); t.topic >= 0 {
			return
		}
		if t.from <= start || !t.empty(t.from, t.d.at) && t.d.Form == lac.FormLevel {
			break
		}
		t.from--
		if ws[t.from].mark == ':' || ws[t.from].mark == '(' {
			break
		}
	}
	t.topic = t.topicIn(t.d.at+1, t.to) // $251 billion of goods from China
}

// topicIn returns the last word in [from,to) that names trade, a verb of it first.
func (t *tradeReader) topicIn(from, to int) int {
	found := -1
	for k := to - 1; k >= from; k-- {
		w := t.s.words[k]
		if w.mark != 0 || w.topic != topicTrade && w.topic != topicExport && w.topic != topicImport {
			continue
		}
		if w.topic != topicTrade {
			return k
		}
		if found < 0 || !t.s.words[found].hint.has(hintTurnover) {
			found = k
		}
	}
	return found
}

// empty reports whether the words in [from,to) say nothing of what is measured:
// times, verbs, small words.
func (t *tradeReader) empty(from, to int) bool {
	for k := from; k < to; k++ {
		if w := t.s.words[k]; w.mark == 0 && !t.understood(w) || w.party != "" {
			return false
		}
	}
	return true
}

// understood reports whether a word of the phrase of a measure is known not to
// narrow it down.
func (t *tradeReader) understood(w word) bool {
	switch {
	case w.used && (w.figure == nil || w.figure.Kind == figure.KindOrdinal || durations[w.figure.Stated.Value.Unit()] || w.figure.Stated.Value.Unit() == lac.UnitTimes), w.party != "", w.goods != 0, w.hint.has(hintPlain | hintPronoun | hintManner | hintNow | hintBilateral | hintTo | hintOrigin | hintBetween | hintAt):
		return true
	case w.hint.has(hintNarrow | hintBalance | hintPart | hintEverywhere):
		return false
	case w.topic == topicTrade || w.topic == topicExport || w.topic == topicImport:
		return true
	case w.topic != 0 || w.figure != nil:
		return false
	}
	return w.hint.has(hintReach|hintExceed|hintShort|hintPassed) || w.cue.has(cueNot|cueStop|cueDet|cueOf|cueIn|cueTo|cueFrom|cueBy|cueAnd|cueFact|cueUp|cueDown|cueGrowth|cueThis|cueLast|cueYear|cueRegion|cuePossess|cueEach|cueMore|cueLess|cueThan|cueCost)
}

// unreal says why the words around the claim are no statement of fact by the
// speaker; empty if they are.
func (t *tradeReader) unreal() string {
	ws := t.s.words
	for k := 0; k < t.d.at; k++ {
		w := ws[k]
		switch {
		case w.mark == ';':
		case w.hint.has(hintDeny):
			return "somebody denies it"
		case w.hint.has(hintIf) && (!w.hint.has(hintPronoun) || k == 0 || ws[k-1].mark != 0):
			return "it is a condition"
		case w.hint.has(hintReported):
			return "it is another's view"
		}
	}
	for k := t.d.to; k < len(ws); k++ {
		if ws[k].hint.has(hintDeny) && ws[k].mark == 0 && !ws[k].used {
			return "somebody denies it"
		}
	}
	if last := ws[len(ws)-1]; last.mark == '.' && questions(t.s.text[last.Start:last.End]) {
		return "it is a question"
	}
	return ""
}

func questions(mark string) bool { return mark == "?" || mark == "？" }

// goesOn reports whether the claim goes on with the measure of the one before it:
// "a year later it was", "dos años después llegó a".
func (t *tradeReader) goesOn() bool {
	m := t.c.before.measure
	_, money := t.d.Stated.Value.Unit().Currency()
	if m.Subject != lac.SubjectTrade || !money && t.d.Form == lac.FormLevel {
		return false
	}
	start, _ := clause(t.s.words, t.d.from, t.d.to)
	return t.empty(start, t.d.at)
}

// measure reads flow and sides.
func (t *tradeReader) measure() bool {
	ws, d := t.s.words, t.d
	from := t.from
	to := max(t.to, d.to)
	for k := from; k < to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || k == d.at && w.figure != nil:
		case w.hint.has(hintPart) && !w.used:
			d.miss("the whole of a year: it is an average or a part")
			return false
		case w.hint.has(hintEverywhere) && !w.used:
			d.miss("the two sides: it is of trade with all the world, or with others")
			return false
		case w.hint.has(hintNarrow):
			if code, ok := t.goods(w); ok && (d.Measure.Commodity == 0 || d.Measure.Commodity == code) {
				d.Measure.Commodity = code
				continue
			}
			d.miss("all goods: %q", t.s.text[w.Start:w.End])
			return false
		case w.hint.has(hintBalance):
			return t.balance()
		}
	}
	if !t.phraseUnderstood() {
		return false
	}
	if ws[t.topic].topic == topicTrade {
		return t.turnover()
	}
	return t.flow()
}

// goods returns the code of the goods that a word names, if one is meant.
func (t *tradeReader) goods(w word) (lac.Commodity, bool) {
	return w.goods, w.goods != 0
}

// phraseUnderstood reports whether each word of the phrase around the topic is
// known: before it up to a verb or mark, after it up to the verb or figure.
func (t *tradeReader) phraseUnderstood() bool {
	ws := t.s.words
	unknown := func(k int) bool {
		w := ws[k]
		if t.understood(w) || w.mark != 0 {
			return false
		}
		t.d.miss("what %q says of the trade", t.s.text[w.Start:w.End])
		return true
	}
	for k := t.topic - 1; k >= t.from; k-- {
		if w := ws[k]; w.mark != 0 || w.cue.has(cueFact|cueSay) && w.topic == 0 && !w.han && !w.used || k == t.d.at {
			break
		}
		if unknown(k) {
			return false
		}
	}
	end := t.d.at
	if t.topic > t.d.at {
		end = t.to
	}
	verbs := ws[t.topic].hint.has(hintFlowVerb)
	for k := t.topic + 1; k < end; k++ {
		w := ws[k]
		if w.mark != 0 && !(w.mark == ',' && has(ws, k+1, cueArea)) || w.figure != nil && w.figure.Kind == figure.KindMoney {
			break
		}
		if w.hint.has(hintReach | hintExceed | hintShort | hintPassed) {
			break
		}
		if !verbs && !w.used && w.topic == 0 && w.cue.has(cueFact|cueUp|cueDown) && !w.cue.has(cueStop|cueOf) {
			break
		}
		if unknown(k) {
			return false
		}
	}
	return true
}

// A side is a party of a trade phrase with what its words make of it.
type side struct {
	at   int
	area lac.Area
	as   sideRole
}

type sideRole uint8

const (
	sidePlain  sideRole = iota
	sideOwner           // China's, Chinese: whose trade it is
	sideOf              // of China
	sideTo              // to China
	sideOrigin          // from China
)

// sides returns the parties of the part in their order.
func (t *tradeReader) sides(from, to int) []side {
	ws := t.s.words
	var out []side
	for k := from; k < to; k++ {
		w := ws[k]
		if w.mark != 0 || k == t.d.at {
			continue
		}
		for _, code := range w.codes() {
			a := t.c.area(code)
			if a == 0 && w.cue.has(cueArea) {
				return nil // an organisation or group: not understood
			}
			if a != 0 {
				out = append(out, side{k, a, t.role(k)})
			}
		}
		if w.cue.has(cueRegion) && w.party == "" && t.c.pair.known() { // the region
			out = append(out, side{k, t.c.pair.partner, t.role(k)})
		}
	}
	return out
}

// role returns what the words beside the party at k make of it.
func (t *tradeReader) role(k int) sideRole {
	ws := t.s.words
	if has(ws, k+1, cuePossess) {
		return sideOwner
	}
	j := k - 1
	for j >= t.from && ws[j].mark == 0 && (ws[j].cue.has(cueDet) || isArticle(ws[j])) && !ws[j].hint.has(hintTo|hintOrigin) && !ws[j].cue.has(cueOf) {
		j--
	}
	switch {
	case j < t.from || ws[j].mark != 0:
		return sidePlain
	case ws[j].hint.has(hintOrigin):
		return sideOrigin
	case ws[j].hint.has(hintTo):
		return sideTo
	case ws[j].cue.has(cueOf):
		return sideOf
	}
	return sidePlain
}

// two reports whether sides are of exactly two areas, and which.
func two(all []side) (a, b lac.Area, ok bool) {
	for _, s := range all {
		switch {
		case a == 0 || a == s.area:
			a = s.area
		case b == 0 || b == s.area:
			b = s.area
		default:
			return 0, 0, false
		}
	}
	return a, b, a != 0 && b != 0
}

// turnover reads the two sides of all their trade.
func (t *tradeReader) turnover() bool {
	all := t.sides(t.from, max(t.to, t.d.to))
	a, b, ok := two(all)
	if !ok {
		switch {
		case len(all) == 0 && t.c.before.measure.Subject == lac.SubjectTrade:
			a, b = t.c.before.measure.Reporter, t.c.before.measure.Partner
		case len(all) == 0 && t.c.pair.known() && t.bilateral():
			a, b = t.c.pair.reporter, t.c.pair.partner
		default:
			t.d.miss("the two sides")
			return false
		}
	}
	if b == lac.China {
		a, b = b, a
	}
	t.d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: a, Partner: b, Flow: lac.Turnover, Commodity: t.d.Measure.Commodity}
	return true
}

// bilateral reports whether the part speaks of the trade of two sides.
func (t *tradeReader) bilateral() bool {
	for k := t.from; k < t.to; k++ {
		if t.s.words[k].hint.has(hintBilateral) {
			return true
		}
	}
	return false
}

// flow reads who sells or buys, and to or from whom: "Peru's exports to China",
// "China vendió a América Latina", 中国从拉美进口.
func (t *tradeReader) flow() bool {
	ws := t.s.words
	export := ws[t.topic].topic == topicExport
	all := t.sides(t.from, max(t.to, t.d.to))
	var reporter, partner lac.Area
	switch {
	case ws[t.topic].han:
		reporter, partner = t.hanFlow(all, export)
	case ws[t.topic].hint.has(hintFlowVerb):
		reporter, partner = t.verbFlow(all, export)
	default:
		reporter, partner = t.nounFlow(all, export)
	}
	if m := t.c.before.measure; len(all) == 1 && reporter != 0 && partner == 0 && t.c.before.here && m.Subject == lac.SubjectTrade {
		// Of it, China's exports were: the other side is that of the trade before.
		switch reporter {
		case m.Reporter:
			partner = m.Partner
		case m.Partner:
			partner = m.Reporter
		}
	}
	if _, _, ok := two(all); len(all) > 1 && !ok || reporter == 0 || partner == 0 || reporter == partner {
		t.d.miss("whose exports or imports")
		return false
	}
	flow := lac.Import
	if export {
		flow = lac.Export
	}
	t.d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: reporter, Partner: partner, Flow: flow, Commodity: t.d.Measure.Commodity}
	return true
}

// nounFlow reads "China's exports to Peru", "exportaciones de Chile a China".
func (t *tradeReader) nounFlow(all []side, export bool) (reporter, partner lac.Area) {
	for _, s := range all {
		beside := s.as == sidePlain && (s.at == t.topic-1 || s.at == t.topic+1)
		switch {
		case s.as == sideOwner || beside:
			if reporter != 0 {
				return 0, 0
			}
			reporter = s.area
		case export && s.as == sideTo, !export && s.as == sideOrigin:
			if partner != 0 {
				return 0, 0
			}
			partner = s.area
		case export && s.as == sideOrigin, s.as == sideOf && reporter == 0:
			if reporter != 0 {
				return 0, 0
			}
			reporter = s.area
		case !export && s.as == sideOf && partner == 0: // importaciones chinas de Brasil
			partner = s.area
		default:
			return 0, 0
		}
	}
	return reporter, partner
}

// verbFlow reads "China sold Latin America goods worth", "Brasil exportó a China".
func (t *tradeReader) verbFlow(all []side, export bool) (reporter, partner lac.Area) {
	for _, s := range all {
		switch {
		case s.at < t.topic:
			if reporter != 0 || s.as != sidePlain {
				return 0, 0
			}
			reporter = s.area
		case partner != 0:
			return 0, 0
		case export && (s.as == sideTo || s.as == sidePlain && s.at == t.topic+1):
			partner = s.area
		case !export && (s.as == sideOrigin || s.as == sideOf):
			partner = s.area
		default:
			return 0, 0
		}
	}
	return reporter, partner
}

// hanFlow reads 中国从拉美进口, 巴西对华出口, 中方出口额.
func (t *tradeReader) hanFlow(all []side, export bool) (reporter, partner lac.Area) {
	for _, s := range all {
		switch {
		case s.at > t.topic:
			return 0, 0
		case s.as == sideTo && export, s.as == sideOrigin && !export:
			if partner != 0 {
				return 0, 0
			}
			partner = s.area
		case s.as == sidePlain || s.as == sideOf:
			if reporter != 0 {
				return 0, 0
			}
			reporter = s.area
		default:
			return 0, 0
		}
	}
	return reporter, partner
}

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
	all := t.sides(t.from, max(t.to, d.to))
	_, _, ok := two(all)
	owner := lac.Area(0)
	for _, s := range all {
		if s.as == sideOwner || s.as == sidePlain && at >= 0 && (s.at == at-1 || s.at == at+1) && !t.s.words[s.at].han || s.as == sideOf && s.at == at+2 || s.at < at && s.as == sidePlain && !ws[s.at].han && hasCue(ws[s.at+1:at], cueFact) {
			if owner != 0 && owner != s.area {
				owner = 0
				break
			}
			owner = s.area
		}
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
	if ws[at].hint.has(hintDeficit) {
		d.Stated = negated(d.Stated)
	}
	return true
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
	if t.topic >= 0 && t.topic < d.at {
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
	case exceed && plain && d.Form == lac.FormLevel && !begins(ws, d.at, t.c.rest):
		d.Stated.Comparator = lac.Over
	}
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
	case d.Period.First().IsZero() && !last.IsZero():
		d.Period = lac.Days(lac.DateOf(last.Year(), 1, 1), last)
	}
}
