package check

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// rank finds the place of the measure's partner among all partners of its
// reporter in the claim's period. Where that has no data, the last year that has is
// shown, without deciding.
func (k *checker) rank(f *Finding) {
	lists := k.listings()
	var readings []Reading
	for _, rule := range k.rules() {
		for _, source := range sourcesOf(lists) {
			if r, ok := k.placeReading(lists, fieldBasis{source, rule}); ok {
				readings = append(readings, r)
			}
		}
	}
	readings = append(readings, k.publishedPlaces()...)
	finish(f, readings)
	f.leaveOpen()
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("The trade of %s with all its large partners in %v: the competition set. Years with data: %s.",
			name(k.claim.Measure.Reporter), k.competitionPeriod(), yearsOf(lists)))
		f.Notes = append(f.Notes, k.publishedShares()...)
	}
}

// tradeShare is the subject of observations of a partner's share in trade.
const tradeShare lac.Subject = "trade-share"

// publishedShares returns, as a note, the partners' shares of the reporter's trade that
// somebody published, of the latest years up to the claim's.
func (k *checker) publishedShares() []string {
	const years = 3
	last := k.asOf().Year()
	var shares []string
	for o := range k.ev.data.Observations() {
		m, year := o.Measure, o.Period.Last().Year()
		if m.Subject == tradeShare && region(m.Reporter) == region(k.claim.Measure.Reporter) && m.Partner != m.Reporter && year <= last && year > last-years {
			shares = append(shares, fmt.Sprintf("%s %v: %s, %s", name(m.Partner), o.Period, Amount(o.Figure.Value), o.Coverage))
		}
	}
	if len(shares) == 0 {
		return nil
	}
	slices.Sort(shares)
	return []string{"Shares as published: " + strings.Join(slices.Compact(shares), "; ") + "."}
}

// leaveOpen takes back a contradiction that holds under one bloc rule alone, where the
// same books leave the other open: which rule a claim means is not said.
func (f *Finding) leaveOpen() {
	isOpen := func(r Reading) bool { return r.Deciding && r.Verdict == Undecided }
	for _, r := range f.Readings {
		if f.Verdict == Contradicted && r.Deciding && r.Verdict == Contradicted &&
			slices.ContainsFunc(f.Readings, func(o Reading) bool {
				return isOpen(o) && o.Basis.Books == r.Basis.Books && o.Basis.Definition != r.Basis.Definition
			}) {
			f.Verdict = Insufficient
			f.Notes = append(f.Notes, fmt.Sprintf("With %s it does not hold; else the records leave it open.", r.Basis.Definition))
		}
	}
}

// competitionPeriod returns the period in which the place is asked for.
func (k *checker) competitionPeriod() lac.Period {
	if k.claim.Period.First().IsZero() {
		return lac.Year(k.asOf().Year())
	}
	return k.claim.Period
}

// rules returns the bloc rules under which a place is read. A member of the Union
// competes, and is competed with, as itself: the Union is not its partner, and does
// not hold it and what it is compared with at once.
func (k *checker) rules() []string {
	on := k.asOf()
	m := k.claim.Measure
	if lac.EuropeanUnion.Contains(m.Reporter, on) || lac.EuropeanUnion.Contains(m.Partner, on) || m.Reporter == lac.EuropeanUnion {
		return []string{apart}
	}
	return []string{apart, asOne}
}

// sourcesOf returns the sources of listings, in order.
func sourcesOf(lists []*listing) []string {
	var ids []string
	for _, l := range lists {
		if !slices.Contains(ids, l.source) {
			ids = append(ids, l.source)
		}
	}
	slices.Sort(ids)
	return ids
}

// placeReading returns the place in the year, or in the last year before it in
// which the data decide it.
func (k *checker) placeReading(lists []*listing, b fieldBasis) (Reading, bool) {
	asked := k.competitionPeriod()
	for _, l := range lists {
		if l.source != b.source {
			continue
		}
		c, ok := k.contest(l, b.rule)
		switch {
		case !ok:
		case c.period == asked:
			return k.fieldReading(c), true
		case c.place.IsPoint():
			r := k.fieldReading(c)
			r.Deciding, r.Why = false, fmt.Sprintf("%v, not %v: the last year that the data decide", c.period, asked)
			return r, true
		}
	}
	return Reading{}, false
}

