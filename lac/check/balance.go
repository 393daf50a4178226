package check

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

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

// positive are the values above zero.
func positive() interval.Interval { return interval.From(interval.Open(zero())) }
