package extract

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// falls reports whether the words around the change d say that something got
// less. before are the claims of the sentence so far.
func falls(ws []word, d draft, before []draft) bool {
	figure := d.at
	if v := ws[figure].figure.Stated.Value; v.IsReported() && v.Sign() < 0 {
		return true
	} else if strings.HasPrefix(ws[figure].text, "+") {
		return false
	}
	if d.from == figure-1 && moreBefore(ws, figure) {
		return ws[d.from].cue.has(cueLess)
	}
	if j := compared(ws, figure); j >= 0 && !governed(ws, figure, cueUp|cueDown|cueGrowth) {
		return ws[j].cue.has(cueDown | cueLess)
	}
	if governed(ws, figure, cueUp|cueDown|cueGrowth) && !directed(ws, figure+1) {
		return downward(ws, figure, cueUp|cueDown|cueGrowth|cueLess)
	}
	if _, ok := grown(ws, figure+1); ok {
		for j := figure + 1; j < d.to; j++ {
			if ws[j].cue.has(cueDown | cueLess) {
				return true
			}
		}
		return false
	}
	if growthBefore(ws, figure) {
		return downward(ws, figure, cueGrowth)
	}
	// A percentage of a list has the direction of the one before.
	for k := len(before) - 1; k >= 0; k-- {
		if b := before[k]; b.Form == lac.FormChange && b.from < d.from {
			return b.Stated.Value.IsReported() && b.Stated.Value.Sign() < 0
		}
	}
	return false
}

// downward reports whether the nearest word before the figure at i that has one
// of the cues speaks of a fall. Of a rate that fell to so much, the fall is not
// what is measured.
func downward(ws []word, i int, c cue) bool {
	to := has(ws, i-1, cueTo) && !has(ws, i-1, cueBy)
	for j := i - 1; j >= 0 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		w := ws[j]
		if w.used || !w.cue.has(c) || to && w.cue.has(cueUp|cueDown) {
			continue
		}
		return w.cue.has(cueDown | cueLess)
	}
	return false
}

// negated returns a figure of a fall: the value below zero, and its hedge turned
// round, for a fall by over 10 percent is a change to under -10.
func negated(f lac.Stated) lac.Stated {
	if !f.Value.IsReported() || f.Value.Sign() <= 0 {
		return f
	}
	f.Value = negative(f.Value)
	if f.High.IsReported() {
		f.Value, f.High = negative(f.High), f.Value
	}
	switch f.Comparator {
	case lac.Over:
		f.Comparator = lac.Under
	case lac.AtLeast:
		f.Comparator = lac.UpTo
	case lac.Under:
		f.Comparator = lac.Over
	case lac.UpTo:
		f.Comparator = lac.AtLeast
	}
	return f
}

// negative returns -q.
func negative(q lac.Quantity) lac.Quantity {
	n, err := lac.NewQuantity(q.Amount().Neg(), q.Unit())
	if err != nil {
		return q
	}
	return n
}
