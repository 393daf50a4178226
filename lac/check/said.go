package check

import (
	"cmp"
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// saidLike returns what was said of the claim's measure, each with what changed
// since the saying before it. Of a measure that goes by the year, that is what was
// said of the same period, and for a comparison of the same base too.
func (ev *evidence) saidLike(c lac.Claim) []Saying {
	var out []Saying
	var before *Saying
	for _, s := range ev.said[broad(c.Measure)] {
		if !alike(c, s) {
			continue
		}
		if before != nil {
			s.Changed = changed(*before, s)
		}
		before = &s
		out = append(out, s)
	}
	return out
}

// alike reports whether a saying is of what the claim is of.
func alike(c lac.Claim, s Saying) bool {
	switch c.Form {
	case lac.FormLevel:
		return (s.form == "" || s.form == lac.FormLevel) && s.Period == c.Period
	case lac.FormChange, lac.FormMultiple, lac.FormShare:
		return s.form == c.Form && s.Period == c.Period && s.baseline == c.Baseline
	case lac.FormRank, lac.FormStreak:
		return s.form == c.Form
	case lac.FormCount, lac.FormPledge:
		return s.form == lac.FormPledge || !levels[c.Measure.Subject] && (s.form == "" || s.form == lac.FormCount)
	}
	return false
}

// changed says in what a saying differs from an earlier one.
func changed(a, b Saying) []string {
	var out []string
	differ := func(what, from, to string) {
		if from != to {
			out = append(out, fmt.Sprintf("%s: %s, was %s", what, cmp.Or(to, "none"), cmp.Or(from, "none")))
		}
	}
	differ("figure", figureText(a.Stated), figureText(b.Stated))
	differ("hedge", hedge(a.Stated), hedge(b.Stated))
	differ("period", a.Period.String(), b.Period.String())
	differ("scope", a.Coverage, b.Coverage)
	differ("kind", kindOf(a), kindOf(b))
	return out
}
