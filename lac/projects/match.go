package projects

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

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

// mostAlike is how many projects of a recipient and year may share a word or an
// amount that is to find matches.
const mostAlike = 200

// A matchable is what of a project is compared.
type matchable struct {
	*lac.Project
	origin     origin
	recipients string
	year       int
	title      title
	amounts    []basisAmount
	funders    []lac.Area
}

// An origin is who reports a project: within one source several may, of their own
// or as secondary reporters.
type origin struct {
	source, reporter string
	secondary        bool
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
	m := matcher{linked: map[[2]int]bool{}, taken: map[takenPair]bool{}}
	var reader titleReader
	for i := range projects {
		m.all = append(m.all, newMatchable(&projects[i], &reader))
	}
	for i := range projects {
		for _, l := range projects[i].Links {
			j, ok := number[l.ID]
			if !ok || i == j {
				continue
			}
			a, b := min(i, j), max(i, j)
			if (l.Kind == lac.SameAs || l.Kind == lac.ThirdParty) && !m.linked[[2]int{a, b}] {
				m.keep(candidate{Match: Match{A: projects[a].ID, B: projects[b].ID, Link: l.Kind}, a: a, b: b})
			}
			m.linked[[2]int{a, b}] = true
		}
	}
	if slices.ContainsFunc(m.all, func(n matchable) bool { return n.origin != m.all[0].origin }) {
		for _, found := range [][]candidate{m.copies(), m.candidates()} {
			for _, c := range found {
				if !m.taken[m.pair(c.a, c.b)] && !m.taken[m.pair(c.b, c.a)] {
					m.keep(c)
				}
			}
		}
	}
	slices.SortFunc(m.matches, func(a, b Match) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return m.matches
}

// A matcher finds the matches of projects.
type matcher struct {
	all     []matchable
	linked  map[[2]int]bool // by whatever link
	taken   map[takenPair]bool
	matches []Match
}

// A takenPair says that a project has its match of an origin.
type takenPair struct {
	project int
	origin  origin
}

func (m *matcher) pair(of, with int) takenPair { return takenPair{of, m.all[with].origin} }

func (m *matcher) keep(c candidate) {
	m.taken[m.pair(c.a, c.b)], m.taken[m.pair(c.b, c.a)] = true, true
	m.matches = append(m.matches, c.Match)
}

// A candidate is a match that another, better one may take the place of.
type candidate struct {
	Match
	a, b  int
	years int // between the commitments
}

// copies returns the projects that two origins have in the same words, with the
// same recipients, year and amounts. Where an origin has several, they are taken in
// their order.
func (m *matcher) copies() []candidate {
	type text struct {
		recipients, title string
		year, amounts     int
		amount            basisAmount // the first
	}
	alike := map[text][]int{}
	var order []text
	for i := range m.all {
		a := &m.all[i]
		if a.recipients == "" || a.Umbrella {
			continue
		}
		t := text{recipients: a.recipients, title: folded(a.Title), year: a.year, amounts: len(a.amounts)}
		if len(a.amounts) > 0 {
			t.amount = a.amounts[0]
		}
		if t.title == "" {
			continue
		}
		if alike[t] == nil {
			order = append(order, t)
		}
		alike[t] = append(alike[t], i)
	}
	var found []candidate
	for _, t := range order {
		if len(alike[t]) > mostAlike {
			continue
		}
		nth := map[origin]int{} // of each origin's, the number of each
		count := make([]int, len(alike[t]))
		for k, i := range alike[t] {
			count[k] = nth[m.all[i].origin]
			nth[m.all[i].origin]++
		}
		for k, i := range alike[t] {
			for l, j := range alike[t][:k] {
				a, b := &m.all[j], &m.all[i]
				if count[k] != count[l] || a.origin == b.origin || m.linked[[2]int{j, i}] || !slices.Equal(a.amounts, b.amounts) || a.fundersDiffer(b) {
					continue
				}
				words := len(a.title.words)
				match := Match{A: a.ID, B: b.ID, Amount: t.amount.value, Shared: words, Words: words}
				found = append(found, candidate{Match: match, a: j, b: i})
			}
		}
	}
	return found
}

// candidates returns the matches that the projects' own fields make, the best
// first.
func (m *matcher) candidates() []candidate {
	index := map[feature][]int{}
	for i := range m.all {
		a := &m.all[i]
		if a.recipients == "" || a.year == 0 || a.Umbrella {
			continue
		}
		for _, f := range a.features(a.year) {
			index[f] = append(index[f], i)
		}
	}
	var found []candidate
	met := map[int]bool{}
	for i := range m.all {
		a := &m.all[i]
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
					if j <= i || met[j] || m.all[j].origin == a.origin || m.linked[[2]int{i, j}] {
						continue
					}
					met[j] = true
					if match, ok := a.match(&m.all[j]); ok {
						found = append(found, candidate{match, i, j, max(a.year-m.all[j].year, m.all[j].year-a.year)})
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

// recipientsOf names the recipients of r, empty if none is stated.
func recipientsOf(r *lac.Project) string {
	areas := make([]string, len(r.Areas))
	for i, a := range r.Areas {
		areas[i] = a.Area.String() + a.Vocabulary + " " + a.Code
	}
	slices.Sort(areas)
	return strings.Join(areas, ", ")
}

// newMatchable makes out what is compared of r.
func newMatchable(r *lac.Project, reader *titleReader) matchable {
	m := matchable{Project: r, year: committed(r).First().Year(), recipients: recipientsOf(r), title: reader.read(r), origin: origin{source: r.Source}}
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
		if a.Role == "reporting" {
			m.origin.reporter = cmp.Or(a.Ref, a.Name)
			m.origin.secondary = a.Secondary
		}
	}
	return m
}

// features returns what finds m among the projects of a year.
func (m *matchable) features(year int) []feature {
	features := make([]feature, 0, len(m.title.words)+len(m.amounts))
	for _, w := range m.title.words {
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
			case a.value.Currency() != b.value.Currency() || a.priceYear != b.priceYear:
			case a == b:
				amount = a.value
			case m.origin.secondary != n.origin.secondary && isRounded(a.value, b.value):
				amount = a.value
				if m.origin.secondary {
					amount = b.value
				}
			default:
				differ = true
			}
		}
	}
	t, u := m.title, n.title
	match := Match{A: m.ID, B: n.ID, Amount: amount, Shared: shared(t.words, u.words), Words: min(len(t.words), len(u.words))}
	switch {
	case shared(t.numbers, u.numbers) < min(len(t.numbers), len(u.numbers)), m.fundersDiffer(n), namesDiffer(t.names, u.names):
		return match, false
	case amount.IsReported():
		return match, match.Shared >= 3 && match.Shared*5 >= match.Words*4
	}
	return match, !differ && match.Shared >= 4 && match.Shared == match.Words
}

// isRounded reports whether one of two amounts may be the other as somebody who
// passes it on rounds it: they are within a hundredth.
func isRounded(a, b lac.Money) bool {
	x, y := a.Amount(), b.Amount()
	return x.Sub(y).Abs().Mul(decimal.NewFromInt(100)).Cmp(decimal.Max(x, y)) <= 0
}

func (m *matchable) fundersDiffer(n *matchable) bool {
	return len(m.funders) > 0 && len(n.funders) > 0 &&
		!slices.ContainsFunc(m.funders, func(a lac.Area) bool { return slices.Contains(n.funders, a) })
}

// namesDiffer reports whether each of two titles has a name that the other has not,
// nor one that begins like it.
func namesDiffer(a, b []string) bool {
	ownA, ownB := without(a, b), without(b, a)
	if len(ownA) == 0 || len(ownB) == 0 {
		return false
	}
	if len(ownB) < len(ownA) {
		ownA, ownB = ownB, ownA
	}
	for _, x := range ownA {
		if !slices.ContainsFunc(ownB, func(y string) bool {
			const stem = 4
			return len(x) >= stem && len(y) >= stem && x[:stem] == y[:stem]
		}) {
			return true
		}
	}
	return false
}

// committed returns when r was agreed, as far as it says: the date of its first
// commitment or pledge, or of a stage.
func committed(r *lac.Project) lac.Period {
	var first lac.Period
	for _, t := range r.Transactions {
		if (t.Type == lac.Commitment || t.Type == lac.OutgoingPledge) && !t.Date.IsZero() && (first.IsZero() || t.Date.Compare(first) < 0) {
			first = t.Date
		}
	}
	if !first.IsZero() {
		return first
	}
	var best lac.Stage
	rank := func(s lac.Stage) int {
		switch {
		case s.Planned:
			return 3
		case s.Status == lac.StatusCommitment:
			return 0
		case s.Status == lac.StatusPledge:
			return 1
		}
		return 2
	}
	for _, s := range r.Stages {
		if !s.Date.IsZero() && (best.Date.IsZero() || rank(s) < rank(best) || rank(s) == rank(best) && s.Date.Compare(best.Date) < 0) {
			best = s
		}
	}
	return best.Date
}
