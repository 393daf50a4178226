package check

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
	"github.com/sinolac/sinolac/lac/projects"
)

// counted returns the published counts of what the claim counts, whole or of a
// part of its time; of projects also those of a stage.
func (k *checker) counted() []figure {
	m, unit := k.claim.Measure, unitOf(k.claim)
	questions := k.askedCount(unit)
	measures := []lac.Measure{m}
	if m.Subject == lac.SubjectProjects && m.Status == "" {
		completed := m
		completed.Status = lac.StatusCompleted
		measures = append(measures, completed)
	}
	var out []figure
	for _, m := range measures {
		for _, o := range k.ev.observed[normal(m)] {
			if unit != "" && o.Figure.Value.Unit() != unit || !k.within(o.Period) {
				continue
			}
			f, err := k.observation(o)
			if err != nil {
				continue
			}
			f.place(questions)
			out = append(out, f)
		}
	}
	k.date(out)
	return out
}

// askedCount returns the scopes of a claim that counts things of a unit.
func (k *checker) askedCount(unit lac.Unit) []scope {
	questions := asked(k.claim.Measure, k.claim.Period)
	for i := range questions {
		questions[i].counts = unit
	}
	return questions
}

// within reports whether a period lies in the claim's, which may be open.
func (k *checker) within(p lac.Period) bool { return k.claim.Period.Contains(p) }

