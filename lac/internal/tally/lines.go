package tally

import (
	"slices"
)

// Lines are what is true of rows whatever is asked of them: the lines that they
// form, and what the rules within a line make of each. Totals then look at heads
// and lines, and at every row only to add it up.
//
// A line is the rows of one flow between one pair from one source in one period,
// which differ in good and breakdown only.
type Lines struct {
	View
	dict   *Dict
	order  *Order
	lineOf []uint32    // by head
	lines  []lineIndex // in order
	spans  []lineSpan  // of the lines
	apart  []bool      // by line: its rows do not follow one another
	codes  []LineCodes // of the lines, where the good given to [NewLines] is asked for
	rules  [][]RowRule // by block and row; nil where every row is kept
	kept   []bool      // by head: whether a row of it is kept
	// Of lines whose rows are apart, found when they are asked for.
	lists func() rowLists
	// goods returns all goods in order, and the place of each.
	goods func() (inOrder, place []uint32)
	// Whether there is a line with CodesBeside, or CodesMixed; one that is
	// contended; and whether two areas both report, or may report, on their trade with
	// one another, as where one is a group.
	beside, mixedCodes, contended, mirrored bool
}

// A lineSpan says where the rows of a line are.
type lineSpan struct{ first, last, rows uint32 }

// LineCodes says what the rows of a line that are confirmed are to the good that is
// asked for.
type LineCodes uint8

const (
	CodesNone   LineCodes = iota
	CodesExact            // all are of that good
	CodesLevel            // none is of that good, all are of one level
	CodesMixed            // none is of that good, and levels differ
	CodesBeside           // some are of that good, others are not
)

// with returns the codes of a line with one row more. first is the level of the
// line's first row that is not of the good asked for.
func (c LineCodes) with(exact bool, first, level uint32) LineCodes {
	switch {
	case c == CodesNone && exact:
		return CodesExact
	case c == CodesNone:
		return CodesLevel
	case exact && c != CodesExact, !exact && c == CodesExact:
		return CodesBeside
	case c == CodesLevel && level != first:
		return CodesMixed
	}
	return c
}

// A lineScan finds the codes of lines, row by row.
type lineScan struct {
	codes  []LineCodes
	levels []uint32 // of the first row that is not of the good asked for
}

func newLineScan(n int) lineScan { return lineScan{make([]LineCodes, n), make([]uint32, n)} }

func (s lineScan) add(line uint32, exact bool, level uint32) {
	c := s.codes[line]
	if !exact && (c == CodesNone || c == CodesExact) {
		s.levels[line] = level
	}
	s.codes[line] = c.with(exact, s.levels[line], level)
}

// addGoods adds rows of a line, of these goods.
func (s lineScan) addGoods(line uint32, goods []uint32, d *Dict, total int) {
	c, first := s.codes[line], s.levels[line]
	for _, g := range goods {
		exact, level := int(g) == total, d.Goods[g].Level
		if !exact && (c == CodesNone || c == CodesExact) {
			first = level
		}
		c = c.with(exact, first, level)
	}
	s.codes[line], s.levels[line] = c, first
}

func (x *Lines) sortGoods() (inOrder, place []uint32) {
	inOrder = make([]uint32, len(x.dict.Goods))
	for i := range inOrder {
		inOrder[i] = uint32(i)
	}
	slices.SortFunc(inOrder, func(a, b uint32) int {
		if x.dict.Goods[a].Order < x.dict.Goods[b].Order {
			return -1
		}
		return 1
	})
	place = make([]uint32, len(inOrder))
	for i, g := range inOrder {
		place[g] = uint32(i)
	}
	return inOrder, place
}

// fewApart is how many rows are put in the order of lines without counting the cost.
const fewApart = 1 << 17

// goodsApart are the goods of the rows of some lines whose rows are apart, line by
// line.
type goodsApart struct {
	goods        []uint32
	begins, ends []uint32 // by line: where its goods are
}

// list lists the goods of lines from first to end.
func (a *goodsApart) list(x *Lines, first, end uint32, confirmed []bool) {
	a.begins = a.begins[:0]
	n := uint32(0)
	for line := first; line < end; line++ {
		a.begins = append(a.begins, n)
		if x.apart[line] {
			n += x.spans[line].rows
		}
	}
	a.ends = append(a.ends[:0], a.begins...)
	a.goods = slices.Grow(a.goods[:0], int(n))[:n]
	var s Scratch
	for _, b := range x.Blocks {
		for from := 0; from < b.Rows; from += len(s.heads) {
			heads, goods := b.unpack(&s, from, b.Rows)
			for i, h := range heads {
				line := x.lineOf[h]
				if line-first >= end-first || !x.apart[line] || !confirmed[h] || b.rules != nil && b.rules[from+i] != RowKept {
					continue
				}
				at := &a.ends[line-first]
				a.goods[*at] = goods[i]
				*at++
			}
		}
	}
}

// rowLists are the rows of lines, those of each from starts on.
type rowLists struct{ rows, starts []uint32 }

// list lists the rows of some lines.
func (x *Lines) list(wanted []bool) rowLists {
	l := rowLists{starts: make([]uint32, len(x.lines)+1)}
	for i, s := range x.spans {
		l.starts[i+1] = l.starts[i]
		if wanted[i] {
			l.starts[i+1] += s.rows
		}
	}
	l.rows = make([]uint32, l.starts[len(x.lines)])
	next := slices.Clone(l.starts)
	n := uint32(0)
	var s Scratch
	for _, b := range x.Blocks {
		for from := 0; from < b.Rows; from += len(s.heads) {
			heads, _ := b.unpack(&s, from, b.Rows)
			for _, h := range heads {
				if li := x.lineOf[h]; wanted[li] {
					l.rows[next[li]] = n
					next[li]++
				}
				n++
			}
		}
	}
	return l
}

func (l *rowLists) of(line uint32) []uint32 { return l.rows[l.starts[line]:l.starts[line+1]] }

// keepAgain finds which of the heads that lost rows have others that are kept.
func (x *Lines) keepAgain(dropped []bool) {
	for h := range dropped {
		if dropped[h] {
			x.kept[h] = false
		}
	}
	for bi, b := range x.Blocks {
		for i := range b.Rows {
			h := b.Heads.At(i)
			if dropped[h] && (x.rules[bi] == nil || x.rules[bi][i] == RowKept) && x.dict.KindOf(h).Confirmed {
				x.kept[h] = true
			}
		}
	}
}

type lineIndex struct {
	head      uint32 // one of the line's
	contended bool   // another line of the pair overlaps it
}
