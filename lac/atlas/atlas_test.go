package atlas_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/atlas"
)

const table = "location_id,partner_id,product_id,year,export_value,import_value,location_code,partner_code,hs_product_code\n" +
	"32,43,726,2019,10.5,2.0,PER,CHN,2603\n" +
	"32,249,727,2019,0.0,,PER,ANS,0101\n" +
	"32,249,727,2019,1,x,PER,CHL,0102\n" +
	"32,249,900,2019,1,5,PER,CHL,travel\n" +
	"32,249,900,2019,1,5,PER,QQQ,0101\n"

func reader(text string) *atlas.Reader {
	r := atlas.NewReader(strings.NewReader(text))
	r.Name = "country_partner_hsproduct4digit_year.csv"
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
		"atlas#2-export PER export CHN 2019 H0:2603 10.5 USD",
		"atlas#2-import PER import CHN 2019 H0:2603 2 USD",
		"atlas#3-export PER export 899 2019 H0:0101 0 USD",
		"atlas#3-import PER import 899 2019 H0:0101 not reported",
		"atlas#4-export PER export CHL 2019 H0:0102 1 USD",
		`country_partner_hsproduct4digit_year.csv:4:19: field import_value "x": amount "x": malformed`,
		`country_partner_hsproduct4digit_year.csv:6:25: field partner_code "QQQ": area "QQQ": unknown code`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != 1 {
		t.Errorf("%+v", s)
	}
	if source := r.SourceRecord(); source.Validate() != nil || source.ID != atlas.DefaultSource {
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
