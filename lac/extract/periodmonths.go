package extract

import (
	"time"

	"github.com/sinolac/sinolac/lac"
)

// monthsTo reads so many months up to one that is named: "12 months to April 2025",
// doce meses hasta abril, 2025年4月的12个月. It returns i if the words at i are none.
func (c calendar) monthsTo(ws []word, i int) (lac.Period, int) {
	n, last, end := 0, lac.Period{}, i
	if isMonths(ws, i) {
		n = ws[i].n
		j := i + 2
		to := false
		for ; j < len(ws) && j < i+6 && ws[j].mark == 0 && ws[j].figure == nil && !c.monthAt(ws, j); j++ {
			w := ws[j]
			switch {
			case w.sense.has(senseEnding), w.cue.has(cueTo|cueBy) && !w.cue.has(cueAnd), w.hint.has(hintThrough):
				to = true
			case !w.cue.has(cueIn | cueDet | cueOf | cueEnd | cueStop):
				return last, i
			}
		}
		if !to || !c.monthAt(ws, j) {
			return last, i
		}
		last, end = c.months(ws, j, 0)
		if end <= j {
			return last, i
		}
	} else if y, month := c.yearHead(ws, i); month > i && month < len(ws) {
		if last, end = c.months(ws, month, y); end <= month || !has(ws, end, cueOf) || !ws[end].han || !isMonths(ws, end+1) {
			return lac.Period{}, i
		}
		n, end = ws[end+1].n, end+3
	}
	if n < 2 || n > 60 || last.IsZero() || last.First().Month() != last.Last().Month() {
		return lac.Period{}, i
	}
	first := last.First().Year()*12 + int(last.First().Month()) - n // the month before the first
	return lac.Days(lac.Month(first/12, time.Month(first%12+1)).First(), last.Last()), end
}

// isMonths reports whether word i is a number of months: 12 months.
func isMonths(ws []word, i int) bool {
	return i >= 0 && i+1 < len(ws) && ws[i].mark == 0 && ws[i].n > 1 && !ws[i].cue.has(cueMonth) && has(ws, i+1, cueMonthUnit) && ws[i+1].mark == 0
}
