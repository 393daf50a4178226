package iati

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
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
	if e.attr(attribute) == "" && a.currency.attr("default-currency") != "" {
		at, attribute = a.currency, "default-currency"
	}
	c, err := lac.ParseCurrency(at.attr(attribute))
	switch {
	case at.attr(attribute) == "":
		a.broken(e, attribute, text, fmt.Errorf("%w: the amount has no currency, and is left out", lac.ErrMissing))
		return lac.Money{}, valued
	case err != nil:
		a.broken(at, attribute, at.attr(attribute), fmt.Errorf("%w: the amount %s is left out", feed.Cause(err), shorten(text)))
		return lac.Money{}, valued
	}
	m, err := lac.ParseAmount(number, c)
	if err != nil {
		a.wrong(e, "", text, feed.Cause(err))
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
		a.broken(end, "iso-date", last.String(), fmt.Errorf("%w: the period ends before it begins, on %s: read as the other way round", lac.ErrRange, first))
		first, last = last, first
	}
	return lac.Days(first, last)
}

func (a *activity) budget(e elem) lac.Budget {
	period := a.period(e)
	if !period.IsZero() && period.Last().After(period.First().Period().AddYears(1).Last()) {
		a.broken(e.child("period-end"), "iso-date", period.Last().String(), fmt.Errorf("%w: the period of a budget is longer than a year", lac.ErrRange))
	}
	b := lac.Budget{Period: period, Committed: readOr(a, e, "status", "1", budgetStatuses)}
	if code := a.code(e, "type", firstBudgets); code != "" {
		revised, ok := budgetTypes.value(code)
		if !ok {
			a.unknown(e, "type")
		}
		b.Revised = revised
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
		kind, ok := transactionTypes.value(a.code(c, "code", firstTypes))
		if !ok {
			a.unknown(c, "code")
		}
		t.Type = kind
	}
	day := lac.Date{}
	if d := e.child("transaction-date"); d.exists() {
		if day = a.date(d, "iso-date"); day.After(a.today) {
			a.broken(d, "iso-date", day.String(), fmt.Errorf("%w: a day in the future", lac.ErrRange))
		}
	}
	t.Value, t.ValueDate = a.value(e.child("value"))
	if day.IsZero() && a.version.isFirst() {
		day = t.ValueDate
	}
	t.Date = day.Period()
	a.assume(e, &t)
	return t
}

// assume puts the reporting organisation in the place of the one that a transaction
// leaves out, where the standard says that it is meant: as the provider of outgoing
// funds and the receiver of incoming ones.
func (a *activity) assume(e elem, t *lac.Transaction) {
	switch t.Type {
	case lac.Commitment, lac.Disbursement, lac.Expenditure, lac.EquityPurchase, lac.OutgoingPledge:
		if !e.child("provider-org").exists() {
			t.Provider = a.reporter
		}
	case lac.IncomingFunds, lac.IncomingCommitment, lac.IncomingPledge:
		if !e.child("receiver-org").exists() {
			t.Receiver = a.reporter
		}
	}
}
