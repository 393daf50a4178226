package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// inUnit converts a figure into the unit of the claim; false if there is no rate.
// A figure converted at a year's average rate is less precise: trade is invoiced
// day by day, at rates that the average does not know.
func (k *checker) inUnit(fig figure, unit lac.Unit) (figure, bool) {
	if fig.unit == unit || unit == "" {
		return fig, true
	}
	if fig.unit == lac.UnitKilograms && unit == lac.UnitTonnes {
		from := fig.work.last()
		fig.scaled(func(i interval.Interval) interval.Interval { return i.Mul(big.NewRat(1, 1000)) })
		fig.unit = unit
		fig.work = fig.work.then(OpDivide, fig.interval, unit, "in tonnes: "+Text(fig.interval, unit), from, constant(1000))
		return fig, true
	}
	rate, ok := k.rate(fig.unit, unit, fig.basis.Period)
	if !ok {
		return fig, false
	}
	op, factor := OpMultiply, rate.Rate.Rat()
	if from, _ := fig.unit.Currency(); rate.Quote == from {
		op, factor = OpDivide, new(big.Rat).Inv(factor)
	}
	from := fig.work.last()
	fig.interval = fig.interval.Mul(factor)
	fig.says = fig.says.Mul(factor).Widen(k.policy.Conversion.Rat())
	fig.allows = fig.allows.Mul(factor).Widen(k.policy.Conversion.Rat())
	fig.basis.Conversion = fmt.Sprintf("%s %v per %v, average of %v (%s)", rate.Rate, rate.Quote, rate.Base, rate.Period, rate.Source)
	fig.work = fig.work.then(op, fig.interval, unit, fmt.Sprintf("%s at %s = %s", fig.unit, fig.basis.Conversion, Text(fig.interval, unit)),
		from, Operand{Record: rate.ID, Value: interval.Point(rate.Rate.Rat())})
	fig.unit = unit
	fig.basis.Sources = append(slices.Clone(fig.basis.Sources), rate.Source)
	fig.records = append(slices.Clone(fig.records), rate.ID)
	return fig, true
}

// rate returns the rate of exactly the period between two currencies.
func (k *checker) rate(from, to lac.Unit, period lac.Period) (lac.Rate, bool) {
	a, ok1 := from.Currency()
	b, ok2 := to.Currency()
	if !ok1 || !ok2 {
		return lac.Rate{}, false
	}
	for _, r := range k.ev.rates[period] {
		if r.Base == a && r.Quote == b || r.Quote == a && r.Base == b {
			return r, true
		}
	}
	return lac.Rate{}, false
}

// amounts holds the forms that are of one amount, of which two books may be apart.
var amounts = map[lac.ClaimForm]bool{lac.FormLevel: true, lac.FormAverage: true}

// inDollars lets the first figure of a pair be what it would be if growth were meant in
// dollars, as the press has it: a claim in percent names no currency. It supports in
// the currency that it is in, and contradicts only in both.
func (k *checker) inDollars(f *figure, p *pair) {
	_, money := p.now.unit.Currency()
	if _, named := k.claim.Stated.Value.Unit().Currency(); !money || named || p.now.unit == dollars || p.now.unit != p.then.unit ||
		k.claim.Threshold.IsReported() || p.now.scope.real || p.now.basis.Period == p.then.basis.Period {
		return
	}
	now, ok1 := k.inUnit(p.now, dollars)
	unit, ok2 := k.inUnit(figure{unit: p.then.unit, basis: p.then.basis, interval: interval.Of(1)}, dollars)
	if !ok1 || !ok2 {
		return
	}
	// What a unit of the earlier time was worth takes the amount back.
	p.now.allows = p.now.allows.Hull(now.allows.Mul(new(big.Rat).Inv(unit.interval.Lower.Rat())))
	f.notes = append(f.notes, fmt.Sprintf("In dollars it is another change than in %s; the claim does not say in which.", p.now.unit))
}

const dollars = lac.Unit("USD")
