package parquet_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
	"github.com/pierrec/lz4/v4"
)

// framed returns a file of LZ4_RAW, or of nothing compressed, as one of LZ4 before that:
// the blocks of each page are made by pack.
func framed(t testing.TB, text []byte, pack func([]byte) []byte) []byte {
	t.Helper()
	f, err := pq.OpenFile(bytes.NewReader(text), int64(len(text)), pq.SkipPageIndex(true))
	try(t, err)
	meta := *f.Metadata()
	out := []byte("PAR1")
	for i := range meta.RowGroups {
		for j := range meta.RowGroups[i].Columns {
			c := &meta.RowGroups[i].Columns[j].MetaData
			at, end := c.DataPageOffset, c.DataPageOffset
			if c.DictionaryPageOffset != 0 {
				at = c.DictionaryPageOffset
			}
			end = at + c.TotalCompressedSize
			begin := int64(len(out))
			moved := map[int64]int64{}
			for at < end {
				r := bytes.NewReader(text[at:end])
				var h format.PageHeader
				try(t, thrift.NewDecoder(new(thrift.CompactProtocol).NewReader(r)).Decode(&h))
				body := text[end-int64(r.Len()):][:h.CompressedPageSize]
				moved[at] = int64(len(out))
				at = end - int64(r.Len()) + int64(h.CompressedPageSize)
				levels := 0
				if v := &h.DataPageHeaderV2.V; h.Type == format.DataPageV2 {
					levels = int(v.DefinitionLevelsByteLength + v.RepetitionLevelsByteLength)
					v.IsCompressed = thrift.New(true)
				}
				body = slices.Concat(body[:levels], pack(body[levels:]))
				h.CompressedPageSize, h.CRC = int32(len(body)), int32(crc32.ChecksumIEEE(body))
				header, err := thrift.Marshal(new(thrift.CompactProtocol), h)
				try(t, err)
				out = append(append(out, header...), body...)
			}
			c.Codec, c.TotalCompressedSize = format.Lz4, int64(len(out))-begin
			c.DataPageOffset = moved[c.DataPageOffset]
			if c.DictionaryPageOffset != 0 {
				c.DictionaryPageOffset = moved[c.DictionaryPageOffset]
			}
		}
	}
	footer, err := thrift.Marshal(new(thrift.CompactProtocol), meta)
	try(t, err)
	out = append(out, footer...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(footer)))
	return append(out, "PAR1"...)
}

// frame returns a frame of Hadoop that unpacks to n bytes.
func frame(n int, blocks ...[]byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(n))
	for _, b := range blocks {
		out = append(binary.BigEndian.AppendUint32(out, uint32(len(b))), b...)
	}
	return out
}

// block returns a block of LZ4.
func block(t testing.TB, text []byte) []byte {
	t.Helper()
	out := make([]byte, lz4.CompressBlockBound(len(text)))
	n, err := lz4.CompressBlock(text, out, nil)
	try(t, err)
	if n > 0 && n < len(text) {
		return out[:n]
	}
	literals := []byte{byte(min(len(text), 15)) << 4}
	if rest := len(text) - 15; rest >= 0 {
		for ; rest >= 255; rest -= 255 {
			literals = append(literals, 255)
		}
		literals = append(literals, byte(rest))
	}
	return append(literals, text...)
}

// LZ4 in its older forms: in a frame of Hadoop, in frames of several blocks, and alone.
func TestOldLZ4(t *testing.T) {
	var words, numbers []pq.Value
	var want []string
	for i := range 3000 {
		words = append(words, pq.ByteArrayValue(fmt.Appendf(nil, "word %d of %d", i%7, i*i)))
		numbers = append(numbers, pq.Int64Value(int64(i%50)))
		want = append(want, fmt.Sprintf("%d word %d of %d", i%50, i%7, i*i))
	}
	several := func(text []byte, sizes ...int) (out []byte) {
		for i := 0; len(text) > 0; i++ {
			n := min(sizes[i%len(sizes)], len(text))
			half := n / 3
			if half == 0 {
				out = append(out, frame(n, block(t, text[:n]))...)
			} else {
				out = append(out, frame(n, block(t, text[:half]), block(t, text[half:n]))...)
			}
			text = text[n:]
		}
		return out
	}
	for name, pack := range map[string]func([]byte) []byte{
		"a frame":          func(b []byte) []byte { return frame(len(b), block(t, b)) },
		"blocks":           func(b []byte) []byte { return several(b, 4096, 1, 700, 17, 33) },
		"blocks of a byte": func(b []byte) []byte { return several(b, 2) },
		"alone":            func(b []byte) []byte { return block(t, b) },
	} {
		for version := 1; version <= 2; version++ {
			for _, encoding := range []pq.Node{pq.String(), pq.Encoded(pq.String(), &pq.DeltaByteArray), pq.Encoded(pq.String(), &pq.RLEDictionary)} {
				text := write(t, 1000, []leaf{{"a", pq.Optional(pq.Leaf(pq.Int64Type)), numbers}, {"b", encoding, words}}, pq.DataPageVersion(version), pq.Compression(&pq.Uncompressed))
				f := open(t, framed(t, text, pack))
				rows := show(f)
				for i := range rows {
					rows[i] = strings.ReplaceAll(rows[i], "|", " ")
				}
				if len(rows) != len(want)+1 || !slices.Equal(rows[1:], want) {
					t.Errorf("%s, version %d, %v: %d rows, %.200q", name, version, encoding, len(rows), rows)
				}
			}
		}
	}
	one := []pq.Value{pq.Int64Value(7)}
	for name, spoil := range map[string]func([]byte) []byte{
		"a frame that is too long":     func(b []byte) []byte { return frame(len(b)+1, block(t, b)) },
		"a frame that is too short":    func(b []byte) []byte { return frame(len(b)-1, block(t, b[1:])) },
		"a block that is cut off":      func(b []byte) []byte { return frame(len(b), block(t, b)[1:]) },
		"a block longer than the page": func(b []byte) []byte { return append(frame(len(b)), 0xff, 0xff, 0xff, 0xff, 1) },
		"nothing":                      func(b []byte) []byte { return []byte{0} },
	} {
		text := write(t, 1, []leaf{{"v", pq.Leaf(pq.Int64Type), one}}, pq.Compression(&pq.Uncompressed))
		if rows := show(open(t, framed(t, text, spoil))); len(rows) != 2 || !strings.Contains(rows[1], "malformed") {
			t.Errorf("%s: %q", name, rows)
		}
	}
}
