package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A rival is one competitor for a place, with bounds on its trade.
type rival struct {
	area     lac.Area
	interval Interval
	records  []string
}

// A field is the competition in one year under one bloc rule.
type field struct {
	year   int
	rule   string // whether a bloc's members compete apart or as one
	source string
	unit   lac.Unit
	own    rival
	rivals []rival
	place  Interval
	notes  []string
}

// The bloc rules. Which one a claim means is seldom said, so both are read.
const (
	apart = "the EU's members apart"
	asOne = "the EU as one partner"
)

// rank finds the place of the measure's partner among all partners of its
// reporter in the claim's year. Where that year has no data, the last year that
// has is shown, without deciding.
func (k *checker) rank(f *Finding) {
	fields := k.fields()
	var readings []Reading
	year := k.claim.Period.Last().Year()
	for _, rule := range []string{apart, asOne} {
		if r, ok := k.placeReading(fields, rule, year); ok {
			readings = append(readings, r)
		}
	}
	readings = append(readings, k.publishedPlaces(year)...)
	finish(f, readings)
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("The trade of %s with all its large partners in %d: the competition set. Years with data: %s.",
			name(k.claim.Measure.Reporter), year, yearsOf(fields)))
	}
}

func (k *checker) placeReading(fields []field, rule string, year int) (Reading, bool) {
	var best *field
	for i := range fields {
		c := &fields[i]
		if c.rule == rule && c.year <= year && (best == nil || c.year > best.year && (c.year == year || c.place.IsPoint())) {
			best = c
		}
	}
	if best == nil {
		return Reading{}, false
	}
	r := k.fieldReading(*best)
	if best.year != year {
		r.Deciding, r.Why = false, fmt.Sprintf("%d, not %d: the last year that the data decide", best.year, year)
	}
	return r, true
}

func (k *checker) fieldReading(c field) Reading {
	source, _ := k.data.Source(c.source)
	r := Reading{
		Basis: Basis{Books: source.Basis, Sources: []string{c.source}, Definition: c.rule, Period: lac.Year(c.year),
			Valuation: "exports FOB, imports CIF", Evidence: []lac.Evidence{lac.Published}},
		Interval: c.place, Unit: lac.UnitRank, Verdict: judge(c.place, k.stated), Deciding: true,
		Notes: c.notes, Records: slices.Clone(c.own.records),
	}
	order := slices.Clone(c.rivals)
	slices.SortStableFunc(order, func(a, b rival) int { return b.interval.Lower.value.Cmp(a.interval.Lower.value) })
	for _, v := range order[:min(3, len(order))] {
		r.Arithmetic = append(r.Arithmetic, fmt.Sprintf("%s %s", name(v.area), v.interval.Text(c.unit)))
		r.Records = append(r.Records, v.records...)
	}
	r.Arithmetic = append(r.Arithmetic, fmt.Sprintf("%s %s", name(c.own.area), c.own.interval.Text(c.unit)))
	r.Margin = distance(c)
	slices.Sort(r.Records)
	r.Records = slices.Compact(r.Records)
	return r
}

// distance says how far the nearest rivals are.
func distance(c field) string {
	var above, below *rival
	own := c.own.interval.Lower.value
	for i := range c.rivals {
		v := &c.rivals[i]
		value := v.interval.Lower.value
		switch {
		case value.Cmp(own) > 0 && (above == nil || value.Cmp(above.interval.Lower.value) < 0):
			above = v
		case value.Cmp(own) <= 0 && (below == nil || value.Cmp(below.interval.Lower.value) > 0):
			below = v
		}
	}
	var parts []string
	if above != nil {
		parts = append(parts, fmt.Sprintf("%s is ahead by %s", name(above.area), amountOf(new(big.Rat).Sub(above.interval.Lower.value, own), c.unit)))
	}
	if below != nil {
		gap := new(big.Rat).Sub(own, below.interval.Lower.value)
		parts = append(parts, fmt.Sprintf("%s is behind by %s", name(below.area), amountOf(gap, c.unit)))
	}
	return strings.Join(parts, "; ")
}

// publishedPlaces returns places that somebody published as such.
func (k *checker) publishedPlaces(year int) []Reading {
	m := k.claim.Measure
	m.Subject, m.Flow = lac.SubjectTradeRank, ""
	var out []Reading
	for o := range k.data.Observations() {
		if !sameMeasure(o.Measure, m) && !sameMeasure(mirrored(o.Measure), mirrored(m)) {
			continue
		}
		source, _ := k.data.Source(o.Source)
		v := point(o.Figure.Value.Amount().Rat())
		r := Reading{
			Basis: Basis{Books: "place as stated, " + source.Basis, Sources: []string{o.Source}, Definition: coverageOf(o), Period: o.Period,
				Evidence: []lac.Evidence{evidenceOf(o.Evidence)}},
			Interval: v, Unit: lac.UnitRank, Verdict: judge(v, k.stated), Records: []string{o.ID},
			Why: "a place as stated, without the figures behind it",
		}
		if o.Note != "" {
			r.Notes = append(r.Notes, o.Note)
		}
		out = append(out, r)
	}
	return out
}

