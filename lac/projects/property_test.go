package projects_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// shares draws percentages that add up to 100, with as many places as asked for.
func shares(t *rapid.T, label string, n int, places int32) []decimal.Decimal {
	left := decimal.NewFromInt(100)
	unit := decimal.New(1, -places)
	var all []decimal.Decimal
	for i := range n - 1 {
		// Of what is left, something must stay for each share after this one.
		room := left.Sub(unit.Mul(decimal.NewFromInt(int64(n - 1 - i))))
		part := room.Mul(decimal.New(rapid.Int64Range(1, 1_000_000_000).Draw(t, label), -9)).Truncate(places)
		if part.Sign() <= 0 {
			part = unit
		}
		all = append(all, part)
		left = left.Sub(part)
	}
	return append(all, left)
}

// drawProjects draws projects with divided amounts, without links.
func drawProjects(t *rapid.T, places int32) []lac.Project {
	recipients := []string{"BRA", "PER", "CHL", "419", "AGO"}
	purposes := []string{"23210", "210", "110", "12220"}
	draw := func(label string) ([]lac.AreaShare, []lac.SectorShare) {
		var a []lac.AreaShare
		for i, p := range shares(t, label+" areas", rapid.IntRange(1, len(recipients)).Draw(t, label+" number of areas"), places) {
			a = append(a, lac.AreaShare{Area: must(lac.ParseArea(recipients[i])), Percent: p})
		}
		var s []lac.SectorShare
		for i, p := range shares(t, label+" sectors", rapid.IntRange(1, len(purposes)).Draw(t, label+" number of sectors"), places) {
			s = append(s, lac.SectorShare{Sector: must(lac.ParseSector(purposes[i])), Percent: p})
		}
		return a, s
	}
	var all []lac.Project
	for i := range rapid.IntRange(1, 8).Draw(t, "projects") {
		r := undertaking(fmt.Sprint(i), with())
		r.Source = rapid.SampledFrom([]string{"s", "t"}).Draw(t, "source")
		r.Kind = rapid.SampledFrom([]lac.ProjectKind{"", lac.Infrastructure}).Draw(t, "kind")
		r.Status = rapid.SampledFrom([]lac.ProjectStatus{"", lac.StatusCommitment, lac.StatusCompleted, lac.StatusCancelled}).Draw(t, "status")
		r.Areas, r.Sectors = draw("project")
		for range rapid.IntRange(0, 3).Draw(t, "transactions") {
			tr := lac.Transaction{Type: lac.Commitment, Date: lac.Year(rapid.IntRange(2014, 2016).Draw(t, "year"))}
			if rapid.IntRange(0, 4).Draw(t, "reported") > 0 {
				units, scale := rapid.Int64().Draw(t, "units"), rapid.Int32Range(0, 9).Draw(t, "scale")
				tr.Value = must(lac.NewMoney(decimal.New(units, -scale), lac.USD))
			}
			if rapid.Bool().Draw(t, "own shares") {
				tr.Areas, tr.Sectors = draw("transaction")
			}
			r.Transactions = append(r.Transactions, tr)
		}
		all = append(all, r)
	}
	return all
}

// However an amount is divided, its parts add up to it to the last digit, also
// where they have more places than a sum keeps.
func TestProjectPartsAddUp(t *testing.T) {
	q := projects.Query{Type: lac.Commitment}
	rapid.Check(t, func(t *rapid.T) {
		data := projectsOf(drawProjects(t, rapid.Int32Range(0, 30).Draw(t, "places"))...)
		whole := sumOf(t, data, q)
		for _, by := range [][]lac.Dimension{{lac.ByRecipient}, {lac.BySector}, {lac.ByYear}, {lac.BySector, lac.ByRecipient, lac.ByYear, lac.ByStatus}} {
			if got := sumOf(t, data, q, by...); !got.Equal(whole) {
				t.Errorf("by %v: %v, undivided %v", by, got, whole)
			}
		}
		var byRecipient decimal.Decimal
		for _, a := range []string{"BRA", "PER", "CHL", "419", "AGO"} {
			q := q
			q.Recipient = must(lac.ParseArea(a))
			if q.Recipient == lac.LatinAmericaCaribbean {
				continue
			}
			byRecipient = byRecipient.Add(sumOf(t, data, q))
		}
		totals, err := projects.Of(data).Totals(q, lac.ByRecipient)
		if err != nil {
			t.Fatal(err)
		}
		region, _ := totals.Get(projects.Key{Recipient: lac.LatinAmericaCaribbean})
		if got := byRecipient.Add(region.Amount.Decimal()); !got.Equal(whole) {
			t.Errorf("asked one by one: %v, undivided %v", got, whole)
		}
	})
}

