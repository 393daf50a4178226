package projects

import (
	"errors"
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// A tally is the total of a key in the making.
type tally struct {
	Total
	basis amountBasis
	id    string // of the first project with an amount
	// What the project that was counted last has had counted.
	last                     int // its number from 1; 0: none
	counted, valued, missing bool
	left                     []lac.Guard // of its parts
}

// add adds up what is left, or returns why it must not.
func (p *plan) add() (Totals, error) {
	tallies := map[Key]*tally{}
	for i := range p.projects {
		r := &p.projects[i]
		for k := range r.parts {
			part := &r.parts[k]
			t := tallies[part.key]
			if t == nil {
				t = new(tally)
				tallies[part.key] = t
			}
			if err := t.add(i+1, r, part); err != nil {
				return Totals{}, err
			}
		}
	}
	return newTotals(tallies), nil
}

// add adds a part of the project with a number.
func (t *tally) add(number int, r *planned, part *part) error {
	if t.last != number {
		t.last, t.counted, t.valued, t.missing, t.left = number, false, false, false, t.left[:0]
		if r.out != "" {
			t.Amount = t.Amount.Excluding(r.out, 1)
		}
	}
	switch {
	case r.out != "":
		return nil
	case part.out != "":
		if !slices.Contains(t.left, part.out) {
			t.left = append(t.left, part.out)
			t.Amount = t.Amount.Excluding(part.out, 1)
		}
		return nil
	case !t.counted:
		t.counted = true
		t.Projects++
		if err := t.addJobs(r, part.key); err != nil {
			return err
		}
	}
	if part.unit == "" {
		if !t.missing {
			t.missing = true
			t.Amount.Missing++
		}
		return nil
	}
	if t.id == "" {
		t.id, t.basis = r.ID, part.amountBasis
	} else if t.basis.priceYear != part.priceYear && t.basis.unit == part.unit {
		return refuse(lac.GuardPrices, t.id, r.ID, "%s and %s", pricesOf(t.basis.priceYear), pricesOf(part.priceYear))
	}
	amount, err := lac.TotalOf(part.sum.Decimal(), part.unit)
	if err != nil {
		return fmt.Errorf("amount of %.60q: %w", r.ID, err)
	}
	if t.valued {
		amount.Records = 0 // an undertaking is counted once
	}
	t.valued = true
	sum, err := t.Amount.Merge(amount)
	if unsafe := (*lac.UnsafeSumError)(nil); errors.As(err, &unsafe) {
		unsafe.Records = []string{t.id, r.ID}
	}
	if err == nil {
		t.Amount = sum
	}
	return err
}

func pricesOf(year int) string {
	if year == 0 {
		return "prices of their own date"
	}
	return fmt.Sprintf("prices of %d", year)
}

// addJobs adds the jobs of a project of which all is in one key.
func (t *tally) addJobs(r *planned, key Key) error {
	direct, indirect := r.JobsDirect, r.JobsIndirect
	whole := r.whole
	for i := range r.parts {
		whole = whole && r.parts[i].key == key
	}
	if !whole {
		direct, indirect = lac.Stated{}, lac.Stated{}
	}
	err := t.JobsDirect.add(direct)
	if err == nil {
		err = t.JobsIndirect.add(indirect)
	}
	if err != nil {
		return fmt.Errorf("jobs of %.60q: %w", r.ID, err)
	}
	return nil
}

func refuse(g lac.Guard, a, b, format string, args ...any) error {
	return &lac.UnsafeSumError{Guard: g, Detail: fmt.Sprintf(format, args...), Records: []string{a, b}}
}
