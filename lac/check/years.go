package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

func yearList(held map[int]bool, want bool) string {
	var years []int
	for y, h := range held {
		if h == want {
			years = append(years, y)
		}
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

// yearsIn returns the years of a period that is whole years, none of another.
func yearsIn(period lac.Period) []lac.Period {
	if period.First().IsZero() || period.Last().IsZero() {
		return nil
	}
	var years []lac.Period
	for y := range period.Years() {
		if !period.Contains(y) {
			return nil
		}
		years = append(years, y)
	}
	return years
}

func numbers(years []lac.Period) []int {
	var out []int
	for _, y := range years {
		out = append(out, y.First().Year())
	}
	return out
}
