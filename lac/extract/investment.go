package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// measureInvestment sets the measure of a claim about direct investment: the flow of
// a time, or the stock held at its end, of one side in the other. Each word of the
// phrase must be understood, as for trade.
func (c *claimReader) measureInvestment(s *sentence, d *draft) {
	t := tradeReader{c: c, s: s, d: d, topic: -1}
	ws := s.words
	start, end := clause(ws, d.from, d.to)
	direct := func(w word) bool { return w.mark == 0 && (w.topic == topicInvestment || w.topic == topicStock) }
	for t.to = d.to; t.to < end && !mark(ws, t.to, ",:(-"); t.to++ {
	}
	for t.from = d.at; t.from > start && t.topic < 0; {
		if t.from--; direct(ws[t.from]) {
			t.topic = t.from
		}
	}
	for t.from > start && !mark(ws, t.from-1, ",:(-") {
		t.from--
	}
	if t.topic < 0 {
		if t.topic = slices.IndexFunc(ws[d.to:t.to], direct); t.topic >= 0 {
			t.topic += d.to
		}
	}
	switch why := t.unreal(); {
	case t.topic < 0:
		d.miss("what is measured")
		return
	case why != "":
		d.miss("a statement of fact: %s", why)
		return
	}
	subject := lac.SubjectFDIFlow
	for k := t.from; k < t.to; k++ {
		w := ws[k]
		switch {
		case w.mark != 0 || k >= d.from && k < d.to || w.used && w.figure != nil:
		case direct(w):
			if w.topic == topicStock {
				subject = lac.SubjectFDIStock
			}
		case w.cue.has(cueNot):
			d.miss("a statement of what is: it is denied")
			return
		case k < d.at && !t.understood(w) || w.hint.has(hintNarrow|hintPart|hintEverywhere):
			d.miss("what %q says of the investment", s.text[w.Start:w.End])
			return
		}
	}
	investor, host := t.investor()
	if investor == 0 || host == 0 || investor == host {
		d.miss("who invests where")
		return
	}
	t.polarity()
	if last := d.Period.Last(); subject == lac.SubjectFDIStock && d.Form == lac.FormLevel && !last.IsZero() && last == lac.Year(last.Year()).Last() {
		d.Period = lac.Year(last.Year()) // held at the end of the year
	}
	d.Measure = lac.Measure{Subject: subject, Reporter: investor, Partner: host}
}

// investor returns the side that invests and that in which it does: "China's direct
// investment in Peru", 中国对秘鲁直接投资. Both are zero where the words do not say.
func (t *tradeReader) investor() (investor, host lac.Area) {
	ws := t.s.words
	for _, x := range t.sides(t.from, t.to) {
		k := x.at - 1
		for k > t.from && (has(ws, k, cueDet) || isArticle(ws[k])) && !has(ws, k, cueIn) {
			k--
		}
		in := has(ws, k, cueIn) || means(ws, k, hintAt)
		at := &investor
		switch {
		case x.as == sideOwner || x.as == sideOf || x.as == sideOrigin:
		case in || x.as == sideTo:
			at = &host
		case ws[x.at].han && x.at < t.topic, x.at == t.topic-1, x.at == t.topic+1:
		default:
			return 0, 0
		}
		if *at != 0 && *at != x.area {
			return 0, 0
		}
		*at = x.area
	}
	return investor, host
}
