package lac_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
)

func TestMembersOnADay(t *testing.T) {
	for _, tc := range []struct {
		rule string
		bloc lac.Area
		on   lac.Date
		want int
	}{
		{"the day of the statement", lac.CELAC, forum, 33},
		{"the day it began", lac.CELAC, lac.DateOf(2011, 12, 3), 33},
		{"the day before", lac.CELAC, lac.DateOf(2011, 12, 2), 0},
		{"a suspended member counts", lac.CELAC, lac.DateOf(2021, 1, 1), 33},
		{"no day", lac.CELAC, lac.Date{}, 0},
		{"CARICOM", lac.CARICOM, forum, 15},
		{"CARICOM at its start", lac.CARICOM, lac.DateOf(1973, 8, 1), 4},
		{"the Andean Community", lac.AndeanCommunity, forum, 4},
		{"with Chile, before Venezuela", lac.AndeanCommunity, lac.DateOf(1972, 1, 1), 5},
		{"a month alone counts whole", lac.UNASUR, lac.DateOf(2020, 9, 30), 6},
		{"and ends with its last day", lac.UNASUR, lac.DateOf(2020, 10, 1), 5},
		{"SICA", lac.SICA, forum, 8},
		{"the Pacific Alliance", lac.PacificAlliance, forum, 4},
		{"Mercosur before Bolivia", lac.Mercosur, lac.DateOf(2024, 8, 6), 5},
		{"Mercosur with Bolivia", lac.Mercosur, lac.DateOf(2024, 8, 7), 6},
		{"the Six", lac.EuropeanUnion, lac.DateOf(1958, 1, 1), 6},
		{"the EU before 2004", lac.EuropeanUnion, lac.DateOf(2004, 4, 30), 15},
		{"the EU of 2004", lac.EuropeanUnion, lac.DateOf(2004, 5, 1), 25},
		{"the EU of 2007", lac.EuropeanUnion, lac.DateOf(2007, 1, 1), 27},
		{"the EU of 2013", lac.EuropeanUnion, lac.DateOf(2013, 7, 1), 28},
		{"the last day of the United Kingdom", lac.EuropeanUnion, lac.DateOf(2020, 1, 31), 28},
		{"the day after", lac.EuropeanUnion, lac.DateOf(2020, 2, 1), 27},
	} {
		got := tc.bloc.Members(tc.on)
		if len(got) != tc.want || !slices.IsSorted(got) {
			t.Errorf("%s: %v has %d members on %v, want %d: %v", tc.rule, tc.bloc, len(got), tc.on, tc.want, got)
		}
	}
}

func TestMembersOfCELACAreItsThirtyThree(t *testing.T) {
	want := []lac.Area{
		lac.AntiguaAndBarbuda, lac.Argentina, lac.Bahamas, lac.Barbados, lac.Belize, lac.Bolivia, lac.Brazil,
		lac.Chile, lac.Colombia, lac.CostaRica, lac.Cuba, lac.Dominica, lac.DominicanRepublic, lac.Ecuador,
		lac.ElSalvador, lac.Grenada, lac.Guatemala, lac.Guyana, lac.Haiti, lac.Honduras, lac.Jamaica,
		lac.Mexico, lac.Nicaragua, lac.Panama, lac.Paraguay, lac.Peru, lac.SaintKittsAndNevis, lac.SaintLucia,
		lac.SaintVincentAndTheGrenadines, lac.Suriname, lac.TrinidadAndTobago, lac.Uruguay, lac.Venezuela,
	}
	slices.SortFunc(want, lac.Area.Compare)
	if diff := cmp.Diff(want, lac.CELAC.Members(forum)); diff != "" {
		t.Error(diff)
	}
}

