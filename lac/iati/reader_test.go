package iati_test

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

var fixtures = filepath.Join("..", "..", "testdata", "iati")

func money(s string) lac.Money {
	m, err := lac.ParseMoney(s)
	if err != nil {
		panic(err)
	}
	return m
}

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func region(m49 string) lac.Area {
	a, err := lac.ParseArea(m49)
	if err != nil {
		panic(err)
	}
	return a
}

// TestBridge reads a file with what is peculiar in it: see the fixture.
func TestBridge(t *testing.T) {
	r := open(t, filepath.Join(fixtures, "bridge.xml"))
	got, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) > 0 {
		t.Fatal(rejected, err)
	}
	day := lac.DateOf
	hundred := number("100")
	want := []lac.Project{{
		ID: "XX-PUB-1-P", Source: "iati", Title: "Programa de puentes",
		Titles:       []lac.Narrative{{Language: "es", Text: "Programa de puentes"}, {Language: "en", Text: "Bridges programme"}},
		Descriptions: []lac.Narrative{{Language: "es", Text: "Tres puentes."}},
		Status:       lac.StatusImplementation,
		Stages: []lac.Stage{
			{Status: lac.StatusImplementation, Date: day(2023, 1, 1).Period(), Planned: true},
			{Status: lac.StatusImplementation, Date: day(2023, 2, 15).Period()},
		},
		Areas: []lac.AreaShare{
			{Area: lac.Peru, Percent: number("60.5")}, {Area: lac.Bolivia, Percent: number("14.5")},
			{Vocabulary: "1", Code: "389", Percent: number("25")},
		},
		Sectors: []lac.SectorShare{{Sector: lac.Sector{Purpose: "210", Field: "transport-and-storage"}, Percent: hundred}},
		Participants: []lac.Participant{
			{Name: "Agencia de Caminos", Role: "reporting", Ref: "XX-PUB-1", Type: "10"},
			{Name: "Banco", Role: "funding", Ref: "XM-BANK", Type: "40"},
		},
		FinanceType: "421",
		Budgets:     []lac.Budget{{Period: lac.Year(2023), Value: money("12000000.5 USD"), ValueDate: day(2023, 1, 1), Revised: true, Committed: true}},
		Links:       []lac.Link{{Kind: lac.HasPart, ID: "XX-PUB-1-B"}},
	}, {
		ID: "XX-PUB-1-B", Source: "iati", Title: "Puente & accesos",
		Titles:       []lac.Narrative{{Language: "es", Text: "Puente & accesos"}},
		Descriptions: []lac.Narrative{{Language: "zh", Text: "桥"}},
		Status:       lac.StatusCompleted,
		Stages:       []lac.Stage{{Status: lac.StatusCompleted, Date: day(2024, 11, 30).Period()}},
		Areas:        []lac.AreaShare{{Area: lac.Peru, Percent: hundred}},
		Sectors: []lac.SectorShare{
			{Sector: lac.Sector{Purpose: "21020", Field: "transport-and-storage"}, Percent: number("80")},
			{Sector: lac.Sector{Purpose: "21010", Field: "transport-and-storage"}, Percent: number("20")},
			{Sector: lac.Sector{Vocabulary: "2", Code: "210"}, Percent: hundred},
			{Sector: lac.Sector{Vocabulary: "99", Code: "BR"}, Percent: hundred},
		},
		Participants: []lac.Participant{
			{Name: "Agencia de Caminos", Role: "reporting", Ref: "XX-PUB-1", Type: "10", Secondary: true},
			{Name: "Constructora", Role: "implementing", Activity: "YY-CO-7"},
		},
		Locations: []lac.Location{{Name: "Río Hondo", Latitude: number("-12.0464"), Longitude: number("-77.0428")}},
		Transactions: []lac.Transaction{{
			Type: lac.Commitment, Date: day(2023, 3, 1).Period(), Value: money("70000000 CNY"), ValueDate: day(2023, 3, 2), FinanceType: "110",
			Provider: lac.Participant{Name: "Banco", Ref: "XM-BANK", Type: "40", Activity: "XM-BANK-9"}, Receiver: lac.Participant{Name: "Constructora"},
			Areas:   []lac.AreaShare{{Area: lac.Peru, Percent: hundred}},
			Sectors: []lac.SectorShare{{Sector: lac.Sector{Purpose: "21020", Field: "transport-and-storage"}, Percent: hundred}},
			Note:    "Contrato",
		}, {
			Type: lac.Disbursement, Date: day(2023, 4, 1).Period(), Value: money("-0.5 USD"), ValueDate: day(2023, 4, 1),
			Areas: []lac.AreaShare{{Area: lac.Caribbean, Percent: hundred}},
		}},
		Links: []lac.Link{{Kind: lac.PartOf, ID: "XX-PUB-1-P"}},
		Results: []lac.Result{{Type: "output", Title: "Puente abierto", Indicators: []lac.Indicator{{
			Title: "Horas de viaje", Unit: "unit", Falling: true,
			Baseline: lac.IndicatorValue{Period: day(2022, 6, 30).Period(), Actual: "8"},
			Periods: []lac.IndicatorValue{
				{Period: lac.Year(2024), Target: "3", Actual: "2"},
				{Period: lac.Year(2024), Target: "4", Actual: "5", Dimensions: []lac.IndicatorDimension{{Name: "sex", Value: "female"}}},
				{Period: lac.Year(2024), Dimensions: []lac.IndicatorDimension{{Name: "sex", Value: "male"}}},
			},
		}}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := r.Stats(); s != (lac.Stats{Rows: 2, Records: 2}) {
		t.Errorf("%+v", s)
	}
	if _, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Projects: got}); err != nil {
		t.Error(err)
	}
}

// document returns a document with one activity, of which parts are replaced:
// pairs of an old text and a new one.
func document(replace ...string) string {
	const whole = `<iati-activities version="2.03">
<iati-activity default-currency="USD">
<iati-identifier>A-1</iati-identifier>
<reporting-org ref="A" type="10"><narrative>Agency</narrative></reporting-org>
<title><narrative>Road</narrative></title>
<description><narrative>A road.</narrative></description>
<participating-org role="1" type="10"/>
<activity-status code="2"/>
<activity-date type="2" iso-date="2024-01-31"/>
<recipient-country code="CU" percentage="100"/>
<location><point srsName=""><pos>23.1 -82.4</pos></point></location>
<sector code="21020" percentage="100"/>
<default-finance-type code="110"/>
<budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">10</value></budget>
<transaction><transaction-type code="3"/><transaction-date iso-date="2024-02-29"/><value value-date="2024-02-29">5</value></transaction>
<related-activity ref="A-2" type="3"/>
<result type="2"><title><narrative>Used</narrative></title><indicator measure="2"><title><narrative>Cars</narrative></title><baseline year="2023"/></indicator></result>
</iati-activity>
</iati-activities>
`
	out := whole
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(out, replace[i]) {
			panic("the document does not have " + replace[i])
		}
		out = strings.Replace(out, replace[i], replace[i+1], 1)
	}
	return out
}

