package iati

import (
	"fmt"
	"strconv"

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

func (a *activity) result(e elem) lac.Result {
	r := lac.Result{Type: read(a, e, "type", resultTypes), Title: e.child("title").narrative()}
	for i := range e.all("indicator") {
		r.Indicators = append(r.Indicators, a.indicator(i))
	}
	return r
}

func (a *activity) indicator(e elem) lac.Indicator {
	i := lac.Indicator{Title: e.child("title").narrative(), Unit: read(a, e, "measure", measures), Falling: !a.boolean(e, "ascending", true)}
	found := false
	for b := range e.all("baseline") {
		v := lac.IndicatorValue{Period: a.date(b, "iso-date").Period(), Actual: b.attr("value"), Dimensions: dimensions(b)}
		year, err := strconv.ParseUint(b.attr("year"), 10, 16)
		if b.has("year") && (err != nil || lac.Year(int(year)).IsZero()) {
			a.wrong(b, "year", b.attr("year"), lac.ErrSyntax)
		}
		if v.Period.IsZero() {
			v.Period = lac.Year(int(year))
		}
		// The record has one: that of the whole, if there is one.
		if whole := len(v.Dimensions) == 0; !found || whole && len(i.Baseline.Dimensions) > 0 {
			i.Baseline, found = v, true
		}
	}
	for p := range e.all("period") {
		i.Periods = append(i.Periods, a.indicatorValues(p)...)
	}
	return i
}

// indicatorValues returns the targets and actual values of a period: a target
// and an actual value of the same dimensions together.
func (a *activity) indicatorValues(e elem) []lac.IndicatorValue {
	period := a.period(e)
	var values []lac.IndicatorValue
	waiting := map[string][]int{} // indexes of targets without actual value, by dimensions
	for v := range e.all("target") {
		d := dimensions(v)
		key := fmt.Sprintf("%q", d)
		waiting[key] = append(waiting[key], len(values))
		values = append(values, lac.IndicatorValue{Period: period, Target: v.attr("value"), Dimensions: d})
	}
	for v := range e.all("actual") {
		d := dimensions(v)
		key := fmt.Sprintf("%q", d)
		if w := waiting[key]; len(w) > 0 {
			values[w[0]].Actual, waiting[key] = v.attr("value"), w[1:]
		} else {
			values = append(values, lac.IndicatorValue{Period: period, Actual: v.attr("value"), Dimensions: d})
		}
	}
	if len(values) == 0 {
		values = append(values, lac.IndicatorValue{Period: period})
	}
	return values
}

func dimensions(e elem) []lac.IndicatorDimension {
	var out []lac.IndicatorDimension
	for d := range e.all("dimension") {
		out = append(out, lac.IndicatorDimension{Name: d.attr("name"), Value: d.attr("value")})
	}
	return out
}
