package grammar

import (
	"math/big"
)

func (e portuguese) Figure(f Figure) string {
	switch {
	case f.Quoted != "":
		return "“" + f.Quoted + "”"
	case f.Value == nil:
		return "nada"
	case f.High != nil:
		return "entre " + e.Amount(f.Value, rangeUnit(f.Unit)) + " e " + e.Amount(f.High, f.Unit)
	}
	return portugueseHedges[f.Hedge] + e.Amount(f.Value, f.Unit)
}

func (e portuguese) Amount(v *big.Rat, unit string) string {
	size, s := v, scale{}
	if new(big.Rat).Abs(v).Cmp(big.NewRat(1_000_000, 1)) >= 0 {
		size, s = scaled(v, portugueseScales)
	}
	word := s.word
	if s.one != "" && new(big.Rat).Abs(size).Cmp(big.NewRat(2, 1)) < 0 {
		word = s.one
	}
	number := grouped(size, ".", ",", 4) + word
	switch {
	case unit == "":
		return number
	case unit == "percent":
		return number + "%"
	case unit == "USD":
		return "US$ " + number
	case unit == "times" && whole(v) == 2:
		return "o dobro"
	case isOne(v) && portugueseOnes[unit] != "":
		return number + " " + portugueseOnes[unit]
	case word != "":
		return number + " de " + lookup(portugueseUnits, unit)
	}
	return number + " " + lookup(portugueseUnits, unit)
}

// before returns a time with the space before it; nothing for no time.
func (e portuguese) before(t Time) string {
	if t.IsZero() {
		return ""
	}
	return " " + e.Time(t)
}

func (e portuguese) Time(t Time) string {
	switch k, _ := t.kind(); k {
	case always:
		return ""
	case untilYear, untilDay:
		return "até " + e.bare(Time{t.Last, t.Last})
	case sinceYear:
		return "desde " + plain(t.First.Year)
	case sinceDay:
		return "desde " + e.day(t.First)
	case yearsSpan:
		return "entre " + plain(t.First.Year) + " e " + plain(t.Last.Year)
	case daysSpan:
		return "de " + e.day(t.First) + " a " + e.day(t.Last)
	}
	return e.with("em", e.bare(t))
}

// span returns a time by itself: 2024, de 17 de julho a 16 de agosto de 2024.
func (e portuguese) span(t Time) string {
	if k, _ := t.kind(); k == daysSpan {
		return e.Time(t)
	}
	return e.bare(t)
}

// bare returns a time without a preposition.
func (e portuguese) bare(t Time) string {
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
		return "o " + e.ordinal(n) + " semestre de " + year
	case quarterSpan:
		return "o " + e.ordinal(n) + " trimestre de " + year
	case monthsSpan:
		return "os primeiros " + e.small(n) + " meses de " + year
	case monthSpan:
		return portugueseMonths[t.Last.Month-1] + " de " + year
	case daysSpan:
		return e.day(t.First) + " a " + e.day(t.Last)
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (portuguese) day(d Day) string {
	return plain(d.Day) + " de " + portugueseMonths[d.Month-1] + " de " + plain(d.Year)
}
