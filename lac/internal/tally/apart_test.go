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

// Lines know whether their rows follow one another, and blocks have rules only where a
// row is not kept.
func TestLinesOfRows(t *testing.T) {
	d, o := dictOf(3, 4)
	d.Kinds = append(d.Kinds, Kind{Unit: 1, Confirmed: true, Breakdown: 1}, Kind{Unit: 1, Confirmed: true, Breakdown: 2})
	d.Shapes = []uint8{0, 1, 1}
	parts := [2]uint32{d.Heads.Of(Head{Partner: 2, Kind: 1}), d.Heads.Of(Head{Partner: 2, Kind: 2})}
	var table Table
	for _, r := range [][2]uint32{{0, 0}, {0, 1}, {1, 0}, {parts[0], 0}, {parts[1], 0}, {1, 1}, {parts[0], 1}} { // head and good
		table.Append(&Row{Head: r[0], Good: r[1], Number: uint32(table.Len())})
	}
	x := NewLines(NewView(table.Blocks()), d, o, -1)
	for head, want := range map[uint32]struct {
		apart bool
		span  lineSpan
	}{0: {false, lineSpan{0, 1, 2}}, 1: {true, lineSpan{2, 5, 2}}, parts[0]: {true, lineSpan{3, 6, 3}}, 2: {true, lineSpan{3, 6, 3}}} {
		line := x.lineOf[head]
		if x.apart[line] != want.apart || x.spans[line] != want.span {
			t.Errorf("head %d: apart %t, %+v; want %+v", head, x.apart[line], x.spans[line], want)
		}
	}
	if x.rules[0] != nil {
		t.Errorf("rules %v, though two parts of a total that is not there are both kept", x.rules[0])
	}
	for head, kept := range x.kept {
		if kept != (head != 2) {
			t.Errorf("head %d: a row is kept: %t", head, kept)
		}
	}
}
