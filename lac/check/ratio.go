package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// pair is a measure's figures of one series in the claim's period and in its
// baseline.
type pair struct {
	now, then figure
}

// match pairs the figures of two periods by series. Where an area-by-area book
// is incomplete in either, both are read on the areas that have both periods: a
// ratio of two incomplete books has no bound otherwise.
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
	for area := range a.parts {
		if _, ok := b.parts[area]; ok {
			areas = append(areas, area)
		}
	}
	if len(areas) == 0 {
		return pair{}, false
	}
	slices.Sort(areas)
	var dropped []lac.Area
	for _, side := range []figure{a, b} {
		for _, area := range slices.Concat(sortedAreas(side.parts), side.others) {
			if !slices.Contains(areas, area) && !slices.Contains(dropped, area) {
				dropped = append(dropped, area)
			}
		}
	}
	slices.Sort(dropped)
	p := pair{restrict(a, areas), restrict(b, areas)}
	if len(dropped) > 0 {
		p.now.notes = append(slices.Clone(p.now.notes), "Not whole in both years, left out: "+names(dropped)+".")
	}
	return p, true
}

// restrict adds up the given areas of a figure alone.
func restrict(f figure, areas []lac.Area) figure {
	sum := part{sum: new(big.Rat)}
	for _, area := range areas {
		sum.sum.Add(sum.sum, f.parts[area].sum)
		sum.operands = append(sum.operands, f.parts[area].operands...)
	}
	f.records = nil
	for _, o := range sum.operands {
		f.records = append(f.records, o.Record)
	}
	f.basis.Definition = fmt.Sprintf("the %d %s with both years", len(areas), f.parties)
	if len(areas) == 1 {
		f.basis.Definition = fmt.Sprintf("the one %s with both years", strings.TrimSuffix(f.parties, "s"))
	}
	if members := len(f.parts) + len(f.missing); 2*len(areas) < members && f.why == "" {
		f.why = fmt.Sprintf("%d of %d members, fewer than half", len(areas), members)
	}
	f.interval, f.missing = interval.Point(sum.sum), nil
	f.work = working(nil).then(OpSum, f.interval, f.unit, fmt.Sprintf("%s: sum of %d records of %d %s = %s",
		f.basis.Period, len(f.records), len(areas), f.parties, amountOf(sum.sum, f.unit)), sum.operands...)
	return f
}

// multiple compares the ratio of two periods with the stated one, on every
// series that has both.
func (k *checker) multiple(f *Finding) {
	now, then := k.figures(k.claim.Measure, k.claim.Period), k.figures(k.claim.Measure, k.claim.Baseline)
	var readings []Reading
	for _, p := range match(now, then) {
		r := k.reading(ratioOf(p))
		r.Margin = ratioMargin(p, k.stated)
		readings = append(readings, r)
	}
	finish(f, readings)
	k.noteUnpaired(f, then)
	f.Window = k.window(now, ratioOf)
}

// both returns the first figure of a pair with what the second rests on added to
// what it rests on itself. The work of both is joined: first and second are their
// results.
func both(p pair) (f figure, first, second Operand) {
	f = p.now
	f.records = append(slices.Clone(p.now.records), p.then.records...)
	f.basis.Sources = slices.Clone(f.basis.Sources)
	for _, s := range p.then.basis.Sources {
		if !slices.Contains(f.basis.Sources, s) {
			f.basis.Sources = append(f.basis.Sources, s)
		}
	}
	f.basis.Evidence = append(slices.Clone(p.now.basis.Evidence), p.then.basis.Evidence...)
	f.basis.Evidence = slices.Compact(slices.Sorted(slices.Values(f.basis.Evidence)))
	if v := p.then.basis.Vintage; v != "" && v != f.basis.Vintage {
		f.basis.Vintage = strings.TrimPrefix(fmt.Sprintf("%s, baseline %s", f.basis.Vintage, v), ", ")
	}
	f.notes = append(slices.Clone(p.now.notes), p.then.notes...)
	if f.why == "" {
		f.why = p.then.why
	}
	f.work, first, second = p.now.work.join(p.then.work)
	return f, first, second
}

// ratioOf divides the figure of one period by that of another.
func ratioOf(p pair) figure {
	f, first, second := both(p)
	f.interval = p.now.interval.NotNegative().Div(p.then.interval.NotNegative())
	f.unit = lac.UnitTimes
	f.work = f.work.then(OpDivide, f.interval, lac.UnitTimes, fmt.Sprintf("%s / %s = %s",
		Text(p.now.interval, p.now.unit), Text(p.then.interval, p.then.unit), Text(f.interval, "")), first, second)
	return f
}

