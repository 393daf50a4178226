package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A mood says how a clause means its figure.
type mood uint8

const (
	moodFact     mood = iota // it is or was so
	moodPledge               // somebody says that they will
	moodForecast             // it is expected
)

// moodOf returns the mood of the figure in words [from,to): that of the nearest
// verb before it in its clause or, where the figure comes first, after it.
func moodOf(s *sentence, from, to int) mood {
	ws := s.words
	if promisedAfter(s, to) && !has(ws, from+1, cueOf) { // 5 of the 20 promised are no promise
		return moodPledge
	}
	growing, costing, listed := false, false, false
	j := from - 1
	if mark(ws, j, ",") && has(ws, to, cueFact|cueFuture) {
		j = -1 // a figure that begins its clause and is followed by its verb
	}
	for ; j >= 0 && j > from-maxScope; j-- {
		w := ws[j]
		switch {
		case w.mark == ';' || w.mark == '.':
			j = -1
			continue
		case w.mark == ':':
			listed = true // what follows lists what the clause before says
			continue
		case w.figure != nil || w.mark != 0:
			continue
		case w.cue.has(cuePledge) && !done(s, j):
			return moodPledge
		case w.cue.has(cueForecast) && !w.upper:
			return moodForecast
		case w.cue.has(cueFuture):
			if m := moodAbove(ws, j); m != moodFact {
				return m
			}
			if supposed(ws, j) {
				return moodForecast // if it bought as much, it would sell
			}
			if growing || costing || tradeWill(ws, j) {
				return moodForecast
			}
			return moodPledge
		}
		if w.cue.has(cueUp | cueDown) {
			growing = true
		}
		if w.cue.has(cueCost) && !has(ws, j-1, cueIn) && !(j > 0 && isArticle(ws[j-1])) { // not: at a cost of
			costing = true
		}
		if w.cue.has(cueFact) && !listed && !bare(ws, j) {
			// The verb of "they said that" does not speak of the figure.
			if !(w.cue.has(cueSay) && !has(ws, j+1, cueDet)) || has(ws, j-1, cueFact) {
				return moodFact
			}
		}
	}
	for k := to; k < len(ws) && k < to+maxScope; k++ {
		w := ws[k]
		switch {
		case w.mark == ';' || w.mark == '.':
			return moodFact
		case w.mark != 0 || w.used:
		case w.figure != nil && !mark(ws, k-1, ","):
		case w.cue.has(cueFuture):
			for n := k + 1; n < len(ws) && n < k+4; n++ {
				if ws[n].cue.has(cuePurpose) {
					return moodFact
				}
				if ws[n].cue.has(cueUp|cueDown|cueCost) || ws[n].cue.has(cueForecast) {
					return moodForecast
				}
			}
			return moodPledge
		case w.cue.has(cueForecast):
			return moodForecast
		case w.cue.has(cuePledge):
			return moodPledge
		case w.cue.has(cueFact):
			if has(ws, k+1, cuePledge) && !has(ws, k+1, cueFuture) { // not: had agreed to
				return moodPledge
			}
			if n := k + 1; n < len(ws) && ws[n].cue.has(cueForecast) {
				return moodForecast
			}
			return moodFact
		case w.cue.has(cueSay) && mark(ws, k-1, ","):
			return moodFact
		}
	}
	return moodFact
}

// promisedAfter reports whether the words at i, behind a figure, say that it was
// promised: "the $20 billion pledged", "that it promised".
func promisedAfter(s *sentence, i int) bool {
	ws := s.words
	for k := i; k < len(ws) && k <= i+3 && ws[k].mark == 0; k++ {
		switch w := ws[k]; {
		case w.cue.has(cuePledge) && !w.cue.has(cueFact|cueFuture):
			return endsIn(w.text, s.lang.Participles)
		case w.sense.has(senseThatThey) || w.party != "":
		default:
			return false
		}
	}
	return false
}

