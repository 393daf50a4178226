package tally

import (
	"runtime"
	"slices"
	"sync"
)

// NewLines finds the lines of rows. total is the good that is asked for where a
// question names none; -1 if there is no such row.
func NewLines(v View, d *Dict, o *Order, total int) *Lines {
	x := &Lines{View: v, dict: d, order: o}
	x.goods = sync.OnceValues(x.sortGoods)
	x.findLines()
	x.lists = sync.OnceValue(func() rowLists { return x.list(x.apart) })
	x.findRules(total)
	x.findNeighbours()
	return x
}

// findRules finds the rows of each line, and applies the rules that hold among
// rows of one good.
func (x *Lines) findRules(total int) {
	d := x.dict
	x.rules = make([][]RowRule, len(x.Blocks))
	x.kept = make([]bool, d.Heads.Len())
	x.spans = make([]lineSpan, len(x.lines))
	x.apart = make([]bool, len(x.lines))
	confirmed := make([]bool, d.Heads.Len())
	for h := range confirmed {
		confirmed[h] = d.KindOf(uint32(h)).Confirmed
	}
	scan := newLineScan(len(x.lines))
	// A line is complete in itself if its rows follow one another; the last row
	// of each good that was met says whether a good comes twice.
	seen := make([]uint32, len(d.Goods)) // 1 + the line that met it last
	again := make([]bool, len(x.lines))  // a good comes twice
	last := ^uint32(0)
	n := uint32(0)
	var s Scratch
	for bi, b := range x.Blocks {
		x.rules[bi] = b.rules
		for from := 0; from < b.Rows; from += len(s.heads) {
			heads, goods := b.unpack(&s, from, b.Rows)
			for i := 0; i < len(heads); {
				h := heads[i]
				to := i + 1
				for to < len(heads) && heads[to] == h {
					to++
				}
				li := x.lineOf[h]
				span := &x.spans[li]
				if li != last {
					if span.rows == 0 {
						span.first = n
					} else {
						x.apart[li] = true
					}
					last = li
				}
				n += uint32(to - i)
				span.rows += uint32(to - i)
				span.last = n - 1
				if confirmed[h] {
					scan.addGoods(li, goods[i:to], d, total)
					var rules []RowRule
					if b.rules != nil {
						rules = b.rules[from+i : from+to]
					}
					if x.meet(li, h, goods[i:to], rules, seen) {
						again[li] = true
					}
				}
				i = to
			}
		}
	}
	x.codes = scan.codes
	x.beside = slices.Contains(x.codes, CodesBeside)
	x.mixedCodes = slices.Contains(x.codes, CodesMixed)
	x.findApart(again, confirmed)
	if slices.Contains(again, true) {
		x.ruleLines(again, confirmed)
	}
}

// meet notes that rows of a line with one head have some goods, and reports whether
// one of these came in the line before. That is known of rows that a rule leaves out.
func (x *Lines) meet(line, head uint32, goods []uint32, rules []RowRule, seen []uint32) (again bool) {
	for i, g := range goods {
		if rules != nil && rules[i] != RowKept {
			continue
		}
		x.kept[head] = true
		again = again || seen[g] == line+1
		seen[g] = line + 1
	}
	return again
}

// findApart finds the lines whose rows are apart in which a good comes twice. It
// takes stretches of lines, each with a part of the rows, so that putting them in
// order takes little memory.
func (x *Lines) findApart(again, confirmed []bool) {
	all := 0
	for i, s := range x.spans {
		if x.apart[i] {
			all += int(s.rows)
		}
	}
	if all == 0 {
		return
	}
	var stretches [][2]uint32
	rows, begin := 0, 0
	for i, s := range x.spans {
		if x.apart[i] {
			rows += int(s.rows)
		}
		if rows >= max(fewApart, all/8) || i == len(x.spans)-1 {
			stretches = append(stretches, [2]uint32{uint32(begin), uint32(i + 1)})
			rows, begin = 0, i+1
		}
	}
	next := make(chan [2]uint32, len(stretches))
	for _, s := range stretches {
		next <- s
	}
	close(next)
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(stretches)) {
		wait.Go(func() {
			var of goodsApart
			seen := make([]uint32, len(x.dict.Goods)) // 1 + the line that met it last
			for s := range next {
				of.list(x, s[0], s[1], confirmed)
				for line := s[0]; line < s[1]; line++ {
					for _, g := range of.goods[of.begins[line-s[0]]:of.ends[line-s[0]]] {
						if seen[g] == line+1 {
							again[line] = true
						}
						seen[g] = line + 1
					}
				}
			}
		})
	}
	wait.Wait()
}

// ruleLines applies the rules among rows of one good to the lines in which one
// comes again.
func (x *Lines) ruleLines(again, confirmed []bool) {
	lists := x.list(again)
	dropped := make([]bool, x.dict.Heads.Len()) // heads of which a row is not kept
	owned := make([]bool, len(x.Blocks))        // rules that are not the block's
	ranks := x.dict.rankBreakdowns()
	var rows []codeRow
	for line := range x.lines {
		rows = rows[:0]
		for _, n := range lists.of(uint32(line)) {
			at := x.At(int(n))
			b := x.Blocks[at.Block]
			if h := b.Heads.At(at.Row); confirmed[h] {
				rows = append(rows, codeRow{at, b, h, b.Goods.At(at.Row), x.dict.KindOf(h).Breakdown})
			}
		}
		x.dict.ruleRows(rows, ranks, func(row *codeRow, rule RowRule) {
			at := row.at
			if x.rules[at.Block] == nil && rule == RowKept {
				return
			}
			if !owned[at.Block] {
				rules := make([]RowRule, x.Blocks[at.Block].Rows)
				copy(rules, x.rules[at.Block])
				x.rules[at.Block], owned[at.Block] = rules, true
			}
			x.rules[at.Block][at.Row] = rule
			dropped[row.head] = dropped[row.head] || rule != RowKept
		})
	}
	x.keepAgain(dropped)
}
