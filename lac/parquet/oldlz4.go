package parquet

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
	"github.com/pierrec/lz4/v4"

	"github.com/sinolac/sinolac/lac"
)

// Files with the codec LZ4 are from before LZ4_RAW took its place in 2021. Hadoop, and
// Arrow after it, write pages in its frames then:
//
//	the length of what is unpacked, and one block or more, until they unpack to that:
//	    the length of the block, and the block
//
// and so on, lengths in four bytes, the highest first. Older ones of Arrow have the block
// alone. The library that reads Parquet has none of this, so it is shown LZ4_RAW: the
// footer says so, and the bytes of the frames belong to the description of the page, as a
// field that nobody knows.

// showRaw makes the description of a file say LZ4_RAW where it says LZ4. It returns it and
// the columns where it did; none if there are none.
func showRaw(footer format.FileMetaData) (text []byte, old map[place]bool, err error) {
	footer.RowGroups = slices.Clone(footer.RowGroups)
	for i := range footer.RowGroups {
		g := &footer.RowGroups[i]
		g.Columns = slices.Clone(g.Columns)
		for j := range g.Columns {
			if c := &g.Columns[j].MetaData; c.Codec == format.Lz4 {
				if c.Codec = format.Lz4Raw; old == nil {
					old = map[place]bool{}
				}
				old[place{i, j}] = true
			}
		}
	}
	if old != nil {
		text, err = thrift.Marshal(new(thrift.CompactProtocol), footer)
	}
	return text, old, err
}

// unframe unpacks a page into text, which has just the room for it, and returns it as one
// block. It reports whether the page is in frames.
func unframe(packed, text []byte) (block []byte, ok bool) {
	number := func() int {
		if len(packed) < 4 {
			return -1
		}
		n := int(binary.BigEndian.Uint32(packed))
		packed = packed[4:]
		return n
	}
	last, blocks, at := 0, 0, 0
	for len(packed) > 0 {
		n := number()
		if n < 0 || n > len(text)-at {
			return nil, false
		}
		for end := at + n; at < end; blocks++ {
			n := number()
			if n < 1 || n > len(packed) {
				return nil, false
			}
			unpacked, err := lz4.UncompressBlock(packed[:n], text[at:end])
			if err != nil || unpacked == 0 {
				return nil, false
			}
			if blocks == 0 {
				block, last = packed[:n:n], lastSequence(packed[:n])
			} else {
				block, last = join(block, last, packed[:n])
			}
			at, packed = at+unpacked, packed[n:]
		}
	}
	return block, at == len(text) && blocks > 0
}

// A sequence of a block is some literals and, but for the last, a match:
//
//	https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
//
// literals returns where those of the sequence at a place begin and end.
func literals(block []byte, at int) (begin, end int) {
	n := int(block[at] >> 4)
	for at++; n >= 15 && at < len(block); at++ {
		n += int(block[at])
		if block[at] < 255 {
			at++
			break
		}
	}
	return min(at, len(block)), min(at+n, len(block))
}

// lastSequence returns where the last sequence of a block begins. The block unpacks.
func lastSequence(block []byte) int {
	for at := 0; ; {
		_, end := literals(block, at)
		next := end + 2
		if next <= len(block) && block[at]&15 == 15 {
			for next < len(block) && block[next] == 255 {
				next++
			}
			next++
		}
		if end >= len(block) || next >= len(block) {
			return at
		}
		at = next
	}
}

// join returns two blocks as one, and where its last sequence begins. The literals that
// end the first, whose last sequence begins at a place, go on in those of the other.
func join(block []byte, last int, more []byte) ([]byte, int) {
	begin, end := literals(block, last)
	from, to := literals(more, 0)
	text := slices.Concat(block[begin:end], more[from:to])
	joined := append(block[:last:last], min(byte(min(len(text), 15)), 15)<<4|more[0]&15)
	if n := len(text) - 15; n >= 0 {
		for ; n >= 255; n -= 255 {
			joined = append(joined, 255)
		}
		joined = append(joined, byte(n))
	}
	joined = append(joined, text...)
	shift := len(joined) - to
	joined = append(joined, more[to:]...)
	if at := lastSequence(more); at > 0 {
		last = at + shift
	}
	return joined, last
}

// restate makes a page in LZ4, whose header begins at a place, say that it unpacks to
// one byte less than it does. The library that reads Parquet (0.32) unpacks LZ4 into room
// of its own, and forgets what it has unpacked unless that is longer than the page says:
// it would give whatever was in memory as values. What a page unpacks to was checked. A
// page in frames is shown as the block that it was checked to be.
func (f *contents) restate(at int64, p page, block []byte) error {
	levels := p.definitions + p.repetitions
	packed := p.compressed - levels
	size := p.size - levels
	if size == 0 {
		return nil
	}
	text := make([]byte, p.header+levels)
	if _, err := f.in.in.ReadAt(text, at); err != nil {
		return err
	}
	header, levelBytes := text[:p.header], text[p.header:]
	if !reset(header, p.sizeEnd, p.size, size-1) {
		return fmt.Errorf("%w: the size of a page is written in an odd way", lac.ErrSyntax)
	}
	if block == nil {
		f.in.put(at, header)
		return nil
	}
	const field = 1 + binary.MaxVarintLen32 // a head and a length
	more := packed - int64(len(block))
	if more < field || !reset(header, p.compressedEnd, p.compressed, p.compressed-more) || p.sumEnd > 0 && !reset(header, p.sumEnd, p.sum, 0) {
		return fmt.Errorf("%w: the description of a page in LZ4 is written in an odd way", lac.ErrSyntax)
	}
	header = append(header[:len(header)-1:len(header)-1], 15<<4|binaryText)
	header = append(header, padded(binary.AppendUvarint(nil, uint64(more-field)), binary.MaxVarintLen32)...)
	header = append(header, make([]byte, more-field+1)...) // and the end of the description
	header = append(header, levelBytes...)
	if more > 8 { // it is of several blocks, else it stands where it stood
		if f.joined += packed; f.joined > maxMemory {
			return fmt.Errorf("%w: pages of LZ4 in several blocks would take more than %d MiB: write the file anew, with LZ4_RAW", lac.ErrRange, maxMemory>>20)
		}
		header = append(header, block...)
	}
	f.in.put(at, header)
	return nil
}

// reset writes a number over one that ends at a place in a text. It reports whether that is
// there and as long.
func reset(text []byte, end int, is, to int64) bool {
	said := binary.AppendVarint(nil, is)
	now := binary.AppendVarint(nil, to)
	begin := end - len(said)
	if begin < 0 || len(now) > len(said) || !slices.Equal(text[begin:end], said) {
		return false
	}
	copy(text[begin:], padded(now, len(said)))
	return true
}

// padded returns a number in so many bytes, though fewer would do.
func padded(number []byte, n int) []byte {
	for len(number) < n {
		number[len(number)-1] |= 0x80
		number = append(number, 0)
	}
	return number
}
