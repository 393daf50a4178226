package projects

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A family is the records of one undertaking that two have reported, with the
// families that are part of it or have their money from it.
type family struct {
	records []int // the first stands for all
	below   []*tie
	parents int // that have not taken their share of it
	have    amounts
	used    amounts // what of have its parents were found to hold
	// isValued, hasBelow and hasAbove say that it, or a family below or above it,
	// has an amount.
	isValued, hasBelow, hasAbove bool
}

// A tie joins a family to another whose money, or a part of it, is its own too.
type tie struct {
	child int
	// named says that transactions say how much is passed on: their amounts alone
	// can be the child's.
	named bool
	// part says that the child is a part, or names the other as its funder.
	part bool
	// linked says that a link makes it a part. Else limit, unless it is nil, is what
	// the child has received, by its own account.
	linked bool
	limit  amounts
}

// inFamily reports whether r may be a parent or a part. What is left out by
// status may; what is left out by another rule is neither.
func (r *record) inFamily() bool { return r.out == "" || r.out == lac.GuardStatus }

// families holds the families by the number of the record that stands for each,
// and of every record the number of its family.
type families struct {
	*plan
	all map[int]*family
	of  []int
}

// families joins the records that are not on their own, and takes them apart.
func (p *plan) families() *families {
	f := &families{plan: p, all: map[int]*family{}, of: make([]int, len(p.records))}
	for i := range f.of {
		f.of[i] = i
	}
	f.match()
	f.link()
	for i := range p.records {
		r := &p.records[i]
		r.divided = f.all[f.of[i]] != nil
		p.divide(r)
	}
	for _, at := range f.all {
		f.choose(at)
	}
	return f
}

// family returns the family of a record, which it makes if there is none.
func (f *families) family(record int) *family {
	root := f.of[record]
	if f.all[root] == nil {
		f.all[root] = &family{records: []int{root}}
	}
	return f.all[root]
}

// match joins the records of one undertaking that two have reported.
func (f *families) match() {
	find := func(i int) int {
		for f.of[i] != i {
			f.of[i] = f.of[f.of[i]]
			i = f.of[i]
		}
		return i
	}
	for _, m := range f.matches() {
		a, okA := f.number[m.A]
		b, okB := f.number[m.B]
		if okA && okB && f.records[a].out == "" && f.records[b].out == "" {
			a, b = find(a), find(b)
			f.of[max(a, b)] = min(a, b)
		}
	}
	for i := range f.of {
		if root := find(i); root != i {
			f.of[i] = root
			at := f.family(i)
			at.records = append(at.records, i)
		}
	}
}

// choose puts the record first that stands for its family: one with an amount,
// then the one with most, then one whose reporter is not a secondary one, then the
// first.
func (f *families) choose(at *family) {
	sum := func(i int) (total decimal.Decimal) {
		for _, part := range f.plan.records[i].parts {
			if part.out == "" {
				total = total.Add(part.sum.Decimal())
			}
		}
		return total
	}
	rank := func(i int) int {
		switch r := &f.plan.records[i]; {
		case r.valued:
			return 2
		case len(r.parts) > 0:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(at.records, func(a, b int) int {
		secondary := func(i int) int {
			if isSecondary(f.plan.records[i].Project) {
				return 1
			}
			return 0
		}
		return cmp.Or(rank(b)-rank(a), sum(b).Cmp(sum(a)), secondary(a)-secondary(b))
	})
	for _, i := range at.records[1:] {
		f.plan.records[i].out = lac.GuardMatch
	}
	at.isValued = f.plan.records[at.records[0]].valued && f.plan.records[at.records[0]].out == ""
}

// link joins parents to parts, and those who pass money on to those who have it
// from them.
func (f *families) link() {
	ties := map[[2]int]*tie{}
	tieOf := func(parent, child int) *tie {
		if !f.records[parent].inFamily() || !f.records[child].inFamily() || f.of[parent] == f.of[child] {
			return nil
		}
		edge := [2]int{f.of[parent], f.of[child]}
		t := ties[edge]
		if t == nil {
			t = &tie{child: edge[1]}
			ties[edge] = t
			up, down := f.family(parent), f.family(child)
			up.below = append(up.below, t)
			down.parents++
		}
		return t
	}
	part := func(parent, child int) {
		if t := tieOf(parent, child); t != nil {
			t.part, t.linked = true, true
		}
	}
	// Where transactions name their receiver these alone are passed on.
	for i := range f.records {
		r := &f.records[i]
		for k := range r.Transactions {
			if other, ok := f.receiver(r, &r.Transactions[k]); ok {
				if t := tieOf(i, other); t != nil {
					t.named = true
				}
			}
		}
	}
	passes := func(up, down int) {
		if t := tieOf(up, down); t != nil && !t.named {
			t.part = true
		}
	}
	for i := range f.records {
		r := &f.records[i]
		for _, l := range r.Links {
			if other, ok := f.number[l.ID]; ok {
				switch l.Kind {
				case lac.PartOf:
					part(other, i)
				case lac.HasPart:
					part(i, other)
				}
			}
		}
		for _, a := range r.Participants {
			if other, ok := f.number[a.Activity]; ok && a.Activity != r.ID {
				switch a.Role {
				case "funding", "extending":
					passes(other, i)
				case "implementing":
					passes(i, other)
				}
			}
		}
		for k := range r.Transactions {
			t := &r.Transactions[k]
			if other, ok := f.number[t.Provider.Activity]; ok && isIncoming(t.Type) && t.Provider.Activity != r.ID {
				passes(other, i)
				f.limit(ties[[2]int{f.of[other], f.of[i]}], t)
			}
		}
	}
}

// limit notes what a record has received from another, if that is of the kind that
// the question is about.
func (f *families) limit(t *tie, from *lac.Transaction) {
	received := map[lac.TransactionType]reach{lac.IncomingPledge: reachPledge, lac.IncomingCommitment: reachCommitment, lac.IncomingFunds: reachPayment}
	if t == nil || !from.Value.IsReported() || received[from.Type] != reachOf(f.q.Type) || !f.isOnBasis(from) {
		return
	}
	if t.limit == nil {
		t.limit = amounts{}
	}
	b := bucket{level: levelAll, amountBasis: amountBasis{lac.UnitOf(from.Value.Currency()), from.PriceYear}}
	t.limit[b] = t.limit[b].Add(from.Value.Amount())
}

// order returns the families, each after its parents. Where that cannot be it
// errs, with two records that are each among the other's parts.
func (f *families) order() ([]int, error) {
	waiting := map[int]int{}
	var order []int
	for _, i := range f.roots() {
		if waiting[i] = f.all[i].parents; waiting[i] == 0 {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		for _, t := range f.all[order[k]].below {
			if waiting[t.child]--; waiting[t.child] == 0 {
				order = append(order, t.child)
			}
		}
	}
	if len(order) == len(f.all) {
		return order, nil
	}
	// Who is not listed has a parent that is not: up the parents is round a circle.
	parent := map[int]int{}
	start := -1
	for _, i := range f.roots() {
		if waiting[i] == 0 {
			continue
		}
		for _, t := range f.all[i].below {
			parent[t.child] = i
		}
		start = i
	}
	for range f.all {
		start = parent[start]
	}
	a, b := min(start, parent[start]), max(start, parent[start])
	return nil, refuse(lac.GuardParts, f.records[a].ID, f.records[b].ID, "each is part of the other, or of its parts, or has its money from it")
}

func (f *families) roots() []int {
	roots := make([]int, 0, len(f.all))
	for i := range f.all {
		roots = append(roots, i)
	}
	slices.Sort(roots)
	return roots
}
