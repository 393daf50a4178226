package parquet_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/parquet"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A leaf is a column with its values.
type leaf struct {
	name   string
	node   pq.Node
	values []pq.Value
}

// write returns a file with the columns, of which each row group has so many rows.
func write(t testing.TB, perGroup int, leaves []leaf, o ...pq.WriterOption) []byte {
	t.Helper()
	group := pq.Group{}
	for _, l := range leaves {
		group[l.name] = l.node
	}
	schema := pq.NewSchema("table", group)
	var out bytes.Buffer
	w := pq.NewWriter(&out, append([]pq.WriterOption{schema}, o...)...)
	for i := range leaves[0].values {
		var row pq.Row
		for at, path := range schema.Columns() {
			for _, l := range leaves {
				if l.name == path[0] {
					v, level := l.values[i], 0
					if l.node.Optional() && !v.IsNull() {
						level = 1
					}
					row = append(row, v.Level(0, level, at))
				}
			}
		}
		if _, err := w.WriteRows([]pq.Row{row}); err != nil {
			t.Fatal(err)
		}
		if (i+1)%perGroup == 0 {
			try(t, w.Flush())
		}
	}
	try(t, w.Close())
	return out.Bytes()
}

func try(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, text []byte) *parquet.File {
	t.Helper()
	f, err := parquet.NewFile(bytes.NewReader(text), int64(len(text)))
	try(t, err)
	return f
}

// show returns the rows of a file as text.
func show(f *parquet.File) []string {
	var got []string
	for cells, err := range f.Rows() {
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, strings.Join(cells, "|"))
		}
	}
	return got
}

func texts(s ...string) (out []pq.Value) {
	for _, s := range s {
		out = append(out, pq.ByteArrayValue([]byte(s)))
	}
	return out
}

