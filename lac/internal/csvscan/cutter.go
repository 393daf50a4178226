package csvscan

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// Slack is the number of bytes that must follow the text that a [Cutter] cuts.
const Slack = 32

// A Cutter cuts plain rows into fields, and finds what differs from the row
// before: in large tables most fields do not, and they are not looked at again.
//
// A row is plain if it has the known number of fields, or an empty one more,
// no line end in a field, and no doubled quotation mark in a wanted field. What
// a [Scanner] makes of it is what a Cutter makes of it.
type Cutter struct {
	// Cutters change with every row. Those of two processors must not have a
	// cache line in common: that makes both as slow as one.
	_ [128]byte

	// Changed are the wanted fields of the row that are not the same bytes as in
	// the row before.
	Changed []Cell
	// Learning is the number of rows after which it looks which fields change,
	// and Sampling one in how many rows a field that mostly changes is compared.
	Learning, Sampling int

	fields []span
	runs   []run
	before int // where the row before begins
	rows   int // since join

	_ [128]byte
}

// A run is fields that mostly stay as they are, and so are compared as one, or
// one field that does not.
type run struct {
	fields   []span
	size     int  // of them all in the row before; 0: unknown, or volatile
	volatile bool // a field that mostly changes is compared now and then only
}

// A Cell is the place of a wanted field, without quotation marks.
type Cell struct{ Column, Begin, End int }

// A span is a field of the row before.
type span struct {
	size   int // with quotation marks and separator, or row end; 0: unknown
	column int // as the caller numbers the wanted fields; negative: not wanted
	// changes is how often it was seen to change since join; if volatile, it was
	// looked at in one of Sampling rows.
	changes  int
	volatile bool
}

// NewCutter returns a cutter of rows with a field for each column, which is the
// number that the field has as a [Cell] or, if negative, not wanted.
func NewCutter(columns []int) *Cutter {
	c := &Cutter{fields: make([]span, len(columns)), Changed: make([]Cell, 0, len(columns)), Learning: Learning, Sampling: Sampling}
	for i, column := range columns {
		c.fields[i].column = column
	}
	c.join()
	return c
}

// Forget forgets the row before: all fields of the next row are changed.
func (c *Cutter) Forget() {
	for i := range c.fields {
		c.fields[i].size = 0
	}
	for i := range c.runs {
		c.runs[i].size = 0
	}
}

// Learning and Sampling are a cutter's usual ones.
const (
	Learning = 1024
	Sampling = 64
)

// join makes runs of the fields that changed in few of the last rows. The last
// field is a run of its own, since it ends in another way.
func (c *Cutter) join() {
	c.runs = c.runs[:0]
	begin := 0
	for i := range c.fields {
		f := &c.fields[i]
		if f.volatile {
			f.changes *= c.Sampling
		}
		last := i == len(c.fields)-1
		if f.volatile = f.changes*16 > c.Learning && !last; f.volatile || last {
			if begin < i {
				c.runs = append(c.runs, run{fields: c.fields[begin:i]})
			}
			c.runs = append(c.runs, run{fields: c.fields[i : i+1], volatile: f.volatile})
			begin = i + 1
		}
		f.changes = 0
	}
	c.rows = 0
}

