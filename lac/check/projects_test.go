package check_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// Of four records, one is left out by its publisher, one relieves another's debt
// and one is the same as another: they are one project, and do not show four.
func TestProjectsAreCountedByUndertaking(t *testing.T) {
	var rows []lac.Project
	for i := range 4 {
		rows = append(rows, lac.Project{
			ID: fmt.Sprint("p", i), Source: "s", Title: fmt.Sprint("Record ", i), Kind: lac.Infrastructure, Status: lac.StatusCompleted,
			Areas:  []lac.AreaShare{{Area: country("BRA"), Percent: decimal.NewFromInt(100)}},
			Stages: []lac.Stage{{Status: lac.StatusCompleted, Date: lac.Year(2015)}}, Participants: []lac.Participant{{Name: "Bank", Role: "funding", Area: lac.China}},
		})
	}
	counted := func(rows []lac.Project, over string) check.Verdict {
		data := build(t, lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}}, Projects: rows})
		c := lac.Claim{ID: "c", Form: lac.FormCount, Measure: lac.Measure{Subject: lac.SubjectProjects, Reporter: lac.China, Partner: lac.CELAC}, Period: lac.Years(2010, 2020),
			Stated: lac.Stated{Value: quantity(over + " projects"), Comparator: lac.Over, Digits: 1}}
		return find(t, data, c, check.Default()).Verdict
	}
	if v := counted(rows, "3"); v != check.Supported {
		t.Fatalf("four projects are over 3: %s", v)
	}
	unnamed := slices.Clone(rows)
	unnamed[3].Participants = nil
	if v := counted(unnamed, "3"); v != check.Insufficient {
		t.Errorf("three projects, and one of which nobody knows who paid: %s", v)
	}
	rows[1].LeaveOut = true
	rows[2].Links = []lac.Link{{Kind: lac.Relieves, ID: "p0"}}
	rows[3].Links = []lac.Link{{Kind: lac.SameAs, ID: "p0"}}
	for over, want := range map[string]check.Verdict{"3": check.Insufficient, "1": check.Insufficient, "0": check.Supported} {
		if v := counted(rows, over); v != want {
			t.Errorf("one project is over %s: %s, want %s", over, v, want)
		}
	}
}
