package check

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A Variant is a reading from another base year than the claim's.
type Variant struct {
	Baseline   lac.Period        `json:"baseline"`
	Books      string            `json:"books"`
	Definition string            `json:"definition,omitempty"`
	Interval   interval.Interval `json:"interval"`
	Unit       lac.Unit          `json:"unit"`
	Verdict    Verdict           `json:"verdict"`
}

// window returns what a comparison with the base year would be from the year
// before it, itself and the year after it, where the base year may be one in
// round words. Bases that would not decide are left out.
func (k *checker) window(compare func(pair) figure) []Variant {
	c := k.claim
	if !c.Baseline.IsYear() || !c.Period.IsYear() || c.Period.Last().Year()-c.Baseline.Last().Year() < k.policy.RoundYears {
		return nil
	}
	var out []Variant
	for _, years := range []int{-1, 0, 1} {
		baseline := c.Baseline.AddYears(years)
		for _, p := range k.pairs(baseline) {
			fig := compare(p)
			if fig.why != "" {
				continue
			}
			out = append(out, Variant{
				Baseline: baseline, Books: fig.basis.Books, Definition: fig.basis.Definition,
				Interval: fig.interval, Unit: fig.unit, Verdict: weigh(fig.says, fig.allows, k.stated),
			})
		}
	}
	return out
}
