package lac

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// Coverage returns what the records behind one flow of the total of k cover; with
// an empty flow, of all of its flows together. It returns false if no record is
// behind it.
func (t TradeTotals) Coverage(k TradeKey, f TradeFlow) (TradeCoverage, bool) {
	if i, ok := t.findRead(k); ok {
		c, ok := t.read[i].Coverage[f]
		return c, ok
	}
	e, ok := t.find(k)
	if !ok {
		return TradeCoverage{}, false
	}
	d := t.view.dict
	cover := TradeCoverage{Within: cmp.Or(k.Period, t.q.Period), AllGoods: true}
	reporters, partners := map[Area][]Period{}, map[Area][]Period{}
	var last Date
	for _, n := range t.of.Heads(e) {
		h := d.ids.Heads.At(n)
		kind := &d.kinds.Values[h.Kind]
		if f != "" && kind.flow != f {
			continue
		}
		period := d.periods.Values[h.Period]
		if reporter := d.areas.Values[h.Reporter]; !slices.Contains(reporters[reporter], period) {
			reporters[reporter] = append(reporters[reporter], period)
		}
		if partner := d.areas.Values[h.Partner]; !slices.Contains(partners[partner], period) {
			partners[partner] = append(partners[partner], period)
		}
		if period.Last().After(last) {
			last = period.Last()
		}
		codes := t.of.CodesOf(n)
		cover.AllGoods = cover.AllGoods && (t.byGood || codes == tally.CodesExact || codes == tally.CodesBeside)
		cover.InParts = cover.InParts || kind.breakdown != Breakdown{}
	}
	if len(reporters) == 0 {
		return TradeCoverage{}, false
	}
	on := cmp.Or(t.q.On, cover.Within.Last(), last)
	cover.Reporters = members(cmp.Or(k.Reporter, t.q.Reporter), on, t.q.AsPublished, reporters, 0)
	cover.Partners = members(cmp.Or(k.Partner, t.q.Partner), on, t.q.AsPublished, partners, cmp.Or(k.Reporter, t.q.Reporter))
	return cover, true
}

// members returns the members of a, which may be one area or none in particular,
// and the periods that they have; other is none of them unless it has records.
func members(a Area, on Date, asPublished bool, known map[Area][]Period, other Area) map[Area][]Period {
	all := map[Area][]Period{}
	switch {
	case a == 0:
	case isGroup(a) && !asPublished:
		for _, m := range a.Members(on) {
			if m != other {
				all[m] = nil
			}
		}
	default:
		all[a] = nil
	}
	for m, periods := range known {
		all[m] = joinPeriods(periods)
	}
	return all
}

// joinPeriods returns periods in order, those that overlap or follow one another
// as one.
func joinPeriods(periods []Period) []Period {
	slices.SortFunc(periods, Period.Compare)
	var joined []Period
	for _, p := range periods {
		if n := len(joined); n > 0 && !joined[n-1].last.AddDays(1).Before(p.first) {
			if p.last.After(joined[n-1].last) {
				joined[n-1].last = p.last
			}
			continue
		}
		joined = append(joined, p)
	}
	return joined
}

// LikeForLike returns totals as [Dataset.Totals] does for the q.Reporter and
// q.Partner members that have all the years of q.Period, each whole, in every flow
// that is selected, and the members that it leaves out for want of one. A series
// of a group whose late members are left out neither falls nor rises by their
// absence. It errs as Totals, and with [ErrMissing] if q names no group or no closed
// period.
func (d *Dataset) LikeForLike(q TradeQuery, by ...Dimension) (totals TradeTotals, leftOut []Area, err error) {
	ofReporters, ofPartners := isGroup(q.Reporter) && !q.AsPublished, isGroup(q.Partner) && !q.AsPublished
	if !ofReporters && !ofPartners {
		return TradeTotals{}, nil, fmt.Errorf("like-for-like totals: the members of a group: %w", ErrMissing)
	}
	years := slices.Collect(q.Period.Years())
	if len(years) == 0 {
		return TradeTotals{}, nil, fmt.Errorf("like-for-like totals: a period of whole years: %w", ErrMissing)
	}
	series, err := d.Totals(q, ByYear, ByFlow)
	if err != nil {
		return TradeTotals{}, nil, err
	}
	flows := map[TradeFlow]bool{}
	for k := range series.All() {
		flows[k.Flow] = true
	}
	lacks := map[Area]bool{}
	for flow := range flows {
		for _, year := range years {
			c, ok := series.Coverage(TradeKey{Period: year, Flow: flow}, flow)
			if !ok {
				c.Reporters = members(q.Reporter, cmp.Or(q.On, q.Period.Last()), false, nil, 0)
				c.Partners = members(q.Partner, cmp.Or(q.On, q.Period.Last()), false, nil, q.Reporter)
			}
			for a, periods := range c.Reporters {
				lacks[a] = lacks[a] || ofReporters && !cover(periods, year)
			}
			for a, periods := range c.Partners {
				lacks[a] = lacks[a] || ofPartners && !cover(periods, year)
			}
		}
	}
	for a, lacking := range lacks {
		if lacking {
			leftOut = append(leftOut, a)
		}
	}
	slices.SortFunc(leftOut, Area.Compare)
	totals, err = d.totals(q, by, func(reporter, partner Area) bool {
		return ofReporters && slices.Contains(leftOut, reporter) || ofPartners && slices.Contains(leftOut, partner)
	})
	if err != nil {
		return TradeTotals{}, nil, err
	}
	return totals, leftOut, nil
}
