package iati_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

// write returns records as a document.
func write(records ...lac.Project) (string, error) {
	var b bytes.Buffer
	w := iati.NewWriter(&b)
	for _, p := range records {
		if err := w.Write(p); err != nil {
			return "", err
		}
	}
	err := w.Close()
	return b.String(), err
}

// assumed returns a record as it is read: without a note, and with the reporting
// organisation where a transaction leaves out who it is.
func assumed(p lac.Project) lac.Project {
	p.Note = ""
	p.Transactions = slices.Clone(p.Transactions)
	for _, o := range p.Participants {
		if o.Role != "reporting" || o.Secondary {
			continue
		}
		o.Role = ""
		for i := range p.Transactions {
			t := &p.Transactions[i]
			incoming := strings.HasPrefix(string(t.Type), "incoming-")
			outgoing := slices.Contains([]lac.TransactionType{lac.Commitment, lac.Disbursement, lac.Expenditure, lac.EquityPurchase, lac.OutgoingPledge}, t.Type)
			if outgoing && t.Provider == (lac.Participant{}) {
				t.Provider = o
			}
			if incoming && t.Receiver == (lac.Participant{}) {
				t.Receiver = o
			}
		}
	}
	return p
}

// roundTrip writes records, reads them back, and holds both to be the same, and
// what is then written to be the same bytes.
func roundTrip(t interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}, records ...lac.Project) string {
	t.Helper()
	records = slices.Clone(records)
	for i := range records {
		records[i] = assumed(records[i])
	}
	doc, err := write(records...)
	if err != nil {
		t.Fatal(err)
	}
	r := iati.NewReader(strings.NewReader(doc))
	r.Today = lac.DateOf(9999, 12, 31)
	again, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) > 0 {
		t.Fatalf("rejected %v, %v of\n%s", rejected, err, doc)
	}
	for i := range again {
		again[i].Note = "" // of days that break a rule
	}
	if diff := cmp.Diff(records, again); diff != "" {
		t.Fatalf("%s\nin\n%s", diff, doc)
	}
	second, err := write(again...)
	if err != nil || second != doc {
		t.Fatalf("written again it differs: %v\n%s", err, cmp.Diff(doc, second))
	}
	return doc
}

func TestRoundTripOfFixture(t *testing.T) {
	records, _, err := open(t, filepath.Join(fixtures, "bridge.xml")).ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	got := roundTrip(t, records...)
	golden := filepath.Join(fixtures, "bridge-written.xml")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error("LAC_UPDATE_GOLDEN=1 accepts what is written now:", diff)
	}
}

// TestRoundTrip holds every record that can be read to be written and read as it
// is.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roundTrip(t, rapid.SliceOfN(project, 1, 3).Draw(t, "projects")...)
	})
}

// The generators below make records as they are read: texts without blanks around
// them, parts that add up.
var (
	text = rapid.Custom(func(t *rapid.T) string {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("aé桥😀 &<>\"'\t\n\r]]>-;#\u00a0\u2028")), 0, 20, -1).Draw(t, "text")
		return strings.TrimSpace(s)
	})
	word   = rapid.Custom(func(t *rapid.T) string { return "x" + text.Draw(t, "word") })
	digits = rapid.StringMatching(`[1-9][0-9]{2}`)
	date   = rapid.Custom(func(t *rapid.T) lac.Date {
		return lac.DateOf(rapid.IntRange(2, 9998).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"))
	})
	period = rapid.Custom(func(t *rapid.T) lac.Period {
		a, b := rapid.IntRange(1990, 2030).Draw(t, "first"), rapid.IntRange(0, 3).Draw(t, "years")
		return lac.Days(lac.DateOf(a, 1, 1), lac.DateOf(a+b, 6, 30))
	})
	amount = rapid.Custom(func(t *rapid.T) lac.Money {
		m, err := lac.NewMoney(decimal.New(rapid.Int64().Draw(t, "units"), -rapid.Int32Range(0, 20).Draw(t, "places")), rapid.SampledFrom([]lac.Currency{lac.USD, lac.CNY}).Draw(t, "currency"))
		if err != nil {
			t.Fatal(err)
		}
		return m
	})
	language   = rapid.SampledFrom([]string{"", "es", "pt-BR", "zh-Hans"})
	narratives = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) lac.Narrative {
		return lac.Narrative{Language: language.Draw(t, "language"), Text: word.Draw(t, "text")}
	}), 1, 3)
	organisationType = rapid.SampledFrom([]string{"", "10", "70"})
	organisation     = rapid.Custom(func(t *rapid.T) lac.Participant {
		return lac.Participant{Name: text.Draw(t, "name"), Ref: text.Draw(t, "ref"), Type: organisationType.Draw(t, "type"), Activity: text.Draw(t, "activity")}
	})
	dimension = rapid.Custom(func(t *rapid.T) lac.IndicatorDimension {
		return lac.IndicatorDimension{Name: text.Draw(t, "name"), Value: text.Draw(t, "value")}
	})
	financeType = rapid.SampledFrom([]string{"", "110", "421"})
)

