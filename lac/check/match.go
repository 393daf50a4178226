package check

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// pairs returns the figures of the claim's measure in its period, each with that of
// a baseline. They are shared and not to be changed.
func (k *checker) pairs(baseline lac.Period) []pair {
	m, period := k.claim.Measure, k.claim.Period
	set := k.ev.pairs.of(pairKey{figureKey{m, period, k.voice()}, baseline}, func() pairSet {
		c := checker{ev: k.ev, claim: k.claim, policy: k.policy}
		pairs := c.match(c.figures(m, period), c.figures(m, baseline))
		return pairSet{pairs, c.refused}
	})
	k.note(set.refused)
	return set.pairs
}

// match pairs the figures of two periods by series. Where an area-by-area book
// is incomplete in either, both are read on the areas that have both periods, and
// what is missing of both is bounded by other books or years. Figures that are
// about a part otherwise make no pair: a ratio of two bounds is none.
func (k *checker) match(now, then []figure) []pair {
	var out []pair
	for _, a := range now {
		for _, b := range then {
			if a.series != b.series {
				continue
			}
			p := pair{now: a, then: b}
			if a.parts != nil && b.parts != nil && (len(a.missing) > 0 || len(b.missing) > 0) {
				var ok bool
				if p, ok = k.matched(a, b); !ok {
					continue
				}
			}
			if k.regrouped(p.now, p.then) {
				if like, ok := k.likeForLike(p.now, p.then); ok {
					p.now, p.then = like[0], like[1]
				} else if p.now.why == "" {
					p.now.why = joinedOrLeft
				}
			}
			out = append(out, p)
		}
	}
	return out
}

// matched restricts two incomplete books to the areas that both have whole.
func (k *checker) matched(a, b figure) (pair, bool) {
	var areas, missing []lac.Area
	for area := range a.parts {
		if _, ok := b.parts[area]; ok {
			areas = append(areas, area)
		}
	}
	if len(areas) == 0 {
		return pair{}, false
	}
	slices.Sort(areas)
	var dropped []lac.Area
	for _, side := range []figure{a, b} {
		for _, area := range slices.Concat(sortedAreas(side.parts), side.others) {
			if !slices.Contains(areas, area) && !slices.Contains(dropped, area) {
				dropped = append(dropped, area)
			}
		}
		for _, area := range side.missing {
			if !slices.Contains(missing, area) {
				missing = append(missing, area)
			}
		}
	}
	slices.Sort(dropped)
	slices.Sort(missing)
	p := pair{now: restrict(a, areas, k.policy), then: restrict(b, areas, k.policy)}
	if len(dropped) > 0 {
		p.now.notes = append(slices.Clone(p.now.notes), "Not whole in both years, left out: "+names(dropped)+".")
	}
	k.complete(&p, missing)
	return p, true
}
