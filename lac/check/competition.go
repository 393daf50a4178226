package check

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// A rival is one competitor for a place, with bounds on its trade.
type rival struct {
	area     lac.Area
	interval Interval
	records  []string
	member   bool // of the European Union in that year
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
	rivals     []rival // by what is known of them, the largest first
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
	rivals []rival // the largest first
	union  *rival  // the source's own row for the EU
	// rest is the most that a partner has which is not listed; none if there
	// is no telling.
	rest Bound
}

// lists are what the sources list of one reporter's partners, the latest year
// first, and which sources list what must not be added up.
type lists struct {
	all     []*listing
	refused map[string]error
}

// listings returns what sources list of the partners of the measure's reporter
// up to the claim's year. It does not depend on the partner.
func (k *checker) listings() []*listing {
	m := normal(k.claim.Measure)
	if m.Subject == lac.SubjectTradeRank {
		m.Subject, m.Flow = lac.SubjectTrade, lac.Turnover
	}
	if m.Subject != lac.SubjectTrade {
		return nil
	}
	m.Partner = 0
	var out []*listing
	found := k.ev.lists.of(m, func() lists { return k.list(m) })
	for _, source := range slices.Sorted(maps.Keys(found.refused)) {
		k.refuse(source, found.refused[source])
	}
	for _, l := range found.all {
		if l.year <= k.asOf().Year() {
			out = append(out, l)
		}
	}
	return out
}

func (k *checker) list(m lac.Measure) lists {
	trade := k.ev.between(m.Reporter, 0)
	ids := map[string]map[lac.TradeKey][]string{}
	for r := range trade.Trade() {
		if r.Reporter == m.Reporter && r.Period.IsYear() && cmp.Or(m.Commodity, lac.AllGoods).Contains(r.Commodity) {
			if ids[r.Source] == nil {
				ids[r.Source] = map[lac.TradeKey][]string{}
			}
			key := lac.TradeKey{Partner: r.Partner, Period: r.Period}
			ids[r.Source][key] = append(ids[r.Source][key], r.ID)
		}
	}
	out := lists{refused: map[string]error{}}
	for source, records := range ids {
		q := lac.TradeQuery{Source: source, Reporter: m.Reporter, AsPublished: true, Commodity: m.Commodity}
		totals, err := trade.Totals(q, lac.ByPeriod, lac.ByPartner)
		if err != nil {
			out.refused[source] = err
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
			if l, ok := k.listingOf(m, source, year, partners, records); ok {
				out.all = append(out.all, l)
			}
		}
	}
	slices.SortFunc(out.all, func(a, b *listing) int {
		return cmp.Or(b.year-a.year, cmp.Compare(a.source, b.source))
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
func (k *checker) listingOf(m lac.Measure, sourceID string, year int, partners map[lac.Area]lac.TradeTotal, ids map[lac.TradeKey][]string) (l *listing, ok bool) {
	source, _ := k.ev.data.Source(sourceID)
	_, complete := k.policy.complete(sourceID, lac.Year(year))
	l = &listing{source: sourceID, year: year}
	flows := []lac.TradeFlow{m.Flow}
	if m.Flow == lac.Turnover {
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
				return nil, false
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
	on := lac.DateOf(year, 12, 31)
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
			case complete && total.Missing == 0:
				most = closed(new(big.Rat))
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
			v.member = lac.EuropeanUnion.Contains(area, on)
			listed.Add(listed, low)
			l.rivals = append(l.rivals, v)
		}
	}
	switch {
	case complete:
		l.rest = closed(new(big.Rat))
	case source.Largest == 0 && !l.rest.IsNone():
		l.rest = closed(new(big.Rat).Sub(l.rest.value, listed))
	}
	slices.SortFunc(l.rivals, larger)
	return l, l.unit != ""
}

// larger orders rivals by what is surely theirs, the largest first.
func larger(a, b rival) int {
	return cmp.Or(b.interval.Lower.value.Cmp(a.interval.Lower.value), a.area.Compare(b.area))
}

// plus adds two upper bounds.
func plus(a, b Bound) Bound {
	if a.IsNone() || b.IsNone() {
		return unbounded
	}
	return closed(new(big.Rat).Add(a.value, b.value))
}

// contest places the measure's partner among the rivals under a bloc rule.
func (k *checker) contest(l *listing, rule string) (field, bool) {
	c := field{basis: fieldBasis{l.source, rule}, year: l.year, unit: l.unit}
	partner := k.claim.Measure.Partner
	for _, v := range l.rivals {
		switch {
		case rule == asOne && v.member:
		case v.area == partner:
			c.own = v
		default:
			c.rivals = append(c.rivals, v)
		}
	}
	if rule == asOne {
		union := k.union(&c, l)
		if partner == lac.EuropeanUnion {
			c.own = union
		} else {
			i, _ := slices.BinarySearchFunc(c.rivals, union, larger)
			c.rivals = slices.Insert(c.rivals, i, union)
		}
	}
	if c.own.area == 0 {
		return field{}, false
	}
	surely, maybe := int64(1), int64(1)
	for _, v := range c.rivals {
		switch c.standing(v) {
		case Ahead:
			surely++
			maybe++
		case Unclear:
			maybe++
		}
	}
	c.place = Interval{closed(big.NewRat(surely, 1)), closed(big.NewRat(maybe, 1))}
	if l.rest.IsNone() || ahead(l.rest, c.own.interval.Lower) {
		c.place.Upper = unbounded
		c.notes = append(c.notes, "Partners that the source does not list may be ahead.")
	}
	return c, true
}

// ahead reports whether a is above b; nothing is above what has no bound.
func ahead(a, b Bound) bool { return !b.IsNone() && a.value.Cmp(b.value) > 0 }

// standing returns how a rival stands to the one whose place is asked for.
func (c *field) standing(v rival) Standing {
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

// union returns the European Union as one rival: the source's own row, or its
// published trade with the region in the year, converted at the year's average
// rate, or bounded from below by those of its members that the source lists.
func (k *checker) union(c *field, l *listing) rival {
	if l.union != nil && l.union.interval.IsPoint() {
		return *l.union
	}
	v := rival{area: lac.EuropeanUnion}
	sum := new(big.Rat)
	for _, r := range l.rivals {
		if r.member {
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
