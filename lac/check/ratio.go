package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// apace reports whether the claim's period and baseline can be compared: they are
// as long as one another, in months or else in days. Of what there is at the end of
// a time, the length does not matter.
func (k *checker) apace(f *Finding) bool {
	a, b := k.claim.Period, k.claim.Baseline
	if stocks[k.claim.Measure.Subject] || lengthOf(a) == lengthOf(b) {
		return true
	}
	f.Verdict = Insufficient
	f.Missing = append(f.Missing, fmt.Sprintf("A baseline as long as the period: %v is held against %v.", a, b))
	return false
}

// A length is that of a period: in months if it is whole months, else in days.
type length struct{ months, days int }

func lengthOf(p lac.Period) length {
	first, last := p.First(), p.Last()
	if first.IsZero() || last.IsZero() {
		return length{-1, -1}
	}
	if next := last.AddDays(1); first.Day() == 1 && next.Day() == 1 {
		return length{months: 12*(next.Year()-first.Year()) + int(next.Month()) - int(first.Month())}
	}
	return length{days: first.DaysUntil(last) + 1}
}

// multiple compares the ratio of two periods with the stated one, on every
// series that has both.
func (k *checker) multiple(f *Finding) {
	if !k.apace(f) {
		return
	}
	var readings []Reading
	for _, p := range k.pairs(k.claim.Baseline) {
		r := k.reading(k.ratioOf(p))
		r.Margin = ratioMargin(p, k.stated)
		readings = append(readings, r)
	}
	finish(f, k.hear(readings))
	k.noteUnpaired(f, k.figures(k.claim.Measure, k.claim.Baseline))
	f.Window = k.window(k.ratioOf)
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
	for _, d := range p.then.differs {
		if !slices.ContainsFunc(f.differs, func(e ScopeDifference) bool { return e.Text == d.Text }) {
			f.differs = append(slices.Clip(f.differs), d)
		}
	}
	f.work, first, second = p.now.work.join(p.then.work)
	return f, first, second
}

// compared applies an operation to what two figures are, say and allow. Of one
// publication both were revised alike; of two, the one may have been against the
// other.
func (k *checker) compared(f *figure, p pair, op func(a, b interval.Interval) interval.Interval) {
	f.interval = op(p.now.interval, p.then.interval)
	f.says = op(p.now.says, p.then.says)
	a, b := p.now.allows, p.then.allows
	if !slices.Equal(p.now.basis.Sources, p.then.basis.Sources) {
		a = a.Widen(k.policy.Revision.Rat())
	}
	f.allows = op(a, b)
	if p.rest != nil {
		f.allows = f.allows.Hull(op(a.Add(p.rest[0]), b.Add(p.rest[1])))
	}
	f.revisable, f.grain = false, nil
}

// scaled applies an operation on single values to what a figure is, says and allows.
func (f *figure) scaled(op func(interval.Interval) interval.Interval) {
	f.interval, f.says, f.allows = op(f.interval), op(f.says), op(f.allows)
}

// ratioOf divides the figure of one period by that of another.
func (k *checker) ratioOf(p pair) figure {
	f, first, second := both(p)
	k.compared(&f, p, func(a, b interval.Interval) interval.Interval { return a.NotNegative().Div(b.NotNegative()) })
	f.unit = lac.UnitTimes
	if below(p.now.interval) || below(p.then.interval) {
		f.work = f.work.then(OpBound, f.interval, f.unit, "no ratio: an amount is below zero", second)
		return f
	}
	f.work = f.work.then(OpDivide, f.interval, lac.UnitTimes, fmt.Sprintf("%s / %s = %s",
		Text(p.now.interval, p.now.unit), Text(p.then.interval, p.then.unit), Text(f.interval, "")), first, second)
	return f
}

// below reports whether an amount is below zero.
func below(i interval.Interval) bool { return !i.Upper.IsNone() && i.Upper.Sign() < 0 }

// growthOf returns the change from one period to another in percent.
func (k *checker) growthOf(p pair) figure {
	f := k.ratioOf(p)
	f.scaled(func(i interval.Interval) interval.Interval { return i.Mul(big.NewRat(100, 1)) })
	f.work = f.work.then(OpMultiply, f.interval, lac.UnitPercent, "times 100", f.work.last(), constant(100))
	f.scaled(func(i interval.Interval) interval.Interval { return i.Shift(big.NewRat(-100, 1)) })
	f.unit = lac.UnitPercent
	f.work = f.work.then(OpSubtract, f.interval, lac.UnitPercent, "less 100 = "+Text(f.interval, lac.UnitPercent), f.work.last(), constant(100))
	return f
}

