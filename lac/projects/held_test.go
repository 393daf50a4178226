package projects_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// TestTotalsOfPartsOutsideTheQuestion holds that what a question does not ask for
// still takes part in what is the same money.
func TestTotalsOfPartsOutsideTheQuestion(t *testing.T) {
	later := []lac.Project{undertaking("1", with("commitment 2018 800 USD")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2021 300 USD"))}
	educated := []lac.Project{undertaking("1", with("commitment 2018 100 USD"), func(r *lac.Project) { r.Sectors = sectors("110 50", "23210 50") }),
		undertaking("2", linked(lac.PartOf, "1"), with("commitment 2019 30 USD"))}
	for _, tt := range []totalCase{
		{"a year asked for alone is what it is beside others", later,
			projects.Query{Type: lac.Commitment, Period: lac.Year(2018)}, nil, []string{"1: 500 USD (1 records, 0 missing), 300 USD may be on top"}},
		{"a sector is too",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD"), func(r *lac.Project) { r.Sectors = sectors("110 100") }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 450 USD"))},
			projects.Query{Type: lac.Commitment, Sector: "education"}, nil, []string{"1: 550 USD (1 records, 0 missing), 450 USD may be on top"}},
		{"what a part has of another year is of the same sector's", educated,
			commitments, []lac.Dimension{lac.BySector},
			[]string{"education 1: 50 USD (1 records, 0 missing)", "energy 1: 50 USD (2 records, 0 missing), 30 USD may be on top"}},
		{"a part that is merely pledged holds nothing of what is completed",
			[]lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1"), status(lac.StatusPledge), with("commitment 2015 60 USD"))},
			projects.Query{Type: lac.Commitment, Status: lac.StatusCompleted}, nil, []string{"1: 100 USD (1 records, 0 missing)"}},
		{"what is unconfirmed joins nothing above it to what is below",
			[]lac.Project{undertaking("1", with("commitment 2015 300 USD")), undertaking("2", linked(lac.PartOf, "1"), func(r *lac.Project) { r.Evidence = lac.Unconfirmed }),
				undertaking("3", linked(lac.PartOf, "2"))},
			commitments, nil, []string{"1: 400 USD (2 records, 0 missing), 1 unconfirmed"}},
		{"a parent that names no recipient holds its parts' money",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD"), func(r *lac.Project) { r.Areas = nil }),
				undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 450 USD"))},
			commitments, nil, []string{"1: 1000 USD (2 records, 0 missing), 450 USD may be on top"}},
		{"what was taken back in the year of the payment is no money to pass on",
			[]lac.Project{undertaking("1", with("commitment 2015 1000 USD", "commitment 2015 -200 USD")), undertaking("2", linked(lac.PartOf, "1"), with("commitment 2015 900 USD"))},
			commitments, nil, []string{"1: 900 USD (1 records, 0 missing), 1 parent beside its parts, 800 USD may be on top"}},
		{"what a country paid back in a year is none of its region's",
			[]lac.Project{undertaking("1", with("disbursement 2021 1000 USD"), func(r *lac.Project) { r.Areas = areas("419 100") }),
				undertaking("2", linked(lac.PartOf, "1"), with("disbursement 2020 500 USD", "disbursement 2021 300 USD", "disbursement 2021 -100 USD"), func(r *lac.Project) {
					r.Transactions[2].Sectors = sectors("110 100")
				})},
			disbursements, []lac.Dimension{lac.ByYear},
			[]string{"2020 1: 500 USD (1 records, 0 missing)", "2021 1: 1000 USD (2 records, 0 missing), 200 USD may be on top"}},
		{"of a record that is counted for what is missing no part is listed as left out",
			[]lac.Project{undertaking("1", with("commitment 2015 100 USD", "commitment 2015")), undertaking("2", linked(lac.PartOf, "1"))},
			commitments, nil, []string{"1: 100 USD (1 records, 1 missing)"}},
		{"a receiver of a commitment says how much of it it has from another",
			[]lac.Project{undertaking("1", with("commitment 2015 60 USD")),
				undertaking("2", with("incoming-commitment 2015 60 USD", "commitment 2017 55 USD"), func(r *lac.Project) { r.Transactions[0].Provider.Activity = "1" })},
			commitments, nil, []string{"2: 60 USD (2 records, 0 missing)"}},
		{"and of a pledge",
			[]lac.Project{undertaking("1", with("outgoing-pledge 2015 60 USD")),
				undertaking("2", with("incoming-pledge 2015 60 USD", "outgoing-pledge 2017 55 USD"), func(r *lac.Project) { r.Transactions[0].Provider.Activity = "1" })},
			projects.Query{Type: lac.OutgoingPledge}, nil, []string{"2: 60 USD (2 records, 0 missing)"}},
		{"of two records of the same one of whom the question knows something stands",
			[]lac.Project{undertaking("1", with()), undertaking("2", from("t"), linked(lac.SameAs, "1"), with("commitment 2015"), func(r *lac.Project) {
				r.Participants = []lac.Participant{{Name: "CDB", Role: "funding", Area: lac.China}}
			})},
			projects.Query{Type: lac.Commitment, Provider: lac.China}, nil, []string{"1: no sum (0 records, 1 missing)"}},
		{"who reports first hand is as good as who does not say",
			[]lac.Project{undertaking("1", func(r *lac.Project) { r.Participants = []lac.Participant{{Name: "x", Role: "reporting"}} }),
				undertaking("2", from("t"), linked(lac.SameAs, "1"))},
			commitments, []lac.Dimension{lac.BySource},
			[]string{"s 1: 100 USD (1 records, 0 missing)", "t 0: no sum (0 records, 0 missing), 1 reported twice"}},
		{"a guarantee reaches as far as a commitment",
			[]lac.Project{undertaking("1", status(lac.StatusCommitment), with("credit-guarantee 2015 5 USD"))},
			projects.Query{Type: lac.CreditGuarantee, PriceYear: 0}, nil, []string{"1: 5 USD (1 records, 0 missing)"}},
		{"pledges are what merely pledged projects have",
			[]lac.Project{undertaking("1", status(lac.StatusPledge), with("outgoing-pledge 2015 9 USD")), undertaking("2")},
			projects.Query{Type: lac.OutgoingPledge, Status: lac.StatusPledge}, nil, []string{"1: 9 USD (1 records, 0 missing)"}},
		{"the last year that can be written is a price year",
			[]lac.Project{undertaking("1", with("commitment 2015 1 USD 9999"))},
			projects.Query{Type: lac.Commitment, PriceYear: 9999}, nil, []string{"1: 1 USD (1 records, 0 missing)"}},
	} {
		t.Run(tt.rule, tt.check)
	}
}

