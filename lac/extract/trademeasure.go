package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// leastTrade is the least amount of money that the trade of a country can be meant by.
const leastTrade = 1000

// measureTrade sets the measure of a claim about trade, and reports what is missing
// to it.
func (c *claimReader) measureTrade(s *sentence, d *draft) {
	t := tradeReader{c: c, s: s, d: d}
	t.part()
	if start, _ := clause(s.words, d.from, d.to); d.Form == lac.FormChange && t.topic < 0 && s.onlyTimes(start, d.from) {
		t.ahead() // Up 6 percent, trade reached
	}
	t.average = t.ofYears()
	if d.Form == lac.FormLevel && d.PerYear && !t.average {
		d.miss("of which year it is: it is one of each")
		return
	}
	if _, money := d.Stated.Value.Unit().Currency(); money && d.Form == lac.FormLevel && d.Stated.Value.Amount().Abs().LessThan(decimal.NewFromInt(leastTrade)) {
		d.miss("what is measured")
		return // one dollar in four
	}
	if f := s.words[d.at].figure; f != nil && f.Numeral.Start > f.Core.Start && f.Kind == figure.KindMoney && d.Stated.Digits == 0 && !strings.ContainsAny(f.Core.Of(s.text), "0123456789") && f.Stated.Vague == "" && !s.words[d.at].han && !has(s.words, d.at-1, cueFact) {
		d.miss("an amount: %q is a unit", f.Core.Of(s.text))
		return // US$ million
	}
	if t.paired() {
		d.miss("which of two figures it is")
		return
	}
	if why := t.unreal(); why != "" {
		d.miss("a statement of fact: %s", why)
		return
	}
	if !t.led() {
		return
	}
	if of := t.bracketed(); of != nil {
		d.Measure, d.Period, d.Baseline = of.Measure, of.Period, of.Period.AddYears(-1)
	} else if of := t.ledTo(); of != nil {
		d.Measure = of.Measure
	} else if t.topic < 0 && t.ofBalance() {
		if !t.balance() {
			return
		}
	} else if m, ok := t.those(); ok {
		d.Measure = m
	} else if t.topic < 0 {
		if !t.goesOn() {
			d.miss("what is measured")
			return
		}
		d.Measure = c.before.measure
	} else if !t.measure() {
		return
	}
	if d.Form == lac.FormChange && (d.PerYear || t.yearly()) {
		d.miss("the change from one time to another: it is an average of years")
	}
	if d.Form == lac.FormChange && !ofOneYear(d.Period) && !d.Period.First().IsZero() && !d.Period.Last().IsZero() && d.Baseline == d.Period.AddYears(-1) {
		d.miss("from which year to which it changed: the time is of several") // over three years
	}
	if date := t.c.calendar.date; !date.IsZero() && d.Period.IsYear() && d.Period.Last().After(date) && d.Period.Contains(date.Period()) {
		d.miss("the months that it is of: the year is not over")
	}
	t.polarity()
	t.time()
	t.comparedWith()
	t.reckoned()
	t.timesMore()
	switch {
	case len(d.Missing) > 0:
	case weights[d.Stated.Value.Unit()] && d.Measure.Commodity == 0:
		d.miss("the goods of which it is the weight")
	case weights[d.Stated.Value.Unit()]:
		d.Measure.Figure = lac.FigureNetWeight
	case t.average && c.checked:
		d.Form = lac.FormAverage
	}
	d.Measure.Real = t.real
}

// led reads what stands before the claim and a comma, and is of all that follows, or
// next behind it: "In real terms, exports rose", "exports rose, excluding oil". False if
// the claim is of a part.
func (t *tradeReader) led() bool {
	ws := t.s.words
	begins := true // whether a word begins a phrase
	for k := 0; k < t.from; k++ {
		switch {
		case ws[k].mark == ';':
			t.real = false // another clause
		case begins && !t.heads(ws[k]):
			return false
		case begins && ws[k].cue.has(cueNot) && !ws[k].used && t.phraseOnly(k), begins && ws[k].mark == 0 && t.goodsOnly(k):
			t.d.miss("the whole of it: %q", t.s.text[ws[k].Start:ws[k].End])
			return false
		}
		begins = ws[k].mark != 0
	}
	for k := max(t.to, t.d.to); k < len(ws); k++ {
		if ws[k].mark == 0 {
			return t.heads(ws[k])
		}
	}
	return true
}

