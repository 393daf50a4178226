package baci_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/baci"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
)

const table = "t,i,j,k,v,q\n" +
	"2021,251,842,120190,  31.123,  52.5\n" +
	"2021,76,757,020230,  0.5,  NA\n" +
	"2021,156,490,260300,  1,  0\n" +
	"2021,156,152,20230,  1,  1\n" +
	"2021,156,152,2023,  1,  1\n" +
	"2021,156,152,020230123,  1,  1\n" +
	"2021,156,999,260300,  1,  1\n" +
	"2021,156,152,260300,  -1,  1\n" +
	"202,156,152,260300,  1,  1\n"

func reader(text string) *baci.Reader {
	r := baci.NewReader(strings.NewReader(text))
	r.Name = "BACI_HS17_Y2022_V202401b.csv"
	return r
}

func TestOpen(t *testing.T) {
	feedtest.Opens(t, baci.Open, "BACI_HS17_Y2022_V202401b.csv", table, reader(table))
}

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), baci.DefaultSource, 0, []string{
		"baci#2 FRA export USA 2021 H5:120190 31123 USD fob 52500 kg",
		"baci#3 BRA export CHE 2021 H5:020230 500 USD fob",
		"baci#4 CHN export 490 2021 H5:260300 1000 USD fob",
		"baci#5 CHN export CHL 2021 H5:020230 1000 USD fob 1000 kg",
		`BACI_HS17_Y2022_V202401b.csv:6:14: field k "2023": malformed: want six digits`,
		`BACI_HS17_Y2022_V202401b.csv:7:14: field k "020230123": malformed: want six digits`,
		`BACI_HS17_Y2022_V202401b.csv:8:10: field j "999": area "999": unknown code`,
		`BACI_HS17_Y2022_V202401b.csv:9:21: field v "-1": out of range: negative`,
		`BACI_HS17_Y2022_V202401b.csv:10:1: field t "202": malformed: want a year`,
	})
}

// Files until 2016 have other names and another order of columns.
func TestOldFiles(t *testing.T) {
	r := reader("t,hs6,i,j,v,q\n1998,120100,76,156,12.5,30\n1998,10111,76,156,1,NA\n")
	r.Name = "baci92_1998.csv"
	feedtest.Records(t, r, baci.DefaultSource, 0, []string{
		"baci#2 BRA export CHN 1998 H0:120100 12500 USD fob 30000 kg",
		"baci#3 BRA export CHN 1998 H0:010111 1000 USD fob",
	})
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

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

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *baci.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table)
}
