package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A hearing is the readings of a claim of trade, each with what it decides by itself, and
// whose books come first: those that the claim names, or those of its reporter.
type hearing struct {
	*checker
	readings []Reading
	own      lac.Area
	named    bool // the claim names them
	decided  bool // they decide
	divided  bool // of the other side's, some bear the claim out, and that is not taken
}

// hear weighs the readings of a claim together. The verdict does not depend on their
// order, and there are two rules.
//
// The first is of whose books a reading is: the claim's own decide as they stand, the
// other side's by [hearing.aside].
//
// The second is that a reading decides only where no other leaves the claim open that is
// as much what the claim may be of: [hearing.open]. A reading that is left open may leave
// another so, until nothing changes: there is one end to that, in whatever order.
func (k *checker) hear(readings []Reading) []Reading {
	m := k.claim.Measure
	h := hearing{checker: k, readings: readings, own: m.Reporter, named: k.claim.Books != 0}
	if h.named {
		h.own = k.claim.Books
	}
	k.preferPrinted(readings)
	k.bothEditions(readings)
	if m.Subject != lac.SubjectTrade || h.own == 0 {
		return telling(readings)
	}
	h.decided = h.has(func(r Reading) bool { return r.Verdict != Undecided && h.isOwn(r) })
	h.divided = !h.decided && (h.named || h.onOneSide()) && h.has(func(r Reading) bool { return r.Verdict == Supported && h.isOther(r) })
	heard := slices.Clone(readings)
	for i := range heard {
		if r := &heard[i]; r.Deciding && h.isOther(*r) {
			h.aside(r)
		}
	}
	for changed := true; changed; {
		h.readings, changed = slices.Clone(heard), false
		for i := range heard {
			if r := &heard[i]; r.Deciding && r.Verdict != Undecided {
				if why := h.open(*r); why != "" {
					r.Verdict, changed = Undecided, true
					r.Notes = append(slices.Clip(r.Notes), why)
				}
			}
		}
	}
	return telling(h.inOrder(heard))
}

// aside sets what a reading of the other side's books decides by itself. Where the
// claim's own decide, named books do alone, and what is converted bears out alone. Where
// they do not, the other side's contradict only beyond the gap that there is between the
// two in other years. They support a figure that they print, for trade that one side does
// not publish is known by the other's statistics; that exports are over, or under, a
// figure they support beyond that gap alone, or beyond freight, which imports of the same
// goods have in them.
func (h *hearing) aside(r *Reading) {
	leave := func(why string) { r.Verdict, r.Notes = Undecided, append(slices.Clip(r.Notes), why) }
	switch {
	case h.named && (h.decided || r.Verdict == Supported):
		// What one side's statistics have is not what the other's do.
		r.Deciding, r.Why = false, fmt.Sprintf("the claim is of the books of %s", name(h.own))
	case h.decided && r.Basis.Conversion != "" && (r.Verdict != Supported || r.Unit != dollars):
		// Statistics in another currency are printed in dollars too.
		r.Deciding, r.Why = false, "the other side's books, converted"
	case r.Verdict == Supported && !h.decided && h.onOneSide():
		// By what every policy knows, so that a looser one supports no less.
		if least, why := h.gap(r.Unit, h.policy.Freight); !h.apart(r.Says, least).Within(h.stated) {
			leave(why)
		}
	case r.Verdict == Contradicted && (!h.decided || h.claim.Form == lac.FormRatio || amounts[h.claim.Form] && len(r.Differs) > 0):
		gap, why := h.gap(r.Unit, h.policy.Mirror)
		if r.Allows = h.apart(r.Allows, gap); r.Allows.Meets(h.stated) {
			leave(why)
		}
	}
}

// open returns why a reading does not decide the claim beside the others; empty if it
// does. It is the list of what may leave a claim open.
func (h *hearing) open(r Reading) string {
	if !h.decided && h.isOther(r) && h.has(func(o Reading) bool { return h.isOwn(o) && len(o.Differs) == 0 && o.Allows.Meets(h.stated) }) {
		return "The books that the claim is of leave it open."
	}
	if r.Verdict != Contradicted {
		return ""
	}
	amount := amounts[h.claim.Form]
	if h.divided && h.isOther(r) {
		return "The other side's books do not agree with one another: by some of them it holds."
	}
	// The very figure, of every member that they know.
	if amount && !h.named && h.has(func(o Reading) bool {
		return o.Verdict == Undecided && h.isOther(o) && !o.lacks() && !o.Interval.Lower.IsNone() && interval.Point(o.Interval.Lower.Rat()).Within(h.stated)
	}) {
		return "The other side's books have the figure."
	}
	// Who says "trade between Brazil and China" says of neither that its books are meant.
	for _, side := range h.sides() {
		if side != r.books {
			return fmt.Sprintf("The books of %s leave it open, and whose are meant is not said.", name(side))
		}
	}
	if h.has(func(o Reading) bool { return o.Verdict == Supported }) {
		return "" // it depends on the books, or the meaning of a name
	}
	if amount && h.isOwn(r) && slices.ContainsFunc(h.readings, func(o Reading) bool { return h.isOther(o) && h.farApart(r, o) }) {
		return "One side's books have more than twice what the other's have, and the claim lies between them."
	}
	return h.openMeaning(r)
}

