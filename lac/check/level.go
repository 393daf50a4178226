package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// level compares the measure's figures with the stated one, and takes published
// totals apart by the records behind them.
func (k *checker) level(f *Finding) {
	figs := k.figures(k.claim.Measure, k.claim.Period)
	f.Reconciled = k.reconcile(figs)
	unit := k.claim.Stated.Value.Unit()
	if !slices.ContainsFunc(figs, func(fig figure) bool { return fig.why == "" && len(fig.differs) == 0 }) {
		sums := k.summed(unit)
		figs = append(slices.Clip(figs), sums...)
		if !slices.ContainsFunc(sums, func(f figure) bool { return len(f.differs) == 0 }) {
			figs = append(figs, k.around()...)
		}
	} else {
		figs = append(slices.Clip(figs), k.asConstituted(figs, unit)...)
	}
	var readings []Reading
	for _, fig := range figs {
		fig, ok := k.inUnit(fig, unit)
		if !ok {
			k.refused = append(k.refused, fmt.Sprintf("No reading in %s: the dataset has no rate for %s of %s (%s).",
				unit, Text(fig.interval, fig.unit), fig.basis.Period, fig.basis.Books))
			continue
		}
		r := k.reading(fig)
		r.Notes = append(r.Notes, k.rounding(r)...)
		readings = append(readings, r)
	}
	readings = k.hear(readings)
	for i := range readings {
		r := &readings[i]
		r.Margin = k.amountMargin("the figure of "+r.Basis.Period.String(), *r)
		r.Notes = append(r.Notes, k.shortfall(*r)...)
	}
	for _, r := range readings[:len(readings):len(readings)] {
		if r, ok := k.completed(r); ok {
			readings = append(readings, r)
		}
	}
	finish(f, readings)
	if f.Verdict == Insufficient {
		for _, r := range f.Readings {
			if lacking := slices.Sorted(slices.Values(slices.Concat(r.Missing, r.partly))); r.Deciding && len(lacking) > 0 {
				f.Missing = append(f.Missing, fmt.Sprintf("Records of %s on %s.", names(lacking), r.Basis.Books))
			}
		}
	}
	k.noteStatedTwice(f)
}

// around returns what is published of a part of the claim's time, or of more: a
// bound, where nothing is published of just that.
func (k *checker) around() []figure {
	m, period := k.claim.Measure, k.claim.Period
	questions := asked(m, period)
	var out []figure
	for _, o := range k.ev.observed[normal(m)] {
		if o.Period == period || !period.Contains(o.Period) && !o.Period.Contains(period) {
			continue
		}
		f, err := k.observation(o)
		if err != nil {
			continue
		}
		if f.place(questions); f.why == "" || stocks[m.Subject] {
			out = append(out, f)
		}
	}
	// What records of trade have of the year is the most of a part of it.
	if year := lac.Year(period.Last().Year()); m.Subject == lac.SubjectTrade && year != period && year.Contains(period) {
		for _, f := range k.figures(m, year) {
			if f.query != nil && f.why == "" && len(f.differs) == 0 {
				f.place(questions)
				out = append(out, f)
			}
		}
	}
	return out
}

// shortfall says what the missing members would have to add for the claim to
// hold, and what the other side's books or the nearest year have with them.
func (k *checker) shortfall(r Reading) []string {
	if len(r.Missing) == 0 || len(r.partly) > 0 || r.Verdict != Undecided || r.Interval.Lower.IsNone() || k.stated.Lower.IsNone() || !k.claim.Period.IsYear() ||
		k.claim.Measure.Subject != lac.SubjectTrade || r.Interval.Lower.Cmp(k.stated.Lower) >= 0 {
		return nil
	}
	need := new(big.Rat).Sub(k.stated.Lower.Rat(), r.Interval.Lower.Rat())
	rest, ok := k.remainder(r.Missing, k.claim.Period, r.Unit)
	if !ok {
		return nil
	}
	return []string{fmt.Sprintf("For the claim to hold, %s would have to have traded %s; %s put it at %s.",
		who(r.Missing), amountOf(need, r.Unit), listOf(rest.from), amountOf(rest.known, r.Unit))}
}

// rounding says how the measured figure becomes the stated one, where the
// policy's view of truncation decides it.
func (k *checker) rounding(r Reading) []string {
	cut, near, ok := truncated(k.claim.Stated, r.Interval)
	if !ok {
		return nil
	}
	return []string{fmt.Sprintf("%s truncates to %s and rounds to %s: right if digits are cut, not if they are rounded.",
		amountOf(r.Interval.Lower.Rat(), r.Unit), amountOf(cut, r.Unit), amountOf(near, r.Unit))}
}

// truncated reports whether a stated figure is a value with its digits cut off
// where rounding gives another figure, and returns both.
func truncated(s lac.Stated, value interval.Interval) (cut, near *big.Rat, ok bool) {
	if !value.IsPoint() || s.Digits == 0 || s.Comparator != "" && s.Comparator != lac.Equal || !s.Value.IsReported() {
		return nil, nil, false
	}
	step := lastDigit(s.Value.Amount(), s.Digits)
	v, stated := value.Lower.Rat(), s.Value.Amount().Rat()
	sign := new(big.Rat).SetInt64(1)
	if v.Sign() < 0 { // a deficit, a fall
		sign.Neg(sign)
	}
	units := new(big.Rat).Quo(v, step)
	units.Abs(units)
	cut = new(big.Rat).SetInt(floor(units))
	near = new(big.Rat).SetInt(floor(units.Add(units, big.NewRat(1, 2))))
	for _, n := range []*big.Rat{cut, near} {
		n.Mul(n, step).Mul(n, sign)
	}
	return cut, near, cut.Cmp(near) != 0 && cut.Cmp(stated) == 0
}

func floor(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }

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
