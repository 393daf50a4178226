package check

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// wasPledged holds what somebody is said to have promised against the pledges of
// that time, whether they were kept or not. A pledge of another quantity of the
// same contradicts the claim; without any, the records say nothing.
func (k *checker) wasPledged(f *Finding) {
	m := k.claim.Measure
	var readings []Reading
	for p := range k.ev.data.Pledges() {
		if p.Measure.Subject != m.Subject || p.Measure.Reporter != m.Reporter || region(p.Measure.Partner) != region(m.Partner) ||
			m.Kind != p.Measure.Kind && m.Kind != "" || m.Sector != p.Measure.Sector && m.Sector != "" || !aDayApart(k.claim.Period, p.Made) {
			continue
		}
		printed, says, err := published(p.Target)
		if err != nil {
			continue
		}
		source, _ := k.ev.data.Source(p.Source)
		fig := figure{
			basis: Basis{Books: source.Basis, Sources: []string{p.Source}, Definition: pledgeText(p), Period: p.Made, Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
			scope: scopeOf(p.Measure, p.Made), interval: printed, says: says, allows: says, unit: p.Target.Value.Unit(), records: []string{p.ID},
		}
		if p.Evidence == lac.Unconfirmed {
			fig.why = unconfirmed
		}
		if fig.unit != k.claim.Stated.Value.Unit() {
			fig.why = fmt.Sprintf("it is in %s", fig.unit)
		}
		fig.work = fig.work.then(OpRead, printed, fig.unit, "pledged: "+Amount(p.Target.Value), Operand{Record: p.ID, Value: printed})
		r := k.reading(fig)
		if p.PerYear {
			k.perYear(&r, p, says)
		}
		r.Margin = k.amountMargin("the pledge", r)
		readings = append(readings, r)
	}
	// Of several pledges of one thing, one that agrees is what the claim is of.
	for _, r := range readings {
		if r.Deciding && r.Verdict == Supported {
			for i := range readings {
				if readings[i].Verdict == Contradicted {
					readings[i].Deciding, readings[i].Why = false, "another pledge of that time"
				}
			}
			break
		}
	}
	finish(f, readings)
	if len(readings) == 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("A pledge of %s made in %v.", words(m.Subject), k.claim.Period))
	}
}

// perYear reads a yearly pledge: a claim that names the quantity of a year does not
// say that it is one, and the whole window comes to more.
func (k *checker) perYear(r *Reading, p lac.Pledge, says interval.Interval) {
	years, whole := wholeYears(p.Window)
	r.Notes = append(r.Notes, fmt.Sprintf("It was promised each year, over %v.", p.Window))
	switch {
	case r.Verdict == Supported && whole && years > 1:
		r.Verdict = Undecided
		r.Notes = append(r.Notes, "The claim does not say that it is of each year.")
	case r.Verdict == Contradicted && whole:
		total := constant(years).Value.Lower.Rat()
		i := says.Mul(total)
		if weigh(i, i, k.stated) != Contradicted {
			r.Verdict = Supported
			r.Interval, r.Says, r.Allows = r.Interval.Mul(total), i, i
			r.Arithmetic = working(r.Arithmetic).then(OpMultiply, r.Interval, r.Unit, fmt.Sprintf("for %d years", years), working(r.Arithmetic).last(), constant(years))
		}
	}
}
