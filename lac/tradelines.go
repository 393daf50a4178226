package lac

import (
	"cmp"
	"slices"
)

// lineCounts say by source how lines are counted in a file of which more parts were
// read than before. The lines of the parts that were read count on from one to the
// next, in the order of the bytes: with all of them that is as in the file.
type lineCounts map[string][]lineCount

// A lineCount is that of a part: lines after one were counted from there, and are now
// by some more.
type lineCount struct{ after, by uint32 }

// newLineCounts returns how lines of the inputs old are counted among inputs of which
// these are some, only of sources whose lines are counted otherwise.
func newLineCounts(old, inputs []TradeInput) lineCounts {
	counts := lineCounts{}
	for _, in := range old {
		if in.Source == "" || counts[in.Source] != nil {
			continue
		}
		was, is := partsOf(in.Source, old), partsOf(in.Source, inputs)
		var all []lineCount
		after, lines := 0, 0
		for _, part := range is {
			if len(was) > 0 && was[0] == part {
				all = append(all, lineCount{uint32(after), uint32(lines - after)})
				after += part.Lines
				was = was[1:]
			}
			lines += part.Lines
		}
		if all[len(all)-1].by > 0 { // the greatest
			counts[in.Source] = all
		}
	}
	return counts
}

// partsOf returns the inputs of a source, in the order of the file's bytes.
func partsOf(source string, inputs []TradeInput) []TradeInput {
	var parts []TradeInput
	for _, in := range inputs {
		if in.Source == source {
			parts = append(parts, in)
		}
	}
	slices.SortFunc(parts, func(a, b TradeInput) int { return cmp.Compare(a.From, b.From) })
	return parts
}

// ofHeads returns by head how lines of its records are counted; nil: as before.
func (c lineCounts) ofHeads(d *tradeDict) [][]lineCount {
	if len(c) == 0 {
		return nil
	}
	of := make([][]lineCount, d.ids.Heads.Len())
	for head := range of {
		if k := d.kindOf(uint32(head)); !k.named {
			of[head] = c[k.source]
		}
	}
	return of
}

// counted returns the line of a record that was counted as one before.
func counted(counts []lineCount, line uint32) uint32 {
	i, _ := slices.BinarySearchFunc(counts, line, func(c lineCount, line uint32) int { return cmp.Compare(c.after, line) })
	if i > 0 {
		line += counts[i-1].by
	}
	return line
}
