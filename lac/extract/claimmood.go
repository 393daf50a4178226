package extract

import "strings"

// A mood says how a clause means its figure.
type mood uint8

const (
	moodFact     mood = iota // it is or was so
	moodPledge               // somebody says that they will
	moodForecast             // it is expected
)

// maxScope bounds how far from a figure the verb is looked for.
const maxScope = 40

// moodOf returns the mood of the figure in words [from,to): that of the nearest
// verb before it in its clause or, where the figure comes first, after it.
func moodOf(ws []word, from, to int) mood {
	growing, costing, listed := false, false, false
	j := from - 1
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
		case w.cue.has(cuePledge) && !perfect(ws, j, w):
			if growing && w.cue.has(cueFuture) {
				return moodForecast
			}
			return moodPledge
		case w.cue.has(cueForecast) && !w.upper:
			return moodForecast
		case w.cue.has(cueFuture):
			if growing || costing {
				return moodForecast
			}
			return moodPledge
		}
		if w.cue.has(cueUp | cueDown) {
			growing = true
		}
		if w.cue.has(cueCost) {
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
			if has(ws, k+1, cuePledge) {
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

// perfect reports whether a verb of promising tells of what was done: "has
// offered 17,000 scholarships".
func perfect(ws []word, j int, w word) bool {
	if w.text != "offered" && w.text != "ofrecido" && w.text != "oferecido" {
		return false
	}
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		if ws[k].cue.has(cueFact) {
			return true
		}
	}
	return false
}

// bare reports whether the verb at j is an infinitive, or stands in the future:
// the word that governs it decides.
func bare(ws []word, j int) bool {
	for k, near := j-1, 0; k >= 0 && near < 3; k-- {
		w := ws[k]
		if w.used {
			continue // a time
		}
		near++
		if w.mark != 0 {
			return false
		}
		if w.cue.has(cueFuture|cueForecast) || w.text == "to" || w.text == "be" {
			return true
		}
		if w.cue.has(cueFact) && (w.cue.has(cueStop) || strings.HasSuffix(w.text, "ed")) {
			return false
		}
	}
	return false
}
