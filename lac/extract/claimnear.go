package extract

import "slices"

// serves reports whether a part of a set is reached or served: a coverage.
func serves(ws []word, from, to int) bool {
	for j := from - 1; j >= 0 && j >= from-10 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		if ws[j].cue.has(cueServe) {
			return true
		}
	}
	for j := from + 1; j < len(ws) && j < to+8 && ws[j].mark == 0; j++ {
		if ws[j].cue.has(cueServe) {
			return true
		}
	}
	return false
}

// ofAmount reports whether words [from,to) after a percentage name an amount, such
// as a cost, and not members, people or places that can be reached.
func ofAmount(ws []word, from, to int) bool {
	for j := to - 1; j >= from; j-- {
		switch w := ws[j]; {
		case w.cue.has(cueMember | cuePlural):
			return false
		case w.cue.has(cueCost) || w.topic.isSum():
			return true
		}
	}
	return false
}

// nearRate reports whether a figure is the height of a rate, such as interest.
func nearRate(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if ws[j].mark != 0 || ws[j].figure != nil {
			break
		}
		if ws[j].cue.has(cueRate) {
			return true
		}
	}
	for j := i + 1; j < len(ws) && j <= i+2; j++ {
		if ws[j].mark != 0 || ws[j].cue.has(cueOf|cueStop) {
			break
		}
		if ws[j].cue.has(cueRate) {
			return true
		}
	}
	return false
}

// growthBefore reports whether the clause speaks of growth: "growth slowed to".
func growthBefore(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-14 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		if ws[j].cue.has(cueGrowth) && !ws[j].cue.has(cueUp|cueDown) {
			return true
		}
	}
	return false
}

// possessed reports whether a word such as "its" says whose the flow at i is: its exports,
// sus exportaciones, 其对华出口.
func possessed(ws []word, from, i int) bool {
	for k := i - 1; k >= max(from, i-4) && ws[k].mark == 0; k-- {
		switch w := ws[k]; {
		case pronoun(w):
			return true
		case w.hint.has(hintPlain|hintTo|hintOrigin|hintBilateral) || w.party != "" || w.goods != 0 || w.used:
		default:
			return false
		}
	}
	return false
}

// soldTo reports whether the word at k is a market of the party beside it to which somebody
// sells: to the Chinese market, al mercado chino, 对中国市场.
func soldTo(ws []word, k int, headFirst bool) bool {
	if k < 0 || k >= len(ws) || !ws[k].hint.has(hintSink) || !ws[k].cue.has(cueRole) {
		return false
	}
	party, j := k-1, k-2
	if headFirst {
		party, j = k+1, k-1
	}
	if party < 0 || party >= len(ws) || ws[party].party == "" {
		return false
	}
	for j > 0 && ws[j].mark == 0 && (isArticle(ws[j]) || has(ws, j, cueDet)) && !means(ws, j, hintTo) {
		j--
	}
	return means(ws, j, hintTo) && ws[j].mark == 0
}

// ahead reports whether a time of the clause of word i, before it, is the next years: 未来三年
// 提供5000个名额 has no word for the future.
func ahead(s *sentence, i int) bool {
	start, _ := clause(s.words, i, i+1)
	return s.words[i].joined && slices.ContainsFunc(s.times, func(m timeMention) bool {
		return m.from >= start && m.to <= i && s.words[m.to-1].han && slices.ContainsFunc(s.words[m.from:m.to], func(w word) bool { return w.cue.has(cueNext) })
	})
}
