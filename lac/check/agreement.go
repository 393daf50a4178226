package check

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// agreement looks for an agreement of the claim's two sides, on what the measure's
// sector says, among published signatures. One within the claim's time supports it.
// Two sides sign many papers, so that those of other times are shown and do not
// speak against it, and where none is on record nothing is known.
func (k *checker) agreement(f *Finding) {
	m := k.claim.Measure
	var readings []Reading
	for o := range k.ev.data.Observations() {
		if o.Measure.Subject != lac.SubjectAgreement || o.Table != "" || !sameSides(o.Measure, m) || !o.Figure.Value.IsReported() || o.Figure.Value.Sign() <= 0 {
			continue
		}
		// An end of an agreement is no agreement, unless the claim is of an end.
		if m.Sector != o.Measure.Sector && (m.Sector != "" || strings.HasSuffix(o.Measure.Sector, exitSuffix)) {
			continue
		}
		r := k.happened(o.ID, o.Source, signature(o.Measure), o.Period, o.Evidence)
		if r.Verdict != Supported {
			r.Verdict = Undecided
			if !o.Period.Overlaps(k.claim.Period) {
				r.Deciding, r.Why = false, "another time; the two may have signed more than one"
			}
		}
		if why := k.bar(o.Source, o.Evidence); why != "" {
			r.Deciding, r.Why = false, why
		}
		if o.Note != "" {
			r.Notes = append(r.Notes, o.Note)
		}
		readings = append(readings, r)
	}
	finish(f, readings)
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("A record of %s in %v.", signature(m), k.claim.Period))
	}
}

// exitSuffix ends the sector of an agreement's end: belt-and-road-exit is the notice
// that one on belt-and-road is given up.
const exitSuffix = "-exit"

// signature names an agreement in words.
func signature(m lac.Measure) string {
	what, of := "an agreement", m.Sector
	if topic, ok := strings.CutSuffix(of, exitSuffix); ok {
		what, of = "the end of an agreement", topic
	}
	if of != "" {
		what += " on " + strings.ReplaceAll(of, "-", " ")
	}
	return fmt.Sprintf("%s of %s and %s", what, name(m.Reporter), name(m.Partner))
}

// sameSides reports whether two measures are of the same two sides, in either order.
func sameSides(a, b lac.Measure) bool {
	return a.Reporter == b.Reporter && a.Partner == b.Partner || a.Reporter == b.Partner && a.Partner == b.Reporter
}