// tabulated adds up the cells of published tables of records: those completed,
// and those completed or under way. A cell counts if all its time is within the
// claim's.
func (k *checker) tabulated() []figure {
	type table struct{ source, name string }
	tables := map[table][]lac.Observation{}
	var order []table
	for _, o := range k.ev.cells[k.claim.Measure.Subject] {
		m := o.Measure
		if o.Evidence == lac.Unconfirmed || m.Reporter != k.claim.Measure.Reporter || !k.ofKind(m) || !k.inPartner(m.Partner) || !k.within(o.Period) || !counts(o.Figure.Value.Unit(), unitOf(k.claim)) {
			continue
		}
		t := table{o.Source, o.Table}
		if tables[t] == nil {
			order = append(order, t)
		}
		tables[t] = append(tables[t], o)
	}
	stages := []lac.ProjectStatus{lac.StatusCompleted, ""}
	if k.claim.Measure.Status != "" {
		stages = []lac.ProjectStatus{k.claim.Measure.Status}
	}
	var out []figure
	for _, t := range order {
		for _, stage := range stages {
			if f, ok := k.tableCount(t.name, tables[t], stage); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

// tableCount adds up the cells of one stage, the empty one for all that are
// completed or under way.
func (k *checker) tableCount(table string, cells []lac.Observation, stage lac.ProjectStatus) (figure, bool) {
	var f figure
	var kept []lac.Observation
	var operands []Operand
	for _, o := range cells {
		// A cell that is itself bounded from above bounds no sum from below.
		bounded := o.Figure.Comparator == "" || o.Figure.Comparator == lac.Equal || o.Figure.Comparator == lac.Over || o.Figure.Comparator == lac.AtLeast
		if bounded && (o.Measure.Status == stage || stage == "" && o.Measure.Status.HasBegun()) {
			kept = append(kept, o)
			f.records = append(f.records, o.ID)
			operands = append(operands, Operand{Record: o.ID, Value: interval.Point(o.Figure.Value.Amount().Rat())})
		}
	}
	total, err := lac.Sum(slices.Values(kept), func(o lac.Observation) lac.Quantity { return o.Figure.Value })
	if err != nil || total.Records == 0 {
		return figure{}, false
	}
	text := string(stage)
	if stage == "" {
		text = "completed or under way"
	}
	source, _ := k.ev.data.Source(kept[0].Source)
	f.unit, f.why = total.Unit(), k.bar(source.ID, "")
	f.interval = interval.Point(total.Decimal().Rat())
	f.says, f.allows = f.interval, f.interval
	f.basis = Basis{Books: source.Basis, Sources: []string{source.ID}, Definition: fmt.Sprintf("%s, %s", text, table),
		Period: source.Window, Evidence: []lac.Evidence{lac.Published}}
	f.work = f.work.then(OpSum, f.interval, f.unit, fmt.Sprintf("sum of %d cells of %s, %s = %s", total.Records, table, text, amountOf(f.interval.Lower.Rat(), f.unit)), operands...)
	k.least(&f, source)
	f.unit = unitOf(k.claim)
	return f, true
}

// least sets a count from a source's records against the claim: it is the least
// that there can be, unless the source is declared complete for the claim's time.
func (k *checker) least(f *figure, source lac.Source) {
	f.scope = scopeOf(k.claim.Measure, k.claim.Period)
	f.scope.counts = f.unit
	defer func() { f.place(k.askedCount(unitOf(k.claim))) }()
	if reason, ok := k.policy.complete(source.ID, k.claim.Period); ok {
		f.notes = append(f.notes, fmt.Sprintf("%s is declared complete, so missing means none: %s.", source.ID, reason))
		return
	}
	text := "what is not recorded may be there"
	if !source.Window.IsZero() {
		text = fmt.Sprintf("the source's window is %s", source.Window)
		f.notes = append(f.notes, fmt.Sprintf("The source's window is %s: a lower bound for the claim's time.", source.Window))
	}
	f.scope.lacks = append(f.scope.lacks, lack{ofPeriod, text})
}

// ofKind reports whether a cell or project counts as what the claim counts.
func (k *checker) ofKind(m lac.Measure) bool {
	if k.claim.Measure.Sector != "" && m.Sector != k.claim.Measure.Sector {
		return false
	}
	switch k.claim.Measure.Kind {
	case "":
		return true
	case lac.Livelihood:
		return m.Kind == lac.Livelihood || livelihood[m.Sector]
	}
	return m.Kind == k.claim.Measure.Kind
}

// asOf returns the day as of which the claim speaks.
func (k *checker) asOf() lac.Date { return k.claim.Period.Last() }

// inPartner reports whether an area lies in the claim's partner on that day, or
// in that of today if the claim's period has no end.
func (k *checker) inPartner(a lac.Area) bool {
	on := k.asOf()
	if on.IsZero() {
		on = lac.DateOf(9999, 12, 31)
	}
	return k.claim.Measure.Partner.Contains(a, on)
}

// recorded counts the undertakings of the dataset's own project records, by source:
// see [projects.List.Undertakings].
func (k *checker) recorded() []figure {
	if k.claim.Measure.Subject != lac.SubjectProjects {
		return nil
	}
	type count struct {
		undertakings int64
		records      []string
	}
	counts := map[string]*count{}
	for _, u := range k.ev.list().Undertakings(func(p lac.Project) bool {
		return k.shows(p) && slices.ContainsFunc(p.Areas, func(s lac.AreaShare) bool { return k.inPartner(s.Area) })
	}) {
		counted := map[string]bool{} // by source
		for _, p := range u.Records {
			c := counts[p.Source]
			if c == nil {
				c = new(count)
				counts[p.Source] = c
			}
			c.records = append(c.records, p.ID)
			if !counted[p.Source] {
				counted[p.Source] = true
				c.undertakings++
			}
		}
	}
	var out []figure
	for s := range k.ev.data.Sources() {
		c := counts[s.ID]
		if c == nil {
			continue
		}
		var operands []Operand
		for _, id := range c.records {
			operands = append(operands, Operand{Record: id, Value: interval.Of(1)})
		}
		n := int64(len(c.records))
		f := figure{
			basis: Basis{Books: s.Basis, Sources: []string{s.ID}, Definition: "projects completed or under way", Period: s.Window,
				Evidence: []lac.Evidence{lac.Published}},
			interval: interval.Of(n), unit: lac.UnitProjects, records: c.records, why: k.bar(s.ID, ""),
		}
		if k.claim.Measure.Status != "" {
			f.basis.Definition = fmt.Sprintf("projects: %s", k.claim.Measure.Status)
		}
		f.work = f.work.then(OpCount, f.interval, f.unit, fmt.Sprintf("%d project records", n), operands...)
		if c.undertakings < n {
			// What the source links, and what is of one name, are one; others may be too.
			f.interval = interval.Between(interval.Of(c.undertakings).Lower, interval.Of(n).Upper)
			f.work = f.work.then(OpBound, f.interval, f.unit, fmt.Sprintf("%d projects, as records of one are one", c.undertakings), f.work.last())
		}
		f.says, f.allows = f.interval, f.interval
		k.least(&f, s)
		out = append(out, f)
	}
	return out
}

// shows reports whether a project record shows a project of the claim's kind,
// stage, provider and time. A record that does not name the provider among those who
// fund it shows no project of its; one without dates of its stages is taken for a
// claim whose period is open at the start.
func (k *checker) shows(p lac.Project) bool {
	m := k.claim.Measure
	if p.Umbrella || p.Evidence == lac.Unconfirmed || m.Kind == lac.Infrastructure && !projects.IsInfrastructure(p) || !k.serves(p) {
		return false
	}
	wanted := func(s lac.ProjectStatus) bool { return s == m.Status || m.Status == "" && s.HasBegun() }
	if !wanted(p.Status) {
		return false
	}
	if !slices.ContainsFunc(p.Participants, func(o lac.Participant) bool {
		return o.Area == m.Reporter && (o.Role == "funding" || o.Role == "extending")
	}) {
		return false
	}
	dated := false
	for _, s := range p.Stages {
		if wanted(s.Status) && !s.Planned && !s.Date.IsZero() {
			dated = true
			if k.within(s.Date) {
				return true
			}
		}
	}
	return !dated && k.claim.Period.First().IsZero()
}

// serves reports whether a project is of the claim's kind, in any of its sectors.
func (k *checker) serves(p lac.Project) bool {
	if len(p.Sectors) == 0 {
		return k.ofKind(lac.Measure{Kind: p.Kind})
	}
	return slices.ContainsFunc(p.Sectors, func(s lac.SectorShare) bool {
		return k.ofKind(lac.Measure{Kind: p.Kind, Sector: s.Sector.Field})
	})
}

// livelihood holds the plain sector names that statements call people's
// livelihood: health, education, social services, water, relief and farming.
var livelihood = map[string]bool{
	"health": true, "education": true, "other-social-infrastructure-and-services": true,
	"water-supply-and-sanitation": true, "emergency-response": true, "agriculture-forestry-fishing": true,
}
