package gcdf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
)

// year reads a year, with ".0" after it where a program took the column for
// decimals; the zero Period if there is none.
func (p *rowParser) year(c column) lac.Period {
	s := strings.TrimSuffix(p.text(c), ".0")
	if s == "" {
		return lac.Period{}
	}
	n, err := strconv.ParseUint(s, 10, 16)
	if err != nil || len(s) != 4 || n == 0 {
		p.reject(c, fmt.Errorf("%w: want a year of four digits", lac.ErrSyntax))
	}
	return lac.Year(int(n))
}

// when returns the date in column c to the precision that the dataset means: it
// writes the first of January where it knows the year alone, and the first of a
// month where it knows the month. Without a date that is the year. If the date
// does not lie in the year, the year stands, for the dataset's own sums go by it.
func (p *rowParser) when(c column, year lac.Period) lac.Period {
	d := p.date(c)
	switch {
	case d.IsZero():
		return year
	case !year.IsZero() && !year.ContainsDate(d):
		p.note("%s %v is not in %v", p.Header[p.index[c]], d, year)
		return year
	case d.Day() == 1 && d.Month() == time.January:
		return lac.Year(d.Year())
	case d.Day() == 1:
		return lac.Month(d.Year(), d.Month())
	}
	return d.Period()
}

// date reads a day: 2001-05-23, which programs may have given a time of
// midnight, or 05/23/2001, the form that the column's name promises.
func (p *rowParser) date(c column) lac.Date {
	s := p.text(c)
	if s == "" {
		return lac.Date{}
	}
	for _, midnight := range [...]string{" 00:00:00", "T00:00:00", "T00:00:00Z", " 0:00"} {
		if day, ok := strings.CutSuffix(s, midnight); ok {
			s = day
			break
		}
	}
	var d lac.Date
	var err error
	if month, rest, ok := strings.Cut(s, "/"); ok {
		day, year, _ := strings.Cut(rest, "/")
		if len(month) == 1 {
			month = "0" + month
		}
		if len(day) == 1 {
			day = "0" + day
		}
		d, err = lac.ParseDate(year + "-" + month + "-" + day)
	} else {
		d, err = lac.ParseDate(s)
	}
	if err != nil {
		p.reject(c, fmt.Errorf("%w; want MM/DD/YYYY or YYYY-MM-DD", err))
	}
	return d
}

// stages returns what the dataset dates. The commitment's date is that of the
// pledge where there was no commitment.
func (p *rowParser) stages(status lac.ProjectStatus, signed lac.Period) []lac.Stage {
	first := lac.StatusCommitment
	if status == lac.StatusPledge {
		first = lac.StatusPledge
	}
	var stages []lac.Stage
	for _, s := range [...]lac.Stage{
		{Status: first, Date: signed},
		{Status: lac.StatusImplementation, Date: p.when(colPlannedStart, lac.Period{}), Planned: true},
		{Status: lac.StatusImplementation, Date: p.when(colStart, p.year(colStartYear))},
		{Status: lac.StatusCompleted, Date: p.when(colPlannedCompletion, lac.Period{}), Planned: true},
		{Status: lac.StatusCompleted, Date: p.when(colCompletion, p.year(colCompletionYear))},
	} {
		if !s.Date.IsZero() {
			stages = append(stages, s)
		}
	}
	return stages
}
