package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// perUnit compares the ratio of a measure to another of the same period with the
// stated one: trade to gross domestic product in percent, exports a head in money.
func (k *checker) perUnit(f *Finding) {
	c := k.claim
	unit := c.Stated.Value.Unit()
	var readings []Reading
	for _, a := range k.figures(c.Measure, c.Period) {
		for _, b := range k.figures(c.Of, c.Period) {
			a, b := a, b
			if _, money := a.unit.Currency(); money && b.unit != a.unit {
				if _, both := b.unit.Currency(); both {
					var ok bool
					if b, ok = k.inUnit(b, a.unit); !ok {
						continue
					}
				}
			}
			if c.Of.Subject == lac.SubjectGDP && slices.Contains(b.basis.Evidence, lac.Derived) {
				// A product in dollars was converted by who published it, and is revised.
				b.allows = b.allows.Widen(k.policy.Conversion.Rat())
			}
			fig := k.ratioOf(pair{now: a, then: b})
			switch {
			case unit == lac.UnitPercent && a.unit == b.unit:
				fig.scaled(func(i interval.Interval) interval.Interval { return i.Mul(big.NewRat(100, 1)) })
				fig.unit = lac.UnitPercent
				fig.work = fig.work.then(OpMultiply, fig.interval, fig.unit, "times 100 = "+Text(fig.interval, fig.unit), fig.work.last(), constant(100))
			case unit == a.unit && b.unit != a.unit:
				fig.unit = unit
			default:
				continue
			}
			fig.basis.Definition = fmt.Sprintf("%s, by %s", a.basis.Definition, b.basis.Books)
			r := k.reading(fig)
			r.Margin = k.amountMargin("the ratio", r)
			readings = append(readings, r)
		}
	}
	finish(f, k.hear(readings))
	if len(readings) == 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("Figures of %s and of %s in %v.", words(c.Measure.Subject), words(c.Of.Subject), c.Period))
	}
}
