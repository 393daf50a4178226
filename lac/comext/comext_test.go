package comext_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/comext"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
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

func TestOpen(t *testing.T) {
	feedtest.Opens(t, comext.Open, "full_v2_202305.dat", table, reader(table))
}

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), comext.DefaultSource, 0, []string{
		"comext#2 FRA export CHL 2023-05 H6:22042100 700 EUR fob 80 kg 1//",
		"comext#3 FRA export CHL 2023-05 TOTAL 900 EUR fob 1//",
		"comext#4 GRC import SRB 2023 H6:08 5 EUR cif 5 kg 3//",
		"comext#5 DEU export 899 2021-01 TOTAL 5 EUR fob 1//",
		`full_v2_202305.dat:6:19: field FLOW "3": unknown code: want 1, imports, or 2, exports`,
		`full_v2_202305.dat:7:4: field PARTNER "BRA": unknown code: want a code of two letters`,
		`full_v2_202305.dat:8:24: field PERIOD "202113": out of range: want a month from 1 to 12`,
	})
}

// Until 2022 a file had numbers of countries beside their codes.
func TestTheLayoutBefore(t *testing.T) {
	feedtest.Records(t, reader("DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA2002,PRODUCT_CPA2008,PRODUCT_CPA2_1,PRODUCT_BEC,PRODUCT_SECTION,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n"+
		"011,ES,0508,BR,E,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,TOTAL,1,4,,202101,1300,3100,\n"), comext.DefaultSource, 0, []string{
		"comext#2 ESP import BRA 2021-01 TOTAL 1300 EUR cif 3100 kg 4//",
	})
}

const figures = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,ES,BR,TOTAL,1,VALUE_IN_EUROS,2024-01,1300000,\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,ES,BR,TOTAL,1,QUANTITY_IN_100KG,2024-01,1.5,\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,XS,0901,2,VALUE_IN_EUROS, 2023,70.50,\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,EU27_2020,EXTRA_EU27_2020,0901,2,VALUE_IN_EUROS,2023,70,\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,ES,CL,0901,2,VALUE_IN_EUROS,2023,,c\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,ES,WORLD,090,2,VALUE_IN_EUROS,2023,7,\n" +
	"ESTAT:DS-018995(1.0),15/09/26 11:00:00,A,ES,CL,05,2,VALUE_IN_EUROS,2023,7,\n" +
	"ESTAT:DS-018995(1.0),15/09/26 11:00:00,A,ES,CL,TOTAL,2,VALUE_IN_EUROS,2023,7,\n" +
	"ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,ES,CL,TOTAL,2,VALUE_IN_EUROS,2023-13,7,\n"

// What Eurostat's interface for programs gives, a figure a row.
func TestSeries(t *testing.T) {
	feedtest.Records(t, reader(figures), comext.DefaultSource, 3, []string{
		"comext#2 ESP import BRA 2024-01 TOTAL 1300000 EUR cif",
		"comext#4 EU export SRB 2023 H6:0901 70.5 EUR fob",
		"comext#9 ESP export CHL 2023 TOTAL 7 EUR fob",
		`full_v2_202305.dat:7:51: field product "090": commodity code "090": malformed: want 2, 4 or 6 digits: a leading zero may be lost`,
		`full_v2_202305.dat:8:48: field product "05": unknown code: whether this is a code of the Harmonized System is known of DS-045409 and DS-059341 alone, and neither the table nor its name says that it is one of them`,
		`full_v2_202305.dat:10:71: field TIME_PERIOD "2023-13": period "2023-13": out of range`,
	})
	r := reader("LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\n15/09/26,M,ES,BR,7403,1,VALUE_EUR,2024-01,9\n")
	r.Name = "estat_ds-059341_filtered_en.csv"
	feedtest.Records(t, r, comext.DefaultSource, 0, []string{"comext#2 ESP import BRA 2024-01 H6:7403 9 EUR cif"})
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *comext.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table, figures)
}
