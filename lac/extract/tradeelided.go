package extract

import "github.com/sinolac/sinolac/lac"

// elided returns who sells to a partner, or buys from it, where the words leave that
// out: the other side of the trade spoken of before, or whose statistics they name.
func (t *tradeReader) elided(partner lac.Area) lac.Area {
	m, books := t.c.before.measure, t.c.booksOf(t.s.words)
	if a := t.c.before.about; t.topic == 1 && t.s.words[0].hint.has(hintPronoun) && t.s.words[1].hint.has(hintFlowVerb) && !t.s.headFirst && a != 0 && a != partner {
		return a // Mexico stands apart. It bought
	}
	if a := t.c.before.about; a != 0 && a != partner && !t.s.paragraph && possessed(t.s.words, t.from, t.topic) && t.subjectOnly(partner) {
		return a // Ecuador sells shrimp. Its exports to China
	}
	if flow := map[bool]lac.TradeFlow{true: lac.Export, false: lac.Import}[t.s.words[t.topic].topic == topicExport]; t.c.before.here && t.s.words[t.topic].han && m.Subject == lac.SubjectTrade && m.Flow == flow && m.Reporter != partner && books == 0 {
		return m.Reporter // 自秘鲁进口…，自智利进口
	}
	switch {
	case books != 0 && books != partner:
		return books // according to Peruvian customs, exports to China
	case m.Subject == lac.SubjectTrade && m.Commodity != 0 && t.bare(): // it may be of the goods spoken of
	case t.c.onlyPair(partner) != 0 && t.namedBehind(t.c.onlyPair(partner)):
		return 0 // imports from China grew; those from the United States
	case t.c.onlyPair(partner) != 0:
		return t.c.onlyPair(partner)
	case m.Subject != lac.SubjectTrade:
	case m.Partner == partner && (t.c.before.here || m.Flow == lac.Turnover || !t.s.paragraph):
		return m.Reporter // 巴西对中国出口…；自中国进口
	case m.Reporter == partner && m.Flow == lac.Turnover:
		return m.Partner
	}
	return 0
}

// subjectOnly reports whether the sentence names nobody but partner.
func (t *tradeReader) subjectOnly(partner lac.Area) bool {
	all := parties(t.s.words)
	return len(all) == 1 && t.c.area(all[0]) == partner
}

// onlyPair returns the other of the two countries that a text speaks of, where it has
// named China and one more and nobody else so far.
func (c *claimReader) onlyPair(one lac.Area) lac.Area {
	p := c.pair
	if !p.known() || !p.partner.IsCountry() || one != p.reporter && one != p.partner {
		return 0
	}
	for code := range c.seen {
		a := c.area(code)
		around := one == p.partner && a != 0 && !a.IsCountry() && a.Contains(p.partner, c.calendar.date) // Brazil's region
		if a != 0 && a != p.reporter && a != p.partner && !around {
			return 0
		}
	}
	if one == p.reporter {
		return p.partner
	}
	return p.reporter
}

// bare reports whether the word for the flow stands without one that makes it a
// whole, such as total.
func (t *tradeReader) bare() bool {
	for k := max(t.topic-1, t.from); k <= t.topic+1 && k < t.d.at; k++ {
		if w := t.s.words[k]; w.hint.has(hintPlain) && !w.sense.has(senseThem) {
			return false
		}
	}
	return t.topic < t.d.at || t.behind
}

// sameFlow reports whether another claim of the same words for the flow is of measure m.
func (t *tradeReader) sameFlow(m lac.Measure) bool {
	for k := range t.c.all {
		if o := &t.c.all[k]; o.at > t.topic && o.at < t.d.at && o.Measure == m && len(o.Missing) == 0 {
			return true
		}
	}
	return false
}

// standsBeside reports whether the sentence stands next to that of a claim of measure m, and speaks
// of the same time and nobody else: exports to China were so much. Imports, in turn, were.
func (t *tradeReader) standsBeside(m lac.Measure) bool {
	return m.Subject == lac.SubjectTrade && m.Figure == "" && t.d.Measure.Commodity == 0 && !t.s.paragraph && t.d.Period == t.c.before.period && len(parties(t.s.words)) == 0
}

// namedBehind reports whether the sentence compares, behind the figure, with the same flow of
// an area: those from the United States.
func (t *tradeReader) namedBehind(a lac.Area) bool {
	ws := t.s.words
	for k := t.d.to; k < len(ws); k++ {
		if t.c.area(ws[k].party) == a && (bears(ws, k-1, traitThose) || bears(ws, k-2, traitThose) || bears(ws, k-3, traitThose)) {
			return true
		}
	}
	return false
}