// readNoted is readAll with the notes.
func readNoted(doc string) ([]lac.Project, []*lac.RowError, []*lac.RowError, error) {
	var notes []*lac.RowError
	r := iati.NewReader(strings.NewReader(doc))
	r.Name, r.Notes = "a.xml", func(n *lac.RowError) { notes = append(notes, n) }
	records, rejected, err := r.ReadAll(context.Background())
	return records, rejected, notes, err
}

func readAll(doc string) ([]lac.Project, []*lac.RowError, error) {
	r := iati.NewReader(strings.NewReader(doc))
	r.Name = "a.xml"
	return r.ReadAll(context.Background())
}

// A severity is how much of an activity a fault costs.
type severity int

const (
	noted severity = iota // nothing
	part                  // the transaction, budget, result or location that it is in
	whole                 // all of it
)

// TestFaults holds each fault to the place where it is, its cause and its severity:
// what the form of the standard forbids is rejected, what a rule of it forbids is read
// with a note.
func TestFaults(t *testing.T) {
	const country, sector = `<recipient-country code="CU" percentage="100"/>`, `<sector code="21020" percentage="100"/>`
	for _, tt := range []struct {
		of             severity
		rule, old, new string
		line, column   int
		field, text    string
		want           error
	}{
		{whole, "an activity is identified", "<iati-identifier>A-1</iati-identifier>", "", 2, 1, "/iati-identifier", "", lac.ErrMissing},
		{whole, "by a text in bounds", "A-1", strings.Repeat("A", 201), 3, 1, "/iati-identifier", strings.Repeat("A", 200) + "…", lac.ErrRange},
		{whole, "it has a title", "<narrative>Road</narrative>", "", 5, 1, "/title/narrative", "", lac.ErrMissing},
		{noted, "with words in it", "Road", " ", 5, 1, "/title", "", lac.ErrMissing},
		{whole, "and one", "<title>", "<title><narrative>One</narrative></title><title>", 5, 42, "/title", "", lac.ErrRange},
		{whole, "it has a status", `<activity-status code="2"/>`, "", 2, 1, "/activity-status", "", lac.ErrMissing},
		{noted, "of the list", `<activity-status code="2"`, `<activity-status code="7"`, 8, 18, "/activity-status/@code", "7", lac.ErrUnknownCode},
		{noted, "dates are of four types", `<activity-date type="2"`, `<activity-date type="5"`, 9, 16, "/activity-date[1]/@type", "5", lac.ErrUnknownCode},
		{whole, "dates are days", "2024-01-31", "2024-01", 9, 25, "/activity-date[1]/@iso-date", "2024-01", lac.ErrSyntax},
		{whole, "that there are", "2024-01-31", "2024-02-30", 9, 25, "/activity-date[1]/@iso-date", "2024-02-30", lac.ErrRange},
		{whole, "perhaps with a zone", "2024-01-31", "2024-01-31EST", 9, 25, "/activity-date[1]/@iso-date", "2024-01-31EST", lac.ErrSyntax},
		{noted, "roles are four", `role="1"`, `role="Funding"`, 7, 20, "/participating-org[1]/@role", "Funding", lac.ErrUnknownCode},
		{noted, "types of organisation are of the list", `role="1" type="10"`, `role="1" type="12"`, 7, 29, "/participating-org[1]/@type", "12", lac.ErrUnknownCode},
		{noted, "countries are of ISO's", country, `<recipient-country code="ZZ"/>`, 10, 20, "/recipient-country[1]/@code", "ZZ", lac.ErrUnknownCode},
		{noted, "with two letters", country, `<recipient-country code="CUB"/>`, 10, 20, "/recipient-country[1]/@code", "CUB", lac.ErrUnknownCode},
		{noted, "regions are of the DAC's", country, `<recipient-region code="999"/>`, 10, 19, "/recipient-region[1]/@code", "999", lac.ErrUnknownCode},
		{noted, "or of M49", country, `<recipient-region vocabulary="2" code="192"/>`, 10, 34, "/recipient-region[1]/@code", "192", lac.ErrUnknownCode},
		{noted, "percentages add up", `code="CU" percentage="100"`, `code="CU" percentage="99.99"`, 10, 1, "/recipient-country[1]", "99.99", lac.ErrRange},
		{noted, "of countries and regions", country, `<recipient-country code="CU" percentage="60"/><recipient-region code="498" percentage="50"/>`, 10, 1, "/recipient-country[1]", "110", lac.ErrRange},
		{noted, "all are said", country, country + `<recipient-country code="PE"/>`, 10, 48, "/recipient-country[2]/@percentage", "", lac.ErrMissing},
		{noted, "a region beside a country says where it lies", country, `<recipient-country code="PE"/><recipient-region code="498"/>`, 10, 49, "/recipient-region[1]/@code", "498", lac.ErrRange},
		{noted, "if it lies there", country, `<recipient-country code="PE"/><recipient-region code="298"/>`, 10, 1, "/recipient-country[1]/@percentage", "", lac.ErrMissing},
		{noted, "in each vocabulary of regions", country, `<recipient-region code="498" percentage="100"/><recipient-region vocabulary="99" code="X" percentage="60"/>`, 10, 48, "/recipient-region[2]", "60", lac.ErrRange},
		{whole, "percentages are numbers", `code="CU" percentage="100"`, `code="CU" percentage="all"`, 10, 30, "/recipient-country[1]/@percentage", "all", lac.ErrSyntax},
		{noted, "above zero", `code="CU" percentage="100"`, `code="CU" percentage="-1"`, 10, 1, "/recipient-country[1]", "-1", lac.ErrRange},
		{whole, "within bounds", `code="CU" percentage="100"`, `code="CU" percentage="` + strings.Repeat("1", 300) + `"`, 10, 30, "/recipient-country[1]/@percentage", strings.Repeat("1", 200) + "…", lac.ErrRange},
		{noted, "sectors have five digits", `code="21020"`, `code="210"`, 12, 9, "/sector[1]/@code", "210", lac.ErrUnknownCode},
		{noted, "groups three", `<sector code="21020"`, `<sector vocabulary="2" code="21020"`, 12, 24, "/sector[1]/@code", "21020", lac.ErrUnknownCode},
		{noted, "of a group that there is", `code="21020"`, `code="99920"`, 12, 9, "/sector[1]/@code", "99920", lac.ErrUnknownCode},
		{noted, "sectors add up", sector, `<sector code="21020" percentage="33.3"/><sector code="21030" percentage="66.6"/>`, 12, 1, "/sector[1]", "99.9", lac.ErrRange},
		{noted, "in each vocabulary", sector, sector + `<sector vocabulary="99" code="A" percentage="50"/>`, 12, 40, "/sector[2]", "50", lac.ErrRange},
		{noted, "a code is there", `<sector code="21020"`, `<sector vocabulary="99" code=""`, 12, 25, "/sector[1]/@code", "", lac.ErrUnknownCode},
		{noted, "a place has two coordinates", "23.1 -82.4", "23.1", 11, 29, "/location[1]/point/pos", "23.1", lac.ErrSyntax},
		{noted, "that are numbers", "23.1 -82.4", "23.1N 82.4W", 11, 29, "/location[1]/point/pos", "23.1N 82.4W", lac.ErrSyntax},
		{noted, "and on the globe", "23.1 -82.4", "-82.4 190", 11, 29, "/location[1]/point/pos", "-82.4 190", lac.ErrRange},
		{noted, "a type of finance is a number", `finance-type code="110"`, `finance-type code="grant"`, 13, 23, "/default-finance-type/@code", "grant", lac.ErrUnknownCode},
		{noted, "types of budget are two", "<budget>", `<budget type="3">`, 14, 9, "/budget[1]/@type", "3", lac.ErrUnknownCode},
		{noted, "a period ends after it begins", "2024-12-31", "2023-12-31", 14, 58, "/budget[1]/period-end/@iso-date", "2023-12-31", lac.ErrRange},
		{part, "an amount is a number", ">10<", ">10 USD<", 14, 81, "/budget[1]/value", "10 USD", lac.ErrSyntax},
		{part, "without exponent", ">10<", ">1e3<", 14, 81, "/budget[1]/value", "1e3", lac.ErrSyntax},
		{part, "or grouping", ">10<", ">1,000<", 14, 81, "/budget[1]/value", "1,000", lac.ErrSyntax},
		{part, "and exact", ">10<", ">" + strings.Repeat("9", 39) + "<", 14, 81, "/budget[1]/value", strings.Repeat("9", 39), lac.ErrRange},
		{noted, "that there is", `value value-date="2024-02-29"`, `value currency="ZZZ" value-date="2024-02-29"`, 15, 90, "/transaction[1]/value/@currency", "ZZZ", lac.ErrUnknownCode},
		{noted, "types of transaction are thirteen", `transaction-type code="3"`, `transaction-type code="14"`, 15, 32, "/transaction[1]/transaction-type/@code", "14", lac.ErrUnknownCode},
		{noted, "a transaction has one sector", "<transaction>", `<transaction><sector code="21020"/><sector code="21030"/>`, 15, 14, "/transaction[1]/sector[1]/@percentage", "", lac.ErrMissing},
		{noted, "relations are five", `ref="A-2" type="3"`, `ref="A-2" type="6"`, 16, 29, "/related-activity[1]/@type", "6", lac.ErrUnknownCode},
		{noted, "to another activity", `ref="A-2"`, `ref=""`, 16, 19, "/related-activity[1]/@ref", "", lac.ErrMissing},
		{noted, "not to itself", `ref="A-2" type="3"`, `ref="A-1" type="1"`, 16, 19, "/related-activity[1]/@ref", "A-1", lac.ErrRange},
		{noted, "types of result are four", `result type="2"`, `result type="4"`, 17, 9, "/result[1]/@type", "4", lac.ErrUnknownCode},
		{noted, "measures are five", `measure="2"`, `measure="%"`, 17, 71, "/result[1]/indicator[1]/@measure", "%", lac.ErrUnknownCode},
		{part, "years are numbers", `year="2023"`, `year="23/24"`, 17, 135, "/result[1]/indicator[1]/baseline[1]/@year", "23/24", lac.ErrSyntax},
		{part, "booleans are two", `measure="2"`, `measure="2" ascending="yes"`, 17, 83, "/result[1]/indicator[1]/@ascending", "yes", lac.ErrSyntax},
		{whole, "elements are the standard's", "<budget>", "<buget>1</buget><budget>", 14, 1, "/buget", "", lac.ErrSyntax},
		{part, "and where they belong", "<budget>", "<budget><title/>", 14, 9, "/budget[1]/title", "", lac.ErrSyntax},
		{part, "attributes too", "<budget>", `<budget kind="1">`, 14, 9, "/budget[1]/@kind", "1", lac.ErrSyntax},
		{part, "text belongs where it may be", "<budget>", "<budget>1.05", 14, 9, "/budget[1]", "1.05", lac.ErrSyntax},
		{whole, "characters are XML's", "A road.", "A\x00road.", 6, 26, "/description[1]/narrative[1]", "\x00", lac.ErrSyntax},
		{whole, "in UTF-8", `ref="A-2"`, "ref=\"A\xff2\"", 16, 25, "/related-activity[1]", "\xff", lac.ErrSyntax},
		{whole, "entities are known", "A road.", "A&nbsp;road.", 6, 26, "/description[1]/narrative[1]", "&nbsp;", lac.ErrSyntax},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			records, rejected, notes, err := readNoted(document(tt.old, tt.new))
			wantRecords, faults := 1, rejected
			switch tt.of {
			case noted:
				faults = notes
			case whole:
				wantRecords = 0
			}
			if err != nil || len(records) != wantRecords || len(faults) != 1 || len(rejected)+len(notes) != 1 {
				t.Fatalf("%d records, rejected %v, noted %v, %v", len(records), rejected, notes, err)
			}
			got := faults[0]
			want := lac.RowError{Source: "a.xml", Line: tt.line, Column: tt.column, Field: "iati-activity[1]" + tt.field, Text: tt.text}
			if diff := cmp.Diff(want, lac.RowError{Source: got.Source, Line: got.Line, Column: got.Column, Field: got.Field, Text: got.Text}); diff != "" {
				t.Error(got, diff)
			}
			if !errors.Is(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
			for _, p := range records {
				if err := p.Validate(); err != nil || p.Note == "" {
					t.Errorf("note %q, %v", p.Note, err)
				}
			}
		})
	}
}

