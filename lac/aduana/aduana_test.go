package aduana_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/aduana"
)

const table = "FECHA;PAIS_DESTINO;CODIGO_ARANCEL;DESCRIPCION;KILOS;FOB_USD\n" +
	"15/01/2023;CHINA;26030000;MINERALES DE COBRE;1.234,5;12.345,67\n" +
	"15/01/2023;CHINA;26030000;MINERALES DE COBRE;1.234,5;12.345,67\n" +
	"16-02-2021;NUEVA ZELANDIA;08081000;MANZANAS;10,5;20\n" +
	"2023-03-01;PERÚ;08081000;MANZANAS;;\n" +
	"31/02/2023;CHINA;08081000;MANZANAS;1;1\n" +
	"01/03/2023;ATLANTIDA;08081000;MANZANAS;1;1\n" +
	"01/03/2023;CHINA;08081000;MANZANAS;1;1.23\n" +
	"01/03/2023;CHINA;08081000;MANZANAS;1;1,234.5\n"

func reader(text string) *aduana.Reader {
	r := aduana.NewReader(strings.NewReader(text))
	r.Name = "exportaciones.csv"
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
		"aduana#2 CHL export CHN 2023-01 H6:26030000 12345.67 USD fob 1234.5 kg //15/01/2023 row 2",
		"aduana#3 CHL export CHN 2023-01 H6:26030000 12345.67 USD fob 1234.5 kg //15/01/2023 row 3",
		"aduana#4 CHL export NZL 2021-02 H5:08081000 20 USD fob 10.5 kg //16-02-2021 row 4",
		"aduana#5 CHL export PER 2023-03 H6:08081000 not reported //2023-03-01 row 5",
		`exportaciones.csv:6:1: field FECHA "31/02/2023": malformed: want a day as in 15/01/2024`,
		`exportaciones.csv:7:12: field PAIS_DESTINO "ATLANTIDA": area "ATLANTIDA": unknown code`,
		`exportaciones.csv:8:38: field FOB_USD "1.23": malformed: want groups of three digits`,
		`exportaciones.csv:9:38: field FOB_USD "1,234.5": malformed: a mark that is no decimal mark`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != 0 {
		t.Errorf("%+v", s)
	}
	if source := r.SourceRecord(); source.Validate() != nil || source.ID != aduana.DefaultSource {
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
