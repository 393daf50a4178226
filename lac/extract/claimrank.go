package extract

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// stated returns a figure in words of the sentence.
func stated(s *sentence, from, to int, n int, u lac.Unit) lac.Stated {
	return lac.Stated{Text: s.text[s.words[from].Start:s.words[to-1].End], Value: lac.QuantityOf(int64(n), u)}
}

// ordinal returns the place that word i gives: 2 for second.
func ordinal(ws []word, i int) int {
	if i >= 0 && i < len(ws) && ws[i].figure != nil && ws[i].figure.Kind == figure.KindOrdinal {
		return ws[i].n
	}
	return 0
}

// streak reads "for seven years running", "for a 15th straight year", "for many
// consecutive years".
func streak(s *sentence, i int) (draft, bool) {
	ws := s.words
	j := i
	if has(ws, j, cueIn) {
		j++
	}
	for has(ws, j, cueDet|cueStop) && j-i < 3 && ws[j].n == 0 && ws[j].figure == nil {
		j++
	}
	at := j
	n, vague := 0, ""
	switch {
	case j >= len(ws) || ws[j].mark != 0:
		return draft{}, false
	case ws[j].n > 0 && !ws[j].cue.has(cueMonth):
		n = ws[j].n
		j++
	case vagueYears[ws[j].text] != "":
		vague = vagueYears[ws[j].text]
		j++
	case !has(ws, j, cueRow):
		return draft{}, false
	}
	row := false
	for has(ws, j, cueRow) {
		if n == 0 && vague == "" && ws[j].n > 0 {
			n = ws[j].n
		}
		row = true
		j++
		if n == 0 && vague == "" && j < len(ws) { // 连续 15 年, 连续多年
			if n, vague = ws[j].n, vagueYears[ws[j].text]; n > 0 || vague != "" {
				j++
			}
		}
	}
	if !has(ws, j, cueYear) || n == 0 && vague == "" {
		return draft{}, false
	}
	j++
	for j < len(ws) && has(ws, j, cueRun|cueRow) {
		row = true
		j++
	}
	if !row {
		return draft{}, false
	}
	d := draft{from: i, to: j}
	d.Form = lac.FormStreak
	d.Stated = lac.Stated{Text: s.text[ws[at].Start:ws[j-1].End], Vague: vague}
	if n > 0 {
		d.Stated.Value = lac.QuantityOf(int64(n), lac.UnitYears)
		if f := ws[at].figure; f != nil && f.Kind != figure.KindOrdinal {
			d.Stated.Comparator, d.Stated.Digits = f.Stated.Comparator, f.Stated.Digits
		}
	}
	return d, true
}

// vagueYears stand for a number of years that is not given, each with the word
// that a policy of package check knows.
var vagueYears = map[string]string{
	"many": "many", "several": "several", "muchos": "many", "varios": "several", "muitos": "many", "vários": "several", "多": "many",
}

// rank reads a place among others: "second-largest trading partner", "comes
// fourth", "no country has traded more with Indonesia than China".
func rank(s *sentence, i int) (draft, bool) {
	for _, rule := range [...]func([]word, int) (n, to int){rankOfRole, rankByVerb, rankByNone, rankByMore} {
		if n, to := rule(s.words, i); to > i {
			d := draft{from: i, to: to}
			d.Form = lac.FormRank
			d.Stated = stated(s, i, to, n, lac.UnitRank)
			d.Stated.Digits, d.n = 1, n
			d.contest = trading(s.words[i:to])
			return d, true
		}
	}
	return draft{}, false
}

// trading reports whether words speak of trade partners.
func trading(ws []word) bool {
	for _, w := range ws {
		if w.topic == topicTrade {
			return true
		}
	}
	return false
}

