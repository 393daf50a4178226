package extract

// moreThanBefore reports whether a count that ends at i is of how many more, or fewer,
// there are than there were.
func moreThanBefore(ws []word, i int) bool {
	switch {
	case i >= len(ws) || ws[i].han:
		return false
	case has(ws, i-1, cueMore) && has(ws, i, cueThan) && ws[i].mark == 0 && !ws[i].cue.has(cueOf|cueIn):
		return true
	case says(ws, i, senseMoreThan) && has(ws, i, cueThan):
		return true
	}
	return has(ws, i, cueMore) && has(ws, i+1, cueThan) && ws[i+1].mark == 0 && !ws[i+1].cue.has(cueOf|cueIn)
}

// ofTradeOrBalance reports whether the number at i, with no noun behind it, stands behind
// a word for a balance or for a flow of trade: the surplus was 590 million.
func ofTradeOrBalance(ws []word, i int) bool {
	if i+1 < len(ws) && ws[i+1].mark == 0 && !ws[i+1].used && !ws[i+1].cue.has(cueStop|cueIn|cueAnd) {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-8 && ws[k].mark != '.' && ws[k].mark != ';' && (ws[k].figure == nil || ws[k].used); k-- {
		if ws[k].hint.has(hintBalance) || flowTopic[ws[k].topic] {
			return true
		}
	}
	return false
}
