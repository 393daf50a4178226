package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// rank finds the place of the measure's partner among all partners of its
// reporter in the claim's year. Where that year has no data, the last year that
// has is shown, without deciding.
func (k *checker) rank(f *Finding) {
	fields := k.fields()
	var readings []Reading
	year := k.claim.Period.Last().Year()
	for _, b := range bases(fields) {
		if r, ok := k.placeReading(fields, b, year); ok {
			readings = append(readings, r)
		}
	}
	readings = append(readings, k.publishedPlaces()...)
	finish(f, readings)
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("The trade of %s with all its large partners in %d: the competition set. Years with data: %s.",
			name(k.claim.Measure.Reporter), year, yearsOf(fields)))
	}
}

func (k *checker) placeReading(fields []field, b fieldBasis, year int) (Reading, bool) {
	var best *field
	for i := range fields {
		// The fields come by year: the last one that serves is taken.
		if c := &fields[i]; c.basis == b && c.year <= year && (c.year == year || c.place.IsPoint()) {
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
	source, _ := k.data.Source(c.basis.source)
	var rows []lac.TradeRecord
	for _, id := range c.own.records {
		if r, ok := k.data.Record(id).(lac.TradeRecord); ok {
			rows = append(rows, r)
		}
	}
	r := Reading{
		Basis:    tradeBasis(lac.TradeQuery{Source: c.basis.source, Period: lac.Year(c.year)}, rows, source.Basis, c.basis.rule),
		Interval: c.place, Unit: lac.UnitRank, Verdict: judge(c.place, k.stated), Why: k.bar(c.basis.source, ""),
		Notes: c.notes, Records: slices.Clone(c.own.records),
	}
	r.Deciding, r.Basis.Conversion = r.Why == "", c.conversion
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
	r.Basis.Sources = k.citing(r.Basis.Sources, r.Records)
	return r
}

// citing adds the sources of the records to the given ones, in the order of the
// records.
func (k *checker) citing(sources, records []string) []string {
	sources = slices.Clone(sources)
	for _, id := range records {
		var source string
		switch r := k.data.Record(id).(type) {
		case lac.TradeRecord:
			source = r.Source
		case lac.Observation:
			source = r.Source
		case lac.Rate:
			source = r.Source
		}
		if source != "" && !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	return sources
}

// distance says how far the nearest rivals are that surely are ahead or behind.
func distance(c field) string {
	var above, below *rival
	own := c.own.interval
	for i := range c.rivals {
		v := &c.rivals[i]
		switch low, high := v.interval.Lower, v.interval.Upper; {
		case ahead(low, own.Upper):
			if above == nil || low.value.Cmp(above.interval.Lower.value) < 0 {
				above = v
			}
		case !high.IsNone() && !ahead(high, own.Lower):
			if below == nil || high.value.Cmp(below.interval.Upper.value) > 0 {
				below = v
			}
		}
	}
	var parts []string
	if above != nil {
		gap := new(big.Rat).Sub(above.interval.Lower.value, own.Upper.value)
		parts = append(parts, fmt.Sprintf("%s is ahead by %s", name(above.area), amountOf(gap, c.unit)))
	}
	if below != nil {
		gap := new(big.Rat).Sub(own.Lower.value, below.interval.Upper.value)
		parts = append(parts, fmt.Sprintf("%s is behind by %s", name(below.area), amountOf(gap, c.unit)))
	}
	return strings.Join(parts, "; ")
}

// publishedPlaces returns places that somebody published as such.
func (k *checker) publishedPlaces() []Reading {
	m := k.claim.Measure
	m.Subject, m.Flow = lac.SubjectTradeRank, ""
	var out []Reading
	for o := range k.data.Observations() {
		if !sameMeasure(o.Measure, m) && !sameMeasure(mirrored(o.Measure), mirrored(m)) {
			continue
		}
		v, err := k.policy.published(o.Figure)
		if err != nil || o.Figure.Value.IsReported() && o.Figure.Value.Unit() != lac.UnitRank {
			continue
		}
		source, _ := k.data.Source(o.Source)
		r := Reading{
			Basis: Basis{Books: "place as stated, " + source.Basis, Sources: []string{o.Source}, Definition: coverageOf(o), Period: o.Period,
				Evidence: []lac.Evidence{evidenceOf(o.Evidence)}},
			Interval: v, Unit: lac.UnitRank, Verdict: judge(v, k.stated), Records: []string{o.ID},
			Why: "a place as stated, without the figures behind it",
		}
		if why := k.bar(o.Source, o.Evidence); why != "" {
			r.Why = why
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
