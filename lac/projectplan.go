package lac

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// ProjectTotals returns exact totals of the transactions of the projects that q
// selects, a key for each combination of the dimensions that occurs: of
// [ByRecipient], [BySector], [ByYear], [ByStatus], [ByKind] and [BySource].
// Without a dimension there is one key, the zero [ProjectKey]; if q selects
// nothing there is none.
//
// An amount that falls to several recipients or sectors is divided by their
// percentages: the parts add up to it to the last digit. Where a transaction has
// recipients or sectors of its own, they are in place of the project's.
//
// What must not be added up is refused with [*UnsafeSumError] or left out and
// counted in [Total.Excluded], by the first of these rules that holds:
// [GuardUnconfirmed], [GuardUmbrella], [GuardStatus], [GuardLeaveOut],
// [GuardRelief], [GuardPassedOn], [GuardParts] and [GuardMatch]. A payment that is
// recorded was made, whatever the status says.
func (d *Dataset) ProjectTotals(q ProjectQuery, by ...Dimension) (ProjectTotals, error) {
	p, err := d.planProjects(q, by)
	if err != nil {
		return ProjectTotals{}, err
	}
	return p.add()
}

// SelectProjects returns the undertakings that [Dataset.ProjectTotals] counts for
// q with no dimension, after every rule, in the order of [Dataset.Projects], and
// errs as it does but for amounts that must not be added.
func (d *Dataset) SelectProjects(q ProjectQuery) ([]Project, error) {
	p, err := d.planProjects(q, nil)
	if err != nil {
		return nil, err
	}
	var projects []Project
	for i := range p.projects {
		if r := &p.projects[i]; r.out == "" && slices.ContainsFunc(r.parts, func(part projectPart) bool { return part.out == "" }) {
			projects = append(projects, *r.Project)
		}
	}
	return projects, nil
}

// planProjects selects projects and applies the rules that leave some out.
func (d *Dataset) planProjects(q ProjectQuery, by []Dimension) (*projectPlan, error) {
	if err := q.validate(by); err != nil {
		return nil, err
	}
	p := &projectPlan{Dataset: d, q: q, number: map[string]int{}}
	for _, dim := range by {
		p.by[dim] = true
	}
	var err error
	if p.sectors, err = newSectorFilter(q.Sector); err != nil {
		return nil, fmt.Errorf("project totals: %w", err)
	}
	for i := range d.records.Projects {
		if r := &d.records.Projects[i]; p.selects(r) {
			p.number[r.ID] = len(p.projects)
			p.projects = append(p.projects, p.plan(r))
		}
	}
	for i := range p.projects {
		p.divide(&p.projects[i])
	}
	if err := p.guardParts(); err != nil {
		return nil, err
	}
	p.guardMatches()
	return p, nil
}

// A projectPlan answers one question about the projects of a dataset.
type projectPlan struct {
	*Dataset
	q        ProjectQuery
	by       [ByKind + 1]bool
	sectors  *sectorFilter
	projects []plannedProject
	number   map[string]int // of projects, by ID
}

// A plannedProject is a project that the query selects, but for where and when
// its money goes: of that, parts has what the query selects.
type plannedProject struct {
	*Project
	parts  []projectPart
	partOf map[partID]int // place in parts, where these are many
	whole  bool           // no part of it is outside the query
	paid   bool           // has a transaction of the type
	valued bool           // has one with an amount on the basis, selected or not
	out    Guard          // the rule that leaves it out, if one does
	// represented says of one that is left out by GuardParts that the amounts of
	// its parts, or of a parent, are in its place.
	represented bool
}

// A projectPart is the amounts on one basis that fall to one key.
type projectPart struct {
	partID
	sum fixed.Sum
}

type partID struct {
	key ProjectKey
	amountBasis
	out Guard // the rule that leaves the part out, if one does
}

// An amountBasis is what amounts must share to be added up.
type amountBasis struct {
	unit      Unit // empty: the amount is not reported
	priceYear int
}

// selects reports whether the query's fields on projects as a whole select r.
func (p *projectPlan) selects(r *Project) bool {
	q := p.q
	return (q.Source == "" || q.Source == r.Source) && (q.Kind == "" || q.Kind == r.Kind) && (q.Status == "" || q.Status == r.Status)
}

// isFrom reports whether money of r is the provider's, if its transaction t (nil:
// none) is.
func (p *projectPlan) isFrom(r *Project, t *Transaction, on Date) bool {
	provider := p.q.Provider
	switch {
	case provider == 0:
		return true
	case t != nil && t.Provider.Area != 0:
		return provider.Contains(t.Provider.Area, on)
	}
	return slices.ContainsFunc(r.Participants, func(a Participant) bool {
		return (a.Role == "funding" || a.Role == "extending") && a.Area != 0 && provider.Contains(a.Area, on)
	})
}

// transactions yields the transactions of r that are of the query's type, from
// its provider and, if they have a value, on its basis.
func (p *projectPlan) transactions(r *Project) iter.Seq[*Transaction] {
	return func(yield func(*Transaction) bool) {
		for i := range r.Transactions {
			t := &r.Transactions[i]
			if t.Type == p.q.Type && p.isFrom(r, t, t.Date.Last()) && (!t.Value.IsReported() || p.isOnBasis(t)) && !yield(t) {
				return
			}
		}
	}
}

