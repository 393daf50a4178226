package extract

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// rank reads a place among others: "second-largest trading partner", "comes
// fourth", "no country has traded more with Indonesia than China". before are the
// claims of the sentence so far.
func rank(s *sentence, i int, before []draft) (draft, bool) {
	ws := s.words
	n, from, to := 0, i, 0
	for _, rule := range [...]func([]word, int) (n, to int){rankOfRole, rankByVerb, rankByNone, rankByMore} {
		if n, to = rule(ws, i); to > i {
			break
		}
	}
	if to <= i {
		from, n, to = rankOfThing(s, i)
	}
	if to <= i {
		from = i
		if n, to = rankElliptic(ws, i, before); to <= i {
			return draft{}, false
		}
	}
	if lost(ws, from) {
		return draft{}, false
	}
	d := draft{from: from, at: i, to: to}
	d.Form = lac.FormRank
	d.Stated = stated(s, from, to, n, lac.UnitRank)
	d.Stated.Digits, d.n = 1, n
	if d.contest = contestOf(ws, i, to); d.contest == "" {
		if end := amongPartners(ws, to); end > to {
			d.contest, d.to = lac.Turnover, end
		}
	}
	return d, true
}

// lost reports whether the clause says that the place at i is no longer held, or
// is not.
func lost(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5 && ws[j].mark == 0; j-- {
		if ws[j].cue.has(cueNot) && !ws[j].used {
			return true
		}
	}
	return false
}

// rankElliptic reads the second place of "the first partner of Brazil, and the
// second of many others".
func rankElliptic(ws []word, i int, before []draft) (int, int) {
	n := ordinal(ws, i)
	if n == 0 || !has(ws, i-1, cueDet) || !has(ws, i+1, cueOf) {
		return 0, 0
	}
	for k := range before {
		if before[k].Form == lac.FormRank {
			return n, i + 1
		}
	}
	return 0, 0
}

// rankOfRole reads a superlative with the role in which it holds: "(second-)
// largest trading partner", "tercer proveedor". "One of the largest" gives no place.
func rankOfRole(ws []word, i int) (int, int) {
	j, n, numbered := i, 1, false
	if o := ordinal(ws, j); o > 0 {
		n, numbered = o, true
		j++
	}
	super := has(ws, j, cueSuper)
	if super {
		if ws[j].n > 1 {
			n = ws[j].n
		}
		j++
	}
	if !super && !(numbered && j > i) {
		return 0, 0
	}
	reach := 5
	switch {
	case j < len(ws) && ws[j].han:
		reach = 10
	case !super:
		reach = 2 // segundo socio, tercer país destino
	}
	for k := j; k < len(ws) && k < j+reach; k++ {
		w := ws[k]
		if w.cue.has(cueRole) {
			if !super && !w.han && !headFirst(ws, k) {
				return 0, 0
			}
			if n == 1 && !numbered && (!definite(ws, i) || plural(w)) || amongst(ws, i) {
				return 0, 0
			}
			for k+1 < len(ws) && ws[k+1].han && ws[k+1].cue.has(cueRole|cueMember) && ws[k+1].mark == 0 { // 贸易伙伴国
				k++
			}
			if has(ws, k+1, cueStop) || k+1 == len(ws) || ws[k+1].topic != topicTrade || ws[k+1].han {
				return n, k + 1
			}
			return n, k + 2 // socio comercial
		}
		if w.mark != 0 && w.mark != '-' || w.cue.has(cueStop) && !w.cue.has(cueOf) && w.topic == 0 || w.figure != nil {
			break
		}
	}
	return 0, 0
}

// headFirst reports whether what follows the noun at k describes it, or nothing
// does: socio comercial, proveedor de.
func headFirst(ws []word, k int) bool {
	return k+1 == len(ws) || ws[k+1].mark != 0 || ws[k+1].topic != 0 || has(ws, k+1, cueOf|cueRole|cueStop)
}

// plural reports whether a role is that of several.
func plural(w word) bool { return !w.han && endsIn(w.text, lexicon.PluralEndings) }

// rankOfThing reads a superlative of anything in a set that is named: "the
// world's biggest trading bloc", "the largest port in South America", "el puerto
// más activo de la región", 第三大铜生产国. from is where its words begin.
func rankOfThing(s *sentence, i int) (from, n, to int) {
	ws := s.words
	j, n := i, 1
	numbered := false
	if o := ordinal(ws, j); o > 0 {
		n, numbered = o, true
		j++
	}
	super := has(ws, j, cueSuper)
	if numbered && super && ws[j].han { // 第三大
		end := j + 1
		for end < len(ws) && end < j+9 && ws[end].han && ws[end].mark == 0 && !ws[end].used && (!ws[end].cue.has(cueStop|cueFact|cueOf) || ws[end].topic != 0) {
			end++
		}
		if end == j+1 || amongst(ws, i) {
			return 0, 0, 0
		}
		return i, n, end
	}
	if s.headFirst && !super && means(ws, i, hintMost) {
		return mostOf(ws, i)
	}
	if !super || ws[j].han {
		return 0, 0, 0
	}
	if ws[j].n > 1 {
		n = ws[j].n
	}
	if s.headFirst && !numbered && plural(ws[j]) {
		return 0, 0, 0 // los principales exportadores: several
	}
	set := has(ws, i-1, cuePossess) && i > 1 && inSet(ws, i-2)
	from = i
	if set {
		from = i - 2
	} else if !has(ws, i-1, cueDet) && !means(ws, i-1, hintSingle) {
		return 0, 0, 0
	}
	for k := from - 1; k >= 0 && k >= from-3 && (ws[k].cue.has(cueDet) || ws[k].hint.has(hintSingle)) && ws[k].mark == 0; k-- {
		from = k
	}
	end := j + 1
	for end < len(ws) && end < j+6 && ws[end].mark == 0 && ws[end].figure == nil && !ws[end].used && (!ws[end].cue.has(cueStop|cueFact) || ws[end].topic != 0 && !ws[end].cue.has(cueStop)) {
		end++
	}
	if end == j+1 || amongst(ws, from) || plural(ws[end-1]) && !ws[end-1].cue.has(cueRole) {
		return 0, 0, 0
	}
	if !set {
		if !has(ws, end, cueOf|cueIn) || ws[end].used {
			return 0, 0, 0
		}
		for k := end + 1; k < len(ws) && k < end+4 && ws[k].mark == 0; k++ {
			if inSet(ws, k) {
				return from, n, k + 1
			}
		}
		return 0, 0, 0
	}
	return from, n, end
}

