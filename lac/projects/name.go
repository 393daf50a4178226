package projects

import (
	"iter"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// names tells which projects are of one name.
type names struct {
	projects []lac.Project
	titles   []title
}

func newNames(projects []lac.Project) *names {
	n := &names{projects: projects, titles: make([]title, len(projects))}
	var reader titleReader
	for i := range projects {
		n.titles[i] = reader.read(&projects[i])
	}
	return n
}

// alike reports whether the titles of two projects of which one names the other are
// about one thing: they have half of the names of the shorter title in common or, where
// one of them has none, half of the words, and are not of two kinds of things.
func (n *names) alike(i, j int) bool {
	a, b := n.titles[i], n.titles[j]
	if thingsDiffer(a, b) {
		return false
	}
	if len(a.names) > 0 && len(b.names) > 0 {
		common := shared(a.names, b.names)
		return common > 0 && 2*common >= min(len(a.names), len(b.names))
	}
	common := shared(a.words, b.words)
	return common > 0 && 2*common >= min(len(a.words), len(b.words))
}

// alikeInPackage reports the same of two projects that name a third, as do all that
// one fund pays for: then all names of the shorter title are in the other, two at least
// unless they are of one kind of thing; or, where neither has one, the words are the
// same.
func (n *names) alikeInPackage(i, j int) bool {
	a, b := n.titles[i], n.titles[j]
	if thingsDiffer(a, b) {
		return false
	}
	if fewest := min(len(a.names), len(b.names)); fewest > 0 {
		return shared(a.names, b.names) == fewest && (fewest > 1 || shared(a.things, b.things) > 0)
	}
	return len(a.names)+len(b.names) == 0 && len(a.words) > 1 && slices.Equal(a.words, b.words)
}

// apart reports whether the titles of two projects have each a name, and none in
// common.
func (n *names) apart(i, j int) bool {
	a, b := n.titles[i], n.titles[j]
	return len(a.names) > 0 && len(b.names) > 0 && shared(a.names, b.names) == 0
}

// thingsDiffer reports whether two titles are about things of two kinds: a school
// and a road in one town have its name in common.
func thingsDiffer(a, b title) bool {
	return len(a.things) > 0 && len(b.things) > 0 && shared(a.things, b.things) == 0
}

// IsInfrastructure reports whether p is of the kind [lac.Infrastructure] and its
// title does not say that it is something else: lists of finance mark as
// infrastructure also a car that is donated to a school, or an institute of
// language that is opened at a university.
func IsInfrastructure(p lac.Project) bool {
	if p.Kind != lac.Infrastructure {
		return false
	}
	words := titleWords(unbracketed(p.Title))
	// What is donated stands between the verb and whom it is donated to.
	if from := slices.IndexFunc(words, func(w string) bool { return donateWords[w] }); from >= 0 {
		if to := slices.Index(words[from:], "to"); to > 0 {
			words = words[from : from+to]
		}
	}
	given := false
	for _, w := range words {
		if builtWords[w] {
			return true
		}
		given = given || givenWords[w]
	}
	return !given
}

// isOfWorks reports whether a title is of something that is built or repaired.
func isOfWorks(title string) bool {
	works := false
	for _, w := range titleWords(unbracketed(title)) {
		if givenWords[w] {
			return false
		}
		works = works || builtWords[w] && !thingWords[w]
	}
	return works
}

// mostOfAName is how many projects of a country may share a word of a name that is
// to say that they are one.
const mostOfAName = 12

// same yields pairs of projects of one source and country whose titles are of works
// on the thing of one name: all words of the shorter one's, two at least, are in the
// other, both say what kind of thing it is, and no number tells them apart. What is
// given or lent to somebody twice is two.
func (n *names) same() iter.Seq[[2]int] {
	type feature struct{ source, recipients, word string }
	return func(yield func([2]int) bool) {
		index := map[feature][]int{}
		for i := range n.projects {
			recipients := recipientsOf(&n.projects[i])
			if recipients == "" || n.projects[i].Umbrella || !isOfWorks(n.projects[i].Title) {
				continue
			}
			for _, w := range n.titles[i].names {
				f := feature{n.projects[i].Source, recipients, w}
				index[f] = append(index[f], i)
			}
		}
		for _, alike := range index {
			if len(alike) > mostOfAName {
				continue
			}
			for k, i := range alike {
				for _, j := range alike[:k] {
					a, b := n.titles[i], n.titles[j]
					fewest := min(len(a.names), len(b.names))
					if fewest < 2 || shared(a.things, b.things) == 0 || shared(a.names, b.names) < fewest || shared(a.numbers, b.numbers) < min(len(a.numbers), len(b.numbers)) {
						continue
					}
					if !yield([2]int{i, j}) {
						return
					}
				}
			}
		}
	}
}
