package lac

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"time"
)

// A Date is a day of the proleptic Gregorian calendar, years 1 to 9999.
// The zero Date means not stated. Dates are comparable with ==.
type Date struct {
	year  uint16
	month uint8
	day   uint8
}

// DateOf returns the given day, or the zero Date if there is no such day.
func DateOf(year int, month time.Month, day int) Date {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}
	}
	return Date{uint16(year), uint8(month), uint8(day)}
}

// ParseDate reads an ISO 8601 calendar date such as 2025-06-09. It errs with
// [ErrSyntax] if s has another form and with [ErrRange] if there is no such day.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, fmt.Errorf("date %s: %w: want one as in 2025-06-09", quote(s), ErrSyntax)
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, fmt.Errorf("date %s: %w: want one as in 2025-06-09", quote(s), ErrSyntax)
	}
	date := DateOf(y, time.Month(m), d)
	if date.IsZero() {
		return Date{}, fmt.Errorf("date %s: %w", quote(s), ErrRange)
	}
	return date, nil
}

// IsZero reports whether d is not stated.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, 0 for the zero Date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, 0 for the zero Date.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 0 for the zero Date.
func (d Date) Day() int { return int(d.day) }

// Compare returns -1, 0 or +1 as d is before, on or after e.
// The zero Date sorts before every day.
func (d Date) Compare(e Date) int { return cmp.Compare(d.key(), e.key()) }

// Equal reports whether d == e. It is there for go-cmp, which does not look into
// unexported fields.
func (d Date) Equal(e Date) bool { return d == e }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.key() < e.key() }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.key() > e.key() }

// AddDays returns the day n days after d, or the zero Date if that leaves the
// calendar or d is zero.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > 4_000_000 || n < -4_000_000 {
		return Date{}
	}
	t := d.time().AddDate(0, 0, n)
	return DateOf(t.Year(), t.Month(), t.Day())
}

// DaysUntil returns the number of days from d to e, negative if e is earlier;
// 0 if either is zero.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return int((e.time().Unix() - d.time().Unix()) / 86400)
}

// Period returns the period that is this one day; zero for the zero Date.
func (d Date) Period() Period {
	if d.IsZero() {
		return Period{}
	}
	return Period{d, d}
}

// AppendText appends the ISO 8601 form of d to b; nothing for the zero Date.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d.IsZero() {
		return b, nil
	}
	return fmt.Appendf(b, "%04d-%02d-%02d", d.year, d.month, d.day), nil
}

// String returns the ISO 8601 form of d, empty for the zero Date.
func (d Date) String() string { b, _ := d.AppendText(nil); return string(b) }

// MarshalText implements [encoding.TextMarshaler].
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error { return unmarshal(d, text, ParseDate) }

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is the zero Date.
func (d *Date) UnmarshalJSON(data []byte) error { return unmarshalJSON(d, data) }

// Value implements [driver.Valuer]: the text, or NULL for the zero Date.
func (d Date) Value() (driver.Value, error) { return sqlValue(d, d.IsZero()) }

// Scan implements [database/sql.Scanner] for text and date columns. Of a
// [time.Time] it takes the day in that time's own location.
func (d *Date) Scan(src any) error {
	day, ok, err := sqlDay(src)
	switch {
	case err != nil:
		return err
	case ok:
		*d = day
		return nil
	}
	return sqlScan(d, src)
}

func (d Date) key() int { return int(d.year)<<9 | int(d.month)<<5 | int(d.day) }

func (d Date) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// digits reads an unsigned decimal number of ASCII digits.
func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		c := s[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(s) > 0 && len(s) < 10
}

// sqlDay returns the day of a date column's value, in that time's own location;
// false if src is no time.
func sqlDay(src any) (Date, bool, error) {
	t, ok := src.(time.Time)
	if !ok {
		return Date{}, false, nil
	}
	day := DateOf(t.Year(), t.Month(), t.Day())
	if day.IsZero() {
		return Date{}, true, fmt.Errorf("scan %v: %w", t, ErrRange)
	}
	return day, true, nil
}
