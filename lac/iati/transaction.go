package iati

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// value returns an amount with its value date. An amount is in the activity's
// default currency where it says no other.
func (a *activity) value(e elem) (lac.Money, lac.Date) {
	if !e.exists() {
		return lac.Money{}, lac.Date{} // the schema has said so
	}
	valued, text := a.date(e, "value-date"), e.text()
	number, err := plain(text)
	if err != nil {
		a.wrong(e, "", text, err)
		return lac.Money{}, valued
	}
	at, attribute := e, "currency"
	if e.attr(attribute) == "" && a.currency != "" {
		at, attribute = elem{&a.tree, 0}, "default-currency"
	}
	c, err := lac.ParseCurrency(at.attr(attribute))
	switch {
	case at.attr(attribute) == "":
		a.broken(e, attribute, text, fmt.Errorf("%w: the amount has no currency", lac.ErrMissing))
		return lac.Money{}, valued
	case err != nil:
		a.broken(at, attribute, at.attr(attribute), cause(err))
		return lac.Money{}, valued
	}
	m, err := lac.ParseAmount(number, c)
	if err != nil {
		a.wrong(e, "", text, cause(err))
	}
	return m, valued
}

// period returns the time between two elements.
func (a *activity) period(e elem) lac.Period {
	start, end := e.child("period-start"), e.child("period-end")
	if !start.exists() || !end.exists() {
		return lac.Period{} // the schema has said so
	}
	first, last := a.date(start, "iso-date"), a.date(end, "iso-date")
	if !first.IsZero() && !last.IsZero() && last.Before(first) {
		a.wrong(end, "iso-date", last.String(), fmt.Errorf("%w: the period ends before it begins, on %s", lac.ErrRange, first))
	}
	return lac.Days(first, last)
}

func (a *activity) budget(e elem) lac.Budget {
	b := lac.Budget{
		Period:    a.period(e),
		Revised:   readOr(a, e, "type", "1", budgetTypes),
		Committed: readOr(a, e, "status", "1", budgetStatuses),
	}
	b.Value, b.ValueDate = a.value(e.child("value"))
	return b
}

func (a *activity) transaction(e elem) lac.Transaction {
	t := lac.Transaction{
		FinanceType: a.financeType(e.child("finance-type")),
		Provider:    a.organisation(e.child("provider-org"), "provider-activity-id"),
		Receiver:    a.organisation(e.child("receiver-org"), "receiver-activity-id"),
		Areas:       a.transactionAreas(e),
		Sectors:     a.sectors(e),
		Note:        e.child("description").narrative(),
	}
	if c := e.child("transaction-type"); c.exists() {
		t.Type = read(a, c, "code", transactionTypes)
	}
	if d := e.child("transaction-date"); d.exists() {
		t.Date = a.date(d, "iso-date").Period()
	}
	t.Value, t.ValueDate = a.value(e.child("value"))
	return t
}
