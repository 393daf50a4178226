package dots_test

import (
	"strings"
	"testing"

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

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *dots.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table)
}
