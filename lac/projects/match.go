package projects

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

// A Match says that two projects of a dataset are records of one
// undertaking, and why.
type Match struct {
	A string `json:"a"` // the lesser ID
	B string `json:"b"`
	// Link is the link that says so, [lac.SameAs] or [lac.ThirdParty]. Empty: none does,
	// and the match rests on the fields below.
	Link   lac.LinkKind `json:"link,omitempty"`
	Amount lac.Money    `json:"amount,omitzero"` // committed or pledged, by both; not reported: not compared
	Shared int          `json:"shared"`          // words that both titles have
	Words  int          `json:"words"`           // words of the title that has fewer
}

// String returns the IDs and the reasons.
func (m Match) String() string {
	if m.Link != "" {
		return fmt.Sprintf("%s and %s: %s", m.A, m.B, m.Link)
	}
	s := fmt.Sprintf("%s and %s: %d of %d words", m.A, m.B, m.Shared, m.Words)
	if m.Amount.IsReported() {
		s += fmt.Sprintf(", %v", m.Amount)
	}
	return s
}

// Matches returns the pairs of projects that are records of one
// undertaking, in the order of their IDs. Two projects are if one names the other
// by a link [lac.SameAs] or [lac.ThirdParty]. Two of different sources are too if
//
//   - they have the same recipients, and were committed or pledged in one year or
//     in two that follow one another;
//   - no link says that they stand to one another in another way, neither is an
//     [lac.Project.Umbrella], and the areas of their funding participants, where both
//     state them, have one in common;
//   - the numbers in one title are all in the other, for "Phase 2" is not "Phase 3";
//   - and either the amounts committed are equal, in one currency and prices of
//     one year, and four fifths of the words of the shorter title are in the other,
//     three at least; or all of them are, four at least, and no amounts on one
//     basis differ.
//
// Words are compared without case, and without those that titles of all projects
// have, such as "grant" and "China", the names of the recipients, and what stands
// in brackets. Of several matches between one source and another a project is in
// the best alone: that with equal amounts, then more words in common, then
// nearer years, then lesser IDs.
//
// Words or amounts that more than 200 projects of a recipient and year have in
// common find no match.
func (l *List) Matches() []Match { return slices.Clone(l.matches()) }

// mostAlike is how many projects of a recipient and year may share a word or an
// amount that is to find matches.
const mostAlike = 200

// A matchable is what of a project is compared.
type matchable struct {
	*lac.Project
	recipients string
	year       int
	words      []string // of the title, sorted
	numbers    []string // in the title, sorted
	amounts    []basisAmount
	funders    []lac.Area
}

type basisAmount struct {
	value     lac.Money
	priceYear int
}

// A feature is what two projects must share to be compared.
type feature struct {
	recipients string
	year       int
	word       string
	amount     basisAmount
}

