package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// A calendar resolves times against the date of a document, and against the
// time spoken of before.
type calendar struct {
	date   lac.Date // zero: not known
	before lac.Period
	told   lac.Period // that of the sentence before
	// half and quarter are the last half and quarter of a year that the text named.
	half, quarter lac.Period
}

// keep remembers the halves and quarters among times.
func (c *calendar) keep(times []timeMention) {
	for _, m := range times {
		first, last := m.period.First(), m.period.Last()
		if first.IsZero() || last.IsZero() || first.Year() != last.Year() {
			continue
		}
		y := first.Year()
		switch n := int(last.Month()-first.Month()) + 1; {
		case m.period != lac.Days(lac.Month(y, first.Month()).First(), lac.Month(y, last.Month()).Last()):
		case n == 6 && first.Month()%6 == 1:
			c.half = m.period
		case n == 3 && first.Month()%3 == 1:
			c.quarter = m.period
		}
	}
}

// place sets whether a time is over or lies ahead. Without the document's date
// every time that has an end is over.
func (c calendar) place(m *timeMention) {
	first, last := m.period.First(), m.period.Last()
	switch {
	case m.years != 0 && !m.ago:
		m.ahead = true
	case m.period.IsZero() || m.role == timeBaseline:
	case m.role == timeBy || last.IsZero() || !c.date.IsZero() && last.Year() > c.date.Year():
		m.ahead = m.role != timeSince
		m.past = m.role == timeSince
	default:
		m.past = !first.IsZero()
	}
}

// since returns the period from the first day of p to the document's date.
func (c calendar) since(p lac.Period) lac.Period {
	if p.IsZero() || p.First().IsZero() {
		return p
	}
	if c.date.IsZero() || c.date.Before(p.First()) {
		open, _ := lac.ParsePeriod(p.First().String() + "/..")
		return open
	}
	return lac.Days(p.First(), c.date)
}

// fromNewYear returns the months of a year up to the end of p.
func fromNewYear(p lac.Period) lac.Period {
	if p.Last().IsZero() {
		return p
	}
	return lac.Days(lac.DateOf(p.Last().Year(), 1, 1), p.Last())
}

func until(p lac.Period) lac.Period {
	if p.IsZero() || p.Last().IsZero() {
		return p
	}
	open, _ := lac.ParsePeriod("../" + p.Last().String())
	return open
}

// fiscalYear stands before a year in digits: FY2024.
const fiscalYear = "fy"

// isFiscal reports whether text is such a year: fy2024, fy24.
func isFiscal(text string) bool {
	return len(text) > len(fiscalYear) && text[:len(fiscalYear)] == fiscalYear && '0' <= text[len(fiscalYear)] && text[len(fiscalYear)] <= '9'
}

// yearAt returns the calendar year that word i is, 0 if it is none.
func yearAt(ws []word, i int) int {
	if i < 0 || i >= len(ws) {
		return 0
	}
	w := ws[i]
	text := strings.TrimPrefix(w.text, fiscalYear)
	if len(text) == 4 && '0' <= text[0] && text[0] <= '9' {
		if n, ok := smallNumber(text); ok && n >= 1900 && n <= 2100 {
			return n
		}
	}
	return 0
}

// dayAt returns the day of a month that word i is, 0 if it is none.
func dayAt(ws []word, i int) int {
	if i < 0 || i >= len(ws) {
		return 0
	}
	w := ws[i]
	digit := w.text != "" && '0' <= w.text[0] && w.text[0] <= '9'
	if !digit || w.n < 1 || w.n > 31 {
		return 0
	}
	if w.figure != nil && w.figure.Kind == figure.KindOrdinal || len(w.text) <= 4 && (len(w.text) <= 2 || w.text[len(w.text)-1] > '9') {
		return w.n
	}
	return 0
}

// spansYears reports whether a time is longer than a year.
func (m timeMention) spansYears() bool {
	return !m.period.First().IsZero() && !m.period.Last().IsZero() && m.period.First().Year() < m.period.Last().Year()
}

// oneDay reports whether a time is a single day.
func (m timeMention) oneDay() bool {
	return !m.period.IsZero() && m.period.First() == m.period.Last()
}

// toldOn reports whether a time stands beside a verb of saying: Lyu said on Monday.
func (s *sentence) toldOn(m timeMention) bool {
	k := m.from - 1
	for has(s.words, k, cueIn|cueStop|cueDet) && !has(s.words, k, cueSay) && s.words[k].mark == 0 {
		k--
	}
	return has(s.words, k, cueSay) || has(s.words, m.to, cueSay)
}

// figureBehind returns the figure that a Chinese time before word i is of: 2024年的5184亿,
// 2024年5184亿; -1 if there is none.
func figureBehind(ws []word, i int) int {
	for has(ws, i, cueOf) {
		i++
	}
	if i > 0 && i < len(ws) && ws[i].figure != nil && ws[i].mark == 0 {
		return i
	}
	return -1
}

// aboveThat reports whether the word for more at i stands right behind a percentage,
// and only words for what was recorded between it and the time in [to,end), or behind that.
func aboveThat(ws []word, i, to, end int) bool {
	if i == 0 || ws[i-1].figure == nil || ws[i-1].figure.Kind != figure.KindPercent {
		return false
	}
	if says(ws, end, senseRecorded) && to > i+1 && onlySmall(ws[i+1:to]) { // 7 percent below the 2023 mark
		return true
	}
	if to-i < 3 {
		return false
	}
	for _, w := range ws[i+1 : to] {
		if w.mark != 0 || !w.sense.has(senseRecorded) && !w.cue.has(cueOf|cueDet|cueIn|cueStop) && !w.hint.has(hintPlain) {
			return false
		}
	}
	return true
}

// skipOf returns i past a word such as "of" or "de".
func skipOf(ws []word, i int) int {
	if has(ws, i, cueOf) {
		return i + 1
	}
	return i
}

// link reports whether word i stands between the ends of a range, and where the
// second end begins. A hyphen leaves no word: the second end is then joined.
func link(ws []word, i int) (int, bool) {
	switch {
	case mark(ws, i, "-"):
		return i + 1, true
	case has(ws, i, cueTo|cueAnd) && ws[i].mark == 0:
		return i + 1, true
	case i < len(ws) && ws[i].joined && ws[i].mark == 0:
		return i, true
	}
	return i, false
}

// exceeds reports whether a verb of words [from,to), or right before them, says
// that something is surpassed by so much.
func exceeds(ws []word, from, to int) bool {
	for k := max(from-3, 0); k < to; k++ {
		if ws[k].hint.has(hintExceed) {
			return true
		}
	}
	return false
}

// onlySmall reports whether words are no more than small ones that lead to a time.
func onlySmall(ws []word) bool {
	for _, w := range ws {
		if w.mark != 0 || !w.cue.has(cueIn|cueOf|cueDet|cueStop) && !w.hint.has(hintSame|hintPeriod) && !w.cue.has(cueMonthUnit|cueQuarter|cueHalf) {
			return false
		}
	}
	return true
}
