package check

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// summed adds up the figures of single years for a claim on several of them, on
// each basis. A basis that lacks a year is a part of the claim's time.
func (k *checker) summed(unit lac.Unit) []figure {
	m, period := k.claim.Measure, k.claim.Period
	years := yearsIn(period)
	if len(years) < 2 || stocks[m.Subject] {
		return nil
	}
	var out []figure
	for _, sum := range k.overYears(m, years, unit) {
		f := sum.figure
		f.basis.Period = period
		if lacking := len(years) - len(sum.years); lacking > 0 {
			if len(sum.years) < 2 {
				continue
			}
			f.basis.Period = lac.Days(sum.years[0].First(), sum.years[len(sum.years)-1].Last())
			f.scope = scopeOf(m, period)
			missing := slices.DeleteFunc(slices.Clone(years), func(y lac.Period) bool { return slices.Contains(sum.years, y) })
			f.scope.lacks = []lack{{ofPeriod, "without " + spans(numbers(missing))}}
			f.place(asked(m, period))
		}
		out = append(out, f)
	}
	return out
}

// asConstituted returns the sums of years in each of which a bloc is as it then was, where
// members joined or left between: the sum of what was published year by year.
func (k *checker) asConstituted(figs []figure, unit lac.Unit) []figure {
	m, period := k.claim.Measure, k.claim.Period
	first, last := period.First(), period.Last()
	if first.IsZero() || last.IsZero() || !slices.ContainsFunc([]lac.Area{m.Reporter, m.Partner}, func(a lac.Area) bool {
		return a.IsBloc() && region(a) != lac.LatinAmericaCaribbean && !slices.Equal(extentOf(a, first), extentOf(a, last))
	}) {
		return nil
	}
	return slices.DeleteFunc(k.summed(unit), func(sum figure) bool {
		return slices.ContainsFunc(figs, func(f figure) bool { return f.unit == sum.unit && f.interval.Equal(sum.interval) })
	})
}

// A yearSum is the sum of a series over some years.
type yearSum struct {
	figure
	years []lac.Period
}

// overYears adds up a measure's figures of single years, by series: those that
// decide and lack nothing. The series are in the order in which they are met.
func (k *checker) overYears(m lac.Measure, years []lac.Period, unit lac.Unit) []*yearSum {
	var series [][]figure
	var of [][]lac.Period
	for _, y := range years {
		for _, fig := range k.ofYear(m, y, unit) {
			at := slices.IndexFunc(series, func(figs []figure) bool { return figs[0].series == fig.series })
			if at < 0 {
				at, series, of = len(series), append(series, nil), append(of, nil)
			}
			series[at], of[at] = append(series[at], fig), append(of[at], y)
		}
	}
	var out []*yearSum
	for i, figs := range series {
		out = append(out, sumOf(figs, of[i], unit))
		if k.regrouped(figs...) {
			if like, ok := k.likeForLike(figs...); ok {
				out = append(out, sumOf(like, of[i], unit))
			}
		}
	}
	return out
}

// sumOf adds up figures of one series, each of one of the years.
func sumOf(figs []figure, years []lac.Period, unit lac.Unit) *yearSum {
	sum := figs[0]
	for i, fig := range figs[1:] {
		whole, first, second := both(pair{now: sum, then: fig})
		whole.interval, whole.says, whole.allows = sum.interval.Add(fig.interval), sum.says.Add(fig.says), sum.allows.Add(fig.allows)
		whole.work = whole.work.then(OpSum, whole.interval, unit, fmt.Sprintf("and %v: %s", years[i+1], Text(whole.interval, unit)), first, second)
		whole.parts, whole.query = nil, nil
		sum = whole
	}
	return &yearSum{sum, years}
}

// ofYear returns a measure's figures of a year that can be added up with those of
// others, one of each series.
func (k *checker) ofYear(m lac.Measure, year lac.Period, unit lac.Unit) []figure {
	var out []figure
	figs := k.figures(m, year)
	for _, fig := range figs {
		// "Over 450" beside 451.6 on the same books is no figure to add up.
		vague := slices.ContainsFunc(figs, func(g figure) bool { return g.series == fig.series && g.why == "" && g.sharper(fig) })
		fig, ok := k.inUnit(fig, unit)
		if !ok || vague || fig.why != "" || len(fig.differs) > 0 {
			continue
		}
		if at := slices.IndexFunc(out, func(g figure) bool { return g.series == fig.series }); at >= 0 {
			out[at] = eitherOf(out[at], fig)
			continue
		}
		out = append(out, fig)
	}
	return out
}

// additive holds the subjects of which each year has its own, so that the years'
// counts add up. Jobs, or students enrolled, are there for years.
var additive = map[lac.Subject]bool{lac.SubjectScholarships: true, lac.SubjectTraining: true, "visits": true}

// atLeast returns the most that published figures show for certain of a measure that
// is delivered year by year, by a day: a lower bound, from one series.
func (k *checker) atLeast(m lac.Measure, window lac.Period, until lac.Date, unit lac.Unit) (best figure, ok bool) {
	if !additive[m.Subject] {
		return figure{}, false
	}
	years := slices.DeleteFunc(yearsIn(window), func(y lac.Period) bool { return y.Last().After(until) })
	for _, sum := range k.overYears(m, years, unit) {
		low := sum.interval.Lower
		if len(sum.years) > 1 && !low.IsNone() && (!ok || low.Cmp(best.interval.Lower) > 0) {
			best, ok = sum.figure, true
			best.interval = interval.From(low)
		}
	}
	return best, ok
}