// matchProjects finds the matches of projects, which are in the order of IDs.
func matchProjects(projects []lac.Project) []Match {
	number := make(map[string]int, len(projects))
	for i := range projects {
		number[projects[i].ID] = i
	}
	var matches []Match
	linked := map[[2]int]bool{} // by whatever link
	taken := map[takenPair]bool{}
	for i := range projects {
		for _, l := range projects[i].Links {
			j, ok := number[l.ID]
			if !ok || i == j {
				continue
			}
			a, b := min(i, j), max(i, j)
			if (l.Kind == lac.SameAs || l.Kind == lac.ThirdParty) && !linked[[2]int{a, b}] {
				matches = append(matches, Match{A: projects[a].ID, B: projects[b].ID, Link: l.Kind})
				taken[takenPair{a, projects[b].Source}] = true
				taken[takenPair{b, projects[a].Source}] = true
			}
			linked[[2]int{a, b}] = true
		}
	}
	for _, c := range candidates(projects, linked) {
		a, b := takenPair{c.a, projects[c.b].Source}, takenPair{c.b, projects[c.a].Source}
		if !taken[a] && !taken[b] {
			taken[a], taken[b] = true, true
			matches = append(matches, c.Match)
		}
	}
	slices.SortFunc(matches, func(a, b Match) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return matches
}

// A takenPair says that a project has its match in a source.
type takenPair struct {
	project int
	source  string
}

// A candidate is a match that another, better one may take the place of.
type candidate struct {
	Match
	a, b  int
	years int // between the commitments
}

// candidates returns the matches that the projects' own fields make, the best
// first.
func candidates(projects []lac.Project, linked map[[2]int]bool) []candidate {
	if len(projects) == 0 || !slices.ContainsFunc(projects, func(r lac.Project) bool { return r.Source != projects[0].Source }) {
		return nil
	}
	all := make([]matchable, len(projects))
	index := map[feature][]int{}
	areaWords := map[lac.Area][]string{}
	for i := range projects {
		m := newMatchable(&projects[i], areaWords)
		all[i] = m
		if m.recipients == "" || m.year == 0 || m.Umbrella {
			continue
		}
		for _, f := range m.features(m.year) {
			index[f] = append(index[f], i)
		}
	}
	var found []candidate
	met := map[int]bool{}
	for i := range all {
		a := &all[i]
		if a.Umbrella {
			continue
		}
		clear(met)
		for year := a.year - 1; year <= a.year+1; year++ {
			for _, f := range a.features(year) {
				alike := index[f]
				if len(alike) > mostAlike {
					continue
				}
				for _, j := range alike {
					if j <= i || met[j] || all[j].Source == a.Source || linked[[2]int{i, j}] {
						continue
					}
					met[j] = true
					if m, ok := a.match(&all[j]); ok {
						found = append(found, candidate{m, i, j, max(a.year-all[j].year, all[j].year-a.year)})
					}
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		equal := func(c candidate) int {
			if c.Amount.IsReported() {
				return 0
			}
			return 1
		}
		return cmp.Or(equal(a)-equal(b), b.Shared*a.Words-a.Shared*b.Words, b.Shared-a.Shared, a.years-b.years, a.a-b.a, a.b-b.b)
	})
	return found
}

// newMatchable makes out what is compared of r. The words of the names of areas
// are kept in areaWords.
func newMatchable(r *lac.Project, areaWords map[lac.Area][]string) matchable {
	m := matchable{Project: r, year: committed(r).First().Year()}
	areas := make([]string, len(r.Areas))
	known := map[string]bool{}
	for i, a := range r.Areas {
		areas[i] = a.Area.String() + a.Vocabulary + " " + a.Code
		words, ok := areaWords[a.Area]
		if !ok {
			words = titleWords(a.Area.Name(language.English))
			areaWords[a.Area] = words
		}
		for _, w := range words {
			known[w] = true
		}
	}
	slices.Sort(areas)
	m.recipients = strings.Join(areas, ", ")
	for _, w := range titleWords(unbracketed(r.Title)) {
		switch {
		case isTitleNumber(w):
			m.numbers = append(m.numbers, w)
		case len(w) > 1 && !titleBoilerplate[w] && !known[w]:
			m.words = append(m.words, w)
		}
	}
	sums := map[amountBasis]lac.Total{}
	for _, t := range r.Transactions {
		if (t.Type == lac.Commitment || t.Type == lac.OutgoingPledge) && t.Value.IsReported() {
			basis := amountBasis{lac.UnitOf(t.Value.Currency()), t.PriceYear}
			one, _ := lac.TotalOf(t.Value.Amount(), basis.unit)
			sums[basis], _ = sums[basis].Merge(one) // one unit always merges
		}
	}
	for basis, sum := range sums {
		if amount, err := sum.Money(); err == nil && amount.Sign() > 0 {
			m.amounts = append(m.amounts, basisAmount{amount, basis.priceYear})
		}
	}
	slices.SortFunc(m.amounts, func(a, b basisAmount) int { return cmp.Or(a.value.Compare(b.value), a.priceYear-b.priceYear) })
	for _, a := range r.Participants {
		if a.Role == "funding" && a.Area != 0 {
			m.funders = append(m.funders, a.Area)
		}
	}
	return m
}

// features returns what finds m among the projects of a year.
func (m *matchable) features(year int) []feature {
	features := make([]feature, 0, len(m.words)+len(m.amounts))
	for _, w := range m.words {
		features = append(features, feature{recipients: m.recipients, year: year, word: w})
	}
	for _, a := range m.amounts {
		features = append(features, feature{recipients: m.recipients, year: year, amount: a})
	}
	return features
}

// match applies the rule to two projects that share a feature.
func (m *matchable) match(n *matchable) (Match, bool) {
	amount, differ := lac.Money{}, false
	for _, a := range m.amounts {
		for _, b := range n.amounts {
			switch {
			case a == b:
				amount = a.value
			case a.value.Currency() == b.value.Currency() && a.priceYear == b.priceYear:
				differ = true
			}
		}
	}
	match := Match{A: m.ID, B: n.ID, Amount: amount, Shared: shared(m.words, n.words), Words: min(len(m.words), len(n.words))}
	switch numbers := shared(m.numbers, n.numbers); {
	case numbers < min(len(m.numbers), len(n.numbers)):
		return match, false
	case len(m.funders) > 0 && len(n.funders) > 0 && !slices.ContainsFunc(m.funders, func(a lac.Area) bool { return slices.Contains(n.funders, a) }):
		return match, false
	case amount.IsReported():
		return match, match.Shared >= 3 && match.Shared*5 >= match.Words*4
	}
	return match, !differ && match.Shared >= 4 && match.Shared == match.Words
}

// shared returns how many strings two sorted lists have in common.
func shared(a, b []string) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch c := strings.Compare(a[0], b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			a, b = a[1:], b[1:]
			n++
		}
	}
	return n
}

// titleWords returns the runs of letters and of digits in a title, in lower case,
// each once and sorted: "600MW" is 600 and mw.
func titleWords(title string) []string {
	var words []string
	start, digit := -1, false
	title = strings.ToLower(title)
	flush := func(end int) {
		if start >= 0 {
			words = append(words, title[start:end])
		}
		start = -1
	}
	for i, r := range title {
		isDigit := '0' <= r && r <= '9'
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		if !isDigit && !letter || start >= 0 && isDigit != digit {
			flush(i)
		}
		if start < 0 && (isDigit || letter) {
			start, digit = i, isDigit
		}
	}
	flush(len(title))
	slices.Sort(words)
	return slices.Compact(words)
}

// unbracketed returns a title without what stands in brackets.
func unbracketed(title string) string {
	var b strings.Builder
	depth := 0
	for _, r := range title {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// isTitleNumber reports whether a word tells one phase or size from another.
func isTitleNumber(w string) bool {
	switch w {
	case "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x":
		return true
	}
	return '0' <= w[0] && w[0] <= '9'
}

// titleBoilerplate are words that say who pays and how rather than for what.
var titleBoilerplate = boilerplate(`
	a an and at by de del do for from in into la of on or the to via with worth
	china chinese government embassy ministry eximbank exim bank prc
	provide provides provided grant grants granted fund funds funded finance financing donate donates donated give gives gave
	sign signs signed support supports supported assist assists assistance aid aids contribute contributes
	loan loans credit concessional preferential buyer buyers interest free
	rmb cny usd us dollar dollars eur euro euros yuan million billion m bn
	project projects programme program phase`)

func boilerplate(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(text) {
		words[w] = true
	}
	return words
}
