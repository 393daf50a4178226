package extract

import (
	"time"

	"github.com/sinolac/sinolac/lac"
)

// phrase reads a time that one word or phrase of the vocabulary names: "so far
// this year", "now", Monday, 上月.
func (c calendar) phrase(ws []word, i int, m *timeMention) bool {
	w := ws[i]
	m.to = i + 1
	unknown := c.date.IsZero()
	if y, month, end := c.monthHead(ws, i); end > i && (w.hint.has(hintMonth) || w.cue.has(cueLast|cueThis) || w.cue.has(cueMonthUnit)) {
		m.to, m.undated = end, unknown
		if !unknown {
			m.period = lac.Month(y, month)
		}
		if means(ws, end, hintSame) {
			m.same = true
		}
		return true
	}
	switch s := w.hint; {
	case s.has(hintToDate):
		if m.undated = unknown; !unknown {
			m.period = lac.Days(lac.DateOf(c.date.Year(), time.January, 1), c.date)
		}
	case s.has(hintNow) && i == 0 && w.sense.has(senseAlready) && has(ws, 1, cueDet):
		return false // já as importações
	case s.has(hintNow):
		m.role = timeNow
	case s.has(hintWeekday) && (!s.has(hintCapital) || w.upper):
		if m.undated = unknown; !unknown {
			weekday := time.Date(c.date.Year(), c.date.Month(), c.date.Day(), 0, 0, 0, 0, time.UTC).Weekday()
			back := (int(weekday) + 7 - w.n%7) % 7
			m.period = c.date.AddDays(-back).Period()
		}
	case s.has(hintDays):
		if m.undated = unknown; !unknown {
			m.period = c.date.AddDays(1 - w.n).Period()
		}
	case s.has(hintPeriod) && !s.has(hintSame) && c.inPeriod(ws, i):
		m.period = c.told
	case w.cue.has(cueHalf) && !c.half.IsZero() && c.inPeriod(ws, i):
		m.period = c.half
	case w.cue.has(cueQuarter) && !c.quarter.IsZero() && c.inPeriod(ws, i):
		m.period = c.quarter
	case s.has(hintLater):
		if w.n == 0 || c.before.IsZero() || c.before.Last().IsZero() {
			return false
		}
		m.period = lac.Year(c.before.Last().Year() + w.n)
	default:
		return false
	}
	return true
}

// inPeriod reports whether the word for a period at i is of the time spoken of before:
// in the period, en ese lapso.
func (c calendar) inPeriod(ws []word, i int) bool {
	if c.told.IsZero() || ws[i].han || !has(ws, i-1, cueDet|cueThis) && !means(ws, i-1, hintThat) && !has(ws, i-1, cueIn) || i+1 < len(ws) && ws[i+1].mark == 0 {
		return false
	}
	return has(ws, i-1, cueIn) || has(ws, i-2, cueIn) && ws[i-2].mark == 0
}

// relative reads times that only the document's date tells: "last year", "a
// decade ago", "the next three years", "over five years".
func (c calendar) relative(ws []word, i int, m *timeMention) bool {
	unknown := c.date.IsZero()
	if has(ws, i, cueAgo) && has(ws, i, cueYear) { // a year earlier
		m.to, m.years, m.ago, m.role, m.undated = i+1, 1, true, timeBaseline, unknown
		if !unknown {
			m.period = lac.Year(c.date.Year() - 1)
		}
		return true
	}
	if y, end := c.relativeYear(ws, i); end > i {
		m.to, m.undated = end, y == 0
		if means(ws, end, hintSame) { // 去年同期
			m.same, m.to = true, end+1
		}
		if y != 0 {
			m.period = lac.Year(y)
		}
		if has(ws, i, cueLast) || has(ws, end-1, cueLast) || means(ws, i, hintYear) && ws[i].n == 1 {
			m.ago, m.years = true, 1 // of what is compared with: the year before
			if m.period.IsZero() {
				m.ago, m.years = false, 0
			}
		}
		return true
	}
	return c.span(ws, i, m)
}