// TestWrittenIsRead holds that what a record of whatever content is written as can
// be read: what could not is refused.
func TestWrittenIsRead(t *testing.T) {
	odd := rapid.SampledFrom([]string{"", " ", "10", "110", "1", "2", "210", "government", "x y", "\u00a0a", "-", "en", "&<"})
	rapid.Check(t, func(t *rapid.T) {
		p := project.Draw(t, "project")
		switch rapid.IntRange(0, 8).Draw(t, "what is odd") {
		case 0:
			p.ID = odd.Draw(t, "id") + p.ID
		case 1:
			p.FinanceType = odd.Draw(t, "finance")
		case 2:
			p.Participants[1].Type, p.Participants[1].Ref = odd.Draw(t, "type"), odd.Draw(t, "ref")
		case 3:
			p.Descriptions = []lac.Narrative{{Language: odd.Draw(t, "language"), Text: odd.Draw(t, "text")}}
		case 4:
			p.Locations = []lac.Location{{Latitude: decimal.NewFromInt(rapid.Int64Range(-200, 200).Draw(t, "latitude")), Longitude: decimal.NewFromInt(rapid.Int64Range(-200, 200).Draw(t, "longitude"))}}
		case 5:
			p.Sectors = append(p.Sectors, lac.SectorShare{Sector: lac.Sector{Vocabulary: odd.Draw(t, "vocabulary"), Code: odd.Draw(t, "sector")}, Percent: number("100")})
		case 6:
			p.Areas = []lac.AreaShare{{Vocabulary: odd.Draw(t, "vocabulary"), Code: odd.Draw(t, "code"), Percent: number("100")}}
		case 7:
			p.Transactions = []lac.Transaction{transaction.Draw(t, "transaction")}
			p.Transactions[0].Provider.Type, p.Transactions[0].Note = odd.Draw(t, "provider"), odd.Draw(t, "note")
			p.Transactions[0].Sectors = []lac.SectorShare{{Sector: lac.Sector{Vocabulary: odd.Draw(t, "vocabulary"), Code: odd.Draw(t, "sector")}, Percent: number("100")}}
		case 8:
			p.Links = []lac.Link{{Kind: lac.PartOf, ID: rapid.SampledFrom([]string{" ", p.ID + " ", "x"}).Draw(t, "link")}}
		}
		doc, err := write(p)
		var field *lac.FieldError
		if errors.As(err, &field) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if got, rejected, err := readAll(doc); err != nil || len(rejected) > 0 || len(got) != 1 || got[0].ID != p.ID {
			t.Fatalf("%v, %v of\n%s", rejected, err, doc)
		}
	})
}

// TestSchema holds what is written against the standard's own schema, by xmllint.
func TestSchema(t *testing.T) {
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not there: it is in Debian's libxml2-utils")
	}
	schema := filepath.Join(realData(t), "schemas", "iati-activities-schema.xsd")
	fixture, _, err := open(t, filepath.Join(fixtures, "bridge.xml")).ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	samples, _, err := open(t, filepath.Join(realData(t), "samples", "activity-standard-example-annotated-2.03.xml")).ReadAll(context.Background())
	if err != nil || len(samples) == 0 {
		t.Fatal(err)
	}
	records := append(fixture, samples...)
	for i := range 200 {
		records = append(records, project.Example(i))
	}
	doc, err := write(records...)
	if err != nil {
		t.Fatal(err)
	}
	check := func(doc string) error {
		path := filepath.Join(t.TempDir(), "written.xml")
		if err := os.WriteFile(path, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(lint, "--nonet", "--noout", "--schema", schema, path).CombinedOutput()
		if err != nil {
			return errors.New(string(out))
		}
		return nil
	}
	if err := check(doc); err != nil {
		t.Error(err)
	}
	if err := check(strings.Replace(doc, "<title>", "<titel>", 1)); err == nil {
		t.Error("xmllint takes what is no IATI")
	}
}

