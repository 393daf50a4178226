package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// count compares a number of things with what was published of them and with
// the records that can be counted. Records of a part of the claim's time or
// scope bound the number from below.
func (k *checker) count(f *Finding) {
	var readings []Reading
	for _, fig := range slices.Concat(k.counted(), k.tabulated(), k.recorded(), k.given()) {
		r := k.reading(fig)
		if fig.why == pledged {
			r.Verdict = Undecided
		}
		r.Margin = countMargin(r, k.stated)
		if v := r.Interval.Lower; !v.IsNone() && k.claim.Stated.Comparator == lac.Over && k.claim.Stated.Value.IsReported() &&
			v.value.Cmp(times(k.claim.Stated.Value.Amount().Rat(), k.policy.FarAbove)) > 0 {
			r.Notes = append(r.Notes, "Far above the stated figure: the hedge says little.")
		}
		readings = append(readings, r)
	}
	finish(f, readings)
	if f.Verdict == Insufficient && len(readings) > 0 {
		f.Missing = append(f.Missing, "A count of independent source that covers the claim's scope and time.")
	}
	k.noteStatements(f)
}

func countMargin(r Reading, stated Interval) string {
	if r.Interval.Lower.IsNone() || stated.Lower.IsNone() {
		return ""
	}
	gap := new(big.Rat).Sub(r.Interval.Lower.value, stated.Lower.value)
	switch {
	case gap.Sign() > 0:
		return fmt.Sprintf("%s above the stated figure", amountOf(gap, r.Unit))
	case gap.Sign() < 0:
		return fmt.Sprintf("%s short of the stated figure", amountOf(gap.Abs(gap), r.Unit))
	}
	return "exactly at the claim's figure"
}

// counted returns the published counts of what the claim counts, whole or of a
// part of its time.
func (k *checker) counted() []figure {
	m, unit := k.claim.Measure, k.claim.Stated.Value.Unit()
	var out []figure
	for o := range k.data.Observations() {
		if o.Table != "" || !sameMeasure(o.Measure, m) || unit != "" && o.Figure.Value.Unit() != unit || !k.within(o.Period) {
			continue
		}
		interval, err := k.policy.published(o.Figure)
		if err != nil {
			continue
		}
		source, _ := k.data.Source(o.Source)
		f := figure{
			basis: Basis{Books: source.Basis, Sources: []string{o.Source}, Definition: coverageOf(o), Period: o.Period,
				Evidence: []lac.Evidence{evidenceOf(o.Evidence)}},
			interval: interval, unit: o.Figure.Value.Unit(), records: []string{o.ID},
			steps: []string{fmt.Sprintf("%s: %s as published", o.Period, Interval.Text(interval, o.Figure.Value.Unit()))},
		}
		if o.Period != k.claim.Period {
			f.interval.Upper = unbounded
			f.notes = append(f.notes, fmt.Sprintf("Counts %s only: a lower bound.", o.Period))
		}
		switch {
		case o.Evidence == lac.Unconfirmed:
			f.why = unconfirmed
		case source.Voice != 0 && source.Voice == k.voice():
			f.why = ownWords
		}
		if o.Note != "" {
			f.notes = append(f.notes, o.Note)
		}
		out = append(out, f)
	}
	return out
}

// within reports whether a period lies in the claim's, which may be open.
func (k *checker) within(p lac.Period) bool { return k.claim.Period.Contains(p) }

