package check

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// wasPledged holds what somebody is said to have promised against the pledges of
// that time, whether they were kept or not. A pledge is its own words: the number in it
// is what was promised, and no rounding of it. Of several pledges of one thing the claim
// may be of any, or of all together: they contradict it if none of them and not their
// sum can be it. Without any, the records say nothing.
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
		if c := p.Target.Comparator; p.Target.Value.IsReported() && (c == "" || c == lac.Equal) {
			says = printed
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
	k.ofSeveral(readings)
	finish(f, readings)
	if len(readings) == 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("A pledge of %s made in %v.", words(m.Subject), k.claim.Period))
	}
}

// ofSeveral takes from pledges of one thing what they say against a claim that is of
// another of them, or of all.
func (k *checker) ofSeveral(readings []Reading) {
	why, all := "", interval.Of(0)
	for _, r := range readings {
		switch {
		case r.Deciding && r.Verdict != Contradicted:
			why = "another pledge of that time"
		case r.Deciding:
			all = all.Add(r.Says)
		}
	}
	if why == "" && len(readings) > 1 && weigh(all, all, k.stated) != Contradicted {
		why = "the pledges of that time together"
	}
	for i := range readings {
		if r := &readings[i]; why != "" && r.Deciding && r.Verdict == Contradicted {
			r.Deciding, r.Why = false, why
		}
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
