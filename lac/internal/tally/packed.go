package tally

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// packedFigures are the coefficients of a column in as few bytes as each needs. One
// that is a whole number at the scale is kept as that, and one that is equal to
// another column's in its row is not kept again.
type packedFigures struct {
	n      int
	unit   uint64         // 1 at the scale
	like   *packedFigures // of which a column may be like; nil: none
	codes  []uint8        // of two rows each
	data   []byte         // with packSlack bytes after it
	starts []uint32       // in data, of every packEvery rows
}

const (
	packEvery = 64
	packSlack = 8
)

// How a coefficient is kept: codes up to 7 are of a coefficient in so many bytes, 7 in
// eight, and codes above codeLike of a whole number.
const (
	codeLike  = 8 // what the other column has
	mostBytes = 7 // of a whole number
)

var codeBytes = [16]uint8{0, 1, 2, 3, 4, 5, 6, 8, 0, 1, 2, 3, 4, 5, 6, 7}

// A packer packs columns. Its room is used again.
type packer struct {
	codes  []uint8
	data   []byte
	starts []uint32
}

// pack returns coefficients at a scale. Those of like, if there are any, are at the same
// scale, and packed in likePacked.
func (p *packer) pack(coefs []int64, scale int, like []int64, likePacked *packedFigures) *packedFigures {
	unit := uint64(1)
	for range scale {
		unit *= 10
	}
	p.codes = append(p.codes[:0], make([]uint8, (len(coefs)+1)/2)...)
	p.data = slices.Grow(p.data[:0], 8*len(coefs)+packSlack)
	p.starts = p.starts[:0]
	data, at := p.data[:cap(p.data)], 0
	for i, v := range coefs {
		if i%packEvery == 0 {
			p.starts = append(p.starts, uint32(at))
		}
		code := 0
		if like != nil && like[i] == v {
			code = codeLike
		} else {
			word := uint64(v)
			if whole := word / unit; whole*unit == word && unit > 1 && whole < 1<<(8*mostBytes) {
				word = whole
				code = codeLike
			}
			size := (bits.Len64(word) + 7) / 8
			switch {
			case size == 0:
				code = 0
			case code == 0 && size > 6:
				code = 7
			default:
				code += size
			}
			binary.LittleEndian.PutUint64(data[at:], word)
			at += int(codeBytes[code])
		}
		p.codes[i/2] |= uint8(code << (i % 2 * 4))
	}
	return &packedFigures{
		n: len(coefs), unit: unit, like: likePacked,
		codes: slices.Clone(p.codes), data: slices.Clone(data[:at+packSlack]), starts: slices.Clone(p.starts),
	}
}

// unpackFrom puts the coefficients from row i on into to. i is a multiple of packEvery.
func (f *packedFigures) unpackFrom(to []int64, i int) {
	liked := to
	if f.like != nil {
		f.like.unpackFrom(liked, i) // what is not like it is set below
	}
	var units, masks [16]uint64
	for code, n := range codeBytes {
		units[code], masks[code] = 1, 1<<(8*n)-1
		if code > codeLike {
			units[code] = f.unit
		}
	}
	data := f.data[f.starts[i/packEvery]:]
	for j := range to {
		row := i + j
		code := f.codes[row/2] >> (row % 2 * 4) & 15
		if code == codeLike {
			continue
		}
		to[j] = int64(binary.LittleEndian.Uint64(data) & masks[code] * units[code])
		data = data[codeBytes[code]:]
	}
}

// at returns the coefficient in row i.
func (f *packedFigures) at(i int) int64 {
	var some [packEvery]int64
	from := i &^ (packEvery - 1)
	f.unpackFrom(some[:i-from+1], from)
	return some[i-from]
}

func (f *packedFigures) bytes() int { return len(f.codes) + len(f.data) + 4*len(f.starts) }
