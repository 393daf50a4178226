package projects_test

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// dams are three records of two undertakings: one source gives the first in
// constant dollars beside yuan, another in nominal dollars.
func dams() lac.Records {
	energy := []lac.SectorShare{{Sector: lac.Sector{Purpose: "230", Field: "energy"}, Percent: decimal.NewFromInt(100)}}
	half := decimal.NewFromInt(50)
	return lac.Records{
		Sources: []lac.Source{
			{ID: "aiddata", Publisher: "AidData", Basis: "AidData"},
			{ID: "ministry", Publisher: "A ministry", Basis: "IATI"},
		},
		Projects: []lac.Project{
			{
				ID: "aiddata#1", Source: "aiddata", Title: "China Eximbank lends for Two Rivers Binational Dam (Linked to #2)",
				Status: lac.StatusCompleted, Sectors: energy,
				Areas: []lac.AreaShare{{Area: lac.Brazil, Percent: half}, {Area: lac.Paraguay, Percent: half}},
				Transactions: []lac.Transaction{
					{Type: lac.Commitment, Date: lac.Year(2015), Value: lac.MoneyOf(301, lac.USD), PriceYear: 2021},
					{Type: lac.Commitment, Date: lac.Year(2015), Value: lac.MoneyOf(1900, lac.CNY)},
				},
				JobsDirect: lac.Stated{Text: "over 500", Value: lac.QuantityOf(500, lac.UnitJobs), Comparator: lac.Over},
			},
			{
				ID: "aiddata#2", Source: "aiddata", Title: "Upper Falls Dam", Status: lac.StatusCancelled, Sectors: energy,
				Areas:        []lac.AreaShare{{Area: lac.Brazil, Percent: decimal.NewFromInt(100)}},
				Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.Year(2016), Value: lac.MoneyOf(80, lac.USD), PriceYear: 2021}},
			},
			{
				ID: "BR-1-77", Source: "ministry", Title: "Two Rivers Binational Dam", Status: lac.StatusCompleted,
				Areas: []lac.AreaShare{{Area: lac.Paraguay, Percent: half}, {Area: lac.Brazil, Percent: half}},
				Transactions: []lac.Transaction{
					{Type: lac.Commitment, Date: lac.Year(2015), Value: lac.MoneyOf(290, lac.USD)},
					{Type: lac.Disbursement, Date: lac.Year(2017), Value: lac.MoneyOf(120, lac.USD)},
				},
			},
		},
	}
}

func ExampleList_Totals() {
	data, err := lac.NewDataset(dams())
	if err != nil {
		fmt.Println(err)
		return
	}
	q := projects.Query{Type: lac.Commitment, PriceYear: 2021, Source: "aiddata"}
	totals, err := projects.Of(data).Totals(q, lac.ByRecipient)
	if err != nil {
		fmt.Println(err)
		return
	}
	for key, total := range totals.All() {
		fmt.Println(key.Recipient, total.Amount)
		for rule, n := range total.Amount.Excluded() {
			fmt.Println("  left out:", n, rule)
		}
	}
	_, err = projects.Of(data).Totals(projects.Query{Type: lac.Commitment, Source: "aiddata"})
	fmt.Println(err, errors.Is(err, lac.ErrUnsafeSum))
	// Output:
	// BRA 150.5 USD (1 records, 0 missing)
	//   left out: 1 status
	// PRY 150.5 USD (1 records, 0 missing)
	// unsafe sum: mixed currencies: USD and CNY (records ["aiddata#1" "aiddata#1"]); convert to one currency first, or ask for the records of one currency or unit true
}

func ExampleList_Matches() {
	data, err := lac.NewDataset(dams())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, match := range projects.Of(data).Matches() {
		fmt.Println(match)
	}
	// Paid is what one of the two records says, and the other does not know.
	totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Disbursement})
	if err != nil {
		fmt.Println(err)
		return
	}
	total, _ := totals.Get(projects.Key{})
	fmt.Println(total.Projects, "undertaking:", total.Amount)
	// Output:
	// BR-1-77 and aiddata#1: 4 of 4 words
	// 1 undertaking: 120 USD (1 records, 0 missing)
}

func ExampleStatedTotal() {
	data, err := lac.NewDataset(dams())
	if err != nil {
		fmt.Println(err)
		return
	}
	totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Commitment, PriceYear: 2021, Source: "aiddata"})
	if err != nil {
		fmt.Println(err)
		return
	}
	total, _ := totals.Get(projects.Key{})
	fmt.Println(total.JobsDirect)
	// Output:
	// 500 jobs (1 records, 0 missing), of which 1 gt
}
