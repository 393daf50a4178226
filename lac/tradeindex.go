package lac

import (
	"cmp"
	"slices"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// A tradeIndex is what is true of a dataset's trade records whatever is asked of
// them: the lines that they form, and what the rules within a line make of each.
// Totals then look at heads and lines, and at every row only to add it up.
type tradeIndex struct {
	view   *tradeView
	lineOf []uint32    // by head
	lines  []lineIndex // in the order of compareTrade
	spans  []lineSpan  // of the lines
	// ofLines are the rows of lines that have a code twice or whose rows are apart,
	// line by line: those of each from starts on.
	ofLines, starts []uint32
	codes           []lineCodes // of the lines, where the query asks for AllGoods
	levels          tally.Numbering[commodityLevel]
	level           []uint32    // by good: the number of its level
	rules           [][]rowRule // by block and row; nil where every row is kept
	kept            []bool      // by head: whether a row of it is kept or refused
	groups          []bool      // by area: whether it is a region or bloc
	// goodsInOrder returns the goods in the order of their codes. They must not be
	// changed.
	goodsInOrder func() []totalGood
	// Whether there is a line with codesBeside, or codesMixed; one that is
	// contended; one of a region or bloc; and whether two areas both report, or
	// may report, on their trade with one another.
	beside, mixedCodes, contended, grouped, mirrored bool
}

type lineIndex struct {
	head      uint32 // one of the line's
	contended bool   // another line of the pair overlaps it
}

// A lineSpan says where the rows of a line are.
type lineSpan struct{ first, last, rows uint32 }

// A lineCodes says what the rows of a line that are not [Unconfirmed] are to the
// code that is asked for.
type lineCodes uint8

const (
	codesNone   lineCodes = iota
	codesExact            // all are of that code
	codesLevel            // none is of that code, all are of one level
	codesMixed            // none is of that code, and levels differ
	codesBeside           // some are of that code, others are not
)

// with returns what becomes of a line by one row more. first is the level of the
// line's first row that is not of the code asked for.
func (c lineCodes) with(exact bool, first, level uint32) lineCodes {
	switch {
	case c == codesNone && exact:
		return codesExact
	case c == codesNone:
		return codesLevel
	case exact && c != codesExact, !exact && c == codesExact:
		return codesBeside
	case c == codesLevel && level != first:
		return codesMixed
	}
	return c
}

// A lineScan finds the codes of lines, row by row.
type lineScan struct {
	codes  []lineCodes
	levels []uint32 // of the first row that is not of the code asked for
}

func newLineScan(n int) lineScan { return lineScan{make([]lineCodes, n), make([]uint32, n)} }

func (s lineScan) add(line uint32, exact bool, level uint32) {
	c := s.codes[line]
	if !exact && (c == codesNone || c == codesExact) {
		s.levels[line] = level
	}
	s.codes[line] = c.with(exact, s.levels[line], level)
}

func newTradeIndex(v *tradeView) *tradeIndex {
	x := &tradeIndex{view: v}
	x.findCodes()
	x.findLines()
	x.findRules()
	x.findNeighbours()
	return x
}

// findCodes finds what goods and areas are.
func (x *tradeIndex) findCodes() {
	for _, c := range x.view.dict.goods.values {
		x.level = append(x.level, x.levels.Of(c.level()))
	}
	for _, a := range x.view.dict.areas.Values {
		x.groups = append(x.groups, isGroup(a))
	}
	x.goodsInOrder = sync.OnceValue(func() []totalGood {
		goods := make([]totalGood, len(x.view.dict.goods.values))
		for i, c := range x.view.dict.goods.values {
			goods[i] = totalGood{c, uint32(i)}
		}
		slices.SortFunc(goods, func(a, b totalGood) int { return a.commodity.Compare(b.commodity) })
		return goods
	})
}

// lineAt returns a line without its ID.
func (x *tradeIndex) lineAt(i uint32) line {
	d := x.view.dict
	h := d.heads.At(x.lines[i].head)
	k := &d.kinds.Values[h.Kind]
	return line{k.flow, d.areas.Values[h.Reporter], d.areas.Values[h.Partner], k.source, d.periods.Values[h.Period], nil}
}

// findRules finds the rows of each line, and applies the rules that hold among
// rows of one code.
func (x *tradeIndex) findRules() {
	v := x.view
	d := v.dict
	x.rules = make([][]rowRule, len(v.blocks))
	x.kept = make([]bool, d.heads.Len())
	x.spans = make([]lineSpan, len(x.lines))
	confirmed := make([]bool, d.heads.Len())
	for h := range confirmed {
		confirmed[h] = d.kindOf(uint32(h)).evidence != Unconfirmed
	}
	total := slices.Index(d.goods.values, AllGoods)
	scan := newLineScan(len(x.lines))
	// A line is complete in itself if its rows follow one another; the last row
	// of each code that was met says whether a code comes twice.
	seen := make([]uint32, len(d.goods.values)) // 1 + the line that met it last
	again := make([]bool, len(x.lines))         // a code comes twice
	apart := make([]bool, len(x.lines))         // the rows do not follow one another
	last := ^uint32(0)
	n := uint32(0)
	for _, b := range v.blocks {
		for i := range b.Rows {
			h, g := b.Heads.At(i), b.Goods.At(i)
			li := x.lineOf[h]
			s := &x.spans[li]
			if s.rows == 0 {
				s.first = n
			} else if li != last {
				apart[li] = true
			}
			s.rows++
			s.last = n
			last = li
			n++
			if !confirmed[h] {
				continue
			}
			x.kept[h] = true
			scan.add(li, int(g) == total, x.level[g])
			if seen[g] == li+1 {
				again[li] = true
			}
			seen[g] = li + 1
		}
	}
	x.codes = scan.codes
	x.beside = slices.Contains(x.codes, codesBeside)
	x.mixedCodes = slices.Contains(x.codes, codesMixed)
	x.findRepeats(again, apart, confirmed)
}

// findRepeats applies the rules among rows of one code to lines in which a code
// comes again; whether it does in those whose rows are apart is still to be seen.
func (x *tradeIndex) findRepeats(again, apart, confirmed []bool) {
	x.listRows(again, apart)
	if len(x.ofLines) == 0 {
		return
	}
	v := x.view
	seen := make([]uint32, len(v.dict.goods.values)) // 1 + the line that met it last
	dropped := make([]bool, v.dict.heads.Len())      // heads of which a row is not kept
	ruled := false
	var entries []codeRow
	for i := range x.lines {
		rows := x.rowsOf(uint32(i))
		if apart[i] && !again[i] {
			for _, n := range rows {
				at := v.at(int(n))
				b := v.blocks[at.block]
				if !confirmed[b.Heads.At(at.row)] {
					continue
				}
				if s := &seen[b.Goods.At(at.row)]; *s == uint32(i)+1 {
					again[i] = true
					break
				} else {
					*s = uint32(i) + 1
				}
			}
		}
		if again[i] {
			ruled = true
			entries = x.ruleLine(entries[:0], rows, dropped)
		}
	}
	if ruled {
		x.keepAgain(dropped)
	}
}

// listRows lists the rows of lines in which a code comes again or rows are apart.
func (x *tradeIndex) listRows(again, apart []bool) {
	starts := make([]uint32, len(x.lines)+1)
	for i, s := range x.spans {
		starts[i+1] = starts[i]
		if again[i] || apart[i] {
			starts[i+1] += s.rows
		}
	}
	all := starts[len(x.lines)]
	if all == 0 {
		return
	}
	x.starts, x.ofLines = starts, make([]uint32, all)
	next := slices.Clone(starts)
	n := uint32(0)
	for _, b := range x.view.blocks {
		for i := range b.Rows {
			if li := x.lineOf[b.Heads.At(i)]; again[li] || apart[li] {
				x.ofLines[next[li]] = n
				next[li]++
			}
			n++
		}
	}
}

// rowsOf returns the rows of a line that are listed.
func (x *tradeIndex) rowsOf(line uint32) []uint32 {
	if x.starts == nil {
		return nil
	}
	return x.ofLines[x.starts[line]:x.starts[line+1]]
}

// A codeRow is a row among those of its line.
type codeRow struct {
	at        rowAt
	head      uint32
	good      uint32
	breakdown *Breakdown
}

// ruleLine applies the rules to the rows of a line, using entries as room.
func (x *tradeIndex) ruleLine(entries []codeRow, rows []uint32, dropped []bool) []codeRow {
	v := x.view
	for _, n := range rows {
		at := v.at(int(n))
		b := v.blocks[at.block]
		k := v.dict.kindOf(b.Heads.At(at.row))
		if k.evidence != Unconfirmed {
			entries = append(entries, codeRow{at, b.Heads.At(at.row), b.Goods.At(at.row), &k.breakdown})
		}
	}
	slices.SortFunc(entries, func(a, b codeRow) int {
		if c := cmp.Compare(a.good, b.good); c != 0 {
			return c
		}
		if a.breakdown != b.breakdown {
			if c := compareBreakdown(*a.breakdown, *b.breakdown); c != 0 {
				return c
			}
		}
		return v.key(a.at).compare(v.key(b.at))
	})
	for code := range runs(entries, func(a, b codeRow) bool { return a.good == b.good }) {
		for i, e := range code[1:] {
			previous := code[i]
			same := *previous.breakdown == *e.breakdown && x.sameFigures(previous.at, e.at)
			rule := nextRow(*code[0].breakdown, *previous.breakdown, *e.breakdown, same)
			if rule == rowKept {
				continue
			}
			if x.rules[e.at.block] == nil {
				x.rules[e.at.block] = make([]rowRule, v.blocks[e.at.block].Rows)
			}
			x.rules[e.at.block][e.at.row] = rule
			dropped[e.head] = true
		}
	}
	return entries
}

func (x *tradeIndex) sameFigures(a, b rowAt) bool {
	ra, rb := x.view.record(a), x.view.record(b)
	return sameFigures(&ra, &rb)
}

// keepAgain finds which of the heads that lost rows have others that are kept.
func (x *tradeIndex) keepAgain(dropped []bool) {
	for h := range dropped {
		if dropped[h] {
			x.kept[h] = false
		}
	}
	for bi, b := range x.view.blocks {
		for i := range b.Rows {
			h := b.Heads.At(i)
			if dropped[h] && (x.rules[bi] == nil || x.rules[bi][i] == rowKept) && x.view.dict.kindOf(h).evidence != Unconfirmed {
				x.kept[h] = true
			}
		}
	}
}

// findNeighbours finds the lines that overlap others of their pair, and whether
// there are pairs that report on one another.
func (x *tradeIndex) findNeighbours() {
	d := x.view.dict
	pairs := map[[2]uint16]bool{}
	for start := 0; start < len(x.lines); {
		h := d.heads.At(x.lines[start].head)
		flow := d.kinds.Values[h.Kind].flow
		end := start + 1
		for ; end < len(x.lines); end++ {
			e := d.heads.At(x.lines[end].head)
			if e.Reporter != h.Reporter || e.Partner != h.Partner || d.kinds.Values[e.Kind].flow != flow {
				break
			}
		}
		x.contend(x.lines[start:end])
		if x.groups[h.Reporter] || x.groups[h.Partner] {
			x.grouped, x.mirrored = true, true
		}
		if pairs[[2]uint16{h.Partner, h.Reporter}] {
			x.mirrored = true
		}
		pairs[[2]uint16{h.Reporter, h.Partner}] = true
		start = end
	}
}

// contend marks the lines of a pair that overlap one another.
func (x *tradeIndex) contend(pair []lineIndex) {
	d := x.view.dict
	period := func(l lineIndex) Period { return d.periods.Values[d.heads.At(l.head).Period] }
	apart := true // and in order: so they are if one source gives one kind of period
	for i := range pair[1:] {
		if !period(pair[i]).last.Before(period(pair[i+1]).first) {
			apart = false
			break
		}
	}
	if apart {
		return
	}
	order := make([]int, len(pair))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return period(pair[a]).Compare(period(pair[b])) })
	latest := order[0]
	for _, i := range order[1:] {
		if period(pair[latest]).Overlaps(period(pair[i])) {
			pair[latest].contended, pair[i].contended = true, true
			x.contended = true
		}
		if period(pair[i]).last.After(period(pair[latest]).last) {
			latest = i
		}
	}
}
