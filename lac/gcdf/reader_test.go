package gcdf_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
)

const fixtures = "../../testdata/gcdf"

var hundred = decimal.NewFromInt(100)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A cell is a column's name with what a row has there.
type cell struct{ column, text string }

// table returns a table of rows of a well-formed project, number 1 and so on, each
// with its changes.
func table(rows ...[]cell) string {
	columns := []cell{
		{"AidData Record ID", ""}, {"Title", "A bridge"}, {"Status", "Completion"}, {"Recipient", "Peru"}, {"Recipient ISO-3", "PER"},
		{"Commitment Year", "2015"}, {"Sector Code", "210"}, {"Amount (Constant USD 2021)", "12.5"},
	}
	for _, row := range rows {
		for _, c := range row {
			if !slices.ContainsFunc(columns, func(d cell) bool { return d.column == c.column }) {
				columns = append(columns, cell{column: c.column})
			}
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.column
	}
	_ = w.Write(line)
	for n, row := range rows {
		for i, c := range columns {
			line[i] = c.text
			if i == 0 {
				line[i] = fmt.Sprint(n + 1)
			}
			for _, change := range row {
				if change.column == c.column {
					line[i] = change.text
				}
			}
		}
		_ = w.Write(line)
	}
	w.Flush()
	return b.String()
}

// one reads a table of one well-formed project with changes.
func one(t *testing.T, changes ...cell) lac.Project {
	t.Helper()
	projects, rejected, err := gcdf.NewReader(strings.NewReader(table(changes))).ReadAll(context.Background())
	if err != nil || len(rejected) > 0 || len(projects) != 1 {
		t.Fatalf("%d projects, rejected %v, %v", len(projects), rejected, err)
	}
	if err := projects[0].Validate(); err != nil {
		t.Error(err)
	}
	return projects[0]
}

// fixture reads a file of which no row is to be rejected, by number.
func fixture(t *testing.T, name string) map[string]lac.Project {
	t.Helper()
	r, err := gcdf.Open(filepath.Join(fixtures, name))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	projects, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) > 0 {
		t.Fatalf("rejected %v, %v", rejected, err)
	}
	if _, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Projects: projects}); err != nil {
		t.Error(err)
	}
	all := map[string]lac.Project{}
	for _, p := range projects {
		all[strings.TrimPrefix(p.ID, "gcdf#")] = p
	}
	return all
}