func TestDocumentIsGood(t *testing.T) {
	records, rejected, err := readAll(document())
	if err != nil || len(records) != 1 || len(rejected) != 0 {
		t.Fatalf("%d records, rejected %v, %v: the tests of what is rejected rest on it", len(records), rejected, err)
	}
}

// TestAccepted reads what is odd and right.
func TestAccepted(t *testing.T) {
	const country = `<recipient-country code="CU" percentage="100"/>`
	areas := func(p lac.Project) any { return p.Areas }
	for _, tt := range []struct {
		rule, old, new string
		of             func(lac.Project) any
		want           any
	}{
		{"an identifier may be empty", "A-1", "", func(p lac.Project) any { return p.ID }, "iati#1"},
		{"a share of nothing is none", country, country + `<recipient-country code="PE" percentage="0.0"/>`, areas, []lac.AreaShare{{Area: lac.Cuba, Percent: number("100")}}},
		{"regions may come before countries", country, `<recipient-region code="498" percentage="40"/><recipient-country code="CU" percentage="60"/>`, areas,
			[]lac.AreaShare{{Area: lac.Cuba, Percent: number("60")}, {Area: lac.Americas, Percent: number("40")}}},
		{"parts of one whole in two vocabularies", country, `<recipient-region code="998" percentage="40"/><recipient-region vocabulary="99" code="X" percentage="60"/>`, areas,
			[]lac.AreaShare{{Vocabulary: "1", Code: "998", Percent: number("40")}, {Vocabulary: "99", Code: "X", Percent: number("60")}}},
		{"one whole by two vocabularies", country, `<recipient-country code="CU" percentage="60"/><recipient-region code="998" percentage="40"/><recipient-region vocabulary="2" code="019" percentage="40"/>`, areas,
			[]lac.AreaShare{{Area: lac.Cuba, Percent: number("60")}, {Area: lac.Americas, Percent: number("40")}}},
		{"alone in each", country, `<recipient-region vocabulary="99" code="X"/><recipient-region code="389"/>`, areas, []lac.AreaShare{{Vocabulary: "1", Code: "389", Percent: number("100")}}},
		{"M49 by number", country, `<recipient-region vocabulary="2" code="5"/>`, areas, []lac.AreaShare{{Area: lac.SouthAmerica, Percent: number("100")}}},
		{"decimals of XML Schema", ">5<", ">+05.<", func(p lac.Project) any { return p.Transactions[0].Value }, money("5 USD")},
		{"a zero amount is one", ">5<", ">0<", func(p lac.Project) any { return p.Transactions[0].Value }, money("0 USD")},
		{"sections of characters", "A road.", "<![CDATA[A <road>.]]>", func(p lac.Project) any { return p.Descriptions[0].Text }, "A <road>."},
		{"comments within text", "A road.", "A <!-- new -->road.", func(p lac.Project) any { return p.Descriptions[0].Text }, "A road."},
		{"several descriptions", "<description>", `<description type="2"><narrative xml:lang="en">Aim</narrative></description><description>`,
			func(p lac.Project) any { return p.Descriptions }, []lac.Narrative{{Language: "en", Text: "Aim"}, {Text: "A road."}}},
		{"elements in another order", "<title><narrative>Road</narrative></title>\n", "", func(p lac.Project) any { return p.Title }, "Late"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			doc := document(tt.old, tt.new)
			if tt.new == "" && tt.old != "A-1" {
				doc = strings.Replace(doc, "</iati-activity>", "<title><narrative>Late</narrative></title></iati-activity>", 1)
			}
			records, rejected, err := readAll(doc)
			if err != nil || len(records) != 1 || len(rejected) != 0 {
				t.Fatalf("%d records, rejected %v, %v", len(records), rejected, err)
			}
			if diff := cmp.Diff(tt.want, tt.of(records[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestEnds reads documents that cannot be read on.
func TestEnds(t *testing.T) {
	good := document()
	for _, tt := range []struct {
		rule, in, words string
		records         int
		want            error
	}{
		{"nothing", "", "no element", 0, lac.ErrSyntax},
		{"no XML", "identifier,title\nA-1,Road\n", "content outside the root element", 0, lac.ErrSyntax},
		{"another root", "<codelist/>", "want iati-activities", 0, lac.ErrSyntax},
		{"a file of organisations", `<iati-organisations version="2.03"/>`, "iati-organisations", 0, lac.ErrSyntax},
		{"no version", "<iati-activities/>", "no version", 0, lac.ErrSyntax},
		{"a root that is malformed", `<iati-activities version="2.03" version="2.03"/>`, "twice", 0, lac.ErrSyntax},
		{"tags that do not match", strings.Replace(good, "</iati-activity>", "</iati-activty>", 1), "line 18, column 1", 0, lac.ErrSyntax},
		{"a truncated file", good[:len(good)-4], "after 1 activities", 1, lac.ErrSyntax},
		{"text after the end", good + "x", "line 20, column 1", 1, lac.ErrSyntax},
		{"a document type", "<!DOCTYPE a>" + good, "document type", 0, lac.ErrSyntax},
		{"an encoding that is not read", `<?xml version="1.0" encoding="EBCDIC"?>` + good, "EBCDIC", 0, lac.ErrSyntax},
		{"depth", strings.Replace(good, "<budget>", strings.Repeat("<x:a>", 300), 1), "nested too deep", 0, lac.ErrSyntax},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			records, rejected, err := readAll(tt.in)
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.words) || !strings.HasPrefix(err.Error(), "a.xml: ") || len(records) != tt.records || len(rejected) != 0 {
				t.Errorf("%d records, rejected %v, %v", len(records), rejected, err)
			}
		})
	}
	r := iati.NewReader(io.MultiReader(strings.NewReader(good[:300]), iotest.ErrReader(io.ErrClosedPipe)))
	if _, _, err := r.ReadAll(context.Background()); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("the reader's error is lost: %v", err)
	}
}
