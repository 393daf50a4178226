package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

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
		if w.mark != 0 || k == t.d.at || t.isAside(k) {
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
			if t.c.pair.partner.IsCountry() {
				return nil // which region it is, the text does not say
			}
			if !t.c.ofRegion() {
				return nil
			}
			out = append(out, side{k, t.c.pair.partner, t.role(k)})
		}
	}
	return out
}

// role returns what the words beside the party at k make of it.
func (t *tradeReader) role(k int) sideRole {
	ws := t.s.words
	if has(ws, k+1, cuePossess) || t.apostrophe(k+1) {
		return sideOwner
	}
	j := k - 1
	for j >= t.from && ws[j].mark == 0 && (ws[j].cue.has(cueDet) || isArticle(ws[j]) || ws[j].hint.has(hintPoints) || ws[j].cue.has(cueRole) && ws[j].hint.has(hintPlain)) && !ws[j].hint.has(hintTo|hintOrigin) && !ws[j].cue.has(cueOf) {
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

// apostrophe reports whether word k is one alone that makes the name before it an owner:
// Honduras' exports.
func (t *tradeReader) apostrophe(k int) bool {
	ws := t.s.words
	return k > 0 && k+1 < len(ws) && ws[k].mark == '"' && !ws[k].quote() && ws[k].joined && !ws[k+1].joined && endsIn(strings.ToLower(t.s.text[ws[k-1].Start:ws[k-1].End]), lexicon.PluralEndings)
}

// with reports whether the party at k is one with whom somebody trades: "with Peru".
func (t *tradeReader) with(k int) bool {
	for k--; k >= t.from && (has(t.s.words, k, cueDet) || isArticle(t.s.words[k])); k-- {
	}
	return k >= t.from && says(t.s.words, k, sensePartner)
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
	if t.s.words[t.topic].sense.has(senseBothFlows) && t.severalAlike() {
		t.d.miss("one flow: its words speak of two")
		return false
	}
	all := t.sides(t.from, max(t.to, t.d.to))
	a, b, ok := two(all)
	if !ok {
		switch {
		case len(all) == 0 && t.c.before.measure.Subject == lac.SubjectTrade:
			a, b = t.c.before.measure.Reporter, t.c.before.measure.Partner
		case len(all) == 0 && t.c.pair.known() && t.bilateral():
			a, b = t.c.pair.reporter, t.c.pair.partner
		case len(all) == 1 && t.with(all[0].at) && t.c.booksOf(t.s.words) != 0 && t.c.booksOf(t.s.words) != all[0].area:
			a, b = t.c.booksOf(t.s.words), all[0].area // according to Chinese customs, trade with Peru
		case len(all) == 1 && (t.with(all[0].at) || all[0].as == sideTo) && t.c.booksOf(t.s.words) == 0 && t.subjectAhead(all[0].area) == 0 && len(parties(t.s.words)) == 1 && t.c.onlyPair(all[0].area) != 0:
			a, b = t.c.onlyPair(all[0].area), all[0].area // Peru ...; trade with China
		case len(all) == 1 && all[0].as == sideTo && t.s.words[t.topic].han && t.subjectAhead(all[0].area) != 0:
			a, b = t.subjectAhead(all[0].area), all[0].area // 我国对欧盟进出口…；对拉美进出口
		default:
			t.d.miss("the two sides")
			return false
		}
	}
	t.c.before.teller = t.teller(all, a, b)
	if b == lac.China {
		a, b = b, a
	}
	t.d.Measure = lac.Measure{Subject: lac.SubjectTrade, Reporter: a, Partner: b, Flow: lac.Turnover, Commodity: t.d.Measure.Commodity}
	return true
}

// subjectAhead returns whose trade with others the sentence speaks of before a part that
// leaves it out: the last area before it with a word such as 对 behind it.
func (t *tradeReader) subjectAhead(partner lac.Area) lac.Area {
	for k := t.from - 1; k >= 0; k-- {
		if a := t.c.area(t.s.words[k].party); a != 0 && a != partner && means(t.s.words, k+1, hintTo|hintOrigin) {
			return a
		}
	}
	return 0
}

// teller returns the side as whose the words tell the trade of two: China's trade with
// Brazil, 中国对拉美进出口. It is zero for trade between the two.
func (t *tradeReader) teller(all []side, a, b lac.Area) lac.Area {
	if len(all) == 1 && all[0].as == sideTo && t.s.words[t.topic].han {
		return a
	}
	if len(all) != 2 {
		return 0
	}
	switch x, y := all[0], all[1]; {
	case t.s.words[t.topic].han && x.as == sidePlain && y.as == sideTo, !t.s.words[t.topic].han && (x.as == sideOwner || x.as == sideOf) && t.with(y.at):
		return x.area
	}
	return 0
}

// severalAlike reports whether the sentence has another claim of the same form and
// unit: imports and exports were 116 and 72 billion.
func (t *tradeReader) severalAlike() bool {
	n := 0
	for _, o := range t.c.all {
		if o.Form == t.d.Form && o.Stated.Value.Unit() == t.d.Stated.Value.Unit() {
			n++
		}
	}
	return n > 1
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
	case ws[t.topic].hint.has(hintFlowVerb) && !t.ownedAs():
		reporter, partner = t.verbFlow(all, export)
	default:
		reporter, partner = t.nounFlow(all, export)
	}
	ofOne := len(all) == 1 && !export && t.s.headFirst && all[0].as == sideOf // importações da China: from China, or by it
	if m := t.c.before.measure; len(all) == 1 && reporter != 0 && partner == 0 && t.c.before.here && (!ofOne || m.Flow == lac.Turnover) && m.Subject == lac.SubjectTrade {
		// Of it, China's exports were: the other side is that of the trade before.
		switch reporter {
		case m.Reporter:
			partner = m.Partner
		case m.Partner:
			partner = m.Reporter
		}
	}
	if m := t.c.before.measure; ofOne && reporter == all[0].area && partner == 0 {
		// As importações da China: of Brazil, from China, where the text speaks of Brazil's
		// trade with China.
		if books := t.c.booksOf(ws); m.Subject == lac.SubjectTrade && m.Commodity == 0 && m.Partner == reporter && (m.Flow == lac.Export || m.Flow == lac.Import) && (!t.s.paragraph || t.c.before.here) {
			reporter, partner = m.Reporter, reporter
		} else if books != 0 && books != reporter {
			reporter, partner = books, reporter
		}
	}
	if len(all) == 1 && reporter == 0 && partner != 0 {
		reporter = t.elided(partner)
	}
	if m := t.c.before.measure; len(all) == 0 && m.Flow == lac.Turnover && m.Commodity == 0 && t.bare() && t.c.before.books != 0 && (t.c.before.here || !t.s.paragraph) {
		// As Brazil's ministry has it, trade with China was so much. Exports were:
		switch t.c.before.books {
		case m.Reporter:
			reporter, partner = m.Reporter, m.Partner
		case m.Partner:
			reporter, partner = m.Partner, m.Reporter
		}
	}
	if m, teller := t.c.before.measure, t.c.before.teller; len(all) == 0 && (t.c.before.here || !t.s.paragraph && t.d.Measure.Commodity == 0) && m.Flow == lac.Turnover && m.Commodity == 0 && teller != 0 && reporter == 0 && t.bare() {
		// China's trade with Brazil was so much, with exports of:
		if reporter, partner = teller, m.Reporter; teller == m.Reporter {
			partner = m.Partner
		}
	}
	if m := t.c.before.measure; len(all) == 0 && t.c.before.here && (m.Flow == lac.Export || m.Flow == lac.Import) && t.topic > 0 && pronoun(ws[t.topic-1]) {
		reporter, partner = m.Reporter, m.Partner // and its imports
	}
	if m := t.c.before.measure; len(all) == 0 && (t.c.before.here || t.standsBeside(m)) && m.Commodity == 0 && (m.Flow == lac.Export && !export || m.Flow == lac.Import && export) && t.bare() {
		reporter, partner = m.Reporter, m.Partner // exports were $72 billion, and imports $116 billion
	}
	if m := t.c.before.measure; len(all) == 0 && m.Commodity == 0 && (m.Flow == lac.Export) == export && t.bare() && t.sameFlow(m) {
		reporter, partner = m.Reporter, m.Partner // imports swelled by a quarter to $41.9 billion
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

// ownedAs reports whether the word for the flow, which may be a verb, is a noun for what
// somebody has: China's purchases.
func (t *tradeReader) ownedAs() bool { return has(t.s.words, t.topic-1, cuePossess) }

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
		case export && s.as == sideTo, !export && s.as == sideOrigin, s.as == sideTo && t.s.words[t.topic].sense.has(senseBuys): // compras a China
			if partner != 0 {
				return 0, 0
			}
			partner = s.area
		case export && s.as == sidePlain && t.s.headFirst && s.at > t.topic+1 && t.s.words[s.at-1].hint.has(hintPlain|hintNarrow): // ventas de autos chinos
			if reporter != 0 {
				return 0, 0
			}
			reporter = s.area
		case export && s.as == sideOrigin, s.as == sideOf && reporter == 0:
			if reporter != 0 {
				return 0, 0
			}
			reporter = s.area
		case !export && s.as == sidePlain && partner == 0 && s.at > t.topic+1 && t.s.headFirst && means(t.s.words, s.at-1, hintPlain): // importações de produtos chineses
			partner = s.area
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
	for k, s := range all {
		switch {
		case s.at < t.topic && k+1 < len(all) && all[k+1].at < t.topic && all[k+1].area == s.area && t.s.words[all[k+1].at].hint.has(hintNation|hintOurs):
			// Peru's central bank said the country exported
		case s.at <= t.topic: // at it: exportamos
			if reporter != 0 && reporter != s.area || s.as != sidePlain {
				return 0, 0
			}
			reporter = s.area
		case export && s.as == sideOrigin && reporter == 0 && t.topic > t.d.at: // were exported from
			reporter = s.area
		case partner != 0:
			return 0, 0
		case export && (s.as == sideTo || s.as == sidePlain && s.at == t.topic+1):
			partner = s.area
		case !export && (s.as == sideOrigin || s.as == sideOf), !export && t.s.headFirst && s.as == sideTo && s.at <= t.topic+3: // compró a China
			partner = s.area
		case !export && s.as == sidePlain && ((means(t.s.words, s.at-1, hintPlain) || s.at > 0 && t.s.words[s.at-1].goods != 0) && t.s.headFirst || (means(t.s.words, s.at+1, hintPlain) || s.at+1 < len(t.s.words) && t.s.words[s.at+1].goods != 0) && !t.s.headFirst): // comprou produtos brasileiros
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
