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
	from, to int    // the part of the sentence that speaks of the claim
	topic    int    // the word that names the trade, -1 if there is none
	aside    [2]int // words between commas that say only who says so
	behind   bool   // that word stands alone behind the figure and a comma
	average  bool   // the claim is of an average of years
	real     bool   // it is in real terms
}

// weights are the units of a weight of goods.
var weights = map[lac.Unit]bool{lac.UnitTonnes: true, lac.UnitKilograms: true}

// ofYears reports whether the claim is of what a flow came to each year of
// several, on the average.
func (t *tradeReader) ofYears() bool {
	p, yearly := t.d.Period, t.d.PerYear
	if t.d.Form != lac.FormLevel || !p.First().Before(p.Last()) || p.First().IsZero() || p.First().Year() == p.Last().Year() ||
		p != lac.Years(p.First().Year(), p.Last().Year()) {
		return false
	}
	averaged := false
	start, _ := clause(t.s.words, t.d.from, t.d.to)
	for k := start; k < t.from; k++ { // On average, ...
		averaged = averaged || t.s.words[k].sense.has(senseAverage) && t.s.onlyAverage(start, t.from)
	}
	for k := t.from; k < t.to; k++ {
		w := t.s.words[k]
		switch {
		case w.sense.has(senseAverage):
			averaged, yearly = true, yearly || w.cue.has(cueEach)
		case w.hint.has(hintPart) && !w.used, w.cue.has(cueMember):
			return false // of months, of countries
		}
	}
	return averaged && yearly
}

// miss adds what is missing to a claim.
func (d *draft) miss(format string, args ...any) {
	d.Missing = append(d.Missing, fmt.Sprintf(format, args...))
}

// understood reports whether a word of the phrase of a measure is known not to
// narrow it down.
func (t *tradeReader) understood(w word) bool {
	switch {
	case w.sense.has(senseReal), w.sense.has(senseAverage) && t.average, w.sense.has(senseRecord | senseRecordLow | senseFirstTime | sensePartner | senseRecorded):
		return true
	case w.used && (w.figure == nil || w.figure.Kind == figure.KindOrdinal || durations[w.figure.Stated.Value.Unit()] || w.figure.Stated.Value.Unit() == lac.UnitTimes), w.party != "", w.goods != 0, w.hint.has(hintPlain | hintPronoun | hintManner | hintMonthly | hintNow | hintSame | hintPeriod | hintPoints | hintBilateral | hintTo | hintOrigin | hintBetween | hintAt):
		return true
	case w.hint.has(hintNarrow | hintBalance | hintPart | hintEverywhere):
		return false
	case w.cue.has(cueMember) && t.ofRegion(w), w.cue.has(cueMonthUnit) && isMonth(t.d.Period): // no mês
		return true
	case w.topic == topicTrade || w.topic == topicExport || w.topic == topicImport:
		return true
	case w.topic != 0 || w.figure != nil:
		return false
	}
	return w.hint.has(hintReach|hintExceed|hintShort|hintPassed) || w.cue.has(cueNot|cueStop|cueDet|cueOf|cueIn|cueTo|cueFrom|cueBy|cueAnd|cueFact|cueUp|cueDown|cueGrowth|cueThis|cueLast|cueYear|cueRegion|cuePossess|cueEach|cueMore|cueLess|cueThan|cueCost|cueEnd|cueRun)
}

// isMonth reports whether a period is one month.
func isMonth(p lac.Period) bool {
	return !p.First().IsZero() && p == lac.Month(p.First().Year(), p.First().Month())
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
		case w.sense.has(senseIfFirst) && (k == 0 || k == 1 && ws[0].mark != 0):
			return "it is a condition" // Had trade reached
		case w.hint.has(hintReported):
			return "it is another's view"
		case w.cue.has(cueDuty) && !w.cue.has(cueFact) && !w.used && k >= t.from:
			return "it says what should be"
		}
	}
	for k := t.d.to; k < len(ws); k++ {
		if ws[k].hint.has(hintDeny) && ws[k].mark == 0 && !ws[k].used {
			return "somebody denies it"
		}
	}
	if t.s.asks() {
		return "it is a question"
	}
	if slices.ContainsFunc(ws, func(w word) bool { return w.trait.has(traitCorrects) && w.mark == 0 }) {
		return "something of it is taken back"
	}
	return ""
}

// goesOn reports whether the claim goes on with the measure of the one before it:
// "a year later it was", "dos años después llegó a".
func (t *tradeReader) goesOn() bool {
	m := t.c.before.measure
	_, money := t.d.Stated.Value.Unit().Currency()
	if m.Subject != lac.SubjectTrade || !money && t.d.Form == lac.FormLevel {
		return false
	}
	start, _ := clause(t.s.words, t.d.from, t.d.to)
	return t.empty(start, t.d.at) && !t.ofGoods(start, t.d.at) && (t.d.Form != lac.FormLevel || t.tailUnderstood())
}

