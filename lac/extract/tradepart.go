package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// part finds the part of the sentence, between commas, that names what the claim
// is about: that of the figure or, where it names no trade, one before it.
func (t *tradeReader) part() {
	ws := t.s.words
	start, end := clause(ws, t.d.from, t.d.to)
	boundary := func(i int) bool {
		if ws[i].mark == ',' && has(ws, i-1, cueArea) && has(ws, i+1, cueArea) {
			return false // a list of parties
		}
		if ws[i].mark == 0 && ws[i].cue.has(cueAnd) && i < t.d.at {
			// Exports were $104 billion and its imports $53 billion.
			return slices.ContainsFunc(t.c.all, func(o draft) bool { return o.at < i && o.at > start && o.Form == lac.FormLevel }) && t.topicIn(i, t.d.at) > i
		}
		if ws[i].han && ws[i].sense.has(senseNoName) && i > 0 && ws[i-1].used && i+1 < len(ws) && !ws[i+1].joined {
			return true // 8月9日电
		}
		return ws[i].mark == ',' || ws[i].mark == '-' || ws[i].mark == ':' || ws[i].mark == '(' || ws[i].mark == ')'
	}
	t.from, t.to = t.d.at, t.d.to
	for t.to < end && !boundary(t.to) {
		if w := ws[t.to]; w.cue.has(cueAnd) && w.mark == 0 && t.flowIn(t.to+1, min(t.to+4, end)) {
			break // while importing $119 billion
		}
		if says(ws, t.to, senseCause) && !ws[t.to].used {
			break
		}
		t.to++
	}
	t.topic = -1
	if at := max(t.setBehind(), t.amountOf()); at > 0 {
		t.topic, t.to, t.behind = at, max(at+1, t.to), true
		for t.from > start && t.s.words[t.from-1].mark == 0 && !t.s.words[t.from-1].cue.has(cueAnd) {
			t.from--
		}
		for k := at + 1; k < t.to; k++ {
			if has(ws, k, cueAnd) && ws[k].mark == 0 {
				t.to = k
			}
		}
		return
	}
	for {
		for t.from > start && !boundary(t.from-1) {
			t.from--
		}
		if t.topic = t.topicIn(t.from, t.d.at); t.topic >= 0 {
			if verb := t.topicIn(t.d.to, t.to); verb > 0 && ws[t.topic].topic == topicTrade && !ws[verb].han && ws[verb].hint.has(hintFlowVerb) && ws[verb].topic != topicTrade {
				t.topic = verb // goods worth so much were exported
			}
			return
		}
		if end := t.said(t.from, t.d.at); t.aside[1] == 0 && t.from > start && ws[t.from-1].mark == ',' && end > t.from {
			t.aside = [2]int{t.from, end}
		}
		if t.d.Form == lac.FormLevel {
			if behind := t.topicIn(t.d.to, t.to); behind >= 0 && !ws[behind].han && hasCue(ws[t.d.to:behind], cueFact) {
				t.topic, t.behind = behind, !means(ws, behind-1, hintPlain) && !means(ws, behind+1, hintPlain) // of which $116 billion were Brazilian exports
				return
			}
		}
		if t.from <= start || !t.empty(t.from, t.d.at) && t.d.Form == lac.FormLevel {
			break
		}
		t.from--
		if ws[t.from].mark == ':' && (t.from+1 == t.d.from || t.takesUpAgain(t.from+1)) {
			continue // exports to China: $38 billion
		}
		if ws[t.from].mark == ':' || ws[t.from].mark == '(' {
			break
		}
	}
	t.topic = t.topicIn(t.d.at+1, t.to) // $251 billion of goods from China
}

// takesUpAgain reports whether the words from k up to the figure say no more than that it, what
// stands before the colon, was so much: trade with China is small: it totalled.
func (t *tradeReader) takesUpAgain(k int) bool {
	return takesUp(t.s.words[k:t.d.at]) || t.s.headFirst && t.empty(k, t.d.at)
}

// setBehind returns the word for sales or purchases that stands alone behind the figure and
// a comma, as where a verb is left out: 15 billion were imports and 2 billion, exports. It is
// 0 if there is none.
func (t *tradeReader) setBehind() int {
	ws := t.s.words
	k := t.d.to + 1
	if !mark(ws, t.d.to, ",") || ws[t.d.at].han {
		return 0
	}
	for k < len(ws) && (isArticle(ws[k]) || has(ws, k, cueDet)) && ws[k].mark == 0 {
		k++
	}
	if !t.flowIn(k, k+1) || ws[k].hint.has(hintFlowVerb) || k+1 < len(ws) && ws[k+1].mark == 0 {
		return 0
	}
	for j := t.d.from - 1; j > 0 && ws[j].mark == 0; j-- { // of another one it was told before
		if ws[j].cue.has(cueAnd) {
			return k
		}
	}
	return 0
}

// amountOf returns the word for sales or purchases of which the words behind the figure say
// that it is so much, where those before it say nothing: $38 billion in exports and $23
// billion in imports. It is 0 if there is none.
func (t *tradeReader) amountOf() int {
	ws := t.s.words
	k := t.d.to
	if t.d.Form != lac.FormLevel || ws[t.d.at].han || !has(ws, k, cueIn|cueOf) || ws[k].used {
		return 0
	}
	for k++; k < len(ws) && (isArticle(ws[k]) || has(ws, k, cueDet) || means(ws, k, hintPlain)) && ws[k].mark == 0 && ws[k].topic == 0; k++ {
	}
	if !t.flowIn(k, k+1) || ws[k].hint.has(hintFlowVerb) {
		return 0
	}
	for j := t.d.from - 1; j >= 0 && ws[j].mark == 0 && !ws[j].cue.has(cueAnd); j-- {
		if w := ws[j]; !w.cue.has(cueOf|cueStop|cueFact) && !w.sense.has(senseThem) && !t.understood(w) || w.party != "" || w.topic != 0 {
			return 0
		}
	}
	return k
}

// flowIn reports whether a word in [from,to) names sales or purchases.
func (t *tradeReader) flowIn(from, to int) bool {
	for k := from; k < min(to, len(t.s.words)) && t.s.words[k].mark == 0; k++ {
		if w := t.s.words[k]; w.topic == topicExport || w.topic == topicImport {
			return true
		}
	}
	return false
}

// ahead goes on to the part behind the comma where that of the claim names no trade:
// for the third consecutive year, imports fell.
func (t *tradeReader) ahead() {
	ws := t.s.words
	if t.topic >= 0 || !mark(ws, t.to, ",") {
		return
	}
	to := t.to + 1
	for to < len(ws) && ws[to].mark == 0 {
		to++
	}
	if at := t.topicIn(t.to+1, to); at >= 0 {
		t.topic, t.to = at, to
	}
}

// said returns the comma that ends the words at from, up to to, if they only say who
// says so: according to the ministry. It is from where they do not.
func (t *tradeReader) said(from, to int) int {
	says := false
	for k := from; k < to; k++ {
		switch w := t.s.words[k]; {
		case w.mark == ',' && says:
			return k
		case w.mark != 0 || w.figure != nil || w.topic != 0 || w.hint.has(hintDeny|hintIf|hintReported):
			return from
		default:
			says = says || w.cue.has(cueSay)
		}
	}
	return from
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
