package check

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// The bloc rules. Which one a claim means is seldom said, so both are read.
const (
	apart = "the EU's members apart"
	asOne = "the EU as one partner"
)

// listings returns what sources list of the partners of the measure's reporter in
// the claim's own period, or else in the years up to it. It does not depend on the
// partner.
func (k *checker) listings() []*listing {
	if p := k.claim.Period; k.claim.Form == lac.FormRank && !p.IsYear() && !p.First().IsZero() {
		if lists := k.listed(p); len(lists) > 0 {
			return lists
		}
	}
	return k.listed(lac.Period{})
}

func (k *checker) listed(within lac.Period) []*listing {
	m := normal(k.claim.Measure)
	if m.Subject == lac.SubjectTradeRank {
		m.Subject, m.Flow = lac.SubjectTrade, lac.Turnover
	}
	if m.Subject != lac.SubjectTrade || m.Sector != "" || m.Flow == lac.Balance || m.Real || m.Figure != lac.FigureValue {
		return nil
	}
	m.Partner = 0
	found := k.ev.lists.of(figureKey{measure: m, period: within, voice: k.voice()}, func() lists {
		c := checker{ev: k.ev, claim: k.claim, policy: k.policy}
		all := c.list(m, within)
		return lists{all, c.refused}
	})
	k.note(found.refused)
	var out []*listing
	for _, l := range found.all {
		if !l.period.Last().After(k.asOf()) {
			out = append(out, l)
		}
	}
	return out
}

func (k *checker) list(m lac.Measure, within lac.Period) []*listing {
	p := k.ev.partnersOf(competition{m.Reporter, m.Commodity, within})
	for _, source := range slices.Sorted(maps.Keys(p.refused)) {
		k.refuse(source, p.refused[source])
	}
	var out []*listing
	for at, totals := range p.totals {
		if l, ok := k.listingOf(m, at, totals, p.rows[at]); ok {
			l.lineups = map[string]*lineup{apart: k.lineup(m, l, apart), asOne: k.lineup(m, l, asOne)}
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b *listing) int {
		return cmp.Or(b.period.Compare(a.period), cmp.Compare(a.source, b.source))
	})
	return out
}

// listingOf bounds each partner's trade. ok is false if the amounts are not of
// one currency.
func (k *checker) listingOf(m lac.Measure, at sourceTime, partners map[lac.Area]*flowAmounts, rows map[lac.Area]*rowsOf) (l *listing, ok bool) {
	l = &listing{source: at.source, period: at.period, rest: interval.Closed(new(big.Rat))}
	wanted := []lac.TradeFlow{m.Flow}
	if m.Flow == lac.Turnover {
		wanted = []lac.TradeFlow{lac.Export, lac.Import}
	}
	for _, t := range partners {
		for _, f := range wanted {
			if a := t.of(f); a.known != nil {
				if l.unit != "" && l.unit != a.unit {
					return nil, false
				}
				l.unit = a.unit
			}
		}
	}
	rest := make([]interval.Bound, len(wanted))
	for i, f := range wanted {
		rest[i] = k.unlisted(at, partners, f)
		l.rest = l.rest.Add(rest[i])
	}
	on := at.period.Last()
	union := map[lac.Area]bool{}
	for _, a := range lac.EuropeanUnion.Members(on) {
		union[a] = true
	}
	l.rivals = make([]rival, 0, len(partners))
	for area, t := range partners {
		if !competes(area) && area != lac.EuropeanUnion || area == m.Reporter { // nobody is its own partner
			continue
		}
		v := rival{area: area, interval: t.bounds(wanted, rest), rows: rows[area]}
		if area == lac.EuropeanUnion {
			l.union = &v
			continue
		}
		v.member = union[area]
		l.rivals = append(l.rivals, v)
	}
	slices.SortFunc(l.rivals, larger)
	return l, l.unit != ""
}

// bounds returns what a partner has in some flows together, of which those that are
// not recorded are at most rest.
func (a *flowAmounts) bounds(wanted []lac.TradeFlow, rest []interval.Bound) interval.Interval {
	var low *big.Rat
	high, exact := interval.Bound{}, true
	for i, f := range wanted {
		b := a.of(f)
		switch {
		case b.known == nil:
		case low == nil:
			low = b.known // sums are never written to
		default:
			low = new(big.Rat).Add(low, b.known)
		}
		exact = exact && b.whole
		most := interval.Bound{} // where a value is missing
		switch {
		case b.whole:
			most = interval.Closed(b.known)
		case !b.recorded:
			most = rest[i]
		}
		if i == 0 {
			high = most
		} else if !exact {
			high = high.Add(most)
		} else {
			high = interval.Closed(low)
		}
	}
	if low == nil {
		low = new(big.Rat)
	}
	if exact {
		return interval.Point(low)
	}
	return interval.Between(interval.Closed(low), high)
}

// unlisted returns the most that a partner has in a flow in which the source does
// not list it: nothing where the source is declared complete; where it lists the
// largest only, the smallest that is listed; else what the row of the world leaves.
func (k *checker) unlisted(at sourceTime, partners map[lac.Area]*flowAmounts, f lac.TradeFlow) interval.Bound {
	if _, complete := k.policy.complete(at.source, at.period); complete {
		return interval.Closed(new(big.Rat))
	}
	var smallest *big.Rat
	sum := new(big.Rat)
	for area, t := range partners {
		if a := t.of(f); a.known != nil && competes(area) {
			sum.Add(sum, a.known)
			if smallest == nil || a.known.Cmp(smallest) < 0 {
				smallest = a.known
			}
		}
	}
	source, _ := k.ev.data.Source(at.source)
	if source.Largest > 0 {
		return interval.Closed(smallest)
	}
	row := partners[lac.World]
	if row == nil || !row.of(f).whole {
		return interval.Bound{}
	}
	world := row.of(f)
	if world.known.Cmp(sum) <= 0 { // but for rounding
		return interval.Closed(new(big.Rat))
	}
	return interval.Closed(new(big.Rat).Sub(world.known, sum))
}

// lineup returns the competitors of a listing under a bloc rule.
func (k *checker) lineup(m lac.Measure, l *listing, rule string) *lineup {
	u := &lineup{all: l.rivals, exact: true}
	if rule == asOne {
		u.all = slices.DeleteFunc(slices.Clone(l.rivals), func(v rival) bool { return v.member })
		union := k.union(m, u, l)
		i, _ := slices.BinarySearchFunc(u.all, union, larger)
		u.all = slices.Insert(u.all, i, union)
	}
	for i := range u.all {
		u.exact = u.exact && u.all[i].interval.IsPoint()
	}
	return u
}
