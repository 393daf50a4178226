package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// hear puts the books first that the claim speaks of: those that it names, or
// those of its reporter. Where the named ones decide, the other side's do not.
// Else the other side's books decide as they stand beside them; where they are
// alone, or a part, they contradict only beyond the gap that there is between the
// two in other years. They support a figure that they print, for trade that one side
// does not publish is known by the other's statistics; that exports are over, or
// under, a figure they support beyond the gap of other years alone, or beyond that of
// freight, which imports of the same goods have in them. Where the claim's own leave
// it open, they do not decide.
func (k *checker) hear(readings []Reading) []Reading {
	m := k.claim.Measure
	if m.Subject != lac.SubjectTrade || k.claim.Books == 0 && m.Reporter == 0 {
		return telling(readings)
	}
	own := m.Reporter
	named := k.claim.Books != 0
	if named {
		own = k.claim.Books
	}
	k.preferPrinted(readings)
	decided := slices.ContainsFunc(readings, func(r Reading) bool {
		return r.Deciding && r.Verdict != Undecided && isOf(r.books, own)
	})
	near := !decided && slices.ContainsFunc(readings, func(r Reading) bool {
		return r.Deciding && len(r.Differs) == 0 && isOf(r.books, own) && r.Allows.Meets(k.stated)
	})
	// Where support by the other side's books is not taken, what others of them contradict
	// is not either.
	divided := !decided && (named || k.onOneSide()) && slices.ContainsFunc(readings, func(r Reading) bool {
		return r.Deciding && r.Verdict == Supported && r.books != 0 && !isOf(r.books, own)
	})
	gap, why := (*big.Rat)(nil), ""
	for i := range readings {
		r := &readings[i]
		if !r.Deciding || r.books == 0 || isOf(r.books, own) {
			continue
		}
		switch {
		case named && (decided || r.Verdict == Supported):
			// What one side's statistics have is not what the other's do.
			r.Deciding, r.Why = false, fmt.Sprintf("the claim is of the books of %s", name(own))
		case decided && r.Basis.Conversion != "":
			r.Deciding, r.Why = false, "the other side's books, converted"
		case r.Verdict == Undecided:
		case near:
			r.Verdict = Undecided
			r.Notes = append(r.Notes, "The books that the claim is of leave it open.")
		case r.Verdict == Supported && !decided && k.onOneSide():
			// By what every policy knows, so that a looser one supports no less.
			if least, why := k.gap(r.Unit, k.policy.Freight); !k.apart(r.Says, least).Within(k.stated) {
				r.Verdict = Undecided
				r.Notes = append(r.Notes, why)
			}
		case r.Verdict != Contradicted:
		case divided:
			r.Verdict = Undecided
			r.Notes = append(r.Notes, "The other side's books do not agree with one another: by some of them it holds.")
		case m.Flow == lac.Balance && !decided:
			// The gap of the two flows' books is not that of their difference.
			r.Verdict = Undecided
			r.Notes = append(r.Notes, "The other side's books alone contradict no balance.")
		case k.claim.Form == lac.FormRatio, !decided, amounts[k.claim.Form] && len(r.Differs) > 0:
			if gap == nil {
				gap, why = k.gap(r.Unit, k.policy.Mirror)
			}
			if r.Allows = k.apart(r.Allows, gap); r.Allows.Meets(k.stated) {
				r.Verdict = Undecided
				r.Notes = append(r.Notes, why)
			}
		}
	}
	k.concede(readings, own)
	k.eitherSide(readings)
	k.farApart(readings, own)
	if named {
		first(readings, own)
	}
	k.allMeanings(readings)
	k.bothEditions(readings)
	return telling(readings)
}

// telling leaves out the bounds that another reading of the same books tells more than:
// the exports to some members beside the trade with all.
func telling(readings []Reading) []Reading {
	var out []Reading
	for _, r := range readings {
		if !slices.ContainsFunc(readings, r.isOutdone) {
			out = append(out, r)
		}
	}
	return out
}

