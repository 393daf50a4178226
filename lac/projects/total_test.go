package projects_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

func TestTotals(t *testing.T) {
	commitments := projects.Query{Type: lac.Commitment}
	disbursements := projects.Query{Type: lac.Disbursement}
	for _, tt := range []struct {
		rule     string
		projects []lac.Project
		query    projects.Query
		by       []lac.Dimension
		want     []string
	}{
		{"nothing selected is no total", nil, commitments, nil, nil},
		{"transactions of one type are added up, and undertakings counted",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2016 50.5 USD", "disbursement 2016 70 USD")), undertaking("2")},
			commitments, nil, []string{"2: 250.5 USD (2 records, 0 missing)"}},
		{"an amount that is not reported is missing, not zero",
			[]lac.Project{undertaking("1"), undertaking("2", with("commitment 2015"))},
			commitments, nil, []string{"2: 100 USD (1 records, 1 missing)"}},
		{"as is what has no transaction of the type",
			[]lac.Project{undertaking("1", with("disbursement 2016 70 USD")), undertaking("2")},
			disbursements, nil, []string{"2: 70 USD (1 records, 1 missing)"}},
		{"years are those of the transactions; of others that of the commitment",
			[]lac.Project{undertaking("1", with("disbursement 2016-03 70 USD", "disbursement 2017 1 USD")), undertaking("2")},
			disbursements, []lac.Dimension{lac.ByYear},
			[]string{"2015 1: no sum (0 records, 1 missing)", "2016 1: 70 USD (1 records, 0 missing)", "2017 1: 1 USD (1 records, 0 missing)"}},
		{"a period selects transactions within it",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2016 50 USD")), undertaking("2"), undertaking("3", with("commitment 2014/2016 1 USD"))},
			projects.Query{Type: lac.Commitment, Period: lac.Years(2016, 2020)}, nil, []string{"1: 50 USD (1 records, 0 missing)"}},
		{"amounts are divided by recipient and sector",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Areas, r.Sectors = areas("BRA 33.3", "PER 66.7"), sectors("23210 10", "21010 90")
			})},
			commitments, []lac.Dimension{lac.ByRecipient, lac.BySector},
			[]string{"BRA transport-and-storage 1: 29.97 USD (1 records, 0 missing)", "BRA energy 1: 3.33 USD (1 records, 0 missing)",
				"PER transport-and-storage 1: 60.03 USD (1 records, 0 missing)", "PER energy 1: 6.67 USD (1 records, 0 missing)"}},
		{"a transaction's own recipients and sectors are in place of the project's",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2015 10 USD"), func(r *lac.Project) {
				r.Transactions[1].Areas, r.Transactions[1].Sectors = areas("PER 100"), sectors("110 100")
			})},
			commitments, []lac.Dimension{lac.ByRecipient, lac.BySector},
			[]string{"BRA energy 1: 100 USD (1 records, 0 missing)", "PER education 1: 10 USD (1 records, 0 missing)"}},
		{"of several vocabularies that of the DAC divides",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Sectors = append(r.Sectors, lac.SectorShare{Sector: lac.Sector{Vocabulary: "99", Code: "x"}, Percent: decimal.NewFromInt(100)})
			})},
			commitments, []lac.Dimension{lac.BySector}, []string{"energy 1: 100 USD (1 records, 0 missing)"}},
		{"a region that is no area is a recipient without a key",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Areas = append(areas("BRA 40"), lac.AreaShare{Vocabulary: "1", Code: "1031", Percent: decimal.NewFromInt(60)})
			})},
			commitments, []lac.Dimension{lac.ByRecipient},
			[]string{"1: 60 USD (1 records, 0 missing)", "BRA 1: 40 USD (1 records, 0 missing)"}},
		{"a recipient selects its share",
			[]lac.Project{undertaking("1", func(r *lac.Project) { r.Areas = areas("BRA 25", "USA 75") }), undertaking("2", func(r *lac.Project) { r.Areas = areas("USA 100") })},
			projects.Query{Type: lac.Commitment, Recipient: lac.CELAC}, nil, []string{"1: 25 USD (1 records, 0 missing)"}},
		{"a bloc has the members of the day",
			[]lac.Project{undertaking("1", with("commitment 2005 100 USD"))},
			projects.Query{Type: lac.Commitment, Recipient: lac.CELAC}, nil, nil},
		{"or of the day that is asked for",
			[]lac.Project{undertaking("1", with("commitment 2005 100 USD"))},
			projects.Query{Type: lac.Commitment, Recipient: lac.CELAC, On: lac.DateOf(2021, 1, 1)}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"what goes to a region is beside what goes to its countries",
			[]lac.Project{undertaking("1"), undertaking("2", func(r *lac.Project) { r.Areas = areas("419 100") })},
			projects.Query{Type: lac.Commitment, Recipient: lac.LatinAmericaCaribbean}, []lac.Dimension{lac.ByRecipient},
			[]string{"BRA 1: 100 USD (1 records, 0 missing)", "419 1: 100 USD (1 records, 0 missing)"}},
		{"a sector is a purpose code",
			[]lac.Project{undertaking("1", func(r *lac.Project) { r.Sectors = sectors("23210 40", "23220 60") })},
			projects.Query{Type: lac.Commitment, Sector: "23210"}, nil, []string{"1: 40 USD (1 records, 0 missing)"}},
		{"a group",
			[]lac.Project{undertaking("1", func(r *lac.Project) { r.Sectors = sectors("23210 40", "23310 60") })},
			projects.Query{Type: lac.Commitment, Sector: "232"}, nil, []string{"1: 40 USD (1 records, 0 missing)"}},
		{"or a word, which a group in 0 stands for too",
			[]lac.Project{undertaking("1", func(r *lac.Project) { r.Sectors = sectors("23210 40", "230 10", "110 50") })},
			projects.Query{Type: lac.Commitment, Sector: "230"}, nil, []string{"1: 50 USD (1 records, 0 missing)"}},
		{"a provider is a transaction's, else the project's funders",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2015 10 USD"), func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "CDB", Role: "funding", Area: lac.China}}
				r.Transactions[1].Provider = lac.Participant{Name: "BNDES", Area: lac.Brazil}
			}), undertaking("2", func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "CCCC", Role: "implementing", Area: lac.China}}
			})},
			projects.Query{Type: lac.Commitment, Provider: lac.China}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"a currency alone asks for prices of the amounts' own date",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD 2021", "commitment 2015 90 USD", "commitment 2015 600 CNY")), undertaking("2", with("commitment 2015 7 CNY"))},
			projects.Query{Type: lac.Commitment, Currency: lac.USD}, nil, []string{"2: 90 USD (1 records, 1 missing)"}},
		{"a price year for constant prices",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD 2021", "commitment 2015 90 USD", "commitment 2015 600 CNY"))},
			projects.Query{Type: lac.Commitment, PriceYear: 2021}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"a lender who extends another's money is a provider too",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "CDB", Role: "extending", Area: lac.China}}
			}), undertaking("2", func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "CDB", Role: "accountable", Area: lac.China}}
			})},
			projects.Query{Type: lac.Commitment, Provider: lac.China}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"a kind and a status select undertakings",
			[]lac.Project{undertaking("1"), undertaking("2", status(lac.StatusImplementation), with("commitment 2015 5 USD")), undertaking("3", with("commitment 2015 7 USD"), func(r *lac.Project) { r.Kind = lac.Livelihood })},
			projects.Query{Type: lac.Commitment, Kind: lac.Infrastructure, Status: lac.StatusCompleted}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"a status that is not the one asked for is held against its reach",
			[]lac.Project{undertaking("1"), undertaking("2", status(lac.StatusPledge))},
			projects.Query{Type: lac.Commitment, Status: lac.StatusCompleted}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"of more than sixteen parts each is found again",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Transactions = nil
				for range 2 {
					for y := 2000; y < 2020; y++ {
						r.Transactions = append(r.Transactions, transaction(fmt.Sprintf("commitment %d 1 USD", y)))
					}
				}
			})},
			projects.Query{Type: lac.Commitment, Period: lac.Years(2000, 2002)}, []lac.Dimension{lac.ByYear},
			[]string{"2000 1: 2 USD (1 records, 0 missing)", "2001 1: 2 USD (1 records, 0 missing)", "2002 1: 2 USD (1 records, 0 missing)"}},
		{"totals stand apart by status, kind and source",
			[]lac.Project{undertaking("1", from("t"), titled("A")), undertaking("2", status(lac.StatusImplementation)), undertaking("3", func(r *lac.Project) { r.Kind = "" })},
			commitments, []lac.Dimension{lac.BySource, lac.ByKind, lac.ByStatus},
			[]string{"s completed 1: 100 USD (1 records, 0 missing)", "s infrastructure implementation 1: 100 USD (1 records, 0 missing)", "t infrastructure completed 1: 100 USD (1 records, 0 missing)"}},

		{"pledges, suspended and cancelled projects are no commitments",
			[]lac.Project{undertaking("1"), undertaking("2", status(lac.StatusPledge)), undertaking("3", status(lac.StatusSuspended)), undertaking("4", status(lac.StatusCancelled)), undertaking("5", status(lac.StatusCommitment))},
			commitments, nil, []string{"2: 200 USD (2 records, 0 missing), 3 status"}},
		{"unless their status is asked for",
			[]lac.Project{undertaking("1"), undertaking("4", status(lac.StatusCancelled), func(r *lac.Project) { r.LeaveOut = true })},
			projects.Query{Type: lac.Commitment, Status: lac.StatusCancelled}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"a commitment is not a delivery",
			[]lac.Project{undertaking("1", status(lac.StatusCommitment)), undertaking("2", with("disbursement 2016 5 USD"))},
			disbursements, nil, []string{"1: 5 USD (1 records, 0 missing), 1 status"}},
		{"but what is paid was paid, whatever the status says",
			[]lac.Project{undertaking("1", status(lac.StatusCancelled), with("disbursement 2016 5 USD"))},
			disbursements, nil, []string{"1: 5 USD (1 records, 0 missing)"}},
		{"pledges are added up where they are asked for, whether advised against or not",
			[]lac.Project{undertaking("1", status(lac.StatusPledge), with("outgoing-pledge 2015 9 USD"), func(r *lac.Project) { r.LeaveOut = true })},
			projects.Query{Type: lac.OutgoingPledge}, nil, []string{"1: 9 USD (1 records, 0 missing)"}},
		{"umbrellas, what its source advises against, and what is unconfirmed are left out",
			[]lac.Project{undertaking("1"), undertaking("2", func(r *lac.Project) { r.Umbrella = true }), undertaking("3", func(r *lac.Project) { r.LeaveOut = true }),
				undertaking("4", func(r *lac.Project) { r.Evidence = lac.Unconfirmed })},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 left out by its source, 1 umbrella, 1 unconfirmed"}},
		{"debt relief of recorded loans is left out",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.Relieves, "1")), undertaking("3", func(r *lac.Project) { r.FinanceType = "620" }), undertaking("4", linked(lac.Relieves, "elsewhere"))},
			commitments, nil, []string{"2: 200 USD (2 records, 0 missing), 2 debt relief"}},
		{"and so is a transaction that is",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2015 10 USD"), func(r *lac.Project) { r.Transactions[1].FinanceType = "610" })},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 debt relief"}},

		{"a parent adds what its parts do not hold",
			[]lac.Project{undertaking("1", with("commitment 2015 300 USD")), undertaking("2", linked(lac.PartOf, "1")), undertaking("3", linked(lac.PartOf, "1"), with("commitment 2015"))},
			commitments, nil, []string{"1: 300 USD (2 records, 0 missing), 1 parent beside its parts, 100 USD may be on top"}},
		{"whichever of them names the other",
			[]lac.Project{undertaking("1", linked(lac.HasPart, "2")), undertaking("2")},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 parent beside its parts"}},
		{"a parent is counted in place of parts without amounts",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015")), undertaking("3", linked(lac.PartOf, "2"), with())},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 2 parent beside its parts"}},
		{"amounts two levels down count too",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), with()), undertaking("3", linked(lac.PartOf, "2"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 2 parent beside its parts"}},
		{"where none has an amount the parts are counted",
			[]lac.Project{undertaking("1", with()), undertaking("2", linked(lac.PartOf, "1"), with())},
			commitments, nil, []string{"1: no sum (0 records, 1 missing), 1 parent beside its parts"}},
		{"each type of transaction for itself",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), with("disbursement 2016 7 USD"))},
			disbursements, nil, []string{"1: 7 USD (1 records, 0 missing), 1 parent beside its parts"}},
		{"parts that are left out leave their parent in",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), func(r *lac.Project) { r.Evidence = lac.Unconfirmed })},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 unconfirmed"}},
		{"debts that a parent relieves hold nothing of its parts",
			[]lac.Project{undertaking("0", with("commitment 2015 2000 USD")),
				undertaking("1", linked(lac.PartOf, "0"), with("commitment 2015 300 USD", "commitment 2015 500 USD"), func(r *lac.Project) { r.Transactions[1].FinanceType = "610" }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 700 USD"))},
			commitments, nil, []string{"1: 2000 USD (2 records, 0 missing), 1 debt relief, 1 parent beside its parts, 1000 USD may be on top"}},
		{"an amount three levels down is one",
			[]lac.Project{undertaking("1", with()), undertaking("2", linked(lac.PartOf, "1"), with()), undertaking("3", linked(lac.PartOf, "2"), with()), undertaking("4", linked(lac.PartOf, "3"), with("commitment 2015 5 USD"))},
			commitments, nil, []string{"1: 5 USD (1 records, 0 missing), 3 parent beside its parts"}},
		{"an amount below a cancelled part is one",
			[]lac.Project{undertaking("1", with()), undertaking("2", linked(lac.PartOf, "1"), with(), status(lac.StatusCancelled)), undertaking("3", linked(lac.PartOf, "2"), with("commitment 2015 5 USD"))},
			commitments, nil, []string{"1: 5 USD (1 records, 0 missing), 1 parent beside its parts, 1 status"}},
		{"a part with all that its parent has is the same money, in whatever year",
			[]lac.Project{undertaking("1", with("commitment 2018 100 USD")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2021 100 USD"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 parent beside its parts"}},
		{"a part in euros beside one in dollars takes euros alone",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 EUR", "commitment 2015 50 USD"), func(r *lac.Project) { r.Areas = areas("419 100") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 600 USD"))},
			projects.Query{Type: lac.Commitment, Currency: lac.EUR}, []lac.Dimension{lac.ByRecipient}, []string{"BRA 0: no sum (0 records, 0 missing), 1 parent beside its parts", "419 1: 1000 EUR (1 records, 0 missing)"}},
		{"a payment for a region holds its countries' of the same year",
			[]lac.Project{undertaking("1", with("disbursement 2018 800 USD", "disbursement 2021 100 USD"), func(r *lac.Project) { r.Areas = areas("419 100") }),
				undertaking("2", linked(lac.PartOf, "1"), with("disbursement 2021 300 USD"), func(r *lac.Project) { r.Areas = areas("PER 100") })},
			disbursements, []lac.Dimension{lac.ByYear},
			[]string{"2018 1: 800 USD (1 records, 0 missing)", "2021 1: 300 USD (1 records, 0 missing), 1 parent beside its parts, 100 USD may be on top"}},
		{"but cancelled parts are parts",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), status(lac.StatusCancelled)), undertaking("3", linked(lac.PartOf, "1"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 parent beside its parts, 1 status"}},

		{"money that is passed on is counted where it goes, as far as it is known to have gone",
			[]lac.Project{undertaking("1", with("disbursement 2015 60 USD", "disbursement 2016 40 USD"), func(r *lac.Project) { r.Transactions[0].Receiver.Activity = "2" }),
				undertaking("2", with("incoming-funds 2015 60 USD", "disbursement 2017 55 USD"), func(r *lac.Project) { r.Transactions[0].Provider.Activity = "1" })},
			disbursements, nil, []string{"2: 100 USD (2 records, 0 missing)"}},
		{"or where it comes from, if what becomes of it is not known",
			[]lac.Project{undertaking("1", with("disbursement 2015 60 USD"), func(r *lac.Project) { r.Transactions[0].Receiver.Activity = "2" }), undertaking("2", with())},
			disbursements, nil, []string{"2: 60 USD (1 records, 1 missing)"}},
		{"a receiver says how much it has from another",
			[]lac.Project{undertaking("1", with("disbursement 2015 60 USD")),
				undertaking("2", with("incoming-funds 2015 60 USD", "disbursement 2017 55 USD"), func(r *lac.Project) { r.Transactions[0].Provider.Activity = "1" })},
			disbursements, nil, []string{"2: 60 USD (2 records, 0 missing)"}},
		{"as it is if participants say so",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "a", Role: "implementing", Activity: "2"}}
			}),
				undertaking("2", func(r *lac.Project) { r.Participants = []lac.Participant{{Name: "b", Role: "funding", Activity: "1"}} })},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 parent beside its parts"}},
		{"a part with more than its parent is counted, and nothing of the parent",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 70 USD")), undertaking("3", linked(lac.PartOf, "1"), with("commitment 2015 70 USD"))},
			commitments, nil, []string{"1: 140 USD (2 records, 0 missing), 1 parent beside its parts, 100 USD may be on top"}},
		{"a part of nothing takes nothing",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 0 USD"))},
			commitments, nil, []string{"1: 1000 USD (2 records, 0 missing)"}},
		{"a part in one country leaves the parent's money for others",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD"), func(r *lac.Project) { r.Areas = areas("PER 50", "CHL 50") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 450 USD"), func(r *lac.Project) { r.Areas = areas("PER 100") })},
			commitments, []lac.Dimension{lac.ByRecipient},
			[]string{"CHL 1: 500 USD (1 records, 0 missing)", "PER 1: 500 USD (2 records, 0 missing), 450 USD may be on top"}},
		{"also where it has more there",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD"), func(r *lac.Project) { r.Areas = areas("PER 50", "CHL 50") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 600 USD"), func(r *lac.Project) { r.Areas = areas("PER 100") })},
			commitments, []lac.Dimension{lac.ByRecipient},
			[]string{"CHL 1: 500 USD (1 records, 0 missing)", "PER 1: 600 USD (1 records, 0 missing), 1 parent beside its parts, 500 USD may be on top"}},
		{"a region holds its countries",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD"), func(r *lac.Project) { r.Areas = areas("419 100") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 450 USD"), func(r *lac.Project) { r.Areas = areas("PER 100") }),
				undertaking("3", linked(lac.PartOf, "1"), with("commitment 2015 7 USD"), func(r *lac.Project) { r.Areas = areas("CHN 100") })},
			commitments, []lac.Dimension{lac.ByRecipient},
			[]string{"CHN 1: 7 USD (1 records, 0 missing)", "PER 1: 450 USD (1 records, 0 missing)", "419 1: 550 USD (1 records, 0 missing), 450 USD may be on top"}},
		{"each country is the same asked alone",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD"), func(r *lac.Project) { r.Areas = areas("419 100") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 450 USD"), func(r *lac.Project) { r.Areas = areas("PER 100") })},
			projects.Query{Type: lac.Commitment, Recipient: lac.Peru}, nil, []string{"1: 450 USD (1 records, 0 missing)"}},
		{"what a part has of a later year is of what the parent has",
			[]lac.Project{undertaking("1", with("commitment 2018 800 USD")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2021 300 USD"))},
			commitments, []lac.Dimension{lac.ByYear}, []string{"2018 1: 500 USD (1 records, 0 missing), 300 USD may be on top", "2021 1: 300 USD (1 records, 0 missing)"}},
		{"but a payment of one year is none of another",
			[]lac.Project{undertaking("1", with("disbursement 2018 800 USD", "disbursement 2021 20 USD")), undertaking("2", linked(lac.PartOf, "1"), with("disbursement 2021 300 USD"))},
			disbursements, []lac.Dimension{lac.ByYear}, []string{"2018 1: 800 USD (1 records, 0 missing)", "2021 1: 300 USD (1 records, 0 missing), 1 parent beside its parts, 20 USD may be on top"}},
		{"of the parent's amounts that of the same sector and year is the part's",
			[]lac.Project{undertaking("1", with("commitment 2018 100 USD", "commitment 2019 100 USD"), func(r *lac.Project) { r.Sectors = sectors("110 50", "23210 50") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2019 30 USD"))},
			commitments, []lac.Dimension{lac.BySector, lac.ByYear},
			[]string{"education 2018 1: 50 USD (1 records, 0 missing)", "education 2019 1: 50 USD (1 records, 0 missing)",
				"energy 2018 1: 50 USD (1 records, 0 missing)", "energy 2019 1: 50 USD (2 records, 0 missing), 30 USD may be on top"}},
		{"amounts in another currency are no part of it",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 EUR")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 600 USD"))},
			projects.Query{Type: lac.Commitment, Currency: lac.USD}, nil, []string{"1: 600 USD (1 records, 0 missing), 1 parent beside its parts"}},
		{"what was taken back is no money to pass on",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD", "commitment 2016 -200 USD")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 900 USD"))},
			commitments, nil, []string{"1: 900 USD (2 records, 0 missing), 800 USD may be on top"}},
		{"a fund has what its projects do not",
			[]lac.Project{undertaking("1", with("commitment 2015 90000 USD")), undertaking("2", with("commitment 2015 2000 USD"), func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "fund", Role: "funding", Activity: "1"}}
			}), undertaking("3", with("commitment 2015 3000 USD"), func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "fund", Role: "funding", Activity: "1"}}
			})},
			commitments, nil, []string{"3: 90000 USD (3 records, 0 missing), 5000 USD may be on top"}},
		{"two who pay for one are counted where they pay to",
			[]lac.Project{undertaking("1", with("disbursement 2015 60 USD"), func(r *lac.Project) { r.Transactions[0].Receiver.Activity = "3" }),
				undertaking("2", with("disbursement 2015 60 USD"), func(r *lac.Project) { r.Transactions[0].Receiver.Activity = "3" }),
				undertaking("3", with("disbursement 2016 100 USD"))},
			disbursements, nil, []string{"2: 120 USD (2 records, 0 missing), 1 passed on"}},
		{"payments are disbursements and expenditures",
			[]lac.Project{undertaking("1", with("disbursement 2015 70 USD", "expenditure 2015 30 USD", "repayment 2015 5 USD"))},
			projects.Query{Type: projects.Payment}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},

		{"two records of one undertaking are counted once",
			[]lac.Project{undertaking("1"), undertaking("2", from("t"), linked(lac.ThirdParty, "1"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 reported twice"}},
		{"by the record that has an amount",
			[]lac.Project{undertaking("1", with()), undertaking("2", from("t"), linked(lac.SameAs, "1")), undertaking("3", from("u"), linked(lac.SameAs, "1"))},
			commitments, []lac.Dimension{lac.BySource},
			[]string{"s 0: no sum (0 records, 0 missing), 1 reported twice", "t 1: 100 USD (1 records, 0 missing)", "u 0: no sum (0 records, 0 missing), 1 reported twice"}},
		{"by the parts of one of them",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 60 USD")), undertaking("3", linked(lac.PartOf, "1"), with("commitment 2015 40 USD")),
				undertaking("0", from("t"), linked(lac.SameAs, "1"))},
			commitments, nil, []string{"1: 100 USD (2 records, 0 missing), 1 parent beside its parts, 1 reported twice"}},
		{"by the parent of one of them",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), with()), undertaking("0", from("t"), linked(lac.SameAs, "2"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 parent beside its parts, 1 reported twice"}},
		{"and not by parts without an amount",
			[]lac.Project{undertaking("1", with()), undertaking("2", linked(lac.PartOf, "1"), with()), undertaking("0", from("t"), linked(lac.SameAs, "1"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 parent beside its parts, 1 reported twice"}},
		{"what is unconfirmed is no record of the same",
			[]lac.Project{undertaking("1"), undertaking("2", from("t"), linked(lac.SameAs, "1"), with("commitment 2015 500 USD"), func(r *lac.Project) { r.Evidence = lac.Unconfirmed })},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 unconfirmed"}},
		{"nor is one of a source that is not asked for",
			[]lac.Project{undertaking("0", from("t")), undertaking("1"), undertaking("2", from("t"), linked(lac.SameAs, "1"))},
			projects.Query{Type: lac.Commitment, Source: "t"}, nil, []string{"2: 200 USD (2 records, 0 missing)"}},
		{"of two amounts the greater stands, debt relief apart",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2015 500 USD"), func(r *lac.Project) { r.Transactions[1].FinanceType = "610" }),
				undertaking("2", from("t"), linked(lac.SameAs, "1"), with("commitment 2015 300 USD"))},
			commitments, []lac.Dimension{lac.BySource},
			[]string{"s 0: no sum (0 records, 0 missing), 1 reported twice", "t 1: 300 USD (1 records, 0 missing)"}},
		{"of equal ones that of who reports first hand",
			[]lac.Project{undertaking("1", func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "x", Role: "reporting", Secondary: true}}
			}),
				undertaking("2", from("t"), linked(lac.SameAs, "1"))},
			commitments, []lac.Dimension{lac.BySource},
			[]string{"s 0: no sum (0 records, 0 missing), 1 reported twice", "t 1: 100 USD (1 records, 0 missing)"}},
		{"else the first",
			[]lac.Project{undertaking("1"), undertaking("2", from("t"), linked(lac.SameAs, "1")), undertaking("3", from("u"), linked(lac.SameAs, "1"))},
			commitments, []lac.Dimension{lac.BySource},
			[]string{"s 1: 100 USD (1 records, 0 missing)", "t 0: no sum (0 records, 0 missing), 1 reported twice", "u 0: no sum (0 records, 0 missing), 1 reported twice"}},
		{"a record that is the same is no part",
			[]lac.Project{undertaking("1"), undertaking("2", from("t"), linked(lac.SameAs, "1"), linked(lac.PartOf, "1"))},
			commitments, nil, []string{"1: 100 USD (1 records, 0 missing), 1 reported twice"}},
		{"who funds a project without a record is no project",
			[]lac.Project{undertaking("1"), undertaking("2", func(r *lac.Project) { r.Participants = []lac.Participant{{Name: "a", Role: "funding"}} })},
			commitments, nil, []string{"2: 200 USD (2 records, 0 missing)"}},
		{"nor is who gives to one from elsewhere",
			[]lac.Project{undertaking("1", with("disbursement 2015 60 USD")),
				undertaking("2", with("incoming-funds 2015 60 USD", "disbursement 2017 55 USD"), func(r *lac.Project) { r.Transactions[0].Provider.Activity = "elsewhere" })},
			disbursements, nil, []string{"2: 115 USD (2 records, 0 missing)"}},
		{"what a receiver was promised limits no payment",
			[]lac.Project{undertaking("1", with("disbursement 2015 60 USD")),
				undertaking("2", with("incoming-funds 2015 20 USD", "incoming-commitment 2015 30 USD", "disbursement 2017 55 USD"), func(r *lac.Project) {
					r.Transactions[0].Provider.Activity, r.Transactions[1].Provider.Activity = "1", "1"
				})},
			disbursements, nil, []string{"2: 95 USD (2 records, 0 missing)"}},
		{"and each where the query selects one source",
			[]lac.Project{undertaking("1"), undertaking("2", from("t"), linked(lac.SameAs, "1"))},
			projects.Query{Type: lac.Commitment, Source: "t"}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			totals, err := projects.Of(projectsOf(tt.projects...)).Totals(tt.query, tt.by...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, shown(totals)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if tt.by == nil {
				total, _ := totals.Get(projects.Key{})
				if selected, err := projects.Of(projectsOf(tt.projects...)).Select(tt.query); err != nil || len(selected) != total.Projects {
					t.Errorf("%d projects selected, %d counted, %v", len(selected), total.Projects, err)
				}
			}
			for k, total := range totals.All() {
				if got, ok := totals.Get(k); !ok || !got.Equal(total) {
					t.Errorf("Get(%v) returns %v, %t", k, got, ok)
				}
			}
		})
	}
}

func TestTotalsRefused(t *testing.T) {
	commitments := projects.Query{Type: lac.Commitment}
	jobs := func(text string) func(*lac.Project) {
		return func(r *lac.Project) { r.JobsDirect = lac.Stated{Value: quantity(text)} }
	}
	for _, tt := range []struct {
		rule     string
		projects []lac.Project
		query    projects.Query
		by       []lac.Dimension
		want     error // or a guard
		guard    lac.Guard
		records  []string
	}{
		{"a sum is of one type of transaction", nil, projects.Query{}, nil, lac.ErrUnsafeSum, lac.GuardType, nil},
		{"that there is", nil, projects.Query{Type: "gift"}, nil, lac.ErrUnknownCode, "", nil},
		{"a pledge is no commitment", nil, projects.Query{Type: lac.Commitment, Status: lac.StatusPledge}, nil, lac.ErrUnsafeSum, lac.GuardStatus, nil},
		{"nor a delivery", nil, projects.Query{Type: lac.Disbursement, Status: lac.StatusPledge}, nil, lac.ErrUnsafeSum, lac.GuardStatus, nil},
		{"a status must be known", nil, projects.Query{Type: lac.Commitment, Status: "done"}, nil, lac.ErrUnknownCode, "", nil},
		{"a kind must be known", nil, projects.Query{Type: lac.Commitment, Kind: "large"}, nil, lac.ErrUnknownCode, "", nil},
		{"a sector must be known", nil, projects.Query{Type: lac.Commitment, Sector: "magic"}, nil, lac.ErrUnknownCode, "", nil},
		{"a sector must have a form", nil, projects.Query{Type: lac.Commitment, Sector: "23"}, nil, lac.ErrSyntax, "", nil},
		{"a price year must be a year", nil, projects.Query{Type: lac.Commitment, PriceYear: -1}, nil, lac.ErrRange, "", nil},
		{"projects have no reporters", nil, commitments, []lac.Dimension{lac.ByReporter}, lac.ErrRange, "", nil},
		{"dimensions must be known", nil, commitments, []lac.Dimension{lac.ByKind + 1}, lac.ErrRange, "", nil},
		{"two currencies", []lac.Project{undertaking("1"), undertaking("2", with("commitment 2015 1 CNY"))}, commitments, nil,
			lac.ErrCurrencyMismatch, lac.GuardCurrency, []string{"1", "2"}},
		{"two price bases", []lac.Project{undertaking("1"), undertaking("2", with("commitment 2015 1 USD 2021"))}, commitments, nil,
			lac.ErrUnsafeSum, lac.GuardPrices, []string{"1", "2"}},
		{"of one project too", []lac.Project{undertaking("1", with("commitment 2015 1 USD 2021", "commitment 2015 1 USD 2017"))}, commitments, nil,
			lac.ErrUnsafeSum, lac.GuardPrices, []string{"1", "1"}},
		{"jobs in two units", []lac.Project{undertaking("1", jobs("5 jobs")), undertaking("2", jobs("6 people"))}, commitments, nil,
			lac.ErrUnitMismatch, lac.GuardCurrency, nil},
		{"projects that are part of each other", []lac.Project{undertaking("1", linked(lac.PartOf, "3")), undertaking("2", linked(lac.PartOf, "1")), undertaking("3", linked(lac.PartOf, "2")), undertaking("0", linked(lac.PartOf, "3"))},
			commitments, nil, lac.ErrUnsafeSum, lac.GuardParts, nil},
		{"whatever is above and below them", []lac.Project{undertaking("0", linked(lac.HasPart, "1", "3")), undertaking("1", linked(lac.PartOf, "2")), undertaking("2", linked(lac.PartOf, "1")), undertaking("3"), undertaking("4", linked(lac.PartOf, "2"))},
			commitments, nil, lac.ErrUnsafeSum, lac.GuardParts, []string{"1", "2"}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			_, err := projects.Of(projectsOf(tt.projects...)).Totals(tt.query, tt.by...)
			if !errors.Is(err, tt.want) {
				t.Fatalf("%v, want %v", err, tt.want)
			}
			var unsafe *lac.UnsafeSumError
			if errors.As(err, &unsafe) != (tt.guard != "") || unsafe != nil && unsafe.Guard != tt.guard {
				t.Errorf("%v, want guard %q", err, tt.guard)
			}
			if tt.records != nil && !slices.Equal(unsafe.Records, tt.records) {
				t.Errorf("%v, want records %q", err, tt.records)
			}
		})
	}
}

// Apart, amounts in two currencies are two sums.
func TestTotalsApart(t *testing.T) {
	data := projectsOf(undertaking("1"), undertaking("2", with("commitment 2016 1 CNY")))
	totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Commitment}, lac.ByYear)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2015 1: 100 USD (1 records, 0 missing)", "2016 1: 1 CNY (1 records, 0 missing)"}
	if diff := cmp.Diff(want, shown(totals)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTradeTotalsRefuseProjectDimensions(t *testing.T) {
	for _, dim := range []lac.Dimension{0, lac.ByRecipient, lac.BySector, lac.ByStatus, lac.ByKind, lac.ByKind + 1} {
		if _, err := projectsOf().Totals(lac.TradeQuery{}, lac.ByYear, dim); !errors.Is(err, lac.ErrRange) {
			t.Errorf("dimension %d: %v, want %v", dim, err, lac.ErrRange)
		}
		if _, err := lac.NewTradeStream(lac.TradeQuery{}, dim).Totals(); !errors.Is(err, lac.ErrRange) {
			t.Errorf("stream, dimension %d: %v, want %v", dim, err, lac.ErrRange)
		}
	}
}

func TestTotalsJobs(t *testing.T) {
	jobs := func(direct, indirect lac.Stated) func(*lac.Project) {
		return func(r *lac.Project) { r.JobsDirect, r.JobsIndirect = direct, indirect }
	}
	figure := func(n int64, c lac.Comparator) lac.Stated {
		return lac.Stated{Value: lac.QuantityOf(n, lac.UnitJobs), Comparator: c}
	}
	all := []lac.Project{
		undertaking("1", jobs(figure(1000, ""), figure(50, lac.About))),
		undertaking("2", jobs(figure(500, lac.Over), lac.Stated{Vague: "numerous"})),
		undertaking("3", jobs(figure(20, lac.Over), lac.Stated{})),
		undertaking("4", jobs(lac.Stated{Value: quantity("10 jobs"), High: quantity("30 jobs"), Comparator: lac.Between}, lac.Stated{Vague: "many"})),
		undertaking("5"),
		undertaking("6", status(lac.StatusCancelled), jobs(figure(7, ""), lac.Stated{})),
		undertaking("7", jobs(figure(9000, ""), lac.Stated{}), func(r *lac.Project) { r.Areas = areas("BRA 90", "USA 10") }),
	}
	totals, err := projects.Of(projectsOf(all...)).Totals(projects.Query{Type: lac.Commitment, Recipient: lac.Brazil})
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(projects.Key{})
	if got, want := total.JobsDirect.String(), "1530 jobs (4 records, 2 missing), of which 2 gt, 1 range"; got != want {
		t.Errorf("direct jobs: %s, want %s", got, want)
	}
	if got, want := total.JobsIndirect.String(), "50 jobs (1 records, 3 missing), of which 1 about, and 2 in words alone"; got != want {
		t.Errorf("indirect jobs: %s, want %s", got, want)
	}
	if total.JobsDirect.Equal(total.JobsIndirect) {
		t.Error("direct and indirect jobs are equal")
	}
}
