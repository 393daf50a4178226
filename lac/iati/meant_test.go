package iati_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

// TestRegions holds that a region of the DAC's list is an area only where there is
// one of the same extent, and that no other region is lost.
func TestRegions(t *testing.T) {
	for code, want := range map[string]lac.AreaShare{
		"498": {Area: lac.Americas}, "489": {Area: lac.SouthAmerica}, "1031": {Area: lac.Caribbean}, "1032": {Area: lac.CentralAmerica},
		"89": {Area: lac.Europe}, "298": {Area: lac.Africa}, "798": {Area: lac.Asia}, "889": {Area: region("009")},
		"389": {Vocabulary: "1", Code: "389"}, "998": {Vocabulary: "1", Code: "998"},
	} {
		records, rejected, err := readAll(document(`recipient-country code="CU"`, `recipient-region code="`+code+`"`))
		if err != nil || len(rejected) > 0 {
			t.Fatal(rejected, err)
		}
		want.Percent = number("100")
		if diff := cmp.Diff([]lac.AreaShare{want}, records[0].Areas); diff != "" {
			t.Error(code, diff)
		}
	}
}

// TestPartsAreRejectedAlone holds that a transaction whose form is wrong costs that
// transaction. Only where none is left is the activity's money not known.
func TestPartsAreRejectedAlone(t *testing.T) {
	second := `<transaction><transaction-type code="2"/><transaction-date iso-date="2024-02-01"/><value value-date="2024-02-01">1,000</value></transaction>`
	records, rejected, notes, err := readNoted(document("<related-activity", second+"<related-activity", ">10<", ">ten<"))
	if err != nil || len(records) != 1 || len(rejected) != 2 || len(notes) != 0 {
		t.Fatalf("%d records, rejected %v, noted %v, %v", len(records), rejected, notes, err)
	}
	want := []lac.Transaction{
		{Type: lac.Disbursement, Date: lac.DateOf(2024, 2, 29).Period(), Value: money("5 USD"), ValueDate: lac.DateOf(2024, 2, 29), Provider: lac.Participant{Name: "Agency", Ref: "A", Type: "10"}},
		{Type: lac.Commitment, Date: lac.DateOf(2024, 2, 1).Period(), Note: "rejected: iati-activity[1]/transaction[2]"},
	}
	if diff := cmp.Diff(want, records[0].Transactions); diff != "" || len(records[0].Budgets) != 0 {
		t.Error(diff, records[0].Budgets)
	}
	const note = `rejected: budget[1]/value "ten": malformed: want a decimal number; rejected: transaction[2]/value "1,000": malformed: want a decimal number`
	if records[0].Note != note {
		t.Error(records[0].Note)
	}
	records, rejected, _, err = readNoted(document(`status code="2"`, `status code="0"`, ">10<", ">ten<", ">5<", "><"))
	if err != nil || len(records) != 0 || len(rejected) != 1 {
		t.Fatal(records, rejected, err)
	}
	const all = `a.xml:14:81: field iati-activity[1]/budget[1]/value "ten": malformed: want a decimal number
a.xml:15:83: field iati-activity[1]/transaction[1]/value: malformed: want a decimal number`
	if diff := cmp.Diff(all, rejected[0].Error()); diff != "" {
		t.Error(diff)
	}
	_, rejected, _ = readAll(document("<budget>", strings.Repeat("<budget/>", 10)+"<budget>"))
	if len(rejected) != 10 {
		t.Error(rejected)
	}
	_, rejected, _ = readAll(document("<budget>", strings.Repeat("<budget><x/></budget>", 1000)+"<budget>"))
	if got := rejected[0].Error(); len(rejected) != 1 || strings.Count(got, "\n") != 20 || !strings.HasSuffix(got, "\nand more") {
		t.Error(len(rejected), got)
	}
}

// TestNoCurrency holds that an amount without a currency is left out, and the
// transaction is not.
func TestNoCurrency(t *testing.T) {
	for _, doc := range []string{document(` default-currency="USD"`, ""), document(`default-currency="USD"`, `default-currency="dollars"`)} {
		records, rejected, notes, err := readNoted(doc)
		if err != nil || len(records) != 1 || len(rejected) != 0 || len(notes) != 2 {
			t.Fatalf("%d records, rejected %v, noted %v, %v", len(records), rejected, notes, err)
		}
		if p := records[0]; p.Transactions[0].Value.IsReported() || p.Budgets[0].Value.IsReported() || p.Transactions[0].Type != lac.Disbursement {
			t.Errorf("%+v", p)
		}
	}
}

