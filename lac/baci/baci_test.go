package baci_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/baci"
)

const table = "t,i,j,k,v,q\n" +
	"2021,251,842,120190,  31.123,  52.5\n" +
	"2021,76,757,020230,  0.5,  NA\n" +
	"2021,156,490,260300,  1,  0\n" +
	"2021,156,152,20230,  1,  1\n" +
	"2021,156,999,260300,  1,  1\n" +
	"2021,156,152,260300,  -1,  1\n" +
	"202,156,152,260300,  1,  1\n"

func reader(text string) *baci.Reader {
	r := baci.NewReader(strings.NewReader(text))
	r.Name = "BACI_HS17_Y2022_V202401b.csv"
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
		"baci#2 FRA export USA 2021 H5:120190 31123 USD fob 52500 kg",
		"baci#3 BRA export CHE 2021 H5:020230 500 USD fob",
		"baci#4 CHN export 490 2021 H5:260300 1000 USD fob",
		`BACI_HS17_Y2022_V202401b.csv:5:14: field k "20230": commodity code "20230": malformed: want 2, 4 or 6 digits: a leading zero may be lost`,
		`BACI_HS17_Y2022_V202401b.csv:6:10: field j "999": area "999": unknown code`,
		`BACI_HS17_Y2022_V202401b.csv:7:21: field v "-1": out of range: negative`,
		`BACI_HS17_Y2022_V202401b.csv:8:1: field t "202": malformed: want a year`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != 0 {
		t.Errorf("%+v", s)
	}
	if source := r.SourceRecord(); source.Validate() != nil || source.ID != baci.DefaultSource {
		t.Errorf("%+v", source)
	}
}

func TestAnotherTable(t *testing.T) {
	if _, _, err := reader("a,b\n1,2\n").ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "expected also the columns") {
		t.Error(err)
	}
}

func TestTheEditionMustBeSaid(t *testing.T) {
	r := reader(table)
	r.Name = "data.csv"
	if _, _, err := r.ReadAll(t.Context()); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a name without the edition: %v", err)
	}
	for name, want := range map[string]string{"BACI_HS92_Y1995_V202401b.csv": "H0", "baci_hs22_y2023.csv": "H6"} {
		r := reader(table)
		r.Name = name
		if records, _, err := r.ReadAll(t.Context()); err != nil || records[0].Commodity.Edition() != want {
			t.Errorf("%s: %v, %v", name, records, err)
		}
	}
	r = reader(table)
	r.Name, r.Edition = "data.csv", "H9"
	if _, _, err := r.ReadAll(t.Context()); !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("no such edition: %v", err)
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
