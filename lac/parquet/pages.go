package parquet

import (
	"compress/gzip"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/format"
	"github.com/pierrec/lz4/v4"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// checkPages holds what the pages of a row group say against what there is, for it is trusted
// where they are read.
func (f *contents) checkPages(i int, columns []column) error {
	g := f.file.Metadata().RowGroups[i]
	var memory int64
	for _, c := range columns {
		if c.at >= len(g.Columns) {
			return fmt.Errorf("column %q: %w: not in this row group", feed.Shorten(c.name), lac.ErrSyntax)
		}
		need, err := f.checkChunk(&g.Columns[c.at].MetaData, g.NumRows, c.optional, f.old[place{i, c.at}])
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
func (f *contents) checkChunk(c *format.ColumnMetaData, rows int64, optional, old bool) (int64, error) {
	switch c.Codec {
	case format.Uncompressed, format.Snappy, format.Gzip, format.Zstd, format.Brotli, format.Lz4Raw:
	default:
		return 0, fmt.Errorf("%w: it is compressed with %v: want Snappy, Zstandard, gzip, Brotli, LZ4 or nothing", lac.ErrSyntax, c.Codec)
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
		need := p.compressed + p.size + (p.values+p.dictionary)*valueMemory
		if p.isWhole(c.Codec) {
			need += p.size
		}
		if need > maxMemory || p.dictionary > p.size {
			return 0, fmt.Errorf("%w: a page would take %d bytes", lac.ErrRange, need)
		}
		text, block, err := f.checkUnpacked(c.Codec, p, body, old)
		if err == nil && c.Codec == format.Lz4Raw && !p.plain {
			err = f.restate(body-p.header, p, block)
		}
		if err == nil && p.isDelta() {
			var more int64
			more, err = p.checkDeltas(text, optional)
			need += more
		}
		if err != nil {
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
		if _, err := f.in.in.ReadAt(text, start); err != nil {
			return page{}, err
		}
		var p page
		w := walker{text: text}
		ok := w.structure(func(in, id int16, n int64) {
			p.set(in, id, n)
			switch {
			case in == 0 && id == 2:
				p.sizeEnd = w.at
			case in == 0 && id == 3:
				p.compressedEnd = w.at
			case in == 0 && id == 4:
				p.sum, p.sumEnd = n, w.at
			}
		})
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

// isWhole reports whether a page is unpacked to memory where it is checked.
func (p page) isWhole(codec format.CompressionCodec) bool {
	return p.isDelta() || codec == format.Lz4Raw
}

// checkUnpacked errs if what is compressed in a page unpacks to more than the page says.
// It returns what that is, if the page is to be unpacked, and the one block of a page that
// is in the old frames of LZ4.
func (f *contents) checkUnpacked(codec format.CompressionCodec, p page, at int64, old bool) (text, block []byte, err error) {
	at += p.definitions + p.repetitions
	packed := p.compressed - p.definitions - p.repetitions
	most := p.size - p.definitions - p.repetitions
	if packed == 0 {
		return nil, nil, nil
	}
	if p.plain {
		codec = format.Uncompressed
	}
	in := io.NewSectionReader(f.in.in, at, packed)
	if old && !p.plain {
		b, text := make([]byte, packed), make([]byte, most)
		if _, err := io.ReadFull(in, b); err != nil {
			return nil, nil, err
		}
		if block, ok := unframe(b, text); ok {
			return text, block, nil
		}
		in = io.NewSectionReader(f.in.in, at, packed) // a block without frames
	}
	text, size, err := unpack(codec, in, packed, most, p.isDelta())
	switch {
	case err != nil:
		return nil, nil, fmt.Errorf("%w: a page is malformed: %w", lac.ErrSyntax, err)
	case size > most:
		return nil, nil, fmt.Errorf("%w: a page holds more than the %d bytes that it says", lac.ErrSyntax, p.size)
	}
	return text, nil, nil
}

// unpack returns how many bytes in unpacks to, or some number above most, and these if
// keep is set.
func unpack(codec format.CompressionCodec, in io.Reader, packed, most int64, keep bool) (text []byte, size int64, err error) {
	start := func(n int64) ([]byte, error) {
		b := make([]byte, n)
		_, err := io.ReadFull(in, b)
		return b, err
	}
	switch codec {
	case format.Uncompressed:
		if keep {
			text, err = start(packed)
		}
		return text, packed, err
	case format.Snappy:
		if !keep {
			packed = min(packed, 10) // its length is there
		}
		b, err := start(packed)
		if err != nil {
			return nil, 0, err
		}
		n, err := snappy.DecodedLen(b)
		if err == nil && keep && int64(n) <= most {
			text, err = snappy.Decode(nil, b)
		}
		return text, int64(n), err
	case format.Lz4Raw:
		b, err := start(packed)
		if err != nil {
			return nil, 0, err
		}
		text = make([]byte, most)
		n, err := lz4.UncompressBlock(b, text)
		if err == nil && int64(n) < most {
			err = fmt.Errorf("it holds %d bytes of %d", n, most)
		} else if err != nil {
			err = fmt.Errorf("%w, or it holds more than it says", err)
		}
		return text, most, err
	case format.Gzip:
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, 0, err
		}
		in = z
	case format.Zstd:
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxMemory))
		if err != nil {
			return nil, 0, err
		}
		defer z.Close()
		in = z
	case format.Brotli:
		in = brotli.NewReader(in)
	}
	in = io.LimitReader(in, most+1)
	if keep {
		text, err = io.ReadAll(in)
		return text, int64(len(text)), err
	}
	size, err = io.Copy(io.Discard, in)
	return nil, size, err
}

// A column is one to read.
type column struct {
	name string
	at   int // among the leaves of the file
	// optional says that its pages tell which rows have none.
	optional bool
	text     textFunc
}
