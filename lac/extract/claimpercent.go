package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
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
func governed(ws []word, i int, c cue) bool {
	if has(ws, i-1, cueFrom) && !has(ws, i-1, cueOf) {
		return false // it rose from 5 percent
	}
	by := i > 0 && ws[i-1].text == "by" // "increased its operations by"
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		w := ws[j]
		switch {
		case w.cue.has(c) && !w.used:
			return !w.cue.has(cueTo) // 增至 is to so much
		case w.text == "了":
		case w.used || w.mark == ',' && has(ws, j+1, cueBy):
		case w.mark != 0 || w.figure != nil:
			return false
		case w.cue.has(cueTo) && !w.cue.has(cueBy|cueAnd) && w.text != "":
			return false
		case w.cue.has(cueFact|cueShare|cueFuture|cuePledge) && !w.cue.has(cueIn):
			return false
		case w.topic != 0 || w.cue.has(cueIn|cueOf|cueBy|cueStop|cueDet|cueEach) || strings.HasSuffix(w.text, "ly") || strings.HasSuffix(w.text, "ing") || w.party != "":
		case by || j == i-1 || w.text == "average" || w.text == "rate" || w.text == "rates" || w.text == "annual" || w.text == "another":
		default:
			return false
		}
	}
	return false
}

// grown reports whether the words after a figure say that it is a difference:
// "more", "faster", "a rise".
func grown(ws []word, i int) (int, bool) {
	for j := i; j < len(ws) && j < i+4; j++ {
		w := ws[j]
		if w.mark != 0 || w.figure != nil {
			return 0, false
		}
		if w.cue.has(cueMore) && j == i && !w.cue.has(cueStop) || w.text == "more" && j == i || w.cue.has(cueGrowth) || w.cue.has(cueMore) && j == i && w.cue.has(cueThan) {
			return j + 1, true
		}
		if w.cue.has(cueStop|cueOf) && !w.used {
			return 0, false
		}
	}
	return 0, false
}

// directed reports whether the word at i is a noun that makes a change of the
// figure before it and says which way: "a 3 percent decline".
func directed(ws []word, i int) bool {
	return has(ws, i, cueGrowth) && has(ws, i, cueUp|cueDown|cueLess)
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
	mood := moodOf(s, i, i+1)
	d.Forecast = mood == moodForecast
	end, more := grown(ws, i+1)
	of := has(ws, i+1, cueOf)
	switch {
	case directed(ws, i+1):
		d.Form = lac.FormChange
		d.to = end
	case governed(ws, i, cueUp|cueDown|cueGrowth):
		d.Form = lac.FormChange
		d.from = verbBefore(ws, i)
	case more:
		d.Form = lac.FormChange
		d.to = end
	case nearRate(ws, i) && !of:
		d.Form = lac.FormLevel
	case of || shareBefore(ws, i):
		d.Form = lac.FormShare
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
			if b := before[k]; b.Stated.Value.Unit() == lac.UnitPercent && b.from < i {
				d.Form = b.Form
				return d
			}
		}
		if serves(ws, i, d.to) {
			d.Form, d.Over = lac.FormCoverage, lac.AllMembers
		}
	}
	return d
}

// verbBefore returns the word at which the span of a change begins: its verb,
// if that stands right before the figure.
func verbBefore(ws []word, i int) int {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if ws[j].cue.has(cueUp|cueDown) && !ws[j].used {
			return j
		}
		if ws[j].mark != 0 || ws[j].used {
			break
		}
	}
	return i
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

// ofAmount reports whether words [from,to) after a percentage name an amount, such
// as a cost, and not members, people or places that can be reached.
func ofAmount(ws []word, from, to int) bool {
	for j := to - 1; j >= from; j-- {
		switch w := ws[j]; {
		case w.cue.has(cueMember | cuePlural):
			return false
		case w.cue.has(cueCost) || w.topic == topicOther:
			return true
		}
	}
	return false
}

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
