package extract

import (
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// A timeMention is words that name a time.
type timeMention struct {
	from, to int // its words
	period   lac.Period
	role     timeRole
	// years is the length of a span that begins or ends with the document's
	// date, as in "over five years" (the claim's tense says which), and how
	// long ago a time was.
	years int
	ago   bool // years before: a decade ago
	same  bool // the same months of that year
	past  bool // it is over, or this year
	ahead bool // it goes on after the document's year, or is a span of years
}

type timeRole uint8

const (
	timeAt       timeRole = iota // in 2024
	timeSince                    // since 2013
	timeBy                       // by 2030
	timeBaseline                 // than in 2013, from a year earlier
	timeAlone                    // attributive, as in "the 2012 summit"
)

// A calendar resolves times against the date of a document.
type calendar struct {
	date lac.Date // zero: not known
}

// times finds the mentions of a time in s and marks their words as used.
func (c calendar) times(s *sentence) {
	for i := 0; i < len(s.words); {
		m, ok := c.mention(s.words, i)
		if !ok {
			i++
			continue
		}
		c.relate(s.words, &m)
		c.place(&m)
		for j := m.from; j < m.to; j++ {
			s.words[j].used = true
		}
		s.times = append(s.times, m)
		i = m.to
	}
}

// mention reads the time that begins with word i.
func (c calendar) mention(ws []word, i int) (timeMention, bool) {
	for _, read := range [...]func([]word, int) (lac.Period, int, int){c.days, c.months, c.part, c.years, c.relative} {
		if p, years, end := read(ws, i); end > i {
			return timeMention{from: i, to: end, period: p, years: years, ago: years != 0 && (!p.IsZero() || has(ws, end-1, cueAgo) || has(ws, i, cueBeforeAgo))}, true
		}
	}
	return timeMention{}, false
}

// relate looks at the words before a time for how it is meant.
func (c calendar) relate(ws []word, m *timeMention) {
	if has(ws, m.from, cueAgo) { // a year earlier
		m.role = timeBaseline
		return
	}
	for j := m.from - 1; j >= 0 && j >= m.from-7; j-- {
		w := ws[j]
		if w.text == "same" || w.text == "mismo" || w.text == "mesmo" || w.text == "corresponding" {
			m.same = true
			continue
		}
		switch {
		case w.mark != 0 || w.figure != nil && w.figure.Kind != figure.KindOrdinal:
			return
		case w.cue.has(cueSince):
			m.role = timeSince
			m.period = c.since(m.period)
			ws[j].used = true
			return
		case w.cue.has(cueBy) && m.spansYears(): // para los próximos tres años
			return
		case w.cue.has(cueBy) && !w.cue.has(cueIn|cueAgo) && !m.period.IsZero() || w.cue.has(cueBy) && j == m.from-1 && m.years == 0 && !m.period.IsZero():
			m.role = timeBy
			m.period = until(m.period)
			return
		case w.cue.has(cueThan) && (!w.cue.has(cueStop) || w.text == "than" || j == m.from-1 && m.period.IsYear() && j > 0 && (ws[j-1].figure != nil || ws[j-1].cue.has(cueUp|cueDown|cueGrowth))):
			m.role = timeBaseline
			return
		case !w.cue.has(cueDet|cueIn|cueEnd|cueOf|cueFirst|cueThis|cueFrom|cueStop|cueMonthUnit|cueQuarter|cueYear) && w.text != "period":
			return
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

// spansYears reports whether a time is longer than a year.
func (m timeMention) spansYears() bool {
	return !m.period.First().IsZero() && !m.period.Last().IsZero() && m.period.First().Year() < m.period.Last().Year()
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

func until(p lac.Period) lac.Period {
	if p.IsZero() || p.Last().IsZero() {
		return p
	}
	open, _ := lac.ParsePeriod("../" + p.Last().String())
	return open
}

// yearAt returns the calendar year that word i is, 0 if it is none.
func yearAt(ws []word, i int) int {
	if i >= 0 && i < len(ws) && len(ws[i].text) == 4 && ws[i].n >= 1900 && ws[i].n <= 2100 && '0' <= ws[i].text[0] && ws[i].text[0] <= '9' {
		return ws[i].n
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
	if digit && w.n >= 1 && w.n <= 31 && len(w.text) <= 4 && (len(w.text) <= 2 || w.text[len(w.text)-1] > '9') {
		return w.n
	}
	return 0
}

func has(ws []word, i int, c cue) bool { return i >= 0 && i < len(ws) && ws[i].cue.has(c) }

func mark(ws []word, i int, marks string) bool {
	if i < 0 || i >= len(ws) {
		return false
	}
	for k := range len(marks) {
		if ws[i].mark == marks[k] {
			return true
		}
	}
	return false
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

// days reads "11 May 2020", "May 11, 2020", "May 18 and 19", "11 de mayo de 2020".
func (c calendar) days(ws []word, i int) (lac.Period, int, int) {
	var d1, d2, month, end int
	if d1 = dayAt(ws, i); d1 != 0 {
		end = i + 1
		if j, ok := link(ws, end); ok {
			if d2 = dayAt(ws, j); d2 > d1 {
				end = j + 1
			} else {
				d2 = 0
			}
		}
		end = skipOf(ws, end)
		if !has(ws, end, cueMonth) {
			return lac.Period{}, 0, 0
		}
		month = ws[end].n
		end++
	} else if has(ws, i, cueMonth) {
		month = ws[i].n
		if d1 = dayAt(ws, i+1); d1 == 0 || yearAt(ws, i+1) != 0 {
			return lac.Period{}, 0, 0
		}
		end = i + 2
		if j, ok := link(ws, end); ok {
			if d2 = dayAt(ws, j); d2 > d1 && !has(ws, j+1, cueMonth) {
				end = j + 1
			} else {
				d2 = 0
			}
		}
	} else {
		return lac.Period{}, 0, 0
	}
	year := 0
	j := end
	if mark(ws, j, ",") {
		j++
	}
	if y := yearAt(ws, skipOf(ws, j)); y != 0 {
		year, end = y, skipOf(ws, j)+1
	} else if year = c.yearOf(month, d1); year == 0 {
		return lac.Period{}, 0, end
	}
	first := lac.DateOf(year, time.Month(month), d1)
	last := first
	if d2 != 0 {
		last = lac.DateOf(year, time.Month(month), d2)
	}
	return lac.Days(first, last), 0, end
}

// yearOf returns the year of a day that is given without one: the last such day
// that is not well after the document.
func (c calendar) yearOf(month, day int) int {
	if c.date.IsZero() {
		return 0
	}
	y := c.date.Year()
	if d := lac.DateOf(y, time.Month(month), max(day, 1)); !d.IsZero() && c.date.AddDays(7).Before(d) {
		y--
	}
	return y
}

// months reads "May 2023", "January to November 2003", "January-July".
func (c calendar) months(ws []word, i int) (lac.Period, int, int) {
	if y := yearAt(ws, i); y != 0 && i+2 < len(ws) && ws[i+1].han && has(ws, i+1, cueYear) && has(ws, i+2, cueMonth) { // 2025年5月
		m := time.Month(ws[i+2].n)
		if d := dayAt(ws, i+3); d != 0 && i+4 < len(ws) && ws[i+4].text == "日" {
			return lac.Days(lac.DateOf(y, m, d), lac.DateOf(y, m, d)), 0, i + 5
		}
		return lac.Month(y, m), 0, i + 3
	}
	if !has(ws, i, cueMonth) || ws[i].text == "may" && !ws[i].upper || ws[i].text == "march" && !ws[i].upper {
		return lac.Period{}, 0, 0
	}
	m1, m2 := ws[i].n, ws[i].n
	end := i + 1
	if j, ok := link(ws, end); ok && has(ws, j, cueMonth) {
		m2, end = ws[j].n, j+1
	}
	year := 0
	j := end
	if mark(ws, j, ",") {
		j++
	}
	j = skipOf(ws, j)
	if y := yearAt(ws, j); y != 0 {
		year, end = y, j+1
	} else if y, e := c.relativeYear(ws, j); e > j {
		year, end = y, e
	} else {
		year = c.yearOf(m2, 1)
	}
	if year == 0 || m2 < m1 {
		return lac.Period{}, 0, end
	}
	return lac.Days(lac.Month(year, time.Month(m1)).First(), lac.Month(year, time.Month(m2)).Last()), 0, end
}

// years reads "2024", "2017-2023", "from 2015 to 2019".
func (c calendar) years(ws []word, i int) (lac.Period, int, int) {
	y := yearAt(ws, i)
	if y == 0 {
		return lac.Period{}, 0, 0
	}
	end := i + 1
	if j, ok := link(ws, end); ok && j < len(ws) {
		// "and" joins the ends of a range only after "between".
		ranged := !has(ws, end, cueAnd) || has(ws, i-1, cueFrom)
		if z := yearAt(ws, j); z > y && ranged {
			return lac.Years(y, z), 0, j + 1
		}
		if w := ws[j]; ranged && j == end && w.joined && len(w.text) == 2 && w.n > y%100 && w.figure == nil {
			return lac.Years(y, y-y%100+w.n), 0, j + 1
		}
	}
	if end < len(ws) && ws[end].han && has(ws, end, cueYear) { // 2024年
		end++
	}
	return lac.Year(y), 0, end
}