// isOutdone reports whether r decides nothing and bounds what the same books' other
// reading by has, or bounds more closely.
func (r Reading) isOutdone(by Reading) bool {
	switch {
	case len(r.Differs) == 0 || r.Deciding && r.Verdict != Undecided:
		return false
	case !by.Deciding && (r.Deciding || by.Why != r.Why):
		return false
	case by.books != r.books || r.books == 0 && by.Basis.Books != r.Basis.Books:
		return false
	case by.Basis.Period != r.Basis.Period || by.Unit != r.Unit || by.Basis.Conversion != "" && by.Basis.Conversion != r.Basis.Conversion:
		return false
	}
	return by.Interval.Within(r.Interval) && !r.Interval.Within(by.Interval) && by.Says.Within(r.Says) && by.Allows.Within(r.Allows)
}

// bothEditions lets an edition speak against a claim that a figure is above or below
// another, where one edition of the same books is above it and one below: the claim
// would be borne out, and so would its denial.
func (k *checker) bothEditions(readings []Reading) {
	if k.stated.Lower.IsNone() == k.stated.Upper.IsNone() {
		return
	}
	for i := range readings {
		r := &readings[i]
		if r.Deciding && r.Verdict == Undecided && r.Basis.Vintage != "" && !r.Says.Meets(k.stated) && slices.ContainsFunc(readings, func(o Reading) bool {
			return o.Deciding && o.Verdict == Supported && o.Basis.Vintage != "" && o.Basis.Books == r.Basis.Books
		}) {
			r.Verdict = Contradicted
		}
	}
}

// allMeanings leaves a claim open that does not hold by one meaning of a name, where
// what is known of another meaning leaves it open: of Central America without Mexico, or
// of a bloc without a member that joined in the year.
func (k *checker) allMeanings(readings []Reading) {
	has := func(v Verdict) bool {
		return slices.ContainsFunc(readings, func(r Reading) bool { return r.Deciding && r.Verdict == v })
	}
	if has(Supported) || !has(Contradicted) {
		return // it depends on the meaning, or on nothing
	}
	denied := func(without []lac.Area) bool {
		return slices.ContainsFunc(readings, func(r Reading) bool {
			return r.Deciding && r.Verdict == Contradicted && slices.Equal(r.Basis.Without, without)
		})
	}
	var open [][]lac.Area
	for _, r := range readings {
		if r.Deciding && r.Verdict == Undecided && r.Allows.Meets(k.stated) && !denied(r.Basis.Without) {
			open = append(open, r.Basis.Without)
		}
	}
	m := k.claim.Measure
	narrower := k.customaryParts(m.Reporter, m.Partner)
	for i := range readings {
		r := &readings[i]
		if !r.Deciding || r.Verdict != Contradicted {
			continue
		}
		note := ""
		switch {
		case slices.ContainsFunc(open, func(without []lac.Area) bool { return !slices.Equal(without, r.Basis.Without) }):
			note = fmt.Sprintf("Of %s it does not hold; of what else the name stands for the records leave it open.", r.Basis.Definition)
		case len(narrower) > 0 && len(r.Basis.Without) == 0 && !denied(narrower) && !k.isBeyond(*r):
			note = fmt.Sprintf("Many use the name without %s: of that the records say nothing.", names(narrower))
		default:
			continue
		}
		r.Verdict = Undecided
		r.Notes = append(r.Notes, note)
	}
}

// customaryParts returns the members that a common use of the areas' names leaves out.
func (k *checker) customaryParts(areas ...lac.Area) []lac.Area {
	for _, a := range areas {
		if !isGroup(a) || len(customary[a.String()]) == 0 {
			continue
		}
		for _, m := range meanings(a, k.claim.Period) {
			if len(m.without) > 0 {
				return m.without
			}
		}
	}
	return nil
}