// ofGoods reports whether a word in [from,to) names goods.
func (t *tradeReader) ofGoods(from, to int) bool {
	return slices.ContainsFunc(t.s.words[from:to], func(w word) bool { return w.hint.has(hintNarrow) })
}

// twoFlows reports whether the words before the figure name sales and purchases with
// no figure between them: exports to and imports from Brazil.
func (t *tradeReader) twoFlows() bool {
	seen := topicNone
	for k := t.from; k < t.d.at; k++ {
		switch w := t.s.words[k]; {
		case w.mark != 0 && w.mark != ',' || t.isAside(k):
		case w.figure != nil && !w.used, w.figure != nil && w.figure.Kind == figure.KindMoney:
			seen = topicNone
		case w.topic != topicExport && w.topic != topicImport:
		case seen != topicNone && seen != w.topic:
			return true
		default:
			seen = w.topic
		}
	}
	return false
}

// goods returns the code of the goods that a word names, if one is meant.
func (t *tradeReader) goods(w word) (lac.Commodity, bool) {
	return w.goods, w.goods != 0
}

// tailUnderstood reports whether the words that follow the figure and say of what
// it is are known: "$3 billion in cherries", "$3 billion of copper products".
func (t *tradeReader) tailUnderstood() bool {
	ws := t.s.words
	for k := t.d.to; k < t.to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0:
			return true
		case t.understood(w) || t.sameMonths(k):
			continue
		case w.cue.has(cueStop | cueFact | cueUp | cueDown | cueGrowth | cueMore | cueSay | cueAnd | cueFuture | cueShare), w.figure != nil, w.used:
			return true
		}
		t.d.miss("what %q says of the trade", t.s.text[w.Start:w.End])
		return false
	}
	return true
}

// sameMonths reports whether word k ends "the same months".
func (t *tradeReader) sameMonths(k int) bool {
	return has(t.s.words, k, cueMonthUnit) && means(t.s.words, k-1, hintSame)
}

