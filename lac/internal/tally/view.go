package tally

import (
	"iter"
	"slices"
)

// A View is rows in blocks that do not change.
type View struct {
	Blocks []*Block
	starts []int // of the blocks, in rows
	n      int
}

// A RowAt is the place of a row in a view.
type RowAt struct{ Block, Row int }

// NewView returns a view of blocks.
func NewView(blocks []*Block) View {
	v := View{Blocks: blocks}
	for _, b := range blocks {
		v.starts = append(v.starts, v.n)
		v.n += b.Rows
	}
	return v
}

// Len returns the number of rows.
func (v *View) Len() int { return v.n }

// Each returns the places of all rows in order.
func (v *View) Each() iter.Seq[RowAt] {
	return func(yield func(RowAt) bool) {
		for b, block := range v.Blocks {
			for i := range block.Rows {
				if !yield(RowAt{b, i}) {
					return
				}
			}
		}
	}
}

// At returns the place of row i.
func (v *View) At(i int) RowAt {
	b, _ := slices.BinarySearch(v.starts, i+1)
	return RowAt{b - 1, i - v.starts[b-1]}
}

// Row returns the row at a place.
func (v *View) Row(at RowAt) Row { return v.Blocks[at.Block].At(at.Row) }

// ID returns what the row at a place is named by.
func (v *View) ID(at RowAt) ID {
	b := v.Blocks[at.Block]
	return ID{b.Heads.At(at.Row), b.Numbers.At(at.Row)}
}
