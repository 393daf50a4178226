package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// streak counts back the years in which the place was held.
func (k *checker) streak(f *Finding) {
	fields := k.fields()
	last := k.claim.Period.Last().Year()
	var readings []Reading
	for _, b := range bases(fields) {
		held := map[int]bool{}
		var records []string
		place := point(big.NewRat(int64(k.claim.Place), 1))
		for _, c := range fields {
			if c.basis != b {
				continue
			}
			switch judge(c.place, place) {
			case Supported:
				held[c.year] = true
			case Contradicted:
				held[c.year] = false
			default:
				continue
			}
			records = append(records, k.fieldReading(c).Records...)
		}
		if len(held) > 0 {
			readings = append(readings, k.streakReading(b, held, last, records))
		}
	}
	finish(f, readings)
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("The partners' trade in the years up to %d; years with data: %s.", last, yearsOf(fields)))
	}
}

func (k *checker) streakReading(b fieldBasis, held map[int]bool, last int, records []string) Reading {
	s := lac.StreakOf(held, last)
	slices.Sort(records)
	src, _ := k.data.Source(b.source)
	i := Interval{Lower: closed(big.NewRat(int64(s.Years), 1))}
	if s.Broken != 0 {
		i.Upper = closed(big.NewRat(int64(last-s.Broken), 1))
	}
	r := Reading{
		Basis: Basis{Books: src.Basis, Sources: k.citing([]string{b.source}, records), Definition: b.rule, Period: k.claim.Period,
			Evidence: []lac.Evidence{lac.Published}},
		Interval: i, Unit: lac.UnitYears, Verdict: judge(i, k.stated), Records: slices.Compact(records),
		Why: k.bar(b.source, ""),
	}
	r.Deciding = r.Why == ""
	for _, part := range []struct {
		text  string
		years string
	}{{"held in ", yearList(held, true)}, {"not held in ", yearList(held, false)}} {
		if part.years != "" {
			r.Arithmetic = append(r.Arithmetic, part.text+part.years)
		}
	}
	if s.Broken != 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("Broken in %d: the run can have begun in %d at the earliest.", s.Broken, s.Broken+1))
	}
	if len(s.Unknown) > 0 {
		r.Notes = append(r.Notes, "No deciding data for "+spans(s.Unknown)+".")
	}
	return r
}

func yearList(held map[int]bool, want bool) string {
	var years []int
	for y, h := range held {
		if h == want {
			years = append(years, y)
		}
	}
	return spans(years)
}

func yearsOf(fields []field) string {
	var years []int
	for _, c := range fields {
		years = append(years, c.year)
	}
	if len(years) == 0 {
		return "none"
	}
	return spans(years)
}

// spans lists years, runs of them joined: 2003-2013, 2015.
func spans(years []int) string {
	if len(years) == 0 {
		return ""
	}
	slices.Sort(years)
	years = slices.Compact(slices.Clone(years))
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		if i == j {
			parts = append(parts, fmt.Sprint(years[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", years[i], years[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
