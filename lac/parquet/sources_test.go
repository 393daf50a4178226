package parquet_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/parquet"
	"github.com/sinolac/sinolac/lac/tabular"
)

// An extract of UN Comtrade as data frames write it, with a row that is rejected.
func extract(t testing.TB) []byte {
	year := func(n ...int32) (out []pq.Value) {
		for _, n := range n {
			out = append(out, pq.Int32Value(n))
		}
		return out
	}
	return write(t, 2, []leaf{
		{"typeCode", pq.String(), texts("C", "C", "C")},
		{"freqCode", pq.String(), texts("A", "A", "A")},
		{"period", pq.String(), texts("2022", "2022", "2022")},
		{"refYear", pq.Int(32), year(2022, 2022, 2022)},
		{"reporterCode", pq.Int(32), year(76, 76, 99999)},
		{"partnerCode", pq.Int(32), year(156, 152, 156)},
		{"flowCode", pq.String(), texts("X", "X", "X")},
		{"classificationCode", pq.String(), texts("H6", "H6", "H6")},
		{"cmdCode", pq.String(), texts("TOTAL", "TOTAL", "TOTAL")},
		{"primaryValue", pq.Leaf(pq.DoubleType), []pq.Value{pq.DoubleValue(89_427_826_313.123), pq.DoubleValue(100.5), pq.DoubleValue(1)}},
	})
}

func TestComtradeExtract(t *testing.T) {
	f := open(t, extract(t))
	f.Doubles = true
	r := comtrade.NewReader(f.CSV())
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(records) != 2 || len(rejected) != 1 || rejected[0].Line != 4 {
		t.Fatalf("%v, %v, %v", records, rejected, err)
	}
	if got := records[0].Value.String(); got != "89427826313.123 USD" {
		t.Error(got)
	}
	file, err := load.Read(t.Context(), f.CSV(), "comtrade.parquet", load.Options{})
	if err != nil || file.Report.Format != load.Comtrade || file.Report.Records != 2 || file.Report.Rejected != 1 {
		t.Errorf("%v, %v", file.Report, err)
	}
	f.Doubles = false
	if _, err := load.Read(t.Context(), f.CSV(), "comtrade.parquet", load.Options{}); err == nil || !strings.Contains(err.Error(), "primaryValue") {
		t.Errorf("%v", err)
	}
}

func TestGCDF(t *testing.T) {
	day := pq.Int64Value(19_856 * 86_400 * 1_000_000)
	one := func(s string) []pq.Value { return texts(s) }
	leaves := []leaf{
		{"Commitment Date (MM/DD/YYYY)", pq.Timestamp(pq.Microsecond), []pq.Value{day}},
		{"AidData Record ID", pq.Int(64), []pq.Value{pq.Int64Value(101)}},
		{"Commitment Year", pq.Int(64), []pq.Value{pq.Int64Value(2024)}},
		{"Sector Code", pq.Int(64), []pq.Value{pq.Int64Value(210)}},
	}
	for _, name := range []string{"Amount (Original Currency)", "Amount (Constant USD 2021)", "Amount (Nominal USD)", "Adjusted Amount (Constant USD 2021)"} {
		leaves = append(leaves, leaf{name, pq.Decimal(2, 18, pq.Int64Type), []pq.Value{pq.Int64Value(10_000_050)}})
	}
	for name, v := range map[string]string{"Recommended For Aggregates": "Yes", "AidData Parent ID": "", "Umbrella": "No", "Financier Country": "China", "Recipient": "Peru", "Recipient ISO-3": "PER", "Completion Year": "", "Title": "Bank lends for a road", "Description": "", "Status": "Completion", "Flow Type": "Loan", "Flow Class": "OOF-like", "Sector Name": "TRANSPORT AND STORAGE", "Infrastructure": "Yes", "Original Currency": "USD"} {
		leaves = append(leaves, leaf{name, pq.Optional(pq.String()), one(v)})
	}
	r := gcdf.NewReader(open(t, write(t, 1, leaves)).CSV())
	projects, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(projects) != 1 || len(rejected) > 0 {
		t.Fatalf("%v, %v, %v", projects, rejected, err)
	}
	if p := projects[0].Transactions[0]; p.Date.String() != "2024-05-13" || p.Value.String() != "100000.5 USD" {
		t.Errorf("%+v", p)
	}
}

// TestMapping reads a table of one's own. The bad row has its line and column.
func TestMapping(t *testing.T) {
	text := write(t, 2, []leaf{
		{"Reporter", pq.String(), texts("PER", "Nowhere", "CHL")},
		{"Year", pq.Int(32), []pq.Value{pq.Int32Value(2022), pq.Int32Value(2022), pq.Int32Value(2023)}},
		{"Millions", pq.Decimal(3, 18, pq.Int64Type), []pq.Value{pq.Int64Value(1500), pq.Int64Value(1), pq.Int64Value(2_000_001)}},
	})
	path := filepath.Join(t.TempDir(), "table.parquet")
	try(t, os.WriteFile(path, text, 0o600))
	f, err := parquet.Open(path)
	try(t, err)
	defer f.Close()
	r := tabular.NewRowReader[lac.TradeRecord](f.Rows())
	r.Source = "own"
	r.Mapping = tabular.Mapping{
		Columns:   map[string]string{"Reporter": "reporter", "Year": "period", "Millions": "value"},
		Constants: map[string]string{"partner": "CHN", "flow": "export", "commodity": "TOTAL"},
		Units:     map[string]string{"value": "1000000 USD"},
	}
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(records) != 2 || len(rejected) != 1 {
		t.Fatalf("%v, %v, %v", records, rejected, err)
	}
	if records[0].Value.String() != "1500000 USD" || records[1].Value.String() != "2000001000 USD" {
		t.Errorf("%v", records)
	}
	if e := rejected[0]; e.Line != 3 || e.Column != slices.Index(f.Names(), "Reporter")+1 {
		t.Errorf("%+v", e)
	}
}
