package check

import (
	"fmt"
	"maps"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// joinedOrLeft is why figures of a bloc at two times do not decide.
const joinedOrLeft = "members joined or left between the two times"

// regrouped reports whether figures of one series are of a bloc with other members at
// one time than at another.
func (k *checker) regrouped(figs ...figure) bool {
	m := k.claim.Measure
	if !slices.ContainsFunc([]lac.Area{m.Reporter, m.Partner}, func(a lac.Area) bool { return a.IsBloc() && region(a) != lac.LatinAmericaCaribbean }) {
		return false
	}
	return slices.ContainsFunc(figs, func(f figure) bool {
		return len(f.missing) == 0 && !slices.Equal(f.scope.partner, figs[0].scope.partner)
	})
}

// likeForLike restricts figures of a bloc at several times to the members that it had at
// all of them, so that a member that joins is no growth. False where that cannot be.
func (k *checker) likeForLike(figs ...figure) ([]figure, bool) {
	var common []lac.Area
	for _, area := range sortedAreas(figs[0].parts) {
		if !slices.ContainsFunc(figs, func(f figure) bool { _, ok := f.parts[area]; return !ok }) {
			common = append(common, area)
		}
	}
	if len(common) == 0 {
		return nil, false
	}
	out := make([]figure, len(figs))
	for i, f := range figs {
		without := slices.Concat(f.basis.Without, f.scope.partner.less(common))
		slices.Sort(without)
		without = slices.Compact(without)
		out[i] = restrict(f, common, k.policy)
		out[i].differs, out[i].scope.partner, out[i].basis.Without = nil, common, without
		group := meaning{area: k.group(), without: without}
		out[i].basis.Definition = fmt.Sprintf("%s, %d members", group, len(common))
	}
	return out, true
}

// alike restricts a series of years to the members that a bloc had in all of them.
func (k *checker) alike(years map[int]figure) {
	order := slices.Sorted(maps.Keys(years))
	figs := make([]figure, len(order))
	for i, y := range order {
		figs[i] = years[y]
	}
	if !k.regrouped(figs...) {
		return
	}
	like, ok := k.likeForLike(figs...)
	for i, y := range order {
		if ok {
			years[y] = like[i]
		} else {
			delete(years, y)
		}
	}
}

// asConstituted returns the sums of years in each of which a bloc is as it then was, where
// members joined or left between: the sum of what was published year by year.
func (k *checker) asConstituted(figs []figure, unit lac.Unit) []figure {
	m, period := k.claim.Measure, k.claim.Period
	first, last := period.First(), period.Last()
	if first.IsZero() || last.IsZero() || !slices.ContainsFunc([]lac.Area{m.Reporter, m.Partner}, func(a lac.Area) bool {
		return a.IsBloc() && region(a) != lac.LatinAmericaCaribbean && !slices.Equal(extentOf(a, first), extentOf(a, last))
	}) {
		return nil
	}
	return slices.DeleteFunc(k.summed(unit), func(sum figure) bool {
		return slices.ContainsFunc(figs, func(f figure) bool { return f.unit == sum.unit && f.interval.Equal(sum.interval) })
	})
}

// group returns the side of the claim that is a group; else its partner.
func (k *checker) group() lac.Area {
	if m := k.claim.Measure; !isGroup(m.Partner) && isGroup(m.Reporter) {
		return m.Reporter
	}
	return k.claim.Measure.Partner
}
