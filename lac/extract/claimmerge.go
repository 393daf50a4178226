package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// merge joins the phrases of the vocabulary, the longest first, and gives every
// word its meaning. It works in place.
func (v *vocabulary) merge(raw []word) []word {
	out := raw[:0]
	for i := 0; i < len(raw); {
		w := raw[i]
		if w.mark != 0 {
			out = append(out, w)
			i++
			continue
		}
		first := raw[i]
		at, end, best := v, 0, (*vocabulary)(nil)
		for j := i; j < len(raw); j++ {
			if raw[j].mark != 0 {
				break
			}
			at = at.next[raw[j].text]
			if at == nil {
				break
			}
			if at.cue != 0 || at.hint != 0 || at.sense != 0 || at.trait != 0 || at.books != "" || at.place != "" || at.topic != 0 || at.n != 0 {
				end, best = j+1, at
			}
		}
		if best == nil {
			if len(w.text) > 6 && !w.upper && w.figure == nil && endsIn(w.text, v.lang.Futures) && !endsIn(w.text, v.lang.NoFutures) {
				w.cue = cueFuture
			}
			out = append(out, w)
			i++
			continue
		}
		if one := v.next[first.text]; first.han && len(out) > 0 && out[len(out)-1].n > 0 && out[len(out)-1].n < 200 && out[len(out)-1].figure != nil && one != nil && one != best && one.cue.has(cueYear) && !best.cue.has(cueYear|cueEnd) {
			end, best = i+1, one // 四年增长 is no 年增
		}
		if best.books != "" && end < len(raw) && raw[end].text == lexicon.HeadOf && strings.HasSuffix(raw[end-1].text, lexicon.Ministry) {
			best = &vocabulary{meaning: meaning{cue: cueOffice | cueArea, party: best.books}} // 秘鲁外贸旅游部长
			end++
		}
		n := w.n
		last := raw[end-1]
		w.meaning = best.meaning
		if w.n == 0 || w.figure != nil {
			w.n = n
		}
		if end == i+1 && !w.upper && w.figure == nil && endsIn(w.text, v.lang.Futures) {
			w.cue |= futureOf(&w)
		}
		if end > i+1 {
			w.End = last.End
			w.text, w.figure = "", nil // a phrase is told by its meaning alone
		}
		if w.party != "" && !first.han && (w.name >= nameProper && !first.upper || w.name == nameAcronym && !first.caps && end == i+1) {
			w.party, w.cue = "", w.cue&^cueArea
		}
		out = append(out, w)
		i = end
	}
	return out
}

// futureOf returns what the future tense of a verb says of its figure: who will spend
// or give promises it, and what will rise or be reached is a forecast.
func futureOf(w *word) cue {
	switch {
	case w.topic.isSum() || w.cue.has(cuePledge):
		return cueFuture
	case w.cue.has(cueUp|cueDown|cueFact|cueShare) || w.hint.has(hintReach|hintExceed|hintFlowVerb|hintMultiply):
		return cueForecast
	}
	return 0
}
