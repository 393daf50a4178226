package dots_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/dots"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
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
	feedtest.Records(t, reader(table), dots.DefaultSource, 3, []string{
		"dots#2-2019 PER export CHN 2019 TOTAL 10500000 USD fob",
		"dots#2-2020-05 PER export CHN 2020-05 TOTAL 2000000 USD fob",
		"dots#3-2020-Q1 VEN import KOR 2020-Q1 TOTAL 1000000 USD cif",
		"dots#7-2019 BHS import HKG 2019 TOTAL 1000000 USD fob //fob",
		`DOT.csv:3:95: field 2019 "x": amount "x": malformed`,
	})
}

const figures = "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,UNIT,DERIVATION_TYPE,STATUS\n" +
	"IMF.STA:IMTS(1.0.0),PER,XG_FOB_USD,CHN,A,2022,20900000000,6,USD,O,\n" +
	"IMF.STA:IMTS(1.0.0),PER,MG_CIF_USD,G001,M,2022-M03,4500.5,6,USD,SE,\n" +
	"IMF.STA:IMTS(1.0.0),PER,MG_FOB_USD,KOS,Q,2022-Q1,3,6,USD,,\n" +
	"IMF.STA:IMTS(1.0.0),PER,XG_FOB_USD,G163,A,2022,9,6,USD,O,\n" +
	"IMF.STA:IMTS(1.0.0),GX170,XG_FOB_USD,CHN,A,2022,9,6,USD,O,\n" +
	"IMF.STA:IMTS(1.0.0),PER,TBG_USD,CHN,A,2022,9,6,USD,O,\n" +
	"IMF.STA:IMTS(1.0.0),PER,XG_FOB_USD,BRA,A,2022,,6,USD,O,\n" +
	"IMF.STA:IMTS(1.0.0),PER,XG_FOB_USD,XYZ,A,2022,9,6,USD,O,\n" +
	"IMF.STA:IMTS(1.0.0),PER,XG_FOB_USD,GTM,A,2022-M13,9,6,USD,O,\n"

// The successor of the bulk files, a figure a row, in dollars whatever the scale.
func TestIMTS(t *testing.T) {
	feedtest.Records(t, reader(figures), dots.DefaultSource, 4, []string{
		"dots#2 PER export CHN 2022 TOTAL 20900000000 USD fob",
		"dots#3 PER import 001 2022-03 TOTAL 4500.5 USD cif",
		"dots#4 PER import XKX 2022-Q1 TOTAL 3 USD fob //fob",
		`DOT.csv:9:36: field COUNTERPART_COUNTRY "XYZ": area "XYZ": unknown code`,
		`DOT.csv:10:42: field TIME_PERIOD "2022-M13": period "2022-13": out of range`,
	})
	records, _, err := reader(figures).ReadAll(t.Context())
	if err != nil || records[0].Status != lac.Normal || records[1].Status != lac.Estimated {
		t.Errorf("%v, %v", records, err)
	}
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *dots.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table, figures)
}
