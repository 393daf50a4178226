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
	records []string
	missing []lac.Area
	steps   []string
	notes   []string
	why     string // why the figure does not decide; empty if it does
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
	var out []figure
	if m.Subject == lac.SubjectTrade {
		out = append(out, k.ownBooks(m, period)...)
		out = append(out, k.mirrorBooks(m, period)...)
	}
	return append(k.observed(m, period), out...)
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
		switch {
		case o.Evidence == lac.Unconfirmed:
			f.why = unconfirmed
		case source.Voice != 0 && source.Voice == k.voice():
			f.why = ownWords
		}
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
		have.Reporter == want.Reporter && region(have.Partner) == region(want.Partner) &&
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

// sourcesOf returns the sources whose trade records satisfy keep, in order.
func (k *checker) sourcesOf(keep func(lac.TradeRecord) bool) []string {
	var ids []string
	for r := range k.data.Trade() {
		if keep(r) && !slices.Contains(ids, r.Source) {
			ids = append(ids, r.Source)
		}
	}
	slices.Sort(ids)
	return ids
}

// ownBooks returns m on the reporter's books: by members under each definition
// of the partner, and as the source's own row for it.
func (k *checker) ownBooks(m lac.Measure, period lac.Period) []figure {
	var out []figure
	sources := k.sourcesOf(func(r lac.TradeRecord) bool { return r.Reporter == m.Reporter && period.Contains(r.Period) })
	for _, source := range sources {
		var covered int
		for _, group := range definitions(m.Partner) {
			q := lac.TradeQuery{Source: source, Reporter: m.Reporter, Partner: group, Period: period, Commodity: m.Commodity}
			f, ok := k.byArea(q, flowOf(m), lac.ByPartner, group, fmt.Sprintf("%v's books", name(m.Reporter)))
			if ok && len(f.parts) > covered {
				covered = len(f.parts)
				out = append(out, f)
			}
			q.AsPublished = true
			if f, ok := k.ownRow(q, flowOf(m), group, fmt.Sprintf("%v's books", name(m.Reporter))); ok && !group.IsCountry() {
				out = append(out, f)
			}
		}
	}
	return out
}

// mirrorBooks returns m on the partners' books: the other flow, reported by the
// members of the partner with m's reporter as their partner.
func (k *checker) mirrorBooks(m lac.Measure, period lac.Period) []figure {
	var out []figure
	sources := k.sourcesOf(func(r lac.TradeRecord) bool { return r.Partner == m.Reporter && period.Contains(r.Period) })
	for _, source := range sources {
		var covered int
		for _, group := range definitions(m.Partner) {
			q := lac.TradeQuery{Source: source, Reporter: group, Partner: m.Reporter, Period: period, Commodity: m.Commodity}
			f, ok := k.byArea(q, flowOf(m).Mirror(), lac.ByReporter, group, fmt.Sprintf("%s's own books", name(group)))
			if ok && len(f.parts) > covered {
				covered = len(f.parts)
				out = append(out, f)
			}
			q.AsPublished = true
			if f, ok := k.ownRow(q, flowOf(m).Mirror(), group, fmt.Sprintf("%s's own books", name(group))); ok && !group.IsCountry() {
				out = append(out, f)
			}
		}
	}
	return out
}

