package lac

import (
	"cmp"
	"fmt"
	"slices"
)

// guardRecord applies the rules that look at one project alone.
func (p *projectPlan) guardRecord(r *plannedProject) Guard {
	reach := p.q.Type.reach()
	switch {
	case r.Evidence == Unconfirmed:
		return GuardUnconfirmed
	case r.Umbrella:
		return GuardUmbrella
	case p.q.Status == "" && !r.Status.hasReached(reach) && !(reach == reachPayment && r.paid):
		return GuardStatus
	case r.LeaveOut && r.Status.hasReached(reachCommitment):
		return GuardLeaveOut
	}
	for id := range r.Linked(Relieves) {
		if _, ok := p.byID[id].(Project); ok {
			return GuardRelief
		}
	}
	return ""
}

// isDebtRelief reports whether a type of finance forgives or reschedules debts:
// the 600s of the OECD DAC's list.
func isDebtRelief(financeType string) bool {
	return len(financeType) == 3 && financeType[0] == '6'
}

// guardTransaction applies the rules that look at one transaction.
func (p *projectPlan) guardTransaction(r *plannedProject, t *Transaction) Guard {
	if isDebtRelief(cmp.Or(t.FinanceType, r.FinanceType)) {
		return GuardRelief
	}
	if i, ok := p.receiver(r, t); ok && p.projects[i].valued && p.projects[i].inHierarchy() {
		return GuardPassedOn
	}
	return ""
}

// receiver returns the number of the project that the money of a transaction of r
// goes to.
func (p *projectPlan) receiver(r *plannedProject, t *Transaction) (int, bool) {
	switch t.Type {
	case OutgoingPledge, Commitment, Disbursement:
		i, ok := p.number[t.Receiver.Activity]
		return i, ok && t.Receiver.Activity != r.ID
	}
	return 0, false
}

// inHierarchy reports whether r may be a parent or a part. What is left out by
// status may; what is left out by another rule is neither.
func (r *plannedProject) inHierarchy() bool { return r.out == "" || r.out == GuardStatus }

// guardParts chooses between parents and their parts.
func (p *projectPlan) guardParts() error {
	h := hierarchy{parts: make([][]int, len(p.projects)), parents: make([]int, len(p.projects)), known: map[[2]int]bool{}}
	add := func(parent, part int) {
		if parent != part && p.projects[parent].inHierarchy() && p.projects[part].inHierarchy() {
			h.add(parent, part)
		}
	}
	// Where a transaction names its receiver that transaction alone is left out.
	named := map[[2]int]bool{}
	for i := range p.projects {
		r := &p.projects[i]
		for k := range r.Transactions {
			if other, ok := p.receiver(r, &r.Transactions[k]); ok {
				named[[2]int{i, other}] = true
			}
		}
	}
	passes := func(up, down int) {
		if !named[[2]int{up, down}] {
			add(up, down)
		}
	}
	for i := range p.projects {
		r := &p.projects[i]
		for _, l := range r.Links {
			if other, ok := p.number[l.ID]; ok {
				switch l.Kind {
				case PartOf:
					add(other, i)
				case HasPart:
					add(i, other)
				}
			}
		}
		for _, a := range r.Participants {
			if other, ok := p.number[a.Activity]; ok {
				switch a.Role {
				case "funding", "extending":
					passes(other, i)
				case "implementing":
					passes(i, other)
				}
			}
		}
		for _, t := range r.Transactions {
			if other, ok := p.number[t.Provider.Activity]; ok && t.Type.isIncoming() {
				passes(other, i)
			}
		}
	}
	order, a, b := h.order()
	if a != b {
		return refuse(GuardParts, p.projects[a].ID, p.projects[b].ID, "each is part of the other, or of its parts, or has its money from it")
	}
	below := make([]bool, len(p.projects)) // a part, or a part of its parts, has an amount
	for _, i := range slices.Backward(order) {
		for _, part := range h.parts[i] {
			below[i] = below[i] || below[part] || p.projects[part].valued
		}
	}
	covered := make([]bool, len(p.projects)) // a parent, or a parent of these, has the amount
	for _, i := range order {
		r := &p.projects[i]
		for _, part := range h.parts[i] {
			covered[part] = covered[part] || covered[i] || r.valued && !below[i]
		}
		if r.out == "" && (below[i] || !r.valued && (covered[i] || len(h.parts[i]) > 0)) {
			r.out = GuardParts
		}
	}
	return nil
}

// A hierarchy has the parts of each parent, by the numbers of projects.
type hierarchy struct {
	parts   [][]int
	parents []int // how many a part has that order has not listed
	known   map[[2]int]bool
}

func (h *hierarchy) add(parent, part int) {
	if edge := [2]int{parent, part}; !h.known[edge] {
		h.known[edge] = true
		h.parts[parent] = append(h.parts[parent], part)
		h.parents[part]++
	}
}

// order returns all projects, each after its parents. Where that cannot be, it
// returns two that are each among the other's parts, a and b; else a is b.
func (h *hierarchy) order() (order []int, a, b int) {
	for i, n := range h.parents {
		if n == 0 {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		for _, part := range h.parts[order[k]] {
			if h.parents[part]--; h.parents[part] == 0 {
				order = append(order, part)
			}
		}
	}
	if len(order) == len(h.parents) {
		return order, 0, 0
	}
	// Who is not listed has a parent that is not: up the parents is round a circle.
	parent := make([]int, len(h.parents))
	for i, parts := range h.parts {
		for _, part := range parts {
			if h.parents[i] > 0 && h.parents[part] > 0 {
				parent[part] = i
			}
		}
	}
	for i, n := range h.parents {
		if n > 0 {
			a = i
			break
		}
	}
	for range h.parents {
		a = parent[a]
	}
	return order, min(a, parent[a]), max(a, parent[a])
}

// guardMatches leaves out all but one of the records of one undertaking.
func (p *projectPlan) guardMatches() {
	counted := map[string]int{}
	for i := range p.projects {
		if r := &p.projects[i]; r.out == "" && len(r.parts) > 0 {
			counted[r.ID] = i
		}
	}
	first := make([]int, len(p.projects)) // who stands for it, itself if it does
	for i := range first {
		first[i] = i
	}
	find := func(i int) int {
		for first[i] != i {
			first[i] = first[first[i]]
			i = first[i]
		}
		return i
	}
	for _, m := range p.matches() {
		a, okA := counted[m.A]
		b, okB := counted[m.B]
		if !okA || !okB {
			continue
		}
		a, b = find(a), find(b)
		if x, y := p.projects[a].valued, p.projects[b].valued; x == y && b < a || y && !x {
			a, b = b, a
		}
		first[b] = a
	}
	for _, i := range counted {
		if first[i] != i {
			p.projects[i].out = GuardMatch
		}
	}
}

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
