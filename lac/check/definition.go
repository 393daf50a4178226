package check

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// unlike returns why what a figure counts need not be what the claim is of, so that it
// may bear the claim out and does not contradict it; empty if there is no reason.
//
// No office counts loans: each collection does as it defines them, and what one has is at
// least there. Of direct investment the investor's office and the host's count different
// things: a claim of the one's figures is not refuted by the other's.
func (k *checker) unlike(fig figure) string {
	m := k.claim.Measure
	switch {
	case m.Subject == lac.SubjectLoans && fig.defined != "":
		return fmt.Sprintf("It counts %s: other loans are not in it.", fig.defined)
	case (m.Subject == lac.SubjectFDIFlow || m.Subject == lac.SubjectFDIStock) && k.claim.Books != 0 && !isOf(k.claim.Books, m.Reporter):
		return fmt.Sprintf("The claim is of the figures of %s, and whose this one is is not said.", name(k.claim.Books))
	}
	return ""
}

// asDefined widens what a reading allows by what its definition may leave out.
func (k *checker) asDefined(r *Reading, fig figure) {
	why := k.unlike(fig)
	switch {
	case why == "":
		return
	case amounts[k.claim.Form] && k.claim.Measure.Subject == lac.SubjectLoans && !r.Allows.Lower.IsNone():
		r.Allows = interval.From(r.Allows.Lower)
	default:
		r.Allows = interval.Interval{}
	}
	r.Notes = append(r.Notes, why)
}
