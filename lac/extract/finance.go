package extract

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// finances are the topics of money that somebody lends or invests.
var finances = map[topic]bool{topicLoan: true, topicInvestment: true, topicStock: true}

// unrecorded names what no record family of package lac has.
var unrecorded = map[topic]string{topicDebt: "debt", topicCredit: "credit lines and currency swaps"}

// measureFinance sets the measure of a claim about loans or direct investment: the flow
// of a time, or the stock held at its end, of one side in the other.
func (c *claimReader) measureFinance(s *sentence, d *draft) {
	r := financeReader{tradeReader: tradeReader{c: c, s: s, d: d, topic: -1}, subject: subjects[d.topic], verb: -1}
	r.part()
	r.average = r.ofYears()
	why := r.unreal()
	switch {
	case r.topic < 0:
		d.miss("what is measured")
	case why != "":
		d.miss("a statement of fact: %s", why)
	case r.paired() || r.startsFrom():
		d.miss("which of two figures it is")
	case d.PerYear && !r.average:
		d.miss("of which year it is: it is one of each")
	case !r.understoodAll():
	case d.Form == lac.FormShare:
		r.share()
	default:
		r.amount()
	}
}

// part finds the words that speak of the claim: from the mark before it to the one
// behind it, and further back as long as they do not say what is measured and of whom.
func (r *financeReader) part() {
	ws, d := r.s.words, r.d
	start, end := clause(ws, d.from, d.to)
	for r.to = d.to; r.to < end && !mark(ws, r.to, ",:(-"); r.to++ {
	}
	r.from = d.from
	for {
		for r.from > start && !mark(ws, r.from-1, ",:(-") {
			r.from--
		}
		r.topic, r.verb = -1, -1
		for k := r.from; k < r.to; k++ {
			if w := ws[k]; w.mark == 0 && finances[w.topic] {
				if r.topic < 0 || w.topic == topicStock {
					r.topic = k
				}
				if w.topic == topicStock || r.subject != lac.SubjectFDIStock {
					r.subject = subjects[w.topic]
				}
			}
			if r.verb < 0 && bears(ws, k, traitGives|traitGets) && ws[k].mark == 0 && !r.d.usedAside(ws[k], k) {
				r.verb = k
			}
		}
		if r.from <= start || r.topic >= 0 && len(parties(ws[r.from:r.to])) > 1 {
			return
		}
		r.from--
	}
}

// startsFrom reports whether the amount is one from which something changed to another.
func (r *financeReader) startsFrom() bool {
	ws, d := r.s.words, r.d
	switch {
	case d.Form != lac.FormLevel || !has(ws, d.from-1, cueFrom) || ws[d.from-1].used:
		return false
	case !has(ws, d.from-1, cueOf):
		return true
	}
	for k := d.to; k < r.to; k++ {
		if f := ws[k].figure; f != nil && f.Kind == figure.KindMoney {
			return leadsTo(ws[d.to:k]) // de 8.000 a 5.000 millones
		}
	}
	return false
}

// understoodAll reports whether each word of the part is known not to narrow it down.
func (r *financeReader) understoodAll() bool {
	for k := r.from; k < r.to; k++ {
		if w := r.s.words[k]; !r.known(k) {
			r.d.miss("what %q says of the %s", r.s.text[w.Start:w.End], map[bool]string{true: "loans", false: "investment"}[r.subject == lac.SubjectLoans])
			return false
		}
	}
	if w := r.leftOut(); w != nil {
		r.d.miss("the whole of it: %q", r.s.text[w.Start:w.End])
		return false
	}
	for k := r.d.to; k < len(r.s.words)-1; k++ {
		if w := r.s.words[k+1]; mark(r.s.words, k, ",(-") && (w.hint.has(hintPart) && !w.used || w.cue.has(cueNot)) {
			r.d.miss("the whole of it: %q", r.s.text[w.Start:w.End]) // excluding, without
			return false
		}
	}
	return true
}