func TestRelease(t *testing.T) {
	all := fixture(t, "release.csv")
	if len(all) != 15 {
		t.Errorf("%d projects, want 15", len(all))
	}
	cdb := lac.Participant{Name: "China Development Bank (CDB)", Type: "15", Area: lac.China}
	ministry := lac.Participant{Name: "Ministry of Finance", Type: "10", Area: lac.Ecuador}
	funding := cdb
	funding.Role = "funding"
	signed := must(lac.ParsePeriod("2011-05-23"))
	want := lac.Project{
		ID: "gcdf#102", Source: "gcdf",
		Title: "CDB provides $200 million loan for Santa Rosa-Huaquillas highway (Linked to Umbrella Project #101 and Project ID#103)",
		Descriptions: []lac.Narrative{
			{Language: "en", Text: "A road in two lots.\nThe second was\nbuilt first."},
			{Language: "en", Text: "Two sources differ on the length."},
			{Language: "en", Text: "Between the two towns: https://www.openstreetmap.org/way/1"},
		},
		Kind: lac.Infrastructure, Status: lac.StatusCompleted,
		Stages: []lac.Stage{
			{Status: lac.StatusCommitment, Date: signed},
			{Status: lac.StatusImplementation, Date: must(lac.ParsePeriod("2011-06")), Planned: true},
			{Status: lac.StatusImplementation, Date: must(lac.ParsePeriod("2011-07-04"))},
			{Status: lac.StatusCompleted, Date: must(lac.ParsePeriod("2013-12")), Planned: true},
			{Status: lac.StatusCompleted, Date: must(lac.ParsePeriod("2014-03"))},
		},
		Areas:   []lac.AreaShare{{Area: lac.Ecuador, Percent: hundred}},
		Sectors: []lac.SectorShare{{Sector: lac.Sector{Purpose: "210", Field: "transport-and-storage"}, Percent: hundred}},
		Participants: []lac.Participant{
			funding,
			{Name: "Andes Road Company", Role: "implementing", Type: "15", Area: lac.China},
			{Name: "Ministry of Transport", Role: "implementing", Type: "10", Area: lac.Ecuador},
			{Name: "Government of Ecuador", Role: "accountable", Type: "10", Area: lac.Ecuador},
		},
		FinanceType: "421",
		Transactions: []lac.Transaction{
			{Type: lac.Commitment, Date: signed, Value: must(lac.ParseMoney("271850001.25 USD")), PriceYear: 2021, Provider: cdb, Receiver: ministry},
			{Type: lac.Commitment, Date: signed, Value: must(lac.ParseMoney("200000000 USD")), Provider: cdb, Receiver: ministry},
		},
		Links: []lac.Link{{Kind: lac.PartOf, ID: "gcdf#101"}, {Kind: lac.LinkedTo, ID: "gcdf#103"}, {Kind: lac.LinkedTo, ID: "gcdf#package-7"}},
		Note:  "flow class OOF-like",
	}
	if diff := cmp.Diff(want, all["102"]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReleaseRules(t *testing.T) {
	all := fixture(t, "release.csv")
	for _, tt := range []struct {
		rule   string
		number string
		got    func(lac.Project) any
		want   any
	}{
		{"an umbrella", "101", func(p lac.Project) any { return p.Umbrella }, true},
		{"what is not recommended for aggregates is to be left out", "107", func(p lac.Project) any { return p.LeaveOut }, true},
		{"a pledge is no commitment", "107", func(p lac.Project) any { return p.Transactions[0].Type }, lac.OutgoingPledge},
		{"nor is its date", "107", func(p lac.Project) any { return p.Stages[0] }, lac.Stage{Status: lac.StatusPledge, Date: must(lac.ParsePeriod("2016-11"))}},
		{"an amount has up to three bases", "103", func(p lac.Project) any { return values(p) }, "12700000.5 USD 2021, 60000000 CNY, 9506000 USD"},
		{"but nominal dollars once", "104", func(p lac.Project) any { return values(p) }, "118200000 USD 2021, 100000000 USD"},
		{"without any it is missing", "110", func(p lac.Project) any { return values(p) }, "not reported"},
		{"NA is nothing", "113", func(p lac.Project) any { return values(p) }, "not reported"},
		{"a part of an agreement", "103", func(p lac.Project) any { return p.Links[0] }, lac.Link{Kind: lac.PartOf, ID: "gcdf#101"}},
		{"shares of a syndicated loan", "105", func(p lac.Project) any { return p.Links }, []lac.Link{{Kind: lac.CoFunded, ID: "gcdf#104"}, {Kind: lac.CoFunded, ID: "gcdf#106"}}},
		{"a rescheduling relieves", "106", func(p lac.Project) any { return p.Links }, []lac.Link{{Kind: lac.Relieves, ID: "gcdf#104"}}},
		{"and has its type of finance", "106", func(p lac.Project) any { return p.FinanceType }, "620"},
		{"as has a forgiving", "115", func(p lac.Project) any { return p.FinanceType }, "610"},
		{"co-financiers fund too, from wherever", "104", func(p lac.Project) any { return p.Participants[2] }, lac.Participant{Name: "Rhine Bank", Role: "funding", Type: "70"}},
		{"several receivers are one party", "104", func(p lac.Project) any { return p.Transactions[0].Receiver },
			lac.Participant{Name: "National Power; Rio Claro SPV", Area: lac.Bolivia}},
		{"where no agency is named the country pays", "113", func(p lac.Project) any { return p.Participants },
			[]lac.Participant{{Name: "China", Role: "funding", Type: "10", Area: lac.China}}},
		{"a region is a recipient", "112", func(p lac.Project) any { return p.Areas[0].Area.M49() }, 19},
		{"a region of the DAC keeps its code", "114", func(p lac.Project) any { return p.Areas[0] }, lac.AreaShare{Vocabulary: "1", Code: "589", Percent: hundred}},
		{"several regions have AidData's name", "113", func(p lac.Project) any { return p.Areas[0] }, lac.AreaShare{Vocabulary: "99", Code: "Multi-Region", Percent: hundred}},
		{"the year stands against a date of another", "114", func(p lac.Project) any { return p.Transactions[0].Date }, lac.Year(2017)},
		{"and the date is noted", "114", func(p lac.Project) any { return p.Note }, "Commitment Date (MM/DD/YYYY) 2016-12-20 is not in 2017; flow class ODA-like"},
		{"without a date the year is all that is known", "113", func(p lac.Project) any { return p.Stages[1] }, lac.Stage{Status: lac.StatusCompleted, Date: lac.Year(2020)}},
		{"statuses have the name of the field definitions too", "111", func(p lac.Project) any { return p.Status }, lac.StatusCompleted},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tt.got(all[tt.number])); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// values lists the values of a project's transactions with their price years.
func values(p lac.Project) string {
	var all []string
	for _, t := range p.Transactions {
		s := t.Value.String()
		if t.PriceYear != 0 {
			s += fmt.Sprint(" ", t.PriceYear)
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

func TestGeocoded(t *testing.T) {
	all := fixture(t, "geocoded.csv")
	china := []lac.Participant{{Name: "China", Role: "funding", Type: "10", Area: lac.China}}
	transport := []lac.SectorShare{{Sector: lac.Sector{Purpose: "210", Field: "transport-and-storage"}, Percent: hundred}}
	uruguay := []lac.AreaShare{{Area: lac.Uruguay, Percent: hundred}}
	africa := must(lac.ParseArea("002"))
	want := map[string]lac.Project{
		"9001": {
			ID: "gcdf#9001", Source: "gcdf", Title: "China Eximbank lends RMB 250 million for Phase 2 of Puerto Alto wharf (Linked to Project ID#9002, 9003 and #9004)",
			Kind: lac.Infrastructure, Status: lac.StatusCompleted, Areas: uruguay, Sectors: transport, Participants: china,
			Stages: []lac.Stage{
				{Status: lac.StatusCommitment, Date: lac.Year(2009)},
				{Status: lac.StatusImplementation, Date: lac.Month(2010, 2)},
				{Status: lac.StatusCompleted, Date: must(lac.ParsePeriod("2013-05-30"))},
			},
			Locations:    []lac.Location{{Name: "https://www.openstreetmap.org/way/1"}},
			Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.Year(2009), Value: must(lac.ParseMoney("37250000.75 USD")), PriceYear: 2021}},
			Links:        []lac.Link{{Kind: lac.LinkedTo, ID: "gcdf#9002"}, {Kind: lac.LinkedTo, ID: "gcdf#9003"}, {Kind: lac.LinkedTo, ID: "gcdf#9004"}},
		},
		"9002": {
			ID: "gcdf#9002", Source: "gcdf", Title: "China donates cranes to Puerto Alto [linked to #9001]",
			Status: lac.StatusImplementation, Areas: uruguay, Sectors: transport, Participants: china,
			Stages: []lac.Stage{
				{Status: lac.StatusCommitment, Date: lac.Month(2012, 4)},
				{Status: lac.StatusImplementation, Date: must(lac.ParsePeriod("2012-04-17"))},
			},
			Locations: []lac.Location{
				{Name: "North gate: https://www.openstreetmap.org/way/2"}, {Name: "https://www.openstreetmap.org/relation/3"},
				{Name: "South gate: https://www.openstreetmap.org/node/4#map=19/-34.9/-56.1"},
			},
			Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.Month(2012, 4)}},
			Links:        []lac.Link{{Kind: lac.LinkedTo, ID: "gcdf#9001"}},
		},
		"9003": {
			ID: "gcdf#9003", Source: "gcdf", Title: "China gives “Bright Sight” surgery, linked to #9005",
			Status: lac.StatusCommitment, Participants: china,
			Areas:        []lac.AreaShare{{Area: lac.Dominica, Percent: hundred}},
			Sectors:      []lac.SectorShare{{Sector: lac.Sector{Purpose: "120", Field: "health"}, Percent: hundred}},
			Stages:       []lac.Stage{{Status: lac.StatusCommitment, Date: must(lac.ParsePeriod("2015-12-31"))}},
			Locations:    []lac.Location{{Name: "see the title"}},
			Transactions: []lac.Transaction{{Type: lac.Commitment, Date: must(lac.ParsePeriod("2015-12-31")), Value: must(lac.ParseMoney("1500000 USD")), PriceYear: 2021}},
			Links:        []lac.Link{{Kind: lac.LinkedTo, ID: "gcdf#9005"}},
		},
		"9004": {
			ID: "gcdf#9004", Source: "gcdf", Title: "China sends ship to Africa (Lot #3)",
			Status: lac.StatusCompleted, Participants: china,
			Areas:        []lac.AreaShare{{Area: africa, Percent: hundred}},
			Sectors:      []lac.SectorShare{{Sector: lac.Sector{Purpose: "220", Field: "communications"}, Percent: hundred}},
			Stages:       []lac.Stage{{Status: lac.StatusCommitment, Date: lac.Year(2016)}, {Status: lac.StatusCompleted, Date: lac.Year(2017)}},
			Locations:    []lac.Location{{Name: "https://www.openstreetmap.org/relation/5"}},
			Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.Year(2016)}},
			Note:         "Commitment.Date.(MM/DD/YYYY) 2009-12-14 is not in 2016",
		},
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What a flow type says goes before what a title seems to say.
func TestFlowTypeBeforeTitle(t *testing.T) {
	p := one(t, cell{"Title", "Bank forgives (linked to #450)"}, cell{"Flow Type", "Loan"})
	if got := p.Links[0].Kind; got != lac.LinkedTo {
		t.Errorf("a loan is %s", got)
	}
}

func TestForms(t *testing.T) {
	const committed = "Commitment Date (MM/DD/YYYY)"
	date := func(p lac.Project) any { return p.Transactions[0].Date.String() }
	for _, tt := range []struct {
		rule    string
		changes []cell
		got     func(lac.Project) any
		want    any
	}{
		{"a day", []cell{{committed, "2015-05-23"}}, date, "2015-05-23"},
		{"as the column promises", []cell{{committed, "05/23/2015"}}, date, "2015-05-23"},
		{"or shorter", []cell{{committed, "5/3/2015"}}, date, "2015-05-03"},
		{"with a time of midnight", []cell{{committed, "2015-05-23 00:00:00"}}, date, "2015-05-23"},
		{"first of a month", []cell{{committed, "05/01/2015"}}, date, "2015-05"},
		{"first of a year", []cell{{committed, "01/01/2015"}}, date, "2015"},
		{"none", nil, date, "2015"},
		{"a year as a decimal", []cell{{"Commitment Year", "2015.0"}}, date, "2015"},
		{"a number as a decimal", []cell{{"AidData Record ID", "35.0"}}, func(p lac.Project) any { return p.ID }, "gcdf#35"},
		{"a sector code as a decimal", []cell{{"Sector Code", "230.0"}}, func(p lac.Project) any { return p.Sectors[0].Sector.Field }, "energy"},
		{"a sector by name", []cell{{"Sector Code", ""}, {"Sector Name", "Population policies/programs and reproductive health"}}, func(p lac.Project) any { return p.Sectors[0].Sector.Purpose }, "130"},
		{"a country by name alone", []cell{{"Recipient ISO-3", ""}, {"Recipient", "Cote d'Ivoire"}}, func(p lac.Project) any { return p.Areas[0].Area.String() }, "CIV"},
		{"or by code alone", []cell{{"Recipient", ""}}, func(p lac.Project) any { return p.Areas[0].Area.String() }, "PER"},
		{"a code that is none beside a name", []cell{{"Recipient ISO-3", "KSV"}, {"Recipient", "Kosovo"}}, func(p lac.Project) any { return p.Areas[0].Area.String() }, "XKX"},
		{"a name that is unknown beside a code", []cell{{"Recipient ISO-3", "PSE"}, {"Recipient", "West Bank and Gaza Strip"}}, func(p lac.Project) any { return p.Areas[0].Area.String() }, "PSE"},
		{"yuan", []cell{{"Amount (Original Currency)", "7"}, {"Original Currency", "RMB"}}, values2, "12.5 USD 2021, 7 CNY"},
		{"an amount with an exponent", []cell{{"Amount (Constant USD 2021)", "6.6798E+07"}}, values2, "66798000 USD 2021"},
		{"zero is an amount", []cell{{"Amount (Constant USD 2021)", "0"}}, values2, "0 USD 2021"},
		{"space around and in a title", []cell{{"Title", "  A\n bridge "}}, func(p lac.Project) any { return p.Title }, "A bridge"},
		{"types that are fewer than the agencies say nothing", []cell{{"Implementing Agencies", "A|B"}, {"Implementing Agencies Type", "Chinese State-Owned Company"}},
			func(p lac.Project) any { return p.Participants[2] }, lac.Participant{Name: "B", Role: "implementing"}},
		{"packages", []cell{{"AidData Parent ID", "12.0|13, 12"}}, func(p lac.Project) any { return p.Links },
			[]lac.Link{{Kind: lac.LinkedTo, ID: "gcdf#package-12"}, {Kind: lac.LinkedTo, ID: "gcdf#package-13"}}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tt.got(one(t, tt.changes...))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func values2(p lac.Project) any { return values(p) }

// An adjusted amount stands in place of the other: what rolls over an older loan is
// no new money, on whatever basis.
func TestAdjustedAmounts(t *testing.T) {
	const constant, adjusted = "Amount (Constant USD 2021)", "Adjusted Amount (Constant USD 2021)"
	for _, tt := range []struct {
		rule        string
		cells       []cell
		want, noted string
	}{
		{"equal amounts are as they are", []cell{{constant, "8"}, {adjusted, "8"}, {"Amount (Nominal USD)", "6"}}, "8 USD of 2021; 6 USD", ""},
		{"a rollover is no new money", []cell{{constant, "8"}, {adjusted, "0"}, {"Amount (Nominal USD)", "6"}}, "0 USD of 2021; 0 USD", "8 USD"},
		{"on each basis its own", []cell{{constant, "8"}, {adjusted, "4"}, {"Amount (Nominal USD)", "6"}, {"Adjusted Amount (Nominal USD)", "3"}}, "4 USD of 2021; 3 USD", "8 USD"},
		{"what is adjusted in part, and not on every basis, is not known on others", []cell{{constant, "8"}, {adjusted, "4"}, {"Amount (Nominal USD)", "6"}}, "4 USD of 2021", "8 USD"},
		{"the adjusted amount alone", []cell{{constant, ""}, {adjusted, "4"}}, "4 USD of 2021", ""},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			p := one(t, tt.cells...)
			var got []string
			for _, tr := range p.Transactions {
				s := tr.Value.String()
				if tr.PriceYear != 0 {
					s += fmt.Sprint(" of ", tr.PriceYear)
				}
				got = append(got, s)
			}
			if strings.Join(got, "; ") != tt.want || !strings.HasSuffix(p.Note, tt.noted) || (p.Note == "") != (tt.noted == "") {
				t.Errorf("%q, noted %q; want %q, %q", got, p.Note, tt.want, tt.noted)
			}
		})
	}
}
