package lac

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
)

// A Period is a closed interval of days, open at an end if that end is not
// given. Its text is the shortest that says the same days, in ISO 8601, with
// quarters as in SDMX and open ends as in ISO 8601-2:
//
//	2024  2024-Q2  2024-05  2024-05-13  2015/2019  2024-01/2024-09  ../2030  2015/..
//
// Periods are comparable with ==: 2024-01/2024-12 and 2024 are one value. The
// zero Period means not stated. The first and last day of the calendar,
// 0001-01-01 and 9999-12-31, are the open ends.
type Period struct {
	first, last Date
}

// Unbounded ends are kept as the calendar's own first and last day, so that an
// open end needs no field of its own; the zero Period stays "not stated".
var (
	calendarStart = Date{1, 1, 1}
	calendarEnd   = Date{9999, 12, 31}
)

// Year returns the calendar year y, or the zero Period if y is not from 1 to
// 9999.
func Year(y int) Period { return Years(y, y) }

// Years returns the calendar years from first to last inclusive, or the zero
// Period if there are none.
func Years(first, last int) Period {
	return Days(DateOf(first, time.January, 1), DateOf(last, time.December, 31))
}

// Month returns one calendar month, or the zero Period if there is no such
// month.
func Month(y int, m time.Month) Period {
	if y < 1 || y > 9999 || m < 1 || m > 12 {
		return Period{}
	}
	return Days(DateOf(y, m, 1), DateOf(y, m, daysIn(y, m)))
}

// Days returns the days from first to last inclusive, or the zero Period if
// either is zero or last is before first.
func Days(first, last Date) Period {
	if first.IsZero() || last.IsZero() || last.Before(first) {
		return Period{}
	}
	return Period{first, last}
}

// ParsePeriod reads a period in any of the forms that [Period] lists; the two
// ends of an interval may differ in precision. It errs with [ErrSyntax] if s has
// another form, and with [ErrRange] if a day in it does not exist or the
// interval ends before it begins.
func ParsePeriod(s string) (Period, error) {
	fail := func(err error) (Period, error) {
		if err == ErrSyntax {
			err = fmt.Errorf("%w: want one as in 2024, 2024-Q2, 2024-05, 2024-05-13 or 2014/2024", ErrSyntax)
		}
		return Period{}, fmt.Errorf("period %s: %w", quote(s), err)
	}
	if len(s) > 40 {
		return fail(ErrSyntax)
	}
	from, to, interval := strings.Cut(s, "/")
	first, err := parseSpan(from, interval)
	if err != nil {
		return fail(err)
	}
	if !interval {
		return first, nil
	}
	last, err := parseSpan(to, true)
	if err != nil {
		return fail(err)
	}
	if from == ".." {
		first.first = calendarStart
	}
	if to == ".." {
		last.last = calendarEnd
	}
	p := Days(first.first, last.last)
	if p.IsZero() {
		return fail(fmt.Errorf("%w: it ends before it begins", ErrRange))
	}
	return p, nil
}

// parseSpan reads one year, quarter, month or day; ".." where an end is meant.
func parseSpan(s string, end bool) (Period, error) {
	if end && s == ".." {
		return Period{calendarStart, calendarEnd}, nil
	}
	if len(s) < 4 {
		return Period{}, ErrSyntax
	}
	y, ok := digits(s[:4])
	if !ok {
		return Period{}, ErrSyntax
	}
	var p Period
	switch {
	case len(s) == 4:
		p = Year(y)
	case len(s) == 7 && s[4:6] == "-Q" && '0' <= s[6] && s[6] <= '9':
		if q := int(s[6] - '0'); 1 <= q && q <= 4 && y >= 1 {
			p = quarter(y, q)
		}
	case len(s) == 7 && s[4] == '-':
		m, ok := digits(s[5:])
		if !ok {
			return Period{}, ErrSyntax
		}
		p = Month(y, time.Month(m))
	default:
		d, err := ParseDate(s)
		if errors.Is(err, ErrSyntax) {
			return Period{}, ErrSyntax
		}
		p = d.Period()
	}
	if p.IsZero() {
		return Period{}, ErrRange
	}
	return p, nil
}

func quarter(y, q int) Period {
	m := time.Month(3 * q)
	return Days(DateOf(y, m-2, 1), DateOf(y, m, daysIn(y, m)))
}

// IsZero reports whether p is not stated.
func (p Period) IsZero() bool { return p == Period{} }

// First returns the first day, zero if p is not stated or open at the start.
func (p Period) First() Date {
	if p.first == calendarStart {
		return Date{}
	}
	return p.first
}

// Last returns the last day, zero if p is not stated or open at the end.
func (p Period) Last() Date {
	if p.last == calendarEnd {
		return Date{}
	}
	return p.last
}

// Contains reports whether every day of q is in p. A period that is not stated
// contains none and is contained in none.
func (p Period) Contains(q Period) bool {
	return !p.IsZero() && !q.IsZero() && !q.first.Before(p.first) && !q.last.After(p.last)
}

// ContainsDate reports whether d is in p; false for the zero Date.
func (p Period) ContainsDate(d Date) bool { return p.Contains(d.Period()) }

