package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// observedSeries begins the series of figures that somebody published whole.
const observedSeries = "observed"

// bar returns why a record does not decide the claim: it is unconfirmed, or the
// claimant's own words. Empty: it may decide.
func (k *checker) bar(sourceID string, e lac.Evidence) string {
	source, _ := k.ev.data.Source(sourceID)
	switch {
	case e == lac.Unconfirmed:
		return unconfirmed
	case source.Voice != 0 && source.Voice == k.voice():
		return ownWords
	}
	return ""
}

// observed returns the figures that somebody published whole. Equal figures on
// one basis are one, with all their sources.
func (k *checker) observed(m lac.Measure, period lac.Period) []figure {
	out := k.printed(m, period)
	questions := asked(m, period)
	for i := range out {
		out[i].place(questions)
	}
	return out
}

// printed returns the figures that somebody published whole as they are printed,
// of the measure or of one that [normal] takes for it.
func (k *checker) printed(m lac.Measure, period lac.Period) []figure {
	var out []figure
	for _, o := range k.ev.observed[normal(m)] {
		if o.Period != period {
			continue
		}
		f, err := k.observation(o)
		if err != nil {
			continue
		}
		if same := slices.IndexFunc(out, func(g figure) bool {
			return g.series == f.series && g.interval.Equal(f.interval) && g.why == f.why
		}); same >= 0 {
			g := &out[same]
			if f.says.Within(g.says) { // printed with more digits
				g.says, g.allows = f.says, f.allows
			}
			g.basis.Sources = append(g.basis.Sources, f.basis.Sources...)
			g.records = append(g.records, f.records...)
			g.notes = append(g.notes, f.notes...)
			continue
		}
		out = append(out, f)
	}
	return out
}

// observation returns an observation as a figure.
func (k *checker) observation(o lac.Observation) (figure, error) {
	printed, says, err := published(o.Figure)
	if err != nil {
		return figure{}, err
	}
	source, _ := k.ev.data.Source(o.Source)
	f := figure{
		basis: Basis{Books: source.Basis, Sources: []string{o.Source}, Definition: coverageOf(o), Period: o.Period,
			Evidence: []lac.Evidence{evidenceOf(o.Evidence)}},
		scope: scopeOf(o.Measure, o.Period), books: o.Measure.Reporter,
		interval: printed, says: says, allows: says, unit: o.Figure.Value.Unit(), records: []string{o.ID}, why: k.bar(o.Source, o.Evidence),
	}
	f.series = strings.Join([]string{observedSeries, f.basis.Books, region(o.Measure.Reporter).String(), string(f.unit)}, "|")
	f.vintages = f.series
	text := fmt.Sprintf("%s: %s as published by %s", o.Period, Text(printed, f.unit), source.Publisher)
	f.work = f.work.then(OpRead, printed, f.unit, text, Operand{Record: o.ID, Value: printed})
	if o.Figure.Digits > 0 && printed.IsPoint() {
		f.grain = lastDigit(o.Figure.Value.Amount(), o.Figure.Digits)
	}
	f.allows, f.defined = f.allows.Widen(k.leeway(o).Rat()), o.Coverage
	if o.Note != "" {
		f.notes = append(f.notes, o.Note)
	}
	return f, nil
}

// leeway returns how far agencies and a country's own office may be apart on what nobody
// counts, as a fraction: its population of a year, and its product, by less where no rate
// of exchange is in it. Trade over either is held as close as perUnit holds it.
func (k *checker) leeway(o lac.Observation) decimal.Decimal {
	m := o.Measure
	switch {
	case m.Subject != k.claim.Measure.Subject:
		return decimal.Zero
	case m.Subject == lac.SubjectGDP && m.Reporter == lac.UnitedStates && o.Figure.Value.Unit() == lac.UnitOf(lac.USD):
		return k.policy.Conversion
	case m.Subject == lac.SubjectGDP || m.Subject == lac.SubjectPopulation:
		return k.policy.Estimation
	}
	return decimal.Zero
}

// date says of figures on one basis that differ which was published first and
// which is the latest, by the dates of their sources. A figure whose source has
// no date has no vintage.
func (k *checker) date(figs []figure) {
	groups := map[string][]int{}
	for i := range figs {
		b := &figs[i].basis
		for _, id := range b.Sources {
			// Of a figure that several print, the first one counts.
			if s, _ := k.ev.data.Source(id); !s.Published.IsZero() && (b.Published.IsZero() || s.Published.Compare(b.Published) < 0) {
				b.Published = s.Published
			}
		}
		if b.Published.IsZero() || figs[i].why == unconfirmed {
			continue
		}
		groups[figs[i].vintages] = append(groups[figs[i].vintages], i)
	}
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		// A rounded or hedged repetition is no other edition: it holds the sharper one.
		all := groups[key]
		same := slices.DeleteFunc(slices.Clone(all), func(i int) bool {
			return slices.ContainsFunc(all, func(j int) bool { return figs[j].sharper(figs[i]) })
		})
		slices.SortStableFunc(same, func(a, b int) int { return figs[a].basis.Published.Compare(figs[b].basis.Published) })
		differ := func(i int) bool { return !figs[i].interval.Equal(figs[same[0]].interval) }
		if !slices.ContainsFunc(same, differ) {
			continue
		}
		spread := figs[same[0]].says
		for _, i := range same {
			spread = spread.Hull(figs[i].says)
		}
		for n, i := range same {
			// What was published first is not contradicted by what is known since.
			figs[i].allows = figs[i].allows.Hull(spread)
			figs[i].basis.Vintage = "between"
			switch n {
			case 0:
				figs[i].basis.Vintage = "first"
			case len(same) - 1:
				figs[i].basis.Vintage = "latest"
			}
		}
	}
}

// voice returns the government whose words the claim is: that of the side that
// it speaks of as reporter, where the statement is China's own.
func (k *checker) voice() lac.Area {
	if k.claim.Measure.Partner == lac.China {
		return lac.China
	}
	return k.claim.Measure.Reporter
}
