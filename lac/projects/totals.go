package projects

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// Totals returns exact totals of the transactions of the projects that q
// selects, a key for each combination of the dimensions that occurs: of
// [lac.ByRecipient], [lac.BySector], [lac.ByYear], [lac.ByStatus], [lac.ByKind] and
// [lac.BySource]. Without a dimension there is one key, the zero [Key]; if q selects
// nothing there is none.
//
// An amount that falls to several recipients or sectors is divided by their
// percentages: the parts add up to it to the last digit. Where a transaction has
// recipients or sectors of its own, they are in place of the project's.
//
// What must not be added up is refused with [*lac.UnsafeSumError] or left out and
// counted in [lac.Total.Excluded], by the first of these rules that holds:
// [lac.GuardUnconfirmed], [lac.GuardUmbrella], [lac.GuardStatus],
// [lac.GuardLeaveOut], [lac.GuardRelief], [lac.GuardPassedOn], [lac.GuardParts] and
// [lac.GuardMatch]. A payment that is recorded was made, whatever the status says.
func (l *List) Totals(q Query, by ...lac.Dimension) (Totals, error) {
	p, err := l.plan(q, by)
	if err != nil {
		return Totals{}, err
	}
	return p.add()
}

// Select returns the undertakings that [List.Totals] counts for q with no
// dimension, after every rule, with what it adds up of each of their projects. It
// errs as Totals does.
func (l *List) Select(q Query) ([]Undertaking, error) {
	p, err := l.plan(q, nil)
	if err != nil {
		return nil, err
	}
	counted, amounts := []int{}, []lac.Total{}
	for i := range p.records {
		tallies := map[Key]*tally{}
		if err := p.addRecord(tallies, &p.records[i]); err != nil {
			return nil, err
		}
		if t := tallies[Key{}]; t != nil && t.Projects > 0 {
			counted = append(counted, p.byID[p.records[i].ID])
			amounts = append(amounts, t.Amount)
		}
	}
	return l.group(counted, amounts), nil
}

// plan selects projects and applies the rules that leave some out.
func (l *List) plan(q Query, by []lac.Dimension) (*plan, error) {
	if err := q.validate(by); err != nil {
		return nil, err
	}
	p := &plan{List: l, q: q, number: map[string]int{}}
	for _, dim := range by {
		p.by[dim] = true
	}
	var err error
	if p.sectors, err = newSectorFilter(q.Sector); err != nil {
		return nil, fmt.Errorf("project totals: %w", err)
	}
	for i := range l.projects {
		if r := &l.projects[i]; q.Source == "" || q.Source == r.Source {
			p.number[r.ID] = len(p.records)
			p.records = append(p.records, p.look(r))
			p.records[len(p.records)-1].undertaking = l.undertakings()[i]
		}
	}
	return p, p.families().guard()
}
