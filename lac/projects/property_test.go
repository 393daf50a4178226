package projects_test

import (
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
