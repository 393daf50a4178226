package check

import (
	"fmt"
	"math/big"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// record holds a year against all others of a series: whether it is the highest or
// the lowest, or the first beyond a threshold. One year that is beyond it
// contradicts the claim; years without a figure leave it open.
func (k *checker) record(f *Finding) {
	c := k.claim
	if !c.Period.IsYear() {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("A rule for records of times other than years: %v.", c.Period))
		return
	}
	own := c.Period.First().Year()
	first, since := own-60, false
	if !c.Baseline.First().IsZero() {
		first, since = c.Baseline.First().Year(), true
	}
	last := own
	if end := c.Baseline.Last(); !end.IsZero() && !c.Threshold.IsReported() {
		last = max(own, min(end.Year(), own+60)) // the first time beyond a threshold has none before it alone
	}
	if f.Stated, k.stated = positive(), positive(); c.Threshold.IsReported() {
		f.Stated = beyond(c.Threshold.Amount().Rat(), c.Direction)
		k.stated = f.Stated
	}
	unit := c.Threshold.Unit()
	order, series := k.yearly(c.Measure, first, last, unit)
	var readings []Reading
	for _, s := range order {
		years := series[s]
		now, ok := years[own]
		if !ok {
			continue
		}
		r, ok := k.recordReading(now, years, own, first, last, since)
		if ok {
			readings = append(readings, r)
		}
	}
	if len(readings) > 0 {
		f.Unit = readings[0].Unit
	}
	finish(f, k.hear(readings))
	if len(readings) == 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("A series of figures by year up to %d.", last))
	}
}

// beyond returns the values above or below a threshold.
func beyond(v *big.Rat, d lac.Direction) interval.Interval {
	if d == lac.Down {
		return interval.To(interval.Open(v))
	}
	return interval.From(interval.Open(v))
}

// recordReading holds a year's figure against those of the other years.
func (k *checker) recordReading(now figure, years map[int]figure, own, first, last int, since bool) (Reading, bool) {
	up := k.claim.Direction == lac.Up
	begins, rival := own, 0
	var gaps []int
	for y := last; y >= first; y-- {
		fig, ok := years[y]
		if y == own {
			continue
		}
		if !ok {
			gaps = append(gaps, y)
			continue
		}
		begins = min(begins, y)
		if rival == 0 || further(fig, years[rival], up) {
			rival = y
		}
	}
	if rival == 0 {
		return Reading{}, false
	}
	// Years before the series begins are no gaps in it.
	within := gaps[:0:0]
	for _, y := range gaps {
		if y > begins || since {
			within = append(within, y)
		}
	}
	best := years[rival]
	var r Reading
	if k.claim.Threshold.IsReported() {
		r = k.reading(now)
		r.Margin = k.amountMargin("the figure of "+now.basis.Period.String(), r)
		if v := weigh(best.says, best.allows, k.stated); v == Supported && r.Verdict != Contradicted {
			r.Verdict = Contradicted
			r.Notes = append(r.Notes, fmt.Sprintf("It was so before: %d had %s.", rival, Text(best.interval, best.unit)))
		} else if v == Undecided && r.Verdict == Supported {
			r.Verdict = Undecided
		}
	} else {
		p := pair{now: now, then: best}
		if !up {
			p = pair{now: best, then: now}
		}
		fig := k.differenceOf(p, now.unit)
		fig.basis.Period = now.basis.Period
		r = k.reading(fig)
		r.Margin = k.amountMargin("the figure of "+now.basis.Period.String(), r)
		r.Notes = append(r.Notes, fmt.Sprintf("%d: %s; the next of the other years is %d: %s.", own, Text(now.interval, now.unit), rival, Text(best.interval, best.unit)))
	}
	switch {
	case r.Verdict != Supported:
	case len(within) > 0:
		r.Verdict = Undecided
		r.Notes = append(r.Notes, "No figure on this basis for "+spans(within)+".")
	case !since && own-begins < k.policy.EverYears:
		r.Verdict = Undecided
		r.Notes = append(r.Notes, fmt.Sprintf("The series begins in %d: it shows a record since then, not of all times.", begins))
	}
	return r, true
}

// further reports whether a figure is further up, or down, than another.
func further(a, b figure, up bool) bool {
	x, y := a.interval.Lower, b.interval.Lower
	if x.IsNone() || y.IsNone() {
		return !x.IsNone()
	}
	if up {
		return x.Cmp(y) > 0
	}
	return x.Cmp(y) < 0
}
