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
	case vagueYears(ws[j]) != "":
		vague = vagueYears(ws[j])
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
			if n, vague = ws[j].n, vagueYears(ws[j]); n > 0 || vague != "" {
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
	if !row && (has(ws, i-1, cueRun) || says(ws, i-1, senseSum)) && ws[i-1].mark == 0 && has(ws, j, cueOf) && has(ws, j+1, cueGrowth) {
		row, j = true, j+2 // encadenan cuatro años de alzas
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

// streakOfChange reads "the third consecutive rise", "la octava alza consecutiva".
func streakOfChange(s *sentence, i int, above context) (draft, bool) {
	ws := s.words
	n := ordinal(ws, i)
	if n < 2 {
		return draft{}, false
	}
	row, growth, end := false, false, i
	unit := lac.UnitYears
	if p := above.period; !p.IsZero() && p.First().Year() == p.Last().Year() && p.First().Month() == p.Last().Month() {
		unit = "months"
	}
	for k := i + 1; k < len(ws) && k < i+5 && ws[k].mark == 0 && ws[k].figure == nil; k++ {
		w := ws[k]
		switch {
		case w.cue.has(cueRow | cueRun):
			row, end = true, k+1
		case w.cue.has(cueGrowth):
			growth, end = true, k+1
		case w.cue.has(cueMonthUnit) || w.hint.has(hintMonthly):
			unit = "months"
		case w.cue.has(cueStop):
			k = len(ws)
		}
	}
	if !row || !growth {
		return draft{}, false
	}
	d := draft{from: i, at: i, to: end}
	if i > 0 && isArticle(ws[i-1]) {
		d.from--
	}
	d.Form = lac.FormStreak
	d.Stated = stated(s, i, end, n, unit)
	return d, true
}

// vagueYears returns the word that a policy of package check knows for a number of
// years that is not given; empty for other words.
func vagueYears(w word) string {
	switch {
	case w.sense.has(senseMany):
		return "many"
	case w.sense.has(senseSeveral):
		return "several"
	}
	return ""
}
