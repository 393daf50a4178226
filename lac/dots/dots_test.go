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

func TestOpen(t *testing.T) { feedtest.Opens(t, dots.Open, "DOT.csv", table, reader(table)) }

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), dots.DefaultSource, 3, []string{
		"dots#2-2019 PER export CHN 2019 TOTAL 10500000 USD fob",
		"dots#2-2020-05 PER export CHN 2020-05 TOTAL 2000000 USD fob",
		"dots#3-2020-Q1 VEN import KOR 2020-Q1 TOTAL 1000000 USD cif",
		"dots#7-2019 BHS import HKG 2019 TOTAL 1000000 USD fob //fob",
		`DOT.csv:3:95: field 2019 "x": amount "x": malformed`,
	})
}

// The other form of the bulk files, with a column for each indicator.
func TestPanel(t *testing.T) {
	const text = "\"Country Name\",\"Country Code\",\"Counterpart Country Name\",\"Counterpart Country Code\",\"Time Period\",\"Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)\",\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars (TMG_CIF_USD)\",\"Goods, Value of Trade Balance, US Dollars (TBG_USD)\",\n" +
		"\"Peru\",\"293\",\"China, P.R.: Mainland\",\"924\",\"2019M5\",\"10.5\",\"7\",\"3.5\",\n" +
		"\"Peru\",\"293\",\"Atlantis\",\"999\",\"2019\",\"\",\"\",\"\",\n" +
		"\"Peru\",\"293\",\"Advanced Economies\",\"110\",\"2019\",\"1\",\"1\",\"0\",\n" +
		"\"Peru\",\"293\",\"Atlantis\",\"999\",\"2019\",\"1\",\"1\",\"0\",\n" +
		"\"Peru\",\"293\",\"World\",\"001\",\"2019\",\"x\",\"1\",\"0\",\n"
	feedtest.Records(t, reader(text), dots.DefaultSource, 2, []string{
		"dots#2-TXG_FOB_USD PER export CHN 2019-05 TOTAL 10500000 USD fob",
		"dots#2-TMG_CIF_USD PER import CHN 2019-05 TOTAL 7000000 USD cif",
		"dots#6-TMG_CIF_USD PER import 001 2019 TOTAL 1000000 USD cif",
		`DOT.csv:5:14: field Counterpart Country Name "Atlantis": unknown code: no country, nor the World`,
		`DOT.csv:6:35: field Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD) "x": amount "x": malformed`,
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

// The Data Explorer's table, with a column for each period, as it gives it with names
// alone: what is shown in millions is in millions.
const wide = "\"DATASET\",\"SERIES_CODE\",\"OBS_MEASURE\",\"COUNTRY\",\"INDICATOR\",\"COUNTERPART_COUNTRY\",\"FREQUENCY\",\"SCALE\",\"TRADE_FLOW\",\"2015\",\"2015-Q1\",\"2015-M01\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.XG_FOB_USD.CHN.A\",\"OBS_VALUE\",\"Peru\",\"Exports of goods, Free on board (FOB), US dollar\",\"China, People's Republic of\",\"Annual\",\"Millions\",\"Exports\",\"7391.333\",\"\",\"\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.XG_FOB_USD.CHN.Q\",\"OBS_VALUE\",\"Peru\",\"Exports\",\"China\",\"Quarterly\",\"Millions\",\"Exports\",\"\",\"1602.5\",\"\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.MG_CIF_USD.G001.M\",\"OBS_VALUE\",\"Peru\",\"Imports\",\"World\",\"Monthly\",\"Units\",\"Imports\",\"\",\"\",\"3\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.MG_FOB_USD.HKG.M\",\"OBS_VALUE\",\"Peru\",\"Imports\",\"Hong Kong\",\"Monthly\",\"\",\"Imports\",\"\",\"\",\"3\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.MG_FOB_USD.MAC.M\",\"OBS_VALUE\",\"Peru\",\"Imports\",\"Macao\",\"Monthly\",\"\",\"Imports\",\"\",\"\",\"\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.TBG_USD.CHN.A\",\"OBS_VALUE\",\"Peru\",\"Trade balance\",\"China\",\"Annual\",\"Millions\",\"\",\"-5\",\"\",\"\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.XG_FOB_USD.G163.A\",\"OBS_VALUE\",\"Peru\",\"Exports\",\"Euro Area (EA)\",\"Annual\",\"Millions\",\"Exports\",\"5\",\"\",\"\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"PER.XG_FOB_USD\",\"OBS_VALUE\",\"Peru\",\"Exports\",\"\",\"Annual\",\"Millions\",\"Exports\",\"5\",\"\",\"\"\n" +
	"\"IMF.STA:IMTS(1.0.0)\",\"BOL.MG_FOB_USD.BRA.A\",\"OBS_VALUE\",\"Bolivia\",\"Imports\",\"Brazil\",\"Annual\",\"Millions\",\"Imports\",\"1,5\",\"2\",\"\"\n"

func TestExplorerWide(t *testing.T) {
	feedtest.Records(t, reader(wide), dots.DefaultSource, 3, []string{
		"dots#2-2015 PER export CHN 2015 TOTAL 7391333000 USD fob",
		"dots#3-2015-Q1 PER export CHN 2015-Q1 TOTAL 1602500000 USD fob",
		"dots#4-2015-01 PER import 001 2015-01 TOTAL 3 USD cif",
		"dots#10-2015-Q1 BOL import BRA 2015-Q1 TOTAL 2000000 USD fob //fob",
		`DOT.csv:5:97: field SCALE: not reported: whether the figures are dollars or millions of them`,
		`DOT.csv:9:23: field SERIES_CODE "PER.XG_FOB_USD": malformed: want a series as in BRA.XG_FOB_USD.CHN.A`,
		`DOT.csv:10:117: field 2015 "1,5": amount "1,5": malformed: a comma may be a point or nothing`,
	})
}

// The Explorer's table with a row for each figure, with codes beside the names. Its figures
// are scaled, those of the interface for programs are not.
const observations = "DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY.ID,COUNTRY,INDICATOR.ID,INDICATOR,COUNTERPART_COUNTRY.ID,COUNTERPART_COUNTRY,FREQUENCY.ID,FREQUENCY,SCALE.ID,SCALE,TIME_PERIOD,OBS_VALUE,DERIVATION_TYPE\n" +
	"IMF.STA:IMTS(1.0.0),CHN.XG_FOB_USD.CHL.A,OBS_VALUE,CHN,China,XG_FOB_USD,Exports,CHL,Chile,A,Annual,6,Millions,2023,19345.25,Reported official data\n" +
	"IMF.STA:IMTS(1.0.0),CHN.XG_FOB_USD.KOS.A,OBS_VALUE,CHN,China,XG_FOB_USD,Exports,KOS,Kosovo,A,Annual,6,Millions,,,\n" +
	"IMF.STA:IMTS(1.0.0),CHN.XG_FOB_USD.PRY.M,OBS_VALUE,CHN,China,XG_FOB_USD,Exports,PRY,Paraguay,M,Monthly,12,,2023-M12,1,Estimated\n" +
	"IMF.STA:IMTS(1.0.0),CHN.XG_FOB_USD.PRY.M,OBS_VALUE,CHN,China,XG_FOB_USD,Exports,PRY,Paraguay,M,Monthly,0,Units,2023-M12,1,Estimated\n"

func TestExplorerObservations(t *testing.T) {
	want := []string{
		"dots#2 CHN export CHL 2023 TOTAL 19345250000 USD fob",
		"dots#5 CHN export PRY 2023-12 TOTAL 1 USD fob",
		`DOT.csv:4:104: field SCALE.ID "12": unknown code: want Units, Thousands, Millions or Billions, or the power of ten`,
	}
	feedtest.Records(t, reader(observations), dots.DefaultSource, 1, want)
	header, rows, _ := strings.Cut(observations, "\n")
	bare := strings.Replace(header, "SERIES_CODE", "SERIES", 1) + "\n" + rows
	feedtest.Records(t, reader(bare), dots.DefaultSource, 1, want)

	records, _, err := reader(observations).ReadAll(t.Context())
	if err != nil || records[0].Status != lac.Normal || records[1].Status != lac.Estimated {
		t.Errorf("%v, %v", records, err)
	}
}

// Names of countries alone do not say whose figures these are, nor in what scale.
func TestExplorerHeaders(t *testing.T) {
	for header, want := range map[string]string{
		"COUNTRY,INDICATOR,COUNTERPART_COUNTRY,SCALE,2015":          "expected also the columns SERIES_CODE or DATAFLOW",
		"SERIES_CODE,COUNTERPART_COUNTRY,2015":                      "expected also the columns SCALE.ID",
		"SERIES_CODE,COUNTERPART_COUNTRY,SCALE":                     "expected also the columns of periods",
		"SERIES_CODE,COUNTERPART_COUNTRY,SCALE,TIME_PERIOD":         "expected also the columns OBS_VALUE",
		"SERIES_CODE,COUNTERPART_COUNTRY,SCALE,2015-M1,2015-M01":    "two columns are of the period 2015-01",
		"Country Name,Counterpart Country Name,Indicator Code,2,2Q": "expected also the columns of periods",
	} {
		if _, _, err := reader(header + "\nx\n").ReadAll(t.Context()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", header, err, want)
		}
	}
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *dots.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table, figures, wide, observations)
}