// differenceOf returns the change in the figures' own unit, or in percentage
// points. The difference of two bounds is none: balances and differences take no
// bound from a part.
func (k *checker) differenceOf(p pair, unit lac.Unit) figure {
	f, first, second := both(p)
	k.compared(&f, p, interval.Interval.Sub)
	if a, b := p.now.grain, p.then.grain; a != nil && b != nil {
		if f.grain = a; b.Cmp(a) > 0 {
			f.grain = b
		}
	}
	f.unit = unit
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
	if !k.apace(f) {
		return
	}
	if k.claim.Of != (lac.Measure{}) {
		k.changeOfShare(f)
		return
	}
	unit := k.claim.Stated.Value.Unit()
	var readings []Reading
	for _, p := range k.pairs(k.claim.Baseline) {
		if unit == lac.UnitTonnes {
			p.now, _ = k.inUnit(p.now, unit)
			p.then, _ = k.inUnit(p.then, unit)
		}
		switch {
		case unit == p.now.unit && unit != lac.UnitPercent, unit == lac.UnitPoints && p.now.unit == lac.UnitPercent:
			r := k.reading(k.differenceOf(p, unit))
			r.Margin = k.amountMargin("the difference", r)
			readings = append(readings, r)
		case unit == lac.UnitPercent:
			r := k.reading(k.growthOf(p))
			// So many percent more is so many times: the edge is sought there.
			r.Margin = ratioMargin(p, k.stated.Mul(big.NewRat(1, 100)).Shift(big.NewRat(1, 1)))
			readings = append(readings, r)
		}
	}
	finish(f, k.hear(readings))
	if unit == lac.UnitPercent {
		f.Window = k.window(k.growthOf)
	}
}

// share compares the measure's part in the whole that the claim names. A part or
// whole of which records are missing bounds the share from one side or not at
// all.
func (k *checker) share(f *Finding) {
	var readings []Reading
	for _, s := range k.portions(k.claim.Period) {
		r := k.reading(s.figure)
		r.Margin = shareMargin(s.pair, k.stated)
		readings = append(readings, r)
	}
	finish(f, k.hear(readings))
}

// A portion is a part in a whole, in percent, with the two figures that it is of.
type portion struct {
	figure
	pair pair
}

// portions returns the part of the claim's measure in the whole that it names in a
// period, on each basis that has both.
func (k *checker) portions(period lac.Period) []portion {
	var out []portion
	wholes := k.figures(k.claim.Of, period)
	for _, a := range k.figures(k.claim.Measure, period) {
		for _, b := range wholes {
			if a.basis.Books != b.basis.Books && !a.isPartOf(b) || !slices.Equal(a.basis.Sources, b.basis.Sources) || a.unit != b.unit {
				continue
			}
			p := pair{now: a, then: b}
			fig := k.ratioOf(p)
			fig.scaled(func(i interval.Interval) interval.Interval { return i.Mul(big.NewRat(100, 1)) })
			fig.unit = lac.UnitPercent
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
			fig.series = "share|" + a.series + "|" + b.series
			out = append(out, portion{fig, p})
		}
	}
	return out
}

// isPartOf reports whether a figure is a country's own, of a group's that is the sum
// of its members' own.
func (f *figure) isPartOf(whole figure) bool {
	_, in := whole.parts[f.books]
	return in && whole.parties == "reporters" && f.isOwn()
}

// changeOfShare compares how a share rose or fell since the baseline, in
// percentage points or in percent of itself, with the stated change.
func (k *checker) changeOfShare(f *Finding) {
	if !k.apace(f) {
		return
	}
	unit := k.claim.Stated.Value.Unit()
	then := k.portions(k.claim.Baseline)
	var readings []Reading
	for _, a := range k.portions(k.claim.Period) {
		for _, b := range then {
			if a.series != b.series {
				continue
			}
			p := pair{now: a.figure, then: b.figure}
			var fig figure
			switch unit {
			case lac.UnitPoints:
				fig = k.differenceOf(p, unit)
			case lac.UnitPercent:
				fig = k.growthOf(p)
			default:
				continue
			}
			r := k.reading(fig)
			r.Margin = k.amountMargin("the change", r)
			readings = append(readings, r)
		}
	}
	finish(f, k.hear(readings))
}