// known reports whether word k of the part is known not to narrow it down.
func (r *financeReader) known(k int) bool {
	w, d := r.s.words[k], r.d
	share := d.Form == lac.FormShare
	switch {
	case w.mark != 0 || k >= d.from && k < d.to || w.used:
		return w.mark == 0 || w.mark != '(' || k < d.from
	case w.figure != nil && w.figure.Kind != figure.KindOrdinal:
		return slices.ContainsFunc(r.c.all, func(o draft) bool { return k >= o.from && k < o.to })
	case w.trait.has(traitLender | traitGives | traitGets | traitStands), w.party != "", w.cue.has(cueRegion), finances[w.topic] && subjects[w.topic] == r.subject:
		return true
	case w.topic == topicInvestment && r.subject == lac.SubjectFDIStock:
		return true
	case share && (w.cue.has(cueShare) || w.sense.has(senseTakes|senseGoes)):
		return !w.cue.has(cueFuture | cueForecast)
	case w.sense.has(senseAverage):
		return r.average
	case w.cue.has(cueMember):
		return r.ofRegion(w)
	case w.topic != 0, w.hint.has(hintNarrow | hintBalance | hintPart | hintEverywhere), w.cue.has(cueNot | cueFuture | cueForecast | cuePledge | cueDuty | cueShare):
		return false
	case w.hint.has(hintPlain | hintPronoun | hintManner | hintNow | hintSame | hintPeriod | hintPoints | hintTo | hintOrigin | hintBetween | hintAt | hintReach | hintExceed | hintPassed | hintBy | hintCompared | hintClassifier):
		return true
	case w.sense.has(senseRecord | senseSum | senseRecorded):
		return true
	}
	return w.cue.has(cueStop | cueDet | cueOf | cueIn | cueTo | cueFrom | cueBy | cueAnd | cueUp | cueDown | cueGrowth | cueMore | cueLess | cueThan | cueThis | cueLast | cueYear | cuePossess | cueEach | cueEnd)
}

// amount reads an amount, its change, or a count of loans: two sides.
func (r *financeReader) amount() {
	d := r.d
	giver, getter, other := r.roles()
	if giver == 0 || getter == 0 || other != 0 || giver == getter {
		d.miss("who lends or invests where")
		return
	}
	r.polarity()
	r.comparedWith()
	if r.notAll(giver) {
		return
	}
	if last := d.Period.Last(); r.subject == lac.SubjectFDIStock && d.Form == lac.FormLevel && !last.IsZero() && last == lac.Year(last.Year()).Last() {
		d.Period = lac.Year(last.Year()) // held at the end of the year
	}
	if r.average && r.c.checked && len(d.Missing) == 0 {
		d.Form = lac.FormAverage
	}
	d.Measure = lac.Measure{Subject: r.subject, Reporter: giver, Partner: getter}
}

// share reads what part of all that one side lends to a region, or invests in it, goes to
// one of its countries: Venezuela received 46 percent of Chinese loans to Latin America.
func (r *financeReader) share() {
	d := r.d
	giver, region, part := r.roles()
	switch {
	case giver == 0 || region == 0 || part == 0 || giver == part || region.IsCountry() || !region.Contains(part, d.Period.Last()):
		d.miss("whose share of whose loans or investment it is")
	case r.notAll(giver):
	default:
		d.Measure = lac.Measure{Subject: r.subject, Reporter: giver, Partner: part}
		d.Of = lac.Measure{Subject: r.subject, Reporter: giver, Partner: region}
		r.sharePolarity()
	}
}