// Cut cuts the row that begins at begin and returns where the next one does;
// false if the row is not plain, which it also forgets. The row before must
// be in the same data. The row's line end and [Slack] bytes after it must be
// there.
func (c *Cutter) Cut(data []byte, begin int) (end int, ok bool) {
	if c.rows++; c.rows > c.Learning {
		c.join()
	}
	c.Changed = c.Changed[:0]
	at, old := begin, c.before
	for i := range c.runs {
		r := &c.runs[i]
		if f := &r.fields[0]; r.volatile && c.rows%c.Sampling != 0 {
			from, to, next := at, at, at // of a field that is quoted, or empty
			if data[at] == '"' {
				from++
				if to = from; f.size <= 24 {
					// The next quotation mark or line end, if it is among the next
					// 16 bytes, without a branch that goes by what they are.
					low, high := word(data, from), word(data, from+8)
					low = zeros(low^'"'*ones) | zeros(low^'\n'*ones)
					high = zeros(high^'"'*ones) | zeros(high^'\n'*ones)
					n := bits.TrailingZeros64(low) / 8
					to += n + bits.TrailingZeros64(high)/8&-(n/8)
				} else {
					// Long texts are left to the library; here a quotation mark
					// that is far off counts as none.
					near := data[from:min(from+256, len(data))]
					if n := bytes.IndexByte(near, '"'); n >= 0 && bytes.IndexByte(near[:n], '\n') < 0 {
						to += n
					}
				}
				next = to + 1
			}
			if data[next] == ',' && (next == at || data[to] == '"') {
				if f.column >= 0 {
					c.Changed = append(c.Changed, Cell{f.column, from, to})
				}
				old += f.size
				f.size = next + 1 - at
				at = next + 1
				continue
			}
		}
		size := r.size
		if size > 0 && at+size <= len(data) && string(data[at:at+size]) == string(data[old:old+size]) {
			at += size
			old += size
			continue
		}
		start := at
		var ok bool
		if at, old, ok = c.cut(r.fields, data, at, old, i == len(c.runs)-1); !ok {
			c.Forget()
			return 0, false
		}
		if !r.volatile {
			r.size = at - start
		}
	}
	c.before = begin
	return at, true
}

// cut cuts the fields at at, which are at old in the row before, and returns
// where they end in both.
func (c *Cutter) cut(fields []span, data []byte, at, old int, last bool) (int, int, bool) {
	changed := c.Changed
	for i := range fields {
		f := &fields[i]
		size := f.size
		if uint(size-1) < 8 {
			if (word(data, at)^word(data, old))<<(64-8*size) == 0 {
				at += size
				old += size
				continue
			}
		} else if at+size <= len(data) && size > 0 && word(data, at) == word(data, old) &&
			string(data[at:at+size]) == string(data[old:old+size]) {
			at += size
			old += size
			continue
		}
		old += size
		f.changes++

		from, to := at, at // of the field's bytes
		var next int       // the byte after the field and its quotation mark
		if data[at] == '"' {
			from++
			to = quoteOrLine(data, from)
			next = to + 1
			for data[to] == '"' && data[next] == '"' && f.column < 0 {
				to = quoteOrLine(data, next+1)
				next = to + 1
			}
			if data[to] != '"' {
				return 0, 0, false
			}
		} else {
			to = separator(data, at)
			next = to
			if last && data[to] == '\n' && to > from && data[to-1] == '\r' {
				to--
				next = to
			}
		}
		if last {
			if data[next] == ',' {
				next++
			}
			if data[next] == '\r' {
				next++
			}
		}
		if separates := data[next]; separates != ',' && !last || separates != '\n' && last {
			return 0, 0, false
		}
		next++
		f.size = next - at
		if f.column >= 0 {
			changed = append(changed, Cell{f.column, from, to})
		}
		at = next
	}
	c.Changed = changed
	return at, old, true
}

// word returns the eight bytes at i, the first in the lowest bits.
func word(data []byte, i int) uint64 { return binary.LittleEndian.Uint64(data[i:]) }

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// zeros marks the high bit of the first byte that is zero in w. Bits above that
// may be marked too.
func zeros(w uint64) uint64 { return (w - ones) &^ w & highs }

// quoteOrLine returns where the next quotation mark or newline is.
func quoteOrLine(data []byte, i int) int {
	for {
		w := word(data, i)
		if found := zeros(w^'"'*ones) | zeros(w^'\n'*ones); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
		i += 8
	}
}

// separator returns where the next comma, quotation mark or newline is.
func separator(data []byte, i int) int {
	for {
		w := word(data, i)
		if found := zeros(w^','*ones) | zeros(w^'"'*ones) | zeros(w^'\n'*ones); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
		i += 8
	}
}
