package check

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// joinedOrLeft is why figures of a bloc at two times do not decide.
const joinedOrLeft = "members joined or left between the two times"

// restrict adds up the given areas of a figure alone.
func restrict(f figure, areas []lac.Area, policy Policy) figure {
	sum := part{sum: new(big.Rat)}
	for _, area := range areas {
		sum.sum.Add(sum.sum, f.parts[area].sum)
		sum.operands = append(sum.operands, f.parts[area].operands...)
	}
	f.records = nil
	for _, o := range sum.operands {
		f.records = append(f.records, o.Record)
	}
	f.basis.Definition = fmt.Sprintf("the %d %s with both years", len(areas), f.parties)
	if len(areas) == 1 {
		f.basis.Definition = fmt.Sprintf("the one %s with both years", strings.TrimSuffix(f.parties, "s"))
	}
	if members := len(f.parts) + len(f.missing); big.NewRat(int64(len(areas)), 1).Cmp(times(big.NewRat(int64(members), 1), policy.Quorum)) < 0 && f.why == "" {
		f.why = fmt.Sprintf("%d of %d members, too few to stand for all", len(areas), members)
	}
	f = f.exactly(sum.sum, policy)
	f.missing, f.differs = nil, []ScopeDifference{{Of: strings.TrimSuffix(f.parties, "s"), Is: isPart, Word: fmt.Sprint(len(areas)), Text: fmt.Sprintf("the %d %s with both years alone", len(areas), f.parties)}}
	f.work = working(nil).then(OpSum, f.interval, f.unit, fmt.Sprintf("%s: sum of %d records of %d %s = %s",
		f.basis.Period, len(f.records), len(areas), f.parties, amountOf(sum.sum, f.unit)), sum.operands...)
	return f
}

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

// group returns the side of the claim that is a group; else its partner.
func (k *checker) group() lac.Area {
	if m := k.claim.Measure; !isGroup(m.Partner) && isGroup(m.Reporter) {
		return m.Reporter
	}
	return k.claim.Measure.Partner
}
