package projects_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// undertaking returns a completed energy project in Brazil, for which 100 US
// dollars were committed in 2015, with changes to it.
func undertaking(id string, changes ...func(*lac.Project)) lac.Project {
	r := lac.Project{
		ID: id, Source: "s", Title: "Undertaking " + id, Status: lac.StatusCompleted, Kind: lac.Infrastructure,
		Areas:        areas("BRA 100"),
		Sectors:      sectors("23210 100"),
		Transactions: []lac.Transaction{transaction("commitment 2015 100 USD")},
	}
	for _, change := range changes {
		change(&r)
	}
	return r
}

func areas(shares ...string) []lac.AreaShare {
	var all []lac.AreaShare
	for _, s := range shares {
		area, percent, _ := strings.Cut(s, " ")
		all = append(all, lac.AreaShare{Area: must(lac.ParseArea(area)), Percent: decimal.RequireFromString(percent)})
	}
	return all
}

func sectors(shares ...string) []lac.SectorShare {
	var all []lac.SectorShare
	for _, s := range shares {
		sector, percent, _ := strings.Cut(s, " ")
		all = append(all, lac.SectorShare{Sector: must(lac.ParseSector(sector)), Percent: decimal.RequireFromString(percent)})
	}
	return all
}

// transaction reads "type date amount currency", with a price year after the
// currency if it is in constant prices, or "type date" without a value.
func transaction(s string) lac.Transaction {
	f := strings.Fields(s)
	t := lac.Transaction{Type: lac.TransactionType(f[0]), Date: period(f[1])}
	if len(f) > 3 {
		t.Value = money(f[2] + " " + f[3])
	}
	if len(f) > 4 {
		must(fmt.Sscan(f[4], &t.PriceYear))
	}
	return t
}

func with(transactions ...string) func(*lac.Project) {
	return func(r *lac.Project) {
		r.Transactions = nil
		for _, t := range transactions {
			r.Transactions = append(r.Transactions, transaction(t))
		}
	}
}

func status(s lac.ProjectStatus) func(*lac.Project) { return func(r *lac.Project) { r.Status = s } }

func from(source string) func(*lac.Project) { return func(r *lac.Project) { r.Source = source } }

func titled(title string) func(*lac.Project) { return func(r *lac.Project) { r.Title = title } }

func linked(kind lac.LinkKind, ids ...string) func(*lac.Project) {
	return func(r *lac.Project) {
		for _, id := range ids {
			r.Links = append(r.Links, lac.Link{Kind: kind, ID: id})
		}
	}
}

// projectsOf returns a dataset of projects, with the sources that they name.
func projectsOf(all ...lac.Project) *lac.Dataset {
	records := lac.Records{Projects: all}
	for _, r := range all {
		s := lac.Source{ID: r.Source, Publisher: "p", Basis: "b"}
		if !slices.Contains(records.Sources, s) {
			records.Sources = append(records.Sources, s)
		}
	}
	return must(lac.NewDataset(records))
}

// shown writes project totals one a line: the fields of the key that are set, the
// number of undertakings, the amount and what was left out.
func shown(totals projects.Totals) []string {
	var lines []string
	for k, total := range totals.All() {
		var b strings.Builder
		for _, s := range []string{k.Source, k.Recipient.String(), k.Sector.Field, k.Period.String(), string(k.Kind), string(k.Status)} {
			if s != "" {
				b.WriteString(s + " ")
			}
		}
		fmt.Fprintf(&b, "%d: %v", total.Projects, total.Amount)
		for g, n := range total.Amount.Excluded() {
			fmt.Fprintf(&b, ", %d %s", n, g)
		}
		if total.Overlap.Unit() != "" {
			fmt.Fprintf(&b, ", %v %s may be on top", total.Overlap.Decimal(), total.Overlap.Unit())
		}
		lines = append(lines, b.String())
	}
	return lines
}
