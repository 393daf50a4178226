package projects_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

func TestUndertakings(t *testing.T) {
	leftOut := func(r *lac.Project) { r.LeaveOut = true }
	umbrella := func(r *lac.Project) { r.Umbrella = true }
	for _, tt := range []struct {
		rule     string
		projects []lac.Project
		want     string // IDs, a semicolon between undertakings
	}{
		{"each record is one", []lac.Project{undertaking("1"), undertaking("2")}, "1; 2"},
		{"but what its source leaves out, what relieves debts, and a second report",
			[]lac.Project{undertaking("1"), undertaking("2", leftOut), undertaking("3", linked(lac.Relieves, "1")), undertaking("4", linked(lac.SameAs, "1"))}, "1 4"},
		{"a project and its parts are one", []lac.Project{undertaking("1"), undertaking("2", linked(lac.PartOf, "1")), undertaking("3", linked(lac.PartOf, "1"))}, "1 2 3"},
		{"parts of an umbrella are each one", []lac.Project{undertaking("1", umbrella), undertaking("2", linked(lac.PartOf, "1")), undertaking("3", linked(lac.PartOf, "1"))}, "2; 3"},
		{"who pay for one pay for one", []lac.Project{undertaking("1", linked(lac.CoFunded, "2")), undertaking("2")}, "1 2"},
		{"phases that their source links are one",
			[]lac.Project{undertaking("1", titled("Loan for Phase 1 of V.C. Bird International Airport Terminal (Linked to #2)"), linked(lac.LinkedTo, "2")),
				undertaking("2", titled("Grant for Phase 2 of V.C. Bird Airport"))}, "1 2"},
		{"also by a package that has no record",
			[]lac.Project{undertaking("1", titled("Loan for Punta Sierra Wind Farm"), linked(lac.LinkedTo, "package-7")),
				undertaking("2", titled("Credit facility for Punta Sierra"), linked(lac.LinkedTo, "package-7")), undertaking("3", titled("Loan for Negrete Wind Farm"), linked(lac.LinkedTo, "package-7"))}, "1 2; 3"},
		{"projects of one agreement are not",
			[]lac.Project{undertaking("1", titled("Grant via ETCA for National Stadium"), linked(lac.LinkedTo, "2")),
				undertaking("2", titled("Grant via ETCA for Bebedero Aqueduct"))}, "1; 2"},
		{"nor are a road and a bridge in one town",
			[]lac.Project{undertaking("1", titled("Roseau road rehabilitation"), linked(lac.LinkedTo, "2")), undertaking("2", titled("New Roseau Bridge"))}, "1; 2"},
		{"works on one thing are one, linked or not",
			[]lac.Project{undertaking("1", titled("China completes construction of scoreboards valued at BDS 3.38 million for Garfield Sobers Gymnasium")), undertaking("2", titled("Chinese Government provides grant for Garfield Sobers Gymnasium Refurbishment Project"))}, "1 2"},
		{"whatever each of them costs, and however a centre is spelt",
			[]lac.Project{undertaking("1", titled("Grant worth XCD 55 million for Viv Richards Centre Construction Project")), undertaking("2", titled("China grants 6.4 million RMB for Viv Richards Center renovation"))}, "1 2"},
		{"what is given twice is two",
			[]lac.Project{undertaking("1", titled("China donates equipment to Georgetown Mercy Hospital")), undertaking("2", titled("China donates equipment to Georgetown Mercy Hospital for its extension"))}, "1; 2"},
		{"and so is a port, and a ship that comes to it",
			[]lac.Project{undertaking("1", titled("Loan for Port of St. John Renovation Project")), undertaking("2", titled("Hospital ship arrives in port of St. John"))}, "1; 2"},
		{"power plants of one fund are not one",
			[]lac.Project{undertaking("1", titled("[Joint Fund] China loans USD 840 million for construction of Planta Centro Power Plant"), linked(lac.LinkedTo, "fund")),
				undertaking("2", titled("[Joint Fund] China Funds USD 1.045 Billion Zambrano Power Plant"), linked(lac.LinkedTo, "fund")),
				undertaking("3", titled("[Joint Fund] Metro de Maracaibo"), linked(lac.LinkedTo, "fund")),
				undertaking("4", titled("[Joint Fund] Socialist Agrarian Project in the Maracaibo plain"), linked(lac.LinkedTo, "fund"))}, "1; 2; 3; 4"},
		{"nor two works of one loan",
			[]lac.Project{undertaking("1", titled("ICBC contributes to $520 million syndicated loan to expand Cerro Dragon block"), linked(lac.CoFunded, "2")),
				undertaking("2", titled("ICBC participates in $500 million syndicated loan for Campana Refinery"))}, "1; 2"},
		{"nor what one company gives",
			[]lac.Project{undertaking("1", titled("China Harbour Engineering Co., Ltd. provides a $5.1 million loan for St. Mark Flood Mitigation"), linked(lac.LinkedTo, "2")),
				undertaking("2", titled("China Harbour Engineering Co., Ltd. donates a court to Bonair"))}, "1; 2"},
		{"in one country",
			[]lac.Project{undertaking("1", titled("Simón Bolívar stadium")), undertaking("2", titled("Simon Bolivar stadium"), func(r *lac.Project) { r.Areas = areas("PER 100") })}, "1; 2"},
		{"a school and a road in one town are two",
			[]lac.Project{undertaking("1", titled("School in Santa Rosa")), undertaking("2", titled("Road from Santa Rosa to Huaquillas"))}, "1; 2"},
		{"numbers tell apart what is not linked",
			[]lac.Project{undertaking("1", titled("Hull Ocean Star T3000-52")), undertaking("2", titled("Hull Ocean Star T3000-53"))}, "1; 2"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var got []string
			for _, u := range projects.Of(projectsOf(tt.projects...)).Undertakings(func(lac.Project) bool { return true }) {
				var ids []string
				for _, r := range u.Records {
					ids = append(ids, r.ID)
				}
				got = append(got, strings.Join(ids, " "))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestIsInfrastructure(t *testing.T) {
	for title, want := range map[string]bool{
		"China Eximbank provides loan for Port of Santiago Modernization Project":       true,
		"Bank of China provides loan for TANGO FLNG":                                    true,
		"China Constructs Confucius Institute at the University":                        true,
		"China Harbour donates a basketball court to the school":                        true,
		"Confucius Institute established at the University of the West Indies":          false,
		"Embassy of China donates car to Mundo Libre Youth Rehabilitation School":       false,
		"China donates $35,000 to Lancaster House for vulnerable persons":               false,
		"Chinese Government provides grant to the Spicemas Festival":                    false,
		"Construcción de la línea férrea Belgrano Cargas, sin palabras que se conozcan": true,
	} {
		p := lac.Project{Title: title, Kind: lac.Infrastructure}
		if got := projects.IsInfrastructure(p); got != want {
			t.Errorf("%q: %t", title, got)
		}
		p.Kind = lac.Livelihood
		if projects.IsInfrastructure(p) {
			t.Errorf("%q is of another kind", title)
		}
	}
}
