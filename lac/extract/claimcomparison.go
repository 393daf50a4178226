package extract

import (
	"github.com/sinolac/sinolac/lac"
)

// comparison maps the word at i, such as "than" or "exceeded", to the two flows of
// which its clause says that one is more than the other: "China bought more from
// Chile than from Peru". By how much is for other claims to say: a clause with a
// figure has none.
func (c *claimReader) comparison(s *sentence, i int, found []draft) (draft, bool) {
	ws := s.words
	start, end := clause(ws, i, i+1)
	d := draft{from: i, at: i, to: i + 1}
	d.Form, d.Direction = lac.FormComparison, lac.Up
	switch w := ws[i]; {
	case w.sense.has(senseAbove), w.hint.has(hintExceed):
	case w.cue.has(cueThan):
		more := false
		for k := i - 1; k >= start && ws[k].mark == 0; k-- {
			if ws[k].cue.has(cueMore) && !ws[k].cue.has(cueThan) {
				more = true
				if ws[k].cue.has(cueLess) {
					d.Direction = lac.Down
				}
				break
			}
		}
		if !more {
			return d, false
		}
	default:
		return d, false
	}
	for k := start; k < end; k++ {
		w := ws[k]
		if w.mark == 0 && !w.used && (k != i && w.cue.has(cueUp|cueDown|cueGrowth) && !w.cue.has(cueMore) || w.figure != nil || w.hint.has(hintDeny|hintIf|hintReported) || w.cue.has(cueNot|cueForecast|cueFuture)) {
			return d, false
		}
	}
	for k := range found {
		if found[k].from >= start && found[k].from < end {
			return d, false
		}
	}
	begin := start
	for k := start; k < i; k++ {
		if ws[k].mark == ',' {
			start = k + 1
		}
	}
	left := tradeReader{c: c, s: s, d: &draft{from: i, at: i, to: i + 1}, from: start, to: i}
	left.d.Form = lac.FormLevel
	if left.topic = left.topicIn(start, i); left.topic < 0 || !left.measure() {
		return d, false
	}
	of, ok := c.other(s, &left, i+1, end)
	if !ok || of == left.d.Measure {
		return d, false
	}
	// Both are of the one time that is named; "than in 2022" would leave the second
	// without a partner.
	for _, m := range s.times {
		if m.to <= begin || m.from >= end {
			continue
		}
		if !d.Period.IsZero() || m.role != timeAt && m.role != timeBaseline {
			return d, false
		}
		d.Period = m.period
	}
	if d.Period.IsZero() {
		return d, false
	}
	d.Measure, d.Of = left.d.Measure, of
	return d, true
}

// other reads the second of two flows in the words [from,to): "from Peru", "its
// exports to Peru". What it leaves unsaid is as in the first.
func (c *claimReader) other(s *sentence, left *tradeReader, from, to int) (lac.Measure, bool) {
	for k := from; k < to; k++ {
		if mark(s.words, k, ",.;:(-") {
			to = k
		}
	}
	of := left.d.Measure
	right := tradeReader{c: c, s: s, d: &draft{from: to, at: to, to: to}, from: from, to: to}
	right.d.Form = lac.FormLevel
	right.topic = right.topicIn(from, to)
	for k := from; k < to; k++ {
		if w := s.words[k]; !right.understood(w) && !pronoun(w) && !w.cue.has(cueRefer) || w.hint.has(hintNarrow) {
			return of, false
		}
	}
	all := right.sides(from, to)
	switch _, _, both := two(all); {
	case both && right.topic >= 0:
		ok := right.measure()
		return right.d.Measure, ok
	case len(all) != 1:
		return of, false
	case right.topic >= 0 && s.words[right.topic].topic != s.words[left.topic].topic:
		return of, false
	}
	want := sideTo
	if of.Flow == lac.Import {
		want = sideOrigin
	}
	if of.Flow == lac.Turnover || all[0].as != want && !(want == sideOrigin && all[0].as == sideOf) || all[0].area == of.Reporter {
		return of, false
	}
	of.Partner = all[0].area
	return of, true
}
