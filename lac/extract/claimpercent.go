package extract

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// isFraction reports whether a figure is a part of a whole, such as "half" or
// "two thirds": a number below one in words.
func isFraction(f *figure.Figure) bool {
	if f.Kind != figure.KindNumber {
		return false
	}
	if f.Denominator != 0 {
		return true
	}
	v := f.Stated.Value
	return v.IsReported() && v.Sign() > 0 && v.Amount().LessThan(decimal.NewFromInt(1)) && f.Stated.Digits == 0
}

// percentOf returns a fraction in percent, to two places.
func percentOf(f *figure.Figure) lac.Quantity {
	hundred := decimal.NewFromInt(100)
	p := f.Stated.Value.Amount().Mul(hundred)
	if f.Denominator != 0 {
		p = decimal.NewFromInt(f.Numerator).Mul(hundred).DivRound(decimal.NewFromInt(f.Denominator), 2)
	}
	q, err := lac.NewQuantity(p.Round(2), lac.UnitPercent)
	if err != nil {
		return f.Stated.Value
	}
	return q
}

// governed reports whether a word with one of the cues stands just before the
// figure at i: "rose by", "growth of", "up".
func governed(ws []word, i int, c cue) bool { return governor(ws, i, c) >= 0 }

// governor returns the word with one of the cues that stands just before the
// figure at i, -1 if there is none.
func governor(ws []word, i int, c cue) int {
	if has(ws, i-1, cueFrom) && !has(ws, i-1, cueOf) {
		return -1 // it rose from 5 percent
	}
	if means(ws, i-1, hintTo) && !means(ws, i-1, hintBy) && !ws[i-1].han {
		return -1 // caiu para 5%
	}
	by := means(ws, i-1, hintBy) // "increased its operations by"
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		w := ws[j]
		switch {
		case w.cue.has(c) && !w.used && w.mark == 0:
			if w.cue.has(cueTo) { // 增至 is to so much
				return -1
			}
			return j
		case w.used || w.mark == ',' && has(ws, j+1, cueBy):
		case w.mark != 0 || w.figure != nil:
			return -1
		case w.cue.has(cueTo) && !w.cue.has(cueBy|cueAnd|cueFact) && w.text != "" && !by:
			return -1
		case w.cue.has(cueFact|cueShare|cueFuture|cuePledge) && !w.cue.has(cueIn) && !w.hint.has(hintManner):
			return -1
		case j < i-6 && !by:
			return -1
		case w.topic != 0 || w.cue.has(cueIn|cueOf|cueBy|cueStop|cueDet|cueEach) || w.hint.has(hintManner) || adverb(w) || w.party != "":
		case by || j == i-1:
		default:
			return -1
		}
	}
	return -1
}

// adverb reports whether a word looks like one: steadily, growing.
func adverb(w word) bool { return endsIn(w.text, lexicon.AdverbEndings) }

// compared returns the word of more or less that makes a difference of the
// percentage at i after it: "inferior en un 8%"; -1 if there is none.
func compared(ws []word, i int) int {
	in := false
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		w := ws[j]
		switch {
		case w.mark != 0 || w.figure != nil || w.used:
			return -1
		case in && w.cue.has(cueMore) && !w.cue.has(cueThan|cueUp|cueDown):
			return j
		case w.hint.has(hintBy) || w.cue.has(cueIn):
			in = true
		case !w.cue.has(cueStop | cueDet):
			return -1
		}
	}
	return -1
}

// shareFell reports whether the percentage at i is what a share rose or fell to, where the
// word for to may also be that for by: la participación descendió a 18,9 %.
func shareFell(ws []word, i int) bool {
	if !has(ws, i-1, cueTo) || has(ws, i-1, cueAnd) {
		return false
	}
	j := governor(ws, i, cueUp|cueDown)
	for k := j - 1; j >= 0 && k >= 0 && k >= j-10 && ws[k].mark == 0; k-- {
		if ws[k].cue.has(cueShare) && !ws[k].sense.has(senseTakes) && !ws[k].used {
			return true
		}
	}
	return false
}

// growthPhrase returns where the words of a change begin: at its noun or verb j
// with its article, and in Chinese with the words of growth before it.
func growthPhrase(ws []word, j int) int {
	for j > 0 && ws[j].han && ws[j-1].cue.has(cueGrowth) && ws[j-1].mark == 0 {
		j--
	}
	if has(ws, j, cueGrowth) && !ws[j].han {
		for n := 0; n < 2 && j > 0 && (has(ws, j-1, cueGrowth|cueEach) || means(ws, j-1, hintManner)) && !ws[j-1].used; n++ {
			j--
		}
		if j > 0 && isArticle(ws[j-1]) && !ws[j-1].used {
			j--
		}
	}
	return j
}

