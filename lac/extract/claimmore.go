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
		if ws[k].hint.has(hintBalance) || flowTopic[ws[k].topic] || ws[k].hint.has(hintNarrow) && i-k <= 3 {
			return true
		}
	}
	return false
}

// hanNounBefore returns the Chinese noun of what package lac counts that stands right before
// the number at i, which no more than a classifier follows: 就业岗位近百万个. It is -1 if there
// is none.
func hanNounBefore(ws []word, i int) int {
	k := i - 1
	for k > 0 && k > i-3 && ws[k].mark == 0 && ws[k].topic == 0 && (ws[k].hint.has(hintManner|hintPlain|hintReach) || ws[k].cue.has(cueFact)) {
		k--
	}
	if k < 0 || !ws[k].han || ws[k].mark != 0 || countUnits[subjects[ws[k].topic]] == "" || !means(ws, i+1, hintClassifier) {
		return -1
	}
	return k
}
