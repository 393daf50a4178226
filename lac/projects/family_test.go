package projects_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
	"pgregory.net/rapid"
)

// drawFamily draws a hierarchy of projects that each have a year of their own, with
// the parents of each.
func drawFamily(t *rapid.T, mostParents int) (all []lac.Project, parents [][]int) {
	n := rapid.IntRange(1, 12).Draw(t, "projects")
	parents = make([][]int, n)
	for i := range n {
		r := undertaking(fmt.Sprintf("%02d", i), with())
		r.Stages = []lac.Stage{{Status: lac.StatusCommitment, Date: lac.Year(2000 + i)}}
		if rapid.Bool().Draw(t, "valued") {
			amount := rapid.Int64Range(0, 100).Draw(t, "amount")
			r.Transactions = []lac.Transaction{{Type: lac.Commitment, Date: lac.Year(2000 + i), Value: lac.MoneyOf(amount, lac.USD)}}
		}
		if i > 0 {
			parents[i] = rapid.SliceOfNDistinct(rapid.IntRange(0, i-1), 0, min(i, mostParents), rapid.ID).Draw(t, "parents")
		}
		for _, p := range parents[i] {
			if rapid.Bool().Draw(t, "named from above") {
				all[p].Links = append(all[p].Links, lac.Link{Kind: lac.HasPart, ID: r.ID})
			} else {
				r.Links = append(r.Links, lac.Link{Kind: lac.PartOf, ID: all[p].ID})
			}
		}
		all = append(all, r)
	}
	return all, parents
}

func ownAmount(r lac.Project) decimal.Decimal {
	if len(r.Transactions) == 0 {
		return decimal.Decimal{}
	}
	return r.Transactions[0].Value.Amount()
}

// A family has the larger of the parent's own amount and the sum of what its parts
// have, however deep; years add up to it, and with the overlap to all amounts.
func TestFamilyHasTheLargerOfParentAndParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, parents := drawFamily(t, 1)
		has := make([]decimal.Decimal, len(all))
		var want, sum decimal.Decimal
		for i := len(all) - 1; i >= 0; i-- { // parts come after their parents
			has[i] = decimal.Max(has[i], ownAmount(all[i]))
			sum = sum.Add(ownAmount(all[i]))
			if len(parents[i]) == 0 {
				want = want.Add(has[i])
			} else {
				has[parents[i][0]] = has[parents[i][0]].Add(has[i])
			}
		}
		q := projects.Query{Type: lac.Commitment}
		data := projectsOf(all...)
		if got := sumOf(t, data, q); !got.Equal(want) {
			t.Errorf("%v, want %v", got, want)
		}
		if got := sumOf(t, data, q, lac.ByYear); !got.Equal(want) {
			t.Errorf("by year %v, want %v", got, want)
		}
		totals, err := projects.Of(data).Totals(q)
		if err != nil {
			t.Fatal(err)
		}
		total, _ := totals.Get(projects.Key{})
		if most := total.Amount.Decimal().Add(total.Overlap.Decimal()); most.Cmp(want) < 0 || most.Cmp(sum) > 0 {
			t.Errorf("at most %v, of amounts that add up to %v", most, sum)
		}
	})
}

// Where projects have several parents, no amount of a project is lost: its family
// has as much at least; and none is counted twice.
func TestFamiliesOfSeveralParents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, parents := drawFamily(t, 3)
		totals, err := projects.Of(projectsOf(all...)).Totals(projects.Query{Type: lac.Commitment}, lac.ByYear)
		if err != nil {
			t.Fatal(err)
		}
		counted := make([]decimal.Decimal, len(all))
		var whole, sum decimal.Decimal
		for i, r := range all {
			total, _ := totals.Get(projects.Key{Period: lac.Year(2000 + i)})
			counted[i] = total.Amount.Decimal()
			if counted[i].Sign() < 0 || counted[i].Cmp(ownAmount(r)) > 0 {
				t.Errorf("%v of the %v of %d are counted", counted[i], ownAmount(r), i)
			}
			whole, sum = whole.Add(counted[i]), sum.Add(ownAmount(r))
		}
		for i, r := range all {
			below := map[int]bool{i: true}
			family := counted[i]
			for j := i + 1; j < len(all); j++ {
				for _, p := range parents[j] {
					if below[p] && !below[j] {
						below[j] = true
						family = family.Add(counted[j])
					}
				}
			}
			if family.Cmp(ownAmount(r)) < 0 {
				t.Errorf("the family of %d has %v, itself %v", i, family, ownAmount(r))
			}
		}
		if whole.Cmp(sum) > 0 {
			t.Errorf("%v of %v", whole, sum)
		}
	})
}