func (k *checker) fieldReading(c field) Reading {
	source, _ := k.ev.data.Source(c.basis.source)
	r := Reading{
		Basis: Basis{Books: source.Basis, Definition: c.basis.rule, Period: c.period, Conversion: c.conversion,
			Valuation: strings.Join(slices.Sorted(slices.Values(c.own.rows.valuations)), ", "),
			Evidence:  slices.Sorted(slices.Values(c.own.rows.evidence))},
		Interval: c.place, Unit: lac.UnitRank, Verdict: judge(c.place, k.stated), Why: k.bar(c.basis.source, ""),
		Notes: slices.Clone(c.notes), Margin: c.margin(k.stated),
	}
	r.Deciding = r.Why == ""
	r.Records, r.Basis.Sources = c.cited()
	operands := append(make([]Operand, 0, len(c.all)), c.operand(&c.own))
	var said []string
	trailing := 0
	for v := range c.rivals {
		operands = append(operands, c.operand(v))
		standing := c.standing(v)
		if standing == Tied {
			r.Notes = append(r.Notes, fmt.Sprintf("%s has the same amount: both are %s.", name(v.area), Text(c.place, lac.UnitRank)))
		}
		if len(said) < 3 {
			said = append(said, fmt.Sprintf("%s %s", name(v.area), Text(v.interval, c.unit)))
		}
		if standing == Trails {
			trailing++
		}
		if standing != Trails || trailing <= 1 {
			r.Rivals = append(r.Rivals, Rival{v.area, v.interval, standing})
		}
	}
	said = append(said, fmt.Sprintf("%s %s", name(c.own.area), Text(c.own.interval, c.unit)))
	r.Arithmetic = working(nil).then(OpPlace, c.place, lac.UnitRank, strings.Join(said, "; "), operands...)
	return r
}

// mostCited is the number of rivals whose records a place cites.
const mostCited = 10

// cited returns the records on which a place rests most, and their sources: its
// own, and those of the largest rivals, from the first to the next behind.
func (c *field) cited() (records, sources []string) {
	sources = []string{c.basis.source}
	cite := func(rows *rowsOf) {
		records = append(records, rows.records...)
		for _, s := range rows.sources {
			if !slices.Contains(sources, s) {
				sources = append(sources, s)
			}
		}
	}
	cite(c.own.rows)
	n, behind := 0, false
	for v := range c.rivals {
		if n == mostCited || behind && n >= 3 {
			break
		}
		cite(v.rows)
		n++
		behind = behind || c.standing(v) == Trails
	}
	slices.Sort(records)
	return slices.Compact(records), sources
}

func (c *field) operand(v *rival) Operand {
	o := Operand{Of: v.area.String(), Value: v.interval}
	if len(v.rows.records) == 1 {
		o.Record = v.rows.records[0]
	}
	return o
}

// margin says how far the neighbours are, and how much more or less would give a
// place for which the verdict is another.
func (c *field) margin(stated interval.Interval) Margin {
	own := c.own.interval
	// The neighbours: the last that is surely ahead, the first that surely is not.
	var above, below *rival
	for v := range c.rivals {
		switch c.standing(v) {
		case Ahead:
			if above == nil || v.interval.Lower.Cmp(above.interval.Lower) < 0 {
				above = v
			}
		case Trails, Tied:
			if below == nil || v.interval.Upper.Cmp(below.interval.Upper) > 0 {
				below = v
			}
		}
	}
	var parts []string
	if above != nil {
		gap := new(big.Rat).Sub(above.interval.Lower.Rat(), own.Upper.Rat())
		parts = append(parts, fmt.Sprintf("%s is ahead by %s", name(above.area), amountOf(gap, c.unit)))
	}
	if below != nil {
		gap := new(big.Rat).Sub(own.Lower.Rat(), below.interval.Upper.Rat())
		parts = append(parts, fmt.Sprintf("%s is behind by %s", name(below.area), amountOf(gap, c.unit)))
	}
	m := Margin{Text: strings.Join(parts, "; ")}
	if need, ok := c.need(stated); ok && m.Text != "" {
		m.Of, m.Is, m.Need, m.Gap, m.Unit = name(c.own.area), own, need.need(), interval.Closed(need.gap()), c.unit
	}
	return m
}

