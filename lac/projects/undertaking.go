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

// mostLinked is how many projects that are linked to one are compared with one
// another.
const mostLinked = 200

// join returns the number of the undertaking of each project.
func (l *List) join() []int {
	of := make([]int, len(l.projects))
	for i := range of {
		of[i] = i
	}
	find := func(i int) int {
		for of[i] != i {
			of[i] = of[of[i]]
			i = of[i]
		}
		return i
	}
	join := func(a, b int) {
		a, b = find(a), find(b)
		of[max(a, b)] = min(a, b)
	}
	names := newNames(l.projects)
	packages := map[string][]int{} // by what several are linked to, which is not here
	for i := range l.projects {
		for _, link := range l.projects[i].Links {
			other, ok := l.byID[link.ID]
			if !ok && link.Kind == lac.LinkedTo {
				packages[link.ID] = append(packages[link.ID], i)
			}
			if !ok || l.projects[i].Umbrella || l.projects[other].Umbrella {
				continue
			}
			switch link.Kind {
			case lac.PartOf, lac.HasPart, lac.Sibling, lac.SameAs, lac.ThirdParty:
				join(i, other)
			case lac.CoFunded:
				if !names.apart(i, other) {
					join(i, other)
				}
			case lac.LinkedTo:
				if names.alike(i, other) {
					join(i, other)
				}
			}
		}
	}
	for _, linked := range packages {
		if len(linked) > mostLinked {
			continue
		}
		for k, i := range linked {
			for _, j := range linked[:k] {
				if !l.projects[i].Umbrella && !l.projects[j].Umbrella && names.alikeInPackage(i, j) {
					join(i, j)
				}
			}
		}
	}
	for _, m := range l.matches() {
		join(l.byID[m.A], l.byID[m.B])
	}
	for pair := range names.same() {
		join(pair[0], pair[1])
	}
	for i := range of {
		of[i] = find(i)
	}
	return of
}

// isSecondary reports whether a secondary reporter has reported r: one that passes
// on what others report.
func isSecondary(r *lac.Project) bool {
	return slices.ContainsFunc(r.Participants, func(a lac.Participant) bool { return a.Role == "reporting" && a.Secondary })
}
