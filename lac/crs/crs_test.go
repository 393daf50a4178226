package crs_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/crs"
)

func millions(t testing.TB) lac.Money {
	t.Helper()
	m, ok := lac.QuantityOf(1_000_000, lac.UnitOf(lac.USD)).Money()
	if !ok {
		t.Fatal("no money")
	}
	return m
}

func reader(t testing.TB, text string) *crs.Reader {
	r := crs.NewReader(strings.NewReader(text))
	r.Name = "crs.csv"
	r.Pivot = crs.Pivot{Flow: lac.Disbursement, Unit: millions(t), Year: 2019}
	return r
}

// lines returns what a reader gives: its records, and after them its errors.
func lines(t *testing.T, r *crs.Reader, leftOut int) []string {
	t.Helper()
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range records {
		if err := o.Validate(); err != nil {
			t.Error(err)
		}
		line := fmt.Sprintf("%s %s %v %v %v %v/%d %q", o.ID, o.Measure.Subject, o.Measure.Reporter, o.Measure.Partner, o.Period, o.Figure.Value, o.Figure.Digits, o.Coverage)
		if o.Measure.Sector != "" {
			line += " " + o.Measure.Sector
		}
		if o.PriceYear != 0 {
			line += fmt.Sprint(" in prices of ", o.PriceYear)
		}
		got = append(got, line)
	}
	for _, e := range rejected {
		got = append(got, e.Error())
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.LeftOut != leftOut {
		t.Errorf("%+v, want %d left out", s, leftOut)
	}
	if s := r.SourceRecord(); s.Validate() != nil {
		t.Errorf("%+v", s)
	}
	return got
}

func check(t *testing.T, want, got []string) {
	t.Helper()
	if !slices.Equal(want, got) {
		t.Errorf("want\n%s\ngot\n%s", strings.Join(want, "\n"), strings.Join(got, "\n"))
	}
}

const byDonor = "Row Labels,Regional,Canada,Korea,CarDB\n" +
	"Bolivia,,0.35,-1.250,\n" +
	"St. Lucia,,,,4\n" +
	"\"West Indies, regional\",R,17,1,1\n" +
	"Atlantis,,1,,\n" +
	"China (People's Republic of),,x,0,\n"

func TestDonors(t *testing.T) {
	r := reader(t, byDonor)
	check(t, []string{
		`crs#2-3 aid-disbursements CAN BOL 2019 350000 USD/2 ""`,
		`crs#2-4 aid-disbursements KOR BOL 2019 -1250000 USD/4 ""`,
		`crs#6-4 aid-disbursements KOR CHN 2019 0 USD/1 ""`,
		`crs.csv:5:1: field Row Labels "Atlantis": area "Atlantis": unknown code`,
		`crs.csv:6:31: field Canada "x": number "x": malformed`,
	}, lines(t, r, 2))
}

// The codes of donors stand in a row above their names.
const twoRows = ",donor_code,1,301\nrecipient_name,RecipientCode,Austria,Canada\nColombia,437,2.5,\nPeru,454,,1e-3\n"

func TestTwoRows(t *testing.T) {
	r := reader(t, twoRows)
	r.Pivot.Flow, r.Pivot.PriceYear = lac.Commitment, 2022
	check(t, []string{
		`crs#3-3 aid-commitments AUT COL 2019 2500000 USD/2 "" in prices of 2022`,
		`crs#4-4 aid-commitments CAN PER 2019 1000 USD/1 "" in prices of 2022`,
	}, lines(t, r, 0))
}

// Groups of sectors, by all donors.
const bySector = "RecipientCode,RecipientName,100,231,(blank)\n437,Colombia,1,2.5,3\n"

func TestSectors(t *testing.T) {
	check(t, []string{
		`crs#2-3 aid-disbursements 001 COL 2019 1000000 USD/1 "all donors, sector 100"`,
		`crs#2-4 aid-disbursements 001 COL 2019 2500000 USD/2 "all donors, sector 231" energy`,
	}, lines(t, reader(t, bySector), 1))
}

// A pivot table says nothing of its figures, so nothing is assumed of them.
func TestPivotMustBeStated(t *testing.T) {
	for want, change := range map[string]func(*crs.Pivot){
		"set Reader.Pivot, or Options.CRS of package load: Flow, commitments or disbursements; Unit, what 1 stands for; Year": func(p *crs.Pivot) { *p = crs.Pivot{} },
		"of package load: Year":                 func(p *crs.Pivot) { p.Year = 0 },
		"of package load: Unit, what":           func(p *crs.Pivot) { p.Unit = lac.Money{} },
		"Pivot.Flow \"repayment\"":              func(p *crs.Pivot) { p.Flow = lac.Repayment },
		"Pivot.Year 19, PriceYear 0":            func(p *crs.Pivot) { p.Year = 19 },
		"out of range: Pivot.Unit -1000000 USD": func(p *crs.Pivot) { p.Unit = p.Unit.Neg() },
	} {
		r := reader(t, byDonor)
		change(&r.Pivot)
		if _, _, err := r.ReadAll(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

const series = "DATAFLOW,DONOR,RECIPIENT,SECTOR,MEASURE,CHANNEL,MODALITY,FLOW_TYPE,PRICE_BASE,MD_DIM,MD_ID,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,BASE_PER,UNIT_MULT\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,V,_T,0,USD,2022,181.25,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),KOR,PER,232,100,20000,C01,C,Q,_T,0,USD,2022,7,2023,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),DAC,COL,1000,100,_T,_T,D,V,_T,0,USD,2022,9,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,DPGC,1000,100,_T,_T,D,V,_T,0,USD,2022,9,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,G,V,_T,0,USD,2022,9,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,V,_T,0,USD,2022,,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,V,_T,0,USD,2022,9,,\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,N,_T,0,USD,2022,9,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,Q,_T,0,USD,2022,9,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,V,_T,0,USD,22,9,,6\n" +
	"OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,43010,11,_T,C01,D,V,DD,T2021,XYZ,2022,9,,6\n"

func TestSeries(t *testing.T) {
	want := []string{
		`crs#2 aid-disbursements FRA COL 2022 181250000 USD/5 "MEASURE 100, SECTOR 1000"`,
		`crs#3 aid-commitments KOR PER 2022 7000000 USD/1 "MEASURE 100, SECTOR 232, CHANNEL 20000, MODALITY C01" energy in prices of 2023`,
		`crs.csv:8:78: field UNIT_MULT: malformed: want a power of ten, such as 6 for millions`,
		`crs.csv:9:59: field PRICE_BASE "N": unknown code: want V, current prices, or Q, constant prices`,
		`crs.csv:10:77: field BASE_PER: not reported`,
		`crs.csv:11:70: field TIME_PERIOD "22": malformed: want a year`,
		`crs.csv:12:71: field UNIT_MEASURE "XYZ": currency "XYZ": unknown code`,
	}
	check(t, want, lines(t, reader(t, series), 4))
	r := reader(t, series)
	r.Pivot = crs.Pivot{} // which series have no need of
	check(t, want, lines(t, r, 4))
}

func TestAnotherTable(t *testing.T) {
	for text, want := range map[string]string{
		"a,b\n1,2\n":                     "expected also the columns DONOR or RecipientName",
		"RecipientName,Year\nPeru,1\n":   "expected also the columns of donors, or of groups of sectors",
		"DONOR,RECIPIENT\nFRA,COL\n":     "expected also the columns FLOW_TYPE, PRICE_BASE",
		"Row Labels,Japan,Italy,Japan\n": "column Japan stands twice",
		",donor_code,1\n":                "the table ends in its header",
	} {
		if _, _, err := reader(t, text).ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Tables that researchers share. How much the countries of each have of the donors that
// are countries, and in how many cells, was added up apart, with Python's decimals.
func TestShared(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA names no folder")
	}
	for name, want := range map[string]struct {
		records int
		sum     string
	}{
		"dportal-crs_2012.csv":         {3473, "73528630000 USD"},
		"dportal-crs_2019.csv":         {3935, "91297496727.968 USD"},
		"dportal-crs_2019_sectors.csv": {5089, "204984074677.37 USD"},
	} {
		r, err := crs.Open(filepath.Join(dir, "crs", name))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		r.Pivot = crs.Pivot{Flow: lac.Disbursement, Unit: millions(t), Year: 2019}
		records, rejected, err := r.ReadAll(t.Context())
		if err != nil || len(rejected) > 0 || len(records) != want.records {
			t.Errorf("%s: %d records, %v, %v", name, len(records), rejected, err)
		}
		sum := lac.QuantityOf(0, lac.UnitOf(lac.USD))
		for _, o := range records {
			if sum, err = sum.Add(o.Figure.Value); err != nil {
				t.Fatal(err)
			}
		}
		if sum.String() != want.sum {
			t.Errorf("%s: %v, want %s", name, sum, want.sum)
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, seed := range []string{byDonor, twoRows, bySector, series} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := reader(t, text)
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
