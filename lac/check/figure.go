package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A figure is what one basis says of a measure in one period.
type figure struct {
	// series is what a figure must share with one of another period so that
	// the two may be compared: books, source kind, definition, currency.
	series   string
	basis    Basis
	interval Interval
	unit     lac.Unit
	// parts holds the value of each area that has every flow; nil where the
	// figure was published whole.
	parts   map[lac.Area]*big.Rat
	partIDs map[lac.Area][]string
	parties string // what those areas are: reporters or partners
	records []string
	missing []lac.Area
	steps   []string
	notes   []string
	why     string // why the figure does not decide; empty if it does
	// promised marks a pledge: it is shown and not compared.
	promised bool
}

// Why a figure is shown and does not decide.
const (
	unconfirmed = "unconfirmed: no source found"
	ownWords    = "the claimant's own words, not independent evidence"
	pledged     = "a pledge is not a delivery"
)

// figures returns what the dataset says of measure m in the given period, on
// every basis that it holds, in a fixed order.
func (k *checker) figures(m lac.Measure, period lac.Period) []figure {
	whole := k.observed(m, period)
	switch {
	case m.Subject != lac.SubjectTrade:
		return whole
	case isGroup(m.Reporter) && !isGroup(m.Partner):
		// The group's books are its members': read from the other side.
		m = mirrored(m)
		m.Flow = flowOf(m).Mirror()
		return slices.Concat(whole, k.mirrorBooks(m, period), k.ownBooks(m, period))
	}
	return slices.Concat(whole, k.ownBooks(m, period), k.mirrorBooks(m, period))
}

func isGroup(a lac.Area) bool { return a.IsRegion() || a.IsBloc() }

// bar returns why a record does not decide the claim: it is unconfirmed, or the
// claimant's own words. Empty: it may decide.
func (k *checker) bar(sourceID string, e lac.Evidence) string {
	source, _ := k.data.Source(sourceID)
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
	var out []figure
	for o := range k.data.Observations() {
		if o.Period != period || o.Table != "" || !sameMeasure(o.Measure, m) {
			continue
		}
		interval, err := k.policy.published(o.Figure)
		if err != nil {
			continue
		}
		source, _ := k.data.Source(o.Source)
		books := source.Basis
		f := figure{
			basis: Basis{Books: books, Sources: []string{o.Source}, Definition: coverageOf(o), Period: period,
				Evidence: []lac.Evidence{evidenceOf(o.Evidence)}},
			interval: interval, unit: o.Figure.Value.Unit(), records: []string{o.ID},
			steps: []string{fmt.Sprintf("%s: %s as published by %s", period, Amount(o.Figure.Value), source.Publisher)},
		}
		f.series = strings.Join([]string{"observed", books, string(f.unit)}, "|")
		f.why = k.bar(o.Source, o.Evidence)
		if o.Note != "" {
			f.notes = append(f.notes, o.Note)
		}
		if same := slices.IndexFunc(out, func(g figure) bool {
			return g.series == f.series && g.interval.String() == f.interval.String() && g.why == f.why
		}); same >= 0 {
			g := &out[same]
			g.basis.Sources = append(g.basis.Sources, f.basis.Sources...)
			g.records = append(g.records, f.records...)
			g.notes = append(g.notes, f.notes...)
			continue
		}
		out = append(out, f)
	}
	return out
}

// voice returns the government whose words the claim is: that of the side that
// it speaks of as reporter, where the statement is China's own.
func (k *checker) voice() lac.Area {
	if k.claim.Measure.Partner == lac.China {
		return lac.China
	}
	return k.claim.Measure.Reporter
}

// published returns the interval of a figure that a source prints: itself if it
// is unhedged, for the source's rounding is the source's business.
func (p Policy) published(s lac.Stated) (Interval, error) {
	if s.Value.IsReported() && (s.Comparator == "" || s.Comparator == lac.Equal) {
		return point(s.Value.Amount().Rat()), nil
	}
	return p.Interval(s)
}

func evidenceOf(e lac.Evidence) lac.Evidence {
	if e == "" {
		return lac.Published
	}
	return e
}

func coverageOf(o lac.Observation) string {
	if o.Coverage != "" {
		return o.Coverage + ", as published"
	}
	return o.Measure.Partner.String() + ", as published"
}

// sameMeasure reports whether an observation of have bears on want: the same
// subject, narrowed down in the same way, between the same sides. Latin America
// and the Caribbean is the region and the community alike here: the basis says
// which.
func sameMeasure(have, want lac.Measure) bool {
	return have.Subject == want.Subject && have.Kind == want.Kind && have.Sector == want.Sector &&
		region(have.Reporter) == region(want.Reporter) && region(have.Partner) == region(want.Partner) &&
		flowOf(have) == flowOf(want) && have.Status == want.Status && have.Commodity == want.Commodity
}

// region maps the community of the region's states to the region.
func region(a lac.Area) lac.Area {
	if a == lac.CELAC {
		return lac.LatinAmericaCaribbean
	}
	return a
}

func flowOf(m lac.Measure) lac.TradeFlow {
	if m.Subject == lac.SubjectTrade && m.Flow == "" {
		return lac.Turnover
	}
	return m.Flow
}

// definitions returns the ways in which area a may be meant.
func definitions(a lac.Area) []lac.Area {
	if region(a) == lac.LatinAmericaCaribbean {
		return []lac.Area{lac.CELAC, lac.LatinAmericaCaribbean}
	}
	return []lac.Area{a}
}
