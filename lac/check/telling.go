package check

import (
	"slices"
)

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

// bothEditions lets an edition speak against a claim that another edition of the same
// books bears out. Of a claim that a figure is above or below another each may do so: the
// claim would be borne out, and so would its denial. Against a plain figure one speaks
// that was published later, and is further away than what is provisional is revised by.
func (k *checker) bothEditions(readings []Reading) {
	bound := k.stated.Lower.IsNone() != k.stated.Upper.IsNone()
	for i := range readings {
		r := &readings[i]
		far := bound || amounts[k.claim.Form] && !r.Says.Widen(k.policy.Provisional.Rat()).Meets(k.stated)
		if far && r.Deciding && r.Verdict == Undecided && r.Basis.Vintage != "" && !r.Says.Meets(k.stated) && slices.ContainsFunc(readings, func(o Reading) bool {
			return o.Deciding && o.Verdict == Supported && o.Basis.Vintage != "" && o.Basis.Books == r.Basis.Books && (bound || o.Basis.Published.Compare(r.Basis.Published) < 0)
		}) {
			r.Verdict = Contradicted
		}
	}
}