// valid returns a record that can be written.
func valid(t *testing.T) lac.Project {
	t.Helper()
	records, rejected, err := readAll(document())
	if err != nil || len(records) != 1 {
		t.Fatal(rejected, err)
	}
	return records[0]
}

// TestRefused holds what the standard demands, and what it cannot say.
func TestRefused(t *testing.T) {
	for _, tt := range []struct {
		rule   string
		change func(*lac.Project)
		field  string
		want   error
	}{
		{"a record is valid", func(p *lac.Project) { p.Title = "" }, "title", lac.ErrMissing},
		{"somebody reports it", func(p *lac.Project) { p.Participants = p.Participants[1:] }, "participants", lac.ErrMissing},
		{"one", func(p *lac.Project) { p.Participants = append(p.Participants, p.Participants[0]) }, "participants", lac.ErrRange},
		{"somebody takes part", func(p *lac.Project) { p.Participants = p.Participants[:1] }, "participants", lac.ErrMissing},
		{"in a role", func(p *lac.Project) { p.Participants[1].Role = "builder" }, "participants[1].role", lac.ErrUnknownCode},
		{"it has a status", func(p *lac.Project) { p.Status = "" }, "status", lac.ErrMissing},
		{"and a start or end", func(p *lac.Project) { p.Stages[0].Status = lac.StatusCommitment }, "stages", lac.ErrMissing},
		{"on a day", func(p *lac.Project) { p.Stages[0].Date = lac.Year(2024) }, "stages[0].date", lac.ErrRange},
		{"that is stated", func(p *lac.Project) { p.Stages[0].Date = lac.Period{} }, "stages[0].date", lac.ErrMissing},
		{"types of organisation are the list's", func(p *lac.Project) { p.Participants[1].Type = "bank" }, "participants[1].type", lac.ErrUnknownCode},
		{"and the reporter's", func(p *lac.Project) { p.Participants[0].Type = "bank" }, "participants.type", lac.ErrUnknownCode},
		{"types of finance are numbers", func(p *lac.Project) { p.FinanceType = "loan" }, "finance_type", lac.ErrUnknownCode},
		{"places are on the globe", func(p *lac.Project) { p.Locations[0].Latitude = number("91") }, "locations[0]", lac.ErrRange},
		{"blocs are no recipients", func(p *lac.Project) { p.Areas[0].Area = lac.CELAC }, "areas[0].area", lac.ErrUnknownCode},
		{"purposes are known", func(p *lac.Project) { p.Sectors[0].Sector.Purpose = "99999" }, "sectors[0].sector", lac.ErrUnknownCode},
		{"and of one length", func(p *lac.Project) {
			p.Sectors = []lac.SectorShare{{Sector: lac.Sector{Purpose: "210"}, Percent: number("50")}, {Sector: lac.Sector{Purpose: "21020"}, Percent: number("50")}}
		}, "sectors", lac.ErrRange},
		{"a budget is an amount", func(p *lac.Project) { p.Budgets[0].Value = lac.Money{} }, "budgets[0].value", lac.ErrMissing},
		{"with an end", func(p *lac.Project) {
			p.Budgets[0].Period, _ = lac.ParsePeriod("2024/..")
		}, "budgets[0].period", lac.ErrMissing},
		{"a transaction has a type", func(p *lac.Project) { p.Transactions[0].Type = "" }, "transactions[0].type", lac.ErrMissing},
		{"a day", func(p *lac.Project) { p.Transactions[0].Date = lac.Month(2024, 2) }, "transactions[0].date", lac.ErrRange},
		{"an amount", func(p *lac.Project) { p.Transactions[0].Value = lac.Money{} }, "transactions[0].value", lac.ErrMissing},
		{"in prices of its time", func(p *lac.Project) { p.Transactions[0].PriceYear = 2021 }, "transactions[0].price_year", lac.ErrRange},
		{"one recipient", func(p *lac.Project) {
			p.Transactions[0].Areas = []lac.AreaShare{{Area: lac.Peru, Percent: number("50")}, {Area: lac.Chile, Percent: number("50")}}
		}, "transactions[0].areas", lac.ErrRange},
		{"and one sector", func(p *lac.Project) {
			p.Transactions[0].Sectors = []lac.SectorShare{{Sector: lac.Sector{Purpose: "21010"}, Percent: number("50")}, {Sector: lac.Sector{Purpose: "21020"}, Percent: number("50")}}
		}, "transactions[0].sectors", lac.ErrRange},
		{"a result has indicators", func(p *lac.Project) { p.Results[0].Indicators = nil }, "results[0].indicators", lac.ErrMissing},
		{"and a type", func(p *lac.Project) { p.Results[0].Type = "" }, "results[0].type", lac.ErrUnknownCode},
		{"an indicator has a measure", func(p *lac.Project) { p.Results[0].Indicators[0].Unit = "cars" }, "results[0].indicators[0].unit", lac.ErrUnknownCode},
		{"a baseline is of a year or day", func(p *lac.Project) { p.Results[0].Indicators[0].Baseline.Period = lac.Month(2023, 1) }, "results[0].indicators[0].baseline.period", lac.ErrRange},
		{"languages are tags", func(p *lac.Project) { p.Descriptions[0].Language = "en_GB" }, "descriptions[0].language", lac.ErrSyntax},
		{"texts are of XML characters", func(p *lac.Project) { p.Descriptions[0].Text = "a\x00" }, "descriptions", lac.ErrSyntax},
		{"in UTF-8", func(p *lac.Project) { p.Participants[1].Ref = "\xff" }, "participants[1]", lac.ErrSyntax},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			p := valid(t)
			tt.change(&p)
			var b bytes.Buffer
			w := iati.NewWriter(&b)
			err := w.Write(p)
			var field *lac.FieldError
			if !errors.As(err, &field) || field.Field != tt.field || field.Record != "A-1" || !errors.Is(err, tt.want) || b.Len() > 0 {
				t.Fatalf("%v after %d bytes, want %v in %s", err, b.Len(), tt.want, tt.field)
			}
			// What was refused leaves no trace.
			if err := errors.Join(w.Write(valid(t)), w.Close()); err != nil {
				t.Fatal(err)
			}
			if want, err := write(valid(t)); err != nil || b.String() != want {
				t.Error(err, cmp.Diff(want, b.String()))
			}
		})
	}
}

