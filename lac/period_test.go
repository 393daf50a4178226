package lac_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

func period(s string) lac.Period { return must(lac.ParsePeriod(s)) }

// anyPeriod draws a period of each shape, within the given years.
func anyPeriod(from, to int) *rapid.Generator[lac.Period] {
	return rapid.Custom(func(t *rapid.T) lac.Period {
		y := rapid.IntRange(from, to)
		m := rapid.IntRange(1, 12)
		day := func(label string) lac.Date {
			return lac.DateOf(y.Draw(t, label+" year"), time.January, 1).AddDays(rapid.IntRange(0, 364).Draw(t, label+" day"))
		}
		var first, last lac.Date
		switch rapid.IntRange(0, 4).Draw(t, "shape") {
		case 0:
			a, b := y.Draw(t, "from"), y.Draw(t, "to")
			return lac.Years(min(a, b), max(a, b))
		case 1:
			return lac.Month(y.Draw(t, "year"), time.Month(m.Draw(t, "month")))
		case 2:
			return day("only").Period()
		case 3:
			first = lac.Month(y.Draw(t, "from"), time.Month(m.Draw(t, "month"))).First()
			last = lac.Month(y.Draw(t, "to"), time.Month(m.Draw(t, "month"))).Last()
		default:
			first, last = day("first"), day("last")
		}
		if last.Before(first) {
			first, last = last, first
		}
		return lac.Days(first, last)
	})
}

func TestParsePeriod(t *testing.T) {
	tests := []struct {
		rule, text, first, last, canonical string
	}{
		{"a year", "2024", "2024-01-01", "2024-12-31", "2024"},
		{"a quarter", "2024-Q2", "2024-04-01", "2024-06-30", "2024-Q2"},
		{"a month", "2024-02", "2024-02-01", "2024-02-29", "2024-02"},
		{"a day", "2024-05-13", "2024-05-13", "2024-05-13", "2024-05-13"},
		{"years", "2015/2019", "2015-01-01", "2019-12-31", "2015/2019"},
		{"months", "2024-01/2024-09", "2024-01-01", "2024-09-30", "2024-01/2024-09"},
		{"days", "2024-01-02/2024-09-03", "2024-01-02", "2024-09-03", "2024-01-02/2024-09-03"},
		{"open at the start", "../2030", "", "2030-12-31", "../2030"},
		{"open at the start to a day", "../2025-06-09", "", "2025-06-09", "../2025-06-09"},
		{"open at the end", "2015/..", "2015-01-01", "", "2015/.."},
		{"open at the end from a month", "2015-07/..", "2015-07-01", "", "2015-07/.."},
		{"open at both ends", "../..", "", "", "../.."},
		{"twelve months are the year", "2024-01/2024-12", "2024-01-01", "2024-12-31", "2024"},
		{"three months are the quarter", "2024-10/2024-12", "2024-10-01", "2024-12-31", "2024-Q4"},
		{"three months across quarters are not", "2024-02/2024-04", "2024-02-01", "2024-04-30", "2024-02/2024-04"},
		{"a year of days is the year", "2023-01-01/2023-12-31", "2023-01-01", "2023-12-31", "2023"},
		{"February's days are the month", "2023-02-01/2023-02-28", "2023-02-01", "2023-02-28", "2023-02"},
		{"and in a leap year are not", "2024-02-01/2024-02-28", "2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"},
		{"ends of differing precision", "2023/2024-06", "2023-01-01", "2024-06-30", "2023-01/2024-06"},
		{"an interval of one year", "2024/2024", "2024-01-01", "2024-12-31", "2024"},
		{"an interval of quarters", "2024-Q1/2024-Q2", "2024-01-01", "2024-06-30", "2024-01/2024-06"},
		{"years before 1000 keep four digits", "0814/0815", "0814-01-01", "0815-12-31", "0814/0815"},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			p, err := lac.ParsePeriod(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if p.First().String() != tt.first || p.Last().String() != tt.last || p.String() != tt.canonical {
				t.Errorf("%q is %v to %v, written %v; want %s to %s, written %s",
					tt.text, p.First(), p.Last(), p, tt.first, tt.last, tt.canonical)
			}
			checkRoundTrip(t, p)
		})
	}
}

