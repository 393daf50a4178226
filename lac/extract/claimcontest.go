package extract

import "github.com/sinolac/sinolac/lac"

// contestOf returns the flow of trade by which a place that words [from,to) name is one:
// largest trading partner, largest export market, main destination of the exports. It is
// empty if they name none.
func contestOf(ws []word, from, to int) lac.TradeFlow {
	if trading(ws[from:to]) {
		return lac.Turnover
	}
	role, export := -1, exportsBehind(ws, to) > 0
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
			if bears(ws, k, traitSupplier) && ofAll(ws, to) {
				return lac.Import
			}
		}
		return ""
	}
	return lac.Export
}

// exportsBehind returns the end of the words at i that make a market that of all exports: de
// las exportaciones, of Chile's exports. It is 0 if they do not.
func exportsBehind(ws []word, i int) int {
	k := i + 1
	if !has(ws, i, cueOf) && !says(ws, i, senseForIt) {
		return 0
	}
	for k < len(ws) && k < i+5 && ws[k].mark == 0 && (isArticle(ws[k]) || ws[k].cue.has(cueDet|cuePossess) || ws[k].party != "" || pronoun(ws[k])) {
		k++
	}
	if k == len(ws) || ws[k].topic != topicExport || ws[k].mark != 0 || ws[k].hint.has(hintFlowVerb) {
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
