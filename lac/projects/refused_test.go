package projects_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

func TestTotalsRefused(t *testing.T) {
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
