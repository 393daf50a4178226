package extract

import (
	"cmp"
	"slices"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// meeting reads that a meeting took place: "the 21st expo opened on 24
// September". A meeting that is only the setting of something else is none.
func meeting(s *sentence, i int) (draft, bool) {
	ws := s.words
	w := ws[i]
	if !(w.cue.has(cueMeeting) || endsIn(w.text, lexicon.MeetingEndings)) || w.mark != 0 {
		return draft{}, false
	}
	if w.han && numberedBehind(ws, i) { // 中拉论坛第四届部长级会议
		return draft{}, false
	}
	if has(ws, i+1, cueMeeting) { // summit meeting: the last noun is the head
		return draft{}, false
	}
	from, number := i, 0
	for from > 0 && i-from < 8 {
		p := ws[from-1]
		if p.used || p.mark != 0 || p.cue.has(cueStop|cueIn) && !p.cue.has(cueDet) && !isArticle(p) && p.party == "" && !(p.cue.has(cueAnd) && from > 1 && ws[from].upper && ws[from-2].upper) {
			break
		}
		if number > 0 && p.han && p.cue.has(cueHeld) && !p.cue.has(cueMeeting) {
			break // 举行第二次会议
		}
		if p.figure != nil && p.figure.Kind != figure.KindOrdinal && !(from > 1 && ws[from-2].upper) {
			break
		}
		from--
		if n := max(ordinal(ws, from), roman(ws[from])); n > 0 {
			number = n
		}
		if p.cue.has(cueDet) || isArticle(p) {
			break
		}
	}
	opening := from - 1 // of "the opening on 24 September of the expo"
	for opening > 0 && has(ws, from-1, cueOf) && (opening == from-1 || ws[opening].used || ws[opening].sense.has(senseOnDay)) {
		opening--
	}
	gathered := s.gatheredFor(from)
	over := has(ws, from-1, cueOf) && has(ws, from-2, cueHeld) && !has(ws, from-2, cueMeeting) // após a conclusão da cúpula
	setting := !gathered && !over && !timedAhead(ws, from) && !has(ws, opening, cueHeld) && from > 0 && ws[from-1].mark == 0 && (ws[from-1].used || has(ws, from-1, cueIn|cueSince|cueBy|cueStop) && !has(ws, from-1, cueFact|cueAnd|cueHeld))
	to := i + 1
	if has(ws, to, cueOf) || to < len(ws) && ws[to].sense.has(senseOnDay) && !(to+1 < len(ws) && ws[to+1].used) {
		for k := i + 2; k < len(ws) && k < i+9; k++ {
			if ws[k].mark != 0 || ws[k].used || ws[k].figure != nil || k > i+2 && ws[k].cue.has(cueHeld|cueFact|cueStop) {
				break
			}
			if !ws[k].cue.has(cueStop) {
				to = k + 1
			}
		}
	}
	if !gathered && !(over && number > 0) && !takesPlace(ws, from, to, setting) {
		return draft{}, false
	}
	if number == 0 && !s.dated() {
		return draft{}, false
	}
	d := draft{from: from, to: to}
	d.Form = lac.FormEvent
	if number > 0 {
		d.Stated = stated(s, from, to, number, lac.UnitRank)
	}
	d.Where = whereHeld(s, from, to)
	return d, true
}

// numberedBehind reports whether a meeting of the body that the word at i names follows,
// by its number.
func numberedBehind(ws []word, i int) bool {
	numbered := false
	for k := i + 1; k < len(ws) && k <= i+8 && ws[k].mark == 0; k++ {
		switch {
		case numbered && ws[k].cue.has(cueMeeting):
			return true
		case ordinal(ws, k) > 0 || has(ws, k, cueFirst):
			numbered = true
		case !numbered:
			return false
		}
	}
	return false
}

// timedAhead reports whether the words before the meeting at from are a time with which
// the sentence begins, or one behind the verb that says that it was held.
func timedAhead(ws []word, from int) bool {
	k := from - 1
	if k < 0 || !ws[k].used || ws[k].figure != nil && ws[k].figure.Kind == figure.KindOrdinal {
		return false
	}
	for k >= 0 && ws[k].mark == 0 && (ws[k].used || ws[k].cue.has(cueIn|cueOf|cueDet)) {
		k--
	}
	return k < 0 || has(ws, k, cueHeld) && !ws[k].cue.has(cueMeeting)
}

// roman returns the number of a meeting in Roman numerals up to ten, or in a word for its
// first; 0 for other words.
func roman(w word) int {
	if w.han && w.cue.has(cueFirst) { // 首届
		return w.n
	}
	if !w.upper || w.mark != 0 || w.figure != nil {
		return 0
	}
	return slices.Index(romans, w.text) + 1
}

var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}