// span reads so many years, months or weeks: ago, last, next, within.
func (c calendar) span(ws []word, i int, m *timeMention) bool {
	unknown := c.date.IsZero()
	j, direction := i, 0
	within := has(ws, i-1, cueIn) && means(ws, i-1, hintWithin)
	ago := has(ws, j, cueBeforeAgo) // hace una década
	if ago {
		j++
	}
	step := func() {
		switch {
		case has(ws, j, cueLast):
			direction = -1
			j++
		case has(ws, j, cueNext):
			direction = +1
			j++
		}
	}
	step()
	n, number := 1, false
	if j < len(ws) && ws[j].mark == 0 && ws[j].n > 0 && ws[j].n < 200 && !ws[j].cue.has(cueMonth) && ws[j].hint&^hintSame == 0 && !multiplies(ws[j]) {
		n, number = ws[j].n, true
		j++
	} else if means(ws, j, hintOne) {
		number = true
		j++
	}
	if direction == 0 {
		step()
	}
	unit := 0
	switch {
	case has(ws, j, cueYear):
		unit = 1
	case has(ws, j, cueDecade):
		unit = 10
	case has(ws, j, cueMonthUnit|cueDay|cueQuarter):
	default:
		return false
	}
	if direction == 0 && !number {
		return false
	}
	if unit == 0 {
		if direction == 0 && !has(ws, j+1, cueAgo) {
			return false
		}
		m.period, m.to = c.recent(ws, j, n, direction)
		m.undated = unknown
		return true
	}
	j++
	years := n * unit
	m.undated = unknown
	switch {
	case ago && number && has(ws, j, cueRow|cueRun):
		return false // há 15 anos consecutivos
	case ago && number:
		if !unknown {
			m.period = lac.Year(c.date.Year()).AddYears(-years)
		}
		m.years, m.ago, m.to = years, true, j
		return true
	case means(ws, j, hintLater) && !c.before.IsZero() && !c.before.Last().IsZero(): // two years later
		m.period, m.to, m.undated = lac.Year(c.before.Last().Year()+years), j+1, false
		return true
	case has(ws, j, cueAgo) && (ws[j].han || !ws[j].cue.has(cueBy) || mark(ws, j+1, ",.") || j+1 == len(ws)):
		if !unknown {
			m.period = lac.Year(c.date.Year()).AddYears(-years)
		}
		m.years, m.ago, m.to = years, true, j+1
		if ws[j].cue.has(cueThan) { // a decade earlier
			m.role = timeBaseline
		}
		return true
	case direction == 0 && has(ws, j, cueNext):
		direction = +1
		j++
	case direction == 0 && has(ws, j, cueLast) && !has(ws, j, cueFirst):
		direction = -1
		j++
	case within && number && c.grownWithin(years):
		m.period, m.to, m.undated = lac.Year(c.before.Last().Year()+years), j, false
		m.base = c.before
		return true
	case direction == 0 && has(ws, i-1, cueIn) && !has(ws, j, cueRow|cueRun) && number:
		m.years, m.to, m.undated = years, j, false
		return true
	case direction == 0:
		return false
	}
	m.to = j
	if !unknown {
		m.period = c.spanOf(years, direction)
	}
	return true
}

// multiplies reports whether a word is a multiple: tripled last year.
func multiplies(w word) bool {
	return w.figure != nil && w.figure.Stated.Value.Unit() == lac.UnitTimes
}

// grownWithin reports whether so many years after the one spoken of are over.
func (c calendar) grownWithin(years int) bool {
	return !c.before.IsZero() && !c.before.Last().IsZero() && !c.date.IsZero() && c.before.Last().Year()+years < c.date.Year()
}

// spanOf returns the years that follow the document's date, or that led to it.
func (c calendar) spanOf(years, direction int) lac.Period {
	if c.date.IsZero() {
		return lac.Period{}
	}
	y := c.date.Year()
	if direction < 0 {
		return lac.Years(y-years, y)
	}
	return lac.Years(y, y+years-1)
}

// recent reads the months or weeks before word end: "last month", "two weeks
// ago". unit is the word of the unit.
func (c calendar) recent(ws []word, unit, n, direction int) (lac.Period, int) {
	end := unit + 1
	if has(ws, end, cueAgo) {
		direction = -1
		end++
	}
	if c.date.IsZero() || n >= 120 {
		return lac.Period{}, end
	}
	index := c.date.Year()*12 + int(c.date.Month()) - 1
	switch {
	case has(ws, unit, cueQuarter) && n == 1 && direction < 0: // the last quarter
		q := index/3 - 1
		first := q % 4 * 3
		return lac.Days(lac.Month(q/4, time.Month(first+1)).First(), lac.Month(q/4, time.Month(first+3)).Last()), end
	case has(ws, unit, cueMonthUnit):
		other := lac.Month((index+direction*n)/12, time.Month((index+direction*n)%12+1))
		switch {
		case n == 1:
			return other, end
		case direction < 0:
			return lac.Days(other.First(), c.date), end
		}
		return lac.Days(c.date, other.Last()), end
	case means(ws, unit, hintWeek) && n == 1:
		return lac.Month(index/12, time.Month(index%12+1)), end
	}
	return lac.Period{}, end
}