// has reports whether one of the readings that decide, or leave it open, is such.
func (h *hearing) has(is func(Reading) bool) bool {
	return slices.ContainsFunc(h.readings, func(r Reading) bool { return r.Deciding && is(r) })
}

func (h *hearing) isOwn(r Reading) bool { return isOf(r.books, h.own) }

// isOther reports whether a reading is of the other side's books: what is published of
// neither's is not.
func (h *hearing) isOther(r Reading) bool { return r.books != 0 && !h.isOwn(r) }

// sides returns the sides of trade in both directions whose books, which are whole, leave
// a claim open that names none.
func (h *hearing) sides() []lac.Area {
	m := h.claim.Measure
	var out []lac.Area
	for _, side := range []lac.Area{m.Partner, m.Reporter} {
		if !h.named && flowOf(m) == lac.Turnover && amounts[h.claim.Form] && h.has(func(o Reading) bool {
			return o.Verdict == Undecided && o.books == side && o.isWhole() && o.Allows.Meets(h.stated)
		}) {
			out = append(out, side)
		}
	}
	return out
}

// inOrder puts the readings on the books first that are named, or leave the claim open.
func (h *hearing) inOrder(readings []Reading) []Reading {
	before := h.sides()
	if h.named {
		before = []lac.Area{h.own}
	}
	slices.SortStableFunc(readings, func(a, b Reading) int {
		for _, side := range before {
			if c := -compareBool(isOf(a.books, side), isOf(b.books, side)); c != 0 {
				return c
			}
		}
		return 0
	})
	return readings
}

// lacks reports whether members are missing from a reading, or of some a part.
func (r Reading) lacks() bool { return len(r.Missing)+len(r.partly) > 0 }

// isWhole reports whether a reading is one figure of all that the claim is about.
func (r Reading) isWhole() bool { return len(r.Differs) == 0 && !r.lacks() && r.Interval.IsPoint() }

// farApart reports whether the claim lies between two sides' books of which the one have
// more than twice what the other's have. Then they are not of the same trade: some
// countries do not count what passes through their free zones, and print it elsewhere.
func (h *hearing) farApart(a, b Reading) bool {
	for _, r := range []Reading{a, b} {
		if r.books == 0 || !r.isWhole() || r.Interval.Lower.Sign() <= 0 || r.Basis.Status != "" {
			return false
		}
	}
	low, high := a.Interval.Lower.Rat(), b.Interval.Lower.Rat()
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	lower, upper := h.stated.Lower.Rat(), h.stated.Upper.Rat()
	return flowOf(h.claim.Measure) != lac.Balance && lower != nil && upper != nil && lower.Cmp(low) > 0 && upper.Cmp(high) < 0 &&
		high.Cmp(new(big.Rat).Mul(low, big.NewRat(2, 1))) > 0
}

// openMeaning returns why a claim that does not hold by one meaning of a name is left
// open by another: of Central America without Mexico, or of a bloc without a member that
// joined in the year.
func (h *hearing) openMeaning(r Reading) string {
	denied := func(without []lac.Area) bool {
		return h.has(func(o Reading) bool {
			return o.Verdict == Contradicted && slices.Equal(o.Basis.Without, without)
		})
	}
	if h.has(func(o Reading) bool {
		return o.Verdict == Undecided && o.Allows.Meets(h.stated) && !slices.Equal(o.Basis.Without, r.Basis.Without) && !denied(o.Basis.Without)
	}) {
		return fmt.Sprintf("Of %s it does not hold; of what else the name stands for the records leave it open.", r.Basis.Definition)
	}
	m := h.claim.Measure
	if narrower := h.customaryParts(m.Reporter, m.Partner); len(narrower) > 0 && len(r.Basis.Without) == 0 && !denied(narrower) && !h.isBeyond(r) {
		return fmt.Sprintf("Many use the name without %s: of that the records say nothing.", names(narrower))
	}
	return ""
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
