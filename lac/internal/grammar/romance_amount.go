package grammar

import (
	"math/big"
	"strings"
)

func (e romance) Figure(f Figure) string { return e.figure(f, e.Amount) }

// by returns the size of a change: un 6,5 %, más de un 5 %.
func (e romance) by(f Figure) string {
	if f.Unit != "percent" || f.High != nil {
		return e.Figure(f)
	}
	return e.figure(f, func(v *big.Rat, _ string) string { return e.say("by percent", grouped(v, ".", ",", e.grouped)) })
}

// vaguely returns a figure whose vague word is that of the language, as it agrees with
// what is counted.
func (e romance) vaguely(f Figure, n romanceNoun) Figure {
	he, she, _ := strings.Cut(e.vague[f.Vague], "|")
	if f.Vague == "" || he == "" {
		return f
	}
	f.Quoted = he
	if she != "" && strings.TrimSuffix(n.article, "s") != n.article && strings.Contains(n.article, "a") {
		f.Quoted = she
	}
	return f
}

// of returns a figure after "to be": de 500 millones, de hasta 500 millones.
func (e romance) of(f Figure) string {
	if f.Hedge == "le" && f.Value != nil && f.High == nil {
		return "de " + e.with(e.say("until"), e.Amount(f.Value, f.Unit))
	}
	return "de " + e.Figure(f)
}

func (e romance) figure(f Figure, amount func(*big.Rat, string) string) string {
	switch {
	case f.Quoted != "":
		return e.say("quoted", f.Quoted)
	case f.Value == nil:
		return e.say("nothing")
	case f.High != nil:
		low, high := amount(f.Value, rangeUnit(f.Unit)), amount(f.High, f.Unit)
		if number, unit, ok := strings.Cut(low, " "); ok && e.symbols[f.Unit] == "" && strings.HasSuffix(high, " "+unit) {
			low = number // entre 518 y 519 millones de dólares
		}
		return e.say("between", low, high)
	}
	hedge, text := e.hedges[f.Hedge], amount(f.Value, f.Unit)
	if before, ok := strings.CutSuffix(hedge, "de "); ok {
		return before + e.with("de", text)
	}
	return hedge + text
}

func (e romance) Amount(v *big.Rat, unit string) string {
	size, s := v, scale{}
	if new(big.Rat).Abs(v).Cmp(big.NewRat(1_000_000, 1)) >= 0 {
		size, s = scaled(v, e.scales)
	}
	word := s.word
	number := grouped(size, ".", ",", e.grouped)
	if s.one != "" && (isOne(size) || e.belowTwo && new(big.Rat).Abs(size).Cmp(big.NewRat(2, 1)) < 0) {
		word = s.one
		if e.aOne != "" {
			number = e.aOne
		}
	}
	number += word
	switch {
	case unit == "":
		return number
	case unit == "percent":
		return e.say("percent", number)
	case e.symbols[unit] != "":
		return e.symbols[unit] + " " + number
	case unit == "times" && whole(v) == 2:
		return e.say("double")
	case isOne(v) && e.ones[unit] != "":
		return number + " " + e.ones[unit]
	case word != "":
		return number + " de " + lookup(e.units, unit)
	}
	return number + " " + lookup(e.units, unit)
}

// before returns a time with the space before it; nothing for no time.
func (e romance) before(t Time) string {
	if t.IsZero() {
		return ""
	}
	return " " + e.Time(t)
}

func (e romance) Time(t Time) string {
	switch k, _ := t.kind(); k {
	case always:
		return ""
	case untilYear, untilDay:
		return e.with(e.say("until"), e.bare(Time{t.Last, t.Last}))
	case sinceYear:
		return "desde " + plain(t.First.Year)
	case sinceDay:
		return "desde " + e.day(t.First)
	case daySpan:
		return e.say("on day", e.day(t.First))
	case yearsSpan:
		return e.say("between", plain(t.First.Year), plain(t.Last.Year))
	case daysSpan:
		return e.with("de", e.firstDay(t)) + " " + e.with("a", e.day(t.Last))
	}
	return e.in(e.bare(t))
}

// span returns a time by itself: 2024, del 17 de julio al 16 de agosto de 2024.
func (e romance) span(t Time) string {
	if k, _ := t.kind(); k == daysSpan {
		return e.Time(t)
	}
	return e.bare(t)
}

// bare returns a time without a preposition.
func (e romance) bare(t Time) string {
	k, n := t.kind()
	year := plain(t.Last.Year)
	switch k {
	case always:
		return ""
	case yearSpan:
		return year
	case yearsSpan:
		return plain(t.First.Year) + "-" + year
	case halfSpan:
		return e.say("half", e.ordinal(n), year)
	case quarterSpan:
		return e.say("quarter", e.ordinal(n), year)
	case monthsSpan:
		return e.say("first months", e.small(n), year)
	case monthSpan:
		return e.months[t.Last.Month-1] + " de " + year
	case daysSpan:
		return e.firstDay(t) + " " + e.with("a", e.day(t.Last))
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (e romance) day(d Day) string {
	number := plain(d.Day)
	if d.Day == 1 {
		number = e.say("first day")
	}
	return e.say("day", number, e.months[d.Month-1], plain(d.Year))
}

// firstDay returns the first day of a span, without the month and year that the last
// one says: del 8 al 9 de enero de 2015.
func (e romance) firstDay(t Time) string {
	day := e.day(t.First)
	switch {
	case t.First.Year != t.Last.Year:
		return day
	case t.First.Month != t.Last.Month:
		return strings.TrimSuffix(day, " de "+plain(t.First.Year))
	}
	day, _, _ = strings.Cut(day, " de ")
	return day
}

// place returns a rank: el segundo mayor socio comercial.
func (e romance) place(f Figure, subject string) string {
	switch n, at := placed(f); at {
	case amongFirst:
		return e.say("one of the largest", e.small(n), lookup(e.places, subject+" many"))
	case atBest:
		return e.say("at best") + " " + e.ordinalPlace(n, subject)
	case thePlace:
		return e.ordinalPlace(n, subject)
	}
	return e.Figure(f)
}

func (e romance) ordinalPlace(n int, subject string) string {
	place := e.say("larger of", lookup(e.places, subject))
	if n > 1 {
		place = e.ordinal(n) + " " + place
	}
	return e.say("the") + " " + place
}

// ordinal returns an ordinal before a masculine noun.
func (e romance) ordinal(n int) string {
	if n >= 1 && n <= len(e.ordinals) {
		return e.ordinals[n-1]
	}
	return plain(n) + e.say("th")
}

func (e romance) small(n int) string {
	if n >= 1 && n <= len(e.numbers) {
		return e.numbers[n-1]
	}
	return plain(n)
}