func sumOf(t *rapid.T, data *lac.Dataset, q projects.Query, by ...lac.Dimension) decimal.Decimal {
	totals, err := projects.Of(data).Totals(q, by...)
	if err != nil {
		t.Fatal(err)
	}
	var sum decimal.Decimal
	for _, total := range totals.All() {
		sum = sum.Add(total.Amount.Decimal())
	}
	return sum
}

// The sums are those of rational numbers.
func TestTotalsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := drawProjects(t, 6)
		want := map[projects.Key]*big.Rat{}
		for _, r := range all {
			for _, tr := range r.Transactions {
				if r.Status == lac.StatusCancelled || !tr.Value.IsReported() {
					continue
				}
				areas, sectors := tr.Areas, tr.Sectors
				if areas == nil {
					areas, sectors = r.Areas, r.Sectors
				}
				for _, a := range areas {
					for _, s := range sectors {
						k := projects.Key{Recipient: a.Area, Sector: must(lac.ParseSector(s.Sector.Field)), Period: tr.Date, Source: r.Source}
						if want[k] == nil {
							want[k] = new(big.Rat)
						}
						part := tr.Value.Amount().Rat()
						part.Mul(part, a.Percent.Rat()).Mul(part, s.Percent.Rat()).Mul(part, big.NewRat(1, 10_000))
						want[k].Add(want[k], part)
					}
				}
			}
		}
		totals, err := projects.Of(projectsOf(all...)).Totals(projects.Query{Type: lac.Commitment},
			lac.ByRecipient, lac.BySector, lac.ByYear, lac.BySource)
		if err != nil {
			t.Fatal(err)
		}
		for k, total := range totals.All() {
			w := want[k]
			delete(want, k)
			if w == nil && total.Amount.Records == 0 {
				continue
			}
			if w == nil || total.Amount.Decimal().Rat().Cmp(w) != 0 {
				t.Errorf("%v: %v, want %v", k, total.Amount, w)
			}
		}
		if len(want) > 0 {
			t.Errorf("no total of %v", want)
		}
	})
}

// The order in which projects are given makes no difference, and totals of what
// no project has two of merge into the total of all.
func TestTotalsOrderAndMerge(t *testing.T) {
	q := projects.Query{Type: lac.Commitment}
	rapid.Check(t, func(t *rapid.T) {
		all := drawProjects(t, 3)
		data := projectsOf(all...)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, by := range [][]lac.Dimension{nil, {lac.ByRecipient, lac.ByYear}, {lac.BySource}, {lac.ByStatus, lac.ByKind}} {
			a, err := projects.Of(data).Totals(q, by...)
			if err != nil {
				t.Fatal(err)
			}
			b, err := projects.Of(projectsOf(all...)).Totals(q, by...)
			if err != nil || !a.Equal(b) {
				t.Fatalf("by %v: %v, %v, shuffled %v", by, err, shown(a), shown(b))
			}
			if slices.Contains(by, lac.ByYear) {
				continue
			}
			var merged lac.Total
			count := 0
			for _, total := range a.All() {
				count += total.Projects
				if merged, err = merged.Merge(total.Amount); err != nil {
					t.Fatal(err)
				}
			}
			whole, err := projects.Of(data).Totals(q)
			if err != nil {
				t.Fatal(err)
			}
			if total, _ := whole.Get(projects.Key{}); !merged.Equal(total.Amount) || count != total.Projects {
				t.Errorf("by %v: %d: %v, all together %d: %v", by, count, merged, total.Projects, total.Amount)
			}
		}
	})
}

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
