package comtrade_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// What other tools make of such tables without a word, and these sinks must not.
// The tests of testdata/bench show some of it in the tools themselves.

const wideHeader = "period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,classificationCode,cmdCode,cmdDesc,primaryValue\n"

// A reading is what a table and a stream make of one text.
type reading struct {
	records       []lac.TradeRecord // of the table
	rejected      []*lac.RowError
	table, stream lac.TradeTotals
}

// readBoth reads a text into a table and a stream at once and asks both the same.
func readBoth(t *testing.T, text string, q lac.TradeQuery, by ...lac.Dimension) reading {
	t.Helper()
	r := comtrade.NewReader(strings.NewReader(text))
	r.Name = "TradeData.csv"
	var table lac.TradeTable
	stream := lac.NewTradeStream(q, by...)
	rejected, err := r.ReadInto(context.Background(), &table, stream)
	if err != nil {
		t.Fatal(err)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, TradeTable: &table})
	if err != nil {
		t.Fatal(err)
	}
	got := reading{records: slices.Collect(table.All()), rejected: rejected}
	if got.table, err = data.Totals(q, by...); err != nil {
		t.Fatalf("table: %v", err)
	}
	if got.stream, err = stream.Totals(); err != nil {
		t.Fatalf("stream: %v", err)
	}
	if !got.table.Equal(got.stream) {
		t.Errorf("a table and a stream differ")
	}
	return got
}

// exports fails unless both totals say that the exports are so many dollars in so
// many records.
func (r *reading) exports(t *testing.T, want string, records int) {
	t.Helper()
	for name, totals := range map[string]lac.TradeTotals{"table": r.table, "stream": r.stream} {
		total, ok := totals.Get(lac.TradeKey{})
		x := total.Exports
		if !ok || !x.Decimal().Equal(decimal.RequireFromString(want)) || x.Records != records || x.Unit() != lac.UnitOf(lac.USD) {
			t.Errorf("%s: exports %v, want %s USD of %d records", name, x, want, records)
		}
	}
}

// A value has the places that the file gives it. A column of DECIMAL(18,3) makes
// it 1.235, as DuckDB does when it is told to read one.
func TestPeersValueIsNotRounded(t *testing.T) {
	for _, value := range []string{"1.2345", `"1.2345"`, "0.000000000000000001", "123456789.123456789"} {
		got := readBoth(t, header+row("32", value), lac.TradeQuery{})
		want := strings.Trim(value, `"`)
		got.exports(t, want, 1)
		if len(got.records) != 1 || got.records[0].Value != usd(t, want) {
			t.Errorf("%s: records %v", value, got.records)
		}
	}
}

// An underscore is no part of a number. DuckDB reads 1_000 as a thousand.
func TestPeersUnderscoreRejectsTheRow(t *testing.T) {
	got := readBoth(t, header+row("32", "5")+row("76", "1_000")+row("152", "7"), lac.TradeQuery{})
	if len(got.rejected) != 1 {
		t.Fatalf("%d rows rejected, want 1", len(got.rejected))
	}
	e := got.rejected[0]
	if e.Line != 3 || e.Column != 29 || e.Field != "primaryValue" || e.Text != "1_000" || !errors.Is(e, lac.ErrSyntax) {
		t.Errorf("rejected %v", e)
	}
	got.exports(t, "12", 2)
}

