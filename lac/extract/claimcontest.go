package extract

import "github.com/sinolac/sinolac/lac"

// contestOf returns the flow of trade by which a place that words [from,to) name is one:
// largest trading partner, largest export market, main destination of the exports. It is
// empty if they name none.
func contestOf(ws []word, from, to int) lac.TradeFlow {
	if trading(ws[from:to]) {
		return lac.Turnover
	}
	role, export := -1, flowBehind(ws, to, topicExport) > 0
	for k := from; k < to; k++ {
		w := ws[k]
		switch {
		case w.hint.has(hintSink):
			role, export = k, export || w.han
		case w.topic == topicExport && !w.hint.has(hintFlowVerb):
			export = true
		case w.blank() && !w.han:
			return "" // of farm products
		}
	}
	if role < 0 || !export && !(bears(ws, role, traitBuyer) && ofAll(ws, to)) {
		for k := from; k < to; k++ {
			if bears(ws, k, traitSupplier) && ofAll(ws, to) || bears(ws, k, traitOrigin) && flowBehind(ws, to, topicImport) > 0 {
				return lac.Import
			}
		}
		return ""
	}
	return lac.Export
}

// flowBehind returns the end of the words at i that make a market that of all exports, or an
// origin that of all imports: de las exportaciones, of Chile's exports. It is 0 if they do not.
func flowBehind(ws []word, i int, flow topic) int {
	k := i + 1
	if !has(ws, i, cueOf) && !says(ws, i, senseForIt) {
		return 0
	}
	for k < len(ws) && k < i+5 && ws[k].mark == 0 && (isArticle(ws[k]) || ws[k].cue.has(cueDet|cuePossess) || ws[k].party != "" || pronoun(ws[k])) {
		k++
	}
	if k == len(ws) || ws[k].topic != flow || ws[k].mark != 0 || ws[k].hint.has(hintFlowVerb) {
		return 0
	}
	return k + 1
}

// ofAll reports whether nothing behind the word for a customer, which ends at i, or anywhere
// else says of which goods it is one: China is Uruguay's top customer.
func ofAll(ws []word, i int) bool {
	for _, w := range ws {
		if w.hint.has(hintNarrow) && w.mark == 0 {
			return false
		}
	}
	k := i
	for k < len(ws) && ws[k].mark == 0 && (has(ws, k, cueOf|cueDet) || isArticle(ws[k]) || has(ws, k, cueIn) && k+1 < len(ws) && ws[k+1].used) {
		k++
	}
	return k == len(ws) || ws[k].mark != 0 || ws[k].used || ws[k].party != "" && k > i
}

// amongPartners returns the end of words at i that say among whom something holds a place,
// if they are the trading partners of one side: entre los socios comerciales de Perú, among
// Peru's trading partners. It is 0 if they say something else.
func amongPartners(ws []word, i int) int {
	if !has(ws, i, cueAmong) {
		return 0
	}
	trade, role, k := false, false, i+1
	for ; k < len(ws) && ws[k].mark == 0 && !(trade && role); k++ {
		w := ws[k]
		switch {
		case w.topic == topicTrade || w.cue.has(cueRole):
			trade, role = trade || w.topic == topicTrade, role || w.cue.has(cueRole)
		case w.party == "" && !w.cue.has(cueDet|cuePossess) && !isArticle(w), w.hint.has(hintNarrow):
			return 0
		}
	}
	if !trade || !role {
		return 0
	}
	return k
}

// trading reports whether words speak of trade partners.
func trading(ws []word) bool {
	for _, w := range ws {
		if w.topic == topicTrade {
			return true
		}
	}
	return false
}

// tradeBehind returns the end of such words, of exports or of imports.
func tradeBehind(ws []word, i int) int {
	return max(flowBehind(ws, i, topicExport), flowBehind(ws, i, topicImport))
}

// limited reports whether a place is one among the partners of a region alone, as
// in "China's largest trading partner in Latin America", or in some goods.
func limited(ws []word, d *draft) bool {
	start, end := clause(ws, d.from, d.to)
	for k := max(start, d.from-6); k < min(end, max(d.to, tradeBehind(ws, d.to))+5); k++ {
		w := ws[k]
		if k >= d.to && mark(ws, k, ",") && k+1 < len(ws) && ws[k+1].party != "" {
			break // 智利是中国在拉美的…
		}
		if w.hint.has(hintNarrow) || w.hint.has(hintPart) && !w.used && k >= d.to {
			return true
		}
		if k == d.to && w.sense.has(senseForIt) && tradeBehind(ws, k) > 0 {
			continue // the top destination for Brazilian exports
		}
		in := w.cue.has(cueIn) && !w.cue.has(cueOf) || w.hint.has(hintAt)
		if in && w.mark == 0 && !w.used && (k >= d.to || w.han) && k+1 < end && (ws[k+1].party != "" || ws[k+1].cue.has(cueRegion) || ws[k+1].cue.has(cueDet) && k+2 < end && (ws[k+2].party != "" || ws[k+2].cue.has(cueRegion))) {
			return true
		}
	}
	// In Asia, the largest Asian partner; among Asian countries, the largest partner.
	named := func(k int) bool { return ws[k].upper && ws[k].mark == 0 && (ws[k].blank() || ws[k].party == "ASIA") }
	for k := d.from + 1; k < min(end, d.to+5); k++ {
		if named(k) && (k < d.to || !ws[k].used && ws[k-1].cue.has(cueIn) && !ws[k-1].used) {
			return true
		}
	}
	for k := 1; k < d.from && ws[k].mark == 0; k++ {
		if behind := nextMark(ws, k); named(k) && !ws[k].used && ws[0].cue.has(cueIn|cueAmong) && !ws[0].used && behind < d.from && ws[behind].mark == ',' {
			return true
		}
	}
	return false
}

// nextMark returns the index of the first mark from k on, or that of the last word.
func nextMark(ws []word, k int) int {
	for k < len(ws)-1 && ws[k].mark == 0 {
		k++
	}
	return k
}
