package projects

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// guardRecord applies the rules that look at one project alone.
func (p *plan) guardRecord(r *record) lac.Guard {
	reach := reachOf(p.q.Type)
	asked := p.q.Status != "" && p.q.Status == r.Status
	switch {
	case r.Evidence == lac.Unconfirmed:
		return lac.GuardUnconfirmed
	case r.Umbrella:
		return lac.GuardUmbrella
	case !asked && !hasReached(r.Status, reach) && !(reach == reachPayment && r.paid):
		return lac.GuardStatus
	case r.LeaveOut && hasReached(r.Status, reachCommitment):
		return lac.GuardLeaveOut
	case p.relieves(r.Project):
		return lac.GuardRelief
	}
	return ""
}

// guardCount returns the rule that keeps a project out of every count.
func (l *List) guardCount(r *lac.Project) lac.Guard {
	switch {
	case r.Evidence == lac.Unconfirmed:
		return lac.GuardUnconfirmed
	case r.Umbrella:
		return lac.GuardUmbrella
	case r.LeaveOut && hasReached(r.Status, reachCommitment):
		return lac.GuardLeaveOut
	case l.relieves(r) || isDebtRelief(r.FinanceType):
		return lac.GuardRelief
	}
	return ""
}

// relieves reports whether r relieves the debts of another project of the list.
func (l *List) relieves(r *lac.Project) bool {
	for id := range r.Linked(lac.Relieves) {
		if _, ok := l.byID[id]; ok {
			return true
		}
	}
	return false
}

// isDebtRelief reports whether a type of finance forgives or reschedules debts:
// the 600s of the OECD DAC's list.
func isDebtRelief(financeType string) bool {
	return len(financeType) == 3 && financeType[0] == '6'
}

// receiver returns the number of the record that the money of a transaction of r
// goes to.
func (p *plan) receiver(r *record, t *lac.Transaction) (int, bool) {
	switch t.Type {
	case lac.OutgoingPledge, lac.Commitment, lac.Disbursement, lac.Expenditure:
		i, ok := p.number[t.Receiver.Activity]
		return i, ok && t.Receiver.Activity != r.ID
	}
	return 0, false
}

func refuse(g lac.Guard, a, b, format string, args ...any) error {
	return &lac.UnsafeSumError{Guard: g, Detail: fmt.Sprintf(format, args...), Records: []string{a, b}}
}
