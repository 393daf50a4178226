package check

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// gap returns how far the two sides' books of the claim's trade may be apart, as a
// fraction of the lesser: as far as in other years of the dataset, and by the
// given fraction at least.
func (k *checker) gap(unit lac.Unit, least decimal.Decimal) (*big.Rat, string) {
	most := least.Rat()
	if flowOf(k.claim.Measure) == lac.Balance {
		// The gap of the two flows' books is not that of their difference.
		return most, "The other side's books alone contradict no balance."
	}
	why := fmt.Sprintf("The other side's books: the two may be apart by %s percent.", least.Mul(hundred))
	if !k.claim.Period.IsYear() || k.claim.Form != lac.FormLevel {
		return most, why
	}
	own := k.claim.Measure.Reporter
	for d := -k.policy.GapYears; d <= k.policy.GapYears; d++ {
		year := k.claim.Period.AddYears(d)
		if d == 0 || year.IsZero() {
			continue
		}
		var sides [2][]*big.Rat
		for _, fig := range k.figures(k.claim.Measure, year) {
			fig, ok := k.inUnit(fig, unit)
			if !ok || fig.why != "" || !fig.interval.IsPoint() || fig.interval.Lower.Sign() <= 0 {
				continue
			}
			side := 0
			if !isOf(fig.books, own) {
				side = 1
			}
			sides[side] = append(sides[side], fig.interval.Lower.Rat())
		}
		for _, a := range sides[0] {
			for _, b := range sides[1] {
				apart := new(big.Rat).Quo(a, b)
				if a.Cmp(b) < 0 {
					apart.Inv(apart)
				}
				if apart.Sub(apart, big.NewRat(1, 1)); apart.Cmp(most) > 0 {
					most = apart
					why = fmt.Sprintf("The other side's books alone: in %v the two were apart by %s percent.", year, rounded(new(big.Rat).Mul(apart, big.NewRat(100, 1))))
				}
			}
		}
	}
	return most, why
}

// apart widens what the other side's books allow by a gap. It is that of amounts and
// of shares; of two years in two books half of it is in both.
func (k *checker) apart(i interval.Interval, gap *big.Rat) interval.Interval {
	half := new(big.Rat).Quo(gap, big.NewRat(2, 1))
	switch unit := k.claim.Stated.Value.Unit(); {
	case flowOf(k.claim.Measure) == lac.Balance:
	case amounts[k.claim.Form], k.claim.Form == lac.FormShare, k.claim.Form == lac.FormRatio:
		return apartBy(i, gap)
	case unit == lac.UnitTimes:
		return apartBy(i, half)
	case k.claim.Form == lac.FormChange && unit == lac.UnitPercent:
		all := big.NewRat(100, 1)
		return apartBy(i.Shift(all), half).Shift(new(big.Rat).Neg(all))
	}
	return interval.Interval{} // a difference of amounts may be any
}
