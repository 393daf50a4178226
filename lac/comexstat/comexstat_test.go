package comexstat_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comexstat"
)

const table = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"\n" +
	"\"2023\";\"03\";\"26011100\";\"21\";\"160\";\"MG\";\"01\";\"0817800\";7;7000;900\n" +
	"\"2023\";\"03\";\"26011100\";\"21\";\"160\";\"PA\";\"01\";\"0817800\";7;7000;900\n" +
	"\"2022\";\"03\";\"12019000\";\"21\";\"158\";\"MT\";\"01\";\"0927800\";1;0;12.5\n" +
	"\"2023\";\"4\";\"02023000\";\"10\";\"63\";\"RR\";\"07\";\"0230154\";10;10;50\n" +
	"\"2023\";\"04\";\"02023000\";\"10\";\"800\";\"RR\";\"07\";\"0230154\";10;10;\n" +
	"\"2023\";\"04\";\"02023000\";\"10\";\"156\";\"RR\";\"07\";\"0230154\";10;10;50\n" +
	"\"2023\";\"13\";\"02023000\";\"10\";\"160\";\"RR\";\"07\";\"0230154\";10;10;50\n" +
	"\"2023\";\"04\";\"2023000\";\"10\";\"160\";\"RR\";\"07\";\"0230154\";10;10;-50\n"

func reader(text string) *comexstat.Reader {
	r := comexstat.NewReader(strings.NewReader(text))
	r.Name = "EXP_2024.csv"
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
		"comexstat#2 BRA export CHN 2023-03 H6:26011100 900 USD fob 7000 kg /01/MG 0817800",
		"comexstat#3 BRA export CHN 2023-03 H6:26011100 900 USD fob 7000 kg /01/PA 0817800",
		"comexstat#4 BRA export CHL 2022-03 H5:12019000 12.5 USD fob /01/MT 0927800",
		"comexstat#5 BRA export ARG 2023-04 H6:02023000 50 USD fob 10 kg /07/RR 0230154",
		"comexstat#6 BRA export TGO 2023-04 H6:02023000 not reported 10 kg /07/RR 0230154",
		`EXP_2024.csv:7:29: field CO_PAIS "156": unknown code: no country of Secex's list`,
		`EXP_2024.csv:8:8: field CO_MES "13": out of range: want a month from 1 to 12`,
		`EXP_2024.csv:9:60: field VL_FOB "-50": out of range: negative`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != 0 {
		t.Errorf("%+v", s)
	}
	if source := r.SourceRecord(); source.Validate() != nil || source.ID != comexstat.DefaultSource {
		t.Errorf("%+v", source)
	}
}

func TestAnotherTable(t *testing.T) {
	if _, _, err := reader("a,b\n1,2\n").ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "expected also the columns") {
		t.Error(err)
	}
}

func TestTheFlowMustBeSaid(t *testing.T) {
	r := reader(table)
	r.Name = "data.csv"
	if _, _, err := r.ReadAll(t.Context()); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a name without the flow: %v", err)
	}
	r = reader(table)
	r.Name, r.Flow = "data.csv", lac.Import
	if records, _, err := r.ReadAll(t.Context()); err != nil || records[0].Flow != lac.Import || records[0].Valuation != lac.FOB {
		t.Errorf("%v, %v", records, err)
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
