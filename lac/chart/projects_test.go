package chart_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/chart"
	"github.com/sinolac/sinolac/lac/projects"
)

// Peru has 30 million under way and 10 done, Chile 25 done: the bar of Peru stands first,
// with 40 in all.
func TestProjectsAreBarsByStatus(t *testing.T) {
	var records lac.Records
	records.Sources = []lac.Source{{ID: "own", Publisher: "Own", Basis: "own"}}
	for _, of := range []struct {
		id       string
		area     lac.Area
		status   lac.ProjectStatus
		millions int64
	}{
		{"a", lac.Chile, lac.StatusCompleted, 25}, {"b", lac.Peru, lac.StatusImplementation, 30}, {"c", lac.Peru, lac.StatusCompleted, 10},
	} {
		records.Projects = append(records.Projects, lac.Project{
			ID: of.id, Source: "own", Title: "Project " + of.id, Status: of.status, Areas: []lac.AreaShare{{Area: of.area, Percent: usd(t, "100").Amount()}},
			Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.Year(2020), Value: lac.MoneyOf(of.millions*1_000_000, lac.USD)}},
		})
	}
	data, err := lac.NewDataset(records)
	if err != nil {
		t.Fatal(err)
	}
	totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Commitment}, lac.ByRecipient, lac.ByStatus)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := chart.Projects("Money", totals, []string{"own"}, language.English)
	if err != nil {
		t.Fatal(err)
	}
	peru, chile := strings.Index(picture.Alt, "Peru"), strings.Index(picture.Alt, "Chile")
	if peru < 0 || chile < peru {
		t.Errorf("%q: want Peru before Chile", picture.Alt)
	}
	if _, err := chart.Projects("Money", projects.Totals{}, nil, language.English); !errors.Is(err, chart.ErrNoFigure) {
		t.Errorf("of nothing: %v", err)
	}
}

func TestPlacesAreThoseWithCoordinates(t *testing.T) {
	p := places[0].Project
	p.Locations = append([]lac.Location{{Name: "somewhere"}}, p.Locations...)
	got := chart.Places([]lac.Project{p, {ID: "none"}})
	if len(got) != 1 || got[0].Location.Name != "Chancay" || got[0].Project.ID != "a" {
		t.Errorf("%v", got)
	}
}