// grown reports whether the words after a figure say that it is a difference:
// "more", "faster", "a rise".
func grown(ws []word, i int) (int, bool) {
	for j := i; j < len(ws) && j < i+4; j++ {
		w := ws[j]
		if w.mark != 0 || w.figure != nil {
			return 0, false
		}
		if j == i && w.cue.has(cueMore) && (!w.cue.has(cueStop) || w.cue.has(cueThan) || !has(ws, j+1, cueOf) && !w.han) {
			if end := j + 1; has(ws, end, cueThan) && ws[end].mark == 0 && !ws[end].used {
				return end + 1, true
			}
			return j + 1, true
		}
		if w.cue.has(cueGrowth) {
			return j + 1, true
		}
		if w.cue.has(cueStop|cueOf) && !w.used && !(j == i && w.cue.has(cueOf) && has(ws, j+1, cueGrowth)) {
			return 0, false
		}
	}
	return 0, false
}

// directed reports whether the word at i is a noun that makes a change of the
// figure before it and says which way: "a 3 percent decline", "un 9% de aumento".
func directed(ws []word, i int) bool {
	if has(ws, i, cueOf) && !ws[i].used {
		i++
	}
	return has(ws, i, cueGrowth) && has(ws, i, cueUp|cueDown|cueLess|cueGrowth) && !ws[i].hint.has(hintManner|hintMonthly)
}

// percentClaim tells changes, shares and coverages apart.
func percentClaim(s *sentence, d draft, before []draft) draft {
	ws := s.words
	i := d.from
	if d.Stated.Value.IsReported() && d.Stated.Value.Unit() == lac.UnitPoints {
		d.Form = lac.FormChange
		if end, ok := grown(ws, i+1); ok {
			d.to = end
		}
		return d
	}
	if q, ok := partOfBefore(s, i); ok {
		d.Form, d.Stated.Value = lac.FormMultiple, q
		return d
	}
	if q, ok := fellTo(ws, i); ok {
		d.Form, d.Stated.Value = lac.FormMultiple, q
		return d
	}
	mood := moodOf(s, i, i+1)
	d.Forecast = mood == moodForecast
	end, more := grown(ws, i+1)
	of := has(ws, i+1, cueOf)
	switch {
	case directed(ws, i+1) && more:
		d.Form = lac.FormChange
		d.to = end
		if i > 0 && isArticle(ws[i-1]) {
			d.from = i - 1
		}
	case shareFell(ws, i): // its share fell to 18.9 percent
		d.Form = lac.FormShare
	case governed(ws, i, cueUp|cueDown|cueGrowth):
		d.Form = lac.FormChange
		d.from = growthPhrase(ws, governor(ws, i, cueUp|cueDown|cueGrowth))
	case compared(ws, i) >= 0:
		d.Form = lac.FormChange
		d.from = compared(ws, i)
	case s.headFirst && moreBefore(ws, i):
		d.Form = lac.FormChange
		d.from = i - 1
	case more:
		d.Form = lac.FormChange
		d.to = end
	case signed(s, i):
		d.Form = lac.FormChange
	case i > 1 && ws[i].han != ws[i-1].han && ws[i-1].han && has(ws, i-1, cueOf) && !has(ws, i-2, cueGrowth|cueUp|cueDown): // 出口总额的32%
		d.Form = lac.FormShare
	case nearRate(ws, i) && !of:
		d.Form = lac.FormLevel
	case of || shareBefore(ws, i):
		d.Form = lac.FormShare
		if has(ws, i-1, cueOf) && has(ws, i-2, cueShare) && s.headFirst && !ws[i-2].used {
			d.from = i - 2 // participación de 36.4 %
		}
		if of {
			d.to = complement(ws, i+1)
		}
		if !shareBefore(ws, i) && !ofAmount(ws, i+1, d.to) && serves(ws, i, d.to) {
			d.Form = lac.FormCoverage
			d.Over = lac.AllMembers
		}
	case has(ws, i+1, cueEach):
		d.Form = lac.FormChange
		d.to = i + 2
	case growthBefore(ws, i):
		d.Form = lac.FormChange
	default:
		d.Form = lac.FormShare
		for k := len(before) - 1; k >= 0; k-- {
			if b := before[k]; b.Stated.Value.Unit() == lac.UnitPercent && b.from < i && (!mark(ws, i-1, "(") || mark(ws, b.from-1, "(")) {
				d.Form = b.Form
				return d
			}
		}
		if serves(ws, i, d.to) {
			d.Form, d.Over = lac.FormCoverage, lac.AllMembers
		} else if i+1 < len(ws) && has(ws, i-1, cueFact) && ws[i+1].mark == 0 && ws[i+1].figure == nil && !ws[i+1].used && !ws[i+1].cue.has(cueStop|cueIn|cueOf) && !ws[i+1].han {
			d.to = i + 2 // is 87 percent complete
		}
	}
	return d
}