// roles returns who gives and who gets, and of a share who gets it. An area is zero where
// the words do not say, or name two.
func (r *financeReader) roles() (giver, getter, part lac.Area) {
	all := r.sides(r.from, r.to)
	set := func(to *lac.Area, a lac.Area) bool {
		if *to != 0 && *to != a {
			return false
		}
		*to = a
		return true
	}
	goes := -1
	if r.d.Form == lac.FormShare {
		takes := -1
		for k := r.from; k < r.to; k++ {
			w := r.s.words[k]
			switch {
			case k > r.d.at && w.sense.has(senseGoes) && w.mark == 0:
				goes = k
			case takes < 0 && k < r.d.at && (w.cue.has(cueShare) || w.sense.has(senseTakes) || w.trait.has(traitGets)) && w.mark == 0:
				takes = k
			}
		}
		all = slices.DeleteFunc(all, func(x side) bool {
			mine := goes >= 0 && x.at > goes || goes < 0 && takes >= 0 && x.at < takes
			return mine && set(&part, x.area)
		})
		if part == 0 {
			return 0, 0, 0
		}
		r.verb = -1
	}
	var rest []side
	for _, x := range all {
		ok := true
		switch {
		case x.as == sideOrigin:
			ok = set(&giver, x.area)
		case x.as == sideTo || r.within(x.at):
			ok = set(&getter, x.area)
		default:
			rest = append(rest, x)
		}
		if !ok {
			return 0, 0, 0
		}
	}
	for _, x := range rest {
		to := r.plainly(x, giver)
		if to == nil || !set(map[bool]*lac.Area{true: &giver, false: &getter}[*to], x.area) {
			return 0, 0, 0
		}
	}
	return giver, getter, part
}

// within reports whether the party is one in which something is: in Peru, and not in
// Chinese loans.
func (r *financeReader) within(at int) bool {
	ws := r.s.words
	k := at - 1
	for ; k > r.from && (has(ws, k, cueDet) || isArticle(ws[k])) && !has(ws, k, cueIn); k-- {
	}
	if k < r.from || ws[k].cue.has(cueOf) || !has(ws, k, cueIn) && !means(ws, k, hintAt) {
		return false
	}
	return ws[at].han || at+1 >= r.to || !finances[ws[at+1].topic] || ws[at+1].figure != nil
}

// plainly reports whether a party without a word for its side gives, false if it gets; nil
// if the words do not say.
func (r *financeReader) plainly(x side, giver lac.Area) *bool {
	ws := r.s.words
	gives, gets := true, false
	beside := func(k int) bool {
		return k >= r.from && k < r.to && ws[k].mark == 0 && finances[ws[k].topic] && ws[k].figure == nil
	}
	lender := bears(ws, x.at-1, traitLender) || bears(ws, x.at+1, traitLender) || has(ws, x.at+1, cuePossess) && bears(ws, x.at+2, traitLender) || x.as == sideOf && bears(ws, r.ofAt(x.at)-1, traitLender)
	verb := r.verb >= 0
	switch {
	case giver == x.area || lender:
		return &gives
	case verb && x.at < r.verb && bears(ws, r.verb, traitGives):
		return &gives
	case verb && x.at < r.verb && bears(ws, r.verb, traitGets):
		return &gets
	case verb && x.at > r.verb && x.as == sideOf:
		return &gives // recibió de China, préstamos de China
	case !r.s.headFirst && beside(x.at+1) && !(verb && x.at == r.verb+1 && bears(ws, r.verb, traitGives)), r.s.headFirst && beside(x.at-1):
		return &gives // Chinese loans, préstamos chinos
	case verb && x.at == r.verb+1 && bears(ws, r.verb, traitGives):
		return &gets // lent Venezuela
	case !verb && giver == 0 && (x.as == sideOwner || x.as == sideOf):
		return &gives
	case !verb && x.as == sideOwner && x.at < r.topic:
		return &gets // Brazil's loans from China
	case !verb && ws[x.at].han && x.at < r.topic && giver == 0:
		return &gives // 中国对阿根廷的贷款
	}
	return nil
}

// ofAt returns the word that makes the party at k one of whom something is.
func (r *financeReader) ofAt(k int) int {
	for k--; k > r.from && !r.s.words[k].cue.has(cueOf); k-- {
	}
	return k
}

// ofFinance reports whether a share is one of loans or direct investment.
func (c *claimReader) ofFinance(s *sentence, d *draft) bool {
	start, end := clause(s.words, d.from, d.to)
	found := topicNone
	for _, w := range s.words[start:end] {
		switch {
		case w.mark != 0 || w.topic == topicNone:
		case !finances[w.topic]:
			return false
		default:
			found = w.topic
		}
	}
	if found != topicNone {
		d.topic = found
	}
	return found != topicNone
}
