package lac_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

func ExampleParseSector() {
	for _, s := range []string{"23210", "311", "TRANSPORT AND STORAGE"} {
		sector, err := lac.ParseSector(s)
		fmt.Println(sector.Purpose, sector.Group(), sector.Field, err)
	}
	_, err := lac.ParseSector("99999")
	fmt.Println(err)
	// Output:
	// 23210 232 energy <nil>
	// 311 311 agriculture-forestry-fishing <nil>
	// 210 210 transport-and-storage <nil>
	// sector "99999": unknown code
}

func TestParseSector(t *testing.T) {
	for _, tt := range []struct {
		rule, in, purpose, field string
		want                     error
	}{
		{"a purpose code", "21040", "21040", "transport-and-storage", nil},
		{"a group", "112", "112", "education", nil},
		{"a rounded group", "320", "320", "industry-mining-construction", nil},
		{"tourism is apart from trade rules", "33210", "33210", "tourism", nil},
		{"a field", "energy", "230", "energy", nil},
		{"a field of several groups", "health", "120", "health", nil},
		{"a name with commas", "AGRICULTURE, FORESTRY, FISHING", "310", "agriculture-forestry-fishing", nil},
		{"a name with a slash", "DEVELOPMENTAL FOOD AID/FOOD SECURITY ASSISTANCE", "520", "developmental-food-aid-food-security-assistance", nil},
		{"nothing", "", "", "", lac.ErrSyntax},
		{"four digits", "2104", "", "", lac.ErrSyntax},
		{"ten digits", "2104021040", "", "", lac.ErrSyntax},
		{"a number out of hand", strings.Repeat("2", 1<<20), "", "", lac.ErrSyntax},
		{"a name out of hand", strings.Repeat("energy ", 1<<20), "", "", lac.ErrSyntax},
		{"digits across two groups", "301", "", "", lac.ErrUnknownCode},
		{"a group that there is not", "999", "", "", lac.ErrUnknownCode},
		{"a name that there is not", "space flight", "", "", lac.ErrUnknownCode},
		{"no name", "?!", "", "", lac.ErrUnknownCode},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			got, err := lac.ParseSector(tt.in)
			if want := (lac.Sector{Purpose: tt.purpose, Field: tt.field}); got != want || !errors.Is(err, tt.want) {
				t.Errorf("%+v, %v; want %+v, %v", got, err, want, tt.want)
			}
		})
	}
}

// TestSectorFieldsOfAlmanac holds the fields against the words by which the
// almanac's counts of projects go.
func TestSectorFieldsOfAlmanac(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("almanac", "data", "observations-gcdf.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for row := range strings.Lines(string(table)) {
		cells := strings.Split(row, "\t")
		field := cells[2]
		if field == "measure.sector" {
			continue // the head
		}
		name, _, _ := strings.Cut(cells[9], ";")
		words[field] = true
		for _, s := range []string{field, name} {
			if got, err := lac.ParseSector(s); err != nil || got.Field != field {
				t.Errorf("%s: %+v, %v", s, got, err)
			}
		}
	}
	if len(words) != 20 {
		t.Errorf("%d words", len(words))
	}
}

// TestRealSectorCodes holds the groups against IATI's copy of the OECD DAC's lists.
func TestRealSectorCodes(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with IATI's code lists")
	}
	for _, list := range []string{"SectorCategory.xml", "Sector.xml"} {
		text, err := os.ReadFile(filepath.Join(dir, "iati", "codelists", list))
		if err != nil {
			t.Fatal(err)
		}
		var codes struct {
			Code []string `xml:"codelist-items>codelist-item>code"`
		}
		if err := xml.Unmarshal(text, &codes); err != nil {
			t.Fatal(err)
		}
		if len(codes.Code) < 40 {
			t.Errorf("%s: %d codes", list, len(codes.Code))
		}
		for _, code := range codes.Code {
			if s, err := lac.ParseSector(code); err != nil || s.Purpose != code || s.Field == "" {
				t.Errorf("%s: %+v, %v", code, s, err)
			}
		}
	}
}
