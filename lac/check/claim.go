package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Claim holds one claim against the dataset and returns what it found. A claim
// that the dataset says nothing about is a finding too ([Insufficient]); an
// error means that the claim itself is not valid or that its figure cannot be
// read under the policy.
func Claim(data *lac.Dataset, c lac.Claim, p Policy) (Finding, error) {
	f, err := newEvidence(data, p).claim(c)
	if err == nil {
		f.Dataset = data.Digest()
	}
	return f, err
}

// claim returns the finding but for the dataset's digest.
func (ev *evidence) claim(c lac.Claim) (Finding, error) {
	p := ev.policy
	if err := c.Validate(); err != nil {
		return Finding{}, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	if err := p.Validate(); err != nil {
		return Finding{}, fmt.Errorf("claim %s: %w", c.ID, err)
	}
	if want, ok := formUnits[c.Form]; ok && c.Stated.Value.IsReported() && c.Stated.Value.Unit() != want {
		return Finding{}, fmt.Errorf("claim %s: a %s stated in %s, not %s: %w", c.ID, c.Form, c.Stated.Value.Unit(), want, lac.ErrUnitMismatch)
	}
	f := Finding{Claim: c, Policy: p, Unit: unitOf(c)}
	if c.Form == lac.FormPosition {
		f.Verdict = NotCheckable
		f.Notes = append(f.Notes, "A position: no record can confirm or deny it.")
		return f, nil
	}
	if !c.Stated.IsZero() && c.Form != lac.FormEvent {
		var err error
		if f.Stated, err = p.Interval(c.Stated); err != nil {
			return Finding{}, fmt.Errorf("claim %s: %w", c.ID, err)
		}
	}
	if c.Form == lac.FormStreak && (c.Stated.Comparator == "" || c.Stated.Comparator == lac.Equal) && c.Stated.Value.IsReported() {
		f.Stated.Upper = interval.Bound{} // eleven years in a row are ten too
	}
	c.Stated = inUsualUnit(c.Stated)
	f.Unit = unitOf(c)
	k := checker{ev: ev, claim: c, policy: p, stated: f.Stated}
	if dated[c.Form] && c.Period.Last().IsZero() {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("The day as of which the claim speaks: %s has no end.", c.Period))
		return f, nil
	}
	switch c.Form {
	case lac.FormLevel:
		k.level(&f)
	case lac.FormMultiple:
		k.multiple(&f)
	case lac.FormChange:
		k.change(&f)
	case lac.FormShare:
		k.share(&f)
	case lac.FormRank:
		k.rank(&f)
	case lac.FormStreak:
		k.streak(&f)
	case lac.FormCount:
		if c.Measure.Subject == lac.SubjectTies {
			k.countRelations(&f)
		} else {
			k.count(&f)
		}
	case lac.FormCoverage:
		k.coverage(&f)
	case lac.FormPledge:
		k.pledge(&f)
	case lac.FormEvent:
		k.event(&f)
	case lac.FormAverage:
		k.average(&f)
	case lac.FormRatio:
		k.perUnit(&f)
	case lac.FormComparison:
		k.comparison(&f)
	case lac.FormRecord:
		k.record(&f)
	case lac.FormTrend:
		k.trend(&f)
	case lac.FormPledged:
		k.wasPledged(&f)
	case lac.FormTies:
		k.relations(&f)
	}
	slices.Sort(k.refused)
	f.Notes = append(f.Notes, k.refused...)
	if h := holder(c); f.Verdict == Insufficient && h != "" {
		f.Notes = append(f.Notes, h)
	}
	f.Said = ev.saidLike(c)
	return f, nil
}

// formUnits holds the unit of the forms that have one of their own.
var formUnits = map[lac.ClaimForm]lac.Unit{
	lac.FormMultiple: lac.UnitTimes, lac.FormShare: lac.UnitPercent, lac.FormRank: lac.UnitRank,
	lac.FormStreak: lac.UnitYears, lac.FormCoverage: lac.UnitCountries,
}

// usual holds the units of the library by other names that claims give them.
var usual = map[lac.Unit]lac.Unit{
	"points": lac.UnitPoints, "percentage points": lac.UnitPoints, "pp": lac.UnitPoints,
	"tonnes": lac.UnitTonnes, "metric tons": lac.UnitTonnes, "kilograms": lac.UnitKilograms,
}

// inUsualUnit returns a figure with its unit by the name that records have for it.
func inUsualUnit(s lac.Stated) lac.Stated {
	for _, q := range []*lac.Quantity{&s.Value, &s.High} {
		if u, ok := usual[q.Unit()]; ok && q.IsReported() {
			*q, _ = lac.NewQuantity(q.Amount(), u) // of the same digits
		}
	}
	return s
}

// dated holds the forms that are read as of the last day of their period.
var dated = map[lac.ClaimForm]bool{lac.FormRank: true, lac.FormStreak: true, lac.FormCoverage: true, lac.FormPledge: true}

// unitOf returns the unit in which a claim's figure is, where a vague word does
// not say.
func unitOf(c lac.Claim) lac.Unit {
	switch {
	case c.Stated.Value.IsReported():
		return c.Stated.Value.Unit()
	case c.Form == lac.FormStreak:
		return lac.UnitYears
	case c.Form == lac.FormCoverage:
		return lac.UnitCountries
	case c.Measure.Subject == lac.SubjectProjects:
		return lac.UnitProjects
	}
	return ""
}

// A checker holds one claim against the evidence.
type checker struct {
	ev     *evidence
	claim  lac.Claim
	policy Policy
	stated interval.Interval
	// refused says which sources gave no figure because their sum is not safe.
	refused []string
}

// finish orders the readings, those that decide first, and concludes.
func finish(f *Finding, readings []Reading) {
	slices.SortStableFunc(readings, func(a, b Reading) int {
		return cmp.Or(-compareBool(a.Deciding, b.Deciding), -compareBool(a.Verdict != Undecided, b.Verdict != Undecided))
	})
	f.Readings = readings
	f.Verdict = conclude(readings)
	if f.Verdict == Mixed {
		for _, v := range []struct {
			verdict Verdict
			text    string
		}{{Supported, "It holds on: "}, {Contradicted, "It does not hold on: "}} {
			var bases []string
			for _, r := range readings {
				if r.Deciding && r.Verdict == v.verdict {
					bases = append(bases, fmt.Sprintf("%s (%s)", r.Basis.Books, r.Basis.Definition))
				}
			}
			f.Notes = append(f.Notes, v.text+strings.Join(bases, "; ")+".")
		}
	}
	if f.Verdict == Insufficient && len(readings) == 0 {
		f.Missing = append(f.Missing, "The dataset has no record on this measure and period.")
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
