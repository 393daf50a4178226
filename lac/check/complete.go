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
	from   string   // whose books have them
}

// remainder bounds the trade of the given areas in a period, as members of the
// group that the claim's measure is of: by the other side's books of that period,
// which may be apart by the policy's gap, or by the nearest year on any books, from
// which it may be as far as the policy says. False if of one of them nothing is known.
func (k *checker) remainder(areas []lac.Area, period lac.Period, unit lac.Unit) (remainder, bool) {
	out := remainder{bounds: interval.Of(0), known: new(big.Rat)}
	var books []string
	for _, area := range areas {
		bounds, known, from, ok := k.elsewhere(area, period, unit)
		if !ok {
			return remainder{}, false
		}
		out.bounds = out.bounds.Add(bounds)
		out.known.Add(out.known, known)
		if !slices.Contains(books, from) {
			books = append(books, from)
		}
	}
	slices.Sort(books)
	out.from = listOf(books)
	return out, len(areas) > 0
}

// elsewhere bounds the trade of one area.
func (k *checker) elsewhere(area lac.Area, period lac.Period, unit lac.Unit) (bounds interval.Interval, known *big.Rat, from string, ok bool) {
	m := k.claim.Measure
	if isGroup(m.Partner) {
		m.Partner = area
	} else {
		m.Reporter = area
	}
	if !period.IsYear() {
		return bounds, nil, "", false
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
				known = fig.interval.Lower.Rat()
				if d == 0 {
					return apartBy(fig.says, k.policy.Mirror.Rat()), known, fig.basis.Books, true
				}
				apart := k.policy.Nearest.Rat()
				if apart.Sign() == 0 {
					continue
				}
				return interval.Between(fig.says.Mul(new(big.Rat).Inv(apart)).Lower, fig.says.Mul(apart).Upper),
					known, "the nearest year", true
			}
		}
	}
	return bounds, nil, "", false
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
	p.now.rest = fmt.Sprintf("Without %s, which %s put at %s in %v and %s in %v.", listed(missing), listOf(slices.Compact(slices.Sorted(slices.Values([]string{now.from, then.from})))),
		Text(interval.Point(now.known), p.now.unit), p.now.basis.Period, Text(interval.Point(then.known), p.then.unit), p.then.basis.Period)
}
