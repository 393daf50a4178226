package parquet

import (
	"compress/gzip"
	"fmt"
	"io"

	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

const (
	// maxMemory is how much the pages that are read at one time may take.
	maxMemory = 512 << 20
	// valueMemory is what is reckoned for a value beside the bytes of its page.
	valueMemory = 16
	// maxPageHeader is how many bytes the description of a page may have.
	maxPageHeader = 1 << 20
)

// A page is what a file says of one.
type page struct {
	header                   int64 // bytes
	compressed, size         int64
	values, dictionary       int64
	encoding                 int64
	definitions, repetitions int64 // bytes before what is compressed, in version 2
	plain                    bool  // version 2 may leave a page as it is
}

// contents are a file and what its footer says of it.
type contents struct {
	in   io.ReaderAt
	file *parquet.File
}

// checkPages holds what the pages of a row group say against what there is, for it is trusted
// where they are read.
func (f *contents) checkPages(i int, columns []column) error {
	g := f.file.Metadata().RowGroups[i]
	var memory int64
	for _, c := range columns {
		if c.at >= len(g.Columns) {
			return fmt.Errorf("column %q: %w: not in this row group", feed.Shorten(c.name), lac.ErrSyntax)
		}
		need, err := f.checkChunk(&g.Columns[c.at].MetaData, g.NumRows)
		if err != nil {
			return fmt.Errorf("column %q: %w", feed.Shorten(c.name), err)
		}
		if memory += need; memory > maxMemory {
			return fmt.Errorf("%w: its pages would take more than %d MiB at a time: write smaller pages, or leave columns out", lac.ErrRange, maxMemory>>20)
		}
	}
	return nil
}

// checkChunk checks the pages of a column and returns what memory the largest of them and its
// dictionary take.
func (f *contents) checkChunk(c *format.ColumnMetaData, rows int64) (int64, error) {
	switch c.Codec {
	case format.Uncompressed, format.Snappy, format.Gzip, format.Zstd:
	default:
		return 0, fmt.Errorf("%w: it is compressed with %v: want Snappy, Zstandard, gzip or nothing", lac.ErrSyntax, c.Codec)
	}
	malformed := fmt.Errorf("%w: the lengths of its pages are malformed", lac.ErrSyntax)
	start := c.DataPageOffset
	if c.DictionaryPageOffset != 0 {
		start = c.DictionaryPageOffset
	}
	end := start + c.TotalCompressedSize
	if start < 0 || c.TotalCompressedSize < 0 || end < start || end > f.file.Size() || c.NumValues != rows {
		return 0, malformed
	}
	var largest, dictionary, values int64
	for start < end {
		p, err := f.pageAt(start, end)
		if err != nil {
			return 0, err
		}
		body := start + p.header
		if start = body + p.compressed; start > end {
			return 0, malformed
		}
		if values += p.values; values > rows {
			return 0, malformed
		}
		if p.encoding == int64(format.DeltaByteArray) {
			return 0, fmt.Errorf("%w: its texts are written as differences (DELTA_BYTE_ARRAY), which may unpack to any length", lac.ErrSyntax)
		}
		need := p.compressed + p.size + (p.values+p.dictionary)*valueMemory
		if need > maxMemory || p.dictionary > p.size {
			return 0, fmt.Errorf("%w: a page would take %d bytes", lac.ErrRange, need)
		}
		if err := f.checkUnpacked(c.Codec, p, body); err != nil {
			return 0, err
		}
		if p.dictionary > 0 {
			dictionary = max(dictionary, need)
		}
		largest = max(largest, need)
	}
	return largest + dictionary, nil
}

// pageAt returns what a file says of the page that begins at a place.
func (f *contents) pageAt(start, end int64) (page, error) {
	for size := int64(512); ; size *= 32 {
		text := make([]byte, min(size, end-start))
		if _, err := f.in.ReadAt(text, start); err != nil {
			return page{}, err
		}
		var p page
		w := walker{text: text}
		ok := w.structure(func(in, id int16, n int64) { p.set(in, id, n) })
		if ok {
			p.header = int64(w.at)
			for _, n := range []int64{p.compressed, p.size, p.values, p.dictionary, p.definitions, p.repetitions} {
				if n < 0 || n > 1<<31 {
					ok = false
				}
			}
			if ok && p.definitions+p.repetitions <= min(p.compressed, p.size) {
				return p, nil
			}
			return p, fmt.Errorf("%w: the description of a page is malformed", lac.ErrSyntax)
		}
		if size > maxPageHeader || size >= end-start {
			return p, fmt.Errorf("%w: the description of a page is malformed", lac.ErrSyntax)
		}
	}
}

// set keeps a number of a page's description, by the numbers of its fields in
// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
func (p *page) set(in, id int16, n int64) {
	switch [2]int16{in, id} {
	case [2]int16{0, 2}:
		p.size = n
	case [2]int16{0, 3}:
		p.compressed = n
	case [2]int16{5, 1}, [2]int16{8, 1}:
		p.values = n
	case [2]int16{7, 1}:
		p.dictionary = n
	case [2]int16{8, 5}:
		p.definitions = n
	case [2]int16{8, 6}:
		p.repetitions = n
	case [2]int16{8, 7}:
		p.plain = n == 0
	case [2]int16{5, 2}, [2]int16{8, 4}:
		p.encoding = n
	}
}

// checkUnpacked errs if what is compressed in a page unpacks to more than the page says.
func (f *contents) checkUnpacked(codec format.CompressionCodec, p page, at int64) error {
	at += p.definitions + p.repetitions
	packed := p.compressed - p.definitions - p.repetitions
	if packed == 0 || p.plain {
		return nil
	}
	in := io.NewSectionReader(f.in, at, packed)
	var size int64
	var err error
	switch codec {
	case format.Snappy:
		start := make([]byte, min(packed, 10))
		var n int
		if _, err = io.ReadFull(in, start); err == nil {
			n, err = snappy.DecodedLen(start)
		}
		size = int64(n)
	case format.Gzip:
		var z *gzip.Reader
		if z, err = gzip.NewReader(in); err == nil {
			size, err = io.Copy(io.Discard, io.LimitReader(z, p.size+1))
		}
	case format.Zstd:
		var z *zstd.Decoder
		if z, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxMemory)); err == nil {
			size, err = io.Copy(io.Discard, io.LimitReader(z, p.size+1))
			z.Close()
		}
	}
	switch {
	case err != nil:
		return fmt.Errorf("%w: a page is malformed: %w", lac.ErrSyntax, err)
	case size > p.size:
		return fmt.Errorf("%w: a page holds more than the %d bytes that it says", lac.ErrSyntax, p.size)
	}
	return nil
}

// A column is one to read.
type column struct {
	name string
	at   int // among the leaves of the file
	text textFunc
}