// TestShares holds what becomes of percentages that do not add up, and of codes that
// no list has: what is certain stays.
func TestShares(t *testing.T) {
	const country, sector = `<recipient-country code="CU" percentage="100"/>`, `<sector code="21020" percentage="100"/>`
	area := func(a lac.Area, percent string) lac.AreaShare {
		return lac.AreaShare{Area: a, Percent: number(percent)}
	}
	purpose := func(code, percent string) lac.SectorShare {
		s, err := lac.ParseSector(code)
		if err != nil {
			panic(err)
		}
		return lac.SectorShare{Sector: s, Percent: number(percent)}
	}
	const third = "33.3333333333333333"
	for _, tt := range []struct {
		rule, old, new string
		notes          int
		areas          []lac.AreaShare
		sectors        []lac.SectorShare
	}{
		{"thirds are thirds", sector, `<sector code="21020" percentage="33.33"/><sector code="23210" percentage="33.33"/><sector code="31120" percentage="33.33"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", third[:len(third)-1]+"4"), purpose("23210", third), purpose("31120", third)}},
		{"a vocabulary that overlaps is left out", sector, sector + `<sector vocabulary="98" code="a" percentage="96"/><sector vocabulary="98" code="b" percentage="100"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"half is no whole", sector, `<sector code="21020" percentage="50"/>`, 1, []lac.AreaShare{area(lac.Cuba, "100")}, nil},
		{"one of two parts is no split", sector, sector + `<sector code="23210"/>`, 1, []lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"an unknown purpose is a code", sector, `<sector code="99999"/>`, 1, []lac.AreaShare{area(lac.Cuba, "100")},
			[]lac.SectorShare{{Sector: lac.Sector{Vocabulary: "1", Code: "99999"}, Percent: number("100")}}},
		{"beside others it leaves no split", sector, `<sector code="99999" percentage="40"/><sector code="21020" percentage="60"/>`, 1, []lac.AreaShare{area(lac.Cuba, "100")}, nil},
		{"a group among purposes is a group", sector, `<sector code="210" percentage="40"/><sector code="23210" percentage="60"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("210", "40"), purpose("23210", "60")}},
		{"a publisher's own sector has its word", sector, `<sector vocabulary="99" code="11"><narrative>Transporte</narrative></sector>`, 0,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{{Sector: lac.Sector{Vocabulary: "99", Code: "11", Field: "Transporte"}, Percent: number("100")}}},
		{"a region says once more where the country is", country, country + `<recipient-region code="498" percentage="100"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"a region of the reporter's own list takes nothing from a country", country, `<recipient-country code="CU"/><recipient-region vocabulary="99" code="X1" percentage="100"><narrative>The hills</narrative></recipient-region>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"nor does a region that no list has", country, `<recipient-country code="CU"/><recipient-region code="9999" percentage="100"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"one that the country is not in has all", country, `<recipient-country code="CU"/><recipient-region code="489" percentage="100"/>`, 1,
			[]lac.AreaShare{area(lac.SouthAmerica, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"a region of all leaves out a part", country, `<recipient-country code="CU" percentage="60"/><recipient-region code="498" percentage="100"/>`, 1,
			[]lac.AreaShare{area(lac.Americas, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"three letters are a country", country, `<recipient-country code="CUB"/>`, 1, []lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"an unknown country has its part", country, `<recipient-country code="CU" percentage="60"/><recipient-country code="ZZ" percentage="40"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "60"), {Vocabulary: "99", Code: "ZZ", Percent: number("40")}}, []lac.SectorShare{purpose("21020", "100")}},
		{"a country twice is that country", country, `<recipient-country code="CU"/><recipient-country code="CU"/>`, 1,
			[]lac.AreaShare{area(lac.Cuba, "100")}, []lac.SectorShare{purpose("21020", "100")}},
		{"two countries without percentages are no split", country, `<recipient-country code="CU"/><recipient-country code="PE"/>`, 1, nil, []lac.SectorShare{purpose("21020", "100")}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			records, rejected, notes, err := readNoted(document(tt.old, tt.new))
			if err != nil || len(records) != 1 || len(rejected) != 0 || len(notes) != tt.notes {
				t.Fatalf("%d records, rejected %v, noted %v, %v", len(records), rejected, notes, err)
			}
			if diff := cmp.Diff(tt.areas, records[0].Areas) + cmp.Diff(tt.sectors, records[0].Sectors); diff != "" {
				t.Error(diff)
			}
			if err := records[0].Validate(); err != nil || records[0].Transactions[0].Value != money("5 USD") {
				t.Error(err)
			}
		})
	}
}

// TestMeant holds that what is wrong and plain all the same is read as it is meant.
func TestMeant(t *testing.T) {
	records, rejected, notes, err := readNoted(document("23.1 -82.4", "23.1, -82.4", `type code="3"`, `type code="C"`, "2024-12-31", "2023-12-31", `role="1"`, `role="Funding"`))
	if err != nil || len(records) != 1 || len(rejected) != 0 || len(notes) != 4 {
		t.Fatalf("%d records, rejected %v, noted %v, %v", len(records), rejected, notes, err)
	}
	p := records[0]
	if !p.Locations[0].Latitude.Equal(number("23.1")) || p.Transactions[0].Type != lac.Commitment || p.Budgets[0].Period != lac.Days(lac.DateOf(2023, 12, 31), lac.DateOf(2024, 1, 1)) || p.Participants[1].Role != "funding" {
		t.Errorf("%+v", p)
	}
	r := iati.NewReader(strings.NewReader(document("2024-02-29", "2031-02-28")))
	r.Today = lac.DateOf(2031, 2, 27)
	r.Notes = func(n *lac.RowError) { notes = append(notes, n) }
	if records, rejected, err := r.ReadAll(context.Background()); err != nil || len(records) != 1 || len(rejected) != 0 || len(notes) != 5 || notes[4].Text != "2031-02-28" {
		t.Errorf("a day in the future: %v, %v, %v", rejected, notes, err)
	}
}

// TestDaysThatCannotBe holds that days which break a rule are said, and kept.
func TestDaysThatCannotBe(t *testing.T) {
	for _, tt := range []struct{ new, note string }{
		{`<activity-date type="2" iso-date="2019-01-01"/><activity-date type="4" iso-date="2018-12-31"/>`, "ends before it starts"},
		{`<activity-date type="1" iso-date="2019-01-01"/><activity-date type="3" iso-date="2018-12-31"/>`, "ends before it starts"},
		{`<activity-date type="2" iso-date="2019-01-01"/><activity-date type="4" iso-date="2031-01-01"/>`, "in the future"},
		{`<activity-date type="2" iso-date="2019-01-01"/><activity-date type="4" iso-date="2019-01-01"/>`, ""},
		{`<activity-date type="2" iso-date="2019-01-01"/><activity-date type="3" iso-date="2018-12-31"/>`, ""},
		{`<activity-date type="1" iso-date="2031-01-01"/>`, ""},
	} {
		r := iati.NewReader(strings.NewReader(document(`<activity-date type="2" iso-date="2024-01-31"/>`, tt.new)))
		r.Today = lac.DateOf(2030, 1, 1)
		var notes []string
		r.Notes = func(n *lac.RowError) { notes = append(notes, n.Error()) }
		records, rejected, err := r.ReadAll(t.Context())
		if err != nil || len(records) != 1 || len(rejected) != 0 || len(records[0].Stages) != strings.Count(tt.new, "activity-date") {
			t.Fatalf("%s: %d records, %v, %v", tt.new, len(records), rejected, err)
		}
		if len(notes) > 1 || (len(notes) == 1) != (tt.note != "") || tt.note != "" && !strings.Contains(notes[0], tt.note) {
			t.Errorf("%s: noted %q, want %q", tt.new, notes, tt.note)
		}
	}
	for end, noted := range map[string]int{"2024-12-31": 0, "2025-01-01": 0, "2025-01-02": 1} {
		records, _, notes, err := readNoted(document("2024-12-31", end))
		if err != nil || len(records) != 1 || len(records[0].Budgets) != 1 || len(notes) != noted {
			t.Errorf("a budget to %s: noted %v, %v", end, notes, err)
		}
	}
}

// TestReporterIsAssumed holds that who is left out is the reporting organisation
// where the standard says so, and nobody where the report is of another's work.
func TestReporterIsAssumed(t *testing.T) {
	agency := lac.Participant{Name: "Agency", Ref: "A", Type: "10"}
	for _, tt := range []struct {
		code               string
		provider, receiver lac.Participant
	}{{"2", agency, lac.Participant{}}, {"3", agency, lac.Participant{}}, {"1", lac.Participant{}, agency}, {"11", lac.Participant{}, agency}, {"6", lac.Participant{}, lac.Participant{}}} {
		records, _, _ := readAll(document(`type code="3"`, `type code="`+tt.code+`"`))
		if got := records[0].Transactions[0]; got.Provider != tt.provider || got.Receiver != tt.receiver {
			t.Errorf("type %s: provider %+v, receiver %+v", tt.code, got.Provider, got.Receiver)
		}
	}
	records, _, _ := readAll(document(`ref="A" type="10"`, `ref="A" type="10" secondary-reporter="1"`))
	if got := records[0].Transactions[0]; got.Provider != (lac.Participant{}) {
		t.Errorf("secondary: %+v", got.Provider)
	}
}

// The day of the last update is that of the activity; the file's own is its source's.
func TestDaysOfUpdates(t *testing.T) {
	for text, want := range map[string]string{
		"2020-05-01T10:00:00Z": "2020-05-01", "2020-05-01": "2020-05-01", "2020-05-01 10:00:00": "2020-05-01", "1 May 2020": "",
	} {
		r := iati.NewReader(strings.NewReader(document("<iati-activity ", `<iati-activity last-updated-datetime="`+text+`" `, `version="2.03"`, `version="2.03" generated-datetime="2022-01-31T00:00:00"`)))
		records, rejected, err := r.ReadAll(t.Context())
		if err != nil || len(rejected) > 0 || len(records) != 1 {
			t.Fatalf("%d records, %v, %v", len(records), rejected, err)
		}
		if got := records[0].Updated; got.String() != want && !(want == "" && got.IsZero()) {
			t.Errorf("%q: updated %v, want %q", text, got, want)
		}
		if noted := r.Stats().Notes > 0; noted != (want == "") {
			t.Errorf("%q: noted %t", text, noted)
		}
		if got := r.SourceRecord().Published; got.String() != "2022-01-31" {
			t.Errorf("published %v", got)
		}
	}
}

func TestVersions(t *testing.T) {
	for _, v := range []string{"", "1.xx", "1.5", "3.0"} {
		_, _, err := readAll(document("2.03", v))
		if !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "version") || !strings.Contains(err.Error(), v) {
			t.Errorf("version %q: %v", v, err)
		}
	}
	// A document of another form than its version has is not guessed at.
	if _, _, err := readAll(document("2.03", "1.05")); err == nil || !strings.Contains(err.Error(), "1.05 by its own word, but in the form of version 2") {
		t.Error(err)
	}
	// A later version may have more elements; the rest is held against what is known.
	records, rejected, notes, err := readNoted(document("2.03", "2.04", `type code="3"`, `type code="14"`, "<budget>", `<new/><budget new="1">`))
	if err != nil || len(records) != 1 || len(rejected) != 0 || len(notes) != 1 {
		t.Fatal(rejected, notes, err)
	}
	if p := records[0]; p.Transactions[0].Type != "" || p.Transactions[0].Value != money("5 USD") || p.Validate() != nil {
		t.Errorf("%+v, %v", p, p.Validate())
	}
	for _, doc := range []string{document("2.03", "2.04", ">5<", ">five<"), document("2.03", "draft", "<budget>", "<new/><budget>"), document("2.03", "draft", "<budget>", `<budget new="1">`)} {
		if _, rejected, _ := readAll(doc); len(rejected) != 1 {
			t.Errorf("form is not held against the schema in\n%s", doc)
		}
	}
}
