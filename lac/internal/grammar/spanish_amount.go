package grammar

import (
	"math/big"
	"strings"
)

func (e spanish) Figure(f Figure) string {
	switch {
	case f.Quoted != "":
		return "«" + f.Quoted + "»"
	case f.Value == nil:
		return "nada"
	case f.High != nil:
		return "entre " + e.Amount(f.Value, rangeUnit(f.Unit)) + " y " + e.Amount(f.High, f.Unit)
	}
	hedge, amount := spanishHedges[f.Hedge], e.Amount(f.Value, f.Unit)
	if before, ok := strings.CutSuffix(hedge, "de "); ok {
		return before + e.with("de", amount)
	}
	return hedge + amount
}

func (e spanish) Amount(v *big.Rat, unit string) string {
	size, s := v, scale{}
	if new(big.Rat).Abs(v).Cmp(big.NewRat(1_000_000, 1)) >= 0 {
		size, s = scaled(v, spanishScales)
	}
	word := s.word
	number := grouped(size, ".", ",", 5) + word
	if isOne(size) && s.one != "" {
		number, word = "un"+s.one, s.one
	}
	switch {
	case unit == "":
		return number
	case unit == "percent":
		return "el " + number + " %"
	case unit == "times" && whole(v) == 2:
		return "el doble"
	case isOne(v) && spanishOnes[unit] != "":
		return number + " " + spanishOnes[unit]
	case word != "":
		return number + " de " + lookup(spanishUnits, unit)
	}
	return number + " " + lookup(spanishUnits, unit)
}

// before returns a time with the space before it; nothing for no time.
func (e spanish) before(t Time) string {
	if t.IsZero() {
		return ""
	}
	return " " + e.Time(t)
}

func (e spanish) Time(t Time) string {
	switch k, _ := t.kind(); k {
	case always:
		return ""
	case untilYear, untilDay:
		return e.with("hasta", e.bare(Time{t.Last, t.Last}))
	case sinceYear:
		return "desde " + plain(t.First.Year)
	case sinceDay:
		return "desde " + e.day(t.First)
	case daySpan:
		return e.day(t.First)
	case yearsSpan:
		return "entre " + plain(t.First.Year) + " y " + plain(t.Last.Year)
	case daysSpan:
		return e.with("de", e.day(t.First)) + " " + e.with("a", e.day(t.Last))
	}
	return "en " + e.bare(t)
}

// span returns a time by itself: 2024, del 17 de julio al 16 de agosto de 2024.
func (e spanish) span(t Time) string {
	if k, _ := t.kind(); k == daysSpan {
		return e.Time(t)
	}
	return e.bare(t)
}

// bare returns a time without a preposition.
func (e spanish) bare(t Time) string {
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
		return "el " + e.ordinal(n) + " semestre de " + year
	case quarterSpan:
		return "el " + e.ordinal(n) + " trimestre de " + year
	case monthsSpan:
		return "los primeros " + e.small(n) + " meses de " + year
	case monthSpan:
		return spanishMonths[t.Last.Month-1] + " de " + year
	case daysSpan:
		return e.day(t.First) + " " + e.with("a", e.day(t.Last))
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (spanish) day(d Day) string {
	return "el " + plain(d.Day) + " de " + spanishMonths[d.Month-1] + " de " + plain(d.Year)
}