// mirrored exchanges the sides of a measure.
func mirrored(m lac.Measure) lac.Measure {
	m.Reporter, m.Partner = m.Partner, m.Reporter
	return m
}

// streak counts back the years in which the place was held.
func (k *checker) streak(f *Finding) {
	fields := k.fields()
	last := k.claim.Period.Last().Year()
	var readings []Reading
	for _, rule := range []string{apart, asOne} {
		held := map[int]bool{}
		var source string
		var records []string
		for _, c := range fields {
			if c.rule != rule {
				continue
			}
			place := big.NewRat(int64(k.claim.Place), 1)
			switch judge(c.place, point(place)) {
			case Supported:
				held[c.year] = true
			case Contradicted:
				held[c.year] = false
			default:
				continue
			}
			source = c.source
			records = append(records, k.fieldReading(c).Records...)
		}
		if len(held) == 0 {
			continue
		}
		readings = append(readings, k.streakReading(rule, source, held, last, records))
	}
	finish(f, readings)
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("The partners' trade in the years up to %d; years with data: %s.", last, yearsOf(fields)))
	}
}

func (k *checker) streakReading(rule, source string, held map[int]bool, last int, records []string) Reading {
	s := lac.StreakOf(held, last)
	slices.Sort(records)
	src, _ := k.data.Source(source)
	i := Interval{Lower: closed(big.NewRat(int64(s.Years), 1))}
	if s.Broken != 0 {
		i.Upper = closed(big.NewRat(int64(last-s.Broken), 1))
	}
	r := Reading{
		Basis: Basis{Books: src.Basis, Sources: []string{source}, Definition: rule, Period: k.claim.Period,
			Evidence: []lac.Evidence{lac.Published}},
		Interval: i, Unit: lac.UnitYears, Verdict: judge(i, k.stated), Deciding: true, Records: slices.Compact(records),
	}
	for _, part := range []struct {
		text  string
		years string
	}{{"held in ", yearList(held, true)}, {"not held in ", yearList(held, false)}} {
		if part.years != "" {
			r.Arithmetic = append(r.Arithmetic, part.text+part.years)
		}
	}
	if s.Broken != 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("Broken in %d: the run can have begun in %d at the earliest.", s.Broken, s.Broken+1))
	}
	if len(s.Unknown) > 0 {
		r.Notes = append(r.Notes, "No deciding data for "+spans(s.Unknown)+".")
	}
	return r
}

func yearList(held map[int]bool, want bool) string {
	var years []int
	for y, h := range held {
		if h == want {
			years = append(years, y)
		}
	}
	return spans(years)
}

func yearsOf(fields []field) string {
	var years []int
	for _, c := range fields {
		years = append(years, c.year)
	}
	return spans(years)
}