// growthOf returns the change from one period to another in percent.
func growthOf(p pair) figure {
	f := ratioOf(p)
	f.interval = f.interval.Mul(big.NewRat(100, 1))
	f.work = f.work.then(OpMultiply, f.interval, lac.UnitPercent, "times 100", f.work.last(), constant(100))
	f.interval, f.unit = f.interval.Shift(big.NewRat(-100, 1)), lac.UnitPercent
	f.work = f.work.then(OpSubtract, f.interval, lac.UnitPercent, "less 100 = "+Text(f.interval, lac.UnitPercent), f.work.last(), constant(100))
	return f
}

// differenceOf returns the change in the figures' own unit, or in percentage
// points.
func differenceOf(p pair, unit lac.Unit) figure {
	f, first, second := both(p)
	f.interval, f.unit = p.now.interval.Sub(p.then.interval), unit
	f.work = f.work.then(OpSubtract, f.interval, unit, "difference: "+Text(f.interval, unit), first, second)
	return f
}

// noteUnpaired names the bases that have one of the two periods only.
func (k *checker) noteUnpaired(f *Finding, then []figure) {
	for _, b := range then {
		if b.parts == nil && !slices.ContainsFunc(f.Readings, func(r Reading) bool { return slices.Contains(r.Records, b.records[0]) }) {
			source, _ := k.ev.data.Source(b.basis.Sources[0])
			f.Notes = append(f.Notes, fmt.Sprintf("%s (basis: %s) gives %s for %s and nothing on the same basis for %s.",
				source.Publisher, source.Basis, Text(b.interval, b.unit), k.claim.Baseline, k.claim.Period))
		}
	}
}

// change compares the difference of two periods with the stated one: in
// percent, in percentage points, or in the measure's own unit.
func (k *checker) change(f *Finding) {
	unit := k.claim.Stated.Value.Unit()
	now, then := k.figures(k.claim.Measure, k.claim.Period), k.figures(k.claim.Measure, k.claim.Baseline)
	var readings []Reading
	for _, p := range match(now, then) {
		switch {
		case unit == p.now.unit && unit != lac.UnitPercent, unit == lac.UnitPoints && p.now.unit == lac.UnitPercent:
			r := k.reading(differenceOf(p, unit))
			r.Margin = amountMargin("the difference", r.Interval, k.stated, unit)
			readings = append(readings, r)
		case unit == lac.UnitPercent:
			r := k.reading(growthOf(p))
			// So many percent more is so many times: the edge is sought there.
			times := k.stated.Map(func(v *big.Rat) *big.Rat {
				v = new(big.Rat).Quo(v, big.NewRat(100, 1))
				return v.Add(v, big.NewRat(1, 1))
			})
			r.Margin = ratioMargin(p, times)
			readings = append(readings, r)
		}
	}
	finish(f, readings)
	if unit == lac.UnitPercent {
		f.Window = k.window(now, growthOf)
	}
}

// share compares the measure's part in the whole that the claim names. A part or
// whole of which records are missing bounds the share from one side or not at
// all.
func (k *checker) share(f *Finding) {
	parts, wholes := k.figures(k.claim.Measure, k.claim.Period), k.figures(k.claim.Of, k.claim.Period)
	var readings []Reading
	for _, a := range parts {
		for _, b := range wholes {
			if a.basis.Books != b.basis.Books || !slices.Equal(a.basis.Sources, b.basis.Sources) || a.unit != b.unit {
				continue
			}
			p := pair{a, b}
			fig := ratioOf(p)
			fig.interval, fig.unit = fig.interval.Mul(big.NewRat(100, 1)), lac.UnitPercent
			fig.work = fig.work.then(OpMultiply, fig.interval, lac.UnitPercent, "times 100 = "+Text(fig.interval, lac.UnitPercent), fig.work.last(), constant(100))
			fig.missing = a.missing
			if len(b.missing) > 0 {
				fig.missing = b.missing
			}
			if fig.interval.IsUnknown() {
				fig.notes = append(fig.notes, "Incomplete records bound neither side of a share.")
			}
			if b.basis.Definition != a.basis.Definition {
				fig.basis.Definition = a.basis.Definition + ", of " + b.basis.Definition
			}
			r := k.reading(fig)
			r.Margin = shareMargin(p, k.stated)
			readings = append(readings, r)
		}
	}
	finish(f, readings)
}