// mostOf reads "el puerto más activo de América Latina" by the word for most at i.
func mostOf(ws []word, i int) (from, n, to int) {
	from = i - 1
	for from > 0 && i-from < 3 && ws[from].mark == 0 && !ws[from].cue.has(cueDet) && !ws[from].cue.has(cueStop) {
		from--
	}
	if from < 0 || from == i-1 || !ws[from].cue.has(cueDet) || plural(ws[from]) || i+2 >= len(ws) || ws[i+1].mark != 0 || ws[i+1].cue.has(cueStop) || !has(ws, i+2, cueOf) || amongst(ws, from) {
		return 0, 0, 0
	}
	for k := i + 3; k < len(ws) && k < i+7 && ws[k].mark == 0; k++ {
		if inSet(ws, k) {
			return from, 1, k + 1
		}
	}
	return 0, 0, 0
}

// inSet reports whether word i names that in which something is the first: a
// country, the region, the world.
func inSet(ws []word, i int) bool {
	return i >= 0 && i < len(ws) && (ws[i].party != "" || ws[i].cue.has(cueRegion) || ws[i].hint.has(hintWorld))
}

// definite reports whether what stands before a superlative makes it one of its
// kind: an article, a genitive, a verb of becoming, a comma.
func definite(ws []word, i int) bool {
	if i == 0 {
		return true
	}
	w := ws[i-1]
	return w.cue.has(cueDet|cuePossess|cueArea|cueFact|cueStop|cueLast) || w.mark != 0 || w.used
}

// amongst reports whether a superlative is only one of several.
func amongst(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-6 && (ws[j].mark == 0); j-- {
		if ws[j].cue.has(cueAmong) {
			return true
		}
	}
	return false
}

// rankByVerb reads "ranks first", "comes fourth", "in second place".
func rankByVerb(ws []word, i int) (int, int) {
	if has(ws, i, cueRank) {
		j := i + 1
		for j < i+3 && has(ws, j, cueStop|cueDet) && ordinal(ws, j) == 0 {
			j++
		}
		if n := ordinal(ws, j); n > 0 {
			end := j + 1
			if has(ws, end, cueRank) {
				return n, end + 1
			}
			// "came first to mind", "ranks second-largest": the ordinal must stand alone.
			if end == len(ws) || ws[end].mark != 0 || has(ws, end, cueStop) {
				return n, end
			}
		}
		if has(ws, j, cueSuper) && ws[j].n > 0 {
			return ws[j].n, j + 1
		}
		return 0, 0
	}
	if n := ordinal(ws, i); n > 0 && has(ws, i+1, cueRank) && i > 0 && has(ws, i-1, cueIn|cueDet|cueShare) {
		return n, i + 2
	}
	return 0, 0
}

// rankByNone reads "no country has traded more with Indonesia than China".
func rankByNone(ws []word, i int) (int, int) {
	if !has(ws, i, cueNot) {
		return 0, 0
	}
	j := i + 1
	if has(ws, j, cueOther) {
		j++
	}
	if ws[i].sense.has(senseNo) && !has(ws, j, cueMember) && !has(ws, j, cueRole) && !(j < len(ws) && ws[j].sense.has(senseOnePerson)) {
		return 0, 0
	}
	more := false
	for ; j < len(ws) && j < i+16; j++ {
		switch {
		case ws[j].mark != 0:
			return 0, 0
		case has(ws, j, cueMore):
			more = true
		case more && ws[j].sense.has(senseThan):
			for k := j + 1; k < len(ws) && k < j+5; k++ {
				if ws[k].party != "" {
					return 1, k + 1
				}
			}
			return 0, 0
		}
	}
	return 0, 0
}

// rankByMore reads "more than any other country", "more than anyone else".
func rankByMore(ws []word, i int) (int, int) {
	if i+2 >= len(ws) || !ws[i].sense.has(senseMoreThan) || !ws[i+1].sense.has(senseThan) {
		return 0, 0
	}
	switch {
	case !has(ws, i+3, cueOther):
	case ws[i+2].sense.has(senseAnyOf):
		return 1, min(i+5, len(ws))
	case ws[i+2].sense.has(senseAnyone):
		return 1, i + 4
	}
	return 0, 0
}