func TestWriter(t *testing.T) {
	p := valid(t)
	p.Kind, p.JobsDirect, p.Links = lac.Infrastructure, lac.Stated{Text: "100 jobs"}, append(p.Links, lac.Link{Kind: lac.SameAs, ID: "gcdf#1"})
	p.Status = lac.StatusCommitment
	p.Transactions[0].ValueDate, p.Budgets[0].ValueDate = lac.Date{}, lac.Date{}
	p.Participants, p.Title = p.Participants[1:], "Another"
	p.Titles = []lac.Narrative{{Language: "es", Text: "Camino"}}
	var b bytes.Buffer
	w := iati.NewWriter(&b)
	w.Reporter = lac.Participant{Name: "Desk", Ref: "D-1", Type: "80"}
	if err := errors.Join(w.Write(p), w.Close()); err != nil {
		t.Fatal(err)
	}
	got, rejected, err := readAll(b.String())
	if err != nil || len(got) != 1 {
		t.Fatal(rejected, err)
	}
	// What the standard has no place for is left out, and what it demands is
	// taken from where it may be.
	want := valid(t)
	want.Status, want.Title = lac.StatusPledge, "Another"
	want.Titles = []lac.Narrative{{Text: "Another"}, {Language: "es", Text: "Camino"}}
	want.Participants[0] = lac.Participant{Name: "Desk", Ref: "D-1", Type: "80", Role: "reporting"}
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Error(diff)
	}
	if err := w.Write(p); err == nil {
		t.Error("a closed writer writes")
	}
	if err := iati.NewWriter(&b).Close(); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a document without activities: %v", err)
	}
	w = iati.NewWriter(iotest.TruncateWriter(failing{}, 10))
	w.Reporter = lac.Participant{Name: "Desk"}
	if err := w.Write(p); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the writer's error is lost: %v", err)
	}
	if err := w.Close(); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the writer's error is forgotten: %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
