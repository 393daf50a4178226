package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// deflated returns the measure's figures in constant prices: divided by the index
// of prices of the year in the country of their currency. What year the prices are
// of is the index's business, so that only their ratios mean something.
func (k *checker) deflated(m lac.Measure, period lac.Period) []figure {
	nominal := m
	nominal.Real = false
	var out []figure
	for _, fig := range k.figures(nominal, period) {
		index, ok := k.deflator(fig.unit, period)
		if !ok {
			continue
		}
		p := pair{now: fig, then: index}
		f, first, second := both(p)
		f.interval, f.says, f.allows = fig.interval.Div(index.interval), fig.says.Div(index.says), fig.allows.Div(index.allows)
		f.scope, f.unit, f.series, f.parts = scopeOf(m, period), fig.unit, deflatedSeries+fig.series, nil
		f.work = f.work.then(OpDivide, f.interval, f.unit, fmt.Sprintf("by the index of prices, %s: %s", Text(index.interval, ""), Text(f.interval, f.unit)), first, second)
		out = append(out, f)
	}
	return out
}

// deflators holds the country whose prices a currency's amounts are deflated by.
var deflators = map[lac.Currency]lac.Area{lac.USD: lac.UnitedStates, lac.CNY: lac.China}

// deflator returns the index of prices for a currency in a period.
func (k *checker) deflator(unit lac.Unit, period lac.Period) (figure, bool) {
	c, ok := unit.Currency()
	if !ok || deflators[c] == 0 {
		return figure{}, false
	}
	for _, f := range k.printed(lac.Measure{Subject: lac.SubjectDeflator, Reporter: deflators[c]}, period) {
		if f.interval.IsPoint() && f.interval.Lower.Sign() > 0 {
			f.interval = interval.Point(new(big.Rat).Set(f.interval.Lower.Rat()))
			return f, true
		}
	}
	return figure{}, false
}

// priced returns figures as the claim may use them. Amounts in constant prices
// decide only what compares them: a claim does not name the year of its prices.
func (k *checker) priced(figs []figure) []figure {
	if !k.claim.Measure.Real {
		return figs
	}
	switch k.claim.Form {
	case lac.FormChange, lac.FormMultiple, lac.FormTrend, lac.FormRecord, lac.FormComparison:
		return figs
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