// bracketed returns the amount whose change stands in brackets right behind it:
// $47.7 billion (-7.5%).
func (t *tradeReader) bracketed() *draft {
	ws, d := t.s.words, t.d
	if d.Form != lac.FormChange || d.Stated.Value.Unit() != lac.UnitPercent {
		return nil
	}
	open, end := d.from-1, d.to
	for open > 0 && d.at-open < 4 && ws[open].mark == 0 && ws[open].cue.has(cueUp|cueDown|cueGrowth|cueDet|cueOf) {
		open--
	}
	for end < len(ws) && end-d.at < 4 && ws[end].mark == 0 && ws[end].figure == nil && (ws[end].cue.has(cueUp|cueDown|cueGrowth) || ws[end].hint.has(hintManner)) {
		end++
	}
	if !mark(ws, open, "(") || !mark(ws, end, ")") {
		return nil
	}
	for k := range t.c.all {
		o := &t.c.all[k]
		if (o.to == open || o.to < open && t.timesOnly(o.to, open)) && o.Form == lac.FormLevel && len(o.Missing) == 0 && o.Measure.Subject == lac.SubjectTrade && ofOneYear(o.Period) && (d.Period == o.Period || d.Period.IsZero()) {
			return o
		}
	}
	return nil
}

// timesOnly reports whether the words in [from,to) are no more than a time: $188 billion in
// 2024 (+3.5%).
func (t *tradeReader) timesOnly(from, to int) bool {
	for k := from; k < to; k++ {
		if w := t.s.words[k]; w.mark != 0 || !t.isTime(k) && !w.cue.has(cueIn|cueOf|cueDet) {
			return false
		}
	}
	return to-from <= 4
}

// ledTo returns the change that led to the amount right behind it: rose 5 percent to $116
// billion. It is nil if there is none, or if the words before the amount name a flow of
// their own.
func (t *tradeReader) ledTo() *draft {
	ws, d := t.s.words, t.d
	if _, money := d.Stated.Value.Unit().Currency(); t.topic >= 0 || d.Form != lac.FormLevel || !money {
		return nil
	}
	for k := range t.c.all {
		o := &t.c.all[k]
		if o.Form != lac.FormChange || o.Stated.Value.Unit() != lac.UnitPercent || o.to > d.from || d.from-o.to > 6 || o.Measure.Subject != lac.SubjectTrade || o.Measure.Figure != "" || o.Measure.Real || len(o.Missing) > 0 || o.Period != d.Period {
			continue
		}
		to := ws[d.at].figure.Whole.Start < ws[d.at].figure.Core.Start && (d.Stated.Comparator == "" || d.Stated.Comparator == lac.Equal) // hasta
		for j := o.to; j < d.from; j++ {
			w := ws[j]
			if t.isTime(j) {
				continue // in 2024
			}
			to = to || (w.cue.has(cueTo) || w.hint.has(hintTo)) && !w.cue.has(cueAnd) && w.mark == 0 || w.hint.has(hintReach)
			if w.mark != 0 && w.mark != ',' || w.figure != nil || w.party != "" || w.topic != 0 || w.cue.has(cueFrom|cueBy) && !w.cue.has(cueTo) && !w.hint.has(hintTo) || w.cue.has(cueNot) ||
				w.mark == 0 && !w.cue.has(cueTo|cueStop|cueDet|cueAnd) && !w.hint.has(hintTo|hintPlain|hintReach) {
				to = false
				break
			}
		}
		if to && t.tailUnderstood() {
			return o
		}
	}
	return nil
}

// those reads a flow that a word such as "those" stands for, of the one told before, with
// another partner: imports from Peru were so much, those from Chile so much.
func (t *tradeReader) those() (lac.Measure, bool) {
	m := t.c.before.measure
	if t.topic >= 0 || t.d.Form != lac.FormLevel || m.Subject != lac.SubjectTrade || m.Flow != lac.Export && m.Flow != lac.Import || m.Commodity != 0 || m.Figure != "" || t.s.paragraph && !t.c.before.here {
		return m, false
	}
	want := map[lac.TradeFlow]sideRole{lac.Export: sideTo, lac.Import: sideOrigin}[m.Flow]
	all := t.sides(t.from, t.d.at)
	if len(all) != 1 || all[0].as != want || all[0].area == m.Reporter || all[0].area == m.Partner {
		return m, false
	}
	stands := false
	for k := t.from; k < t.d.at; k++ {
		w := t.s.words[k]
		stands = stands || k < all[0].at && w.trait.has(traitThose)
		if w.mark == 0 && !t.isAside(k) && !t.understood(w) && !w.trait.has(traitThose) || w.hint.has(hintNarrow) {
			return m, false
		}
	}
	m.Partner = all[0].area
	return m, stands && t.tailUnderstood()
}

