package check

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

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
	if s := p.then.basis.Status; s == lac.Estimated || f.basis.Status == lac.Normal {
		f.basis.Status = s
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

// afterRevision returns what a figure may be when it is revised: by a little if it is
// one that is, by more if its source has published it as provisional.
func (k *checker) afterRevision(f figure, revisable bool) interval.Interval {
	switch {
	case f.basis.Status == lac.Provisional && f.revisable:
		return f.allows.Widen(k.policy.Provisional.Rat())
	case revisable:
		return f.allows.Widen(k.policy.Revision.Rat())
	}
	return f.allows
}

// rebased returns what a figure may be beside one of another publication, against
// which it may have been revised. What is printed year by year is mostly what was first
// said of each, and the growth that goes with it is from a base that was revised since:
// half of what is provisional is allowed for that.
func (k *checker) rebased(f figure) interval.Interval {
	if strings.HasPrefix(f.series, observedSeries) && f.basis.Status != lac.Provisional {
		return f.allows.Widen(new(big.Rat).Quo(k.policy.Provisional.Rat(), big.NewRat(2, 1)))
	}
	return k.afterRevision(f, true)
}

// compared applies an operation to what two figures are, say and allow. Of one
// publication both were revised alike; of two, the one may have been against the
// other.
func (k *checker) compared(f *figure, p pair, op func(a, b interval.Interval) interval.Interval) {
	f.interval = op(p.now.interval, p.then.interval)
	k.byOtherPrices(f, &p)
	k.inDollars(f, &p)
	f.says = op(p.now.says, p.then.says)
	a := k.afterRevision(p.now, false)
	if !slices.Equal(p.now.basis.Sources, p.then.basis.Sources) {
		a = k.rebased(p.now)
	}
	b := k.afterRevision(p.then, false)
	f.allows = op(a, b)
	if p.rest != nil {
		f.allows = f.allows.Hull(op(a.Add(p.rest[0]), b.Add(p.rest[1])))
	}
	f.revisable, f.grain = false, nil
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
	if p.then.interval.IsPoint() && p.then.interval.Lower.Sign() == 0 {
		f.work = f.work.then(OpBound, f.interval, f.unit, "no ratio: the amount to divide by is 0", second)
		return f
	}
	f.work = f.work.then(OpDivide, f.interval, lac.UnitTimes, fmt.Sprintf("%s / %s = %s",
		Text(p.now.interval, p.now.unit), Text(p.then.interval, p.then.unit), Text(f.interval, "")), first, second)
	return f
}

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

// below reports whether an amount is below zero.
func below(i interval.Interval) bool { return !i.Upper.IsNone() && i.Upper.Sign() < 0 }

// eitherOf returns one of two figures that the same books have of the same time, such as
// that of the later edition, which says, and allows, what either does: what is read off
// a series must hold whichever is right.
func eitherOf(a, b figure) figure {
	later := cmp.Or(a.basis.Published.Last().Compare(b.basis.Published.Last()), strings.Compare(a.interval.String(), b.interval.String()))
	if later < 0 {
		a, b = b, a
	}
	a.says, a.allows, a.grain = a.says.Hull(b.says), a.allows.Hull(b.allows), nil
	return a
}
