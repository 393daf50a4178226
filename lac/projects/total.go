package projects

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A Total is the total of one key. A project that falls to several keys is
// counted in each of them.
type Total struct {
	// Amount is the sum of the transactions. Its Records are projects with an
	// amount in it; its Missing those of which an amount is not reported, or which
	// have no such transaction; and its Excluded the projects left out.
	Amount lac.Total `json:"amount"`
	// Overlap is what is not in Amount because a part of a project, or the project
	// that it is a part of, has it too, as far as the records show. Whoever reports
	// them may have meant it to come on top: the sum is at least Amount, and at
	// most Amount and Overlap together. It has no records where the records show
	// that the money is the same.
	Overlap lac.Total `json:"overlap,omitzero"`
	// Projects is the number of undertakings. It may be less than that of the
	// records: see [Undertaking].
	Projects int `json:"projects"`
	// JobsDirect and JobsIndirect are the jobs stated. They are missing for
	// undertakings that fall to several keys, or to the query in part: nobody says
	// how the jobs divide.
	JobsDirect   StatedTotal `json:"jobs_direct"`
	JobsIndirect StatedTotal `json:"jobs_indirect"`
}

// Equal reports whether t and u are the same sums with the same coverage.
func (t Total) Equal(u Total) bool {
	return t.Projects == u.Projects && t.Amount.Equal(u.Amount) && t.Overlap.Equal(u.Overlap) &&
		t.JobsDirect.Equal(u.JobsDirect) && t.JobsIndirect.Equal(u.JobsIndirect)
}

// A StatedTotal is a sum of figures as they were stated, which keeps their
// hedges: 1,000 jobs and "over 500" are 1,500, one of them over. Of a range it
// adds the lower end.
type StatedTotal struct {
	Figures lac.Total `json:"figures"` // Missing: no figure, nor a vague word
	Vague   int       `json:"vague"`   // of which a word is all that is stated: "numerous"
	hedges  map[lac.Comparator]int
}

// add adds a figure. It errs as [Total.Merge].
func (t *StatedTotal) add(s lac.Stated) error {
	if !s.Value.IsReported() && s.Vague != "" {
		t.Vague++
		return nil
	}
	if !s.Value.IsReported() {
		t.Figures.Missing++
		return nil
	}
	figure, err := lac.TotalOf(s.Value.Amount(), s.Value.Unit())
	if err != nil {
		return err
	}
	if t.Figures, err = t.Figures.Merge(figure); err != nil {
		return err
	}
	if s.Comparator != "" && s.Comparator != lac.Equal {
		if t.hedges == nil {
			t.hedges = map[lac.Comparator]int{}
		}
		t.hedges[s.Comparator]++
	}
	return nil
}

// Hedges returns how many of the figures were stated with each hedge, in the
// order of the hedges' names; those without a hedge are not listed.
func (t StatedTotal) Hedges() iter.Seq2[lac.Comparator, int] {
	return func(yield func(lac.Comparator, int) bool) {
		for _, c := range slices.Sorted(maps.Keys(t.hedges)) {
			if !yield(c, t.hedges[c]) {
				return
			}
		}
	}
}

// Equal reports whether t and u are the same sum with the same hedges and
// coverage.
func (t StatedTotal) Equal(u StatedTotal) bool {
	return t.Vague == u.Vague && t.Figures.Equal(u.Figures) && maps.Equal(t.hedges, u.hedges)
}

// String returns the sum, its coverage and its hedges: "1500 jobs (2 records, 0
// missing), of which 1 gt, and 1 in words alone".
func (t StatedTotal) String() string {
	var b strings.Builder
	b.WriteString(t.Figures.String())
	word := ", of which "
	for c, n := range t.Hedges() {
		fmt.Fprintf(&b, "%s%d %s", word, n, c)
		word = ", "
	}
	if t.Vague > 0 {
		fmt.Fprintf(&b, ", and %d in words alone", t.Vague)
	}
	return b.String()
}

// Totals are the totals of a query, in the order of their keys. The zero
// Totals has none.
type Totals struct {
	keys   []Key
	totals []Total
}

// Len returns the number of keys.
func (t Totals) Len() int { return len(t.keys) }

// All returns every key with its total, in the order of the keys.
func (t Totals) All() iter.Seq2[Key, Total] {
	return func(yield func(Key, Total) bool) {
		for i, k := range t.keys {
			if !yield(k, t.totals[i]) {
				return
			}
		}
	}
}

// Get returns the total of one key; false if it does not occur. Without a
// dimension the key is the zero Key.
func (t Totals) Get(k Key) (Total, bool) {
	i, ok := sort.Find(len(t.keys), func(i int) int { return k.Compare(t.keys[i]) })
	if !ok {
		return Total{}, false
	}
	return t.totals[i], true
}

// Equal reports whether t and u have the same keys with the same totals.
func (t Totals) Equal(u Totals) bool {
	return slices.Equal(t.keys, u.keys) && slices.EqualFunc(t.totals, u.totals, Total.Equal)
}
