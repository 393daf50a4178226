package projects

import (
	"cmp"

	"github.com/sinolac/sinolac/lac"
)

// guardRecord applies the rules that look at one project alone.
func (p *plan) guardRecord(r *planned) lac.Guard {
	reach := reachOf(p.q.Type)
	switch {
	case r.Evidence == lac.Unconfirmed:
		return lac.GuardUnconfirmed
	case r.Umbrella:
		return lac.GuardUmbrella
	case p.q.Status == "" && !hasReached(r.Status, reach) && !(reach == reachPayment && r.paid):
		return lac.GuardStatus
	case r.LeaveOut && hasReached(r.Status, reachCommitment):
		return lac.GuardLeaveOut
	}
	for id := range r.Linked(lac.Relieves) {
		if _, ok := p.byID[id]; ok {
			return lac.GuardRelief
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
func (p *plan) guardTransaction(r *planned, t *lac.Transaction) lac.Guard {
	if isDebtRelief(cmp.Or(t.FinanceType, r.FinanceType)) {
		return lac.GuardRelief
	}
	if i, ok := p.receiver(r, t); ok && p.projects[i].valued && p.projects[i].inHierarchy() {
		return lac.GuardPassedOn
	}
	return ""
}

// receiver returns the number of the project that the money of a transaction of r
// goes to.
func (p *plan) receiver(r *planned, t *lac.Transaction) (int, bool) {
	switch t.Type {
	case lac.OutgoingPledge, lac.Commitment, lac.Disbursement:
		i, ok := p.number[t.Receiver.Activity]
		return i, ok && t.Receiver.Activity != r.ID
	}
	return 0, false
}

// guardMatches leaves out all but one of the records of one undertaking, and all
// of them if parts or a parent of one are in its place.
func (p *plan) guardMatches() {
	stands := func(i int) bool { // for the undertaking
		r := &p.projects[i]
		return len(r.parts) > 0 && (r.out == "" || r.represented)
	}
	rank := func(i int) int {
		switch r := &p.projects[i]; {
		case r.represented:
			return 2
		case r.valued:
			return 1
		}
		return 0
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
		a, okA := p.number[m.A]
		b, okB := p.number[m.B]
		if !okA || !okB || !stands(a) || !stands(b) {
			continue
		}
		a, b = find(a), find(b)
		if rank(b) > rank(a) || rank(b) == rank(a) && b < a {
			a, b = b, a
		}
		first[b] = a
	}
	for i := range first {
		if r := &p.projects[i]; first[i] != i && r.out == "" {
			r.out = lac.GuardMatch
		}
	}
}
