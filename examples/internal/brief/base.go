package brief

import (
	"cmp"
	"encoding/json"
	"slices"
	"sync"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// maxKept bounds of how many days and policies the base keeps what it looked up.
const maxKept = 32

// On makes a base of a dataset. It errs where the tables cannot be added up.
func On(data *lac.Dataset) (*Base, error) {
	b := &Base{data: data, pledges: map[pledgeKey][]check.PledgeFinding{}, prepared: map[string]*check.Prepared{},
		meetings: slices.Collect(data.Meetings())}
	var err error
	if b.years, err = tradeByYear(data); err != nil {
		return nil, err
	}
	if b.partners, b.partnersOf, err = tradeByPartner(data); err != nil {
		return nil, err
	}
	b.published = reconciliations(data)
	b.yearChart = sync.OnceValues(func() (*figure, error) { return yearChart(b.years, language.English) })
	b.bars = sync.OnceValues(func() (*figure, error) { return partnerChart(b.partners, b.partnersOf, language.English) })
	return b, nil
}

// Data returns the dataset.
func (b *Base) Data() *lac.Dataset { return b.data }

// Source returns a source that the briefing cites.
func (b Briefing) Source(id string) (lac.Source, bool) {
	for _, s := range b.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return lac.Source{}, false
}

// Apart returns the briefing without the base that it was made on, which can then be
// freed.
func (b Briefing) Apart() Briefing {
	b.base = nil
	return b
}

// Briefing checks the claims of a statement. Pledges stand as of the day on, in the
// claims and in the list of them, which has none that was made later. It errs where a
// claim cannot be checked under the policy.
func (b *Base) Briefing(s lac.Statement, on lac.Date, policy check.Policy) (Briefing, error) {
	out := Briefing{
		Statement: s, On: on, Policy: policy, base: b,
		Years: b.years, Partners: b.partners, PartnersOf: b.partnersOf, Published: b.published,
	}
	for _, m := range b.meetings {
		if !m.Date.First().After(on) {
			out.Meetings = append(out.Meetings, m)
		}
	}
	s.Claims = slices.Clone(s.Claims)
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Form == lac.FormPledge {
			c.Period = on.Period()
		}
	}
	text, err := json.Marshal(policy)
	if err != nil {
		return Briefing{}, err
	}
	if out.Findings, err = b.under(policy, string(text)).Statement(s); err != nil {
		return Briefing{}, err
	}
	out.Pledges = b.pledgesOn(on, policy, string(text))
	out.Sources = cited(b.data, out)
	return out, nil
}

// under returns the dataset made ready for claims under a policy, whose JSON is given.
func (b *Base) under(policy check.Policy, text string) *check.Prepared {
	b.mu.Lock()
	defer b.mu.Unlock()
	ready, ok := b.prepared[text]
	if !ok {
		if len(b.prepared) >= maxKept {
			clear(b.prepared)
		}
		ready = check.Prepare(b.data, policy)
		b.prepared[text] = ready
	}
	return ready
}

// pledgesOn returns how all pledges stand on a day.
func (b *Base) pledgesOn(on lac.Date, policy check.Policy, text string) []check.PledgeFinding {
	key := pledgeKey{on, text}
	b.mu.Lock()
	defer b.mu.Unlock()
	if found, ok := b.pledges[key]; ok {
		return found
	}
	var found []check.PledgeFinding
	for _, page := range check.Ledger(b.data, on, policy) {
		found = append(found, page.Pledges...)
	}
	slices.SortStableFunc(found, func(x, y check.PledgeFinding) int {
		return cmp.Or(x.Pledge.Made.Compare(y.Pledge.Made), cmp.Compare(x.Pledge.ID, y.Pledge.ID))
	})
	if len(b.pledges) >= maxKept {
		clear(b.pledges)
	}
	b.pledges[key] = found
	return found
}

// Of is On and Briefing in one.
func Of(data *lac.Dataset, s lac.Statement, on lac.Date, policy check.Policy) (Briefing, error) {
	base, err := On(data)
	if err != nil {
		return Briefing{}, err
	}
	return base.Briefing(s, on, policy)
}
