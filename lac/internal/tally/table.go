// Package tally is the engine of exact sums. It speaks of ids alone: what they
// stand for, how they are ordered and which contain which it is told.
//
// It keeps rows of numbers in columns: small ids in the least width, exact figures
// as 64-bit coefficients at one scale. No column has pointers. Figures are added up
// exactly, whatever their number.
package tally

import "slices"

// A Row is one row of a table.
type Row struct {
	Head, Form, Good, Number uint32
	Figures                  [NumFigures]Figure
}

// A Block is a run of rows that no longer changes.
type Block struct {
	Rows    int
	Heads   IDs
	Forms   IDs
	Goods   IDs
	Numbers IDs
	Figures [NumFigures]Figures

	rules []RowRule // what became of its rows when it was spent; nil: all are kept
	spent bool      // its figures are added up and forgotten
}

// At returns row i.
func (b *Block) At(i int) Row {
	r := Row{Head: b.Heads.At(i), Form: b.Forms.At(i), Good: b.Goods.At(i), Number: b.Numbers.At(i)}
	for f := range r.Figures {
		r.Figures[f] = b.Figures[f].At(i)
	}
	return r
}

// A Table is rows in blocks. The zero Table is empty.
type Table struct {
	blocks []*Block
	sealed int // rows in blocks
	open   builder
	packer *packer // of blocks; nil: they are not packed, to be added up fast
}

type builder struct {
	heads, forms, goods, numbers []uint32
	figures                      [NumFigures]FiguresBuilder
	dropped                      int // rows that were here before
}

// Columns are the columns of rows that are being appended. All of them must be
// filled: those of ids by setting each element, those of figures with Add.
type Columns struct {
	Heads, Forms, Goods, Numbers []uint32
	Figures                      *[NumFigures]FiguresBuilder
}

// Extend appends up to n rows, at least one, and returns their columns.
func (t *Table) Extend(n int) Columns {
	if len(t.open.heads) == BlockRows {
		t.Seal()
	}
	o := &t.open
	from := len(o.heads)
	to := min(from+n, BlockRows)
	extend := func(ids *[]uint32) []uint32 {
		*ids = slices.Grow(*ids, to-from)[:to]
		return (*ids)[from:]
	}
	return Columns{extend(&o.heads), extend(&o.forms), extend(&o.goods), extend(&o.numbers), &o.figures}
}

// Append appends a row.
func (t *Table) Append(r *Row) {
	c := t.Extend(1)
	c.Heads[0], c.Forms[0], c.Goods[0], c.Numbers[0] = r.Head, r.Form, r.Good, r.Number
	for f := range c.Figures {
		c.Figures[f].AddFigure(r.Figures[f])
	}
}

// Len returns the number of rows.
func (t *Table) Len() int { return t.sealed + len(t.open.heads) }

// Seal makes a block of the rows since the last one.
func (t *Table) Seal() {
	if len(t.open.heads) == 0 {
		return
	}
	b := t.open.block(len(t.open.heads))
	t.own(b)
	t.open.drop(b.Rows)
	t.blocks = append(t.blocks, b)
	t.sealed += b.Rows
}

// block returns a block of the first n rows. Its figures are in the builder's room,
// and so are its forms until they are packed.
func (o *builder) block(n int) *Block {
	b := &Block{
		Rows:    n,
		Heads:   packIDs(o.heads[:n]),
		Forms:   IDs{b32: o.forms[:n:n]},
		Goods:   packIDs(o.goods[:n]),
		Numbers: packIDs(o.numbers[:n]),
	}
	for f := range o.figures {
		b.Figures[f] = o.figures[f].first(n)
	}
	return b
}

// own makes a block one of its own room.
func (t *Table) own(b *Block) {
	if t.packer != nil {
		b.pack(t.packer)
	} else {
		b.own()
	}
}

// own makes a block one of its own room.
func (b *Block) own() {
	b.Forms = packIDs(b.Forms.b32)
	for f := range b.Figures {
		b.Figures[f].own()
	}
}

// pack makes a block one of its own room, and that as little as it needs. It takes
// longer to read.
func (b *Block) pack(with *packer) {
	b.Forms = packIDs(b.Forms.b32)
	var coefs []int64
	var last *Figures
	for i := range b.Figures {
		f := &b.Figures[i]
		f.wide = slices.Clone(f.wide)
		if f.coefs == nil {
			continue
		}
		var like []int64
		var likePacked *packedFigures
		if last != nil && last.scale == f.scale {
			like, likePacked = coefs, last.packed
		}
		coefs, last = f.coefs, f
		f.packed = with.pack(f.coefs, f.scale, like, likePacked)
		f.coefs = nil
	}
}

// unpacked returns a block whose figure is not packed: b itself, or one that has the
// figure in room.
func (b *Block) unpacked(figure int, room *[]int64) *Block {
	if b.Figures[figure].packed == nil {
		return b
	}
	other := *b
	f := &other.Figures[figure]
	*room = slices.Grow((*room)[:0], b.Rows)[:b.Rows]
	f.packed.unpackFrom(*room, 0)
	f.coefs, f.packed = *room, nil
	return &other
}

// drop takes the first n rows out.
func (o *builder) drop(n int) {
	o.dropped += n
	for _, ids := range []*[]uint32{&o.heads, &o.forms, &o.goods, &o.numbers} {
		*ids = (*ids)[:copy(*ids, (*ids)[n:])]
	}
	for f := range o.figures {
		o.figures[f].drop(n)
	}
}

// Blocks seals the table and returns its blocks, which are not to be changed.
func (t *Table) Blocks() []*Block {
	t.Seal()
	return t.blocks[:len(t.blocks):len(t.blocks)]
}

// Bytes returns the size of the columns that are sealed.
func (t *Table) Bytes() int {
	n := 0
	for _, b := range t.blocks {
		n += b.Bytes()
	}
	return n
}

// Bytes returns the size of the columns.
func (b *Block) Bytes() int {
	n := b.Heads.bytes() + b.Forms.bytes() + b.Goods.bytes() + b.Numbers.bytes()
	for f := range b.Figures {
		n += b.Figures[f].bytes()
	}
	return n
}

// Scratch is room for ids that are unpacked.
type Scratch struct {
	heads, goods, forms [1024]uint32
}

// unpack returns the heads and goods of some rows, up to one, as many as there is
// room for.
func (b *Block) unpack(s *Scratch, from, to int) (heads, goods []uint32) {
	n := min(len(s.heads), to-from)
	heads, goods = s.heads[:n], s.goods[:n]
	b.Heads.Unpack(heads, from)
	b.Goods.Unpack(goods, from)
	return heads, goods
}

// unpackAll returns their forms, too.
func (b *Block) unpackAll(s *Scratch, from, to int) (heads, goods, forms []uint32) {
	heads, goods = b.unpack(s, from, to)
	forms = s.forms[:len(heads)]
	b.Forms.Unpack(forms, from)
	return heads, goods, forms
}