// whereHeld returns the town, or else the country, in which the clause says that the
// meeting in words [from,to) was held, by its English name, or "online" for one by
// video. Empty if it does not say, or names a town that is not known.
func whereHeld(s *sentence, from, to int) string {
	ws := s.words
	start, end := clause(ws, from, to)
	held := -1
	for k := to; k < end && k < to+10 && held < 0; k++ {
		if ws[k].cue.has(cueHeld) && !ws[k].cue.has(cueMeeting) {
			held = k
		}
	}
	for k := from - 1; k >= start && held < 0; k-- {
		if ws[k].cue.has(cueHeld) && !ws[k].cue.has(cueMeeting) {
			held = k
		}
	}
	if held < 0 {
		return ""
	}
	town, country := "", ""
	for k := max(start, min(held, from)-8); k < end && k < max(held, to)+10; k++ {
		switch w := ws[k]; {
		case w.place == "" && k > held && k >= to && has(ws, k-1, cueIn) && w.pair == "" && w.other == "" && !has(ws, k+1, cueOf):
			if a, err := lac.ParseArea(w.party); err == nil && a.IsCountry() && country == "" {
				country = a.Name(language.English)
			}
		case w.hint.has(hintOnline):
			return "online"
		case w.place == "" || !has(ws, k-1, cueIn) && !means(ws, k-1, hintAt):
		case town != "" && town != w.place:
			return ""
		default:
			town = w.place
		}
	}
	return cmp.Or(town, country)
}

// gatheredFor reports whether somebody met, at a time that is told, for the
// meeting whose words begin at from.
func (s *sentence) gatheredFor(from int) bool {
	ws := s.words
	if from == 0 || !ws[from-1].sense.has(senseForIt) || !s.dated() {
		return false
	}
	for j := from - 2; j >= 0 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		switch w := ws[j]; {
		case w.used:
		case w.sense.has(senseGoalTo) && w.cue.has(cueTo) && !ws[j+1].used: // to prepare for
			return false
		case w.cue.has(cueFuture | cueDuty | cueForecast | cuePledge):
			return false
		case w.cue.has(cueHeld) && !w.cue.has(cueMeeting):
			return !bare(ws, j)
		case w.cue.has(cueSay):
			return false
		}
	}
	return false
}

// dated reports whether s names a day, a month or a year that is over.
func (s *sentence) dated() bool {
	for _, m := range s.times {
		if !m.period.IsZero() && m.role == timeAt && !m.period.First().IsZero() {
			return true
		}
	}
	return false
}

// takesPlace reports whether a verb says that the meeting in words [from,to)
// took place. Of a mere setting ("at the meeting, held in May") only a
// participle right after it says so.
func takesPlace(ws []word, from, to int, setting bool) bool {
	reach := to + 9
	if setting {
		reach = to + 3
	}
	timed := func(j int) bool { // a time stands in the participle's phrase
		for end := j + 6; j < len(ws) && j < end && ws[j].mark == 0; j++ {
			if ws[j].used {
				return true
			}
		}
		return false
	}
	for j := to; j < len(ws) && j < reach; j++ {
		w := ws[j]
		if w.mark == '.' || w.mark == ';' || w.cue.has(cueFuture|cueDuty|cueForecast) {
			break
		}
		if w.cue.has(cueHeld) && !w.cue.has(cueMeeting) {
			return (!setting || timed(j)) && !has(ws, j-1, cueTo) && !has(ws, j-2, cueTo)
		}
		if w.cue.has(cueSay) && !w.used {
			break
		}
	}
	if setting {
		return false
	}
	for j := from - 1; j >= 0 && j >= from-12; j-- {
		w := ws[j]
		if w.mark == '.' || w.mark == ';' {
			return false
		}
		if w.cue.has(cueHeld) && !w.cue.has(cueMeeting) {
			for k := j - 1; k >= 0 && k >= j-4; k-- {
				if ws[k].cue.has(cueFuture | cueDuty | cueForecast | cueTo) {
					return false
				}
			}
			return true
		}
		if w.cue.has(cueSay|cuePledge|cueFuture|cueDuty) && !w.used {
			return false
		}
	}
	return false
}
