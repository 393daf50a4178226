package gacc_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gacc"
)

const published = "（2）2023年5月进出口商品国别（地区）总值表（美元值）,,,,,,,,,\n单位：千美元,,,,,,,,,\n" +
	"进口原产国（地）出口最终目的国（地）,进出口,,出口,,进口,,累计比去年同期±％,,\n" +
	",5月,1至5月,5月,1至5月,5月,1至5月,进出口,出口,进口\n" +
	"总值,\"9,300\",\"45,000\",\"5,300\",\"25,000\",\"4,000\",\"20,000\",5.0,7.1,2.3\n" +
	"智利,70,300,30,160,40,140,1,1,1\n" +
	"海地,5,20,5,20,-,0,1,1,1\n" +
	"秘鲁,700,30,30,16,40,140,1,1,1\n" +
	"亚特兰蒂斯,1,1,1,1,1,1,1,1,1\n" +
	"注：国别（地区）按进口原产国统计。,,,,,,,,,\n"

// inGBK returns a text in the encoding in which the customs give it.
func inGBK(t *testing.T, s string) string {
	t.Helper()
	text, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestThePublishedTable(t *testing.T) {
	for _, text := range []string{published, inGBK(t, published), strings.ReplaceAll(inGBK(t, published), "\n", "\r")} {
		r := gacc.NewReader(strings.NewReader(text))
		records, errs, err := r.ReadAll(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := lines(records)
		for _, e := range errs {
			got = append(got, e.Error())
		}
		want := []string{
			"gacc#5-turnover CHN turnover 001 2023-05 9300000 USD", "gacc#5-turnover-up-to CHN turnover 001 2023-01/2023-05 45000000 USD",
			"gacc#5-export CHN export 001 2023-05 5300000 USD fob", "gacc#5-export-up-to CHN export 001 2023-01/2023-05 25000000 USD fob",
			"gacc#5-import CHN import 001 2023-05 4000000 USD cif", "gacc#5-import-up-to CHN import 001 2023-01/2023-05 20000000 USD cif",
			"gacc#6-turnover CHN turnover CHL 2023-05 70000 USD", "gacc#6-turnover-up-to CHN turnover CHL 2023-01/2023-05 300000 USD",
			"gacc#6-export CHN export CHL 2023-05 30000 USD fob", "gacc#6-export-up-to CHN export CHL 2023-01/2023-05 160000 USD fob",
			"gacc#6-import CHN import CHL 2023-05 40000 USD cif", "gacc#6-import-up-to CHN import CHL 2023-01/2023-05 140000 USD cif",
			"gacc#7-turnover CHN turnover HTI 2023-05 5000 USD", "gacc#7-turnover-up-to CHN turnover HTI 2023-01/2023-05 20000 USD",
			"gacc#7-export CHN export HTI 2023-05 5000 USD fob", "gacc#7-export-up-to CHN export HTI 2023-01/2023-05 20000 USD fob",
			"gacc#7-import CHN import HTI 2023-05 not reported", "gacc#7-import-up-to CHN import HTI 2023-01/2023-05 0 USD cif",
			"gacc#8-turnover CHN turnover PER 2023-05 700000 USD",
			"gacc#8-export CHN export PER 2023-05 30000 USD fob",
			"gacc#8-import CHN import PER 2023-05 40000 USD cif", "gacc#8-import-up-to CHN import PER 2023-01/2023-05 140000 USD cif",
			`gacc:8:12: field 进出口 1至5月 "30": units differ: the month, 700000 USD, is above the year up to it, 30000 USD`,
			`gacc:8:18: field 出口 1至5月 "16": units differ: the month, 30000 USD, is above the year up to it, 16000 USD`,
			`gacc:9:1: field 进口原产国（地）出口最终目的国（地） "亚特兰蒂斯": area "亚特兰蒂斯": unknown code`,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.LeftOut != 1 {
			t.Errorf("%+v", s)
		}
	}
}

const inEnglish = `<html><head><title>(4) China's Total Export & Import Values by Country/Region, Mar 2023 (in CNY)</title></head><body><table>
<tr><td colspan="10"><b>(4) China's Total Export &amp; Import Values by Country/Region, Mar 2023 (in CNY)</b></td></tr>
<tr><td colspan="10"><b>Unit: CNY 100 Million</b></td></tr>
<tr><td>Import Source</td><td>Export &amp; Import</td><td>Export &amp; Import</td><td>Export</td><td>Export</td><td>Import</td><td>Import</td><td colspan="3">1-to-3 Total Year-on-Year (±%)</td></tr>
<tr><td>Export Destination</td><td>3</td><td>1- to-3</td><td>3</td><td>1- to-3</td><td>3</td><td>1- to-3</td><td>Export &amp; Import</td><td>Export</td><td>Import</td></tr>
<tr><td>Total</td><td>41,000.4&nbsp;</td><td>118,000.0</td><td>1</td><td>2</td><td>3</td><td>4</td><td>1</td><td>1</td><td>1</td></tr>
<tr><td>&nbsp;of which: United States (US)</td><td>-</td><td></td><td>5</td><td>6</td><td>7</td><td>8</td><td>1</td><td>1</td><td>1</td></tr>
<tr><td>&nbsp;Latin America</td><td></td><td>9</td><td></td><td></td><td></td><td></td><td>1</td><td>1</td><td>1</td></tr>
<tr><td>Regional Comprehensive Economic Partnership</td><td>9</td><td>9</td><td>9</td><td>9</td><td>9</td><td>9</td><td>1</td><td>1</td><td>1</td></tr>
<tr><td>Atlantis</td><td>9</td><td>9</td><td>9</td><td>9</td><td>9</td><td>9</td><td>1</td><td>1</td><td>1</td></tr>
<tr><td colspan="10">Note: ASEAN includes Brunei.</td></tr></table></body></html>`

func TestThePublishedTableInEnglish(t *testing.T) {
	r := gacc.NewReader(strings.NewReader(inEnglish))
	records, errs, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := lines(slices.DeleteFunc(records, func(r lac.TradeRecord) bool { return !r.Value.IsReported() }))
	for _, e := range errs {
		got = append(got, e.Error())
	}
	want := []string{
		"gacc#5-turnover CHN turnover 001 2023-03 4100040000000 CNY", "gacc#5-turnover-up-to CHN turnover 001 2023-Q1 11800000000000 CNY",
		"gacc#5-export CHN export 001 2023-03 100000000 CNY fob", "gacc#5-export-up-to CHN export 001 2023-Q1 200000000 CNY fob",
		"gacc#5-import CHN import 001 2023-03 300000000 CNY cif", "gacc#5-import-up-to CHN import 001 2023-Q1 400000000 CNY cif",
		"gacc#6-export CHN export USA 2023-03 500000000 CNY fob", "gacc#6-export-up-to CHN export USA 2023-Q1 600000000 CNY fob",
		"gacc#6-import CHN import USA 2023-03 700000000 CNY cif", "gacc#6-import-up-to CHN import USA 2023-Q1 800000000 CNY cif",
		"gacc#7-turnover-up-to CHN turnover 419 2023-Q1 900000000 CNY",
		`gacc:9:1: field Import Source Export Destination "Atlantis": area "Atlantis": unknown code`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.LeftOut != 2 {
		t.Errorf("%+v", s)
	}
}

// Two months side by side are two records of a flow.
func TestTwoMonths(t *testing.T) {
	const text = "2023年3月总值表,,,,,,\n单位：千美元,,,,,,\n国家,进出口,进出口,出口,出口,进口,进口\n,2月,3月,2月,3月,2月,3月\n智利,3,30,1,10,2,20\n"
	records, rejected, err := gacc.NewReader(strings.NewReader(text)).ReadAll(t.Context())
	if err != nil || len(rejected) > 0 {
		t.Fatal(err, rejected)
	}
	want := []string{
		"gacc#5-turnover CHN turnover CHL 2023-02 3000 USD", "gacc#5-turnover-2023-03 CHN turnover CHL 2023-03 30000 USD",
		"gacc#5-export CHN export CHL 2023-02 1000 USD fob", "gacc#5-export-2023-03 CHN export CHL 2023-03 10000 USD fob",
		"gacc#5-import CHN import CHL 2023-02 2000 USD cif", "gacc#5-import-2023-03 CHN import CHL 2023-03 20000 USD cif",
	}
	if diff := cmp.Diff(want, lines(records)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What titles, units and headings of the English site say: those of its monthly bulletin,
// of January and February together, and of 2018.
func TestTitlesAndUnitsInEnglish(t *testing.T) {
	table := func(title, unit, month, upTo string) string {
		return title + ",,,,,,,,,\n\"Unit: " + unit + "\",,,,,,,,,\nCountry (Region),Total,,Exports,,Imports,,Percentage Change,,\n," +
			strings.Repeat(month+","+upTo+",", 3) + "Total,Exports,Imports\nTOTAL,3,3,1,1,2,2,0,0,0\n"
	}
	for _, test := range []struct{ title, unit, month, upTo, want string }{
		{"\"(2) Imports and Exports by Country (Region) of Origin/Destination, 12. 2019\"", "US$1,000", "12", "1to12", "2019-12 3000 USD, 2019 3000 USD"},
		{"(2) Imports and Exports by Country (Region) of Origin/Destination, 5.2024", "US$1000", "5", "1 to 5", "2024-05 3000 USD, 2024-01/2024-05 3000 USD"},
		{"\"(4) China's Total Export & Import Values by Country/Region, January-February 2025 (in USD)\"", "USD1 Million", "1- to-2", "1-to-2", "2025-01/2025-02 3000000 USD"},
		{"\"China's Total Value of Imports and Exports by Major Country (Region), Jan. 2018\"", "RMB 100 Million", "1", "1to1", "2018-01 300000000 CNY"},
		{"\"(4) Values by Country/Region, Dec 2024 (in USD)\"", "USD 0 Million", "12", "1to12", "malformed"},
		{"\"(4) Values by Country/Region, Dec 2024 (in USD)\"", "bushels", "12", "1to12", "malformed"},
		{"\"(4) Values by Country/Region (in USD)\"", "USD1 Million", "12", "1to12", "malformed"},
		{"\"(4) Values by Country/Region, Dec 2024 (in USD)\"", "USD1 Million", "13", "1to13", "out of range"},
	} {
		records, _, err := gacc.NewReader(strings.NewReader(table(test.title, test.unit, test.month, test.upTo))).ReadAll(t.Context())
		var got []string
		for _, r := range records {
			if r.Flow == lac.Turnover {
				got = append(got, fmt.Sprint(r.Period, " ", r.Value))
			}
		}
		if s := strings.Join(got, ", "); err != nil && !strings.Contains(err.Error(), test.want) || err == nil && s != test.want {
			t.Errorf("%s: %s, %v, want %s", test.title, s, err, test.want)
		}
	}
}

func TestThePublishedTableLacksWhatItsReaderNeeds(t *testing.T) {
	for name, change := range map[string][2]string{
		"no year":         {"2023年5月", ""},
		"no unit":         {"单位：千美元", "单位"},
		"an unknown unit": {"千美元", "担"},
		"no months":       {"5月", "x"},
		"no such month":   {"1至5月", "1至15月"},
	} {
		r := gacc.NewReader(strings.NewReader(strings.ReplaceAll(published, change[0], change[1])))
		if records, _, err := r.ReadAll(t.Context()); err == nil || records != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const query = "数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,商品名称,贸易方式名称,第一数量,第一计量单位,第二数量,第二计量单位,美元\n" +
	"202305,412,智利,26030000,铜矿砂及其精矿,一般贸易,\"1,000\",千克,,,\"2,345\"\n" +
	"202305,412,智利,26030000,铜矿砂及其精矿,保税监管场所进出境货物,5,台,,,7\n" +
	"202305,412,智利,2603000,铜矿砂及其精矿,一般贸易,5,台,,,7\n"

func TestTheQuerySitesTable(t *testing.T) {
	r := gacc.NewReader(strings.NewReader(inGBK(t, query)))
	if _, _, err := r.ReadAll(t.Context()); !errors.Is(err, lac.ErrMissing) || !strings.Contains(err.Error(), "数据年月") {
		t.Errorf("without the flow: %v", err)
	}
	r = gacc.NewReader(strings.NewReader(inGBK(t, query)))
	r.Flow = lac.Import
	records, errs, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := lines(records)
	for i, x := range records {
		got[i] += fmt.Sprint(" ", x.Commodity, " ", x.NetWeight, " ", x.Breakdown.Detail)
	}
	for _, e := range errs {
		got = append(got, e.Error())
	}
	want := []string{
		"gacc#2 CHN import CHL 2023-05 2345 USD cif H6:26030000 1000 kg 一般贸易",
		"gacc#3 CHN import CHL 2023-05 7 USD cif H6:26030000 not reported 保税监管场所进出境货物",
		`gacc:4:19: field 商品编码 "2603000": malformed: an odd number of digits: a leading zero may be lost`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for name, want := range map[string]lac.TradeFlow{"2023出口.csv": lac.Export, "imports-2023.csv": lac.Import} {
		r := gacc.NewReader(strings.NewReader(query))
		r.Name = name
		if records, _, err := r.ReadAll(t.Context()); err != nil || records[0].Flow != want {
			t.Errorf("%s: %v, %v", name, records, err)
		}
	}
}

// The value of a row is in both currencies, and one of them is its record's.
func TestAQueryInTwoCurrencies(t *testing.T) {
	const text = "数据年月,贸易伙伴名称,商品编码,第一数量,第一计量单位,人民币,美元\n" +
		"202305,智利,26030000,1000,千克,16800,2345\n" +
		"202306,智利,26030000,1000,千克,16900,\n" +
		"202307,智利,26030000,1000,千克,,2400\n"
	for currency, want := range map[lac.Currency][]string{
		0:       {"16800 CNY", "16900 CNY", "not reported"},
		lac.CNY: {"16800 CNY", "16900 CNY", "not reported"},
		lac.USD: {"2345 USD", "not reported", "2400 USD"},
	} {
		r := gacc.NewReader(strings.NewReader(text))
		r.Flow, r.Currency = lac.Import, currency
		records, rejected, err := r.ReadAll(t.Context())
		if err != nil || rejected != nil {
			t.Fatal(rejected, err)
		}
		var got []string
		for _, x := range records {
			got = append(got, x.Value.String())
		}
		if diff := cmp.Diff(want, got); diff != "" || r.Stats().LeftOut != 2 {
			t.Errorf("%v: %v (-want +got)\n%s", currency, r.Stats(), diff)
		}
	}
}

// Of four months the third is in thousands of dollars, the others in ten thousand yuan.
func TestAMonthInAnotherUnitIsRejectedByItsName(t *testing.T) {
	const table = "month\tname_zh\ttotal_month\ttotal_cum\texports_month\timports_month\n" +
		"1\t总值\t100\t100\t60\t40\n1\t智利\t3\t3\t1\t2\n" +
		"2\t总值\t90\t190\t50\t40\n2\t智利\t3\t6\t1\t2\n" +
		"9\t总值\t140\t1250\t70\t70\n9\t智利\t4\t40\t2\t2\n" +
		"10\t总值\t100\t1000\t50\t50\n10\t智利\t3\t30\t1\t2\n"
	r := gacc.NewReader(strings.NewReader(table))
	r.Year = 2024
	records, rejected := read(t, r)
	if len(records) != 6*3 || len(rejected) != 2*3 {
		t.Fatalf("%d records, %d rejected", len(records), len(rejected))
	}
	const want = `gacc:6: field month "9": units differ: month 9 is in another unit than the others: the total of the year up to it is, for a month, 1.39 times what it is in the others`
	if rejected[0] != want {
		t.Errorf("got  %s\nwant %s", rejected[0], want)
	}
}

// A table that does not say its unit is read in the one that the caller says, or not at all.
func TestATableWithoutItsUnit(t *testing.T) {
	text := strings.Replace(published, "单位：千美元,,,,,,,,,\n", "", 1)
	if _, _, err := gacc.NewReader(strings.NewReader(text)).ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "no unit") {
		t.Errorf("%v", err)
	}
	for currency, want := range map[lac.Currency]string{lac.USD: "9300000 USD", lac.CNY: "93000000 CNY"} {
		r := gacc.NewReader(strings.NewReader(text))
		r.Currency = currency
		records, _, err := r.ReadAll(t.Context())
		if err != nil || records[0].Value.String() != want {
			t.Errorf("%v, %v", records, err)
		}
	}
}
