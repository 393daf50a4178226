package projects

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
)

// look looks at a project as a whole.
func (p *plan) look(r *lac.Project) record {
	q := p.q
	planned := record{Project: r, whole: true, shown: (q.Kind == "" || q.Kind == r.Kind) && (q.Status == "" || q.Status == r.Status)}
	for i := range r.Transactions {
		planned.paid = planned.paid || isOfType(&r.Transactions[i], q.Type)
	}
	for t := range p.transactions(r) {
		planned.valued = planned.valued || t.Value.IsReported() && !isDebtRelief(cmp.Or(t.FinanceType, r.FinanceType))
	}
	planned.out = p.guardRecord(&planned)
	return planned
}

// divide takes a record apart.
func (p *plan) divide(r *record) {
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
		p.split(r, &own)
	}
	if on := committed(r.Project); !known && p.isFrom(r.Project, nil, on.Last()) {
		p.split(r, &lac.Transaction{Date: on, Areas: r.Areas, Sectors: r.Sectors})
	}
}

// split adds a transaction to the parts of a record.
func (p *plan) split(r *record, t *lac.Transaction) {
	q := p.q
	id := partID{}
	if isDebtRelief(cmp.Or(t.FinanceType, r.FinanceType)) {
		id.out = lac.GuardRelief
	} else if to, ok := p.receiver(r, t); ok {
		id.to = to + 1
	}
	during := q.Period.IsZero() || q.Period.Contains(t.Date)
	if !during {
		r.whole = false
		if !r.divided {
			return
		}
	}
	// What is neither asked for nor kept apart need not be divided.
	var areas []lac.AreaShare
	if r.divided || q.Recipient != 0 || p.by[lac.ByRecipient] {
		areas = t.Areas
	}
	var sectors []lac.SectorShare
	if r.divided || q.Sector != "" || p.by[lac.BySector] {
		sectors = oneVocabulary(t.Sectors)
	}
	on := q.On
	if on.IsZero() {
		on = q.Period.Last()
	}
	if on.IsZero() {
		on = t.Date.Last()
	}
	if t.Value.IsReported() {
		id.amountBasis = amountBasis{lac.UnitOf(t.Value.Currency()), t.PriceYear}
	}
	if r.divided || p.by[lac.ByYear] {
		id.period = t.Date
		if y := lac.Year(t.Date.Last().Year()); y.Contains(t.Date) {
			id.period = y
		}
	}
	splits(t.Value.Amount(), areas, sectors, func(a lac.AreaShare, s lac.Sector, amount decimal.Decimal) {
		id.selected = during && (q.Recipient == 0 || a.Area != 0 && q.Recipient.Contains(a.Area, on)) && p.sectors.matches(s)
		if !id.selected {
			r.whole = false
			if !r.divided {
				return
			}
		}
		if r.divided || p.by[lac.ByRecipient] {
			id.place = place{a.Area, a.Vocabulary, a.Code}
		}
		if r.divided || p.by[lac.BySector] {
			id.sector = p.sectors.canonical(s)
		}
		// It fits: a part has no more digits than a Money may have.
		_ = r.part(id).sum.AddDecimal(amount)
	})
}

// key returns the key that a part is added up under.
func (p *plan) key(r *record, id partID) Key {
	var k Key
	if p.by[lac.BySource] {
		k.Source = r.Source
	}
	if p.by[lac.ByRecipient] {
		k.Recipient = id.place.area
	}
	if p.by[lac.BySector] {
		k.Sector = id.sector
	}
	if p.by[lac.ByYear] {
		k.Period = id.period
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
func (r *record) part(id partID) *part {
	const few = 16
	if r.partOf == nil {
		for i := range r.parts {
			if r.parts[i].partID == id {
				return &r.parts[i]
			}
		}
		if len(r.parts) == few {
			r.partOf = map[partID]int{}
			for i := range r.parts {
				r.partOf[r.parts[i].partID] = i
			}
		}
	} else if i, ok := r.partOf[id]; ok {
		return &r.parts[i]
	}
	if r.partOf != nil {
		r.partOf[id] = len(r.parts)
	}
	r.parts = append(r.parts, part{partID: id})
	return &r.parts[len(r.parts)-1]
}

// transactions yields the transactions of r that are of the query's type, from
// its provider and, if they have a value, on its basis.
func (p *plan) transactions(r *lac.Project) iter.Seq[*lac.Transaction] {
	return func(yield func(*lac.Transaction) bool) {
		for i := range r.Transactions {
			t := &r.Transactions[i]
			if isOfType(t, p.q.Type) && p.isFrom(r, t, t.Date.Last()) && (!t.Value.IsReported() || p.isOnBasis(t)) && !yield(t) {
				return
			}
		}
	}
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

// isOnBasis reports whether the query asks for amounts such as that of t.
func (p *plan) isOnBasis(t *lac.Transaction) bool {
	q := p.q
	return (q.Currency == 0 || q.Currency == t.Value.Currency()) && (q.Currency == 0 && q.PriceYear == 0 || q.PriceYear == t.PriceYear)
}