// A code of goods is text: 010121 is horses and 10121 is nothing. Whoever infers
// types from the first rows, as pandas and DuckDB do, takes codes for integers.
func TestPeersCodesKeepLeadingZeros(t *testing.T) {
	codes := []string{"01", "010121", "010129", "0101", "10", "101210"}
	slices.Sort(codes) // a stream must have them in order
	text := header
	for _, code := range codes {
		text += "2022,156,CHN,X,32,,H6," + code + ",1\n"
	}
	got := readBoth(t, text, lac.TradeQuery{}, lac.ByCommodity)
	var records []string
	for _, r := range got.records {
		records = append(records, r.Commodity.Code())
	}
	if diff := cmp.Diff(codes, records); diff != "" {
		t.Errorf("records (-want +got)\n%s", diff)
	}
	for name, totals := range map[string]lac.TradeTotals{"table": got.table, "stream": got.stream} {
		var keys []string
		for k := range totals.All() {
			keys = append(keys, k.Commodity.Code())
		}
		slices.Sort(keys)
		if diff := cmp.Diff(codes, keys); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// A sum has as many digits as it needs. One in 128 bits does not hold 1.8e38, and
// wraps to a negative number where nobody looks; DuckDB's errs.
func TestPeersSumBeyond128Bits(t *testing.T) {
	nine37 := "9" + strings.Repeat("0", 37)
	for _, value := range []string{nine37, "9e37", `"` + nine37 + `"`} {
		text := header + row("32", value) + row("76", value)
		got := readBoth(t, text, lac.TradeQuery{})
		got.exports(t, "180000000000000000000000000000000000000", 2)

		// So has one of which only a part on the way is as large.
		text += row("152", "0.01")
		got = readBoth(t, text, lac.TradeQuery{})
		got.exports(t, "180000000000000000000000000000000000000.01", 3)
	}
	// Nor does a sum of int64 wrap.
	text := header
	for _, partner := range []string{"32", "76", "152", "604"} {
		text += row(partner, "9223372036854775807")
	}
	got := readBoth(t, text, lac.TradeQuery{})
	got.exports(t, "36893488147419103228", 4)
	for name, totals := range map[string]lac.TradeTotals{"table": got.table, "stream": got.stream} {
		if total, _ := totals.Get(lac.TradeKey{}); total.Exports.Decimal().IsNegative() {
			t.Errorf("%s: %v", name, total.Exports)
		}
	}
}

// Commas and newlines in quotation marks are text. Split at every comma, as with
// awk -F, the columns after them shift; counted by newlines, so do the lines.
func TestPeersQuotedTextShiftsNothing(t *testing.T) {
	line := func(partner, text, value string) string {
		return "2022,156,CHN,X," + partner + ",,H6,TOTAL," + text + "," + value + "\n"
	}
	text := wideHeader +
		line("32", `"China, Hong Kong SAR"`, "1") +
		line("76", "\"two\r\nlines,\nand 9,999\"", "2") +
		line("152", `"""quoted"", twice"`, "4") +
		line("604", `"a,b`+"\n"+`2022,156,CHN,X,858,,H6,TOTAL,x,512"`, "8") + // it looks like a row
		line("484", "plain", "16")
	got := readBoth(t, text, lac.TradeQuery{})
	got.exports(t, "31", 5)
	var records []string
	for _, r := range got.records {
		records = append(records, fmt.Sprintf("%s %v %v", r.ID, r.Partner, r.Value))
	}
	want := []string{"comtrade#2 ARG 1 USD", "comtrade#3 BRA 2 USD", "comtrade#6 CHL 4 USD", "comtrade#7 PER 8 USD", "comtrade#9 MEX 16 USD"}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Ten times 0.1 is 1. As binary fractions, which pandas, awk and DuckDB's DOUBLE
// add, it is a little less.
func TestPeersTenTenthsAreOne(t *testing.T) {
	text := header
	for _, partner := range []string{"32", "76", "152", "170", "188", "218", "484", "600", "604", "858"} {
		text += row(partner, "0.1")
	}
	got := readBoth(t, text, lac.TradeQuery{})
	got.exports(t, "1", 10)
	for name, totals := range map[string]lac.TradeTotals{"table": got.table, "stream": got.stream} {
		total, _ := totals.Get(lac.TradeKey{})
		if m, err := total.Exports.Money(); err != nil || m != lac.MoneyOf(1, lac.USD) {
			t.Errorf("%s: %v, %v; want == 1 USD", name, m, err)
		}
	}
}

// The row for all goods is not added to its own parts, as the sum of a column
// does: it is taken, and the parts are counted as left out.
func TestPeersTotalIsNotDoubled(t *testing.T) {
	text := header
	for _, flow := range []string{"X", "M"} {
		for _, line := range []string{"TOTAL,100", "010121,60", "020110,40"} {
			text += "2022,156,CHN," + flow + ",32,,H6," + line + "\n"
		}
	}
	got := readBoth(t, text, lac.TradeQuery{})
	got.exports(t, "100", 1)
	for name, totals := range map[string]lac.TradeTotals{"table": got.table, "stream": got.stream} {
		total, _ := totals.Get(lac.TradeKey{})
		for flow, of := range map[string]lac.Total{"exports": total.Exports, "imports": total.Imports} {
			if left := maps.Collect(of.Excluded()); !maps.Equal(left, map[lac.Guard]int{lac.GuardCommodity: 2}) {
				t.Errorf("%s: %s leave out %v", name, flow, left)
			}
		}
		if turnover, err := total.Turnover(); err != nil || !turnover.Decimal().Equal(decimal.NewFromInt(200)) {
			t.Errorf("%s: turnover %v, %v; want 200", name, turnover, err)
		}
	}
}

// tables returns the names of the fixtures, and of the real files where there are
// some.
func tables(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(fixtures, "*.csv"))
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Log("LAC_REAL_DATA does not name a folder with UN Comtrade's files: fixtures alone")
		return names
	}
	real, err := filepath.Glob(filepath.Join(dir, "comtrade", "*.csv"))
	if err != nil || len(real) == 0 {
		t.Fatal("no real files", err)
	}
	return append(names, real...)
}

func openTable(t *testing.T, name string) *comtrade.Reader {
	t.Helper()
	r, err := comtrade.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// A dataset of a table is that of its records, and a stream that was read beside
// the table says what the dataset says, or refuses.
func TestTableAndStreamsOfFiles(t *testing.T) {
	queries := []lac.TradeQuery{
		{},
		{Figure: lac.FigureNetWeight},
		{Figure: lac.FigureQuantity},
		{Flow: lac.Import, Figure: lac.FigureNetWeight},
		{Reporter: lac.China},
		{Partner: lac.CELAC},
		{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Year(2022)},
		{Partner: lac.World, AsPublished: true},
		{Partner: lac.Brazil},
		{Commodity: lac.AllGoods, Flow: lac.Export},
	}
	dimensions := [][]lac.Dimension{
		nil,
		{lac.ByReporter, lac.ByYear},
		{lac.ByPartner},
		{lac.ByReporter, lac.ByPartner, lac.ByPeriod, lac.ByFlow},
		{lac.ByCommodity},
		{lac.ByReporter, lac.ByPartner, lac.ByPeriod, lac.ByCommodity, lac.BySource},
	}
	all := 0
	for _, name := range tables(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			r := openTable(t, name)
			records, _, plainErr := r.ReadAll(context.Background())
			var table lac.TradeTable
			sinks := []comtrade.Sink{&table}
			for _, q := range queries {
				for _, by := range dimensions {
					sinks = append(sinks, lac.NewTradeStream(q, by...), lac.NewTradeStream(q, by...).Also(lac.FigureQuantity).Also(lac.FigureNetWeight))
				}
			}
			if _, err := openTable(t, name).ReadInto(context.Background(), sinks...); fmt.Sprint(err) != fmt.Sprint(plainErr) {
				t.Fatalf("ReadInto ends with %v, ReadAll with %v", err, plainErr)
			}
			sources := []lac.Source{r.SourceRecord()}
			want, err := lac.NewDataset(lac.Records{Sources: sources, Trade: records})
			if err != nil {
				t.Fatal(err)
			}
			got, err := lac.NewDataset(lac.Records{Sources: sources, TradeTable: &table})
			if err != nil {
				t.Fatal(err)
			}
			if got.Digest() != want.Digest() || table.Len() != len(records) {
				t.Errorf("a table of %d records is not the dataset of %d", table.Len(), len(records))
			}
			answers, refusals, keys := 0, 0, 0
			for i, q := range queries {
				for j, by := range dimensions {
					ask := func(s comtrade.Sink, q lac.TradeQuery) {
						totals, err := got.Totals(q, by...)
						streamed, refused := s.(*lac.TradeStream).TotalsOf(q.Figure)
						switch {
						case fmt.Sprint(err) != fmt.Sprint(refused):
							t.Errorf("%+v by %v: the stream errs with %v, the dataset with %v", q, by, refused, err)
						case err != nil:
							var unsafe *lac.UnsafeSumError
							if !errors.As(refused, &unsafe) {
								t.Errorf("%+v by %v: %v", q, by, refused)
							}
							refusals++
						case !totals.Equal(streamed):
							t.Errorf("%+v by %v: dataset and stream differ", q, by)
						default:
							answers++
							keys += totals.Len()
						}
					}
					both := sinks[1+2*(i*len(dimensions)+j):]
					ask(both[0], q)
					for _, f := range []lac.Figure{q.Figure, lac.FigureQuantity, lac.FigureNetWeight} {
						of := q
						of.Figure = f
						ask(both[1], of)
					}
				}
			}
			t.Logf("%d records, %d answers with %d keys, %d refused", len(records), answers, keys, refusals)
			all += keys
		})
	}
	if all == 0 {
		t.Error("no stream answers anything")
	}
}
