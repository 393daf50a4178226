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
			n, err := strconv.Atoi(number)
			a := lac.AreaOf(n)
			if number == "492" { // Monaco in M49
				a = lac.EuropeEUNES
			}
			if err != nil || a == 0 {
				t.Errorf("%s: %q: no area of number %s", file, row["text"], number)
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

func TestStatesAreMembersWithoutTerritories(t *testing.T) {
	for _, tt := range []struct {
		area lac.Area
		day  lac.Date
		want int
	}{
		{lac.LatinAmericaCaribbean, forum, 33},
		{lac.LatinAmericaCaribbean, lac.DateOf(1980, 1, 1), 30}, // before Belize, Antigua and Barbuda, and Saint Kitts and Nevis
		{lac.LatinAmericaCaribbean, lac.DateOf(1981, 9, 21), 31},
		{lac.SouthAmerica, forum, 12},
		{lac.Caribbean, forum, 13},
		{lac.CentralAmerica, forum, 8},
		{lac.CARICOM, forum, 14}, // all but Montserrat
		{lac.CELAC, forum, 33},
		{lac.CELAC, lac.DateOf(1980, 1, 1), 0},
		{lac.World, forum, 195},
		{lac.Peru, forum, 0},
		{lac.CELAC, lac.Date{}, 0},
	} {
		if got := tt.area.States(tt.day); len(got) != tt.want {
			t.Errorf("%v on %v: %d states, want %d: %v", tt.area, tt.day, len(got), tt.want, got)
		}
	}
}

func TestBlocsOutsideTheRegion(t *testing.T) {
	for _, tt := range []struct {
		bloc lac.Area
		day  lac.Date
		want string
	}{
		{lac.ASEAN, lac.DateOf(1990, 1, 1), "[BRN IDN MYS PHL SGP THA]"},
		{lac.ASEAN, lac.DateOf(2026, 1, 1), "[BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM]"},
		{lac.SACU, lac.DateOf(1989, 1, 1), "[BWA LSO SWZ ZAF]"},
		{lac.SACU, lac.DateOf(1999, 1, 1), "[BWA LSO NAM SWZ ZAF]"},
		{lac.OECS, forum, "[ATG DMA GRD KNA LCA MSR VCT]"},
		{lac.UNASUR, lac.DateOf(2022, 1, 1), "[BOL GUY PER SUR VEN]"},
		{lac.UNASUR, lac.DateOf(2024, 1, 1), "[ARG BOL BRA GUY PER SUR VEN]"},
		{lac.AndeanCommunity, lac.DateOf(1976, 10, 30), "[BOL CHL COL ECU PER VEN]"},
		{lac.AndeanCommunity, lac.DateOf(2006, 4, 23), "[BOL COL ECU PER]"},
		{lac.Mercosur, lac.DateOf(1991, 3, 25), "[]"},
		{lac.Mercosur, lac.DateOf(2024, 8, 7), "[ARG BOL BRA PRY URY VEN]"},
	} {
		if got := fmt.Sprint(tt.bloc.Members(tt.day)); got != tt.want {
			t.Errorf("%v on %v: %s, want %s", tt.bloc, tt.day, got, tt.want)
		}
	}
	if len(lac.ALADI.Members(forum)) != 13 || len(lac.ALADI.Members(lac.DateOf(1990, 1, 1))) != 11 {
		t.Errorf("ALADI: %v", lac.ALADI.Members(forum))
	}
	if got := lac.CARICOM.Suspended(lac.DateOf(2005, 1, 1)); len(got) != 1 || got[0] != lac.Haiti {
		t.Errorf("CARICOM suspended %v", got)
	}
	for number, want := range map[int]lac.Area{975: lac.ASEAN, 711: lac.SACU, 97: lac.EuropeanUnion, 490: lac.OtherAsia, 0: lac.World, 76: lac.Brazil, 1000: 0, -1: 0} {
		if got := lac.AreaOf(number); got != want {
			t.Errorf("AreaOf(%d) = %v, want %v", number, got, want)
		}
	}
	if !lac.Asia.Contains(lac.ASEAN, forum) {
		t.Error("Asia does not contain ASEAN")
	}
}

// The names of countries as the United Nations list them, where the list is at hand.
func TestUnitedNationsNames(t *testing.T) {
	n := 0
	for _, row := range realTable(t, "reference/country-codes.csv") {
		for column, name := range row {
			name = strings.Trim(name, " *")
			if name == "" || strings.Contains(column, "Russian") || strings.Contains(column, "Arabic") ||
				!strings.HasPrefix(column, "UNTERM") && !slices.Contains([]string{"official_name_en", "official_name_es", "official_name_fr", "official_name_cn"}, column) {
				continue
			}
			n++
			if a, err := lac.ParseArea(name); err != nil || a.String() != row["ISO3166-1-Alpha-3"] {
				t.Errorf("%s: ParseArea(%q) = %v, %v; want %s", column, name, a, err, row["ISO3166-1-Alpha-3"])
			}
		}
	}
	if n < 2000 {
		t.Errorf("%d names", n)
	}
}
