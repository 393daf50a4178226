package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// pair is a measure's figures of one series in the claim's period and in its
// baseline.
type pair struct {
	now, then figure
}

// pairs matches the figures of two periods by series. Where an area-by-area
// book is incomplete in either, both are read on the areas that have both
// periods: a ratio of two incomplete books has no bound otherwise.
func (k *checker) pairs(m lac.Measure, period, baseline lac.Period) []pair {
	return match(k.figures(m, period), k.figures(m, baseline))
}

func match(now, then []figure) []pair {
	var out []pair
	for _, a := range now {
		for _, b := range then {
			if a.series != b.series {
				continue
			}
			p := pair{a, b}
			if a.parts != nil && b.parts != nil && (len(a.missing) > 0 || len(b.missing) > 0) {
				var ok bool
				if p, ok = matched(a, b); !ok {
					continue
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// matched restricts two incomplete books to the areas that both have whole.
func matched(a, b figure) (pair, bool) {
	var areas []lac.Area
	var dropped []lac.Area
	for area := range a.parts {
		if b.parts[area] != nil {
			areas = append(areas, area)
		}
	}
	for _, side := range []figure{a, b} {
		for area := range side.partIDs {
			if !slices.Contains(areas, area) && !slices.Contains(dropped, area) {
				dropped = append(dropped, area)
			}
		}
	}
	if len(areas) == 0 {
		return pair{}, false
	}
	slices.Sort(areas)
	slices.Sort(dropped)
	restrict := func(f figure) figure {
		sum := new(big.Rat)
		var ids []string
		for _, area := range areas {
			sum.Add(sum, f.parts[area])
			ids = append(ids, f.partIDs[area]...)
		}
		f.interval, f.records = point(sum), ids
		f.basis.Definition = fmt.Sprintf("the %d %s with both years", len(areas), f.parties)
		if len(areas) == 1 {
			f.basis.Definition = fmt.Sprintf("the one %s with both years", strings.TrimSuffix(f.parties, "s"))
		}
		if members := len(f.parts) + len(f.missing); 2*len(areas) < members && f.why == "" {
			f.why = fmt.Sprintf("%d of %d members, fewer than half", len(areas), members)
		}
		f.steps = []string{fmt.Sprintf("%s: sum of %d records of %d %s = %s", f.basis.Period, len(ids), len(areas), f.parties, amountOf(sum, f.unit))}
		f.missing = nil
		return f
	}
	p := pair{restrict(a), restrict(b)}
	if len(dropped) > 0 {
		p.now.notes = append(slices.Clone(p.now.notes), "Not whole in both years, left out: "+names(dropped)+".")
	}
	return p, true
}

// multiple compares the ratio of two periods with the stated one, on every
// series that has both.
func (k *checker) multiple(f *Finding) {
	var readings []Reading
	now, then := k.figures(k.claim.Measure, k.claim.Period), k.figures(k.claim.Measure, k.claim.Baseline)
	near := k.neighbours(now)
	for _, p := range match(now, then) {
		fig := ratioOf(p)
		fig.unit = lac.UnitTimes
		r := k.reading(fig)
		r.Margin = ratioMargin(p, k.stated)
		for _, n := range near {
			if n.now.series == p.now.series {
				r.Notes = append(r.Notes, fmt.Sprintf("With %s as the base year the ratio is %s.",
					n.then.basis.Period, divide(n.now.interval, n.then.interval).Text("")))
			}
		}
		readings = append(readings, r)
	}
	finish(f, readings)
	k.noteUnpaired(f, then)
}

// ratioOf divides the figure of one period by that of another.
func ratioOf(p pair) figure {
	f := p.now
	f.interval = divide(p.now.interval, p.then.interval)
	f.records = append(slices.Clone(p.now.records), p.then.records...)
	for _, s := range p.then.basis.Sources {
		if !slices.Contains(f.basis.Sources, s) {
			f.basis.Sources = append(slices.Clone(f.basis.Sources), s)
		}
	}
	f.basis.Evidence = append(slices.Clone(p.now.basis.Evidence), p.then.basis.Evidence...)
	f.basis.Evidence = slices.Compact(slices.Sorted(slices.Values(f.basis.Evidence)))
	f.steps = append(slices.Clone(p.now.steps), p.then.steps...)
	f.notes = append(slices.Clone(p.now.notes), p.then.notes...)
	f.missing = p.now.missing
	if f.why == "" {
		f.why = p.then.why
	}
	if f.interval.IsPoint() {
		f.steps = append(f.steps, fmt.Sprintf("%s / %s = %s", amountOf(p.now.interval.Lower.value, p.now.unit),
			amountOf(p.then.interval.Lower.value, p.then.unit), rounded(f.interval.Lower.value)))
	}
	return f
}

// divide returns the interval of quotients of two intervals of values that are
// not negative; of others it says nothing.
func divide(a, b Interval) Interval {
	for _, v := range []*big.Rat{a.Lower.value, a.Upper.value} {
		if v != nil && v.Sign() < 0 {
			return Interval{}
		}
	}
	quotient := func(x, y Bound) Bound {
		if x.IsNone() || y.IsNone() || y.value.Sign() <= 0 {
			return unbounded
		}
		return Bound{new(big.Rat).Quo(x.value, y.value), x.open || y.open}
	}
	return Interval{quotient(a.Lower, b.Upper), quotient(a.Upper, b.Lower)}
}

// ratioMargin says what the baseline would have had to be for the verdict on a
// ratio to flip. The quotient is never formed: the edge is multiplied out.
func ratioMargin(p pair, stated Interval) string {
	if !p.now.interval.IsPoint() || !p.then.interval.IsPoint() || p.then.interval.Lower.value.Sign() <= 0 {
		return ""
	}
	now, then := p.now.interval.Lower.value, p.then.interval.Lower.value
	edge, _ := nearest(new(big.Rat).Quo(now, then), stated)
	if edge == nil || edge.Sign() <= 0 {
		return ""
	}
	need := new(big.Rat).Quo(now, edge)
	limit := "at most"
	if need.Cmp(then) > 0 {
		limit = "at least"
	}
	s := fmt.Sprintf("flips if %s were %s %s", p.then.basis.Period, limit, amountOf(need, p.then.unit))
	if edge.Cmp(big.NewRat(2, 1)) != 0 && stated.Lower.value != nil && stated.Lower.value.Cmp(big.NewRat(2, 1)) < 0 &&
		stated.Upper.value != nil && stated.Upper.value.Cmp(big.NewRat(2, 1)) > 0 {
		s += fmt.Sprintf("; exactly double would need %s", amountOf(new(big.Rat).Quo(now, big.NewRat(2, 1)), p.then.unit))
	}
	return s
}

// neighbours pairs the figures with those of the years beside the base year, for
// a baseline that was given in round words.
func (k *checker) neighbours(now []figure) []pair {
	if k.claim.Stated.Digits != 0 || !k.claim.Baseline.IsYear() {
		return nil
	}
	var near []pair
	for _, years := range []int{-1, 1} {
		near = append(near, match(now, k.figures(k.claim.Measure, k.claim.Baseline.AddYears(years)))...)
	}
	return slices.DeleteFunc(near, func(p pair) bool { return p.now.why != "" || p.then.why != "" })
}

// noteUnpaired names the bases that have one of the two periods only.
func (k *checker) noteUnpaired(f *Finding, then []figure) {
	for _, b := range then {
		if b.parts == nil && !slices.ContainsFunc(f.Readings, func(r Reading) bool { return slices.Contains(r.Records, b.records[0]) }) {
			source, _ := k.data.Source(b.basis.Sources[0])
			f.Notes = append(f.Notes, fmt.Sprintf("%s (basis: %s) gives %s for %s and nothing on the same basis for %s.",
				source.Publisher, source.Basis, b.interval.Text(b.unit), k.claim.Baseline, k.claim.Period))
		}
	}
}

// change compares the difference of two periods with the stated one: in
// percent, in percentage points, or in the measure's own unit.
func (k *checker) change(f *Finding) {
	unit := k.claim.Stated.Value.Unit()
	var readings []Reading
	for _, p := range k.pairs(k.claim.Measure, k.claim.Period, k.claim.Baseline) {
		fig := ratioOf(p)
		switch {
		case unit == p.now.unit && unit != lac.UnitPercent, unit == lac.UnitPoints && p.now.unit == lac.UnitPercent:
			fig.interval = subtract(p.now.interval, p.then.interval)
			fig.steps = append(slices.Clone(p.now.steps), p.then.steps...)
			fig.steps = append(fig.steps, fmt.Sprintf("difference: %s", fig.interval.Text(unit)))
		case unit == lac.UnitPercent:
			fig.interval = shift(scale(fig.interval, 100), -100)
		default:
			continue
		}
		fig.unit = unit
		r := k.reading(fig)
		r.Margin = levelMargin(r, k.stated)
		readings = append(readings, r)
	}
	finish(f, readings)
}

// share compares the measure's part in the whole that the claim names.
func (k *checker) share(f *Finding) {
	var readings []Reading
	for _, a := range k.figures(k.claim.Measure, k.claim.Period) {
		for _, b := range k.figures(k.claim.Of, k.claim.Period) {
			if a.basis.Books != b.basis.Books || !slices.Equal(a.basis.Sources, b.basis.Sources) || a.unit != b.unit {
				continue
			}
			fig := ratioOf(pair{a, b})
			fig.interval = scale(fig.interval, 100)
			if len(a.missing) > 0 || len(b.missing) > 0 {
				fig.interval = Interval{}
				fig.notes = append(fig.notes, "Incomplete records bound neither side of a share.")
			}
			fig.unit = lac.UnitPercent
			r := k.reading(fig)
			r.Margin = levelMargin(r, k.stated)
			readings = append(readings, r)
		}
	}
	finish(f, readings)
}

func mapBounds(i Interval, f func(*big.Rat) *big.Rat) Interval {
	apply := func(b Bound) Bound {
		if b.IsNone() {
			return b
		}
		return Bound{f(b.value), b.open}
	}
	return Interval{apply(i.Lower), apply(i.Upper)}
}

func scale(i Interval, by int64) Interval {
	return mapBounds(i, func(v *big.Rat) *big.Rat { return new(big.Rat).Mul(v, big.NewRat(by, 1)) })
}

func shift(i Interval, by int64) Interval {
	return mapBounds(i, func(v *big.Rat) *big.Rat { return new(big.Rat).Add(v, big.NewRat(by, 1)) })
}

func subtract(a, b Interval) Interval {
	minus := func(x, y Bound) Bound {
		if x.IsNone() || y.IsNone() {
			return unbounded
		}
		return Bound{new(big.Rat).Sub(x.value, y.value), x.open || y.open}
	}
	return Interval{minus(a.Lower, b.Upper), minus(a.Upper, b.Lower)}
}
