package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// ofChange returns the noun that says of what so many years in a row were: years of growth,
// años de alzas. It is -1 if there is none.
func ofChange(ws []word, d *draft) int {
	for k := max(d.from, d.to-2); k <= d.to; k++ {
		if has(ws, k, cueOf) && has(ws, k+1, cueGrowth) && ws[k+1].mark == 0 {
			return k + 1
		}
	}
	return -1
}

// trend maps a number of years in a row to a trend of trade: that it rose, or
// fell, or stayed above what the sentence names. It reports whether it did, or
// whether it said what is missing.
func (c *claimReader) trend(s *sentence, d *draft) bool {
	ws := s.words
	if d.Stated.Value.Unit() != lac.UnitYears {
		return false
	}
	start, end := clause(ws, d.from, d.to)
	if !slices.ContainsFunc(ws[start:end], func(w word) bool {
		return w.topic == topicTrade || w.topic == topicExport || w.topic == topicImport
	}) {
		return false
	}
	d.at = d.from
	t := tradeReader{c: c, s: s, d: d}
	t.part()
	t.ahead()
	if why := t.unreal(); why != "" {
		d.miss("a statement of fact: %s", why)
		return true
	}
	up, down := false, false
	for k := t.from; k < t.to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || w.topic != 0 || k >= d.from && k < d.to:
		case w.cue.has(cueNot), w.cue.has(cueFuture | cueForecast):
			d.miss("a statement of what is")
			return true
		case w.figure != nil && w.figure.Stated.Value.IsReported() && !durations[w.figure.Stated.Value.Unit()]:
		case w.cue.has(cueDown) || w.cue.has(cueLess):
			down = true
		case w.cue.has(cueUp):
			up = true
		}
	}
	for k := t.from; k < t.topic; k++ {
		if w := ws[k]; w.mark == 0 && w.cue.has(cueGrowth) && !w.cue.has(cueUp|cueDown) {
			d.miss("the trend of an amount: it is that of growth")
			return true
		}
	}
	if n := ofChange(ws, d); n >= 0 {
		up, down = !ws[n].cue.has(cueDown|cueLess), ws[n].cue.has(cueDown|cueLess)
	}
	threshold := (*draft)(nil)
	for i := range c.all {
		o := &c.all[i]
		_, money := o.Stated.Value.Unit().Currency()
		switch {
		case o == d || o.from < t.from || o.from >= t.to:
		case o.Form == lac.FormLevel && money && threshold == nil:
			threshold = o
		default:
			d.miss("one thing that was so for years: its words speak of more")
			return true
		}
	}
	read := *d
	read.Form, read.Missing = lac.FormLevel, nil
	if threshold != nil {
		read.at, read.to = threshold.at, threshold.to
		t.d = &read
	}
	level := tradeReader{c: c, s: s, d: &read}
	level.part()
	if threshold == nil {
		level.ahead()
	}
	if level.topic < 0 || !level.measure() {
		d.Missing = append(d.Missing, read.Missing...)
		if len(read.Missing) == 0 {
			d.miss("what was so for years")
		}
		return true
	}
	direction := lac.Up
	deficit := read.Measure.Flow == lac.Balance && slices.ContainsFunc(ws[t.from:t.to], func(w word) bool { return w.hint.has(hintDeficit) })
	if threshold != nil {
		read.Stated = threshold.Stated
		level.polarity()
		switch hedge := read.Stated.Comparator; {
		case len(read.Missing) > 0 || hedge != lac.Over && hedge != lac.Under:
			d.miss("on which side of the threshold it was")
			return true
		case hedge == lac.Under:
			direction = lac.Down
		}
		d.Threshold = threshold.Stated.Value
		threshold.Missing = append(threshold.Missing, "a year: it is the threshold of a trend")
	} else if up == down {
		d.miss("whether it rose or fell")
		return true
	} else if down != deficit { // a deficit that widens is a balance that falls
		direction = lac.Down
	}
	d.Form, d.Measure, d.Direction = lac.FormTrend, read.Measure, direction
	return true
}
