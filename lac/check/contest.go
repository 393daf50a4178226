package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// within returns the lineup of the members of an area alone, and the most that one
// of them has which is not listed.
func (u *lineup) within(area lac.Area, l *listing) (*lineup, interval.Bound) {
	on := l.period.Last()
	members := extentOf(area, on)
	v := &lineup{exact: u.exact, conversion: u.conversion, notes: append(slices.Clone(u.notes), fmt.Sprintf("Among the partners in %s.", name(area)))}
	listed := map[lac.Area]bool{}
	for _, r := range u.all {
		if (extent{r.area}).in(members) {
			v.all = append(v.all, r)
			listed[r.area] = true
		}
	}
	for _, a := range states(area, on) {
		if !listed[a] && a.IsCountry() {
			return v, l.rest
		}
	}
	return v, interval.Closed(new(big.Rat))
}

// among returns the area among whose members the claim's place is, zero if it is
// among all partners: the one in Of, or one that the words of the place name.
func (k *checker) among() lac.Area {
	partner := k.claim.Measure.Partner
	holds := func(a lac.Area) bool { return isGroup(a) && a != lac.World && a.Contains(partner, k.asOf()) }
	if of := k.claim.Of.Partner; of != 0 {
		if holds(of) {
			return of
		}
		return 0
	}
	const most = 5 // words of a name
	words := strings.Fields(k.claim.Stated.Text)
	for i := range words {
		for n := min(most, len(words)-i); n > 0; n-- {
			text := strings.Trim(strings.Join(words[i:i+n], " "), ".,;")
			if a, err := lac.ParseArea(text); err == nil && holds(a) && strings.ContainsFunc(text, unicode.IsLetter) { // "5" is a code too
				return a
			}
		}
	}
	return 0
}

// contest places the measure's partner among the rivals under a bloc rule; false
// if it does not compete.
func (k *checker) contest(l *listing, rule string) (field, bool) {
	c := field{basis: fieldBasis{l.source, rule}, period: l.period, unit: l.unit, lineup: l.lineups[rule]}
	rest := l.rest
	if among := k.among(); among != 0 {
		c.lineup, rest = c.lineup.within(among, l)
	}
	at := slices.IndexFunc(c.all, func(v rival) bool { return v.area == k.claim.Measure.Partner })
	if at < 0 {
		return field{}, false
	}
	c.own = c.all[at]
	surely := int64(1)
	maybe := surely
	if c.exact {
		for at > 0 && c.all[at-1].interval.Equal(c.own.interval) {
			at--
		}
		surely += int64(at)
		maybe = surely
	} else {
		for v := range c.rivals {
			switch c.standing(v) {
			case Ahead:
				surely++
				maybe++
			case Unclear:
				maybe++
			}
		}
	}
	c.notes = c.lineup.notes
	c.place = interval.Between(interval.Closed(big.NewRat(surely, 1)), interval.Closed(big.NewRat(maybe, 1)))
	if rest.IsNone() || ahead(rest, c.own.interval.Lower) {
		c.place.Upper = interval.Bound{}
		c.notes = append(slices.Clone(c.notes), "Partners that the source does not list may be ahead.")
	}
	return c, true
}

// ahead reports whether a is above b; nothing is above what has no bound.
func ahead(a, b interval.Bound) bool { return !b.IsNone() && a.Cmp(b) > 0 }

// standing returns how a rival stands to the one whose place is asked for.
func (c *field) standing(v *rival) Standing {
	own := c.own.interval
	switch {
	case ahead(v.interval.Lower, own.Upper):
		return Ahead
	case v.interval.Upper.IsNone() || ahead(v.interval.Upper, own.Lower):
		return Unclear
	case v.interval.IsPoint() && v.interval.Equal(own):
		return Tied
	}
	return Trails
}
