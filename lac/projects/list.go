package projects

import (
	"slices"
	"sync"

	"github.com/sinolac/sinolac/lac"
)

// A List is the projects of a dataset, with the records of one undertaking known as
// such. It is safe for concurrent use.
type List struct {
	projects []lac.Project
	byID     map[string]int
	matches  func() []Match
	// undertakings has the number of each project's undertaking.
	undertakings func() []int
}

// Of returns the projects of a dataset. What takes long is found once for a List,
// when it is first needed.
func Of(data *lac.Dataset) *List {
	l := &List{projects: slices.Collect(data.Projects()), byID: map[string]int{}}
	for i := range l.projects {
		l.byID[l.projects[i].ID] = i
	}
	l.matches = sync.OnceValue(func() []Match { return matchProjects(l.projects) })
	l.undertakings = sync.OnceValue(l.join)
	return l
}

// Matches returns the pairs of projects that are records of one undertaking, in the
// order of their IDs. Two projects are if one names the other by a link
// [lac.SameAs] or [lac.ThirdParty]. Two of different sources, or in one source of
// different reporters, are too if they have the same recipients and no link says that
// they stand to one another in another way, neither is an [lac.Project.Umbrella], and
// the areas of their funding participants, where both state them, have one in common;
// and if either their titles, years and amounts are all the same, or
//
//   - they were committed or pledged in one year or in two that follow one another;
//   - the numbers in one title are all in the other, for "Phase 2" is not "Phase 3",
//     and the titles have not each a name of its own, for Arequipa is not Trujillo;
//   - and either the amounts committed are equal, in one currency and prices of
//     one year, and four fifths of the words of the shorter title are in the other,
//     three at least; or all of them are, four at least, and no amounts on one
//     basis differ. An amount that a secondary reporter passes on is equal to one
//     within a hundredth of it.
//
// Words are compared without case and accents, and without those that titles of all
// projects have, such as "grant" and "China", the names of the recipients, and what
// stands in brackets. Of several matches between one reporter and another a project
// is in the best alone: the one that is all the same, then that with equal amounts,
// then more words in common, then nearer years, then lesser IDs.
//
// Words or amounts that more than 200 projects of a recipient and year have in
// common find no match.
func (l *List) Matches() []Match { return slices.Clone(l.matches()) }

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
