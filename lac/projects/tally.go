package projects

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A tally is the total of a key in the making.
type tally struct {
	Total
	basis amountBasis
	id    string // of the first project with an amount
	// undertakings are those counted, with the jobs that their records state.
	undertakings map[int]*jobs
	order        []*jobs
}

// jobs are what the records of an undertaking state: the first that states any.
type jobs struct {
	direct, indirect lac.Stated
}

// add adds up what is left, or returns why it must not.
func (p *plan) add() (Totals, error) {
	tallies := map[Key]*tally{}
	for i := range p.records {
		if err := p.addRecord(tallies, &p.records[i]); err != nil {
			return Totals{}, err
		}
	}
	for _, t := range tallies {
		if err := t.addJobs(); err != nil {
			return Totals{}, err
		}
	}
	return newTotals(tallies), nil
}

// An entry is what a record adds to one key.
type entry struct {
	key             Key
	amount          lac.Total // without records
	overlap         lac.Total
	basis           amountBasis
	valued, missing bool
	out             map[lac.Guard]bool
}

// addRecord adds what the question selects of a record.
func (p *plan) addRecord(tallies map[Key]*tally, r *record) error {
	if !r.shown {
		return nil
	}
	var entries []*entry
	find := func(k Key) *entry {
		for _, e := range entries {
			if e.key == k {
				return e
			}
		}
		entries = append(entries, &entry{key: k, out: map[lac.Guard]bool{}})
		return entries[len(entries)-1]
	}
	for k := range r.parts {
		if part := &r.parts[k]; part.selected {
			if err := find(p.key(r, part.partID)).add(r, part); err != nil {
				return err
			}
		}
	}
	for _, e := range entries {
		t := tallies[e.key]
		if t == nil {
			t = &tally{undertakings: map[int]*jobs{}}
			tallies[e.key] = t
		}
		if err := t.add(r, e, len(entries) == 1); err != nil {
			return err
		}
	}
	return nil
}

// outOf returns the rule that leaves a part of r out.
func (r *record) outOf(part *part) lac.Guard {
	switch {
	case r.out != "":
		return r.out
	case part.out != "":
		return part.out
	case part.unit == "" || part.held.IsZero() || !part.left().IsZero():
		return ""
	case part.to > 0:
		return lac.GuardPassedOn
	}
	return lac.GuardParts
}

// add adds a part of r to what r adds to a key.
func (e *entry) add(r *record, part *part) error {
	if part.unsure.Sign() > 0 && r.out == "" {
		overlap, err := totalOf(r, part.unsure, part.unit)
		if err == nil {
			e.overlap, err = e.overlap.Merge(overlap)
		}
		if err != nil {
			return err
		}
	}
	if out := r.outOf(part); out != "" {
		e.out[out] = true
		return nil
	}
	if part.unit == "" {
		e.missing = true
		return nil
	}
	if e.valued && e.basis.unit == part.unit && e.basis != part.amountBasis {
		return refusePrices(r.ID, r.ID, e.basis, part.amountBasis)
	}
	amount, err := totalOf(r, part.left(), part.unit)
	if err != nil {
		return err
	}
	amount.Records = 0 // a record is counted once
	e.valued, e.basis = true, part.amountBasis
	e.amount, err = e.amount.Merge(amount)
	return inRecords(err, r.ID, r.ID)
}

func totalOf(r *record, amount decimal.Decimal, unit lac.Unit) (lac.Total, error) {
	t, err := lac.TotalOf(amount, unit)
	if err != nil {
		return lac.Total{}, fmt.Errorf("amount of %.60q: %w", r.ID, err)
	}
	return t, nil
}

// inRecords names the records in a refusal.
func inRecords(err error, a, b string) error {
	if unsafe := (*lac.UnsafeSumError)(nil); errors.As(err, &unsafe) {
		unsafe.Records = []string{a, b}
	}
	return err
}

func refusePrices(idA, idB string, a, b amountBasis) error {
	of := func(year int) string {
		if year == 0 {
			return "prices of their own date"
		}
		return fmt.Sprintf("prices of %d", year)
	}
	return refuse(lac.GuardPrices, idA, idB, "%s and %s", of(a.priceYear), of(b.priceYear))
}

// add adds what r adds to the key; alone says that it adds to no other.
func (t *tally) add(r *record, e *entry, alone bool) error {
	for _, g := range guards {
		// Of a record that is counted, other records hold a part of the amount.
		if e.out[g] && !(g == lac.GuardParts && (e.valued || e.missing)) {
			t.Amount = t.Amount.Excluding(g, 1)
		}
	}
	var err error
	if t.Overlap, err = t.Overlap.Merge(e.overlap); err != nil {
		return inRecords(err, t.id, r.ID)
	}
	if !e.valued && !e.missing {
		return nil
	}
	if e.missing {
		t.Amount.Missing++
	}
	if e.valued {
		if t.id == "" {
			t.id, t.basis = r.ID, e.basis
		} else if t.basis.unit == e.basis.unit && t.basis != e.basis {
			return refusePrices(t.id, r.ID, t.basis, e.basis)
		}
		if t.Amount, err = t.Amount.Merge(e.amount); err != nil {
			return inRecords(err, t.id, r.ID)
		}
		t.Amount.Records++
	}
	j := t.undertakings[r.undertaking]
	if j == nil {
		j = new(jobs)
		t.undertakings[r.undertaking] = j
		t.order = append(t.order, j)
		t.Projects++
	}
	if alone && r.whole {
		state(&j.direct, r.JobsDirect)
		state(&j.indirect, r.JobsIndirect)
	}
	return nil
}

// state keeps the first figure that is stated; a word only where there is none.
func state(s *lac.Stated, next lac.Stated) {
	if !s.Value.IsReported() && (next.Value.IsReported() || s.Vague == "") {
		*s = next
	}
}

// addJobs adds the jobs of each undertaking once.
func (t *tally) addJobs() error {
	for _, j := range t.order {
		err := t.JobsDirect.add(j.direct)
		if err == nil {
			err = t.JobsIndirect.add(j.indirect)
		}
		if err != nil {
			return fmt.Errorf("jobs of undertakings: %w", err)
		}
	}
	return nil
}

// guards are the rules that leave out projects, or parts of their money.
var guards = []lac.Guard{
	lac.GuardUnconfirmed, lac.GuardUmbrella, lac.GuardStatus, lac.GuardLeaveOut, lac.GuardRelief, lac.GuardPassedOn, lac.GuardParts, lac.GuardMatch,
}

func newTotals(tallies map[Key]*tally) Totals {
	t := Totals{keys: slices.SortedFunc(maps.Keys(tallies), Key.Compare)}
	t.totals = make([]Total, len(t.keys))
	for i, k := range t.keys {
		t.totals[i] = tallies[k].Total
	}
	return t
}