// plan looks at a project as a whole.
func (p *projectPlan) plan(r *Project) plannedProject {
	planned := plannedProject{Project: r, whole: true}
	for _, t := range r.Transactions {
		planned.paid = planned.paid || t.Type == p.q.Type
	}
	for t := range p.transactions(r) {
		planned.valued = planned.valued || t.Value.IsReported() && !isDebtRelief(cmp.Or(t.FinanceType, r.FinanceType))
	}
	planned.out = p.guardRecord(&planned)
	return planned
}

// divide takes a project apart.
func (p *projectPlan) divide(r *plannedProject) {
	known := false // what it amounts to on the basis, or that this is not reported
	for t := range p.transactions(r.Project) {
		known = true
		own := *t
		if own.Areas == nil {
			own.Areas = r.Areas
		}
		if own.Sectors == nil {
			own.Sectors = r.Sectors
		}
		p.split(r, &own, p.guardTransaction(r, t))
	}
	if on := r.committed(); !known && p.isFrom(r.Project, nil, on.Last()) {
		t := Transaction{Date: on, Areas: r.Areas, Sectors: r.Sectors}
		p.split(r, &t, p.guardTransaction(r, &t))
	}
}

// isOnBasis reports whether the query asks for amounts such as that of t.
func (p *projectPlan) isOnBasis(t *Transaction) bool {
	q := p.q
	return (q.Currency == 0 || q.Currency == t.Value.Currency()) && (q.Currency == 0 && q.PriceYear == 0 || q.PriceYear == t.PriceYear)
}

// committed returns when a project was agreed, as far as it says: the date of
// its first commitment or pledge, or of a stage.
func (r *Project) committed() Period {
	var first Period
	for _, t := range r.Transactions {
		if (t.Type == Commitment || t.Type == OutgoingPledge) && !t.Date.IsZero() && (first.IsZero() || t.Date.Compare(first) < 0) {
			first = t.Date
		}
	}
	if !first.IsZero() {
		return first
	}
	var best Stage
	rank := func(s Stage) int {
		switch {
		case s.Planned:
			return 3
		case s.Status == StatusCommitment:
			return 0
		case s.Status == StatusPledge:
			return 1
		}
		return 2
	}
	for _, s := range r.Stages {
		if !s.Date.IsZero() && (best.Date.IsZero() || rank(s) < rank(best) || rank(s) == rank(best) && s.Date.Compare(best.Date) < 0) {
			best = s
		}
	}
	return best.Date
}

// split adds to the parts of a project what the query selects of a transaction.
func (p *projectPlan) split(planned *plannedProject, t *Transaction, out Guard) {
	q := p.q
	if !q.Period.IsZero() && !q.Period.Contains(t.Date) {
		planned.whole = false
		return
	}
	// What is neither asked for nor kept apart need not be divided.
	var areas []AreaShare
	if q.Recipient != 0 || p.by[ByRecipient] {
		areas = t.Areas
	}
	var sectors []SectorShare
	if q.Sector != "" || p.by[BySector] {
		sectors = oneVocabulary(t.Sectors)
	}
	on := q.On
	if on.IsZero() {
		on = q.Period.Last()
	}
	if on.IsZero() {
		on = t.Date.Last()
	}
	id := partID{out: out}
	if t.Value.IsReported() {
		id.amountBasis = amountBasis{UnitOf(t.Value.Currency()), t.PriceYear}
	}
	splits(t.Value.Amount(), areas, sectors, func(a Area, s Sector, amount decimal.Decimal) {
		if q.Recipient != 0 && (a == 0 || !q.Recipient.Contains(a, on)) || !p.sectors.matches(s) {
			planned.whole = false
			return
		}
		id.key = p.key(planned.Project, t.Date, a, s)
		// It fits: a part has no more digits than a Money may have.
		_ = planned.part(id).sum.AddDecimal(amount)
	})
}

func (p *projectPlan) key(r *Project, date Period, a Area, s Sector) ProjectKey {
	var k ProjectKey
	if p.by[BySource] {
		k.Source = r.Source
	}
	if p.by[ByRecipient] {
		k.Recipient = a
	}
	if p.by[BySector] {
		k.Sector = p.sectors.canonical(s)
	}
	if p.by[ByYear] {
		k.Period = date
		if y := Year(date.Last().Year()); y.Contains(date) {
			k.Period = y
		}
	}
	if p.by[ByKind] {
		k.Kind = r.Kind
	}
	if p.by[ByStatus] {
		k.Status = r.Status
	}
	return k
}

// part returns the part with an id, which it makes if there is none.
func (planned *plannedProject) part(id partID) *projectPart {
	const few = 16
	if planned.partOf == nil {
		for i := range planned.parts {
			if planned.parts[i].partID == id {
				return &planned.parts[i]
			}
		}
		if len(planned.parts) == few {
			planned.partOf = map[partID]int{}
			for i := range planned.parts {
				planned.partOf[planned.parts[i].partID] = i
			}
		}
	} else if i, ok := planned.partOf[id]; ok {
		return &planned.parts[i]
	}
	if planned.partOf != nil {
		planned.partOf[id] = len(planned.parts)
	}
	planned.parts = append(planned.parts, projectPart{partID: id})
	return &planned.parts[len(planned.parts)-1]
}