// partOfBefore returns what a fraction at i makes of what something was before, in times:
// half that of a year ago, la mitad del de hace un año, 一年前的一半.
func partOfBefore(s *sentence, i int) (lac.Quantity, bool) {
	f := s.words[i].figure
	if !isFraction(f) {
		return lac.Quantity{}, false
	}
	before := slices.ContainsFunc(s.times, func(m timeMention) bool {
		switch {
		case !m.ago && m.role != timeBaseline:
			return false
		case s.words[i].han:
			return m.to == i-1 && has(s.words, i-1, cueOf)
		case m.from < i+2 || m.from > i+6:
			return false
		}
		return !slices.ContainsFunc(s.words[i+1:m.from], func(w word) bool {
			return w.mark != 0 || !w.cue.has(cueOf|cueDet|cueRefer|cueStop) && !w.sense.has(senseRecorded|senseThatSaid)
		})
	})
	if !before {
		return lac.Quantity{}, false
	}
	q, err := lac.NewQuantity(percentOf(f).Amount().Shift(-2), lac.UnitTimes)
	return q, err == nil
}

// fellTo returns what a fraction at i makes of what fell to it, in times: fell to half, se
// redujo a la mitad. What a share fell to is a share.
func fellTo(ws []word, i int) (lac.Quantity, bool) {
	k := i - 1
	for k > 0 && ws[k].mark == 0 && (isArticle(ws[k]) || has(ws, k, cueDet)) && !has(ws, k, cueTo) && !means(ws, k, hintTo) {
		k--
	}
	if k < 1 || !isFraction(ws[i].figure) || ws[k].mark != 0 || ws[k].cue.has(cueAnd) || !has(ws, k, cueTo) && !means(ws, k, hintTo) || has(ws, i+1, cueOf) || hasCue(ws[max(0, k-12):k], cueShare) {
		return lac.Quantity{}, false
	}
	for n := k - 1; n >= 0 && n >= k-2 && ws[n].mark == 0; n-- {
		if ws[n].cue.has(cueDown) && !ws[n].used {
			q, err := lac.NewQuantity(percentOf(ws[i].figure).Amount().Shift(-2), lac.UnitTimes)
			return q, err == nil
		}
	}
	return lac.Quantity{}, false
}

// moreBefore reports whether the percentage at i stands behind a mark and a word of
// more or less alone, as Lusa writes a change: "107,7 mil milhões, mais 1,9%".
func moreBefore(ws []word, i int) bool {
	return has(ws, i-1, cueMore) && !ws[i-1].cue.has(cueUp|cueDown|cueGrowth) && ws[i-1].mark == 0 && (i == 1 || mark(ws, i-2, ",(-"))
}

// signed reports whether a sign before the percentage at i makes it a change:
// -9%, +20%.
func signed(s *sentence, i int) bool {
	v := s.words[i].figure.Stated.Value
	return v.IsReported() && v.Sign() < 0 || strings.HasPrefix(s.words[i].text, "+")
}

// complement returns the end of "of the approved resources".
func complement(ws []word, i int) int {
	j := i + 1
	for j < len(ws) && j < i+5 && ws[j].mark == 0 && ws[j].figure == nil && !ws[j].used {
		if ws[j].cue.has(cueStop) && !ws[j].cue.has(cueDet) && !isArticle(ws[j]) {
			break
		}
		j++
	}
	if j == i+1 {
		return i
	}
	return j
}

// shareBefore reports whether a word of sharing governs the figure: "accounts
// for", "a stake of".
func shareBefore(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		w := ws[j]
		if w.mark == ';' || w.mark == '.' {
			return false
		}
		if w.cue.has(cueShare) {
			return true
		}
		if w.cue.has(cueUp|cueDown|cueGrowth) && !w.cue.has(cueMore) {
			return false
		}
	}
	return has(ws, i+1, cueShare)
}
