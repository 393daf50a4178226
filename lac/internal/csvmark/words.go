package csvmark

import (
	"encoding/binary"
	"math/bits"
)

// markWords is the marking without vector instructions.
func markWords(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (int, int) {
	for ; len(text) >= Block; text = text[Block:] {
		var quotes, commas, newlines uint64
		for i := 0; i < Block; i += 8 {
			w := binary.LittleEndian.Uint64(text[i:])
			quotes |= equal(w, '"') << i
			commas |= equal(w, ',') << i
			newlines |= equal(w, '\n') << i
		}
		all, odd := m.judge(quotes, commas, newlines, text)
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

// judge returns the marks of the block with which text begins, and which of them
// are odd, given where its characters are. The vector code does the same.
func (m *Marker) judge(quotes, commas, newlines uint64, text []byte) (all, odd uint64) {
	quoted := sums(quotes) ^ m.quoted // from an opening quotation mark to before the closing one
	m.quoted = -(quoted >> 63)
	separators := (commas | newlines) &^ quoted
	// The rest is text outside quotation marks, which must not touch one.
	texts := ^(quoted | separators | quotes)
	odd = newlines&quoted | quotes&(texts<<1|m.texted)
	m.texted = texts >> 63
	after := (quotes<<1 | m.quote) & texts
	m.quote = quotes >> 63
	if after|m.returned != 0 {
		// But for the carriage return of a line end.
		var returns uint64
		for i := range Block {
			if text[i] == '\r' {
				returns |= 1 << i
			}
		}
		odd |= after&^returns | (after&returns<<1|m.returned)&^newlines
		m.returned = after & returns >> 63
	}
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
	w = ^(w&low7 + low7 | w | low7) // the high bit of each byte that was zero
	return w >> 7 * 0x0102040810204080 >> 56
}