// isBeyond reports whether what is claimed of one amount is more than all that a reading
// allows: then no part of it is as much either.
func (k *checker) isBeyond(r Reading) bool {
	f := flowOf(k.claim.Measure)
	return amounts[k.claim.Form] && f != lac.Balance && !r.Allows.Upper.IsNone() && !k.stated.Lower.IsNone() && r.Allows.Upper.Rat().Cmp(k.stated.Lower.Rat()) < 0
}

// onOneSide reports whether the claim is that what one side sold or bought is beyond
// a figure. Trade of both ways has no side whose books are meant.
func (k *checker) onOneSide() bool {
	f := flowOf(k.claim.Measure)
	return f != lac.Turnover && f != lac.Balance && k.claim.Stated.Value.IsReported() && k.stated.Lower.IsNone() != k.stated.Upper.IsNone()
}

// concede leaves a claim of one amount open that its own books contradict, where
// the other side's have the very figure of every member that they know.
func (k *checker) concede(readings []Reading, own lac.Area) {
	same := slices.ContainsFunc(readings, func(r Reading) bool {
		return r.Deciding && r.Verdict == Undecided && r.books != 0 && !isOf(r.books, own) && len(r.Missing)+len(r.partly) == 0 &&
			!r.Interval.Lower.IsNone() && interval.Point(r.Interval.Lower.Rat()).Within(k.stated)
	})
	if !same || !amounts[k.claim.Form] || k.claim.Books != 0 {
		return
	}
	for i := range readings {
		if r := &readings[i]; r.Deciding && r.Verdict == Contradicted {
			r.Verdict = Undecided
			r.Notes = append(r.Notes, "The other side's books have the figure.")
		}
	}
}

// eitherSide leaves a claim of trade in both directions open that one side's books
// contradict, where the other side's own, which are whole, may have the figure: who
// says "trade between Brazil and China" says of neither that its books are meant.
func (k *checker) eitherSide(readings []Reading) {
	m := k.claim.Measure
	if k.claim.Books != 0 || flowOf(m) != lac.Turnover || !amounts[k.claim.Form] {
		return
	}
	for _, side := range []lac.Area{m.Reporter, m.Partner} {
		open := slices.ContainsFunc(readings, func(r Reading) bool {
			return r.Deciding && r.Verdict == Undecided && r.books == side && len(r.Differs)+len(r.Missing)+len(r.partly) == 0 && r.Interval.IsPoint() && r.Allows.Meets(k.stated)
		})
		if open {
			first(readings, side)
		}
		for i := range readings {
			if r := &readings[i]; open && r.Deciding && r.Verdict == Contradicted && r.books != side {
				r.Verdict = Undecided
				r.Notes = append(r.Notes, fmt.Sprintf("The books of %s leave it open, and whose are meant is not said.", name(side)))
			}
		}
	}
}

// farApart leaves a claim of an amount open that its own books contradict, if it lies
// between these and the other side's and one of the two is more than twice the other.
// Then they are not of the same trade: some countries do not count what passes through
// their free zones, and print it elsewhere.
func (k *checker) farApart(readings []Reading, own lac.Area) {
	if !amounts[k.claim.Form] || flowOf(k.claim.Measure) == lac.Balance || k.stated.Lower.IsNone() || k.stated.Upper.IsNone() {
		return
	}
	if slices.ContainsFunc(readings, func(r Reading) bool { return r.Deciding && r.Verdict == Supported }) {
		return
	}
	whole := func(r Reading) bool {
		return r.books != 0 && len(r.Differs)+len(r.Missing)+len(r.partly) == 0 && r.Interval.IsPoint() && r.Interval.Lower.Sign() > 0 && r.Basis.Status == ""
	}
	for i := range readings {
		r := &readings[i]
		if !r.Deciding || r.Verdict != Contradicted || !isOf(r.books, own) || !whole(*r) {
			continue
		}
		for _, o := range readings {
			if isOf(o.books, own) || !whole(o) {
				continue
			}
			low, high := r.Interval.Lower.Rat(), o.Interval.Lower.Rat()
			if low.Cmp(high) > 0 {
				low, high = high, low
			}
			between := k.stated.Lower.Rat().Cmp(low) > 0 && k.stated.Upper.Rat().Cmp(high) < 0
			if between && high.Cmp(new(big.Rat).Mul(low, big.NewRat(2, 1))) > 0 {
				r.Verdict = Undecided
				r.Notes = append(r.Notes, "One side's books have more than twice what the other's have, and the claim lies between them.")
				break
			}
		}
	}
}

