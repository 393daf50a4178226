package extract

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A financeReader maps a claim about loans or direct investment to its measure: who
// lends to, or invests in, whom. As for trade, each word of the phrase must be
// understood, or the claim stays unmapped.
type financeReader struct {
	tradeReader
	subject lac.Subject
	verb    int // the word that says who gives or gets, -1 if there is none
}

// notAll says what is missing for the amount to be all that was lent or invested in its
// time, as the giver's office or a collection of loans counts it; false if nothing is.
func (r *financeReader) notAll(giver lac.Area) bool {
	why := r.incomplete()
	if why == "" && r.subject != lac.SubjectLoans && r.countedOtherwise(giver) {
		why = "whose count it is: offices and researchers count investment differently"
	}
	if why != "" {
		r.d.miss("%s", why)
	}
	return why != ""
}

// incomplete returns what is missing for the amount to be all that was lent or invested in
// its time; empty if nothing is.
func (r *financeReader) incomplete() string {
	d, ws := r.d, r.s.words
	loans := r.subject == lac.SubjectLoans
	start, end := clause(ws, d.from, d.to)
	says := func(from, to int, t trait) bool {
		return slices.ContainsFunc(ws[from:to], func(w word) bool { return w.mark == 0 && w.trait.has(t) })
	}
	open := d.Period.IsZero() || d.Period.First().IsZero()
	switch {
	case d.Form == lac.FormLevel && !money(d.Stated.Value.Unit()):
		return "an amount of money"
	case loans && d.Form != lac.FormCount && (says(r.from, r.to, traitOneLoan) || r.fewLoans()):
		return "all loans of the time: it is one of them, or a few"
	case loans && says(start, end, traitTerms):
		return "all loans of the time: the terms are those of some"
	case r.subject == lac.SubjectFDIStock:
	case says(r.from, r.to, traitAddedUp) && (!loans || open || d.Period.First().Year() == d.Period.Last().Year()):
		return "since when it is added up"
	case open:
		return "of which time it is"
	}
	return ""
}

// fewLoans reports whether the clause counts loans, and a few only: who does speaks of
// those, and not of all.
func (r *financeReader) fewLoans() bool {
	start, end := clause(r.s.words, r.d.from, r.d.to)
	return slices.ContainsFunc(r.c.all, func(o draft) bool {
		return o.from >= start && o.to <= end && o.Stated.Value.Unit() == unitLoans && o.Stated.Value.Amount().LessThan(decimal.NewFromInt(10))
	})
}

// countedOtherwise reports whether the sentence names somebody whose count of investment
// is not that of the investor's office: a commission of the United Nations, researchers, a
// central bank, or any other according to whom it is so.
func (r *financeReader) countedOtherwise(investor lac.Area) bool {
	ws := r.s.words
	for k, w := range ws {
		switch {
		case w.mark != 0:
		case w.trait.has(traitCounter):
			return true
		case w.trait.has(traitAccording) && r.stranger(k+1, investor):
			return true
		}
	}
	return false
}

// stranger reports whether the words from k to the next comma name somebody who is not of
// the investor's side: a name, another country.
func (r *financeReader) stranger(k int, investor lac.Area) bool {
	ws := r.s.words
	found := false
	for ; k < len(ws) && !mark(ws, k, ",:;.("); k++ {
		w := ws[k]
		a := r.c.area(w.party)
		if w.books != "" {
			a = r.c.area(w.books)
		}
		switch {
		case a == investor && a != 0:
			return false
		case w.mark == 0 && (w.blank() || w.upper || a != 0):
			found = true
		}
	}
	return found
}

// leftOut reports whether the words before the part, up to a comma, leave something out:
// excluding tax havens, Chinese investment was so much.
func (r *financeReader) leftOut() *word {
	ws := r.s.words
	start, _ := clause(ws, r.d.from, r.d.to)
	for k := start; k < r.from; k++ {
		if w := &ws[k]; (k == start || ws[k-1].mark != 0) && w.mark == 0 && !w.used && w.hint.has(hintPart) {
			return w
		}
	}
	return nil
}