func TestASuspensionDoesNotEndAMembership(t *testing.T) {
	for _, tc := range []struct {
		bloc lac.Area
		on   lac.Date
		want []lac.Area
	}{
		{lac.Mercosur, forum, []lac.Area{lac.Venezuela}},
		{lac.Mercosur, lac.DateOf(2016, 11, 30), nil},
		{lac.Mercosur, lac.DateOf(2012, 6, 29), []lac.Area{lac.Paraguay}},
		{lac.Mercosur, lac.DateOf(2013, 8, 15), nil},
		{lac.CELAC, lac.DateOf(2020, 1, 16), []lac.Area{lac.Brazil}},
		{lac.CELAC, lac.DateOf(2023, 1, 13), nil},
		{lac.LatinAmericaCaribbean, forum, nil},
	} {
		got := tc.bloc.Suspended(tc.on)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%v on %v: %s", tc.bloc, tc.on, diff)
		}
		for _, a := range got {
			if !tc.bloc.Contains(a, tc.on) {
				t.Errorf("%v does not contain %v on %v", tc.bloc, a, tc.on)
			}
		}
	}
}

func TestMembershipsOfABlocAndOfACountry(t *testing.T) {
	for m := range lac.Mercosur.Memberships() {
		if m.Bloc != lac.Mercosur {
			t.Errorf("%v is listed under Mercosur", m)
		}
	}
	var blocs []lac.Area
	for m := range lac.Bolivia.Memberships() {
		blocs = append(blocs, m.Bloc)
	}
	if diff := cmp.Diff([]lac.Area{lac.ALADI, lac.AndeanCommunity, lac.CELAC, lac.Mercosur, lac.UNASUR}, blocs); diff != "" {
		t.Error(diff)
	}
	for m := range lac.World.Memberships() {
		t.Errorf("the World is a party to %v", m)
	}
}

func TestMembershipsAreThoseOfTheTable(t *testing.T) {
	table := tsv(t, "almanac/data/memberships.tsv")
	sources := map[string]bool{}
	for _, s := range tsv(t, "almanac/data/sources-memberships.tsv") {
		if s["id"] == "" || s["publisher"] == "" || s["title"] == "" || s["url"] == "" || s["basis"] == "" || sources[s["id"]] {
			t.Errorf("source %v", s)
		}
		sources[s["id"]] = true
	}
	got := map[string]lac.Membership{}
	ids := map[string]bool{}
	for _, a := range allAreas() {
		if !a.IsBloc() {
			continue
		}
		for m := range a.Memberships() {
			if err := m.Validate(); err != nil {
				t.Error(err)
			}
			if ids[m.ID] {
				t.Errorf("two memberships have ID %s", m.ID)
			}
			ids[m.ID] = true
			suspended := ""
			if m.Suspended {
				suspended = "true"
			}
			got[strings.Join([]string{m.ID, m.Bloc.String(), m.Member.String(), suspended, m.From.String(), m.To.String(),
				string(m.Evidence), m.Source, m.Note}, "\t")] = m
		}
	}
	for _, row := range table {
		key := strings.Join([]string{row["id"], row["bloc"], row["member"], row["suspended"], row["from"], row["to"],
			row["evidence"], row["source"], row["note"]}, "\t")
		if _, ok := got[key]; !ok {
			t.Errorf("zz_membership.go lacks %q: run go generate", key)
		}
		delete(got, key)
		if !sources[row["source"]] {
			t.Errorf("source %q is not listed", row["source"])
		}
	}
	for key := range got {
		t.Errorf("the table lacks %q: run go generate", key)
	}
}

// tsv reads a table of tab-separated columns as rows by column.
func tsv(t *testing.T, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		fields := strings.Split(line, "\t")
		if len(fields) != len(header) {
			t.Fatalf("%s: %d columns in %q", name, len(fields), line)
		}
		for i, f := range fields {
			row[header[i]] = f
		}
		rows = append(rows, row)
	}
	return rows
}

func TestMembershipJSON(t *testing.T) {
	for m := range lac.Paraguay.Memberships() {
		text, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		var back lac.Membership
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if back != m {
			t.Errorf("%s is %v", text, back)
		}
	}
}

func ExampleArea_Suspended() {
	day := lac.DateOf(2025, 6, 9)
	fmt.Println(lac.Mercosur.Members(day))
	fmt.Println(lac.Mercosur.Suspended(day))
	// Output:
	// [ARG BOL BRA PRY URY VEN]
	// [VEN]
}

func ExampleArea_Memberships() {
	for m := range lac.UnitedKingdom.Memberships() {
		fmt.Println(m.Bloc, m.Member, m.From, m.To, m.Source)
	}
	// Output:
	// EU GBR 1973-01-01 2020-01-31 auswaertiges-amt-eu
}