// phraseUnderstood reports whether each word of the phrase around the topic is
// known: before it up to a verb or mark, after it up to the verb or figure.
func (t *tradeReader) phraseUnderstood() bool {
	ws := t.s.words
	unknown := func(k int) bool {
		w := ws[k]
		if t.understood(w) || w.mark != 0 || w.trait.has(traitVolume) && weights[t.d.Stated.Value.Unit()] || t.sameMonths(k) || soldTo(ws[t.from:t.to], k-t.from, t.s.headFirst) || w.han && pronoun(w) && t.c.before.about != 0 && possessed(ws, t.from, t.topic) {
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
		// The yuan settled $5 billion of trade between: so much of it.
		for k := t.d.at - 1; k >= t.from && ws[k].mark == 0 && !ws[t.topic].han && !hasCue(ws[min(t.d.to, t.topic):t.topic], cueFact); k-- {
			if w := ws[k]; !w.used && w.topic == 0 && !w.cue.has(cueFact|cueSay|cueStop) && unknown(k) {
				return false
			}
		}
	}
	verbs := ws[t.topic].hint.has(hintFlowVerb)
	for k := t.topic + 1; k < end; k++ {
		w := ws[k]
		if w.mark != 0 && !(w.mark == ',' && has(ws, k+1, cueArea)) || w.figure != nil && (w.figure.Kind == figure.KindMoney || weights[w.figure.Stated.Value.Unit()] || t.amountAt(k)) {
			break
		}
		if w.hint.has(hintReach | hintExceed | hintShort | hintPassed) {
			break
		}
		if !verbs && !w.used && w.topic == 0 && w.cue.has(cueFact|cueUp|cueDown) && !w.cue.has(cueStop|cueOf) {
			break
		}
		if t.changed(k) {
			break // rose 5.2 percent to
		}
		if t.otherChange(k) {
			continue // rose 60 percent in 2022 and 1 percent in 2023
		}
		if unknown(k) {
			return false
		}
	}
	// What stands between an amount before it and this one must be understood too:
	// $43 billion instead of $50 billion.
	for k := t.d.at - 1; k > t.topic && ws[k].mark == 0; k-- {
		if f := ws[k].figure; f != nil && f.Kind == figure.KindMoney {
			for k++; k < t.d.at; k++ {
				if w := ws[k]; !w.used && !w.hint.has(hintCompared) && unknown(k) {
					return false
				}
			}
			break
		}
	}
	return true
}

// amountAt reports whether the figure of another claim at word k is an amount of money:
// 25.200 millones, where the currency is left out.
func (t *tradeReader) amountAt(k int) bool {
	return slices.ContainsFunc(t.c.all, func(o draft) bool {
		_, money := o.Stated.Value.Unit().Currency()
		return o.at == k && money && o.Form == lac.FormLevel && len(o.Missing) == 0 && k != t.d.at
	})
}

// changed reports whether word k is the percentage of a change that a claim of its
// own states, up to which the phrase of the measure goes: the amount that it leads to
// follows, with the word for "to" or a verb of reaching before it.
func (t *tradeReader) changed(k int) bool {
	ws, d := t.s.words, t.d
	if w := ws[k]; !w.used || w.figure == nil || w.figure.Stated.Value.Unit() != lac.UnitPercent && !isFraction(w.figure) || t.d.Form != lac.FormLevel || k >= t.d.at {
		return false
	}
	f := ws[d.at].figure
	if f == nil {
		return false // a record has none
	}
	leads := f.Whole.Start < f.Core.Start && (f.Stated.Comparator == "" || f.Stated.Comparator == lac.Equal) // subieron 15,6 % hasta
	also := t.notOnly(k)                                                                                     // not only rose 5 percent but also topped
	leads = leads || also
	for j := k + 1; j < t.d.at; j++ {
		w := ws[j]
		to := (w.cue.has(cueTo) || w.hint.has(hintTo)) && !w.cue.has(cueAnd) || j == t.d.at-1 && w.hint.has(hintAt) // up 3 percent at
		comma := w.mark == ',' && (also || j == d.at-1)                                                             // 13,4 % interanual, hasta
		leads = to || leads && (w.mark == 0 || comma) && (w.figure == nil || also && t.isTime(j)) && (w.mark != 0 || also && t.isTime(j) || w.cue.has(cueStop|cueDet|cueAnd|cueGrowth) || w.hint.has(hintPlain|hintManner)) || w.hint.has(hintReach|hintExceed)
		if w.cue.has(cueFrom|cueBy|cueOf|cueThan) && !w.used && !to && !ws[j+1].used || w.party != "" {
			return false
		}
	}
	for k--; leads && k > t.topic && k > 0 && ws[k].used; k-- {
		if ws[k].cue.has(cueUp|cueDown) && ws[k].topic == 0 {
			return true
		}
	}
	return false
}

// otherChange reports whether the figure at word k is that of a change of the same flow at
// another time.
func (t *tradeReader) otherChange(k int) bool {
	return t.d.Form == lac.FormChange && slices.ContainsFunc(t.c.all, func(o draft) bool {
		return o.at == k && o.Form == lac.FormChange && o.Stated.Value.Unit() == t.d.Stated.Value.Unit() && !o.Period.IsZero() && !t.d.Period.IsZero() && o.Period != t.d.Period
	})
}

// isTime reports whether word k is one that a time rests on, and no claim.
func (t *tradeReader) isTime(k int) bool {
	return t.s.words[k].used && !slices.ContainsFunc(t.c.all, func(o draft) bool { return k >= o.from && k < o.to })
}

// notOnly reports whether words between the topic and k say that more follows of the same.
func (t *tradeReader) notOnly(k int) bool {
	return t.topic >= 0 && t.topic < k && slices.ContainsFunc(t.s.words[t.topic:k], func(w word) bool { return w.hint.has(hintNotOnly) })
}

// isAside reports whether word k only says who says so.
func (t *tradeReader) isAside(k int) bool { return k >= t.aside[0] && k < t.aside[1] }

// empty reports whether the words in [from,to) say nothing of what is measured:
// times, verbs, small words.
func (t *tradeReader) empty(from, to int) bool {
	for k := from; k < to; k++ {
		if w := t.s.words[k]; !t.isAside(k) && (w.mark == 0 && !t.understood(w) || w.party != "") {
			return false
		}
	}
	return true
}

// onlyAverage reports whether the words in [from,to) say no more than that what follows
// is an average.
func (s *sentence) onlyAverage(from, to int) bool {
	for k := from; k < to; k++ {
		if w := s.words[k]; w.mark == 0 && !w.sense.has(senseAverage) && !w.cue.has(cueIn|cueStop|cueDet) {
			return false
		}
	}
	return true
}

// ofRegion reports whether a word for countries only says those of a whole region:
// Latin American countries, países de América Latina.
func (t *tradeReader) ofRegion(w word) bool {
	ws := t.s.words
	k := t.from
	for k < t.to && ws[k].Span != w.Span {
		k++
	}
	region := func(i int) bool {
		if i < 0 || i >= len(ws) {
			return false
		}
		a := t.c.area(ws[i].party)
		return a != 0 && !a.IsCountry()
	}
	of := k + 1
	for has(ws, of, cueOf|cueDet) && of < k+4 {
		of++
	}
	switch {
	case k == t.to || k > 0 && (ws[k-1].figure != nil || has(ws, k-1, cueOther|cueAmong)):
		return false
	case t.s.headFirst:
		return region(of) && !(k > 0 && ws[k-1].figure != nil)
	}
	return region(k-1) && !(k > 1 && ws[k-2].figure != nil) && !has(ws, k+1, cueRefer) && !says(ws, k+1, sensePartner|senseThatSaid)
}

// near reports whether the words in [from,to) only join a flow with its owner.
func (t *tradeReader) near(from, to int) bool {
	for k := from; k < to; k++ {
		w := t.s.words[k]
		percent := k == t.d.at && !w.han && t.s.words[to].han // 智利37%的出口
		if w.mark != 0 || !percent && !w.cue.has(cueOf|cueDet) && !w.hint.has(hintPlain) && !isArticle(w) {
			return false
		}
	}
	return to-from <= 4
}
