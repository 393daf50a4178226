package lac_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
)

func TestRegionMembersAreThoseOfM49(t *testing.T) {
	for _, tc := range []struct {
		region lac.Area
		want   int
	}{
		{lac.LatinAmericaCaribbean, 52}, {lac.SouthAmerica, 16}, {lac.CentralAmerica, 8}, {lac.Caribbean, 28},
		{lac.NorthernAmerica, 5}, {lac.Americas, 57}, {lac.World, 250},
	} {
		if got := len(tc.region.Members(forum)); got != tc.want {
			t.Errorf("%v has %d members, want %d", tc.region, got, tc.want)
		}
	}
	antilles, err := lac.ParseArea("ANT")
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(lac.Caribbean.Members(forum), antilles) || !lac.Caribbean.Contains(antilles, forum) {
		t.Error("a withdrawn code lies in its region but is no member of it")
	}
	bouvet, err := lac.ParseArea("BVT")
	if err != nil {
		t.Fatal(err)
	}
	if !lac.SouthAmerica.Contains(bouvet, forum) {
		t.Error("Bouvet Island is in South America in M49")
	}
	if !lac.CentralAmerica.Contains(lac.Mexico, forum) || lac.NorthernAmerica.Contains(lac.Mexico, forum) {
		t.Error("Mexico is in Central America in M49")
	}
}

func TestRegionsAgreeWithTheUNTable(t *testing.T) {
	rows := realTable(t, "reference/country-codes.csv")
	want := map[string][]string{}
	for _, row := range rows {
		for _, col := range []string{"Region Code", "Sub-region Code", "Intermediate Region Code"} {
			if row[col] != "" {
				n, err := strconv.Atoi(row[col])
				if err != nil {
					t.Fatal(err)
				}
				region := fmt.Sprintf("%03d", n)
				want[region] = append(want[region], row["ISO3166-1-Alpha-3"])
			}
		}
		a, err := lac.ParseArea(row["ISO3166-1-Alpha-3"])
		if err != nil {
			t.Error(err)
			continue
		}
		if got := strconv.Itoa(a.M49()); got != row["M49"] || a.Alpha2() != row["ISO3166-1-Alpha-2"] {
			t.Errorf("%v has M49 %s and alpha-2 %s, want %s and %s", a, got, a.Alpha2(), row["M49"], row["ISO3166-1-Alpha-2"])
		}
	}
	for code, members := range want {
		region, err := lac.ParseArea(code)
		if err != nil {
			t.Error(err)
			continue
		}
		var got []string
		for _, m := range region.Members(forum) {
			got = append(got, m.String())
		}
		slices.Sort(members)
		if diff := cmp.Diff(members, got); diff != "" {
			t.Errorf("%s: %s", code, diff)
		}
	}
}

func TestUNComtradeAreasAreKnown(t *testing.T) {
	for _, file := range []string{"reference/comtrade-partners.csv", "reference/comtrade-reporters.csv"} {
		for _, row := range realTable(t, file) {
			number := row["id"]
			a, err := lac.ParseArea(number)
			if number == "492" { // Monaco in M49
				a = lac.EuropeEUNES
			}
			if err != nil {
				t.Errorf("%s: %q: %v", file, row["text"], err)
				continue
			}
			name, _, _ := strings.Cut(row["text"], " (...")
			if b, err := lac.ParseArea(name); b != a && !strings.Contains(row["text"], "(...") {
				t.Errorf("%s: number %s is %v, name %q is %v, %v", file, number, a, name, b, err)
			}
		}
	}
}

// realTable reads a CSV file of the folder that LAC_REAL_DATA names, as rows by
// column.
func realTable(t *testing.T, name string) []map[string]string {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, col := range lines[0] {
			row[strings.TrimPrefix(col, "\ufeff")] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestContainsAgreesWithMembers(t *testing.T) {
	areas := allAreas()
	for _, a := range areas {
		members := a.Members(forum)
		if !slices.IsSorted(members) {
			t.Errorf("members of %v are not sorted", a)
		}
		for _, b := range areas {
			got := a.Contains(b, forum)
			switch {
			case a == b || a == lac.World:
				if !got {
					t.Errorf("%v does not contain %v", a, b)
				}
			case !a.IsRegion() && !a.IsBloc():
				if got {
					t.Errorf("%v contains %v", a, b)
				}
			case b.IsCountry() && slices.Contains(lac.World.Members(forum), b):
				if got != slices.Contains(members, b) {
					t.Errorf("%v contains %v: %v, but its members say otherwise", a, b, got)
				}
			case b.IsRegion() || b.IsBloc():
				inner := b.Members(forum)
				all := len(inner) > 0
				for _, m := range inner {
					all = all && slices.Contains(members, m)
				}
				if got != all {
					t.Errorf("%v contains %v: %v, by their members %v", a, b, got, all)
				}
			}
		}
	}
}

func TestContainsOfGroups(t *testing.T) {
	for _, tc := range []struct {
		a, b lac.Area
		want bool
	}{
		{lac.LatinAmericaCaribbean, lac.CELAC, true},
		{lac.CELAC, lac.LatinAmericaCaribbean, false}, // territories
		{lac.CELAC, lac.SICA, true},
		{lac.CELAC, lac.Mercosur, true},
		{lac.CELAC, lac.CARICOM, false}, // Montserrat
		{lac.CELAC, lac.PuertoRico, false},
		{lac.LatinAmericaCaribbean, lac.PuertoRico, true},
		{lac.LatinAmericaCaribbean, lac.SouthAmerica, true},
		{lac.LatinAmericaCaribbean, lac.Americas, false},
		{lac.SouthAmerica, lac.Mercosur, true},
		{lac.SouthAmerica, lac.PacificAlliance, false}, // Mexico
		{lac.World, lac.OtherAsia, true},
		{lac.Asia, lac.OtherAsia, true},
		{lac.OtherAsia, lac.Taiwan, false},
		{lac.China, lac.HongKong, false},
		{lac.UnitedStates, lac.PuertoRico, false},
	} {
		if got := tc.a.Contains(tc.b, forum); got != tc.want {
			t.Errorf("%v contains %v: %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

func ExampleArea_Members() {
	for _, day := range []lac.Date{lac.DateOf(2011, 12, 3), lac.DateOf(2014, 1, 1), lac.DateOf(2025, 6, 9)} {
		fmt.Println(day, lac.Mercosur.Members(day))
	}
	// Output:
	// 2011-12-03 [ARG BRA PRY URY]
	// 2014-01-01 [ARG BRA PRY URY VEN]
	// 2025-06-09 [ARG BOL BRA PRY URY VEN]
}

func ExampleArea_Contains() {
	day := lac.DateOf(2025, 6, 9)
	fmt.Println(lac.CELAC.Contains(lac.Brazil, day))
	fmt.Println(lac.CELAC.Contains(lac.PuertoRico, day), lac.LatinAmericaCaribbean.Contains(lac.PuertoRico, day))
	fmt.Println(lac.LatinAmericaCaribbean.Contains(lac.CELAC, day))
	// Output:
	// true
	// false true
	// true
}
