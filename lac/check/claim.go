package check

import (
	"fmt"
	"slices"

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
	k.leaveRound(&f)
	slices.Sort(k.refused)
	f.Notes = append(f.Notes, k.refused...)
	if h := holder(c); f.Verdict == Insufficient && h != "" {
		f.Notes = append(f.Notes, h)
	}
	if f.Verdict == Insufficient && c.Measure.Real && c.Measure.Prices == "" && len(f.Readings) > 0 {
		f.Missing = append(f.Missing, "By which index of prices the claim is in real terms.")
	}
	f.Said = ev.saidLike(c)
	return f, nil
}
