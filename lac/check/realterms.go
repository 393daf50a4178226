package check

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// priceIndexes returns the indexes by which amounts may have been deflated: those of
// the figures on record, the one that a claim names first.
func (k *checker) priceIndexes(named string) []string {
	seen := map[string]bool{}
	for m := range k.ev.observed {
		if (m.Real || m.Subject == lac.SubjectDeflator) && m.Prices != named {
			seen[m.Prices] = true
		}
	}
	return append([]string{named}, slices.Sorted(maps.Keys(seen))...)
}

// deflators holds the country whose prices a currency's amounts are deflated by.
var deflators = map[lac.Currency]lac.Area{lac.USD: lac.UnitedStates, lac.CNY: lac.China}

// deflator returns an index of prices for a currency in a period.
func (k *checker) deflator(unit lac.Unit, prices string, period lac.Period) (figure, bool) {
	c, ok := unit.Currency()
	if !ok || deflators[c] == 0 {
		return figure{}, false
	}
	for _, f := range k.printed(lac.Measure{Subject: lac.SubjectDeflator, Reporter: deflators[c], Prices: prices}, period) {
		if f.interval.IsPoint() && f.interval.Lower.Sign() > 0 {
			f.interval = interval.Point(new(big.Rat).Set(f.interval.Lower.Rat()))
			return f, true
		}
	}
	return figure{}, false
}

// priced returns figures as the claim may use them. Amounts in constant prices
// decide only how many times one is another: a claim does not name the year of its
// prices.
func (k *checker) priced(figs []figure) []figure {
	if !k.claim.Measure.Real {
		return figs
	}
	_, money := k.claim.Stated.Value.Unit().Currency()
	switch k.claim.Form {
	case lac.FormChange, lac.FormMultiple, lac.FormTrend, lac.FormRecord, lac.FormComparison:
		if !money && !k.claim.Threshold.IsReported() {
			return figs
		}
	}
	out := slices.Clone(figs)
	for i := range out {
		if f := &out[i]; f.why == "" && strings.HasPrefix(f.series, deflatedSeries) {
			f.why = "in the prices of a year that the claim does not name"
		}
	}
	return out
}

// deflatedSeries begins the series of figures that were deflated here.
const deflatedSeries = "real|"

// byOtherPrices lets the first figure of a pair in constant prices be what it would be by
// another index, where the claim does not name the one that they are by: as far as
// two indexes may draw apart between the two times. In the prices of one time
// every index is the same.
func (k *checker) byOtherPrices(f *figure, p *pair) {
	a, b := p.now.scope, p.then.scope
	if named := k.claim.Measure.Prices; !a.real || !b.real || a.period == b.period || named != "" && a.prices == named && b.prices == named || k.policy.Deflator.IsZero() {
		return
	}
	years := a.period.First().Year() - b.period.First().Year()
	further := max(years, -years, 1) - 1
	gap := new(big.Rat).Mul(k.policy.Deflator.Rat(), big.NewRat(int64(5+further), 5))
	p.now.says, p.now.allows = apartBy(p.now.says, gap), apartBy(p.now.allows, gap)
	f.notes = append(f.notes, fmt.Sprintf("The claim does not name this index of prices: from %v to %v two indexes may draw apart by %s percent.",
		b.period, a.period, rounded(new(big.Rat).Mul(gap, big.NewRat(100, 1)))))
}

// apartBy lets an amount be so much more, or so much less, by a fraction of the lesser.
func apartBy(i interval.Interval, gap *big.Rat) interval.Interval {
	factor := new(big.Rat).Add(big.NewRat(1, 1), gap)
	return i.Mul(new(big.Rat).Inv(factor)).Hull(i.Mul(factor))
}