// need returns the amount at which the place would give another verdict, where
// the places are known.
func (c *field) need(stated interval.Interval) (edge, bool) {
	if !c.place.IsPoint() || !c.own.interval.IsPoint() {
		return edge{}, false
	}
	own := c.own.interval.Lower.Rat()
	amounts := make([]*big.Rat, 0, len(c.all)) // of rivals, the largest first
	for v := range c.rivals {
		amount := v.interval.Lower.Rat()
		if c.standing(v) != Ahead {
			amount = v.interval.Upper.Rat()
		}
		amounts = append(amounts, amount)
	}
	slices.SortFunc(amounts, func(a, b *big.Rat) int { return b.Cmp(a) })
	var best edge
	found := false
	now := judge(c.place, stated)
	// With as much as a rival has, the place is the rival's; with any less, it
	// is behind all that have as much. Every other place that this gives is tried.
	for i, a := range amounts {
		e := edge{at: a, from: own, above: a.Cmp(own) > 0}
		e.open = !e.above
		if e.above && i > 0 && amounts[i-1].Cmp(a) == 0 || !e.above && i+1 < len(amounts) && amounts[i+1].Cmp(a) == 0 {
			continue // one of equals stands for all: the first above, the last below
		}
		place := int64(i + 1)
		if !e.above {
			place++
		}
		if judge(interval.Point(big.NewRat(place, 1)), stated) != now && (!found || e.gap().Cmp(best.gap()) < 0) {
			best, found = e, true
		}
	}
	return best, found
}

// publishedPlaces returns places that somebody published as such.
func (k *checker) publishedPlaces() []Reading {
	m := k.claim.Measure
	m.Subject, m.Flow = lac.SubjectTradeRank, ""
	var out []Reading
	seen := map[string]bool{}
	for _, m := range []lac.Measure{m, mirrored(m)} {
		for _, o := range k.ev.observed[normal(m)] {
			v, _, err := published(o.Figure)
			if err != nil || seen[o.ID] || o.Figure.Value.IsReported() && o.Figure.Value.Unit() != lac.UnitRank {
				continue
			}
			seen[o.ID] = true
			fig, _ := k.observation(o)
			fig.basis.Books = "place as stated, " + fig.basis.Books
			fig.interval, fig.unit = v, lac.UnitRank
			if fig.why == "" {
				fig.why = "a place as stated, without the figures behind it"
			}
			out = append(out, k.reading(fig))
		}
	}
	slices.SortStableFunc(out, func(a, b Reading) int { return cmp.Compare(a.Records[0], b.Records[0]) })
	return spells(out)
}

// spells makes one reading of those in which one source has the same place for one year
// after the other.
func spells(places []Reading) []Reading {
	var out []Reading
	for _, r := range places {
		i := slices.IndexFunc(out, func(o Reading) bool {
			return o.Basis.Books == r.Basis.Books && o.Basis.Definition == r.Basis.Definition && slices.Equal(o.Basis.Sources, r.Basis.Sources) &&
				o.Interval.Equal(r.Interval) && o.Why == r.Why && slices.Equal(o.Notes, r.Notes) && o.Basis.Period.Last().AddDays(1) == r.Basis.Period.First()
		})
		if i < 0 {
			out = append(out, r)
			continue
		}
		r.Basis.Period = lac.Days(out[i].Basis.Period.First(), r.Basis.Period.Last())
		r.Records = append(out[i].Records, r.Records...)
		out[i] = r
	}
	return out
}

func yearsOf(lists []*listing) string {
	var years []int
	for _, l := range lists {
		years = append(years, l.period.Last().Year())
	}
	if len(years) == 0 {
		return "none"
	}
	return spans(years)
}
