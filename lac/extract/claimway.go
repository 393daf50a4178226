package extract

import "github.com/sinolac/sinolac/lac/figure"

// A way holds, for each place among the words of a sentence, what stands before it of what
// may part a time from a claim.
type way []struct{ crosses, commas, pledges int }

// along returns the way along words, in the room of w.
func (w way) along(ws []word) way {
	w = append(w[:0], struct{ crosses, commas, pledges int }{})
	for i := range ws {
		next := w[i]
		switch m := &ws[i]; {
		case m.figure != nil && m.figure.Kind != figure.KindOrdinal:
			next.crosses += 2
		case m.mark == ';' || m.mark == '.':
			next.crosses += 4
		case m.mark != 0 && m.mark != '"' || m.cue.has(cueAnd) && m.mark == 0:
			next.crosses++
		}
		if ws[i].mark == ',' {
			next.commas++
		}
		if ws[i].cue.has(cuePledge) {
			next.pledges++
		}
		w = append(w, next)
	}
	return w
}

// crossed returns how much stands between a time and a claim: figures and marks.
func (w way) crossed(from, to int) int { return w[to].crosses - w[from].crosses }

// commas returns the number of commas between.
func (w way) commas(from, to int) int { return w[to].commas - w[from].commas }

// pledged reports whether a word for a promise stands between.
func (w way) pledged(from, to int) bool { return w[to].pledges > w[from].pledges }
