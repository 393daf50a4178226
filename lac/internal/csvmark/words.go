package csvmark

import (
	"encoding/binary"
	"math/bits"
)

// markWords is the marking without vector instructions.
func markWords(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (int, int) {
	for ; len(text) >= Block; text = text[Block:] {
		var quotes, commas, newlines, returns uint64
		for i := 0; i < Block; i += 8 {
			w := binary.LittleEndian.Uint64(text[i:])
			quotes |= equal(w, '"') << i
			commas |= equal(w, ',') << i
			newlines |= equal(w, '\n') << i
			returns |= equal(w, '\r') << i
		}
		all, odd := m.block(quotes, commas, newlines, returns)
		for ends := newlines | odd; ends != 0; ends &= ends - 1 {
			i := bits.TrailingZeros64(ends)
			number := n + bits.OnesCount64(all&(1<<i-1))
			lines[l] = int32(number<<1 | int(odd>>i&1))
			l++
		}
		for ; all != 0; all &= all - 1 {
			marks[n] = int32(at + bits.TrailingZeros64(all))
			n++
		}
		at += Block
	}
	return n, l
}

// block returns the marks of a block and which of them are odd, given where its
// characters are. The vector code does the same.
func (m *Marker) block(quotes, commas, newlines, returns uint64) (all, odd uint64) {
	quoted := sums(quotes) ^ m.quoted // from an opening quotation mark to before the closing one
	m.quoted = -(quoted >> 63)
	opening, closing := quotes&quoted, quotes&^quoted
	separators := (commas | newlines) &^ quoted

	begins := separators | closing // before what may be an opening quotation mark
	odd = opening &^ (begins<<1 | m.within ^ 1)
	m.within = begins>>63 ^ 1

	after := closing<<1 | m.closed
	m.closed = closing >> 63
	odd |= after &^ (separators | opening | returns)
	after &= returns
	odd |= (after<<1 | m.returned) &^ newlines
	m.returned = after >> 63

	odd |= newlines & quoted
	return separators | odd, odd
}

// sums returns, for each bit, the exclusive or of the bits up to it.
func sums(x uint64) uint64 {
	for i := 1; i < 64; i *= 2 {
		x ^= x << i
	}
	return x
}

// equal returns which of the eight bytes of w are c, the first in the lowest bit.
func equal(w uint64, c uint64) uint64 {
	const low7 = 0x7f7f7f7f7f7f7f7f
	w ^= c * 0x0101010101010101
	w = ^((w&low7 + low7) | w | low7) // the high bit of each byte that was zero
	return w >> 7 * 0x0102040810204080 >> 56
}
