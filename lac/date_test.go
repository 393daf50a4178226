package lac_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

// anyDate draws a day of the calendar.
func anyDate() *rapid.Generator[lac.Date] {
	return rapid.Custom(func(t *rapid.T) lac.Date {
		y, m := rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		last := time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
		return lac.DateOf(y, m, rapid.IntRange(1, last).Draw(t, "day"))
	})
}

// clock returns the day as package time has it.
func clock(d lac.Date) time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

func TestParseDate(t *testing.T) {
	tests := []struct {
		rule, text string
		want       lac.Date
		err        error
	}{
		{"a day", "2025-06-09", lac.DateOf(2025, time.June, 9), nil},
		{"the first day of the calendar", "0001-01-01", lac.DateOf(1, time.January, 1), nil},
		{"the last day of the calendar", "9999-12-31", lac.DateOf(9999, time.December, 31), nil},
		{"29 February of a leap year", "2000-02-29", lac.DateOf(2000, time.February, 29), nil},
		{"a century is no leap year", "1900-02-29", lac.Date{}, lac.ErrRange},
		{"no 31 April", "2025-04-31", lac.Date{}, lac.ErrRange},
		{"no month 13", "2025-13-01", lac.Date{}, lac.ErrRange},
		{"no month 0", "2025-00-01", lac.Date{}, lac.ErrRange},
		{"no day 0", "2025-01-00", lac.Date{}, lac.ErrRange},
		{"no year 0", "0000-01-01", lac.Date{}, lac.ErrRange},
		{"empty is not a date", "", lac.Date{}, lac.ErrSyntax},
		{"month alone is a period, not a date", "2025-06", lac.Date{}, lac.ErrSyntax},
		{"no abbreviated day", "2025-6-9", lac.Date{}, lac.ErrSyntax},
		{"no slashes", "2025/06/09", lac.Date{}, lac.ErrSyntax},
		{"no time of day", "2025-06-09T00:00:00Z", lac.Date{}, lac.ErrSyntax},
		{"no space around it", " 2025-06-09", lac.Date{}, lac.ErrSyntax},
		{"no sign", "-025-06-09", lac.Date{}, lac.ErrSyntax},
		{"ASCII digits only", "２025-06-0", lac.Date{}, lac.ErrSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := lac.ParseDate(tt.text)
			if got != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("ParseDate(%q) = %v, %v; want %v, %v", tt.text, got, err, tt.want, tt.err)
			}
		})
	}
}

func TestDateAgreesWithPackageTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDate().Draw(t, "d"), anyDate().Draw(t, "e")
		checkRoundTrip(t, d)
		if got, want := d.String(), clock(d).Format(time.DateOnly); got != want {
			t.Errorf("String() = %s, want %s", got, want)
		}
		if got, want := d.Compare(e), clock(d).Compare(clock(e)); got != want {
			t.Errorf("%v.Compare(%v) = %d, want %d", d, e, got, want)
		}
		if d.Before(e) != clock(d).Before(clock(e)) || d.After(e) != clock(d).After(clock(e)) {
			t.Errorf("%v and %v: Before or After is wrong", d, e)
		}
		if got := d.AddDays(d.DaysUntil(e)); got != e {
			t.Errorf("%v plus the days until %v is %v", d, e, got)
		}
		n := rapid.IntRange(-4_000_000, 4_000_000).Draw(t, "n")
		shifted := clock(d).AddDate(0, 0, n)
		if want := lac.DateOf(shifted.Year(), shifted.Month(), shifted.Day()); d.AddDays(n) != want {
			t.Errorf("%v.AddDays(%d) = %v, want %v", d, n, d.AddDays(n), want)
		}
	})
}

func TestDateOf(t *testing.T) {
	for _, d := range []lac.Date{
		lac.DateOf(0, 1, 1), lac.DateOf(10000, 1, 1), lac.DateOf(-1, 1, 1), lac.DateOf(2023, 0, 1),
		lac.DateOf(2023, 13, 1), lac.DateOf(2023, 2, 29), lac.DateOf(2023, 1, 0), lac.DateOf(2023, 1, 32),
		lac.DateOf(2023+1<<16, 1, 1), lac.DateOf(2023, 1+1<<8, 1), lac.DateOf(2023, 1, 1+1<<8),
	} {
		if !d.IsZero() {
			t.Errorf("a day that does not exist became %v", d)
		}
	}
}

func TestZeroDateIsAbsent(t *testing.T) {
	var zero lac.Date
	checkRoundTrip(t, zero)
	if zero.String() != "" || !zero.IsZero() || !zero.AddDays(1).IsZero() || !zero.Period().IsZero() {
		t.Error("the zero Date is taken for a day")
	}
	day := lac.DateOf(2025, time.June, 9)
	if zero.DaysUntil(day) != 0 || day.DaysUntil(zero) != 0 {
		t.Error("a distance to a day that is not stated")
	}
	if zero.Compare(day) != -1 {
		t.Error("the zero Date does not sort first")
	}
	if v, err := zero.Value(); v != nil || err != nil {
		t.Errorf("Value() = %v, %v; want NULL", v, err)
	}
}

func TestDateScan(t *testing.T) {
	day := lac.DateOf(2025, time.June, 9)
	for _, src := range []any{"2025-06-09", []byte("2025-06-09"), time.Date(2025, time.June, 9, 23, 59, 0, 0, time.UTC)} {
		var d lac.Date
		if err := d.Scan(src); err != nil || d != day {
			t.Errorf("Scan(%v) = %v, %v", src, d, err)
		}
	}
	for _, src := range []any{true, "9 June 2025", time.Date(12025, time.June, 9, 0, 0, 0, 0, time.UTC)} {
		d := day
		if err := d.Scan(src); err == nil {
			t.Errorf("Scan(%v) took it for %v", src, d)
		} else if d != day {
			t.Errorf("Scan(%v) failed and changed the value to %v", src, d)
		}
	}
}
