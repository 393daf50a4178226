package tally

import (
	"cmp"
	"testing"
)

// dictOf returns a dictionary of one kind and one form, with a head for each partner
// and so many goods.
func dictOf(partners, goods int) (*Dict, *Order) {
	d := &Dict{
		Kinds: []Kind{{Unit: 1, Confirmed: true}}, Days: []Days{{First: 0, Last: 364}}, Forms: []Form{{Reports: [NumFigures]bool{true}}}, Shapes: []uint8{0},
		CompareBreakdowns: func(a, b uint32) int { return cmp.Compare(a, b) },
		Holds:             func(a, b uint32) bool { return false },
		CompareIDs:        func(a, b ID) int { return cmp.Or(cmp.Compare(a.Head, b.Head), cmp.Compare(a.Number, b.Number)) },
	}
	o := &Order{Periods: []uint32{0}, Sources: []uint32{0}, Overlap: func(a, b uint16, period uint32) bool { return a == b }}
	for i := range partners {
		d.Heads.Of(Head{Reporter: 0, Partner: uint16(i)})
		o.Areas, o.Groups = append(o.Areas, uint32(i)), append(o.Groups, false)
	}
	for i := range goods {
		d.Goods = append(d.Goods, Good{Order: uint64(i + 1)})
	}
	return d, o
}

// A good that comes again in a line is found wherever its rows stand, in each of the
// lines that are put in order together.
func TestGoodsComeAgainApart(t *testing.T) {
	const lines, goods = 4, 70_000 // more than are put in order at once
	d, o := dictOf(lines, goods)
	var table Table
	row := func(line, good int) {
		table.Append(&Row{Head: uint32(line), Good: uint32(good), Number: uint32(table.Len()), Figures: [NumFigures]Figure{{Coef: int64(good)}}})
	}
	for good := range goods {
		for line := range lines {
			row(line, good)
		}
	}
	again := [][2]int{{0, 5}, {1, 69_999}, {3, 0}, {3, 69_998}} // line and good; none of line 2
	for _, a := range again {
		row(a[0], a[1])
	}
	x := NewLines(NewView(table.Blocks()), d, o, -1)
	n := 0
	for at := range x.Each() {
		r := x.Row(at)
		want := RowKept
		if n >= lines*goods {
			want = RowRepeated
		}
		got := RowKept
		if rules := x.rules[at.Block]; rules != nil {
			got = rules[at.Row]
		}
		if got != want {
			t.Fatalf("row %d, of good %d in line %d: rule %d, want %d", n, r.Good, r.Head, got, want)
		}
		n++
	}
	if n != lines*goods+len(again) {
		t.Fatalf("%d rows", n)
	}
}