// first puts the readings on one side's books first.
func first(readings []Reading, side lac.Area) {
	slices.SortStableFunc(readings, func(a, b Reading) int { return -compareBool(isOf(a.books, side), isOf(b.books, side)) })
}

// preferPrinted leaves a converted figure out where the same books have one in the
// claim's own currency that decides: it says the same, less precisely.
func (k *checker) preferPrinted(readings []Reading) {
	for i := range readings {
		r := &readings[i]
		if r.Deciding && r.Basis.Conversion != "" && slices.ContainsFunc(readings, func(s Reading) bool {
			return s.Deciding && s.Verdict != Undecided && s.Basis.Conversion == "" && isOf(s.books, r.books)
		}) {
			r.Deciding, r.Why = false, "converted, where the same books have a figure in "+string(r.Unit)
		}
	}
}

// apart widens what the other side's books allow by a gap. It is that of amounts and
// of shares; of two years in two books half of it is in both.
func (k *checker) apart(i interval.Interval, gap *big.Rat) interval.Interval {
	half := new(big.Rat).Quo(gap, big.NewRat(2, 1))
	switch unit := k.claim.Stated.Value.Unit(); {
	case amounts[k.claim.Form], k.claim.Form == lac.FormShare, k.claim.Form == lac.FormRatio:
		return apartBy(i, gap)
	case unit == lac.UnitTimes:
		return apartBy(i, half)
	case k.claim.Form == lac.FormChange && unit == lac.UnitPercent:
		all := big.NewRat(100, 1)
		return apartBy(i.Shift(all), half).Shift(new(big.Rat).Neg(all))
	}
	return interval.Interval{} // a difference of amounts may be any
}

// gap returns how far the two sides' books of the claim's trade may be apart, as a
// fraction of the lesser: as far as in other years of the dataset, and by the
// given fraction at least.
func (k *checker) gap(unit lac.Unit, least decimal.Decimal) (*big.Rat, string) {
	most := least.Rat()
	why := fmt.Sprintf("The other side's books: the two may be apart by %s percent.", least.Mul(hundred))
	if !k.claim.Period.IsYear() || k.claim.Form != lac.FormLevel {
		return most, why
	}
	own := k.claim.Measure.Reporter
	for d := -k.policy.GapYears; d <= k.policy.GapYears; d++ {
		year := k.claim.Period.AddYears(d)
		if d == 0 || year.IsZero() {
			continue
		}
		var sides [2][]*big.Rat
		for _, fig := range k.figures(k.claim.Measure, year) {
			fig, ok := k.inUnit(fig, unit)
			if !ok || fig.why != "" || !fig.interval.IsPoint() || fig.interval.Lower.Sign() <= 0 {
				continue
			}
			side := 0
			if !isOf(fig.books, own) {
				side = 1
			}
			sides[side] = append(sides[side], fig.interval.Lower.Rat())
		}
		for _, a := range sides[0] {
			for _, b := range sides[1] {
				apart := new(big.Rat).Quo(a, b)
				if a.Cmp(b) < 0 {
					apart.Inv(apart)
				}
				if apart.Sub(apart, big.NewRat(1, 1)); apart.Cmp(most) > 0 {
					most = apart
					why = fmt.Sprintf("The other side's books alone: in %v the two were apart by %s percent.", year, rounded(new(big.Rat).Mul(apart, big.NewRat(100, 1))))
				}
			}
		}
	}
	return most, why
}
