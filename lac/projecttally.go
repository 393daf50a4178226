package lac

import (
	"fmt"
	"slices"
)

// A projectTally is the total of a key in the making.
type projectTally struct {
	ProjectTotal
	basis amountBasis
	id    string // of the first project with an amount
	// What the project that was counted last has had counted.
	last                     int // its number from 1; 0: none
	counted, valued, missing bool
	left                     []Guard // of its parts
}

// add adds up what is left, or returns why it must not.
func (p *projectPlan) add() (ProjectTotals, error) {
	tallies := map[ProjectKey]*projectTally{}
	for i := range p.projects {
		r := &p.projects[i]
		for k := range r.parts {
			part := &r.parts[k]
			t := tallies[part.key]
			if t == nil {
				t = new(projectTally)
				tallies[part.key] = t
			}
			if err := t.add(i+1, r, part); err != nil {
				return ProjectTotals{}, err
			}
		}
	}
	return newProjectTotals(tallies), nil
}

// add adds a part of the project with a number.
func (t *projectTally) add(number int, r *plannedProject, part *projectPart) error {
	if t.last != number {
		t.last, t.counted, t.valued, t.missing, t.left = number, false, false, false, t.left[:0]
		if r.out != "" {
			t.Amount.exclude(r.out)
		}
	}
	switch {
	case r.out != "":
		return nil
	case part.out != "":
		if !slices.Contains(t.left, part.out) {
			t.left = append(t.left, part.out)
			t.Amount.exclude(part.out)
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
	} else if err := mixedBases(t.basis, part.amountBasis, t.id, r.ID); err != nil {
		return err
	}
	t.Amount.unit = part.unit
	t.Amount.sum.Merge(part.sum)
	if !t.valued {
		t.valued = true
		t.Amount.Records++
	}
	return nil
}

// mixedBases says that amounts of two projects, or of one, on two bases meet.
func mixedBases(a, b amountBasis, idA, idB string) error {
	switch {
	case a.unit != b.unit:
		err := mixedUnits(a.unit, b.unit).(*UnsafeSumError)
		err.Records = []string{idA, idB}
		return err
	case a.priceYear != b.priceYear:
		return refuse(GuardPrices, idA, idB, "%s and %s", pricesOf(a.priceYear), pricesOf(b.priceYear))
	}
	return nil
}

func pricesOf(year int) string {
	if year == 0 {
		return "prices of their own date"
	}
	return fmt.Sprintf("prices of %d", year)
}

// addJobs adds the jobs of a project of which all is in one key.
func (t *projectTally) addJobs(r *plannedProject, key ProjectKey) error {
	direct, indirect := r.JobsDirect, r.JobsIndirect
	whole := r.whole
	for i := range r.parts {
		whole = whole && r.parts[i].key == key
	}
	if !whole {
		direct, indirect = Stated{}, Stated{}
	}
	err := t.JobsDirect.add(direct)
	if err == nil {
		err = t.JobsIndirect.add(indirect)
	}
	if err != nil {
		return fmt.Errorf("jobs of %s: %w", quote(r.ID), err)
	}
	return nil
}

func (t *Total) exclude(g Guard) {
	if t.excluded == nil {
		t.excluded = map[Guard]int{}
	}
	t.excluded[g]++
}
