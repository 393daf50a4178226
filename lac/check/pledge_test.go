package check_test

import (
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

func TestPledges(t *testing.T) {
	data := almanacData(t)
	day := func(s string) lac.Date {
		d, err := lac.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		pledge, on string
		want       check.Verdict
	}{
		{"pledge-forum-1-trade-target", "2025-06-09", check.Met},
		{"pledge-forum-1-trade-target", "2020-06-09", check.Behind},
		{"pledge-forum-1-scholarships", "2025-06-09", check.Unmeasurable},
		{"pledge-forum-4-scholarships", "2025-06-09", check.NotDue},
		{"pledge-forum-4-scholarships", "2028-01-01", check.Unmeasurable},
		{"pledge-forum-4-credit-line", "2025-06-09", check.Unmeasurable},
	}
	for _, tt := range tests {
		p, ok := data.Record(tt.pledge).(lac.Pledge)
		if !ok {
			t.Fatalf("no pledge %s", tt.pledge)
		}
		if got := check.Pledge(data, p, day(tt.on), check.Default()); got.State != tt.want {
			t.Errorf("%s on %s: %s, want %s (%q)", tt.pledge, tt.on, got.State, tt.want, got.Notes)
		}
	}
	perYear, _ := data.Record("pledge-forum-4-party-members").(lac.Pledge)
	if got := check.Pledge(data, perYear, day("2025-06-09"), check.Default()).Target.String(); got != "900" {
		t.Errorf("300 a year for three years make %s", got)
	}
}

// A pledge of 300 places over 2025 to 2027, 1095 days: 100 by the end of 2025
// keeps pace (365/1095 of 300), 99 does not.
func TestPledgePace(t *testing.T) {
	source := lac.Source{ID: "s", Publisher: "p", Basis: "b"}
	pledge := lac.Pledge{ID: "pledge", Source: "s", Made: lac.Year(2025), Window: lac.Years(2025, 2027),
		Measure: lac.Measure{Subject: lac.SubjectTraining, Reporter: lac.China, Partner: lac.CELAC},
		Target:  lac.Stated{Value: lac.QuantityOf(300, lac.UnitPlaces), Digits: 3}}
	for _, tt := range []struct {
		delivered int64
		on        lac.Date
		want      check.Verdict
	}{
		{100, lac.DateOf(2025, 12, 31), check.OnTrack},
		{99, lac.DateOf(2025, 12, 31), check.Behind},
		{300, lac.DateOf(2026, 6, 1), check.Met},
		{299, lac.DateOf(2028, 1, 1), check.Missed},
	} {
		program := lac.Program{ID: "program", Source: "s", Title: "t", Kind: lac.Training, Provider: lac.China,
			Recipients: []lac.Area{lac.CELAC}, Fulfils: "pledge",
			Delivered: []lac.Delivery{{Period: lac.Year(2025), Places: lac.QuantityOf(tt.delivered, lac.UnitPlaces)}}}
		data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{source}, Pledges: []lac.Pledge{pledge}, Programs: []lac.Program{program}})
		if err != nil {
			t.Fatal(err)
		}
		if got := check.Pledge(data, pledge, tt.on, check.Default()); got.State != tt.want {
			t.Errorf("%d delivered by %s: %s, want %s", tt.delivered, tt.on, got.State, tt.want)
		}
	}
}