// tabulated adds up the cells of published tables of records: those completed,
// and those completed or under way.
func (k *checker) tabulated() []figure {
	tables := map[string][]lac.Observation{}
	var order []string
	for o := range k.data.Observations() {
		m := o.Measure
		if o.Table == "" || o.Evidence == lac.Unconfirmed || m.Subject != k.claim.Measure.Subject || m.Reporter != k.claim.Measure.Reporter ||
			!k.ofKind(m) || !k.claim.Measure.Partner.Contains(m.Partner, k.asOf()) {
			continue
		}
		if tables[o.Table] == nil {
			order = append(order, o.Table)
		}
		tables[o.Table] = append(tables[o.Table], o)
	}
	var out []figure
	for _, table := range order {
		for _, stage := range []struct {
			text string
			in   func(lac.ProjectStatus) bool
		}{
			{"completed", func(s lac.ProjectStatus) bool { return s == lac.StatusCompleted }},
			{"completed or under way", lac.ProjectStatus.Delivered},
		} {
			if f, ok := k.tableCount(table, tables[table], stage.text, stage.in); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

func (k *checker) tableCount(table string, cells []lac.Observation, stage string, in func(lac.ProjectStatus) bool) (figure, bool) {
	var f figure
	var kept []lac.Observation
	for _, o := range cells {
		if in(o.Measure.Status) {
			kept = append(kept, o)
			f.records = append(f.records, o.ID)
		}
	}
	total, err := lac.Sum(slices.Values(kept), func(o lac.Observation) lac.Quantity { return o.Figure.Value })
	if err != nil || total.Records == 0 {
		return figure{}, false
	}
	source, _ := k.data.Source(kept[0].Source)
	f.unit = total.Unit()
	f.interval = Interval{Lower: closed(total.Decimal().Rat())}
	f.basis = Basis{Books: source.Basis, Sources: []string{source.ID}, Definition: fmt.Sprintf("%s, %s", stage, table),
		Period: source.Window, Evidence: []lac.Evidence{lac.Published}}
	f.steps = []string{fmt.Sprintf("sum of %d cells of %s, %s = %s", total.Records, table, stage, amountOf(f.interval.Lower.value, f.unit))}
	if !source.Window.IsZero() {
		f.notes = append(f.notes, fmt.Sprintf("The source's window is %s: a lower bound for the claim's time.", source.Window))
	}
	return f, true
}

// ofKind reports whether a cell or project counts as what the claim counts.
func (k *checker) ofKind(m lac.Measure) bool {
	switch k.claim.Measure.Kind {
	case "":
		return true
	case lac.Livelihood:
		return m.Kind == lac.Livelihood || livelihood[m.Sector]
	}
	return m.Kind == k.claim.Measure.Kind
}

// livelihood holds the plain sector names that statements call people's
// livelihood: health, education, social services, water, relief and farming.
var livelihood = map[string]bool{
	"health": true, "education": true, "other-social-infrastructure-and-services": true,
	"water-supply-and-sanitation": true, "emergency-response": true, "agriculture-forestry-fishing": true,
}

// asOf returns the day as of which the claim speaks.
func (k *checker) asOf() lac.Date { return k.claim.Period.Last() }

// recorded counts the dataset's own project records, each undertaking once:
// parts of a project and frames of projects recorded apart are not counted.
func (k *checker) recorded() []figure {
	if k.claim.Measure.Subject != lac.SubjectProjects {
		return nil
	}
	counts := map[string][]string{}
	for p := range k.data.Projects() {
		if p.Umbrella || p.Parent != "" || p.Evidence == lac.Unconfirmed || !p.Status.Delivered() || !k.projectIn(p) {
			continue
		}
		counts[p.Source] = append(counts[p.Source], p.ID)
	}
	var out []figure
	for s := range k.data.Sources() {
		ids := counts[s.ID]
		if len(ids) == 0 {
			continue
		}
		n := big.NewRat(int64(len(ids)), 1)
		out = append(out, figure{
			basis: Basis{Books: s.Basis, Sources: []string{s.ID}, Definition: "projects completed or under way", Period: s.Window,
				Evidence: []lac.Evidence{lac.Published}},
			interval: Interval{Lower: closed(n)}, unit: lac.UnitProjects, records: ids,
			steps: []string{fmt.Sprintf("%d project records", len(ids))},
		})
	}
	return out
}

func (k *checker) projectIn(p lac.Project) bool {
	if !k.ofKind(lac.Measure{Kind: p.Kind, Sector: p.Sector.Field}) {
		return false
	}
	return slices.ContainsFunc(p.Areas, func(s lac.AreaShare) bool {
		return k.claim.Measure.Partner.Contains(s.Area, k.asOf())
	})
}

// given adds up the places that program records show as delivered, and lists
// pledges of the same kind: what was promised is not what was given.
func (k *checker) given() []figure {
	kind := map[lac.Subject]lac.ProgramKind{lac.SubjectScholarships: lac.Scholarships, lac.SubjectTraining: lac.Training}[k.claim.Measure.Subject]
	if kind == "" {
		return nil
	}
	var out []figure
	for p := range k.data.Programs() {
		if p.Kind != kind || p.Evidence == lac.Unconfirmed || len(p.Delivered) == 0 {
			continue
		}
		total, err := lac.Sum(slices.Values(p.Delivered), func(d lac.Delivery) lac.Quantity { return d.Places })
		if err != nil || total.Records == 0 {
			continue
		}
		source, _ := k.data.Source(p.Source)
		out = append(out, figure{
			basis: Basis{Books: source.Basis, Sources: []string{p.Source}, Definition: p.Title, Period: p.Window, Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
			unit:  total.Unit(), interval: Interval{Lower: closed(total.Decimal().Rat())}, records: []string{p.ID},
			steps: []string{fmt.Sprintf("%d deliveries = %s", total.Records, amountOf(total.Decimal().Rat(), total.Unit()))},
		})
	}
	for p := range k.data.Pledges() {
		if p.Measure.Subject != k.claim.Measure.Subject || region(p.Measure.Partner) != region(k.claim.Measure.Partner) || p.Measure.Reporter != k.claim.Measure.Reporter {
			continue
		}
		source, _ := k.data.Source(p.Source)
		f := figure{
			basis: Basis{Books: "pledge, " + source.Basis, Sources: []string{p.Source}, Definition: pledgeText(p), Period: p.Window,
				Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
			unit: p.Target.Value.Unit(), interval: point(p.Target.Value.Amount().Rat()), records: []string{p.ID},
			why: pledged,
		}
		if p.Evidence == lac.Unconfirmed {
			f.why = unconfirmed
		}
		if p.Note != "" {
			f.notes = append(f.notes, p.Note)
		}
		out = append(out, f)
	}
	return out
}

// noteStatements notes figures in the claimant's own words that do not agree
// with the claim.
func (k *checker) noteStatements(f *Finding) {
	for _, r := range f.Readings {
		if !r.Deciding && r.Verdict == Contradicted && r.Why == ownWords {
			f.Notes = append(f.Notes, fmt.Sprintf("Elsewhere the same side gave %s (%s).", r.Interval.Text(r.Unit), r.Basis.Period))
		}
	}
}
