package comext_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comext"
)

const table = "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_BEC,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n" +
	"FR,CL,E,22042100,1,1,1,1,2,1,,202305,700,80,\n" +
	"FR,CL,E,TOTAL,TOTAL,,,,2,1,,202305,900,0,\n" +
	"EL,XS,E,08,1,1,1,1,1,3,,202352,5,5,\n" +
	"DE,QR,E,TOTAL,,,,,2,1,,202101,5,,\n" +
	"DE,BR,E,TOTAL,,,,,3,1,,202101,5,,\n" +
	"DE,BRA,E,TOTAL,,,,,2,1,,202101,5,,\n" +
	"DE,BR,E,TOTAL,,,,,2,1,,202113,5,,\n"

func reader(text string) *comext.Reader {
	r := comext.NewReader(strings.NewReader(text))
	r.Name = "full_v2_202305.dat"
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
		"comext#2 FRA export CHL 2023-05 H6:22042100 700 EUR fob 80 kg 1//",
		"comext#3 FRA export CHL 2023-05 TOTAL 900 EUR fob 1//",
		"comext#4 GRC import SRB 2023 H6:08 5 EUR cif 5 kg 3//",
		"comext#5 DEU export 899 2021-01 TOTAL 5 EUR fob 1//",
		`full_v2_202305.dat:6:19: field FLOW "3": unknown code: want 1, imports, or 2, exports`,
		`full_v2_202305.dat:7:4: field PARTNER "BRA": unknown code: want a code of two letters`,
		`full_v2_202305.dat:8:24: field PERIOD "202113": out of range: want a month from 1 to 12`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != 0 {
		t.Errorf("%+v", s)
	}
	if source := r.SourceRecord(); source.Validate() != nil || source.ID != comext.DefaultSource {
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
