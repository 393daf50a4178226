package lac

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A TradeCoverage says what the records behind one flow of a [TradeTotal] cover of
// what the query names. A sum may be exact and yet be less than its name: nine of
// thirty-three members may not have reported, or a file may have some goods only.
//
//	c, _ := totals.Coverage(lac.TradeKey{Period: lac.Year(2025)}, lac.Import)
//	fmt.Println(c.AbsentReporters(), c.AllGoods, c.MissingMonths())
type TradeCoverage struct {
	// Reporters and Partners are the areas that the key or the query names, in
	// order: of a region or bloc each member on the day that the sum goes by,
	// whether it has records or not. If nothing names them they are those that
	// have records.
	Reporters, Partners []TradeMember
	// Within is the period that the key or the query names; zero if none does.
	Within Period
	// AllGoods is true if all that is added up are rows of the commodity itself
	// that is asked for, which is all goods if none is. It is false if there are
	// rows of finer codes in its place: whether these are all is not known. With
	// ByCommodity each row is of its key's own code.
	AllGoods bool
	// InParts is true if rows by second partner, customs procedure or mode of
	// transport stand in for a total that is not there: whether these are all is
	// not known.
	InParts bool
}

// A TradeMember is an area and the time for which records have it.
type TradeMember struct {
	Area    Area
	Periods []Period // in order, those that follow one another as one; none if it is absent
}

// Covers reports whether the records of m cover the whole of p.
func (m TradeMember) Covers(p Period) bool {
	return slices.ContainsFunc(m.Periods, func(q Period) bool { return q.Contains(p) })
}

// AbsentReporters returns the reporters that have no record.
func (c TradeCoverage) AbsentReporters() []Area { return absent(c.Reporters) }

// AbsentPartners returns the partners that have no record. A country that another
// did not trade with has none either.
func (c TradeCoverage) AbsentPartners() []Area { return absent(c.Partners) }

func absent(members []TradeMember) []Area {
	var areas []Area
	for _, m := range members {
		if len(m.Periods) == 0 {
			areas = append(areas, m.Area)
		}
	}
	return areas
}

// MissingMonths returns the months of Within for which a reporter or partner that
// has records has none, in order; none if Within is zero or open.
func (c TradeCoverage) MissingMonths() []Period {
	var missing []Period
	for month := range c.Within.Months() {
		lacks := func(m TradeMember) bool { return len(m.Periods) > 0 && !m.Covers(month) }
		if slices.ContainsFunc(c.Reporters, lacks) || slices.ContainsFunc(c.Partners, lacks) {
			missing = append(missing, month)
		}
	}
	return missing
}

// IsWhole reports whether no reporter and no partner is absent, no month missing,
// and the rows are all goods and not parts of a total that is not there.
func (c TradeCoverage) IsWhole() bool {
	return c.AllGoods && !c.InParts && len(c.AbsentReporters()) == 0 && len(c.AbsentPartners()) == 0 && len(c.MissingMonths()) == 0
}

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
func members(a Area, on Date, asPublished bool, known map[Area][]Period, other Area) []TradeMember {
	areas := map[Area]bool{}
	switch {
	case a == 0:
	case isGroup(a) && !asPublished:
		for _, m := range a.Members(on) {
			areas[m] = m != other
		}
	default:
		areas[a] = true
	}
	for m := range known {
		areas[m] = true
	}
	var all []TradeMember
	for m, wanted := range areas {
		if wanted {
			all = append(all, TradeMember{m, joinPeriods(known[m])})
		}
	}
	slices.SortFunc(all, func(a, b TradeMember) int { return a.Area.Compare(b.Area) })
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
			for _, m := range c.Reporters {
				lacks[m.Area] = lacks[m.Area] || ofReporters && !m.Covers(year)
			}
			for _, m := range c.Partners {
				lacks[m.Area] = lacks[m.Area] || ofPartners && !m.Covers(year)
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
