package check

import (
	"fmt"
	"math/big"

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
		f.scope, f.unit, f.series, f.parts = scopeOf(m, period), fig.unit, "real|"+fig.series, nil
		f.work = f.work.then(OpDivide, f.interval, f.unit, fmt.Sprintf("by the index of prices, %s: %s", Text(index.interval, ""), Text(f.interval, f.unit)), first, second)
		switch k.claim.Form {
		case lac.FormChange, lac.FormMultiple, lac.FormTrend, lac.FormRecord, lac.FormComparison:
		default:
			if f.why == "" {
				f.why = "in the prices of a year that the claim does not name"
			}
		}
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
