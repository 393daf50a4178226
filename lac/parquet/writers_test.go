package parquet_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/delta"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/parquet"
)

// TestOtherWriters reads files that Apache Arrow 18.5 for Go (arrow-*, pages of 2 KiB) and
// DuckDB 1.5 (duckdb-*) have written. Of row i the id is i, the name is "subheading" and
// the square of i in eight digits, none in one row of eleven, and the amount is
// i times 123,456.75.
func TestOtherWriters(t *testing.T) {
	const rows = 300
	want := []string{"id|name|amount"}
	for i := range rows {
		name := ""
		if i%11 != 0 {
			name = fmt.Sprintf("subheading %08d", i*i)
		}
		quarters := i * 123_456_75 // hundredths
		amount := strings.TrimRight(fmt.Sprintf("%d.%02d", quarters/100, quarters%100), "0")
		want = append(want, fmt.Sprintf("%d|%s|%s", i, name, strings.TrimSuffix(amount, ".")))
	}
	names, err := filepath.Glob(filepath.Join("testdata", "*.parquet"))
	if err != nil || len(names) < 13 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		f, err := parquet.Open(name)
		if err != nil {
			t.Error(err)
			continue
		}
		f.Columns = []string{"id", "name", "amount"}
		if diff := cmp.Diff(want, show(f)); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		try(t, f.Close())
	}
}

// What texts take that begin as the one before is known before they are unpacked.
func TestDeltaMemory(t *testing.T) {
	lengths := func(common, rest []int32, texts int) []byte {
		t.Helper()
		var e delta.BinaryPackedEncoding
		a, err := e.EncodeInt32(nil, common)
		try(t, err)
		b, err := e.EncodeInt32(nil, rest)
		try(t, err)
		return slices.Concat(a, b, make([]byte, texts))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var common, rest []int32
		texts, want := 0, int64(0)
		for range r.IntN(300) {
			c, n := r.Int32N(1<<r.IntN(20)), r.Int32N(1<<r.IntN(9))
			common, rest = append(common, c), append(rest, n)
			texts, want = texts+int(n), want+int64(c)+int64(n)
		}
		if got, err := parquet.DeltaMemory(lengths(common, rest, texts), int64(len(common))); err != nil || got != want {
			t.Fatalf("%d common and %d: %d bytes, want %d: %v", common, rest, got, want, err)
		}
	}
	// A gigabyte, in a hundred kilobytes.
	common, rest := slices.Repeat([]int32{100_000}, 10_000), make([]int32, 10_000)
	common[0], rest[0] = 0, 100_000
	if _, err := parquet.DeltaMemory(lengths(common, rest, 100_000), 10_000); !errors.Is(err, lac.ErrRange) || !strings.Contains(err.Error(), "1000000000 bytes") {
		t.Error(err)
	}
	for name, text := range map[string][]byte{
		"more than the page": lengths([]int32{0, 1}, []int32{2, 3}, 5), "fewer bytes": lengths([]int32{0}, []int32{2}, 1),
		"a negative length": lengths([]int32{-1}, []int32{2}, 2), "not as many": lengths([]int32{0}, []int32{}, 0),
		"cut off": lengths([]int32{0}, []int32{2}, 2)[:4], "no header": {0x80},
	} {
		if _, err := parquet.DeltaMemory(text, 1); !errors.Is(err, lac.ErrSyntax) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Differences that say more values than the page are not unpacked.
func TestDeltasThatLie(t *testing.T) {
	var numbers, names []pq.Value
	for i := range 1000 {
		numbers = append(numbers, pq.Int64Value(int64(i)))
		names = append(names, texts(fmt.Sprint("name ", i))...)
	}
	header := append(binary.AppendUvarint(binary.AppendUvarint(nil, 128), 4), 0xe8, 0x07) // blocks of 128 in 4, 1000 values
	for name, l := range map[string]leaf{
		"numbers": {"v", pq.Encoded(pq.Int(64), &pq.DeltaBinaryPacked), numbers},
		"lengths": {"v", pq.Encoded(pq.String(), &pq.DeltaLengthByteArray), names},
		"texts":   {"v", pq.Encoded(pq.String(), &pq.DeltaByteArray), names},
	} {
		text := write(t, 1000, []leaf{l})
		if n := len(show(open(t, text))); n != 1001 {
			t.Errorf("%s: %d rows", name, n)
		}
		at := strings.Index(string(text), string(header))
		if at < 0 {
			t.Fatalf("%s: no header", name)
		}
		text[at+len(header)-1]++ // 1128 values
		if got := show(open(t, text)); len(got) != 2 || !strings.Contains(got[1], "the differences in a page are malformed") {
			t.Errorf("%s: %q", name, got[len(got)-1])
		}
	}
}
