package extract

import (
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// coverage reads what is said of every member of a set, or of so many of its
// members: "in all countries with diplomatic ties", "every LDC", "31 of the
// community's 33 members", "of 68 countries ..., 23".
func coverage(s *sentence, i int) (draft, bool) {
	if d, ok := proportion(s, i); ok {
		return d, true
	}
	if d, ok := coverageOfAll(s, i); ok {
		return d, true
	}
	if d, ok := coverageOfSome(s, i); ok {
		return d, true
	}
	return coverageOfLead(s, i)
}

// coverageOfAll reads what is said of all members of a set that the words tell
// from other sets. What ought to be so is no claim.
func coverageOfAll(s *sentence, i int) (draft, bool) {
	ws := s.words
	if !has(ws, i, cueAll) || duty(ws, i) {
		return draft{}, false
	}
	var d draft
	specific, ties := false, false
	j := i + 1
	head := -1
	for ; j < len(ws) && j < i+8; j++ {
		w := ws[j]
		if w.mark != 0 || w.used {
			break
		}
		if w.figure != nil {
			if w.figure.Kind != figure.KindNumber || d.Whole.IsReported() {
				break
			}
			d.Whole = w.figure.Stated.Value
			specific = true
			continue
		}
		if w.party != "" {
			specific = true
		}
		if w.cue.has(cueMember) {
			head = j
			ties = w.topic == topicTies // 建交国
			specific = specific || ties
			break
		}
		if w.cue.has(cueStop) && !w.cue.has(cueDet|cueOf) {
			break
		}
	}
	if head < 0 {
		return draft{}, false
	}
	to := head + 1
	// What follows may say which set it is: of the region, with diplomatic ties.
	for k := to; k < len(ws) && k < to+12 && ws[k].mark != '.' && ws[k].mark != ';'; k++ {
		if ws[k].topic == topicTies {
			ties, specific = true, true
			if k < to+10 {
				to = k + 1
			}
			break
		}
		if k < to+4 && ws[k].party != "" || k == to+1 && has(ws, to, cueOf) && has(ws, k, cueDet) {
			specific = true
		}
		if ws[k].figure != nil && !ws[k].used {
			break
		}
	}
	if !specific {
		return draft{}, false
	}
	for k := to; k < len(ws) && k < to+5 && ws[k].mark == 0; k++ {
		if ws[k].cue.has(cueFuture) {
			return draft{}, false // all members will attend
		}
	}
	d.Form = lac.FormCoverage
	d.from, d.at, d.to = i, i, to
	d.Over = lac.AllMembers
	if ties {
		d.Over = lac.WithTies
	}
	d.Whole = inUnit(d.Whole, memberUnit(ws[head]))
	d.Stated = lac.Stated{Text: s.text[ws[i].Start:ws[to-1].End], Value: lac.QuantityOf(100, lac.UnitPercent)}
	return d, true
}

// duty reports whether the clause around word i says what ought to be and not
// what is.
func duty(ws []word, i int) bool {
	for j := i - 1; j >= 0 && ws[j].mark != ';' && ws[j].mark != '.'; j-- {
		if ws[j].cue.has(cueDuty) {
			return true
		}
	}
	for j := i + 1; j < len(ws) && j < i+10 && ws[j].mark != ';' && ws[j].mark != '.'; j++ {
		if ws[j].cue.has(cueDuty) {
			return true
		}
	}
	return false
}

// proportion reads "one in two pupils", "nine out of ten", "seven of every ten":
// a part of a whole in small numbers.
func proportion(s *sentence, i int) (draft, bool) {
	ws := s.words
	part := ws[i].figure
	if part != nil && part.Kind == figure.KindNumber && part.Denominator > 0 && part.Ends[1] != (figure.Span{}) {
		return partOfWhole(s, i), true
	}
	if part == nil || part.Kind != figure.KindNumber || !(has(ws, i+1, cueOf) || i+1 < len(ws) && ws[i+1].sense.has(senseAtPlace)) {
		return draft{}, false
	}
	j := i + 2
	every := has(ws, j, cueAll)
	if every {
		j++
	}
	if j >= len(ws) || ws[j].figure == nil || ws[j].figure.Kind != figure.KindNumber && ws[j].figure.Kind != figure.KindQuantity && ws[j].figure.Kind != figure.KindMoney || ws[j].used {
		return draft{}, false
	}
	n, m := ws[i].n, ws[j].n
	if n < 1 || n >= m || m > 10 && m != 100 && m != 1000 || has(ws, i+1, cueOf) && !every && m > 10 {
		return draft{}, false
	}
	np := nounPhrase(s, j)
	d := draft{from: i, at: i, to: max(np.end, j+1)}
	if has(ws, j+1, cueOf) {
		d.to = complement(ws, j+1)
	}
	d.Form = lac.FormCoverage
	d.Over = lac.AllMembers
	if every && np.head < 0 || ws[j].figure.Kind != figure.KindNumber || ofAmount(ws, j+1, d.to) {
		d.Form, d.Over = lac.FormShare, "" // seven of every ten barrels
	}
	d.Stated = part.Stated
	d.Stated.Text = s.text[ws[i].Start:ws[j].End]
	p := decimal.NewFromInt(int64(n)).Mul(decimal.NewFromInt(100)).DivRound(decimal.NewFromInt(int64(m)), 2)
	if q, err := lac.NewQuantity(p, lac.UnitPercent); err == nil {
		d.Stated.Value = q
	}
	return d, true
}

// partOfWhole reads a figure of so many out of so many: "one in two pupils", "12
// out of 26 countries".
func partOfWhole(s *sentence, i int) draft {
	ws := s.words
	f := ws[i].figure
	np := nounPhrase(s, i)
	d := draft{from: i, at: i, to: max(np.end, i+1)}
	if has(ws, i+1, cueOf) {
		d.to = complement(ws, i+1)
	}
	d.Form = lac.FormCoverage
	d.Over = lac.AllMembers
	d.Stated = f.Stated
	d.Stated.Digits = 0
	if np.head >= 0 && (flowTopic[ws[np.head].topic] || ws[np.head].hint.has(hintNarrow)) { // one in five exported, nine in ten cherries
		np.head, d.to = -1, i+1
	}
	unit := np.unit(s)
	if m := f.Denominator; np.head >= 0 && unit != figure.UnitNumber && m > 10 && m != 100 && m != 1000 {
		d.Stated.Value, d.Whole = lac.QuantityOf(f.Numerator, unit), lac.QuantityOf(m, unit)
		return d
	}
	if np.head < 0 || ofAmount(ws, i+1, d.to) || f.Ends[1].End > f.Core.End {
		d.Form, d.Over = lac.FormShare, "" // seven of every ten barrels
	}
	d.Stated.Value = percentOf(f)
	return d
}

// coverageOfSome reads "31 of the community's 33 members", "9 out of 10".
func coverageOfSome(s *sentence, i int) (draft, bool) {
	ws := s.words
	part := ws[i].figure
	if part == nil || part.Kind != figure.KindNumber || isFraction(part) || !has(ws, i+1, cueOf) {
		return draft{}, false
	}
	for j := i + 2; j < len(ws) && j < i+6; j++ {
		w := ws[j]
		if w.mark != 0 || w.used {
			break
		}
		if w.figure == nil {
			continue
		}
		if w.figure.Kind != figure.KindNumber || part.Stated.Value.Amount().GreaterThan(w.figure.Stated.Value.Amount()) {
			break
		}
		np := nounPhrase(s, j)
		d := draft{from: i, at: i, to: np.end}
		d.Form = lac.FormCoverage
		d.Over = lac.AllMembers
		d.Stated = part.Stated
		unit := np.unit(s)
		d.Stated.Value = inUnit(part.Stated.Value, unit)
		d.Whole = inUnit(w.figure.Stated.Value, unit)
		return d, true
	}
	return draft{}, false
}

// coverageOfLead reads "Of 68 countries hosting schemes, 23": the set first.
func coverageOfLead(s *sentence, i int) (draft, bool) {
	ws := s.words
	if !has(ws, i, cueOf) || i > 0 && ws[i-1].mark == 0 {
		return draft{}, false
	}
	j := i + 1
	for has(ws, j, cueDet) {
		j++
	}
	if j >= len(ws) || ws[j].figure == nil || ws[j].figure.Kind != figure.KindNumber {
		return draft{}, false
	}
	np := nounPhrase(s, j)
	if np.head < 0 {
		return draft{}, false
	}
	for k := np.end; k < len(ws) && k < np.end+12; k++ {
		w := ws[k]
		if w.figure == nil || w.used {
			if w.mark == '.' || w.mark == ';' {
				break
			}
			continue
		}
		if !mark(ws, k-1, ",") || w.figure.Kind != figure.KindNumber || w.figure.Stated.Value.Amount().GreaterThan(ws[j].figure.Stated.Value.Amount()) {
			break
		}
		d := draft{from: i, at: i, to: k + 1}
		d.Form = lac.FormCoverage
		d.Over = lac.AllMembers
		unit := np.unit(s)
		d.Stated = w.figure.Stated
		d.Stated.Value = inUnit(w.figure.Stated.Value, unit)
		d.Whole = inUnit(ws[j].figure.Stated.Value, unit)
		return d, true
	}
	return draft{}, false
}
