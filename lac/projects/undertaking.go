package projects

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// An Undertaking is what people count as one project. Its records, of which there
// may be several, are
//
//   - a project and its parts, unless it is an [lac.Project.Umbrella], and what
//     its source calls its siblings;
//   - records of several who pay for it ([lac.CoFunded]), unless their titles name
//     different things, as those of two works that one loan pays for;
//   - records of it from two sources: see [List.Matches];
//   - records that their source links ([lac.LinkedTo]), such as phases and loans,
//     if their titles have names in common, or the same name where both are linked to
//     a third alone, and those of one source whose titles have
//     the same name in the same country.
type Undertaking struct {
	Records []lac.Project `json:"records"` // that are counted, in the order of their IDs
	// Amounts has what [List.Totals] adds up of each record; nil where no amounts
	// were asked for.
	Amounts []lac.Total `json:"amounts,omitempty"`
}

// Undertakings returns the undertakings of the projects for which keep is true, in
// the order of their first records. Left out are projects that are unconfirmed,
// umbrellas, debt relief, or that their source advises to leave out of sums.
//
// It is the one way to count projects: the number of undertakings is len, that of
// the records behind them the sum of their Records.
func (l *List) Undertakings(keep func(lac.Project) bool) []Undertaking {
	var counted []int
	for i := range l.projects {
		if l.guardCount(&l.projects[i]) == "" && keep(l.projects[i]) {
			counted = append(counted, i)
		}
	}
	return l.group(counted, nil)
}

// group puts projects together by their undertakings, with their amounts if there
// are any.
func (l *List) group(projects []int, amounts []lac.Total) []Undertaking {
	var all []Undertaking
	at := map[int]int{}
	for n, i := range projects {
		u := l.undertakings()[i]
		k, ok := at[u]
		if !ok {
			k = len(all)
			at[u] = k
			all = append(all, Undertaking{})
		}
		all[k].Records = append(all[k].Records, l.projects[i])
		if amounts != nil {
			all[k].Amounts = append(all[k].Amounts, amounts[n])
		}
	}
	return all
}

// isSecondary reports whether a secondary reporter has reported r: one that passes
// on what others report.
func isSecondary(r *lac.Project) bool {
	return slices.ContainsFunc(r.Participants, func(a lac.Participant) bool { return a.Role == "reporting" && a.Secondary })
}
