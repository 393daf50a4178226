package check

// window returns what a comparison with the base year would be from the year
// before it, itself and the year after it, where the base year may be one in
// round words. Bases that would not decide are left out.
func (k *checker) window(compare func(pair) figure) []Reading {
	c := k.claim
	if !c.Baseline.IsYear() || !c.Period.IsYear() || c.Period.Last().Year()-c.Baseline.Last().Year() < k.policy.RoundYears {
		return nil
	}
	var out []Reading
	for _, years := range []int{-1, 0, 1} {
		baseline := c.Baseline.AddYears(years)
		for _, p := range k.pairs(baseline) {
			fig := compare(p)
			if fig.why != "" {
				continue
			}
			r := Reading{Basis: fig.basis, Interval: fig.interval, Says: fig.says, Allows: fig.allows, Unit: fig.unit,
				Verdict: weigh(fig.says, fig.allows, k.stated), Arithmetic: fig.work, Records: fig.records}
			r.Basis.Period = baseline
			out = append(out, r)
		}
	}
	return out
}
