package extract

import (
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// within reads the part of year y that the words at i name: 5月, 前三季度, 底. The
// period is zero if the year is not known.
func (c calendar) within(ws []word, i, y int) (lac.Period, int) {
	if i >= len(ws) || ws[i].mark != 0 {
		return lac.Period{}, 0
	}
	unknown := y == 0
	if unknown {
		y = 2000 // only the words are wanted
	}
	for _, read := range [...]func([]word, int, int) (lac.Period, int){c.days, c.months, c.part} {
		if p, end := read(ws, i, y); end > i {
			if unknown {
				return lac.Period{}, end
			}
			return p, end
		}
	}
	if has(ws, i, cueEnd) && ws[i].han || means(ws, i, hintSame) { // 2023年底, 去年同期
		if unknown {
			return lac.Period{}, i + 1
		}
		return lac.Year(y), i + 1
	}
	return lac.Period{}, 0
}

// days reads "11 May 2020", "May 11, 2020", "May 18 and 19", "11 de mayo de 2020",
// "1 e 9 deste mês", 5月13日; year is that which the words before have given, or 0.
func (c calendar) days(ws []word, i, year int) (lac.Period, int) {
	var d1, d2, month, end int
	if d1 = dayAt(ws, i); d1 != 0 && means(ws, i+1, hintDayMark) { // 13日
		if c.date.IsZero() {
			return lac.Period{}, i + 2
		}
		d := lac.DateOf(c.date.Year(), c.date.Month(), d1)
		if d.IsZero() || c.date.AddDays(7).Before(d) {
			d = lac.DateOf(c.date.Year(), c.date.Month(), 1).AddDays(-1)
			d = lac.DateOf(d.Year(), d.Month(), d1)
		}
		if d.IsZero() {
			return lac.Period{}, i + 2
		}
		return d.Period(), i + 2
	}
	if d1 != 0 {
		end = i + 1
		if j, ok := link(ws, end); ok {
			if d2 = dayAt(ws, j); d2 > d1 {
				end = j + 1
			} else {
				d2 = 0
			}
		}
		k := skipOf(ws, end)
		y, m, e := c.monthHead(ws, k)
		if e > k && y != 0 { // 9 deste mês
			return spanned(y, m, d1, d2), e
		}
		if !c.monthAt(ws, k) {
			return lac.Period{}, 0
		}
		month, end = ws[k].n, k+1
	} else if c.monthAt(ws, i) {
		month = ws[i].n
		if d1 = dayAt(ws, i+1); d1 == 0 || yearAt(ws, i+1) != 0 {
			return lac.Period{}, 0
		}
		end = i + 2
		if means(ws, end, hintDayMark) {
			end++
		} else if ws[i].han {
			return lac.Period{}, 0
		}
		if j, ok := link(ws, end); ok {
			if d2 = dayAt(ws, j); d2 > d1 && !c.monthAt(ws, j+1) {
				end = j + 1
				if means(ws, end, hintDayMark) {
					end++
				}
			} else {
				d2 = 0
			}
		}
	} else {
		return lac.Period{}, 0
	}
	if year == 0 {
		y, e := c.yearBehind(ws, end)
		if e > end {
			year, end = y, e
		} else {
			year = c.yearOf(month, d1)
		}
		if year == 0 {
			return lac.Period{}, end
		}
	}
	return spanned(year, time.Month(month), d1, d2), end
}

func spanned(y int, m time.Month, d1, d2 int) lac.Period {
	first := lac.DateOf(y, m, d1)
	last := first
	if d2 != 0 {
		last = lac.DateOf(y, m, d2)
	}
	return lac.Days(first, last)
}

// monthAt reports whether word i names a month.
func (c calendar) monthAt(ws []word, i int) bool {
	return has(ws, i, cueMonth) && (!ws[i].hint.has(hintCapital) || ws[i].upper)
}

// monthHead reads a month that the document's date tells: "last month", "deste
// mês", 上月. y is 0 if the date is not known.
func (c calendar) monthHead(ws []word, i int) (y int, m time.Month, end int) {
	offset := 0
	switch {
	case i >= len(ws) || ws[i].mark != 0:
		return 0, 0, 0
	case means(ws, i, hintMonth):
		offset, end = ws[i].n-2, i+1
	case has(ws, i, cueLast|cueThis) && has(ws, i+1, cueMonthUnit):
		offset, end = offsetOf(ws[i].cue), i+2
	case has(ws, i, cueMonthUnit) && has(ws, i+1, cueLast|cueThis) && !has(ws, i+1, cueFirst):
		offset, end = offsetOf(ws[i+1].cue), i+2
	default:
		return 0, 0, 0
	}
	if c.date.IsZero() {
		return 0, 0, end
	}
	n := c.date.Year()*12 + int(c.date.Month()) - 1 + offset
	return n / 12, time.Month(n%12 + 1), end
}

// months reads "May 2023", "January to November 2003", "January-July", 1至10月.
func (c calendar) months(ws []word, i, year int) (lac.Period, int) {
	var m1, m2, end int
	switch {
	case ws[i].figure != nil && ws[i].figure.Kind == figure.KindRange && means(ws, i+1, hintMonthMark): // 1-6月
		m1, m2 = ends(ws[i].text)
		if m1 < 1 || m2 > 12 || m2 < m1 {
			return lac.Period{}, 0
		}
		end = i + 2
	case dayAt(ws, i) >= 1 && dayAt(ws, i) <= 12 && !ws[i].han && i+1 < len(ws):
		// 1至10月, where the numbers are words of their own
		j, ok := link(ws, i+1)
		if !ok || !c.monthAt(ws, j) || !ws[j].han && !means(ws, j, hintMonthMark) {
			return lac.Period{}, 0
		}
		m1, m2, end = ws[i].n, ws[j].n, j+1
	case c.monthAt(ws, i):
		m1, m2, end = ws[i].n, ws[i].n, i+1
		if j, ok := link(ws, end); ok && c.monthAt(ws, j) && (!has(ws, end, cueAnd) || has(ws, i-1, cueFrom) || ws[end].han) {
			m2, end = ws[j].n, j+1
		}
	default:
		return lac.Period{}, 0
	}
	if year == 0 {
		y, e := c.yearBehind(ws, end)
		if e > end {
			year, end = y, e
		} else {
			year = c.yearOf(m2, 1)
		}
	}
	if year == 0 || m2 < m1 {
		return lac.Period{}, end
	}
	return lac.Days(lac.Month(year, time.Month(m1)).First(), lac.Month(year, time.Month(m2)).Last()), end
}

// part reads "the first three quarters of 2024", "los tres primeros trimestres",
// "first half", "Q1 2024", 前10个月, 上半年, 一季度.
func (c calendar) part(ws []word, i, year int) (lac.Period, int) {
	first, last, end := 0, 0, 0
	w := ws[i]
	number := func(k int) int {
		if k < len(ws) && ws[k].n > 0 && ws[k].n <= 12 && !ws[k].cue.has(cueMonth) && ws[k].mark == 0 && !ws[k].hint.has(hintYear|hintMonth) {
			return ws[k].n
		}
		return 0
	}
	ordinal := func(k int) bool {
		return k < len(ws) && (has(ws, k, cueFirst|cueLast) || ws[k].figure != nil && ws[k].figure.Kind == figure.KindOrdinal)
	}
	switch {
	case w.hint.has(hintQuarter) && w.n > 0:
		first, last, end = 3*w.n-2, 3*w.n, i+1
	case w.hint.has(hintHalf) && w.n > 0:
		first, last, end = 6*w.n-5, 6*w.n, i+1
	case w.n > 0 && w.n <= 4 && w.figure != nil && has(ws, i+1, cueQuarter) && ws[i+1].han: // 三季度
		first, last, end = 3*w.n-2, 3*w.n, i+2
	case ordinal(i) || number(i) > 0 && ordinal(i+1) && !ws[i+1].cue.has(cueLast):
		// The number stands behind the ordinal, or before: los tres primeros.
		k, n := i, 1
		if !ordinal(i) {
			n, k = number(i), i+1
		}
		place, final := 1, has(ws, k, cueLast) && !has(ws, k, cueFirst)
		if ws[k].figure != nil {
			place = max(ws[k].n, 1)
		}
		j := k + 1
		threequarters := j < len(ws) && ws[j].figure != nil && ws[j].figure.Denominator == 4 && ws[j].figure.Numerator > 1
		if m := number(j); m > 0 && !threequarters {
			n, j = m, j+1
		}
		months := 0
		switch {
		case threequarters: // the first three quarters are no fraction
			months, n = 3, int(ws[j].figure.Numerator)
		case says(ws, j, senseBimester):
			months = 2
		case has(ws, j, cueMonthUnit):
			months = 1
		case has(ws, j, cueQuarter):
			months = 3
		case has(ws, j, cueHalf) && (place <= 2 || final):
			months = 6
		case means(ws, j, hintWeek) && n == 1:
			return c.weekOf(ws, j)
		default:
			return lac.Period{}, 0
		}
		if final && (months == 1 || n > 1 || months*n > 12) || months*n*place > 12 {
			return lac.Period{}, 0 // the last three months are relative
		}
		first, last, end = (place-1)*months*n+1, place*months*n, j+1
		if final {
			first, last = 12-months*n+1, 12
			if y, e := c.yearBehind(ws, end); y == 0 && e == end && year == 0 {
				return lac.Period{}, 0 // the last quarter is relative
			}
		}
	default:
		return lac.Period{}, 0
	}
	if year == 0 {
		y, e := c.yearBehind(ws, end)
		switch {
		case e > end:
			year, end = y, e
		case !c.date.IsZero():
			year = c.date.Year()
			if lac.DateOf(year, time.Month(last), 1).After(c.date) {
				year--
			}
		}
	}
	if year == 0 || last > 12 {
		return lac.Period{}, end
	}
	return lac.Days(lac.Month(year, time.Month(first)).First(), lac.Month(year, time.Month(last)).Last()), end
}

// weekOf reads the month behind "the first week": weeks are not kept apart.
func (c calendar) weekOf(ws []word, week int) (lac.Period, int) {
	k := skipOf(ws, week+1)
	if k == week+1 || k >= len(ws) {
		return lac.Period{}, 0
	}
	if y, m, end := c.monthHead(ws, k); end > k && y != 0 {
		return lac.Month(y, m), end
	}
	return c.months(ws, k, 0)
}
