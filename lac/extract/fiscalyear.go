package extract

import (
	"time"

	"github.com/sinolac/sinolac/lac"
)

// fiscalYears are, by the code of a country, the months by which the first day of its
// government's fiscal year stands before (negative) or behind that of the calendar year
// whose number it has.
var fiscalYears = map[string]int{
	"USA": -3, // 1 October to 30 September, named by its end: 31 U.S.C. 1102
	"HTI": -3, // 1 October to 30 September
	"TTO": -3, // 1 October to 30 September
	"JPN": 3,  // 1 April to 31 March, named by its beginning
}

// fiscal returns the words by which a sentence names a year that is not the calendar's:
// a fiscal year, a crop's year. It is empty if there are none.
func (s *sentence) fiscal() string {
	if !s.senses.has(senseFiscalYear | senseFiscal) {
		return ""
	}
	for i, w := range s.words {
		if w.sense.has(senseFiscalYear) || w.sense.has(senseFiscal) && (yearAt(s.words, i+1) != 0 || yearAt(s.words, skipOf(s.words, i+1)) != 0) {
			return s.text[w.Start:w.End]
		}
	}
	return ""
}

// fiscalTime gives a claim whose sentence speaks of a fiscal year the days of it, where
// the country has one that is known. Records are of calendar years: a claim of another
// year is missing its days, and one that goes on with its time is too.
func (c *claimReader) fiscalTime(s *sentence, d *draft, words string) {
	switch {
	case d.Period.IsZero() && words == "":
		return
	case words == "" && !(c.before.fiscal && d.Period == c.before.period):
		return
	case words == "":
		d.fiscal = true
		d.miss("the calendar year that it is of: the year spoken of is a fiscal one")
		return
	}
	d.fiscal = true
	d.miss("the calendar year that it is of: %q", words)
	year := d.Period.First().Year()
	if d.Period.IsZero() || d.Period != lac.Year(year) {
		return
	}
	offset, found := 0, 0
	for _, code := range parties(s.words) {
		if n, ok := fiscalYears[code]; ok {
			offset, found = n, found+1
		}
	}
	if found != 1 {
		return
	}
	d.Period = shiftMonths(d.Period, offset)
	if d.Baseline == lac.Year(year-1) {
		d.Baseline = shiftMonths(d.Baseline, offset)
	}
}

// shiftMonths returns a year that begins so many months later.
func shiftMonths(p lac.Period, n int) lac.Period {
	first := 12*p.First().Year() + n
	last := first + 11
	return lac.Days(lac.Month(first/12, time.Month(first%12+1)).First(), lac.Month(last/12, time.Month(last%12+1)).Last())
}
