package check

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

func (k *checker) search(m lac.Measure, period lac.Period) []figure {
	switch {
	case m.Real:
		return k.inConstantPrices(m, period)
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

// inConstantPrices returns a measure's figures in constant prices: those that somebody
// published, and those deflated by each index on record. Where the index that the
// claim names gives some, the others give none.
func (k *checker) inConstantPrices(m lac.Measure, period lac.Period) []figure {
	nominal := m
	nominal.Real, nominal.Prices = false, ""
	var out []figure
	for _, prices := range k.priceIndexes(m.Prices) {
		of := m
		of.Prices = prices
		out = append(append(out, k.observed(of, period)...), k.deflated(of, k.figures(nominal, period))...)
		if m.Prices != "" && len(out) > 0 {
			break
		}
	}
	return out
}

// deflated returns figures in constant prices: divided by m's index of prices of the
// year in the country of their currency. What year the prices are of is the index's
// business, so that only their ratios mean something.
func (k *checker) deflated(m lac.Measure, nominal []figure) []figure {
	var out []figure
	for _, fig := range nominal {
		index, ok := k.deflator(fig.unit, m.Prices, fig.scope.period)
		if !ok {
			continue
		}
		p := pair{now: fig, then: index}
		f, first, second := both(p)
		f.interval, f.says, f.allows = fig.interval.Div(index.interval), fig.says.Div(index.says), fig.allows.Div(index.allows)
		f.scope, f.unit, f.series, f.parts = scopeOf(m, fig.scope.period), fig.unit, deflatedSeries+m.Prices+"|"+fig.series, nil
		f.basis.Definition += ", by " + index.basis.Definition
		f.work = f.work.then(OpDivide, f.interval, f.unit, fmt.Sprintf("by the index of prices, %s: %s", Text(index.interval, ""), Text(f.interval, f.unit)), first, second)
		out = append(out, f)
	}
	return out
}
