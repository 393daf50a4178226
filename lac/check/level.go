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
	fig.steps = append(slices.Clone(fig.steps), fmt.Sprintf("%s at %s = %s", fig.unit, rate.text, amountOf(fig.interval.Lower.value, unit)))
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
	if cut.Cmp(near) == 0 || cut.Cmp(stated) != 0 && near.Cmp(stated) != 0 {
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

// pair is a measure's figures of one series in the claim's period and in its
// baseline.
type pair struct {
	now, then figure
}

// pairs matches the figures of two periods by series. Where an area-by-area
// book is incomplete in either, both are read on the areas that have both
// periods: a ratio of two incomplete books has no bound otherwise.
func (k *checker) pairs(m lac.Measure, period, baseline lac.Period) []pair {
	return match(k.figures(m, period), k.figures(m, baseline))
}

func match(now, then []figure) []pair {
	var out []pair
	for _, a := range now {
		for _, b := range then {
			if a.series != b.series {
				continue
			}
			p := pair{a, b}
			if a.parts != nil && b.parts != nil && (len(a.missing) > 0 || len(b.missing) > 0) {
				var ok bool
				if p, ok = matched(a, b); !ok {
					continue
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// matched restricts two incomplete books to the areas that both have whole.
func matched(a, b figure) (pair, bool) {
	var areas []lac.Area
	var dropped []lac.Area
	for area := range a.parts {
		if b.parts[area] != nil {
			areas = append(areas, area)
		}
	}
	for _, side := range []figure{a, b} {
		for _, parts := range []map[lac.Area]*big.Rat{side.parts} {
			for area := range parts {
				if !slices.Contains(areas, area) && !slices.Contains(dropped, area) {
					dropped = append(dropped, area)
				}
			}
		}
	}
	if len(areas) == 0 {
		return pair{}, false
	}
	slices.Sort(areas)
	slices.Sort(dropped)
	restrict := func(f figure) figure {
		sum := new(big.Rat)
		var ids []string
		for _, area := range areas {
			sum.Add(sum, f.parts[area])
			ids = append(ids, f.partIDs[area]...)
		}
		f.interval, f.records = point(sum), ids
		f.basis.Definition = fmt.Sprintf("the %d reporters with both years", len(areas))
		f.steps = []string{fmt.Sprintf("%s: sum of %d records of %d reporters = %s", f.basis.Period, len(ids), len(areas), amountOf(sum, f.unit))}
		f.missing = nil
		return f
	}
	p := pair{restrict(a), restrict(b)}
	if len(dropped) > 0 {
		p.now.notes = append(slices.Clone(p.now.notes), "One year only, left out: "+names(dropped)+".")
	}
	return p, true
}

// multiple compares the ratio of two periods with the stated one, on every
// series that has both.
func (k *checker) multiple(f *Finding) {
	var readings []Reading
	for _, p := range k.pairs(k.claim.Measure, k.claim.Period, k.claim.Baseline) {
		fig := ratioOf(p)
		fig.unit = lac.UnitTimes
		r := k.reading(fig)
		r.Margin = ratioMargin(p, k.stated)
		r.Notes = append(r.Notes, k.window(p)...)
		readings = append(readings, r)
	}
	finish(f, readings)
	k.noteUnpaired(f)
}

// ratioOf divides the figure of one period by that of another.
func ratioOf(p pair) figure {
	f := p.now
	f.interval = divide(p.now.interval, p.then.interval)
	f.records = append(slices.Clone(p.now.records), p.then.records...)
	for _, s := range p.then.basis.Sources {
		if !slices.Contains(f.basis.Sources, s) {
			f.basis.Sources = append(slices.Clone(f.basis.Sources), s)
		}
	}
	f.basis.Evidence = append(slices.Clone(p.now.basis.Evidence), p.then.basis.Evidence...)
	f.steps = append(slices.Clone(p.now.steps), p.then.steps...)
	f.notes = append(slices.Clone(p.now.notes), p.then.notes...)
	f.missing = p.now.missing
	if f.why == "" {
		f.why = p.then.why
	}
	if f.interval.IsPoint() {
		f.steps = append(f.steps, fmt.Sprintf("%s / %s = %s", amountOf(p.now.interval.Lower.value, p.now.unit),
			amountOf(p.then.interval.Lower.value, p.then.unit), rounded(f.interval.Lower.value)))
	}
	return f
}

// divide returns the interval of quotients of two intervals of positive values.
func divide(a, b Interval) Interval {
	quotient := func(x, y Bound) Bound {
		if x.IsNone() || y.IsNone() || y.value.Sign() <= 0 {
			return unbounded
		}
		return Bound{new(big.Rat).Quo(x.value, y.value), x.open || y.open}
	}
	return Interval{quotient(a.Lower, b.Upper), quotient(a.Upper, b.Lower)}
}

// ratioMargin says what the baseline would have had to be for the verdict on a
// ratio to flip. The quotient is never formed: the edge is multiplied out.
func ratioMargin(p pair, stated Interval) string {
	if !p.now.interval.IsPoint() || !p.then.interval.IsPoint() || p.then.interval.Lower.value.Sign() <= 0 {
		return ""
	}
	now, then := p.now.interval.Lower.value, p.then.interval.Lower.value
	edge, _ := nearest(new(big.Rat).Quo(now, then), stated)
	if edge == nil || edge.Sign() <= 0 {
		return ""
	}
	need := new(big.Rat).Quo(now, edge)
	limit := "at most"
	if need.Cmp(then) > 0 {
		limit = "at least"
	}
	s := fmt.Sprintf("flips if %s were %s %s", p.then.basis.Period, limit, amountOf(need, p.then.unit))
	if edge.Cmp(big.NewRat(2, 1)) != 0 && stated.Lower.value != nil && stated.Lower.value.Cmp(big.NewRat(2, 1)) < 0 &&
		stated.Upper.value != nil && stated.Upper.value.Cmp(big.NewRat(2, 1)) > 0 {
		s += fmt.Sprintf("; exactly double would need %s", amountOf(new(big.Rat).Quo(now, big.NewRat(2, 1)), p.then.unit))
	}
	return s
}

// window reads the multiple with the neighbouring base years, for a baseline
// that was given in round words.
func (k *checker) window(p pair) []string {
	if k.claim.Stated.Digits != 0 || !k.claim.Baseline.IsYear() {
		return nil
	}
	var notes []string
	for _, shift := range []int{-1, 1} {
		base := k.claim.Baseline.AddYears(shift)
		for _, near := range k.pairs(k.claim.Measure, k.claim.Period, base) {
			if near.now.series == p.now.series && near.then.why == "" {
				notes = append(notes, fmt.Sprintf("With %s as the base year the ratio is %s.", base, divide(near.now.interval, near.then.interval).Text("")))
			}
		}
	}
	return notes
}

// noteUnpaired names the bases that have one of the two periods only.
func (k *checker) noteUnpaired(f *Finding) {
	then := k.figures(k.claim.Measure, k.claim.Baseline)
	for _, b := range then {
		if !slices.ContainsFunc(f.Readings, func(r Reading) bool { return slices.Contains(r.Records, b.records[0]) }) && b.parts == nil {
			source, _ := k.data.Source(b.basis.Sources[0])
			f.Notes = append(f.Notes, fmt.Sprintf("%s (basis: %s) gives %s for %s and nothing on the same basis for %s.",
				source.Publisher, source.Basis, b.interval.Text(b.unit), k.claim.Baseline, k.claim.Period))
		}
	}
}

// change compares the difference of two periods with the stated one: in
// percent, in percentage points, or in the measure's own unit.
func (k *checker) change(f *Finding) {
	unit := k.claim.Stated.Value.Unit()
	var readings []Reading
	for _, p := range k.pairs(k.claim.Measure, k.claim.Period, k.claim.Baseline) {
		fig := ratioOf(p)
		switch {
		case unit == lac.UnitPercent:
			fig.interval = shift(scale(fig.interval, 100), -100)
		case unit == p.now.unit && p.then.unit == unit:
			fig.interval = subtract(p.now.interval, p.then.interval)
		default:
			continue
		}
		fig.unit = unit
		r := k.reading(fig)
		r.Margin = levelMargin(r, k.stated)
		readings = append(readings, r)
	}
	finish(f, readings)
}

// share compares the measure's part in the whole that the claim names.
func (k *checker) share(f *Finding) {
	var readings []Reading
	for _, a := range k.figures(k.claim.Measure, k.claim.Period) {
		for _, b := range k.figures(k.claim.Of, k.claim.Period) {
			if a.basis.Books != b.basis.Books || !slices.Equal(a.basis.Sources, b.basis.Sources) || a.unit != b.unit {
				continue
			}
			fig := ratioOf(pair{a, b})
			fig.interval = scale(fig.interval, 100)
			if len(a.missing) > 0 || len(b.missing) > 0 {
				fig.interval = Interval{}
				fig.notes = append(fig.notes, "Incomplete records bound neither side of a share.")
			}
			fig.unit = lac.UnitPercent
			r := k.reading(fig)
			r.Margin = levelMargin(r, k.stated)
			readings = append(readings, r)
		}
	}
	finish(f, readings)
}

func mapBounds(i Interval, f func(*big.Rat) *big.Rat) Interval {
	apply := func(b Bound) Bound {
		if b.IsNone() {
			return b
		}
		return Bound{f(b.value), b.open}
	}
	return Interval{apply(i.Lower), apply(i.Upper)}
}

func scale(i Interval, by int64) Interval {
	return mapBounds(i, func(v *big.Rat) *big.Rat { return new(big.Rat).Mul(v, big.NewRat(by, 1)) })
}

func shift(i Interval, by int64) Interval {
	return mapBounds(i, func(v *big.Rat) *big.Rat { return new(big.Rat).Add(v, big.NewRat(by, 1)) })
}

func subtract(a, b Interval) Interval {
	minus := func(x, y Bound) Bound {
		if x.IsNone() || y.IsNone() {
			return unbounded
		}
		return Bound{new(big.Rat).Sub(x.value, y.value), x.open || y.open}
	}
	return Interval{minus(a.Lower, b.Upper), minus(a.Upper, b.Lower)}
}
