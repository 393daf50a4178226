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
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/parquet"
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
		"brotli": {pq.Compression(&pq.Brotli)}, "lz4": {pq.Compression(&pq.Lz4Raw)}, "brotli 1": {pq.DataPageVersion(1), pq.Compression(&pq.Brotli)},
		"version 1": {pq.DataPageVersion(1), pq.Compression(&pq.Snappy)}, "small pages": {pq.PageBufferSize(64)},
	} {
		for _, node := range []pq.Node{pq.Optional(pq.String()), pq.Optional(pq.Encoded(pq.String(), &pq.RLEDictionary)),
			pq.Optional(pq.Encoded(pq.String(), &pq.DeltaByteArray)), pq.Optional(pq.Encoded(pq.String(), &pq.DeltaLengthByteArray))} {
			got := show(open(t, write(t, 1300, []leaf{{"id", pq.Int(64), ids}, {"name", node, names}}, o...)))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", name, diff)
			}
		}
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
	for name, codec := range map[string]pq.WriterOption{"gzip": pq.Compression(&pq.Gzip), "zstd": pq.Compression(&pq.Zstd), "snappy": pq.Compression(&pq.Snappy),
		"brotli": pq.Compression(&pq.Brotli), "lz4": pq.Compression(&pq.Lz4Raw)} {
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
	for _, codec := range []pq.WriterOption{pq.Compression(&pq.Lz4Raw), pq.Compression(&pq.Brotli), pq.DataPageVersion(1)} {
		f.Add(write(f, 3, []leaf{{"a", pq.Optional(pq.Encoded(pq.String(), &pq.DeltaByteArray)), texts("x", "xy", "xyz")}, {"b", pq.Encoded(pq.Int(64), &pq.DeltaBinaryPacked),
			[]pq.Value{pq.Int64Value(1), pq.Int64Value(2), pq.Int64Value(9)}}, {"c", pq.Encoded(pq.String(), &pq.DeltaLengthByteArray), texts("x", "", "xyz")}}, codec))
	}
	for _, blocks := range []int{1, 2} { // LZ4 in frames
		text := write(f, 3, []leaf{{"a", pq.Optional(pq.String()), texts("x", "xy", "xyzxyzxyzxyz")}}, pq.Compression(&pq.Uncompressed))
		f.Add(framed(f, text, func(b []byte) []byte {
			at := len(b) * (blocks - 1) / 2
			if at == 0 {
				return frame(len(b), block(f, b))
			}
			return frame(len(b), block(f, b[:at]), block(f, b[at:]))
		}))
	}
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
