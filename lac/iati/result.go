package iati

import (
	"fmt"
	"strconv"

	"github.com/sinolac/sinolac/lac"
)

func (a *activity) result(e elem) lac.Result {
	r := lac.Result{Type: read(a, e, "type", resultTypes), Title: e.child("title").narrative()}
	for i := range e.all("indicator") {
		r.Indicators = append(r.Indicators, a.indicator(i))
	}
	return r
}

func (a *activity) indicator(e elem) lac.Indicator {
	i := lac.Indicator{Title: e.child("title").narrative(), Unit: read(a, e, "measure", measures), Falling: !a.boolean(e, "ascending", true)}
	found := false
	for b := range e.all("baseline") {
		v := lac.IndicatorValue{Period: a.date(b, "iso-date").Period(), Actual: b.attr("value"), Dimensions: dimensions(b)}
		year, err := strconv.ParseUint(b.attr("year"), 10, 16)
		if b.has("year") && (err != nil || lac.Year(int(year)).IsZero()) {
			a.wrong(b, "year", b.attr("year"), lac.ErrSyntax)
		}
		if v.Period.IsZero() {
			v.Period = lac.Year(int(year))
		}
		// The record has one: that of the whole, if there is one.
		if whole := len(v.Dimensions) == 0; !found || whole && len(i.Baseline.Dimensions) > 0 {
			i.Baseline, found = v, true
		}
	}
	for p := range e.all("period") {
		i.Periods = append(i.Periods, a.indicatorValues(p)...)
	}
	return i
}

// indicatorValues returns the targets and actual values of a period: a target
// and an actual value of the same dimensions together.
func (a *activity) indicatorValues(e elem) []lac.IndicatorValue {
	period := a.period(e)
	var values []lac.IndicatorValue
	waiting := map[string][]int{} // indexes of targets without actual value, by dimensions
	for v := range e.all("target") {
		d := dimensions(v)
		key := fmt.Sprintf("%q", d)
		waiting[key] = append(waiting[key], len(values))
		values = append(values, lac.IndicatorValue{Period: period, Target: v.attr("value"), Dimensions: d})
	}
	for v := range e.all("actual") {
		d := dimensions(v)
		key := fmt.Sprintf("%q", d)
		if w := waiting[key]; len(w) > 0 {
			values[w[0]].Actual, waiting[key] = v.attr("value"), w[1:]
		} else {
			values = append(values, lac.IndicatorValue{Period: period, Actual: v.attr("value"), Dimensions: d})
		}
	}
	if len(values) == 0 {
		values = append(values, lac.IndicatorValue{Period: period})
	}
	return values
}

func dimensions(e elem) []lac.IndicatorDimension {
	var out []lac.IndicatorDimension
	for d := range e.all("dimension") {
		out = append(out, lac.IndicatorDimension{Name: d.attr("name"), Value: d.attr("value")})
	}
	return out
}