// However projects name each other, their totals are refused for a circle or add up
// by recipient and year, asked one by one or together, and are no more than all
// amounts; the undertakings and records are those that Select lists.
func TestTotalsOfAnyLinks(t *testing.T) {
	recipients := []string{"BRA", "PER", "419", "001"}
	kinds := []lac.LinkKind{lac.PartOf, lac.HasPart, lac.Sibling, lac.CoFunded, lac.ThirdParty, lac.SameAs, lac.Relieves, lac.LinkedTo}
	refused, added := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 7).Draw(t, "projects")
		id := rapid.Custom(func(t *rapid.T) string { return fmt.Sprint(rapid.IntRange(0, n).Draw(t, "id")) })
		var all []lac.Project
		var sum decimal.Decimal
		for i := range n {
			r := undertaking(fmt.Sprint(i), with(), from(rapid.SampledFrom([]string{"s", "t"}).Draw(t, "source")), status(rapid.SampledFrom([]lac.ProjectStatus{"", lac.StatusCompleted, lac.StatusCancelled}).Draw(t, "status")))
			r.Umbrella = rapid.IntRange(0, 9).Draw(t, "umbrella") == 0
			r.Areas = areas(rapid.SampledFrom(recipients).Draw(t, "recipient") + " 100")
			for range rapid.IntRange(0, 3).Draw(t, "transactions") {
				tr := lac.Transaction{Type: rapid.SampledFrom([]lac.TransactionType{lac.Disbursement, lac.Expenditure, lac.IncomingFunds}).Draw(t, "type"), Date: lac.Year(rapid.IntRange(2014, 2016).Draw(t, "year"))}
				if rapid.IntRange(0, 4).Draw(t, "reported") > 0 {
					tr.Value = lac.MoneyOf(rapid.Int64Range(-20, 100).Draw(t, "amount"), lac.USD)
				}
				if rapid.Bool().Draw(t, "passed on") {
					tr.Provider.Activity, tr.Receiver.Activity = id.Draw(t, "provider"), id.Draw(t, "receiver")
				}
				if tr.Type != lac.IncomingFunds && tr.Value.Sign() > 0 {
					sum = sum.Add(tr.Value.Amount())
				}
				r.Transactions = append(r.Transactions, tr)
			}
			for range rapid.IntRange(0, 2).Draw(t, "links") {
				if l := (lac.Link{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), ID: id.Draw(t, "link")}); l.ID != r.ID {
					r.Links = append(r.Links, l)
				}
			}
			if rapid.IntRange(0, 3).Draw(t, "participant") == 0 {
				r.Participants = []lac.Participant{{Name: "a", Role: rapid.SampledFrom([]string{"funding", "implementing"}).Draw(t, "role"), Activity: id.Draw(t, "activity")}}
			}
			all = append(all, r)
		}
		list := projects.Of(projectsOf(all...))
		q := projects.Query{Type: projects.Payment}
		totals, err := list.Totals(q)
		var unsafe *lac.UnsafeSumError
		if errors.As(err, &unsafe) && unsafe.Guard == lac.GuardParts {
			refused++
			return
		} else if err != nil {
			t.Fatal(err)
		}
		added++
		whole, _ := totals.Get(projects.Key{})
		if whole.Amount.Decimal().Cmp(sum) > 0 {
			t.Errorf("%v of %v", whole.Amount, sum)
		}
		keyed, err := list.Totals(q, lac.ByRecipient, lac.ByYear)
		if err != nil {
			t.Fatal(err)
		}
		var apart, asked decimal.Decimal
		for k, total := range keyed.All() {
			apart = apart.Add(total.Amount.Decimal())
			q := q
			q.Period = k.Period
			if q.Recipient = k.Recipient; q.Recipient.IsRegion() || q.Period.IsZero() {
				asked = asked.Add(total.Amount.Decimal()) // it has its countries, or all years, with it
				continue
			}
			totals, err := list.Totals(q)
			if err != nil {
				t.Fatal(err)
			}
			alone, _ := totals.Get(projects.Key{})
			asked = asked.Add(alone.Amount.Decimal())
			if !alone.Equal(total) && alone.JobsDirect.Equal(total.JobsDirect) {
				t.Errorf("%v alone is %v, beside others %v", k, alone, total)
			}
		}
		if !apart.Equal(whole.Amount.Decimal()) || !asked.Equal(apart) {
			t.Errorf("apart %v, asked one by one %v, together %v", apart, asked, whole.Amount)
		}
		selected, err := list.Select(q)
		if err != nil {
			t.Fatal(err)
		}
		records := 0
		for _, u := range selected {
			records += len(u.Records)
		}
		if len(selected) != whole.Projects || records < max(whole.Amount.Records, whole.Amount.Missing) || records > whole.Amount.Records+whole.Amount.Missing {
			t.Errorf("%d undertakings of %d records selected, in the total %d: %v", len(selected), records, whole.Projects, whole.Amount)
		}
	})
	t.Logf("%d added up, %d refused", added, refused)
	if added == 0 || refused == 0 && !testing.Short() {
		t.Errorf("%d added up, %d refused", added, refused)
	}
}
