package check

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// count compares a number of things with what was published of them and with
// the records that can be counted. Records of a part of the claim's time or
// scope bound the number from below.
func (k *checker) count(f *Finding) {
	var readings []Reading
	figs := slices.Concat(k.counted(), k.tabulated(), k.recorded(), k.given())
	if additive[k.claim.Measure.Subject] {
		figs = append(figs, k.summed(unitOf(k.claim))...)
	}
	for _, fig := range figs {
		r := k.reading(fig)
		r.Notes = append(r.Notes, k.ofOneYear(r)...)
		if r.Verdict == Supported && k.isBare(fig) {
			r.Verdict = Undecided
			r.Notes = append(r.Notes, fmt.Sprintf("A count derived from the source's records by a selection: it bears out “%s” from %v on.",
				k.claim.Stated.Vague, times(k.stated.Lower.Rat(), k.policy.Selected).RatString()))
		}
		if _, complete := k.policy.complete(fig.basis.Sources[0], k.claim.Period); r.Verdict == Contradicted && !complete && k.isMoreWorks(r) {
			r.Allows.Upper, r.Verdict = interval.Bound{}, Undecided
			r.Notes = append(r.Notes, "Nobody's list has all works: another may have found more.")
		}
		if fig.promised {
			r.Verdict = Undecided
		}
		r.Margin = countMargin(r.Interval, k.stated, r.Unit)
		if v := r.Interval.Lower; !v.IsNone() && k.policy.FarAbove.Sign() > 0 && k.claim.Stated.Comparator == lac.Over && k.claim.Stated.Value.IsReported() &&
			v.Rat().Cmp(times(k.claim.Stated.Value.Amount().Rat(), k.policy.FarAbove)) > 0 {
			r.Notes = append(r.Notes, "Far above the stated figure: the hedge says little.")
		}
		readings = append(readings, r)
	}
	finish(f, readings)
	if f.Verdict == Insufficient && len(readings) > 0 {
		f.Missing = append(f.Missing, "A count by an independent source that covers the claim's scope and time.")
	}
	k.noteStatements(f)
}

// isMoreWorks reports whether the claim is of more projects than a reading has.
func (k *checker) isMoreWorks(r Reading) bool {
	return k.claim.Measure.Subject == lac.SubjectProjects && !k.stated.Lower.IsNone() && !r.Interval.Upper.IsNone() && r.Interval.Upper.Cmp(k.stated.Lower) <= 0
}

// isBare reports whether a claim in a vague word rests on a count by a selection of
// one's own that is not far above what the word stands for.
func (k *checker) isBare(fig figure) bool {
	v := fig.interval.Lower
	return !k.claim.Stated.Value.IsReported() && slices.Contains(fig.basis.Evidence, lac.Derived) && !v.IsNone() && !k.stated.Lower.IsNone() &&
		v.Rat().Cmp(times(k.stated.Lower.Rat(), k.policy.Selected)) < 0
}

// ofOneYear says of a part that has the claim's figure that it is one year's: 300 a
// year are not 300 in all.
func (k *checker) ofOneYear(r Reading) []string {
	p := r.Basis.Period
	if p == k.claim.Period || !p.IsYear() || r.Interval.Lower.IsNone() || !interval.Point(r.Interval.Lower.Rat()).Within(k.stated) || !additive[k.claim.Measure.Subject] {
		return nil
	}
	return []string{fmt.Sprintf("That is the figure of %v alone; the claim is of %v.", p, k.claim.Period)}
}

// noteStatements notes figures in the claimant's own words that do not agree
// with the claim.
func (k *checker) noteStatements(f *Finding) {
	for _, r := range f.Readings {
		if !r.Deciding && r.Verdict == Contradicted && r.Why == ownWords {
			f.Notes = append(f.Notes, fmt.Sprintf("Elsewhere the same side gave %s (%s).", Text(r.Interval, r.Unit), r.Basis.Period))
		}
	}
}

// given adds up the places that program records show as delivered, and lists
// pledges of the same kind: what was promised is not what was given.
func (k *checker) given() []figure {
	kind := map[lac.Subject]lac.ProgramKind{lac.SubjectScholarships: lac.Scholarships, lac.SubjectTraining: lac.Training}[k.claim.Measure.Subject]
	if kind == "" {
		return nil
	}
	var out []figure
	for p := range k.ev.data.Programs() {
		if p.Kind != kind || p.Evidence == lac.Unconfirmed || p.Provider != k.claim.Measure.Reporter {
			continue
		}
		delivered := slices.DeleteFunc(slices.Clone(p.Delivered), func(d lac.Delivery) bool {
			to := []lac.Area{d.Area}
			if d.Area == 0 {
				to = p.Recipients
			}
			return !k.within(d.Period) || slices.ContainsFunc(to, func(a lac.Area) bool { return !k.inPartner(a) })
		})
		total, err := lac.Sum(slices.Values(delivered), func(d lac.Delivery) lac.Quantity { return d.Places })
		if unit := unitOf(k.claim); err != nil || total.Records == 0 || unit != "" && total.Unit() != unit {
			continue
		}
		source, _ := k.ev.data.Source(p.Source)
		f := figure{
			basis: Basis{Books: source.Basis, Sources: []string{p.Source}, Definition: p.Title, Period: p.Window, Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
			unit:  total.Unit(), interval: interval.Point(total.Decimal().Rat()), records: []string{p.ID}, why: k.bar(p.Source, ""),
		}
		f.says, f.allows = f.interval, f.interval
		var operands []Operand
		for _, d := range delivered {
			if d.Places.IsReported() {
				operands = append(operands, Operand{Record: p.ID, Of: d.Period.String(), Value: interval.Point(d.Places.Amount().Rat())})
			}
		}
		f.work = f.work.then(OpSum, f.interval, f.unit, fmt.Sprintf("%d deliveries = %s", total.Records, amountOf(total.Decimal().Rat(), f.unit)), operands...)
		k.least(&f, source)
		out = append(out, f)
	}
	return append(out, k.promises()...)
}
