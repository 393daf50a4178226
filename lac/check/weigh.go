package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// reading turns a figure into a reading and weighs it.
func (k *checker) reading(fig figure) Reading {
	says, allows := fig.says, k.afterRevision(fig, fig.revisable)
	r := Reading{
		Basis: fig.basis, Interval: fig.interval, Says: says, Allows: allows, Differs: fig.differs, Unit: fig.unit,
		Deciding: fig.why == "", Why: fig.why, Arithmetic: fig.work, Records: slices.Clone(fig.records),
		Missing: fig.missing, Notes: slices.Clone(fig.notes), books: fig.books, grain: fig.grain,
	}
	// A member of which there is a part is in the sum with it: it is not without a record.
	partly := func(a lac.Area) bool { return slices.Contains(fig.others, a) }
	if r.Missing = slices.DeleteFunc(slices.Clone(fig.missing), partly); len(r.Missing) < len(fig.missing) {
		r.partly = slices.DeleteFunc(slices.Clone(fig.missing), func(a lac.Area) bool { return !partly(a) })
		r.Notes = append(r.Notes, fmt.Sprintf("Of %s only a part is in it.", names(r.partly)))
	}
	if fig.rest != "" {
		r.Notes = append(r.Notes, fig.rest)
	}
	k.landed(&r, fig)
	k.asDefined(&r, fig)
	if r.Verdict = k.weigh(r); r.Verdict == Supported && !r.Says.Within(k.side()) {
		r.Verdict = Undecided
		r.Notes = append(r.Notes, "It went the other way, or nowhere: a small rise, fall or lead is one all the same.")
	}
	slices.Sort(r.Records)
	r.Records = slices.Compact(r.Records)
	return r
}

// weigh returns the verdict on a reading. A figure that is printed at least as
// finely as the claim's supports it as it is printed: nobody who says "at least
// 518.467" means more than what the source has. Of an estimate that is so of "at least"
// alone: that it is just what was estimated nobody knows.
func (k *checker) weigh(r Reading) Verdict {
	v := weigh(r.Says, r.Allows, k.stated)
	s := k.claim.Stated
	if v == Undecided && r.grain != nil && r.Basis.Conversion == "" && (r.Basis.Status != lac.Estimated || s.Comparator == lac.AtLeast) && s.Value.IsReported() && digitsOf(s) > 0 &&
		r.grain.Cmp(lastDigit(s.Value.Amount(), digitsOf(s))) <= 0 && r.Interval.IsPoint() && r.Interval.Within(k.stated) {
		return Supported
	}
	return v
}

// side returns the values on that side of zero, or of equal, of which the claim speaks
// with a bound toward it: who says "fell by less than 3 percent" does not say that it
// rose, though a rise is above -3 percent.
func (k *checker) side() interval.Interval {
	s, form := k.claim.Stated, k.claim.Form
	level := (form == lac.FormLevel || form == lac.FormAverage) && flowOf(k.claim.Measure) == lac.Balance
	if !s.Value.IsReported() || !level && form != lac.FormChange && form != lac.FormComparison {
		return interval.Interval{}
	}
	middle := zero()
	if s.Value.Unit() == lac.UnitTimes {
		middle = big.NewRat(1, 1)
	}
	at := s.Value.Amount().Rat().Cmp(middle)
	switch edge := interval.Open(middle); {
	case at > 0 && (s.Comparator == lac.Under || s.Comparator == lac.UpTo):
		return interval.From(edge)
	case at < 0 && (s.Comparator == lac.Over || s.Comparator == lac.AtLeast):
		return interval.To(edge)
	}
	return interval.Interval{}
}
