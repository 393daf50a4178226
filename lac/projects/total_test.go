package projects_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// A totalCase is what a question about some projects is to give.
type totalCase struct {
	rule     string
	projects []lac.Project
	query    projects.Query
	by       []lac.Dimension
	want     []string
}

var (
	commitments   = projects.Query{Type: lac.Commitment}
	disbursements = projects.Query{Type: lac.Disbursement}
)

func TestTotals(t *testing.T) {
	for _, tt := range []totalCase{
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
			[]lac.Project{undertaking("1", func(r *lac.Project) { r.Sectors = sectors("23210 30", "230 10", "110 60") })},
			projects.Query{Type: lac.Commitment, Sector: "230"}, nil, []string{"1: 40 USD (1 records, 0 missing)"}},
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
	} {
		t.Run(tt.rule, tt.check)
	}
}

func (tt totalCase) check(t *testing.T) {
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
