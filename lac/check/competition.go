package check

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A rival is one competitor for a place, with bounds on its trade.
type rival struct {
	area     lac.Area
	interval interval.Interval
	rows     *rowsOf // behind it
	member   bool    // of the European Union in that year
}

// A fieldBasis says who competes, on whose figures.
type fieldBasis struct {
	source string
	rule   string // whether a bloc's members compete apart or as one
}

// A field is the competition in one year on one basis, seen by one of them.
type field struct {
	basis  fieldBasis
	period lac.Period
	unit   lac.Unit
	*lineup
	own   rival
	place interval.Interval
	notes []string
}

// A lineup is the competitors in one year under one bloc rule.
type lineup struct {
	all        []rival // by what is known of them, the largest first
	exact      bool    // all amounts are known
	conversion string  // the rate at which the EU's own figures were converted
	notes      []string
}

// rivals returns all but one of the competitors, the largest first.
func (c *field) rivals(yield func(*rival) bool) {
	for i := range c.all {
		if c.all[i].area != c.own.area && !yield(&c.all[i]) {
			return
		}
	}
}

// The bloc rules. Which one a claim means is seldom said, so both are read.
const (
	apart = "the EU's members apart"
	asOne = "the EU as one partner"
)

// A listing is what a source lists of the reporter's partners in one year, or in
// the period of the claim.
type listing struct {
	source  string
	period  lac.Period // a year, or the claim's own period
	unit    lac.Unit
	rivals  []rival // the largest first
	union   *rival  // the source's own row for the EU
	lineups map[string]*lineup
	// rest is the most that a partner has which is not listed in any flow; none
	// if there is no telling.
	rest interval.Bound
}

// lists are what the sources list of one reporter's partners, the latest year
// first.
type lists struct {
	all     []*listing
	refused []string
}

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

// competes reports whether a partner is one of its own: a country or a rest such
// as "other Asia", not a group of partners that are listed too.
func competes(a lac.Area) bool { return a.IsCountry() || a == lac.OtherAsia }

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
	for area, t := range partners {
		if !competes(area) && area != lac.EuropeanUnion || area == m.Reporter { // nobody is its own partner
			continue
		}
		low, high := new(big.Rat), interval.Closed(new(big.Rat))
		for i, f := range wanted {
			a := t.of(f)
			if a.known != nil {
				low.Add(low, a.known)
			}
			switch {
			case a.whole:
				high = high.Add(interval.Closed(a.known))
			case !a.recorded:
				high = high.Add(rest[i])
			default:
				high = interval.Bound{} // a value is missing
			}
		}
		v := rival{area: area, interval: interval.Between(interval.Closed(low), high), rows: rows[area]}
		if area == lac.EuropeanUnion {
			l.union = &v
			continue
		}
		v.member = lac.EuropeanUnion.Contains(area, on)
		l.rivals = append(l.rivals, v)
	}
	slices.SortFunc(l.rivals, larger)
	return l, l.unit != ""
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

// larger orders rivals by what is surely theirs, the largest first.
func larger(a, b rival) int {
	return cmp.Or(b.interval.Lower.Cmp(a.interval.Lower), a.area.Compare(b.area))
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

// union returns the European Union as one rival: the source's own row, or the sum
// of its members where the source has all of them, or its published trade with the
// region in the year, converted at the year's average rate, or between what its
// listed members have and what those that are not listed may have besides.
func (k *checker) union(of lac.Measure, u *lineup, l *listing) rival {
	if l.union != nil && l.union.interval.IsPoint() {
		return *l.union
	}
	v := rival{area: lac.EuropeanUnion, rows: &rowsOf{sources: []string{l.source}}}
	sum, most := new(big.Rat), interval.Closed(new(big.Rat))
	members := len(lac.EuropeanUnion.Members(l.period.Last()))
	unlisted := members
	for _, r := range l.rivals {
		if r.member {
			sum.Add(sum, r.interval.Lower.Rat())
			most = most.Add(r.interval.Upper)
			v.rows.records = append(v.rows.records, r.rows.records...)
			unlisted--
		}
	}
	if source, _ := k.ev.data.Source(l.source); source.Largest == 0 {
		unlisted = min(unlisted, 1) // what the world's row leaves is for all of them
	}
	for range unlisted {
		most = most.Add(l.rest)
	}
	v.interval = interval.Between(interval.Closed(sum), most)
	if v.interval.IsPoint() {
		u.notes = append(u.notes, fmt.Sprintf("The EU as the sum of its %d members.", members))
		return v
	}
	m := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.EuropeanUnion, Partner: of.Reporter, Commodity: of.Commodity}
	ways := [][]lac.TradeFlow{{lac.Turnover}, {lac.Export, lac.Import}}
	if of.Flow != lac.Turnover {
		ways = [][]lac.TradeFlow{{of.Flow.Mirror()}}
	}
	for _, whole := range ways {
		total, rows, found := new(big.Rat), &rowsOf{sources: []string{l.source}}, 0
		var books, rate string
		for _, flow := range whole {
			m.Flow = flow
			figs := k.printed(m, l.period)
			if len(figs) == 0 || !figs[0].interval.IsPoint() || figs[0].why != "" {
				continue
			}
			fig, ok := k.inUnit(figs[0], l.unit)
			if !ok {
				continue
			}
			found++
			total.Add(total, fig.interval.Lower.Rat())
			rows.records = append(rows.records, fig.records...)
			for _, s := range fig.basis.Sources {
				if !slices.Contains(rows.sources, s) {
					rows.sources = append(rows.sources, s)
				}
			}
			books, rate = fig.basis.Books, fig.basis.Conversion
		}
		if found == len(whole) {
			v.interval, v.rows, u.conversion = interval.Point(total), rows, rate
			note := fmt.Sprintf("The EU by its own figures (%s)", books)
			if rate != "" {
				note += ", " + rate
			}
			u.notes = append(u.notes, note+".")
			return v
		}
	}
	u.notes = append(u.notes, fmt.Sprintf("No figure of the EU as a whole for %v: those of its members that are listed bound it.", l.period))
	return v
}
