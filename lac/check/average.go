package check

import (
	"fmt"
	"math/big"

	"github.com/sinolac/sinolac/lac"
)

// average compares what the years of a period come to, divided by their number,
// with the stated figure. Every year must be on the same basis.
func (k *checker) average(f *Finding) {
	unit := k.claim.Stated.Value.Unit()
	n := 0
	for range k.claim.Period.Years() {
		n++
	}
	var readings []Reading
	for _, fig := range k.summed(unit) {
		if len(fig.differs) > 0 { // an average of some years is not that of all
			continue
		}
		by := big.NewRat(1, int64(n))
		fig.interval, fig.says, fig.allows = fig.interval.Mul(by), fig.says.Mul(by), fig.allows.Mul(by)
		fig.grain = nil
		fig.work = fig.work.then(OpDivide, fig.interval, unit, fmt.Sprintf("over %d years: %s a year", n, Text(fig.interval, unit)),
			fig.work.last(), constant(int64(n)))
		r := k.reading(fig)
		r.Margin = k.amountMargin("the average", r)
		readings = append(readings, r)
	}
	finish(f, k.hear(readings))
	if len(readings) == 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("Figures of every year of %v on one basis.", k.claim.Period))
	}
}

// yearly returns the measure's figures of whole years, by series and year: those
// that decide and lack nothing. The series are in the order in which they are met,
// from the latest year back.
func (k *checker) yearly(m lac.Measure, first, last int, unit lac.Unit) (order []string, years map[string]map[int]figure) {
	years = map[string]map[int]figure{}
	for y := last; y >= first; y-- {
		for _, fig := range k.figures(m, lac.Year(y)) {
			fig, ok := k.inUnit(fig, unit)
			if !ok || fig.why != "" || len(fig.differs) > 0 || len(fig.missing) > 0 || fig.basis.Conversion != "" {
				continue
			}
			of := years[fig.series]
			if of == nil {
				of = map[int]figure{}
				years[fig.series] = of
				order = append(order, fig.series)
			}
			if known, ok := of[y]; ok {
				fig = eitherOf(known, fig)
			}
			of[y] = fig
		}
	}
	for _, of := range years {
		k.alike(of)
	}
	return order, years
}