// setOff reports whether word k stands between commas of its own, apart from the flow and
// from the figure: exports, soybeans among them, fell 9 percent.
func (t *tradeReader) setOff(k int) bool {
	ws := t.s.words
	return t.topic < k && k < t.d.at && commas(ws[t.topic:k]) > 0 && commas(ws[k:t.d.at]) > 0
}

// whyPart reports whether the part between commas in which word k stands only says why
// it was so: led by soybeans.
func (t *tradeReader) whyPart(k int) bool {
	for k > t.from && t.s.words[k-1].mark == 0 {
		k--
	}
	return t.s.words[k].sense.has(senseCause)
}

// phraseOnly reports whether the words from k up to a comma are a phrase without a verb
// or a figure: without oil, ...
func (t *tradeReader) phraseOnly(k int) bool {
	for ws := t.s.words; k < t.from; k++ {
		switch w := ws[k]; {
		case w.text == "、":
			// 工业、贸易和服务部
		case w.mark == ',':
			return true
		case w.mark != 0, w.figure != nil && w.figure.Kind != figure.KindOrdinal && !w.used, w.cue.has(cueFact|cueUp|cueDown|cueSay) && !w.cue.has(cueStop):
			return false
		}
	}
	return false
}

// goodsOnly reports whether the phrase at k is of goods, and does not say why something
// was so: besides copper, ...; for soybeans, ...
func (t *tradeReader) goodsOnly(k int) bool {
	if !t.phraseOnly(k) {
		return false
	}
	goods := false
	for ; t.s.words[k].mark != ',' || t.s.words[k].text == "、"; k++ {
		w := t.s.words[k]
		if w.sense.has(senseCause) {
			return false
		}
		goods = goods || w.hint.has(hintNarrow)
	}
	return goods
}

// heads reads the word with which such a phrase begins.
func (t *tradeReader) heads(w word) bool {
	switch {
	case w.sense.has(senseReal) && t.d.Form == lac.FormChange:
		t.real = true
	case w.sense.has(senseReal), w.hint.has(hintPart) && !w.used && !w.sense.has(senseAverage):
		t.d.miss("the whole of it: %q", t.s.text[w.Start:w.End])
		return false
	}
	return true
}

// measure reads flow and sides.
func (t *tradeReader) measure() bool {
	ws, d := t.s.words, t.d
	from := t.from
	to := max(t.to, d.to)
	for k := from; k < to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || k == d.at && w.figure != nil || t.isAside(k):
		case w.sense.has(senseReal) && d.Form == lac.FormChange:
			t.real = true
		case w.sense.has(senseAverage) && t.average:
		case w.hint.has(hintPart) && !w.used:
			d.miss("the whole of a year: it is an average or a part")
			return false
		case w.hint.has(hintEverywhere) && !w.used:
			d.miss("the two sides: it is of trade with all the world, or with others")
			return false
		case w.hint.has(hintNarrow) && t.setOff(k):
			if t.whyPart(k) {
				continue
			}
			d.miss("all goods: %q", t.s.text[w.Start:w.End])
			return false
		case w.sense.has(sensePrice) && !w.used && (k < t.topic || k == t.topic+1):
			d.miss("the trade: it is of its price")
			return false
		case w.hint.has(hintNarrow):
			if code, ok := t.goods(w); ok && (d.Measure.Commodity == 0 || d.Measure.Commodity == code) {
				d.Measure.Commodity = code
				continue
			}
			d.miss("all goods: %q", t.s.text[w.Start:w.End])
			return false
		case w.hint.has(hintBalance):
			return t.balance()
		}
	}
	if t.twoFlows() {
		d.miss("one flow: its words speak of two")
		return false
	}
	if !t.phraseUnderstood() || !t.tailUnderstood() {
		return false
	}
	if ws[t.topic].topic == topicTrade {
		return t.turnover()
	}
	return t.flow()
}