// rankOfRole reads a superlative with the role in which it holds: "(second-)
// largest trading partner". "One of the largest" gives no place.
func rankOfRole(ws []word, i int) (int, int) {
	j, n := i, 1
	if o := ordinal(ws, j); o > 0 {
		n = o
		j++
	}
	switch {
	case has(ws, j, cueSuper):
		if ws[j].n > 1 {
			n = ws[j].n
		}
		j++
	case n > 1 && has(ws, j, cueRole) && j+1 < len(ws) && ws[j+1].topic == topicTrade: // segundo socio comercial
	default:
		return 0, 0
	}
	for k := j; k < len(ws) && k < j+5; k++ {
		w := ws[k]
		if w.cue.has(cueRole) {
			if n == 1 && !definite(ws, i) || amongst(ws, i) {
				return 0, 0
			}
			if has(ws, k+1, cueStop) || k+1 == len(ws) || ws[k+1].topic != topicTrade {
				return n, k + 1
			}
			return n, k + 2 // socio comercial
		}
		if w.mark != 0 && w.mark != '-' || w.cue.has(cueStop) && !w.cue.has(cueOf) && w.topic == 0 || w.figure != nil {
			break
		}
	}
	return 0, 0
}

// definite reports whether what stands before a superlative makes it one of its
// kind: an article, a genitive, a verb of becoming, a comma.
func definite(ws []word, i int) bool {
	if i == 0 {
		return true
	}
	w := ws[i-1]
	return w.cue.has(cueDet|cuePossess|cueArea|cueFact|cueStop|cueLast) || w.mark != 0 || w.used
}

// amongst reports whether a superlative is only one of several.
func amongst(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-6 && (ws[j].mark == 0); j-- {
		if ws[j].cue.has(cueAmong) {
			return true
		}
	}
	return false
}

// rankByVerb reads "ranks first", "comes fourth", "in second place".
func rankByVerb(ws []word, i int) (int, int) {
	if has(ws, i, cueRank) {
		j := i + 1
		for j < i+3 && has(ws, j, cueStop|cueDet) && ordinal(ws, j) == 0 {
			j++
		}
		if n := ordinal(ws, j); n > 0 {
			end := j + 1
			if has(ws, end, cueRank) {
				return n, end + 1
			}
			// "came first to mind", "ranks second-largest": the ordinal must stand alone.
			if end == len(ws) || ws[end].mark != 0 || has(ws, end, cueStop) {
				return n, end
			}
		}
		if has(ws, j, cueSuper) && ws[j].n > 0 {
			return ws[j].n, j + 1
		}
		return 0, 0
	}
	if n := ordinal(ws, i); n > 0 && has(ws, i+1, cueRank) && i > 0 && has(ws, i-1, cueIn|cueDet|cueShare) {
		return n, i + 2
	}
	return 0, 0
}

// rankByNone reads "no country has traded more with Indonesia than China".
func rankByNone(ws []word, i int) (int, int) {
	if !has(ws, i, cueNot) {
		return 0, 0
	}
	j := i + 1
	if has(ws, j, cueOther) {
		j++
	}
	if ws[i].text == "no" && !has(ws, j, cueMember) && !has(ws, j, cueRole) && !(j < len(ws) && ws[j].text == "one") {
		return 0, 0
	}
	more := false
	for ; j < len(ws) && j < i+16; j++ {
		switch {
		case ws[j].mark != 0:
			return 0, 0
		case has(ws, j, cueMore):
			more = true
		case more && ws[j].text == "than":
			for k := j + 1; k < len(ws) && k < j+5; k++ {
				if ws[k].party != "" {
					return 1, k + 1
				}
			}
			return 0, 0
		}
	}
	return 0, 0
}

// rankByMore reads "more than any other country", "more than anyone else".
func rankByMore(ws []word, i int) (int, int) {
	if i+2 >= len(ws) || ws[i].text != "more" || ws[i+1].text != "than" {
		return 0, 0
	}
	switch ws[i+2].text {
	case "any":
		if has(ws, i+3, cueOther) {
			return 1, min(i+5, len(ws))
		}
	case "anyone", "anybody":
		if has(ws, i+3, cueOther) {
			return 1, i + 4
		}
	}
	return 0, 0
}
