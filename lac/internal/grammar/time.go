package grammar

// A Time is a period: from the first day to the last; a zero day is no bound.
type Time struct{ First, Last Day }

// A Day is a day of the calendar.
type Day struct{ Year, Month, Day int }

// IsZero reports whether t has no bounds.
func (t Time) IsZero() bool { return t == Time{} }

// A span is what a time is called.
type span int

const (
	always span = iota
	yearSpan
	yearsSpan
	halfSpan // the first or second half of a year
	quarterSpan
	monthsSpan // the first months of a year
	monthSpan
	daySpan
	daysSpan
	untilYear
	untilDay
	sinceYear
	sinceDay
)

// kind returns what a time is called, and the number of the half or quarter or of
// the months.
func (t Time) kind() (span, int) {
	f, l := t.First, t.Last
	starts, ends := f.Month == 1 && f.Day == 1, l.Month == 12 && l.Day == 31
	switch {
	case t.IsZero():
		return always, 0
	case f == Day{} && ends:
		return untilYear, 0
	case f == Day{}:
		return untilDay, 0
	case l == Day{} && starts:
		return sinceYear, 0
	case l == Day{}:
		return sinceDay, 0
	case starts && ends && f.Year == l.Year:
		return yearSpan, 0
	case starts && ends:
		return yearsSpan, 0
	case f == l:
		return daySpan, 0
	}
	if f.Year == l.Year && f.Day == 1 && l.Day >= lastDay(l) {
		switch months := l.Month - f.Month + 1; {
		case months == 1:
			return monthSpan, 0
		case months == 6 && (f.Month == 1 || f.Month == 7):
			return halfSpan, 1 + f.Month/7
		case months == 3 && f.Month%3 == 1:
			return quarterSpan, 1 + f.Month/3
		case f.Month == 1:
			return monthsSpan, months
		}
	}
	return daysSpan, 0
}

// lastDay returns the last day of a day's month; 28 in February, whatever the year.
func lastDay(d Day) int {
	switch d.Month {
	case 2:
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
