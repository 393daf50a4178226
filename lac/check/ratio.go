package check

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

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
	unknown := func(r Reading) bool { return r.Interval.IsUnknown() }
	if slices.ContainsFunc(readings, func(r Reading) bool { return !unknown(r) }) {
		// What bounds nothing says nothing beside what does.
		readings = slices.DeleteFunc(readings, unknown)
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
	wholes, isShare := k.figures(k.claim.Of, period), k.isShare()
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
			if fig.why == "" && !isShare {
				fig.why = "not a part of what it is held against"
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

// isShare reports whether the claim's sides, goods and flow are among those of the whole
// that it names: exports are no part of imports, nor is trade with a country a part of
// that with a bloc that it has left.
func (k *checker) isShare() bool {
	m, of := k.claim.Measure, k.claim.Of
	if !k.isAmong(m.Reporter, of.Reporter) || !k.isAmong(m.Partner, of.Partner) {
		return false
	}
	if m.Subject != lac.SubjectTrade || of.Subject != lac.SubjectTrade {
		return true
	}
	goods, all := cmp.Or(m.Commodity, lac.AllGoods), cmp.Or(of.Commodity, lac.AllGoods)
	return partOf(flowOf(m), flowOf(of)) && (goods == all || all.Contains(goods) || len(otherEditions(goods)) > 0)
}

// isAmong reports whether an area is another, or all its members are some of the
// other's, by any meaning of the other's name.
func (k *checker) isAmong(a, whole lac.Area) bool {
	if a == 0 || whole == 0 || a == whole || whole == lac.World {
		return true
	}
	members := extentOf(a, k.claim.Period.Last())
	return slices.ContainsFunc(meanings(whole, k.claim.Period), func(m meaning) bool { return members.in(m.members) })
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
			if p.now.why == "" && (k.regrouped(a.pair.now, b.pair.now) || k.regrouped(a.pair.then, b.pair.then)) {
				p.now.why = joinedOrLeft
			}
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
