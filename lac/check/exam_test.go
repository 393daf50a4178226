package check_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// An examClaim is a claim with the verdicts that a careful expert signs: the first
// is what he would say, the others are defensible too. Why is his working.
type examClaim struct {
	Claim   lac.Claim       `json:"claim"`
	Data    string          `json:"data"`    // records beside it; empty: none
	Almanac bool            `json:"almanac"` // whether it is held against the almanac
	Expect  check.Verdict   `json:"expect"`
	Accept  []check.Verdict `json:"accept"`
	Why     string          `json:"why"`
	Source  string          `json:"source"` // the page on which such a claim was checked
}

// TestExam holds claims of every form and of every kind of mistake against small
// books and the almanac.
func TestExam(t *testing.T) { exam(t, "exam") }

// TestExamAgain holds other claims of the kinds of mistakes against other books.
func TestExamAgain(t *testing.T) { exam(t, "again") }

// TestExamMixed holds claims of mixed forms against small books, of which one side is often
// missing, incomplete, estimated, revised or in another currency.
func TestExamMixed(t *testing.T) { exam(t, "mixed") }

// TestExamFurther holds claims of trade through third places, of groups within groups, of parts
// of years, of weights, promises, places and the like against small books.
func TestExamFurther(t *testing.T) { exam(t, "further") }

// TestExamAlmanac holds claims of every form against the almanac and small books: of parts of groups and of
// years, of books that differ, of figures at their edges, of times without a record.
func TestExamAlmanac(t *testing.T) { exam(t, "almanac") }

// TestExamAdverse holds claims at the edges of hedges, of blocs that members join, of ties, of unlisted
// partners, of months, of two books and of goods within goods.
func TestExamAdverse(t *testing.T) { exam(t, "adverse") }

// TestFormsByHand holds each form of claim against figures worked out by hand, in at
// least eight cases.
func TestFormsByHand(t *testing.T) {
	of := map[string]int{}
	for _, c := range exam(t, "forms") {
		of[c.Claim.Gist]++
	}
	for form, n := range of {
		if n < 8 {
			t.Errorf("%s: %d cases", form, n)
		}
	}
}

// TestEveryFormIsWorkedOut sees that each form of claim stands in at least eight cases
// that were worked out by hand.
func TestEveryFormIsWorkedOut(t *testing.T) {
	of := map[string]int{}
	for _, folder := range []string{"exam", "forms", "factchecks", "again", "mixed", "further", "almanac", "adverse"} {
		for _, c := range readExam(t, folder) {
			form, m := string(c.Claim.Form), c.Claim.Measure
			for kind, is := range map[string]bool{
				"balance": m.Flow == lac.Balance, "real terms": m.Real, "weight": m.Figure == lac.FigureNetWeight,
				"change of a share":      c.Claim.Form == lac.FormChange && c.Claim.Of != lac.Measure{},
				"several years together": c.Claim.Form == lac.FormLevel && c.Claim.Period.First().Year() < c.Claim.Period.Last().Year(),
			} {
				if is {
					of[kind]++
				}
			}
			if form == string(lac.FormEvent) {
				form = string(c.Claim.Measure.Subject) + " " + form
			}
			of[form]++
		}
	}
	for _, form := range []string{"level", "average", "change", "multiple", "share", "ratio", "comparison", "record", "trend", "rank", "streak", "count", "coverage",
		"pledge", "pledged", "ties", "agreement event", "balance", "real terms", "weight", "change of a share", "several years together"} {
		if of[form] < 8 {
			t.Errorf("%s: %d cases", form, of[form])
		}
	}
}

// TestPublishedFactChecks holds claims of the shapes that published fact-checks of
// trade and aid are of, against the figures that they print.
func TestPublishedFactChecks(t *testing.T) {
	shapes := map[lac.ClaimForm]bool{}
	for _, c := range exam(t, "factchecks") {
		shapes[c.Claim.Form] = true
		if c.Source == "" {
			t.Errorf("%s: no page on which such a claim was checked", c.Claim.ID)
		}
	}
	if len(shapes) < 10 {
		t.Errorf("%d forms alone", len(shapes))
	}
}

// examFolder returns where the claims of an exam and their records lie.
func examFolder(folder string) string { return filepath.Join("..", "..", "testdata", "check", folder) }

func readExam(t *testing.T, folder string) []examClaim {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(examFolder(folder), "claims.json"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []examClaim
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func exam(t *testing.T, folder string) []examClaim {
	t.Helper()
	dir, cases := examFolder(folder), readExam(t, folder)
	data := map[string]*lac.Dataset{"": almanacData(t)}
	for _, c := range cases {
		if !c.Almanac && data[c.Data] == nil {
			data[c.Data] = readRecords(t, filepath.Join(dir, c.Data))
		}
		of := c.Data
		if c.Almanac {
			of = ""
		}
		if err := c.Claim.Validate(); err != nil {
			t.Errorf("%s: %v", c.Claim.ID, err)
			continue
		}
		f := find(t, data[of], c.Claim, check.Default())
		if !slices.Contains(c.Accept, f.Verdict) {
			t.Errorf("%s: %s: %s, want %s: %s", c.Claim.ID, c.Claim.Gist, f.Verdict, c.Accept, c.Why)
			for _, r := range f.Readings {
				t.Logf("  %s %s (%s) deciding=%v %s", check.Text(r.Interval, r.Unit), r.Verdict, r.Basis.Books, r.Deciding, r.Why)
			}
		}
		confirmArithmetic(t, c.Claim.ID, f)
		for _, tag := range sentenceTags {
			if f.Sentence(tag) == "" {
				t.Errorf("%s: no sentence in %v", c.Claim.ID, tag)
			}
		}
	}
	return cases
}

// readRecords reads records from JSON Lines, each with the family that it is of.
func readRecords(t *testing.T, name string) *lac.Dataset {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	families := map[string][]json.RawMessage{}
	for n, line := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		var record map[string]json.RawMessage
		var family string
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatalf("%s:%d: %v", name, n+1, err)
		}
		if err := json.Unmarshal(record["family"], &family); err != nil {
			t.Fatalf("%s:%d: %v", name, n+1, err)
		}
		delete(record, "family")
		families[family] = append(families[family], asJSON(t, record))
	}
	var r lac.Records
	d := json.NewDecoder(bytes.NewReader(asJSON(t, families)))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		t.Fatal(fmt.Errorf("%s: %w", name, err))
	}
	return build(t, r)
}