// byArea adds up a flow over the members of group. Members without a record
// make the sum a lower bound.
func (k *checker) byArea(q lac.TradeQuery, flow lac.TradeFlow, by lac.Dimension, group lac.Area, books string) (figure, bool) {
	totals, err := k.data.Totals(q, by)
	if err != nil || totals.Len() == 0 {
		return figure{}, false
	}
	f := figure{parts: map[lac.Area]*big.Rat{}, partIDs: map[lac.Area][]string{}}
	sum := new(big.Rat)
	for key, t := range totals.All() {
		area := max(key.Reporter, key.Partner)
		total, err := flowTotal(t, flow)
		if known, unit := knownOf(t, flow); unit != "" {
			sum.Add(sum, known)
			f.unit = unit
		}
		if err == nil && total.IsComplete() {
			f.parts[area] = total.Decimal().Rat()
		}
	}
	if f.unit == "" {
		return figure{}, false
	}
	records, err := k.data.Select(q)
	if err != nil {
		return figure{}, false
	}
	for _, r := range records {
		if !partOf(r.Flow, flow) {
			continue
		}
		area := r.Partner
		if by == lac.ByReporter {
			area = r.Reporter
		}
		f.partIDs[area] = append(f.partIDs[area], r.ID)
		f.records = append(f.records, r.ID)
	}
	members := group.Members(q.Period.Last())
	for _, a := range members {
		if f.parts[a] == nil {
			f.missing = append(f.missing, a)
		}
	}
	f.interval = point(sum)
	definition := fmt.Sprintf("%s, %d members", name(group), len(members))
	if group.IsCountry() {
		definition = name(group)
	}
	if n := len(members) - len(f.missing); n < len(members) {
		f.interval.Upper = unbounded
		definition = fmt.Sprintf("%s, %d of %d members with both figures", name(group), n, len(members))
		if flow != lac.Turnover {
			definition = fmt.Sprintf("%s, %d of %d members", name(group), n, len(members))
		}
	}
	f.basis = k.tradeBasis(q, flow, books, definition)
	f.series = strings.Join([]string{"sum", books, q.Source, group.String(), string(f.unit)}, "|")
	f.steps = []string{fmt.Sprintf("%s: sum of %d records = %s", q.Period, len(f.records), amountOf(sum, f.unit))}
	return f, true
}

// ownRow returns the source's own row for a group.
func (k *checker) ownRow(q lac.TradeQuery, flow lac.TradeFlow, group lac.Area, books string) (figure, bool) {
	totals, err := k.data.Totals(q)
	if err != nil || totals.Len() == 0 {
		return figure{}, false
	}
	t, _ := totals.Get(lac.TradeKey{})
	total, err := flowTotal(t, flow)
	if err != nil || !total.IsComplete() {
		return figure{}, false
	}
	f := figure{interval: point(total.Decimal().Rat()), unit: total.Unit()}
	records, _ := k.data.Select(q)
	for _, r := range records {
		if partOf(r.Flow, flow) {
			f.records = append(f.records, r.ID)
		}
	}
	f.basis = k.tradeBasis(q, flow, books, fmt.Sprintf("the source's own row for %s", name(group)))
	f.series = strings.Join([]string{"row", books, q.Source, group.String(), string(f.unit)}, "|")
	f.steps = []string{fmt.Sprintf("%s: sum of %d rows = %s", q.Period, len(f.records), amountOf(f.interval.Lower.value, f.unit))}
	return f, true
}

func (k *checker) tradeBasis(q lac.TradeQuery, flow lac.TradeFlow, books, definition string) Basis {
	valuation := map[lac.TradeFlow]string{lac.Export: "exports FOB", lac.Import: "imports CIF", lac.Turnover: "exports FOB, imports CIF"}[flow]
	return Basis{Books: books, Sources: []string{q.Source}, Definition: definition, Period: q.Period,
		Valuation: valuation, Evidence: []lac.Evidence{lac.Published}}
}

func flowTotal(t lac.TradeTotal, flow lac.TradeFlow) (lac.Total, error) {
	if flow == lac.Turnover {
		return t.Turnover()
	}
	return t.Flow(flow), nil
}

// knownOf returns what is known of a flow, even if half of a turnover is not.
func knownOf(t lac.TradeTotal, flow lac.TradeFlow) (*big.Rat, lac.Unit) {
	sum, unit := new(big.Rat), lac.Unit("")
	for _, f := range []lac.TradeFlow{lac.Export, lac.Import, lac.Turnover} {
		if part := t.Flow(f); partOf(f, flow) && part.Records > 0 {
			sum.Add(sum, part.Decimal().Rat())
			unit = part.Unit()
		}
		if f == lac.Import && unit != "" {
			break
		}
	}
	return sum, unit
}

func partOf(f, whole lac.TradeFlow) bool {
	return f == whole || whole == lac.Turnover && (f == lac.Export || f == lac.Import)
}
