package check

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// A rival is one competitor for a place, with bounds on its trade.
type rival struct {
	area     lac.Area
	interval Interval
	records  []string
}

// A fieldBasis says who competes, on whose figures.
type fieldBasis struct {
	source string
	rule   string // whether a bloc's members compete apart or as one
}

// A field is the competition in one year on one basis.
type field struct {
	basis      fieldBasis
	year       int
	unit       lac.Unit
	own        rival
	rivals     []rival
	place      Interval
	conversion string // the rate at which the EU's own figures were converted
	notes      []string
}

// The bloc rules. Which one a claim means is seldom said, so both are read.
const (
	apart = "the EU's members apart"
	asOne = "the EU as one partner"
)

// A listing is what a source lists of the reporter's partners in one year.
type listing struct {
	source string
	year   int
	unit   lac.Unit
	rivals []rival
	union  *rival // the source's own row for the EU
	// rest is the most that a partner has which is not listed; none if there
	// is no telling.
	rest Bound
}

// fields returns the competition of every year for which a source lists
// partners of the measure's reporter, under both bloc rules.
func (k *checker) fields() []field {
	m := k.claim.Measure
	period := lac.Days(lac.DateOf(1900, 1, 1), k.claim.Period.Last())
	if period.IsZero() || m.Subject != lac.SubjectTrade && m.Subject != lac.SubjectTradeRank {
		return nil
	}
	reporter := region(m.Reporter)
	ids := map[string]map[lac.TradeKey][]string{}
	for r := range k.data.Trade() {
		if r.Reporter == reporter && r.Period.IsYear() && period.Contains(r.Period) && cmp.Or(m.Commodity, lac.AllGoods).Contains(r.Commodity) {
			if ids[r.Source] == nil {
				ids[r.Source] = map[lac.TradeKey][]string{}
			}
			key := lac.TradeKey{Partner: r.Partner, Period: r.Period}
			ids[r.Source][key] = append(ids[r.Source][key], r.ID)
		}
	}
	var out []field
	for source, records := range ids {
		q := lac.TradeQuery{Source: source, Reporter: reporter, AsPublished: true, Period: period, Commodity: m.Commodity}
		totals, err := k.data.Totals(q, lac.ByPeriod, lac.ByPartner)
		k.refuse(source, err)
		if err != nil {
			continue
		}
		byYear := map[int]map[lac.Area]lac.TradeTotal{}
		for key, t := range totals.All() {
			if y := key.Period.Last().Year(); key.Period.IsYear() {
				if byYear[y] == nil {
					byYear[y] = map[lac.Area]lac.TradeTotal{}
				}
				byYear[y][key.Partner] = t
			}
		}
		for year, partners := range byYear {
			l, ok := k.listingOf(source, year, partners, records)
			for _, rule := range []string{apart, asOne} {
				if c, found := k.contest(l, rule); ok && found {
					out = append(out, c)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b field) int {
		return cmp.Or(a.year-b.year, cmp.Compare(a.basis.rule, b.basis.rule), cmp.Compare(a.basis.source, b.basis.source))
	})
	return out
}

// bases returns the bases of the fields: members apart first, then by source.
func bases(fields []field) []fieldBasis {
	var out []fieldBasis
	for _, c := range fields {
		if !slices.Contains(out, c.basis) {
			out = append(out, c.basis)
		}
	}
	slices.SortFunc(out, func(a, b fieldBasis) int {
		return cmp.Or(-compareBool(a.rule == apart, b.rule == apart), cmp.Compare(a.source, b.source))
	})
	return out
}

// competes reports whether a partner is one of its own: a country or a rest such
// as "other Asia", not a group of partners that are listed too.
func competes(a lac.Area) bool { return a.IsCountry() || a == lac.OtherAsia }

// listingOf bounds each partner's trade. Where the source lists the largest
// partners only, one that it leaves out of a flow has at most the smallest
// listed there; else the row of the world bounds what is not listed. ok is false
// if the amounts are not of one currency.
func (k *checker) listingOf(sourceID string, year int, partners map[lac.Area]lac.TradeTotal, ids map[lac.TradeKey][]string) (l listing, ok bool) {
	source, _ := k.data.Source(sourceID)
	l = listing{source: sourceID, year: year}
	flows := []lac.TradeFlow{flowOf(k.claim.Measure)}
	if f := flows[0]; f == lac.Turnover || f == "" {
		flows = []lac.TradeFlow{lac.Export, lac.Import}
	}
	smallest := map[lac.TradeFlow]*big.Rat{}
	for area, t := range partners {
		for _, f := range flows {
			total := t.Flow(f)
			if total.Records == 0 {
				continue
			}
			if l.unit != "" && l.unit != total.Unit() {
				return listing{}, false
			}
			l.unit = total.Unit()
			if v := total.Decimal().Rat(); competes(area) && (smallest[f] == nil || v.Cmp(smallest[f]) < 0) {
				smallest[f] = v
			}
		}
	}
	listed, least := new(big.Rat), closed(new(big.Rat))
	for _, f := range flows {
		if source.Largest == 0 || smallest[f] == nil {
			least = unbounded
			break
		}
		least = closed(new(big.Rat).Add(least.value, smallest[f]))
	}
	l.rest = least
	for area, t := range partners {
		if !competes(area) && area != lac.EuropeanUnion && area != lac.World {
			continue
		}
		low, high := new(big.Rat), closed(new(big.Rat))
		for _, f := range flows {
			total, most := t.Flow(f), unbounded
			if total.Records > 0 {
				low.Add(low, total.Decimal().Rat())
			}
			switch {
			case total.IsComplete():
				most = closed(total.Decimal().Rat())
			case source.Largest > 0 && smallest[f] != nil && total.Missing == 0:
				most = closed(smallest[f])
			}
			high = plus(high, most)
		}
		v := rival{area: area, interval: Interval{closed(low), high}, records: ids[lac.TradeKey{Partner: area, Period: lac.Year(year)}]}
		switch area {
		case lac.World:
			if source.Largest == 0 {
				l.rest = high
			}
		case lac.EuropeanUnion:
			l.union = &v
		default:
			listed.Add(listed, low)
			l.rivals = append(l.rivals, v)
		}
	}
	if source.Largest == 0 && !l.rest.IsNone() {
		l.rest = closed(new(big.Rat).Sub(l.rest.value, listed))
	}
	slices.SortFunc(l.rivals, func(a, b rival) int { return a.area.Compare(b.area) })
	return l, l.unit != ""
}

// plus adds two upper bounds.
func plus(a, b Bound) Bound {
	if a.IsNone() || b.IsNone() {
		return unbounded
	}
	return closed(new(big.Rat).Add(a.value, b.value))
}

// contest places the measure's partner among the rivals under a bloc rule.
func (k *checker) contest(l listing, rule string) (field, bool) {
	c := field{basis: fieldBasis{l.source, rule}, year: l.year, unit: l.unit}
	on, partner := lac.DateOf(l.year, 12, 31), k.claim.Measure.Partner
	for _, v := range l.rivals {
		switch {
		case rule == asOne && lac.EuropeanUnion.Contains(v.area, on):
		case v.area == partner:
			c.own = v
		default:
			c.rivals = append(c.rivals, v)
		}
	}
	if rule == asOne {
		union := k.union(&c, l, on)
		if partner == lac.EuropeanUnion {
			c.own = union
		} else {
			c.rivals = append(c.rivals, union)
		}
	}
	if c.own.area == 0 {
		return field{}, false
	}
	surely, maybe := int64(1), closed(big.NewRat(1, 1))
	for _, v := range c.rivals {
		if ahead(v.interval.Lower, c.own.interval.Upper) {
			surely++
		}
		if v.interval.Upper.IsNone() || ahead(v.interval.Upper, c.own.interval.Lower) {
			maybe = plus(maybe, closed(big.NewRat(1, 1)))
		}
	}
	if l.rest.IsNone() || ahead(l.rest, c.own.interval.Lower) {
		maybe = unbounded
		c.notes = append(c.notes, "Partners that the source does not list may be ahead.")
	}
	c.place = Interval{closed(big.NewRat(surely, 1)), maybe}
	return c, true
}

// ahead reports whether a is above b; nothing is above what has no bound.
func ahead(a, b Bound) bool { return !b.IsNone() && a.value.Cmp(b.value) > 0 }

// union returns the European Union as one rival: the source's own row, or its
// published trade with the region in the year, converted at the year's average
// rate, or bounded from below by those of its members that the source lists.
func (k *checker) union(c *field, l listing, on lac.Date) rival {
	if l.union != nil && l.union.interval.IsPoint() {
		return *l.union
	}
	v := rival{area: lac.EuropeanUnion}
	sum := new(big.Rat)
	for _, r := range l.rivals {
		if lac.EuropeanUnion.Contains(r.area, on) {
			sum.Add(sum, r.interval.Lower.value)
			v.records = append(v.records, r.records...)
		}
	}
	v.interval.Lower = closed(sum)
	m := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.EuropeanUnion, Partner: region(k.claim.Measure.Reporter), Commodity: k.claim.Measure.Commodity}
	ways := [][]lac.TradeFlow{{lac.Turnover}, {lac.Export, lac.Import}}
	if f := flowOf(k.claim.Measure); f != lac.Turnover && f != "" {
		ways = [][]lac.TradeFlow{{f.Mirror()}}
	}
	for _, whole := range ways {
		total, ids, found := new(big.Rat), []string{}, 0
		var books, rate string
		for _, flow := range whole {
			m.Flow = flow
			figs := k.observed(m, lac.Year(l.year))
			if len(figs) == 0 || !figs[0].interval.IsPoint() || figs[0].why != "" {
				continue
			}
			fig, ok := k.inUnit(figs[0], l.unit)
			if !ok {
				continue
			}
			found++
			total.Add(total, fig.interval.Lower.value)
			ids = append(ids, fig.records...)
			books, rate = fig.basis.Books, fig.basis.Conversion
		}
		if found == len(whole) {
			v.interval, v.records, c.conversion = point(total), ids, rate
			note := fmt.Sprintf("The EU by its own figures (%s)", books)
			if rate != "" {
				note += ", " + rate
			}
			c.notes = append(c.notes, note+".")
			return v
		}
	}
	c.notes = append(c.notes, fmt.Sprintf("No figure of the EU as a whole for %d: those of its members that are listed bound it from below.", l.year))
	return v
}
