package comtrade_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// answer returns an answer of the API with one record, whose text is literal.
func answer(literal string) string {
	return `{"count":1,"data":[{"cmdDesc":` + literal + `,"period":"2022","reporterCode":76,"flowCode":"X","partnerCode":156,` +
		`"classificationCode":"H6","cmdCode":"TOTAL","primaryValue":1500}],"error":""}`
}

// Strings of JSON may have anything that JSON allows in them.
func TestStringsOfJSON(t *testing.T) {
	for _, literal := range []string{
		`"C\u00f4te d'Ivoire"`, `"\""`, `"\\"`, `"\\\""`, `"\u0022"`, `"\u005c"`, `"a\/b"`, `"\b\f\n\r\t"`, `"\ud83d\ude00"`, `"\u0000"`,
		`""`, `"{[,]}"`, `"a\\"`, `"\\\\"`, `"NaN"`, `"x NaN, \"NaN"`, `"Perú"`, `null`, `-0.5e+10`, `true`, `[1,"]",{"a":"}"}]`,
	} {
		records, rejected, err := comtrade.NewReader(strings.NewReader(answer(literal))).ReadAll(t.Context())
		if err != nil || rejected != nil || len(records) != 1 || !json.Valid([]byte(answer(literal))) {
			t.Errorf("%s: %d records, %v, %v", literal, len(records), rejected, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		literal, err := json.Marshal(rapid.String().Draw(t, "text"))
		if err != nil {
			t.Fatal(err)
		}
		records, rejected, err := comtrade.NewReader(strings.NewReader(answer(string(literal)))).ReadAll(t.Context())
		if err != nil || rejected != nil || len(records) != 1 {
			t.Errorf("%s: %d records, %v, %v", literal, len(records), rejected, err)
		}
	})
}

// bothWays reads a text plainly and in bulk, which must agree.
func bothWays(t *testing.T, text string) []lac.TradeRecord {
	t.Helper()
	records, rejected, err := comtrade.NewReader(strings.NewReader(text)).ReadAll(t.Context())
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	var table lac.TradeTable
	if rejected, err := comtrade.NewReader(strings.NewReader(text)).ReadInto(t.Context(), &table); err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	var bulk []lac.TradeRecord
	for r := range table.All() {
		bulk = append(bulk, r)
	}
	if diff := cmp.Diff(records, bulk); diff != "" {
		t.Errorf("bulk (-plain +bulk):\n%s", diff)
	}
	return records
}

func TestWhatNobodyReportedAndIsNoSumIsAnEstimate(t *testing.T) {
	var b strings.Builder
	b.WriteString("period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue,isReported,isAggregate\n")
	for _, flags := range []string{"FALSE,FALSE", "false,true", "TRUE,FALSE", ",", "False,False"} {
		fmt.Fprintf(&b, "2022,340,X,156,SS,TOTAL,4123,%s\n", flags)
	}
	var got []lac.ObsStatus
	for _, r := range bothWays(t, b.String()) {
		got = append(got, r.Status)
	}
	if diff := cmp.Diff([]lac.ObsStatus{lac.Estimated, lac.Normal, lac.Normal, lac.Normal, lac.Estimated}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Tables as older packages of R save them.
func TestColumnsOfOlderPackages(t *testing.T) {
	records := bothWays(t, "classification,year,period,trade_flow_code,trade_flow,reporter_code,partner_code,second_partner_code,commodity_code,qty_unit_code,qty,netweight_kg,trade_value_usd,cif_trade_value_usd,fob_trade_value_usd\n"+
		"H5,2019,2019,1,Imports,604,156,NA,260300,8,1500,1500,4200,4200,NA\n"+
		"H5,2019,2019,1,Imports,604,156,842,2603001234,8,1500,1500,10,NA,NA\n")
	var got []string
	for _, r := range records {
		got = append(got, fmt.Sprint(r.Reporter, r.Flow, r.Partner, r.Commodity, r.Value, string(r.Valuation), " ", r.Breakdown.Partner2))
	}
	if diff := cmp.Diff([]string{"PERimportCHN H5:260300 4200 USDcif ", "PERimportCHN H5:2603001234 10 USD USA"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNaNIsNoValue(t *testing.T) {
	text := strings.Replace(answer(`"x"`), `"primaryValue"`, `"netWgt":NaN,"cifvalue": NaN ,"primaryValue"`, 1)
	records, rejected, err := comtrade.NewReader(strings.NewReader(text)).ReadAll(t.Context())
	if err != nil || rejected != nil || len(records) != 1 || records[0].NetWeight.IsReported() {
		t.Errorf("%v, %v, %v", records, rejected, err)
	}
}

// A text is read the same in each of its encodings and containers, plainly and in bulk.
func TestEncodingsOfATable(t *testing.T) {
	const text = "period,reporterCode,flowCode,partnerCode,partnerDesc,classificationCode,cmdCode,primaryValue\n" +
		"2022,76,X,384,Côte d'Ivoire,H6,TOTAL,1500\n2022,76,X,842,USA,H6,TOTAL,7\n"
	want := bothWays(t, text)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("trade.csv")
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	for name, other := range map[string]string{
		"UTF-16":              wide,
		"Latin-1":             strings.ReplaceAll(text, "ô", "\xf4"),
		"CR alone":            strings.ReplaceAll(text, "\n", "\r"),
		"CRLF":                strings.ReplaceAll(text, "\n", "\r\n"),
		"semicolons":          strings.ReplaceAll(text, ",", ";"),
		"a byte order mark":   "\uFEFF" + text,
		"an archive":          packed.String(),
		"a line of separator": "sep=;\n" + strings.ReplaceAll(text, ",", ";"),
	} {
		got := bothWays(t, other)
		if len(got) == 2 && strings.HasPrefix(other, "sep") {
			got[0].ID, got[1].ID = want[0].ID, want[1].ID // a line further down
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
