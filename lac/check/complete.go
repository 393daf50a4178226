package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A remainder is what is known of the trade of members that a book lacks, from
// other books or other years.
type remainder struct {
	bounds interval.Interval
	known  *big.Rat // the figures that the bounds are made of, added up
	from   []string // whose books have them
	figs   []figure // those figures
}

// remainder bounds the trade of the given areas in a period, as members of the
// group that the claim's measure is of: by the other side's books of that period,
// which may be apart by the policy's gap, or by the nearest year on any books, from
// which it may be as far as the policy says. False if of one of them nothing is known.
func (k *checker) remainder(areas []lac.Area, period lac.Period, unit lac.Unit) (remainder, bool) {
	out := remainder{bounds: interval.Of(0), known: new(big.Rat)}
	for _, area := range areas {
		fig, bounds, from, ok := k.elsewhere(area, period, unit)
		if !ok {
			return remainder{}, false
		}
		out.bounds = out.bounds.Add(bounds)
		out.known.Add(out.known, fig.interval.Lower.Rat())
		out.figs = append(out.figs, fig)
		out.from = append(out.from, from)
	}
	out.from = sources(out.from)
	return out, len(areas) > 0
}

// sources returns texts in order, each once.
func sources(texts []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(texts)))
}

// elsewhere returns what other books or years have of the trade of one area, the
// bounds that this sets, and whose figure it is.
func (k *checker) elsewhere(area lac.Area, period lac.Period, unit lac.Unit) (fig figure, bounds interval.Interval, from string, ok bool) {
	m := k.claim.Measure
	if isGroup(m.Partner) {
		m.Partner = area
	} else {
		m.Reporter = area
	}
	if !period.IsYear() {
		return figure{}, bounds, "", false
	}
	for d := 0; d <= k.policy.GapYears; d++ {
		for _, year := range []lac.Period{period.AddYears(-d), period.AddYears(d)} {
			if year.IsZero() {
				continue
			}
			for _, fig := range k.figures(m, year) {
				fig, fits := k.inUnit(fig, unit)
				if !fits || fig.why != "" || !fig.interval.IsPoint() || fig.interval.Lower.Sign() < 0 {
					continue
				}
				if d == 0 {
					from = fig.basis.Books
					if isOf(fig.books, area) {
						from = "their own books"
					}
					return fig, apartBy(fig.says, k.policy.Mirror.Rat()), from, true
				}
				apart := k.policy.Nearest.Rat()
				if apart.Sign() == 0 {
					continue
				}
				bounds = interval.Between(fig.says.Mul(new(big.Rat).Inv(apart)).Lower, fig.says.Mul(apart).Upper)
				return fig, bounds, "years nearby", true
			}
		}
	}
	return figure{}, bounds, "", false
}

// completed returns a reading of books that lack members with what other books or
// years have of these put in, as bounds. It is shown and does not decide: two books are
// one figure in nobody's statistics. False where a member has no figure anywhere, and of
// converted books.
func (k *checker) completed(r Reading) (Reading, bool) {
	if len(r.Missing) == 0 || len(r.partly) > 0 || r.Verdict != Undecided || r.Interval.Lower.IsNone() || r.Basis.Conversion != "" || !k.claim.Period.IsYear() || k.claim.Measure.Subject != lac.SubjectTrade {
		return Reading{}, false
	}
	rest, ok := k.remainder(r.Missing, k.claim.Period, r.Unit)
	if !ok {
		return Reading{}, false
	}
	work := working(r.Arithmetic)
	parts := []Operand{work.last()}
	if step := work[len(work)-1]; step.Op == OpBound {
		parts[0] = step.Operands[0]
	}
	whole := new(big.Rat).Add(r.Interval.Lower.Rat(), rest.known)
	r.Basis.Sources, r.Records = slices.Clone(r.Basis.Sources), slices.Clone(r.Records)
	for _, fig := range rest.figs {
		var last Operand
		work, _, last = work.join(fig.work)
		parts = append(parts, last)
		r.Basis.Sources = append(r.Basis.Sources, fig.basis.Sources...)
		r.Records = append(r.Records, fig.records...)
	}
	r.Basis.Sources, r.Records = sources(r.Basis.Sources), sources(r.Records)
	text := fmt.Sprintf("with %s from %s: %s", who(r.Missing), listOf(rest.from), amountOf(whole, r.Unit))
	work = work.then(OpSum, interval.Point(whole), r.Unit, text, parts...)
	r.Interval = interval.Point(r.Interval.Lower.Rat()).Add(rest.bounds)
	r.Arithmetic = work.then(OpBound, r.Interval, r.Unit, "as far as these may be off: "+Text(r.Interval, r.Unit), work.last())
	r.Says, r.Allows = r.Interval, r.Interval
	r.Verdict = weigh(r.Says, r.Allows, k.stated)
	if r.Basis.Definition != "" {
		r.Basis.Definition += ", the rest from " + listOf(rest.from)
	}
	r.Deciding, r.Why = false, fmt.Sprintf("%s put in from %s", who(r.Missing), listOf(rest.from))
	r.Missing, r.Differs, r.Notes, r.Margin, r.grain = nil, nil, nil, Margin{}, nil
	return r, true
}

// complete says what a comparison of incomplete books would be with what both lack:
// the widest that the bounds on it allow. Too much that may be missing, or what
// nothing bounds, leaves the comparison open.
func (k *checker) complete(p *pair, missing []lac.Area) {
	if len(missing) == 0 || p.now.why != "" {
		return
	}
	open := func(format string, args ...any) {
		p.now.why = fmt.Sprintf(format, args...)
	}
	now, ok1 := k.remainder(missing, p.now.basis.Period, p.now.unit)
	then, ok2 := k.remainder(missing, p.then.basis.Period, p.then.unit)
	if !ok1 || !ok2 {
		open("nothing bounds what is missing of %s", who(missing))
		return
	}
	for _, side := range []struct {
		fig  *figure
		rest remainder
	}{{&p.now, now}, {&p.then, then}} {
		most := new(big.Rat).Mul(side.fig.interval.Lower.Rat(), k.policy.Rest.Rat())
		if side.rest.known.Cmp(most) > 0 {
			open("more than %s percent of %s may be missing", k.policy.Rest.Mul(hundred), side.fig.basis.Period)
			return
		}
	}
	p.rest = &[2]interval.Interval{now.bounds, then.bounds}
	p.now.rest = fmt.Sprintf("Without %s, which %s put at %s in %v and %s in %v.", listed(missing), listOf(sources(slices.Concat(now.from, then.from))),
		Text(interval.Point(now.known), p.now.unit), p.now.basis.Period, Text(interval.Point(then.known), p.then.unit), p.then.basis.Period)
}
