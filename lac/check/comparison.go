package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// comparison holds one measure against another, or against itself at another
// time: which is more, by how much, by how many times. Both sides are read in the
// same books.
func (k *checker) comparison(f *Finding) {
	c := k.claim
	other, when := c.Of, c.Baseline
	if other == (lac.Measure{}) {
		other = c.Measure
	}
	if when.IsZero() {
		when = c.Period
	}
	if !stocks[c.Measure.Subject] && lengthOf(c.Period) != lengthOf(when) {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("Two times of one length: %v is held against %v.", c.Period, when))
		return
	}
	unit := c.Stated.Value.Unit()
	if !c.Stated.Value.IsReported() {
		f.Stated, k.stated = positive(), positive()
	}
	var readings []Reading
	for _, a := range k.figures(c.Measure, c.Period) {
		for _, b := range k.figures(other, when) {
			if !inSameBooks(a, b) {
				continue
			}
			a, b := k.without(a, b), k.without(b, a)
			if c.Of == (lac.Measure{}) && k.regrouped(a, b) {
				if like, ok := k.likeForLike(a, b); ok {
					a, b = like[0], like[1]
				} else if a.why == "" {
					a.why = joinedOrLeft
				}
			}
			if unit == lac.UnitTonnes {
				a, _ = k.inUnit(a, unit)
				b, _ = k.inUnit(b, unit)
			}
			more := pair{now: a, then: b}
			if c.Direction == lac.Down {
				more = pair{now: b, then: a}
			}
			var fig figure
			switch unit {
			case lac.UnitTimes:
				fig = k.ratioOf(more)
			case lac.UnitPercent:
				// So many percent more, or less, than the other side.
				fig = k.growthOf(pair{now: a, then: b})
				if c.Direction == lac.Down {
					fig.scaled(interval.Interval.Neg)
					fig.work = fig.work.then(OpMultiply, fig.interval, fig.unit, "less: "+Text(fig.interval, fig.unit), fig.work.last(), constant(-1))
				}
			default:
				fig = k.differenceOf(more, a.unit)
			}
			if unit != "" && fig.unit != unit {
				continue
			}
			fig.books = a.books
			if b.basis.Books != a.basis.Books {
				fig.basis.Books = a.basis.Books + " and " + b.basis.Books
			}
			if b.basis.Definition != a.basis.Definition {
				fig.basis.Definition = a.basis.Definition + ", against " + b.basis.Definition
			}
			r := k.reading(fig)
			r.Margin = k.amountMargin("the difference", r)
			readings = append(readings, r)
		}
	}
	if f.Unit == "" && len(readings) > 0 {
		f.Unit = readings[0].Unit
	}
	finish(f, k.hear(readings))
	if len(readings) == 0 {
		f.Missing = append(f.Missing, "Figures of both sides in the same books.")
	}
}

// inSameBooks reports whether two figures stand in the same books, so that one may
// be held against the other: of one side, or, of two reporters' trade with one
// partner, each in its own. Exports and imports are each valued in their own way, as
// in a balance of trade.
func inSameBooks(a, b figure) bool {
	return a.unit == b.unit && (a.basis.Books == b.basis.Books || a.isOwn() && b.isOwn() && slices.Equal(a.scope.partner, b.scope.partner)) &&
		slices.Equal(a.basis.Sources, b.basis.Sources) && (a.basis.Valuation == b.basis.Valuation || a.scope.flow != b.scope.flow)
}

// without returns a figure of imports that are held against another flow, as in a
// balance, where the reporter's own publications may have them without freight and
// insurance.
func (k *checker) without(f, other figure) figure {
	if f.scope.flow != other.scope.flow && (freeOnBoard[f.books.String()] || balanceFreeOnBoard[f.books.String()]) && strings.Contains(f.basis.Valuation, importsWithFreight) {
		f.allows = f.allows.Hull(f.allows.Mul(new(big.Rat).Inv(one.Add(k.policy.Freight).Rat())))
	}
	return f
}
