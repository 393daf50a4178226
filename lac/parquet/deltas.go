package parquet

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/parquet-go/parquet-go/format"

	"github.com/sinolac/sinolac/lac"
)

// isDelta reports whether the values of a page are written as differences, which say
// themselves how many they are.
func (p page) isDelta() bool {
	switch format.Encoding(p.encoding) {
	case format.DeltaBinaryPacked, format.DeltaLengthByteArray, format.DeltaByteArray:
		return true
	}
	return false
}

// checkDeltas holds what differences say of themselves, in a page that is unpacked,
// against what the page says: that is trusted where they are read. It returns what more
// memory the texts take of which each begins as the one before.
func (p page) checkDeltas(text []byte, optional bool) (int64, error) {
	malformed := fmt.Errorf("%w: the differences in a page are malformed", lac.ErrSyntax)
	if optional && !p.second { // which rows have a value stands first
		if len(text) < 4 {
			return 0, malformed
		}
		n := int64(binary.LittleEndian.Uint32(text))
		if n > int64(len(text)-4) {
			return 0, malformed
		}
		text = text[4+n:]
	}
	if len(text) == 0 {
		return 0, nil // no row has a value
	}
	d := deltas{text: text}
	d.header()
	if d.bad || d.values > p.values {
		return 0, malformed
	}
	if format.Encoding(p.encoding) != format.DeltaByteArray {
		return 0, nil
	}
	// Lengths of what texts have in common with those before, then of the rest of each.
	common := d.sum()
	n := d.values
	d.header()
	if d.bad || d.values != n {
		return 0, malformed
	}
	rest := d.sum()
	if d.bad || rest > int64(len(d.text)) {
		return 0, malformed
	}
	if common+rest > maxMemory {
		return 0, fmt.Errorf("%w: the texts of a page would take %d bytes", lac.ErrRange, common+rest)
	}
	return common + rest, nil
}

// deltas reads numbers that are written as differences, DELTA_BINARY_PACKED in
// https://github.com/apache/parquet-format/blob/master/Encodings.md.
type deltas struct {
	text          []byte
	bad           bool
	block, blocks int64 // values in a block, and small blocks in it
	values        int64
	first         int64
}

func (d *deltas) uvarint() int64 {
	v, n := binary.Uvarint(d.text)
	if n <= 0 || v > math.MaxInt64 {
		d.bad, d.text = true, nil
		return 0
	}
	d.text = d.text[n:]
	return int64(v)
}

func (d *deltas) varint() int64 {
	v, n := binary.Varint(d.text)
	if n <= 0 {
		d.bad, d.text = true, nil
		return 0
	}
	d.text = d.text[n:]
	return v
}

func (d *deltas) header() {
	d.block, d.blocks, d.values, d.first = d.uvarint(), d.uvarint(), d.uvarint(), d.varint()
	const most = 1 << 16
	d.bad = d.bad || d.blocks < 1 || d.blocks > most || d.block < 1 || d.block > most || d.block/d.blocks%32 != 0
}

// sum reads the numbers after a header, lengths of texts, and returns their sum.
func (d *deltas) sum() (sum int64) {
	if d.bad || d.values == 0 {
		return 0
	}
	last, left := d.first, d.values
	add := func(n int64) {
		last = int64(int32(n)) // as they are read, in 32 bits
		d.bad = d.bad || last < 0
		sum += last
		left--
	}
	for add(d.first); left > 0 && !d.bad; {
		least := d.varint()
		if int64(len(d.text)) < d.blocks {
			d.bad = true
			break
		}
		widths := d.text[:d.blocks]
		d.text = d.text[d.blocks:]
		for _, width := range widths {
			if left == 0 {
				break // nothing follows a block in which the numbers end
			}
			values := d.block / d.blocks
			size := values * int64(width) / 8
			if width > 64 || size > int64(len(d.text)) {
				d.bad = true
				break
			}
			packed := d.text[:size]
			d.text = d.text[size:]
			for i := range values {
				if left == 0 {
					break
				}
				add(last + least + bits(packed, i*int64(width), width))
			}
		}
	}
	return sum
}

// bits returns a number of some bits, the lowest first.
func bits(b []byte, at int64, width byte) (v int64) {
	for i := range int64(width) {
		bit := at + i
		v |= int64(b[bit/8]>>(bit%8)&1) << i
	}
	return v
}
