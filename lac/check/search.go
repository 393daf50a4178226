package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

func (k *checker) search(m lac.Measure, period lac.Period) []figure {
	switch {
	case m.Real:
		return append(k.observed(m, period), k.deflated(m, period)...)
	case m.Flow == lac.Balance:
		return append(k.observed(m, period), k.balances(m, period)...)
	}
	whole := k.observed(m, period)
	if m.Subject == lac.SubjectTrade {
		other := mirrored(m)
		other.Flow = flowOf(m).Mirror()
		whole = append(whole, k.observed(other, period)...)
	}
	switch {
	case m.Subject != lac.SubjectTrade || m.Sector != "": // trade records are of goods
		return whole
	case isGroup(m.Reporter) && !isGroup(m.Partner):
		// The group's books are its members': read from the other side.
		m = mirrored(m)
		m.Flow = flowOf(m).Mirror()
		return slices.Concat(whole, k.mirrorBooks(m, period), k.ownBooks(m, period))
	}
	return slices.Concat(whole, k.ownBooks(m, period), k.mirrorBooks(m, period))
}

// figures returns what the dataset says of measure m in the given period, on
// every basis that it holds, in a fixed order. They are shared and not to be
// changed.
func (k *checker) figures(m lac.Measure, period lac.Period) []figure {
	set := k.ev.figures.of(figureKey{m, period, k.voice()}, func() figureSet {
		c := checker{ev: k.ev, claim: k.claim, policy: k.policy}
		figs := c.search(m, period)
		c.date(figs)
		return figureSet{figs, c.refused}
	})
	k.note(set.refused)
	return k.priced(set.figures)
}

// mirrored exchanges the sides of a measure.
func mirrored(m lac.Measure) lac.Measure {
	m.Reporter, m.Partner = m.Partner, m.Reporter
	return m
}

// balances returns exports less imports of the two sides in a period, of each
// books that have both. Above zero it is a surplus of m's reporter. A part bounds
// no balance: one that lacks something is shown and does not decide.
func (k *checker) balances(m lac.Measure, period lac.Period) []figure {
	exports, imports := m, m
	exports.Flow, imports.Flow = lac.Export, lac.Import
	var out []figure
	for _, a := range k.figures(exports, period) {
		for _, b := range k.figures(imports, period) {
			if !a.sameBooks(b) {
				continue
			}
			f := k.differenceOf(pair{now: a, then: b}, a.unit)
			f.imports = importsOf(a, b)
			f.scope, f.series, f.parts = scopeOf(m, period), "balance|"+a.series, nil
			if len(f.differs) > 0 || len(a.missing)+len(b.missing) > 0 {
				f.missing = append(slices.Clone(a.missing), b.missing...)
				slices.Sort(f.missing)
				f.missing = slices.Compact(f.missing)
				if f.why == "" {
					f.why = "a part bounds no balance: " + texts(f.differs)
				}
			}
			out = append(out, f)
		}
	}
	return out
}

// sameBooks reports whether two figures of one period are from the same books of
// the same sides, in one unit.
func (f *figure) sameBooks(g figure) bool {
	return f.unit == g.unit && f.basis.Books == g.basis.Books && slices.Equal(f.basis.Sources, g.basis.Sources) &&
		(f.parts == nil) == (g.parts == nil) && f.basis.Conversion == g.basis.Conversion &&
		slices.Equal(f.scope.reporter, g.scope.reporter) && slices.Equal(f.scope.partner, g.scope.partner)
}

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