// spans lists years, runs of them joined: 2003-2013, 2015.
func spans(years []int) string {
	if len(years) == 0 {
		return ""
	}
	slices.Sort(years)
	years = slices.Compact(slices.Clone(years))
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		if i == j {
			parts = append(parts, fmt.Sprint(years[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", years[i], years[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// fields returns the competition of every year for which a source lists the
// partners of the measure's reporter, under both bloc rules.
func (k *checker) fields() []field {
	m := k.claim.Measure
	var out []field
	sources := k.sourcesOf(func(r lac.TradeRecord) bool { return r.Reporter == region(m.Reporter) })
	for _, source := range sources {
		q := lac.TradeQuery{Source: source, Reporter: region(m.Reporter), AsPublished: true, Period: k.claim.Period}
		q.Period = lac.Days(lac.DateOf(1900, 1, 1), k.claim.Period.Last())
		totals, err := k.data.Totals(q, lac.ByYear, lac.ByPartner)
		if err != nil {
			continue
		}
		byYear := map[int][]rival{}
		units := map[int]lac.Unit{}
		for year, partners := range k.partnersByYear(totals) {
			byYear[year], units[year] = k.rivalsOf(source, year, partners)
		}
		for year, rivals := range byYear {
			for _, rule := range []string{apart, asOne} {
				if c, ok := k.contest(source, year, rule, units[year], rivals); ok {
					out = append(out, c)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b field) int {
		if a.year != b.year {
			return a.year - b.year
		}
		return strings.Compare(a.rule+a.source, b.rule+b.source)
	})
	return out
}

type partnerTotal struct {
	area  lac.Area
	total lac.TradeTotal
}

// partnersByYear sorts the partners of a year together, without the world and
// what is not specified.
func (k *checker) partnersByYear(totals lac.TradeTotals) map[int][]partnerTotal {
	out := map[int][]partnerTotal{}
	for key, t := range totals.All() {
		if key.Partner == lac.World || !key.Partner.IsCountry() && key.Partner != lac.OtherAsia && !key.Partner.IsBloc() {
			continue
		}
		y := key.Period.Last().Year()
		out[y] = append(out[y], partnerTotal{key.Partner, t})
	}
	return out
}

// rivalsOf bounds each partner's turnover. Where the source lists the largest
// partners only, one that it leaves out of a flow has at most the smallest
// listed there.
func (k *checker) rivalsOf(sourceID string, year int, partners []partnerTotal) ([]rival, lac.Unit) {
	source, _ := k.data.Source(sourceID)
	smallest := map[lac.TradeFlow]*big.Rat{}
	flows := []lac.TradeFlow{lac.Export, lac.Import}
	var unit lac.Unit
	for _, p := range partners {
		for _, f := range flows {
			if t := p.total.Flow(f); t.Records > 0 {
				v := t.Decimal().Rat()
				unit = t.Unit()
				if smallest[f] == nil || v.Cmp(smallest[f]) < 0 {
					smallest[f] = v
				}
			}
		}
	}
	var out []rival
	for _, p := range partners {
		low, high := new(big.Rat), new(big.Rat)
		bounded := true
		for _, f := range flows {
			t := p.total.Flow(f)
			switch {
			case t.Records > 0:
				low.Add(low, t.Decimal().Rat())
				high.Add(high, t.Decimal().Rat())
			case source.Largest > 0 && smallest[f] != nil:
				high.Add(high, smallest[f])
			default:
				bounded = false
			}
		}
		v := rival{area: p.area, interval: Interval{closed(low), closed(high)}, records: k.recordsOf(sourceID, p.area, year)}
		if !bounded {
			v.interval.Upper = unbounded
		}
		out = append(out, v)
	}
	return out, unit
}

func (k *checker) recordsOf(source string, partner lac.Area, year int) []string {
	var ids []string
	for r := range k.data.Trade() {
		if r.Source == source && r.Partner == partner && r.Period == lac.Year(year) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// contest places the measure's partner among the rivals under a bloc rule.
func (k *checker) contest(source string, year int, rule string, unit lac.Unit, rivals []rival) (field, bool) {
	c := field{year: year, rule: rule, source: source, unit: unit}
	on := lac.DateOf(year, 12, 31)
	for _, v := range rivals {
		switch {
		case v.area == k.claim.Measure.Partner:
			c.own = v
		case rule == asOne && lac.EuropeanUnion.Contains(v.area, on):
		default:
			c.rivals = append(c.rivals, v)
		}
	}
	if c.own.area == 0 {
		return field{}, false
	}
	if rule == asOne {
		bloc, notes := k.union(year, unit, rivals, on)
		c.rivals = append(c.rivals, bloc)
		c.notes = notes
	}
	surely, maybe := int64(1), int64(1)
	for _, v := range c.rivals {
		if v.interval.Lower.value.Cmp(c.own.interval.Upper.value) > 0 {
			surely++
		}
		if v.interval.Upper.IsNone() || v.interval.Upper.value.Cmp(c.own.interval.Lower.value) > 0 {
			maybe++
		}
	}
	c.place = Interval{closed(big.NewRat(surely, 1)), closed(big.NewRat(maybe, 1))}
	return c, true
}

// union returns the European Union as one rival: at its published trade with
// the region in the year, converted at the year's average rate, or bounded from
// below by those of its members that the source lists.
func (k *checker) union(year int, unit lac.Unit, rivals []rival, on lac.Date) (rival, []string) {
	v := rival{area: lac.EuropeanUnion, interval: Interval{Lower: closed(new(big.Rat))}}
	sum := new(big.Rat)
	for _, r := range rivals {
		if lac.EuropeanUnion.Contains(r.area, on) {
			sum.Add(sum, r.interval.Lower.value)
			v.records = append(v.records, r.records...)
		}
	}
	v.interval.Lower = closed(sum)
	m := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.EuropeanUnion, Partner: region(k.claim.Measure.Reporter)}
	for _, whole := range [][]lac.TradeFlow{{lac.Turnover}, {lac.Export, lac.Import}} {
		total, ids, notes := new(big.Rat), []string{}, []string{}
		found := 0
		for _, flow := range whole {
			m.Flow = flow
			figs := k.observed(m, lac.Year(year))
			if len(figs) == 0 || !figs[0].interval.IsPoint() || figs[0].why != "" {
				continue
			}
			fig, ok := k.inUnit(figs[0], unit)
			if !ok {
				continue
			}
			found++
			total.Add(total, fig.interval.Lower.value)
			ids = append(ids, fig.records...)
			notes = []string{fmt.Sprintf("The EU by its own figures (%s), %s.", fig.basis.Books, fig.basis.Conversion)}
		}
		if found == len(whole) {
			v.interval, v.records = point(total), ids
			return v, notes
		}
	}
	return v, []string{fmt.Sprintf("No figure of the EU as a whole for %d: those of its members that are listed bound it from below.", year)}
}