func TestParsePeriodRefuses(t *testing.T) {
	tests := []struct {
		rule, text string
		want       error
	}{
		{"nothing", "", lac.ErrSyntax},
		{"no fifth quarter", "2024-Q5", lac.ErrRange},
		{"no quarter 0", "2024-Q0", lac.ErrRange},
		{"no quarter of year 0", "0000-Q1", lac.ErrRange},
		{"no month 13", "2024-13", lac.ErrRange},
		{"no month 0", "2024-00", lac.ErrRange},
		{"no year 0", "0000", lac.ErrRange},
		{"no 30 February", "2024-02-30", lac.ErrRange},
		{"it ends before it begins", "2024/2023", lac.ErrRange},
		{"half an interval", "2024/", lac.ErrSyntax},
		{"the other half", "/2024", lac.ErrSyntax},
		{"three ends", "2022/2023/2024", lac.ErrSyntax},
		{"dots alone", "..", lac.ErrSyntax},
		{"a dash for a slash", "2015-2019", lac.ErrSyntax},
		{"a two-digit year", "24", lac.ErrSyntax},
		{"a five-digit year", "20245", lac.ErrSyntax},
		{"a lower-case quarter", "2024-q2", lac.ErrSyntax},
		{"compact months, as UN Comtrade writes them", "202405", lac.ErrSyntax},
		{"an ISO duration", "2024-01-01/P1Y", lac.ErrSyntax},
		{"a sign", "-2024", lac.ErrSyntax},
		{"space", "2024 ", lac.ErrSyntax},
		{"ten megabytes", strings.Repeat("2", 10<<20), lac.ErrSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			p, err := lac.ParsePeriod(tt.text)
			if !errors.Is(err, tt.want) || !p.IsZero() {
				t.Errorf("got %v, %v; want %v", p, err, tt.want)
			}
			if err != nil && len(err.Error()) > 300 {
				t.Errorf("the error is %d bytes long", len(err.Error()))
			}
		})
	}
}

func TestPeriodTextIsCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPeriod(1, 9999).Draw(t, "p"), anyPeriod(1, 9999).Draw(t, "q")
		checkRoundTrip(t, p)
		if (p == q) != (p.String() == q.String()) || (p == q) != (p.Compare(q) == 0) {
			t.Errorf("%v and %v: ==, text and Compare disagree", p, q)
		}
		if p.Compare(q) != -q.Compare(p) {
			t.Errorf("%v and %v: Compare is not antisymmetric", p, q)
		}
		if again := lac.Days(p.First(), p.Last()); !p.First().IsZero() && !p.Last().IsZero() && again != p {
			t.Errorf("%v built from its ends is %v", p, again)
		}
		// Every way of writing the same days gives the same value.
		if !p.First().IsZero() && !p.Last().IsZero() {
			if long := period(p.First().String() + "/" + p.Last().String()); long != p {
				t.Errorf("%v written as days is %v", p, long)
			}
		}
	})
}

func TestPeriodAgreesWithSetOfDays(t *testing.T) {
	days := func(p lac.Period) map[lac.Date]bool {
		set := map[lac.Date]bool{}
		for d := p.First(); !d.After(p.Last()); d = d.AddDays(1) {
			set[d] = true
		}
		return set
	}
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPeriod(2019, 2021).Draw(t, "p"), anyPeriod(2019, 2021).Draw(t, "q")
		inP, contains, overlaps := days(p), true, false
		for d := range days(q) {
			contains = contains && inP[d]
			overlaps = overlaps || inP[d]
			if p.ContainsDate(d) != inP[d] {
				t.Errorf("%v.ContainsDate(%v) = %v", p, d, !inP[d])
			}
		}
		if p.Contains(q) != contains {
			t.Errorf("%v.Contains(%v) = %v", p, q, !contains)
		}
		if p.Overlaps(q) != overlaps || q.Overlaps(p) != overlaps {
			t.Errorf("%v.Overlaps(%v) = %v", p, q, p.Overlaps(q))
		}
		var years, months []lac.Period
		for y := 2019; y <= 2021; y++ {
			if p.Contains(lac.Year(y)) {
				years = append(years, lac.Year(y))
			}
			for m := time.January; m <= time.December; m++ {
				if month := lac.Month(y, m); p.Contains(month) {
					months = append(months, month)
				}
			}
		}
		if got := slices.Collect(p.Years()); !slices.Equal(got, years) {
			t.Errorf("years of %v = %v, want %v", p, got, years)
		}
		if got := slices.Collect(p.Months()); !slices.Equal(got, months) {
			t.Errorf("months of %v = %v, want %v", p, got, months)
		}
		if want := len(years) == 1 && len(inP) == len(days(years[0])); p.IsYear() != want {
			t.Errorf("%v.IsYear() = %v", p, p.IsYear())
		}
	})
}

