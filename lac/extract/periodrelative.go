package extract

import (
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// part reads "the first three quarters of 2024", "first half", "Q1 2024".
func (c calendar) part(ws []word, i int) (lac.Period, int, int) {
	if i >= len(ws) || !(has(ws, i, cueFirst|cueLast) || ws[i].figure != nil && ws[i].figure.Kind == figure.KindOrdinal) {
		return lac.Period{}, 0, 0
	}
	final := has(ws, i, cueLast) && !has(ws, i, cueFirst)
	j, n, ordinal := i+1, 1, 1
	if ws[i].figure != nil {
		ordinal = max(ws[i].n, 1)
	}
	if j < len(ws) && ws[j].n > 0 && !ws[j].cue.has(cueMonth) && ws[j].mark == 0 {
		n = ws[j].n
		j++
	}
	var months int
	switch {
	case j == i+1 && j < len(ws) && ws[j].figure != nil && strings.HasSuffix(ws[j].text, "quarters"):
		// The first three quarters are no fraction.
		months = 3
		if n = 2; strings.HasPrefix(ws[j].text, "three") {
			n = 3
		}
	case has(ws, j, cueMonthUnit):
		months = 1
	case has(ws, j, cueQuarter):
		months = 3
	case has(ws, j, cueHalf) && (ordinal <= 2 || final):
		months = 6
	default:
		return lac.Period{}, 0, 0
	}
	if final && (months == 1 || months*n > 12) {
		return lac.Period{}, 0, 0 // the last three months are relative
	}
	end := j + 1
	k := skipOf(ws, end)
	if has(ws, k, cueDet) {
		k++
	}
	year := 0
	if y := yearAt(ws, k); y != 0 {
		year, end = y, k+1
	} else if y, e := c.relativeYear(ws, k); e > k {
		year, end = y, e
	} else if !c.date.IsZero() {
		year = c.date.Year()
		if lac.DateOf(year, time.Month(min((ordinal-1)*months*n+months*n, 12)), 1).After(c.date) {
			year--
		}
	}
	first, last := (ordinal-1)*months*n+1, ordinal*months*n
	if final {
		first, last = 12-months*n+1, 12
	}
	if year == 0 || last > 12 {
		return lac.Period{}, 0, end
	}
	return lac.Days(lac.Month(year, time.Month(first)).First(), lac.Month(year, time.Month(last)).Last()), 0, end
}

// relativeYear reads "last year", "the previous year", "this year".
func (c calendar) relativeYear(ws []word, i int) (year, end int) {
	j := i
	if has(ws, j, cueDet) && !has(ws, j, cueThis|cueLast|cueNext) {
		j++
	}
	if !has(ws, j, cueThis|cueLast|cueNext) || !has(ws, j+1, cueYear) {
		// año pasado, ano passado
		if !has(ws, j, cueYear) || !has(ws, j+1, cueThis|cueLast|cueNext) {
			return 0, 0
		}
		if c.date.IsZero() {
			return 0, j + 2
		}
		return c.date.Year() + offset(ws[j+1].cue), j + 2
	}
	if c.date.IsZero() {
		return 0, j + 2
	}
	return c.date.Year() + offset(ws[j].cue), j + 2
}

func offset(c cue) int {
	switch {
	case c.has(cueThis):
		return 0
	case c.has(cueLast):
		return -1
	}
	return 1
}

// relative reads times that only the document's date tells: "last year", "a
// decade ago", "the next three years", "over five years".
func (c calendar) relative(ws []word, i int) (lac.Period, int, int) {
	if has(ws, i, cueAgo) && has(ws, i, cueYear) { // a year earlier
		if c.date.IsZero() {
			return lac.Period{}, 1, i + 1
		}
		return lac.Year(c.date.Year() - 1), 1, i + 1
	}
	if y, end := c.relativeYear(ws, i); end > i {
		if y == 0 {
			return lac.Period{}, 0, end
		}
		return lac.Year(y), 0, end
	}
	j := i
	direction := 0
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
	if j < len(ws) && ws[j].mark == 0 && ws[j].n > 0 && ws[j].n < 200 && !ws[j].cue.has(cueMonth) {
		n, number = ws[j].n, true
		j++
	} else if j < len(ws) && (ws[j].text == "a" || ws[j].text == "one" || ws[j].text == "an" || ws[j].text == "una" || ws[j].text == "um" || ws[j].text == "uma" || ws[j].text == "un") {
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
		return lac.Period{}, 0, 0
	}
	if direction == 0 && !number {
		return lac.Period{}, 0, 0
	}
	if has(ws, j, cueDay|cueMonthUnit|cueQuarter) {
		if direction == 0 && !has(ws, j+1, cueAgo) {
			return lac.Period{}, 0, 0
		}
		return c.recent(ws, i, j, n, direction)
	}
	j++
	years := n * unit
	if ago && number && has(ws, j, cueRow|cueRun) {
		return lac.Period{}, 0, 0 // há 15 anos consecutivos
	}
	if ago && number {
		if c.date.IsZero() {
			return lac.Period{}, years, j
		}
		return lac.Year(c.date.Year()).AddYears(-years), years, j
	}
	switch {
	case has(ws, j, cueAgo) && (ws[j].han || !ws[j].cue.has(cueBy)) || has(ws, j, cueAgo) && mark(ws, j+1, ",.") || has(ws, j, cueAgo) && j+1 == len(ws):
		if c.date.IsZero() {
			return lac.Period{}, years, j + 1
		}
		return lac.Year(c.date.Year()).AddYears(-years), years, j + 1
	case direction == 0 && has(ws, j, cueNext):
		direction = +1
		j++
	case direction == 0 && has(ws, j, cueLast) && !has(ws, j, cueFirst):
		direction = -1
		j++
	case direction == 0 && has(ws, i-1, cueIn) && !has(ws, j, cueRow|cueRun) && number:
		return lac.Period{}, years, j
	case direction == 0:
		return lac.Period{}, 0, 0
	}
	if c.date.IsZero() {
		return lac.Period{}, 0, j
	}
	return c.spanOf(years, direction), 0, j
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

// recent reads "last month", "last week", "two weeks ago".
func (c calendar) recent(ws []word, from, unit, n, direction int) (lac.Period, int, int) {
	end := unit + 1
	if has(ws, end, cueAgo) {
		direction = -1
		end++
	}
	if c.date.IsZero() || has(ws, unit, cueQuarter) {
		return lac.Period{}, 0, end
	}
	y, m := c.date.Year(), int(c.date.Month())
	if has(ws, unit, cueMonthUnit) && n < 120 {
		index := y*12 + m - 1 + direction*n
		other := lac.Month(index/12, time.Month(index%12+1))
		if n == 1 {
			return other, 0, end
		}
		if direction < 0 {
			return lac.Days(other.First(), c.date), 0, end
		}
		return lac.Days(c.date, other.Last()), 0, end
	}
	if ws[unit].text == "week" && n == 1 {
		return lac.Month(y, time.Month(m)), 0, end
	}
	return lac.Period{}, 0, end
}