// Of several vocabularies, none of them the DAC's, the first divides.
func TestTotalsByOneVocabulary(t *testing.T) {
	sector := func(vocabulary, code string) lac.SectorShare {
		return lac.SectorShare{Sector: lac.Sector{Vocabulary: vocabulary, Code: code}, Percent: decimal.NewFromInt(100)}
	}
	data := projectsOf(undertaking("1", func(r *lac.Project) { r.Sectors = []lac.SectorShare{sector("99", "x"), sector("98", "y")} }))
	totals, err := projects.Of(data).Totals(commitments, lac.BySector)
	if err != nil {
		t.Fatal(err)
	}
	if total, ok := totals.Get(projects.Key{Sector: lac.Sector{Vocabulary: "99", Code: "x"}}); totals.Len() != 1 || !ok || total.Projects != 1 {
		t.Errorf("totals %q, want one of sector x", shown(totals))
	}
}

// Jobs that the records of one undertaking state are those of the first that does.
func TestJobsOfOneUndertaking(t *testing.T) {
	jobs := func(s lac.Stated) func(*lac.Project) { return func(r *lac.Project) { r.JobsDirect = s } }
	totals, err := projects.Of(projectsOf(
		undertaking("1", jobs(lac.Stated{Vague: "many"})),
		undertaking("2", linked(lac.PartOf, "1"), jobs(lac.Stated{Value: quantity("1000 jobs")})),
		undertaking("3", linked(lac.PartOf, "1"), jobs(lac.Stated{Value: quantity("500 jobs")})),
		undertaking("4", linked(lac.PartOf, "1"), jobs(lac.Stated{Vague: "some"})),
	)).Totals(commitments)
	if err != nil {
		t.Fatal(err)
	}
	total, _ := totals.Get(projects.Key{})
	if got, want := total.JobsDirect.String(), "1000 jobs (1 records, 0 missing)"; got != want {
		t.Errorf("direct jobs: %s, want %s", got, want)
	}
}

func TestPricesAreNamedInTheRefusal(t *testing.T) {
	_, err := projects.Of(projectsOf(undertaking("1"), undertaking("2", with("commitment 2015 1 USD 2021")))).Totals(commitments)
	if !errors.Is(err, lac.ErrUnsafeSum) || !strings.Contains(err.Error(), "prices of their own date and prices of 2021") {
		t.Error(err)
	}
}

// Totals are equal where all that they say is.
func TestTotalsEqual(t *testing.T) {
	totalOf := func(s lac.Comparator, all ...lac.Project) projects.Total {
		for i := range all {
			all[i].JobsDirect = lac.Stated{Value: quantity("5 jobs"), Comparator: s}
		}
		totals, err := projects.Of(projectsOf(all...)).Totals(commitments)
		if err != nil {
			t.Fatal(err)
		}
		total, _ := totals.Get(projects.Key{})
		return total
	}
	base := totalOf("", undertaking("1"))
	other := must(lac.TotalOf(decimal.NewFromInt(7), "USD"))
	changed := map[string]func(*projects.Total){
		"amount":           func(t *projects.Total) { t.Amount = other },
		"overlap":          func(t *projects.Total) { t.Overlap = other },
		"projects":         func(t *projects.Total) { t.Projects++ },
		"direct figures":   func(t *projects.Total) { t.JobsDirect.Figures = other },
		"direct words":     func(t *projects.Total) { t.JobsDirect.Vague++ },
		"indirect figures": func(t *projects.Total) { t.JobsIndirect.Figures = other },
		"hedges":           func(t *projects.Total) { t.JobsDirect = totalOf(lac.Over, undertaking("1")).JobsDirect },
	}
	for what, change := range changed {
		total := base
		change(&total)
		if total.Equal(base) || !total.Equal(total) || total.JobsDirect.Equal(base.JobsDirect) == strings.Contains("direct figures, direct words, hedges", what) {
			t.Errorf("another %s: %v and %v", what, total, base)
		}
	}
	all := map[string]projects.Totals{"none": {}}
	for name, p := range map[string]lac.Project{"s": undertaking("1"), "t": undertaking("1", from("t")), "more": undertaking("1", with("commitment 2015 101 USD"))} {
		totals, err := projects.Of(projectsOf(p)).Totals(commitments, lac.BySource)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = totals
	}
	got := map[string][]string{}
	for a := range all {
		for b := range all {
			if all[a].Equal(all[b]) {
				got[a] = append(got[a], b)
			}
		}
	}
	if diff := cmp.Diff(map[string][]string{"none": {"none"}, "s": {"s"}, "t": {"t"}, "more": {"more"}}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
