package dots_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/dots"
)

const table = "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"Counterpart Country Name\",\"Counterpart Country Code\",\"Attribute\",\"2019\",\"2020Q1\",\"2020M5\",\n" +
	"\"Peru\",\"293\",\"Exports\",\"TXG_FOB_USD\",\"China, P.R.: Mainland\",\"924\",\"Value\",\"10.5\",\"\",\"2\",\n" +
	"\"Venezuela, Rep. Bolivariana de\",\"299\",\"Imports\",\"TMG_CIF_USD\",\"Korea, Rep. of\",\"542\",\"Value\",\"x\",\"1\",\"\",\n" +
	"\"Peru\",\"293\",\"Balance\",\"TBG_USD\",\"World\",\"001\",\"Value\",\"1\",\"1\",\"1\",\n" +
	"\"Peru\",\"293\",\"Exports\",\"TXG_FOB_USD\",\"World\",\"001\",\"Status\",\"E\",\"E\",\"E\",\n" +
	"\"Peru\",\"293\",\"Exports\",\"TXG_FOB_USD\",\"Advanced Economies\",\"110\",\"Value\",\"1\",\"1\",\"1\",\n" +
	"\"Bahamas, The\",\"313\",\"Imports\",\"TMG_FOB_USD\",\"China, P.R.: Hong Kong\",\"532\",\"Value\",\"1\",\"\",\"\",\n"

func reader(text string) *dots.Reader {
	r := dots.NewReader(strings.NewReader(text))
	r.Name = "DOT.csv"
	return r
}

func TestRecords(t *testing.T) {
	r := reader(table)
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range records {
		if err := x.Validate(); err != nil {
			t.Error(err)
		}
		text := fmt.Sprintf("%s %v %v %v %v %v %v", x.ID, x.Reporter, x.Flow, x.Partner, x.Period, x.Commodity, x.Value)
		if x.Valuation != lac.NotStated {
			text += " " + string(x.Valuation)
		}
		if x.NetWeight.IsReported() {
			text += " " + x.NetWeight.String()
		}
		if x.Breakdown != (lac.Breakdown{}) {
			text += fmt.Sprintf(" %s/%s/%s", x.Breakdown.Customs, x.Breakdown.Transport, x.Breakdown.Detail)
		}
		got = append(got, text)
	}
	for _, e := range rejected {
		got = append(got, e.Error())
	}
	want := []string{
		"dots#2-2019 PER export CHN 2019 TOTAL 10500000 USD fob",
		"dots#2-2020-05 PER export CHN 2020-05 TOTAL 2000000 USD fob",
		"dots#3-2020-Q1 VEN import KOR 2020-Q1 TOTAL 1000000 USD cif",
		"dots#7-2019 BHS import HKG 2019 TOTAL 1000000 USD fob",
		`DOT.csv:3:95: field 2019 "x": amount "x": malformed`,
		`DOT.csv:6:38: field Counterpart Country Name "Advanced Economies": unknown code: no country, nor the World`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != 2 {
		t.Errorf("%+v", s)
	}
	if source := r.SourceRecord(); source.Validate() != nil || source.ID != dots.DefaultSource {
		t.Errorf("%+v", source)
	}
}

func TestAnotherTable(t *testing.T) {
	if _, _, err := reader("a,b\n1,2\n").ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "expected also the columns") {
		t.Error(err)
	}
}

// FuzzReader holds any bytes against three promises: reading ends without a panic,
// every row is a record or rejected, and every record is valid.
func FuzzReader(f *testing.F) {
	f.Add(table)
	header, _, _ := strings.Cut(table, "\n")
	f.Add(header + "\n\xff,\"")
	f.Fuzz(func(t *testing.T, text string) {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		records, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(records) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
		}
		ids := map[string]bool{}
		for _, x := range records {
			if err := x.Validate(); err != nil || ids[x.ID] {
				t.Errorf("%s: %v", x.ID, err)
			}
			ids[x.ID] = true
		}
	})
}
