package iati_test

import (
	"context"
	"encoding/xml"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

// realData returns the folder of IATI's own files, or skips the test.
func realData(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with IATI's files")
	}
	return filepath.Join(dir, "iati")
}

// files calls f for every XML file below a folder, of which there are n.
func files(t *testing.T, dir string, n int, f func(t *testing.T, path string)) {
	t.Helper()
	found := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		found++
		name, _ := filepath.Rel(dir, path)
		t.Run(filepath.ToSlash(name), func(t *testing.T) { f(t, path) })
		return nil
	})
	if err != nil || found != n {
		t.Errorf("%d files below %s, want %d: %v", found, dir, n, err)
	}
}

func open(t *testing.T, path string) *iati.Reader {
	t.Helper()
	r, err := iati.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// TestShouldPass reads the files that IATI's schema must accept. Their codes are
// placeholders, and so is their version: what cannot be known is noted.
func TestShouldPass(t *testing.T) {
	files(t, filepath.Join(realData(t), "xsd-tests", "should-pass"), 58, func(t *testing.T, path string) {
		r := open(t, path)
		records, rejected, err := r.ReadAll(context.Background())
		for _, e := range rejected {
			t.Error(e)
		}
		if err != nil || len(records) == 0 {
			t.Errorf("%d records, %v", len(records), err)
		}
		for _, p := range records {
			if err := p.Validate(); err != nil {
				t.Error(err)
			}
			if p.Title != "Xxxxxxx" || !strings.Contains(p.Note, `activity-date[1]/@type "xx": unknown code`) {
				t.Errorf("title %q, note %q", p.Title, p.Note)
			}
		}
	})
}

// TestShouldFail reads the files that IATI's schema must refuse. Each names its
// fault, which lies in a part that is read: it must be found in the element or
// attribute that the name has.
func TestShouldFail(t *testing.T) {
	ordinal := regexp.MustCompile(`\[\d+\]|@`)
	files(t, filepath.Join(realData(t), "xsd-tests", "should-fail"), 68, func(t *testing.T, path string) {
		r := open(t, path)
		records, rejected, err := r.ReadAll(context.Background())
		if err != nil || len(rejected) != 1 {
			t.Fatalf("%d records, rejected %v, %v", len(records), rejected, err)
		}
		found := false
		for e := range problems(rejected[0]) {
			if e.Line < 1 || e.Column < 1 || e.Source != filepath.Base(path) {
				t.Errorf("no place: %v", e)
			}
			steps := strings.Split(ordinal.ReplaceAllString(e.Field, ""), "/")
			for _, name := range steps[len(steps)-2:] {
				found = found || strings.Contains(filepath.Base(path), name)
			}
		}
		if !found {
			t.Error("another fault:", rejected[0])
		}
	})
}

// problems returns an error's row errors: itself, and those that it wraps.
func problems(e *lac.RowError) map[*lac.RowError]bool {
	all := map[*lac.RowError]bool{e: true}
	var joined interface{ Unwrap() []error }
	if errors.As(e.Err, &joined) {
		for _, err := range joined.Unwrap() {
			var row *lac.RowError
			if errors.As(err, &row) {
				all[row] = true
			}
		}
	}
	return all
}

// TestRealSamples reads the standard's own examples, which show every element.
func TestRealSamples(t *testing.T) {
	for version, locations := range map[string]int{"2.01": 1, "2.03": 2} {
		r := open(t, filepath.Join(realData(t), "samples", "activity-standard-example-annotated-"+version+".xml"))
		records, rejected, err := r.ReadAll(context.Background())
		if err != nil || len(rejected) > 0 || len(records) != 1 {
			t.Fatalf("%s: %d records, rejected %v, %v", version, len(records), rejected, err)
		}
		p := records[0]
		roundTrip(t, p)
		if p.Note != "" || len(p.Titles) != 3 || len(p.Descriptions) != 6 || len(p.Participants) != 4 || len(p.Stages) != 3 || len(p.Areas) != 4 ||
			len(p.Sectors) != 3 || len(p.Locations) != locations || len(p.Transactions) != 1 || len(p.Budgets) != 1 || len(p.Results) != 1 || len(p.Links) != 1 {
			t.Errorf("%s: %+v", version, p)
		}
	}
}

// TestRealCodeLists holds that each code of IATI's lists is known, and reads back
// as what it was.
func TestRealCodeLists(t *testing.T) {
	for _, tt := range []struct{ list, old, new string }{
		{"ActivityStatus", `activity-status code="2"`, `activity-status code="%"`},
		{"ActivityDateType", `activity-date type="2"`, `activity-date type="%"`},
		{"OrganisationRole", `role="1"`, `role="%"`},
		{"OrganisationType", `role="1" type="10"`, `role="1" type="%"`},
		{"TransactionType", `transaction-type code="3"`, `transaction-type code="%"`},
		{"RelatedActivityType", `ref="A-2" type="3"`, `ref="A-2" type="%"`},
		{"BudgetType", "<budget>", `<budget type="%">`},
		{"BudgetStatus", "<budget>", `<budget status="%">`},
		{"FinanceType", `finance-type code="110"`, `finance-type code="%"`},
		{"Country", `recipient-country code="CU"`, `recipient-country code="%"`},
		{"Region", `recipient-country code="CU"`, `recipient-region code="%"`},
		{"Sector", `sector code="21020"`, `sector code="%"`},
		{"SectorCategory", `sector code="21020"`, `sector vocabulary="2" code="%"`},
	} {
		t.Run(tt.list, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(realData(t), "codelists", tt.list+".xml"))
			if err != nil {
				t.Fatal(err)
			}
			var list struct {
				Codes []string `xml:"codelist-items>codelist-item>code"`
			}
			if err := xml.Unmarshal(text, &list); err != nil || len(list.Codes) == 0 {
				t.Fatalf("%d codes, %v", len(list.Codes), err)
			}
			seen := map[string]bool{}
			for _, code := range list.Codes {
				records, rejected, err := readAll(document(tt.old, strings.Replace(tt.new, "%", code, 1)))
				if err != nil || len(rejected) > 0 {
					t.Fatal(rejected, err)
				}
				seen[roundTrip(t, records...)] = true
			}
			// Two statuses are one, and the DAC's regions are written by M49.
			if want := len(list.Codes); len(seen) != want && !(tt.list == "ActivityStatus" && len(seen) == want-1) {
				t.Errorf("%d codes read as %d", want, len(seen))
			}
			if _, rejected, notes, _ := readNoted(document(tt.old, strings.Replace(tt.new, "%", "?", 1))); len(rejected) != 0 || len(notes) != 1 {
				t.Error("a code that there is not")
			}
		})
	}
}