// TestCells writes a value of each type, whose text was found by hand.
func TestCells(t *testing.T) {
	fixed := func(n *big.Int, size int) pq.Value {
		b := new(big.Int).And(n, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(8*size)), big.NewInt(1))).Bytes()
		return pq.FixedLenByteArrayValue(append(make([]byte, size-len(b)), b...))
	}
	large, _ := new(big.Int).SetString("-12345678901234567890123456789012345678", 10)
	for _, c := range []struct {
		name string
		node pq.Node
		v    pq.Value
		want string
	}{
		{"text", pq.String(), texts("Côte d'Ivoire, \"CI\"\nx")[0], "Côte d'Ivoire, \"CI\"\nx"},
		{"text without a type", pq.Leaf(pq.ByteArrayType), texts("秘鲁")[0], "秘鲁"},
		{"enumeration", pq.Enum(), texts("export")[0], "export"},
		{"no text", pq.Leaf(pq.ByteArrayType), texts("\xff\x00")[0], `2:1: field no text "ff00": malformed: want text in UTF-8`},
		{"true", pq.Leaf(pq.BooleanType), pq.BooleanValue(true), "true"},
		{"smallest of 32 bits", pq.Leaf(pq.Int32Type), pq.Int32Value(math.MinInt32), "-2147483648"},
		{"beyond 2^53", pq.Int(64), pq.Int64Value(9_007_199_254_740_993), "9007199254740993"},
		{"largest without a sign", pq.Uint(64), pq.Int64Value(-1), "18446744073709551615"},
		{"32 bits without a sign", pq.Uint(32), pq.Int32Value(-1), "4294967295"},
		{"decimal in 32 bits", pq.Decimal(2, 9, pq.Int32Type), pq.Int32Value(-105), "-1.05"},
		{"decimal in 64 bits", pq.Decimal(3, 18, pq.Int64Type), pq.Int64Value(123_456_789_012_345_678), "123456789012345.678"},
		{"decimal of 38 digits", pq.Decimal(10, 38, pq.FixedLenByteArrayType(16)), fixed(large, 16), "-1234567890123456789012345678.9012345678"},
		{"decimal in bytes", pq.Decimal(1, 10, pq.ByteArrayType), texts("\x01\x00")[0], "25.6"},
		{"day", pq.Date(), pq.Int32Value(19_856), "2024-05-13"},
		{"day before 1970", pq.Date(), pq.Int32Value(-1), "1969-12-31"},
		{"day too far", pq.Date(), pq.Int32Value(math.MaxInt32), `2:1: field day too far "185542587100800": out of range: want a day of the years 1 to 9999`},
		{"midnight", pq.Timestamp(pq.Microsecond), pq.Int64Value(19_856 * 86_400 * 1_000_000), "2024-05-13"},
		{"milliseconds", pq.Timestamp(pq.Millisecond), pq.Int64Value((19_856*86_400+3600)*1000 + 5), "2024-05-13T01:00:00.005Z"},
		{"nanoseconds", pq.TimestampAdjusted(pq.Nanosecond, false), pq.Int64Value(19_856*86_400*1_000_000_000 + 1), "2024-05-13T00:00:00.000000001"},
		{"older timestamp", pq.Leaf(pq.Int96Type), pq.Int96Value(deprecated.Int96{0, 0, 2_440_588 + 19_856}), "2024-05-13"},
		{"UUID", pq.UUID(), pq.FixedLenByteArrayValue([]byte("\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff")), "00112233-4455-6677-8899-aabbccddeeff"},
		{"nothing", pq.Optional(pq.Int(64)), pq.NullValue(), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := show(open(t, write(t, 1, []leaf{{c.name, c.node, []pq.Value{c.v}}})))
			if diff := cmp.Diff([]string{c.name, c.want}, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestBinaryFloatingPoint: no number passes through binary unless the caller says so.
func TestBinaryFloatingPoint(t *testing.T) {
	text := write(t, 10, []leaf{
		{"primaryValue", pq.Leaf(pq.DoubleType), []pq.Value{pq.DoubleValue(1.1), pq.DoubleValue(31_000_000_123), pq.DoubleValue(1e21), pq.DoubleValue(math.NaN()), pq.DoubleValue(math.Inf(-1)), pq.DoubleValue(-0.000001)}},
		{"share", pq.Leaf(pq.FloatType), []pq.Value{pq.FloatValue(0.1), pq.FloatValue(16_777_216), pq.FloatValue(3), pq.FloatValue(4), pq.FloatValue(5), pq.FloatValue(6)}},
	})
	f := open(t, text)
	if got := show(f); len(got) != 1 || !strings.Contains(got[0], `column "primaryValue"`) || !strings.Contains(got[0], "DOUBLE") || !strings.Contains(got[0], "set Doubles") {
		t.Errorf("%q", got)
	}
	f.Columns = []string{"share"}
	if got := show(f); len(got) != 1 || !strings.Contains(got[0], `column "share"`) {
		t.Errorf("%q", got)
	}
	f.Columns, f.Doubles = nil, true
	want := []string{"primaryValue|share", "1.1|0.1", "31000000123|16777216", "1000000000000000000000|3", "|4", `6:1: field primaryValue "-Inf": malformed: want a number`, "-0.000001|6"}
	if diff := cmp.Diff(want, show(f)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestColumns: what is no cell is refused with its name, and can be left out.
func TestColumns(t *testing.T) {
	type nested struct {
		Name  string   `parquet:"name"`
		Tags  []string `parquet:"tags"`
		Group struct {
			A int64 `parquet:"a"`
		} `parquet:"group"`
		Year int32 `parquet:"year"`
	}
	var out bytes.Buffer
	w := pq.NewGenericWriter[nested](&out)
	_, err := w.Write([]nested{{Name: "Peru", Tags: []string{"a", "b"}, Year: 2024}, {Name: "Chile", Year: 2023}})
	try(t, err)
	try(t, w.Close())
	f := open(t, out.Bytes())
	if diff := cmp.Diff([]string{"name", "tags", "group", "year"}, f.Names()); diff != "" {
		t.Error(diff)
	}
	for columns, want := range map[string]string{"": `column "tags"`, "group": `column "group"`, "none": `the file has none of this name`} {
		f.Columns = nil
		if columns != "" {
			f.Columns = []string{columns}
		}
		if got := show(f); len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%s: %q", columns, got)
		}
	}
	f.Columns = []string{"year", "name"}
	if diff := cmp.Diff([]string{"year|name", "2024|Peru", "2023|Chile"}, show(f)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestGroupsAndCompression reads many rows in several row groups and every form of pages.
func TestGroupsAndCompression(t *testing.T) {
	const rows = 5000
	var ids, names []pq.Value
	want := []string{"id|name"}
	for i := range rows {
		ids = append(ids, pq.Int64Value(int64(i)))
		name := fmt.Sprintf("name %d", i%7)
		if i%11 == 0 {
			names = append(names, pq.NullValue())
			name = ""
		} else {
			names = append(names, texts(name)...)
		}
		want = append(want, fmt.Sprintf("%d|%s", i, name))
	}
	for name, o := range map[string][]pq.WriterOption{
		"none": nil, "snappy": {pq.Compression(&pq.Snappy)}, "gzip": {pq.Compression(&pq.Gzip)}, "zstd": {pq.Compression(&pq.Zstd)},
		"version 1": {pq.DataPageVersion(1), pq.Compression(&pq.Snappy)}, "small pages": {pq.PageBufferSize(64)},
	} {
		for _, node := range []pq.Node{pq.Optional(pq.String()), pq.Optional(pq.Encoded(pq.String(), &pq.RLEDictionary))} {
			got := show(open(t, write(t, 1300, []leaf{{"id", pq.Int(64), ids}, {"name", node, names}}, o...)))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", name, diff)
			}
		}
	}
	for name, o := range map[string][]pq.WriterOption{"BROTLI": {pq.Compression(&pq.Brotli)}, "LZ4_RAW": {pq.Compression(&pq.Lz4Raw)}} {
		got := show(open(t, write(t, 1300, []leaf{{"id", pq.Int(64), ids}}, o...)))
		if len(got) != 2 || !strings.Contains(got[1], name) || !strings.Contains(got[1], `column "id"`) {
			t.Errorf("%s: %q", name, got[len(got)-1])
		}
	}
}

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
	records, rejected, err := r.ReadAll()
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

// TestMalformed: whatever the file, an error and no panic.
func TestMalformed(t *testing.T) {
	whole := extract(t)
	for name, text := range map[string][]byte{
		"empty": nil, "short": []byte("PAR1PAR1"), "text": bytes.Repeat([]byte("a,b\n"), 9), "cut off": whole[:len(whole)-9],
		"encrypted": append(bytes.Clone(whole[:len(whole)-4]), "PARE"...),
		"long":      append(bytes.Clone(whole[:len(whole)-8]), "\xff\xff\xff\xffPAR1"...),
	} {
		if _, err := parquet.NewFile(bytes.NewReader(text), int64(len(text))); !errors.Is(err, lac.ErrSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := parquet.Open(t.TempDir()); err == nil {
		t.Error("a directory, and no error")
	}
	if _, err := parquet.Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	stopped := open(t, whole)
	stopped.Doubles = true
	for range stopped.Rows() { // the reader is not read to its end
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := load.Read(ctx, stopped.CSV(), "x", load.Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A page that says less than it unpacks to is not unpacked.
func TestPagesThatLie(t *testing.T) {
	zeros := make([]pq.Value, 200_000)
	for i := range zeros {
		zeros[i] = pq.Int64Value(0)
	}
	for name, codec := range map[string]pq.WriterOption{"gzip": pq.Compression(&pq.Gzip), "zstd": pq.Compression(&pq.Zstd), "snappy": pq.Compression(&pq.Snappy)} {
		text := write(t, len(zeros), []leaf{{"v", pq.Leaf(pq.Int64Type), zeros}}, codec, pq.PageBufferSize(1<<22), pq.DataPageVersion(1))
		// The size of the one page, 1,600,000 bytes, as a number of its description.
		said := []byte{0x80, 0xa8, 0xc3, 0x01}
		if bytes.Count(text, said) == 0 {
			t.Fatalf("%s: the page does not say its size", name)
		}
		less := bytes.Replace(text, said, []byte{0x80, 0x88, 0x80, 0x00}, 1)
		got := show(open(t, less))
		if len(got) != 2 || !strings.Contains(got[1], "more than") || !strings.Contains(got[1], `column "v"`) {
			t.Errorf("%s: %q", name, got[len(got)-1])
		}
	}
}

// FuzzRows: no file panics, and each row has a cell for each name.
func FuzzRows(f *testing.F) {
	f.Add(extract(f))
	f.Add(write(f, 2, []leaf{{"a", pq.Optional(pq.String()), texts("x", "y", "x")}, {"b", pq.Decimal(2, 20, pq.FixedLenByteArrayType(9)), []pq.Value{pq.FixedLenByteArrayValue(make([]byte, 9)), pq.FixedLenByteArrayValue(make([]byte, 9)), pq.FixedLenByteArrayValue(make([]byte, 9))}}}, pq.Compression(&pq.Snappy)))
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := parquet.NewFile(bytes.NewReader(text), int64(len(text)))
		if err != nil {
			return
		}
		file.Doubles = true
		n := 0
		for cells, err := range file.Rows() {
			var rejected *lac.RowError
			if err != nil && !errors.As(err, &rejected) {
				break
			}
			if n == 0 {
				n = len(cells)
			}
			if err == nil && len(cells) != n {
				t.Fatalf("%d cells of %d", len(cells), n)
			}
		}
		if _, err := io.Copy(io.Discard, file.CSV()); err != nil && err.Error() == "" {
			t.Fatal("an error without a text")
		}
	})
}
