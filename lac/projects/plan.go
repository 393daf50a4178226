package projects

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A plan answers one question about the projects of a dataset.
type plan struct {
	*List
	q        Query
	by       [lac.ByKind + 1]bool
	sectors  *sectorFilter
	projects []planned
	number   map[string]int // of projects, by ID
}

// A planned is a project that the query selects, but for where and when
// its money goes: of that, parts has what the query selects.
type planned struct {
	*lac.Project
	parts  []part
	partOf map[partID]int // place in parts, where these are many
	whole  bool           // no part of it is outside the query
	paid   bool           // has a transaction of the type
	valued bool           // has one with an amount on the basis, selected or not
	out    lac.Guard      // the rule that leaves it out, if one does
	// represented says of one that is left out by GuardParts that the amounts of
	// its parts, or of a parent, are in its place.
	represented bool
}

// A part is the amounts on one basis that fall to one key.
type part struct {
	partID
	sum fixed.Sum
}

type partID struct {
	key Key
	amountBasis
	out lac.Guard // the rule that leaves the part out, if one does
}

// An amountBasis is what amounts must share to be added up.
type amountBasis struct {
	unit      lac.Unit // empty: the amount is not reported
	priceYear int
}

// selects reports whether the query's fields on projects as a whole select r.
func (p *plan) selects(r *lac.Project) bool {
	q := p.q
	return (q.Source == "" || q.Source == r.Source) && (q.Kind == "" || q.Kind == r.Kind) && (q.Status == "" || q.Status == r.Status)
}

// isFrom reports whether money of r is the provider's, if its transaction t (nil:
// none) is.
func (p *plan) isFrom(r *lac.Project, t *lac.Transaction, on lac.Date) bool {
	provider := p.q.Provider
	switch {
	case provider == 0:
		return true
	case t != nil && t.Provider.Area != 0:
		return provider.Contains(t.Provider.Area, on)
	}
	return slices.ContainsFunc(r.Participants, func(a lac.Participant) bool {
		return (a.Role == "funding" || a.Role == "extending") && a.Area != 0 && provider.Contains(a.Area, on)
	})
}

// transactions yields the transactions of r that are of the query's type, from
// its provider and, if they have a value, on its basis.
func (p *plan) transactions(r *lac.Project) iter.Seq[*lac.Transaction] {
	return func(yield func(*lac.Transaction) bool) {
		for i := range r.Transactions {
			t := &r.Transactions[i]
			if t.Type == p.q.Type && p.isFrom(r, t, t.Date.Last()) && (!t.Value.IsReported() || p.isOnBasis(t)) && !yield(t) {
				return
			}
		}
	}
}

// look looks at a project as a whole.
func (p *plan) look(r *lac.Project) planned {
	planned := planned{Project: r, whole: true}
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
func (p *plan) divide(r *planned) {
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
	if on := committed(r.Project); !known && p.isFrom(r.Project, nil, on.Last()) {
		t := lac.Transaction{Date: on, Areas: r.Areas, Sectors: r.Sectors}
		p.split(r, &t, p.guardTransaction(r, &t))
	}
}

// isOnBasis reports whether the query asks for amounts such as that of t.
func (p *plan) isOnBasis(t *lac.Transaction) bool {
	q := p.q
	return (q.Currency == 0 || q.Currency == t.Value.Currency()) && (q.Currency == 0 && q.PriceYear == 0 || q.PriceYear == t.PriceYear)
}

// committed returns when r was agreed, as far as it says: the date of
// its first commitment or pledge, or of a stage.
func committed(r *lac.Project) lac.Period {
	var first lac.Period
	for _, t := range r.Transactions {
		if (t.Type == lac.Commitment || t.Type == lac.OutgoingPledge) && !t.Date.IsZero() && (first.IsZero() || t.Date.Compare(first) < 0) {
			first = t.Date
		}
	}
	if !first.IsZero() {
		return first
	}
	var best lac.Stage
	rank := func(s lac.Stage) int {
		switch {
		case s.Planned:
			return 3
		case s.Status == lac.StatusCommitment:
			return 0
		case s.Status == lac.StatusPledge:
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
func (p *plan) split(planned *planned, t *lac.Transaction, out lac.Guard) {
	q := p.q
	if !q.Period.IsZero() && !q.Period.Contains(t.Date) {
		planned.whole = false
		return
	}
	// What is neither asked for nor kept apart need not be divided.
	var areas []lac.AreaShare
	if q.Recipient != 0 || p.by[lac.ByRecipient] {
		areas = t.Areas
	}
	var sectors []lac.SectorShare
	if q.Sector != "" || p.by[lac.BySector] {
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
		id.amountBasis = amountBasis{lac.UnitOf(t.Value.Currency()), t.PriceYear}
	}
	splits(t.Value.Amount(), areas, sectors, func(a lac.Area, s lac.Sector, amount decimal.Decimal) {
		if q.Recipient != 0 && (a == 0 || !q.Recipient.Contains(a, on)) || !p.sectors.matches(s) {
			planned.whole = false
			return
		}
		id.key = p.key(planned.Project, t.Date, a, s)
		// It fits: a part has no more digits than a Money may have.
		_ = planned.part(id).sum.AddDecimal(amount)
	})
}

func (p *plan) key(r *lac.Project, date lac.Period, a lac.Area, s lac.Sector) Key {
	var k Key
	if p.by[lac.BySource] {
		k.Source = r.Source
	}
	if p.by[lac.ByRecipient] {
		k.Recipient = a
	}
	if p.by[lac.BySector] {
		k.Sector = p.sectors.canonical(s)
	}
	if p.by[lac.ByYear] {
		k.Period = date
		if y := lac.Year(date.Last().Year()); y.Contains(date) {
			k.Period = y
		}
	}
	if p.by[lac.ByKind] {
		k.Kind = r.Kind
	}
	if p.by[lac.ByStatus] {
		k.Status = r.Status
	}
	return k
}

// part returns the part with an id, which it makes if there is none.
func (planned *planned) part(id partID) *part {
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
	planned.parts = append(planned.parts, part{partID: id})
	return &planned.parts[len(planned.parts)-1]
}