// promisedBefore reports whether the clause says that somebody promised what a claim
// counts: "pledged 3,500 scholarships", 承诺提供, and not that they will.
func promisedBefore(s *sentence, d *draft) bool {
	ws := s.words
	start, _ := clause(ws, d.from, d.to)
	promised := false
	for k := start; k < d.from; k++ {
		switch w := ws[k]; {
		case w.mark != 0 || w.used:
		case w.cue.has(cueNot|cueDuty) || w.hint.has(hintDeny|hintIf|hintReported) || w.cue.has(cueFuture) && !w.cue.has(cuePledge) && !promised:
			return false
		case w.cue.has(cuePledge) && (w.han || endsIn(w.text, s.lang.Participles) || endsIn(w.text, s.lang.Pasts)):
			promised = true
		}
	}
	return promised
}

// endsIn reports whether a word has one of the endings.
func endsIn(word, endings string) bool {
	for ending := range strings.SplitSeq(endings, ",") {
		if ending = strings.TrimSpace(ending); ending != "" && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// done reports whether the word of promising at j tells of what was done: "has
// offered 17,000 scholarships", "committed $5 billion in 2023". The vocabulary
// says which words can tell of either.
func done(s *sentence, j int) bool {
	ws := s.words
	if !ws[j].cue.has(cueFact) || has(ws, j+1, cueTo) {
		return false
	}
	if ws[j].sense.has(senseOffer) && (has(ws, j-1, cueFact) || has(ws, j-2, cueFact)) {
		return true
	}
	start, end := clause(ws, j, j+1)
	past := false
	for _, m := range s.times {
		if m.from < start || m.from >= end {
			continue
		}
		if m.ahead {
			return false
		}
		past = past || m.past
	}
	return past
}

// moodAbove returns the mood of what governs the clause of the verb at j: a
// forecast in "projects that trade will", a pledge in 计划到2030年将; fact if nothing
// does.
func moodAbove(ws []word, j int) mood {
	for k := j - 1; k >= 0 && k > j-maxScope && ws[k].mark == 0; k-- {
		switch w := ws[k]; {
		case w.cue.has(cueForecast) && !w.upper:
			return moodForecast
		case w.cue.has(cuePledge):
			return moodPledge
		}
	}
	return moodFact
}

// supposed reports whether the clause of word j begins with a condition.
func supposed(ws []word, j int) bool {
	start, _ := clause(ws, j, j)
	for start < j && ws[start].mark != 0 {
		start++
	}
	return means(ws, start, hintIf) && !ws[start].hint.has(hintPronoun)
}

// tradeWill reports whether what the verb at j says will be is of trade, which promises
// nothing: shipments of beef will top 1.5 million tonnes.
func tradeWill(ws []word, j int) bool {
	for k := j - 1; k >= 0 && k >= j-8 && ws[k].mark == 0; k-- {
		w := ws[k]
		switch {
		case flowTopic[w.topic] && !w.hint.has(hintFlowVerb):
			return true
		case w.party != "" && !has(ws, k+1, cuePossess) && (w.upper && !w.hint.has(hintPlain)) && !means(ws, k-1, hintTo|hintOrigin) && !has(ws, k-1, cueOf|cueDet) && !says(ws, k-1, sensePartner):
			return false
		case w.cue.has(cueSay|cueOffice|cueBody|cueFact|cueAnd) && !w.cue.has(cueOf), w.figure != nil:
			return false
		}
	}
	return false
}

// bare reports whether the verb at j is an infinitive, or stands in the future:
// the word that governs it decides.
func bare(ws []word, j int) bool {
	reach := 3
	if ws[j].han {
		reach = maxScope // a Chinese verb has no forms: the whole clause tells
	}
	for k, near := j-1, 0; k >= 0 && near < reach; k-- {
		w := ws[k]
		if w.used {
			continue // a time
		}
		near++
		if w.mark == ',' && ws[j].han && has(ws, k+1, cueAnd) {
			continue // 将选派…，并培训…
		}
		if w.mark == ',' && ws[j].han && k == j-1 && ws[j].sense.has(senseOffer) {
			continue // 将邀请…，提供…
		}
		if w.mark != 0 {
			return false
		}
		if w.sense.has(senseDone) {
			return false
		}
		if w.cue.has(cueFuture|cueForecast) || w.han && w.cue.has(cuePledge) || w.sense.has(senseGoalTo) {
			return true
		}
		if !w.han && w.cue.has(cueFact) && (w.cue.has(cueStop) || endsIn(w.text, lexicon.PastEndings)) {
			return false
		}
	}
	return false
}
