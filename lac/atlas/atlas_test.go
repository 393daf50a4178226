package atlas_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/atlas"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
)

const table = "location_id,partner_id,product_id,year,export_value,import_value,location_code,partner_code,hs_product_code\n" +
	"32,43,726,2019,10.5,2.0,PER,CHN,2603\n" +
	"32,249,727,2019,0.0,,PER,ANS,0101\n" +
	"32,249,727,2019,1,x,PER,CHL,0102\n" +
	"32,249,900,2019,1,5,PER,CHL,travel\n" +
	"32,249,900,2019,1,5,PER,QQQ,0101\n"

func reader(text string) *atlas.Reader {
	r := atlas.NewReader(strings.NewReader(text))
	r.Name = "country_partner_hsproduct4digit_year.csv"
	return r
}

func TestOpen(t *testing.T) {
	feedtest.Opens(t, atlas.Open, "country_partner_hsproduct4digit_year.csv", table, reader(table))
}

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), atlas.DefaultSource, 1, []string{
		"atlas#2-export PER export CHN 2019 H0:2603 10.5 USD",
		"atlas#2-import PER import CHN 2019 H0:2603 2 USD",
		"atlas#3-export PER export 899 2019 H0:0101 0 USD",
		"atlas#3-import PER import 899 2019 H0:0101 not reported",
		"atlas#4-export PER export CHL 2019 H0:0102 1 USD",
		`country_partner_hsproduct4digit_year.csv:4:19: field import_value "x": amount "x": malformed`,
		`country_partner_hsproduct4digit_year.csv:6:25: field partner_code "QQQ": area "QQQ": unknown code`,
	})
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *atlas.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table)
}