// Overlaps reports whether p and q share a day.
func (p Period) Overlaps(q Period) bool {
	return !p.IsZero() && !q.IsZero() && !q.first.After(p.last) && !p.first.After(q.last)
}

// IsYear reports whether p is exactly one calendar year.
func (p Period) IsYear() bool { return p.isYears() && p.first.year == p.last.year }

func (p Period) isYears() bool {
	return !p.IsZero() && p.first.month == 1 && p.first.day == 1 && p.last.month == 12 && p.last.day == 31
}

// Year returns the year of a period that lies within one calendar year, 0 of any
// other.
func (p Period) Year() int {
	if p.first.year != p.last.year {
		return 0
	}
	return p.first.Year()
}

// Years returns the calendar years that lie whole in p, in order. An open end
// gives none: there is no last one.
func (p Period) Years() iter.Seq[Period] {
	return func(yield func(Period) bool) {
		if p.First().IsZero() || p.Last().IsZero() {
			return
		}
		for y := p.first.Year(); y <= p.last.Year(); y++ {
			if year := Year(y); p.Contains(year) && !yield(year) {
				return
			}
		}
	}
}

// Months returns the calendar months that lie whole in p, in order; none if an
// end is open.
func (p Period) Months() iter.Seq[Period] {
	return func(yield func(Period) bool) {
		if p.First().IsZero() || p.Last().IsZero() {
			return
		}
		for y := p.first.Year(); y <= p.last.Year(); y++ {
			for m := time.January; m <= time.December; m++ {
				if month := Month(y, m); p.Contains(month) && !yield(month) {
					return
				}
			}
		}
	}
}

// AddYears returns the same period n years later (earlier for a negative n):
// 2024 minus ten years is 2014. A 29 February becomes 28 February where the
// year has none, and a period that ends a month still ends it. Open ends stay
// open. The zero Period is returned if the result leaves the calendar.
func (p Period) AddYears(n int) Period {
	if p.IsZero() {
		return Period{}
	}
	shift := func(d Date, end bool) Date {
		if d == calendarStart || d == calendarEnd {
			return d
		}
		y, m, day := d.Year()+n, d.Month(), d.Day()
		if y < 1 || y > 9999 {
			return Date{}
		}
		if most := daysIn(y, m); day > most || end && day == daysIn(d.Year(), m) {
			day = most
		}
		return DateOf(y, m, day)
	}
	return Days(shift(p.first, false), shift(p.last, p.first != p.last))
}

// Equal reports whether p == q. It is there for go-cmp, which does not look into
// unexported fields.
func (p Period) Equal(q Period) bool { return p == q }

// Compare returns -1, 0 or +1. Periods sort by first day, then by last; the zero
// Period sorts before every other.
func (p Period) Compare(q Period) int {
	if c := p.first.Compare(q.first); c != 0 {
		return c
	}
	return p.last.Compare(q.last)
}

// AppendText appends the shortest ISO 8601 form; nothing for the zero Period.
func (p Period) AppendText(b []byte) ([]byte, error) {
	if p.IsZero() {
		return b, nil
	}
	y := p.first.Year()
	switch {
	case p.IsYear():
		return fmt.Appendf(b, "%04d", y), nil
	case p.first == p.last:
		return p.first.AppendText(b)
	case p == Month(y, p.first.Month()):
		return fmt.Appendf(b, "%04d-%02d", y, p.first.month), nil
	case p == quarter(y, int(p.first.month+2)/3):
		return fmt.Appendf(b, "%04d-Q%d", y, (p.first.month+2)/3), nil
	}
	// An end is cut to the precision at which both ends are whole.
	precision := 10
	startOpen, endOpen := p.first == calendarStart, p.last == calendarEnd
	monthStart := startOpen || p.first.day == 1
	monthEnd := endOpen || p.last.Day() == daysIn(p.last.Year(), p.last.Month())
	switch {
	case monthStart && monthEnd && (startOpen || p.first.month == 1) && (endOpen || p.last.month == 12):
		precision = 4
	case monthStart && monthEnd:
		precision = 7
	}
	end := func(d Date, open bool) {
		if open {
			b = append(b, ".."...)
			return
		}
		n := len(b)
		b, _ = d.AppendText(b)
		b = b[:n+precision]
	}
	end(p.first, startOpen)
	b = append(b, '/')
	end(p.last, endOpen)
	return b, nil
}

// String returns the text form of p, empty for the zero Period.
func (p Period) String() string { b, _ := p.AppendText(nil); return string(b) }

// MarshalText implements [encoding.TextMarshaler].
func (p Period) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; empty text is the zero Period.
func (p *Period) UnmarshalText(text []byte) error { return unmarshal(p, text, ParsePeriod) }

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is the zero Period.
func (p *Period) UnmarshalJSON(data []byte) error { return unmarshalJSON(p, data) }

// Value implements [driver.Valuer]: the text, or NULL for the zero Period.
func (p Period) Value() (driver.Value, error) { return sqlValue(p, p.IsZero()) }

// Scan implements [database/sql.Scanner] for text columns, for columns of days,
// and for whole numbers, which are years.
func (p *Period) Scan(src any) error {
	day, ok, err := sqlDay(src)
	switch {
	case err != nil:
		return err
	case ok:
		*p = day.Period()
		return nil
	}
	return sqlScan(p, src)
}
