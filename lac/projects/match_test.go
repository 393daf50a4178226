package projects_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

func TestMatches(t *testing.T) {
	const long = "Reconstruction of Coca Codo Sinclair hydropower plant"
	plant := func(id, source, title string, changes ...func(*lac.Project)) lac.Project {
		return undertaking(id, append([]func(*lac.Project){from(source), titled(title), with("commitment 2010 1682745000 USD")}, changes...)...)
	}
	funded := func(a lac.Area) func(*lac.Project) {
		return func(r *lac.Project) { r.Participants = []lac.Participant{{Name: "a", Role: "funding", Area: a}} }
	}
	reportedBy := func(ref string, secondary bool) func(*lac.Project) {
		return func(r *lac.Project) {
			r.Participants = []lac.Participant{{Name: ref, Ref: ref, Role: "reporting", Secondary: secondary}}
		}
	}
	for _, tt := range []struct {
		rule     string
		projects []lac.Project
		want     []string
	}{
		{"links say so, whatever the records say",
			[]lac.Project{plant("1", "s", long, linked(lac.SameAs, "2")), plant("2", "s", "Another", linked(lac.SameAs, "1")), plant("3", "t", "x", linked(lac.ThirdParty, "2"))},
			[]string{"1 and 2: same-as", "2 and 3: third-party"}},
		{"equal amounts and most words of the title",
			[]lac.Project{plant("1", "s", "China Eximbank provides $1.7 billion loan for Coca Codo Sinclair Hydroelectric Plant (Linked to #9)"), plant("2", "t", "Coca Codo Sinclair plant")},
			[]string{"1 and 2: 4 of 4 words, 1682745000 USD"}},
		{"in years that follow one another",
			[]lac.Project{plant("1", "s", long), plant("2", "t", long, with("commitment 2011-05 1682745000 USD"))},
			[]string{"1 and 2: 6 of 6 words, 1682745000 USD"}},
		{"not in others",
			[]lac.Project{plant("1", "s", long), plant("2", "t", long, with("commitment 2012 1682745000 USD"))}, nil},
		{"without a common amount all the words of the shorter",
			[]lac.Project{plant("1", "s", "Coca Codo Sinclair hydropower", with("commitment 2010")), plant("2", "t", long)},
			[]string{"1 and 2: 4 of 4 words"}},
		{"amounts on two bases do not differ",
			[]lac.Project{plant("1", "s", long, with("commitment 2010 2000000000 USD 2021")), plant("2", "t", long)},
			[]string{"1 and 2: 6 of 6 words"}},
		{"amounts on one basis do",
			[]lac.Project{plant("1", "s", long, with("commitment 2010 1682745001 USD")), plant("2", "t", long)}, nil},
		{"commitments of one basis are taken together",
			[]lac.Project{plant("1", "s", long, with("commitment 2010 1682000000 USD", "commitment 2010 745000 USD")), plant("2", "t", long)},
			[]string{"1 and 2: 6 of 6 words, 1682745000 USD"}},
		{"one word too few",
			[]lac.Project{plant("1", "s", "Coca Codo Sinclair", with("commitment 2010")), plant("2", "t", long)}, nil},
		{"words of every title are none",
			[]lac.Project{plant("1", "s", "Chinese Government grants funds for road"), plant("2", "t", "Chinese Government provides grant funds, support")}, nil},
		{"equal amounts alone are none",
			[]lac.Project{plant("1", "s", "Paute Sopladora dam"), plant("2", "t", "Coca Codo Sinclair plant")}, nil},
		{"numbers tell phases apart",
			[]lac.Project{plant("1", "s", long+" Phase II"), plant("2", "t", long+" Phase I")}, nil},
		{"but one title may leave them out",
			[]lac.Project{plant("1", "s", long+" 1500MW"), plant("2", "t", long)},
			[]string{"1 and 2: 6 of 6 words, 1682745000 USD"}},
		{"another recipient is another undertaking",
			[]lac.Project{plant("1", "s", long), plant("2", "t", long, func(r *lac.Project) { r.Areas = areas("ECU 100") })}, nil},
		{"recipients must be stated",
			[]lac.Project{plant("1", "s", long, func(r *lac.Project) { r.Areas = nil }), plant("2", "t", long, func(r *lac.Project) { r.Areas = nil })}, nil},
		{"another funder too",
			[]lac.Project{plant("1", "s", long, funded(lac.China)), plant("2", "t", long, funded(lac.Brazil))}, nil},
		{"one source reports each of its projects",
			[]lac.Project{plant("1", "s", long), plant("2", "s", long)}, nil},
		{"a link that says otherwise is believed",
			[]lac.Project{plant("1", "s", long, linked(lac.CoFunded, "2")), plant("2", "t", long)}, nil},
		{"accents make no difference",
			[]lac.Project{plant("1", "s", "Construcción de la línea férrea Belgrano Cargas"), plant("2", "t", "Construccion de la linea ferrea Belgrano Cargas")},
			[]string{"1 and 2: 5 of 5 words, 1682745000 USD"}},
		{"equal amounts for two towns are two",
			[]lac.Project{plant("1", "s", "Supply of ambulances to regional hospital of Arequipa"), plant("2", "t", "Supply of ambulances to regional hospital of Trujillo")}, nil},
		{"a name may be written in two ways",
			[]lac.Project{plant("1", "s", "Rehabilitation of Coca Codo Sinclair reservoir, Napo province"), plant("2", "t", "Rehabilitation of Coca Codo Sinclaire reservoir")},
			[]string{"1 and 2: 4 of 5 words, 1682745000 USD"}},
		{"what is all the same is the same, however short",
			[]lac.Project{plant("1", "s", "A dam"), plant("2", "t", "A dam")}, []string{"1 and 2: 1 of 1 words, 1682745000 USD"}},
		{"copies of what a source has twice are each matched",
			[]lac.Project{plant("s1", "s", "A dam"), plant("s2", "s", "A dam"), plant("t1", "t", "A dam"), plant("t2", "t", "A dam")},
			[]string{"s1 and t1: 1 of 1 words, 1682745000 USD", "s2 and t2: 1 of 1 words, 1682745000 USD"}},
		{"a secondary reporter passes on what one source has too",
			[]lac.Project{plant("1", "s", long), plant("2", "s", long, reportedBy("compiler", true))},
			[]string{"1 and 2: 6 of 6 words, 1682745000 USD"}},
		{"and rounds",
			[]lac.Project{plant("1", "s", long), plant("2", "t", long, reportedBy("compiler", true), with("commitment 2010 1680000000 USD"))},
			[]string{"1 and 2: 6 of 6 words, 1682745000 USD"}},
		{"but not by a tenth",
			[]lac.Project{plant("1", "s", long), plant("2", "t", long, reportedBy("compiler", true), with("commitment 2010 1500000000 USD"))}, nil},
		{"umbrellas match nothing",
			[]lac.Project{plant("1", "s", long, func(r *lac.Project) { r.Umbrella = true }), plant("2", "t", long)}, nil},
		{"the best match alone",
			[]lac.Project{plant("1", "s", long, with("commitment 2010")), plant("2", "s", long), plant("3", "t", long)},
			[]string{"2 and 3: 6 of 6 words, 1682745000 USD"}},
		{"a project may match one of each source",
			[]lac.Project{plant("1", "s", long), plant("2", "t", long), plant("3", "u", long)},
			[]string{"1 and 2: 6 of 6 words, 1682745000 USD", "1 and 3: 6 of 6 words, 1682745000 USD", "2 and 3: 6 of 6 words, 1682745000 USD"}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			slices.Reverse(tt.projects)
			data := projectsOf(tt.projects...)
			var got []string
			for _, m := range projects.Of(data).Matches() {
				got = append(got, m.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Of three records of one undertaking, one is counted.
func TestMatchedProjectsAreCountedOnce(t *testing.T) {
	const title = "Coca Codo Sinclair hydropower plant"
	data := projectsOf(
		undertaking("1", from("s"), titled(title), with("commitment 2010 5 USD")),
		undertaking("2", from("t"), titled(title), with("commitment 2010 5 USD")),
		undertaking("3", from("u"), titled(title), with("commitment 2011 5 USD")),
		undertaking("4", from("u"), titled("Paute Sopladora hydropower plant"), with("commitment 2011 5 USD")))
	totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Commitment})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2: 10 USD (2 records, 0 missing), 2 reported twice"}, shown(totals)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A title that thousands of projects have says nothing, and takes no time.
func TestMatchesOfOneTitle(t *testing.T) {
	const n = 5_000
	all := make([]lac.Project, 0, n)
	for i := range n {
		all = append(all, undertaking(fmt.Sprintf("%06d", i), from([]string{"s", "t"}[i%2]), titled(strings.Repeat("medical team ", 3)+"hospital visit long")))
	}
	if got := projects.Of(projectsOf(all...)).Matches(); got != nil {
		t.Errorf("%d matches", len(got))
	}
}

// In a chain of links each names the next; and a large family of parts is added
// up in no more than the time that its size takes.
func TestTotalsOfLongChains(t *testing.T) {
	const n = 5_000
	for _, kind := range []lac.LinkKind{lac.SameAs, lac.PartOf, lac.HasPart} {
		all := make([]lac.Project, 0, n)
		for i := range n {
			all = append(all, undertaking(fmt.Sprintf("%06d", i), linked(kind, fmt.Sprintf("%06d", i+1))))
		}
		totals, err := projects.Of(projectsOf(all...)).Totals(projects.Query{Type: lac.Commitment})
		if err != nil {
			t.Fatal(err)
		}
		if total, _ := totals.Get(projects.Key{}); total.Projects != 1 {
			t.Errorf("%s: %d projects, want 1", kind, total.Projects)
		}
	}
}