func TestPeriodAddYears(t *testing.T) {
	tests := []struct {
		rule, text string
		n          int
		want       string
	}{
		{"a decade earlier", "2024", -10, "2014"},
		{"a month a year earlier", "2024-05", -1, "2023-05"},
		{"February stays February", "2024-02", -1, "2023-02"},
		{"into a leap year too", "2023-02", 1, "2024-02"},
		{"a quarter", "2024-Q1", -1, "2023-Q1"},
		{"leap day to a common year", "2024-02-29", 1, "2025-02-28"},
		{"28 February as a day stays a day", "2023-02-28", 1, "2024-02-28"},
		{"months to an end of February", "2022-06/2023-02", 1, "2023-06/2024-02"},
		{"open start stays open", "../2025-06-09", -10, "../2015-06-09"},
		{"open end stays open", "2015/..", 5, "2020/.."},
		{"not before year 1", "2024", -2024, ""},
		{"not after year 9999", "2024", 7976, ""},
		{"nowhere near", "2024", 1 << 62, ""},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			if got := period(tt.text).AddYears(tt.n).String(); got != tt.want {
				t.Errorf("%s + %d years = %s, want %s", tt.text, tt.n, got, tt.want)
			}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		p := anyPeriod(1950, 2050).Draw(t, "p")
		n := rapid.IntRange(-50, 50).Draw(t, "n")
		got := p.AddYears(n)
		if got.First().Year() != p.First().Year()+n || got.Last().Year() != p.Last().Year()+n ||
			got.First().Month() != p.First().Month() || got.Last().Month() != p.Last().Month() {
			t.Errorf("%v + %d years = %v", p, n, got)
		}
		if d := got.First().Day() - p.First().Day(); d < -1 || d > 0 {
			t.Errorf("%v + %d years = %v: the first day moved", p, n, got)
		}
		if p.AddYears(0) != p {
			t.Errorf("%v + 0 years = %v", p, p.AddYears(0))
		}
		y, m := p.First().Year(), p.First().Month()
		if lac.Month(y, m).AddYears(n) != lac.Month(y+n, m) {
			t.Errorf("month %v + %d years = %v", lac.Month(y, m), n, lac.Month(y, m).AddYears(n))
		}
	})
}

func TestOpenPeriods(t *testing.T) {
	open, since, until := period("../.."), period("2015/.."), period("../2014")
	if !open.Contains(since) || !open.Contains(until) || !since.Contains(period("9999")) || !until.Contains(lac.DateOf(1, 1, 1).Period()) {
		t.Error("an open end does not reach the calendar's end")
	}
	if since.Overlaps(until) || !since.Contains(period("2015/..")) || since.Contains(open) {
		t.Error("open periods compare wrongly")
	}
	for range open.Years() {
		t.Fatal("an open period has a list of years")
	}
	for range since.Months() {
		t.Fatal("an open period has a list of months")
	}
}

func TestPeriodLoopsStop(t *testing.T) {
	for y := range lac.Years(2015, 2024).Years() {
		if y != lac.Year(2015) {
			t.Fatal(y)
		}
		break
	}
	for m := range lac.Years(2015, 2024).Months() {
		if m != lac.Month(2015, time.January) {
			t.Fatal(m)
		}
		break
	}
}

func TestZeroPeriodIsAbsent(t *testing.T) {
	var zero lac.Period
	checkRoundTrip(t, zero)
	all := period("../..")
	if zero.String() != "" || zero.Contains(zero) || all.Contains(zero) || zero.Overlaps(all) || zero.Contains(all) ||
		zero.IsYear() || zero.AddYears(1) != zero {
		t.Error("the zero Period is taken for a time")
	}
	for _, p := range []lac.Period{
		lac.Year(0), lac.Year(10000), lac.Years(2020, 2019), lac.Month(2020, 0), lac.Month(2020, 13), lac.Month(0, 1),
		lac.Days(lac.Date{}, lac.DateOf(2020, 1, 1)), lac.Days(lac.DateOf(2020, 1, 2), lac.DateOf(2020, 1, 1)),
	} {
		if !p.IsZero() {
			t.Errorf("a period that does not exist became %v", p)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2024", "2024-Q2", "2024-05", "2024-05-13", "2015/2019", "../2030", "2015/..", "../..", "2024-01/2024-12", "0001/9999", "2024-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := lac.ParsePeriod(s)
		if err != nil {
			if !errors.Is(err, lac.ErrSyntax) && !errors.Is(err, lac.ErrRange) || !p.IsZero() {
				t.Fatalf("ParsePeriod(%q) = %v, %v", s, p, err)
			}
			return
		}
		if p.IsZero() {
			t.Fatalf("ParsePeriod(%q) is the zero Period without an error", s)
		}
		checkRoundTrip(t, p)
		if len(p.String()) > len(s) && strings.Contains(s, "/") == strings.Contains(p.String(), "/") && strings.Count(s, "-") == strings.Count(p.String(), "-") {
			t.Fatalf("%q became the longer %q", s, p)
		}
	})
}
