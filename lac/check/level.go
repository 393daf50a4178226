package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// level compares the measure's figures with the stated one.
func (k *checker) level(f *Finding) {
	var readings []Reading
	for _, fig := range k.figures(k.claim.Measure, k.claim.Period) {
		fig, ok := k.inUnit(fig, k.claim.Stated.Value.Unit())
		if !ok {
			continue
		}
		r := k.reading(fig)
		r.Margin = levelMargin(r, k.stated)
		r.Notes = append(r.Notes, k.rounding(r)...)
		readings = append(readings, r)
	}
	finish(f, readings)
	k.noteStatedTwice(f)
}

// reading turns a figure into a reading and judges it.
func (k *checker) reading(fig figure) Reading {
	r := Reading{
		Basis: fig.basis, Interval: fig.interval, Unit: fig.unit, Verdict: judge(fig.interval, k.stated),
		Deciding: fig.why == "", Why: fig.why, Arithmetic: fig.steps, Records: fig.records,
		Missing: fig.missing, Notes: fig.notes,
	}
	slices.Sort(r.Records)
	return r
}

// inUnit converts a figure into the unit of the claim. A figure converted at a
// year's average rate is shown but does not decide: trade is invoiced day by
// day, at rates that the average does not know.
func (k *checker) inUnit(fig figure, unit lac.Unit) (figure, bool) {
	if fig.unit == unit || unit == "" {
		return fig, true
	}
	rate, ok := k.rate(fig.unit, unit, fig.basis.Period)
	if !ok {
		return figure{}, false
	}
	convert := func(b Bound) Bound {
		if b.IsNone() {
			return b
		}
		return Bound{new(big.Rat).Mul(b.value, rate.factor), b.open}
	}
	fig.interval = Interval{convert(fig.interval.Lower), convert(fig.interval.Upper)}
	fig.steps = append(slices.Clone(fig.steps), fmt.Sprintf("%s at %s = %s", fig.unit, rate.text, fig.interval.Text(unit)))
	fig.unit = unit
	fig.basis.Conversion = rate.text
	fig.basis.Sources = append(slices.Clone(fig.basis.Sources), rate.source)
	fig.records = append(slices.Clone(fig.records), rate.id)
	if fig.why == "" {
		fig.why = "converted at the year's average rate"
	}
	return fig, true
}

type conversion struct {
	factor           *big.Rat
	text, source, id string
}

func (k *checker) rate(from, to lac.Unit, period lac.Period) (conversion, bool) {
	a, ok1 := from.Currency()
	b, ok2 := to.Currency()
	if !ok1 || !ok2 {
		return conversion{}, false
	}
	for r := range k.data.Rates() {
		if r.Period != period {
			continue
		}
		text := fmt.Sprintf("%s %v per %v, average of %v", r.Rate, r.Quote, r.Base, r.Period)
		switch {
		case r.Base == a && r.Quote == b:
			return conversion{r.Rate.Rat(), text, r.Source, r.ID}, true
		case r.Quote == a && r.Base == b:
			return conversion{new(big.Rat).Inv(r.Rate.Rat()), text, r.Source, r.ID}, true
		}
	}
	return conversion{}, false
}

// rounding says how the measured figure becomes the stated one, where the
// policy's view of truncation decides it.
func (k *checker) rounding(r Reading) []string {
	s := k.claim.Stated
	if !r.Interval.IsPoint() || s.Digits == 0 || s.Comparator != "" && s.Comparator != lac.Equal || !s.Value.IsReported() {
		return nil
	}
	step := lastDigit(s.Value.Amount(), s.Digits)
	v, stated := r.Interval.Lower.value, s.Value.Amount().Rat()
	units := new(big.Rat).Quo(v, step)
	cut := new(big.Rat).Mul(step, new(big.Rat).SetInt(floor(units)))
	near := new(big.Rat).Mul(step, new(big.Rat).SetInt(floor(units.Add(units, big.NewRat(1, 2)))))
	if v.Sign() < 0 || cut.Cmp(near) == 0 || cut.Cmp(stated) != 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s truncates to %s and rounds to %s: right if digits are cut, not if they are rounded.",
		amountOf(v, r.Unit), amountOf(cut, r.Unit), amountOf(near, r.Unit))}
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

// levelMargin says by how much a reading would have to differ to change its
// verdict.
func levelMargin(r Reading, stated Interval) string {
	if !r.Interval.IsPoint() {
		return ""
	}
	v := r.Interval.Lower.value
	edge, _ := nearest(v, stated)
	if edge == nil {
		return ""
	}
	gap := new(big.Rat).Sub(edge, v)
	direction := "higher"
	if gap.Sign() < 0 || gap.Sign() == 0 && edge == stated.Lower.value {
		direction = "lower"
	}
	gap.Abs(gap)
	return fmt.Sprintf("flips at %s, %s %s", amountOf(edge, r.Unit), amountOf(gap, r.Unit), direction)
}

// nearest returns the bound of the stated interval that is nearest to v, and
// whether it is the lower one.
func nearest(v *big.Rat, stated Interval) (*big.Rat, bool) {
	low, high := stated.Lower.value, stated.Upper.value
	switch {
	case low == nil:
		return high, false
	case high == nil:
		return low, true
	}
	toLow := new(big.Rat).Abs(new(big.Rat).Sub(v, low))
	toHigh := new(big.Rat).Abs(new(big.Rat).Sub(v, high))
	if toLow.Cmp(toHigh) <= 0 {
		return low, true
	}
	return high, false
}

// noteStatedTwice notes other figures that were published for the same measure
// and period and differ: contradictions between statements.
func (k *checker) noteStatedTwice(f *Finding) {
	values := map[string]bool{}
	for _, r := range f.Readings {
		if r.Basis.Conversion == "" && r.Interval.IsPoint() {
			values[r.Interval.String()] = true
		}
	}
	if len(values) > 1 {
		f.Notes = append(f.Notes, fmt.Sprintf("%d different figures are published for %s: see the readings.", len(values), k.claim.Period))
	}
}
